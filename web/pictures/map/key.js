/** The map's key: which mark is which class, what a shade means, and a sentence about the mode. */

import { drawMarker, drawSwatch } from "../../draw/markers.js";
import { classColours, css, tableOf } from "../../draw/palette.js";
import { blackOnWhite } from "../../draw/theme.js";
import { plainLabel, shortLabel } from "../../shared/labels.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../../draw/sheet.js").Piece} Piece */
/** @typedef {import("../../draw/sheet.js").Sheet} Sheet */
/** @typedef {import("../host.js").Theme} Theme */
/** @typedef {import("../scene.js").Scene} Scene */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../../texts/localizer.js").Key} Key */

/**
 * A line of the legend: a class's mark, or the ring if there is no class.
 * @typedef {{text: string, label?: string, mark?: Parameters<typeof drawSwatch>[1]}} Item
 */

const STOPS = [0, 64, 128, 192, 255]; // of the scale's shades
/** In a picture, CSS pixels. */
const MARK = { room: 15, radius: 5, ring: 5.5, line: 1.3 };
const SCALE = { room: 74, width: 70, height: 9 };

export class MapKey {
    #localizer;
    #scene;
    #theme = blackOnWhite;
    /** The words in the mode's text. @type {Record<string, string | number>} */ #words = {};

    /** @param {Localizer} localizer @param {Scene} scene */
    constructor(localizer, scene) {
        this.#localizer = localizer;
        this.#scene = scene;
        this.legend = h("ul");
        this.scale = h("div", { class: "scale", "aria-hidden": "true" });
        this.help = h("p", { id: "view-help" });
        this.element = h("div", { class: "key" }, this.legend, this.scale, this.help);
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
    }

    /** @param {Record<string, string | number>} words of the mode's text */
    show(words) {
        this.#words = words;
        this.legend.setAttribute("aria-label", this.#localizer.t("legend"));
        setText(this.help, this.#sentence);
        this.legend.replaceChildren(...this.#listed());
        this.scale.hidden = !this.#scaleOf();
        this.scale.replaceChildren(...this.#shades());
    }

    /** A copy of the key, for paper. @param {number} ratio pixels of a mark to one of CSS */
    print(ratio) {
        const legend = h("ul", {}, ...this.#listed(ratio));
        const scale = h("div", { class: "scale" }, ...this.#shades());
        return h("div", { class: "key" }, legend, scale, h("p", {}, this.#sentence));
    }

    /** Draws it below what is on a sheet already. @param {Sheet} sheet */
    draw(sheet) {
        const { ratio, theme } = sheet;
        const pieces = this.#items().map(({ text, mark }) => {
            /** @type {Piece["draw"]} */
            const draw = (context, x, y) => {
                const middle = x + (MARK.room / 2 - 1) * ratio;
                if (mark) {
                    const style = { ...mark, radius: MARK.radius * ratio, line: ratio };
                    drawMarker(context, style, middle, y);
                    return;
                }
                context.strokeStyle = theme.text;
                context.lineWidth = MARK.line * ratio;
                context.beginPath();
                context.arc(middle, y, MARK.ring * ratio, 0, 2 * Math.PI);
                context.stroke();
            };
            return { room: MARK.room, text, draw };
        });
        sheet.flow([...pieces, ...this.#scalePieces(sheet)]);
        sheet.note([this.help.textContent ?? ""]);
    }

    /** What the mode's colours mean. */
    get #sentence() {
        const { kind } = this.#scene.mode;
        const dark = kind === "unit" && this.#theme.ground[0] < 128 ? ".dark" : "";
        return this.#localizer.t(/** @type {Key} */ (`view.${kind}.help${dark}`), this.#words);
    }

    /** The legend's lines. @param {number} [ratio] */
    #listed(ratio) {
        return this.#items().map(({ text, label = text, mark }) => {
            const name = h("span", { class: "name", title: label === text ? null : label }, label);
            return h("li", {}, mark ? swatch(mark, ratio) : h("i", { class: "ring" }), name);
        });
    }

    /** The scale's texts and shades, from one end to the other. @returns {(Node | string)[]} */
    #shades() {
        const scale = this.#scaleOf();
        if (!scale) return [];
        const ramp = h("span");
        ramp.style.background = `linear-gradient(to right, ${scale.stops.join(", ")})`;
        return [scale.ends[0], ramp, scale.ends[1]];
    }

    /** @returns {Item[]} */
    #items() {
        const t = this.#localizer.t.bind(this.#localizer);
        const { data, validation, classes } = this.#scene;
        const { palette, outline, ground } = this.#theme;
        const colours = classColours(classes, palette);
        /** @type {Item[]} */
        const items = (data?.labels ?? []).map((label, kind) => ({
            text: shortLabel(label),
            label: plainLabel(label),
            mark: { kind, colour: colours[kind], outline },
        }));
        items.push({ text: t("legend.wrong") });
        if (validation.includes(1)) {
            const mark = { kind: 0, colour: colours[0], outline, hollow: css(ground) };
            items.push({ text: t("legend.validation"), mark });
        }
        return items;
    }

    /** The shades from one end to the other; nothing where colours mean classes. */
    #scaleOf() {
        const { mode, classes } = this.#scene;
        const { kind } = mode;
        if (kind === "regions" || kind === "soft") return undefined;
        const table = tableOf(kind, classes, this.#theme);
        const ends =
            kind === "unit"
                ? ["−", "+"]
                : ["0", kind === "class" ? "1" : (1 - 1 / classes).toFixed(2)];
        return { stops: STOPS.map((i) => css(table[i])), ends };
    }

    /** @param {Sheet} sheet @returns {Piece[]} */
    #scalePieces({ ratio, theme }) {
        const scale = this.#scaleOf();
        if (!scale) return [];
        /** @type {Piece["draw"]} */
        const draw = (context, x, y) => {
            const [width, height] = [SCALE.width * ratio, SCALE.height * ratio];
            const ramp = context.createLinearGradient(x, 0, x + width, 0);
            for (const [i, stop] of scale.stops.entries())
                ramp.addColorStop(i / (scale.stops.length - 1), stop);
            context.fillStyle = ramp;
            context.fillRect(x, y - height / 2, width, height);
            context.strokeStyle = theme.line;
            context.lineWidth = ratio;
            context.strokeRect(x, y - height / 2, width, height);
        };
        return [
            { room: 0, text: scale.ends[0] },
            { room: SCALE.room, text: scale.ends[1], draw },
        ];
    }
}

/** @param {Parameters<typeof drawSwatch>[1]} style @param {number} [ratio] */
function swatch(style, ratio) {
    const canvas = h("canvas", { "aria-hidden": "true" });
    drawSwatch(canvas, style, ratio);
    return canvas;
}
