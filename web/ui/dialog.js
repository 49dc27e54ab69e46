/** A dialog with a title and a way out, which closes at a click beside it as well. */

import { h, setText } from "./dom.js";

export class Dialog {
    /**
     * @param {import("../texts/localizer.js").Localizer} localizer
     * @param {2 | 3} level of its heading
     * @param {import("../texts/localizer.js").Key} name
     * @param {...Node} content
     */
    constructor(localizer, level, name, ...content) {
        const title = h(`h${level}`);
        const close = h("button", { type: "button", class: "close" });
        close.addEventListener("click", () => this.element.close());
        const head = h("div", { class: "dialog-head" }, title, close);
        this.element = h("dialog", { class: "dialog" }, head, ...content);
        // A click beside the dialog, on what it dims, is one on the dialog itself.
        this.element.addEventListener("click", (event) => {
            if (event.target === this.element && isBeside(event, this.element))
                this.element.close();
        });
        localizer.bind(() => {
            setText(title, localizer.t(name));
            setText(close, localizer.t("help.close"));
            this.element.setAttribute("aria-label", localizer.t(name));
        });
    }

    open() {
        if (!this.element.open) this.element.showModal();
        this.element.scrollTop = 0;
    }
}

/** @param {MouseEvent} event @param {Element} element */
function isBeside({ clientX: x, clientY: y }, element) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return x < left || x > right || y < top || y > bottom;
}
