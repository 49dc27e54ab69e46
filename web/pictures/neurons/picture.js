/** The output of every unit of a hidden layer all over the plane: a small map each. */

import { tableOf, wordsOf } from "../../draw/palette.js";
import { arePlain, featureLabel } from "../../shared/features.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../host.js").Picture} Picture */
/** @typedef {import("../host.js").Frame} Frame */
/** @typedef {import("../host.js").Host} Host */
/** @typedef {import("./observe.js").Units} Units */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

const BLANK = 255; // of Int8Array's values 128 to 255 are the negative ones

/** @implements {Picture} */
export class NeuronsPicture {
    #localizer;
    #scene;
    #painter;
    #colours = new Uint32Array(256);
    /** @type {Units | undefined} */ #units;
    /** @type {{button: HTMLButtonElement, context: CanvasRenderingContext2D}[]} */ #cells = [];
    #image = new ImageData(1, 1);

    /** @param {Host} host */
    constructor({ localizer, scene, painter, heading }) {
        this.#localizer = localizer;
        this.#scene = scene;
        this.#painter = painter;
        this.title = h(heading);
        this.out = h("button", {
            type: "button",
            class: "close",
            onclick: () => scene.showUnits({ open: false }),
        });
        this.layerName = h("span");
        this.layerChoice = h("select", {
            name: "layer",
            onchange: () => scene.showUnits({ layer: this.layerChoice.selectedIndex }),
        });
        this.lines = h("input", {
            type: "checkbox",
            name: "lines",
            onchange: () => scene.showUnits({ lines: this.lines.checked }),
        });
        this.linesName = h("span");
        this.linesLabel = h("label", {}, this.lines, this.linesName);
        this.help = h("p", { class: "help" });
        this.inputs = h("p", { class: "help", hidden: true });
        this.grid = h("div", {
            class: "unit-maps",
            role: "group",
            onkeydown: (/** @type {KeyboardEvent} */ event) => this.#walk(event),
        });
        this.element = h(
            "section",
            { class: "neurons", hidden: true },
            h("header", {}, this.title, this.out),
            h(
                "div",
                { class: "bar" },
                h("label", {}, this.layerName, this.layerChoice),
                this.linesLabel,
            ),
            this.help,
            this.inputs,
            this.grid,
        );
        localizer.bind(() => {
            setText(this.title, localizer.t("neurons"));
            this.grid.setAttribute("aria-label", localizer.t("neurons"));
            setText(this.out, localizer.t("neurons.close"));
            setText(this.layerName, localizer.t("neurons.layer"));
            setText(this.linesName, localizer.t("neurons.lines"));
            this.linesLabel.title = localizer.t("neurons.lines.title");
            this.#listLayers();
            this.#name();
        });
        painter.add("units", { draw: () => this.#draw(), first: true });
        scene.on("units", (isLed) => this.#follow(isLed));
        scene.on("mode", () => this.#press());
        this.#follow();
    }

    /** @returns {import("../observers.js").Wish} */
    wants() {
        const { open, layer } = this.#scene.units;
        return open ? { units: layer } : {};
    }

    /** @param {Frame} frame */
    take({ network, seen }) {
        const { units } = seen;
        if (network) this.#listLayers();
        if (!units || units.layer !== this.#scene.units.layer) return;
        this.#setUnits(units);
        this.#painter.invalidate("units");
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        const words = wordsOf(tableOf("unit", 1, theme));
        for (let value = -128; value < 128; value++)
            this.#colours[value & BLANK] = words[Math.round(127.5 + value)] ?? words[255];
        this.#painter.invalidate("units");
    }

    /** @param {string} [detail] "lines": the tick that draws them on the map */
    reveal(detail) {
        this.#scene.showUnits({ open: true });
        return detail === "lines" ? this.linesLabel : this.element;
    }

    /** @param {Units} units */
    #setUnits(units) {
        const old = this.#units;
        this.#units = units;
        const count = units.dead.length;
        if (this.#cells.length !== count || old?.layer !== units.layer) this.#fill(count);
        if (this.#image.width !== units.side) this.#image = new ImageData(units.side, units.side);
        if (!old || units.dead.some((dead, i) => dead !== old.dead[i])) this.#name();
    }

    /** Shows it, hides it, or shows another layer. @param {boolean} [isLed] */
    #follow(isLed = false) {
        const { open, layer } = this.#scene.units;
        const opened = open && this.element.hidden;
        this.element.hidden = !open;
        this.lines.checked = this.#scene.units.lines;
        if (this.layerChoice.selectedIndex !== layer) this.#listLayers();
        // On a phone it would begin below the screen.
        if (opened && isLed) this.element.scrollIntoView({ block: "nearest" });
        this.#press();
    }

    /** Marks the unit that is on the map. */
    #press() {
        this.#cells.forEach(({ button }, index) => {
            button.setAttribute("aria-pressed", String(this.#scene.isShown(index)));
        });
    }

    #draw() {
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
        const { hiddenLayers, units, features } = this.#scene;
        const hasLines = hiddenLayers.length > 0 && arePlain(features);
        this.layerChoice.replaceChildren(
            ...hiddenLayers.map(({ name, units }) =>
                h("option", {}, t("neurons.option", { name, units })),
            ),
        );
        this.layerChoice.selectedIndex = hiddenLayers.length ? units.layer : -1;
        this.layerChoice.disabled = hiddenLayers.length === 0;
        this.lines.disabled = !hasLines;
        setText(this.help, t(hiddenLayers.length ? "neurons.help" : "neurons.none"));
        const inputs = { features: features.map(featureLabel).join(", ") };
        setText(this.inputs, t(hasLines ? "neurons.inputs" : "neurons.curves", inputs));
        this.inputs.hidden = hiddenLayers.length === 0 || features.join() === "x,y";
        if (hiddenLayers.length === 0) this.#fill(0);
    }

    /** @param {number} count of units */
    #fill(count) {
        const side = this.#units?.side ?? 1;
        const shown = Array.from({ length: count }, (_, i) => i).findIndex((i) =>
            this.#scene.isShown(i),
        );
        const first = Math.max(0, shown);
        this.#cells = Array.from({ length: count }, (_, index) => {
            const canvas = h("canvas", { width: side, height: side });
            const button = h(
                "button",
                {
                    type: "button",
                    tabindex: index === first ? 0 : -1,
                    onclick: () => this.#scene.chooseUnit(index),
                },
                canvas,
            );
            const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
            return { button, context };
        });
        this.grid.replaceChildren(...this.#cells.map(({ button }) => button));
        this.#name();
        this.#press();
    }

    #name() {
        const t = this.#localizer.t.bind(this.#localizer);
        this.#cells.forEach(({ button }, index) => {
            const dead = this.#units?.dead[index] === 1;
            button.title = t(dead ? "neurons.dead" : "neurons.unit", { index });
            button.classList.toggle("silent", dead);
        });
    }

    /** There is one tab stop; arrow keys move from unit to unit. @param {KeyboardEvent} event */
    #walk(event) {
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
        if (!next) return;
        for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
        next.focus();
    }
}
