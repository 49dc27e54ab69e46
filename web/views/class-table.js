/** The table of what a class handed in: a row for each line, filled in as it is checked. */

import { h, setText } from "../ui/dom.js";

/** @typedef {"waits" | "holds" | "fails" | "fault"} Kind */
/** A row's texts, one for each column, and what came of it. @typedef {{kind: Kind, cells: string[]}} Row */

/** What stands where there is nothing to say. */
export const BLANK = "–";

/** Columns of numbers, which stand to the right; the last has the result. */
const NUMBERS = [0, 4, 5, 6];

export class ClassTable {
    /** @type {HTMLTableRowElement[]} */ #rows = [];
    // With roles, since on a phone they are laid out as cards, by which they would lose theirs.
    #head = h("tr", { role: "row" });
    #body = h("tbody", { role: "rowgroup" });

    constructor() {
        this.caption = h("caption");
        const head = h("thead", { role: "rowgroup" }, this.#head);
        this.element = h("table", { role: "table" }, this.caption, head, this.#body);
    }

    /** Begins anew. @param {number} count of the rows */
    clear(count) {
        this.#rows = Array.from({ length: count }, () => h("tr", { role: "row" }));
        this.#body.replaceChildren(...this.#rows);
    }

    /** @param {readonly string[]} columns */
    name(columns) {
        const cells = columns.map((name) => h("th", { scope: "col", role: "columnheader" }, name));
        this.#head.replaceChildren(...cells);
        for (const row of this.#rows)
            for (const [i, cell] of [...row.cells].entries()) cell.dataset.name = columns[i];
    }

    /** @param {number} index @param {Row} row */
    show(index, { kind, cells }) {
        const row = this.#rows[index];
        if (row.cells.length === 0)
            row.append(
                ...cells.map((_, i) =>
                    h("td", { role: "cell", class: NUMBERS.includes(i) && "number" }),
                ),
            );
        row.className = kind;
        const names = [...this.#head.cells].map(({ textContent }) => textContent ?? "");
        for (const [i, text] of cells.entries()) {
            setText(row.cells[i], text);
            row.cells[i].dataset.name = names[i];
            row.cells[i].classList.toggle("blank", text === BLANK);
        }
    }
}
