/** The network layer by layer: activation, parameters, norms and dead units, one line each. */

import { activationsOf } from "../../core/settings.js";
import { featureLabel } from "../../shared/features.js";
import { unitsOf } from "../../shared/setting-text.js";
import { h, icon, setText } from "../../ui/dom.js";
import { grouped } from "../../ui/numbers.js";
import { MINUS } from "./icons.js";

/** @typedef {import("../../core/settings.js").LayerSetting} LayerSetting */
/** @typedef {import("../../core/settings.js").Settings} Settings */
/** @typedef {import("../../pictures/layers/observe.js").LayerState} LayerState */
/** @typedef {import("../../shared/protocol.js").Layer} Layer */
/** @typedef {import("../../shared/protocol.js").Network} Network */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

export class LayerTable {
    #localizer;
    #ask;
    /** @type {readonly string[]} */ #choices = [];
    /** @type {readonly LayerSetting[]} */ #settings = [];
    /** @type {readonly string[]} */ #features = [];
    /** @type {readonly Layer[]} */ #layers = [];
    #sigmoid = false;
    /** @type {readonly LayerState[]} */ #states = [];
    /** @type {Row[]} */ #rows = [];

    /**
     * @param {Localizer} localizer
     * @param {() => void} inspect asks for the norms, which are shown now
     * @param {(layers: LayerSetting[]) => void} ask for other layers; show() is called before it
     *     returns
     */
    constructor(localizer, inspect, ask) {
        this.#localizer = localizer;
        this.#ask = ask;
        const title = h("span", { class: "name" });
        const help = h("p", { class: "help" });
        this.input = h("p", { class: "layer-input" });
        this.list = h("ol", { class: "layer-list" });
        this.element = h("div", { class: "field layer-table" }, title, help, this.input, this.list);
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

    /** @param {import("../../shared/protocol.js").Info} info */
    setInfo(info) {
        this.#choices = activationsOf(info.settings);
    }

    /** @param {Settings} settings */
    show({ layers, features }) {
        this.#settings = layers;
        this.#features = features;
        this.#write();
    }

    /**
     * Shows the network, and its layers' health.
     * @param {Network | undefined} network
     * @param {readonly LayerState[] | undefined} states
     */
    showNetwork(network, states) {
        if (!network && !states) return;
        if (network) {
            this.#layers = network.layers;
            this.#sigmoid = network.sigmoid;
        }
        this.#states = states ?? [];
        this.#write();
    }

    #write() {
        const output = this.#layers.at(-1);
        if (!output) return;
        const count = this.#settings.length + 1;
        while (this.#rows.length > count) this.#rows.pop()?.element.remove();
        while (this.#rows.length < count) this.#makeRow();
        // While a change is on its way, what is known describes the network before it.
        const isKnown = this.#layers.length === count;
        const t = this.#localizer.t.bind(this.#localizer);
        const features = this.#features.map(featureLabel).join(", ");
        setText(this.input, t("layers.input", { units: this.#features.length, features }));
        this.#rows.forEach((row, l) => {
            const setting = this.#settings[l];
            const isHidden = setting !== undefined;
            const units = isHidden ? unitsOf(setting) : output.units;
            const parameters = isKnown ? this.#layers[l].parameters : undefined;
            const state = isKnown ? this.#states[l] : undefined;
            const key = isHidden ? "layers.hidden" : "layers.output";
            setText(row.name, t(key, { layer: l + 1, units }));
            setText(row.count, parameters ? grouped(parameters) : "");
            row.select.hidden = row.remove.hidden = !isHidden;
            setText(row.output, isHidden ? "" : this.#sigmoid ? "sigmoid" : "softmax");
            const [first] = row.select.options;
            if (first) setText(first, t("layers.common"));
            row.select.value = typeof setting === "object" ? setting.activation : "";
            row.select.setAttribute("aria-label", t("layers.activation", { layer: l + 1 }));
            row.remove.setAttribute("aria-label", t("layers.removeOne", { layer: l + 1 }));
            row.remove.title = t("layers.removeOne", { layer: l + 1 });
            setText(row.weights, `‖W‖ ${short(state?.kernel)}`);
            setText(row.gradient, `‖∇‖ ${short(state?.gradient)}`);
            setText(
                row.dead,
                isHidden && state ? t("layers.dead", { dead: state.dead, units }) : "",
            );
            // With relu some always are dead; half of them are a reason to look.
            row.dead.classList.toggle("many", 2 * (state?.dead ?? 0) >= units);
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
        this.#ask(layers);
    }

    /** @param {number} l */
    #remove(l) {
        const layers = this.#settings.filter((_, i) => i !== l);
        this.#ask(layers);
        // The button that was pressed is about to disappear.
        const next = this.#rows[Math.min(l, layers.length - 1)];
        (next?.remove ?? this.element.closest("details")?.querySelector("summary"))?.focus();
    }
}

/**
 * @typedef {{element: HTMLElement, name: HTMLElement, select: HTMLSelectElement, remove:
 *     HTMLButtonElement, output: HTMLElement, count: HTMLElement, weights: HTMLElement, gradient:
 *     HTMLElement, dead: HTMLElement}} Row
 */

/** Three figures in at most six characters. @param {number} [n] */
function short(n) {
    if (n === undefined || Number.isNaN(n)) return "–";
    if (n !== 0 && (n < 1e-3 || n >= 1e4)) return n.toExponential(1).replace("e+", "e");
    return n.toPrecision(3).slice(0, 6);
}
