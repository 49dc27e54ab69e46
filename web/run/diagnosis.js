/**
 * Finds what has gone wrong in a training that has stopped, the worst first. The rules and their
 * bounds were tested on many settings and seeds; where all is well they find nothing.
 */

import { worstLayer } from "../shared/health.js";
import { lowest } from "../shared/history.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/history.js").History} History */
/** @typedef {import("../shared/protocol.js").Health} Health */

/**
 * zeros: the units of a layer have equal weights, and keep them; dead: no unit of a layer answers to
 * the samples any more; dying: most do not, and it shows; lost: it was much better before; chance:
 * it does no better than guessing; overfit: the validation loss has risen again.
 * @typedef {"zeros" | "dead" | "dying" | "lost" | "chance" | "overfit"} Trouble
 */
/**
 * The cause, and so what may help.
 * @typedef {"initializer" | "lower" | "raise" | "fresh" | "penalty" | "dropout" | "noise" |
 *     "layers" | "straight" | "vanish" | "saturate" | "regularize"} Advice
 */
/**
 * layer: from 1; loss, best, now: losses or accuracies, as the trouble has it.
 * @typedef {Partial<Record<"layer" | "units" | "dead" | "epoch" | "loss" | "chance" | "best" | "now",
 *     number>>} Values
 */
/** @typedef {{trouble: Trouble, values: Values, advice: Advice}} Diagnosis */

/**
 * A run that has stopped.
 * @typedef {object} Stopped
 * @property {Settings} settings
 * @property {History} history
 * @property {boolean} stopped early stopping ended it
 * @property {Health} health
 */

const MOST = 0.75; // of a layer's units
const FEW = 4; // units: in so small a layer it means little that most are dead
const WELL = 0.9; // accuracy that nobody needs help with
const FALL = 0.1; // of the accuracy: more than noise and chance make
const HAIR = 0.015; // of the loss of guessing, within which a loss is no better
const WAIT = 10; // epochs in which a network leaves that loss behind
const PROGRESS = 0.005; // of the loss, in half of them: it is making progress
const RISE = 1.5; // of the validation loss over its least
const LEAST_RISE = 0.1;
const GAP = 2; // of the validation loss over the training loss
const LAST = 5; // epochs judged together, since single ones jump

/** @typedef {{gentle: number, slow: number, adaptive: boolean}} Rates */

/**
 * gentle: the highest learning rate that is not to blame for dead units; slow: the highest that may
 * be to blame for a lack of progress.
 * @type {Record<string, Rates>}
 */
const RATES = {
    sgd: { gentle: 0.1, slow: 0.01, adaptive: false },
    momentum: { gentle: 0.03, slow: 0.001, adaptive: false },
    nesterov: { gentle: 0.03, slow: 0.001, adaptive: false },
};
/** @type {Rates} */
const ADAPTIVE = { gentle: 0.01, slow: 1e-4, adaptive: true };

/** Noise at which the best possible network is little better than guessing. */
const NOISY = /** @type {Record<string, number>} */ ({ spirals: 1.5, moons: 1, circles: 1 });

/** @param {Stopped} run @returns {Diagnosis | undefined} */
export function diagnose(run) {
    return equal(run) ?? dead(run) ?? dying(run) ?? lost(run) ?? chance(run) ?? overfit(run);
}

/** @param {Stopped} run @returns {Diagnosis | undefined} */
function equal({ settings, health }) {
    if (settings.initializer !== "zeros") return undefined;
    const layer = 1 + health.layers.findIndex(({ alike }) => alike);
    return layer > 0 ? { trouble: "zeros", values: { layer }, advice: "initializer" } : undefined;
}

/** @param {Stopped} run @returns {Diagnosis | undefined} */
function dead({ settings, health }) {
    const layer = 1 + health.layers.findIndex(({ units, dead }) => dead === units);
    if (layer === 0) return undefined;
    return { trouble: "dead", values: { layer }, advice: killer(settings) };
}

/** @param {Stopped} run @returns {Diagnosis | undefined} */
function dying({ settings, history, health }) {
    const worst = worstLayer(health);
    const { now, best } = accuracies(history);
    if (!worst || worst.units < FEW || worst.dead < MOST * worst.units || now >= WELL)
        return undefined;
    const advice = killer(settings);
    // On noisy data many units die even in networks that are as good as possible.
    const isBottleneck = worst.units - worst.dead <= 1;
    const isBlamed = advice === "penalty" || advice === "dropout";
    if (!isBottleneck && !isBlamed && best - now < FALL) return undefined;
    const { layer, units, dead } = worst;
    return { trouble: "dying", values: { layer, units, dead, now }, advice };
}

/** @param {Stopped} run @returns {Diagnosis | undefined} */
function lost({ settings, history }) {
    const { now, best, epoch } = accuracies(history);
    if (!isFast(settings) || now >= WELL || best - now < FALL) return undefined;
    return { trouble: "lost", values: { now, best, epoch }, advice: "lower" };
}

/** @param {Stopped} run @returns {Diagnosis | undefined} */
function chance({ settings, history, health }) {
    const { chance } = health;
    const epoch = history.loss.length;
    if (epoch < WAIT) return undefined;
    const loss = history.loss[epoch - 1];
    const before = history.loss[epoch - 1 - WAIT / 2];
    const isStuck = Math.min(...history.loss.slice(-WAIT)) > chance * (1 - HAIR);
    if (!isStuck || loss < before * (1 - PROGRESS)) return undefined;
    const advice = holder(settings);
    return advice && { trouble: "chance", values: { loss, chance, epoch }, advice };
}

/** @param {Stopped} run @returns {Diagnosis | undefined} */
function overfit({ settings, history, stopped }) {
    // Then the weights are those of the best epoch again.
    if (stopped && settings.restoreBestWeights) return undefined;
    const { loss, val_loss } = history;
    const best = lowest(val_loss);
    if (!best || best.epoch > loss.length - LAST) return undefined;
    const now = val_loss[val_loss.length - 1];
    const usual = Math.min(now, median(val_loss.slice(-LAST)));
    const hasRisen = usual >= RISE * best.loss && usual - best.loss >= LEAST_RISE;
    if (!hasRisen || usual < GAP * median(loss.slice(-LAST))) return undefined;
    const values = { best: best.loss, epoch: best.epoch, now };
    return { trouble: "overfit", values, advice: "regularize" };
}

/** Why units die. @param {Settings} settings @returns {Advice} */
function killer(settings) {
    if (isPenalized(settings)) return "penalty";
    if (settings.dropout >= 0.5) return "dropout";
    if (isFast(settings)) return "lower";
    return isNoisy(settings) ? "noise" : "fresh";
}

/**
 * The cause that keeps a network at the loss of guessing, if it is known.
 * @param {Settings} settings
 * @returns {Advice | undefined}
 */
function holder(settings) {
    if (isPenalized(settings)) return "penalty";
    if (settings.layers.length === 0) return "layers";
    const activations = settings.layers.map((layer) =>
        typeof layer === "number" ? settings.activation : layer.activation,
    );
    if (activations.every((name) => name === "linear")) return "straight";
    if (isNoisy(settings)) return "noise";
    if (isFast(settings)) return "lower";
    const { slow, adaptive } = ratesOf(settings);
    const saturates = activations.some((name) => name === "sigmoid" || name === "tanh");
    if (saturates && !adaptive) return "vanish";
    if (settings.learningRate <= slow) return "raise";
    return saturates ? "saturate" : undefined;
}

/** Whether the penalties have left little of the weights. @param {Settings} settings */
const isPenalized = ({ l1, l2 }) => l1 >= 0.001 || l2 >= 0.03;

/** @param {Settings} settings */
const isNoisy = ({ dataset, noise }) => noise >= (NOISY[dataset] ?? Number.POSITIVE_INFINITY);

/** @param {Settings} settings */
const isFast = (settings) => settings.learningRate > ratesOf(settings).gentle;

/** @param {Settings} settings */
const ratesOf = ({ optimizer }) => RATES[optimizer] ?? ADAPTIVE;

/** The median accuracy of the last epochs, and the best. @param {History} history */
function accuracies({ accuracy }) {
    const best = accuracy.reduce((a, b) => Math.max(a, b), 0);
    const now = accuracy.length ? median(accuracy.slice(-LAST)) : 1;
    return { now, best, epoch: accuracy.indexOf(best) + 1 };
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
