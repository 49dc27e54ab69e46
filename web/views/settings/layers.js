/** The network's editor: its hidden layers as a row of boxes, and the same layer by layer. */

import { activationsOf } from "../../core/settings.js";
import { parse } from "../../shared/fields.js";
import { fromLayer, layerTexts } from "../../shared/setting-text.js";
import { h, icon, setText } from "../../ui/dom.js";

/** @typedef {import("../../core/settings.js").Settings} Settings */
/** @typedef {import("../../core/settings.js").LayerSetting} LayerSetting */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./form.js").Control} Control */
/** @typedef {import("../../worker/vitals.js").Layer} Layer */
/** @typedef {import("../../worker/vitals.js").Vital} Vital */

const PLUS = "M7 3h2v4h4v2H9v4H7V9H3V7h4z";
const MINUS = "M3 7h10v2H3z";
const FIRST_UNITS = 16; // of the first layer that is added
const LEAST_UNITS = 8; // that one is halved to: with few units a network often dies

/** @param {LayerSetting} layer */
const unitsOf = (layer) => (typeof layer === "number" ? layer : layer.units);

/** 128 – 64 – 32 – 16. @implements {Control} */
export class LayersControl {
    #localizer;
    #commit;
    #most = 1; // layers
    #mostUnits = 1;
    #output = "softmax";
    /** What the boxes say when nobody is at them. @type {string[]} */ #texts = [];
    /** @type {{item: HTMLElement, box: HTMLInputElement, count: HTMLElement, own: HTMLElement}[]} */ #boxes =
        [];
    #typing = false;
    #text = ""; // what was to be shown last
    #bad = false;
    /** @type {Layer[]} */ #layers = [];

    /** @param {Localizer} localizer @param {import("./form.js").Commit} commit a list such as "64,32:tanh" */
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
        this.element = h("div", { class: "layers", role: "group" }, this.total, this.row);
        localizer.bind(() => this.#tell());
        this.#lay();
    }

    /** @param {import("../../worker/engine.js").Info} info */
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

    /** @param {Layer[]} layers */
    showSizes(layers) {
        this.#layers = layers;
        this.#output = layers.at(-1)?.output ?? this.#output;
        this.#tell();
    }

    /** As many boxes as there are layers; those that stay keep the focus. */
    #lay() {
        const texts = this.#texts;
        while (this.#boxes.length > texts.length) this.#boxes.pop()?.item.remove();
        while (this.#boxes.length < texts.length) this.#boxes.push(this.#makeBox());
        const items = texts.length ? this.#boxes.map(({ item }) => item) : [this.none];
        // What is taken out and put in again would lose the focus.
        if (this.row.childElementCount !== items.length + 1 || !items[0].isConnected)
            this.row.replaceChildren(...items, h("span", { class: "ends" }, this.remove, this.add));
        this.#boxes.forEach(({ box }, l) => {
            // A box has room for the units; an activation of its own stands below.
            const text = this.#bad ? texts[l] : texts[l].split(":")[0];
            if (box.value !== text) box.value = text;
        });
        this.#disable(this.add, texts.length >= this.#most, this.remove);
        this.#disable(this.remove, texts.length === 0, this.add);
        this.#tell();
    }

    /** The focus does not fall off a button that goes out of use. @param {HTMLButtonElement} button @param {boolean} off @param {HTMLElement} other */
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
        const isList = layerTexts(own).length > 1 || /^\s*none\s*$/i.test(own);
        this.#commit(isList ? own : texts.filter(Boolean).join(",") || "none");
    }

    /** What a box stands for: a number alone keeps the activation that the layer has. @param {number} l */
    #textOf(l) {
        const text = this.#boxes[l].box.value.trim();
        const own = this.#texts[l]?.split(":")[1];
        return text && own && !text.includes(":") ? `${text}:${own}` : text;
    }

    /** Up and down double and halve. @param {KeyboardEvent} event @param {number} l */
    #press(event, l) {
        const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
        const { box } = this.#boxes[l];
        const [layer] = /** @type {LayerSetting[]} */ (parse("layers", this.#textOf(l)));
        if (!direction || layer === undefined || Number.isNaN(unitsOf(layer))) return;
        event.preventDefault();
        const doubled = Math.round(unitsOf(layer) * 2 ** direction);
        const units = Math.min(this.#mostUnits, Math.max(1, doubled));
        box.value = fromLayer(typeof layer === "number" ? units : { ...layer, units });
        this.#change(l);
    }

    #add() {
        const last = this.#texts.at(-1);
        const units = last ? unitsOf(/** @type {LayerSetting[]} */ (parse("layers", last))[0]) : 0;
        // Half as many, but no fewer than that, unless it is narrower already.
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
        const isSigmoid = this.#output === "sigmoid";
        setText(this.none, t(isSigmoid ? "layers.none.sigmoid" : "layers.none"));
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

/** One line a layer: its activation, its parameters, its norms and its dead units. */
export class LayerTable {
    #localizer;
    #configure;
    /** @type {readonly string[]} */ #choices = [];
    /** @type {readonly LayerSetting[]} */ #settings = [];
    /** @type {Layer[]} */ #layers = [];
    /** @type {Vital[]} */ #vitals = [];
    /** @type {Row[]} */ #rows = [];

    /** @param {Localizer} localizer @param {() => void} inspect the norms are to be seen now @param {(layers: LayerSetting[]) => void} configure */
    constructor(localizer, inspect, configure) {
        this.#localizer = localizer;
        this.#configure = configure;
        const title = h("span", { class: "name" });
        const help = h("p", { class: "help" });
        this.list = h("ol", { class: "layer-list" });
        this.element = h("div", { class: "field layer-table" }, title, help, this.list);
        this.open = false;
        // The fold that it will stand in tells when it is opened.
        const observer = new IntersectionObserver((entries) => {
            const open = entries.some(({ isIntersecting }) => isIntersecting);
            if (open && !this.open) queueMicrotask(inspect);
            this.open = open;
        });
        observer.observe(this.element);
        localizer.bind(() => {
            setText(title, localizer.t("layers.detail"));
            setText(help, localizer.t("layers.detail.help"));
            this.#write();
        });
    }

    /** @param {import("../../worker/engine.js").Info} info */
    setInfo(info) {
        this.#choices = activationsOf(info.settings);
    }

    /** @param {Settings} settings */
    show({ layers }) {
        this.#settings = layers;
        this.#write();
    }

    /** @param {Layer[] | undefined} layers @param {Vital[] | undefined} vitals */
    showNetwork(layers, vitals) {
        if (!layers && !vitals) return;
        if (layers) this.#layers = layers;
        this.#vitals = vitals ?? [];
        this.#write();
    }

    #write() {
        // Between a change and the network that it makes, the old lines stay.
        if (this.#layers.length !== this.#settings.length + 1) return;
        while (this.#rows.length > this.#layers.length) this.#rows.pop()?.element.remove();
        while (this.#rows.length < this.#layers.length) this.#makeRow();
        const t = this.#localizer.t.bind(this.#localizer);
        this.#rows.forEach((row, l) => {
            const { units, parameters } = this.#layers[l];
            const setting = this.#settings[l];
            const vital = this.#vitals[l];
            const isHidden = setting !== undefined;
            const key = isHidden ? "layers.hidden" : "layers.output";
            setText(row.name, t(key, { layer: l + 1, units }));
            setText(row.count, grouped(parameters));
            row.select.hidden = row.remove.hidden = !isHidden;
            setText(row.output, isHidden ? "" : (this.#layers[l].output ?? ""));
            const [first] = row.select.options;
            if (first) setText(first, t("layers.common"));
            row.select.value = typeof setting === "object" ? setting.activation : "";
            row.select.setAttribute("aria-label", t("layers.activation", { layer: l + 1 }));
            row.remove.setAttribute("aria-label", t("layers.removeOne", { layer: l + 1 }));
            row.remove.title = t("layers.removeOne", { layer: l + 1 });
            setText(row.weights, `‖W‖ ${short(vital?.kernel)}`);
            setText(row.gradient, `‖∇‖ ${short(vital?.gradient)}`);
            setText(
                row.dead,
                isHidden && vital ? t("layers.dead", { dead: vital.dead, units }) : "",
            );
            // Some always are, with relu; half of them are a reason to look.
            row.dead.classList.toggle("many", 2 * (vital?.dead ?? 0) >= units);
        });
    }

    #makeRow() {
        const l = this.#rows.length;
        const select = h(
            "select",
            { onchange: () => this.#choose(l, select.value) },
            ...["", ...this.#choices].map((value) => h("option", { value }, value)),
        );
        const remove = h("button", { type: "button", onclick: () => this.#remove(l) });
        remove.append(icon(MINUS));
        /** @type {Row} */
        const row = {
            element: h("li"),
            name: h("span", { class: "layer-name" }),
            select,
            remove,
            output: h("span", { class: "layer-output" }),
            count: h("span", { class: "count" }),
            weights: h("span"),
            gradient: h("span"),
            dead: h("span", { class: "dead" }),
        };
        const vitals = h("div", { class: "vitals" }, row.weights, row.gradient, row.dead);
        const line = h("div", { class: "layer-line" }, row.name, select, row.output, row.count);
        line.append(remove);
        row.element.append(line, vitals);
        this.#rows.push(row);
        this.list.append(row.element);
    }

    /** @param {number} l @param {string} activation "" for the common one */
    #choose(l, activation) {
        const layers = [...this.#settings];
        const units = unitsOf(layers[l]);
        layers[l] = activation ? { units, activation } : units;
        this.#configure(layers);
    }

    /** @param {number} l */
    #remove(l) {
        const layers = this.#settings.filter((_, i) => i !== l);
        this.#configure(layers);
        // The last line's button is about to go.
        const next = this.#rows[Math.min(l, layers.length - 1)];
        (next?.remove ?? this.element.closest("details")?.querySelector("summary"))?.focus();
    }
}

/** @typedef {{element: HTMLElement, name: HTMLElement, select: HTMLSelectElement, remove: HTMLButtonElement, output: HTMLElement, count: HTMLElement, weights: HTMLElement, gradient: HTMLElement, dead: HTMLElement}} Row */

/** 8256 as 8,256 @param {number} n */
const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** Three figures in at most six characters. @param {number} [n] */
function short(n) {
    if (n === undefined || Number.isNaN(n)) return "–";
    if (n !== 0 && (n < 1e-3 || n >= 1e4)) return n.toExponential(1).replace("e+", "e");
    return n.toPrecision(3).slice(0, 6);
}
