#!/usr/bin/env node
/**
 * Holds the built wasm against a folder of golden files: what NumPy, scikit-learn and a plain NumPy
 * network gave for the same seeds. Tolerances are those of the files' own README.
 */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { loadLab } from "./core.mjs";
import { isMain } from "./main.mjs";

/** @typedef {import("../web/core/lab.js").Lab} Lab */
/** @typedef {import("../web/core/settings.js").Settings} Settings */
/** @typedef {any} Json */

const HELP = `node scripts/golden.mjs DIR

Holds build/wasm/spiral_lab.wasm against the golden files rng.json, data.json, gradients.json,
optimizers.json, training.json and reports.json in DIR. Says what differs. Closes with
"N passed, N failed"; exit 1 on any failure, 2 on bad use.`;

// ---------------------------------------------------------------- comparisons

/** @param {boolean} holds @param {string} what */
function expect(holds, what) {
    if (!holds) throw new Error(what);
}

/** @param {string} what @param {unknown} actual @param {unknown} expected */
export function expectEqual(what, actual, expected) {
    const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
    expect(a === e, `${what}: ${clip(a)} instead of ${clip(e)}`);
}

/** @param {string | undefined} text */
const clip = (text = "nothing") => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/**
 * Within `tolerance` times the expected size, or times `floor` where that is larger.
 * @param {string} what
 * @param {number} actual
 * @param {number} expected
 * @param {number} tolerance
 * @param {number} [floor]
 */
export function expectClose(what, actual, expected, tolerance, floor = 0) {
    const allowed = tolerance * Math.max(Math.abs(expected), floor);
    expect(
        Math.abs(actual - expected) <= allowed,
        `${what}: ${actual} instead of ${expected} (allowed difference ${allowed.toPrecision(2)})`,
    );
}

/**
 * Each within `tolerance` times the largest expected one.
 * @param {string} what
 * @param {number[]} actual
 * @param {number[]} expected
 * @param {number} tolerance
 */
function expectAllClose(what, actual, expected, tolerance) {
    expectEqual(`${what}, length`, actual.length, expected.length);
    const largest = Math.max(...expected.map(Math.abs));
    expected.forEach((value, i) => {
        expectClose(`${what}[${i}]`, actual[i], value, tolerance, largest);
    });
}

/**
 * Equal, or the double next to it.
 * @param {string} what
 * @param {number[]} actual
 * @param {number[]} expected
 */
export function expectNeighbours(what, actual, expected) {
    expectEqual(`${what}, length`, actual.length, expected.length);
    expected.forEach((value, i) => {
        const distance = orderedBits(actual[i]) - orderedBits(value);
        expect(
            distance >= -1n && distance <= 1n,
            `${what}[${i}]: ${actual[i]} instead of ${value}`,
        );
    });
}

/** Doubles as integers in the same order, neighbours one apart. @param {number} value */
function orderedBits(value) {
    const bits = new BigInt64Array(new Float64Array([value]).buffer)[0];
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

// ---------------------------------------------------------------- one check a file

/** @param {Lab} lab @param {Json} golden */
function checkRng(lab, golden) {
    const random = lab.randomState(golden.seed);
    /** @param {number} n @param {() => number} draw */
    const times = (n, draw) => Array.from({ length: n }, draw);
    expectEqual(
        "random_sample",
        times(5, () => random.randomSample()),
        golden.random_sample,
    );
    expectNeighbours(
        "randn",
        times(5, () => random.randn()),
        golden.randn,
    );
    expectEqual(
        "uniform",
        times(4, () => random.uniform(-2, 3)),
        golden["uniform_-2_3"],
    );
    expectNeighbours(
        "randn again",
        times(2, () => random.randn()),
        golden.randn_again,
    );
    expectEqual("permutation(10)", [...random.permutation(10)], golden.permutation_10);
    const head = [...random.permutation(1500).slice(0, 8)];
    expectEqual("permutation(1500)", head, golden.permutation_1500_head);
    const after = times(1, () => random.randomSample());
    expectEqual("random_sample after", after, golden.random_sample_after);
    random.dispose();
}

/**
 * The points of each class, where a case has them; the number of samples, where it has that.
 * @param {Json} golden
 */
function pointsOf({ n, n_per_class, classes = 2 }) {
    /** @type {number[] | undefined} */
    const counts = [n, n_per_class].find(Array.isArray);
    return { counts, samples: counts ? undefined : (n ?? n_per_class * classes) };
}

/** @param {Lab} lab @param {Json} golden */
function checkData(lab, golden) {
    const { counts, samples: asked } = pointsOf(golden);
    const settings = {
        ...lab.defaults,
        dataset: golden.kind,
        classes: golden.classes ?? 2,
        dataSeed: golden.seed,
        noise: golden.noise ?? 0,
        turn: golden.turn ?? 0,
        factor: golden.factor ?? 0,
        clusterStd: golden.cluster_std ?? 0,
        classSep: golden.class_sep ?? 1,
        flipY: golden.flip_y ?? 0.01,
        clustersPerClass: golden.n_clusters_per_class ?? 1,
        ...(counts && { points: counts }),
    };
    if (golden.center_box) expectEqual("center_box", golden.center_box, [-5, 5]);
    const { x, y, samples } = lab.makeData(settings, asked);
    const all = asked ?? counts?.reduce((sum, count) => sum + count);
    expectEqual("samples", samples, all);
    const head = x.slice(0, 2 * golden.x_head.length);
    if (golden.y_head) expectEqual("labels", [...y.slice(0, golden.y_head.length)], golden.y_head);
    if (!golden.x_float32_sha256) {
        golden.x_head.flat().forEach((/** @type {number} */ value, /** @type {number} */ i) => {
            expectClose(`x[${i}]`, head[i], value, 1e-6, 1);
        });
        return;
    }
    expectEqual("float32 SHA-256", lab.sha256(x), golden.x_float32_sha256);
    /** @param {number[][]} rows */
    const float32 = (rows) => [...new Float32Array(rows.flat())];
    expectEqual("head", [...head], float32(golden.x_head));
    const tail = golden.x_tail ?? [];
    expectEqual("tail", [...x.slice(x.length - 2 * tail.length)], float32(tail));
}

/**
 * The settings of a network, as several kinds of case describe it.
 * @param {Lab} lab
 * @param {Json} golden
 */
function networkSettings(lab, golden) {
    return {
        ...lab.defaults,
        layers: golden.sizes.slice(1, -1),
        activation: golden.hidden,
        output: golden.output,
        l1: golden.l1,
        l2: golden.l2,
    };
}

/** @param {Lab} lab @param {Json} golden */
function checkGradients(lab, golden) {
    const x = new Float32Array(golden.x.flat());
    const y = new Uint8Array(golden.y);
    const classes = golden.sizes.at(-1);
    const data = { x, y, samples: y.length, classes };
    const settings = { ...networkSettings(lab, golden), batchSize: y.length };
    const model = lab.createModel(settings, data);
    model.setWeights(new Float32Array(golden.params.flat(2)));
    const tolerance = 1e-5;

    expectAllClose("outputs", [...model.predictProba(x)], golden.output_values.flat(), tolerance);
    const { loss, gradients } = model.gradients(x, y);
    expectClose("loss", loss, golden.loss, tolerance);
    let at = 0;
    golden.grads.forEach((/** @type {number[] | number[][]} */ array, /** @type {number} */ i) => {
        const expected = array.flat();
        const actual = [...gradients.slice(at, at + expected.length)];
        expectAllClose(`gradient ${i}`, actual, expected, tolerance);
        at += expected.length;
    });
    expectEqual("gradients, length", gradients.length, at);
    model.dispose();
}

/** @param {Lab} lab @param {Json} golden */
function checkOptimizer(lab, golden) {
    const settings = {
        ...lab.defaults,
        optimizer: golden.optimizer,
        learningRate: golden.learning_rate,
        epsilon: golden.epsilon,
    };
    const path = lab.optimizerPath(settings, golden.start, golden.gradients);
    expectEqual("updates", path.length, golden.path.length);
    path.forEach((params, t) => {
        expectAllClose(`after update ${t + 1}`, params, golden.path[t], 1e-5);
    });
}

/** @param {Lab} lab @param {Json} golden */
function checkTraining(lab, golden) {
    const settings = {
        ...networkSettings(lab, golden),
        points: golden.data.n_per_class,
        classes: golden.data.classes,
        dataSeed: golden.data.seed,
        initializer: golden.init,
        optimizer: golden.optimizer,
        learningRate: golden.learning_rate,
        batchSize: golden.batch,
        seed: golden.seed,
        dropout: golden.dropout,
        batchNorm: golden.batch_norm,
        clipNorm: golden.clip_norm ?? 0,
        ...(golden.schedule && {
            schedule: golden.schedule.kind,
            decaySteps: golden.schedule.steps,
            decayRate: golden.schedule.rate,
        }),
    };
    // There may be more outputs than classes.
    const { x, y, samples } = lab.makeData(settings);
    const data = { x, y, samples, classes: golden.sizes.at(-1) };
    const model = lab.createModel(settings, data);
    const tolerance = Math.max(1e-4, 50 * golden.float32_max_relative_gap);
    const twoSamples = 2 / data.samples + 1e-12;
    const floor = 1e-3; // the gap was taken relative to no less than this

    golden.step_losses_float64.forEach((/** @type {number} */ loss, /** @type {number} */ step) => {
        model.train(1);
        expectClose(`loss of step ${step + 1}`, model.lastLoss, loss, tolerance, floor);
    });
    const { loss, accuracy } = model.history;
    expectEqual("epochs", loss.length, golden.history_float64.length);
    golden.history_float64.forEach(
        (/** @type {number[]} */ [l, a], /** @type {number} */ epoch) => {
            expectClose(`loss of epoch ${epoch + 1}`, loss[epoch], l, tolerance, floor);
            expectClose(`accuracy of epoch ${epoch + 1}`, accuracy[epoch], a, twoSamples, 1);
        },
    );
    const evaluation = model.evaluate();
    const expected = golden.evaluation_float64;
    expectClose("evaluated loss", evaluation.loss, expected.loss_without_penalty, tolerance, floor);
    expectClose("evaluated accuracy", evaluation.accuracy, expected.accuracy, twoSamples, 1);
    model.dispose();
}

/**
 * A report's line of all samples as scikit-learn has written it since 1.5. Version 1.2, which made
 * the golden files, wrote "micro avg" where labels= names a class that does not occur.
 * @param {string} text
 */
export function withAccuracy(text) {
    return text.replace(/^( *)micro avg .{20}/m, `$1 accuracy${" ".repeat(21)}`);
}

/** @param {Lab} lab @param {Json} golden */
function checkReport(lab, golden) {
    const matrix = golden.confusion_matrix;
    expectEqual("classes", matrix.length, golden.classes);
    /** @param {import("../web/core/metrics.js").ReportOptions} options */
    const report = (options) => lab.classificationReport(matrix, options);
    const { text, text_digits_4: fourDigits, text_from_article: fromArticle } = golden;
    expectEqual("text", report({ labels: "integer" }), withAccuracy(text));
    const actual = report({ labels: "integer", digits: 4 });
    expectEqual("text, 4 digits", actual, withAccuracy(fourDigits));
    expectEqual("text from article", report({ labels: "float" }), fromArticle);

    const { "micro avg": micro, ...rows } = golden.dict;
    if (micro) {
        const { precision, support, ...others } = micro;
        expectEqual("micro avg", Object.values(others), [precision, precision]);
        expectEqual(
            "support of all",
            support,
            matrix.flat().reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b),
        );
        rows.accuracy = precision;
    }
    checkScores(lab.classificationScores(matrix), rows);
}

/**
 * @param {Record<string, import("../web/core/metrics.js").Score | number>} scores
 * @param {Json} golden
 */
function checkScores(scores, golden) {
    expectEqual("rows", Object.keys(scores).sort(), Object.keys(golden).sort());
    for (const [row, expected] of Object.entries(golden)) {
        const actual = scores[row];
        if (typeof expected === "number" || typeof actual === "number") {
            expectClose(row, Number(actual), Number(expected), 1e-12, 1);
            continue;
        }
        expectEqual(`${row}, columns`, Object.keys(actual), Object.keys(expected));
        for (const [column, value] of Object.entries(actual))
            expectClose(`${row}, ${column}`, value, expected[column], 1e-12, 1);
    }
}

/** @type {[string, (lab: Lab, golden: Json) => void][]} */
const CHECKS = [
    ["rng", checkRng],
    ["data", checkData],
    ["gradients", checkGradients],
    ["optimizers", checkOptimizer],
    ["training", checkTraining],
    ["reports", checkReport],
];

// ---------------------------------------------------------------- the run

/**
 * Runs a check, and fails the case if it has a key that the check did not read, since what that key
 * asks for was not tested.
 * @param {(lab: Lab, golden: Json) => void} check
 * @param {Lab} lab
 * @param {Json} golden
 */
function checkWhole(check, lab, golden) {
    /** @type {Set<string>} */
    const unread = new Set();
    /** @param {Json} value @param {string} path @returns {Json} the same, whose reading is noted */
    const watched = (value, path) => {
        if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
        const inside = Object.entries(value).map(([key, inner]) => {
            unread.add(path + key);
            return [key, watched(inner, `${path}${key}.`)];
        });
        return new Proxy(Object.fromEntries(inside), {
            get(target, key) {
                unread.delete(path + String(key));
                return target[key];
            },
        });
    };
    check(lab, watched(golden, ""));
    expect(unread.size === 0, `unknown keys: ${[...unread].join(", ")}`);
}

/** @param {Lab} lab @param {string} folder @param {(line: string) => void} [say] */
export async function runGolden(lab, folder, say = console.log) {
    const counts = { passed: 0, failed: 0 };
    for (const [name, check] of CHECKS) {
        /** @type {Json[]} */
        let cases;
        try {
            cases = JSON.parse(await readFile(path.join(folder, `${name}.json`), "utf8"));
            if (!Array.isArray(cases) || cases.length === 0) throw new Error("it holds no cases");
        } catch (error) {
            say(`FAILED  ${name}.json: ${/** @type {Error} */ (error).message}`);
            counts.failed++;
            continue;
        }
        cases.forEach((golden, i) => {
            const label = `${name}[${i}]`;
            try {
                checkWhole(check, lab, golden);
                counts.passed++;
            } catch (error) {
                say(`FAILED  ${label}: ${/** @type {Error} */ (error).message}`);
                counts.failed++;
            }
        });
    }
    return counts;
}

async function main() {
    const [folder, ...more] = process.argv.slice(2);
    if (folder === "--help") {
        console.log(HELP);
        return;
    }
    if (!folder || more.length || folder.startsWith("-")) {
        console.error("One folder of golden files is needed; --help says more.");
        process.exitCode = 2;
        return;
    }
    const lab = await loadLab();
    const { passed, failed } = await runGolden(lab, folder);
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed ? 1 : 0;
}

if (isMain(import.meta.url)) {
    await main().catch((error) => {
        console.error(error.message);
        process.exitCode = 2;
    });
}
