/**
 * What most who open a page never ask for. Each rejects, with an error that the texts explain,
 * where its script is not to be had.
 */

import { beside } from "./beside.js";

/**
 * What reads, writes and draws points.
 * @type {() => Promise<import("../entries/tables.js").Tables>}
 */
export const loadTables = beside("tables");

/**
 * What explains terms.
 * @type {() => Promise<import("../entries/glossary.js").Glossary>}
 */
export const loadGlossary = beside("glossary");
