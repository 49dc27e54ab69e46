/** Exported Keras scripts, run against a stand-in for Keras (tests/python/keras). */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadLab } from "../../scripts/core.mjs";
import { withAccuracy } from "../../scripts/golden.mjs";
import { kerasScript } from "../../web/worker/keras-script.js";
import { configurations } from "../configurations.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
mkdirSync(path.join(ROOT, "build"), { recursive: true });
const folder = mkdtempSync(path.join(ROOT, "build", "keras-"));
after(() => rmSync(folder, { recursive: true }));

const lab = await loadLab();

/** @param {string} script */
function python(script) {
    const file = path.join(folder, "exported.py");
    writeFileSync(file, script);
    // Debian's own Python, which has Debian's NumPy and scikit-learn.
    const result = spawnSync("/usr/bin/python3", ["-B", file], {
        encoding: "utf8",
        env: { ...process.env, PYTHONPATH: path.join(ROOT, "tests/python"), OMP_NUM_THREADS: "1" },
    });
    return { ...result, stdout: withAccuracy(result.stdout) };
}

/**
 * @param {Partial<import("../../web/core/settings.js").Settings>} settings
 * @param {number} steps
 */
function trained(settings, steps) {
    const all = { ...lab.defaults, ...settings };
    const model = lab.createModel(all, lab.makeData(all));
    model.train(steps);
    return model;
}

const models = [
    ...configurations,
    {
        name: "zeros, he_normal's opposite",
        steps: 9,
        settings: { initializer: "zeros", points: 50 },
    },
    { name: "a large seed", steps: 60, settings: { seed: 4294967295, points: 50, layers: [9] } },
    {
        name: "a class without a training sample",
        steps: 60,
        settings: { classes: 10, points: 2, layers: [4], validationSplit: 0.5 },
    },
    { name: "ten classes", steps: 60, settings: { classes: 10, points: 30, layers: [24] } },
];

for (const { name, steps, settings } of models) {
    test(`its weights predict in Python what they predict here: ${name}`, () => {
        const model = trained(settings, steps);
        const { stdout, stderr, status } = python(kerasScript(model, { weights: true }));
        assert.equal(status, 0, stderr);
        assert.match(stdout, /Keras predicts what the page predicted: largest difference \S+\n/);
        // Real NumPy and scikit-learn made the data and counted: the report must be ours.
        assert.ok(
            stdout.endsWith(`${model.classificationReport({ labels: "integer" })}\n`),
            stdout,
        );
        model.dispose();
    });
}

test("points of one's own go into the script", () => {
    const settings = { ...lab.defaults, layers: [16], validationSplit: 0.2, dataset: "moons" };
    const side = 12; // of a chessboard of classes, one of which has no point
    const x = Float32Array.from({ length: 2 * side * side }, (_, i) =>
        i % 2 ? (i >> 1) % side : Math.floor((i >> 1) / side) / 3,
    );
    const y = Uint8Array.from(
        { length: side * side },
        (_, i) => 2 * ((i + Math.floor(i / side)) % 2),
    );
    const model = lab.createModel(settings, { x, y, samples: side * side, classes: 4 });
    assert.ok(model.hasOwnPoints);
    assert.ok(!trained({ points: 20 }, 0).hasOwnPoints);
    model.train(100);
    for (const weights of [true, false]) {
        const { stdout, stderr, status } = python(kerasScript(model, { weights }));
        assert.equal(status, 0, stderr);
        // With the very weights the report is ours; else at least the samples are.
        const report = model.classificationReport({ labels: "integer" });
        if (weights) assert.ok(stdout.endsWith(`${report}\n`), `${stdout}\n${report}`);
        const support = (/** @type {string} */ text) => text.match(/\d+$/gm)?.slice(0, 2);
        assert.deepEqual(support(stdout.slice(stdout.indexOf("precision"))), support(report));
    }
    model.dispose();
});

test("a damaged weight fails the check", () => {
    const model = trained({ points: 50, layers: [16] }, 60);
    const good = kerasScript(model, { weights: true });
    const weights = model.weights();
    weights[70] += 0.3; // of the output layer
    const values = Buffer.from(weights.buffer).toString("base64");
    const damaged = good.replace(/b64decode\("""[^"]*"""\)/, `b64decode("${values}")`);
    assert.notEqual(damaged, good);
    const { stderr, status } = python(damaged);
    assert.equal(status, 1);
    assert.match(stderr, /Keras predicts something else: largest difference/);
    model.dispose();
});

test("a script without weights trains, and learns", () => {
    const model = trained({ points: 100, epochs: 60, layers: [64, 32] }, 0);
    const { stdout, stderr, status } = python(kerasScript(model));
    assert.equal(status, 0, stderr);
    const [, accuracy] = /accuracy +(\d\.\d\d) +300\n/.exec(stdout) ?? [];
    assert.ok(Number(accuracy) >= 0.95, stdout);
    model.dispose();
});

test("whatever can be set is a call that Keras has", () => {
    const model = trained(
        {
            points: 40,
            epochs: 4,
            layers: [8, { units: 6, activation: "leaky_relu" }],
            batchNorm: true,
            dropout: 0.2,
            l1: 0.001,
            l2: 0.002,
            optimizer: "adamw",
            schedule: "step",
            clipNorm: 1,
            validationSplit: 0.25,
            earlyStopping: true,
            patience: 1,
            restoreBestWeights: true,
        },
        0,
    );
    const script = kerasScript(model);
    for (const call of ["BatchNormalization()", "Dropout(rate=0.2)", "L1L2(l1=0.001, l2=0.002)"])
        assert.ok(script.includes(call), call);
    const { stdout, stderr, status } = python(script);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /val_loss: \d/);
    model.dispose();
});
