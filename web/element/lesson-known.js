/** What lessons may speak of in this lab. */

import { keyOf } from "../lessons/lesson-text.js";
import { languages } from "../texts/languages.js";
import { PARTS } from "../views/parts.js";
import { fits } from "./options.js";

/**
 * @param {import("../lessons/judge.js").Known["info"]} info
 * @returns {import("../lessons/judge.js").Known}
 */
export const knownToLessons = (info) => ({
    info,
    languages: languages.map(({ tag }) => keyOf(tag)),
    parts: PARTS,
    isView: (text) => fits("view", text),
});
