/** scikit-learn's metrics, counted by the core. */

import { areLabels } from "./dataset.js";
import { DOUBLE, FLOAT } from "./memory.js";

/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {{digits?: number, labels?: "float" | "integer", validation?: boolean}} ReportOptions */
/** @typedef {{precision: number, recall: number, "f1-score": number, support: number}} Score */

/**
 * Row = true, column = predicted. Throws LabError "samples" or "points_y".
 * @param {Memory} memory
 * @param {ArrayLike<number>} yTrue @param {ArrayLike<number>} yPred @param {number} classes
 * @returns {number[][]}
 */
export function confusionMatrix(memory, yTrue, yPred, classes) {
    const samples = yTrue.length;
    if (yPred.length !== samples) throw memory.errorNamed("samples");
    for (const y of [yTrue, yPred]) if (!areLabels(y, classes)) throw memory.errorNamed("points_y");
    return memory.lend([samples, samples, classes * classes * FLOAT], (t, p, out) => {
        memory.uint8(t, samples).set(yTrue);
        memory.uint8(p, samples).set(yPred);
        memory.core.sl_confusion_matrix(out, t, p, samples, classes);
        return readMatrix(memory, out, classes);
    });
}

/** @param {Memory} memory @param {number} at @param {number} classes @returns {number[][]} */
export function readMatrix(memory, at, classes) {
    return Array.from({ length: classes }, (_, i) => [
        ...memory.uint32(at + i * classes * FLOAT, classes),
    ]);
}

/** @param {Memory} memory @param {number} at @param {readonly (readonly number[])[]} matrix */
function writeMatrix(memory, at, matrix) {
    const classes = matrix.length;
    if (!matrix.every((row) => row.length === classes && row.every(isCount)))
        throw new RangeError("A confusion matrix is square, and of counts.");
    memory.uint32(at, classes * classes).set(matrix.flat());
}

/** @param {number} count */
const isCount = (count) => Number.isInteger(count) && count >= 0 && count < 2 ** 32;

/**
 * The text of classification_report.
 * @param {Memory} memory
 * @param {readonly (readonly number[])[]} matrix
 * @param {ReportOptions} [options]
 */
export function reportText(memory, matrix, { digits = 2, labels = "float" } = {}) {
    const classes = matrix.length;
    if (!Number.isInteger(digits)) throw memory.errorNamed("digits");
    return memory.lend([classes * classes * FLOAT], (at) => {
        writeMatrix(memory, at, matrix);
        const style = labels === "float" ? 1 : 0;
        const { core, scratch } = memory;
        memory.check(core.sl_classification_report(scratch, at, classes, digits, style));
        return memory.text(scratch);
    });
}

/**
 * The same as numbers.
 * @param {Memory} memory
 * @param {readonly (readonly number[])[]} matrix
 */
export function classificationScores(memory, matrix) {
    const classes = matrix.length;
    const rows = classes + 3;
    return memory.lend([classes * classes * FLOAT, rows * 4 * DOUBLE], (atMatrix, atScores) => {
        writeMatrix(memory, atMatrix, matrix);
        memory.check(memory.core.sl_classification_scores(atScores, atMatrix, classes));
        return nameScores(matrix, [...memory.float64(atScores, rows * 4)]);
    });
}

/**
 * @param {readonly (readonly number[])[]} matrix
 * @param {number[]} numbers [classes + 3][4]
 */
function nameScores(matrix, numbers) {
    const classes = matrix.length;
    /** @param {number} row @returns {Score} */
    const score = (row) => ({
        precision: numbers[4 * row],
        recall: numbers[4 * row + 1],
        "f1-score": numbers[4 * row + 2],
        support: numbers[4 * row + 3],
    });
    const occurs = matrix.every((row, j) => [...row, ...matrix.map((r) => r[j])].some(Boolean));
    /** @type {Record<string, Score | number>} */
    const scores = {};
    for (let j = 0; j < classes; j++) scores[j] = score(j);
    if (occurs) scores.accuracy = score(classes).precision;
    else scores["micro avg"] = score(classes);
    scores["macro avg"] = score(classes + 1);
    scores["weighted avg"] = score(classes + 2);
    return scores;
}
