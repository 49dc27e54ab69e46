/** What moves over the map on its own: the crosshair, and the first layer's lines. */

import { css } from "../../draw/palette.js";
import { onScreen } from "./plot.js";

/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../shared/protocol.js").Bounds} Bounds */
/** @typedef {import("./plot.js").Plot} Plot */

/**
 * Draws where each unit of the first layer changes sign, w1 x + w2 y + b = 0.
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} lines [units][w1, w2, b]
 * @param {Bounds} bounds of the plot
 * @param {Plot} plot
 * @param {Theme} theme
 * @param {number} ratio pixels to a CSS pixel
 */
export function drawLines(context, lines, { xMin, xMax, yMin, yMax }, plot, theme, ratio) {
    const toX = (/** @type {number} */ x) => plot.x + ((x - xMin) / (xMax - xMin)) * plot.width;
    const toY = (/** @type {number} */ y) => plot.y + ((yMax - y) / (yMax - yMin)) * plot.height;
    context.save();
    context.beginPath();
    context.rect(plot.x, plot.y, plot.width, plot.height);
    context.clip();
    context.beginPath();
    for (let i = 0; i < lines.length; i += 3) {
        const [w1, w2, b] = lines.subarray(i, i + 3);
        if (Math.abs(w2) >= Math.abs(w1)) {
            if (w2 === 0) continue;
            context.moveTo(toX(xMin), toY(-(w1 * xMin + b) / w2));
            context.lineTo(toX(xMax), toY(-(w1 * xMax + b) / w2));
        } else {
            context.moveTo(toX(-(w2 * yMin + b) / w1), toY(yMin));
            context.lineTo(toX(-(w2 * yMax + b) / w1), toY(yMax));
        }
    }
    context.strokeStyle = theme.text;
    context.globalAlpha = lines.length > 3 * 40 ? 0.35 : 0.6;
    context.lineWidth = ratio;
    context.stroke();
    context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{x: number, y: number}} place in the data's units
 * @param {Bounds} bounds of the plot
 * @param {Plot} plot
 * @param {Theme} theme
 * @param {number} ratio pixels to a CSS pixel
 */
export function drawCrosshair(context, { x, y }, bounds, plot, theme, ratio) {
    const [left, top] = onScreen(plot, bounds, x, y).map((v) => Math.round(v - 0.5) + 0.5);
    const gap = 7 * ratio;
    const path = new Path2D();
    path.moveTo(plot.x, top);
    path.lineTo(left - gap, top);
    path.moveTo(left + gap, top);
    path.lineTo(plot.x + plot.width, top);
    path.moveTo(left, plot.y);
    path.lineTo(left, top - gap);
    path.moveTo(left, top + gap);
    path.lineTo(left, plot.y + plot.height);
    const circle = new Path2D();
    circle.arc(left, top, gap, 0, 2 * Math.PI);
    context.save();
    context.beginPath();
    context.rect(plot.x, plot.y, plot.width, plot.height);
    context.clip();
    for (const [colour, width, alpha] of /** @type {const} */ ([
        [css(theme.ground), 3, 0.5],
        [theme.text, 1, 0.7],
    ])) {
        context.strokeStyle = colour;
        context.globalAlpha = alpha;
        context.lineWidth = width * ratio;
        context.stroke(path);
        context.globalAlpha = 1;
        context.lineWidth = (width + 0.5) * ratio;
        context.stroke(circle);
    }
    context.restore();
}
