/** The map: decision regions, the points on top, axes. Its box never changes with what it shows. */

import { Screen } from "./canvas.js";
import { h } from "./dom.js";
import { stamp } from "./markers.js";
import { classColours, over } from "./palette.js";
import { blackOnWhite } from "./theme.js";
import { ticks } from "./ticks.js";

/** @typedef {import("./portrait.js").Picture} Picture */
/** @typedef {import("./portrait.js").Data} Data */
/** @typedef {import("./theme.js").Theme} Theme */

const LEFT = 34; // CSS pixels around the plot, for the axes
const BOTTOM = 22;
const TOP = 8;
const RIGHT = 8;
const CELLS = 100; // of the tutorial's grid; the picture's pixels divide them evenly
const COMMON = 1500; // points, for which the marker's size was chosen

export class MapView {
    /** @type {Data | undefined} */ #data;
    /** @type {Picture | undefined} */ #picture;
    #theme = blackOnWhite;
    /** @type {ImageData | undefined} */ #image;
    #pixels = new Uint32Array(0);
    #colours = new Uint32Array(0);
    #small = document.createElement("canvas");

    constructor() {
        this.regions = new Screen({ "aria-hidden": "true" }, () => this.#drawRegions());
        this.points = new Screen({ role: "img" }, () => this.#drawPoints());
        this.element = h("div", { class: "map" }, this.regions.canvas, this.points.canvas);
    }

    /** Pixels a side that the picture should have for this box. */
    get wantedSize() {
        const { width } = this.regions.size;
        // More than there are on the screen: scaled down, the borders come out smooth.
        return CELLS * Math.min(10, Math.max(4, Math.ceil((1.3 * width) / CELLS))) + 1;
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
        const { classes, size } = this.#picture;
        if (this.#image?.width !== size) {
            this.#small.width = this.#small.height = size;
            this.#image = new ImageData(size, size);
            this.#pixels = new Uint32Array(this.#image.data.buffer);
        }
        const colours = this.#colours;
        for (let i = 0; i < classes.length; i++) this.#pixels[i] = colours[classes[i]];
        const small = /** @type {CanvasRenderingContext2D} */ (this.#small.getContext("2d"));
        small.putImageData(/** @type {ImageData} */ (this.#image), 0, 0);
        const { context } = this.regions;
        const { x, y, width, height } = plotOf(this.regions.size);
        context.imageSmoothingQuality = "medium";
        // The outermost pixels lie on the bounds: half of each is outside.
        context.drawImage(this.#small, 0.5, 0.5, size - 1, size - 1, x, y, width, height);
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
