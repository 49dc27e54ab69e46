/** Splits a text into rows and cells; d3-dsv knows how quotes and newlines are written. */

import { dsvFormat } from "d3-dsv";
import { TableError } from "./table-error.js";

/** @typedef {"," | ";" | "\t"} Separator */
/**
 * A row that is not blank; `number` is the spreadsheet's, from 1.
 * @typedef {{cells: string[], number: number}} Row
 */
/** @typedef {{rows: Row[], separator: Separator}} Split */

export const MOST_ROWS = 100_000; // without the header
export const MOST_COLUMNS = 1000;

/** In this order, since a semicolon stands beside decimal commas. @type {readonly Separator[]} */
const SEPARATORS = ["\t", ";", ","];
const SAMPLE = 100_000; // characters, of which
const TRIED = 20; // rows show the separator
const END = "\u0000end"; // what no cell says

/** Only parseRows: parse builds functions from texts, which pages' policies forbid. */
const parsers = new Map(SEPARATORS.map((separator) => [separator, dsvFormat(separator)]));

/**
 * Throws a TableError for text without rows, with too many, or with a row longer than the first.
 * @param {string} text
 * @returns {Split}
 */
export function split(text) {
    const separator = detect(text);
    /** @type {Row[]} */
    const rows = [];
    eachRow(text, separator, (given, number) => {
        if (rows.length === 0 && given.length > MOST_COLUMNS)
            throw new TableError("columns", { count: given.length, most: MOST_COLUMNS });
        const cells = given.map((cell) => cell.trim());
        if (!cells.some(isFilled)) return;
        const columns = rows[0]?.cells.length ?? cells.length;
        // A spreadsheet may write empty cells beyond the last column.
        while (cells.length > columns && cells.at(-1) === "") cells.pop();
        if (cells.length > columns)
            throw new TableError("long", { row: number, count: cells.length, columns });
        rows.push({ cells, number });
        if (rows.length > MOST_ROWS + 1) throw new TableError("rows", { most: MOST_ROWS });
    });
    if (rows.length === 0) throw new TableError("empty");
    const columns = rows[0].cells.length;
    if (columns === 1) throw new TableError("column");
    if (columns === 2) throw new TableError("two");
    return { rows, separator };
}

/** @param {string} cell */
const isFilled = (cell) => cell.trim() !== "";

/**
 * Calls `use` with each row's cells and its number. Throws a TableError for a quote that is not
 * closed.
 * @param {string} text
 * @param {Separator} separator
 * @param {(cells: string[], number: number) => void} use
 */
function eachRow(text, separator, use) {
    let number = 0;
    let closed = false;
    // An open quote takes everything into its cell, and so the last row as well.
    parsers.get(separator)?.parseRows(`${text}\n${END}`, (cells) => {
        number++;
        closed = cells.length === 1 && cells[0] === END;
        if (!closed) use(cells, number);
        return null;
    });
    if (!closed) throw new TableError("quote", { row: number });
}

/** The separator that makes the first rows equally long. @param {string} text @returns {Separator} */
function detect(text) {
    const beginning = text.slice(0, SAMPLE);
    const found = SEPARATORS.map((separator) => {
        const rows = parsers.get(separator)?.parseRows(beginning) ?? [];
        if (beginning.length < text.length && rows.length > 1) rows.pop(); // may have been cut
        const lengths = rows.filter((cells) => cells.some(isFilled)).map(({ length }) => length);
        const tried = lengths.slice(0, TRIED);
        const alike = tried.filter((length) => length > 1 && length === tried[0]);
        return { separator, share: alike.length / Math.max(1, tried.length) };
    });
    const best = found.reduce((best, other) => (other.share > best.share ? other : best));
    return best.share > 0 ? best.separator : ",";
}
