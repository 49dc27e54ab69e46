/** scikit-learn's classification report on a canvas, with the same text for reading and copying. */

import { drawMarker } from "../../draw/markers.js";
import { classColours } from "../../draw/palette.js";
import { Screen } from "../../draw/screen.js";
import { blackOnWhite } from "../../draw/theme.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../../draw/theme.js").Theme} Theme */

const COLUMNS = 53; // "weighted avg " and four times a blank and 9 characters; results.css knows it too
const LABELS = 12; // of them at the line's beginning
const LINE_HEIGHT = 1.5; // of the font's size
const LARGEST = 13; // CSS pixels
const ADVANCE = 0.61; // of the font's size, at least as wide as monospaced fonts are
const TINT = 0.26; // behind a value of 1

export class ReportView {
    #text = "";
    #classes = 0;
    #theme = blackOnWhite;

    constructor() {
        this.screen = new Screen({ "aria-hidden": "true" }, () => this.#draw());
        this.reading = h("pre", { class: "visually-hidden" });
        this.box = h("div", { class: "report" }, this.screen.canvas);
        this.element = h("div", {}, this.box, this.reading);
    }

    get text() {
        return this.#text;
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
    }

    /** @param {string} text @param {number} classes */
    setText(text, classes) {
        this.#text = text;
        this.#classes = classes;
    }

    /** The reader's text follows only when training stands still: a screen reader may be in it. */
    settle() {
        setText(this.reading, this.#text);
    }

    draw() {
        this.screen.measure();
        this.#draw();
    }

    close() {
        this.screen.close();
    }

    /** Large enough to be shown in a text. */
    picture() {
        const ratio = 2;
        const lines = this.#text.trimEnd().split("\n").length;
        const width = Math.ceil(COLUMNS * ADVANCE * LARGEST * ratio);
        const height = Math.ceil(lines * LINE_HEIGHT * LARGEST * ratio);
        const canvas = h("canvas", { width, height });
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        this.#drawOn(context, { width, height, ratio });
        return canvas;
    }

    #draw() {
        this.#drawOn(this.screen.context, this.screen.size);
    }

    /** @param {CanvasRenderingContext2D} context @param {import("../../draw/screen.js").Size} size */
    #drawOn(context, size) {
        const { ratio } = size;
        context.clearRect(0, 0, size.width, size.height);
        const font = Math.min(LARGEST * ratio, size.width / COLUMNS / ADVANCE);
        context.font = `${font}px ${this.#theme.mono}`;
        const advance = context.measureText("0").width;
        const lines = this.#text.trimEnd().split("\n");
        const height = Math.min(font * LINE_HEIGHT, size.height / Math.max(lines.length, 1));
        context.textBaseline = "middle";
        const colours = classColours(this.#classes, this.#theme.palette);
        lines.forEach((line, i) => {
            const y = (i + 0.5) * height;
            if (i > 0) this.#tint(context, line, advance, i * height, height);
            const label = /^ *(\d+)\.0 /.exec(line);
            context.fillStyle = i === 0 ? this.#theme.muted : this.#theme.text;
            context.fillText(line, 0, y);
            if (!label) return;
            const kind = Number(label[1]);
            const style = { kind, colour: colours[kind], outline: this.#theme.outline };
            // In the empty space before a class's label: the report is the map's legend as well.
            drawMarker(context, { ...style, radius: font * 0.36, line: ratio }, 5 * advance, y);
        });
    }

    /** The nearer a score is to 1, the stronger its ground. @param {CanvasRenderingContext2D} context @param {string} line @param {number} advance @param {number} top @param {number} height */
    #tint(context, line, advance, top, height) {
        context.fillStyle = this.#theme.accent;
        for (const { 0: score, index } of line.matchAll(/\d\.\d+/g)) {
            if (index < LABELS) continue;
            context.globalAlpha = TINT * Number(score) ** 2;
            const left = Math.round((index - 0.75) * advance);
            const right = Math.round((index + score.length + 0.75) * advance);
            const bottom = Math.round(top + height);
            context.fillRect(left, Math.round(top) + 1, right - left, bottom - Math.round(top) - 2);
        }
        context.globalAlpha = 1;
    }
}
