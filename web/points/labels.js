/** The classes of a column of labels, in scikit-learn's order. */

import { isLabel } from "../core/dataset.js";
import { toNumber } from "./cells.js";
import { TableError } from "./table-error.js";

/** @typedef {import("./cells.js").Mark} Mark */
/** @typedef {import("./table-error.js").Column} Column */
/** A cell, and the row that it stands in. @typedef {{text: string, row: number}} Labelled */

export const MOST_CLASSES = 20;

/**
 * The different labels as numpy.unique sorts them: numbers by their size if all are numbers, else
 * texts by their code points. Each is as it was first written, as 1 for 1 and 1.0. Throws a
 * TableError for fewer than 2 classes, more than 20, or a text that cannot be a label.
 * @param {readonly Labelled[]} cells at least one
 * @param {Mark} mark of the decimals
 * @param {Column} column
 * @returns {{labels: string[], y: Uint8Array<ArrayBuffer>}} y: the class of each cell
 */
export function classify(cells, mark, column) {
    const keyOf = keyFor(
        cells.map(({ text }) => text),
        mark,
    );
    /** @type {Map<string | number, string>} */
    const written = new Map();
    for (const { text, row } of cells) {
        const key = keyOf(text);
        if (written.has(key)) continue;
        judge(text, row, column);
        written.set(key, text);
        if (written.size > MOST_CLASSES)
            throw new TableError("classes", { row, most: MOST_CLASSES }, column);
    }
    const keys = [...written.keys()].sort(compare);
    if (keys.length < 2) throw new TableError("class", { given: cells[0].text }, column);
    const places = new Map(keys.map((key, i) => [key, i]));
    return {
        labels: keys.map((key) => /** @type {string} */ (written.get(key))),
        y: Uint8Array.from(cells, ({ text }) => places.get(keyOf(text)) ?? 0),
    };
}

/**
 * The class of each cell, among those that there are already. Throws a TableError for another.
 * @param {readonly Labelled[]} cells
 * @param {Mark} mark of the decimals
 * @param {Column} column
 * @param {readonly string[]} labels
 */
export function classifyAs(cells, mark, column, labels) {
    const keyOf = keyFor([...labels, ...cells.map(({ text }) => text)], mark);
    const places = new Map(labels.map((label, i) => [keyOf(label), i]));
    return Uint8Array.from(cells, ({ text, row }) => {
        const place = places.get(keyOf(text));
        if (place === undefined) throw new TableError("stranger", { row, given: text }, column);
        return place;
    });
}

/** What makes labels the same: a number, if all of them are. @param {string[]} texts @param {Mark} mark */
function keyFor(texts, mark) {
    const isNumeric = [...new Set(texts)].every((text) => !Number.isNaN(toNumber(text, mark)));
    return (/** @type {string} */ text) => (isNumeric ? toNumber(text, mark) : text);
}

/** @param {string} text @param {number} row @param {Column} column */
function judge(text, row, column) {
    if (!isLabel(text)) throw new TableError("label", { row, given: text }, column);
}

/**
 * Numbers by size, texts by code points, which < would not do beyond U+FFFF.
 * @param {string | number} a
 * @param {string | number} b
 */
function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    const [left, right] = [[...String(a)], [...String(b)]];
    const i = left.findIndex((char, k) => char !== right[k]);
    if (i < 0) return left.length - right.length; // the one begins the other
    return (left[i].codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? -1);
}
