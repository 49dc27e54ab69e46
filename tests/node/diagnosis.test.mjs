/** The lab names the right cause where training has failed, and otherwise says nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { diagnose } from "../../web/run/diagnosis.js";
import { lowest } from "../../web/shared/history.js";
import { healthOf } from "../../web/worker/health.js";

/** @typedef {import("../../web/core/settings.js").Settings} Settings */
/** @typedef {import("../../web/run/diagnosis.js").Stopped} Stopped */

const lab = await loadLab();

/** @param {Partial<Settings>} others @returns {Stopped} */
function train(others) {
    const settings = { ...lab.defaults, ...others };
    const data = lab.makeData(settings);
    const model = lab.createModel(settings, data);
    model.fit(settings.epochs);
    const { history, stopped } = model;
    const health = healthOf(model, data);
    model.dispose();
    return { settings, history, stopped, health };
}

/** @param {Partial<Settings>} others */
function saidOf(others) {
    const found = diagnose(train(others));
    return found ? `${found.trouble} ${found.advice}` : "";
}

/** The tutorial's layers, each of which could have its own activation. */
const plain = [128, 64, 32, 16];
const few = { points: 50, noise: 0.4, validationSplit: 0.3, epochs: 200 };
const sigmoid = { activation: "sigmoid", optimizer: "sgd" };

/**
 * What the diagnosis says of some settings, whatever the seed.
 * @type {[string, Partial<Settings>][]}
 */
const certain = [
    ["zeros initializer", { initializer: "zeros" }],
    ["zeros initializer", { initializer: "zeros", activation: "tanh", epochs: 5 }],
    ["zeros initializer", { initializer: "zeros", activation: "sigmoid", layers: [16] }],
    ["dead lower", { learningRate: 0.3 }],
    ["dead penalty", { l2: 0.1 }],
    ["dead noise", { noise: 3 }],
    ["dying dropout", { dropout: 0.8 }],
    ["chance vanish", sigmoid],
    ["chance vanish", { ...sigmoid, output: "sigmoid" }],
    ["chance vanish", { optimizer: "sgd", layers: plain.map(sigmoidOf) }],
    ["chance raise", { optimizer: "sgd", learningRate: 1e-5 }],
    ["chance layers", { dataset: "circles", layers: [] }],
    ["chance straight", { dataset: "circles", activation: "linear" }],
];

/** @param {number} units */
function sigmoidOf(units) {
    return { units, activation: "sigmoid" };
}

for (const [i, [said, others]] of certain.entries())
    test(`${said}: ${JSON.stringify(others)}`, () => {
        assert.equal(saidOf({ ...others, seed: i % 5 }), said);
    });

test("ten times the learning rate is never passed over in silence", () => {
    const seeds = [0, 1, 2, 3, 4, 5, 6, 7];
    const said = seeds.map((seed) => saidOf({ learningRate: 0.1, seed }));
    assert.deepEqual([...new Set(said)].sort(), ["dead lower", "dying lower"]);
});

test("nothing is said where all is well, or as good as it can be", () => {
    /** @type {Partial<Settings>[]} */
    const all = [
        {},
        { epochs: 1 },
        { epochs: 5 },
        { learningRate: 0.001 },
        { optimizer: "sgd" },
        { optimizer: "sgd", epochs: 12 },
        { optimizer: "rmsprop" },
        { activation: "tanh" },
        { activation: "sigmoid" },
        { layers: [] },
        { layers: [3] },
        { layers: [8] },
        { activation: "linear" },
        { noise: 0.6 },
        { noise: 1 },
        { dataset: "moons" },
        { dataset: "circles" },
        { dataset: "circles", learningRate: 0.03 },
        { dataset: "circles", noise: 0.5 },
        { dataset: "blobs" },
        { initializer: "zeros", layers: [] },
        { initializer: "he_uniform" },
        { l2: 0.001 },
        { dropout: 0.5 },
        { batchNorm: true },
        { output: "sigmoid" },
        { classes: 10 },
        { validationSplit: 0.2 },
        { validationSplit: 0.3, noise: 1 },
        { ...few, earlyStopping: true, restoreBestWeights: true },
    ];
    all.push({}, {}, {}, {}); // more seeds of the tutorial's
    for (const [i, others] of all.entries()) {
        const settings = { ...others, seed: i % 8 };
        assert.equal(saidOf(settings), "", JSON.stringify(settings));
    }
});

test("overfitting is reported with the epoch of the lowest validation loss", () => {
    const run = train(few);
    const { val_loss } = run.history;
    const best = lowest(val_loss);
    assert.ok(best && best.loss === Math.min(...val_loss));
    assert.equal(val_loss[best.epoch - 1], best.loss);
    assert.deepEqual(diagnose(run), {
        trouble: "overfit",
        values: { best: best.loss, epoch: best.epoch, now: val_loss[199] },
        advice: "regularize",
    });
});

const HEALTHY = { layers: [{ units: 16, dead: 0, alike: false }], chance: Math.log(3) };

/**
 * A run with such losses and accuracies.
 * @param {Partial<Stopped["history"]>} history
 * @param {Partial<Settings>} [others]
 * @returns {Stopped}
 */
function run(history, others) {
    const length = Math.max(...Object.values(history).map((values) => values.length));
    const steady = (/** @type {number} */ value) => Array(length).fill(value);
    const all = { loss: steady(0.1), accuracy: steady(0.95), val_loss: [], val_accuracy: [] };
    return {
        settings: { ...lab.defaults, ...others },
        history: { ...all, ...history },
        stopped: false,
        health: HEALTHY,
    };
}

/** @param {number} length @param {number} value @param {number[]} last */
const then = (length, value, ...last) => [...Array(length).fill(value), ...last];

test("a validation loss that jumps, or has just risen, is no overfitting yet", () => {
    const low = then(20, 0.2);
    const risen = then(20, 0.2, ...then(6, 0.5));
    assert.equal(diagnose(run({ val_loss: risen }))?.trouble, "overfit");
    for (const val_loss of [
        then(20, 0.2, 0.9), // one epoch
        then(20, 0.2, 0.5, 0.5), // too short a while
        then(20, 0.2, ...then(6, 0.5), 0.21), // it is low again
        then(20, 0.2, ...then(6, 0.29)), // not half as much again
        then(20, 0.01, ...then(6, 0.1)), // small, however many times its least
        low,
    ])
        assert.equal(diagnose(run({ val_loss })), undefined, String(val_loss));
    // The training loss has risen with it: training was lost, not overfitted.
    assert.equal(diagnose(run({ val_loss: risen, loss: then(26, 0.4) })), undefined);
    const settings = { restoreBestWeights: true };
    assert.ok(diagnose(run({ val_loss: risen }, settings)), "only where it was stopped early");
    assert.equal(diagnose({ ...run({ val_loss: risen }, settings), stopped: true }), undefined);
});

test("lost accuracy is reported where the rate is high; a single bad epoch is not", () => {
    const fast = { learningRate: 0.1 };
    const accuracy = then(20, 0.9, ...then(6, 0.6));
    assert.deepEqual(diagnose(run({ accuracy }, fast)), {
        trouble: "lost",
        values: { now: 0.6, best: 0.9, epoch: 1 },
        advice: "lower",
    });
    assert.equal(diagnose(run({ accuracy })), undefined);
    assert.equal(diagnose(run({ accuracy: then(20, 0.9, 0.6) }, fast)), undefined);
});

test("a mostly dead layer is reported where accuracy was lost, or one unit is left", () => {
    const accuracy = then(20, 0.9, ...then(6, 0.6));
    /** @param {number} dead @param {number} units @param {Stopped["history"]["accuracy"]} accuracy */
    const said = (dead, units, accuracy) => {
        const layers = [HEALTHY.layers[0], { units, dead, alike: false }];
        return diagnose({ ...run({ accuracy }), health: { ...HEALTHY, layers } });
    };
    const values = { layer: 2, units: 16, dead: 12, now: 0.6 };
    assert.deepEqual(said(12, 16, accuracy), { trouble: "dying", values, advice: "fresh" });
    assert.equal(said(11, 16, accuracy), undefined);
    assert.equal(said(12, 16, then(26, 0.6)), undefined, "it never was better");
    assert.equal(said(15, 16, then(26, 0.6))?.trouble, "dying");
    assert.equal(said(15, 16, then(26, 0.95)), undefined, "one unit does");
    assert.equal(said(2, 3, then(26, 0.6)), undefined, "that layer had few");
    assert.equal(said(16, 16, then(26, 0.6))?.trouble, "dead");
});

test("a loss near that of guessing is reported after ten epochs without progress", () => {
    const raise = { optimizer: "sgd" };
    const said = (/** @type {number[]} */ loss) =>
        diagnose(run({ loss, accuracy: loss.map(() => 0.33) }, raise))?.trouble;
    assert.equal(said(then(10, 1.1)), "chance");
    assert.equal(said(then(9, 1.1)), undefined);
    assert.equal(said(then(10, 1.08)), undefined);
    assert.equal(said(then(10, 1.11, 1.11, 1.1, 1.1, 1.09, 1.089)), undefined, "on its way");
    assert.equal(said(then(10, 1.3)), "chance", "worse than guessing");
});

test("the loss of guessing is that of the classes' shares", () => {
    const settings = { ...lab.defaults, layers: [4] };
    const data = lab.makeData(settings);
    for (const [output, expected] of /** @type {const} */ ([
        ["softmax", Math.log(3)],
        ["sigmoid", (Math.log(3) + 2 * Math.log(1.5)) / 3],
    ])) {
        const model = lab.createModel({ ...settings, output }, data);
        const { chance, layers } = healthOf(model, data);
        assert.ok(Math.abs(chance - expected) < 1e-12, output);
        const dead = model.deadUnits(0).reduce((a, b) => a + b);
        assert.deepEqual(layers, [{ units: 4, dead: dead < 2 ? 0 : dead, alike: false }]);
        model.dispose();
    }
});
