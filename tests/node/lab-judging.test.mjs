/** Predictions, grids, matrices and reports. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { defaultLabels } from "../../web/core/dataset.js";

const lab = await loadLab();
const small = { ...lab.defaults, points: 40, layers: [8, 5] };

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

/** The numbers of a report's text: in each line, those after its name. @param {string} text */
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

test("a report as data says what its text says", () => {
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
