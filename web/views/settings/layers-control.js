/** The hidden layers as a row of boxes: 128 – 64 – 32 – 16. */

import { parse } from "../../shared/fields.js";
import { directionOf, doubles, nextRung } from "../../shared/ladders.js";
import { fromLayer, layerTexts, tidy, unitsOf } from "../../shared/setting-text.js";
import { h, icon, setText } from "../../ui/dom.js";
import { grouped } from "../../ui/numbers.js";
import { MINUS, PLUS } from "./icons.js";

/** @typedef {import("../../core/settings.js").LayerSetting} LayerSetting */
/** @typedef {import("../../shared/protocol.js").Layer} Layer */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./controls.js").Control} Control */

const FIRST_UNITS = 16; // of the first layer that is added
const LEAST_UNITS = 8; // that one is halved to: with few units a network often dies

/** @implements {Control} */
export class LayersControl {
    #localizer;
    #commit;
    #most = 1; // layers
    #mostUnits = 1;
    #sigmoid = false;
    /** What the boxes show while nobody is typing. @type {string[]} */ #texts = [];
    /** @type {{item: HTMLElement, box: HTMLInputElement, count: HTMLElement, own: HTMLElement}[]} */ #boxes =
        [];
    #typing = false;
    #text = ""; // what was shown last
    #bad = false;
    /** @type {readonly Layer[]} */ #layers = [];

    /**
     * @param {Localizer} localizer
     * @param {import("./controls.js").Commit} commit a list such as "64,32:tanh"
     */
    constructor(localizer, commit) {
        this.#localizer = localizer;
        this.#commit = commit;
        this.total = h("span", { class: "total" });
        this.none = h("span", { class: "none" });
        this.row = h("div", { class: "boxes" });
        this.add = h("button", { type: "button", class: "add", onclick: () => this.#add() });
        this.remove = h("button", {
            type: "button",
            class: "remove",
            onclick: () => this.#remove(),
        });
        this.add.append(icon(PLUS));
        this.remove.append(icon(MINUS));
        // Beside the boxes, not after the last one: they stay where they are, however many there are.
        const ends = h("div", { class: "ends" }, this.remove, this.add);
        this.element = h("div", { class: "layers", role: "group" }, this.total, this.row, ends);
        localizer.bind(() => this.#tell());
        this.#lay();
    }

    /** @param {import("../../shared/protocol.js").Info} info */
    setInfo({ limits }) {
        this.#most = limits.hiddenLayers;
        this.#mostUnits = limits.units;
        this.#lay();
    }

    /** @param {string} text */
    show(text) {
        this.#text = text;
        if (this.#typing) return;
        this.#texts = layerTexts(text);
        this.#lay();
    }

    /** @param {string} given @param {boolean} bad */
    judge(given, bad) {
        this.#bad = bad;
        if (bad) {
            this.#text = given;
            this.#texts = layerTexts(given).slice(0, this.#most);
            this.#lay();
        }
        for (const { box } of this.#boxes) box.setAttribute("aria-invalid", String(bad));
    }

    /** @param {import("../../shared/protocol.js").Network} network */
    showNetwork({ layers, sigmoid }) {
        this.#layers = layers;
        this.#sigmoid = sigmoid;
        this.#tell();
    }

    /** As many boxes as there are layers; those that stay keep the focus. */
    #lay() {
        const texts = this.#texts;
        while (this.#boxes.length > texts.length) this.#boxes.pop()?.item.remove();
        while (this.#boxes.length < texts.length) {
            const made = this.#makeBox();
            this.#boxes.push(made);
            this.row.append(made.item);
        }
        if (texts.length) this.none.remove();
        else this.row.append(this.none);
        this.#boxes.forEach(({ box }, l) => {
            // A box has room for the units; an activation of its own stands below.
            const text = this.#bad ? texts[l] : texts[l].split(":")[0];
            if (box.value !== text) box.value = text;
        });
        this.#disable(this.add, texts.length >= this.#most, this.remove);
        this.#disable(this.remove, texts.length === 0, this.add);
        this.#tell();
    }

    /**
     * Disables a button; if it had the focus, the other one gets it.
     * @param {HTMLButtonElement} button
     * @param {boolean} off
     * @param {HTMLElement} other
     */
    #disable(button, off, other) {
        const focused = button.matches(":focus");
        button.disabled = off;
        if (off && focused) other.focus();
    }

    #makeBox() {
        const l = this.#boxes.length;
        const box = h("input", {
            type: "text",
            name: "layers",
            inputmode: "numeric",
            spellcheck: "false",
            "aria-describedby": "layers-help layers-error",
            oninput: () => {
                this.#typing = true;
            },
            onchange: () => this.#change(l),
            onblur: () => {
                if (!this.#typing) return; // what was typed and put back is no change
                this.#typing = false;
                this.show(this.#text);
            },
            onkeydown: (/** @type {KeyboardEvent} */ event) => this.#press(event, l),
        });
        const count = h("span", { class: "count" });
        const own = h("span", { class: "count" });
        const item = h("span", { class: "layer" }, box, count, own);
        return { item, box, count, own };
    }

    /** A list typed into one box is the whole network. @param {number} l */
    #change(l) {
        this.#typing = false;
        const own = this.#boxes[l].box.value;
        const texts = this.#boxes.map((_, i) => this.#textOf(i));
        const isList = layerTexts(own).length > 1 || tidy(own) === "none";
        this.#commit(isList ? own : texts.filter(Boolean).join(",") || "none");
    }

    /**
     * What a box stands for: a number alone keeps the activation that the layer has.
     * @param {number} l
     */
    #textOf(l) {
        const text = tidy(this.#boxes[l].box.value);
        const own = this.#texts[l]?.split(":")[1];
        return text && own && !text.includes(":") ? `${text}:${own}` : text;
    }

    /** Up and down lead to the next power of two. @param {KeyboardEvent} event @param {number} l */
    #press(event, l) {
        const direction = directionOf(event.key);
        const { box } = this.#boxes[l];
        const [layer] = /** @type {LayerSetting[]} */ (parse("layers", this.#textOf(l)));
        if (!direction || layer === undefined || Number.isNaN(unitsOf(layer))) return;
        event.preventDefault();
        const limits = { minimum: 1, maximum: this.#mostUnits };
        const units = nextRung(doubles, limits, unitsOf(layer), direction);
        box.value = fromLayer(typeof layer === "number" ? units : { ...layer, units });
        this.#change(l);
    }

    #add() {
        const last = this.#texts.at(-1);
        const units = last ? unitsOf(/** @type {LayerSetting[]} */ (parse("layers", last))[0]) : 0;
        // Half as many, but at least LEAST_UNITS, unless it is narrower already.
        const next = Math.max(Math.min(units, LEAST_UNITS), Math.round(units / 2)) || FIRST_UNITS;
        this.#commit([...this.#texts, next].join(","));
    }

    #remove() {
        this.#commit(this.#texts.slice(0, -1).join(",") || "none");
    }

    #tell() {
        const t = this.#localizer.t.bind(this.#localizer);
        const layers = this.#layers;
        const sum = layers.reduce((n, { parameters }) => n + parameters, 0);
        setText(this.total, sum ? t("layers.total", { count: grouped(sum) }) : "");
        setText(this.none, t(this.#sigmoid ? "layers.none.sigmoid" : "layers.none"));
        this.#boxes.forEach(({ box, count, own }, l) => {
            setText(own, this.#texts[l]?.split(":")[1] ?? "");
            box.setAttribute("aria-label", t("layers.units", { layer: l + 1 }));
            // While a change is on its way, the sizes are still those of the network before.
            const parameters = layers.length - 1 === this.#boxes.length && layers[l]?.parameters;
            setText(count, parameters ? grouped(parameters) : "");
            count.title = parameters
                ? t("layers.parameters", { layer: l + 1, count: grouped(parameters) })
                : "";
        });
        this.add.title = t("layers.add.help");
        this.add.setAttribute("aria-label", t("layers.add"));
        this.remove.title = t("layers.remove");
        this.remove.setAttribute("aria-label", t("layers.remove"));
    }
}
