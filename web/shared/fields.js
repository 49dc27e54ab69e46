/** The settings as the page shows them: one line each; their limits are the core's. */

import { isPair } from "./datasets.js";
import { fromLayers, layerTexts, tidy, toLayers, toValue } from "./setting-text.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../core/settings.js").LayerSetting} LayerSetting */

/**
 * "training" stands open, the others are folds.
 * @typedef {"training" | "data" | "network" | "optimizing" | "regularization" | "scheduling" |
 *     "stopping"} Group
 */

/**
 * @typedef {object} Field
 * @property {keyof Settings} name of the setting, and of its texts
 * @property {string} attribute of the element
 * @property {Group} group
 * @property {"number" | "choice" | "boolean" | "layers" | "pictures"} kind how it is set; pictures
 *     are a choice as well
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

/**
 * The same, but from a least value down to 0, which switches it off.
 * @param {number} least
 * @returns {Field["next"]}
 */
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

/**
 * @param {keyof Settings} name
 * @param {Group} group
 * @param {Field["next"]} next
 * @param {Field["when"]} [when]
 * @returns {Field}
 */
const number = (name, group, next, when) => ({ ...field(name, group, "number"), next, when });

/**
 * @param {keyof Settings} name
 * @param {Group} group
 * @param {Field["kind"]} kind
 * @param {Field["when"]} [when]
 * @returns {Field}
 */
const field = (name, group, kind, when) => ({
    name,
    attribute: name.replace(/[A-Z]|(?<=beta)\d/g, "-$&").toLowerCase(), // as the flags of train.mjs
    group,
    kind,
    when,
});

/**
 * In the order of importance that the tutorial gives them, after the data.
 * @type {readonly Field[]}
 */
export const fields = [
    field("dataset", "training", "pictures"),
    number("learningRate", "training", thirds),
    number("batchSize", "training", times2),
    field("layers", "training", "layers"),
    number("epochs", "training", plus(10)),
    number("seed", "training", plus(1)),

    number("classes", "data", plus(1), ({ dataset }) => !isPair(dataset)),
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

/**
 * What a person typed, as a value for the core, which refuses it where it is none.
 * @param {string} name
 * @param {string} text
 * @returns {number | string | boolean | LayerSetting[]}
 */
export function parse(name, text) {
    switch (kinds.get(name)) {
        case "layers":
            return toLayers(layerTexts(text).join() || "none");
        case "boolean":
            // An attribute without a value is on, as in HTML.
            return toValue({ kind: "boolean" }, tidy(text) || "true");
        case "number":
            return toValue({ kind: "number" }, text);
        default:
            return tidy(text);
    }
}

/** A value as a person would type it. @param {Settings[keyof Settings]} value */
export const format = (value) => (Array.isArray(value) ? fromLayers(value) : String(value));
