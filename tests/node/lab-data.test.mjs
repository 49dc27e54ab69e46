/** A caller's own points, and the names of their classes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { defaultLabels } from "../../web/core/dataset.js";

const lab = await loadLab();
const small = { ...lab.defaults, points: 40, layers: [8, 5] };

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
    assert.deepEqual([loaded.labels, loaded.dataset.labels], [named.labels, named.labels]);
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

test("each class may have its own number of points", () => {
    const settings = { ...small, points: [40, 20, 5], validationSplit: 0.2 };
    const data = lab.makeData(settings);
    assert.equal(data.samples, 65);
    const model = lab.createModel(settings, data);
    assert.deepEqual(model.settings.points, [40, 20, 5]);
    assert.ok(!model.hasOwnPoints);
    model.set({ points: [40, 20, 5], learningRate: 0.003 });
    assert.equal(model.settings.learningRate, 0.003);
    for (const points of [[40, 20, 6], 40])
        assert.throws(() => model.set({ points }), { code: "fixed" });
    model.fit(2);
    const loaded = lab.loadModel(model.save());
    assert.deepEqual(loaded.settings, model.settings);
    assert.ok(!loaded.hasOwnPoints);
    // One in a list is one for all.
    assert.equal(lab.makeData({ ...small, points: [7] }).samples, 21);
    // What was set before leaves nothing behind.
    const again = lab.createModel({ ...small, points: 40 }, data);
    assert.equal(again.settings.points, 40);
    for (const each of [model, loaded, again]) each.dispose();
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
