/** The crosshair: follows the pointer, jumps to a tap, or moves by arrow keys. */

import { h } from "../../ui/dom.js";

/** @typedef {import("../scene.js").Place} Place */
/** @typedef {import("../scene.js").Scene} Scene */
/** @typedef {import("./map.js").MapView} MapView */

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
    #scene;
    /** The click that pinned it. @type {PointerEvent | undefined} */ #click;

    /** @param {MapView} map @param {Scene} scene */
    constructor(map, scene) {
        this.#map = map;
        this.#scene = scene;
        this.element = h("div", {
            class: "crosshair",
            role: "application",
            tabindex: 0,
            onpointermove: (/** @type {PointerEvent} */ event) => {
                if (event.pointerType === "mouse" && !scene.pinned)
                    scene.pointAt(map.placeAt(event), false);
            },
            onclick: (/** @type {PointerEvent} */ event) => this.#take(event),
            onkeydown: (/** @type {KeyboardEvent} */ event) => this.#press(event),
        });
        map.element.append(this.element);
    }

    /**
     * Pins the place of a click; a second click there releases the crosshair. One released by a
     * finger disappears, since nothing would move it.
     * @param {PointerEvent} event
     */
    #take(event) {
        const scene = this.#scene;
        const isMouse = event.pointerType === "mouse";
        const { clientX = Number.NaN, clientY = 0 } = this.#click ?? {};
        const distance = Math.hypot(event.clientX - clientX, event.clientY - clientY);
        const again = scene.pinned && distance < (isMouse ? NEAR.mouse : NEAR.finger);
        if (again && !isMouse) {
            scene.pointAt(null, false);
            return;
        }
        this.#click = event;
        scene.pointAt(this.#map.placeAt(event), !again);
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const scene = this.#scene;
        const arrow = ARROWS[event.key];
        if (arrow) {
            const step = event.shiftKey ? STRIDE : STEP;
            this.#click = undefined;
            const [right, up] = arrow;
            const place = this.#map.placeBeside(scene.place, right * step, up * step);
            // It is pinned, so that a mouse that rests on the map does not take it back.
            scene.pointAt(place, true, true);
            if (place && scene.window) scene.look(scene.window.reveal(place));
        } else if (event.key === "Escape" && scene.place) {
            scene.pointAt(null, false);
        } else if (event.key === "Enter" && scene.place) {
            scene.pointAt(scene.place, !scene.pinned, true);
        } else return;
        event.preventDefault();
    }
}
