/** Why a table was refused, in the reader's language. */

import { visible } from "../shared/odd-text.js";

/** @typedef {import("../points/choose.js").Chosen} Chosen */
/** @typedef {import("../points/table-error.js").Column} Column */
/** @typedef {import("../points/table-error.js").TableError} TableError */
/** @typedef {import("./localizer.js").Localizer<typeof import("./en/tables.js").tables>} Localizer */

/** One sentence. @param {Localizer} localizer @param {TableError} error */
export function explainTable(localizer, { reason, values, column }) {
    const { given } = values;
    const sentence = localizer.t(
        `table.bad.${reason}`,
        /** @type {any} */ ({
            ...values,
            ...(given !== undefined && { given: visible(String(given)) }),
            ...(column && { column: columnWords(localizer, column) }),
        }),
    );
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A column within a sentence. @param {Localizer} localizer @param {Column} column */
export const columnWords = (localizer, { index, name }) =>
    name
        ? localizer.t("table.named", { name: visible(name) })
        : localizer.t("table.numbered", { number: index + 1 });

/**
 * How many rows lack a value, and in which columns.
 * @param {Localizer} localizer
 * @param {Pick<Chosen, "leftOut" | "missing">} chosen
 */
export function leftOutWords(localizer, { leftOut, missing }) {
    const columns = missing.map(({ column, rows }) =>
        localizer.t("table.missing.in", { column: columnWords(localizer, column), rows }),
    );
    const comma = localizer.t("table.missing.and");
    return localizer.t("table.missing", { count: leftOut, columns: columns.join(comma) });
}
