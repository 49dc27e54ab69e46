/** Making elements. */

/** @typedef {Node | string} Child */

/**
 * h("button", { type: "button", onclick: start }, "Start")
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [props] "on…" functions listen; true is an empty attribute; null and
 *     false none
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, props = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(props)) {
        if (typeof value === "function") element.addEventListener(name.slice(2), value);
        else if (value !== null && value !== false)
            element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children);
    return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A decorative 16 x 16 icon from one filled path. @param {string} path */
export function icon(path) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS(SVG, "path");
    shape.setAttribute("d", path);
    svg.append(shape);
    return svg;
}

/**
 * Writes a text only if it differs, since writing costs a layout.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
    if (node.textContent !== text) node.textContent = text;
}

/**
 * Sets a button's text, and one sentence about it.
 * @param {HTMLButtonElement} button
 * @param {string} text
 * @param {string} help
 */
export function label(button, text, help) {
    setText(button, text);
    button.title = help;
}
