/**
 * The settings as a form: the data as pictures, and folds of fields, each built when it is opened
 * for the first time.
 */

import { classesOf, DatasetMemory, isMade, pointsFor } from "../../shared/datasets.js";
import { featureLabel } from "../../shared/features.js";
import { fields, format, parse } from "../../shared/fields.js";
import { fromLayers } from "../../shared/setting-text.js";
import { valueWords } from "../../texts/setting-words.js";
import { h, label, setText } from "../../ui/dom.js";
import { whenAsked } from "../../ui/when-asked.js";
import { Asked } from "./asked.js";
import { FieldView } from "./field.js";
import { LayerTable } from "./layer-table.js";

/** @typedef {import("../../core/settings.js").Settings} Settings */
/** @typedef {import("../../pictures/host.js").Frame} Frame */
/** @typedef {import("../../shared/fields.js").Group} Group */
/** @typedef {import("../../shared/protocol.js").Info} Info */
/** @typedef {import("../../shared/protocol.js").Network} Network */
/** @typedef {import("../../texts/localizer.js").Key} Key */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./asked.js").Configure} Configure */
/** @typedef {import("./asked.js").Texts} Texts */
/** @typedef {import("./field.js").Problem} Problem */

/** What makes the classes mix. @param {Settings} settings */
function strayOf({ dataset, noise, clusterStd, classSep }) {
    if (dataset === "blobs") return clusterStd;
    return dataset === "classification" ? classSep : noise;
}

/**
 * What the groups say of themselves while they are closed.
 * @type {Record<Group, (settings: Settings, localizer: Localizer) => string>}
 */
const digests = {
    training: ({ learningRate, layers }) =>
        `${learningRate} · ${format(layers).replaceAll(",", "-")}`,
    data: (settings, localizer) => {
        const { dataset, points } = settings;
        if (!isMade(dataset)) return localizer.t("dataset.given");
        const counts =
            typeof points === "number" ? `${classesOf(settings)} × ${points}` : points.join(", ");
        return `${counts} · ${strayOf(settings)}`;
    },
    network: ({ features, activation }) =>
        `${features.map(featureLabel).join(", ")} · ${activation}`,
    optimizing: ({ optimizer }) => optimizer,
    regularization: ({ l1, l2, dropout }, localizer) =>
        [dropout && `dropout ${dropout}`, l2 && `L2 ${l2}`, l1 && `L1 ${l1}`]
            .filter(Boolean)
            .join(", ") || localizer.t("none"),
    scheduling: ({ schedule }) => schedule,
    stopping: ({ earlyStopping }, localizer) => localizer.t(earlyStopping ? "on" : "off"),
};

/** @typedef {{element: HTMLDetailsElement, digest: HTMLElement, build(): void}} Fold */

/** Those that stand in a group's fold; pictures stand above the folds. @param {Group} group */
const fieldsOf = (group) =>
    fields.filter((field) => field.group === group && field.kind !== "pictures");

export class SettingsForm {
    #localizer;
    #asked;
    #inspect;
    #datasets = new DatasetMemory();
    /** @type {Map<Group, Fold>} */ #folds = new Map();
    /** The fields that are built. @type {Map<keyof Settings, FieldView>} */ #views = new Map();
    /** @type {LayerTable | undefined} */ #table;
    /** @type {Info | undefined} */ #info;
    /** The present ones; empty before show() is first called. */
    #settings = /** @type {Settings} */ ({});
    /** @type {Network | undefined} */ #network;
    /** Of the map. @type {import("../../shared/protocol.js").Bounds | undefined} */ #plane;
    /** @type {import("../../draw/theme.js").Theme | undefined} */ #theme;
    /** Names of the only settings to be seen; null: all. @type {readonly string[] | null} */
    #only = null;

    /**
     * @param {Localizer} localizer
     * @param {object} host
     * @param {Configure} host.configure
     * @param {() => void} host.inspect the layers' state is to be seen now
     * @param {() => void} [host.openFile] points are to come from a file; left out where they cannot
     * @param {boolean} [isLandmark] of the page; a form is one by its name
     */
    constructor(localizer, { configure, inspect, openFile }, isLandmark = true) {
        this.#localizer = localizer;
        this.#asked = new Asked(configure);
        this.#inspect = inspect;
        const dialog = { type: "button", "aria-haspopup": "dialog" };
        this.openFile =
            openFile && h("button", { ...dialog, class: "open-file", onclick: openFile });
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
            if (this.openFile)
                label(this.openFile, localizer.t("table.open"), localizer.t("table.open.help"));
            if (isLandmark) this.element.setAttribute("aria-label", localizer.t("settings"));
            this.#digest();
        });
    }

    /** @returns {import("../../pictures/observers.js").Wish} */
    wants() {
        return this.#table?.open ? { layers: true } : {};
    }

    /** One group begins open; on a phone all begin folded. @param {boolean} folded */
    fold(folded) {
        this.#buildPictures();
        const open = this.#folds.get("training");
        if (!open) return;
        if (!folded) open.build();
        open.element.open = !folded;
    }

    /**
     * Forgets how each kind of data was left, so that the next person finds the noise that suits
     * it.
     */
    forgetDatasets() {
        this.#datasets.clear();
    }

    /** Which settings are to be seen, without their folds. @param {readonly string[] | null} names */
    limit(names) {
        this.#only = names;
        this.element.classList.toggle("only", names !== null);
        if (names) this.#buildPictures();
        for (const [group, { element, build }] of this.#folds) {
            const some = fieldsOf(group).some(({ name }) => this.#offers(name));
            element.hidden = !some;
            if (!names || !some) continue;
            build();
            element.open = true;
        }
        for (const [name, view] of this.#views) view.offer(this.#offers(name));
        for (const button of this.#openers) button.hidden = !this.#offers("dataset");
    }

    get #openers() {
        return this.openFile ? [this.openFile] : [];
    }

    /** @param {string} name of a setting */
    #offers(name) {
        return this.#only?.includes(name) ?? true;
    }

    /** Closes the folds; the first group stays as it is. */
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

    /** Shows the settings; fields with a bad value keep it. @param {Settings} settings */
    show(settings) {
        this.#settings = settings;
        this.#write();
    }

    /** The settings as they will be once all requests are carried out. */
    get asked() {
        return this.#asked.over(this.#settings);
    }

    /**
     * Asks for something, as if it were typed; what is wrong with it is said beside it.
     * @param {Texts} texts by the settings' names
     */
    async ask(texts) {
        const asking = this.#asked.ask(texts);
        this.#write();
        const done = await asking;
        if (!done) return;
        const names = Object.keys(done.texts);
        const about = (/** @type {string} */ name) =>
            this.#info?.settings.find((s) => s.name === name)?.code === done.error?.code;
        const bad = done.error && (names.find(about) ?? names[0]);
        for (const name of names) if (name !== bad) this.clearProblem(name);
        // Another value may have been asked for since.
        if (bad && this.#asked.textOf(bad) === undefined) {
            const { code, message } = /** @type {Problem} */ (done.error);
            this.showProblem(bad, done.texts[bad], { code, message });
        }
        this.#write();
    }

    /** @param {import("../../draw/theme.js").Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        for (const { control } of this.#views.values()) control.setTheme?.(theme);
    }

    /** Shows the network, its layers' health and the plane of its data. @param {Frame} frame */
    take({ data, network, seen }) {
        if (data) {
            this.#plane = data.bounds;
            for (const { control } of this.#views.values()) control.showPlane?.(data.bounds);
        }
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
        this.#buildPictures();
        if (field.kind !== "pictures") this.#unfold(field.group);
        this.#views.get(field.name)?.showProblem(given, problem);
        return true;
    }

    /** @param {string} name of a setting */
    clearProblem(name) {
        this.#views.get(/** @type {keyof Settings} */ (name))?.clearProblem();
    }

    /**
     * The element of a setting, of the layers' table, or of all the training's settings; for a
     * setting without effect its fold.
     * @param {string} [name] of a setting, or "layerTable"
     */
    reveal(name) {
        const isTable = name === "layerTable";
        const field = fields.find((candidate) => candidate.name === name);
        const fold = this.#unfold(isTable ? "network" : (field?.group ?? "training"));
        const view = field && this.#views.get(field.name);
        const element = isTable ? this.#table?.element : view?.element;
        return element && !element.hidden ? element : fold.element;
    }

    /**
     * The settings as text: the data's kind, the training's, and others that differ from the
     * initial ones; or the only ones that are shown.
     * @returns {[name: string, value: string][]}
     */
    list() {
        const settings = this.#settings;
        const { defaults } = this.#info ?? {};
        if (!this.#hasSettings || !defaults) return [];
        /** @param {import("../../shared/fields.js").Field} field */
        const counts = ({ name, group, when }) => {
            if (this.#only) return this.#offers(name);
            if (!(when?.(settings) ?? true)) return false;
            if (name === "dataset" || group === "training") return true;
            return format(settings[name]) !== format(defaults[name]);
        };
        return fields
            .filter(counts)
            .map(({ name }) => [
                this.#localizer.t(/** @type {Key} */ (name)),
                valueWords(this.#localizer, name, settings[name]),
            ]);
    }

    /** @param {Group} group */
    #unfold(group) {
        const fold = /** @type {Fold} */ (this.#folds.get(group));
        fold.build();
        fold.element.open = true;
        return fold;
    }

    /** @param {Group} group @returns {Fold} */
    #makeFold(group) {
        const localizer = this.#localizer;
        const title = h("span");
        const digest = h("span", { class: "digest" });
        localizer.bind(() => setText(title, localizer.t(group)));
        const build = whenAsked(() => {
            if (group === "network") element.append(this.#makeTable().element);
            for (const field of fieldsOf(group)) element.append(this.#makeView(field).element);
        });
        // A click comes before the fold opens; if a script or the browser's search opens it, only
        // "toggle" tells.
        const summary = h("summary", { onclick: build }, title, digest);
        const element = h("details", { class: "fold", "data-group": group }, summary);
        element.addEventListener("toggle", build);
        element.classList.toggle("first", group === "training");
        return { element, digest, build };
    }

    /** They stand above the folds. */
    #buildPictures() {
        for (const field of fields) {
            if (field.kind !== "pictures" || this.#views.has(field.name)) continue;
            this.element.prepend(...this.#openers, this.#makeView(field).element);
        }
    }

    /** @param {import("../../shared/fields.js").Field} field */
    #makeView(field) {
        const { name } = field;
        const view = new FieldView(
            field,
            this.#localizer,
            () => this.#info,
            (text) => this.ask(this.#withOthers(name, text)),
        );
        this.#views.set(name, view);
        if (this.#info) view.setInfo(this.#info);
        if (this.#network) view.control.showNetwork?.(this.#network);
        if (this.#plane) view.control.showPlane?.(this.#plane);
        if (this.#theme) view.control.setTheme?.(this.#theme);
        if (this.#hasSettings) view.show(this.asked, this.#asked.textOf(name));
        view.offer(this.#offers(name));
        return view;
    }

    #makeTable() {
        const table = new LayerTable(this.#localizer, this.#inspect, (layers) =>
            this.ask({ layers: fromLayers(layers) }),
        );
        if (this.#info) table.setInfo(this.#info);
        if (this.#hasSettings) table.show(this.asked);
        if (this.#network) table.showNetwork(this.#network, undefined);
        this.#table = table;
        return table;
    }

    /**
     * A setting with those that come with it, as text.
     * @param {keyof Settings} name
     * @param {string} text
     * @returns {Texts}
     */
    #withOthers(name, text) {
        if (name === "dataset") return this.#withOwn(text);
        const { points } = this.asked;
        if (name !== "classes" || typeof points === "number" || !this.#info)
            return { [name]: text };
        const classes = Number(parse(name, text));
        const most = this.#info.limits.classes;
        const fitted = classes >= 2 && classes <= most ? pointsFor(points, classes) : points;
        return { classes: text, points: format(fitted) };
    }

    /**
     * The settings that come with a kind of data, as text.
     * @param {string} dataset
     * @returns {Texts}
     */
    #withOwn(dataset) {
        if (!this.#info) return { dataset };
        const settings = this.#datasets.choose(this.asked, dataset, this.#info.defaults);
        return Object.fromEntries(Object.entries(settings).map(([k, value]) => [k, format(value)]));
    }

    get #hasSettings() {
        return this.#settings.layers !== undefined;
    }

    #write() {
        if (!this.#hasSettings) return;
        const settings = this.asked;
        for (const [name, view] of this.#views) view.show(settings, this.#asked.textOf(name));
        this.#table?.show(settings);
        this.#digest();
    }

    #digest() {
        if (!this.#hasSettings) return;
        const settings = this.asked;
        for (const [group, { digest }] of this.#folds)
            setText(digest, digests[group](settings, this.#localizer));
    }
}
