/** What stands in a cell: a number, nothing, or text. */

/** What pandas reads as a missing value. */
const MISSING = new Set(
    (
        "#N/A,#N/A N/A,#NA,-1.#IND,-1.#QNAN,-NaN,-nan,1.#IND,1.#QNAN,<NA>,N/A,NA,NULL,NaN,None," +
        "n/a,nan,null,"
    ).split(","),
);

const POINT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const COMMA = /^[+-]?(?:\d+,\d*|,\d+)(?:e[+-]?\d+)?$/i;
const INFINITE = /^[+-]?(?:inf|infinity|∞)$/i;
/** As 1,234.5 or 1.234,5 or 1 234 or 1'234: digits in threes. */
const GROUPED = /^[+-]?\d{1,3}(?:([,.'’ \u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;

/** @param {string | undefined} cell nothing in a row that is too short */
export const isMissing = (cell) => cell === undefined || MISSING.has(cell);

/** @param {string} cell */
export const isInfinite = (cell) => INFINITE.test(cell);

/** Whether it is a number, but for the separators of its thousands. @param {string} cell */
export const isGrouped = (cell) => GROUPED.test(cell);

/** @typedef {"." | ","} Mark of decimals */

/** The decimal mark that a number has, if it has one. @param {string} cell @returns {Mark | undefined} */
export function markOf(cell) {
    if (COMMA.test(cell)) return ",";
    return cell.includes(".") && POINT.test(cell) ? "." : undefined;
}

/**
 * @param {string} cell
 * @param {Mark} mark of the decimals
 * @returns {number} NaN for what is no number; infinity beyond a float64's range
 */
export function toNumber(cell, mark) {
    const plain = mark === "," && COMMA.test(cell) ? cell.replace(",", ".") : cell;
    return POINT.test(plain) ? Number(plain) : Number.NaN;
}
