/** The data as small pictures, which are their menu. */

import { classColours } from "../../draw/palette.js";
import { classesOf } from "../../shared/datasets.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./controls.js").Control} Control */

const SIZE = 40; // of a picture's coordinates
const DOTS = 18; // a class
const CLASSES = 3;

/** A small offset, always the same. @param {number} i */
const stray = (i) => (((i * 7919) % 101) / 50 - 1) * 0.07;

/**
 * A point of a class, within -1 … 1, y upward.
 * @type {Record<string, (label: number, share: number, i: number) => [number, number]>}
 */
const shapes = {
    spirals(label, share, i) {
        const angle = 4 * (label + share) + 2 * stray(i + label);
        return [share * Math.sin(angle), share * Math.cos(angle)];
    },
    moons(label, share, i) {
        const angle = Math.PI * share;
        const side = label ? -1 : 1;
        const [x, y] = [Math.cos(angle) - 0.5, Math.sin(angle) - 0.25];
        return [side * x * 0.65 + stray(i), side * y * 0.65 + stray(i + 31)];
    },
    circles(label, share, i) {
        const [angle, radius] = [2 * Math.PI * share, (label ? 0.42 : 0.92) + stray(i)];
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
    },
    blobs(label, share, i) {
        const [angle, radius] = [i * 2.4, 0.42 * Math.sqrt(share)];
        const [x, y] = [
            [-0.5, 0.45],
            [0.5, 0.3],
            [-0.05, -0.5],
        ][label];
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    },
};

/** The points of one's own: a pencil and what it has drawn. */
function ownPicture() {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${SIZE} ${SIZE}`);
    svg.setAttribute("aria-hidden", "true");
    /** @param {string} kind @param {string} d @param {number} [label] */
    const draw = (kind, d, label) => {
        const path = document.createElementNS(SVG, "path");
        path.setAttribute("d", d);
        path.setAttribute("class", kind);
        if (label !== undefined)
            path.setAttribute("stroke", `rgb(${classColours(CLASSES)[label].join()})`);
        svg.append(path);
    };
    OWN.forEach((dots, label) => {
        draw("ring", dots);
        draw("dot", dots, label);
    });
    draw("pencil", "M19 24 L31 6 L36 9.4 L24 27.4 L18 30 Z M29 9 L34 12.4");
    return svg;
}

/** Of each class. */
const OWN = [
    "M5 33h0M9 30h0M13 32h0M8 36h0M14 27h0",
    "M7 8h0M11 12h0M15 7h0M6 14h0M18 12h0",
    "M28 34h0M32 30h0M35 35h0M27 28h0M36 26h0",
];

/** @implements {Control} */
export class Thumbnails {
    /** @type {HTMLInputElement[]} */ #radios = [];

    /**
     * @param {string} name
     * @param {Localizer} localizer
     * @param {import("./controls.js").Commit} commit
     */
    constructor(name, localizer, commit) {
        this.element = h("div", { class: "thumbnails", role: "radiogroup" });
        for (const shape of [...Object.keys(shapes), "given"]) {
            const radio = h("input", { type: "radio", name, value: shape });
            radio.addEventListener("change", () => commit(radio.value));
            const title = h("span");
            const key = /** @type {import("../../texts/localizer.js").Key} */ (`dataset.${shape}`);
            localizer.bind(() => setText(title, localizer.t(key)));
            this.#radios.push(radio);
            this.element.append(
                h("label", {}, radio, shape === "given" ? ownPicture() : picture(shape), title),
            );
        }
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

const SVG = "http://www.w3.org/2000/svg";

/** Dots, as the round ends of lines without length. @param {string} shape */
function picture(shape) {
    const classes = classesOf({ dataset: shape, classes: CLASSES });
    const colours = classColours(classes);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${SIZE} ${SIZE}`);
    svg.setAttribute("aria-hidden", "true");
    for (let label = 0; label < classes; label++) {
        const dots = Array.from({ length: DOTS }, (_, i) => {
            const [x, y] = shapes[shape](label, (i + 0.5) / DOTS, i);
            /** @param {number} n */
            const place = (n) => ((n * 0.88 + 1) * SIZE) / 2;
            return `M${place(x).toFixed(1)} ${place(-y).toFixed(1)}h0`;
        });
        for (const kind of ["ring", "dot"]) {
            const path = document.createElementNS(SVG, "path");
            path.setAttribute("d", dots.join(""));
            path.setAttribute("class", kind);
            if (kind === "dot") path.setAttribute("stroke", `rgb(${colours[label].join()})`);
            svg.append(path);
        }
    }
    return svg;
}
