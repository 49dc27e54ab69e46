/**
 * The languages that the page speaks. A further one is a folder like en/ and, here, in
 * exported.js, in glossary.js and in tables.js, an import and a line in each list; nothing else
 * knows a language by name.
 */

import * as en from "./en/index.js";
import * as zhHant from "./zh-Hant/index.js";

/**
 * @typedef {object} Description
 * @property {string} tag as in HTML, in links and in attributes
 * @property {string} name short, in the language itself, for those who cannot read the others
 * @property {string} title of the lab, and of a frame with it
 * @property {readonly string[]} answersTo tags, in lower case; zh is asked for by zh-TW as well
 */

/** By its tag. @typedef {typeof languages[number]["tag"]} Language */

/**
 * In the order of the switch, each with the lab's texts.
 * @satisfies {readonly (Description & { texts: Record<import("./localizer.js").Key, string> })[]}
 */
export const languages = [
    { ...zhHant.language, texts: zhHant.lab },
    { ...en.language, texts: en.lab },
];

/**
 * The texts of the authors' page. They are apart from the list, so that only that page's script has
 * them.
 * @satisfies {Record<Language, Record<keyof typeof en.authors, string>>}
 */
export const authors = {
    "zh-Hant": zhHant.authors,
    en: en.authors,
};

/**
 * What is wrong with a lesson, which only the lessons' script has.
 * @satisfies {Record<Language, Record<keyof typeof en.faults, string>>}
 */
export const faults = {
    "zh-Hant": zhHant.faults,
    en: en.faults,
};

/**
 * The texts of the page on which a teacher checks links, apart for the same reason.
 * @satisfies {Record<Language, Record<keyof typeof en.handIn, string>>}
 */
export const handIn = {
    "zh-Hant": zhHant.handIn,
    en: en.handIn,
};

/**
 * The language that a tag such as "zh-TW" or "en-GB" asks for; English if none answers to it.
 * @param {string} tag @returns {Language}
 */
export function languageOf(tag) {
    // As in RFC 4647, 3.4: zh-hant-tw, then zh-hant, then zh.
    const subtags = tag.toLowerCase().split("-");
    for (; subtags.length; subtags.pop()) {
        const range = subtags.join("-");
        const found = languages.find(({ answersTo }) => answersTo.some((own) => own === range));
        if (found) return found.tag;
    }
    return en.language.tag;
}

/** A language's name in the reader's. @param {string} tag @param {Language} reader */
export const languageName = (tag, reader) =>
    new Intl.DisplayNames(reader, { type: "language" }).of(tag) ?? tag;
