/** The map: decision regions, the points on top, axes. Its box never changes with what it shows. */

import { paint } from "../../draw/paint.js";
import { tableOf, wordsOf } from "../../draw/palette.js";
import { Screen } from "../../draw/screen.js";
import { blackOnWhite } from "../../draw/theme.js";
import { h } from "../../ui/dom.js";
import { drawCrosshair, drawLines } from "./marks.js";
import { MARGINS, plotOf } from "./plot.js";
import { Samples } from "./samples.js";

/** @typedef {import("./observe.js").MapPicture} Picture */
/** @typedef {import("../../shared/protocol.js").Data} Data */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../scene.js").Place} Place */

const NEAR = 9; // CSS pixels from a point to the pointer that means it

export class MapView {
    /** @type {Data | undefined} */ #data;
    /** @type {Picture | undefined} */ #picture;
    #theme = blackOnWhite;
    /** @type {ImageData | undefined} */ #image;
    #colours = { kind: "", words: new Uint32Array(0) };
    #small = document.createElement("canvas");
    /** @type {Float32Array | undefined} */ #lines;
    /** @type {Place | null} */ #place = null;
    samples = new Samples();

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
        this.samples.setTheme(theme);
        this.#colours.kind = "";
    }

    /** @param {Data} data */
    setData(data) {
        this.#data = data;
        this.samples.setData(data);
    }

    /** @param {Float32Array} [lines] [units][w1, w2, b] of the first layer */
    setLines(lines) {
        this.#lines = lines;
    }

    /** @param {Place | null} place of the crosshair */
    setPlace(place) {
        this.#place = place;
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
        const box = this.points.canvas.getBoundingClientRect();
        const width = box.width - MARGINS.left - MARGINS.right;
        const height = box.height - MARGINS.top - MARGINS.bottom;
        const across = between((clientX - box.left - MARGINS.left) / width);
        const up = between(1 - (clientY - box.top - MARGINS.top) / height);
        const x = xMin + across * (xMax - xMin);
        const y = yMin + up * (yMax - yMin);
        return this.samples.near(x, y, NEAR, this.#pixel()) ?? { x, y, sample: null };
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
        const reach = Math.max(0, Math.hypot(right, up) / 2 - 0.5);
        return this.samples.near(x, y, reach, pixel) ?? { x, y, sample: null };
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
        const { context, size } = this.points;
        if (size.width === 0 || size.height === 0) return; // the lab is hidden
        this.samples.draw(context, size);
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
