/** A few buttons of which one is pressed. */

import { h } from "./dom.js";

export class Choice {
    /**
     * @param {{value: string, label: HTMLElement}[]} options
     * @param {(value: string) => void} choose
     */
    constructor(options, choose) {
        this.buttons = options.map(({ value, label }) => {
            const button = h("button", { type: "button", value }, label);
            button.addEventListener("click", () => choose(value));
            return button;
        });
        this.element = h("div", { class: "choice", role: "group" }, ...this.buttons);
    }

    /** @param {string} value */
    show(value) {
        for (const button of this.buttons)
            button.setAttribute("aria-pressed", String(button.value === value));
    }
}
