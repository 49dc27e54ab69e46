/**
 * Settings and options as text, in a flag, a link, an attribute or a field, and back: one grammar,
 * which takes numbers as people type them.
 */

import { featureNames } from "./features.js";

/** @typedef {import("../core/settings.js").Setting} Setting */
/** @typedef {import("../core/settings.js").LayerSetting} LayerSetting */

/** Joiners, direction marks and soft hyphens, which are pasted along without being seen. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Hyphens, dashes and the minus sign of typography, which the page prints itself. */
const MINUS = /[\p{Dash_Punctuation}\u2212\u02d7\u2796]/gu;
/** The full stop that Chinese input methods write. */
const FULL_STOP = /\u3002/g;

/**
 * A text as it was meant: full-width digits and signs, as Chinese input methods write them,
 * capitals, other minus signs and other spaces count as plain ones; what is invisible is dropped.
 * Superscripts and fractions stay what they are: 10² is not 102.
 * @param {string} text
 */
export const tidy = (text) =>
    text
        .replace(/[^\p{Other_Number}]+/gu, (part) => part.normalize("NFKC"))
        .replace(INVISIBLE, "")
        .replace(MINUS, "-")
        .replace(FULL_STOP, ".")
        .replace(/\s+/g, " ")
        .trim()
        .toLowerCase();

/** A comma is a decimal point, except where it may group thousands: 1,500 is refused. */
const DECIMAL_COMMA = /^[+-]?(?:0?[,、]\d+|\d+[,、](?!\d{3}(?!\d))\d+)(?=e|$)/;

/**
 * A number as people type them: 0.01, 0,01, 1e-2, - 3, 1 500. Stricter than Number(): "" and
 * "0x10" are not numbers here.
 * @param {string} text
 */
function toNumber(text) {
    let plain = tidy(text).replace(/(?<=[-+.]) | (?=\.)/g, "");
    if (/^[+-]?\d{1,3}( \d{3})+$/.test(plain)) plain = plain.replaceAll(" ", "");
    plain = plain.replace(DECIMAL_COMMA, (number) => number.replace(/[,、]/, "."));
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Between the layers of a list; a hyphen too, as the page writes them: 128-64. */
const SEPARATOR = /\s*[,、;]\s*|(?<=[a-z\d])\s*-\s*(?=\d)|\s+/;

/** @param {string} text */
const partsOf = (text) => tidy(text).replace(/ ?: ?/g, ":").split(SEPARATOR);

/**
 * 128,64:tanh; what is no number becomes NaN, which the core refuses.
 * @param {string} text
 * @returns {LayerSetting[]}
 */
export function toLayers(text) {
    if (tidy(text) === "none") return [];
    return partsOf(text).map((part) => {
        const [units, activation] = part.split(":");
        return activation === undefined ? toNumber(units) : { units: toNumber(units), activation };
    });
}

/** The parts of a list of layers that a person typed. @param {string} text */
export const layerTexts = (text) => (/^(none)?$/.test(tidy(text)) ? [] : partsOf(text));

/** Between the points of single classes; a space may group thousands: 1 000. */
const COUNT_SEPARATOR = /\s*[,、;]\s*|(?<=\d)\s+(?=\d)/;

/** The parts of a list of points that a person typed. @param {string} text */
export function pointTexts(text) {
    const plain = tidy(text);
    return /^\d{1,2} \d{3}$/.test(plain) ? [plain] : plain.split(COUNT_SEPARATOR);
}

/**
 * 500 for every class, or 500,100,20; what is no number becomes NaN, which the core refuses.
 * @param {string} text
 * @returns {number | number[]}
 */
export function toPoints(text) {
    const counts = pointTexts(text).map(toNumber);
    return counts.length === 1 ? counts[0] : counts;
}

/**
 * x,y,r; in the core's order, each once. What is no feature stays, and the core refuses it.
 * @param {string} text
 * @returns {string[]}
 */
export function toFeatures(text) {
    const plain = tidy(text)
        .replaceAll("²", "2")
        .replaceAll("θ", "theta")
        .replace(/sin[ _(]*([xy])\)?/g, "sin_$1");
    const names = new Set(plain === "" ? [] : plain.split(/ ?[,、;] ?| /));
    const at = (/** @type {string} */ name) => featureNames.indexOf(name);
    return [...names].sort((a, b) => at(a) - at(b));
}

/** @param {LayerSetting} layer */
export const unitsOf = (layer) => (typeof layer === "number" ? layer : layer.units);

/** 64, or 64:tanh. @param {LayerSetting | string} layer a name of a feature stays */
export const fromLayer = (layer) =>
    typeof layer === "object" ? `${layer.units}:${layer.activation}` : String(layer);

/** Of layers, or of features. @param {readonly (LayerSetting | string)[]} layers */
export const fromLayers = (layers) => layers.map(fromLayer).join() || "none";

/**
 * A scalar setting's value, which the core has yet to judge.
 * @param {Pick<Setting, "kind"> & {name?: string}} setting
 * @param {string} text
 * @returns {number | number[] | string | string[] | boolean}
 */
export function toValue({ name, kind }, text) {
    if (name === "points") return toPoints(text);
    if (kind === "set") return toFeatures(text);
    if (kind !== "choice" && kind !== "boolean") return toNumber(text);
    const plain = tidy(text);
    if (kind === "choice") return plain;
    return plain === "true" || (plain === "false" ? false : plain);
}

/**
 * The canonical spelling of an option's value: one of its words, a list separated by commas, or a
 * number.
 * @param {{pattern: string, words?: readonly string[], exact?: boolean}} option exact: capitals
 *     count
 * @param {string} text
 * @returns {string | undefined} nothing where it cannot be that
 */
export function toOption({ pattern, words = [], exact = false }, text) {
    if (exact) return new RegExp(pattern).test(text.trim()) ? text.trim() : undefined;
    const plain = tidy(text);
    const spellings = [
        words.find((word) => tidy(word) === plain) ?? plain,
        plain.split(/ ?[,、;] ?| /).join(),
        String(toNumber(text)),
    ];
    return spellings.find((spelling) => new RegExp(pattern).test(spelling));
}
