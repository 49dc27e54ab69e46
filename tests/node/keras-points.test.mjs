/** The points of an exported Python script are those of the run, of every kind of data. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { dataCode } from "../../web/worker/keras-data.js";

/** @typedef {import("../../web/core/settings.js").Settings} Settings */

const lab = await loadLab();

/** Python that prints the bytes of what a data section has made. */
const PRINT = `
import hashlib
print(hashlib.sha256(X.astype("<f4").tobytes()).hexdigest(), "".join(str(int(k)) for k in y))
`;

/** @type {Partial<Settings>[]} */
const RUNS = [
    { points: 20 },
    { points: [30, 4, 1] },
    { points: [1, 7], classes: 2, noise: 0.4, turn: -3 },
    { dataset: "moons", points: [9, 40] },
    { dataset: "circles", points: [25, 2] },
    { dataset: "blobs", points: [12, 3, 1, 8], classes: 4 },
    { dataset: "xor", points: 15 },
    { dataset: "xor", points: [14, 3], noise: 0 },
    { dataset: "classification", points: 21 },
    { dataset: "classification", points: 7, classes: 4, classSep: 3, flipY: 0.5 },
    { dataset: "classification", points: [50, 10, 2], flipY: 0 },
    // Of these shares themselves, scikit-learn would make 4, 12 and 7.
    { dataset: "classification", points: [3, 13, 7], flipY: 0 },
    ...[
        [6, 5],
        [5, 6],
        [5, 7],
        [6, 4],
        [2, 1],
        [1, 1],
    ].map((points) => ({
        dataset: "classification",
        classes: 2,
        clustersPerClass: 2,
        flipY: 0,
        points,
    })),
];

/** @param {string[]} sections */
function python(sections) {
    const text = ["import numpy as np", ...sections].join("\n");
    const { stdout, stderr, status } = spawnSync("/usr/bin/python3", ["-"], {
        input: text,
        encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    return stdout.trim().split("\n");
}

test("numpy and scikit-learn make the points of the run", () => {
    /** @type {string[]} */
    const expected = [];
    const sections = RUNS.map((changes) => {
        const settings = { layers: [], ...changes };
        const all = { ...lab.defaults, dataSeed: 6, ...settings };
        const model = lab.createModel(all, lab.makeData(all));
        const { x, y } = model.dataset;
        expected.push(`${lab.sha256(x)} ${[...y].join("")}`);
        const { imports, text } = dataCode(model);
        model.dispose();
        return [...imports, text, PRINT].join("\n");
    });
    const printed = python(sections);
    RUNS.forEach((run, i) => {
        assert.equal(printed[i], expected[i], JSON.stringify(run));
    });
});
