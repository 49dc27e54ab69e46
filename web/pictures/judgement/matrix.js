/**
 * The confusion matrix on a canvas. Over it lies a grid of cells that can be pointed at, reached by
 * keyboard and heard; choosing one means its samples.
 */

import { drawMarker } from "../../draw/markers.js";
import { classColours } from "../../draw/palette.js";
import { Screen } from "../../draw/screen.js";
import { remOf } from "../../draw/text-scale.js";
import { blackOnWhite } from "../../draw/theme.js";
import { shortLabel } from "../../shared/labels.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {{row: number, column: number}} Cell row: true class, column: predicted class */

const LEFT = 104; // CSS pixels of the row's labels, and
const TOP = 26; // of the columns'; the grid is told both
const FONT = 13;
const DIGIT = 0.7; // of the font's size, in bold
const DIGIT_WIDTH = 0.64; // of the font's size
const TIP = 1.75; // of a mark's radius, to its farthest tip
const NARROW = 44; // CSS pixels of a column whose marker stands above its name
const TINT = 0.4; // behind a cell with its whole row
const LEAST_TINT = 0.08; // behind a cell that is not empty

/** As NumPy prints it. @param {readonly (readonly number[])[]} matrix */
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
    #choose;
    /** @type {HTMLElement[][]} */ #cells = [];
    /** @type {Cell} where the keyboard is */ #cursor = { row: 0, column: 0 };
    /** The cell whose samples are to be seen. @type {Cell | null} */
    chosen = null;

    /** @param {Localizer} localizer @param {(cell: Cell | null) => void} choose */
    constructor(localizer, choose) {
        this.#localizer = localizer;
        this.#choose = choose;
        this.screen = new Screen({ "aria-hidden": "true" }, () => this.#draw());
        this.grid = h("div", { class: "cells", role: "grid", onkeydown: this.#press.bind(this) });
        this.grid.style.gridTemplateRows = remOf(TOP);
        this.reading = h("pre", { class: "visually-hidden" });
        this.box = h("div", { class: "matrix" }, this.screen.canvas, this.grid);
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
        const same = matrix.length === this.#matrix.length;
        this.#matrix = matrix;
        this.#labels = labels;
        if (!same) this.#make();
        this.#label();
    }

    /** @param {Cell | null} cell */
    setChosen(cell) {
        this.chosen = cell;
        for (const [row, cells] of this.#cells.entries())
            for (const [column, element] of cells.entries()) {
                const is = cell?.row === row && cell.column === column;
                element.setAttribute("aria-selected", String(is));
            }
    }

    /** The reader's text follows only when training stands still. */
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

    #make() {
        const classes = this.#matrix.length;
        const hidden = () => h("span", { class: "visually-hidden" });
        const head = h("div", { role: "row" }, h("div", { role: "columnheader" }, hidden()));
        for (let k = 0; k < classes; k++) head.append(h("div", { role: "columnheader" }, hidden()));
        this.#cells = [];
        const rows = this.#matrix.map((_, row) => {
            const cells = Array.from({ length: classes }, (_, column) =>
                h("div", {
                    role: "gridcell",
                    tabindex: -1,
                    onclick: () => this.#toggle({ row, column }),
                    onfocus: () => this.#moveCursor({ row, column }),
                }),
            );
            this.#cells.push(cells);
            return h("div", { role: "row" }, h("div", { role: "rowheader" }, hidden()), ...cells);
        });
        const equal = `repeat(${classes}, minmax(0, 1fr))`;
        this.grid.style.gridTemplate = `${remOf(TOP)} ${equal} / ${remOf(LEFT)} ${equal}`;
        this.grid.replaceChildren(head, ...rows);
        this.setChosen(null);
        this.#moveCursor({ row: 0, column: 0 });
    }

    #label() {
        const t = this.#localizer.t.bind(this.#localizer);
        this.grid.setAttribute("aria-label", t("matrix"));
        const labels = this.#labels;
        const [head, ...rows] = this.grid.children;
        if (!head) return;
        [...head.children].forEach((cell, k) => {
            const text = k ? t("matrix.predicted", { label: labels[k - 1] }) : t("matrix.corner");
            setText(/** @type {Node} */ (cell.firstChild), text);
        });
        rows.forEach((row, k) => {
            const text = t("matrix.true", { label: labels[k] });
            setText(/** @type {Node} */ (row.firstElementChild?.firstChild), text);
        });
        for (const [row, counts] of this.#matrix.entries())
            for (const [column, count] of counts.entries()) {
                const told = { row: labels[row], column: labels[column], count };
                const text = t("matrix.cell", told);
                const cell = this.#cells[row][column];
                if (cell.getAttribute("aria-label") !== text) cell.setAttribute("aria-label", text);
            }
    }

    /** @param {Cell} cell */
    #toggle(cell) {
        const same = this.chosen?.row === cell.row && this.chosen.column === cell.column;
        this.setChosen(same ? null : cell);
        this.#choose(this.chosen);
    }

    /**
     * One cell takes part in the tabulator's order; the arrows lead to the others.
     * @param {Cell} to
     */
    #moveCursor(to) {
        const { row, column } = this.#cursor;
        this.#cells[row]?.[column]?.setAttribute("tabindex", "-1");
        this.#cells[to.row][to.column].setAttribute("tabindex", "0");
        this.#cursor = to;
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
        const { row, column } = this.#cursor;
        const last = this.#matrix.length - 1;
        /** @type {Record<string, Cell>} */
        const ways = {
            ArrowUp: { row: Math.max(0, row - 1), column },
            ArrowDown: { row: Math.min(last, row + 1), column },
            ArrowLeft: { row, column: Math.max(0, column - 1) },
            ArrowRight: { row, column: Math.min(last, column + 1) },
            Home: { row, column: 0 },
            End: { row, column: last },
        };
        const to = ways[event.key];
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (to) this.#cells[to.row][to.column].focus();
        else if (event.key === "Enter" || event.key === " ") this.#toggle({ row, column });
        else if (event.key === "Escape" && this.chosen) this.#toggle(this.chosen);
        else return;
        // It is no shortcut of the bench, and scrolls nothing.
        event.preventDefault();
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
        for (let k = 0; k < classes; k++) {
            const x = left + (k + 0.5) * width;
            if (width < NARROW * ratio) this.#drawStacked(k, x, width, top);
            else this.#drawLabel(k, x, top / 2, Math.min(font, width / 3));
            const across = left - 2.2 * FONT * ratio;
            this.#drawLabel(k, across, top + (k + 0.5) * height, Math.min(FONT * ratio, height));
        }
        context.textAlign = "center";
        for (const [row, counts] of this.#matrix.entries()) {
            const sum = counts.reduce((a, b) => a + b, 0);
            for (const [column, count] of counts.entries()) {
                const x = Math.round(left + column * width);
                const y = Math.round(top + row * height);
                const right = Math.round(left + (column + 1) * width);
                const bottom = Math.round(top + (row + 1) * height);
                const gap = Math.round(ratio);
                const right0 = row === column;
                context.fillStyle = this.#theme.line;
                context.globalAlpha = count ? 0 : 0.35;
                context.fillRect(x, y, right - x - gap, bottom - y - gap);
                context.fillStyle = right0 ? this.#theme.accent : this.#theme.bad;
                context.globalAlpha = count ? LEAST_TINT + (TINT - LEAST_TINT) * (count / sum) : 0;
                context.fillRect(x, y, right - x - gap, bottom - y - gap);
                context.globalAlpha = 1;
                context.fillStyle = count ? this.#theme.text : this.#theme.muted;
                context.font = `${right0 ? 600 : 400} ${font}px ${this.#theme.sans}`;
                context.fillText(String(count), (x + right - gap) / 2, (y + bottom) / 2);
            }
        }
    }

    /**
     * A class's marker, and below it its name as short as it can be.
     * @param {number} kind
     * @param {number} x its middle
     * @param {number} width of its column
     * @param {number} height
     */
    #drawStacked(kind, x, width, height) {
        const { context, size } = this.screen;
        const labels = this.#labels.map(shortLabel);
        const digits = Math.max(...labels.map(({ length }) => length));
        const font = Math.min(11 * size.ratio, (width * 0.85) / digits / DIGIT_WIDTH);
        const radius = Math.min(4.5 * size.ratio, (width / 2 - 1.5 * size.ratio) / TIP);
        this.#mark(kind, radius, x, Math.max(radius * TIP + size.ratio, height * 0.25));
        context.font = `${font}px ${this.#theme.sans}`;
        context.fillStyle = this.#theme.text;
        context.textAlign = "center";
        context.fillText(labels[kind], x, height * 0.75);
    }

    /** @param {number} kind @param {number} radius @param {number} x @param {number} y */
    #mark(kind, radius, x, y) {
        const colour = classColours(this.#matrix.length, this.#theme.palette)[kind];
        const { outline } = this.#theme;
        const { context, size } = this.screen;
        drawMarker(context, { kind, colour, outline, line: size.ratio, radius }, x, y);
    }

    /**
     * A class's marker and name.
     * @param {number} kind
     * @param {number} x its middle
     * @param {number} y
     * @param {number} font
     */
    #drawLabel(kind, x, y, font) {
        const { context, size } = this.screen;
        const radius = Math.min(font * 0.36, 5 * size.ratio);
        context.font = `${font}px ${this.#theme.sans}`;
        context.fillStyle = this.#theme.text;
        context.textAlign = "left";
        const text = this.#labels[kind];
        const width = context.measureText(text).width + 3.5 * radius;
        this.#mark(kind, radius, x - width / 2 + radius, y);
        context.fillStyle = this.#theme.text;
        context.fillText(text, x - width / 2 + 3.5 * radius, y);
    }
}
