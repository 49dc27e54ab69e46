/**
 * What the tutorial with live figures says, in every language. It stands apart from the page's texts,
 * since only the build has a use for it.
 */

import { tutorial as en } from "./en/tutorial.js";
import { tutorial as zhHant } from "./zh-Hant/tutorial.js";

/** In one language. @typedef {Record<keyof typeof en, string>} Tutorial */

/** @satisfies {Record<import("./languages.js").Language, Tutorial>} */
export const tutorial = {
    "zh-Hant": zhHant,
    en,
};
