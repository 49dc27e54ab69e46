/** The settings as the page shows them: one line each; their limits are the core's. */

import { activationsOf } from "../core/settings.js";
import { isKey } from "../texts/localizer.js";
import { fromLayers, layerTexts, tidy, toLayers, toValue } from "./setting-text.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../core/lab-error.js").LabError} LabError */
/** @typedef {import("../core/settings.js").LayerSetting} LayerSetting */
/** @typedef {import("../worker/engine.js").Info} Info */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */

/** "training" stands open, the others are folds. @typedef {"training" | "data" | "network" | "optimizing" | "regularization" | "scheduling" | "stopping"} Group */

/**
 * @typedef {object} Field
 * @property {keyof Settings} name of the setting, and of its texts
 * @property {string} attribute of the element
 * @property {Group} group
 * @property {"number" | "choice" | "boolean" | "layers" | "pictures"} kind how it is set; pictures are a choice as well
 * @property {(value: number, direction: 1 | -1) => number} [next] where an arrow key leads
 * @property {(settings: Settings) => boolean} [when] it has an effect; always if left out
 */

/** @param {number} step @returns {Field["next"]} */
const plus = (step) => (value, direction) =>
    Number((Math.round(value / step + direction) * step).toPrecision(10));

/** @type {Field["next"]} */
const times2 = (value, direction) => Math.round(value * 2 ** direction);

/** 0.01, 0.03, 0.1, 0.3 … @type {NonNullable<Field["next"]>} */
const thirds = (value, direction) => {
    if (!(value > 0)) return value; // to the least that is allowed
    const halves = Math.round(2 * Math.log10(value)) + direction;
    return Number(`${halves % 2 === 0 ? 1 : 3}e${Math.floor(halves / 2)}`);
};

/** The same, but from a least value down to 0, which switches it off. @param {number} least @returns {Field["next"]} */
const thirdsOr0 = (least) => (value, direction) => {
    if (value < least) return direction > 0 ? least : 0;
    const next = thirds(value, direction);
    return next < least * 0.99 ? 0 : next;
};

/** @param {keyof Settings} name @param {...string} values @returns {Field["when"]} */
const is =
    (name, ...values) =>
    (settings) =>
        values.includes(String(settings[name]));

/** @type {Field["when"]} */
const isDeep = ({ layers }) => layers.length > 0;

/** @type {Field["when"]} */
const isCommon = ({ layers }) => layers.some((layer) => typeof layer === "number");

/** @param {keyof Settings} name @param {Group} group @param {Field["next"]} next @param {Field["when"]} [when] @returns {Field} */
const number = (name, group, next, when) => ({ ...field(name, group, "number"), next, when });

/** @param {keyof Settings} name @param {Group} group @param {Field["kind"]} kind @param {Field["when"]} [when] @returns {Field} */
const field = (name, group, kind, when) => ({
    name,
    attribute: name.replace(/[A-Z]|(?<=beta)\d/g, "-$&").toLowerCase(), // as the flags of train.mjs
    group,
    kind,
    when,
});

/** In the order of importance that the tutorial gives them, after the data. @type {readonly Field[]} */
export const fields = [
    field("dataset", "training", "pictures"),
    number("learningRate", "training", thirds),
    number("batchSize", "training", times2),
    field("layers", "training", "layers"),
    number("epochs", "training", plus(10)),
    number("seed", "training", plus(1)),

    number("classes", "data", plus(1), is("dataset", "spirals", "blobs")),
    number("points", "data", plus(50)),
    number("noise", "data", plus(0.05), is("dataset", "spirals", "moons", "circles")),
    number("turn", "data", plus(0.5), is("dataset", "spirals")),
    number("factor", "data", plus(0.05), is("dataset", "circles")),
    number("clusterStd", "data", plus(0.1), is("dataset", "blobs")),
    number("dataSeed", "data", plus(1)),
    number("validationSplit", "data", plus(0.05)),

    field("activation", "network", "choice", isCommon),
    field("initializer", "network", "choice"),
    field("output", "network", "choice"),
    field("batchNorm", "network", "boolean", isDeep),

    field("optimizer", "optimizing", "choice"),
    number("momentum", "optimizing", plus(0.1), is("optimizer", "momentum", "nesterov")),
    number("rho", "optimizing", plus(0.1), is("optimizer", "rmsprop")),
    number("beta1", "optimizing", plus(0.1), is("optimizer", "adam", "adamw")),
    number("beta2", "optimizing", plus(0.01), is("optimizer", "adam", "adamw")),
    number("epsilon", "optimizing", thirds, is("optimizer", "rmsprop", "adam", "adamw")),
    number("clipNorm", "optimizing", thirdsOr0(0.1)),

    number("dropout", "regularization", plus(0.05), isDeep),
    number("l2", "regularization", thirdsOr0(1e-5)),
    number("l1", "regularization", thirdsOr0(1e-5)),
    number("weightDecay", "regularization", thirdsOr0(1e-4), is("optimizer", "adamw")),

    field("schedule", "scheduling", "choice"),
    number("decaySteps", "scheduling", times2, is("schedule", "step", "exponential", "cosine")),
    number("decayRate", "scheduling", plus(0.05), is("schedule", "step", "exponential", "plateau")),
    number("plateauPatience", "scheduling", plus(1), is("schedule", "plateau")),

    field("earlyStopping", "stopping", "boolean"),
    number("patience", "stopping", plus(1), is("earlyStopping", "true")),
    number("minDelta", "stopping", thirdsOr0(1e-5), is("earlyStopping", "true")),
    field("restoreBestWeights", "stopping", "boolean", is("earlyStopping", "true")),
];

const kinds = new Map(fields.map(({ name, kind }) => [String(name), kind]));

/** What a person typed, as a value for the core, which refuses it where it is none. @param {string} name @param {string} text @returns {number | string | boolean | LayerSetting[]} */
export function parse(name, text) {
    const plain = tidy(text);
    switch (kinds.get(name)) {
        case "layers":
            return toLayers(layerTexts(text).join() || "none");
        case "boolean":
            // An attribute without a value is on, as in HTML.
            return toValue({ kind: "boolean" }, plain || "true");
        case "number":
            return toValue({ kind: "number" }, plain);
        default:
            return plain;
    }
}

/** A value as a person would type it. @param {Settings[keyof Settings]} value */
export const format = (value) => (Array.isArray(value) ? fromLayers(value) : String(value));

/**
 * What was wrong with a value and what is allowed, in the reader's language.
 * @param {Localizer} localizer @param {Info | undefined} info
 * @param {string} name of the setting
 * @param {string} given as it was typed
 * @param {{code?: string, message: string}} error the core's
 */
export function explain(localizer, info, name, given, error) {
    const setting = info?.settings.find((s) => s.name === name);
    if (info && name === "layers" && /^(layers|units|activation)$/.test(error.code ?? ""))
        return explainLayers(localizer, info, given, error.code);
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

/** @param {Localizer} localizer @param {Info} info @param {string} given @param {string} [code] */
function explainLayers(localizer, { limits, settings }, given, code) {
    const words = layerTexts(given);
    if (words.length > limits.hiddenLayers)
        return localizer.t("bad.layers", { given: words.length, maximum: limits.hiddenLayers });
    if (code === "activation") {
        const choices = activationsOf(settings);
        const own = words.map((word) => word.split(":")[1]);
        const bad = own.find((name) => name !== undefined && !choices.includes(name));
        return localizer.t("bad.choice", { given: bad ?? "", choices: choices.join(", ") });
    }
    /** @param {string} word */
    const fits = (word) => {
        const [layer] = toLayers(word);
        const n = typeof layer === "number" ? layer : layer.units;
        return Number.isInteger(n) && n >= 1 && n <= limits.units;
    };
    const bad = words.find((word) => !fits(word)) ?? given;
    return localizer.t("bad.units", { given: bad, minimum: 1, maximum: limits.units });
}

/** An error that is not about one value. @param {Localizer} localizer @param {{code?: string, message: string}} error @param {Record<string, number>} [values] */
export function explainError(localizer, { code, message }, values) {
    const key = `error.${code}`;
    return isKey(key) ? localizer.t(key, values) : localizer.t("error.internal", { message });
}
