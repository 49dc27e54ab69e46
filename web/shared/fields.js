/** The settings as the page shows them: one line each; their limits are the core's. */

import { hasOwn, isMade, isPair, mostClasses } from "./datasets.js";
import { doubles, multiplesOf, nines, thirds, thirdsOr0 } from "./ladders.js";
import { fromLayers, layerTexts, tidy, toLayers, toValue } from "./setting-text.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../core/settings.js").LayerSetting} LayerSetting */

/**
 * "training" is open, the others are folds.
 * @typedef {"data" | "training" | "network" | "optimizing" | "regularization" | "scheduling" |
 *     "stopping"} Group
 */

/**
 * @typedef {object} Field
 * @property {keyof Settings} name of the setting, and of its texts
 * @property {string} attribute of the element
 * @property {Group} group
 * @property {"number" | "choice" | "boolean" | "layers" | "features" | "pictures"} kind how it is set; pictures
 *     are a choice as well, visible even while its group is folded
 * @property {import("./ladders.js").Ladder} [ladder] on which arrow keys lead up and down
 * @property {(settings: Settings, most: number) => number} [most] what it can be at most, of what
 *     the core allows, as far as arrow keys lead
 * @property {(settings: Settings) => boolean} [when] it has an effect; always if left out
 */

/** @param {keyof Settings} name @param {...string} values @returns {Field["when"]} */
const is =
    (name, ...values) =>
    (settings) =>
        values.includes(String(settings[name]));

/** @param {keyof Settings} name @returns {Field["when"]} */
const ofDataset = (name) => (settings) => hasOwn(settings.dataset, name);

/** @type {Field["when"]} */
const hasClasses = ({ dataset }) => isMade(dataset) && !isPair(dataset);

/** @type {Field["when"]} */
const isDeep = ({ layers }) => layers.length > 0;

/** @type {Field["when"]} */
const isCommon = ({ layers }) => layers.some((layer) => typeof layer === "number");

/**
 * @param {keyof Settings} name
 * @param {Group} group
 * @param {Field["ladder"]} ladder
 * @param {Field["when"]} [when]
 * @returns {Field}
 */
const number = (name, group, ladder, when) => ({
    ...field(name, group, "number"),
    ladder,
    when,
});

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
 * The data first; then in the order of importance that the tutorial gives them.
 * @type {readonly Field[]}
 */
export const fields = [
    field("dataset", "data", "pictures"),
    {
        ...number("classes", "data", multiplesOf(1), hasClasses),
        most: ({ dataset }, most) => mostClasses(dataset, most),
    },
    number("points", "data", multiplesOf(50), ({ dataset }) => isMade(dataset)),
    number("noise", "data", multiplesOf(0.05), ofDataset("noise")),
    number("turn", "data", multiplesOf(0.5), ofDataset("turn")),
    number("factor", "data", multiplesOf(0.05), ofDataset("factor")),
    number("clusterStd", "data", multiplesOf(0.1), ofDataset("clusterStd")),
    number("classSep", "data", multiplesOf(0.25), ofDataset("classSep")),
    number("flipY", "data", multiplesOf(0.01), ofDataset("flipY")),
    number("clustersPerClass", "data", multiplesOf(1), ofDataset("clustersPerClass")),
    number("dataSeed", "data", multiplesOf(1), ({ dataset }) => isMade(dataset)),
    number("validationSplit", "data", multiplesOf(0.05)),
    field("stratify", "data", "boolean", ({ validationSplit }) => validationSplit > 0),

    number("learningRate", "training", thirds),
    number("batchSize", "training", doubles),
    field("layers", "training", "layers"),
    number("epochs", "training", multiplesOf(10)),
    number("seed", "training", multiplesOf(1)),

    field("features", "network", "features"),
    field("activation", "network", "choice", isCommon),
    field("initializer", "network", "choice"),
    field("output", "network", "choice"),
    field("batchNorm", "network", "boolean", isDeep),

    field("optimizer", "optimizing", "choice"),
    number("momentum", "optimizing", nines, is("optimizer", "momentum", "nesterov")),
    number("rho", "optimizing", nines, is("optimizer", "rmsprop")),
    number("beta1", "optimizing", nines, is("optimizer", "adam", "adamw")),
    number("beta2", "optimizing", nines, is("optimizer", "adam", "adamw")),
    number("epsilon", "optimizing", thirds, is("optimizer", "rmsprop", "adam", "adamw")),
    number("clipNorm", "optimizing", thirdsOr0(0.1)),

    number("dropout", "regularization", multiplesOf(0.05), isDeep),
    number("l2", "regularization", thirdsOr0(1e-5)),
    number("l1", "regularization", thirdsOr0(1e-5)),
    number("weightDecay", "regularization", thirdsOr0(1e-4), is("optimizer", "adamw")),

    field("schedule", "scheduling", "choice"),
    number("decaySteps", "scheduling", thirds, is("schedule", "step", "exponential", "cosine")),
    number(
        "decayRate",
        "scheduling",
        multiplesOf(0.05),
        is("schedule", "step", "exponential", "plateau"),
    ),
    number("plateauPatience", "scheduling", multiplesOf(1), is("schedule", "plateau")),

    field("earlyStopping", "stopping", "boolean"),
    number("patience", "stopping", multiplesOf(1), is("earlyStopping", "true")),
    number("minDelta", "stopping", thirdsOr0(1e-5), is("earlyStopping", "true")),
    field("restoreBestWeights", "stopping", "boolean", is("earlyStopping", "true")),
];

const kinds = new Map(fields.map(({ name, kind }) => [String(name), kind]));

/**
 * What a person typed, as a value for the core, which refuses it if it is not valid.
 * @param {string} name
 * @param {string} text
 * @returns {number | number[] | string | string[] | boolean | LayerSetting[]}
 */
export function parse(name, text) {
    switch (kinds.get(name)) {
        case "layers":
            return toLayers(layerTexts(text).join() || "none");
        case "features":
            return toValue({ kind: "set" }, text);
        case "boolean":
            // An attribute without a value is on, as in HTML.
            return toValue({ kind: "boolean" }, tidy(text) || "true");
        case "number":
            return toValue({ name, kind: "number" }, text);
        default:
            return tidy(text);
    }
}

/** A value as a person would type it. @param {Settings[keyof Settings]} value */
export const format = (value) => (Array.isArray(value) ? fromLayers(value) : String(value));
