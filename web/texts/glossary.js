/**
 * The glossary's texts, in every language. They stand apart from the lab's, since the script that
 * has the glossary is loaded when it is asked for.
 */

import { glossary as en } from "./en/glossary.js";
import { glossary as zhHant } from "./zh-Hant/glossary.js";

/** @satisfies {Record<import("./languages.js").Language, Record<keyof typeof en, string>>} */
export const glossary = {
    "zh-Hant": zhHant,
    en,
};
