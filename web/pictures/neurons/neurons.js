/** What every unit of a hidden layer puts out all over the plane: a small map each. */

import { tableOf, wordsOf } from "../../draw/palette.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../../worker/portrait.js").Units} Units */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

/** @typedef {{layer(): void, unit(index: number): void, lines(): void, close(): void}} Choices something else was chosen */

const BLANK = 255; // of Int8Array's values 128 to 255 are the negative ones

export class NeuronsView {
    #localizer;
    #choices;
    #colours = new Uint32Array(256);
    /** @type {import("../../shared/map-mode.js").Network["hidden"]} */ #hidden = [];
    /** @type {Units | undefined} */ #units;
    /** @type {{button: HTMLButtonElement, context: CanvasRenderingContext2D}[]} */ #cells = [];
    #image = new ImageData(1, 1);
    #chosen = -1;

    /** @param {Localizer} localizer @param {"h2" | "h3"} heading @param {Choices} choices */
    constructor(localizer, heading, choices) {
        this.#localizer = localizer;
        this.#choices = choices;
        this.title = h(heading);
        this.close = h("button", { type: "button", class: "close", onclick: choices.close });
        this.layerName = h("span");
        this.layerChoice = h("select", { name: "layer", onchange: choices.layer });
        this.lines = h("input", { type: "checkbox", name: "lines", onchange: choices.lines });
        this.linesName = h("span");
        this.linesLabel = h("label", {}, this.lines, this.linesName);
        this.help = h("p", { class: "help" });
        this.grid = h("div", {
            class: "unit-maps",
            role: "group",
            onkeydown: (/** @type {KeyboardEvent} */ event) => this.#press(event),
        });
        this.element = h(
            "section",
            { class: "neurons", hidden: true },
            h("header", {}, this.title, this.close),
            h(
                "div",
                { class: "bar" },
                h("label", {}, this.layerName, this.layerChoice),
                this.linesLabel,
            ),
            this.help,
            this.grid,
        );
        localizer.bind(() => {
            setText(this.title, localizer.t("neurons"));
            this.grid.setAttribute("aria-label", localizer.t("neurons"));
            setText(this.close, localizer.t("neurons.close"));
            setText(this.layerName, localizer.t("neurons.layer"));
            setText(this.linesName, localizer.t("neurons.lines"));
            this.linesLabel.title = localizer.t("neurons.lines.title");
            this.#listLayers();
            this.#name();
        });
    }

    /** The layer that is to be seen. */
    get layer() {
        return Math.max(0, this.layerChoice.selectedIndex);
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        const words = wordsOf(tableOf("unit", 1, theme));
        for (let value = -128; value < 128; value++)
            this.#colours[value & BLANK] = words[Math.round(127.5 + value)] ?? words[255];
        this.draw();
    }

    /** @param {import("../../shared/map-mode.js").Network["hidden"]} hidden */
    setLayers(hidden) {
        this.#hidden = hidden;
        this.#units = undefined;
        this.#listLayers();
    }

    /** @param {Units} units */
    setUnits(units) {
        const old = this.#units;
        this.#units = units;
        const count = units.dead.length;
        if (this.#cells.length !== count || old?.layer !== units.layer) this.#fill(count);
        if (this.#image.width !== units.side) this.#image = new ImageData(units.side, units.side);
        if (!old || units.dead.some((dead, i) => dead !== old.dead[i])) this.#name();
    }

    /** The unit on the map; -1: none. @param {number} index */
    choose(index) {
        this.#chosen = index;
        this.#cells.forEach(({ button }, i) => {
            button.setAttribute("aria-pressed", String(i === index));
        });
    }

    draw() {
        if (!this.#units || this.element.hidden) return;
        const { maps, side } = this.#units;
        const words = new Uint32Array(this.#image.data.buffer);
        this.#cells.forEach(({ context }, unit) => {
            for (let row = 0; row < side; row++) {
                const from = (unit * side + side - 1 - row) * side;
                for (let column = 0; column < side; column++)
                    words[row * side + column] = this.#colours[maps[from + column] & BLANK];
            }
            context.putImageData(this.#image, 0, 0);
        });
    }

    #listLayers() {
        const t = this.#localizer.t.bind(this.#localizer);
        const { layer } = this;
        this.layerChoice.replaceChildren(
            ...this.#hidden.map(({ name, units }) =>
                h("option", {}, t("neurons.option", { name, units })),
            ),
        );
        this.layerChoice.selectedIndex = Math.min(layer, this.#hidden.length - 1);
        this.layerChoice.disabled = this.lines.disabled = this.#hidden.length === 0;
        setText(this.help, t(this.#hidden.length ? "neurons.help" : "neurons.none"));
        if (this.#hidden.length === 0) this.#fill(0);
    }

    /** @param {number} count of units */
    #fill(count) {
        const side = this.#units?.side ?? 1;
        this.#cells = Array.from({ length: count }, (_, index) => {
            const canvas = h("canvas", { width: side, height: side });
            const button = h(
                "button",
                {
                    type: "button",
                    tabindex: index === Math.max(0, this.#chosen) ? 0 : -1,
                    "aria-pressed": String(index === this.#chosen),
                    onclick: () => this.#choices.unit(index),
                },
                canvas,
            );
            const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
            return { button, context };
        });
        this.grid.replaceChildren(...this.#cells.map(({ button }) => button));
        this.#name();
    }

    #name() {
        const t = this.#localizer.t.bind(this.#localizer);
        this.#cells.forEach(({ button }, index) => {
            const dead = this.#units?.dead[index] === 1;
            button.title = t(dead ? "neurons.dead" : "neurons.unit", { index });
            button.classList.toggle("silent", dead);
        });
    }

    /** One stop for the tab key; arrow keys walk from unit to unit. @param {KeyboardEvent} event */
    #press(event) {
        const buttons = this.#cells.map(({ button }) => button);
        const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
        const top = buttons[0]?.offsetTop;
        const across = Math.max(1, buttons.filter((b) => b.offsetTop === top).length);
        /** @type {Record<string, number>} */
        const to = {
            ArrowLeft: at - 1,
            ArrowRight: at + 1,
            ArrowUp: at - across,
            ArrowDown: at + across,
            Home: 0,
            End: buttons.length - 1,
        };
        const next = buttons[to[event.key]];
        if (!(event.key in to) || at < 0) return;
        event.preventDefault();
        event.stopPropagation();
        if (!next) return;
        for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
        next.focus();
    }
}
