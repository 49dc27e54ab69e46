/**
 * How the samples are judged: scikit-learn's report and confusion matrix, of either side of a
 * split.
 */

import { Choice } from "../../ui/choice.js";
import { copyText } from "../../ui/clipboard.js";
import { h, label, setText } from "../../ui/dom.js";
import { MatrixView } from "./matrix.js";
import { ReportView } from "./report.js";

/** @typedef {import("../host.js").Picture} Picture */
/** @typedef {import("../../core/metrics.js").Report} Report */
/** @typedef {import("../host.js").Frame} Frame */
/** @typedef {import("../host.js").Host} Host */
/** @typedef {import("./observe.js").Judgement} Judgement */
/** @typedef {"training" | "validation"} Side of the split */

const COPIED_MS = 2000;
const MANY = 4; // classes, for which a matrix beside a report has room
/**
 * The report's lines beside those of its classes: header, accuracy, two averages, two empty ones.
 */
const OTHER_LINES = 6;

/** @implements {Picture} */
export class JudgementPicture {
    #localizer;
    #scene;
    #painter;
    #speak;
    /** @type {Side} */ #side = "training";
    /** @type {Judgement | undefined} */ #judgement;

    /** @param {Host} host */
    constructor({ localizer, scene, painter, heading, speak }) {
        this.#localizer = localizer;
        this.#scene = scene;
        this.#painter = painter;
        this.#speak = speak;
        const t = localizer.t.bind(localizer);
        this.report = new ReportView();
        this.matrix = new MatrixView(localizer, () => this.#highlight(true));
        const panels = [
            this.#makePanel(heading, "report", this.report),
            this.#makePanel(heading, "matrix", this.matrix),
        ];
        const names = /** @type {const} */ (["report", "matrix"]);
        const parts = names.map((value) => ({ value, label: h("span") }));
        this.parts = new Choice(parts, (value) => this.#showPart(value));
        const sides = /** @type {const} */ (["training", "validation"]);
        const sideLabels = sides.map((value) => ({ value, label: h("span") }));
        this.sides = new Choice(sideLabels, (value) => this.showSide(/** @type {Side} */ (value)));
        this.parts.element.classList.add("parts");
        const head = h("header", {}, this.parts.element, this.sides.element);
        this.element = h("section", { class: "judgement" }, head, ...panels);
        this.#showPart("report");
        painter.add("judgement", {
            draw: () => {
                this.report.draw();
                this.matrix.draw();
            },
            waits: true,
        });
        localizer.bind(() => {
            this.parts.element.setAttribute("aria-label", t("judgement"));
            for (const { value, label } of parts) setText(label, t(`${value}.short`));
            this.sides.element.setAttribute("aria-label", t("side"));
            for (const { value, label } of sideLabels) setText(label, t(`side.${value}`));
            this.#show();
            painter.invalidate("judgement");
        });
    }

    /** @returns {import("../observers.js").Wish} */
    wants() {
        return { judgement: true };
    }

    /** @param {Frame} frame */
    take({ data, network, seen, still }) {
        const { judgement } = seen;
        if (data || network) this.#unchoose();
        if (judgement) {
            this.#judgement = judgement;
            if (!judgement.validation) this.#side = "training";
            this.#show();
            if (this.matrix.chosen) this.#highlight(false);
            this.#painter.invalidate("judgement");
        }
        if (!still) return;
        this.report.settle();
        this.matrix.settle();
    }

    startOver() {
        this.#unchoose();
        this.#showPart("report");
        if (this.#judgement) this.showSide("training");
    }

    /** @param {import("../host.js").Theme} theme */
    setTheme(theme) {
        this.report.setTheme(theme);
        this.matrix.setTheme(theme);
        this.#painter.invalidate("judgement");
    }

    /** The report. */
    sheet() {
        return [this.report.picture()];
    }

    close() {
        this.report.close();
        this.matrix.close();
    }

    /**
     * @param {"h2" | "h3"} heading
     * @param {"report" | "matrix"} name
     * @param {ReportView | MatrixView} view
     */
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
        this.element.dataset.part = part;
        this.parts.show(part);
    }

    /** @param {Side} side */
    showSide(side) {
        if (!this.#judgement?.[side]) {
            this.#speak(this.#localizer.t("side.none"));
            return;
        }
        this.#side = side;
        this.#show();
        if (this.matrix.chosen) this.#highlight(false);
        this.report.settle();
        this.matrix.settle();
        this.#painter.invalidate("judgement");
    }

    #show() {
        const t = this.#localizer.t.bind(this.#localizer);
        this.sides.show(this.#side);
        for (const button of this.sides.buttons) {
            const side = /** @type {Side} */ (button.value);
            const missing = !this.#judgement?.[side] && side === "validation";
            button.setAttribute("aria-disabled", String(missing));
            button.title = t(missing ? "side.none" : `side.${side}.help`);
        }
        const report = this.#judgement?.[this.#side];
        if (!report) return;
        const classes = report.labels.length;
        this.element.style.setProperty("--lines", String(classes + OTHER_LINES));
        this.element.style.setProperty("--classes", String(classes));
        this.element.classList.toggle("many", classes > MANY);
        this.report.setReport(report);
        this.matrix.setMatrix(report.matrix, report.labels);
    }

    /** Shows the chosen cell's samples before all others. @param {boolean} aloud */
    #highlight(aloud) {
        const cell = this.matrix.chosen;
        const t = this.#localizer.t.bind(this.#localizer);
        if (!cell) {
            this.#scene.highlight(null);
            if (aloud) this.#speak(t("matrix.all"));
            return;
        }
        const { data, validation } = this.#scene;
        const side = this.#side === "validation" ? 1 : 0;
        const samples = [];
        for (const [i, label] of (data?.y ?? new Uint8Array()).entries()) {
            if (label !== cell.row || this.#judgement?.predicted[i] !== cell.column) continue;
            if ((validation[i] ?? 0) === side) samples.push(i);
        }
        this.#scene.highlight(samples);
        if (aloud) this.#speak(t("matrix.shown", { count: samples.length }));
    }

    /** With other data the chosen samples are no more. */
    #unchoose() {
        if (!this.matrix.chosen) return;
        this.matrix.setChosen(null);
        this.#scene.highlight(null);
    }

    /** @param {HTMLButtonElement} button @param {string} text */
    async #copy(button, text) {
        if (!text) return;
        const copied = await copyText(text, this.element);
        const told = this.#localizer.t(copied ? "copied" : "copy.failed");
        setText(button, told);
        this.#speak(told);
        setTimeout(() => setText(button, this.#localizer.t("copy")), COPIED_MS);
    }
}
