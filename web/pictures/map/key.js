/** The map's key: which mark is which class, what a shade means, and a sentence about the mode. */

import { drawSwatch } from "../../draw/markers.js";
import { classColours, css, tableOf } from "../../draw/palette.js";
import { blackOnWhite } from "../../draw/theme.js";
import { shortLabel } from "../../shared/labels.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../host.js").Theme} Theme */
/** @typedef {import("../scene.js").Scene} Scene */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../../texts/localizer.js").Key} Key */

const STOPS = [0, 64, 128, 192, 255]; // of the scale's shades
const FONT = 13; // CSS pixels, of the legend as a picture

export class MapKey {
    #localizer;
    #scene;
    #theme = blackOnWhite;

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
        const t = this.#localizer.t.bind(this.#localizer);
        const { kind } = this.#scene.mode;
        this.legend.setAttribute("aria-label", t("legend"));
        const dark = kind === "unit" && this.#theme.ground[0] < 128 ? ".dark" : "";
        setText(this.help, t(/** @type {Key} */ (`view.${kind}.help${dark}`), words));
        this.#showLegend();
        this.#showScale();
    }

    /** The legend as a picture, no wider than that. @param {number} width */
    picture(width) {
        const size = FONT * devicePixelRatio;
        const line = 1.6 * size;
        const canvas = h("canvas");
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        const font = `${size}px ${this.#theme.sans}`;
        context.font = font;
        let [left, middle] = [0, line / 2];
        const places = Array.from(this.legend.children, (item) => {
            const text = item.textContent ?? "";
            const room = 2.2 * size + context.measureText(text).width;
            if (left > 0 && left + room > width) [left, middle] = [0, middle + line];
            left += room;
            return { mark: item.firstElementChild, text, x: left - room, middle };
        });
        [canvas.width, canvas.height] = [width, Math.ceil(middle + line / 2)];
        Object.assign(context, { font, fillStyle: this.#theme.text, textBaseline: "middle" });
        context.strokeStyle = this.#theme.text;
        for (const { mark, text, x, middle } of places) {
            if (mark instanceof HTMLCanvasElement) {
                context.drawImage(mark, x, middle - mark.height / 2);
            } else {
                context.beginPath();
                context.arc(x + size / 2, middle, 0.4 * size, 0, 2 * Math.PI);
                context.stroke();
            }
            context.fillText(text, x + 1.3 * size, middle);
        }
        return canvas;
    }

    #showLegend() {
        const t = this.#localizer.t.bind(this.#localizer);
        const { data, validation, classes } = this.#scene;
        const { palette, outline, ground } = this.#theme;
        const colours = classColours(classes, palette);
        const items = (data?.labels ?? []).map((label, kind) =>
            h("li", {}, swatch({ kind, colour: colours[kind], outline }), shortLabel(label)),
        );
        items.push(h("li", {}, h("i", { class: "ring" }), t("legend.wrong")));
        if (validation.includes(1)) {
            const style = { kind: 0, colour: colours[0], outline, hollow: css(ground) };
            items.push(h("li", {}, swatch(style), t("legend.validation")));
        }
        this.legend.replaceChildren(...items);
    }

    #showScale() {
        const { mode, classes } = this.#scene;
        const { kind } = mode;
        const shaded = kind !== "regions" && kind !== "soft";
        this.scale.hidden = !shaded;
        if (!shaded) return;
        const table = tableOf(kind, classes, this.#theme);
        const stops = STOPS.map((i) => css(table[i]));
        const ends =
            kind === "unit"
                ? ["−", "+"]
                : ["0", kind === "class" ? "1" : (1 - 1 / classes).toFixed(2)];
        const ramp = h("span");
        ramp.style.background = `linear-gradient(to right, ${stops.join(", ")})`;
        this.scale.replaceChildren(ends[0], ramp, ends[1]);
    }
}

/** @param {Parameters<typeof drawSwatch>[1]} style */
function swatch(style) {
    const canvas = h("canvas", { "aria-hidden": "true" });
    drawSwatch(canvas, style);
    return canvas;
}
