/**
 * Everything inside the element: puts the views together, hands them what is new, and draws on the
 * next animation frame what has changed.
 */

import { png } from "../draw/sheet.js";
import { blackOnWhite, readTheme } from "../draw/theme.js";
import { isFramed } from "../element/iframe-height.js";
import { explainError } from "../shared/fields.js";
import { GROUPS } from "../shared/options.js";
import { h, setText } from "../ui/dom.js";
import { HelpView } from "./dialogs/help.js";
import { ShareView } from "./dialogs/share.js";
import { Explorer } from "./explorer.js";
import { HeaderView } from "./header.js";
import { Announcer } from "./live-region.js";
import { ProgressView } from "./progress.js";
import { ResultsView } from "./results.js";
import { SettingsView } from "./settings/form.js";
import { commandOf } from "./shortcuts.js";
import { TransportView } from "./transport.js";

/** @typedef {import("../worker/engine.js").Frame} Frame */
/** @typedef {import("../run/controller.js").Player} Player */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../texts/localizer.js").Language} Language */
/** @typedef {import("./header.js").ThemeChoice} ThemeChoice */

/**
 * @typedef {object} Actions what the person in front of it can do
 * @property {(action: import("./transport.js").Action) => void} act
 * @property {(experiment: import("../lessons/experiments.js").Experiment) => void} experiment
 * @property {(pace: number) => void} setPace
 * @property {import("./settings/form.js").Configure} configure
 * @property {(language: Language) => void} setLanguage
 * @property {(theme: ThemeChoice) => void} setTheme
 * @property {() => void} back to what was trained before a new start
 * @property {() => void} inspect how the layers fare is to be seen
 * @property {() => void} resized the map's box has another size now, or something else is wished for
 * @property {import("./explorer.js").Host["probe"]} probe
 * @property {() => void} chosen the map shows something else, or in other colours
 * @property {Omit<import("./dialogs/share.js").Host, "picture">} share
 */

/** @typedef {{level: 1 | 2, whole: boolean, authors: string | null}} Place level: of the lab's heading; whole: nothing else is on the screen; authors: address of their page */

/** A tenth of the learning rate; the first weights; both; the network that was there before a new start. @typedef {"tenth" | "anew" | "lower" | "back"} Offer */

/** @typedef {import("./explorer.js").Part | "curves" | "report" | "progress"} Part */

const COARSE = 700; // pixels a side of the map at most, while training
const FINE = 2000;
const MAP_INTERVAL_MS = 30; // a film's rate is enough, and leaves time to train
const READ_INTERVAL_MS = 80; // of numbers and curves
const RESIZED_MS = 200; // of quiet after a change of size

export class Bench {
    #localizer;
    /** @type {Player | undefined} */ #player;
    /** @type {Frame | undefined} */ #frame;
    /** @type {ArrayBuffer | undefined} */ #spare;
    #theme = blackOnWhite;
    #classes = 0;
    #samples = 0;
    /** What has changed since the last drawing. @type {Set<Part>} */
    #new = new Set();
    #readDrawn = 0; // when
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #resizing;
    #request = 0; // of an animation frame
    #drawn = false;
    #columns = "3"; // of the bench, as it is built
    /** @type {HTMLElement} */ #stage;
    /** @type {() => string} */ #notice = () => "";
    #stays = false;
    /** @type {Offer | undefined} */ #offer;

    /** @param {Localizer} localizer @param {Place} place @param {Actions} actions */
    constructor(localizer, { level, whole, authors }, actions) {
        this.#localizer = localizer;
        const t = localizer.t.bind(localizer);
        const inner = level === 1 ? 2 : 3;
        this.help = new HelpView(localizer, inner, actions.experiment);
        const picture = (/** @type {import("./dialogs/share.js").Picture} */ name) =>
            this.#picture(name);
        this.share = new ShareView(localizer, inner, { ...actions.share, picture }, authors);
        const { setLanguage, setTheme } = actions;
        const openHelp = () => this.help.open();
        const openShare = () => this.share.open();
        this.header = new HeaderView(localizer, level, setLanguage, setTheme, openShare, openHelp);
        this.settings = new SettingsView(localizer, actions.configure, actions.inspect);
        this.transport = new TransportView(localizer, actions.act, actions.setPace);
        this.progress = new ProgressView();
        const heading = level === 1 ? "h2" : "h3";
        this.explorer = new Explorer(localizer, heading, {
            resized: () => {
                clearTimeout(this.#resizing);
                this.#resizing = setTimeout(actions.resized, RESIZED_MS);
            },
            wished: actions.resized,
            probe: actions.probe,
            changed: (...parts) => this.#invalidate(...parts),
            recoloured: () => this.#recolour(),
            chosen: actions.chosen,
            speak: (text) => this.announcer.say(text),
        });
        this.map = this.explorer.map;
        this.results = new ResultsView(localizer, heading, {
            highlight: (indices) => this.map.highlight(indices),
            speak: (text) => this.announcer.say(text),
            changed: () => this.#invalidate("report"),
        });
        this.announcer = new Announcer();

        this.noticeText = h("p");
        this.offer = h("button", { type: "button", onclick: () => this.#take(actions) });
        this.notice = h("div", { class: "notice", role: "alert", hidden: true });
        this.notice.append(this.noticeText, this.offer);

        const stage = h("section", { class: "stage" });
        this.#stage = stage;
        stage.append(this.explorer.tools.element, this.map.element);
        stage.append(this.transport.element, this.progress.element, this.notice);
        const results = this.results.element;
        results.prepend(this.explorer.neurons.element);
        results.append(this.explorer.pointer.element);
        const bench = h("div", { class: "bench" }, this.settings.element, stage, results);
        // A click anywhere in it brings the focus, and so the keys.
        this.element = h("div", { class: "lab", tabindex: -1 }, this.header.element, bench);
        this.element.classList.toggle("whole", whole);
        this.element.classList.toggle("framed", isFramed);
        this.element.append(this.announcer.element, this.help.element, this.share.element);
        this.element.addEventListener("keydown", (event) => this.#press(event, actions));
        this.order = new ResizeObserver(() => this.#order());
        this.order.observe(this.element);
        localizer.bind(() => {
            this.element.lang = localizer.language;
            stage.setAttribute("aria-label", t("map"));
            this.#showNotice();
            this.#describe();
            this.#invalidate("curves", "report");
        });
    }

    /** @param {ThemeChoice} choice @param {"light" | "dark"} shown what "auto" comes to */
    setTheme(choice, shown) {
        this.header.themes.show(choice);
        this.element.dataset.theme = shown;
        this.#recolour();
    }

    /** It is on the page now: what depends on its place and style can be looked at. */
    appear() {
        this.#order();
        this.#recolour();
        this.map.measure(); // before anything changes the layout again
    }

    #recolour() {
        if (!this.element.isConnected) return;
        this.#theme = readTheme(this.element, this.explorer.palette);
        for (const view of [this.explorer, this.results]) view.setTheme(this.#theme);
        this.#invalidate("report");
    }

    /** How the lab lies, and which groups of controls are to be seen. @param {string} layout @param {readonly import("../shared/options.js").Group[]} shown */
    arrange(layout, shown) {
        const { classList } = this.element;
        classList.toggle("compact", layout === "compact");
        for (const group of GROUPS) classList.toggle(`no-${group}`, !shown.includes(group));
        this.#order();
    }

    /** @param {import("./dialogs/share.js").Picture} name */
    #picture(name) {
        const { map, results } = this;
        const canvases = {
            map: () => {
                const picture = map.picture();
                return [this.explorer.tools.picture(picture.width), picture];
            },
            curves: () => results.curvesPicture(this.#theme),
            report: () => [results.report.picture()],
        };
        return png(canvases[name](), this.#theme.paper);
    }

    /** What the engine should know about the map. */
    wishes() {
        const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        const recycle = this.#spare;
        this.#spare = undefined;
        return {
            coarse: this.map.extent(COARSE),
            fine: this.map.extent(FINE),
            mapInterval: calm ? 500 : MAP_INTERVAL_MS,
            wish: this.explorer.wish,
            vitals: this.settings.wantsVitals,
            recycle,
        };
    }

    /** @param {Frame} frame @param {Player} player */
    show(frame, player) {
        this.#frame = frame;
        this.#player = player;
        if (frame.data) {
            this.#classes = frame.data.classes;
            this.#samples = frame.data.samples;
        }
        this.#spare = this.explorer.take(frame) ?? this.#spare;
        this.#invalidate(...this.results.take(frame, player));
        this.settings.showNetwork(frame.layers, frame.vitals);
        this.#invalidate("progress");
        if (frame.map && !this.#drawn) this.#drawFirst();
        if (frame.still) this.#describe();
    }

    /** Running or the goal has changed. @param {Player} player */
    showState(player) {
        this.#player = player;
        this.transport.show(player.running, player.progress.totalSteps > 0);
        this.#invalidate("curves", "progress");
    }

    /**
     * A sentence under the map; "" takes it away.
     * @param {() => string} text in the present language
     * @param {{offer?: Offer, stays?: boolean}} [how] offer: what a button does about it; stays: also when training begins
     */
    say(text, { offer, stays = false } = {}) {
        this.#notice = text;
        this.#stays = stays;
        this.#offer = offer;
        this.#showNotice();
    }

    #showNotice() {
        const text = this.#notice();
        setText(this.noticeText, text);
        this.notice.hidden = text === "";
        this.notice.classList.toggle("mild", this.#offer === "back");
        this.offer.hidden = !this.#offer;
        if (this.#offer) setText(this.offer, this.#localizer.t(`offer.${this.#offer}`));
    }

    /** Something else was chosen: what was wrong with a link no longer matters. */
    forget() {
        if (this.#stays) this.say(() => "");
    }

    /** Training begins: what was wrong before no longer matters. */
    hush() {
        if (!this.#stays) this.say(() => "");
    }

    /** Training cannot work here at all. @param {{code?: string, message: string}} error */
    fail(error) {
        this.say(() => explainError(this.#localizer, error));
        this.element.classList.add("failed");
    }

    close() {
        cancelAnimationFrame(this.#request);
        clearTimeout(this.#resizing);
        this.order.disconnect();
        for (const view of [this.explorer, this.progress, this.results]) view.close();
    }

    /** @param {...Part} parts */
    #invalidate(...parts) {
        for (const part of parts) this.#new.add(part);
        if (this.#request || !this.#drawn) return;
        this.#request = requestAnimationFrame(() => this.#draw());
    }

    /** The map does not wait for an animation frame, and the one that brings it to the screen has nothing else to draw. */
    #drawFirst() {
        this.#drawn = true;
        const others = /** @type {const} */ (["curves", "report"]);
        const due = others.filter((part) => this.#new.delete(part));
        this.#draw();
        for (const part of due) this.#new.add(part);
        this.#request = requestAnimationFrame(() => {
            this.#request = requestAnimationFrame(() => this.#draw());
        });
    }

    #draw() {
        cancelAnimationFrame(this.#request);
        this.#request = 0;
        const due = this.#new;
        const player = this.#player;
        if (!player || !this.#frame) return;
        this.#new = new Set();
        // While it trains, what takes long has a frame each.
        if (player.running && due.has("points"))
            for (const part of /** @type {const} */ (["report", "progress", "curves"]))
                if (due.delete(part)) this.#invalidate(part);
        if (due.has("regions")) this.map.drawRegions();
        if (due.has("points")) this.map.drawPoints();
        if (due.has("marks")) this.map.drawMarks();
        if (due.has("units")) this.explorer.neurons.draw();
        // Numbers and curves stand long enough to be read; what waits comes at the latest when it stops.
        const now = performance.now();
        const waits = player.running && now - this.#readDrawn < READ_INTERVAL_MS;
        const read = /** @type {const} */ (["progress", "curves"]).filter((part) => due.has(part));
        if (waits) for (const part of read) this.#new.add(part);
        else if (read.length) {
            this.#readDrawn = now;
            this.#drawProgress(player, this.#frame);
            if (due.has("curves")) this.results.drawCurves();
        }
        if (due.has("report")) this.results.drawJudgement();
    }

    /** @param {Player} player @param {Frame} frame */
    #drawProgress({ progress, goal, running, settings, validation }, { stepSeconds, stopped }) {
        const aside = settings.validationSplit > 0;
        this.progress.show({ progress, goal, stepSeconds, running, aside, validation, stopped });
    }

    /** Texts for those who cannot see map and curves; only when training stands still. */
    #describe() {
        const player = this.#player;
        if (!player) return;
        const t = this.#localizer.t.bind(this.#localizer);
        const right = /accuracy +(\S+)/.exec(player.reportText)?.[1] ?? "–";
        this.map.describe(
            t("map.description", {
                classes: this.#classes,
                samples: this.#samples,
                epoch: player.progress.epoch,
                accuracy: right,
            }),
        );
        this.results.describe();
    }

    /** @param {KeyboardEvent} event @param {Actions} actions */
    #press(event, { act }) {
        const command = commandOf(event);
        if (!command) return;
        event.preventDefault();
        if (command === "help") this.help.open();
        else if (command === "toggle") this.transport.toggle();
        else if (command === "slower") this.transport.shift(-1);
        else if (command === "faster") this.transport.shift(1);
        else act(command);
    }

    /**
     * The order of the tabulator is the one that is seen: in three columns the settings are the
     * first, else the stage is, and what stands beside it. On a phone they begin as a fold.
     */
    #order() {
        const stage = this.#stage;
        const bench = stage.parentElement;
        if (!bench || !this.element.isConnected) return;
        const columns = getComputedStyle(bench).getPropertyValue("--columns").trim();
        if (columns === this.#columns) return;
        this.#columns = columns;
        this.settings.fold(columns === "1");
        // What is pointed at and chosen is near the map, where there is one column.
        const { pointer, neurons } = this.explorer;
        const results = this.results.element;
        (columns === "1" ? stage : results).append(pointer.element);
        if (columns === "1") this.map.element.after(neurons.element);
        else results.prepend(neurons.element);
        results.classList.toggle("inside", columns !== "1" && !neurons.element.hidden);
        const first = columns === "3" ? this.settings.element : stage;
        if (columns === "beside") bench.append(this.settings.element);
        else if (first === stage) stage.after(this.settings.element);
        else if (bench.firstElementChild !== first) bench.prepend(this.settings.element);
    }

    /** Does what the notice offers. @param {Actions} actions */
    #take({ act, configure, back }) {
        const { learningRate = 1 } = this.#player?.settings ?? {};
        const tenth = Number((learningRate / 10).toPrecision(6));
        const offer = this.#offer;
        this.say(() => "");
        this.transport.play.focus();
        if (offer === "tenth" || offer === "lower")
            configure({ learningRate: tenth }).catch(() => {});
        if (offer === "anew" || offer === "lower") act("reset");
        if (offer === "back") back();
    }
}
