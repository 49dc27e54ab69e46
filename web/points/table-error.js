/** A refusal of a table: what is wrong with it, and where. */

/** @typedef {keyof typeof import("../texts/en/tables.js").tables} Key */
/**
 * What can be wrong: the name of a text, after "table.bad.".
 * @typedef {{[K in Key]: K extends `table.bad.${infer Reason}` ? Reason : never}[Key]} Reason
 */
/**
 * A column; its number begins with 0. Without a header it has no name.
 * @typedef {{index: number, name?: string}} Column
 */

export class TableError extends Error {
    /**
     * @param {Reason} reason
     * @param {Record<string, string | number>} [values] what the sentence needs; rows count from 1,
     *     as in a spreadsheet, the header included
     * @param {Column} [column] at fault
     */
    constructor(reason, values = {}, column) {
        super(`${reason} ${JSON.stringify({ ...values, column })}`);
        this.name = "TableError";
        this.reason = reason;
        this.values = values;
        this.column = column;
    }
}
