import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { LabError } from "../../web/lab.js";

const lab = await loadLab();
const small = { ...lab.defaults, points: 40, layers: [8, 5] };

/** @param {object} changes @param {string} code */
function refused(changes, code) {
    const settings = { ...small, ...changes };
    const isRefusal = (/** @type {unknown} */ error) => {
        assert.ok(error instanceof LabError);
        assert.equal(error.code, code);
        assert.match(error.message, /^[A-Z].*\.$/);
        return true;
    };
    assert.throws(() => lab.check(settings), isRefusal);
    assert.throws(() => lab.makeSpirals(settings), isRefusal);
    assert.throws(() => lab.createModel(settings, lab.makeSpirals(small)), isRefusal);
}

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

test("bad settings are refused in the core's words", () => {
    refused({ points: 0 }, "points");
    refused({ points: -5 }, "points");
    refused({ points: 1e7 }, "points");
    refused({ points: "500" }, "points");
    refused({ points: null }, "points");
    refused({ learningRate: Number.NaN }, "learning_rate");
    refused({ learningRate: 0 }, "learning_rate");
    refused({ batchSize: 0.5 }, "batch_size");
    refused({ seed: -1 }, "seed");
    refused({ seed: 2 ** 32 }, "seed");
    refused({ optimizer: "sdg" }, "optimizer");
    refused({ layers: [0] }, "units");
    refused({ layers: [8, 1e6] }, "units");
    refused({ layers: [8, Number.NaN] }, "units");
    refused({ layers: new Array(9).fill(4) }, "layers");
    refused({ layers: new Array(100000).fill(4) }, "layers");
    refused({ layers: "128" }, "layers");
});

test("what is too large together is refused, and the lab lives on", () => {
    const wide = { ...small, layers: new Array(8).fill(1024) };
    assert.throws(() => lab.createModel(wide, lab.makeSpirals(small)), { code: "too_large" });
    const model = lab.createModel(small, lab.makeSpirals(small));
    model.fit(1);
    model.dispose();
});

test("the largest model that is allowed fits, and a second beside it", () => {
    const large = { ...small, layers: [1000, 900, 300] };
    const data = lab.makeSpirals(small);
    const models = [lab.createModel(large, data), lab.createModel(large, data)];
    for (const model of models) model.train(1);
    assert.ok(models.every((model) => Number.isFinite(model.lastLoss)));
    for (const model of models) model.dispose();
});

test("given points are judged", () => {
    const good = {
        x: new Float32Array([0, 1, 2, 3]),
        y: new Uint8Array([0, 1]),
        samples: 2,
        classes: 2,
    };
    lab.createModel(small, good).dispose();
    /** @param {object} changes @param {string} code */
    const bad = (changes, code) =>
        assert.throws(() => lab.createModel(small, { ...good, ...changes }), { code });
    bad({ x: new Float32Array([0, 1, Number.NaN, 3]) }, "points_x");
    bad({ y: new Uint8Array([0, 2]) }, "points_y");
    bad({ samples: 3 }, "samples");
    bad({ classes: 99 }, "classes");
});

test("training, history and progress hold together", () => {
    const model = lab.createModel(small, lab.makeSpirals(small));
    assert.equal(model.stepsPerEpoch, 4);
    assert.ok(Number.isNaN(model.progress.loss));
    assert.deepEqual(model.history, { loss: [], accuracy: [] });
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

test("the same seed gives the same weights, another seed others", () => {
    const data = lab.makeSpirals(small);
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

test("predictions, probabilities, matrix and report agree", () => {
    const data = lab.makeSpirals(small);
    const model = lab.createModel(small, data);
    model.fit(60);
    const predicted = model.predict(data.x);
    const probabilities = model.predictProba(data.x);
    for (let i = 0; i < data.samples; i++) {
        const p = [...probabilities.slice(3 * i, 3 * i + 3)];
        assert.equal(p.indexOf(Math.max(...p)), predicted[i]);
        assert.ok(Math.abs(p[0] + p[1] + p[2] - 1) < 1e-6);
    }
    const matrix = lab.confusionMatrix(data.y, predicted, 3);
    assert.deepEqual(model.confusionMatrix(), matrix);
    assert.equal(model.classificationReport(), lab.classificationReport(matrix));
    assert.match(model.classificationReport({ labels: "integer" }), /\n {11}2 /);
    const hits = matrix[0][0] + matrix[1][1] + matrix[2][2];
    assert.equal(model.evaluate().accuracy, hits / data.samples);
    model.dispose();
});

test("a grid's classes are those of its probabilities", () => {
    const model = lab.createModel(small, lab.makeSpirals(small));
    const grid = { xMin: -1, xMax: 1, yMin: -2, yMax: 2, columns: 9, rows: 13 };
    const classes = model.predictGrid(grid);
    const p = model.predictGridProba(grid);
    assert.equal(classes.length, 9 * 13);
    classes.forEach((c, i) => {
        for (let j = 0; j < 3; j++) assert.ok(p[3 * i + c] >= p[3 * i + j]);
    });
    model.dispose();
});

test("weights can be read, set and checked", () => {
    const model = lab.createModel(small, lab.makeSpirals(small));
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
    const model = lab.createModel(small, lab.makeSpirals(small));
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

test("the learning rate changes on the way", () => {
    const model = lab.createModel(small, lab.makeSpirals(small));
    model.fit(1);
    model.setLearningRate(0.1);
    assert.throws(() => model.setLearningRate(-1), { code: "learning_rate" });
    assert.equal(model.progress.epoch, 1);
    model.dispose();
});

test("two models do not disturb each other", () => {
    const data = lab.makeSpirals(small);
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
    const model = lab.createModel(lab.defaults, lab.makeSpirals(lab.defaults));
    const lines = model.summary().split("\n");
    assert.equal(lines[0], 'Model: "sequential"');
    assert.equal(lines[4].trimEnd(), " dense (Dense)               (None, 128)               384");
    assert.ok(lines.includes("Total params: 11,299"));
    model.dispose();
});

test("the article run reaches 0.99 in the median of twenty seeds", () => {
    const data = lab.makeSpirals(lab.defaults);
    const accuracies = Array.from({ length: 20 }, (_, seed) => {
        const model = lab.createModel({ ...lab.defaults, seed }, data);
        model.fit(lab.defaults.epochs);
        const { accuracy } = model.evaluate();
        model.dispose();
        return accuracy;
    }).sort((a, b) => a - b);
    assert.ok((accuracies[9] + accuracies[10]) / 2 >= 0.99, accuracies.join(" "));
});
