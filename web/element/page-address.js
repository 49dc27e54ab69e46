/**
 * The page's own address: its fragment holds what was chosen, and back and forward lead through it.
 */

import { isFramed } from "./iframe-height.js";

const QUIET_MS = 400; // after the last change: an arrow key may be held down

export class PageAddress {
    #last = "";
    #go;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

    /** @param {(fragment: string) => void} go the person has gone back or forward, or has typed */
    constructor(go) {
        this.#go = () => {
            clearTimeout(this.#timer);
            go(location.hash);
        };
        addEventListener("popstate", this.#go);
    }

    /** The address without its fragment. */
    get base() {
        return location.href.replace(/#.*$/, "");
    }

    /** The lab now shows what the address says. @param {string} link */
    settle(link) {
        this.#last = link;
    }

    /** @param {string} link */
    write(link) {
        clearTimeout(this.#timer);
        if (link === this.#last) return;
        this.#timer = setTimeout(() => {
            this.#last = link;
            this.#show(`#${link}`);
        }, QUIET_MS);
    }

    /** Removes the fragment. @param {string} link what is seen */
    startOver(link) {
        clearTimeout(this.#timer);
        this.#last = link;
        if (location.hash) this.#show(this.base);
    }

    close() {
        clearTimeout(this.#timer);
        removeEventListener("popstate", this.#go);
    }

    /** @param {string} url */
    #show(url) {
        try {
            // In a frame, "back" belongs to the article around it.
            if (isFramed) history.replaceState(null, "", url);
            else history.pushState(null, "", url);
        } catch {
            // Too many changes in a short time, or a frame that may not change it. A copied link is
            // right all the same.
        }
    }
}
