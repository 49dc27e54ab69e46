/** Judges the plain values that a lesson is made of; whatever they are, only LessonErrors are thrown. */

import { LessonError } from "./lesson-error.js";

/** @param {string} place @param {string | number} key */
export const within = (place, key) =>
    typeof key === "number" ? `${place}[${key}]` : place === "" ? key : `${place}.${key}`;

/**
 * An object with no keys but these; its keys and values, apart from all prototypes.
 * @param {unknown} value
 * @param {string} place
 * @param {readonly string[]} [keys] any if left out
 * @returns {Map<string, unknown>}
 */
export function object(value, place, keys) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        throw new LessonError(place, "object");
    const own = Object.keys(value);
    const unknown = keys && own.find((key) => !keys.includes(key));
    if (unknown !== undefined)
        throw new LessonError(within(place, shortened(unknown)), "unknown", {
            keys: keys?.join(", ") ?? "",
        });
    const { getOwnPropertyDescriptor } = Object;
    return new Map(own.map((key) => [key, getOwnPropertyDescriptor(value, key)?.value]));
}

/**
 * @template T
 * @param {unknown} value
 * @param {string} place
 * @param {{least?: number, most: number}} size
 * @param {(item: unknown, place: string) => T} judge each
 * @returns {T[]}
 */
export function list(value, place, { least = 0, most }, judge) {
    if (!Array.isArray(value)) throw new LessonError(place, "list");
    if (value.length < least || value.length > most)
        throw new LessonError(place, "length", { least, most });
    return Array.from(value, (item, i) => judge(item, within(place, i)));
}

/** @param {unknown} value @param {string} place @param {number} most characters */
export function string(value, place, most) {
    if (typeof value !== "string" || value.trim() === "") throw new LessonError(place, "string");
    if (value.length > most) throw new LessonError(place, "long", { maximum: most });
    // Controls, and what turns the direction of the text around it.
    if (/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Cs}/u.test(value))
        throw new LessonError(place, "control");
    return value;
}

/** @param {unknown} value @param {string} place @param {number} least @param {number} most */
export function whole(value, place, least, most) {
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most)
        return value;
    throw new LessonError(place, "whole", { least, most });
}

/**
 * One of some words; a near one is named where it is none.
 * @template {string} Word
 * @param {unknown} value
 * @param {string} place
 * @param {readonly Word[]} words
 * @param {import("./lesson-error.js").Reason} [reason]
 * @returns {Word}
 */
export function word(value, place, words, reason = "word") {
    const found = words.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    const given = typeof value === "string" ? shortened(value) : typeof value;
    throw unknownWord(place, reason, given, words);
}

/**
 * @param {string} place
 * @param {import("./lesson-error.js").Reason} reason
 * @param {string} given
 * @param {readonly string[]} words
 */
export const unknownWord = (place, reason, given, words) =>
    new LessonError(place, reason, { given, words: nearest(given, words).join(", ") });

/** @param {string} text */
export const shortened = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const FEW = 12; // words that a sentence can list

/**
 * Words that may have been meant: the nearest, or all of them if they are few.
 * @param {string} given
 * @param {readonly string[]} words
 */
function nearest(given, words) {
    const plain = (/** @type {string} */ text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
    const meant = plain(given);
    const ranked = words
        .map((candidate) => ({ candidate, far: distance(meant, plain(candidate)) }))
        .sort((a, b) => a.far - b.far);
    const near = ranked.filter(({ far }) => far <= Math.max(1, meant.length / 3));
    if (near.length > 0) return near.slice(0, 3).map(({ candidate }) => candidate);
    return words.length <= FEW ? words : [...words.slice(0, FEW), "…"];
}

/** Letters to change, add or leave out. @param {string} a @param {string} b */
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++)
            next.push(
                Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1])),
            );
        row = next;
    }
    return row[b.length];
}
