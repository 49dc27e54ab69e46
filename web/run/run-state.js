/** What others may know of a run: how far it is, its history, its last judgement. */

import { emptyHistory, measures } from "../shared/history.js";
import { PastRuns } from "./past-runs.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/protocol.js").Frame} Frame */

/** The progress while there is no network yet. @type {Frame["progress"]} */
export const NONE = {
    epoch: 0,
    step: 0,
    stepsPerEpoch: 0,
    totalSteps: 0,
    loss: Number.NaN,
    accuracy: Number.NaN,
    learningRate: Number.NaN,
};

export class RunState {
    /** Empty before the first frame. */
    settings = /** @type {Settings} */ ({});
    /** Those that it trains on. @type {import("../shared/protocol.js").Data | undefined} */
    data;
    progress = NONE;
    parameters = 0;
    /** A new object with each new start. */
    history = emptyHistory();
    /**
     * The report on the samples trained on.
     * @type {import("../core/metrics.js").Report | undefined}
     */
    report;
    /** Of those set aside, if any. @type {import("../core/metrics.js").Report | undefined} */
    validationReport;
    /**
     * SHA-256 of the weights, as of when training last stood still; null while it goes on.
     * @type {string | null}
     */
    checksum = null;
    /** The epoch at which playing stops. */
    goal = 0;
    running = false;
    /** Whether early stopping ended the last training. */
    stopped = false;
    /** How long one step takes. */
    stepSeconds = 0;
    /**
     * Whether the same settings, trained for as many steps, give the same weights: nothing was
     * changed on the way.
     */
    repeatable = true;
    /** Runs that a person replaced by another one, and can restore. */
    past = new PastRuns();
    /**
     * The network's health when training last stopped; undefined where it was not looked at.
     * @type {import("../shared/protocol.js").Health | undefined}
     */
    health;

    /** The epoch at which the current budget began. */
    #base = 0;
    /** The goal comes before the budget is used up. */
    #isWithin = false;

    /** The validation metrics at the end of the last epoch, if there is a validation split. */
    get validation() {
        const val_loss = this.history.val_loss.at(-1);
        const val_accuracy = this.history.val_accuracy.at(-1);
        if (val_loss === undefined || val_accuracy === undefined) return undefined;
        return { val_loss, val_accuracy };
    }

    /** Notes that another model has taken the place of the one that was trained. */
    beginAnew() {
        this.history = emptyHistory();
        this.checksum = null;
    }

    /** @param {Frame} frame */
    take(frame) {
        if (frame.data) this.data = frame.data;
        this.progress = frame.progress;
        this.parameters = frame.parameters;
        this.stopped = frame.stopped;
        this.stepSeconds = frame.stepSeconds;
        for (const name of measures) this.history[name].push(...(frame[name] ?? []));
        const { judgement } = frame.seen;
        if (judgement) {
            this.report = judgement.training;
            this.validationReport = judgement.validation;
        }
        if (frame.still) this.checksum = frame.checksum ?? null;
    }

    /**
     * @param {number} [base] the epoch from which they count; as before if left out
     * @param {number} [epochs]
     */
    setGoal(base = this.#base, epochs = this.settings.epochs) {
        this.#isWithin = false;
        const { epoch, step } = this.progress;
        this.#base = base;
        // A budget that is used up already ends at the next end of an epoch.
        this.goal = base + epochs;
        if (this.goal <= epoch) this.goal = epoch + (step > 0 ? 1 : 0);
    }

    /** A goal on the way to the end of the budget. @param {number} epoch */
    setGoalWithin(epoch) {
        this.setGoal(0);
        this.#isWithin = epoch < this.goal;
        this.goal = epoch;
    }

    /**
     * Grants what is left of the budget once the goal is reached, or else another of the same size.
     * @param {number} [epoch] that is to go on
     */
    extendGoal(epoch = this.progress.epoch) {
        if (epoch < this.goal) return;
        if (this.#isWithin) this.setGoal(0);
        if (epoch >= this.goal) this.setGoal(epoch);
    }
}
