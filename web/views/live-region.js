/**
 * A polite live region that announces start, stop, milestones and errors, no more often than a
 * person can listen.
 */

import { h } from "../ui/dom.js";

const MILESTONE_INTERVAL = 5000; // ms

export class LiveRegion {
    #last = 0;

    constructor() {
        this.element = h("div", { class: "visually-hidden", role: "status" });
    }

    /** @param {string} text */
    say(text) {
        this.#last = performance.now();
        this.element.textContent = text;
    }

    /** Left out when something else was said a moment ago. @param {string} text */
    mention(text) {
        if (performance.now() - this.#last >= MILESTONE_INTERVAL) this.say(text);
    }
}
