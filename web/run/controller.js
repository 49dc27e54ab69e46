/**
 * Plays, steps and stops the training: decides what the session is asked next, and keeps what the
 * outside may know of the run. Knows nothing of the DOM.
 */

import { LabError } from "../core/lab-error.js";
import { measures } from "./kept-runs.js";
import { aborted, revive } from "./session.js";

/** @typedef {import("../worker/engine.js").Frame} Frame */
/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {"finished" | "paused" | "diverged" | "interrupted" | "failed"} Reason */

/**
 * @typedef {object} Host what the player tells, and asks, its surroundings
 * @property {(frame: Frame) => void} frame there is something new to show
 * @property {() => void} change running or the goal has changed
 * @property {(epoch: number, loss: number, accuracy: number) => void} epoch an epoch is finished
 * @property {(reason: Reason) => void} stop
 * @property {(error: Error) => void} error training failed
 * @property {() => Pick<import("../worker/engine.js").SliceRequest, "coarse" | "fine" | "mapInterval" | "wish" | "recycle" | "vitals">} wishes for the map
 */

/**
 * Training, from its start until map and report are those of its end.
 * @typedef {object} Run
 * @property {boolean} paced as many batches a second as the pace says
 * @property {boolean} promised somebody waits for its end
 * @property {boolean} stepping one batch or one epoch, or some, of which nobody is told unless it lasts
 * @property {number} limit steps of all at which it ends
 * @property {boolean} training until only map and report are left to settle
 * @property {boolean} told the surroundings know of it
 * @property {boolean} stop it is to end
 * @property {Reason} reason why it ends
 * @property {Error} [error]
 * @property {Promise<void>} done
 */

const LONGEST_WAIT = 1000; // ms of training owed at most, after a pause of the page's timers
const UNTOLD_MS = 200; // that single steps may last

/** Of a network that is not there yet. @type {Frame["progress"]} */
export const NONE = {
    epoch: 0,
    step: 0,
    stepsPerEpoch: 0,
    totalSteps: 0,
    loss: Number.NaN,
    accuracy: Number.NaN,
    learningRate: Number.NaN,
};

export class Player {
    #session;
    #host;
    /** @type {Run | undefined} */ #run;
    /** @type {Promise<unknown>} */ #turn = Promise.resolve();
    #base = 0; // the epoch at which the present budget began
    #held = false;
    #foreign = false; // the data are not what the settings make
    #outdated = false; // something else is wished for than what the last settling was asked for
    #wake = () => {};

    /** Batches a second while playing; Infinity is as fast as it can. */
    pace = 400;
    /** The epoch at which playing stops. */
    goal = 0;
    /** Of no use before begin(). */
    settings = /** @type {Settings} */ ({});
    progress = NONE;
    /** One value an epoch, the validation's only with a split. @type {import("./kept-runs.js").History} */
    history = { loss: [], accuracy: [], val_loss: [], val_accuracy: [] };
    parameters = 0;
    /** What a new start by hand has ended. @type {{epoch: number, bytes: Uint8Array} | undefined} */
    ended;
    /** The first hidden layer, from 1, whose units are all dead, as of the last run's end; 0: there is none. */
    deadLayer = 0;
    reportText = "";
    /** Of the weights, as of when training last stood still. @type {string | null} */
    checksum = null;
    /** Whether the same settings, trained for as many steps, give the same weights: nothing was changed on the way. */
    repeatable = true;

    /** @param {import("./session.js").Session} session @param {Host} host */
    constructor(session, host) {
        this.#session = session;
        this.#host = host;
    }

    /** As of the last epoch's end, with a validation split. */
    get validation() {
        const val_loss = this.history.val_loss.at(-1);
        const val_accuracy = this.history.val_accuracy.at(-1);
        if (val_loss === undefined || val_accuracy === undefined) return undefined;
        return { val_loss, val_accuracy };
    }

    get running() {
        return this.#run?.told ?? false;
    }

    /** While it is held, playing rests: nobody sees it. What somebody waits for goes on. @param {boolean} held */
    set held(held) {
        this.#held = held;
        if (!held) this.#wake();
    }

    /** Shows what there is: soon something, then everything. @param {import("../worker/engine.js").Opened} opened @param {() => void} shown something is there */
    begin({ settings, frame }, shown) {
        this.settings = settings;
        this.#setGoal(0);
        this.#apply(frame);
        shown();
        return this.#next(async () => {
            await tick();
            await tick(); // by now it is on the screen
            await this.#settle();
        });
    }

    /** Resolves when training has begun. */
    play() {
        return this.#next(async () => {
            await this.#stand();
            if (this.#run) return;
            this.#extendGoal();
            this.#start({ paced: true });
        });
    }

    /** To the end of the chosen epochs as fast as it can; resolves when that has begun. */
    finish() {
        return this.#next(async () => {
            await this.#stand();
            if (this.#run) {
                this.#run.paced = false;
                return;
            }
            this.#extendGoal();
            this.#start();
        });
    }

    /** To where so many steps lead from the first weights; resolves when that has ended. @param {number} limit */
    async advance(limit) {
        const run = await this.#next(async () => {
            await this.#halt("interrupted");
            if (!this.repeatable || this.progress.totalSteps > limit) await this.#reset();
            if (limit <= this.progress.totalSteps) return { done: Promise.resolve() };
            this.#setGoal(0);
            this.goal = Math.max(this.goal, Math.ceil(limit / this.progress.stepsPerEpoch));
            return { done: this.#start({ limit }).done };
        });
        await run.done;
    }

    /** Resolves when training stands still. */
    pause() {
        return this.#next(() => this.#halt("paused"));
    }

    /** Resolves when it is done; asked again in the meantime, it is one more. @param {"batch" | "epoch"} unit */
    async step(unit) {
        const run = await this.#next(async () => {
            if (!(this.#run?.stepping && this.#run.training)) await this.#halt("interrupted");
            const { stepsPerEpoch } = this.progress;
            const from = this.#run?.limit ?? this.progress.totalSteps;
            const epochs = Math.floor(from / stepsPerEpoch) + 1;
            const limit = unit === "batch" ? from + 1 : epochs * stepsPerEpoch;
            this.#extendGoal(epochs - 1);
            if (!this.#run) return this.#start({ stepping: true, limit });
            this.#run.limit = limit;
            return this.#run;
        });
        await run.done;
        if (run.reason === "failed") throw run.error;
    }

    /** Trains that many more epochs at full speed. @param {number} [epochs] */
    async fit(epochs = this.settings.epochs) {
        const { run } = await this.#next(async () => {
            await this.#request({ type: "check", settings: { epochs } });
            await this.#steps();
            await this.#halt("interrupted");
            this.#setGoal(this.progress.epoch, epochs);
            return { run: this.#start({ promised: true }) };
        });
        await run.done;
        if (run.error) throw run.error;
        if (run.reason !== "finished") throw aborted();
    }

    /** Back to the first weights. @param {boolean} [keep] what was trained: see `ended` */
    reset(keep = false) {
        return this.#next(async () => {
            await this.#halt("interrupted");
            if (keep) await this.#keep();
            await this.#reset();
        });
    }

    async #reset() {
        await this.#startAnew(await this.#request({ type: "reset" }));
    }

    /**
     * Rejects with a LabError, and changes nothing, on a bad value.
     * @param {Partial<Settings>} settings
     * @param {boolean} [keep] what was trained, if this starts anew: see `ended`
     * @returns {Promise<boolean>} whether it started anew
     */
    configure(settings, keep = false) {
        return this.#next(async () => {
            const { rebuild } = await this.#request({ type: "check", settings });
            if (rebuild) {
                await this.#halt("interrupted");
                if (keep) await this.#keep();
                else this.ended = undefined;
            }
            /** @type {import("../worker/engine.js").Configured} */
            const configured = await this.#request({ type: "configure" });
            const { epochs } = this.settings;
            const begun = this.progress.totalSteps > 0;
            const old = JSON.stringify({ ...this.settings, epochs });
            this.settings = configured.settings;
            if (begun && old !== JSON.stringify({ ...this.settings, epochs }))
                this.repeatable = false;
            if (configured.frame.data) this.#foreign = false;
            if (configured.rebuilt) await this.#startAnew(configured.frame);
            else this.#apply(configured.frame);
            if (this.settings.epochs !== epochs && !configured.rebuilt) this.#setGoal(this.#base);
            this.#host.change();
            return configured.rebuilt;
        });
    }

    /** What Model.save() of core/model.js gives: the whole run. @returns {Promise<Uint8Array<ArrayBuffer>>} */
    save() {
        return this.#next(async () => {
            await this.#steps();
            return this.#request({ type: "save" });
        });
    }

    /** Rejects with a LabError, and changes nothing, on what is no saved model. @param {Uint8Array} bytes */
    load(bytes) {
        return this.#next(async () => {
            await this.#request({ type: "judge", bytes });
            await this.#halt("interrupted");
            /** @type {import("../worker/engine.js").Loaded} */
            const { settings, frame, foreign } = await this.#request({ type: "load", bytes });
            this.settings = settings;
            this.#foreign = foreign;
            this.ended = undefined;
            await this.#startAnew(frame);
            this.repeatable = false;
            this.#host.change();
        });
    }

    /** The run as a Keras script. @param {{weights: boolean}} options @returns {Promise<string>} */
    script(options) {
        return this.#next(async () => {
            await this.#steps();
            return this.#request({ type: "script", ...options });
        });
    }

    /** What a link says; nothing changes yet. @param {import("../worker/engine.js").LinkToRead} link @returns {Promise<import("../worker/engine.js").Reading>} */
    read(link) {
        return this.#next(() => this.#request({ type: "read", ...link }));
    }

    /** What was trained, if anything was, before it ends. */
    async #keep() {
        const { epoch } = this.progress;
        if (epoch > 0) this.ended = { epoch, bytes: await this.#request({ type: "save" }) };
    }

    /** With another model, whose epochs so far are no news. @param {Frame} frame */
    async #startAnew(frame) {
        this.checksum = null;
        this.repeatable = !this.#foreign;
        this.#apply(frame, false);
        this.#setGoal(0);
        await this.#settle();
    }

    /** How the layers fare, while training stands still. */
    inspect() {
        return this.#next(async () => {
            if (this.#run) this.#outdated = true;
            else this.#apply(await this.#request({ type: "inspect" }));
        });
    }

    /** What the network says of one point, and the unit that the map shows. @param {number} x @param {number} y @param {import("../shared/map-mode.js").View} view @returns {Promise<import("../pictures/pointer/pointer.js").Answer>} */
    probe(x, y, view) {
        return this.#session.request({ type: "probe", x, y, view });
    }

    /** A fresh map and report, after the map's box has changed, or something else is wished for. */
    refresh() {
        this.#outdated = true;
        return this.#next(async () => {
            if (!this.#run && this.#outdated) await this.#settle(true); // else the run's end does
        });
    }

    /** One thing after the other. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
    #next(work) {
        const result = this.#turn.then(work);
        this.#turn = result.catch(() => {});
        return result;
    }

    /** Single steps that were asked for before are taken first. */
    async #steps() {
        if (this.#run?.stepping) await this.#run.done;
    }

    /** Single steps, and what only settles, end before something else is played. */
    async #stand() {
        if (!this.#run?.training || this.#run.stepping) await this.#halt("interrupted");
    }

    /** @param {Reason} reason */
    async #halt(reason) {
        if (!this.#run) return;
        this.#run.stop = true;
        if (this.#run.training) this.#run.reason = reason;
        this.#wake();
        await this.#run.done;
    }

    /** @param {Partial<Pick<Run, "paced" | "promised" | "stepping" | "limit">>} how @returns {Run} */
    #start(how = {}) {
        /** @type {Run} */
        const run = {
            paced: false,
            promised: false,
            stepping: false,
            limit: Number.POSITIVE_INFINITY,
            ...how,
            training: true,
            told: !how.stepping,
            stop: false,
            reason: "finished",
            done: Promise.resolve(),
        };
        this.#run = run;
        this.checksum = null;
        run.done = this.#loop(run);
        if (run.told) this.#host.change();
        return run;
    }

    /** Never rejects: how it ended stands in the run. @param {Run} run */
    async #loop(run) {
        const untold = setTimeout(() => {
            run.told = true;
            this.#host.change();
        }, UNTOLD_MS);
        try {
            let owed = 1; // batches that the pace grants; the first at once
            let last = performance.now();
            while (!run.stop && this.progress.epoch < this.goal) {
                let steps = run.limit - this.progress.totalSteps;
                if (steps <= 0) break;
                if (this.#held && !run.promised && !run.stepping) {
                    await this.#rest();
                    last = performance.now();
                    continue;
                }
                if (run.paced && Number.isFinite(this.pace)) {
                    const time = performance.now();
                    owed += (Math.min(time - last, LONGEST_WAIT) / 1000) * this.pace;
                    last = time;
                    steps = Math.min(steps, Math.floor(owed));
                    if (steps < 1) {
                        await tick();
                        continue;
                    }
                }
                const before = this.progress.totalSteps;
                const frame = await this.#train({ steps, until: this.goal });
                // On the way to a number of steps, early stopping is a stop among others.
                if (frame.error || (frame.stopped && !Number.isFinite(run.limit))) break;
                if (run.paced && Number.isFinite(this.pace)) {
                    // What was not done within the slice is not made up for.
                    owed = Math.min(owed - (this.progress.totalSteps - before), 1);
                    await tick();
                }
            }
            run.training = false;
            await this.#settle();
            this.deadLayer = 0;
            if (run.told && run.reason !== "interrupted")
                this.deadLayer = await this.#request({ type: "look" });
        } catch (error) {
            run.error = /** @type {Error} */ (error);
            run.reason = "failed";
        }
        clearTimeout(untold);
        if (this.#failure) {
            run.error = this.#failure;
            run.reason = "diverged";
        }
        this.#run = undefined;
        this.#host.change();
        if (run.reason === "diverged" && run.error) this.#fail(run.error);
        else if (run.error && run.error.name !== "AbortError") this.#host.error(run.error);
        if (run.told) this.#host.stop(run.reason);
        if (this.#outdated) this.refresh().catch(() => {});
    }

    /** Until it is no longer held, or told to stop. @returns {Promise<void>} */
    #rest() {
        return new Promise((resolve) => {
            this.#wake = resolve;
        });
    }

    /** The divergence that the last step ended in. @type {LabError | undefined} */
    #failure;

    /** @param {Error} error */
    #fail(error) {
        this.#failure = undefined;
        this.#host.error(error);
    }

    /** @param {{steps: number, until: number}} target @returns {Promise<Frame>} */
    async #train(target) {
        this.checksum = null;
        const frame = await this.#request({ type: "train", ...target });
        if (frame.error) this.#failure = /** @type {LabError} */ (revive(frame.error));
        this.#apply(frame);
        return frame;
    }

    /** Until map, report and checksum are those of the weights as they are. @param {boolean} [anew] */
    async #settle(anew = false) {
        let still = !anew && this.checksum !== null;
        while (!still) {
            this.#outdated = false;
            const frame = await this.#request({ type: "settle" });
            this.#apply(frame);
            still = frame.still && !this.#outdated;
        }
    }

    /** @param {any} request @returns {Promise<any>} */
    #request(request) {
        return this.#session.request({ ...request, ...this.#host.wishes() });
    }

    /** @param {Frame} frame @param {boolean} [tell] of the epochs in it */
    #apply(frame, tell = true) {
        const { progress, parameters, from, loss, accuracy, report, still } = frame;
        this.progress = progress;
        this.parameters = parameters;
        const { history } = this;
        for (const name of measures) {
            history[name].length = Math.min(history[name].length, from);
            history[name].push(...(frame[name] ?? []));
        }
        if (report) this.reportText = report.text;
        if (still) this.checksum = frame.checksum ?? null;
        this.#host.frame(frame);
        if (!tell) return;
        loss.forEach((value, i) => {
            this.#host.epoch(from + i + 1, value, accuracy[i]);
        });
    }

    /** @param {number} base @param {number} [epochs] */
    #setGoal(base, epochs = this.settings.epochs) {
        const { epoch, step } = this.progress;
        this.#base = base;
        // A budget that is used up already ends at the next end of an epoch.
        this.goal = base + epochs;
        if (this.goal <= epoch) this.goal = epoch + (step > 0 ? 1 : 0);
        this.#host.change();
    }

    /** Once the budget is used up, another of the same size. @param {number} [epoch] that is to go on */
    #extendGoal(epoch = this.progress.epoch) {
        if (epoch >= this.goal) this.#setGoal(epoch);
    }
}

/** The next animation frame; in a hidden tab, which has none, soon. @returns {Promise<void>} */
function tick() {
    return new Promise((resolve) => {
        const done = () => {
            cancelAnimationFrame(frame);
            clearTimeout(timer);
            resolve();
        };
        const frame = requestAnimationFrame(done);
        const timer = setTimeout(done, 100);
    });
}
