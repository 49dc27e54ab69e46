/**
 * Chooses, by the numbers of its run, the text that answers an experiment's question. Other seeds
 * give other numbers, so nothing is taken for granted.
 */

import { worstLayer } from "../shared/health.js";
import { lowest } from "../shared/history.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/history.js").History} History */
/** @typedef {import("../shared/protocol.js").Health} Health */
/** @typedef {import("./experiments.js").Experiment} Experiment */

/**
 * An experiment's run at its end; usual: the tutorial's settings.
 * @typedef {{settings: Settings, usual: Settings, history: History, health: Health}} Outcome
 */
/**
 * Numbers of all answers, as they are written. accuracy, loss: of the last epoch; epoch: of which
 * the answer tells; best: the lowest validation loss; now: the last one.
 * @typedef {Record<"rate" | "usual" | "loss" | "accuracy" | "layer" | "units" | "dead" | "epochs" |
 *     "epoch" | "best" | "now", string | number>} Values
 */

const GOOD = 0.95; // accuracy
const MOST = 0.75; // of a layer's units
const RISE = 1.25; // of the validation loss over its least
const LEAST_RISE = 0.05;

/**
 * A text's name, after "answer.".
 * @typedef {"rate.well" | "rate.dead" | "rate.lost" | "none.well" | "none.straight" |
 *     "linear.well" | "linear.straight" | "sgd.reached" | "sgd.short" | "overfit.risen" |
 *     "overfit.low"} Answer
 */

/**
 * @param {Experiment} experiment
 * @param {Outcome} outcome
 * @returns {{answer: Answer, values: Values}}
 */
export function answerOf(experiment, { settings, usual, history, health }) {
    const { loss, accuracy, val_loss } = history;
    const worst = worstLayer(health) ?? { layer: 0, units: 1, dead: 0 };
    const best = lowest(val_loss) ?? { epoch: 0, loss: Number.NaN };
    const now = val_loss.at(-1) ?? Number.NaN;
    const ended = accuracy.at(-1) ?? 0;
    const reached = 1 + accuracy.findIndex((value) => value >= GOOD);
    /** @type {Values} */
    const values = {
        rate: settings.learningRate,
        usual: usual.learningRate,
        loss: written(loss.at(-1) ?? Number.NaN),
        accuracy: written(ended),
        layer: worst.layer,
        units: worst.units,
        dead: worst.dead,
        epochs: loss.length,
        epoch: experiment === "sgd" ? reached : best.epoch,
        best: written(best.loss),
        now: written(now),
    };
    const isGood = ended >= GOOD;
    const isDying = worst.dead >= MOST * worst.units;
    const hasRisen = now >= RISE * best.loss && now - best.loss >= LEAST_RISE;
    /** @type {Record<Experiment, Answer>} */
    const keys = {
        rate: isGood ? "rate.well" : isDying ? "rate.dead" : "rate.lost",
        none: isGood ? "none.well" : "none.straight",
        linear: isGood ? "linear.well" : "linear.straight",
        sgd: reached > 0 ? "sgd.reached" : "sgd.short",
        overfit: hasRisen ? "overfit.risen" : "overfit.low",
    };
    return { answer: keys[experiment], values };
}

/** @param {number} value */
const written = (value) => value.toFixed(2);
