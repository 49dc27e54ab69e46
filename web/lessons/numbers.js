/**
 * The numbers of a run that a lesson's rules and texts know by name: what each is, which of them
 * need an epoch or a class, and how they are written. A setting that is a number, or on or off, is
 * one of them, by its own name.
 */

import { lowest } from "../shared/history.js";

/** @typedef {import("../core/metrics.js").Report} Report */
/** @typedef {import("../core/settings.js").Setting} Setting */
/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/history.js").History} History */
/** @typedef {import("../shared/protocol.js").Health} Health */
/** @typedef {import("./rule.js").Kind} Kind */
/** @typedef {import("./rule.js").Name} Name */

/**
 * A run as it is when it stops.
 * @typedef {object} Outcome
 * @property {Settings} settings
 * @property {History} history
 * @property {number} updates of the weights, of all epochs
 * @property {number} parameters
 * @property {boolean} stopped by early stopping
 * @property {boolean} diverged
 * @property {Health} [health]
 * @property {Report} [report] on the samples trained on
 * @property {Report} [validation] on those set aside
 */

/** How it is written. @typedef {"share" | "loss" | "score" | "count" | "setting"} Form */

/**
 * @typedef {object} Known
 * @property {Form} form
 * @property {Kind} [kind] a number if left out
 * @property {"epoch" | "class"} [at] what may, or for a class must, stand behind the @
 * @property {boolean} [late] it is known at the end of a run only
 * @property {boolean} [aside] it needs a validation split
 * @property {(outcome: Outcome, at?: number) => number | undefined} of
 */

/** @param {keyof History} measure @returns {Known["of"]} */
const epochOf = (measure) => (outcome, at) =>
    at === undefined ? outcome.history[measure].at(-1) : outcome.history[measure][at - 1];

/** @param {"precision" | "recall" | "f1-score" | "support"} score @returns {Known} */
const ofClass = (score) => ({
    form: score === "support" ? "count" : "score",
    at: "class",
    late: true,
    of: ({ report }, at = 0) => report?.scores.classes[at]?.[score],
});

/**
 * @param {"macro" | "weighted"} average
 * @param {"precision" | "recall" | "f1-score"} score
 * @returns {Known}
 */
const averaged = (average, score) => ({
    form: "score",
    late: true,
    of: ({ report }) => report?.scores[average][score],
});

/** @param {Report} [report] */
function wrongOf(report) {
    if (!report) return undefined;
    const all = report.matrix.flat().reduce((sum, count) => sum + count, 0);
    return all - report.matrix.reduce((sum, row, k) => sum + row[k], 0);
}

/** @param {Outcome} outcome */
const lastLayer = ({ health }) => health?.layers.at(-1);

/** @type {Record<string, Known>} */
const own = {
    accuracy: { form: "share", at: "epoch", of: epochOf("accuracy") },
    loss: { form: "loss", at: "epoch", of: epochOf("loss") },
    valAccuracy: { form: "share", at: "epoch", aside: true, of: epochOf("val_accuracy") },
    valLoss: { form: "loss", at: "epoch", aside: true, of: epochOf("val_loss") },
    lowestLoss: { form: "loss", of: ({ history }) => lowest(history.loss)?.loss },
    lowestValLoss: {
        form: "loss",
        aside: true,
        of: ({ history }) => lowest(history.val_loss)?.loss,
    },
    lowestValEpoch: {
        form: "count",
        aside: true,
        of: ({ history }) => lowest(history.val_loss)?.epoch,
    },
    highestAccuracy: {
        form: "share",
        of: ({ history: { accuracy } }) =>
            accuracy.length > 0 ? accuracy.reduce((a, b) => Math.max(a, b)) : undefined,
    },
    epoch: { form: "count", of: ({ history }) => history.loss.length },
    updates: { form: "count", of: ({ updates }) => updates },
    parameters: { form: "count", of: ({ parameters }) => parameters },
    hiddenLayers: { form: "count", of: ({ settings }) => settings.layers.length },
    diverged: { form: "count", kind: "truth", of: ({ diverged }) => Number(diverged) },
    stoppedEarly: { form: "count", kind: "truth", of: ({ stopped }) => Number(stopped) },
    chance: { form: "loss", late: true, of: ({ health }) => health?.chance },
    lastUnits: { form: "count", late: true, of: (outcome) => lastLayer(outcome)?.units },
    deadUnits: { form: "count", late: true, of: (outcome) => lastLayer(outcome)?.dead },
    alikeLayers: {
        form: "count",
        late: true,
        of: ({ health }) => health?.layers.filter(({ alike }) => alike).length,
    },
    wrong: { form: "count", late: true, of: ({ report }) => wrongOf(report) },
    reportAccuracy: { form: "share", late: true, of: ({ report }) => report?.scores.accuracy },
    valReportAccuracy: {
        form: "share",
        late: true,
        aside: true,
        of: ({ validation }) => validation?.scores.accuracy,
    },
    precision: ofClass("precision"),
    recall: ofClass("recall"),
    f1: ofClass("f1-score"),
    support: ofClass("support"),
    macroPrecision: averaged("macro", "precision"),
    macroRecall: averaged("macro", "recall"),
    macroF1: averaged("macro", "f1-score"),
    weightedPrecision: averaged("weighted", "precision"),
    weightedRecall: averaged("weighted", "recall"),
    weightedF1: averaged("weighted", "f1-score"),
};

/** Names of all but the settings. */
export const ownNames = Object.keys(own);

/**
 * What is known of the number of a name.
 * @param {string} name
 * @param {readonly Setting[]} settings the core's
 * @returns {Known | undefined} nothing if there is no such number
 */
export function knownNumber(name, settings) {
    if (Object.hasOwn(own, name)) return own[name];
    const setting = settings.find((candidate) => candidate.name === name);
    if (!setting || setting.choices.length > 0) return undefined;
    const kind = setting.kind === "boolean" ? "truth" : "number";
    return { form: "setting", kind, of: (outcome) => Number(outcome.settings[setting.name]) };
}

/**
 * A number of an outcome by its name; the scope is not looked at.
 * @param {Name} name
 * @param {Outcome} outcome
 * @returns {number | undefined}
 */
export function numberOf({ name, at }, outcome) {
    if (Object.hasOwn(own, name)) return own[name].of(outcome, at);
    return Number(outcome.settings[/** @type {keyof Settings} */ (name)]);
}

/**
 * The run as it was at the end of an epoch, as far as that is known afterwards.
 * @param {Outcome} outcome
 * @param {number} epoch
 * @returns {Outcome}
 */
export function upTo(outcome, epoch) {
    const { history, updates } = outcome;
    const all = history.loss.length;
    if (epoch >= all) return outcome;
    const part = Object.entries(history).map(([name, values]) => [name, values.slice(0, epoch)]);
    return {
        ...outcome,
        history: /** @type {History} */ (Object.fromEntries(part)),
        updates: Math.round((updates * epoch) / all),
        stopped: false,
        diverged: false,
        health: undefined,
        report: undefined,
        validation: undefined,
    };
}

/** @param {string} name @returns {Form} */
const formOf = (name) => (Object.hasOwn(own, name) ? own[name].form : "setting");

/**
 * A number as a text has it: shares as 98.6%, losses with two digits or two that count.
 * @param {Name} name
 * @param {number} value
 */
export function written({ name }, value) {
    switch (formOf(name)) {
        case "share":
            return `${(100 * value).toFixed(1)}%`;
        case "loss":
            if (!Number.isFinite(value)) return value > 0 ? "∞" : "NaN";
            if (value >= 1000) return grouped(value);
            return value < 0.095 ? String(Number(value.toPrecision(2))) : value.toFixed(2);
        case "score":
            return value.toFixed(2);
        case "count":
            return grouped(value);
        default:
            return String(value);
    }
}

/** 8256 as 8,256. @param {number} value */
const grouped = (value) =>
    value < 1e12
        ? Math.round(value)
              .toString()
              .replace(/\B(?=(\d{3})+$)/g, ",")
        : value.toExponential(1);
