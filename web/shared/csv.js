/** A table as text that spreadsheets read. */

/**
 * Rows as CSV (RFC 4180). What a spreadsheet would take for a formula, and run, gets an apostrophe.
 * @param {readonly (readonly string[])[]} rows
 */
export const csvOf = (rows) => rows.map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");

/** @param {string} text */
function cellOf(text) {
    const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
