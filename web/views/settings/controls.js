/** What a field of the settings is set with: a box, a list, a tick, pictures, a row of layers. */

import { parse } from "../../shared/fields.js";
import { directionOf, nextRung } from "../../shared/ladders.js";
import { h } from "../../ui/dom.js";
import { FeaturesControl } from "./features-control.js";
import { LayersControl } from "./layers-control.js";
import { Thumbnails } from "./thumbnails.js";

/** @typedef {import("../../core/settings.js").Settings} Settings */
/** @typedef {import("../../shared/fields.js").Field} Field */
/** @typedef {import("../../shared/protocol.js").Info} Info */
/** @typedef {import("../../shared/protocol.js").Layer} Layer */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

/**
 * All of them speak text, as the element's attributes do.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {HTMLElement} [labelled] what a <label> can stand for; a group is named by
 *     aria-labelledby
 * @property {(text: string) => void} show shows a value, unless a person is typing
 * @property {(given: string, bad: boolean) => void} judge shows what was given, even while someone
 *     is typing
 * @property {(settings: Settings) => void} [knowSettings] all of them, as they will be
 * @property {(info: Info) => void} [setInfo]
 * @property {(network: import("../../shared/protocol.js").Network) => void} [showNetwork]
 * @property {(bounds: import("../../shared/protocol.js").Bounds) => void} [showPlane] the map's
 * @property {(theme: import("../../draw/theme.js").Theme) => void} [setTheme]
 */

/** @typedef {(text: string) => void} Commit */

/**
 * @param {Field} field @param {Localizer} localizer
 * @param {() => Info | undefined} info @param {Commit} commit
 * @returns {Control}
 */
export function makeControl(field, localizer, info, commit) {
    switch (field.kind) {
        case "pictures":
            return new Thumbnails(field.name, localizer, commit);
        case "layers":
            return new LayersControl(localizer, commit);
        case "features":
            return new FeaturesControl(field, commit);
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
    /** @type {Settings | undefined} */ #settings;

    /** @param {Field} field @param {() => Info | undefined} info @param {Commit} commit */
    constructor({ name, ladder, most }, info, commit) {
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
            const direction = directionOf(event.key);
            const setting = info()?.settings.find((s) => s.name === name);
            const value = parse(name, this.element.value);
            if (!direction || !ladder || !setting) return;
            if (typeof value !== "number" || Number.isNaN(value)) return;
            event.preventDefault();
            const { minimum } = setting;
            const maximum =
                (this.#settings && most?.(this.#settings, setting.maximum)) ?? setting.maximum;
            this.element.value = String(nextRung(ladder, { minimum, maximum }, value, direction));
            done();
        };
    }

    /** @param {Settings} settings */
    knowSettings(settings) {
        this.#settings = settings;
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

    /** @param {Info} info */
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
