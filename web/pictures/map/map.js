/** The map: decision regions, the points on top, axes. Its box never changes with what it shows. */

import { Screen } from "../../draw/screen.js";
import { blackOnWhite } from "../../draw/theme.js";
import { h } from "../../ui/dom.js";
import { drawCrosshair, drawLines } from "./marks.js";
import { plotOf } from "./plot.js";
import { Regions } from "./regions.js";
import { Samples } from "./samples.js";

/** @typedef {import("./observe.js").MapPicture} Picture */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../draw/screen.js").Size} Size */
/** @typedef {import("../scene.js").Place} Place */
/** @typedef {import("./window.js").MapWindow} MapWindow */

const NEAR = 9; // CSS pixels from a point to the pointer that means it
const STILL_MS = 150; // of the window, before what takes long is drawn for it

export class MapView {
    /**
     * The part of the plane in the plot; undefined while there are no data.
     * @type {MapWindow | undefined}
     */
    #window;
    #theme = blackOnWhite;
    #ground = new Regions();
    /** @type {Float32Array | undefined} */ #lines;
    /** @type {Place | null} */ #place = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #moving;
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
        this.element = h("div", { class: "map" }, ...canvases); // the uppermost last
    }

    /**
     * How many pixels the picture should have: the plot's, or a whole fraction of them.
     * @param {number} most a side
     */
    extent(most) {
        this.regions.measure();
        const { width, height } = plotOf(this.regions.size);
        const part = Math.ceil(Math.max(width, height) / most);
        return { width: Math.ceil(width / part) + 1, height: Math.ceil(height / part) + 1 };
    }

    /** Measures before anything is drawn, so that no drawing has to wait for a layout. */
    measure() {
        for (const screen of this.#screens) screen.measure();
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.samples.setTheme(theme);
        this.#ground.setTheme(theme);
        for (const screen of this.#screens) screen.forget();
    }

    /** @param {MapWindow | undefined} window */
    setWindow(window) {
        this.#window = window;
    }

    /** @param {Float32Array} [lines] [units][w1, w2, b] of the first layer */
    setLines(lines) {
        this.#lines = lines;
    }

    /** @param {Place | null} place of the crosshair */
    setPlace(place) {
        this.#place = place;
    }

    /** Takes the picture over; hands back what is no longer needed. @param {Picture} picture */
    setPicture(picture) {
        return this.#ground.setPicture(picture);
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
    placeAt(event) {
        const spot = this.spotAt(event);
        if (!this.#window || !spot) return null;
        const near = this.samples.near(spot.x, spot.y, NEAR, this.pixel);
        return near && this.#window.shows(near) ? near : { ...spot, sample: null };
    }

    /**
     * A point of the screen in the data's units; null while there are no data.
     * @param {{clientX: number, clientY: number}} event
     */
    spotAt({ clientX, clientY }) {
        if (!this.#window) return null;
        const { xMin, xMax, yMin, yMax } = this.#window.bounds;
        const { size, canvas } = this.points;
        const box = canvas.getBoundingClientRect();
        const plot = plotOf(size);
        const left = ((clientX - box.left) / box.width) * size.width; // canvas's pixels
        const top = ((clientY - box.top) / box.height) * size.height;
        const across = between((left - plot.x) / plot.width);
        const up = between(1 - (top - plot.y) / plot.height);
        return { x: xMin + across * (xMax - xMin), y: yMin + up * (yMax - yMin) };
    }

    /**
     * The place some pixels further on, never outside the whole.
     * @param {Place | null} from
     * @param {number} right
     * @param {number} up
     * @returns {Place | null}
     */
    placeBeside(from, right, up) {
        if (!this.#window) return null;
        const { whole, bounds } = this.#window;
        const { xMin, xMax, yMin, yMax } = whole;
        const middle = {
            x: (bounds.xMin + bounds.xMax) / 2,
            y: (bounds.yMin + bounds.yMax) / 2,
        };
        const { x: x0, y: y0 } = from ?? middle;
        const { pixel } = this;
        const x = Math.min(xMax, Math.max(xMin, x0 + right * pixel.x));
        const y = Math.min(yMax, Math.max(yMin, y0 + up * pixel.y));
        // The reach is less than a step, or the crosshair could never leave a point again.
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

    /**
     * Draws everything that is on the map.
     * @param {CanvasRenderingContext2D} context
     * @param {Size} size
     * @param {Picture} [picture] of the ground, as large as the plot; that of the screen if left
     *     out
     */
    drawAll(context, size, picture) {
        if (!this.#window) return;
        this.#ground.draw(context, size, this.#window, picture);
        this.samples.drawOver(context, size, this.#window);
        this.#drawMarksOn(context, size, this.#window);
    }

    close() {
        clearTimeout(this.#moving);
        for (const screen of this.#screens) screen.close();
    }

    get #screens() {
        return [this.regions, this.points, this.marks];
    }

    /** A CSS pixel in the data's units; of no size while there are no data. */
    get pixel() {
        const { xMin = 0, xMax = 0, yMin = 0, yMax = 0 } = this.#window?.bounds ?? {};
        const { width, height } = plotOf(this.points.size);
        const { ratio } = this.points.size;
        return { x: ((xMax - xMin) / width) * ratio, y: ((yMax - yMin) / height) * ratio };
    }

    #drawRegions() {
        const { context, size } = this.regions;
        if (this.#window) this.#ground.draw(context, size, this.#window);
    }

    /** @param {boolean} [isStill] they are drawn for this window, however long it takes */
    #drawPoints(isStill = false) {
        clearTimeout(this.#moving);
        const { context, size } = this.points;
        if (size.width === 0 || size.height === 0) return; // the lab is hidden
        if (!this.#window) return;
        if (isStill) this.samples.draw(context, size, this.#window);
        else if (!this.samples.drawSoon(context, size, this.#window))
            this.#moving = setTimeout(() => this.#drawPoints(true), STILL_MS);
    }

    /** What moves on its own: the first layer's lines and the crosshair. */
    #drawMarks() {
        if (!this.#window) return;
        const { context, size } = this.marks;
        // For the compositor, an empty canvas costs as much as a full one.
        const { style } = this.marks.canvas;
        const visibility = this.#lines || this.#place ? "" : "hidden";
        if (visibility && style.visibility) return; // and was empty before
        style.visibility = visibility;
        context.clearRect(0, 0, size.width, size.height);
        this.#drawMarksOn(context, size, this.#window);
    }

    /**
     * @param {CanvasRenderingContext2D} context
     * @param {Size} size
     * @param {MapWindow} window
     */
    #drawMarksOn(context, size, window) {
        const { bounds } = window;
        const [plot, theme, place] = [plotOf(size), this.#theme, this.#place];
        if (this.#lines) drawLines(context, this.#lines, bounds, plot, theme, size.ratio);
        if (place && window.shows(place))
            drawCrosshair(context, place, bounds, plot, theme, size.ratio);
    }
}

/** @param {number} part */
const between = (part) => Math.min(1, Math.max(0, part));
