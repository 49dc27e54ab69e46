/** Training, from its start until map and report show its end. */

/** @typedef {import("./clock.js").Clock} Clock */
/** @typedef {"finished" | "paused" | "diverged" | "interrupted" | "failed"} Reason */

/**
 * @typedef {object} How
 * @property {boolean} paced as many batches a second as the pace says
 * @property {boolean} promised somebody waits for its end: it goes on while nobody sees it
 * @property {boolean} stepping some batches, reported only if they take long
 * @property {number} limit steps of all at which it ends
 */

/**
 * Trains, and knows how far training is.
 * @typedef {object} Runner
 * @property {import("./run-state.js").RunState} state
 * @property {number} pace batches a second; Infinity is as fast as it can
 * @property {boolean} held playing rests
 * @property {(steps: number) => Promise<import("../shared/protocol.js").Frame | undefined>} train
 *     at most so many; nothing if another model has taken its place
 * @property {() => Promise<void>} settle until everything that is wished for shows the current
 *     weights
 */

const LONGEST_WAIT = 1000; // ms of training owed at most, after a pause of the page's timers

export class Playthrough {
    #runner;
    #clock;
    /** Whether it is to end. */
    #stop = false;
    #wake = () => {};

    /** Whether another model has taken the place of the one that was trained. */
    abandoned = false;
    #training = true;
    /** Why it ended. @type {Reason} */
    reason = "finished";
    /** @type {Error | undefined} */
    error;

    /** @param {Runner} runner @param {Clock} clock @param {Partial<How>} how */
    constructor(runner, clock, how) {
        this.#runner = runner;
        this.#clock = clock;
        this.paced = how.paced ?? false;
        this.promised = how.promised ?? false;
        this.stepping = how.stepping ?? false;
        this.limit = how.limit ?? Number.POSITIVE_INFINITY;
    }

    /**
     * Whether it trains, and not only map and report settle. It becomes false with the last frame,
     * whose listeners may ask for more.
     */
    get training() {
        const { progress, goal } = this.#runner.state;
        return this.#training && progress.epoch < goal && progress.totalSteps < this.limit;
    }

    /** Ends it after the present slice. @param {Reason} reason */
    stop(reason) {
        this.#stop = true;
        if (this.training) this.reason = reason;
        this.#wake();
    }

    /** Ends it, since another model has taken the place of the one that was trained. */
    abandon() {
        this.abandoned = true;
        this.stop("interrupted");
    }

    /** Wakes it, if it rests. */
    wake() {
        this.#wake();
    }

    /** Never rejects; see its reason and its error. */
    async run() {
        try {
            await this.#train();
            this.#training = false;
            if (!this.abandoned) await this.#runner.settle();
        } catch (error) {
            this.error = /** @type {Error} */ (error);
            this.reason = "failed";
        }
    }

    async #train() {
        const runner = this.#runner;
        const clock = this.#clock;
        let owed = 1; // batches that the pace grants; the first at once
        let last = clock.now();
        while (!this.#stop && runner.state.progress.epoch < runner.state.goal) {
            let steps = this.limit - runner.state.progress.totalSteps;
            if (steps <= 0) return;
            if (runner.held && !this.promised && !this.stepping) {
                await this.#rest();
                last = clock.now();
                continue;
            }
            const paced = this.paced && Number.isFinite(runner.pace);
            if (paced) {
                const now = clock.now();
                owed += (Math.min(now - last, LONGEST_WAIT) / 1000) * runner.pace;
                last = now;
                steps = Math.min(steps, Math.floor(owed));
                if (steps < 1) {
                    await clock.tick();
                    continue;
                }
            }
            const before = runner.state.progress.totalSteps;
            const frame = await runner.train(steps);
            if (!frame || frame.error) return;
            // On the way to a number of steps, early stopping is a stop among others.
            if (frame.stopped && !Number.isFinite(this.limit)) return;
            if (this.paced && Number.isFinite(runner.pace)) {
                // Batches that did not fit into the slice are not made up for.
                owed = Math.min(owed - (runner.state.progress.totalSteps - before), 1);
                await clock.tick();
            }
        }
    }

    /** Rests until it is woken or told to stop. @returns {Promise<void>} */
    #rest() {
        return new Promise((resolve) => {
            this.#wake = resolve;
        });
    }
}
