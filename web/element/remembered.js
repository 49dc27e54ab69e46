/** Remembers, for one person's browser, the colours that they can tell apart. */

const KEY = "spiral-lab-palette";

/** @returns {string} "" if nothing is known, or frame or browser refuse */
export function recallPalette() {
    try {
        return localStorage.getItem(KEY) ?? "";
    } catch {
        return "";
    }
}

/** @param {string} palette */
export function rememberPalette(palette) {
    try {
        localStorage.setItem(KEY, palette);
    } catch {
        // Then it has to be chosen again.
    }
}
