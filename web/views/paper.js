/**
 * What a printer gets instead of the lab: its pictures and numbers and no controls, black on white,
 * on one sheet.
 */

import { metric } from "../shared/keras-line.js";
import { h } from "../ui/dom.js";

/** @typedef {import("../pictures/host.js").Run} Run */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {[name: string, value: string]} Row */

const MANY = 20; // rows, from which on they are set smaller, so that the curves have room below

/**
 * @typedef {object} Content what is left out of the lab is undefined
 * @property {HTMLElement} [map]
 * @property {HTMLElement} [judgement]
 * @property {HTMLElement} [curves]
 * @property {Run} [results]
 * @property {{rows: readonly Row[], all: boolean}} [settings] all: whether the settings that are
 *     not listed are the tutorial's
 */

export class Paper {
    #localizer;
    #whole;

    /**
     * @param {Localizer} localizer
     * @param {boolean} whole it is all of the page: it has a title, and a line for a name
     */
    constructor(localizer, whole) {
        this.#localizer = localizer;
        this.#whole = whole;
        this.element = h("div", { class: "paper" });
    }

    /** @param {Content} content @returns {boolean} whether there is anything on it */
    fill({ map, judgement, curves, results, settings }) {
        const t = this.#localizer.t.bind(this.#localizer);
        const numbers = h("section", {});
        if (results) numbers.append(list(this.#resultsOf(results)));
        if (settings)
            numbers.append(h("p", { class: "caption" }, t("settings")), list(settings.rows));
        if (settings?.all) numbers.append(h("p", { class: "others" }, t("print.others")));
        const columns = [
            [map, judgement],
            [numbers.hasChildNodes() ? numbers : undefined, curves],
        ]
            .map((pieces) => pieces.filter((piece) => piece !== undefined))
            .filter((pieces) => pieces.length > 0)
            .map((pieces) => h("div", {}, ...pieces));
        const head = this.#whole ? [headOf(this.#localizer, t("title"))] : [];
        this.element.replaceChildren(...head, h("div", { class: "columns" }, ...columns));
        return columns.length > 0;
    }

    /** @param {Run} run @returns {Row[]} */
    #resultsOf({ progress, validation }) {
        const t = this.#localizer.t.bind(this.#localizer);
        const { epoch, step, stepsPerEpoch: steps, loss, accuracy } = progress;
        /** @type {Row[]} */
        const rows = [
            [t("print.epoch"), step ? t("print.within", { epoch, step, steps }) : String(epoch)],
        ];
        if (!Number.isNaN(loss))
            rows.push([t("loss"), metric(loss)], [t("accuracy"), metric(accuracy)]);
        if (validation) {
            rows.push(["val_loss", metric(validation.val_loss)]);
            rows.push(["val_accuracy", metric(validation.val_accuracy)]);
        }
        return rows;
    }
}

/**
 * A title, and lines for a name and a date.
 * @param {Localizer} localizer
 * @param {string} title
 */
export function headOf(localizer, title) {
    const t = localizer.t.bind(localizer);
    const blank = () => h("span", { class: "blank" });
    const person = h("p", {}, t("print.name"), blank(), t("print.date"), blank());
    return h("header", {}, h("h1", {}, title), person);
}

/** @param {readonly Row[]} rows */
const list = (rows) =>
    h(
        "dl",
        { class: rows.length > MANY && "many" },
        ...rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
    );
