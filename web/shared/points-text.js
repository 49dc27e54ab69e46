/**
 * Given points as text, for a link or an attribute: base64 without padding, with - and _, of all x,
 * then all y, as little-endian float32, then all labels as bytes.
 */

/** @typedef {import("../core/dataset.js").GivenDataset} GivenDataset */

const BYTES = 9; // a point

/** So many points make a link of 6,000 characters, which messengers and browsers still take. */
export const MOST_IN_LINK = 500;

/** @param {Uint8Array} bytes */
const toBase64 = (bytes) =>
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replace(/=+$/, "");

/** @param {string} text */
const fromBase64 = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

/** @param {Pick<GivenDataset, "x" | "y" | "samples">} dataset */
export function pointsToText({ x, y, samples }) {
    const view = new DataView(new ArrayBuffer(BYTES * samples));
    for (let i = 0; i < samples; i++) {
        view.setFloat32(4 * i, x[2 * i], true);
        view.setFloat32(4 * (samples + i), x[2 * i + 1], true);
        view.setUint8(8 * samples + i, y[i]);
    }
    return toBase64(new Uint8Array(view.buffer));
}

/**
 * Points from such texts; whether they are any that can be trained on is for the core to judge.
 * @param {string} text
 * @param {string} [names] of the classes; as many as the labels ask for, if there are none
 * @returns {GivenDataset | undefined} undefined if the text is none of that kind
 */
export function pointsFromText(text, names = "") {
    /** @type {Uint8Array} */ let bytes;
    try {
        bytes = fromBase64(text);
    } catch {
        return undefined;
    }
    const samples = bytes.length / BYTES;
    if (samples === 0 || !Number.isInteger(samples)) return undefined;
    const view = new DataView(bytes.buffer);
    const x = new Float32Array(2 * samples);
    for (let i = 0; i < samples; i++) {
        x[2 * i] = view.getFloat32(4 * i, true);
        x[2 * i + 1] = view.getFloat32(4 * (samples + i), true);
    }
    const y = bytes.slice(8 * samples);
    if (names !== "") {
        const labels = namesFromText(names);
        return { x, y, samples, classes: labels.length, labels };
    }
    const classes = y.reduce((most, label) => Math.max(most, label + 1), 2);
    return { x, y, samples, classes };
}

/**
 * Names with commas between them; a comma or a percent sign of a name itself, and a space at either
 * end, are written as in addresses.
 * @param {readonly string[]} names
 */
export const namesToText = (names) =>
    names.map((name) => name.replace(/[%,]|^ | $/g, encodeURIComponent)).join(",");

/** @param {string} text */
const namesFromText = (text) =>
    text.split(",").map((name) => name.replace(/%(2C|25|20)/gi, decodeURIComponent));
