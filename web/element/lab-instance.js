/**
 * One lab from the moment at which its element is connected until it is removed: everything that it
 * is made of, and how the parts hear of each other.
 */

import { breath, browserClock } from "../run/clock.js";
import { RunController } from "../run/controller.js";
import { wasmProblem } from "../run/wasm-problem.js";
import { parse } from "../shared/fields.js";
import { explain, explainError } from "../texts/explain.js";
import { claimWords } from "../texts/explain-claim.js";
import { Localizer } from "../texts/localizer.js";
import { LabView } from "../views/lab-view.js";
import { begin, MAIN, valuesOf } from "./beginning.js";
import { claimIn, judgeClaim } from "./claims.js";
import { Commands } from "./commands.js";
import { aboutLink, aboutOption, aboutStray } from "./complaints.js";
import { isFramed, tellHeight } from "./iframe-height.js";
import { libraryLessons } from "./lesson-library.js";
import { LessonSession } from "./lesson-session.js";
import { lessonText } from "./lesson-source.js";
import { optionNames, options, shownParts } from "./options.js";
import { outcomeOf } from "./outcome.js";
import { PageAddress } from "./page-address.js";
import { giveFeedback } from "./run-feedback.js";
import { Safekeeping } from "./safekeeping.js";
import { loadGlossary, loadTables } from "./scripts.js";
import { Sharing } from "./sharing.js";
import { Visibility } from "./visibility.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("./events.js").Tell} Tell */
/** @typedef {import("./options.js").Option} Option */
/** @typedef {import("../shared/protocol.js").Bounds} Bounds */
/** @typedef {import("../shared/protocol.js").Changes} Changes */
/** @typedef {import("../shared/protocol.js").GivenDataset} GivenDataset */
/** @typedef {import("../shared/protocol.js").Info} Info */
/** @typedef {import("../shared/protocol.js").Opened} Opened */
/** @typedef {import("../views/notice.js").Sentence} Sentence */
/** @typedef {{code?: string, message: string}} Problem */

export class LabInstance {
    #element;
    /** @type {Tell} */ #tell;
    /**
     * The attributes' texts for settings, by the settings' names; once the lab has begun, only the
     * valid ones.
     */
    #given;
    #preferences;
    #client;
    sharing;
    /** Only in a page's own lab. @type {PageAddress | undefined} */ #address;
    /** Only in a page's own lab, outside frames. @type {Safekeeping | undefined} */ #safekeeping;
    /** @type {Visibility | undefined} */ #visibility;
    #stopTellingHeight = () => {};
    #dark = matchMedia("(prefers-color-scheme: dark)");
    #followSystem = () => this.#apply("theme");
    /** Whether the first picture is there and the address follows. */
    #begun = false;
    #closed = false;
    /** Whether much of the map has been in sight. */
    #arrived = false;
    /** Resolves when the batches of the option `steps` are trained. */
    #trained = Promise.resolve();
    /** Whether these batches are being trained, so that training was not started by hand. */
    trainsAhead = false;
    /** Why training ended last. @type {import("../run/playthrough.js").Reason | undefined} */
    #lastStop;
    #visits = 0; // counts the links that were followed: work for an earlier one stops
    /** What the core says of its settings. @type {Info | undefined} */
    info;

    /**
     * @param {HTMLElement} element
     * @param {ShadowRoot} root in which it is shown
     * @param {Tell} tell an event of the element
     */
    constructor(element, root, tell) {
        this.#element = element;
        this.#tell = (name, detail) => {
            if (!this.#closed) tell(name, detail);
        };
        const { preferences, given, client } = begin(element); // before all else is built
        this.#preferences = preferences;
        this.#given = given;
        this.#client = client;
        this.localizer = new Localizer(this.#preferences.language);
        this.sharing = new Sharing(this, this.#preferences);
        this.view = this.#makeView();
        const wants = () => this.view.wants();
        this.controller = new RunController(this.#client, MAIN, wants, browserClock);
        this.lessons = new LessonSession(this, this.#client, preferences.isPage && !isFramed);
        this.commands = new Commands(this); // before others hear that training has stopped
        this.#connect();
        /** @type {Option[]} */
        const seen = ["text-size", "controls", "palette", "samples", "theme", "speed", "lang"];
        for (const name of seen) this.#apply(name);
        if (preferences.all.lesson) this.view.expectLesson(this.hasHeader);
        /**
         * Resolves when the untrained network is drawn; rejects when there is no WebAssembly.
         */
        this.opened = this.#open(root);
    }

    /** Settings and view as a link's fragment, without the #. */
    get link() {
        return this.sharing.link;
    }

    /** @param {"script" | "notebook"} kind @param {boolean} weights see Sharing.script */
    script(kind, weights) {
        return this.sharing.script(kind, weights);
    }

    /** The address of a page's own lab, without the fragment. */
    get pageAddress() {
        return this.#address?.base;
    }

    /** An attribute that is an option has changed. @param {Option} name */
    followOption(name) {
        const text = this.#preferences.attribute(name);
        const [complaint] = aboutOption(this.localizer, name, text);
        if (complaint) {
            this.view.notice.say(complaint);
            return;
        }
        if (name === "data" || name === "labels") return this.#followPoints(name);
        this.#preferences.set(name, text);
        this.#apply(name);
        this.#tellChange();
    }

    /** @param {"data" | "labels"} name of the attribute that has changed */
    #followPoints(name) {
        const text = this.#preferences.attribute(name);
        const { [name]: _, ...others } = this.#given;
        const given = text === "" ? others : { ...others, [name]: text };
        const { data, dataset } = valuesOf(given);
        if (given.data && !data) {
            this.view.notice.say(() => this.localizer.t("error.data"));
            return;
        }
        this.#given = given;
        const changes = data ? { data } : { dataset: dataset ?? this.info?.defaults.dataset };
        this.whenOpen(() =>
            this.configure(changes).catch((error) => {
                for (const sentence of this.#complainAbout("data", text, error))
                    this.view.notice.say(sentence);
            }),
        );
    }

    /**
     * An attribute that is a setting has changed.
     * @param {keyof Settings} name
     * @param {string | null} text
     */
    async followSetting(name, text) {
        try {
            await this.configure({
                [name]: text === null ? this.info?.defaults[name] : parse(name, text),
            });
            if (text === null) delete this.#given[name];
            else this.#given[name] = text;
            if (this.#element.hasAttribute("steps")) this.followOption("steps");
        } catch (error) {
            const problem = /** @type {Problem} */ (error);
            for (const sentence of this.#complainAbout(name, text ?? "", problem))
                this.view.notice.say(sentence);
        }
    }

    /**
     * Rejects with a LabError, and changes nothing, on a bad value.
     * @param {Changes | (() => Changes)} changes a function is asked when its turn has come; the form
     *     that it belongs to clears its own problems
     * @param {boolean} [keep] makes what this ends restorable
     * @returns {Promise<boolean>} whether it started anew
     */
    async configure(changes, keep = false) {
        const isAnew = await this.controller.configure(changes, keep);
        this.#showSettings(typeof changes === "function" ? [] : Object.keys(changes));
        this.#changed();
        if (isAnew) this.view.notice.hush();
        return isAnew;
    }

    /**
     * Trains from the initial weights with these settings.
     * @param {Changes} settings
     * @param {boolean} keep makes what this ends restorable
     */
    async restart(settings, keep) {
        await this.controller.restart(settings, keep);
        this.#showSettings(Object.keys(settings));
        this.#changed();
        this.view.notice.hush();
    }

    /**
     * Trains on with other points, or anew with other classes; what that ends can be restored.
     * @param {GivenDataset} data
     * @param {Bounds} bounds the least of the map
     * @param {boolean} isDone others do not follow at once
     */
    async edit(data, bounds, isDone) {
        await this.controller.edit(data, bounds, isDone);
        if (!isDone) return;
        this.#showSettings();
        this.#changed();
    }

    /** @param {boolean} [keep] makes what this ends restorable */
    async reset(keep = false) {
        this.view.notice.hush();
        await this.controller.reset(keep);
    }

    /**
     * @param {ArrayBuffer | ArrayBufferView} file what save() gave
     * @param {boolean} [keep] makes what this ends restorable
     */
    async load(file, keep = false) {
        await this.controller.load(file, keep);
        this.#loaded();
    }

    /**
     * Restores the run that was replaced last, if there is one.
     * @param {boolean} [keep] what this ends can be restored
     */
    async restore(keep = true) {
        if (await this.controller.restore(keep)) this.#loaded();
    }

    /**
     * Makes everything as it was before anything was chosen, except what suits the person or the
     * room; see Preferences.
     * @param {boolean} keep makes what was trained restorable
     */
    async startOver(keep) {
        const { controller, view } = this;
        this.lessons.drop();
        this.#visits++;
        await controller.restart({ ...this.info?.defaults, ...valuesOf(this.#given) }, keep);
        const changed = this.#preferences.startOver();
        view.notice.clear();
        view.startOver();
        this.#showSettings();
        for (const name of changed) if (name !== "steps" && name !== "view") this.#apply(name);
        this.#complain(this.#showMode());
        this.#address?.startOver(this.link);
        this.#apply("steps");
        this.#tellChange();
        await this.#trained;
    }

    /** What was there before the lesson is there again. */
    async closeLesson() {
        await this.lessons.leave();
        this.lessonClosed();
    }

    /** What was there before the lesson is there again, so the address says so. */
    lessonClosed() {
        this.#changed();
    }

    /** No lesson is on any more, so the lab lies as usual. */
    lessonEnded() {
        this.#preferences.set("lesson", "");
        this.#apply("layout");
    }

    /** It has a header, whatever a lesson shows. */
    get hasHeader() {
        return shownParts(this.#preferences.all).parts.has("header");
    }

    /** Lets the tab forget what it remembers. */
    forgetStored() {
        this.#safekeeping?.forget();
    }

    close() {
        this.#closed = true;
        this.controller.held = false; // so that a resting run learns of its end
        this.#client.close();
        this.#address?.close();
        this.#safekeeping?.close();
        this.#visibility?.close();
        this.#stopTellingHeight();
        this.#dark.removeEventListener("change", this.#followSystem);
        this.view.close();
    }

    /** Whether the first picture is there; settings and progress are then those of its network. */
    get hasBegun() {
        return this.#begun;
    }

    // ---- How it is put together ----
    //
    // The constructor makes all parts and connects them. #open() shows the first map as soon as the
    // worker has sent it, and waits until the network is drawn whole. #begin() then says what was wrong
    // with attributes and link, trains the batches that were asked for, and lets the address follow.

    #makeView() {
        const { isPage } = this.#preferences;
        const place = {
            level: /** @type {1 | 2} */ (isPage ? 1 : 2),
            whole: isPage && !isFramed,
            framed: isFramed,
            authors: this.#element.getAttribute("authors") ?? "",
        };
        return new LabView(this.localizer, place, {
            configure: (take) => this.commands.configure(take),
            probe: (x, y, mode) => this.controller.probe(x, y, mode),
            observe: (wish) => this.controller.observe(wish),
            edit: (data, bounds, isDone) => this.commands.edit(data, bounds, isDone),
            caption: () => this.sharing.caption,
            share: this.sharing.host,
            lessons: {
                lessons: libraryLessons,
                open: (id) => this.#choose("lesson", id),
                read: (file) => this.#openFile(file),
            },
            glossary: loadGlossary,
            tables: loadTables,
            points: {
                use: (points) => this.commands.usePoints(points),
                data: () => this.controller.state.data,
                test: (points) => this.controller.judge(points),
            },
        });
    }

    #connect() {
        const { controller, view } = this;
        const ignore = () => {}; // events report errors
        controller.on("frame", (frame) => view.show(frame, controller.state));
        controller.on("state", () => view.showState(controller.state));
        controller.on("stop", (reason) => {
            this.#lastStop = reason;
        });
        giveFeedback(this, this.#tell);
        view.scene.on("chosen", () => this.#changed());
        view.on("pace", (pace) =>
            this.#choose("speed", Number.isFinite(pace) ? String(pace) : "full"),
        );
        view.on("language", (language) => this.#choose("lang", language));
        view.on("theme", (theme) => this.#choose("theme", theme));
        view.on("textSize", (size) => this.#choose("text-size", size));
        view.on("refresh", () => controller.refresh().catch(ignore));
        view.on("inspect", () => controller.inspect().catch(ignore));
        this.#dark.addEventListener("change", this.#followSystem);
        if (!this.#preferences.isPage) return;
        this.#address = new PageAddress((fragment) => this.whenOpen(() => this.#go(fragment)));
        this.#stopTellingHeight = tellHeight(view.element);
        if (isFramed) return; // several frames on one page would share what the tab remembers
        this.#safekeeping = new Safekeeping(controller, this.commands);
    }

    /** @param {ShadowRoot} root */
    async #open(root) {
        const { controller, view } = this;
        try {
            // Chromium needs the page's thread twice until a worker runs by itself; then the worker
            // makes the first map while this lays the page out.
            await breath();
            await breath();
            if (this.#closed) return;
            view.appear(root);
            if (this.#preferences.recall()) this.#apply("palette");
            const opened = await this.#client.opened;
            if (this.#closed) return;
            this.info = opened.info;
            const pictured = controller.begin(opened);
            view.scene.showText(this.#preferences.all.view);
            view.settings.setInfo(opened.info);
            view.settings.show(opened.settings);
            await pictured;
            if (!this.#closed) this.#begin(opened);
        } catch (error) {
            if (this.#closed) return;
            const problem = wasmProblem(/** @type {Error} */ (error));
            view.fail(problem);
            throw problem;
        }
    }

    /** Does what has to wait for the first picture. @param {Opened} opened */
    #begin({ problems, link }) {
        this.#begun = true;
        const { localizer } = this;
        const preferences = this.#preferences;
        const complaints = [
            ...this.#showMode(),
            ...optionNames.flatMap((name) =>
                aboutOption(localizer, name, preferences.attribute(name)),
            ),
            ...aboutStray(localizer, preferences.strayAttributes),
            ...aboutLink(localizer, this.info, link.problems),
            ...problems.flatMap(({ name, error }) =>
                this.#complainAbout(name, this.#given[name], error),
            ),
        ];
        // Each value may be valid and all of them together still too much.
        if (problems.some(({ name }) => name === "")) this.#given = {};
        for (const { name } of problems) delete this.#given[name];
        this.#address?.settle(this.link);
        this.#complain(complaints);
        if (preferences.all.lesson) this.whenOpen(() => this.#openLesson({ resume: true }));
        else this.#apply("steps");
        this.whenOpen(() => this.#recall(complaints));
        const rest = (/** @type {boolean} */ seen) => {
            this.controller.held = !seen;
        };
        this.#visibility = new Visibility(this.#element, this.view.landmark, rest, () => {
            this.#arrived = true;
            this.#apply("autoplay");
        });
        // The address may have changed in the meantime.
        if (preferences.isPage && location.hash !== preferences.fragment) {
            const { hash } = location;
            this.whenOpen(() => this.#go(hash));
        }
    }

    /**
     * Offers the run that was trained before the page was reloaded.
     * @param {readonly Sentence[]} complaints that are shown
     */
    async #recall(complaints) {
        const run = await this.#safekeeping?.recall();
        await this.#trained;
        const { state } = this.controller;
        // The steps of the link may have trained the same run again.
        if (!run || run.checksum === state.checksum || this.#closed) return;
        state.past.addOldest(run);
        if (run.over) this.commands.setOver();
        if (state.past.last === run && !state.running && !this.lessons.isOn)
            this.commands.offerBack("back.reload", complaints);
    }

    /**
     * Runs what a person asks for once the lab is open; the events tell what becomes of it.
     * @param {() => Promise<unknown>} work
     */
    async whenOpen(work) {
        try {
            await this.opened;
            if (!this.#closed) await work();
        } catch {
            // The events have reported it.
        }
    }

    // ---- What is chosen ----

    /** @param {Option} name @param {string} text */
    #choose(name, text) {
        this.#preferences.set(name, text);
        this.#apply(name);
        this.#changed();
    }

    /**
     * Follows back, forward or another link in this page; the person may follow yet another
     * meanwhile.
     * @param {string} fragment
     */
    async #go(fragment) {
        const { controller, view } = this;
        const { past } = controller.state;
        const before = past.last;
        const visit = ++this.#visits;
        const link = await controller.read({ fragment, choices: options });
        if (visit !== this.#visits || this.#closed) return;
        const isSame = this.lessons.isOn && link.view.lesson === this.#preferences.all.lesson;
        if (this.lessons.isOn && !isSame) await this.lessons.leave();
        if (visit !== this.#visits || this.#closed) return;
        view.notice.clear();
        // Each value may be valid and all of them together still too much.
        let isAnew = false;
        /** @type {Problem | undefined} */ let failure;
        try {
            // A lesson brings its own settings.
            if (link.view.lesson === "") isAnew = await controller.configure(link.settings, true);
        } catch (error) {
            failure = /** @type {Problem} */ (error);
        }
        if (visit !== this.#visits || this.#closed) return;
        this.#showSettings();
        const changed = this.#preferences.goTo(link.view);
        const complaints = [
            ...this.#showMode(),
            ...aboutLink(this.localizer, this.info, link.problems),
        ];
        for (const name of changed) if (name !== "steps" && name !== "view") this.#apply(name);
        this.#address?.settle(this.link);
        const problem = failure;
        if (problem) complaints.push(() => explainError(this.localizer, problem));
        this.#complain(complaints);
        this.#apply("steps");
        this.#tellChange();
        await this.#trained;
        if (visit !== this.#visits || controller.state.running) return;
        if (past.last !== before) this.commands.offerBack("back.link", complaints);
        else if (isAnew) this.commands.offerBack("back.still", complaints);
    }

    // ---- What is shown ----

    /** Does what an option says. @param {Option} name */
    #apply(name) {
        const { controller, view, localizer } = this;
        const preferences = this.#preferences;
        const text = preferences.all[name];
        switch (name) {
            case "lang":
                localizer.change(preferences.language);
                if (preferences.isPage) document.documentElement.lang = localizer.language;
                if (preferences.isPage) document.title = localizer.t("title");
                break;
            case "theme": {
                const choice = /** @type {import("../views/header.js").ThemeChoice} */ (text);
                view.setTheme(choice, preferences.shownTheme(this.#dark.matches));
                break;
            }
            case "text-size":
                view.setTextSize(text === "large");
                break;
            case "layout":
            case "parts":
            case "controls":
                view.layOut(preferences.all.layout, shownParts(preferences.all));
                break;
            case "palette":
                view.scene.setPalette(text === "safe" ? "safe" : "tutorial");
                break;
            case "samples":
                view.scene.showSamples(text === "shown");
                break;
            case "speed":
                view.transport.showPace(preferences.pace);
                controller.pace = preferences.pace;
                break;
            case "view":
                if (this.#begun) this.#complain(this.#showMode());
                break;
            case "lesson":
                if (this.#begun) this.whenOpen(() => this.#openLesson());
                break;
            case "autoplay": {
                if (preferences.all.lesson) break;
                const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
                if (text !== "on" || !this.#arrived || isCalm) break;
                this.#trained.then(() => controller.play()).catch(() => {});
                break;
            }
            case "steps":
                if (this.#begun && text !== "0") this.#trained = this.#trainAhead(Number(text));
        }
    }

    /** The lesson that is chosen, or none. @param {{resume?: boolean}} [how] see LessonSession */
    async #openLesson(how) {
        const { lesson } = this.#preferences.all;
        if (lesson === "") return this.closeLesson();
        const refusal = await this.lessons.open(lesson, how);
        if (!refusal) return;
        this.#preferences.set("lesson", "");
        if (!this.lessons.isOn) {
            this.view.endLesson();
            this.#apply("layout");
        }
        this.#changed();
        this.#complain([refusal]);
    }

    /** @param {File} file @returns {Promise<string>} what is wrong with it, or "" */
    async #openFile(file) {
        const fault = await this.lessons.openFile(file, (source) =>
            this.#preferences.set("lesson", source),
        );
        if (!fault) this.#changed();
        return fault;
    }

    /** @param {number} steps */
    async #trainAhead(steps) {
        this.trainsAhead = true;
        this.#lastStop = undefined;
        await this.controller.advance(steps, true).catch(() => {});
        this.trainsAhead = false;
        const claim = claimIn(this.#preferences.all);
        if (claim.checksum !== "" || claim.task !== "") await this.#sayWhetherHolds(claim);
    }

    /**
     * A link said what its run would give.
     * @param {import("../texts/explain-claim.js").Claim} claim
     */
    async #sayWhetherHolds(claim) {
        const { controller, info, view, localizer } = this;
        const { checksum, progress } = controller.state;
        const { accuracy, totalSteps } = progress;
        const diverged = this.#lastStop === "diverged";
        if (!info || checksum === null) return;
        if (totalSteps !== claim.steps && !diverged) return; // somebody has stopped it
        const found = { outcome: outcomeOf(controller.state, diverged), checksum, accuracy };
        const host = { client: this.#client, info, lessonText };
        const verdict = await judgeClaim(claim, found, host);
        // The person may have gone on meanwhile.
        if (this.#closed || controller.state.checksum !== checksum) return;
        const words = () => claimWords(localizer, claim, accuracy, verdict);
        view.notice.say(words, { mild: verdict.holds });
    }

    /**
     * Shows the chosen view; if this network does not have it, keeps the old one and says so.
     * @returns {Sentence[]}
     */
    #showMode() {
        const { scene } = this.view;
        const text = this.#preferences.all.view;
        if (scene.showText(text)) return [];
        this.#preferences.set("view", scene.modeText);
        return [() => this.localizer.t("view.none", { text })];
    }

    /** Another run has taken the place of the last, with settings of its own. */
    #loaded() {
        this.#showSettings();
        this.#changed();
        this.view.notice.hush();
    }

    /**
     * Shows the settings as they are, and clears the problems of these, or of all.
     * @param {readonly string[]} [names]
     */
    #showSettings(names) {
        const { settings } = this.controller.state;
        for (const name of names ?? Object.keys(settings)) this.view.settings.clearProblem(name);
        this.view.settings.show(settings);
    }

    /** Settings or view have changed, so the address follows. */
    #changed() {
        const { scene, notice } = this.view;
        const { view, samples } = this.#preferences.all;
        const { isOn } = this.lessons; // it shows what it likes
        this.#preferences.setView({
            view: isOn ? view : scene.modeText,
            palette: scene.palette,
            samples: isOn ? samples : scene.showsSamples ? "shown" : "hidden",
        });
        if (!this.#begun) return; // #begin() does the rest
        this.#preferences.forgetSteps();
        notice.forget();
        this.#address?.write(this.link);
        this.#tellChange();
    }

    #tellChange() {
        this.#tell("change", { link: this.link });
    }

    /** @param {readonly Sentence[]} sentences */
    #complain(sentences) {
        if (sentences.length === 0) return;
        const all = () => sentences.map((sentence) => sentence()).join(" ");
        this.view.notice.say(all, { stays: true });
    }

    /**
     * Says what is wrong with a setting's value beside its field; returns the sentence where the
     * field cannot be seen.
     * @param {string} name
     * @param {string} given
     * @param {Problem} problem
     * @returns {Sentence[]}
     */
    #complainAbout(name, given, { code, message }) {
        const problem = { code, message };
        const { parts, settings } = shownParts(this.#preferences.all);
        const isSeen = parts.has("settings") && (settings?.includes(name) ?? true);
        if (this.view.settings.showProblem(name, given, problem) && isSeen) return [];
        return [() => explain(this.localizer, this.info, name, given, problem)];
    }
}
