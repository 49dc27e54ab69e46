/** Everything the page says, in both its languages; the tables are in texts/. {name} is filled in by translate(). */

import { errors } from "./errors.js";
import { map } from "./map.js";
import { page } from "./page.js";
import { results } from "./results.js";
import { settings } from "./settings.js";
import { share } from "./share.js";

/** @typedef {"zh-Hant" | "en"} Language */

const table = { ...page, ...settings, ...map, ...results, ...share, ...errors };

/** @typedef {keyof typeof table} Key */

/** @type {readonly Language[]} */
export const languages = ["zh-Hant", "en"];

/** Whether the table has a text of that name. @param {string} key @returns {key is Key} */
export const isKey = (key) => Object.hasOwn(table, key);

/** The language that a tag such as "zh-TW" or "en-GB" asks for; English for what is not Chinese. @param {string} tag @returns {Language} */
export const languageOf = (tag) => (/^zh\b/i.test(tag) ? "zh-Hant" : "en");

/** @param {Language} language @param {Key} key @param {Record<string, string | number>} [values] */
function translate(language, key, values = {}) {
    const text = table[key][languages.indexOf(language)];
    return text.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => String(values[name]));
}

/** The texts' language, and whoever must be told when it changes. */
export class Localizer {
    /** @type {(() => void)[]} */ #updates = [];

    /** @param {Language} language */
    constructor(language) {
        this.language = language;
    }

    /** @param {Key} key @param {Record<string, string | number>} [values] */
    t(key, values) {
        return translate(this.language, key, values);
    }

    /** Runs now, and again whenever the language changes. @param {() => void} update */
    bind(update) {
        this.#updates.push(update);
        update();
    }

    /** @param {Language} language */
    change(language) {
        if (language === this.language) return;
        this.language = language;
        for (const update of this.#updates) update();
    }
}
