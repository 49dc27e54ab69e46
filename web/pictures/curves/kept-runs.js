/** Earlier runs, kept for comparison with the current one. */

import { emptyHistory } from "../../shared/history.js";

/** @typedef {import("../../core/settings.js").Settings} Settings */
/** @typedef {import("../../shared/history.js").History} History */
/** @typedef {{history: History, settings?: Settings}} Run settings: as of its last epoch */

/**
 * Which earlier runs are shown, and whether more join them.
 * @typedef {{kept: readonly Run[], keeping: boolean}} Comparison
 */

export const MOST = 8; // more could not be told apart
const SHORTEST = 2; // epochs of a run that has a line

export class KeptRuns {
    /** Whether a run stays when the next begins. */
    keeping = true;
    /** The oldest first. @type {readonly Run[]} */
    kept = [];
    /** @type {Run} */ #current = { history: emptyHistory() };
    #epochs = 0; // of the current run, as of the last call

    /**
     * Notes that the current run has gone on, or that another has begun, with a history of its own.
     * @param {History} history
     * @param {Settings} settings
     */
    follow(history, settings) {
        if (history !== this.#current.history) {
            this.#keep();
            this.#current = { history };
            this.#epochs = 0;
        }
        if (history.loss.length > this.#epochs) this.#current.settings = settings;
        this.#epochs = history.loss.length;
    }

    clear() {
        this.kept = [];
    }

    #keep() {
        const { loss } = this.#current.history;
        if (!this.keeping || loss.length < SHORTEST) return;
        // A run that is repeated would lie under itself, and a longer run shows all of a shorter
        // one.
        const others = this.kept.filter(({ history }) => !begins(history.loss, loss));
        if (others.some(({ history }) => begins(loss, history.loss))) return;
        this.kept = [...others, this.#current].slice(-MOST);
    }
}

/** @param {readonly number[]} short @param {readonly number[]} long */
function begins(short, long) {
    return short.length <= long.length && short.every((value, i) => value === long[i]);
}
