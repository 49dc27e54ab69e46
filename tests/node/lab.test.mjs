/** Models of the core under Node: training, settings, weights, layers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";

/** @typedef {import("../../web/core/lab-error.js").LabError} LabError */

const lab = await loadLab();
const small = { ...lab.defaults, points: 40, layers: [8, 5] };

test("the defaults are the tutorial's run", () => {
    const { classes, points, layers, learningRate, batchSize, epochs } = lab.defaults;
    assert.deepEqual(
        { classes, points, layers, learningRate, batchSize, epochs },
        {
            classes: 3,
            points: 500,
            layers: [128, 64, 32, 16],
            learningRate: 0.01,
            batchSize: 32,
            epochs: 50,
        },
    );
});

test("training, history and progress hold together", () => {
    const model = lab.createModel(small, lab.makeData(small));
    assert.equal(model.stepsPerEpoch, 4);
    assert.ok(Number.isNaN(model.progress.loss));
    assert.deepEqual(model.history.loss, []);
    model.train(6);
    assert.deepEqual([model.progress.epoch, model.progress.step], [1, 2]);
    model.trainEpoch();
    assert.deepEqual([model.progress.epoch, model.progress.step], [2, 0]);
    const { loss, accuracy } = model.fit(30);
    assert.equal(loss.length, 32);
    assert.equal(model.progress.loss, loss[31]);
    assert.ok(loss[31] < loss[0] && accuracy[31] > accuracy[0]);
    model.dispose();
});

test("the history can be read from an epoch on", () => {
    const settings = { ...small, validationSplit: 0.25 };
    const model = lab.createModel(settings, lab.makeData(settings));
    assert.deepEqual(model.historyFrom(0), model.history);
    model.fit(70); // more than it first has room for
    model.train(1);
    const whole = model.history;
    for (const epoch of [0, 1, 69, 70, 71]) {
        const expected = Object.entries(whole).map(([name, all]) => [name, all.slice(epoch)]);
        assert.deepEqual(model.historyFrom(epoch), Object.fromEntries(expected));
    }
    assert.deepEqual(model.historyFrom(69).loss, [whole.loss[69]]);
    for (const none of [-1, 0.5, Number.NaN])
        assert.throws(() => model.historyFrom(none), /There is no history from epoch/);
    model.dispose();
});

test("the same seed gives the same weights, another seed others", () => {
    const data = lab.makeData(small);
    const shas = [0, 0, 1].map((seed) => {
        const model = lab.createModel({ ...small, seed }, data);
        model.fit(5);
        const sha = model.weightsSha256();
        model.dispose();
        return sha;
    });
    assert.equal(shas[0], shas[1]);
    assert.notEqual(shas[0], shas[2]);
    assert.match(shas[0], /^[0-9a-f]{64}$/);
});

test("weights can be read, set and checked", () => {
    const model = lab.createModel(small, lab.makeData(small));
    const weights = model.weights();
    assert.equal(weights.length, model.parameters);
    assert.equal(model.parameters, 3 * 8 + 9 * 5 + 6 * 3);
    model.fit(1);
    assert.notDeepEqual(model.weights(), weights);
    model.setWeights(weights);
    assert.deepEqual(model.weights(), weights);
    assert.throws(() => model.setWeights(weights.slice(1)), RangeError);
    model.dispose();
});

test("divergence names its step and leaves the last finite epoch", () => {
    const model = lab.createModel(small, lab.makeData(small));
    model.fit(2);
    const good = model.weightsSha256();
    const broken = model.weights();
    model.train(1);
    model.setWeights(broken.fill(Number.NaN));
    assert.throws(
        () => model.train(1),
        (/** @type {LabError} */ error) => error.code === "diverged" && error.step === 10,
    );
    assert.equal(model.weightsSha256(), good);
    assert.equal(model.progress.epoch, 2);
    model.fit(1);
    model.dispose();
});

test("settings change on the way, all of them or none", () => {
    const model = lab.createModel(small, lab.makeData(small));
    model.fit(1);
    model.set({ learningRate: 0.003, l2: 0.01, schedule: "constant" });
    assert.equal(model.settings.learningRate, 0.003);
    assert.equal(model.progress.learningRate, 0.003);
    assert.ok(model.penalty > 0);
    assert.throws(() => model.set({ l2: 0.5, batchSize: 7 }), { code: "fixed" });
    assert.throws(() => model.set({ l2: 0.5, learningRate: 0 }), { code: "learning_rate" });
    assert.throws(() => model.set({ l2: 0.5, layers: [3] }), { code: "fixed" });
    assert.throws(() => model.set(/** @type {any} */ ({ l2: 0.5, lr: 1 })), { code: "setting" });
    model.set({ layers: [...small.layers], batchSize: small.batchSize }); // as they are
    assert.equal(model.settings.l2, 0.01);
    assert.equal(model.progress.epoch, 1);
    assert.deepEqual(
        lab.settings
            .filter(({ live }) => live)
            .map(({ name }) => name)
            .includes("learningRate"),
        true,
    );
    model.dispose();
});

test("a model's settings are those that it was made with", () => {
    const settings = {
        ...small,
        layers: [5, { units: 4, activation: "tanh" }],
        optimizer: "rmsprop",
        batchNorm: true,
        seed: 4294967295,
    };
    const model = lab.createModel(settings, lab.makeData(settings));
    assert.deepEqual(model.settings, settings);
    assert.deepEqual(
        model.layers.map(({ activation, batchNorm }) => [activation, batchNorm]),
        [
            ["relu", true],
            ["tanh", true],
            ["linear", false],
        ],
    );
    model.dispose();
});

test("a validation split has its own history, matrix and report", () => {
    const settings = { ...small, validationSplit: 0.25 };
    const data = lab.makeData(settings);
    const model = lab.createModel(settings, data);
    const { val_loss, val_accuracy, learning_rate } = model.fit(4);
    assert.equal(val_loss.length, 4);
    assert.ok(val_loss.every(Number.isFinite) && val_accuracy.every(Number.isFinite));
    assert.deepEqual(learning_rate, [0.01, 0.01, 0.01, 0.01]);
    assert.deepEqual([model.trainingSamples, model.validationSamples], [90, 30]);
    const { loss, accuracy } = model.evaluate({ validation: true });
    assert.equal(val_loss[3], loss);
    assert.equal(val_accuracy[3], accuracy);
    const sum = (/** @type {number[][]} */ matrix) => matrix.flat().reduce((a, b) => a + b);
    assert.equal(sum(model.confusionMatrix({ validation: true })), 30);
    assert.match(model.classificationReport({ validation: true }), / 30\n$/);

    const mask = model.validationMask();
    const losses = model.sampleLosses();
    const aside = [...losses].filter((_, i) => mask[i]);
    assert.ok(Math.abs(aside.reduce((a, b) => a + b) / 30 - loss) < 1e-5);
    assert.deepEqual(model.dataset, data);
    model.dispose();
});

test("early stopping ends fit", () => {
    const settings = { ...small, earlyStopping: true, patience: 2, minDelta: 0.5 };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(100);
    assert.ok(model.stopped);
    assert.equal(model.progress.epoch, model.bestEpoch + 2);
    model.fit(1);
    assert.ok(!model.stopped);
    model.dispose();
});

test("what views ask of a layer", () => {
    const settings = { ...small, activation: "tanh" };
    const data = lab.makeData(settings);
    const model = lab.createModel(settings, data);
    model.train(3);
    const { kernel, kernelGradient } = model.norms(0);
    const weights = model.weights();
    assert.ok(Math.abs(kernel - Math.hypot(...weights.slice(0, 16))) < 1e-6);
    assert.ok(kernelGradient > 0);
    assert.deepEqual([...model.deadUnits(0)], new Array(8).fill(0));
    for (const quantity of /** @type {const} */ (["weights", "gradients", "activations"])) {
        const { counts, low, high } = model.histogram(quantity, 1, 12);
        assert.equal(counts.length, 12);
        const total = quantity === "activations" ? 5 * data.samples : 8 * 5;
        assert.equal(
            counts.reduce((a, b) => a + b),
            total,
        );
        assert.ok(low < high);
    }
    const x = new Float32Array([0.2, -0.4]);
    const z = 0.2 * weights[0] - 0.4 * weights[8] + weights[16];
    assert.ok(Math.abs(model.activations(0, x)[0] - Math.tanh(z)) < 1e-6);

    const logits = [...model.logits(x)];
    const exponentials = logits.map((logit) => Math.exp(logit));
    const sum = exponentials.reduce((a, b) => a + b);
    model.predictProba(x).forEach((p, j) => {
        assert.ok(Math.abs(p - exponentials[j] / sum) < 1e-6);
    });
    const grid = { xMin: -1, xMax: 1, yMin: -1, yMax: 1, columns: 5, rows: 4 };
    assert.equal(model.activationsGrid(1, grid).length, 20 * 5);
    assert.deepEqual([...lab.gridPoints(grid).slice(0, 4)], [-1, -1, -0.5, -1]);
    model.dispose();
});

test("the sigmoid output judges each class by itself", () => {
    const settings = { ...small, output: "sigmoid" };
    const data = lab.makeData(settings);
    const model = lab.createModel(settings, data);
    model.fit(50);
    const p = model.predictProba(data.x);
    const labels = model.predictLabels(data.x);
    assert.equal(labels.length, p.length);
    assert.deepEqual(
        [...labels],
        [...p].map((value) => Number(value > 0.5)),
    );
    const sums = Array.from(
        { length: data.samples },
        (_, i) => p[3 * i] + p[3 * i + 1] + p[3 * i + 2],
    );
    assert.ok(sums.some((sum) => Math.abs(sum - 1) > 0.01));
    model.dispose();
});

test("the learning rate changes on the way", () => {
    const model = lab.createModel(small, lab.makeData(small));
    model.fit(1);
    model.setLearningRate(0.1);
    assert.throws(() => model.setLearningRate(-1), { code: "learning_rate" });
    assert.equal(model.progress.epoch, 1);
    model.dispose();
});

test("two models do not disturb each other", () => {
    const data = lab.makeData(small);
    const alone = lab.createModel(small, data);
    alone.fit(3);
    const [a, b] = [lab.createModel(small, data), lab.createModel({ ...small, seed: 5 }, data)];
    for (let i = 0; i < 12; i++) {
        a.train(1);
        b.train(1);
    }
    assert.equal(a.weightsSha256(), alone.weightsSha256());
    for (const model of [alone, a, b]) model.dispose();
});

test("the summary is Keras's", () => {
    const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
    const lines = model.summary().split("\n");
    assert.equal(lines[0], 'Model: "sequential"');
    assert.equal(lines[4].trimEnd(), " dense (Dense)               (None, 128)               384");
    assert.ok(lines.includes("Total params: 11,299"));
    model.dispose();
});

test("the article run reaches 0.99 in the median of twenty seeds", () => {
    const data = lab.makeData(lab.defaults);
    const accuracies = Array.from({ length: 20 }, (_, seed) => {
        const model = lab.createModel({ ...lab.defaults, seed }, data);
        model.fit(lab.defaults.epochs);
        const { accuracy } = model.evaluate();
        model.dispose();
        return accuracy;
    }).sort((a, b) => a - b);
    assert.ok((accuracies[9] + accuracies[10]) / 2 >= 0.99, accuracies.join(" "));
});
