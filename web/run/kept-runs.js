/** The curves of the run that is on, and of earlier ones to compare it with. Knows nothing of the DOM. */

/** @typedef {"loss" | "accuracy" | "val_loss" | "val_accuracy"} Measure */
/** @typedef {Record<Measure, number[]>} History one value an epoch */
/** @typedef {History & {settings?: import("../core/settings.js").Settings}} Run settings: as of its last epoch */

/** @type {readonly Measure[]} */
export const measures = ["loss", "accuracy", "val_loss", "val_accuracy"];

export const MOST = 8; // earlier runs; more could not be told apart
const SHORTEST = 2; // epochs of a run that has a line

export class Runs {
    /** Whether a run stays when the next begins. */
    keeping = true;
    /** The earlier ones, the oldest first. @type {Run[]} */
    kept = [];
    #current = nothing();

    /** @param {Pick<import("../worker/engine.js").Frame, "from" | "loss" | "accuracy" | "val_loss" | "val_accuracy">} frame @param {Run["settings"]} [settings] that its epochs were trained with */
    follow(frame, settings) {
        if (frame.from < this.#current.loss.length) {
            this.#keep();
            this.#current = nothing();
        }
        for (const name of measures) this.#current[name].push(...(frame[name] ?? []));
        if (frame.loss.length > 0) this.#current.settings = settings;
    }

    clear() {
        this.kept = [];
    }

    #keep() {
        const { loss } = this.#current;
        if (!this.keeping || loss.length < SHORTEST) return;
        // The same run once more lies under itself; what one was the beginning of, the other shows.
        const others = this.kept.filter((run) => !begins(run.loss, loss));
        if (others.some((run) => begins(loss, run.loss))) return;
        this.kept = [...others, this.#current].slice(-MOST);
    }
}

/** @returns {Run} */
function nothing() {
    return { loss: [], accuracy: [], val_loss: [], val_accuracy: [] };
}

/** @param {readonly number[]} short @param {readonly number[]} long */
function begins(short, long) {
    return short.length <= long.length && short.every((value, i) => value === long[i]);
}
