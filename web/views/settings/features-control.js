/** What the network sees of a point: a switch for each feature, with its picture over the plane. */

import { tableOf, wordsOf } from "../../draw/palette.js";
import { featureAt, featureLabel } from "../../shared/features.js";
import { toFeatures } from "../../shared/setting-text.js";
import { h } from "../../ui/dom.js";

/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../shared/protocol.js").Bounds} Bounds */
/** @typedef {import("../../shared/protocol.js").Info} Info */
/** @typedef {import("./controls.js").Control} Control */

/**
 * @typedef {{name: string, box: HTMLInputElement, context: CanvasRenderingContext2D}} Switch
 */

const SIDE = 24; // pixels of a picture

/** @implements {Control} */
export class FeaturesControl {
    #name;
    #commit;
    /** @type {Switch[]} */ #switches = [];
    /** @type {Bounds} */ #plane = { xMin: -1, xMax: 1, yMin: -1, yMax: 1 };
    /** @type {Uint32Array | undefined} */ #colours;

    /**
     * @param {import("../../shared/fields.js").Field} field
     * @param {import("./controls.js").Commit} commit
     */
    constructor({ name }, commit) {
        this.#name = name;
        this.#commit = commit;
        this.element = h("div", { class: "features", role: "group" });
    }

    /** @param {Info} info */
    setInfo(info) {
        const { choices = [] } = info.settings.find(({ name }) => name === this.#name) ?? {};
        const chosen = new Set(this.#chosen);
        this.#switches = choices.map((name) => this.#makeSwitch(name));
        this.element.replaceChildren(
            ...this.#switches.map(({ name, box, context }) =>
                h("label", {}, box, context.canvas, h("span", {}, featureLabel(name))),
            ),
        );
        this.#show(chosen);
        this.#draw();
    }

    /** Where the pictures are: the map's plane. @param {Bounds} bounds */
    showPlane(bounds) {
        this.#plane = bounds;
        this.#draw();
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#colours = wordsOf(tableOf("unit", 1, theme));
        this.#draw();
    }

    /** @param {string} text */
    show(text) {
        const names = new Set(toFeatures(text));
        // What would leave none is refused: it says so, and shows what there is.
        if (names.size > 0) this.#show(names);
    }

    /** @param {string} _given @param {boolean} bad */
    judge(_given, bad) {
        this.element.setAttribute("aria-invalid", String(bad));
    }

    get #chosen() {
        return this.#switches.filter(({ box }) => box.checked).map(({ name }) => name);
    }

    /** @param {Set<string>} names */
    #show(names) {
        for (const { name, box } of this.#switches) {
            box.checked = names.has(name);
            const isLast = names.size === 1 && box.checked;
            if (isLast) box.setAttribute("aria-disabled", "true");
            else box.removeAttribute("aria-disabled");
        }
    }

    /** @param {string} name @returns {Switch} */
    #makeSwitch(name) {
        const box = h("input", {
            type: "checkbox",
            name: this.#name,
            value: name,
            onclick: (/** @type {Event} */ event) => {
                if (this.#chosen.length > 0) return;
                event.preventDefault(); // the last one stays, and the field says why
                this.#commit("");
            },
            onchange: () => this.#commit(this.#chosen.join()),
        });
        const canvas = h("canvas", { width: SIDE, height: SIDE });
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        return { name, box, context };
    }

    #draw() {
        if (!this.#colours) return;
        for (const { name, context } of this.#switches)
            context.putImageData(picture(name, this.#plane, this.#colours), 0, 0);
    }
}

/**
 * A feature over the plane, in the colours of a unit's output: white is 0.
 * @param {string} name
 * @param {Bounds} bounds
 * @param {Uint32Array} colours 256, from the most negative value to the most positive
 */
function picture(name, { xMin, xMax, yMin, yMax }, colours) {
    const values = Array.from({ length: SIDE * SIDE }, (_, i) => {
        const [across, down] = [(i % SIDE) + 0.5, Math.floor(i / SIDE) + 0.5];
        const x = xMin + ((xMax - xMin) * across) / SIDE;
        return featureAt(name, x, yMax - ((yMax - yMin) * down) / SIDE);
    });
    const most = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30);
    const image = new ImageData(SIDE, SIDE);
    const words = values.map((value) => colours[Math.round(127.5 + (127.5 * value) / most)]);
    new Uint32Array(image.data.buffer).set(words);
    return image;
}
