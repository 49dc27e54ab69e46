/** Sentences about what attributes and links say that cannot be, in the present language. */

import { fits } from "./options.js";

/** @typedef {import("../shared/link.js").Problem} LinkProblem */
/** @typedef {import("./options.js").Option} Option */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../views/notice.js").Sentence} Sentence */

const MOST = 3; // of a link's problems, that are told one by one
const LONGEST = 40; // characters of a word that is repeated

/** @param {string} text */
const clipped = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/**
 * An option that cannot be that.
 * @param {Localizer} localizer
 * @param {Option} name
 * @param {string} text
 * @returns {Sentence[]} none if it can
 */
export function aboutOption(localizer, name, text) {
    if (fits(name, text)) return [];
    return [() => localizer.t("option.bad", { key: name, text: clipped(text) })];
}

/**
 * Misspelt attributes.
 * @param {Localizer} localizer
 * @param {{key: string, text: string}[]} stray
 * @returns {Sentence[]}
 */
export const aboutStray = (localizer, stray) =>
    stray.map((names) => () => localizer.t("option.stray", names));

/** @param {Localizer} localizer @param {readonly LinkProblem[]} problems @returns {Sentence[]} */
export function aboutLink(localizer, problems) {
    const told = problems.slice(0, MOST).map(
        ({ key, text, reason }) =>
            () =>
                localizer.t(`link.${reason}`, { key: clipped(key), text: clipped(text) }),
    );
    const count = problems.length - told.length;
    return count ? [...told, () => localizer.t("link.more", { count })] : told;
}
