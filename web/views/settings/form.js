/** The form of settings: a label, a control, one sentence of explanation, and a sentence when it is bad. */

import { explain, fields, format, parse } from "../../shared/fields.js";
import { h, setText } from "../../ui/dom.js";
import { LayersControl, LayerTable } from "./layers.js";
import { Thumbnails } from "./thumbnails.js";

/** @typedef {import("../../core/settings.js").Settings} Settings */
/** @typedef {import("../../shared/fields.js").Field} Field */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../../texts/localizer.js").Key} Key */
/** @typedef {{code?: string, message: string}} Problem */

/** @typedef {(settings: Partial<Settings>) => Promise<unknown>} Configure rejects with what is wrong; otherwise clears the problems of these settings, and shows them all */

/**
 * What a field is set with. All of them speak text, as the element's attributes do.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {HTMLElement} [labelled] what a <label> can stand for; a group is named by aria-labelledby
 * @property {(text: string) => void} show unless a person is at it
 * @property {(given: string, bad: boolean) => void} judge shows what was given even while someone is at it
 * @property {(info: import("../../worker/engine.js").Info) => void} [setInfo]
 */

/** @typedef {(text: string) => void} Commit */

/** What the groups say of themselves while they are closed. @type {Record<string, (settings: Settings, localizer: Localizer) => string>} */
const digests = {
    training: ({ learningRate, layers }) =>
        `${learningRate} · ${format(layers).replaceAll(",", "-")}`,
    data: ({ dataset, classes, points }) =>
        `${dataset === "moons" || dataset === "circles" ? 2 : classes} × ${points}`,
    network: ({ activation }) => activation,
    optimizing: ({ optimizer }) => optimizer,
    regularization: ({ l1, l2, dropout }, localizer) =>
        [dropout && `dropout ${dropout}`, l2 && `L2 ${l2}`, l1 && `L1 ${l1}`]
            .filter(Boolean)
            .join(", ") || localizer.t("none"),
    scheduling: ({ schedule }) => schedule,
    stopping: ({ earlyStopping }, localizer) => localizer.t(earlyStopping ? "on" : "off"),
};

export class SettingsView {
    #localizer;
    #info = /** @type {import("../../worker/engine.js").Info | undefined} */ (undefined);
    /** @type {Map<string, FieldView>} */ #views = new Map();
    /** @type {Settings | undefined} */ #settings;
    /** @type {Map<string, HTMLElement>} */ #digests = new Map();
    /** @type {LayersControl | undefined} */ #layers;

    /** @param {Localizer} localizer @param {Configure} configure @param {() => void} inspect the layers' state is to be seen now */
    constructor(localizer, configure, inspect) {
        this.#localizer = localizer;
        this.element = h("form", { class: "settings", onsubmit: stop, autocomplete: "off" });
        localizer.bind(() => this.element.setAttribute("aria-label", localizer.t("settings")));
        this.table = new LayerTable(localizer, inspect, (layers) => {
            configure({ layers }).catch(() => {});
        });
        for (const group of new Set(fields.map((field) => field.group))) {
            const title = h("span");
            const digest = h("span", { class: "digest" });
            localizer.bind(() => setText(title, localizer.t(group)));
            const fold = h("details", { class: "fold" }, h("summary", {}, title, digest));
            if (group === "training") {
                fold.open = true;
                fold.classList.add("first");
                this.first = fold;
            }
            this.#digests.set(group, digest);
            if (group === "network") fold.append(this.table.element);
            for (const field of fields.filter((f) => f.group === group))
                fold.append(this.#addField(field, configure));
            this.element.append(fold);
        }
        localizer.bind(() => this.#digest());
    }

    /** Whether anyone looks at the layers' norms. */
    get wantsVitals() {
        return this.table.open;
    }

    /** On a phone everything begins as a fold. @param {boolean} folded */
    fold(folded) {
        if (this.first) this.first.open = !folded;
    }

    /** @param {import("../../worker/engine.js").Info} info */
    setInfo(info) {
        this.#info = info;
        const live = new Set(info.settings.flatMap(({ name, live }) => (live ? name : [])));
        for (const [name, view] of this.#views) {
            view.control.setInfo?.(info);
            view.element.classList.toggle("anew", !live.has(/** @type {any} */ (name)));
        }
        this.table.setInfo(info);
    }

    /** Fields that show a bad value keep it. @param {Settings} settings */
    show(settings) {
        this.#settings = settings;
        for (const [name, view] of this.#views)
            view.show(format(settings[/** @type {keyof Settings} */ (name)]), settings);
        this.table.show(settings);
        this.#digest();
    }

    /** The network as it is, and how it fares. @param {import("../../worker/vitals.js").Layer[] | undefined} layers @param {import("../../worker/vitals.js").Vital[] | undefined} vitals */
    showNetwork(layers, vitals) {
        if (layers) this.#layers?.showSizes(layers);
        this.table.showNetwork(layers, vitals);
    }

    /** @param {string} name @param {string} given @param {Problem} problem @returns {boolean} whether there is such a field */
    showProblem(name, given, problem) {
        const view = this.#views.get(name);
        view?.showProblem(given, problem);
        const fold = view?.element.closest("details");
        if (fold) fold.open = true;
        return view !== undefined;
    }

    /** @param {string} name */
    clearProblem(name) {
        this.#views.get(name)?.clearProblem();
    }

    /** @param {Field} field @param {Configure} configure */
    #addField(field, configure) {
        const view = new FieldView(field, this.#localizer, () => this.#info, configure);
        this.#views.set(field.name, view);
        if (view.control instanceof LayersControl) this.#layers = view.control;
        return view.element;
    }

    #digest() {
        const settings = this.#settings;
        if (!settings) return;
        for (const [group, element] of this.#digests)
            setText(element, digests[group](settings, this.#localizer));
    }
}

/** @param {Event} event */
const stop = (event) => event.preventDefault();

class FieldView {
    #field;
    #localizer;
    #info;
    #configure;
    /** @type {{given: string, problem: Problem} | undefined} */ #bad;
    #relevant = true;

    /**
     * @param {Field} field @param {Localizer} localizer
     * @param {() => import("../../worker/engine.js").Info | undefined} info @param {Configure} configure
     */
    constructor(field, localizer, info, configure) {
        this.#field = field;
        this.#localizer = localizer;
        this.#info = info;
        this.#configure = configure;
        const { name, kind } = field;
        /** @type {Commit} */
        const commit = (text) => this.#commit(text);
        this.control = makeControl(field, localizer, info, commit);
        const { element, labelled } = this.control;
        // Ids are private to the element's shadow root.
        this.label = labelled
            ? h("label", { for: name, class: "name" })
            : h("span", { class: "name", id: `${name}-label` });
        if (!labelled) element.setAttribute("aria-labelledby", `${name}-label`);
        (labelled ?? element).setAttribute("aria-describedby", `${name}-help ${name}-error`);
        this.help = h("p", { id: `${name}-help`, class: "help" });
        this.error = h("p", { id: `${name}-error`, class: "error", "aria-live": "polite" });
        this.element = h(
            "div",
            { class: `field of-${kind}` },
            h("div", { class: "row" }, this.label, element),
            this.help,
            this.error,
        );
        localizer.bind(() => {
            setText(this.label, localizer.t(/** @type {Key} */ (name)));
            setText(this.help, localizer.t(/** @type {Key} */ (`${name}.help`)));
            this.#tell();
        });
    }

    /** @param {string} text @param {Settings} settings */
    show(text, settings) {
        this.#relevant = this.#field.when?.(settings) ?? true;
        this.#hide();
        if (!this.#bad) this.control.show(text);
    }

    /** @param {string} given @param {Problem} problem */
    showProblem(given, problem) {
        this.#bad = { given, problem };
        this.control.judge(given, true);
        this.#tell();
    }

    clearProblem() {
        if (this.#bad) this.control.judge(this.#bad.given, false);
        this.#bad = undefined;
        this.#tell();
    }

    #tell() {
        const bad = this.#bad;
        const text = bad
            ? explain(this.#localizer, this.#info(), this.#field.name, bad.given, bad.problem)
            : "";
        setText(this.error, text);
        this.element.classList.toggle("bad", bad !== undefined);
        this.#hide();
    }

    /** What has no effect now is out of the way, unless there is something to be said about it. */
    #hide() {
        this.element.hidden = !this.#relevant && !this.#bad;
    }

    /** @param {string} given */
    async #commit(given) {
        const { name } = this.#field;
        try {
            await this.#configure({ [name]: parse(name, given) });
        } catch (error) {
            const { code, message } = /** @type {Problem & Error} */ (error);
            this.showProblem(given, { code, message });
        }
    }
}

/**
 * @param {Field} field @param {Localizer} localizer
 * @param {() => import("../../worker/engine.js").Info | undefined} info @param {Commit} commit
 * @returns {Control}
 */
function makeControl(field, localizer, info, commit) {
    switch (field.kind) {
        case "pictures":
            return new Thumbnails(field.name, localizer, commit);
        case "layers":
            return new LayersControl(localizer, commit);
        case "choice":
            return new ChoiceControl(field, commit);
        case "boolean":
            return new CheckControl(field, commit);
        default:
            return new NumberControl(field, info, commit);
    }
}

/** @implements {Control} */
class NumberControl {
    #typing = false; // and not done yet
    #text = ""; // what it says when nobody is at it

    /** @param {Field} field @param {() => import("../../worker/engine.js").Info | undefined} info @param {Commit} commit */
    constructor({ name, next }, info, commit) {
        this.element = this.labelled = h("input", {
            id: name,
            name,
            type: "text",
            inputmode: name === "turn" ? "text" : "decimal",
            spellcheck: "false",
            oninput: () => {
                this.#typing = true;
            },
            onchange: () => done(),
            onblur: () => {
                if (!this.#typing) return; // what was typed and put back is no change
                this.#typing = false;
                this.show(this.#text);
            },
            onkeydown: (/** @type {KeyboardEvent} */ event) => press(event),
        });
        const done = () => {
            this.#typing = false;
            commit(this.element.value);
        };
        /** Arrow keys lead to the next sensible value. @param {KeyboardEvent} event */
        const press = (event) => {
            const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
            const setting = info()?.settings.find((s) => s.name === name);
            const value = parse(name, this.element.value);
            if (!direction || !next || !setting) return;
            if (typeof value !== "number" || Number.isNaN(value)) return;
            event.preventDefault();
            const { minimum, maximum } = setting;
            const nearest = Math.min(maximum, Math.max(minimum, next(value, direction)));
            this.element.value = String(nearest);
            done();
        };
    }

    /** @param {string} text */
    show(text) {
        this.#text = text;
        if (!this.#typing) this.element.value = text;
    }

    /** @param {string} given @param {boolean} bad */
    judge(given, bad) {
        if (bad) this.element.value = this.#text = given;
        this.element.setAttribute("aria-invalid", String(bad));
    }
}

/** The choices carry the names that Keras gives them, in both languages. @implements {Control} */
class ChoiceControl {
    #name;

    /** @param {Field} field @param {Commit} commit */
    constructor({ name }, commit) {
        this.#name = name;
        this.element = this.labelled = h("select", {
            id: name,
            name,
            onchange: () => commit(this.element.value),
        });
    }

    /** @param {import("../../worker/engine.js").Info} info */
    setInfo(info) {
        const choices = info.settings.find(({ name }) => name === this.#name)?.choices ?? [];
        this.element.replaceChildren(...choices.map((value) => h("option", { value }, value)));
    }

    /** @param {string} text */
    show(text) {
        this.element.value = text;
    }

    /** @param {string} _given @param {boolean} bad */
    judge(_given, bad) {
        this.element.setAttribute("aria-invalid", String(bad));
    }
}

/** @implements {Control} */
class CheckControl {
    /** @param {Field} field @param {Commit} commit */
    constructor({ name }, commit) {
        this.element = this.labelled = h("input", {
            id: name,
            name,
            type: "checkbox",
            onchange: () => commit(String(this.element.checked)),
        });
    }

    /** @param {string} text */
    show(text) {
        this.element.checked = text === "true";
    }

    /** @param {string} _given @param {boolean} bad */
    judge(_given, bad) {
        this.element.setAttribute("aria-invalid", String(bad));
    }
}
