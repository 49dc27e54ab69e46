/** Over the map: what its colours mean, which colours they are, and the legend. */

import { drawSwatch } from "../../draw/markers.js";
import { classColours, css, tableOf } from "../../draw/palette.js";
import { blackOnWhite } from "../../draw/theme.js";
import { REGIONS } from "../../shared/map-mode.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../../shared/map-mode.js").View} View */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../../draw/palette.js").Palette} Palette */

/** @typedef {{view(view: View): void, palette(palette: Palette): void, neurons(): void}} Choices */

const PALETTES = /** @type {const} */ (["tutorial", "safe"]);
const STOPS = [0, 64, 128, 192, 255]; // of a scale

export class MapTools {
    #localizer;
    #stale = false;
    #theme = blackOnWhite;
    #classes = 0;
    #validation = false;
    /** @type {View} */ #view = REGIONS;
    /** The unit that can be chosen again, by its layer's name. @type {{view: View, layer: string} | null} */
    #unit = null;

    /** @param {Localizer} localizer @param {Choices} choices */
    constructor(localizer, choices) {
        this.#localizer = localizer;
        this.viewName = h("span");
        this.view = h("select", {
            name: "view",
            "aria-describedby": "view-help",
            onchange: () => choices.view(this.#viewOf(this.view.value)),
        });
        this.paletteName = h("span");
        this.palettes = PALETTES.map((value) => h("option", { value }));
        this.palette = h(
            "select",
            {
                name: "palette",
                onchange: () => choices.palette(/** @type {Palette} */ (this.palette.value)),
            },
            ...this.palettes,
        );
        this.neurons = h("button", {
            type: "button",
            name: "neurons",
            "aria-pressed": "false",
            onclick: choices.neurons,
        });
        const bar = h(
            "div",
            { class: "bar" },
            h("label", {}, this.viewName, this.view),
            h("label", {}, this.paletteName, this.palette),
            this.neurons,
        );
        this.legend = h("ul");
        this.scale = h("div", { class: "scale", "aria-hidden": "true" });
        this.help = h("p", { id: "view-help" });
        const key = h("div", { class: "key" }, this.legend, this.scale, this.help);
        this.element = h("div", { class: "map-tools" }, bar, key);
        localizer.bind(() => {
            setText(this.viewName, localizer.t("view"));
            this.view.title = localizer.t("view.title");
            setText(this.paletteName, localizer.t("palette"));
            this.palette.title = localizer.t("palette.title");
            PALETTES.forEach((value, i) => {
                setText(this.palettes[i], localizer.t(`palette.${value}`));
            });
            setText(this.neurons, localizer.t("neurons"));
            this.neurons.title = localizer.t("neurons.title");
            this.legend.setAttribute("aria-label", localizer.t("legend"));
            this.#list();
        });
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#list();
    }

    /** @param {number} classes @param {boolean} validation whether some samples were set aside */
    setData(classes, validation) {
        this.#classes = classes;
        this.#validation = validation;
        this.#list();
    }

    /** @param {View} view @param {string} [layer] the unit's */
    show(view, layer) {
        this.#view = view;
        if (layer !== undefined) this.#unit = { view, layer };
        this.#list();
    }

    /** There are other units now. */
    forgetUnit() {
        this.#unit = null;
        this.#list();
    }

    /** @param {string} value @returns {View} */
    #viewOf(value) {
        if (value === "unit" && this.#unit) return this.#unit.view;
        const [kind, index = "0"] = value.split(" ");
        return { kind: /** @type {View["kind"]} */ (kind), index: Number(index), layer: 0 };
    }

    /** The legend as a picture, no wider than that. @param {number} width */
    picture(width) {
        const size = 13 * devicePixelRatio;
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

    /** The names of a view's text. @param {View} view */
    #words({ index }) {
        return { index, layer: this.#unit?.layer ?? "" };
    }

    /** Once, however much has changed. */
    #list() {
        if (!this.#stale) queueMicrotask(() => this.#relist());
        this.#stale = true;
    }

    #relist() {
        this.#stale = false;
        const t = this.#localizer.t.bind(this.#localizer);
        /** @type {View[]} */
        const views = [REGIONS, { ...REGIONS, kind: "soft" }, { ...REGIONS, kind: "unsure" }];
        for (let index = 0; index < this.#classes; index++)
            views.push({ kind: "class", index, layer: 0 });
        if (this.#unit) views.push(this.#unit.view);
        this.view.replaceChildren(
            ...views.map((view) =>
                h("option", { value: nameOf(view) }, t(`view.${view.kind}`, this.#words(view))),
            ),
        );
        this.view.value = nameOf(this.#view);
        const { kind } = this.#view;
        const dark = kind === "unit" && this.#theme.ground[0] < 128 ? ".dark" : "";
        const help = /** @type {import("../../texts/localizer.js").Key} */ (
            `view.${kind}.help${dark}`
        );
        setText(this.help, t(help, this.#words(this.#view)));
        this.#showLegend();
    }

    #showLegend() {
        const t = this.#localizer.t.bind(this.#localizer);
        const { kind } = this.#view;
        const { palette, outline, ground } = this.#theme;
        const colours = classColours(this.#classes, palette);
        const items = colours.map((colour, kind) => {
            const swatch = h("canvas", { "aria-hidden": "true" });
            drawSwatch(swatch, { kind, colour, outline });
            return h("li", {}, swatch, String(kind));
        });
        const wrong = h("li", {}, h("i", { class: "ring" }), t("legend.wrong"));
        items.push(wrong);
        if (this.#validation) {
            const swatch = h("canvas", { "aria-hidden": "true" });
            drawSwatch(swatch, { kind: 0, colour: colours[0], outline, hollow: css(ground) });
            items.push(h("li", {}, swatch, t("legend.validation")));
        }
        this.legend.replaceChildren(...items);
        const shaded = kind !== "regions" && kind !== "soft";
        this.scale.hidden = !shaded;
        if (!shaded) return;
        const table = tableOf(kind, this.#classes, this.#theme);
        const stops = STOPS.map((i) => css(table[i]));
        const ends =
            kind === "unit"
                ? ["−", "+"]
                : ["0", kind === "class" ? "1" : (1 - 1 / this.#classes).toFixed(2)];
        const ramp = h("span");
        ramp.style.background = `linear-gradient(to right, ${stops.join(", ")})`;
        this.scale.replaceChildren(ends[0], ramp, ends[1]);
    }
}

/** @param {View} view */
const nameOf = ({ kind, index }) => (kind === "class" ? `class ${index}` : kind);
