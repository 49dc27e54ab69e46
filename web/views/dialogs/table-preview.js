/** A table before its points are taken: which of its columns are meant, and what comes of them. */

import { drawSwatch } from "../../draw/markers.js";
import { classColours } from "../../draw/palette.js";
import { choose } from "../../points/choose.js";
import { guess, sameColumns, withHeader } from "../../points/table.js";
import { TableError } from "../../points/table-error.js";
import { columnWords, explainTable, leftOutWords } from "../../texts/explain-table.js";
import { h, setText } from "../../ui/dom.js";
import { drawScatter } from "./scatter.js";

/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../points/choose.js").Chosen} Chosen */
/** @typedef {import("../../points/table.js").Choice} Choice */
/** @typedef {import("../../points/table.js").Table} Table */
/** @typedef {import("../../points/table-error.js").Column} Column */
/** @typedef {typeof import("../../texts/en/tables.js").tables} Texts */
/** @typedef {import("../../texts/localizer.js").Localizer<Texts>} Localizer */

const ROWS = 5; // that are shown
const COLUMNS = 8; // and those that are chosen
const ROLES = /** @type {const} */ (["x", "y", "label"]);

/** @satisfies {Record<Table["separator"], keyof Texts>} */
const SEPARATORS = {
    ",": "table.separator.comma",
    ";": "table.separator.semicolon",
    "\t": "table.separator.tab",
};

/** Four digits are enough to see what a scale is. @param {number} value */
const brief = (value) => String(Number(value.toPrecision(4)));

export class TablePreview {
    #localizer;
    #host;
    /** @type {Table | undefined} */ #table;
    /** @type {Choice} */ #choice = { x: 0, y: 0, label: 0 };
    /** Whether it is; undefined: as the numbers ask for. @type {boolean | undefined} */ #standardized;
    /** @type {Chosen | undefined} */ #chosen;
    /** @type {TableError | undefined} */ #error;

    /**
     * @param {Localizer} localizer
     * @param {{theme: () => Theme, changed: () => void}} host changed: there are other points, or none
     */
    constructor(localizer, host) {
        this.#localizer = localizer;
        this.#host = host;
        this.about = h("p", { class: "about" });
        const field = (/** @type {HTMLElement} */ control) => {
            const name = h("span");
            return { name, element: h("label", {}, name, control) };
        };
        this.selects = ROLES.map((role) =>
            h("select", { name: role, onchange: () => this.#pick(role) }),
        );
        const fields = this.selects.map(field);
        this.header = h("input", { type: "checkbox", name: "header" });
        this.header.addEventListener("change", () => this.#takeHeader(this.header.checked));
        this.scaled = h("input", { type: "checkbox", name: "standardize" });
        this.scaled.addEventListener("change", () => {
            this.#standardized = this.scaled.checked;
            this.#choose();
        });
        const header = field(this.header);
        const scaled = field(this.scaled);
        this.scatter = h("canvas", { class: "scatter", role: "img" });
        this.classes = h("ul", { class: "classes" });
        this.facts = h("div", { class: "facts", role: "status" });
        this.rows = h("div", { class: "rows", role: "region", tabindex: 0 });
        this.element = h(
            "div",
            { class: "preview", hidden: true },
            this.about,
            h("div", { class: "roles" }, ...fields.map(({ element }) => element)),
            h("div", { class: "ticks" }, header.element, scaled.element),
            h("div", { class: "made" }, this.scatter, h("div", {}, this.facts, this.classes)),
            this.rows,
        );
        localizer.bind(() => {
            fields.forEach(({ name }, i) => {
                setText(name, localizer.t(`table.${ROLES[i]}`));
            });
            setText(header.name, localizer.t("table.header"));
            setText(scaled.name, localizer.t("table.standardize"));
            this.scatter.setAttribute("aria-label", localizer.t("table.scatter"));
            this.rows.setAttribute("aria-label", localizer.t("table.rows"));
            this.#show();
        });
    }

    /** What is chosen, if it can be used. */
    get chosen() {
        return this.#chosen;
    }

    /** What is wrong with the choice; "" if nothing is. */
    get fault() {
        return this.#error ? explainTable(this.#localizer, this.#error) : "";
    }

    /** What is shown. */
    get table() {
        return this.#table;
    }

    get choice() {
        return this.#choice;
    }

    /**
     * Shows a table, or none.
     * @param {Table} [table]
     * @param {Chosen["columns"]} [columns] that another table had, which this one may be like
     */
    take(table, columns) {
        this.#table = table;
        this.#standardized = undefined;
        this.element.hidden = !table;
        if (table) this.#choice = likeBefore(table, columns) ?? guess(table);
        this.#choose();
    }

    /** @param {typeof ROLES[number]} role */
    #pick(role) {
        const index = Number(this.selects[ROLES.indexOf(role)].value);
        const other = ROLES.find((name) => name !== role && this.#choice[name] === index);
        // Two columns change places.
        if (other) this.#choice[other] = this.#choice[role];
        this.#choice[role] = index;
        this.#choose();
    }

    /** @param {boolean} hasHeader */
    #takeHeader(hasHeader) {
        if (!this.#table) return;
        try {
            this.#table = withHeader(this.#table, hasHeader);
            this.#choose();
        } catch (error) {
            this.#fail(error);
        }
    }

    #choose() {
        this.#chosen = this.#error = undefined;
        const standardized = this.#standardized;
        try {
            if (this.#table) this.#chosen = choose(this.#table, this.#choice, { standardized });
        } catch (error) {
            this.#fail(error);
            return;
        }
        this.#show();
        this.#host.changed();
    }

    /** @param {unknown} error */
    #fail(error) {
        if (!(error instanceof TableError)) throw error;
        this.#chosen = undefined;
        this.#error = error;
        this.#show();
        this.#host.changed();
    }

    #show() {
        const table = this.#table;
        if (!table) return;
        const t = this.#localizer.t.bind(this.#localizer);
        const { rows, columns, separator, header } = table;
        const counts = { rows: rows.length, columns: columns.length };
        setText(this.about, t("table.about", { ...counts, separator: t(SEPARATORS[separator]) }));
        for (const [i, select] of this.selects.entries()) {
            const options = columns.map((column) =>
                h("option", { value: column.index }, this.#nameOf(column)),
            );
            select.replaceChildren(...options);
            select.value = String(this.#choice[ROLES[i]]);
        }
        this.header.checked = header !== undefined;
        if (this.#chosen) this.scaled.checked = this.#chosen.standardized;
        this.rows.replaceChildren(this.#makeRows(table));
        this.#showOutcome();
    }

    /** @param {Column} column */
    #nameOf({ index, name }) {
        return name ?? this.#localizer.t("table.column", { number: index + 1 });
    }

    /** The first rows, as they stand in the file. @param {Table} table */
    #makeRows({ rows, columns }) {
        const roles = new Map(ROLES.map((role) => [this.#choice[role], role]));
        const shown = columns.filter(({ index }) => index < COLUMNS || roles.has(index));
        const head = shown.map((column) => {
            const role = roles.get(column.index);
            const name = h("span", { class: "name" }, this.#nameOf(column));
            name.title = this.#nameOf(column);
            const mark = role ? [h("b", {}, this.#localizer.t(`table.${role}`))] : [];
            return h("th", { scope: "col", class: role ? "chosen" : null }, name, ...mark);
        });
        const body = rows.slice(0, ROWS).map(({ cells, number }) => {
            const own = shown.map(({ index }) => {
                const cell = h("td", { class: roles.has(index) ? "chosen" : null });
                cell.append(cells[index] ?? "");
                cell.title = cells[index] ?? "";
                return cell;
            });
            return h("tr", {}, h("th", { scope: "row" }, String(number)), ...own);
        });
        const corner = h("td");
        return h(
            "table",
            {},
            h("thead", {}, h("tr", {}, corner, ...head)),
            h("tbody", {}, ...body),
        );
    }

    /** The points that there would be, or none where the choice is wrong. */
    #showOutcome() {
        const chosen = this.#chosen;
        this.facts.replaceChildren(
            ...(chosen ? this.#sentences(chosen) : [this.fault]).map(paragraph),
        );
        this.facts.classList.toggle("bad", !chosen);
        this.classes.replaceChildren();
        const theme = this.#host.theme();
        drawScatter(this.scatter, theme, chosen?.points);
        if (!chosen) return;
        const { labels, classes, y } = chosen.points;
        const colours = classColours(classes, theme.palette);
        const items = labels.map((label, kind) => {
            const mark = h("canvas", { "aria-hidden": "true" });
            drawSwatch(mark, { kind, colour: colours[kind], outline: theme.outline });
            const name = h("span", { class: "name" }, label);
            name.title = label;
            const count = y.reduce((sum, k) => sum + Number(k === kind), 0);
            return h("li", {}, mark, name, h("span", { class: "count" }, String(count)));
        });
        this.classes.append(...items);
    }

    /** @param {Chosen} chosen @returns {string[]} */
    #sentences(chosen) {
        const t = this.#localizer.t.bind(this.#localizer);
        const { points, columns, scales, standardized, constant, leftOut } = chosen;
        const { samples, classes } = points;
        const words = (/** @type {Column} */ column) => columnWords(this.#localizer, column);
        const scale = scales.map(({ mean, deviation }, i) =>
            t("table.scale", {
                column: words(columns[i]),
                mean: brief(mean),
                deviation: brief(deviation),
            }),
        );
        return [
            t("table.points", { samples, classes }),
            ...(leftOut > 0 ? [leftOutWords(this.#localizer, chosen)] : []),
            t(standardized ? "table.scaled" : "table.unscaled", {
                scales: scale.join(t("table.scale.and")),
            }),
            ...constant.map((column) => t("table.constant", { column: words(column) })),
        ];
    }
}

/** @param {string} text */
const paragraph = (text) => h("p", {}, text);

/** The same columns, where the table has them by their names. @param {Table} table @param {Chosen["columns"]} [columns] */
function likeBefore(table, columns) {
    const named = table.columns.map(({ name }) => name);
    const isLike = columns?.every(({ name }) => name !== undefined && named.includes(name));
    return columns && isLike ? sameColumns(table, columns) : undefined;
}
