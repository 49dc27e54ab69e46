/**
 * A lab's options, besides the settings of the training: attributes of the element, and keys of a
 * link with the same names.
 */

import { fields } from "../shared/fields.js";
import { tidy, toOption } from "../shared/setting-text.js";
import { languages } from "../texts/languages.js";
import { CONTROLS, PARTS } from "../views/parts.js";

/** @typedef {import("../views/parts.js").Shown} Shown */
/**
 * @typedef {"lang" | "theme" | "view" | "palette" | "samples" | "text-size" | "layout" | "parts" |
 *     "controls" | "speed" | "autoplay" | "steps" | "accuracy" | "checksum" | "task" | "data" |
 *     "labels" | "lesson"} Option
 */
/** @typedef {Record<Option, string>} Options */

/** A pattern of words with commas between them. @param {readonly string[]} words */
const listOf = (words) => `(${words.join("|")})(,(${words.join("|")}))*`;

/** @param {...string} words the one that holds at first, and the others */
const oneOf = (...words) => ({ initial: words[0], pattern: `^(${words.join("|")})$`, words });

/** @param {string} initial @param {string} pattern */
const like = (initial, pattern) => ({ initial, pattern });

/** @type {Record<Option, {initial: string, pattern: string, words?: string[], exact?: boolean}>} */
export const options = {
    lang: oneOf("auto", ...languages.map(({ tag }) => tag)),
    theme: oneOf("auto", "light", "dark"),
    /** regions, soft, unsure, class-2 or dense_1-17, a unit by its layer's name. */
    view: like("regions", "^(regions|soft|unsure|class-\\d{1,2}|dense(_\\d)?-\\d{1,4})$"),
    palette: oneOf("tutorial", "safe"),
    /** "large" can be read from the back row of a classroom. */
    "text-size": oneOf("normal", "large"),
    /** The points on the map. */
    samples: oneOf("shown", "hidden"),
    layout: oneOf("full", "compact"),
    /** all, or parts and single settings with commas between them. */
    parts: like("all", `^(all|${listOf([...PARTS, ...fields.map((f) => f.attribute)])})$`),
    /** Which controls are shown: all, none, or some with commas between them. */
    controls: like("all", `^(all|none|${listOf(CONTROLS)})$`),
    /** Batches a second. */
    speed: oneOf("400", "1", "5", "20", "100", "full"),
    autoplay: oneOf("off", "on"),
    /** Batches that the lab trains by itself at its start. */
    steps: like("0", "^(0|[1-9]\\d{0,6})$"),
    /** The accuracy on the training samples that is claimed then, as Keras prints it. */
    accuracy: like("", "^([01]\\.\\d{4,6})?$"),
    /** What the weights' SHA-256 is claimed to begin with after these batches. */
    checksum: like("", "^([0-9a-f]{8,64})?$"),
    /** The lesson's task that this run is for, and the step in which it is: see shared/claim.js. */
    task: {
        ...like(
            "",
            "^(([a-z0-9-]{1,60}|own\\.[a-z0-9-]{1,60}|[\\w./-]{1,200}\\.json):[1-9]\\d?)?$",
        ),
        exact: true,
    },
    /** Points of one's own, and the names of their classes: see shared/points-text.js. */
    data: { ...like("", "^[\\w-]*$"), exact: true },
    labels: { ...like("", "^.*$"), exact: true },
    /** A lesson by its id, by the address of its file, or all of it: see lesson-source.js. */
    lesson: {
        ...like("", "^([a-z0-9-]{0,60}|[\\w./-]{1,200}\\.json|data\\.[\\w-]{1,20000})$"),
        exact: true,
    },
};

/**
 * The words that an option allows, the initial one first.
 * @param {"lang" | "theme" | "layout" | "speed"} name
 */
export const wordsOf = (name) => options[name].words ?? [];

/** What a link claims of a run. @type {readonly Option[]} */
export const claimed = ["steps", "accuracy", "checksum", "task"];

export const optionNames = /** @type {Option[]} */ (Object.keys(options));

/** @param {string} name @returns {name is Option} */
export const isOption = (name) => Object.hasOwn(options, name);

/** Whether a text is a valid value of an option. @param {Option} name @param {string} text */
export const fits = (name, text) => new RegExp(options[name].pattern).test(text);

/**
 * A value that a person wrote, in its canonical spelling; unchanged if it is not valid. An
 * attribute without a value means "on".
 * @param {Option} name
 * @param {string | null} text
 */
export function optionOf(name, text) {
    if (text === null) return options[name].initial;
    if (name === "autoplay" && /^(true|autoplay)?$/.test(tidy(text))) return "on";
    return toOption(options[name], text) ?? text;
}

/** @returns {Options} */
export const initialOptions = () =>
    /** @type {Options} */ (
        Object.fromEntries(optionNames.map((name) => [name, options[name].initial]))
    );

/** @param {Pick<Options, "parts" | "controls">} options @returns {Shown} */
export function shownParts({ parts, controls }) {
    /** @type {readonly string[]} */
    const words = parts === "all" ? PARTS : parts.split(",");
    const named = fields.filter(({ attribute }) => words.includes(attribute));
    const shown = new Set(PARTS.filter((part) => words.includes(part)));
    const all = shown.has("settings") || named.length === 0;
    if (!all) shown.add("settings");
    /** @type {readonly string[]} */
    const kept = controls === "all" ? CONTROLS : controls.split(",");
    for (const part of CONTROLS) if (!kept.includes(part)) shown.delete(part);
    return { parts: shown, settings: all ? null : named.map(({ name }) => name) };
}
