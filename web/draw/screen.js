/** A canvas that fills its box, with one pixel for each of the screen's. */

import { screenScale, textScale } from "./text-scale.js";

/**
 * @typedef {{width: number, height: number, ratio: number}} Size pixels of the canvas; ratio: of
 *     them to a CSS pixel in the lab, where text is of the common size
 */

export class Screen {
    #drawn;
    #density = 0; // device pixels of a CSS pixel, as of the last look

    /**
     * @param {Record<string, string>} attributes of the canvas
     * @param {() => void} draw called at once when the size changes, so that nothing flashes
     */
    constructor(attributes, draw) {
        this.canvas = document.createElement("canvas");
        for (const [name, value] of Object.entries(attributes))
            this.canvas.setAttribute(name, value);
        this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
        /** @type {Size} */
        this.size = { width: 0, height: 0, ratio: 1 };
        this.#drawn = draw;
        this.observer = new ResizeObserver(([entry]) => {
            if (this.#fit(entry)) this.#drawn();
        });
        try {
            this.observer.observe(this.canvas, { box: "device-pixel-content-box" });
        } catch {
            this.observer.observe(this.canvas); // WebKit does not know that box
        }
    }

    /**
     * Measures at once, for drawings that cannot wait for the observer: the first one, and the
     * first on another screen.
     */
    measure() {
        if (this.size.width === 0 || this.#density !== devicePixelRatio) this.#fit();
    }

    /** Its texts may have changed size, so it is measured again before it is drawn. */
    forget() {
        this.#density = 0;
    }

    close() {
        this.observer.disconnect();
    }

    /** @param {ResizeObserverEntry} [entry] */
    #fit(entry) {
        this.#density = devicePixelRatio;
        const box = this.canvas.getBoundingClientRect();
        const exact = entry?.devicePixelContentBoxSize?.[0];
        const width = nearest(box.width * devicePixelRatio, exact?.inlineSize);
        const height = nearest(box.height * devicePixelRatio, exact?.blockSize);
        const scale = screenScale(this.canvas) * textScale(this.canvas);
        const ratio = devicePixelRatio * scale;
        const old = this.size;
        if (width === old.width && height === old.height && ratio === old.ratio) return false;
        this.size = { width, height, ratio };
        this.canvas.width = width;
        this.canvas.height = height;
        return width > 0 && height > 0;
    }
}

/**
 * The exact number of pixels, unless it is not of this ratio, as in Chromium's device emulation.
 * @param {number} about
 * @param {number} [exact]
 */
function nearest(about, exact = Number.NaN) {
    return Math.abs(exact - about) <= 1 ? exact : Math.round(about);
}
