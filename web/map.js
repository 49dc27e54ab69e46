/** The map: decision regions, the points on top, axes. Its box never changes with what it shows. */

import { Screen } from "./canvas.js";
import { h } from "./dom.js";
import { stamp } from "./markers.js";
import { classColours, over } from "./palette.js";
import { paint } from "./raster.js";
import { blackOnWhite } from "./theme.js";
import { ticks } from "./ticks.js";

/** @typedef {import("./portrait.js").Picture} Picture */
/** @typedef {import("./portrait.js").Data} Data */
/** @typedef {import("./theme.js").Theme} Theme */

const LEFT = 34; // CSS pixels around the plot, for the axes
const BOTTOM = 22;
const TOP = 8;
const RIGHT = 8;
const COMMON = 1500; // points, for which the marker's size was chosen

export class MapView {
    /** @type {Data | undefined} */ #data;
    /** @type {Picture | undefined} */ #picture;
    #theme = blackOnWhite;
    /** @type {ImageData | undefined} */ #image;
    #colours = new Uint32Array(0);
    #small = document.createElement("canvas");

    /** @param {() => void} resized */
    constructor(resized) {
        this.regions = new Screen({ "aria-hidden": "true" }, () => {
            this.#drawRegions();
            resized();
        });
        this.points = new Screen({ role: "img" }, () => this.#drawPoints());
        this.element = h("div", { class: "map" }, this.regions.canvas, this.points.canvas);
    }

    /** Pixels that the picture should have: those of the plot, or an even part of them. @param {number} most a side */
    extent(most) {
        this.regions.measure();
        const { width, height } = plotOf(this.regions.size);
        const part = Math.ceil(Math.max(width, height) / most);
        return { width: Math.ceil(width / part) + 1, height: Math.ceil(height / part) + 1 };
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#mixColours();
    }

    /** @param {Data} data */
    setData(data) {
        this.#data = data;
        this.#mixColours();
    }

    /** Takes the picture over; hands back the one it replaces. @param {Picture} picture */
    setPicture(picture) {
        const old = this.#picture;
        this.#picture = picture;
        return old?.classes.buffer;
    }

    /** @param {string} text */
    describe(text) {
        this.points.canvas.setAttribute("aria-label", text);
    }

    drawRegions() {
        this.regions.measure();
        this.#drawRegions();
    }

    drawPoints() {
        this.points.measure();
        this.#drawPoints();
    }

    close() {
        this.regions.close();
        this.points.close();
    }

    #mixColours() {
        const { ground, regionAlpha } = this.#theme;
        const colours = classColours(this.#data?.classes ?? 3);
        const bytes = colours.flatMap((colour) => [...over(colour, regionAlpha, ground), 255]);
        this.#colours = new Uint32Array(new Uint8Array(bytes).buffer);
    }

    #drawRegions() {
        if (!this.#picture) return;
        const { classes, extent } = this.#picture;
        if (this.#image?.width !== extent.width || this.#image.height !== extent.height) {
            this.#image = new ImageData(extent.width, extent.height);
            this.#small.width = extent.width;
            this.#small.height = extent.height;
        }
        paint(classes, extent, this.#colours, new Uint32Array(this.#image.data.buffer));
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
        context.clearRect(0, 0, size.width, size.height);
        this.#drawAxes();
        const { x, y: labels, samples, classes, bounds } = this.#data;
        const plot = plotOf(size);
        const crowd = (COMMON / samples) ** 0.35;
        const radius = Math.min(0.009, Math.max(0.0018, 0.0052 * crowd)) * plot.width;
        const line = Math.max(0.5, Math.min(radius / 3, 0.8 * size.ratio));
        const stamps = classColours(classes).map((colour, kind) =>
            stamp({ kind, colour, radius, line, outline: this.#theme.outline }),
        );
        const scaleX = plot.width / (bounds.xMax - bounds.xMin);
        const scaleY = plot.height / (bounds.yMax - bounds.yMin);
        for (let i = 0; i < samples; i++) {
            const { canvas, half } = stamps[labels[i]];
            const left = plot.x + (x[2 * i] - bounds.xMin) * scaleX - half - 0.5;
            const top = plot.y + (bounds.yMax - x[2 * i + 1]) * scaleY - half - 0.5;
            context.drawImage(canvas, Math.round(left), Math.round(top));
        }
    }

    #drawAxes() {
        const { context, size } = this.points;
        const { xMin, xMax, yMin, yMax } = /** @type {Data} */ (this.#data).bounds;
        const { ratio } = size;
        const plot = plotOf(size);
        const bottom = plot.y + plot.height;
        context.lineWidth = Math.max(1, Math.round(ratio));
        context.strokeStyle = this.#theme.line;
        context.strokeRect(plot.x, plot.y, plot.width, plot.height);
        context.fillStyle = this.#theme.muted;
        context.font = `${11 * ratio}px ${this.#theme.sans}`;
        context.textAlign = "center";
        context.textBaseline = "top";
        const across = ticks(xMin, xMax, 5);
        across.values.forEach((value, i) => {
            const at = Math.round(plot.x + ((value - xMin) / (xMax - xMin)) * plot.width);
            context.fillRect(at, bottom, context.lineWidth, 4 * ratio);
            context.fillText(across.labels[i], at, bottom + 7 * ratio);
        });
        context.textAlign = "right";
        context.textBaseline = "middle";
        const upward = ticks(yMin, yMax, 5);
        upward.values.forEach((value, i) => {
            const at = Math.round(bottom - ((value - yMin) / (yMax - yMin)) * plot.height);
            context.fillRect(plot.x - 4 * ratio, at, 4 * ratio, context.lineWidth);
            context.fillText(upward.labels[i], plot.x - 7 * ratio, at);
        });
    }
}

/** Where the plot lies within the canvas, in its pixels. @param {import("./canvas.js").Size} size */
function plotOf({ width, height, ratio }) {
    const x = Math.round(LEFT * ratio);
    const y = Math.round(TOP * ratio);
    return {
        x,
        y,
        width: Math.max(1, width - x - Math.round(RIGHT * ratio)),
        height: Math.max(1, height - y - Math.round(BOTTOM * ratio)),
    };
}
