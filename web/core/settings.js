/** What one run depends on: as an object here, as an sl_settings in the core's memory. */

import { givenObject } from "./given.js";
import { LabError } from "./lab-error.js";
import { DOUBLE } from "./memory.js";

/** @typedef {import("./memory.js").Memory} Memory */

/**
 * A hidden layer: its units, or its units and an activation of its own.
 * @typedef {number | {units: number, activation: string}} LayerSetting
 */

/**
 * What one run depends on; the tutorial's run is `lab.defaults`. The header's sl_settings says
 * more.
 * @typedef {object} Settings
 * @property {string} dataset spirals, moons, circles, blobs, classification, xor, or given: points of
 *     one's own
 * @property {number} classes 2 to 20, of classification at most 4; moons, circles and xor are always
 *     two
 * @property {number | readonly number[]} points points a class: one number, or one for each class
 * @property {number} noise standard deviation of a spiral's angle in radians, else of coordinates
 * @property {number} turn angle that one arm sweeps, radians
 * @property {number} factor radius of the inner circle
 * @property {number} clusterStd standard deviation of a blob
 * @property {number} classSep of classification: half the distance of neighbouring clusters
 * @property {number} flipY share of its labels that are drawn anew
 * @property {number} clustersPerClass classes times clusters are at most 4
 * @property {number} dataSeed RandomState seed of the data
 * @property {number} validationSplit share of the samples set aside
 * @property {boolean} stratify whether that share is taken of each class
 * @property {readonly string[]} features what the network sees of a point: one or more of x, y, x2,
 *     y2, xy, sin_x, sin_y, r and theta, of which those of a model are in this order
 * @property {readonly LayerSetting[]} layers the hidden layers; empty for softmax regression
 * @property {string} activation of the layers that name none
 * @property {string} initializer of the kernels
 * @property {string} output softmax, or sigmoid with binary cross-entropy
 * @property {boolean} batchNorm
 * @property {number} dropout rate
 * @property {string} optimizer
 * @property {number} learningRate
 * @property {number} momentum of momentum and nesterov
 * @property {number} rho of rmsprop
 * @property {number} beta1
 * @property {number} beta2
 * @property {number} epsilon
 * @property {number} weightDecay of adamw
 * @property {number} batchSize
 * @property {number} epochs
 * @property {number} seed RandomState seed of split, kernels, batch order and dropout
 * @property {number} l1
 * @property {number} l2
 * @property {number} clipNorm largest norm of all gradients together; 0: no limit
 * @property {string} schedule constant, step, exponential, cosine or plateau
 * @property {number} decaySteps
 * @property {number} decayRate
 * @property {number} plateauPatience
 * @property {boolean} earlyStopping
 * @property {number} patience
 * @property {number} minDelta
 * @property {boolean} restoreBestWeights
 */

/**
 * One scalar setting, as the core knows it.
 * @typedef {object} Setting
 * @property {Exclude<keyof Settings, "layers">} name
 * @property {"integer" | "number" | "choice" | "boolean" | "set"} kind
 * @property {number} minimum
 * @property {number} maximum
 * @property {number | string | boolean | readonly string[]} initial
 * @property {boolean} live whether Model.set may change it while training goes on
 * @property {readonly string[]} choices empty unless kind is "choice", or "set": some of them
 * @property {string} code of the LabError that a bad value gives
 */

const MOST_LAYERS = 16; // that are handed to the core, which allows fewer
const MOST_COUNTS = 32; // of points, likewise
const DEFAULT_ACTIVATION = -1;
const KINDS = /** @type {const} */ (["integer", "number", "choice", "boolean", "set"]);

/**
 * Every scalar setting, in the core's order. Leaves the defaults in memory.settings.
 * @param {Memory} memory
 * @returns {readonly Setting[]}
 */
export function describeSettings(memory) {
    const { core, settings } = memory;
    core.sl_settings_init(settings);
    return Array.from({ length: core.sl_setting_count() }, (_, i) => describeSetting(memory, i));
}

/**
 * The activations that a layer can have.
 * @param {readonly Setting[]} known
 * @returns {readonly string[]}
 */
export const activationsOf = (known) =>
    known.find(({ name }) => name === "activation")?.choices ?? [];

/**
 * Into memory.settings; throws a LabError for one that is not known, or the first bad one.
 * @param {Memory} memory
 * @param {readonly Setting[]} known
 * @param {Readonly<Settings>} settings
 */
export function writeSettings(memory, known, settings) {
    const { core, settings: at, scratch, doubles } = memory;
    const names = new Set(["layers", ...known.map(({ name }) => name)]);
    const unknown = Object.keys(givenObject(settings, "settings")).find((name) => !names.has(name));
    if (unknown !== undefined) throw new LabError("setting", `There is no setting "${unknown}".`);
    known.forEach(({ name, kind, choices }, index) => {
        const value = settings[name];
        if (name === "points" && Array.isArray(value)) writePoints(memory, value);
        else memory.check(core.sl_settings_set(at, index, toCore(value, kind, choices)));
    });
    const { layers } = settings;
    if (!Array.isArray(layers)) throw memory.errorNamed("layers");
    const activationNames = activationsOf(known);
    const units = scratch / DOUBLE;
    const activations = units + MOST_LAYERS;
    layers.slice(0, MOST_LAYERS).forEach((layer, l) => {
        const own = typeof layer === "object" && layer !== null;
        // indexOf's -1 would stand for the default
        if (own && !activationNames.includes(layer.activation))
            throw memory.errorNamed("activation");
        doubles[units + l] = toNumber(own ? layer.units : layer);
        doubles[activations + l] = own
            ? activationNames.indexOf(layer.activation)
            : DEFAULT_ACTIVATION;
    });
    memory.check(core.sl_settings_set_layers(at, scratch, activations * DOUBLE, layers.length));
    memory.check(core.sl_settings_check(at));
}

/** The points of each class. @param {Memory} memory @param {readonly unknown[]} counts */
function writePoints(memory, counts) {
    const { core, settings, scratch, doubles } = memory;
    for (let k = 0; k < Math.min(counts.length, MOST_COUNTS); k++)
        doubles[scratch / DOUBLE + k] = toNumber(counts[k]);
    memory.check(core.sl_settings_set_points(settings, scratch, counts.length));
}

/**
 * @param {Memory} memory
 * @param {readonly Setting[]} known
 * @param {number} at the sl_settings
 * @returns {Settings}
 */
export function readSettings({ core }, known, at) {
    const scalars = known.map(({ name, kind, choices }, index) => {
        return [name, fromCore(core.sl_settings_get(at, index), kind, choices)];
    });
    const names = activationsOf(known);
    const layers = Array.from({ length: core.sl_settings_layers(at) }, (_, l) => {
        const units = core.sl_settings_units(at, l);
        const activation = names[core.sl_settings_own_activation(at, l)];
        return activation ? { units, activation } : units;
    });
    const counts = Array.from({ length: core.sl_settings_point_counts(at) }, (_, k) =>
        core.sl_settings_points_of(at, k),
    );
    return {
        ...Object.fromEntries(scalars),
        ...(counts.length > 0 && { points: counts }),
        layers,
    };
}

/**
 * A value of a setting from the core's number.
 * @param {number} value
 * @param {Setting["kind"]} kind
 * @param {readonly string[]} choices
 */
function fromCore(value, kind, choices) {
    if (kind === "choice") return choices[value];
    if (kind === "boolean") return value !== 0;
    if (kind === "set") return Object.freeze(choices.filter((_, bit) => value & (1 << bit)));
    return value;
}

/**
 * A value of a setting as the core's number; NaN, -1 or an empty set, which it refuses, where there
 * is none.
 * @param {unknown} value
 * @param {Setting["kind"]} kind
 * @param {readonly string[]} choices
 */
export function toCore(value, kind, choices) {
    if (kind === "choice") return choices.indexOf(String(value));
    if (kind === "set") return toSet(value, choices);
    if (kind === "boolean") return typeof value === "boolean" ? Number(value) : Number.NaN;
    return toNumber(value);
}

/** One bit for each name. @param {unknown} names @param {readonly string[]} choices */
function toSet(names, choices) {
    if (!Array.isArray(names) || names.some((name) => !choices.includes(name))) return Number.NaN;
    return choices.reduce((set, name, bit) => set | (Number(names.includes(name)) << bit), 0);
}

/** Number("") and Number(null) would be 0. @param {unknown} value */
const toNumber = (value) => (typeof value === "number" ? value : Number.NaN);

/**
 * @param {Memory} memory its settings hold the defaults
 * @param {number} index
 * @returns {Setting}
 */
function describeSetting(memory, index) {
    const { core, settings } = memory;
    const kind = KINDS[core.sl_setting_kind(index)];
    /** @type {string[]} */
    const choices = [];
    for (let at = 0; ; ) {
        at = core.sl_setting_choice(index, choices.length);
        if (at === 0) break;
        choices.push(memory.text(at));
    }
    return Object.freeze({
        name: /** @type {Setting["name"]} */ (camelCase(memory.text(core.sl_setting_name(index)))),
        kind,
        minimum: core.sl_setting_minimum(index),
        maximum: core.sl_setting_maximum(index),
        initial: fromCore(core.sl_settings_get(settings, index), kind, choices),
        live: core.sl_setting_live(index) !== 0,
        choices,
        code: memory.text(core.sl_status_name(core.sl_setting_status(index))),
    });
}

/** @param {string} name */
const camelCase = (name) =>
    name.replace(/_(.)/g, (_, /** @type {string} */ letter) => letter.toUpperCase());
