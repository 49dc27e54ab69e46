/**
 * Makes sure that the last trained run outlasts the page: whenever training stops, and now and then
 * while it goes on, it takes a copy, which the tab stores when the page is left. Only a page's own
 * lab has it.
 */

import { forgetRun, MOST_STORED, recallRun, storeRun } from "./stored-run.js";

/** @typedef {import("../run/controller.js").RunController} RunController */
/** @typedef {import("../run/past-runs.js").PastRun} PastRun */
/** @typedef {import("../run/run-state.js").RunState} RunState */
/** @typedef {import("./commands.js").Commands} Commands */
/** @typedef {import("./stored-run.js").StoredRun} StoredRun */

/** @typedef {ReturnType<typeof markOf>} Mark */

const INTERVAL_MS = 5000; // between two copies while it trains

export class Safekeeping {
    #controller;
    #commands;
    /**
     * The last copy, and the state that it is of; no run where that was too large.
     * @type {Mark & {run?: PastRun} | undefined}
     */
    #copy;
    #copiedAt = 0;
    #copying = false;
    /**
     * Whether it is known what the tab remembers: it was read, or something was written to it
     * since.
     */
    #recalled = false;
    /** @type {{run?: PastRun, over?: boolean} | "read"} */ #stored = "read";
    #leave = () => this.#store();
    #hide = () => {
        if (document.hidden) this.#store();
    };

    /** @param {RunController} controller @param {Commands} commands */
    constructor(controller, commands) {
        this.#controller = controller;
        this.#commands = commands;
        controller.on("state", () => {
            if (!controller.state.running) this.#takeCopy();
        });
        controller.on("frame", () => {
            if (controller.state.running && performance.now() > this.#copiedAt + INTERVAL_MS)
                this.#takeCopy();
        });
        addEventListener("pagehide", this.#leave);
        document.addEventListener("visibilitychange", this.#hide);
    }

    /**
     * The run that was on when the page was left, or nothing.
     * @returns {Promise<(PastRun & StoredRun & {checksum: string}) | undefined>}
     */
    async recall() {
        const stored = recallRun();
        try {
            if (!stored) return undefined;
            return { ...(await this.#controller.describe(stored.bytes)), ...stored };
        } catch {
            return undefined; // damaged, or of another version
        } finally {
            this.#recalled = true;
        }
    }

    /** Forgets the run: it is nobody's any more. */
    forget() {
        forgetRun();
        this.#stored = {};
    }

    close() {
        removeEventListener("pagehide", this.#leave);
        document.removeEventListener("visibilitychange", this.#hide);
    }

    async #takeCopy() {
        const { state } = this.#controller;
        const now = markOf(state);
        if (this.#copying || now.totalSteps === 0 || isSame(now, this.#copy)) return;
        this.#copying = true;
        this.#copiedAt = performance.now();
        try {
            this.#copy = { ...now, run: await this.#controller.copy(MOST_STORED) };
        } catch {
            return; // the lab is gone
        }
        this.#copying = false;
        if (!state.running) this.#takeCopy(); // of what has changed meanwhile
    }

    /**
     * The last run that was trained, if it is not too large; of an experiment, which one click makes
     * again, only where there is no other.
     */
    get #last() {
        const { history, past } = this.#controller.state;
        const copy = this.#copy?.history === history ? this.#copy : undefined;
        if (this.#commands.isInLesson) return past.last;
        if (copy && !this.#commands.experiment) return copy.run;
        return past.last ?? copy?.run;
    }

    #store() {
        if (!this.#recalled) return; // before that, it is not known what is stored
        const run = this.#last;
        const over = this.#commands.isOver;
        if (this.#stored !== "read" && run === this.#stored.run && over === this.#stored.over)
            return;
        this.#stored = { run, over };
        if (run && run.bytes.length <= MOST_STORED) storeRun({ ...run, over });
        else forgetRun();
    }
}

/** Marks a state of a run, to tell it from others. @param {RunState} state */
const markOf = ({ history, settings, progress: { totalSteps } }) => ({
    history,
    settings,
    totalSteps,
});

/** @param {Mark} a @param {Mark} [b] */
const isSame = (a, b) =>
    a.history === b?.history && a.settings === b.settings && a.totalSteps === b.totalSteps;
