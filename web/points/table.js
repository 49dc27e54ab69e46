/** A table: its rows, its header, and which of its columns may be x, y and the label. */

import { isMissing, markOf, toNumber } from "./cells.js";
import { MOST_ROWS, split } from "./split.js";
import { TableError } from "./table-error.js";

/** @typedef {import("./cells.js").Mark} Mark */
/** @typedef {import("./split.js").Row} Row */
/** @typedef {import("./split.js").Separator} Separator */
/** @typedef {import("./table-error.js").Column} Column */

/**
 * @typedef {object} Table
 * @property {Row | undefined} header
 * @property {Row[]} rows below it
 * @property {Column[]} columns
 * @property {Separator} separator
 */

/** Three columns, by their index. @typedef {{x: number, y: number, label: number}} Choice */

export const MOST_CLASSES = 20;

const TRIED = 100; // rows that show whether the first is a header

/**
 * Throws a TableError for text that is no table of at least three columns.
 * @param {string} text
 * @param {boolean} [hasHeader] detected if left out
 * @returns {Table}
 */
export function readTable(text, hasHeader) {
    const { rows, separator } = split(text);
    return makeTable(rows, separator, hasHeader ?? seemsHeader(rows, separator));
}

/**
 * The same table, its first row taken as names, or as data.
 * @param {Table} table
 * @param {boolean} hasHeader
 */
export function withHeader({ header, rows, separator }, hasHeader) {
    return makeTable(header ? [header, ...rows] : rows, separator, hasHeader);
}

/**
 * @param {Row[]} all
 * @param {Separator} separator
 * @param {boolean} hasHeader
 * @returns {Table}
 */
function makeTable(all, separator, hasHeader) {
    const [first, ...others] = all;
    const [header, rows] = hasHeader ? [first, others] : [undefined, all];
    if (rows.length === 0) throw new TableError("header");
    if (rows.length > MOST_ROWS) throw new TableError("rows", { most: MOST_ROWS });
    const columns = first.cells.map((name, index) =>
        hasHeader && name ? { index, name } : { index },
    );
    return { header, rows, columns, separator };
}

/**
 * Names stand above numbers.
 * @param {readonly Row[]} rows
 * @param {Separator} separator
 */
function seemsHeader([first, ...others], separator) {
    const marks = marksOf(separator);
    const sample = others.slice(0, TRIED);
    if (first.cells.some((cell) => isNumber(cell, marks))) return false;
    if (sample.length === 0) return true;
    return first.cells.some((_, i) => {
        const cells = sample.map(({ cells }) => cells[i]).filter((cell) => !isMissing(cell));
        return cells.length > 0 && cells.every((cell) => isNumber(cell, marks));
    });
}

/** The decimal marks that there can be. @param {Separator} separator @returns {Mark[]} */
const marksOf = (separator) => (separator === "," ? ["."] : [".", ","]);

/** @param {string} cell @param {readonly Mark[]} marks */
const isNumber = (cell, marks) => marks.some((mark) => !Number.isNaN(toNumber(cell, mark)));

/**
 * The decimal mark of a column: a comma if a number in it has one.
 * @param {Table} table
 * @param {number} index
 * @returns {Mark}
 */
export function columnMark({ rows, separator }, index) {
    if (separator === ",") return ".";
    return rows.some(({ cells }) => markOf(cells[index] ?? "") === ",") ? "," : ".";
}

/**
 * The columns that are likely to be meant: a label with few different values, by its name or the
 * last of texts or the last of all; and the first two other columns of numbers. Where the table has
 * none, there is still a choice, and `choose` will say what is wrong with it.
 * @param {Table} table
 * @param {Partial<Choice>} [given] what is known already
 * @returns {Choice}
 */
export function guess(table, given = {}) {
    const { x, y } = given;
    const described = table.columns.map((column) => describe(table, column));
    const label =
        given.label ?? guessLabel(described.filter(({ index }) => ![x, y].includes(index)));
    const counts = described.filter(({ isNumeric, isCount }) => isNumeric && !isCount);
    const numeric = described.filter(({ isNumeric }) => isNumeric);
    const others = [...counts, ...numeric, ...described].map(({ index }) => index);
    const free = [...new Set(others)].filter((index) => ![x, y, label].includes(index));
    return { x: x ?? free.shift() ?? 0, y: y ?? free.shift() ?? 0, label };
}

/** @typedef {ReturnType<typeof describe>} Described */

/** @param {Described[]} described at least one @returns {number} its index */
function guessLabel(described) {
    const numeric = described.filter(({ isNumeric }) => isNumeric);
    const candidates = described.filter(({ isFew, isCount }) => isFew && !isCount);
    const texts = candidates.filter(({ isNumeric }) => !isNumeric);
    const found =
        candidates.find(({ name }) => LABEL.test(name)) ??
        texts.at(-1) ??
        (numeric.length > 2 ? candidates.at(-1) : undefined) ??
        described.filter(({ isNumeric }) => !isNumeric).at(-1) ??
        described[described.length - 1];
    return found.index;
}

/**
 * The same columns of another table: by their names where it has a header and they have names, or
 * else by their places. Throws a TableError for one that it lacks.
 * @param {Table} table
 * @param {readonly [Column, Column, Column]} columns x, y and label
 * @returns {Choice}
 */
export function sameColumns(table, columns) {
    const [x, y, label] = columns.map(({ index, name }) =>
        findColumn(table, table.header && name ? name : String(index + 1)),
    );
    return { x, y, label };
}

/** What a column of labels is often called. */
const LABEL = /^(?:label|labels|class|target|species|variety|category|type|y_true)$/i;

/** @param {Table} table @param {Column} column */
function describe(table, { index, name = "" }) {
    const mark = columnMark(table, index);
    const different = new Set();
    let [isNumeric, isCount, isEmpty] = [true, true, true];
    for (const [i, { cells }] of table.rows.entries()) {
        const cell = cells[index];
        if (isMissing(cell)) continue;
        isEmpty = false;
        const value = toNumber(cell, mark);
        if (Number.isNaN(value)) isNumeric = false;
        if (value !== i && value !== i + 1) isCount = false;
        if (different.size <= MOST_CLASSES) different.add(cell);
    }
    const isFew = different.size > 1 && different.size <= MOST_CLASSES;
    return { index, name, isNumeric: isNumeric && !isEmpty, isFew, isCount };
}

/**
 * A column by its name or, if none has that name, by its number from 1. Throws a TableError.
 * @param {Table} table
 * @param {string} given
 */
export function findColumn({ columns }, given) {
    const wanted = given.trim();
    const named = columns.find(({ name }) => name === wanted);
    const found = named ?? (/^\d+$/.test(wanted) ? columns[Number(wanted) - 1] : undefined);
    if (found) return found.index;
    throw new TableError("unknown", { given: wanted, count: columns.length });
}
