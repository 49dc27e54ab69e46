/** Where this script is from; inside a page or a bundle it has no address. */
export const scriptAddress =
    /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || undefined;
