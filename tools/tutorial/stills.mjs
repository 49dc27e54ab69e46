/**
 * The pictures that stand in the tutorial until a lab wakes, and where no script runs: what the lab
 * shows after the training. Their grounds are transparent, to suit a light and a dark page.
 */

import { classColours } from "../../web/draw/palette.js";
import { ticks } from "../../web/draw/ticks.js";
import { png } from "./png.mjs";

/** @typedef {import("../../web/core/model.js").Model} Model */
/** @typedef {import("./png.mjs").Rgba} Rgba */

/**
 * @typedef {object} Still
 * @property {string} src a data: address
 * @property {number} width
 * @property {number} height
 */

const SIDE = 320; // pixels of the map
const MARGIN = 0.1; // around the data, as in the tutorial
const REGION_ALPHA = 0.8;
const RADIUS = 2; // pixels, of a point
const OUTLINE = /** @type {Rgba} */ ([60, 60, 60, 255]);

const CURVE = { width: 320, height: 120, left: 40, right: 8, top: 18, bottom: 22 };
const CURVE_LINE = "#3b82d6"; // both these can be seen on white and on black
const CURVE_TEXT = "#7c838b";

/**
 * The decision regions and the points.
 * @param {Model} model
 * @returns {Still}
 */
export function mapStill(model) {
    const { x, y, samples, classes } = model.dataset;
    const [xs, ys] = [x.filter((_, i) => i % 2 === 0), x.filter((_, i) => i % 2 === 1)];
    const [xMin, xMax] = [Math.min(...xs) - MARGIN, Math.max(...xs) + MARGIN];
    const [yMin, yMax] = [Math.min(...ys) - MARGIN, Math.max(...ys) + MARGIN];
    const colours = classColours(classes);
    const alpha = Math.round(255 * REGION_ALPHA);
    const palette = [
        ...colours.map(([r, g, b]) => /** @type {Rgba} */ ([r, g, b, alpha])),
        ...colours.map(([r, g, b]) => /** @type {Rgba} */ ([r, g, b, 255])),
        OUTLINE,
    ];
    // The grid goes up, a picture down.
    const grid = { xMin, xMax, yMin: yMax, yMax: yMin, columns: SIDE, rows: SIDE };
    const pixels = Uint8Array.from(model.predictGrid(grid));
    for (let i = 0; i < samples; i++) {
        const across = ((xs[i] - xMin) / (xMax - xMin)) * (SIDE - 1);
        const down = ((yMax - ys[i]) / (yMax - yMin)) * (SIDE - 1);
        stamp(pixels, across, down, classes + y[i], 2 * classes);
    }
    return dataOf("image/png", png(pixels, SIDE, palette), SIDE, SIDE);
}

/**
 * A disc with an outline.
 * @param {Uint8Array} pixels
 * @param {number} x of its middle
 * @param {number} y
 * @param {number} colour
 * @param {number} outline
 */
function stamp(pixels, x, y, colour, outline) {
    const reach = Math.ceil(RADIUS + 1);
    for (let row = Math.round(y) - reach; row <= Math.round(y) + reach; row++)
        for (let column = Math.round(x) - reach; column <= Math.round(x) + reach; column++) {
            const away = Math.hypot(column - x, row - y);
            if (away > RADIUS + 0.8) continue;
            pixels[row * SIDE + column] = away > RADIUS ? outline : colour;
        }
}

/**
 * The loss by epoch.
 * @param {Model} model
 * @returns {Still}
 */
export function curveStill(model) {
    const { loss } = model.history;
    const { width, height, left, right, top, bottom } = CURVE;
    const most = Math.max(...loss);
    /** @param {number} epoch */
    const across = (epoch) => left + ((epoch - 1) / (loss.length - 1)) * (width - left - right);
    /** @param {number} value */
    const down = (value) => height - bottom - (value / most) * (height - top - bottom);
    const points = Array.from(
        loss,
        (value, i) => `${across(i + 1).toFixed(1)},${down(value).toFixed(1)}`,
    );
    const { values, labels } = ticks(0, most, 3);
    const rows = values.map(
        (value, i) => `<path d="M${left} ${down(value).toFixed(1)}H${width - right}" opacity=".35"/>
<text x="${left - 5}" y="${(down(value) + 4).toFixed(1)}" text-anchor="end">${labels[i]}</text>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<g font-family="sans-serif" font-size="11" fill="${CURVE_TEXT}" stroke-width="1">
<g stroke="none"><text x="${left}" y="11">loss</text>
<text x="${left}" y="${height - 6}">1</text>
<text x="${width - right}" y="${height - 6}" text-anchor="end">epoch ${loss.length}</text></g>
${rows.join("\n").replaceAll("<path ", `<path stroke="${CURVE_TEXT}" `)}</g>
<polyline points="${points.join(" ")}" fill="none" stroke="${CURVE_LINE}" stroke-width="2"/>
</svg>`;
    return dataOf("image/svg+xml", Buffer.from(svg), width, height);
}

/** @param {string} type @param {Buffer} bytes @param {number} width @param {number} height */
const dataOf = (type, bytes, width, height) => ({
    src: `data:${type};base64,${bytes.toString("base64")}`,
    width,
    height,
});
