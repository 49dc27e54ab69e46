/**
 * Describes the element's attributes from their sources: the element's own lists, the core's
 * limits, the page's texts.
 */

import { optionNames, options } from "../../web/element/options.js";
import { fields } from "../../web/shared/fields.js";
import { authors, lab as texts } from "../../web/texts/en/index.js";
import { PARTS } from "../../web/views/parts.js";

/** @typedef {import("../../web/core/lab.js").Lab} Lab */
/** @typedef {import("../../web/core/settings.js").Setting} Setting */
/** @typedef {import("../../web/element/options.js").Option} Option */
/** @typedef {import("../../web/shared/fields.js").Field} Field */

/**
 * @typedef {object} Attribute
 * @property {string} name
 * @property {"number" | "numbers" | "boolean" | "words" | "text"} kind numbers: one, or a list as text
 * @property {readonly string[]} words what it can be, if its kind is words or boolean
 * @property {string} initial the value when it is left out
 * @property {string} description a sentence or two
 */

/**
 * Descriptions of the options; their words come from the options themselves.
 * @type {Record<Option, {description: string, kind?: Attribute["kind"]}>}
 */
const OPTIONS = {
    lang: {
        description:
            "Its language: zh-Hant for any zh, en for any other; auto is that of the text around it.",
        kind: "text",
    },
    theme: {
        description: "Light or dark; auto is what the page around it says by color-scheme.",
    },
    view: {
        description: "What the map shows: regions, soft, unsure, class-2 or a unit as dense_1-17.",
        kind: "text",
    },
    palette: { description: texts["palette.title"] },
    samples: { description: "Whether the points are on the map." },
    "text-size": { description: `${texts["textSize.help"]}.` },
    layout: { description: authors["layout.help"] },
    parts: {
        description:
            `What is shown: all, or of ${PARTS.join(", ")} those that are named, with commas ` +
            "between them; instead of settings, single ones by their attributes' names.",
        kind: "text",
    },
    controls: {
        description:
            "Which controls are shown: all, none, or of header, settings, view and transport those " +
            "that are named, with commas between them.",
        kind: "text",
    },
    speed: { description: "How many batches a second it trains while it plays." },
    autoplay: {
        description:
            "It trains once it is scrolled into view, unless reduced motion is wished for.",
        kind: "boolean",
    },
    lesson: {
        description:
            "A lesson that it opens: one of its own by its id, as learning-rate, or the address of a " +
            "file of the same site, as my-lesson.json.",
        kind: "text",
    },
    steps: { description: `${authors.steps}. ${authors["steps.help"]}`, kind: "number" },
    accuracy: {
        description:
            "What the accuracy on the training samples is claimed to be after these batches, as 0.9567; " +
            "the lab says whether it is.",
        kind: "text",
    },
    task: {
        description:
            "The task that this run was handed in for, by its lesson and step, as learning-rate:4; with " +
            "a checksum the lab says whether the run does it.",
        kind: "text",
    },
    checksum: {
        description:
            "What the SHA-256 of the weights is claimed to begin with after these batches, in 8 to " +
            "64 hexadecimal digits; the lab says whether it does.",
        kind: "text",
    },
    data: {
        description:
            "Points of one's own, as the Share dialog writes them: base64 of all x, all y (float32) " +
            "and all labels (bytes).",
        kind: "text",
    },
    labels: {
        description: "The names of their classes, with commas between them.",
        kind: "text",
    },
};

/** An attribute is not written as in the boxes of the settings. */
const LAYERS =
    "Units of each hidden layer, as 64,32 or, with an activation of its own, 64,32:tanh; none is " +
    "softmax regression.";

/** What one number cannot say. */
const POINTS = " Or one for each class, as 500,100,20.";

/** @param {Option} name @returns {Attribute} */
function optionAttribute(name) {
    const { description, kind = "words" } = OPTIONS[name];
    const { initial, pattern } = options[name];
    const words = kind === "words" || kind === "boolean" ? pattern.slice(2, -2).split("|") : [];
    return { name, kind, words, initial, description };
}

/** What the core allows, as a sentence. @param {Setting | undefined} setting */
function limitsOf(setting) {
    if (setting?.kind === "set")
        return ` Of ${setting.choices.join(", ")} those that are named, with commas between them.`;
    if (setting?.kind !== "integer" && setting?.kind !== "number") return "";
    const what = setting.kind === "integer" ? "A whole number" : "A number";
    return ` ${what} from ${setting.minimum} to ${setting.maximum}.`;
}

/** @param {Lab} lab @param {Field} field @returns {Attribute} */
function settingAttribute(lab, { name, attribute }) {
    const setting = lab.settings.find((candidate) => candidate.name === name);
    const kinds = /** @type {const} */ ({
        integer: "number",
        number: "number",
        choice: "words",
        boolean: "boolean",
        set: "text",
    });
    return {
        name: attribute,
        // A list of layers is no scalar setting; points may be one number.
        kind: name === "points" ? "numbers" : setting ? kinds[setting.kind] : "text",
        words: setting?.kind === "boolean" ? ["false", "true"] : (setting?.choices ?? []),
        initial: String(lab.defaults[name]),
        description: setting
            ? `${texts[name]}. ${texts[`${name}.help`]}${limitsOf(setting)}${name === "points" ? POINTS : ""}`
            : LAYERS,
    };
}

/**
 * @param {Lab} lab
 * @returns {Attribute[]} in the order of the element's own list
 */
export const attributesOf = (lab) => [
    ...optionNames.map(optionAttribute),
    ...fields.map((field) => settingAttribute(lab, field)),
];
