/** Copies text, even where the clipboard API is missing or refused (http, iframes). */

import { h } from "./dom.js";

/**
 * @param {string} text
 * @param {ParentNode & Node} place for the field of the fallback
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(text, place) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return copyFromField(text, place);
    }
}

/** @param {string} text @param {ParentNode & Node} place */
function copyFromField(text, place) {
    const field = h("textarea", { class: "visually-hidden", "aria-hidden": "true", tabindex: -1 });
    const root = /** @type {ShadowRoot | Document} */ (place.getRootNode());
    const focused = /** @type {HTMLElement | null} */ (root.activeElement);
    field.value = text;
    place.append(field);
    try {
        field.select();
        return document.execCommand("copy");
    } catch {
        return false;
    } finally {
        field.remove();
        focused?.focus();
    }
}
