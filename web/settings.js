/** The settings as the page shows them: one line each; their limits are the core's. */

import { isKey } from "./strings.js";

/** @typedef {import("./lab.js").Settings} Settings */
/** @typedef {import("./lab.js").LabError} LabError */
/** @typedef {import("./engine.js").Info} Info */
/** @typedef {import("./strings.js").Localizer} Localizer */

/**
 * @typedef {object} Field
 * @property {keyof Settings} name of the setting, and of its texts
 * @property {string} attribute of the element
 * @property {"training" | "data"} group
 * @property {(value: number, direction: 1 | -1) => number} [next] where an arrow key leads
 */

/** @param {number} step @returns {Field["next"]} */
const plus = (step) => (value, direction) =>
    Number((Math.round(value / step + direction) * step).toPrecision(10));

/** @type {Field["next"]} */
const times2 = (value, direction) => Math.round(value * 2 ** direction);

/** 0.01, 0.03, 0.1, 0.3 … @type {Field["next"]} */
const thirds = (value, direction) => {
    const halves = Math.round(2 * Math.log10(value)) + direction;
    return Number(`${halves % 2 === 0 ? 1 : 3}e${Math.floor(halves / 2)}`);
};

/** In the order of importance that the tutorial gives them. @type {readonly Field[]} */
export const fields = [
    { name: "learningRate", attribute: "learning-rate", group: "training", next: thirds },
    { name: "batchSize", attribute: "batch-size", group: "training", next: times2 },
    { name: "layers", attribute: "layers", group: "training" },
    { name: "epochs", attribute: "epochs", group: "training", next: plus(10) },
    { name: "seed", attribute: "seed", group: "training", next: plus(1) },
    { name: "classes", attribute: "classes", group: "data", next: plus(1) },
    { name: "points", attribute: "points", group: "data", next: plus(50) },
    { name: "noise", attribute: "noise", group: "data", next: plus(0.05) },
    { name: "turn", attribute: "turn", group: "data", next: plus(0.5) },
    { name: "dataSeed", attribute: "data-seed", group: "data", next: plus(1) },
];

/** What a person typed, as a value for the core; what is no number becomes NaN. @param {string} name @param {string} text @returns {number | number[]} */
export function parse(name, text) {
    // Full-width digits and signs, as Chinese input methods write them, count as plain ones.
    const plain = text.normalize("NFKC").trim();
    if (name !== "layers") return toNumber(plain);
    if (plain === "" || /^none$/i.test(plain)) return [];
    return plain.split(/\s*[,、\s]\s*/).map(toNumber);
}

/** Number(""), surprisingly, is 0. @param {string} text */
const toNumber = (text) => (text === "" ? Number.NaN : Number(text));

/** A value as a person would type it. @param {Settings[keyof Settings]} value */
export function format(value) {
    if (!Array.isArray(value)) return String(value);
    return value.length ? value.join(",") : "none";
}

/**
 * What was wrong with a value and what is allowed, in the reader's language.
 * @param {Localizer} localizer @param {Info | undefined} info
 * @param {string} name of the setting
 * @param {string} given as it was typed
 * @param {{code?: string, message: string}} error the core's
 */
export function explain(localizer, info, name, given, error) {
    const setting = info?.settings.find((s) => s.name === name);
    if (info && name === "layers" && (error.code === "layers" || error.code === "units"))
        return explainLayers(localizer, info, given);
    if (!setting || error.code !== setting.code) return explainError(localizer, error);
    const { minimum, maximum, kind, choices } = setting;
    if (kind === "choice") return localizer.t("bad.choice", { given, choices: choices.join(", ") });
    if (kind === "boolean") return localizer.t("bad.boolean", { given });
    const limits = { given: given.trim(), minimum, maximum };
    const value = /** @type {number} */ (parse(name, given));
    if (limits.given === "") return localizer.t("bad.empty", limits);
    if (Number.isNaN(value)) return localizer.t("bad.number", limits);
    if (value < minimum) return localizer.t("bad.small", limits);
    if (value > maximum) return localizer.t("bad.large", limits);
    return localizer.t("bad.whole", limits);
}

/** @param {Localizer} localizer @param {Info} info @param {string} given */
function explainLayers(localizer, { limits }, given) {
    const units = /** @type {number[]} */ (parse("layers", given));
    if (units.length > limits.hiddenLayers)
        return localizer.t("bad.layers", { given: units.length, maximum: limits.hiddenLayers });
    const words = given
        .normalize("NFKC")
        .trim()
        .split(/\s*[,、\s]\s*/);
    /** @param {number} n */
    const fits = (n) => Number.isInteger(n) && n >= 1 && n <= limits.units;
    const bad = words[units.findIndex((n) => !fits(n))] ?? given;
    return localizer.t("bad.units", { given: bad, minimum: 1, maximum: limits.units });
}

/** An error that is not about one value. @param {Localizer} localizer @param {{code?: string, message: string}} error @param {Record<string, number>} [values] */
export function explainError(localizer, { code, message }, values) {
    const key = `error.${code}`;
    return isKey(key) ? localizer.t(key, values) : localizer.t("error.internal", { message });
}
