/** The answer to an experiment fits its own numbers, whatever the seed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { answerOf } from "../../web/lessons/answers.js";
import { experiments } from "../../web/lessons/experiments.js";
import { healthOf } from "../../web/worker/health.js";

/** @typedef {import("../../web/lessons/experiments.js").Experiment} Experiment */

const lab = await loadLab();

/** The answer to an experiment, and its run. @param {Experiment} name @param {number} seed */
function runOf(name, seed) {
    const settings = { ...lab.defaults, ...experiments[name], seed };
    const data = lab.makeData(settings);
    const model = lab.createModel(settings, data);
    const history = model.fit(settings.epochs);
    const health = healthOf(model, data);
    model.dispose();
    const outcome = { settings, usual: lab.defaults, history, health };
    return { ...answerOf(name, outcome), history, health };
}

const SEEDS = [0, 1, 2, 3];
const text = (/** @type {number | undefined} */ value) => value?.toFixed(2);

test("the learning rate: loss and accuracy of the end, and the dead units of the worst layer", () => {
    for (const seed of SEEDS) {
        const { answer, values, history, health } = runOf("rate", seed);
        assert.equal(answer, "rate.dead", `seed ${seed}`);
        assert.deepEqual([values.rate, values.usual], [0.1, 0.01]);
        assert.equal(values.loss, text(history.loss.at(-1)));
        assert.equal(values.accuracy, text(history.accuracy.at(-1)));
        const { units, dead } = health.layers[Number(values.layer) - 1];
        assert.deepEqual([values.units, values.dead], [units, dead]);
        for (const layer of health.layers) assert.ok(layer.dead / layer.units <= dead / units);
    }
});

test("no hidden layer, and linear ones: straight", () => {
    for (const seed of SEEDS)
        for (const name of /** @type {const} */ (["none", "linear"])) {
            const { answer, values } = runOf(name, seed);
            assert.equal(answer, `${name}.straight`);
            assert.ok(Number(values.accuracy) < 0.6);
        }
});

test("SGD: the first epoch with accuracy 0.95, or none", () => {
    const answers = SEEDS.map((seed) => {
        const { answer, values, history } = runOf("sgd", seed);
        const first = 1 + history.accuracy.findIndex((accuracy) => accuracy >= 0.95);
        assert.equal(values.epoch, first);
        assert.equal(values.epochs, 50);
        assert.equal(answer, first ? "sgd.reached" : "sgd.short");
        return answer;
    });
    assert.equal(new Set(answers).size, 2, "these seeds have both");
});

test("Adam takes two or three epochs to 0.95, and ends near 0.99, as the answers say", () => {
    for (const seed of SEEDS) {
        const model = lab.createModel({ ...lab.defaults, seed }, lab.makeData(lab.defaults));
        const { accuracy } = model.fit(50);
        model.dispose();
        assert.ok([2, 3].includes(1 + accuracy.findIndex((value) => value >= 0.95)));
        assert.ok(Number(accuracy.at(-1)) > 0.98, `${accuracy.at(-1)}`);
    }
});

test("overfitting: where the validation loss was lowest, and where it is", () => {
    for (const seed of SEEDS) {
        const { answer, values, history } = runOf("overfit", seed);
        const best = Math.min(...history.val_loss);
        assert.equal(values.epoch, 1 + history.val_loss.indexOf(best));
        assert.deepEqual(
            [values.best, values.now, values.loss],
            [text(best), text(history.val_loss.at(-1)), text(history.loss.at(-1))],
        );
        assert.equal(answer, "overfit.risen");
    }
});

test("an unusual outcome gets another answer", () => {
    const { settings, usual } = { settings: lab.defaults, usual: lab.defaults };
    const layer = { units: 16, dead: 0, alike: false };
    const said = (/** @type {Experiment} */ name, /** @type {number} */ end, now = 0.2) =>
        answerOf(name, {
            settings,
            usual,
            history: {
                loss: [1, 0.1],
                accuracy: [0.5, end],
                val_loss: [0.2, now],
                val_accuracy: [],
            },
            health: { layers: [layer], chance: 1 },
        }).answer;
    assert.deepEqual(
        [said("rate", 0.6), said("rate", 0.97), said("none", 0.97), said("linear", 0.97)],
        ["rate.lost", "rate.well", "none.well", "linear.well"],
    );
    assert.deepEqual(
        [said("overfit", 1, 0.21), said("overfit", 1, 0.24), said("overfit", 1, 0.26)],
        ["overfit.low", "overfit.low", "overfit.risen"],
    );
});
