/** Leads to the places of the lab that terms and lessons name. */

import { pointOut } from "../ui/point-out.js";

/** @typedef {import("../lessons/glossary.js").Place} Place */
/** @typedef {import("./parts.js").Part} Part */
/**
 * A part that can be shown, by its element.
 * @typedef {Pick<import("../pictures/host.js").Picture, "element" | "reveal">} Seen
 */

export class Guide {
    #scene;
    #shown;
    #parts;

    /**
     * @param {import("../pictures/scene.js").Scene} scene
     * @param {() => import("./parts.js").Shown} shown the parts of the lab that are not left out
     * @param {Partial<Record<Part, Seen>>} parts
     */
    constructor(scene, shown, parts) {
        this.#scene = scene;
        this.#shown = shown;
        this.#parts = parts;
    }

    /** Whether a place can be shown. @param {Place} place */
    has(place) {
        const { name, detail } = read(place);
        const { parts, settings } = this.#shown();
        if (!parts.has(name)) return false;
        return name !== "settings" || settings === null || settings.includes(detail ?? "");
    }

    /** Brings an element into view and points it out. @param {HTMLElement} element */
    point(element) {
        pointOut(element);
    }

    /** Brings a place into view and points it out. @param {Place} place */
    lead(place) {
        const { name, detail } = read(place);
        const part = this.#parts[name];
        if (!part) return;
        // The units, when they are open, take the place of other results.
        const isAway = part.element.getClientRects().length === 0;
        if (isAway && part.element.closest(".inside")) this.#scene.showUnits({ open: false });
        this.point(part.reveal?.(detail) ?? part.element);
    }
}

/** @param {Place} place */
function read(place) {
    const [name, detail] = place.split(".");
    return { name: /** @type {Part} */ (name), detail };
}
