import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { loadLab } from "../../scripts/core.mjs";
import { defaultLabels } from "../../web/core/dataset.js";
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
    bad({ labels: ["only one"] }, "labels");
    bad({ classes: 99, labels: ["only one"] }, "classes");
});

/** Not names of two classes. @type {any[]} */
const NO_LABELS = [
    "ab",
    null,
    [],
    ["a"],
    ["a", "b", "c"],
    ["a", "a"],
    ["a", ""],
    ["a", 1],
    ["a", "line\nbreak"],
    ["a", "end\0"],
    ["a", "\u0085"],
    ["a", "\ud83d"],
    new Array(2),
];

test("classes have names", () => {
    const data = lab.makeData({ ...small, classes: 2 });
    const { x, y, samples, classes } = data;
    assert.deepEqual(data.labels, ["0.0", "1.0"]);
    assert.deepEqual(defaultLabels(4), ["0.0", "1.0", "2.0", "3.0"]);

    const labels = ["蘋果 😀", " two words "];
    const named = lab.createModel(small, { ...data, labels });
    assert.deepEqual(named.labels, labels);
    assert.deepEqual(named.dataset, { ...data, labels });
    labels[0] = "changed afterwards";
    assert.equal(named.labels[0], "蘋果 😀");
    assert.match(named.classificationReport(), /\n {8}蘋果 😀 .*\n {1} two words {2}/);
    assert.match(named.classificationReport({ labels: "float" }), /\n {9}0\.0 .*\n {9}1\.0 /);

    const nameless = lab.createModel(small, { x, y, samples, classes });
    assert.deepEqual(nameless.labels, ["0.0", "1.0"]);
    const loaded = lab.loadModel(named.save());
    assert.deepEqual([loaded.labels, loaded.dataset.labels], [data.labels, data.labels]);
    for (const model of [named, nameless, loaded]) model.dispose();

    assert.ok(lab.statuses.includes("labels"));
    for (const bad of NO_LABELS) {
        const refusal = { name: "LabError", code: "labels", message: /^Every class needs a name/ };
        assert.throws(() => lab.createModel(small, { ...data, labels: bad }), refusal);
        if (typeof bad === "string") continue; // to a report it is a style
        assert.throws(() => lab.report([0, 1], [0, 1], { classes: 2, labels: bad }), refusal);
        const matrix = [
            [1, 0],
            [0, 1],
        ];
        assert.throws(() => lab.classificationReport(matrix, { labels: bad }), refusal);
    }
});

test("there may be twenty classes", () => {
    assert.equal(lab.limits.classes, 20);
    assert.throws(() => lab.check({ ...small, classes: 21 }), { code: "classes" });
    const settings = { ...small, dataset: "blobs", classes: 20, clusterStd: 0.1 };
    const data = lab.makeData(settings);
    const model = lab.createModel({ ...settings, layers: [32, 32] }, data);
    model.fit(100);
    assert.ok(model.evaluate().accuracy > 0.6, `${model.evaluate().accuracy}`);
    const matrix = model.confusionMatrix();
    assert.deepEqual(matrix, lab.confusionMatrix(data.y, model.predict(data.x), 20));
    assert.deepEqual(
        matrix.map((row) => row.reduce((a, b) => a + b)),
        new Array(20).fill(40),
    );
    assert.match(model.classificationReport(), /\n {8}19\.0 /);
    model.dispose();
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

test("the history can be had from an epoch on", () => {
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

/** What scikit-learn 1.2.1 prints for target_names=labels. */
const REPORTS = [
    {
        matrix: [
            [2, 2, 0],
            [1, 2, 0],
            [0, 1, 2],
        ],
        options: { labels: ["accuracy", "長".repeat(13), "x".repeat(60)] },
        text: `\
                                                              precision    recall  f1-score   support

                                                    accuracy       0.67      0.50      0.57         4
                                               長長長長長長長長長長長長長       0.40      0.67      0.50         3
xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx       1.00      0.67      0.80         3

                                                    accuracy                           0.60        10
                                                   macro avg       0.69      0.61      0.62        10
                                                weighted avg       0.69      0.60      0.62        10
`,
    },
    {
        matrix: [
            [3, 0, 1, 0],
            [0, 0, 0, 0],
            [1, 0, 2, 1],
            [0, 0, 1, 4],
        ],
        options: { labels: ["macro avg", "nowhere", "two words", " 😀 "], digits: 3 },
        text: `\
              precision    recall  f1-score   support

   macro avg      0.750     0.750     0.750         4
   two words      0.500     0.500     0.500         4
          😀       0.800     0.800     0.800         5

    accuracy                          0.692        13
   macro avg      0.683     0.683     0.683        13
weighted avg      0.692     0.692     0.692        13
`,
    },
];

test("a report with names is scikit-learn's", () => {
    for (const { matrix, options, text } of REPORTS)
        assert.equal(lab.classificationReport(matrix, options), text);
});

/** The numbers of a report's text: of each line behind its name. @param {string} text */
const numbersOf = (text) =>
    text
        .split("\n")
        .slice(1)
        .filter(Boolean)
        .map((line) => line.slice(12).trim().split(/ +/));

/**
 * As numbersOf.
 * @param {import("../../web/core/metrics.js").Report} report
 * @param {number} digits
 */
function numbersExpected({ rows, scores }, digits) {
    /** @param {import("../../web/core/metrics.js").Score} score */
    const line = ({ precision, recall, "f1-score": f1, support }) => [
        ...[precision, recall, f1].map((value) => value.toFixed(digits)),
        `${support}`,
    ];
    return [
        ...rows.map((k) => line(scores.classes[k])),
        [scores.accuracy.toFixed(digits), `${scores.micro.support}`],
        line(scores.macro),
        line(scores.weighted),
    ];
}

test("a report as data tells what its text tells", () => {
    const yTrue = [0, 0, 0, 2, 2, 2, 2, 3, 3, 3];
    const yPred = [0, 0, 2, 2, 2, 3, 0, 3, 3, 0];
    const labels = ["a", "b", "c", "d"];
    const occurring = lab.report(yTrue, yPred, { labels, digits: 7 });
    const every = lab.report(yTrue, yPred, { labels, digits: 7, everyClass: true });
    assert.deepEqual(occurring.rows, [0, 2, 3]);
    assert.deepEqual(every.rows, [0, 1, 2, 3]);
    for (const report of [occurring, every]) {
        assert.deepEqual(numbersOf(report.text), numbersExpected(report, 7));
        assert.match(report.text, /\n {4}accuracy /);
        assert.deepEqual(report.matrix, lab.confusionMatrix(yTrue, yPred, 4));
        assert.deepEqual(report.labels, labels);
        assert.equal(report.scores.accuracy, 0.6);
        const nothing = { precision: 0, recall: 0, "f1-score": 0, support: 0 };
        assert.deepEqual(report.scores.classes[1], nothing);
    }
    assert.ok(occurring.scores.macro.recall > every.scores.macro.recall);
    assert.deepEqual(occurring.scores.weighted, every.scores.weighted);

    // As scikit-learn's dictionary has them; and every style of labels.
    const { "macro avg": macro } = lab.classificationScores(every.matrix);
    assert.deepEqual(every.scores.macro, macro);
    const integers = lab.report(yTrue, yPred, { classes: 4, labels: "integer" });
    assert.deepEqual([integers.labels, integers.rows.length], [["0", "1", "2", "3"], 4]);
    const floats = lab.report(yTrue, yPred, { classes: 4 });
    assert.deepEqual([floats.labels, floats.rows], [defaultLabels(4), [0, 2, 3]]);
    assert.equal(floats.text, lab.classificationReport(every.matrix));
    const few = lab.report(yTrue, yPred, { classes: 4, labels: "integer", everyClass: false });
    assert.deepEqual(few.rows, [0, 2, 3]);
});

test("a model reports on its training samples and on those set aside", () => {
    const settings = { ...small, validationSplit: 0.25 };
    const data = { ...lab.makeData(settings), labels: ["甲", "乙", "丙"] };
    const model = lab.createModel(settings, data);
    model.fit(5);
    const mask = model.validationMask();
    const predicted = model.predict(data.x);
    for (const validation of [false, true]) {
        const part = (/** @type {Uint8Array} */ y) =>
            y.filter((_, i) => Boolean(mask[i]) === validation);
        const expected = lab.report(part(data.y), part(predicted), {
            labels: data.labels,
            digits: 4,
        });
        const report = model.report({ validation, digits: 4 });
        assert.deepEqual(report, expected);
        assert.equal(report.text, model.classificationReport({ validation, digits: 4 }));
        assert.equal(report.scores.micro.support, validation ? 30 : 90);
        assert.equal(report.scores.accuracy, model.evaluate({ validation }).accuracy);
    }
    assert.deepEqual(model.report({ labels: "integer" }).labels, ["0", "1", "2"]);
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
    const points = lab.gridPoints(grid);
    assert.deepEqual(model.predict(points), classes);
    assert.deepEqual(model.predictProba(points), p);
    for (const layer of [0, 2])
        assert.deepEqual(model.activationsGrid(layer, grid), model.activations(layer, points));
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
        () => lab.confusionMatrix([0, 1], [0, 1], 2.5),
        () => lab.confusionMatrix([0, 1], [0, 1], 21),
        () => lab.report([0, 1], [0, 1], {}),
        () => lab.report([0, 1], [0, 1], { classes: 0 }),
        () => lab.report([0, 1], [0, 1], { classes: 3, labels: ["a", "b"] }),
        () => lab.report([0, 1], [0], { classes: 2 }),
        () => lab.report([0, 2], [0, 1], { labels: ["a", "b"] }),
        () => lab.report([0, 1], [0, 1], { classes: 2, digits: 13 }),
        () => lab.classificationReport([[1, 2], [3]]),
        () => lab.classificationReport([[-1]]),
        () => lab.classificationReport([[1]], { digits: Number.NaN }),
        () => lab.classificationScores([[1, 2], [3]]),
        () => lab.classificationScores(Array.from({ length: 21 }, () => Array(21).fill(7))),
        () => lab.optimizerPath(small, [1, 2], [[1]]),
        () => lab.createModel(small, { ...lab.makeData(small), classes: 2.7 }),
        () => model.fit(0.5),
        () => any.fit(),
        () => model.histogram("weights", 0, 2.5),
        () => lab.randomState(1).permutation(-1),
        () => lab.gridPoints({ xMin: 0, xMax: Number.NaN, yMin: 0, yMax: 1, columns: 2, rows: 2 }),
    ])
        assert.throws(call, (/** @type {Error} */ { name, message }) => {
            assert.match(name, /^(LabError|RangeError)$/, `${call}: ${message}`);
            assert.match(message, /^[A-Z](?!.*of -?\d* bytes).*\.$/);
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

/** Neither an object with settings, points or a grid, nor a list of numbers. @type {any[]} */
const NO_LISTS = [
    undefined,
    null,
    "ab",
    5,
    {},
    new ArrayBuffer(8),
    new DataView(new ArrayBuffer(8)),
    new BigInt64Array(2),
    ["a", "b"],
    new Array(2),
    [
        [0, 1],
        [1, 0],
    ],
];

test("what is of another type is refused with a sentence, and the lab lives on", () => {
    const data = lab.makeData(small);
    const model = lab.createModel(small, data);
    const before = model.weightsSha256();
    /** @type {Record<string, (value: any) => unknown>} */
    const lists = {
        "points of a dataset": (x) => lab.createModel(small, { ...data, x }),
        "classes of a dataset": (y) => lab.createModel(small, { ...data, y }),
        predict: (x) => model.predict(x),
        predictProba: (x) => model.predictProba(x),
        activations: (x) => model.activations(0, x),
        "points of gradients": (x) => model.gradients(x, new Uint8Array(1)),
        "classes of gradients": (y) => model.gradients(new Float32Array(4), y),
        setWeights: (values) => model.setWeights(values),
        sha256: (values) => lab.sha256(values),
        yTrue: (y) => lab.confusionMatrix(y, [0, 1], 2),
        yPred: (y) => lab.confusionMatrix([0, 1], y, 2),
        start: (start) => lab.optimizerPath(small, start, [[1, 2]]),
        gradient: (gradient) => lab.optimizerPath(small, [1, 2], [gradient]),
    };
    for (const [name, call] of Object.entries(lists))
        for (const value of NO_LISTS) {
            const refusal = { name: "TypeError", message: /^A list of numbers is needed as .*\.$/ };
            assert.throws(() => call(value), refusal, `${name} of ${typeof value}`);
        }
    /** @type {Record<string, (value: any) => unknown>} */
    const objects = {
        check: (settings) => lab.check(settings),
        makeData: (settings) => lab.makeData(settings),
        "settings of a model": (settings) => lab.createModel(settings, data),
        "data of a model": (dataset) => lab.createModel(small, dataset),
        modelBytes: (settings) => lab.modelBytes(settings),
        gridPoints: (grid) => lab.gridPoints(grid),
        predictGrid: (grid) => model.predictGrid(grid),
        report: (options) => lab.report([0], [0], options),
        set: (changes) => model.set(changes),
    };
    for (const [name, call] of Object.entries(objects))
        for (const value of [undefined, null, "ab", 5, true]) {
            const refusal = { name: "TypeError", message: /^An object is needed as .*\.$/ };
            assert.throws(() => call(value), refusal, `${name} of ${value}`);
        }
    for (const value of [undefined, null, "ab", 5, {}, [[1, 2]], ["ab"], ["a"]]) {
        /** @type {any} */ const matrix = value;
        const refusal = { name: "RangeError", message: /^A confusion matrix is square/ };
        assert.throws(() => lab.classificationReport(matrix), refusal);
        assert.throws(() => lab.classificationScores(matrix), refusal);
    }
    for (const layer of ["0", "length", 0.5, undefined])
        assert.throws(
            () => model.norms(/** @type {any} */ (layer)),
            /^RangeError: There are layers/,
        );
    assert.equal(model.weightsSha256(), before);
    model.dispose();
});

test("a saved model may be any kind of bytes, and nothing else", () => {
    const model = lab.createModel(small, lab.makeData(small));
    const bytes = model.save();
    const { buffer } = Uint8Array.of(7, ...bytes, 7);
    for (const file of [
        bytes,
        Buffer.from(bytes),
        bytes.slice().buffer,
        new DataView(buffer, 1, bytes.length),
        new Uint8ClampedArray(buffer, 1, bytes.length),
        runInNewContext("Uint8Array.from(bytes)", { bytes }),
        runInNewContext("Uint8Array.from(bytes).buffer", { bytes }),
    ]) {
        const loaded = lab.loadModel(file);
        assert.deepEqual(loaded.save(), bytes);
        loaded.dispose();
    }
    for (const none of [undefined, null, 5, "bytes", {}, [...bytes], new Blob([bytes.slice()])])
        assert.throws(() => lab.loadModel(/** @type {any} */ (none)), {
            name: "LabError",
            code: "file",
            message: /^An ArrayBuffer or a view of one is needed as a saved model, not .*\.$/,
        });
    model.dispose();
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
    const large = { ...lab.defaults, layers: [1024, 1024, 1024] };
    assert.ok(lab.modelBytes(large) > lab.limits.modelBytes);
    assert.equal(lab.limits.modelBytes, 48e6);
    assert.throws(() => lab.createModel(large, lab.makeData(large)), { code: "too_large" });
});

test("bytes are those of the data that a model is for", () => {
    const settings = { ...small, batchSize: 10000 };
    const data = lab.makeData(settings);
    const twenty = lab.makeData({ ...settings, classes: 20 });
    assert.equal(lab.modelBytes(settings, data), lab.modelBytes(settings));
    assert.ok(lab.modelBytes(settings, twenty) > lab.modelBytes(settings));
    assert.equal(
        lab.modelBytes(settings, twenty),
        lab.modelBytes({ ...settings, classes: 20 }, twenty),
    );
    const { x, y, samples, classes } = data;
    assert.equal(lab.modelBytes(settings, { x, y, samples, classes }), lab.modelBytes(settings));
    const bad = { ...data, samples: 7 };
    assert.throws(() => lab.modelBytes(settings, bad), { code: "samples" });
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
