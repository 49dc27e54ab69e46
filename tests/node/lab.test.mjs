import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { LabError } from "../../web/core/lab-error.js";

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
    assert.throws(() => lab.makeData(settings), isRefusal);
    assert.throws(() => lab.createModel(settings, lab.makeData(small)), isRefusal);
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
    refused({ layers: [{ units: 4, activation: "rleu" }] }, "activation");
    refused({ layers: [{ units: 0, activation: "relu" }] }, "units");
    refused({ layers: [null] }, "units");
    refused({ dataset: "spirales" }, "dataset");
    refused({ batchNorm: 1 }, "batch_norm");
    refused({ dropout: 1 }, "dropout");
    refused({ l2: -1 }, "l2");
    refused({ validationSplit: 1 }, "validation_split");
    refused({ lerningRate: 1 }, "setting");
});

test("what is too large together is refused, and the lab lives on", () => {
    const wide = { ...small, layers: new Array(8).fill(1024) };
    assert.throws(() => lab.createModel(wide, lab.makeData(small)), { code: "too_large" });
    const model = lab.createModel(small, lab.makeData(small));
    model.fit(1);
    model.dispose();
});

test("the largest model that is allowed fits, and a second beside it", () => {
    const large = { ...small, layers: [1000, 900, 300] };
    const data = lab.makeData(small);
    const models = [lab.createModel(large, data), lab.createModel(large, data)];
    for (const model of models) model.train(1);
    assert.ok(models.every((model) => Number.isFinite(model.lastLoss)));
    for (const model of models) model.dispose();
});

test("where memory ends there is a sentence, and what was made before lives on", () => {
    const large = { ...small, layers: [1000, 900, 300] };
    const data = lab.makeData(small);
    /** @type {import("../../web/core/model.js").Model[]} */
    const models = [];
    const fill = () => {
        while (models.length < 10) models.push(lab.createModel(large, data));
    };
    assert.throws(fill, { code: "memory", message: /memory/ });
    assert.ok(models.length >= 2);
    for (const model of models) model.train(1);
    models.pop()?.dispose();
    models.push(lab.createModel(large, data));
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

test("predictions, probabilities, matrix and report agree", () => {
    const data = lab.makeData(small);
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
    const model = lab.createModel(small, lab.makeData(small));
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

test("a model's settings are those it was made of", () => {
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

test("saved and loaded, training goes on as if it had never stopped", () => {
    const settings = { ...small, dropout: 0.1, batchNorm: true, validationSplit: 0.2 };
    const straight = lab.createModel(settings, lab.makeData(settings));
    straight.train(7);
    const bytes = straight.save();
    const resumed = lab.loadModel(bytes);
    assert.deepEqual(resumed.settings, settings);
    straight.train(20);
    resumed.train(20);
    assert.equal(resumed.weightsSha256(), straight.weightsSha256());
    assert.deepEqual(resumed.save(), straight.save());
    for (const model of [straight, resumed]) model.dispose();
});

test("what is no number of anything is refused, and the lab lives on", () => {
    const model = lab.createModel(small, lab.makeData(small));
    const before = model.weightsSha256();
    /** @type {any} */ const any = model;
    for (const call of [
        () => model.predict(new Float32Array(3)),
        () => model.activations(9, new Float32Array(2)),
        () => model.norms(-1),
        () => model.deadUnits(3),
        () => model.histogram("weights", 0, 0),
        () => model.histogram("weights", 3),
        () => model.histogram("weights", 0, 2 ** 30),
        () => any.histogram("wights", 0),
        () => model.train(-1),
        () => model.train(2 ** 32 + 1),
        () => model.train(0.5),
        () => model.predictGrid({ xMin: -1, xMax: 1, yMin: -1, yMax: 1, columns: 2.5, rows: 2 }),
        () => lab.gridPoints({ xMin: 0, xMax: 1, yMin: 0, yMax: 1, columns: 23171, rows: 23171 }),
        () => lab.randomState(1).permutation(2 ** 30),
        () => lab.makeData(small, 2 ** 32 + 6),
        () => lab.confusionMatrix([0, 0.5], [0, 1], 2),
        () => lab.confusionMatrix([0, 256], [0, 0], 2),
        () => lab.classificationReport([[1, 2], [3]]),
        () => lab.classificationReport([[-1]]),
        () => lab.classificationReport([[1]], { digits: Number.NaN }),
        () => lab.classificationScores([[1, 2], [3]]),
        () => lab.classificationScores(Array.from({ length: 21 }, () => Array(21).fill(7))),
        () => lab.optimizerPath(small, [1, 2], [[1]]),
        () => lab.createModel(small, { ...lab.makeData(small), classes: 2.7 }),
    ])
        assert.throws(call, (/** @type {Error} */ { name, message }) => {
            assert.match(name, /^(LabError|RangeError)$/, `${call}: ${message}`);
            assert.match(message, /^[A-Z].*\.$/);
            return true;
        });
    // Any list of numbers will do for an array.
    const x = [...lab.makeData(small).x];
    assert.deepEqual(any.predict(x), model.predict(Float32Array.from(x)));
    assert.equal(any.weightsSha256(), before);
    assert.equal(lab.sha256(/** @type {any} */ ([1, 2])), lab.sha256(Float32Array.of(1, 2)));
    model.dispose();
    model.dispose();
    for (const call of [() => model.train(1), () => model.reset(), () => any.predict([1, 2])])
        assert.throws(call, /disposed of/);
});

test("a file that is none is refused with a sentence", () => {
    const model = lab.createModel(small, lab.makeData(small));
    const bytes = model.save();
    const refusal = (/** @type {Uint8Array} */ file) => {
        try {
            lab.loadModel(file).dispose();
            return "loaded";
        } catch (error) {
            assert.ok(error instanceof LabError);
            return error.code;
        }
    };
    const changed = (/** @type {number} */ at) => {
        const file = bytes.slice();
        file[at] ^= 64;
        return file;
    };
    assert.equal(refusal(bytes), "loaded");
    assert.equal(refusal(new Uint8Array(0)), "file");
    assert.equal(refusal(new TextEncoder().encode("no model at all, but long enough")), "file");
    assert.equal(refusal(bytes.slice(0, -1)), "file_damaged");
    assert.equal(refusal(Uint8Array.of(...bytes, 0)), "file_damaged");
    assert.equal(refusal(changed(5000)), "file_damaged");
    assert.equal(refusal(changed(8)), "file_version");
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

test("bytes are known before anything is allocated", () => {
    const bytes = lab.modelBytes(lab.defaults);
    assert.ok(bytes > 6 * 4 * 11299 && bytes < 1e6, `${bytes}`);
    assert.ok(lab.modelBytes({ ...lab.defaults, layers: [256] }) < bytes);
    assert.ok(lab.modelBytes({ ...lab.defaults, layers: [1024, 1024, 1024] }) > 48e6);
});

test("a thousand models come and go, and leave no growth", () => {
    // Two as large as a model can be fit only if all that came before has been given back.
    const large = { ...small, layers: [1000, 900, 300] };
    const data = lab.makeData(small);
    const room = () => {
        const models = [lab.createModel(large, data), lab.createModel(large, data)];
        for (const model of models) model.dispose();
    };
    room();
    for (let i = 0; i < 1000; i++) {
        const settings = { ...small, layers: [1 + (i % 40), 64], dropout: i % 2 ? 0.1 : 0 };
        const model = lab.createModel(settings, data);
        model.train(5);
        lab.loadModel(model.save()).dispose();
        model.dispose();
    }
    room();
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
