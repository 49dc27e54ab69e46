/** A button that is pressed or not. */

import { h } from "./dom.js";

/**
 * @param {string} name a class of its own
 * @param {boolean} on
 * @param {(on: boolean) => void} change
 */
export function toggle(name, on, change) {
    const button = h("button", { type: "button", class: `toggle ${name}` });
    press(button, on);
    button.addEventListener("click", () => {
        const now = button.getAttribute("aria-pressed") !== "true";
        press(button, now);
        change(now);
    });
    return button;
}

/** Shows a toggle as it is now. @param {HTMLButtonElement} button @param {boolean} on */
export function press(button, on) {
    button.setAttribute("aria-pressed", String(on));
}
