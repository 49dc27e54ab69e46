/** A button that is pressed or not. */

import { h } from "./dom.js";

/**
 * @param {string} name a class of its own
 * @param {boolean} on
 * @param {(on: boolean) => void} change
 */
export function toggle(name, on, change) {
    const button = h("button", { type: "button", class: `toggle ${name}` });
    button.setAttribute("aria-pressed", String(on));
    button.addEventListener("click", () => {
        const now = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(now));
        change(now);
    });
    return button;
}
