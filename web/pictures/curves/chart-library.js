/** Loads uPlot, which takes a while to begin, when the first curve asks for it. */

/** @typedef {typeof import("uplot")} Library */

/** @type {Promise<Library> | undefined} */
let library;

export function loadLibrary() {
    library ??= withValidLanguage(async () => (await import("uplot")).default);
    return library;
}

/**
 * uPlot formats numbers in the browser's language as soon as it is loaded, and some browsers give
 * one that is no valid tag: WebKitGTK under LANG=C.UTF-8 says "C". There, and only while it loads,
 * the browser names none, and numbers are formatted by its default.
 * @template T @param {() => Promise<T>} load
 */
async function withValidLanguage(load) {
    if (isValid(navigator.language)) return load();
    Object.defineProperty(navigator, "language", { configurable: true, value: undefined });
    try {
        return await load();
    } finally {
        Reflect.deleteProperty(navigator, "language"); // what the browser itself says shows again
    }
}

/** @param {string} tag */
function isValid(tag) {
    try {
        return Intl.getCanonicalLocales(tag).length > 0;
    } catch {
        return false;
    }
}
