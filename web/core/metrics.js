/** scikit-learn's metrics, counted by the core. */

import { areLabels, defaultLabels, judgeLabels } from "./dataset.js";
import { givenNumbers } from "./given.js";
import { DOUBLE, FLOAT } from "./memory.js";

/** @typedef {import("./memory.js").Memory} Memory */

/** @typedef {{precision: number, recall: number, "f1-score": number, support: number}} Score */

/**
 * How a report names the classes: as the tutorial's float labels (0.0, 1.0 …), as integers, or by
 * one name each.
 * @typedef {"float" | "integer" | readonly string[]} Labels
 */

/**
 * @typedef {object} ReportOptions
 * @property {number} [digits] after the point, 0 to 12; 2 by default
 * @property {Labels} [labels]
 * @property {boolean} [everyClass] whether a class that occurs neither in truth nor in prediction
 *     has its row too, as if labels= had been passed to scikit-learn; by default only for "integer"
 */

/**
 * The numbers of a report. The averages are over the classes that have a row.
 * @typedef {object} ReportScores
 * @property {Score[]} classes all of them, in order; zeros for one without a row
 * @property {number} accuracy
 * @property {Score} micro
 * @property {Score} macro
 * @property {Score} weighted
 */

/**
 * @typedef {object} Report
 * @property {string} text of classification_report
 * @property {number[][]} matrix row = true, column = predicted
 * @property {readonly string[]} labels of all classes
 * @property {number[]} rows the classes that have a row in the text, in its order
 * @property {ReportScores} scores
 */

// ---------------------------------------------------------------- confusion matrix

/**
 * Row = true, column = predicted. Throws LabError "classes", "samples" or "points_y".
 * @param {Memory} memory
 * @param {ArrayLike<number>} yTrue
 * @param {ArrayLike<number>} yPred
 * @param {number} classes
 * @returns {number[][]}
 */
export function confusionMatrix(memory, yTrue, yPred, classes) {
    const { core } = memory;
    const samples = givenNumbers(yTrue, "yTrue").length;
    givenNumbers(yPred, "yPred");
    if (!(Number.isInteger(classes) && classes >= 1 && classes <= core.sl_max_classes()))
        throw memory.errorNamed("classes");
    if (yPred.length !== samples) throw memory.errorNamed("samples");
    for (const y of [yTrue, yPred]) if (!areLabels(y, classes)) throw memory.errorNamed("points_y");
    return memory.lend([samples, samples, classes * classes * FLOAT], (t, p, out) => {
        memory.uint8(t, samples).set(yTrue);
        memory.uint8(p, samples).set(yPred);
        core.sl_confusion_matrix(out, t, p, samples, classes);
        return readMatrix(memory, out, classes);
    });
}

/** @param {Memory} memory @param {number} at @param {number} classes @returns {number[][]} */
export function readMatrix(memory, at, classes) {
    return Array.from({ length: classes }, (_, i) => [
        ...memory.uint32(at + i * classes * FLOAT, classes),
    ]);
}

/**
 * Runs `use` with a matrix in the core's memory. Throws a RangeError for anything else.
 * @template T
 * @param {Memory} memory
 * @param {readonly (readonly number[])[]} matrix
 * @param {(at: number, classes: number) => T} use
 * @returns {T}
 */
function lendMatrix(memory, matrix, use) {
    const classes = matrix?.length;
    /** @param {readonly number[]} row */
    const isRow = (row) => Array.isArray(row) && row.length === classes && row.every(isCount);
    if (!(Array.isArray(matrix) && matrix.every(isRow)))
        throw new RangeError("A confusion matrix is square, and of counts.");
    return memory.lend([classes * classes * FLOAT], (at) => {
        memory.uint32(at, classes * classes).set(matrix.flat());
        return use(at, classes);
    });
}

/** @param {number} count */
const isCount = (count) => Number.isInteger(count) && count >= 0 && count < 2 ** 32;

// ---------------------------------------------------------------- report

/**
 * The text of classification_report.
 * @param {Memory} memory
 * @param {readonly (readonly number[])[]} matrix
 * @param {ReportOptions} [options]
 */
export function reportText(memory, matrix, options) {
    return lendMatrix(memory, matrix, (at, classes) =>
        writeText(memory, at, classes, completed(memory, classes, options)),
    );
}

/**
 * The report as data, and its text.
 * @param {Memory} memory
 * @param {number[][]} matrix
 * @param {ReportOptions} [options]
 * @returns {Report}
 */
export function makeReport(memory, matrix, options) {
    return lendMatrix(memory, matrix, (at, classes) => {
        const complete = completed(memory, classes, options);
        const text = writeText(memory, at, classes, complete);
        const { labels, everyClass } = complete;
        const { core } = memory;
        const every = Number(everyClass);
        const scores = countScores(memory, at, classes, everyClass);
        const [micro, macro, weighted] = scores.slice(classes);
        return {
            text,
            matrix,
            labels,
            rows: memory.lend([classes * FLOAT], (out) => [
                ...memory.uint32(out, core.sl_report_rows(out, at, classes, every)),
            ]),
            scores: {
                classes: scores.slice(0, classes),
                accuracy: micro.precision,
                micro,
                macro,
                weighted,
            },
        };
    });
}

/** @typedef {{digits: number, labels: readonly string[], everyClass: boolean}} CompleteOptions */

/**
 * @param {Memory} memory
 * @param {number} classes
 * @param {ReportOptions} [options]
 * @returns {CompleteOptions}
 */
function completed(memory, classes, { digits = 2, labels = "float", everyClass } = {}) {
    if (!Number.isInteger(digits)) throw memory.errorNamed("digits");
    return {
        digits,
        labels: namesOf(memory, labels, classes),
        everyClass: everyClass ?? labels === "integer",
    };
}

/** @param {Memory} memory @param {Labels} labels @param {number} classes */
function namesOf(memory, labels, classes) {
    if (labels === "float") return defaultLabels(classes);
    if (labels === "integer") return Array.from({ length: classes }, (_, k) => String(k));
    return judgeLabels(memory, labels, classes);
}

/**
 * @param {Memory} memory
 * @param {number} matrix its address
 * @param {number} classes
 * @param {CompleteOptions} options
 */
function writeText(memory, matrix, classes, { digits, labels, everyClass }) {
    const { core, scratch } = memory;
    const names = new TextEncoder().encode(labels.map((label) => `${label}\0`).join(""));
    return memory.lend([names.length], (atNames) => {
        memory.uint8(atNames, names.length).set(names);
        const asked = [matrix, classes, digits, atNames, Number(everyClass)];
        memory.check(core.sl_classification_report_size(scratch, ...asked));
        return memory.lend([memory.written()], (out) => {
            memory.check(core.sl_classification_report(out, ...asked));
            return memory.text(out);
        });
    });
}

// ---------------------------------------------------------------- scores

/**
 * The scores of each class, then the micro, macro and weighted average.
 * @param {Memory} memory
 * @param {number} matrix its address
 * @param {number} classes
 * @param {boolean} everyClass
 * @returns {Score[]} [classes + 3]
 */
function countScores(memory, matrix, classes, everyClass) {
    const rows = classes + 3;
    return memory.lend([rows * 4 * DOUBLE], (out) => {
        const { core } = memory;
        memory.check(core.sl_classification_scores(out, matrix, classes, Number(everyClass)));
        return Array.from({ length: rows }, (_, row) => {
            const [precision, recall, f1, support] = memory.float64(out + row * 4 * DOUBLE, 4);
            return { precision, recall, "f1-score": f1, support };
        });
    });
}

/**
 * classification_report(output_dict=True) with labels=range(classes).
 * @param {Memory} memory
 * @param {readonly (readonly number[])[]} matrix
 * @returns {Record<string, Score | number>}
 */
export function classificationScores(memory, matrix) {
    return lendMatrix(memory, matrix, (at, classes) => {
        const scores = countScores(memory, at, classes, true);
        const [micro, macro, weighted] = scores.slice(classes);
        return {
            ...Object.fromEntries(scores.slice(0, classes).entries()),
            accuracy: micro.precision,
            "macro avg": macro,
            "weighted avg": weighted,
        };
    });
}
