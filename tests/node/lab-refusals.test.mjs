/** What the core cannot take is refused with a sentence, and the lab lives on. */

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

test("bad settings are refused in the core's words", () => {
    refused({ points: 0 }, "points");
    refused({ points: -5 }, "points");
    refused({ points: 1e7 }, "points");
    refused({ points: "500" }, "points");
    refused({ points: null }, "points");
    refused({ points: [5, 5, 0] }, "points");
    refused({ points: [5, 5, "5"] }, "points");
    refused({ points: new Array(3) }, "points");
    refused({ points: [5, 5] }, "point_counts");
    refused({ points: [] }, "point_counts");
    refused({ points: new Array(100_000).fill(5) }, "point_counts");
    refused({ dataset: "classification", classes: 5 }, "clusters");
    refused({ dataset: "classification", clustersPerClass: 2 }, "clusters");
    refused({ clustersPerClass: 3 }, "clusters_per_class");
    refused({ flipY: 1.5 }, "flip_y");
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

test("impossible sizes and indices are refused, and the lab lives on", () => {
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

test("a value of another type is refused with a sentence, and the lab lives on", () => {
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
