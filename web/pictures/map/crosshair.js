/** The crosshair: follows the pointer, goes where one taps, or walks by arrow keys. */

import { h } from "../../ui/dom.js";

/** @typedef {import("./map.js").MapView} MapView */
/** @typedef {import("./map.js").Place} Place */

const STEP = 4; // CSS pixels
const STRIDE = 24; // with the shift key
const NEAR = { mouse: 6, finger: 24 }; // CSS pixels from where it is held

/** @type {Record<string, [number, number]>} right, up */
const ARROWS = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
};

export class Crosshair {
    #map;
    #moved;
    /** @type {Place | null} */ place = null;
    /** Stays where it is until it is clicked again. */
    held = false;
    /** Where it was held by a click. @type {PointerEvent | undefined} */ #click;

    /** @param {MapView} map @param {(byKey: boolean) => void} moved */
    constructor(map, moved) {
        this.#map = map;
        this.#moved = moved;
        this.element = h("div", {
            class: "crosshair",
            role: "application",
            tabindex: 0,
            onpointermove: (/** @type {PointerEvent} */ event) => {
                if (event.pointerType === "mouse" && !this.held) this.#go(map.placeAt(event));
            },
            onclick: (/** @type {PointerEvent} */ event) => this.#take(event),
            onkeydown: (/** @type {KeyboardEvent} */ event) => this.#press(event),
        });
        map.element.append(this.element);
    }

    /** Where it was means nothing among other points. */
    clear() {
        this.held = false;
        this.#go(null);
    }

    /** Holds the place of a click, or lets go of it; a finger has nothing that would follow. @param {PointerEvent} event */
    #take(event) {
        const isMouse = event.pointerType === "mouse";
        const { clientX = Number.NaN, clientY = 0 } = this.#click ?? {};
        const distance = Math.hypot(event.clientX - clientX, event.clientY - clientY);
        const again = this.held && distance < (isMouse ? NEAR.mouse : NEAR.finger);
        if (again && !isMouse) return this.clear();
        this.held = !again;
        this.#click = event;
        this.#go(this.#map.placeAt(event));
    }

    /** @param {Place | null} place @param {boolean} [byKey] */
    #go(place, byKey = false) {
        this.place = place;
        this.#map.setPlace(place);
        this.#moved(byKey);
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const arrow = ARROWS[event.key];
        if (arrow) {
            const step = event.shiftKey ? STRIDE : STEP;
            this.held = true; // a mouse that lies on the map does not take it back
            this.#click = undefined;
            const [right, up] = arrow;
            this.#go(this.#map.placeBeside(this.place, right * step, up * step), true);
        } else if (event.key === "Escape" && this.place) {
            this.clear();
        } else if (event.key === "Enter" && this.place) {
            this.held = !this.held;
            this.#moved(true);
        } else return;
        event.preventDefault();
        event.stopPropagation();
    }
}
