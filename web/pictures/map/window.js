/** Which part of the map is in its plot: all of it, or a part that was zoomed into. */

import { sameBounds } from "../../shared/bounds.js";

/** @typedef {import("../../shared/protocol.js").Bounds} Bounds */

export const MOST = 64; // times as large as the whole
const ROUNDING = 1e-6; // of the plot, by which a place at its edge may seem to be beyond
const NEARLY = 1.001; // times as large: it is the whole again

/**
 * A part of the plane, as wide and as high in proportion as the whole, and never outside it. It
 * does not change: moving it makes another one, or gives the same where it cannot move.
 */
export class MapWindow {
    /** The shares of the whole to the left of it and below it. */
    #left;
    #low;

    /**
     * @param {Bounds} whole in the data's units
     * @param {number} [level] times as large as the whole
     * @param {number} [left]
     * @param {number} [low]
     */
    constructor(whole, level = 1, left = 0, low = 0) {
        this.whole = whole;
        this.level = level;
        this.#left = left;
        this.#low = low;
        this.bounds = level === 1 ? whole : partOf(whole, left, low, 1 / level);
    }

    get isWhole() {
        return this.level === 1;
    }

    /** The form in which the worker gets it. */
    get part() {
        return { bounds: this.bounds, whole: this.whole };
    }

    /**
     * Zooms in or out; what lies at the given place of the plot stays there, as far as it can.
     * @param {number} factor
     * @param {number} [across] of the plot's width
     * @param {number} [up] of its height
     */
    zoom(factor, across = 0.5, up = 0.5) {
        const level = between(1, this.level * factor, MOST);
        const gain = 1 / this.level - 1 / level;
        return this.#to(level, this.#left + across * gain, this.#low + up * gain);
    }

    /**
     * Moves to the right and up.
     * @param {number} across parts of the plot's width
     * @param {number} up of its height
     */
    move(across, up) {
        const { level } = this;
        return this.#to(level, this.#left + across / level, this.#low + up / level);
    }

    /** Moved as little as brings a place into it. @param {{x: number, y: number}} place */
    reveal(place) {
        const { across, up } = this.locate(place);
        return this.move(across - between(0, across, 1), up - between(0, up, 1));
    }

    /**
     * Where a place lies in the plot, as parts of its width and height; it may be beyond.
     * @param {{x: number, y: number}} place
     */
    locate({ x, y }) {
        const { xMin, xMax, yMin, yMax } = this.bounds;
        return { across: (x - xMin) / (xMax - xMin), up: (y - yMin) / (yMax - yMin) };
    }

    /** Whether a place is in it. @param {{x: number, y: number}} place */
    shows(place) {
        const { across, up } = this.locate(place);
        const isIn = (/** @type {number} */ part) => Math.abs(part - 0.5) < 0.5 + ROUNDING;
        return isIn(across) && isIn(up);
    }

    /**
     * The same part of other data if they have the same bounds, or else all of them.
     * @param {Bounds} whole
     */
    over(whole) {
        return sameBounds(whole, this.whole) ? this : new MapWindow(whole);
    }

    /** @param {number} level @param {number} left @param {number} low */
    #to(level, left, low) {
        if (level < NEARLY) return this.isWhole ? this : new MapWindow(this.whole);
        const most = 1 - 1 / level;
        const [right, up] = [between(0, left, most), between(0, low, most)];
        const same = level === this.level && right === this.#left && up === this.#low;
        return same ? this : new MapWindow(this.whole, level, right, up);
    }
}

/**
 * @param {Bounds} whole
 * @param {number} left part of it
 * @param {number} low
 * @param {number} size
 * @returns {Bounds}
 */
function partOf({ xMin, xMax, yMin, yMax }, left, low, size) {
    const [width, height] = [xMax - xMin, yMax - yMin];
    return {
        xMin: xMin + left * width,
        xMax: Math.min(xMax, xMin + (left + size) * width),
        yMin: yMin + low * height,
        yMax: Math.min(yMax, yMin + (low + size) * height),
    };
}

/** @param {number} least @param {number} value @param {number} most */
const between = (least, value, most) => Math.min(most, Math.max(least, value));
