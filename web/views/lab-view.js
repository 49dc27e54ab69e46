/**
 * Everything inside the element. Puts controls and pictures in their places, hands the pictures
 * what is new, and emits events for what the person in front of it wants.
 */

import { blackOnWhite, readTheme } from "../draw/theme.js";
import { withholdsPixels } from "../draw/withheld.js";
import { Painter } from "../pictures/painter.js";
import { makeFirst, makeOthers } from "../pictures/pictures.js";
import { Scene } from "../pictures/scene.js";
import { Emitter } from "../shared/emitter.js";
import { explainError } from "../texts/explain.js";
import { h } from "../ui/dom.js";
import { whenAsked } from "../ui/when-asked.js";
import { Dialogs } from "./dialogs/dialogs.js";
import { Guide } from "./guide.js";
import { HeaderView } from "./header.js";
import { Rail } from "./lesson/rail.js";
import { LiveRegion } from "./live-region.js";
import { Notice } from "./notice.js";
import { OwnPoints } from "./own-points.js";
import { Paper } from "./paper.js";
import { ALL, isFigure, PARTS } from "./parts.js";
import { ProgressView } from "./progress.js";
import { SettingsForm } from "./settings/form.js";
import { commandOf } from "./shortcuts.js";
import { TransportView } from "./transport.js";

/** @typedef {import("../pictures/host.js").Frame} Frame */
/** @typedef {import("../pictures/host.js").Host} Host */
/** @typedef {import("../pictures/host.js").Picture} Picture */
/** @typedef {import("../pictures/host.js").Run} Run */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./dialogs/share.js").Host} ShareHost */

/**
 * Where the lab stands.
 * @typedef {object} Place
 * @property {1 | 2} level of its heading
 * @property {boolean} whole nothing else is on the screen
 * @property {boolean} framed it is in an iframe
 * @property {string} authors address of their page; "" if there is none
 */

/** @typedef {import("../lessons/experiments.js").Experiment} Experiment */
/** @typedef {import("../texts/localizer.js").Language} Language */
/** @typedef {import("./header.js").ThemeChoice} ThemeChoice */
/** @typedef {import("./notice.js").Offer} Offer */
/** @typedef {import("./transport.js").Action} Action */
/**
 * What the person in front of it wants.
 * @typedef {object} Events
 * @property {[action: Action]} act
 * @property {[]} startOver
 * @property {[name: Experiment]} experiment
 * @property {[batchesASecond: number]} pace
 * @property {[offer: Offer]} offer
 * @property {[language: Language]} language
 * @property {[choice: ThemeChoice]} theme
 * @property {[size: "normal" | "large"]} textSize
 * @property {[]} refresh something else, or another size, is to be computed
 * @property {[wish: import("./lesson/rail.js").Wish]} lesson
 * @property {[letter: string]} choice of a lesson's question
 * @property {[]} inspect something cheap is looked at now
 */

/**
 * What it asks of the lab.
 * @typedef {object} Questions
 * @property {import("./settings/asked.js").Configure} configure
 * @property {Host["probe"]} probe
 * @property {Host["observe"]} observe
 * @property {import("./drawing/desk.js").Host["edit"]} edit
 * @property {() => string[]} caption what a picture is of, as the run is now
 * @property {Omit<ShareHost, "picture">} share
 * @property {import("./dialogs/lessons.js").Host} lessons
 * @property {import("./dialogs/dialogs.js").Surroundings["glossary"]} glossary
 * @property {import("./own-points.js").Host["tables"]} tables what reads tables; rejects where it is not to be had
 * @property {Omit<import("./dialogs/own-data.js").Host, "palette" | "explain">} points
 */

const LONGEST_MS = 3000; // that a lab stays hidden for its lesson
const NARROW = 700; // CSS pixels, in which there is one column or little more

/** @extends {Emitter<Events>} */
export class LabView extends Emitter {
    #localizer;
    #place;
    #questions;
    #painter = new Painter();
    /** What all pictures are made with. @type {Host} */ #host;
    /** @type {ReturnType<typeof makeOthers> | undefined} */ #others;
    /** Frames from before the other pictures were there. @type {Frame[]} */ #pendingFrames = [];
    #theme = blackOnWhite;
    /** The layout as it is built: "3" columns, "beside", "2" or "1". */
    #columns = "";
    #shown = ALL;
    /** It stands beside the map while a lesson is on. @type {() => Rail} */ #rail;
    #isLesson = false;
    /** It is hidden until a lesson has begun. */
    #awaits = false;
    /** There is a first picture, so that it can be seen. */
    #isPictured = false;
    /** @type {Run | undefined} */ #run;
    #dialogs;
    #paper;
    /** The one that was printed last. @type {HTMLElement | undefined} */ #worksheet;
    /** What the next print is of. @type {"lab" | "worksheet"} */ #prints = "lab";
    #beforePrint = () => this.#print();

    #own;

    scene = new Scene();

    /** @param {Localizer} localizer @param {Place} place @param {Questions} questions */
    constructor(localizer, place, questions) {
        super();
        this.#localizer = localizer;
        this.#place = place;
        this.#questions = questions;
        const { scene } = this;
        const refresh = () => this.emit("refresh");

        this.#dialogs = new Dialogs(localizer, place.level === 1 ? 2 : 3, {
            lab: () => this.element,
            complete: () => this.#complete(),
            run: (name) => this.emit("experiment", name),
            guide: () => new Guide(scene, () => this.#shown, this.#parts),
            glossary: questions.glossary,
            refuse: (error) => this.#refuse(error),
            lessons: questions.lessons,
            share: {
                ...questions.share,
                picture: (name, width) => this.takeHome(name, width),
            },
            authors: place.authors,
        });
        this.header = new HeaderView(
            localizer,
            place.level,
            (language) => this.emit("language", language),
            (theme) => this.emit("theme", theme),
            (large) => this.emit("textSize", large ? "large" : "normal"),
            () => this.#dialogs.openLessons(),
            () => this.emit("startOver"),
            () => this.#dialogs.openShare(),
            () => this.#dialogs.openHelp(),
        );
        // A page that a lab is a guest in may have many labs, and landmarks of its own.
        const isLandmark = place.level === 1;
        const inspect = () => this.emit("inspect");
        this.settings = new SettingsForm(
            localizer,
            {
                configure: questions.configure,
                inspect,
                openFile: () => this.#own.openTable(),
            },
            isLandmark,
        );
        this.transport = new TransportView(
            localizer,
            (action) => this.emit("act", action),
            (pace) => this.emit("pace", pace),
        );
        this.progress = new ProgressView({ painter: this.#painter });
        this.notice = new Notice(localizer, {
            take: (offer) => this.emit("offer", offer),
            leave: () => this.#focusTraining(),
        });
        this.liveRegion = new LiveRegion();
        this.#host = {
            localizer,
            scene,
            painter: this.#painter,
            heading: place.level === 1 ? "h2" : "h3",
            probe: questions.probe,
            observe: questions.observe,
            resized: refresh,
            speak: (text) => this.liveRegion.say(text),
            explain: (term) => this.#dialogs.openGlossary(term),
        };
        this.map = makeFirst(this.#host).map;
        this.#rail = whenAsked(
            () =>
                new Rail(localizer, place.level === 1 ? 2 : 3, place.whole, {
                    want: (wish) => this.#wantOfLesson(wish),
                    choose: (letter) => this.emit("choice", letter),
                    explain: (term) => this.#dialogs.openGlossary(term),
                }),
        );
        this.#paper = whenAsked(() => new Paper(localizer, place.whole));
        scene.on("wishes", refresh);
        scene.on("palette", () => this.#recolour());
        scene.on("units", () => this.#makeRoom());

        const role = isLandmark ? "region" : "group";
        this.stage = h("section", { class: "stage", role });
        this.stage.append(this.map.tools.element, this.map.element);
        this.stage.append(this.transport.element, this.progress.element, this.notice.element);
        this.results = h("section", { class: "results", role });
        this.bench = h("div", { class: "bench" }, this.stage, this.results);
        // A click anywhere in it gives it the focus, so that its keys work.
        this.element = h("div", { class: "lab", tabindex: -1 }, this.header.element, this.bench);
        this.element.classList.toggle("whole", place.whole);
        this.element.classList.toggle("framed", place.framed);
        this.element.append(this.liveRegion.element);
        this.#own = this.#makeOwn();
        this.#own.listenTo(this.settings.element);
        const breadth = h("canvas", { class: "breadth", width: 0, height: 0 });
        this.guest = h("div", { class: "guest" }, this.element, breadth);
        this.element.addEventListener("keydown", (event) => this.#press(event));
        this.observer = new ResizeObserver(() => this.#rearrange());
        localizer.bind(() => {
            this.element.lang = localizer.language;
            this.stage.setAttribute("aria-label", localizer.t("map"));
            this.results.setAttribute("aria-label", localizer.t("results"));
            if (this.#run) this.#describe(this.#run);
        });
    }

    /**
     * Lays it out on the page, hidden until its first picture is drawn. Where it is one column,
     * what lies below the map comes later.
     * @param {ShadowRoot} root
     */
    appear(root) {
        this.element.style.visibility = "hidden";
        // This is a guess, since laying it out twice would be slow.
        this.#columns = root.host.clientWidth > NARROW ? "3" : "1";
        if (this.#columns === "3") this.#complete();
        root.append(this.guest);
        this.#rearrange();
        this.#recolour();
        this.map.map.measure(); // before anything changes the layout again
        this.observer.observe(this.element);
        addEventListener("beforeprint", this.#beforePrint);
    }

    /** Adds what lies below the map where there is one column, if it is not there yet. */
    #complete() {
        if (this.#others) return;
        const others = makeOthers(this.#host);
        this.#others = others;
        // #arrange() puts some of them elsewhere.
        this.results.append(...Object.values(others).map(({ element }) => element));
        this.#arrange();
        others.judgement.offer(this.#shown.parts);
        for (const picture of Object.values(others)) picture.setTheme(this.#theme);
        if (!this.#run) return;
        for (const picture of Object.values(others)) {
            for (const frame of this.#pendingFrames) picture.take(frame, this.#run);
        }
        this.#pendingFrames = [];
    }

    /**
     * Sets the lab's layout, and which parts of it are shown.
     * @param {string} layout
     * @param {import("./parts.js").Shown} shown
     */
    layOut(layout, shown) {
        const { classList } = this.element;
        const { parts } = shown;
        const compact = layout === "compact";
        const figure = !this.#isLesson && isFigure(shown, compact);
        this.#shown = shown;
        classList.toggle("compact", compact && !figure && !this.#isLesson);
        classList.toggle("figure", figure);
        classList.toggle("lesson", this.#isLesson);
        for (const part of PARTS) classList.toggle(`no-${part}`, !parts.has(part));
        this.settings.limit(shown.settings);
        this.#others?.judgement.offer(parts);
        // Nothing else in such a figure could open them.
        if (figure && parts.has("neurons") && !parts.has("view"))
            this.scene.showUnits({ open: true });
        this.#rearrange();
    }

    /**
     * A lesson is about to open: the lab lies as in one, and is seen when that has begun, or takes
     * too long.
     * @param {boolean} hasHeader
     */
    expectLesson(hasHeader) {
        this.#awaits = true;
        this.#isLesson = true;
        /** @type {(typeof PARTS)[number][]} */
        const usual = ["map", "curves"];
        if (hasHeader) usual.push("header");
        this.layOut("full", { parts: new Set(usual), settings: [] });
        setTimeout(() => this.#reveal(), LONGEST_MS);
    }

    #reveal() {
        this.#awaits = false;
        if (this.#isPictured) this.element.style.visibility = "";
    }

    /**
     * A lesson begins, or goes on with another step: what of the lab it shows.
     * @param {import("./parts.js").Shown} shown
     */
    layOutLesson(shown) {
        this.#complete();
        if (!this.#isLesson) this.#columns = ""; // so that all is arranged anew
        this.#isLesson = true;
        this.layOut("full", shown);
        this.#arrange();
    }

    /** Where the learner stands. @param {import("./lesson/rail.js").State} state */
    showLesson(state) {
        if (!this.#isLesson) return;
        this.#rail().take(state);
        this.#reveal();
    }

    /** A question waits for its answer before it can run. */
    askForChoice() {
        if (this.#isLesson) this.#rail().askForChoice();
    }

    /** The lesson is over; how the lab lies is to be said again. */
    endLesson() {
        if (!this.#isLesson) return;
        this.#reveal();
        const rail = this.#rail();
        const hadFocus = rail.element.matches(":focus-within");
        this.bench.append(this.settings.element);
        rail.element.remove();
        rail.forget();
        this.#isLesson = false;
        this.#columns = "";
        this.settings.startOver();
        if (hadFocus) this.header.lessons.focus({ preventScroll: true });
    }

    /**
     * The only earlier runs that the curves show.
     * @param {import("../pictures/curves/kept-runs.js").Comparison} comparison
     */
    compare(comparison) {
        this.#others?.curves.compare(comparison);
    }

    /** The earlier runs that they show now. */
    get comparison() {
        return this.#others?.curves.comparison;
    }

    /** @param {import("./lesson/rail.js").Wish} wish */
    #wantOfLesson(wish) {
        if (wish === "list") this.#dialogs.openLessons();
        else if (wish === "worksheet") {
            this.#prints = "worksheet";
            print();
        } else this.emit("lesson", wish);
    }

    #makeOwn() {
        const { tables, points, share, edit } = this.#questions;
        return new OwnPoints(this.#localizer, {
            lab: this.element,
            level: this.#place.level === 1 ? 2 : 3,
            scene: this.scene,
            map: this.map,
            tables,
            table: { ...points, explain: share.explain },
            edit,
            speak: this.#host.speak,
            isRunning: () => this.#painter.running,
            takesFiles: () => this.#takesPoints,
            refuse: (error) => this.#refuse(error),
        });
    }

    /** Says what cannot be done here. @param {{code?: string, message: string}} error */
    #refuse(error) {
        this.notice.say(() => explainError(this.#localizer, error));
    }

    /** Whether the data can be chosen here, and no other dialog is open. */
    get #takesPoints() {
        const { parts, settings } = this.#shown;
        const isOffered = parts.has("settings") && (settings?.includes("dataset") ?? true);
        return isOffered && !this.element.querySelector("dialog[open]:not(.own-data)");
    }

    /** The element that decides whether the lab is in sight. */
    get landmark() {
        return this.#shown.parts.has("map") ? this.map.element : this.element;
    }

    /**
     * @param {ThemeChoice} choice
     * @param {"light" | "dark"} shown what "auto" comes to
     */
    setTheme(choice, shown) {
        this.header.themes.show(choice);
        this.element.dataset.theme = shown;
        this.#recolour();
    }

    /** @param {boolean} large */
    setTextSize(large) {
        this.header.showTextSize(large);
        this.element.classList.toggle("large", large);
        this.#recolour(); // what is drawn has texts, too
        this.#rearrange();
    }

    /** Releases everything that is pinned, chosen or kept, so that it is as at first. */
    startOver() {
        this.scene.startOver();
        this.settings.forgetDatasets();
        for (const picture of this.#pictures) picture.startOver?.();
        // what was closed may have had the focus
        this.header.startOver.focus({ preventScroll: true });
    }

    /**
     * The samples of a split that the report is about.
     * @param {import("../pictures/judgement/picture.js").Side} side
     */
    showSide(side) {
        this.#others?.judgement.showSide(side);
    }

    /** What the worker should compute, and buffers that are no longer needed. */
    wants() {
        const pictures = this.#pictures;
        return {
            wish: Object.assign({}, ...pictures.map((picture) => picture.wants?.())),
            recycle: Object.assign({}, ...pictures.map((picture) => picture.recycle?.())),
        };
    }

    /** @param {Frame} frame @param {Run} run */
    show(frame, run) {
        this.#run = run;
        this.scene.take(frame);
        if (frame.still) this.#complete();
        if (!this.#others) this.#pendingFrames.push(frame);
        for (const picture of this.#pictures) picture.take(frame, run);
        this.#own.show(frame.data, run.settings.dataset === "given");
        if (frame.seen.map) {
            this.#painter.begin();
            this.#isPictured = true;
            if (!this.#awaits) this.#reveal();
        }
        if (frame.still) this.#describe(run);
    }

    /** Takes a change of running or of the goal. @param {Run} run */
    showState(run) {
        this.#run = run;
        this.#painter.running = run.running;
        this.transport.show(run.running, run.progress.totalSteps > 0);
        this.#painter.invalidate("curves", "progress");
    }

    /**
     * Says that training cannot work here at all.
     * @param {{code?: string, message: string}} error
     */
    fail(error) {
        this.#refuse(error);
        this.element.classList.add("failed");
        this.element.style.visibility = "";
    }

    close() {
        removeEventListener("beforeprint", this.#beforePrint);
        this.#painter.close();
        this.observer.disconnect();
        for (const picture of this.#pictures) picture.close?.();
        this.guest.remove();
    }

    /** @returns {Picture[]} */
    get #pictures() {
        return [this.map, ...Object.values(this.#others ?? {}), this.progress, this.settings];
    }

    /**
     * Parts that a place may be in.
     * @returns {Partial<Record<import("./parts.js").Part, import("./guide.js").Seen>>}
     */
    get #parts() {
        const { map, settings, transport } = this;
        const { judgement, ...others } = /** @type {ReturnType<typeof makeOthers>} */ (
            this.#others
        );
        const { element } = judgement;
        const report = { element, reveal: () => judgement.reveal("report") };
        const matrix = { element, reveal: () => judgement.reveal("matrix") };
        return { map, settings, transport, report, matrix, ...others };
    }

    /** Texts for those who cannot see the pictures. @param {Run} run */
    #describe(run) {
        for (const picture of this.#pictures) picture.describe?.(run);
    }

    #recolour() {
        if (!this.element.isConnected) return;
        this.#theme = readTheme(this.element, this.scene.palette);
        for (const picture of this.#pictures) picture.setTheme?.(this.#theme);
        this.#own.setTheme(this.#theme);
    }

    /**
     * Gives the browser, which is about to print, a sheet instead of the lab, in the light colours.
     * The sheet stays, hidden from the screen, since some browsers lay it out later than they say.
     */
    #print() {
        const run = this.#run;
        if (!run || this.element.matches(".failed")) return;
        const worksheet = this.#prints === "worksheet" && this.#rail().worksheet();
        this.#prints = "lab";
        const paper = this.#paper();
        this.#worksheet?.remove();
        paper.element.remove();
        if (worksheet) {
            this.#worksheet = worksheet;
            this.element.append(worksheet);
            this.element.classList.add("on-paper");
            return;
        }
        this.#complete();
        const { theme } = this.element.dataset;
        this.element.dataset.theme = "light";
        this.#recolour();
        const { parts, settings } = this.#shown;
        const { judgement, curves } = this.#others ?? {};
        const isJudged = parts.has("report") || parts.has("matrix");
        const rows = this.settings.list();
        const isFilled = paper.fill({
            map: parts.has("map") ? this.map.print() : undefined,
            judgement: isJudged ? judgement?.print() : undefined,
            curves: parts.has("curves") ? curves?.print() : undefined,
            results: parts.has("progress") ? run : undefined,
            settings: parts.has("settings") ? { rows, all: settings === null } : undefined,
        });
        this.element.dataset.theme = theme;
        this.#recolour();
        this.element.append(paper.element);
        this.element.classList.toggle("on-paper", isFilled);
    }

    /**
     * A picture as PNG, with what it is of.
     * @param {import("./dialogs/share.js").Picture} name
     * @param {number} [width] pixels; as on the screen if left out
     */
    async takeHome(name, width) {
        if (await withholdsPixels())
            throw Object.assign(new Error("The browser withholds pixels."), { code: "pixels" });
        this.#complete();
        const { curves, judgement } = this.#others ?? {};
        const picture = { map: this.map, curves, report: judgement }[name];
        if (!picture) throw new Error(`There is no picture of the ${name}.`);
        const sheet = await picture.sheet(this.#theme, width);
        sheet.note(this.#questions.caption());
        return sheet.png();
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
        const command = commandOf(event);
        if (!command) return;
        event.preventDefault();
        if (command === "help") this.#dialogs.openHelp();
        else if (command === "toggle") this.transport.toggle();
        else if (command === "slower") this.transport.shift(-1);
        else if (command === "faster") this.transport.shift(1);
        else this.emit("act", command);
    }

    /** The layout that the style sheet has now: 3, beside, 2 or 1. */
    #readColumns() {
        return getComputedStyle(this.bench).getPropertyValue("--columns").trim();
    }

    /** Arranges everything again if the layout has changed. */
    #rearrange() {
        if (!this.element.isConnected) return;
        const columns = this.#readColumns();
        if (columns === this.#columns) return;
        this.#columns = columns;
        if (columns !== "1" && !this.#others) this.#complete();
        else this.#arrange();
    }

    /**
     * The tab order follows the visual order: in three columns the settings come first, otherwise
     * the stage does, and what stands beside it. On a phone the settings begin folded.
     */
    #arrange() {
        const { bench, stage, results, settings, map, notice } = this;
        const columns = this.#columns;
        if (!this.#others) return;
        if (this.#isLesson) {
            this.#arrangeLesson(this.#rail());
            return;
        }
        if (!this.#shown.settings) settings.fold(columns === "1");
        // Where the page scrolls, the notice stands at its end; see notice.css.
        if (this.#place.whole && columns !== "3") bench.after(notice.element);
        else stage.append(notice.element);
        if (columns === "beside") bench.append(settings.element);
        else if (columns !== "3") stage.after(settings.element);
        else if (bench.firstElementChild !== settings.element) bench.prepend(settings.element);
        // In one column, what is pointed at, chosen and learnt stands near the map.
        const { pointer, neurons, curves } = this.#others;
        if (columns === "1") {
            stage.append(pointer.element, curves.element);
            map.element.after(neurons.element);
        } else {
            results.append(pointer.element);
            results.prepend(neurons.element, curves.element);
        }
        this.#makeRoom();
    }

    /**
     * The rail comes first, with the settings that may be changed; on a phone, below the map.
     * @param {Rail} rail
     */
    #arrangeLesson(rail) {
        const { bench, stage, results, settings, notice } = this;
        const { pointer, neurons, curves, judgement } = /** @type {any} */ (this.#others);
        const text = rail.element;
        const order = this.#columns === "1" ? [stage, text, results] : [text, stage, results];
        const others = this.#shown.settings ? [] : [settings.element];
        putIn(bench, ...order, ...others);
        if (this.#shown.settings) putIn(rail.slot, settings.element);
        // A step that has more than the curves is about that.
        const pictures = [neurons, pointer, judgement, curves];
        putIn(results, ...pictures.map(({ element }) => element));
        if (!this.#place.whole) stage.append(notice.element);
        else if (bench.nextElementSibling !== notice.element) bench.after(notice.element);
        this.#makeRoom();
    }

    /** Gives the focus to the button that trains, without scrolling. */
    #focusTraining() {
        const { play } = this.transport;
        const isShown = play.getClientRects().length > 0;
        (isShown ? play : this.element).focus({ preventScroll: true });
    }

    /** Other results make room for the units, where those stand among them. */
    #makeRoom() {
        const inside = this.#columns !== "1" && this.scene.units.open && !this.#isLesson;
        this.results.classList.toggle("inside", inside);
    }
}

/**
 * Puts elements into another, in their order. Nothing is moved that is there already, since what is
 * moved loses the focus.
 * @param {HTMLElement} parent
 * @param {...HTMLElement} elements
 */
function putIn(parent, ...elements) {
    const { children } = parent;
    if (elements.some((element, i) => children[i] !== element)) parent.prepend(...elements);
}
