/** What lies over the map while somebody draws: takes mouse, touch, pen and keys. */

import { h } from "../../ui/dom.js";

/** @typedef {import("../../points/drawing.js").Place} Place */
/** @typedef {import("../../pictures/map/map.js").MapView} MapView */

/**
 * What a stroke does; places are in the data's units, reach is the brush's.
 * @typedef {object} Strokes
 * @property {(at: Place, reach: Place) => void} begin
 * @property {(from: Place, to: Place, reach: Place) => void} go
 * @property {() => void} end
 * @property {(key: string, event: KeyboardEvent) => boolean} press another key; whether it does anything
 */

const STEP = 4; // CSS pixels, by an arrow key
const STRIDE = 24; // with the shift key
const LEAST = 6; // CSS pixels of the brush, so that erasing and moving find something
const SHOWN = 10; // CSS pixels of the ring across, at least

/** @type {Record<string, [number, number]>} right, down */
const ARROWS = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
};

export class Board {
    #map;
    #strokes;
    /** Of the brush, in CSS pixels. */
    #radius = 0;
    /** Where brush or keys are, as parts of the board. */
    #at = { across: 0.5, down: 0.5 };
    /** Where the stroke is now. @type {Place | undefined} */ #stroke;

    /** @param {MapView} map @param {Strokes} strokes */
    constructor(map, strokes) {
        this.#map = map;
        this.#strokes = strokes;
        this.ring = h("span", { class: "brush", hidden: true });
        this.element = h(
            "div",
            {
                class: "board",
                role: "application",
                tabindex: 0,
                hidden: true,
                onpointerdown: (/** @type {PointerEvent} */ event) => this.#down(event),
                onpointermove: (/** @type {PointerEvent} */ event) => this.#move(event),
                onpointerup: () => this.#up(),
                onpointercancel: () => this.#up(),
                onpointerleave: () => this.#hideRing(),
                onkeydown: (/** @type {KeyboardEvent} */ event) => this.#press(event),
                onkeyup: (/** @type {KeyboardEvent} */ event) => {
                    if (event.key === " " || event.key === "Enter") this.#up();
                },
                onfocus: () => {
                    if (this.element.matches(":focus-visible")) this.#showRing();
                },
                onblur: () => {
                    this.#up();
                    this.#hideRing();
                },
            },
            this.ring,
        );
        map.element.append(this.element);
    }

    /** @param {number} radius in CSS pixels */
    set radius(radius) {
        this.#radius = radius;
        if (!this.ring.hidden) this.#showRing();
    }

    /** @param {boolean} isOn */
    show(isOn) {
        if (!isOn) this.#up();
        this.element.hidden = !isOn;
    }

    /** Where the brush is, in the data's units. */
    get #place() {
        const { left, top, width, height } = this.element.getBoundingClientRect();
        const { across, down } = this.#at;
        return this.#map.spotAt({ clientX: left + across * width, clientY: top + down * height });
    }

    /** The brush's half axes in the data's units. */
    get #reach() {
        const pixel = this.#map.pixel;
        const radius = Math.max(LEAST, this.#radius);
        return { x: radius * pixel.x, y: radius * pixel.y };
    }

    /** @param {PointerEvent} event */
    #down(event) {
        if (event.button !== 0 || !event.isPrimary) return;
        event.preventDefault(); // a text beside it must not be marked
        this.element.focus({ preventScroll: true });
        this.element.setPointerCapture(event.pointerId);
        this.#follow(event);
        this.#begin();
    }

    /** @param {PointerEvent} event */
    #move(event) {
        if (!event.isPrimary) return;
        for (const each of event.getCoalescedEvents?.() ?? [event]) {
            this.#follow(each);
            this.#go();
        }
        this.#follow(event);
        this.#go();
        this.#showRing();
    }

    #begin() {
        const place = this.#place;
        if (!place) return;
        this.#stroke = place;
        this.#strokes.begin(place, this.#reach);
    }

    #go() {
        const [from, to] = [this.#stroke, this.#place];
        if (!from || !to || (from.x === to.x && from.y === to.y)) return;
        this.#stroke = to;
        this.#strokes.go(from, to, this.#reach);
    }

    #up() {
        if (!this.#stroke) return;
        this.#stroke = undefined;
        this.#strokes.end();
    }

    /** @param {{clientX: number, clientY: number}} event */
    #follow({ clientX, clientY }) {
        const { left, top, width, height } = this.element.getBoundingClientRect();
        this.#at = {
            across: between((clientX - left) / width),
            down: between((clientY - top) / height),
        };
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
        const arrow = ARROWS[event.key];
        if (arrow && !event.ctrlKey && !event.metaKey && !event.altKey) {
            const { width, height } = this.element.getBoundingClientRect();
            const step = event.shiftKey ? STRIDE : STEP;
            const { across, down } = this.#at;
            this.#at = {
                across: between(across + (arrow[0] * step) / width),
                down: between(down + (arrow[1] * step) / height),
            };
            this.#go();
            this.#showRing();
        } else if (event.key === " " || event.key === "Enter") {
            if (!event.repeat) this.#begin();
        } else if (!this.#strokes.press(event.key, event)) return;
        event.preventDefault();
        event.stopPropagation();
    }

    #showRing() {
        const { style } = this.ring;
        const size = Math.max(SHOWN, 2 * this.#radius);
        style.width = style.height = `${size}px`;
        style.left = `${100 * this.#at.across}%`;
        style.top = `${100 * this.#at.down}%`;
        this.ring.hidden = false;
    }

    #hideRing() {
        if (!this.#stroke) this.ring.hidden = true;
    }
}

/** @param {number} part */
const between = (part) => Math.min(1, Math.max(0, part));
