/**
 * Everything inside the element: puts the views together, hands them what is new, and draws on the
 * next animation frame what has changed.
 */

import { Announcer } from "./announcer.js";
import { copyText } from "./clipboard.js";
import { SettingsView } from "./controls.js";
import { CurveView } from "./curves.js";
import { h, setText } from "./dom.js";
import { HeaderView } from "./header.js";
import { MapView } from "./map.js";
import { ProgressView } from "./progress.js";
import { ReportView } from "./report.js";
import { explainError } from "./settings.js";
import { readTheme } from "./theme.js";
import { TransportView } from "./transport.js";

/** @typedef {import("./engine.js").Frame} Frame */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./strings.js").Localizer} Localizer */
/** @typedef {import("./strings.js").Language} Language */
/** @typedef {import("./header.js").ThemeChoice} ThemeChoice */

/**
 * @typedef {object} Actions what the person in front of it can do
 * @property {(action: import("./transport.js").Action) => void} act
 * @property {(pace: number) => void} setPace
 * @property {import("./controls.js").Configure} configure
 * @property {(language: Language) => void} setLanguage
 * @property {(theme: ThemeChoice) => void} setTheme
 * @property {() => void} resized the map's box has another size now
 */

/** @typedef {"regions" | "points" | "curves" | "report" | "progress"} Part */

const COARSE = 700; // pixels a side of the map at most, while training
const FINE = 2000;
const MAP_INTERVAL_MS = 30; // a film's rate is enough, and leaves time to train
const CURVES_INTERVAL_MS = 80; // likewise
const RESIZED_MS = 200; // of quiet after a change of size
const COPIED_MS = 2000;

export class Bench {
    #localizer;
    /** @type {Player | undefined} */ #player;
    /** @type {Frame | undefined} */ #frame;
    /** @type {ArrayBuffer | undefined} */ #spare;
    #classes = 0;
    #samples = 0;
    /** What has changed since the last drawing. @type {Set<Part>} */
    #new = new Set();
    #curvesDrawn = 0; // when
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #resizing;
    #request = 0; // of an animation frame
    #drawn = false;
    /** @type {() => string} */ #notice = () => "";

    /** @param {Localizer} localizer @param {1 | 2} level of its heading @param {Actions} actions */
    constructor(localizer, level, actions) {
        this.#localizer = localizer;
        const t = localizer.t.bind(localizer);
        this.header = new HeaderView(localizer, level, actions.setLanguage, actions.setTheme);
        this.settings = new SettingsView(localizer, actions.configure);
        this.map = new MapView(() => {
            clearTimeout(this.#resizing);
            this.#resizing = setTimeout(actions.resized, RESIZED_MS);
        });
        this.transport = new TransportView(localizer, actions.act, actions.setPace);
        this.progress = new ProgressView();
        const heading = level === 1 ? "h2" : "h3";
        /** @param {number} epoch @param {string} value */
        const tell = (epoch, value) => t("curve.value", { epoch, value });
        this.loss = new CurveView({ heading, tell });
        this.accuracy = new CurveView({ heading, tell, top: 1 });
        this.report = new ReportView();
        this.announcer = new Announcer();

        this.noticeText = h("p");
        this.tenth = h("button", { type: "button", onclick: () => this.#tryTenth(actions) });
        this.notice = h("div", { class: "notice", role: "alert", hidden: true });
        this.notice.append(this.noticeText, this.tenth);

        this.copy = h("button", { type: "button", class: "copy", onclick: () => this.#copy() });
        const reportTitle = h(heading);
        const reportHead = h("header", {}, reportTitle, this.copy);
        const stage = h("section", { class: "stage" }, this.map.element);
        stage.append(this.transport.element, this.progress.element, this.notice);
        const results = h("section", { class: "results" });
        results.append(this.loss.element, this.accuracy.element);
        results.append(h("section", { class: "report-section" }, reportHead, this.report.element));
        const bench = h("div", { class: "bench" }, stage, this.settings.element, results);
        this.element = h("div", { class: "lab" }, this.header.element, bench);
        this.element.append(this.announcer.element);
        localizer.bind(() => {
            this.element.lang = localizer.language;
            stage.setAttribute("aria-label", t("map"));
            results.setAttribute("aria-label", t("results"));
            setText(this.loss.title, t("loss"));
            setText(this.accuracy.title, t("accuracy"));
            setText(reportTitle, t("report"));
            setText(this.copy, t("copy"));
            this.copy.title = t("copy.help");
            setText(this.tenth, t("error.tenth"));
            setText(this.noticeText, this.#notice());
            this.#describe();
            this.#invalidate("curves");
        });
    }

    /** @param {ThemeChoice} choice @param {"light" | "dark"} shown what "auto" comes to */
    setTheme(choice, shown) {
        this.header.themes.show(choice);
        this.element.dataset.theme = shown;
        const theme = readTheme(this.element);
        for (const view of [this.map, this.loss, this.accuracy, this.report]) view.setTheme(theme);
        this.#invalidate("regions", "points", "report");
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
            recycle,
        };
    }

    /** @param {Frame} frame @param {Player} player */
    show(frame, player) {
        this.#frame = frame;
        this.#player = player;
        if (frame.data) {
            this.map.setData(frame.data);
            this.#classes = frame.data.classes;
            this.#samples = frame.data.samples;
            this.#invalidate("points");
        }
        if (frame.map) {
            this.#spare = this.map.setPicture(frame.map);
            this.#invalidate("regions");
        }
        if (frame.report) {
            this.report.setText(frame.report.text, this.#classes);
            this.#invalidate("report");
        }
        if (frame.from === 0 || frame.loss.length > 0) this.#invalidate("curves");
        this.#invalidate("progress");
        if (frame.still) {
            this.report.settle();
            this.#describe();
            // The first picture does not wait for an animation frame.
            if (!this.#drawn) this.#draw();
            this.#drawn = true;
        }
    }

    /** Running or the goal has changed. @param {Player} player */
    showState(player) {
        this.#player = player;
        this.transport.show(player.running, player.progress.totalSteps > 0);
        this.#invalidate("curves", "progress");
    }

    /** A sentence under the map; "" takes it away. @param {() => string} text in the present language @param {boolean} [tenth] offer a tenth of the learning rate */
    say(text, tenth = false) {
        this.#notice = text;
        setText(this.noticeText, text());
        this.notice.hidden = text() === "";
        this.tenth.hidden = !tenth;
    }

    /** Training cannot work here at all. @param {{code?: string, message: string}} error */
    fail(error) {
        this.say(() => explainError(this.#localizer, error));
        this.element.classList.add("failed");
    }

    close() {
        cancelAnimationFrame(this.#request);
        clearTimeout(this.#resizing);
        for (const view of [this.map, this.progress, this.loss, this.accuracy, this.report])
            view.close();
    }

    /** @param {...Part} parts */
    #invalidate(...parts) {
        for (const part of parts) this.#new.add(part);
        if (!this.#request) this.#request = requestAnimationFrame(() => this.#draw());
    }

    #draw() {
        cancelAnimationFrame(this.#request);
        this.#request = 0;
        const due = this.#new;
        const player = this.#player;
        if (!player || !this.#frame) return;
        this.#new = new Set();
        if (due.has("regions")) this.map.drawRegions();
        if (due.has("points")) this.map.drawPoints();
        if (due.has("progress")) {
            const { progress, goal, running } = player;
            const { stepSeconds } = this.#frame;
            this.progress.show({ progress, goal, stepSeconds, running });
        }
        const now = performance.now();
        if (due.has("curves") && player.running && now - this.#curvesDrawn < CURVES_INTERVAL_MS)
            this.#new.add("curves"); // for a later frame; one comes at the latest when it stops
        else if (due.has("curves")) {
            this.#curvesDrawn = now;
            this.loss.setValues(player.history.loss, player.goal);
            this.accuracy.setValues(player.history.accuracy, player.goal);
            this.loss.draw();
            this.accuracy.draw();
        }
        if (due.has("report")) this.report.draw();
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
        for (const name of /** @type {const} */ (["loss", "accuracy"])) {
            const values = player.history[name];
            const [first, last] = [values[0], values.at(-1)].map((v) => v?.toFixed(4) ?? "");
            const told = { name: t(name), epochs: values.length, first, last };
            this[name].describe(t(values.length ? "curve.description" : "curve.none", told));
        }
    }

    /** @param {Actions} actions */
    #tryTenth({ configure }) {
        const rate = this.#player?.settings.learningRate;
        if (rate === undefined) return;
        this.say(() => "");
        this.transport.play.focus();
        configure({ learningRate: Number((rate / 10).toPrecision(6)) }).catch(() => {});
    }

    async #copy() {
        const text = this.#player?.reportText;
        if (!text) return;
        const copied = await copyText(text, this.element);
        const key = copied ? "copied" : "copy.failed";
        setText(this.copy, this.#localizer.t(key));
        this.announcer.say(this.#localizer.t(key));
        setTimeout(() => setText(this.copy, this.#localizer.t("copy")), COPIED_MS);
    }
}
