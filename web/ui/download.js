/** Hands a file to the browser's downloads. */

import { h } from "./dom.js";

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
    const url = URL.createObjectURL(blob);
    h("a", { href: url, download: name }).click();
    // The browser has taken it by then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
