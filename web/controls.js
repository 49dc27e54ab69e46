/** The form of settings: a label, a field, one sentence of explanation, and a sentence when it is bad. */

import { h, setText } from "./dom.js";
import { explain, fields, format, parse } from "./settings.js";

/** @typedef {import("./lab.js").Settings} Settings */
/** @typedef {import("./settings.js").Field} Field */
/** @typedef {import("./strings.js").Localizer} Localizer */
/** @typedef {import("./strings.js").Key} Key */
/** @typedef {{code?: string, message: string}} Problem */

/** @typedef {(settings: Partial<Settings>) => Promise<unknown>} Configure rejects with what is wrong; otherwise clears the problems of these settings, and shows them all */

export class SettingsView {
    /** @type {import("./engine.js").Info | undefined} */ #info;
    /** @type {Map<string, FieldView>} */ #views = new Map();

    /** @param {Localizer} localizer @param {Configure} configure */
    constructor(localizer, configure) {
        this.element = h("form", { class: "settings", onsubmit: stop, autocomplete: "off" });
        localizer.bind(() => this.element.setAttribute("aria-label", localizer.t("settings")));
        for (const group of /** @type {const} */ (["training", "data"])) {
            const legend = h("legend");
            localizer.bind(() => setText(legend, localizer.t(group)));
            const set = h("fieldset", {}, legend);
            for (const field of fields.filter((f) => f.group === group)) {
                const view = new FieldView(field, localizer, () => this.#info, configure);
                this.#views.set(field.name, view);
                set.append(view.element);
            }
            this.element.append(set);
        }
    }

    /** @param {import("./engine.js").Info} info */
    setInfo(info) {
        this.#info = info;
    }

    /** Fields that show a bad value keep it. @param {Settings} settings */
    show(settings) {
        for (const [name, view] of this.#views)
            view.show(format(settings[/** @type {keyof Settings} */ (name)]));
    }

    /** @param {string} name @param {string} given @param {Problem} problem @returns {boolean} whether there is such a field */
    showProblem(name, given, problem) {
        const view = this.#views.get(name);
        view?.showProblem(given, problem);
        return view !== undefined;
    }

    /** @param {string} name */
    clearProblem(name) {
        this.#views.get(name)?.clearProblem();
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
    #typing = false; // and not done yet

    /**
     * @param {Field} field @param {Localizer} localizer
     * @param {() => import("./engine.js").Info | undefined} info @param {Configure} configure
     */
    constructor(field, localizer, info, configure) {
        this.#field = field;
        this.#localizer = localizer;
        this.#info = info;
        this.#configure = configure;
        const { name } = field;
        // Ids are private to the element's shadow root.
        this.label = h("label", { for: name });
        this.input = h("input", {
            id: name,
            name,
            type: "text",
            inputmode: name === "layers" || name === "turn" ? "text" : "decimal",
            spellcheck: "false",
            "aria-describedby": `${name}-help ${name}-error`,
            oninput: () => {
                this.#typing = true;
            },
            onchange: () => this.#commit(),
            onkeydown: (/** @type {KeyboardEvent} */ event) => this.#press(event),
        });
        this.help = h("p", { id: `${name}-help`, class: "help" });
        this.error = h("p", { id: `${name}-error`, class: "error" });
        this.element = h(
            "div",
            { class: "field" },
            h("div", { class: "row" }, this.label, this.input),
            this.help,
            this.error,
        );
        localizer.bind(() => {
            setText(this.label, localizer.t(/** @type {Key} */ (name)));
            setText(this.help, localizer.t(/** @type {Key} */ (`${name}.help`)));
            this.#tell();
        });
    }

    /** @param {string} text */
    show(text) {
        if (!this.#bad && !this.#typing) this.input.value = text;
    }

    /** @param {string} given @param {Problem} problem */
    showProblem(given, problem) {
        this.#bad = { given, problem };
        this.input.value = given;
        this.#tell();
    }

    clearProblem() {
        this.#bad = undefined;
        this.#tell();
    }

    #tell() {
        const bad = this.#bad;
        const text = bad
            ? explain(this.#localizer, this.#info(), this.#field.name, bad.given, bad.problem)
            : "";
        setText(this.error, text);
        this.input.setAttribute("aria-invalid", String(bad !== undefined));
        this.element.classList.toggle("bad", bad !== undefined);
    }

    async #commit() {
        const { name } = this.#field;
        const given = this.input.value;
        this.#typing = false;
        try {
            await this.#configure({ [name]: parse(name, given) });
        } catch (error) {
            const { code, message } = /** @type {Problem & Error} */ (error);
            this.showProblem(given, { code, message });
        }
    }

    /** Arrow keys lead to the next sensible value. @param {KeyboardEvent} event */
    #press(event) {
        const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
        const { name, next } = this.#field;
        const setting = this.#info()?.settings.find((s) => s.name === name);
        const value = parse(name, this.input.value);
        if (!direction || !next || !setting || typeof value !== "number" || Number.isNaN(value))
            return;
        event.preventDefault();
        const { minimum, maximum } = setting;
        const nearest = Math.min(maximum, Math.max(minimum, next(value, direction)));
        this.input.value = String(nearest);
        this.#commit();
    }
}
