/** The samples on the map: a marker each, rings around those that the network gets wrong. */

import { ring, stamp } from "../../draw/markers.js";
import { classColours, css } from "../../draw/palette.js";
import { blackOnWhite } from "../../draw/theme.js";
import { h } from "../../ui/dom.js";
import { drawAxes, onScreen, plotOf } from "./plot.js";

/** @typedef {import("../../shared/protocol.js").Data} Data */
/** @typedef {import("../../draw/screen.js").Size} Size */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("./plot.js").Plot} Plot */

const COMMON = 1500; // points, for which the marker's size was chosen
const FAINT = 0.15; // points beside those that are to be seen
const MANY_WRONG = 0.2; // of the samples
const MANY_ALPHA = 0.3; // of their rings

export class Samples {
    /** @type {Data | undefined} */ #data;
    #theme = blackOnWhite;
    #areShown = true;
    /** 1 for every sample that was set aside. @type {Uint8Array} */
    #validation = new Uint8Array(0);
    /** Classes that the network gives the samples. @type {Uint8Array} */
    #predicted = new Uint8Array(0);
    /** @type {Set<number> | null} */ #chosen = null;
    /** Axes and markers as drawn before. @type {{canvas: HTMLCanvasElement, size: Size} | undefined} */
    #layer;

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#layer = undefined;
    }

    /** @param {Data} data */
    setData(data) {
        this.#data = data;
        this.#layer = undefined;
        this.#chosen = null;
        this.#predicted = new Uint8Array(0);
    }

    /** @param {Uint8Array} validation 1 for every sample that was set aside */
    setValidation(validation) {
        this.#validation = validation;
        this.#layer = undefined;
    }

    /** @param {Uint8Array} predicted classes that the network gives the samples */
    setPredicted(predicted) {
        this.#predicted = predicted;
    }

    /** Those that are highlighted are to be seen in any case. @param {boolean} areShown */
    show(areShown) {
        this.#areShown = areShown;
        this.#layer = undefined;
    }

    /**
     * Some of them before all others; null: all alike.
     * @param {Iterable<number> | null} indices
     */
    highlight(indices) {
        const samples = this.#data?.samples ?? 0;
        this.#chosen = indices && new Set([...indices].filter((i) => i >= 0 && i < samples));
        this.#layer = undefined;
    }

    /**
     * The one that is nearest to a place, of those that can be pointed at.
     * @param {number} x in the data's units
     * @param {number} y
     * @param {number} reach in CSS pixels
     * @param {{x: number, y: number}} pixel a CSS pixel in the data's units
     * @returns {import("../scene.js").Place | null}
     */
    near(x, y, reach, pixel) {
        const { x: points, samples } = /** @type {Data} */ (this.#data);
        let [sample, least] = [-1, reach];
        for (let i = 0; i < samples; i++) {
            if (!this.#standsOut(i)) continue;
            const away = Math.hypot(
                (points[2 * i] - x) / pixel.x,
                (points[2 * i + 1] - y) / pixel.y,
            );
            if (away < least) [sample, least] = [i, away];
        }
        if (sample < 0) return null;
        return { x: points[2 * sample], y: points[2 * sample + 1], sample };
    }

    /** With the axes. @param {CanvasRenderingContext2D} context @param {Size} size */
    draw(context, size) {
        if (!this.#data) return;
        const { samples } = this.#data;
        context.clearRect(0, 0, size.width, size.height);
        if (this.#predicted.length === 0) {
            this.#drawMarkers(context, size); // the first time, or of new data: nothing can lie below them
            return;
        }
        const { text, ground } = this.#theme;
        const { radius, line } = this.#markerSize(size);
        const wrong = ring({ radius: radius * 2.1, line, colour: text, ground: css(ground) });
        const rings = this.#wrong();
        // A network that knows nothing yet must not hide the points.
        context.globalAlpha = rings.length > MANY_WRONG * samples ? MANY_ALPHA : 1;
        const plot = plotOf(size);
        for (const i of rings) this.#put(context, plot, wrong, i);
        context.globalAlpha = 1;
        context.drawImage(this.#markersLayer(size), 0, 0);
    }

    /** Whether a sample is neither hidden nor in the shadow of others. @param {number} i */
    #standsOut(i) {
        return this.#chosen ? this.#chosen.has(i) : this.#areShown;
    }

    /**
     * Axes and markers, which stay while the rings below them change with the weights.
     * @param {Size} size
     */
    #markersLayer(size) {
        if (this.#layer?.size === size) return this.#layer.canvas;
        const canvas = h("canvas", { width: size.width, height: size.height });
        this.#layer = { canvas, size };
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        this.#drawMarkers(context, size);
        return canvas;
    }

    /** @param {CanvasRenderingContext2D} context @param {Size} size */
    #drawMarkers(context, size) {
        const { y: labels, samples, classes, bounds } = /** @type {Data} */ (this.#data);
        drawAxes(context, size, bounds, this.#theme);
        const { outline, palette, ground } = this.#theme;
        const { radius, line } = this.#markerSize(size);
        const colours = classColours(classes, palette);
        /** @param {string} [hollow] @param {number} [size] */
        const stamps = (hollow, size = 1) =>
            colours.map((colour, kind) =>
                stamp({ kind, colour, radius: radius * size, line, outline, hollow }),
            );
        const plain = stamps();
        const hollow = this.#validation.includes(1) ? stamps(css(ground)) : plain;
        const plot = plotOf(size);
        const chosen = this.#chosen;
        const large = chosen ? [stamps(undefined, 1.3), stamps(css(ground), 1.3)] : [];
        context.globalAlpha = chosen ? FAINT : 1;
        for (let i = 0; this.#areShown && i < samples; i++)
            if (!chosen?.has(i))
                this.#put(context, plot, (this.#validation[i] ? hollow : plain)[labels[i]], i);
        context.globalAlpha = 1;
        for (const i of chosen ?? [])
            this.#put(context, plot, large[this.#validation[i] ?? 0][labels[i]], i);
    }

    /** The more points, the smaller they are; in the canvas's pixels. @param {Size} size */
    #markerSize(size) {
        const { samples } = /** @type {Data} */ (this.#data);
        const crowd = (COMMON / samples) ** 0.35;
        const share = Math.min(0.009, Math.max(0.0018, 0.0052 * crowd));
        const radius = share * plotOf(size).width;
        return { radius, line: Math.max(0.5, Math.min(radius / 3, 0.8 * size.ratio)) };
    }

    /** The samples that are to be ringed: the network gets them wrong. */
    #wrong() {
        const { y } = /** @type {Data} */ (this.#data);
        const all = Array.from(this.#predicted.keys());
        return all.filter((i) => this.#predicted[i] !== y[i] && this.#standsOut(i));
    }

    /**
     * A picture, its middle on a sample.
     * @param {CanvasRenderingContext2D} context
     * @param {Plot} plot
     * @param {ReturnType<typeof stamp>} picture
     * @param {number} sample
     */
    #put(context, plot, { canvas, half }, sample) {
        const { x, bounds } = /** @type {Data} */ (this.#data);
        const [left, top] = onScreen(plot, bounds, x[2 * sample], x[2 * sample + 1]);
        context.drawImage(canvas, Math.round(left - half - 0.5), Math.round(top - half - 0.5));
    }
}
