/** The settings as a form: folds of fields, each built when it is opened for the first time. */

import { classesOf } from "../../shared/datasets.js";
import { fields, format } from "../../shared/fields.js";
import { h, setText } from "../../ui/dom.js";
import { FieldView } from "./field.js";
import { LayerTable } from "./layer-table.js";

/** @typedef {import("../../core/settings.js").Settings} Settings */
/** @typedef {import("../../pictures/host.js").Frame} Frame */
/** @typedef {import("../../shared/fields.js").Group} Group */
/** @typedef {import("../../shared/protocol.js").Info} Info */
/** @typedef {import("../../shared/protocol.js").Network} Network */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./field.js").Configure} Configure */
/** @typedef {import("./field.js").Problem} Problem */

/**
 * What the groups say of themselves while they are closed.
 * @type {Record<Group, (settings: Settings, localizer: Localizer) => string>}
 */
const digests = {
    training: ({ learningRate, layers }) =>
        `${learningRate} · ${format(layers).replaceAll(",", "-")}`,
    data: (settings) => `${classesOf(settings)} × ${settings.points}`,
    network: ({ activation }) => activation,
    optimizing: ({ optimizer }) => optimizer,
    regularization: ({ l1, l2, dropout }, localizer) =>
        [dropout && `dropout ${dropout}`, l2 && `L2 ${l2}`, l1 && `L1 ${l1}`]
            .filter(Boolean)
            .join(", ") || localizer.t("none"),
    scheduling: ({ schedule }) => schedule,
    stopping: ({ earlyStopping }, localizer) => localizer.t(earlyStopping ? "on" : "off"),
};

/** @typedef {{element: HTMLDetailsElement, digest: HTMLElement, build(): void}} Fold */

export class SettingsForm {
    #localizer;
    #configure;
    #inspect;
    /** @type {Map<Group, Fold>} */ #folds = new Map();
    /** Those that are built. @type {Map<keyof Settings, FieldView>} */ #views = new Map();
    /** @type {LayerTable | undefined} */ #table;
    /** @type {Info | undefined} */ #info;
    /** @type {Settings | undefined} */ #settings;
    /** @type {Network | undefined} */ #network;

    /**
     * @param {Localizer} localizer
     * @param {Configure} configure
     * @param {() => void} inspect the layers' state is to be seen now
     */
    constructor(localizer, configure, inspect) {
        this.#localizer = localizer;
        this.#configure = configure;
        this.#inspect = inspect;
        this.element = h("form", {
            class: "settings",
            autocomplete: "off",
            onsubmit: (/** @type {Event} */ event) => event.preventDefault(),
        });
        for (const group of new Set(fields.map((field) => field.group))) {
            const fold = this.#makeFold(group);
            this.#folds.set(group, fold);
            this.element.append(fold.element);
        }
        localizer.bind(() => {
            this.element.setAttribute("aria-label", localizer.t("settings"));
            this.#digest();
        });
    }

    /** @returns {import("../../pictures/observers.js").Wish} */
    wants() {
        return this.#table?.open ? { layers: true } : {};
    }

    /** The first group stands open; on a phone everything begins folded. @param {boolean} folded */
    fold(folded) {
        const first = this.#folds.get("training");
        if (!first) return;
        if (!folded) first.build();
        first.element.open = !folded;
    }

    /** What was opened is closed; the first group stays as it is. */
    startOver() {
        for (const [group, { element }] of this.#folds)
            if (group !== "training") element.open = false;
    }

    /** @param {Info} info */
    setInfo(info) {
        this.#info = info;
        for (const view of this.#views.values()) view.setInfo(info);
        this.#table?.setInfo(info);
    }

    /** Fields that show a bad value keep it. @param {Settings} settings */
    show(settings) {
        this.#settings = settings;
        for (const view of this.#views.values()) view.show(settings);
        this.#table?.show(settings);
        this.#digest();
    }

    /** The network as it is, and how it fares. @param {Frame} frame */
    take({ network, seen }) {
        if (network) {
            this.#network = network;
            for (const { control } of this.#views.values()) control.showNetwork?.(network);
        }
        this.#table?.showNetwork(network, seen.layers);
    }

    /**
     * @param {string} name of a setting
     * @param {string} given
     * @param {Problem} problem
     * @returns {boolean} whether there is such a field
     */
    showProblem(name, given, problem) {
        const field = fields.find((candidate) => candidate.name === name);
        if (!field) return false;
        const fold = /** @type {Fold} */ (this.#folds.get(field.group));
        fold.build();
        fold.element.open = true;
        this.#views.get(field.name)?.showProblem(given, problem);
        return true;
    }

    /** @param {string} name of a setting */
    clearProblem(name) {
        this.#views.get(/** @type {keyof Settings} */ (name))?.clearProblem();
    }

    /** @param {Group} group @returns {Fold} */
    #makeFold(group) {
        const localizer = this.#localizer;
        const title = h("span");
        const digest = h("span", { class: "digest" });
        localizer.bind(() => setText(title, localizer.t(group)));
        let isBuilt = false;
        const build = () => {
            if (isBuilt) return;
            isBuilt = true;
            if (group === "network") element.append(this.#makeTable().element);
            for (const field of fields.filter((f) => f.group === group)) {
                const view = new FieldView(field, localizer, () => this.#info, this.#configure);
                this.#views.set(field.name, view);
                if (this.#info) view.setInfo(this.#info);
                if (this.#network) view.control.showNetwork?.(this.#network);
                if (this.#settings) view.show(this.#settings);
                element.append(view.element);
            }
        };
        // A click comes before the fold opens; what opens it by itself is heard of only afterwards.
        const summary = h("summary", { onclick: build }, title, digest);
        const element = h("details", { class: "fold", "data-group": group }, summary);
        element.addEventListener("toggle", build);
        element.classList.toggle("first", group === "training");
        return { element, digest, build };
    }

    #makeTable() {
        const table = new LayerTable(this.#localizer, this.#inspect, (layers) => {
            this.#configure({ layers }).catch(() => {});
        });
        if (this.#info) table.setInfo(this.#info);
        if (this.#settings) table.show(this.#settings);
        if (this.#network) table.showNetwork(this.#network, undefined);
        this.#table = table;
        return table;
    }

    #digest() {
        const settings = this.#settings;
        if (!settings) return;
        for (const [group, { digest }] of this.#folds)
            setText(digest, digests[group](settings, this.#localizer));
    }
}
