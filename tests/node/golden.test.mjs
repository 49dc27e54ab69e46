/**
 * The build against NumPy, Keras's rules and scikit-learn; and the checker against damaged files.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadLab } from "../../scripts/core.mjs";
import { expectClose, expectEqual, expectNeighbours, runGolden } from "../../scripts/golden.mjs";

const GOLDEN = fileURLToPath(new URL("../data/golden/", import.meta.url));
const BUILD = fileURLToPath(new URL("../../build/", import.meta.url));
const lab = await loadLab();

/** @type {string} */
let folder;
before(async () => {
    await mkdir(BUILD, { recursive: true });
    folder = await mkdtemp(path.join(BUILD, "golden-"));
});
after(() => rm(folder, { recursive: true }));

const silent = () => {};

test("every golden case passes", async () => {
    /** @type {string[]} */
    const lines = [];
    const counts = await runGolden(lab, GOLDEN, (line) => lines.push(line));
    assert.deepEqual(
        lines.filter((line) => line.startsWith("FAILED")),
        [],
    );
    assert.deepEqual(counts, { passed: 76, failed: 0 });
});

const CLASSIFICATION = /("classification",.*?"x_head": \[\[)(-?\d\.\d\d\d)\d/;

/** One digit of a file, changed. @type {[string, string, RegExp, string][]} */
const DAMAGES = [
    ["a random_sample", "rng", /0\.5488135039273248/, "0.5488135039273249"],
    ["a normal, three units in the last place", "rng", /2\.5452007784710537/, "2.545200778471055"],
    ["a permutation", "rng", /\[6, 4, 8/, "[6, 4, 9"],
    ["a checksum", "data", /9a211a5a/, "9a211a5b"],
    ["a coordinate", "data", /0\.001990923532278284/, "0.001990993532278284"],
    [
        "a step's loss",
        "training",
        /"step_losses_float64": \[(\d\.\d\d)\d/,
        '"step_losses_float64": [$19',
    ],
    ["an epoch's accuracy", "training", /0\.7726666666666666/, "0.7926666666666666"],
    ["an evaluation", "training", /0\.0696400782935143/, "0.0698400782935143"],
    ["a moon's coordinate", "data", /1\.0937493548093866/, "1.0938493548093866"],
    ["a point of classification", "data", CLASSIFICATION, "$1$29"],
    ["a number of points of a class", "data", /\[500, 100, 20\]/, "[500, 101, 20]"],
    [
        "how many clusters a class has",
        "data",
        /"n_clusters_per_class": 2/,
        '"n_clusters_per_class": 1',
    ],
    ["the share of flipped labels", "data", /"flip_y": 0\.2/, '"flip_y": 0.3'],
    ["a label of xor", "data", /"y_head": \[0, 0, 0, 0\]/, '"y_head": [0, 0, 0, 1]'],
    ["a key that is not known", "data", /"flip_y": 0\.2/, '"flip_y": 0.2, "shift": 1'],
    ["a gradient", "gradients", /"grads": \[\[\[(-?\d\.\d\d)\d/, '"grads": [[[$19'],
    ["a loss", "gradients", /0\.9331943188549562/, "0.9332943188549562"],
    ["an optimizer's path", "optimizers", /"path": \[\[(-?\d\.\d\d)\d/, '"path": [[$19'],
    ["a count in a matrix", "reports", /\[1, 497, 2\]/, "[1, 487, 2]"],
    ["a digit of a report", "reports", /0\.67 {6}0\.50/, "0.67      0.51"],
    ["a score", "reports", /0\.998003992015968/, "0.998003992019968"],
];

for (const [what, name, pattern, replacement] of DAMAGES) {
    test(`${what} damaged in ${name}.json is found`, async () => {
        await cp(GOLDEN, folder, { recursive: true });
        const file = path.join(folder, `${name}.json`);
        const text = await readFile(file, "utf8");
        const damaged = text.replace(pattern, replacement);
        assert.notEqual(damaged, text);
        await writeFile(file, damaged);
        const { failed } = await runGolden(lab, folder, silent);
        assert.ok(failed >= 1);
    });
}

test("a file that is missing, empty or not JSON is a failure", async () => {
    await cp(GOLDEN, folder, { recursive: true });
    await rm(path.join(folder, "rng.json"));
    await writeFile(path.join(folder, "data.json"), "[]");
    await writeFile(path.join(folder, "reports.json"), "{oops");
    const { failed } = await runGolden(lab, folder, silent);
    assert.equal(failed, 3);
});

test("the command does its work through a symbolic link too", async () => {
    const link = path.join(folder, "golden.mjs");
    await symlink(fileURLToPath(new URL("../../scripts/golden.mjs", import.meta.url)), link);
    const args = [link, path.join(folder, "nowhere")];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    assert.equal(status, 1);
    assert.match(stdout, /0 passed, 6 failed\n$/);
});

test("the comparisons tell right from wrong", () => {
    assert.throws(() => expectEqual("", [1, 2], [1, 3]));
    assert.throws(() => expectEqual("", undefined, 1));
    assert.throws(() => expectClose("", 1.0002, 1, 1e-4));
    assert.throws(() => expectClose("", Number.NaN, 1, 1e-4));
    assert.throws(() => expectClose("", 0, 1, 1e-4));
    assert.throws(() => expectNeighbours("", [1 + 4 * Number.EPSILON], [1]));
    assert.throws(() => expectNeighbours("", [0], [1]));
    expectEqual("", [1], [1]);
    expectClose("", 1.00009, 1, 1e-4);
    expectNeighbours("", [1 + Number.EPSILON, -1], [1, -1 - Number.EPSILON]);
});
