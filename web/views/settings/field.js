/**
 * A field of the settings: a label, a control, one sentence of explanation, and one when it is bad.
 */

import { format, parse } from "../../shared/fields.js";
import { explain } from "../../texts/explain.js";
import { h, setText } from "../../ui/dom.js";
import { makeControl } from "./controls.js";

/** @typedef {import("../../core/settings.js").Settings} Settings */
/** @typedef {import("../../shared/fields.js").Field} Field */
/** @typedef {import("../../shared/protocol.js").Info} Info */
/** @typedef {import("../../texts/localizer.js").Key} Key */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./controls.js").Commit} Commit */
/** @typedef {{code?: string, message: string}} Problem */

/**
 * @typedef {(settings: Partial<Settings>) => Promise<unknown>} Configure rejects with what is
 *     wrong; otherwise clears the problems of these settings, and shows them all
 */

export class FieldView {
    #field;
    #localizer;
    #info;
    #configure;
    /** @type {{given: string, problem: Problem} | undefined} */ #bad;
    #relevant = true;
    #offered = true;

    /**
     * @param {Field} field @param {Localizer} localizer
     * @param {() => Info | undefined} info @param {Configure} configure
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

    /** @param {Info} info */
    setInfo(info) {
        this.control.setInfo?.(info);
        const { live = false } = info.settings.find(({ name }) => name === this.#field.name) ?? {};
        this.element.classList.toggle("anew", !live);
    }

    /** @param {Settings} settings */
    show(settings) {
        this.#relevant = this.#field.when?.(settings) ?? true;
        this.#hide();
        if (!this.#bad) this.control.show(format(settings[this.#field.name]));
    }

    /** Whether it is one of those that are to be seen at all. @param {boolean} offered */
    offer(offered) {
        this.#offered = offered;
        this.#hide();
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
        this.element.hidden = !this.#offered || (!this.#relevant && !this.#bad);
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
