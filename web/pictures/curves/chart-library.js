/** Runs uPlot's module, which takes a while, only when the first curve asks for it. */

/** @typedef {typeof import("uplot")} Library */

/** @type {Promise<Library> | undefined} */
let library;

export function loadLibrary() {
    library ??= withValidLanguage(async () => (await import("uplot")).default);
    return library;
}

/**
 * uPlot formats numbers in the browser's language as soon as it is loaded, and some browsers give
 * one that is no valid tag: WebKitGTK under LANG=C.UTF-8 says "C". There, and only while uPlot
 * loads, this hides the browser's languages, and numbers get its default format.
 * @template T @param {() => Promise<T>} load
 */
async function withValidLanguage(load) {
    if (isValid(navigator.language)) return load();
    Object.defineProperty(navigator, "language", { configurable: true, value: undefined });
    try {
        return await load();
    } finally {
        Reflect.deleteProperty(navigator, "language"); // the browser's own value shows again
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
