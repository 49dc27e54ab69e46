/**
 * How the samples are judged: scikit-learn's report and confusion matrix, of either side of a
 * split.
 */

import { Sheet } from "../../draw/sheet.js";
import { shortLabel } from "../../shared/labels.js";
import { Choice } from "../../ui/choice.js";
import { copyText } from "../../ui/clipboard.js";
import { h, label, setText } from "../../ui/dom.js";
import { setTermText } from "../../ui/terms.js";
import { MatrixView } from "./matrix.js";
import { MEASURES, ReportView } from "./report.js";

/** @typedef {import("../host.js").Picture} Picture */
/** @typedef {import("../../core/metrics.js").Report} Report */
/** @typedef {import("../host.js").Frame} Frame */
/** @typedef {import("../host.js").Host} Host */
/** @typedef {import("../host.js").Theme} Theme */
/** @typedef {import("./observe.js").Judgement} Judgement */
/** @typedef {"training" | "validation"} Side of the split */
/** @typedef {typeof MEASURES[number]} Measure */

const COPIED_MS = 2000;
const SHEET_RATIO = 2; // pixels to a CSS pixel, of a report that is saved
const MANY = 4; // classes, for which a matrix beside a report has room
/**
 * The report's lines besides its classes': header, accuracy, two averages, two empty ones.
 */
const OTHER_LINES = 6;

/** @implements {Picture} */
export class JudgementPicture {
    #localizer;
    #scene;
    #painter;
    #speak;
    #observe;
    #explain;
    #panels;
    /** @type {Side} */ #side = "training";
    /** @type {Judgement | undefined} */ #judgement;
    /** Parts of the lab. @type {ReadonlySet<string>} */ #offered = new Set(["report", "matrix"]);

    /** @param {Host} host */
    constructor({ localizer, scene, painter, heading, speak, observe, explain }) {
        this.#localizer = localizer;
        this.#scene = scene;
        this.#painter = painter;
        this.#speak = speak;
        this.#observe = observe;
        this.#explain = explain;
        const t = localizer.t.bind(localizer);
        this.reportNote = h("p", { class: "note" });
        this.report = new ReportView(localizer, () => this.#choose(this.report, this.matrix));
        this.matrix = new MatrixView(localizer, () => this.#choose(this.matrix, this.report));
        this.#panels = {
            report: this.#makePanel(heading, "report", this.report),
            matrix: this.#makePanel(heading, "matrix", this.matrix),
        };
        const names = /** @type {const} */ (["report", "matrix"]);
        const parts = names.map((value) => ({ value, label: h("span") }));
        this.parts = new Choice(parts, (value) => this.#showPart(value));
        const sides = /** @type {const} */ (["training", "validation"]);
        const sideLabels = sides.map((value) => ({ value, label: h("span") }));
        this.sides = new Choice(sideLabels, (value) => this.showSide(/** @type {Side} */ (value)));
        this.parts.element.classList.add("parts");
        const head = h("header", {}, this.parts.element, this.sides.element);
        this.element = h("section", { class: "judgement" }, head);
        this.element.append(...Object.values(this.#panels));
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
            if (this.#choice) this.#highlight();
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

    /** @param {Theme} theme */
    setTheme(theme) {
        this.report.setTheme(theme);
        this.matrix.setTheme(theme);
        this.#painter.invalidate("judgement");
    }

    /** @param {string} [part] "report" or "matrix" */
    reveal(part) {
        if (part !== "report" && part !== "matrix") return this.element;
        this.#showPart(part);
        return this.#panels[part];
    }

    /**
     * The report, large enough to be shown in a text.
     * @param {Theme} theme
     * @param {number} [width]
     */
    async sheet(theme, width) {
        // while training goes on, the drawn one may be older
        await this.#observe({ judgement: true });
        const t = this.#localizer.t.bind(this.#localizer);
        const sheet = new Sheet(theme, this.report.size.width, SHEET_RATIO, width);
        const side = this.#judgement?.validation ? ` · ${t(`side.${this.#side}`)}` : "";
        sheet.title(t("report") + side);
        this.report.drawOn(sheet);
        return sheet;
    }

    /** What paper gets: the report, or the matrix where there is no report. */
    print() {
        const t = this.#localizer.t.bind(this.#localizer);
        const name = this.#offered.has("report") ? "report" : "matrix";
        const side = this.#judgement?.validation ? ` · ${t(`side.${this.#side}`)}` : "";
        const caption = h("figcaption", {}, t(name) + side);
        return h(
            "figure",
            {},
            caption,
            h("pre", {}, name === "report" ? this.report.narrow : this.matrix.text),
        );
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
        const note = name === "report" ? this.reportNote : h("p", { class: "note" });
        const copy = h("button", { type: "button", class: "copy" });
        copy.addEventListener("click", () => this.#copy(copy, view.text));
        this.#localizer.bind(() => {
            setText(title, this.#localizer.t(name));
            if (name === "matrix") setText(note, this.#localizer.t("matrix.note"));
            label(copy, this.#localizer.t("copy"), this.#localizer.t(`${name}.copy`));
        });
        const foot = h("footer", {}, note, copy);
        return h("section", { class: `${name}-panel` }, title, view.element, foot);
    }

    /** Sets which parts there are, and shows one of them. @param {ReadonlySet<string>} parts */
    offer(parts) {
        this.#offered = parts;
        if (!parts.has(this.element.dataset.part ?? ""))
            this.#showPart(parts.has("report") ? "report" : "matrix");
    }

    /** Shows a part; where both have room, both are shown. @param {string} part */
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
        if (this.#choice) this.#highlight();
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
        setTermText(this.reportNote, this.#choice?.text ?? t("report.note"), this.#explain);
    }

    /**
     * A cell was chosen or released.
     * @param {ReportView | MatrixView} view
     * @param {ReportView | MatrixView} other
     */
    #choose(view, other) {
        const t = this.#localizer.t.bind(this.#localizer);
        if (view.grid.chosen) other.grid.show(null);
        this.#show();
        const shown = this.#highlight();
        const { text } = this.#choice ?? {};
        const count = t("matrix.shown", { count: shown ?? 0 });
        this.#speak(shown === null ? t("matrix.all") : [text, count].filter(Boolean).join(" "));
    }

    /**
     * Which samples the chosen cell stands for, by class and answer, and a sentence about them.
     * @returns {{means(truth: number, answer: number): boolean, text?: string} | undefined}
     */
    get #choice() {
        const [inMatrix, inReport] = [this.matrix.grid.chosen, this.report.grid.chosen];
        const report = this.#judgement?.[this.#side];
        if (inMatrix) {
            const { row, column } = inMatrix;
            return { means: (truth, answer) => truth === row && answer === column };
        }
        if (!inReport || !report) return undefined;
        const kind = report.rows[inReport.row];
        const measure = MEASURES[inReport.column];
        return { means: meant(measure, kind), text: this.#sentence(report, measure, kind) };
    }

    /**
     * A sentence that explains a number of the report.
     * @param {Report} report
     * @param {Measure} measure
     * @param {number} kind
     */
    #sentence({ matrix, scores, labels }, measure, kind) {
        const t = this.#localizer.t.bind(this.#localizer);
        const { precision, recall } = scores.classes[kind];
        const sum = (/** @type {readonly number[]} */ counts) => counts.reduce((a, b) => a + b, 0);
        return t(`report.${measure}`, {
            label: shortLabel(labels[kind]),
            right: matrix[kind][kind],
            answered: sum(matrix.map((row) => row[kind])),
            all: sum(matrix[kind]),
            precision: precision.toFixed(2),
            recall: recall.toFixed(2),
        });
    }

    /** Shows the chosen cell's samples before all others. @returns how many; null: all alike */
    #highlight() {
        const choice = this.#choice;
        if (!choice) {
            this.#scene.highlight(null);
            return null;
        }
        const { data, validation } = this.#scene;
        const side = this.#side === "validation" ? 1 : 0;
        const predicted = this.#judgement?.predicted ?? new Uint8Array();
        const samples = [];
        for (const [i, truth] of (data?.y ?? new Uint8Array()).entries())
            if ((validation[i] ?? 0) === side && choice.means(truth, predicted[i])) samples.push(i);
        this.#scene.highlight(samples);
        return samples.length;
    }

    /** With other data the chosen samples no longer exist. */
    #unchoose() {
        if (!this.#choice) return;
        this.report.grid.show(null);
        this.matrix.grid.show(null);
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

/**
 * The samples that a class's measure is about.
 * @param {Measure} measure
 * @param {number} kind
 * @returns {(truth: number, answer: number) => boolean}
 */
function meant(measure, kind) {
    switch (measure) {
        case "precision":
            return (_, answer) => answer === kind;
        case "f1-score":
            return (truth, answer) => truth === kind || answer === kind;
        default:
            return (truth) => truth === kind;
    }
}
