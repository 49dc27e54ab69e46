/**
 * A lesson that is on: sets the lab up for each step, trains when the learner says so, keeps what
 * came of it, and at the end brings back what was there before.
 */

import { readLesson } from "../lessons/judge.js";
import { lastEpoch, scopesOf } from "../lessons/lesson.js";
import { LessonError } from "../lessons/lesson-error.js";
import { changedIn, judgeTask } from "../lessons/task.js";
import { OWN, taskName } from "../shared/claim.js";
import { emptyHistory } from "../shared/history.js";
import { explainError } from "../texts/explain.js";
import { explainLesson } from "../texts/explain-lesson.js";
import { PARTS } from "../views/parts.js";
import { knownToLessons } from "./lesson-known.js";
import { lessonFaults } from "./lesson-library.js";
import { recallPlace, rememberPlace } from "./lesson-memory.js";
import { isCarried, lessonData, lessonText } from "./lesson-source.js";
import { indexOfScope, learn, outcomeOf } from "./outcome.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../lessons/lesson.js").Lesson} Lesson */
/** @typedef {import("../lessons/lesson.js").Step} Step */
/** @typedef {import("../lessons/numbers.js").Outcome} Outcome */
/** @typedef {import("../run/engine-client.js").EngineClient} EngineClient */
/** @typedef {import("../run/past-runs.js").PastRun} PastRun */
/** @typedef {import("../views/lesson/rail.js").State} State */
/** @typedef {import("../views/lesson/rail.js").Wish} Wish */
/** @typedef {import("../views/parts.js").Shown} Shown */
/** @typedef {import("../views/transport.js").Action} Action */
/** @typedef {import("./lab-instance.js").LabInstance} LabInstance */

/**
 * What was there before the lesson; run: if anything was trained.
 * @typedef {object} Before
 * @property {import("../shared/protocol.js").Changes} settings
 * @property {PastRun} [run]
 * @property {string} view
 * @property {boolean} samples
 * @property {import("../pictures/curves/kept-runs.js").Comparison} [comparison]
 */

export class LessonSession {
    #lab;
    #client;
    /** Whether the tab remembers choices. */
    #remembers;
    /** @type {Lesson | undefined} */ #lesson;
    /** Where others find it; see shared/claim.js. */
    #source = "";
    /** @type {Before | undefined} */ #before;
    #index = 0;
    /** @type {State["phase"]} */ #phase = "waiting";
    #isBlind = false;
    #isHinted = false;
    /** What came of each step, by its index. @type {Map<number, Outcome>} */ #outcomes = new Map();
    /** The present step's run, to be handed in. @type {State["handIn"]} */ #handIn;
    /** The batch at which the last run diverged. */
    #lostAt = 0;
    /** @type {Map<number, string>} */ #choices = new Map();
    /** What is asked for is done one after the other. @type {Promise<unknown>} */
    #queue = Promise.resolve();
    /** Counts the lessons that were dropped: work for an earlier one stops. */
    #drops = 0;

    /** @param {LabInstance} lab @param {EngineClient} client @param {boolean} remembers */
    constructor(lab, client, remembers) {
        this.#lab = lab;
        this.#client = client;
        this.#remembers = remembers;
        const { controller, view } = lab;
        controller.on("error", (error) => {
            this.#lostAt = /** @type {{step?: number}} */ (error).step ?? 0;
        });
        controller.on("stop", (reason) => this.#stopped(reason));
        view.on("lesson", (wish) => lab.whenOpen(() => this.#enqueue(() => this.#want(wish))));
        view.on("choice", (letter) => this.#choose(letter));
    }

    /** A lesson is on. */
    get isOn() {
        return this.#lesson !== undefined;
    }

    /**
     * Opens a lesson; if it cannot be, nothing changes.
     * @param {string} source see lesson-source.js
     * @param {{resume?: boolean}} [how] resume: where the learner stood
     * @returns {Promise<import("../views/notice.js").Sentence | undefined>} what is wrong with it
     */
    async open(source, { resume = false } = {}) {
        try {
            const lesson = this.#read(await lessonText(source));
            const known = isCarried(source) ? OWN + lesson.id : source;
            await this.#enqueue(() => this.#openLesson(lesson, known, resume));
            return undefined;
        } catch (error) {
            const { localizer, info } = this.#lab;
            if (!(error instanceof LessonError)) throw error;
            const faults = await lessonFaults();
            const fault = () => explainLesson(localizer, info, error, faults);
            return () => localizer.t("lesson.refused", { fault: fault() });
        }
    }

    /**
     * Opens a lesson from a file.
     * @param {File} file
     * @param {(source: string) => void} know its source for a link, before it opens; "" if it is
     *     too long for one
     * @returns {Promise<string>} what is wrong with it, or ""
     */
    async openFile(file, know) {
        const { localizer, info } = this.#lab;
        try {
            const text = await file.text();
            const lesson = this.#read(text);
            know((await lessonData(text).catch(() => undefined)) ?? "");
            await this.#enqueue(() => this.#openLesson(lesson, OWN + lesson.id, false));
            return "";
        } catch (error) {
            if (!(error instanceof LessonError)) throw error;
            return explainLesson(localizer, info, error, await lessonFaults());
        }
    }

    /** The lesson is over, and what was there before is there again. */
    leave() {
        return this.#enqueue(() => this.#leave());
    }

    async #leave() {
        const before = this.#before;
        if (!before) return;
        const { controller, view } = this.#lab;
        const { past } = controller.state;
        this.drop();
        if (before.run && past.last === before.run) await this.#lab.restore(false);
        else await this.#lab.restart(before.settings, false);
        if (before.comparison) view.compare(before.comparison);
    }

    /** The lesson is over; what was trained before can be restored like any earlier run. */
    drop() {
        const before = this.#before;
        if (!before) return;
        this.#drops++;
        this.#lesson = undefined;
        this.#before = undefined;
        const { view } = this.#lab;
        view.compare({ kept: [], keeping: false }); // so that the lesson's last run is not kept
        view.endLesson();
        this.#lab.lessonEnded();
        view.scene.showText(before.view);
        view.scene.showSamples(before.samples);
        if (before.comparison) view.compare(before.comparison);
    }

    /**
     * Changes settings for the next try, from the initial weights.
     * @param {Partial<Settings> | (() => Partial<Settings>)} changes
     */
    configure(changes) {
        return this.#enqueue(async () => {
            const settings = typeof changes === "function" ? changes() : changes;
            if (!this.#lesson || Object.keys(settings).length === 0) return;
            await this.#restart({ ...this.#lab.controller.state.settings, ...settings });
            this.#tell();
        });
    }

    /** What a button or a key of the transport asks for. @param {Action} action */
    act(action) {
        if (action === "pause") return this.#lab.controller.pause();
        return this.#enqueue(() => this.#act(action));
    }

    /** @param {Exclude<Action, "pause">} action */
    async #act(action) {
        if (!this.#lesson) return;
        const { controller, view } = this.#lab;
        const { task, allow, choices } = this.#step;
        const isOver = this.#phase === "over";
        if (action === "play" || action === "finish") {
            if (isOver && !task) await controller[action]();
            else await this.#run(false);
        } else if (action === "reset") {
            await this.#begin(this.#index);
        } else if (action === "fresh") {
            const seed = (view.settings.asked.seed + 1) % 2 ** 32;
            if (allow.includes("seed")) view.settings.ask({ seed: String(seed) }); // comes back here
        } else if (choices.length > 0 && !isOver) {
            view.askForChoice();
        } else {
            await controller.step(action);
        }
    }

    /** @param {string} text */
    #read(text) {
        const { info } = this.#lab;
        if (!info) throw new Error("The lab is not open yet.");
        return readLesson(text, knownToLessons(info));
    }

    /** @param {Lesson} lesson @param {string} source @param {boolean} resume */
    async #openLesson(lesson, source, resume) {
        const { controller, view } = this.#lab;
        const { settings, data } = controller.state;
        this.#before ??= {
            settings: { ...settings, data: settings.dataset === "given" ? data : undefined },
            view: view.scene.modeText,
            samples: view.scene.showsSamples,
            comparison: view.comparison,
        };
        const isFirst = !this.#lesson;
        this.#lesson = lesson;
        this.#source = source;
        this.#outcomes.clear();
        const place = this.#remembers ? recallPlace(lesson.id) : { index: 0, choices: {} };
        this.#choices = new Map(
            Object.entries(place.choices).map(([step, letter]) => [Number(step), letter]),
        );
        const last = lesson.steps.length - 1;
        await this.#begin(resume ? Math.max(0, Math.min(place.index, last)) : 0, isFirst);
    }

    /**
     * @template T
     * @param {() => T | Promise<T>} work
     * @returns {Promise<T>}
     */
    #enqueue(work) {
        const result = this.#queue.then(work);
        this.#queue = result.catch(() => {});
        return result;
    }

    get #step() {
        const { steps } = /** @type {Lesson} */ (this.#lesson);
        return steps[this.#index];
    }

    /**
     * Begins a step, from its own start.
     * @param {number} index
     * @param {boolean} [keep] what was trained until then
     */
    async #begin(index, keep = false) {
        const { controller, view, localizer } = this.#lab;
        const drops = this.#drops;
        this.#index = index;
        this.#phase = "waiting";
        this.#isBlind = false;
        this.#isHinted = false;
        this.#outcomes.delete(index);
        this.#handIn = undefined;
        this.#remember();
        const step = this.#step;
        const isOld = () => drops !== this.#drops;
        view.notice.clear();
        try {
            if (!keep) await controller.pause();
            await this.#learn(step, index);
            if (isOld()) return;
            view.compare({ kept: [], keeping: false });
            view.layOutLesson(this.#shownIn(step));
            this.#tell();
            const { past } = controller.state;
            const earlier = past.last;
            await this.#restart({ ...this.#defaults, ...step.set }, keep);
            if (keep && this.#before && past.last !== earlier) this.#before.run = past.last;
            if (isOld()) return;
            this.#show(step);
            this.#tell();
        } catch (error) {
            if (isOld()) return;
            const problem = /** @type {Error} */ (error);
            if (problem.name === "AbortError") return;
            await this.#leave();
            view.notice.say(() => explainError(localizer, problem), { stays: true });
        }
    }

    /** Looks at what the step is about. @param {Step} step */
    #show(step) {
        const { view, controller } = this.#lab;
        const { scene } = view;
        scene.startOver();
        if (this.#shownIn(step).parts.has("neurons")) {
            const layer = Math.min(step.view.units ?? 1, scene.hiddenLayers.length) - 1;
            scene.showUnits({ open: true, layer: Math.max(0, layer) });
        }
        scene.showText(step.view.map ?? "regions");
        scene.showSamples(step.view.samples !== "hidden");
        if (controller.state.report) view.showSide(step.view.report ?? "training");
        const { steps } = /** @type {Lesson} */ (this.#lesson);
        const kept = step.keep.flatMap((id) => {
            const run = this.#outcomes.get(steps.findIndex((other) => other.id === id));
            return run ? [run] : [];
        });
        // The tries of a task are compared with each other.
        view.compare({ kept, keeping: step.task !== undefined });
    }

    /** What of the lab a step shows. @param {Step} step @returns {Shown} */
    #shownIn({ parts, allow }) {
        const named = new Set(parts ?? this.#lesson?.parts);
        const shown = new Set(PARTS.filter((part) => named.has(part)));
        if (this.#lab.hasHeader) shown.add("header");
        if (shown.has("settings")) return { parts: shown, settings: null };
        if (allow.length > 0) shown.add("settings");
        return { parts: shown, settings: allow };
    }

    /**
     * Trains, unseen, the earlier steps that this one speaks of and that have not been run.
     * @param {Step} step
     * @param {number} index
     */
    #learn(step, index) {
        const { steps } = /** @type {Lesson} */ (this.#lesson);
        const about = { steps, scopes: scopesOf(step), index, defaults: this.#defaults };
        return learn(this.#client, about, this.#outcomes);
    }

    /** Where others open the lesson; "" if they cannot. */
    get #address() {
        const { pageAddress = "" } = this.#lab;
        const isOpen = /^https?:/.test(pageAddress) && !this.#source.startsWith(OWN);
        return isOpen ? `${pageAddress}#lesson=${this.#source}` : "";
    }

    get #defaults() {
        return /** @type {Settings} */ (this.#lab.info?.defaults);
    }

    /**
     * From the initial weights, or as far as the step's network is trained already.
     * @param {Settings} settings
     * @param {boolean} [keep] what was trained until then
     */
    async #restart(settings, keep = false) {
        const { controller } = this.#lab;
        const { trained, run, task } = this.#step;
        this.#outcomes.delete(this.#index);
        this.#handIn = undefined;
        this.#phase = "waiting";
        await this.#lab.restart(settings, keep);
        if (trained === 0) return;
        await controller.advance(trained * controller.state.progress.stepsPerEpoch);
        if (run === undefined && !task)
            this.#outcomes.set(this.#index, outcomeOf(controller.state, false));
    }

    /** @param {Wish} wish */
    async #want(wish) {
        if (!this.#lesson) return;
        const { controller } = this.#lab;
        switch (wish) {
            case "run":
                return this.#run(false);
            case "show":
                return this.#run(true);
            case "goOn":
                return controller.play();
            case "again":
                return this.#begin(this.#index);
            case "hint":
                this.#isHinted = true;
                return this.#tell();
            case "back":
                return this.#begin(this.#index - 1);
            case "next":
                if (this.#index + 1 < this.#lesson.steps.length)
                    return this.#begin(this.#index + 1);
                return this.#close();
            case "leave":
                return this.#close();
        }
    }

    async #close() {
        await this.#leave();
        this.#lab.lessonClosed();
    }

    /** @param {string} letter */
    #choose(letter) {
        if (!this.#lesson || this.#phase !== "waiting") return;
        this.#choices.set(this.#index, letter);
        this.#remember();
        this.#tell();
    }

    /** @param {boolean} isBlind without a choice */
    async #run(isBlind) {
        const { controller, view } = this.#lab;
        const step = this.#step;
        if (this.#phase === "running" || (step.run === undefined && !step.task)) return;
        if (!isBlind && step.choices.length > 0 && !this.#choices.has(this.#index)) {
            view.askForChoice();
            return;
        }
        const drops = this.#drops;
        const { settings, progress } = controller.state;
        // Each try begins at the beginning; what was paused goes on.
        const isAnew = progress.totalSteps > step.trained * progress.stepsPerEpoch;
        if (isAnew && (step.task || this.#phase === "over")) await this.#restart(settings);
        if (drops !== this.#drops) return;
        this.#isBlind = isBlind;
        this.#phase = "running";
        this.#tell();
        await controller.play(lastEpoch(step, controller.state.settings));
    }

    /** @param {import("../run/playthrough.js").Reason} reason */
    #stopped(reason) {
        if (!this.#lesson) return;
        const hasEnded = reason === "finished" || reason === "diverged";
        if (this.#phase === "running") {
            this.#phase = hasEnded ? "over" : "waiting";
            if (hasEnded) {
                const outcome = outcomeOf(this.#lab.controller.state, reason === "diverged");
                this.#outcomes.set(this.#index, outcome);
                this.#handIn = this.#step.task && this.#handInOf(outcome);
            }
        }
        this.#tell();
    }

    /**
     * The run as it is now, as a link that claims it.
     * @param {Outcome} outcome
     * @returns {State["handIn"]}
     */
    #handInOf({ settings, updates, diverged }) {
        const { repeatable, checksum, progress } = this.#lab.controller.state;
        const none = { link: "", hasAddress: false };
        if (settings.dataset === "given") return { ...none, isOwn: true }; // a short link has no points
        if (!repeatable || checksum === null) return none;
        return this.#lab.sharing.handIn({
            settings,
            steps: diverged ? this.#lostAt : updates,
            accuracy: progress.accuracy,
            checksum,
            task: taskName(this.#source, this.#index + 1),
        });
    }

    /** Shows where the learner stands. */
    #tell() {
        if (this.#lesson) this.#lab.view.showLesson(this.#state(this.#lesson));
    }

    /** @param {Lesson} lesson @returns {State} */
    #state(lesson) {
        const { settings, progress } = this.#lab.controller.state;
        const index = this.#index;
        const step = this.#step;
        const own = this.#outcomes.get(index);
        /** Before it has run, all that is known of it are its settings. @type {Outcome} */
        const bare = {
            settings,
            history: emptyHistory(),
            ...{ updates: 0, parameters: 0, stopped: false, diverged: false },
        };
        const found = new Map(this.#outcomes);
        const outcomes = (/** @type {string} */ scope) =>
            scope === "" ? (own ?? bare) : found.get(indexOfScope(lesson.steps, scope, index));
        const isOver = this.#phase === "over";
        const result = step.task && isOver && judgeTask(step, this.#defaults, outcomes);
        const reached = result && result.kind === "done" ? result.epoch : undefined;
        return {
            lesson,
            address: this.#address,
            defaults: this.#defaults,
            index,
            phase: this.#phase,
            choice: this.#choices.get(index),
            isBlind: this.#isBlind,
            outcomes,
            hasMore: progress.epoch < settings.epochs && own !== undefined && !own.diverged,
            reached,
            changed: step.task && own ? changedIn(step, this.#defaults, own.settings) : [],
            handIn: reached === undefined ? undefined : this.#handIn,
            isHinted: this.#isHinted,
        };
    }

    #remember() {
        if (!this.#lesson || !this.#remembers) return;
        const choices = Object.fromEntries(this.#choices);
        rememberPlace(this.#lesson.id, { index: this.#index, choices });
    }
}
