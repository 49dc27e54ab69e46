/** scikit-learn's classification report on a canvas, with the same text for reading and copying. */

import { drawMarker } from "../../draw/markers.js";
import { fittingSize } from "../../draw/mono-font.js";
import { classColours } from "../../draw/palette.js";
import { Screen } from "../../draw/screen.js";
import { blackOnWhite } from "../../draw/theme.js";
import { columnsOf, cutTo } from "../../shared/labels.js";
import { h, setText } from "../../ui/dom.js";
import { CellGrid } from "./cell-grid.js";

/** @typedef {import("../../core/metrics.js").Report} Report */
/** @typedef {import("../../core/metrics.js").Score} Score */
/** @typedef {import("../../draw/sheet.js").Sheet} Sheet */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./cell-grid.js").Cell} Cell */
/**
 * A line of the text; scores: the values of its three columns of scores.
 * @typedef {{name: string, numbers: string, kind?: number, scores?: readonly (number |
 *     undefined)[]}} Line
 */

const NAMES = 12; // characters, of "weighted avg", the longest of scikit-learn's own
const COLUMN = 10; // characters of a number and the blank before it
/** Of a line, with the blank before them; results.css knows how long lines are. */
const NUMBERS = 1 + 4 * COLUMN;
const LONGEST = 15; // columns of a label; a longer one is cut short
const MARK = 4; // characters before a label's first
const LINE_HEIGHT = 1.5; // of the font's size
const LARGEST = 13; // CSS pixels
const ADVANCE = 0.61; // of the font's size, as wide as most monospaced fonts are at most
const SCORE = 4; // characters, of 0.98
const MARGIN = 0.75; // characters beside it
const TINT = 0.26; // behind a value of 1

/** The columns of a class's line, by their keys in a report's scores. */
export const MEASURES = /** @type {const} */ (["precision", "recall", "f1-score", "support"]);

export class ReportView {
    #localizer;
    /** @type {Report | undefined} */ #report;
    #theme = blackOnWhite;

    /** @param {Localizer} localizer @param {(cell: Cell | null) => void} choose */
    constructor(localizer, choose) {
        this.#localizer = localizer;
        this.grid = new CellGrid(choose);
        this.screen = new Screen({ "aria-hidden": "true" }, () => this.#draw());
        this.reading = h("pre", { class: "visually-hidden" });
        this.box = h("div", { class: "report" }, this.screen.canvas, this.grid.element);
        this.element = h("div", {}, this.box, this.reading);
        localizer.bind(() => this.#label());
    }

    get text() {
        return this.#report?.text ?? "";
    }

    /** The text with long labels cut short, for paper. */
    get narrow() {
        const lines = this.#lines();
        if (lines.every(({ name, kind = -1 }) => name === (this.#report?.labels[kind] ?? name)))
            return this.text;
        const names = Math.max(NAMES, ...lines.map(({ name }) => columnsOf(name)));
        const rows = lines.map(({ name, numbers }) =>
            `${" ".repeat(names - columnsOf(name))}${name}${numbers}`.trimEnd(),
        );
        return `${rows.join("\n")}\n`;
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.screen.forget();
    }

    /** @param {Report} report */
    setReport(report) {
        this.#report = report;
        this.grid.resize(report.rows.length, MEASURES.length);
    }

    /**
     * The text for screen readers follows only when training stands still, since somebody may be
     * reading it.
     */
    settle() {
        setText(this.reading, this.text);
        this.#label();
    }

    draw() {
        this.screen.measure();
        this.#draw();
    }

    close() {
        this.screen.close();
    }

    /** CSS pixels of the text at its largest. */
    get size() {
        const lines = this.#lines();
        const columns = namesOf(lines) + NUMBERS;
        const width = Math.ceil(columns * ADVANCE * LARGEST);
        return { width, height: lines.length * LINE_HEIGHT * LARGEST };
    }

    /** Draws it below what is on a sheet already. @param {Sheet} sheet */
    drawOn(sheet) {
        const { inner: width, ratio } = sheet;
        const height = Math.ceil(this.size.height * ratio);
        this.#drawOn(sheet.room(height), { width, height, ratio });
    }

    #label() {
        const report = this.#report;
        this.grid.element.title = this.#localizer.t("report.choose");
        if (!report) return;
        const { labels, rows, scores } = report;
        this.grid.name({
            grid: this.#localizer.t("report"),
            columns: [this.#localizer.t("pointer.class"), ...MEASURES],
            rows: rows.map((kind) => labels[kind]),
            cell: ({ row, column }) => {
                const [kind, name] = [rows[row], MEASURES[column]];
                const value = scores.classes[kind][name];
                const text = name === "support" ? String(value) : value.toFixed(2);
                return `${labels[kind]}, ${name}: ${text}`;
            },
        });
    }

    #draw() {
        const { width, height } = this.screen.size;
        if (width === 0 || height === 0) return;
        const { advance, line, names } = this.#drawOn(this.screen.context, this.screen.size);
        // The cells lie over the numbers.
        const across = (/** @type {number} */ characters) =>
            `${((100 * characters * advance) / width).toFixed(2)}%`;
        const down = (100 * line) / height;
        const rows = this.#report?.rows.length ?? 1;
        const first = names + 1 + MARGIN;
        const last = Math.min(COLUMN, width / advance - first - 3 * COLUMN);
        const columns = `${across(first)} repeat(3, ${across(COLUMN)}) ${across(last)}`;
        const template = `${2 * down}% repeat(${rows}, ${down}%) / ${columns}`;
        const { style } = this.grid.element;
        if (style.gridTemplate !== template) style.gridTemplate = template;
    }

    /** The text's lines, each with what it is about. @returns {Line[]} */
    #lines() {
        if (!this.#report) return [];
        const { text, rows, scores } = this.#report;
        const texts = text.trimEnd().split("\n");
        const line = (/** @type {Score} */ score) => [
            score.precision,
            score.recall,
            score["f1-score"],
        ];
        const { labels } = this.#report;
        /** What each line says, without its text. @type {Omit<Line, "name" | "numbers">[]} */
        const senses = [
            {}, // the header, and an empty line
            {},
            ...rows.map((kind) => ({ kind, scores: line(scores.classes[kind]) })),
            {},
            { scores: [undefined, undefined, scores.accuracy] },
            { scores: line(scores.macro) },
            { scores: line(scores.weighted) },
        ];
        return senses.map((sense, i) => {
            const { kind } = sense;
            const name = (texts[i] ?? "").slice(0, -NUMBERS).trim();
            const shown = kind === undefined ? name : cutTo(labels[kind], LONGEST);
            return { ...sense, name: shown, numbers: (texts[i] ?? "").slice(-NUMBERS) };
        });
    }

    /**
     * @param {CanvasRenderingContext2D} context
     * @param {import("../../draw/screen.js").Size} size
     * @returns the width of a character and the height of a line, in pixels, and the characters of
     *     the classes' names
     */
    #drawOn(context, size) {
        const { ratio } = size;
        context.clearRect(0, 0, size.width, size.height);
        const lines = this.#lines();
        const names = namesOf(lines);
        const columns = names + NUMBERS;
        const { mono } = this.#theme;
        const font = fittingSize(mono, {
            size: Math.min(LARGEST * ratio, size.width / columns / ADVANCE),
            characters: columns,
            width: size.width,
        });
        context.font = `${font}px ${mono}`;
        const advance = context.measureText("0").width;
        const height = Math.min(font * LINE_HEIGHT, size.height / Math.max(lines.length, 1));
        const { labels = [] } = this.#report ?? {};
        const colours = classColours(labels.length, this.#theme.palette);
        context.textBaseline = "middle";
        lines.forEach(({ name, numbers, kind, scores = [] }, i) => {
            const y = (i + 0.5) * height;
            scores.forEach((score, column) => {
                const end = names + 1 + (column + 1) * COLUMN;
                if (score !== undefined)
                    this.#tint(context, score, end * advance, i * height, height);
            });
            context.fillStyle = i === 0 ? this.#theme.muted : this.#theme.text;
            context.textAlign = "right";
            context.fillText(name, names * advance, y, names * advance);
            context.textAlign = "left";
            context.fillText(numbers, names * advance, y);
            if (kind === undefined) return;
            const before = names - columnsOf(name) - MARK;
            // In the empty space before a class's label: the report is the map's legend as well.
            const style = { kind, colour: colours[kind], outline: this.#theme.outline };
            const x = before * advance;
            drawMarker(context, { ...style, radius: font * 0.36, line: ratio }, x, y);
        });
        return { advance, line: height, names };
    }

    /**
     * Draws a score's ground, the stronger the nearer the score is to 1.
     * @param {CanvasRenderingContext2D} context
     * @param {number} score
     * @param {number} right where its text ends
     * @param {number} top
     * @param {number} height
     */
    #tint(context, score, right, top, height) {
        const advance = context.measureText("0").width;
        const left = Math.round(right - (SCORE + MARGIN) * advance);
        const end = Math.round(right + MARGIN * advance);
        const bottom = Math.round(top + height);
        context.fillStyle = this.#theme.accent;
        context.globalAlpha = TINT * score ** 2;
        context.fillRect(left, Math.round(top) + 1, end - left, bottom - Math.round(top) - 2);
        context.globalAlpha = 1;
    }
}

/**
 * Characters of the names, with room for the markers before the classes'.
 * @param {readonly Line[]} lines
 */
const namesOf = (lines) =>
    Math.max(
        NAMES,
        ...lines.map(({ name, kind }) => columnsOf(name) + (kind === undefined ? 0 : MARK + 1)),
    );
