/** A small scatter plot of points that are not in use yet. */

import { stamp } from "../../draw/markers.js";
import { classColours } from "../../draw/palette.js";

/** @typedef {import("../../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../../draw/theme.js").Theme} Theme */

const MOST = 3000; // points that are drawn; of more, every so many'th
const MARGIN = 0.06; // of a side
const RADIUS = 3; // CSS pixels

/**
 * Fills a canvas, which has its size from the style sheet.
 * @param {HTMLCanvasElement} canvas
 * @param {Theme} theme
 * @param {Dataset} [points] empties it if left out
 */
export function drawScatter(canvas, { palette, outline }, points) {
    const ratio = devicePixelRatio;
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    const context = canvas.getContext("2d");
    if (!context || !points || canvas.width === 0) return;
    const { x, y, samples, classes } = points;
    const colours = classColours(classes, palette);
    const style = { outline, radius: RADIUS * ratio, line: 0.75 * ratio };
    const stamps = colours.map((colour, kind) => stamp({ ...style, kind, colour }));
    const [across, up] = [placer(x, 0, canvas.width), placer(x, 1, canvas.height)];
    const step = Math.ceil(samples / MOST);
    for (let i = 0; i < samples; i += step) {
        const { canvas: mark, half } = stamps[y[i]];
        const [left, top] = [across(x[2 * i]), canvas.height - up(x[2 * i + 1])];
        context.drawImage(mark, Math.round(left) - half, Math.round(top) - half);
    }
}

/**
 * Where a coordinate lies along a side.
 * @param {Float32Array} x [n][2]
 * @param {0 | 1} axis
 * @param {number} side pixels
 */
function placer(x, axis, side) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = axis; i < x.length; i += 2) {
        least = Math.min(least, x[i]);
        most = Math.max(most, x[i]);
    }
    const width = most - least;
    /** @param {number} value */
    return (value) => {
        const share = width > 0 ? (value - least) / width : 0.5;
        return side * (MARGIN + (1 - 2 * MARGIN) * share);
    };
}
