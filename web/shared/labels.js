/** Names of classes, which can be of any length. */

const MOST = 24; // columns, where there is little room

/** A float that is whole, as the tutorial's 0.0, is written 0. @param {string} label */
export const plainLabel = (label) => label.replace(/^(\d+)\.0$/, "$1");

/** Whether they are others than the core's default ones. @param {readonly string[]} labels */
export const haveNames = (labels) => labels.some((label, k) => label !== `${k}.0`);

/** A label for places with little room. @param {string} label */
export const shortLabel = (label) => cutTo(plainLabel(label), MOST);

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;
const ASTRAL = 0xffff; // beyond which are rare ideographs, and pictures

/** @param {string} char */
const widthOf = (char) => (WIDE.test(char) || (char.codePointAt(0) ?? 0) > ASTRAL ? 2 : 1);

/** Columns that a text takes in a monospaced font: an ideograph is twice as wide. @param {string} text */
export const columnsOf = (text) => Array.from(text, widthOf).reduce((sum, one) => sum + one, 0);

/**
 * A text cut short with an ellipsis, if it takes more columns.
 * @param {string} text
 * @param {number} most
 */
export function cutTo(text, most) {
    if (columnsOf(text) <= most) return text;
    let [kept, room] = ["", most - 1];
    for (const char of text) {
        room -= widthOf(char);
        if (room < 0) break;
        kept += char;
    }
    return `${kept.trimEnd()}…`;
}
