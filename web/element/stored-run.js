/** The run that a tab remembers while its page is reloaded. */

/** @typedef {import("../run/past-runs.js").PastRun} PastRun */
/**
 * over: it was left by starting over, and belongs to somebody else.
 * @typedef {Pick<PastRun, "bytes" | "repeatable"> & {over: boolean}} StoredRun
 */

const KEY = "spiral-lab-run";
const VERSION = 1;
const MOST_TEXT = 4_000_000; // characters: browsers allow some five million
const CHUNK = 2 ** 13; // bytes that become text at once

/** Bytes of the largest run that is remembered. */
export const MOST_STORED = (MOST_TEXT / 4) * 3;

/** @returns {StoredRun | undefined} undefined if the browser refuses, or has none */
export function recallRun() {
    try {
        const { version, model, repeatable, over } = JSON.parse(sessionStorage.getItem(KEY) ?? "");
        if (version !== VERSION) return undefined;
        const bytes = Uint8Array.from(atob(model), (character) => character.charCodeAt(0));
        return { bytes, repeatable: repeatable === true, over: over === true };
    } catch {
        return undefined; // or somebody else's
    }
}

/** @param {StoredRun} run */
export function storeRun({ bytes, repeatable, over }) {
    let characters = "";
    for (let from = 0; from < bytes.length; from += CHUNK) {
        const chunk = /** @type {any} */ (bytes.subarray(from, from + CHUNK));
        characters += String.fromCharCode.apply(null, chunk); // spreading takes six times as long
    }
    const model = btoa(characters);
    try {
        sessionStorage.setItem(KEY, JSON.stringify({ version: VERSION, repeatable, over, model }));
    } catch {
        forgetRun(); // an earlier one is not the last
    }
}

export function forgetRun() {
    try {
        sessionStorage.removeItem(KEY);
    } catch {
        // Then there is none.
    }
}
