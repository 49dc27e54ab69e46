/** The points of a table: two of its columns, and the classes of a third. */

import { isGrouped, isInfinite, isMissing, toNumber } from "./cells.js";
import { classify, classifyAs } from "./labels.js";
import { needsScaling, scaleOf, standardize } from "./scale.js";
import { columnMark } from "./table.js";
import { TableError } from "./table-error.js";

/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("./cells.js").Mark} Mark */
/** @typedef {import("./labels.js").Labelled} Labelled */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./table.js").Choice} Choice */
/** @typedef {import("./table.js").Table} Table */
/** @typedef {import("./table-error.js").Column} Column */

/**
 * @typedef {object} Chosen
 * @property {Dataset & {axes: [string, string]}} points
 * @property {[Column, Column, Column]} columns x, y and label
 * @property {number} leftOut rows in which one of the three cells is missing
 * @property {{column: Column, rows: number}[]} missing how many in each column that lacks some
 * @property {[Scale, Scale]} scales of x and y, before they were standardized
 * @property {boolean} standardized
 * @property {Column[]} constant columns of numbers that are all the same
 */

/**
 * What a model was trained with, so that a test set becomes the same.
 * @typedef {Pick<Chosen, "scales" | "standardized"> & {labels: readonly string[]}} Trained
 */

/**
 * Throws a TableError for a cell, or a number of classes, that cannot be.
 * @param {Table} table
 * @param {Choice} choice
 * @param {object} [options]
 * @param {boolean} [options.standardized] decided by the numbers if left out
 * @param {Trained} [options.trained] the labels and scales that the points must have
 * @returns {Chosen}
 */
export function choose(table, choice, { standardized, trained } = {}) {
    const columns = judgeChoice(table, choice);
    const { complete, missing } = separate(table, columns);
    const [x, y] = columns.slice(0, 2).map((column) => {
        const mark = judgeMark(table, column);
        return Float64Array.from(complete, ({ cells, number }) =>
            readNumber(cells[column.index], mark, number, column),
        );
    });
    const label = columns[2];
    const labelled = complete.map(({ cells, number }) => ({
        text: cells[label.index],
        row: number,
    }));
    const mark = columnMark(table, label.index);
    const { labels, y: classes } = trained
        ? { labels: trained.labels, y: classifyAs(labelled, mark, label, trained.labels) }
        : classify(labelled, mark, label);
    const scales = trained?.scales ?? /** @type {[Scale, Scale]} */ ([scaleOf(x), scaleOf(y)]);
    const isScaled = trained?.standardized ?? standardized ?? (needsScaling(x) || needsScaling(y));
    return {
        points: {
            x: interleave(
                isScaled ? standardize(x, scales[0]) : x,
                isScaled ? standardize(y, scales[1]) : y,
            ),
            y: classes,
            samples: complete.length,
            classes: labels.length,
            labels,
            axes: [axisOf(columns[0], "x", isScaled), axisOf(columns[1], "y", isScaled)],
        },
        columns,
        leftOut: table.rows.length - complete.length,
        missing,
        scales,
        standardized: isScaled,
        constant: columns.filter((_, i) => scales[i]?.deviation === 0),
    };
}

/**
 * Three different columns.
 * @param {Table} table
 * @param {Choice} choice
 * @returns {[Column, Column, Column]}
 */
function judgeChoice({ columns }, { x, y, label }) {
    /** @type {[Column, Column, Column]} */
    const chosen = [columns[x], columns[y], columns[label]];
    const twice = chosen.find((column, i) => chosen.indexOf(column) < i);
    if (twice) throw new TableError("twice", {}, twice);
    return chosen;
}

/**
 * The rows that have all of the columns.
 * @param {Table} table
 * @param {readonly Column[]} columns
 */
function separate({ rows }, columns) {
    const counts = columns.map((column) => ({ column, rows: 0 }));
    const complete = rows.filter(({ cells }) => {
        const lacking = counts.filter(({ column }) => isMissing(cells[column.index]));
        for (const count of lacking) count.rows++;
        return lacking.length === 0;
    });
    const missing = counts.filter(({ rows }) => rows > 0);
    if (complete.length > 0) return { complete, missing };
    const most = missing.reduce((a, b) => (b.rows > a.rows ? b : a));
    throw new TableError("missing", {}, most.column);
}

/**
 * The decimal mark of a column of numbers, of which there can be only one.
 * @param {Table} table
 * @param {Column} column
 */
function judgeMark(table, column) {
    const mark = columnMark(table, column.index);
    if (mark === ".") return mark;
    const other = table.rows.find(({ cells }) => {
        const cell = cells[column.index] ?? "";
        return cell.includes(".") && !Number.isNaN(toNumber(cell, "."));
    });
    if (!other) return mark;
    const given = other.cells[column.index];
    throw new TableError("marks", { row: other.number, given }, column);
}

/**
 * @param {string} cell
 * @param {Mark} mark
 * @param {number} row
 * @param {Column} column
 */
function readNumber(cell, mark, row, column) {
    const value = toNumber(cell, mark);
    if (Number.isFinite(Math.fround(value))) return value;
    const where = { row, given: cell };
    if (!Number.isNaN(value)) throw new TableError("large", where, column);
    if (isInfinite(cell)) throw new TableError("infinite", where, column);
    throw new TableError(isGrouped(cell) ? "grouped" : "number", where, column);
}

/** @param {Float64Array} x @param {Float64Array} y @returns {Float32Array<ArrayBuffer>} [n][2] */
function interleave(x, y) {
    const points = new Float32Array(2 * x.length);
    for (let i = 0; i < x.length; i++) points.set([x[i], y[i]], 2 * i);
    return points;
}

/** @param {Column} column @param {string} otherwise @param {boolean} isScaled */
const axisOf = ({ name }, otherwise, isScaled) =>
    `${name ?? otherwise}${isScaled ? STANDARDIZED : ""}`;

const STANDARDIZED = " (z)"; // z-scores
