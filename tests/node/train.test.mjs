/** scripts/train.mjs as a person types it. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadLab } from "../../scripts/core.mjs";
import { exported } from "../../web/texts/exported.js";
import { kerasNotebook, kerasScript } from "../../web/worker/keras-script.js";

const BUILD = fileURLToPath(new URL("../../build/", import.meta.url));
const SCRIPT = fileURLToPath(new URL("../../scripts/train.mjs", import.meta.url));

/** @param {string} flags */
function train(flags) {
    const args = flags.split(" ").filter(Boolean);
    return spawnSync(process.execPath, [SCRIPT, ...args], { encoding: "utf8" });
}

test("--json gives the article run as one object", () => {
    const { stdout, stderr, status } = train("--json");
    assert.equal(status, 0);
    assert.equal(stderr, "");
    const run = JSON.parse(stdout);
    assert.equal(
        run.data.x_float32_sha256,
        "9a211a5a22a6f7ff7ba5f8600504d6ca5cfda14730877d7865ecdc7414acabd8",
    );
    assert.equal(run.data.samples, 1500);
    const { sizes, parameters, bytes } = run.model;
    assert.deepEqual({ sizes, parameters }, { sizes: [2, 128, 64, 32, 16, 3], parameters: 11299 });
    assert.ok(bytes > 4 * parameters);
    assert.equal(run.history.loss.length, 50);
    assert.equal(run.history.accuracy.length, 50);
    assert.ok(Math.abs(run.history.loss[0] - 0.5210018363020535) < 1e-4);
    assert.ok(run.evaluation.accuracy > 0.97);
    assert.equal(
        run.confusion_matrix
            .flat()
            .reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b),
        1500,
    );
    assert.match(run.report, /^ {14}precision.*\n\n {9}0\.0 /);
    assert.match(run.weights_sha256, /^[0-9a-f]{64}$/);
    assert.ok(run.timing.fit_ms > 0 && run.timing.ms_per_step > 0);
    assert.equal(run.config.learning_rate, 0.01);
});

test("each class may have its own number of points", () => {
    const run = train("--dataset xor --points 90,30 --noise 0.02 --layers 4 --epochs 1 --json");
    assert.equal(run.stderr, "");
    const { config, data, confusion_matrix: matrix } = JSON.parse(run.stdout);
    assert.deepEqual([config.points, config.dataset, data.samples], [[90, 30], "xor", 120]);
    assert.equal(matrix[1][0] + matrix[1][1], 30);
    for (const [flags, sentence] of [
        ["--points 500,100", "--points 500,100: The points per class must be one number for all "],
        ["--points 500,0,3", "--points 500,0,3: The points per class must be a whole number "],
        ["--points 1,2,x", "--points 1,2,x: The points per class must be a whole number "],
        [
            "--dataset classification --classes 5",
            "--classes 5: Classification data have at most 4 ",
        ],
    ]) {
        const { stderr, status } = train(flags);
        assert.equal(status, 2);
        assert.ok(stderr.startsWith(sentence) && stderr.trim().split("\n").length === 1, stderr);
    }
});

test("--features are the network's inputs", () => {
    const { stdout } = train("--json --epochs 1 --points 30 --layers 8 --features theta,r,x2");
    const { config, model } = JSON.parse(stdout);
    assert.deepEqual(config.features, ["x2", "r", "theta"]);
    assert.deepEqual(model.sizes, [3, 8, 3]);
    assert.equal(model.parameters, 4 * 8 + 9 * 3);
});

test("--script and --notebook write the run for Keras", async () => {
    const lab = await loadLab();
    const settings = { ...lab.defaults, points: 30, layers: [4], epochs: 2 };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(2);
    mkdirSync(BUILD, { recursive: true });
    const folder = mkdtempSync(path.join(BUILD, "train-"));
    try {
        const [script, notebook] = ["a.py", "a.ipynb"].map((name) => path.join(folder, name));
        const flags = "--points 30 --layers 4 --epochs 2 --verbose 0";
        for (const weights of [false, true]) {
            const files = `--script ${script} --notebook ${notebook}`;
            const { stderr, status } = train(`${flags} ${files} ${weights ? "--weights" : ""}`);
            assert.deepEqual([stderr, status], ["", 0]);
            const options = { texts: exported.en, weights };
            assert.equal(readFileSync(script, "utf8"), kerasScript(model, options));
            assert.equal(readFileSync(notebook, "utf8"), kerasNotebook(model, options));
        }
        const { stderr, status } = train(`${flags} --script ${folder}`);
        assert.equal(stderr, `--script ${folder}: The file cannot be written (EISDIR).\n`);
        assert.equal(status, 2);
    } finally {
        rmSync(folder, { recursive: true });
    }
});

test("the lines are Keras's", () => {
    const { stdout, status } = train("--epochs 2 --points 100");
    assert.equal(status, 0);
    const lines = stdout.split("\n");
    const first = lines.indexOf("Epoch 1/2");
    assert.equal(lines[0], 'Model: "sequential"');
    assert.ok(first > 0);
    assert.match(
        lines[first + 1],
        /^10\/10 \[={30}\] - 0s \d+(us|ms)\/step - loss: \d\.\d{4} - accuracy: 0\.\d{4}$/,
    );
    assert.equal(lines[first + 2], "Epoch 2/2");
    assert.match(stdout, /\nweighted avg .* 300\n$/);
});

test("--verbose 0 is silent but for the report, 2 gives one line an epoch", () => {
    assert.match(train("--verbose 0 --epochs 1 --points 50").stdout, /^ {14}precision/);
    assert.match(
        train("--verbose 2 --epochs 1 --points 50").stdout,
        /Epoch 1\/1\n5\/5 - 0s - loss: \d\.\d{4} - accuracy: 0\.\d{4} - \d+(us|ms)\/step\n/,
    );
});

test("every hyperparameter is a flag, and has an effect", () => {
    /** @param {string} flags */
    const sha = (flags) =>
        JSON.parse(train(`--json --epochs 2 --points 50 ${flags}`).stdout).weights_sha256;
    const plain = sha("");
    assert.equal(sha("--seed 0 --activation relu --initializer glorot_uniform"), plain);
    const changes = [
        "--classes 4",
        "--points 60",
        "--noise 0.1",
        "--turn -3",
        "--data-seed 2",
        "--layers 8,8",
        "--layers none",
        "--learning-rate 0.02",
        "--batch-size 16",
        "--epochs 3",
        "--seed 1",
        "--dataset moons",
        "--validation-split 0.2",
        "--activation tanh",
        "--initializer he_normal",
        "--output sigmoid",
        "--batch-norm",
        "--dropout 0.2",
        "--optimizer rmsprop",
        "--beta-1 0.5",
        "--epsilon 0.01",
        "--l1 0.01",
        "--l2 0.01",
        "--clip-norm 0.01",
        "--schedule cosine --decay-steps 5",
        "--features r,theta",
        "--features x",
        "--validation-split 0.25 --stratify",
        "--validation-split 0.25",
    ];
    const shas = changes.map(sha);
    assert.equal(new Set([plain, ...shas]).size, changes.length + 1);
});

for (const [flags, sentence] of [
    ["--points 0", /^--points 0: The points per class must be .* 1 to 10000\.\n$/],
    ["--points -5", /^--points -5: The points per class/],
    ["--points 10000000", /^--points 10000000: The points per class/],
    ["--learning-rate abc", /^--learning-rate abc: The learning rate must be a number/],
    ["--learning-rate=", /^--learning-rate : The learning rate must be a number/],
    ["--learning-rate O.1", /number .*\. “O” is a letter, not the digit 0\.\n$/],
    ["--optimizer \u0430dam", /^--optimizer аdam: .* “а” is a Cyrillic letter/],
    ["--layers l28,64", /: The units .*\. “l” is a letter, not the digit 1\.\n$/],
    ["--seed 1\u200b.5\u28003", /^--seed 1\[U\+200B\]\.5\[U\+2800\]3: The seed must be/],
    [`--seed ${"x".repeat(99)}`, /^--seed x{40}…: The seed must be/],
    ["--se\u200bed 1", /^Unknown option '--se\[U\+200B\]ed'; .*--help/],
    ["--layers 0", /^--layers 0: The units of a hidden layer/],
    ["--layers 8,1000000", /^--layers 8,1000000: The units of a hidden layer/],
    ["--layers 1,1,1,1,1,1,1,1,1", /There can be 0 to 8 hidden layers\.\n$/],
    ["--layers 1024,1024,1024,1024", /^These settings together need more than/],
    ["--features x,z", /^--features x,z: The features must be one or more of x, y, .* theta\.\n$/],
    ["--features=", /^--features : The features must be one or more of x, y, .* theta\.\n$/],
    ["--verbose 3", /^--verbose 3: The verbosity must be 0, 1 or 2\.\n$/],
    ["--learning-rat 1", /^Unknown option '--learning-rat'; .*--help/],
    ["--seed", /^Option '--seed <value>' argument missing; .*--help/],
    ["surplus", /^Unexpected argument 'surplus'; .*--help/],
]) {
    test(`"${flags}" is one sentence and exit 2`, () => {
        const { stdout, stderr, status } = train(String(flags));
        assert.equal(status, 2);
        assert.equal(stdout, "");
        assert.match(stderr, /** @type {RegExp} */ (sentence));
        assert.equal(stderr.split("\n").length, 2);
    });
}

test("--help names every flag", () => {
    const { stdout, status } = train("--help");
    assert.equal(status, 0);
    for (const flag of ["classes", "turn", "layers", "learning-rate", "seed", "verbose", "json"])
        assert.match(stdout, new RegExp(`--${flag} `));
});
