/**
 * The data as small pictures, which are their menu: a few points of each kind, and for points of
 * one's own a pencil.
 */

import { classColours } from "../../draw/palette.js";
import { suitable } from "../../shared/datasets.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../../shared/protocol.js").Info} Info */
/** @typedef {import("../../shared/protocol.js").Shape} Shape */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./controls.js").Control} Control */

const SIZE = 40; // of a picture's coordinates
const MARGIN = 2.4; // around the points
const SVG = "http://www.w3.org/2000/svg";

/** What has been drawn by hand, of each class. */
const DRAWN = [
    "M5 33h0M9 30h0M13 32h0M8 36h0M14 27h0",
    "M7 8h0M11 12h0M15 7h0M6 14h0M18 12h0",
    "M28 34h0M32 30h0M35 35h0M27 28h0M36 26h0",
];
const PENCIL = "M19 24 L31 6 L36 9.4 L24 27.4 L18 30 Z M29 9 L34 12.4";

/** @implements {Control} */
export class Thumbnails {
    /** @type {HTMLInputElement[]} */ #radios = [];
    /** By the kinds' names. @type {Map<string, SVGSVGElement>} */ #pictures = new Map();

    /**
     * @param {string} name
     * @param {Localizer} localizer
     * @param {import("./controls.js").Commit} commit
     */
    constructor(name, localizer, commit) {
        this.element = h("div", { class: "thumbnails", role: "radiogroup" });
        for (const kind of [...Object.keys(suitable), "given"]) {
            const radio = h("input", { type: "radio", name, value: kind });
            radio.addEventListener("change", () => commit(radio.value));
            const title = h("span");
            const key = /** @type {import("../../texts/localizer.js").Key} */ (`dataset.${kind}`);
            localizer.bind(() => setText(title, localizer.t(key)));
            const picture = document.createElementNS(SVG, "svg");
            picture.setAttribute("viewBox", `0 0 ${SIZE} ${SIZE}`);
            picture.setAttribute("aria-hidden", "true");
            this.#radios.push(radio);
            this.#pictures.set(kind, picture);
            this.element.append(h("label", {}, radio, picture, title));
        }
        this.#pictures.get("given")?.append(...dots(DRAWN), path("pencil", PENCIL));
    }

    /** @param {Info} info */
    setInfo({ shapes = {} }) {
        for (const [kind, shape] of Object.entries(shapes))
            this.#pictures.get(kind)?.replaceChildren(...dots(placesOf(shape)));
    }

    /** @param {string} text */
    show(text) {
        for (const radio of this.#radios) radio.checked = radio.value === text;
    }

    /** @param {string} _given @param {boolean} bad */
    judge(_given, bad) {
        this.element.setAttribute("aria-invalid", String(bad));
    }
}

/** @param {string} kind @param {string} d */
function path(kind, d) {
    const element = document.createElementNS(SVG, "path");
    element.setAttribute("class", kind);
    element.setAttribute("d", d);
    return element;
}

/** As the round ends of lines without length. @param {string[]} places of each class */
function dots(places) {
    const colours = classColours(places.length);
    return places.flatMap((d, label) => {
        const dot = path("dot", d);
        dot.setAttribute("stroke", `rgb(${colours[label].join()})`);
        return [path("ring", d), dot];
    });
}

/** Where the points of each class lie in a picture that all of them fill. @param {Shape} shape */
function placesOf({ x, y, classes }) {
    const across = x.filter((_, i) => i % 2 === 0);
    const up = x.filter((_, i) => i % 2 === 1);
    const [left, right] = [Math.min(...across), Math.max(...across)];
    const [bottom, top] = [Math.min(...up), Math.max(...up)];
    const scale = (SIZE - 2 * MARGIN) / Math.max(right - left, top - bottom);
    /** @param {number} distance from the middle */
    const place = (distance) => (SIZE / 2 + distance * scale).toFixed(1);
    const places = new Array(classes).fill("");
    y.forEach((label, i) => {
        const [dx, dy] = [across[i] - (left + right) / 2, (bottom + top) / 2 - up[i]];
        places[label] += `M${place(dx)} ${place(dy)}h0`;
    });
    return places;
}
