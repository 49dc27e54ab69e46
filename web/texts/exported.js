/**
 * What an exported script or notebook says, in every language. It stands apart from the page's
 * texts, since the npm package has no use for those.
 */

import { exported as en } from "./en/exported.js";
import { exported as zhHant } from "./zh-Hant/exported.js";

/** In one language. @typedef {Record<keyof typeof en, string>} Exported */

/** @satisfies {Record<import("./languages.js").Language, Exported>} */
export const exported = {
    "zh-Hant": zhHant,
    en,
};
