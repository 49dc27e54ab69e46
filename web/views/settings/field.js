/**
 * A field of the settings: a label, a control, one sentence of explanation, and one when it is bad.
 */

import { format } from "../../shared/fields.js";
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

export class FieldView {
    #field;
    #localizer;
    #info;
    /** @type {{given: string, problem: Problem} | undefined} */ #bad;
    #relevant = true;
    #offered = true;

    /**
     * @param {Field} field @param {Localizer} localizer
     * @param {() => Info | undefined} info @param {Commit} commit
     */
    constructor(field, localizer, info, commit) {
        this.#field = field;
        this.#localizer = localizer;
        this.#info = info;
        const { name, kind } = field;
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

    /**
     * A bad value stays until another one is asked for.
     * @param {Settings} settings
     * @param {string} [asked] what is on its way, as it was typed
     */
    show(settings, asked) {
        this.#relevant = this.#field.when?.(settings) ?? true;
        this.#hide();
        this.control.knowSettings?.(settings);
        if (asked !== undefined) this.control.show(asked);
        else if (!this.#bad) this.control.show(format(settings[this.#field.name]));
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

    /** A setting without effect is hidden, unless there is something to be said about it. */
    #hide() {
        this.element.hidden = !this.#offered || (!this.#relevant && !this.#bad);
    }
}
