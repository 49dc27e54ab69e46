/** The samples on the map: a marker each, rings around those that the network gets wrong. */

import { ring, stamp } from "../../draw/markers.js";
import { classColours, css } from "../../draw/palette.js";
import { blackOnWhite } from "../../draw/theme.js";
import { sameBounds } from "../../shared/bounds.js";
import { h } from "../../ui/dom.js";
import { drawAxes, inPlot, onScreen, plotOf } from "./plot.js";

/** @typedef {import("../../shared/protocol.js").Data} Data */
/** @typedef {import("../../draw/screen.js").Size} Size */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("./plot.js").Plot} Plot */
/** @typedef {import("./window.js").MapWindow} MapWindow */

const COMMON = 1500; // points, for which the marker's size was chosen
const FAINT = 0.15; // points beside those that are to be seen
const MANY_WRONG = 0.2; // of the samples
const MANY_ALPHA = 0.3; // of their rings
const GROWN = 1.1; // times as many samples, before the markers get another size
const MANY = 5000; // samples that take longer to draw than a frame lasts

export class Samples {
    /** @type {Data | undefined} */ #data;
    #theme = blackOnWhite;
    #areShown = true;
    /** 1 for every sample that was set aside. @type {Uint8Array} */
    #validation = new Uint8Array(0);
    /** Classes that the network gives the samples. @type {Uint8Array} */
    #predicted = new Uint8Array(0);
    /** @type {Set<number> | null} */ #chosen = null;
    /**
     * Axes and the markers of so many samples, as drawn before.
     * @type {{canvas: HTMLCanvasElement, size: Size, window: MapWindow, samples: number} | undefined}
     */
    #layer;
    /**
     * What was drawn last, and not stretched.
     * @type {{size: Size, window: MapWindow, samples: number, predicted: Uint8Array} | undefined}
     */
    #drawn;
    /** The samples for whose number the markers have their size. */
    #crowd = 0;
    /**
     * The last drawing of many samples, with everything around them.
     * @type {{canvas: HTMLCanvasElement, size: Size, window: MapWindow} | undefined}
     */
    #kept;

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#forget();
    }

    /** @param {Data} data */
    setData(data) {
        const before = this.#data;
        this.#data = data;
        // While somebody paints, only what is new is drawn.
        const isMore = before && this.#chosen === null && isContinued(before, data);
        if (isMore && data.samples <= GROWN * this.#crowd) return;
        this.#crowd = data.samples;
        this.#forget();
        if (isMore) return;
        this.#chosen = null;
        this.#predicted = new Uint8Array(0);
    }

    /** @param {Uint8Array} validation 1 for every sample that was set aside */
    setValidation(validation) {
        const before = this.#validation;
        this.#validation = validation;
        // Drawing 100,000 points takes a while, and most new networks do not change them.
        if (validation.every((aside, i) => aside === (before[i] ?? 0))) return;
        this.#forget();
    }

    /** @param {Uint8Array} predicted classes that the network gives the samples */
    setPredicted(predicted) {
        this.#predicted = predicted;
    }

    /** Highlighted ones are shown in any case. @param {boolean} areShown */
    show(areShown) {
        this.#areShown = areShown;
        this.#forget();
    }

    /**
     * Draws these samples on top, and the others faintly; null: all alike.
     * @param {Iterable<number> | null} indices
     */
    highlight(indices) {
        const samples = this.#data?.samples ?? 0;
        this.#chosen = indices && new Set([...indices].filter((i) => i >= 0 && i < samples));
        this.#forget();
    }

    /**
     * The nearest sample to a place, among those that can be pointed at.
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

    /**
     * Draws the samples in the window, and the axes. If they are many and were drawn for another
     * window before, that drawing is only stretched.
     * @param {CanvasRenderingContext2D} context
     * @param {Size} size
     * @param {MapWindow} window
     * @returns {boolean} whether they are drawn for this window
     */
    drawSoon(context, size, window) {
        if (this.#drawAdded(context, size, window)) return true;
        const kept = this.#kept;
        const isOther = kept?.size === size && kept.window !== window;
        if (kept && isOther) {
            context.clearRect(0, 0, size.width, size.height);
            inPlot(context, size, (plot) => {
                const { bounds } = kept.window;
                const [left, top] = onScreen(plot, window.bounds, bounds.xMin, bounds.yMax);
                const [right, bottom] = onScreen(plot, window.bounds, bounds.xMax, bounds.yMin);
                const { x, y, width, height } = plot;
                const to = /** @type {const} */ ([left, top, right - left, bottom - top]);
                context.drawImage(kept.canvas, x, y, width, height, ...to);
            });
            drawAxes(context, size, window.bounds, this.#theme);
            return false;
        }
        this.draw(context, size, window);
        return true;
    }

    /**
     * Draws only the samples that were added since, if there are any and nothing else has changed.
     * @param {CanvasRenderingContext2D} context
     * @param {Size} size
     * @param {MapWindow} window
     * @returns {boolean} whether that was so
     */
    #drawAdded(context, size, window) {
        const drawn = this.#drawn;
        const { samples = 0 } = this.#data ?? {};
        if (drawn?.size !== size || drawn.window !== window || drawn.samples > samples)
            return false;
        if (drawn.predicted !== this.#predicted) return false;
        if (drawn.samples === samples) return true;
        this.#drawMarkers(context, size, window, drawn.samples);
        this.#drawn = { ...drawn, samples };
        this.#kept = undefined;
        return true;
    }

    /**
     * Draws those in the window, and the axes.
     * @param {CanvasRenderingContext2D} context
     * @param {Size} size
     * @param {MapWindow} window
     */
    draw(context, size, window) {
        if (!this.#data) return;
        const { samples } = this.#data;
        this.#drawn = { size, window, samples, predicted: this.#predicted };
        context.clearRect(0, 0, size.width, size.height);
        if (this.#predicted.length === 0) {
            // Nothing can lie below them the first time, or with new data.
            this.#drawMarkers(context, size, window);
        } else {
            this.#drawRings(context, size, window);
            context.drawImage(this.#markersLayer(size, window), 0, 0);
        }
        if (this.#data.samples < MANY) return;
        const canvas = h("canvas", { width: size.width, height: size.height });
        canvas.getContext("2d")?.drawImage(context.canvas, 0, 0);
        this.#kept = { canvas, size, window };
    }

    /**
     * Draws a picture once, over what is there.
     * @param {CanvasRenderingContext2D} context
     * @param {Size} size
     * @param {MapWindow} window
     */
    drawOver(context, size, window) {
        if (!this.#data) return;
        this.#drawRings(context, size, window);
        this.#drawMarkers(context, size, window);
    }

    /**
     * @param {CanvasRenderingContext2D} context
     * @param {Size} size
     * @param {MapWindow} window
     */
    #drawRings(context, size, window) {
        const { samples } = /** @type {Data} */ (this.#data);
        const { text, ground } = this.#theme;
        const { radius, line } = this.#markerSize(size, window);
        const wrong = ring({ radius: radius * 2.1, line, colour: text, ground: css(ground) });
        const rings = this.#wrong();
        inPlot(context, size, (plot) => {
            // A network that knows nothing yet must not hide the points.
            context.globalAlpha = rings.length > MANY_WRONG * samples ? MANY_ALPHA : 1;
            for (const i of rings) this.#put(context, plot, window, wrong, i);
        });
    }

    /** Forgets what was drawn before. */
    #forget() {
        this.#layer = undefined;
        this.#kept = undefined;
        this.#drawn = undefined;
    }

    /** Whether a sample is neither hidden nor faint. @param {number} i */
    #standsOut(i) {
        return this.#chosen ? this.#chosen.has(i) : this.#areShown;
    }

    /**
     * Axes and markers, which stay while the rings below them change with the weights.
     * @param {Size} size
     * @param {MapWindow} window
     */
    #markersLayer(size, window) {
        const { samples } = /** @type {Data} */ (this.#data);
        const layer = this.#layer;
        const isThere = layer?.size === size && layer.window === window;
        const canvas = isThere
            ? layer.canvas
            : h("canvas", { width: size.width, height: size.height });
        const from = isThere ? layer.samples : 0;
        this.#layer = { canvas, size, window, samples };
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        if (!isThere || from < samples) this.#drawMarkers(context, size, window, from);
        return canvas;
    }

    /**
     * @param {CanvasRenderingContext2D} context
     * @param {Size} size
     * @param {MapWindow} window
     * @param {number} [from] the first sample; those before it are there, and the axes
     */
    #drawMarkers(context, size, window, from = 0) {
        const { y: labels, samples, classes } = /** @type {Data} */ (this.#data);
        if (from === 0) drawAxes(context, size, window.bounds, this.#theme);
        const { outline, palette, ground } = this.#theme;
        const { radius, line } = this.#markerSize(size, window);
        const colours = classColours(classes, palette);
        /** @param {string} [hollow] @param {number} [size] */
        const stamps = (hollow, size = 1) =>
            colours.map((colour, kind) =>
                stamp({ kind, colour, radius: radius * size, line, outline, hollow }),
            );
        const plain = stamps();
        const hollow = this.#validation.includes(1) ? stamps(css(ground)) : plain;
        const chosen = this.#chosen;
        const large = chosen ? [stamps(undefined, 1.3), stamps(css(ground), 1.3)] : [];
        inPlot(context, size, (plot) => {
            /** @param {(typeof plain)[]} stamps by the side of the split @param {number} i */
            const put = (stamps, i) =>
                this.#put(context, plot, window, stamps[this.#validation[i] ?? 0][labels[i]], i);
            context.globalAlpha = chosen ? FAINT : 1;
            for (let i = from; this.#areShown && i < samples; i++)
                if (!chosen?.has(i)) put([plain, hollow], i);
            context.globalAlpha = 1;
            for (const i of chosen ?? []) put(large, i);
        });
    }

    /**
     * A point's radius in the canvas's pixels: smaller the more points there are, and larger when
     * the map is zoomed in.
     * @param {Size} size
     * @param {MapWindow} window
     */
    #markerSize(size, { level }) {
        const crowd = ((COMMON / this.#crowd) * level) ** 0.35;
        const share = Math.min(0.009, Math.max(0.0018, 0.0052 * crowd));
        const radius = share * plotOf(size).width;
        return { radius, line: Math.max(0.5, Math.min(radius / 3, 0.8 * size.ratio)) };
    }

    /** The samples that get a ring, since the network gets them wrong. */
    #wrong() {
        const { y } = /** @type {Data} */ (this.#data);
        const all = Array.from(this.#predicted.keys());
        return all.filter((i) => this.#predicted[i] !== y[i] && this.#standsOut(i));
    }

    /**
     * Draws a picture with its middle on a sample, if any of it is in the plot.
     * @param {CanvasRenderingContext2D} context
     * @param {Plot} plot
     * @param {MapWindow} window
     * @param {ReturnType<typeof stamp>} picture
     * @param {number} sample
     */
    #put(context, plot, { bounds }, { canvas, half }, sample) {
        const { x } = /** @type {Data} */ (this.#data);
        const [left, top] = onScreen(plot, bounds, x[2 * sample], x[2 * sample + 1]);
        const isBeside = left < plot.x - half || left > plot.x + plot.width + half;
        if (isBeside || top < plot.y - half || top > plot.y + plot.height + half) return;
        context.drawImage(canvas, Math.round(left - half - 0.5), Math.round(top - half - 0.5));
    }
}

/**
 * Whether the data go on with more samples where the others end.
 * @param {Data} before
 * @param {Data} data
 */
const isContinued = (before, data) =>
    before.samples <= data.samples &&
    before.classes === data.classes &&
    sameBounds(before.bounds, data.bounds) &&
    isStartOf(before.y, data.y) &&
    isStartOf(before.x, data.x);

/**
 * A loop, since it runs for each frame of a stroke, over 100,000 points.
 * @param {ArrayLike<number>} start
 * @param {ArrayLike<number>} whole
 */
function isStartOf(start, whole) {
    for (let i = 0; i < start.length; i++) if (start[i] !== whole[i]) return false;
    return true;
}
