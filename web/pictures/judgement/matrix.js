/**
 * The confusion matrix on a canvas. Over it lies a grid of cells for mouse, keyboard and screen
 * readers; choosing a cell selects its samples.
 */

import { fitText } from "../../draw/fit-text.js";
import { drawMarker } from "../../draw/markers.js";
import { classColours } from "../../draw/palette.js";
import { Screen } from "../../draw/screen.js";
import { remOf } from "../../draw/text-scale.js";
import { blackOnWhite } from "../../draw/theme.js";
import { cutTo, shortLabel } from "../../shared/labels.js";
import { h, setText } from "../../ui/dom.js";
import { CellGrid } from "./cell-grid.js";

/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./cell-grid.js").Cell} Cell row: true class, column: predicted class */

const LEFT = 104; // CSS pixels of the row's labels, and
const TOP = 26; // of the columns'; the grid gets both
const FONT = 13;
const DIGIT = 0.7; // of the font's size, in bold
const DIGIT_WIDTH = 0.64; // of the font's size
const TIP = 1.75; // of a mark's radius, to its farthest tip
const NARROW = 44; // CSS pixels of a column whose marker stands above its name
const LONGEST = 24; // columns of a name
const LEAST_LETTER = 6; // CSS pixels of a letter that can be read
const TINT = 0.4; // behind a cell with its whole row
const LEAST_TINT = 0.08; // behind a cell that is not empty

/** A matrix as NumPy prints it. @param {readonly (readonly number[])[]} matrix */
export function matrixText(matrix) {
    const width = Math.max(...matrix.flat().map((count) => String(count).length));
    const rows = matrix.map((row) => row.map((count) => String(count).padStart(width)).join(" "));
    return `[[${rows.join("]\n [")}]]\n`;
}

export class MatrixView {
    /** @type {readonly (readonly number[])[]} */ #matrix = [];
    /** @type {readonly string[]} */ #labels = [];
    #theme = blackOnWhite;
    #localizer;
    /** @param {Localizer} localizer @param {(cell: Cell | null) => void} choose */
    constructor(localizer, choose) {
        this.#localizer = localizer;
        this.screen = new Screen({ "aria-hidden": "true" }, () => this.#draw());
        this.grid = new CellGrid(choose);
        this.reading = h("pre", { class: "visually-hidden" });
        this.box = h("div", { class: "matrix" }, this.screen.canvas, this.grid.element);
        this.element = h("div", {}, this.box, this.reading);
        localizer.bind(() => this.#label());
    }

    get text() {
        return this.#matrix.length ? matrixText(this.#matrix) : "";
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.screen.forget();
    }

    /** @param {readonly (readonly number[])[]} matrix @param {readonly string[]} labels */
    setMatrix(matrix, labels) {
        this.#matrix = matrix;
        this.#labels = labels;
        const classes = labels.length;
        const equal = `repeat(${classes}, minmax(0, 1fr))`;
        const template = `${remOf(TOP)} ${equal} / ${remOf(LEFT)} ${equal}`;
        this.grid.element.style.gridTemplate = template;
        this.grid.resize(classes, classes);
        this.#label();
    }

    /** The text for screen readers follows only when training stands still. */
    settle() {
        setText(this.reading, this.text);
    }

    draw() {
        this.screen.measure();
        this.#draw();
    }

    close() {
        this.screen.close();
    }

    #label() {
        const t = this.#localizer.t.bind(this.#localizer);
        const labels = this.#labels;
        this.grid.name({
            grid: t("matrix"),
            columns: [
                t("matrix.corner"),
                ...labels.map((label) => t("matrix.predicted", { label })),
            ],
            rows: labels.map((label) => t("matrix.true", { label })),
            cell: ({ row, column }) => {
                const count = this.#matrix[row][column];
                return t("matrix.cell", { row: labels[row], column: labels[column], count });
            },
        });
    }

    #draw() {
        const { context, size } = this.screen;
        const { ratio } = size;
        const classes = this.#matrix.length;
        context.clearRect(0, 0, size.width, size.height);
        if (classes === 0) return;
        const [left, top] = [LEFT * ratio, TOP * ratio];
        const width = (size.width - left) / classes;
        const height = (size.height - top) / classes;
        const digits = Math.max(2, ...this.#matrix.flat().map((count) => String(count).length));
        const font = Math.min(FONT * ratio, (width * 0.9) / digits / DIGIT);
        context.textBaseline = "middle";
        context.textAlign = "left";
        context.fillStyle = this.#theme.muted;
        context.font = `${12 * ratio}px ${this.#theme.sans}`;
        context.fillText(this.#localizer.t("matrix.corner"), 0, top / 2, left - 8 * ratio);
        const beside = Math.min(font, width / 3);
        const gap = 4 * ratio;
        const isNarrow =
            width < NARROW * ratio ||
            this.#labels.some((_, k) => this.#widthOf(k, beside) > width - gap);
        for (let k = 0; k < classes; k++) {
            const x = left + (k + 0.5) * width;
            if (isNarrow) this.#drawStacked(k, x, width, top);
            else this.#drawLabel(k, x, top / 2, beside, width);
            const size = Math.min(FONT * ratio, height);
            const room = left - 2 * gap;
            const wide = Math.min(room, this.#widthOf(k, size));
            // In the middle of some space before the cells or, if it is longer, close to them.
            const across = Math.min(left - 2.2 * FONT * ratio, left - gap - wide / 2);
            this.#drawLabel(k, across, top + (k + 0.5) * height, size, room);
        }
        context.textAlign = "center";
        for (const [row, counts] of this.#matrix.entries()) {
            const sum = counts.reduce((a, b) => a + b, 0);
            for (const [column, count] of counts.entries()) {
                const x = Math.round(left + column * width);
                const y = Math.round(top + row * height);
                const right = Math.round(left + (column + 1) * width);
                const bottom = Math.round(top + (row + 1) * height);
                const line = Math.round(ratio);
                const right0 = row === column;
                context.fillStyle = this.#theme.line;
                context.globalAlpha = count ? 0 : 0.35;
                context.fillRect(x, y, right - x - line, bottom - y - line);
                context.fillStyle = right0 ? this.#theme.accent : this.#theme.bad;
                context.globalAlpha = count ? LEAST_TINT + (TINT - LEAST_TINT) * (count / sum) : 0;
                context.fillRect(x, y, right - x - line, bottom - y - line);
                context.globalAlpha = 1;
                context.fillStyle = count ? this.#theme.text : this.#theme.muted;
                context.font = `${right0 ? 600 : 400} ${font}px ${this.#theme.sans}`;
                context.fillText(String(count), (x + right - line) / 2, (y + bottom) / 2);
            }
        }
    }

    /**
     * Draws a class's marker and, below it, its name as short as possible.
     * @param {number} kind
     * @param {number} x its middle
     * @param {number} width of its column
     * @param {number} height
     */
    #drawStacked(kind, x, width, height) {
        const { context, size } = this.screen;
        const labels = this.#labels.map(shortLabel);
        const readable = Math.max(2, Math.floor(width / (LEAST_LETTER * size.ratio)));
        const digits = Math.min(readable, Math.max(...labels.map(({ length }) => length)));
        const font = Math.min(11 * size.ratio, (width * 0.85) / digits / DIGIT_WIDTH);
        const radius = Math.min(4.5 * size.ratio, (width / 2 - 1.5 * size.ratio) / TIP);
        this.#mark(kind, radius, x, Math.max(radius * TIP + size.ratio, height * 0.25));
        context.font = `${font}px ${this.#theme.sans}`;
        context.fillStyle = this.#theme.text;
        context.textAlign = "center";
        context.fillText(fitText(context, labels[kind], width * 0.95), x, height * 0.75);
    }

    /** @param {number} kind @param {number} radius @param {number} x @param {number} y */
    #mark(kind, radius, x, y) {
        const colour = classColours(this.#matrix.length, this.#theme.palette)[kind];
        const { outline } = this.#theme;
        const { context, size } = this.screen;
        drawMarker(context, { kind, colour, outline, line: size.ratio, radius }, x, y);
    }

    /** How wide a class's marker and name are. @param {number} kind @param {number} font */
    #widthOf(kind, font) {
        const { context, size } = this.screen;
        context.font = `${font}px ${this.#theme.sans}`;
        const text = cutTo(this.#labels[kind], LONGEST);
        return context.measureText(text).width + 3.5 * Math.min(font * 0.36, 5 * size.ratio);
    }

    /**
     * Draws a class's marker and name.
     * @param {number} kind
     * @param {number} x its middle
     * @param {number} y
     * @param {number} font
     * @param {number} room for both
     */
    #drawLabel(kind, x, y, font, room) {
        const { context, size } = this.screen;
        const radius = Math.min(font * 0.36, 5 * size.ratio);
        context.font = `${font}px ${this.#theme.sans}`;
        context.fillStyle = this.#theme.text;
        context.textAlign = "left";
        const text = fitText(context, cutTo(this.#labels[kind], LONGEST), room - 3.5 * radius);
        const width = context.measureText(text).width + 3.5 * radius;
        this.#mark(kind, radius, x - width / 2 + radius, y);
        context.fillStyle = this.#theme.text;
        context.fillText(text, x - width / 2 + 3.5 * radius, y);
    }
}
