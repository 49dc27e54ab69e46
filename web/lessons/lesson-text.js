/** A lesson's texts: each in the lesson's languages, with numbers of the run and terms in them. */

import { nameOf } from "./rule.js";

/** By the languages' keys: zh, en. @typedef {Readonly<Record<string, string>>} Text */
/** @typedef {import("./rule.js").Name} Name */

const GAP = /\{([^{}]*)\}/g;

/**
 * What stands in a text's braces.
 * @param {string} text
 * @returns {{inner: string, name: Name | undefined}[]}
 */
export const gapsIn = (text) =>
    [...text.matchAll(GAP)].map(([, inner]) => ({ inner, name: nameOf(inner) }));

/** Whether a brace in it has no other. @param {string} text */
export const hasStrayBrace = (text) => /[{}]/.test(text.replace(GAP, ""));

/** The ids of the terms that a text leads to: "[recall](recall)". @param {string} text */
export const termsIn = (text) => [...text.matchAll(/\[[^\]]+\]\((\w+)\)/g)].map(([, id]) => id);

/** A text without its links to terms. @param {string} text */
export const withoutTerms = (text) => text.replace(/\[([^\]]+)\]\(\w+\)/g, "$1");

/**
 * A text with its numbers; an en dash for one that is not there.
 * @param {string} text
 * @param {(name: Name) => string | undefined} write
 */
export const filled = (text, write) =>
    text.replace(GAP, (gap, /** @type {string} */ inner) => {
        const name = nameOf(inner);
        return name ? (write(name) ?? "–") : gap;
    });

/**
 * The language in which a lesson is shown to a reader: theirs, or the one that it is in.
 * @param {readonly string[]} keys the lesson's
 * @param {string} tag the reader's, as zh-Hant
 */
export function keyFor(keys, tag) {
    const key = keyOf(tag);
    return keys.includes(key) ? key : keys[0];
}

/** A language's key in lessons: zh for zh-Hant. @param {string} tag */
export const keyOf = (tag) => tag.split("-")[0];
