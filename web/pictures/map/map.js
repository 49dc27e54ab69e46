/** The map: decision regions, the points on top, axes. Its box never changes with what it shows. */

import { ring, stamp } from "../../draw/markers.js";
import { paint } from "../../draw/paint.js";
import { classColours, css, tableOf, wordsOf } from "../../draw/palette.js";
import { Screen } from "../../draw/screen.js";
import { blackOnWhite } from "../../draw/theme.js";
import { h } from "../../ui/dom.js";
import { drawCrosshair, drawLines } from "./marks.js";
import { drawAxes, onScreen, plotOf } from "./plot.js";

/** @typedef {import("./observe.js").MapPicture} Picture */
/** @typedef {import("../../shared/protocol.js").Data} Data */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("./plot.js").Plot} Plot */
/** @typedef {import("../scene.js").Place} Place */

const COMMON = 1500; // points, for which the marker's size was chosen
const FAINT = 0.15; // points beside those that are to be seen
const MANY_WRONG = 0.2; // of the samples
const MANY_ALPHA = 0.3; // of their rings
const NEAR = 9; // CSS pixels from a point to the pointer that means it

export class MapView {
    /** @type {Data | undefined} */ #data;
    /** @type {Picture | undefined} */ #picture;
    #theme = blackOnWhite;
    /** @type {ImageData | undefined} */ #image;
    #colours = { kind: "", words: new Uint32Array(0) };
    #small = document.createElement("canvas");
    /** 1 for every sample that was set aside. @type {Uint8Array} */
    #validation = new Uint8Array(0);
    /** Classes that the network gives the samples. @type {Uint8Array} */
    #predicted = new Uint8Array(0);
    /** @type {Set<number> | null} */ #chosen = null;
    /** @type {Float32Array | undefined} */ #lines;
    /** @type {Place | null} */ #place = null;
    /**
     * Axes and points as drawn before.
     * @type {{canvas: HTMLCanvasElement, size: import("../../draw/screen.js").Size} | undefined}
     */
    #layer;

    /** @param {() => void} resized */
    constructor(resized) {
        this.regions = new Screen({ "aria-hidden": "true" }, () => {
            this.#drawRegions();
            resized();
        });
        this.points = new Screen({ role: "img" }, () => this.#drawPoints());
        this.marks = new Screen({ "aria-hidden": "true" }, () => this.#drawMarks());
        this.marks.canvas.style.visibility = "hidden";
        const canvases = this.#screens.map(({ canvas }) => canvas);
        this.element = h("div", { class: "map" }, ...canvases);
    }

    /**
     * Pixels that the picture should have: those of the plot, or an even part of them.
     * @param {number} most a side
     */
    extent(most) {
        this.regions.measure();
        const { width, height } = plotOf(this.regions.size);
        const part = Math.ceil(Math.max(width, height) / most);
        return { width: Math.ceil(width / part) + 1, height: Math.ceil(height / part) + 1 };
    }

    /** Before anything is drawn, so that no drawing has to wait for a layout. */
    measure() {
        for (const screen of this.#screens) screen.measure();
    }

    /** The part of the map's region that the data take, or undefined as long as there are none. */
    get bounds() {
        return this.#data?.bounds;
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#layer = undefined;
        this.#colours.kind = "";
        for (const screen of this.#screens) screen.forget();
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
        const before = this.#validation;
        this.#validation = validation;
        // To draw 100,000 points takes a while, and most new networks leave them as they are.
        const isSame = validation.every((aside, i) => aside === before[i]);
        if (!isSame || validation.length !== before.length) this.#layer = undefined;
    }

    /** @param {Uint8Array} predicted classes that the network gives the samples */
    setPredicted(predicted) {
        this.#predicted = predicted;
    }

    /** @param {Float32Array} [lines] [units][w1, w2, b] of the first layer */
    setLines(lines) {
        this.#lines = lines;
    }

    /** @param {Place | null} place of the crosshair */
    setPlace(place) {
        this.#place = place;
    }

    /**
     * Shows some samples before all others; null: all alike.
     * @param {Iterable<number> | null} indices
     */
    highlight(indices) {
        const samples = this.#data?.samples ?? 0;
        this.#chosen = indices && new Set([...indices].filter((i) => i >= 0 && i < samples));
        this.#layer = undefined;
        this.drawPoints();
    }

    /** Takes the picture over; hands back the one it replaces. @param {Picture} picture */
    setPicture(picture) {
        const old = this.#picture;
        this.#picture = picture;
        return old?.pixels.buffer;
    }

    /** @param {string} text */
    describe(text) {
        this.points.canvas.setAttribute("aria-label", text);
    }

    /**
     * What lies under a point of the screen: a sample that is near, or the point itself.
     * @param {{clientX: number, clientY: number}} event
     * @returns {Place | null}
     */
    placeAt({ clientX, clientY }) {
        if (!this.#data) return null;
        const { xMin, xMax, yMin, yMax } = this.#data.bounds;
        const { size, canvas } = this.points;
        const box = canvas.getBoundingClientRect();
        const plot = plotOf(size);
        const left = ((clientX - box.left) / box.width) * size.width; // canvas's pixels
        const top = ((clientY - box.top) / box.height) * size.height;
        const across = between((left - plot.x) / plot.width);
        const up = between(1 - (top - plot.y) / plot.height);
        const x = xMin + across * (xMax - xMin);
        const y = yMin + up * (yMax - yMin);
        return this.#sampleNear(x, y, NEAR) ?? { x, y, sample: null };
    }

    /**
     * Some pixels further, never outside.
     * @param {Place | null} from
     * @param {number} right
     * @param {number} up
     * @returns {Place | null}
     */
    placeBeside(from, right, up) {
        if (!this.#data) return null;
        const { xMin, xMax, yMin, yMax } = this.#data.bounds;
        const [x0, y0] = from ? [from.x, from.y] : [(xMin + xMax) / 2, (yMin + yMax) / 2];
        const pixel = this.#pixel();
        const x = Math.min(xMax, Math.max(xMin, x0 + right * pixel.x));
        const y = Math.min(yMax, Math.max(yMin, y0 + up * pixel.y));
        // Nearer than a step, or the crosshair would never leave a point again.
        const near = this.#sampleNear(x, y, Math.max(0, Math.hypot(right, up) / 2 - 0.5));
        return near ?? { x, y, sample: null };
    }

    drawRegions() {
        this.regions.measure();
        this.#drawRegions();
    }

    drawPoints() {
        this.points.measure();
        this.#drawPoints();
    }

    drawMarks() {
        this.marks.measure();
        this.#drawMarks();
    }

    /** From the lowest to the uppermost. */
    get canvases() {
        return this.#screens.map(({ canvas }) => canvas);
    }

    close() {
        for (const screen of this.#screens) screen.close();
    }

    get #screens() {
        return [this.regions, this.points, this.marks];
    }

    /** A CSS pixel in the data's units. */
    #pixel() {
        const { xMin, xMax, yMin, yMax } = /** @type {Data} */ (this.#data).bounds;
        const { width, height } = plotOf(this.points.size);
        const { ratio } = this.points.size;
        return { x: ((xMax - xMin) / width) * ratio, y: ((yMax - yMin) / height) * ratio };
    }

    /**
     * @param {number} x
     * @param {number} y
     * @param {number} reach in CSS pixels
     * @returns {Place | null}
     */
    #sampleNear(x, y, reach) {
        const { x: points, samples } = /** @type {Data} */ (this.#data);
        const pixel = this.#pixel();
        let [sample, least] = [-1, reach];
        for (let i = 0; i < samples; i++) {
            if (this.#chosen && !this.#chosen.has(i)) continue;
            const away = Math.hypot(
                (points[2 * i] - x) / pixel.x,
                (points[2 * i + 1] - y) / pixel.y,
            );
            if (away < least) [sample, least] = [i, away];
        }
        if (sample < 0) return null;
        return { x: points[2 * sample], y: points[2 * sample + 1], sample };
    }

    /** @param {Picture} picture */
    #words({ mode: { kind }, classes }) {
        if (this.#colours.kind !== kind + classes)
            this.#colours = {
                kind: kind + classes,
                words: wordsOf(tableOf(kind, classes, this.#theme)),
            };
        return this.#colours.words;
    }

    #drawRegions() {
        if (!this.#picture) return;
        const { pixels, extent } = this.#picture;
        if (this.#image?.width !== extent.width || this.#image.height !== extent.height) {
            this.#image = new ImageData(extent.width, extent.height);
            this.#small.width = extent.width;
            this.#small.height = extent.height;
        }
        const words = this.#words(this.#picture);
        paint(pixels, extent, words, new Uint32Array(this.#image.data.buffer));
        const { context, size } = this.regions;
        const { x, y, width, height } = plotOf(size);
        if (extent.width === width + 1 && extent.height === height + 1) {
            context.putImageData(this.#image, x, y, 0, 0, width, height);
            return;
        }
        const small = /** @type {CanvasRenderingContext2D} */ (this.#small.getContext("2d"));
        small.putImageData(this.#image, 0, 0);
        const [across, down] = [extent.width - 1, extent.height - 1];
        context.drawImage(this.#small, 0, 0, across, down, x, y, width, height);
    }

    #drawPoints() {
        if (!this.#data) return;
        const { context, size } = this.points;
        if (size.width === 0 || size.height === 0) return; // the lab is hidden
        const { samples } = this.#data;
        context.clearRect(0, 0, size.width, size.height);
        if (this.#predicted.length === 0) {
            this.#drawDots(context); // the first time, or of new data: nothing can lie below them
            return;
        }
        const { text, ground } = this.#theme;
        const { radius, line } = this.#markerSize();
        const wrong = ring({ radius: radius * 2.1, line, colour: text, ground: css(ground) });
        const rings = this.#wrong();
        // A network that knows nothing yet must not hide the points.
        context.globalAlpha = rings.length > MANY_WRONG * samples ? MANY_ALPHA : 1;
        const plot = plotOf(size);
        for (const i of rings) this.#put(context, plot, wrong, i);
        context.globalAlpha = 1;
        context.drawImage(this.#dotsLayer(), 0, 0);
    }

    /** Axes and points, which stay while the rings below them change with the weights. */
    #dotsLayer() {
        const { size } = this.points;
        if (this.#layer?.size === size) return this.#layer.canvas;
        const canvas = h("canvas", { width: size.width, height: size.height });
        this.#layer = { canvas, size };
        this.#drawDots(/** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")));
        return canvas;
    }

    /** @param {CanvasRenderingContext2D} context */
    #drawDots(context) {
        const { y: labels, samples, classes, bounds } = /** @type {Data} */ (this.#data);
        drawAxes(context, this.points.size, bounds, this.#theme);
        const { outline, palette, ground } = this.#theme;
        const { radius, line } = this.#markerSize();
        const colours = classColours(classes, palette);
        /** @param {string} [hollow] @param {number} [size] */
        const stamps = (hollow, size = 1) =>
            colours.map((colour, kind) =>
                stamp({ kind, colour, radius: radius * size, line, outline, hollow }),
            );
        const plain = stamps();
        const hollow = this.#validation.includes(1) ? stamps(css(ground)) : plain;
        const plot = plotOf(this.points.size);
        const chosen = this.#chosen;
        const large = chosen ? [stamps(undefined, 1.3), stamps(css(ground), 1.3)] : [];
        context.globalAlpha = chosen ? FAINT : 1;
        for (let i = 0; i < samples; i++)
            if (!chosen?.has(i))
                this.#put(context, plot, (this.#validation[i] ? hollow : plain)[labels[i]], i);
        context.globalAlpha = 1;
        for (const i of chosen ?? [])
            this.#put(context, plot, large[this.#validation[i] ?? 0][labels[i]], i);
    }

    /** The more points, the smaller they are; in the canvas's pixels. */
    #markerSize() {
        const { samples } = /** @type {Data} */ (this.#data);
        const { size } = this.points;
        const crowd = (COMMON / samples) ** 0.35;
        const share = Math.min(0.009, Math.max(0.0018, 0.0052 * crowd));
        const radius = share * plotOf(size).width;
        return { radius, line: Math.max(0.5, Math.min(radius / 3, 0.8 * size.ratio)) };
    }

    /** The samples that are to be ringed: the network gets them wrong. */
    #wrong() {
        const { y } = /** @type {Data} */ (this.#data);
        const all = Array.from(this.#predicted.keys());
        return all.filter((i) => this.#predicted[i] !== y[i] && (this.#chosen?.has(i) ?? true));
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

    /** What moves on its own: the first layer's lines and the crosshair. */
    #drawMarks() {
        if (!this.#data) return;
        const { context, size } = this.marks;
        const plot = plotOf(size);
        // An empty canvas costs the screen's composition as much as a full one.
        const { style } = this.marks.canvas;
        const visibility = this.#lines || this.#place ? "" : "hidden";
        if (visibility && style.visibility) return; // and was empty before
        style.visibility = visibility;
        context.clearRect(0, 0, size.width, size.height);
        const { bounds } = this.#data;
        if (this.#lines) drawLines(context, this.#lines, bounds, plot, this.#theme, size.ratio);
        if (this.#place) drawCrosshair(context, this.#place, bounds, plot, this.#theme, size.ratio);
    }
}

/** @param {number} part */
const between = (part) => Math.min(1, Math.max(0, part));
