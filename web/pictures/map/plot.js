/** Where the plot lies within the map's canvas, and its axes. */

import { ticks } from "../../draw/ticks.js";

/** @typedef {import("../../shared/protocol.js").Bounds} Bounds */
/** @typedef {import("../../draw/screen.js").Size} Size */
/**
 * In pixels of the canvas.
 * @typedef {{x: number, y: number, width: number, height: number}} Plot
 */

const FONT = 11; // CSS pixels, of the axes' labels

/** Around the plot, for the axes, in CSS pixels of the lab. */
const MARGINS = { left: 34, right: 8, top: 8, bottom: 22 };

/** @param {Size} size of the canvas @returns {Plot} */
export function plotOf({ width, height, ratio }) {
    const x = Math.round(MARGINS.left * ratio);
    const y = Math.round(MARGINS.top * ratio);
    return {
        x,
        y,
        width: Math.max(1, width - x - Math.round(MARGINS.right * ratio)),
        height: Math.max(1, height - y - Math.round(MARGINS.bottom * ratio)),
    };
}

/**
 * Converts a place in the data's units to pixels of the canvas.
 * @param {Plot} plot
 * @param {Bounds} bounds
 * @param {number} x
 * @param {number} y
 */
export function onScreen(plot, { xMin, xMax, yMin, yMax }, x, y) {
    return [
        plot.x + ((x - xMin) / (xMax - xMin)) * plot.width,
        plot.y + ((yMax - y) / (yMax - yMin)) * plot.height,
    ];
}

/**
 * Draws something that the plot's frame cuts off.
 * @param {CanvasRenderingContext2D} context
 * @param {Size} size
 * @param {(plot: Plot) => void} draw
 */
export function inPlot(context, size, draw) {
    const plot = plotOf(size);
    context.save();
    context.beginPath();
    context.rect(plot.x, plot.y, plot.width, plot.height);
    context.clip();
    draw(plot);
    context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Size} size
 * @param {Bounds} bounds
 * @param {import("../../draw/theme.js").Theme} theme
 */
export function drawAxes(context, size, { xMin, xMax, yMin, yMax }, theme) {
    const { ratio } = size;
    const plot = plotOf(size);
    const bottom = plot.y + plot.height;
    context.lineWidth = Math.max(1, Math.round(ratio));
    context.strokeStyle = theme.line;
    context.strokeRect(plot.x, plot.y, plot.width, plot.height);
    context.fillStyle = theme.muted;
    const across = ticks(xMin, xMax, 5);
    const upward = ticks(yMin, yMax, 5);
    context.font = `${FONT * ratio}px ${theme.sans}`;
    const wide = (/** @type {string} */ text) => context.measureText(text).width;
    // Zooming in gives the labels more digits; they get smaller before they are cut off.
    const room = plot.x - 8 * ratio;
    const shrunk = Math.min(1, room / Math.max(...upward.labels.map(wide)));
    context.font = `${FONT * ratio * shrunk}px ${theme.sans}`;
    context.textAlign = "center";
    context.textBaseline = "top";
    across.values.forEach((value, i) => {
        const at = Math.round(plot.x + ((value - xMin) / (xMax - xMin)) * plot.width);
        const label = across.labels[i];
        context.fillRect(at, bottom, context.lineWidth, 4 * ratio);
        context.fillText(label, Math.min(at, size.width - wide(label) / 2), bottom + 7 * ratio);
    });
    context.textAlign = "right";
    context.textBaseline = "middle";
    upward.values.forEach((value, i) => {
        const at = Math.round(bottom - ((value - yMin) / (yMax - yMin)) * plot.height);
        context.fillRect(plot.x - 4 * ratio, at, 4 * ratio, context.lineWidth);
        context.fillText(upward.labels[i], plot.x - 7 * ratio, at);
    });
}
