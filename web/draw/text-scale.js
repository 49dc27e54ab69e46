/** How the lab is scaled: by the reader's size of text, and by the page around it. */

const COMMON = 16; // CSS pixels of a rem, for which all sizes were chosen

/**
 * The lab's rem, of style/base.css, as a multiple of the common one.
 * @param {Element} element in the lab
 */
export function textScale(element) {
    const rem = Number.parseFloat(getComputedStyle(element).getPropertyValue("--rem"));
    return rem > COMMON / 4 ? rem / COMMON : 1; // 1em where lengths cannot be registered
}

/** Pixels of the common size, as a length for a style sheet. @param {number} pixels */
export const remOf = (pixels) => `calc(${pixels / COMMON} * var(--rem))`;

/**
 * How many pixels on the screen one of the element's takes: not 1 where the page around it
 * transforms or zooms it.
 * @param {HTMLElement} element
 */
export function screenScale(element) {
    const { width } = element.getBoundingClientRect();
    const { offsetWidth } = element;
    // A layout's width is whole here, which is no scale.
    return offsetWidth === 0 || Math.abs(width - offsetWidth) < 1 ? 1 : width / offsetWidth;
}
