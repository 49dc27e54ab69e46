/** Runs that a person has replaced by another one, and can restore. */

/**
 * repeatable: see RunState.
 * @typedef {import("../shared/protocol.js").Kept & {repeatable: boolean}} PastRun
 */

const MOST = 8; // runs
const MOST_BYTES = 64 * 2 ** 20; // of all of them; the last is kept however large it is

export class PastRuns {
    /** The oldest first. @type {readonly PastRun[]} */ #runs = [];

    /** The run that is offered: the one that was replaced last. */
    get last() {
        return this.#runs.at(-1);
    }

    /** @param {PastRun} run */
    add(run) {
        this.#set([...this.#runs, run]);
    }

    /** Adds a run that is older than all others. @param {PastRun} run */
    addOldest(run) {
        this.#set([run, ...this.#runs]);
    }

    /** Removes a run that has been restored. @param {PastRun} run */
    remove(run) {
        this.#runs = this.#runs.filter((other) => other !== run);
    }

    /** Forgets all but the last run. */
    forgetOthers() {
        this.#runs = this.#runs.slice(-1);
    }

    clear() {
        this.#runs = [];
    }

    /** The last of the runs, as many as may be kept. @param {PastRun[]} all */
    #set(all) {
        const runs = all.slice(-MOST);
        let bytes = runs.reduce((sum, { bytes }) => sum + bytes.length, 0);
        while (runs.length > 1 && bytes > MOST_BYTES) bytes -= runs.shift()?.bytes.length ?? 0;
        this.#runs = runs;
    }
}
