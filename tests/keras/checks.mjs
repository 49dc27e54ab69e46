/**
 * The core against what real Keras and scikit-learn gave: the files of tests/data/keras, or what
 * scripts/keras has just been given. None of these packages is needed here.
 */

import { isDeepStrictEqual } from "node:util";
import { classify } from "../../web/points/labels.js";
import { scaleOf, standardize } from "../../web/points/scale.js";
import { train } from "./callback-cases.mjs";
import { expect, expectNear, expectSame } from "./compare.mjs";
import { beginning, betaRounding, STEPS as LAST } from "./step-cases.mjs";
import { pointsOf, trainOn } from "./table-cases.mjs";

/** @typedef {import("../../web/core/lab.js").Lab} Lab */
/** @typedef {any} Json */

// ---------------------------------------------------------------- step by step

/**
 * How far the core may be from Keras's float32, in gaps: as far as Keras's own float32 is from its
 * float64. The core sums in another order, so it strays from the exact run by about as much. Of
 * 1,600 arrays none was further than 2.3 gaps after ten updates, nor than 16 after 200, by when
 * what the last place has begun has grown.
 */
const gapsAfter = (/** @type {number} */ updates) => (updates <= 10 ? 5 : 25);
/** Where Keras happens to be exact: a few units in the last place of float32. */
const LEAST_GAP = 2e-7;
/** Above this a run is not one to compare by. */
const MOST_GAP = 1e-4;

/**
 * What the rounding of betas may come to, likewise: after 200 updates it has grown to 50 times.
 */
const roundingsAfter = (/** @type {number} */ updates) => (updates <= 10 ? 1 : 100);

/** @param {number} gap @param {number} updates @param {number} rounding */
const allowed = (gap, updates, rounding) =>
    gapsAfter(updates) * Math.max(gap, LEAST_GAP) + roundingsAfter(updates) * rounding;

/** @param {Lab} lab @param {Json} keras */
function checkSteps(lab, keras) {
    const { model, data, start, settings } = beginning(lab, keras.settings);
    const rounding = betaRounding(settings);
    expect(
        isDeepStrictEqual(Float32Array.from(start), Float32Array.from(keras.start)),
        "The first weights are others than those that Keras had.",
    );
    for (const { steps, weights, gaps } of keras.after) {
        model.train(steps - model.progress.totalSteps);
        const ours = model.weights();
        let at = 0;
        weights.forEach((/** @type {number[]} */ array, /** @type {number} */ i) => {
            const what = `array ${i} after ${steps} updates`;
            expect(gaps[i] <= MOST_GAP, `${what}: Keras differs from itself by ${gaps[i]}`);
            expectNear(
                what,
                ours.subarray(at, at + array.length),
                array,
                allowed(gaps[i], steps, rounding),
            );
            at += array.length;
        });
        expectSame("weights, how many", ours.length, at);
    }
    const { loss, accuracy } = model.history;
    for (const epoch of keras.history) {
        const what = `epoch ${epoch.epoch}`;
        const gap = allowed(keras.history_gap, epoch.epoch * model.stepsPerEpoch, rounding);
        expectNear(`${what}, loss`, [loss[epoch.epoch - 1]], [epoch.loss], gap);
        const ours = accuracy[epoch.epoch - 1];
        expect(
            Math.abs(ours - epoch.accuracy) < 1e-6,
            `${what}, accuracy: ${ours} instead of ${epoch.accuracy}`,
        );
    }
    const points = data.x.slice(0, (2 * keras.outputs.length) / model.classes);
    expectNear(
        "outputs",
        model.predictProba(points),
        keras.outputs,
        allowed(keras.outputs_gap, LAST, rounding),
    );
    model.dispose();
}

// ---------------------------------------------------------------- callbacks

/** @param {Lab} lab @param {Json} keras */
function checkCallbacks(lab, { settings, validation, wanted, losses, outcome }) {
    const ours = train(lab, settings, wanted, validation);
    // Keras was given what the core met, so the core must meet the same again.
    ours.losses.forEach((fit, i) => {
        expectNear("losses met", fit, losses[i].slice(0, fit.length), 1e-7);
    });
    const { rates, ...rest } = ours.outcome;
    const { rates: kerasRates, ...kerasRest } = outcome;
    expectSame("outcome", rest, kerasRest);
    rates.forEach((rate, i) => {
        expectNear(`rate of epoch ${i + 1}`, [rate], [kerasRates[i]], 1e-6); // Keras's is float32
    });
}

// ---------------------------------------------------------------- initialisers

const MODELS = 60;

/**
 * What the core draws for kernels of this shape, over many seeds.
 * @param {Lab} lab
 * @param {Json} keras
 */
function draws(lab, { initializer, inputs, units, draws: wanted }) {
    const before = inputs === 2 ? [] : [inputs];
    const settings = { ...lab.defaults, points: 2, layers: [...before, units], initializer };
    const data = lab.makeData(settings);
    const skipped = before.length ? 3 * inputs : 0; // the layer before, with its biases
    const each = inputs * units;
    const models = Math.max(MODELS, Math.min(600, Math.ceil(wanted / each)));
    const all = new Float32Array(models * each);
    for (let seed = 0; seed < models; seed++) {
        const model = lab.createModel({ ...settings, seed }, data);
        all.set(model.weights().subarray(skipped, skipped + each), seed * each);
        model.dispose();
    }
    return all.sort();
}

/** @param {Lab} lab @param {Json} keras */
function checkInitializer(lab, keras) {
    const values = draws(lab, keras);
    const { deviation, quantiles } = keras;
    const few = Math.min(values.length, keras.draws);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const square = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    // Four standard errors of the difference, with what is for both of these shapes at most 1.
    const error = 4 * Math.sqrt(1 / values.length + 1 / keras.draws);
    expect(Math.abs(mean - keras.mean) <= error * deviation, `mean ${mean}, not ${keras.mean}`);
    expect(
        Math.abs(Math.sqrt(square) / deviation - 1) <= error,
        `deviation ${Math.sqrt(square)} instead of ${deviation}`,
    );
    // Both fill what they may, and nothing beyond it.
    const width = keras.most - keras.least;
    for (const [what, ours, theirs] of [
        ["least", values[0], keras.least],
        ["most", values[values.length - 1], keras.most],
    ])
        expect(
            Math.abs(ours - theirs) <= width * Math.min(0.02, 100 / few),
            `${what}: ${ours} instead of ${theirs}`,
        );
    // Kolmogorov and Smirnov: beyond this once in 10,000 times, were they of the same distribution.
    const apart = 2.3 * Math.sqrt(1 / values.length + 1 / keras.draws);
    quantiles.forEach((/** @type {number} */ quantile, /** @type {number} */ i) => {
        const share = (i + 1) / (quantiles.length + 1);
        const ours = countBelow(values, quantile) / values.length;
        expect(
            Math.abs(ours - share) <= apart,
            `${ours} of the draws are below ${quantile} instead of ${share}`,
        );
    });
}

/** @param {Float32Array} sorted @param {number} limit */
function countBelow(sorted, limit) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (sorted[middle] < limit) low = middle + 1;
        else high = middle;
    }
    return low;
}

// ---------------------------------------------------------------- scikit-learn

/** @param {Lab} lab @param {Json} sklearn */
function checkReport(lab, sklearn) {
    const { matrix, names } = sklearn;
    /** @param {import("../../web/core/metrics.js").ReportOptions} options */
    const report = (options) => lab.classificationReport(matrix, options);
    expectSame("float labels", report({ labels: "float" }), sklearn.float);
    expectSame("integer labels", report({ labels: "integer" }), sklearn.integer);
    expectSame("digits=0", report({ labels: "integer", digits: 0 }), sklearn.digits_0);
    expectSame("digits=5", report({ labels: "integer", digits: 5 }), sklearn.digits_5);
    expectSame("names", report({ labels: names, everyClass: true }), sklearn.named);
    expectSame("names of those that occur", report({ labels: names }), sklearn.occurring_named);
    const scores = lab.classificationScores(matrix);
    expectSame("rows", Object.keys(scores), Object.keys(sklearn.dict));
    for (const [row, expected] of Object.entries(sklearn.dict)) {
        if (typeof expected === "number") {
            expect(Math.abs(Number(scores[row]) - expected) < 1e-12, `${row}: ${scores[row]}`);
            continue;
        }
        const ours = /** @type {Json} */ (scores[row]);
        expectSame(`${row}, columns`, Object.keys(ours), Object.keys(expected));
        for (const [column, value] of Object.entries(expected))
            expect(
                Math.abs(ours[column] - value) <= 1e-12 * Math.max(1, value),
                `${row}, ${column}: ${ours[column]} instead of ${value}`,
            );
    }
    if (sklearn.truth) {
        const counted = lab.confusionMatrix(sklearn.truth, sklearn.prediction, matrix.length);
        expectSame("confusion matrix", counted, matrix);
    }
}

/** @param {Lab} lab @param {Json} sklearn */
function checkDataset(lab, sklearn) {
    const settings = { ...lab.defaults, ...sklearn.settings };
    const { x, y } = lab.makeData(settings, sklearn.settings.points ? undefined : sklearn.samples);
    expectSame("samples", y.length, sklearn.samples);
    const rows = /** @type {number[]} */ (sklearn.rows);
    const points = rows.flatMap((row) => [x[2 * row], x[2 * row + 1]]);
    // In float64 they may differ in the last bit: sin and cos do, and np.dot may fuse what
    // classification multiplies and adds. No float32 has been seen to differ, of 1.4 million.
    expectSame("points", points, [...Float32Array.from(sklearn.x.flat())]);
    expectSame(
        "labels",
        Array.from(rows, (row) => y[row]),
        sklearn.y,
    );
    const counts = sklearn.of_each.map((/** @type {number} */ _, /** @type {number} */ k) =>
        y.reduce((sum, label) => sum + Number(label === k), 0),
    );
    expectSame("samples of each class", counts, sklearn.of_each);
}

/** @param {Lab} lab @param {Json} real NumPy's order, a scaler's numbers, or a run on a file */
function checkTable(lab, real) {
    if (real.unique) {
        const cells = real.labels.map((/** @type {string} */ text) => ({ text, row: 1 }));
        const { labels, y } = classify(cells, ".", { index: 0 });
        expectSame("labels", labels, real.unique);
        const named = Array.from(y, (k) => Number(labels[k]) || labels[k]);
        expectSame(
            "classes",
            named,
            real.labels.map((/** @type {string} */ text) => Number(text) || text),
        );
    } else if (real.column) checkScale(real);
    else checkRun(lab, real);
}

/** @param {Json} sklearn */
function checkScale(sklearn) {
    const column = Float64Array.from(sklearn.column);
    const scale = scaleOf(column);
    const { mean, deviation } = scale;
    expectNear("mean", [mean], [sklearn.mean], 1e-12);
    expectNear("deviation", [deviation], [sklearn.deviation], 1e-12);
    expectNear("scaled", standardize(column, scale), sklearn.scaled, 1e-12);
}

/** Mean accuracies that count as the same; the first biases differ, which scikit-learn draws. */
const ALIKE = 0.01;

/** @param {Lab} lab @param {Json} sklearn */
function checkRun(lab, sklearn) {
    const points = pointsOf(sklearn);
    expectSame("labels", points.labels, sklearn.labels);
    const model = trainOn(lab, points);
    expectSame("predictions", [...model.predict(points.x)], sklearn.prediction);
    expectSame("confusion matrix", model.confusionMatrix(), sklearn.matrix);
    expectSame("report", model.classificationReport(), sklearn.report);
    model.dispose();
    const accuracies = sklearn.accuracies.map(
        (/** @type {number} */ _, /** @type {number} */ seed) => {
            const other = trainOn(lab, points, seed);
            const { accuracy } = other.evaluate();
            other.dispose();
            return accuracy;
        },
    );
    const [ours, theirs] = [accuracies, sklearn.accuracies].map((all) =>
        scaleOf(Float64Array.from(all)),
    );
    const error = Math.hypot(ours.deviation, theirs.deviation) / Math.sqrt(accuracies.length - 1);
    expect(
        Math.abs(ours.mean - theirs.mean) <= Math.max(ALIKE, 3 * error),
        `an accuracy of ${ours.mean} on average, theirs is ${theirs.mean}`,
    );
}

// ---------------------------------------------------------------- all of them

/**
 * What each file is about, how the core is held against one of its cases, and what this is called.
 * @type {Record<string, {check: (lab: Lab, expected: Json) => void, nameOf: (expected: Json, index: number) => string}>}
 */
export const subjects = {
    steps: { check: checkSteps, nameOf: ({ name }) => `step by step: ${name}` },
    callbacks: { check: checkCallbacks, nameOf: ({ name }) => `callbacks: ${name}` },
    initializers: {
        check: checkInitializer,
        nameOf: ({ initializer, inputs, units }) => `${initializer} of ${inputs} x ${units}`,
    },
    reports: { check: checkReport, nameOf: (_, index) => `report ${index + 1}` },
    datasets: {
        check: checkDataset,
        nameOf: ({ settings, samples }) => `${samples} points: ${JSON.stringify(settings)}`,
    },
    tables: {
        check: checkTable,
        nameOf: ({ file, columns, ...rest }) =>
            file ? `${file}: ${columns}` : `table: ${JSON.stringify(rest).slice(0, 40)}`,
    },
};
