/**
 * The text of a file's bytes: UTF-8, or UTF-16 with its mark. Whatever else it may be is refused,
 * since Big5, GBK and Latin letters cannot be told apart for certain.
 */

import { TableError } from "./table-error.js";

/** The most bytes that are read: 100,000 rows of 200 characters. */
export const MOST_BYTES = 20_000_000;

const MEGABYTE = 1_000_000;

/** Throws for a file that is too large, before it is read. @param {number} bytes */
export function judgeSize(bytes) {
    if (bytes > MOST_BYTES)
        throw new TableError("size", {
            size: Math.ceil(bytes / MEGABYTE),
            most: MOST_BYTES / MEGABYTE,
        });
}

/**
 * How files begin that are no text, whatever they are called.
 * @type {readonly (readonly [reason: "zip" | "xls" | "gzip" | "pdf", bytes: readonly number[]])[]}
 */
const MAGIC = [
    ["zip", [0x50, 0x4b, 0x03, 0x04]],
    ["zip", [0x50, 0x4b, 0x05, 0x06]], // an empty one
    ["xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ["gzip", [0x1f, 0x8b]],
    ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/**
 * Throws a TableError for bytes that are not such a text.
 * @param {Uint8Array} bytes
 * @returns {string} without the mark of its encoding
 */
export function decode(bytes) {
    judgeSize(bytes.length);
    const known = MAGIC.find(([, magic]) => begins(bytes, magic));
    if (known) throw new TableError(known[0]);
    if (begins(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, "utf-16le");
    if (begins(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, "utf-16be");
    if (bytes.includes(0)) throw new TableError("binary", { row: rowOf(bytes, bytes.indexOf(0)) });
    return read(bytes, "utf-8") ?? refuse(bytes);
}

/** @param {Uint8Array} bytes @param {readonly number[]} magic */
const begins = (bytes, magic) => magic.every((byte, i) => bytes[i] === byte);

/** Nothing if the bytes are no such text. @param {Uint8Array} bytes @param {string} encoding */
function read(bytes, encoding) {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
        return undefined;
    }
}

/** @param {Uint8Array} bytes @param {"utf-16le" | "utf-16be"} encoding */
function decodeUtf16(bytes, encoding) {
    const text = read(bytes, encoding);
    if (text === undefined) throw new TableError("utf16");
    return text;
}

/** @param {Uint8Array} bytes that are not UTF-8 @returns {never} */
function refuse(bytes) {
    let start = 0;
    for (let end = 0; end <= bytes.length; end++) {
        if (end < bytes.length && bytes[end] !== NEWLINE) continue;
        if (read(bytes.subarray(start, end), "utf-8") === undefined) break;
        start = end + 1;
    }
    throw new TableError("encoding", { row: rowOf(bytes, start), encoding: likelyEncoding(bytes) });
}

const NEWLINE = 10;
const RETURN = 13;

/** The row that a byte stands in. @param {Uint8Array} bytes @param {number} at */
function rowOf(bytes, at) {
    let row = 1;
    for (let i = 0; i < at; i++)
        if (bytes[i] === NEWLINE || (bytes[i] === RETURN && bytes[i + 1] !== NEWLINE)) row++;
    return row;
}

/**
 * What bytes that are not UTF-8 seem to be. In Chinese text bytes above 127 come in rows, and only
 * Big5 often has an ASCII byte as the second of a character; in Latin text they stand alone.
 * @param {Uint8Array} bytes
 */
function likelyEncoding(bytes) {
    const isHigh = (/** @type {number} */ i) => bytes[i] > 127;
    if (!bytes.some((_, i) => isHigh(i) && isHigh(i + 1))) return "Windows-1252";
    const fits = (/** @type {string} */ encoding) => read(bytes, encoding) !== undefined;
    if (!fits("big5")) return fits("gb18030") ? "GBK" : "Windows-1252";
    let [low, characters] = [0, 0];
    for (let i = 0; i < bytes.length; i++) {
        if (!isHigh(i)) continue;
        characters++;
        if (!isHigh(++i)) low++;
    }
    return low > 0.05 * characters || !fits("gb18030") ? "Big5" : "GBK";
}
