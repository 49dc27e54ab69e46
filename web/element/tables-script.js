/** What reads and writes tables of points: most who open a page never ask for it. */

import { beside } from "./beside.js";

const load = beside("tables");

/**
 * Rejects, with an error that the texts explain, where it is not to be had.
 * @returns {Promise<import("../entries/tables.js").Tables>}
 */
export async function loadTables() {
    try {
        return await load();
    } catch (error) {
        const { message } = /** @type {Error} */ (error);
        throw Object.assign(new Error(message), { code: "tables" });
    }
}
