/**
 * What a lab can be told beside the training's settings: attributes of the element, and keys of a
 * link by the same names.
 */

import { languages } from "../texts/languages.js";
import { GROUPS } from "../views/groups.js";

/**
 * @typedef {"lang" | "theme" | "view" | "palette" | "samples" | "layout" | "controls" | "speed" |
 *     "autoplay" | "steps"} Option
 */
/** @typedef {Record<Option, string>} Options */

const group = `(${GROUPS.join("|")})`;

/** @param {...string} words the one that holds at first, and the others */
const oneOf = (...words) => ({ initial: words[0], pattern: `^(${words.join("|")})$` });

/** @param {string} initial @param {string} pattern */
const like = (initial, pattern) => ({ initial, pattern });

/** @type {Record<Option, {initial: string, pattern: string}>} */
export const options = {
    lang: oneOf("auto", ...languages.map(({ tag }) => tag)),
    theme: oneOf("auto", "light", "dark"),
    /** regions, soft, unsure, class-2 or dense_1-17, a unit by its layer's name. */
    view: like("regions", "^(regions|soft|unsure|class-\\d{1,2}|dense(_\\d)?-\\d{1,4})$"),
    palette: oneOf("tutorial", "safe"),
    /** The points on the map. */
    samples: oneOf("shown", "hidden"),
    layout: oneOf("full", "compact"),
    /** all, none, or groups with commas between them. */
    controls: like("all", `^(all|none|${group}(,${group})*)$`),
    /** Batches a second. */
    speed: oneOf("400", "1", "5", "20", "100", "full"),
    autoplay: oneOf("off", "on"),
    /** Batches that it is trained for at once. */
    steps: like("0", "^(0|[1-9]\\d{0,6})$"),
};

/**
 * What an option that is one of some words can be, the initial one first.
 * @param {"lang" | "theme" | "layout" | "speed"} name
 */
export const wordsOf = (name) => options[name].pattern.slice(2, -2).split("|");

export const optionNames = /** @type {Option[]} */ (Object.keys(options));

/** @param {string} name @returns {name is Option} */
export const isOption = (name) => Object.hasOwn(options, name);

/** Whether an option can be that. @param {Option} name @param {string} text */
export const fits = (name, text) => new RegExp(options[name].pattern).test(text);

/**
 * An attribute's text as an option's: without a value it is on, and groups may stand apart by
 * spaces.
 * @param {Option} name
 * @param {string | null} text
 */
export function optionOf(name, text) {
    if (text === null) return options[name].initial;
    if (name === "autoplay") return /^(|true|autoplay)$/.test(text) ? "on" : text;
    return text.trim().replace(/[\s,]+/g, ",");
}

/** @returns {Options} */
export const initialOptions = () =>
    /** @type {Options} */ (
        Object.fromEntries(optionNames.map((name) => [name, options[name].initial]))
    );

/** The groups that are to be seen. @param {string} controls */
export function shownGroups(controls) {
    if (controls === "all") return [...GROUPS];
    return GROUPS.filter((group) => controls.split(",").includes(group));
}
