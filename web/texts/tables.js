/**
 * What is said of tables, in every language. It stands apart from the lab's texts, since the script
 * that reads tables is loaded when it is asked for.
 */

import { tables as en } from "./en/tables.js";
import { tables as zhHant } from "./zh-Hant/tables.js";

/** @satisfies {Record<import("./languages.js").Language, Record<keyof typeof en, string>>} */
export const tables = {
    "zh-Hant": zhHant,
    en,
};
