/** What comes of the training: the curves, and how the samples are judged, as report and as matrix. */

import { caption } from "../draw/sheet.js";
import { CurveView } from "../pictures/curves/curve.js";
import { MatrixView } from "../pictures/matrix/matrix.js";
import { ReportView } from "../pictures/report/report.js";
import { Runs } from "../run/kept-runs.js";
import { fields, format } from "../shared/fields.js";
import { Choice } from "../ui/choice.js";
import { copyText } from "../ui/clipboard.js";
import { h, setText } from "../ui/dom.js";

/** @typedef {import("../worker/engine.js").Frame} Frame */
/** @typedef {import("../worker/portrait.js").Report} Report */
/** @typedef {import("../run/controller.js").Player} Player */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {"training" | "validation"} Side of the split */

/**
 * @typedef {object} Host
 * @property {(indices: number[] | null) => void} highlight shows some samples before all others
 * @property {(text: string) => void} speak
 * @property {() => void} changed the report or the matrix is to be drawn
 */

const COPIED_MS = 2000;

export class ResultsView {
    #localizer;
    #host;
    #runs = new Runs();
    /** @type {Side} */ #side = "training";
    /** @type {Record<Side, Report | undefined>} */
    #reports = { training: undefined, validation: undefined };
    /** Of the samples. @type {Uint8Array} */
    #labels = new Uint8Array(0);
    /** 1 for every sample that was set aside. @type {Uint8Array} */
    #aside = new Uint8Array(0);
    /** @type {Uint8Array} */
    #predicted = new Uint8Array(0);
    /** @type {Player | undefined} */ #player;

    /** @param {Localizer} localizer @param {"h2" | "h3"} heading @param {Host} host */
    constructor(localizer, heading, host) {
        this.#localizer = localizer;
        this.#host = host;
        const t = localizer.t.bind(localizer);
        /** @param {number} epoch @param {string} value @param {string} [other] */
        const tell = (epoch, value, other) =>
            other === undefined
                ? t("curve.value", { epoch, value })
                : t("curve.values", { epoch, value, other });
        this.log = toggle("log", false, (on) => this.loss.setLog(on));
        this.loss = new CurveView({ heading, tell, controls: [this.log] });
        this.accuracy = new CurveView({ heading, tell, top: 1 });
        this.keep = toggle("keep", true, (on) => {
            this.#runs.keeping = on;
        });
        this.clear = h("button", { type: "button", class: "clear", onclick: () => this.#clear() });
        const keys = [h("span", { class: "key-line" }), h("span", { class: "key-line dashed" })];
        const foot = h("div", { class: "runs" }, ...keys, this.keep, this.clear);
        const curves = h("section", { class: "curves" });
        curves.append(this.loss.element, this.accuracy.element, foot);

        this.report = new ReportView();
        this.matrix = new MatrixView(localizer, () => this.#point(true));
        const panels = [
            this.#makePanel(heading, "report", this.report),
            this.#makePanel(heading, "matrix", this.matrix),
        ];
        const names = /** @type {const} */ (["report", "matrix"]);
        const parts = names.map((value) => ({ value, label: h("span") }));
        this.parts = new Choice(parts, (value) => this.#showPart(value));
        const sides = /** @type {const} */ (["training", "validation"]);
        const sideLabels = sides.map((value) => ({ value, label: h("span") }));
        this.sides = new Choice(sideLabels, (value) => this.#setSide(/** @type {Side} */ (value)));
        this.parts.element.classList.add("parts");
        const head = h("header", {}, this.parts.element, this.sides.element);
        this.judgement = h("section", { class: "judgement" }, head, ...panels);
        this.element = h("section", { class: "results" }, curves, this.judgement);
        this.#showPart("report");

        localizer.bind(() => {
            this.element.setAttribute("aria-label", t("results"));
            setText(this.loss.title, t("loss"));
            setText(this.accuracy.title, t("accuracy"));
            label(this.log, t("curve.log"), t("curve.log.help"));
            label(this.keep, t("runs.keep"), t("runs.keep.help"));
            setText(keys[0], t("curve.training"));
            setText(keys[1], t("curve.validation"));
            this.parts.element.setAttribute("aria-label", t("judgement"));
            for (const { value, label } of parts) setText(label, t(`${value}.short`));
            this.sides.element.setAttribute("aria-label", t("side"));
            for (const { value, label } of sideLabels) setText(label, t(`side.${value}`));
            this.#showRuns();
            this.#showSides();
            this.describe();
        });
    }

    /** @param {import("../draw/theme.js").Theme} theme */
    setTheme(theme) {
        for (const view of this.#views) view.setTheme(theme);
    }

    /** Says what is new. @param {Frame} frame @param {Player} player @returns {("curves" | "report")[]} */
    take(frame, player) {
        this.#player = player;
        const { data, network, predicted, report, validationReport } = frame;
        const earlier = this.#runs.kept;
        this.#runs.follow(frame, player.settings);
        if (earlier !== this.#runs.kept) this.#showRuns();
        if (data) this.#labels = data.y;
        if (network) this.#aside = network.validation;
        if (data || network) this.#unchoose();
        if (predicted) this.#predicted = predicted;
        if (report) {
            this.#reports = { training: report, validation: validationReport };
            if (!validationReport) this.#side = "training";
            this.#showSides();
            if (this.matrix.chosen) this.#point(false);
        }
        if (frame.still) {
            this.report.settle();
            this.matrix.settle();
        }
        /** @type {("curves" | "report")[]} */
        const parts = [];
        if (frame.from === 0 || frame.loss.length > 0) parts.push("curves");
        if (report) parts.push("report");
        return parts;
    }

    drawCurves() {
        const player = this.#player;
        if (!player) return;
        const { history, goal } = player;
        for (const name of /** @type {const} */ (["loss", "accuracy"])) {
            const earlier = this.#runs.kept.map((run) => ({
                values: run[name],
                name: () => this.#nameOf(run),
            }));
            const validation = history[`val_${name}`];
            this[name].setLines({ training: history[name], validation, earlier }, goal);
            this[name].draw();
        }
    }

    /** By the settings that were others, the most important first. @param {import("../run/kept-runs.js").Run} run */
    #nameOf({ settings }) {
        const now = this.#player?.settings;
        if (!settings || !now) return "";
        return fields
            .filter(({ name }) => name !== "epochs" && format(settings[name]) !== format(now[name]))
            .map(({ name }) => {
                const value = format(settings[name]).replaceAll(",", "-");
                return `${this.#localizer.t(/** @type {any} */ (name))} ${value}`;
            })
            .join(" · ");
    }

    drawJudgement() {
        this.report.draw();
        this.matrix.draw();
    }

    /** Loss and accuracy, each with its name, and what the lines are. @param {import("../draw/theme.js").Theme} theme */
    curvesPicture(theme) {
        const pictures = [this.loss, this.accuracy].flatMap(({ title, value, canvas }) =>
            canvas ? [caption(`${title.textContent}  ${value.textContent}`, theme), canvas] : [],
        );
        const t = this.#localizer.t.bind(this.#localizer);
        const key = `── ${t("curve.training")}   ╌╌ ${t("curve.validation")}`;
        return [...pictures, caption(key, theme)];
    }

    /** Texts for those who cannot see the curves; only when training stands still. */
    describe() {
        const player = this.#player;
        if (!player) return;
        const t = this.#localizer.t.bind(this.#localizer);
        for (const name of /** @type {const} */ (["loss", "accuracy"])) {
            /** @param {readonly number[]} values @param {import("../texts/localizer.js").Key} key */
            const tell = (values, key) => {
                const [first, last] = [values[0], values.at(-1)].map((v) => v?.toFixed(4) ?? "");
                return t(key, { name: t(name), epochs: values.length, first, last });
            };
            const values = player.history[name];
            const others = player.history[`val_${name}`];
            const texts = [tell(values, values.length ? "curve.description" : "curve.none")];
            if (others.length) texts.push(tell(others, "curve.description.validation"));
            const count = this.#runs.kept.length;
            if (count) texts.push(t("curve.description.earlier", { count }));
            this[name].describe(texts.join(" "));
        }
    }

    close() {
        for (const view of this.#views) view.close();
    }

    get #views() {
        return [this.loss, this.accuracy, this.report, this.matrix];
    }

    /** @param {"h2" | "h3"} heading @param {"report" | "matrix"} name @param {ReportView | MatrixView} view */
    #makePanel(heading, name, view) {
        const title = h(heading);
        const note = h("p", { class: "note" });
        const copy = h("button", { type: "button", class: "copy" });
        copy.addEventListener("click", () => this.#copy(copy, view.text));
        this.#localizer.bind(() => {
            setText(title, this.#localizer.t(name));
            setText(note, this.#localizer.t(`${name}.note`));
            label(copy, this.#localizer.t("copy"), this.#localizer.t(`${name}.copy`));
        });
        const foot = h("footer", {}, note, copy);
        return h("section", { class: `${name}-panel` }, title, view.element, foot);
    }

    /** Where both have room, both are there. @param {string} part */
    #showPart(part) {
        this.judgement.dataset.part = part;
        this.parts.show(part);
    }

    /** @param {Side} side */
    #setSide(side) {
        if (!this.#reports[side]) {
            this.#host.speak(this.#localizer.t("side.none"));
            return;
        }
        this.#side = side;
        this.#showSides();
        if (this.matrix.chosen) this.#point(false);
        this.report.settle();
        this.matrix.settle();
        this.#host.changed();
    }

    #showSides() {
        const t = this.#localizer.t.bind(this.#localizer);
        const report = this.#reports[this.#side];
        this.sides.show(this.#side);
        for (const button of this.sides.buttons) {
            const side = /** @type {Side} */ (button.value);
            const missing = !this.#reports[side] && side === "validation";
            button.setAttribute("aria-disabled", String(missing));
            button.title = t(missing ? "side.none" : `side.${side}.help`);
        }
        if (!report) return;
        const classes = report.matrix.length;
        // The report's header, classes, accuracy, two averages, and the two empty lines.
        this.judgement.style.setProperty("--lines", String(classes + 6));
        this.judgement.style.setProperty("--classes", String(classes));
        this.judgement.classList.toggle("many", classes > 4);
        this.report.setText(report.text, classes);
        this.matrix.setMatrix(report.matrix);
    }

    /** Shows the chosen cell's samples on the map. @param {boolean} aloud */
    #point(aloud) {
        const cell = this.matrix.chosen;
        const t = this.#localizer.t.bind(this.#localizer);
        if (!cell) {
            this.#host.highlight(null);
            if (aloud) this.#host.speak(t("matrix.all"));
            return;
        }
        const side = this.#side === "validation" ? 1 : 0;
        const indices = [];
        for (const [i, label] of this.#labels.entries()) {
            if (label !== cell.row || this.#predicted[i] !== cell.column) continue;
            if ((this.#aside[i] ?? 0) === side) indices.push(i);
        }
        this.#host.highlight(indices);
        if (aloud) this.#host.speak(t("matrix.shown", { count: indices.length }));
    }

    /** With other data the chosen samples are no more. */
    #unchoose() {
        if (!this.matrix.chosen) return;
        this.matrix.setChosen(null);
        this.#host.highlight(null);
    }

    #clear() {
        if (this.#runs.kept.length === 0) return;
        this.#runs.clear();
        this.#showRuns();
        this.drawCurves();
        this.describe();
        this.#host.speak(this.#localizer.t("runs.cleared"));
    }

    #showRuns() {
        const t = this.#localizer.t.bind(this.#localizer);
        const count = this.#runs.kept.length;
        label(this.clear, t("runs.clear", { count }), t("runs.clear.help"));
        this.clear.setAttribute("aria-disabled", String(count === 0));
    }

    /** @param {HTMLButtonElement} button @param {string} text */
    async #copy(button, text) {
        if (!text) return;
        const copied = await copyText(text, this.element);
        const told = this.#localizer.t(copied ? "copied" : "copy.failed");
        setText(button, told);
        this.#host.speak(told);
        setTimeout(() => setText(button, this.#localizer.t("copy")), COPIED_MS);
    }
}

/** @param {string} name @param {boolean} on @param {(on: boolean) => void} change */
function toggle(name, on, change) {
    const button = h("button", { type: "button", class: `toggle ${name}` });
    button.setAttribute("aria-pressed", String(on));
    button.addEventListener("click", () => {
        const now = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(now));
        change(now);
    });
    return button;
}

/** @param {HTMLButtonElement} button @param {string} text @param {string} help one sentence */
function label(button, text, help) {
    setText(button, text);
    button.title = help;
}
