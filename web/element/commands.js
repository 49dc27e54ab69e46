/**
 * Carries out what a person asks for: by buttons and keys, by an experiment, or by taking an offer.
 */

import { experiments } from "../lessons/experiments.js";
import { explainError } from "../texts/explain.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../lessons/experiments.js").Experiment} Experiment */
/** @typedef {import("../run/past-runs.js").PastRun} PastRun */
/** @typedef {import("../shared/protocol.js").Changes} Changes */
/** @typedef {import("../texts/localizer.js").Key} Key */
/** @typedef {import("../views/notice.js").Offer} Offer */
/** @typedef {import("../views/notice.js").Sentence} Sentence */
/** @typedef {import("../views/transport.js").Action} Action */
/** @typedef {import("./lab-instance.js").LabInstance} LabInstance */

/** Texts about what can be restored. @typedef {Extract<Key, `back.${string}`>} BackKey */

export class Commands {
    #lab;
    /**
     * The experiment that was begun last, and what shows whether it is still on: its run's history
     * and settings, and how far it was when it finished.
     * @type {{name: Experiment, history: object, settings: object, end?: number} | undefined}
     */
    #begun;
    /**
     * Set when somebody starts over: what was trained before is forgotten once training goes beyond
     * this.
     * @type {{history: object, totalSteps: number} | undefined}
     */
    #over;

    /** @param {LabInstance} lab */
    constructor(lab) {
        this.#lab = lab;
        const { controller, view } = lab;
        view.on("act", (action) => lab.whenOpen(() => this.#act(action)));
        view.on("startOver", () => lab.whenOpen(() => this.#startOver()));
        view.on("experiment", (name) => lab.whenOpen(() => this.#try(name)));
        view.on("offer", (offer) => lab.whenOpen(() => this.#take(offer)));
        controller.on("frame", () => this.#forget());
        controller.on("stop", (reason) => {
            if (reason === "finished" && this.#begun && this.experiment)
                this.#begun.end = controller.state.progress.totalSteps;
        });
    }

    /**
     * The experiment of the current run. A run that is trained beyond the experiment's end, or
     * changed on the way, counts as the person's own.
     */
    get experiment() {
        const { history, settings, progress } = this.#lab.controller.state;
        const begun = this.#begun;
        if (begun?.history !== history || begun.settings !== settings) return undefined;
        return progress.totalSteps === (begun.end ?? progress.totalSteps) ? begun.name : undefined;
    }

    /** A lesson is on, which one click begins again. */
    get isInLesson() {
        return this.#lab.lessons.isOn;
    }

    /** Whether somebody has started over and trained nothing since. */
    get isOver() {
        return this.#over !== undefined;
    }

    /**
     * From now on what can be restored belongs to the person before, and is forgotten when training
     * begins.
     */
    setOver() {
        const { history, progress } = this.#lab.controller.state;
        this.#over = { history, totalSteps: progress.totalSteps };
    }

    /**
     * Changes settings. If that restarts training, the run that it ends can be restored. Rejects
     * with a LabError, and changes nothing, on a bad value.
     * @param {Changes | (() => Changes)} changes
     * @returns {Promise<void>}
     */
    async configure(changes) {
        if (this.#lab.lessons.isOn) return this.#lab.lessons.configure(changes);
        const { past } = this.#lab.controller.state;
        const before = past.last;
        const isAnew = await this.#lab.configure(changes, true);
        if (isAnew) this.offerBack(past.last === before ? "back.still" : "back.change");
    }

    /**
     * Trains on with other points; says what is wrong with them. Rejects then.
     * @param {import("../shared/protocol.js").GivenDataset} data
     * @param {import("../shared/protocol.js").Bounds} bounds the least of the map
     * @param {boolean} isDone others do not follow at once
     */
    async edit(data, bounds, isDone) {
        const { controller, localizer, view } = this.#lab;
        const { past } = controller.state;
        const before = past.last;
        try {
            await this.#lab.edit(data, bounds, isDone);
        } catch (error) {
            view.notice.say(() => explainError(localizer, /** @type {Error} */ (error)));
            throw error;
        }
        if (past.last !== before) this.offerBack("back.change");
    }

    /**
     * Loads a model from a file. Rejects with a LabError, and changes nothing, if the file is no
     * model.
     * @param {ArrayBuffer | ArrayBufferView} file
     */
    async load(file) {
        if (this.#lab.lessons.isOn) {
            await this.#lab.controller.describe(file); // rejects with what is wrong
            await this.#lab.closeLesson();
        }
        const { past } = this.#lab.controller.state;
        const before = past.last;
        await this.#lab.load(file, true);
        if (past.last !== before) this.offerBack("back.model");
    }

    /**
     * Trains with points of somebody's own. What this ends can be restored. Rejects with a LabError,
     * and changes nothing, if they cannot be used.
     * @param {import("../core/dataset.js").Dataset} data
     */
    async usePoints(data) {
        if (this.#lab.lessons.isOn) await this.#lab.closeLesson();
        await this.configure({ data });
    }

    /**
     * Says that the last run can be restored, where there is one.
     * @param {BackKey} key
     * @param {readonly Sentence[]} [others] sentences to say before it
     */
    offerBack(key, others = []) {
        const { controller, localizer, view } = this.#lab;
        const run = controller.state.past.last;
        if (!run) return;
        const offered = () => localizer.t(key, { run: this.#sizeOf(run) });
        const text = () => [...others, offered].map((sentence) => sentence()).join(" ");
        view.notice.say(text, { offer: "back", stays: others.length > 0 });
    }

    /** @param {Action} action */
    async #act(action) {
        const { controller, view } = this.#lab;
        if (action !== "pause") view.notice.clear();
        if (this.#lab.lessons.isOn) return this.#lab.lessons.act(action);
        switch (action) {
            case "play":
                return controller.play();
            case "pause":
                return controller.pause();
            case "finish":
                return controller.finish();
            case "reset":
                return this.#reset();
            case "fresh": {
                const seed = (view.settings.asked.seed + 1) % 2 ** 32;
                this.#announce("say.fresh", { seed });
                return view.settings.ask({ seed: String(seed) });
            }
            default:
                return controller.step(action);
        }
    }

    async #reset() {
        await this.#lab.reset(true);
        this.#announce("say.reset");
        this.offerBack("back.reset");
    }

    /** Runs the defaults with its changes, from the start. @param {Experiment} name */
    async #try(name) {
        const { controller, view, info, lessons } = this.#lab;
        if (lessons.isOn) await this.#lab.closeLesson();
        // The run of another experiment is not kept, since it would be offered before the person's
        // own run.
        const keep = !this.experiment;
        await this.#lab.restart({ ...info?.defaults, ...experiments[name] }, keep);
        view.settings.forgetDatasets();
        const { history, settings } = controller.state;
        this.#begun = { name, history, settings };
        await controller.play();
    }

    /** @param {Offer} offer */
    async #take(offer) {
        const { controller, info } = this.#lab;
        const { settings } = controller.state;
        if (offer === "back") return this.#restore();
        if (offer === "fresh") return this.#act("fresh");
        if (!info) return;
        const changes = changesFor(offer, settings, info.defaults);
        if (offer === "tenth" || offer === "raise") return this.configure(changes);
        await this.#lab.restart(changes, true);
        this.#announce("say.reset");
        this.offerBack("back.reset");
    }

    /** Until training begins, the last run can be restored, but none before it. */
    async #startOver() {
        const { past } = this.#lab.controller.state;
        const isLasting = !this.experiment || !past.last;
        await this.#lab.startOver(isLasting && !this.#lab.lessons.isOn);
        past.forgetOthers();
        this.setOver();
        this.#announce("say.over");
        this.offerBack("back.over");
    }

    #forget() {
        if (!this.#over) return;
        const { history, progress, past } = this.#lab.controller.state;
        const before = history === this.#over.history ? this.#over.totalSteps : 0;
        if (progress.totalSteps <= before) return;
        this.#over = undefined;
        past.clear();
        this.#lab.forgetStored();
    }

    async #restore() {
        const { controller } = this.#lab;
        const run = controller.state.past.last;
        if (!run) return;
        this.#over = undefined; // the person has not changed
        await this.#lab.restore();
        this.#announce("say.restored", { run: this.#sizeOf(run) });
        this.offerBack("back.again");
    }

    /** How long a run was trained, in words. @param {PastRun} run */
    #sizeOf({ epoch, totalSteps }) {
        const { localizer } = this.#lab;
        if (epoch > 1) return localizer.t("run.epochs", { count: epoch });
        if (epoch === 1) return localizer.t("run.epoch");
        if (totalSteps > 1) return localizer.t("run.batches", { count: totalSteps });
        return localizer.t("run.batch");
    }

    /**
     * Clears the notice, and says this aloud.
     * @param {Key} key
     * @param {Record<string, string | number>} [values]
     */
    #announce(key, values) {
        const { localizer, view } = this.#lab;
        view.notice.clear();
        view.liveRegion.say(localizer.t(key, values));
    }
}

/**
 * The settings that an offer changes.
 * @param {Exclude<Offer, "back" | "fresh">} offer
 * @param {Settings} settings
 * @param {Settings} defaults
 * @returns {Partial<Settings>}
 */
function changesFor(offer, settings, defaults) {
    /** @param {number} factor */
    const times = (factor) => ({
        learningRate: Number((settings.learningRate * factor).toPrecision(6)),
    });
    const { initializer, layers, noise, activation, optimizer, learningRate } = defaults;
    const plain = settings.layers.map((layer) => (typeof layer === "number" ? layer : layer.units));
    switch (offer) {
        case "tenth":
        case "lower":
            return times(0.1);
        case "raise":
            return times(10);
        case "initializer":
            return { initializer };
        case "penalty":
            return { l1: 0, l2: 0 };
        case "dropout":
            return { dropout: 0 };
        case "noise":
            return { noise };
        case "layers":
            return { layers, activation };
        case "straight":
        case "saturate":
            return { layers: plain, activation };
        case "vanish":
            return { optimizer, learningRate };
    }
}
