/** Under the pointer: how the network comes from logits to probabilities, term by term. */

import { drawSwatch } from "../../draw/markers.js";
import { classColours } from "../../draw/palette.js";
import { blackOnWhite } from "../../draw/theme.js";
import { metric } from "../../shared/keras-line.js";
import { columnsOf, plainLabel, shortLabel } from "../../shared/labels.js";
import { probabilitiesOf } from "../../shared/map-mode.js";
import { signed } from "../../shared/signed.js";
import { h, setText } from "../../ui/dom.js";
import { termButton } from "../../ui/terms.js";

/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../../shared/protocol.js").Probed} Answer */
/** @typedef {{index: number, truth: number, validation: boolean}} Sample */

const NARROW = 3; // columns of a label that need no room

export class PointerTable {
    #localizer;
    #theme = blackOnWhite;
    #sigmoid = false;
    /** @type {Answer | null} */ #answer = null;
    /** @type {Sample | null} */ #sample = null;
    #held = false;
    /** @type {readonly string[]} */ #labels = [];
    #unit = ""; // name of the one that the map shows
    #digits = 3; // of the place
    /**
     * @type {{row: HTMLElement, swatch: HTMLCanvasElement, z: HTMLElement, power: HTMLElement, p:
     *     HTMLElement, bar: HTMLElement}[]}
     */
    #rows = [];

    /**
     * @param {Localizer} localizer
     * @param {"h2" | "h3"} heading
     * @param {import("../host.js").Host["explain"]} explain
     */
    constructor(localizer, heading, explain) {
        this.#localizer = localizer;
        this.title = h(heading);
        this.state = h("span", { class: "value" });
        this.where = h("p", { class: "where" });
        this.logit = termButton(() => explain("logit"));
        this.heads = [h("th"), h("th", {}, this.logit), h("th"), h("th", { colspan: 2 })];
        for (const head of this.heads) head.setAttribute("scope", "col");
        this.body = h("tbody");
        this.sumName = h("th", { colspan: 2, scope: "row" });
        this.sum = h("td");
        this.total = h("td");
        this.foot = h("tr", {}, this.sumName, this.sum, this.total, h("td"));
        this.table = h(
            "table",
            {},
            h("thead", {}, h("tr", {}, ...this.heads)),
            this.body,
            h("tfoot", {}, this.foot),
        );
        this.target = h("p");
        this.loss = h("p");
        const header = h("header", {}, this.title, this.state);
        const truth = h("div", { class: "truth" }, this.target, this.loss);
        this.element = h("section", { class: "pointer" }, header, this.where, this.table, truth);
        localizer.bind(() => {
            setText(this.title, localizer.t("pointer"));
            this.table.setAttribute("aria-label", localizer.t("pointer"));
            this.#showHeads();
            this.#show();
        });
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#drawSwatches();
    }

    /** @param {readonly string[]} labels of the classes */
    setLabels(labels) {
        this.element.classList.toggle("many", labels.length > 4);
        this.element.classList.toggle("crowded", labels.length > 14);
        const isNamed = labels.some((label) => columnsOf(plainLabel(label)) > NARROW);
        this.element.classList.toggle("named", isNamed);
        this.#labels = labels.map(shortLabel);
        this.#rows = labels.map(plainLabel).map((label) => {
            const swatch = h("canvas", { "aria-hidden": "true" });
            const name = h("th", { scope: "row" }, swatch, label);
            if (isNamed) name.title = label;
            const [z, power, p] = [h("td"), h("td"), h("td")];
            const bar = h("div", { class: "bar" });
            const cell = h("td", { class: "bars" }, h("div", {}, bar));
            return { row: h("tr", {}, name, z, power, p, cell), swatch, z, power, p, bar };
        });
        this.body.replaceChildren(...this.#rows.map(({ row }) => row));
        this.#drawSwatches();
        this.show(null, null, false);
    }

    /** @param {boolean} sigmoid the output, instead of softmax */
    setOutput(sigmoid) {
        if (sigmoid === this.#sigmoid) return;
        this.#sigmoid = sigmoid;
        this.#showHeads();
        this.#show();
    }

    /** @param {number} digits of the place, after the point */
    setDigits(digits) {
        this.#digits = digits;
        this.#show();
    }

    /**
     * @param {Answer | null} answer
     * @param {Sample | null} sample that lies there
     * @param {boolean} held
     * @param {string} [unit] that the map shows
     */
    show(answer, sample, held, unit = "") {
        this.#unit = unit;
        this.#answer = answer;
        this.#sample = sample;
        this.#held = held;
        this.#show();
    }

    #showHeads() {
        const { t } = this.#localizer;
        setText(this.heads[0], t.call(this.#localizer, "pointer.class"));
        setText(this.logit, "logit z");
        setText(this.heads[2], this.#sigmoid ? "e⁻ᶻ" : "eᶻ");
        setText(this.heads[3], this.#sigmoid ? "p = 1 / (1 + e⁻ᶻ)" : "p = eᶻ / Σ eᶻ");
        this.element.classList.toggle("sigmoid", this.#sigmoid);
    }

    #show() {
        const localizer = this.#localizer;
        const t = localizer.t.bind(localizer);
        const answer = this.#answer;
        const unit = this.#unit && answer?.unit;
        const hint = answer ? t(this.#held ? "pointer.held" : "pointer.free") : "";
        setText(this.state, typeof unit === "number" ? `${this.#unit} = ${signed(unit, 2)}` : hint);
        const sigmoid = answer?.sigmoid ?? this.#sigmoid;
        const logits = answer?.logits ?? [];
        const p = answer ? probabilitiesOf(logits, sigmoid) : [];
        const best = p.indexOf(Math.max(...p));
        this.#rows.forEach(({ row, z, power, p: cell, bar }, k) => {
            const there = k < p.length;
            setText(z, there ? signed(logits[k], 2) : "–");
            setText(power, there ? short(Math.exp(sigmoid ? -logits[k] : logits[k])) : "–");
            setText(cell, there ? p[k].toFixed(4) : "–");
            bar.style.width = there ? `${(100 * p[k]).toFixed(1)}%` : "0";
            row.classList.toggle("best", sigmoid ? p[k] > 0.5 : k === best);
        });
        // With sigmoid each class stands for itself, so there is nothing to add up.
        setText(this.sumName, sigmoid ? "p > 0.5" : `${t("pointer.sum")} Σ eᶻ`);
        const sum = logits.reduce((all, z) => all + Math.exp(z), 0);
        if (sigmoid) {
            const yes = p.flatMap((value, k) => (value > 0.5 ? [this.#labels[k]] : []));
            setText(this.sum, answer ? yes.join(", ") || "∅" : "–");
            setText(this.total, "");
        } else {
            setText(this.sum, answer ? short(sum) : "–");
            setText(this.total, answer ? "1.0000" : "–");
        }
        this.#showWhere(p);
    }

    /** @param {number[]} p */
    #showWhere(p) {
        const t = this.#localizer.t.bind(this.#localizer);
        const answer = this.#answer;
        const sample = this.#sample;
        if (!answer) {
            setText(this.where, t("pointer.hint"));
            setText(this.target, t("pointer.noSample"));
            setText(this.loss, "");
            return;
        }
        const [x, y] = [answer.x, answer.y].map((value) => signed(value, this.#digits));
        const place = t("pointer.place", { x, y });
        const name = sample ? ` · ${t("pointer.sample", { sample: sample.index })}` : "";
        const aside = sample?.validation ? t("pointer.validation") : "";
        setText(this.where, place + name + aside);
        if (!sample) {
            setText(this.target, t("pointer.noSample"));
            setText(this.loss, "");
            return;
        }
        const { truth } = sample;
        const oneHot = p.map((_, k) => (k === truth ? 1 : 0));
        setText(this.target, `y_cat = [${oneHot.join(", ")}]`);
        const loss = lossOf(answer, truth);
        const formula = answer.sigmoid
            ? "= −mean(y log p + (1−y) log(1−p))"
            : `= −log ${p[truth].toFixed(loss < 1e-3 ? digitsFor(loss) : 4)}`;
        setText(this.loss, `${t("pointer.loss")} ${formula} = ${metric(loss)}`);
    }

    #drawSwatches() {
        const { palette, outline } = this.#theme;
        const colours = classColours(this.#rows.length, palette);
        this.#rows.forEach(({ swatch }, kind) => {
            drawSwatch(swatch, { kind, colour: colours[kind], outline });
        });
    }
}

/**
 * The loss of one sample, from its logits, as the core computes it.
 * @param {Answer} answer
 * @param {number} truth
 */
export function lossOf({ logits, sigmoid }, truth) {
    if (sigmoid) {
        /** log(1 + e^z), without overflow. @param {number} z */
        const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
        const losses = logits.map((z, k) => softplus(k === truth ? -z : z));
        return losses.reduce((a, b) => a + b, 0) / logits.length;
    }
    const most = Math.max(...logits);
    const sum = logits.reduce((all, z) => all + Math.exp(z - most), 0);
    return Math.log(sum) + most - logits[truth];
}

/** A number near 1, with enough digits to tell 1 − loss from 1. @param {number} loss */
const digitsFor = (loss) => Math.min(12, 3 - Math.floor(Math.log10(loss + 1e-12)));

/** A positive number in at most seven characters. @param {number} value */
function short(value) {
    if (value >= 0.001 && value < 10000) return value.toPrecision(4);
    if (value === 0 || !Number.isFinite(value)) return value === 0 ? "0" : "∞";
    return value.toExponential(1).replace("-", "−").replace("+", "");
}
