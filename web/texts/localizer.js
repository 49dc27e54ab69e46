/** Gives the page's texts in its current language. */

import { fill } from "../shared/fill.js";
import { languages } from "./languages.js";

/** @typedef {import("./languages.js").Language} Language */
/** In English they say which values each key needs. @typedef {typeof import("./en/index.js").lab} Texts */
/** @typedef {keyof Texts} Key */
/**
 * Id of a term of the glossary.
 * @typedef {{[K in Key]: K extends `term.${infer Id}` ? Id : never}[Key]} Term
 */

/**
 * The names in a text's braces.
 * @template {string} Text
 * @typedef {Text extends `${string}{${infer Name}}${infer Rest}`
 *     ? Name | NamesIn<Rest>
 *     : never} NamesIn
 */

/**
 * The values that fill in a text; of several texts, one of them.
 * @template {string} Text
 * @typedef {Text extends string ? Record<NamesIn<Text>, string | number> : never} ValuesOf
 */

/**
 * The values can be left out where there may be nothing to fill in.
 * @template {string} Text
 * @typedef {{} extends ValuesOf<Text> ? [values?: ValuesOf<Text>] : [values: ValuesOf<Text>]} Given
 */

const texts = /** @type {Record<Language, any>} */ (
    Object.fromEntries(languages.map(({ tag, texts }) => [tag, texts]))
);

/** Whether the lab has a text of that name. @param {string} key @returns {key is Key} */
export const isKey = (key) => Object.hasOwn(languages[0].texts, key);

/**
 * The current language of the texts, and those who must hear when it changes.
 * @template {Record<string, string>} [Table=Texts] the texts in English
 */
export class Localizer {
    #tables;
    /** @type {(() => void)[]} */ #updates = [];

    /**
     * @param {Language} language
     * @param {Record<Language, Record<keyof Table, string>>} [tables] the lab's if left out
     */
    constructor(language, tables = texts) {
        this.language = language;
        this.#tables = tables;
    }

    /** @template {keyof Table & string} K @param {K} key @param {Given<Table[K]>} values */
    t(key, ...values) {
        return fill(key, this.#tables[this.language][key], values[0] ?? {});
    }

    /**
     * A text in every language, with its gaps.
     * @param {keyof Table & string} key
     * @returns {string[]}
     */
    everywhere(key) {
        return Object.values(this.#tables).map((table) => table[key]);
    }

    /**
     * Another, which has these texts in this one's language and follows its changes.
     * @template {Record<string, string>} Other
     * @param {Record<Language, Record<keyof Other, string>>} tables
     * @returns {Localizer<Other>}
     */
    withTexts(tables) {
        const other = new Localizer(this.language, tables);
        this.bind(() => other.change(this.language));
        return other;
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
