/** A canvas that fills its box and has one pixel for each of the screen's. */

import { h } from "./dom.js";

/** @typedef {{width: number, height: number, ratio: number}} Size pixels of the canvas; ratio: of them to a CSS pixel */

export class Screen {
    #drawn;

    /**
     * @param {Record<string, any>} props of the canvas
     * @param {() => void} draw called at once when the size changes, so that nothing flashes
     */
    constructor(props, draw) {
        this.canvas = h("canvas", props);
        this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
        /** @type {Size} */
        this.size = { width: 0, height: 0, ratio: 1 };
        this.#drawn = draw;
        this.observer = new ResizeObserver(([entry]) => {
            if (this.#fit(entry)) this.#drawn();
        });
        this.observer.observe(this.canvas);
    }

    /** Before the first drawing, which does not wait for the observer. */
    measure() {
        return this.#fit();
    }

    close() {
        this.observer.disconnect();
    }

    /** @param {ResizeObserverEntry} [entry] */
    #fit(entry) {
        const ratio = devicePixelRatio;
        const box = this.canvas.getBoundingClientRect();
        const exact = entry?.devicePixelContentBoxSize?.[0];
        const width = exact?.inlineSize ?? Math.round(box.width * ratio);
        const height = exact?.blockSize ?? Math.round(box.height * ratio);
        const old = this.size;
        if (width === old.width && height === old.height && ratio === old.ratio) return false;
        this.size = { width, height, ratio };
        this.canvas.width = width;
        this.canvas.height = height;
        return width > 0 && height > 0;
    }
}
