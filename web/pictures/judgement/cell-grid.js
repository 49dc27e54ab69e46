/**
 * A grid of cells over a picture of numbers, one of which can be chosen by mouse, touch or
 * keyboard.
 */

import { h, setText } from "../../ui/dom.js";

/** @typedef {{row: number, column: number}} Cell */
/**
 * Texts for people who cannot see the picture.
 * @typedef {object} Names
 * @property {string} grid
 * @property {readonly string[]} columns the corner first
 * @property {readonly string[]} rows
 * @property {(cell: Cell) => string} cell
 */

export class CellGrid {
    #choose;
    #columns = 0;
    /** @type {HTMLElement[][]} */ #cells = [];
    /** The cell that the keyboard is at. @type {Cell} */ #cursor = { row: 0, column: 0 };
    /** @type {Cell | null} */
    chosen = null;

    /** @param {(cell: Cell | null) => void} choose */
    constructor(choose) {
        this.#choose = choose;
        this.element = h("div", {
            class: "cells",
            role: "grid",
            onkeydown: this.#press.bind(this),
        });
    }

    /** Rebuilds the grid if its size changes. @param {number} rows @param {number} columns */
    resize(rows, columns) {
        if (rows === this.#cells.length && columns === this.#columns) return;
        this.#columns = columns;
        const header = (/** @type {string} */ role) =>
            h("div", { role }, h("span", { class: "visually-hidden" }));
        const head = h("div", { role: "row" });
        for (let k = 0; k <= columns; k++) head.append(header("columnheader"));
        this.#cells = Array.from({ length: rows }, (_, row) =>
            Array.from({ length: columns }, (_, column) =>
                h("div", {
                    role: "gridcell",
                    tabindex: -1,
                    onclick: () => this.#toggle({ row, column }),
                    onfocus: () => this.#moveCursor({ row, column }),
                }),
            ),
        );
        const lines = this.#cells.map((cells) =>
            h("div", { role: "row" }, header("rowheader"), ...cells),
        );
        this.element.replaceChildren(head, ...lines);
        this.show(null);
        this.#moveCursor({ row: 0, column: 0 });
    }

    /** @param {Names} names */
    name({ grid, columns, rows, cell }) {
        this.element.setAttribute("aria-label", grid);
        const [head, ...lines] = this.element.children;
        if (!head) return;
        const write = (/** @type {Element | null} */ header, /** @type {string} */ text) =>
            setText(/** @type {Node} */ (header?.firstChild), text);
        [...head.children].forEach((header, k) => {
            write(header, columns[k]);
        });
        lines.forEach((line, row) => {
            write(line.firstElementChild, rows[row]);
            this.#cells[row].forEach((element, column) => {
                const text = cell({ row, column });
                if (element.getAttribute("aria-label") !== text)
                    element.setAttribute("aria-label", text);
            });
        });
    }

    /** Marks a cell as the chosen one. @param {Cell | null} cell */
    show(cell) {
        this.chosen = cell;
        for (const [row, cells] of this.#cells.entries())
            for (const [column, element] of cells.entries()) {
                const is = cell?.row === row && cell.column === column;
                element.setAttribute("aria-selected", String(is));
            }
    }

    /** @param {Cell} cell */
    #toggle(cell) {
        const same = this.chosen?.row === cell.row && this.chosen.column === cell.column;
        this.show(same ? null : cell);
        this.#choose(this.chosen);
    }

    /**
     * One cell is in the tab order; the arrow keys lead to the others.
     * @param {Cell} to
     */
    #moveCursor(to) {
        const { row, column } = this.#cursor;
        this.#cells[row]?.[column]?.setAttribute("tabindex", "-1");
        this.#cells[to.row]?.[to.column]?.setAttribute("tabindex", "0");
        this.#cursor = to;
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
        const { row, column } = this.#cursor;
        const [lastRow, lastColumn] = [this.#cells.length - 1, this.#columns - 1];
        /** @type {Record<string, Cell>} */
        const ways = {
            ArrowUp: { row: Math.max(0, row - 1), column },
            ArrowDown: { row: Math.min(lastRow, row + 1), column },
            ArrowLeft: { row, column: Math.max(0, column - 1) },
            ArrowRight: { row, column: Math.min(lastColumn, column + 1) },
            Home: { row, column: 0 },
            End: { row, column: lastColumn },
        };
        const to = ways[event.key];
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (to) this.#cells[to.row][to.column].focus();
        else if (event.key === "Enter" || event.key === " ") this.#toggle({ row, column });
        else if (event.key === "Escape" && this.chosen) this.#toggle(this.chosen);
        else return;
        // The key must neither act as a shortcut of the lab nor scroll the page.
        event.preventDefault();
    }
}
