/** From the network's answers on a coarse grid to the class, or the shade, of every pixel. */

/** @typedef {import("../../shared/map-mode.js").Extent} Extent */

const KNOT = 4; // pixels at most from one shade that is computed to the next
/**
 * Shades of a class. The page paints the mean of two by two pixels, which gives four times as many.
 */
const DITHER = [0, 0.5, 0.75, 0.25];

/**
 * The class of every pixel of a picture whose corner pixels lie on the corner nodes of a coarser
 * grid. Between nodes the logits are interpolated: they are nearly flat within a cell, so that
 * borders come out as lines and not as stairs. At a node the answer is the network's own.
 * @param {Float32Array} logits [nodes][nodes][classes]; row 0 is the lowest
 * @param {number} nodes a side of the grid
 * @param {number} classes
 * @param {Uint8Array} out [height][width]; row 0 is the highest, as in a picture
 * @param {Extent} extent
 */
export function rasterize(logits, nodes, classes, out, { width, height }) {
    const line = nodes * classes;
    const row = new Float32Array(line);
    const rise = (nodes - 1) / (height - 1); // of a cell, from pixel to pixel
    for (let y = 0; y < height; y++) {
        const lower = Math.min(Math.floor(y * rise), nodes - 2);
        const part = y * rise - lower;
        const at = lower * line;
        for (let i = 0; i < line; i++) {
            row[i] = logits[at + i] * (1 - part) + logits[at + line + i] * part;
        }
        classify(row, nodes, classes, out.subarray((height - 1 - y) * width), width);
    }
}

/**
 * One row of pixels.
 * @param {Float32Array} row [nodes][classes] logits
 * @param {number} nodes @param {number} classes
 * @param {Uint8Array} out at least width pixels
 * @param {number} width
 */
function classify(row, nodes, classes, out, width) {
    const cell = (width - 1) / (nodes - 1); // pixels from node to node
    let left = largest(row, 0, classes);
    let x = 0;
    for (let node = 0; node + 1 < nodes; node++) {
        const at = node * classes;
        const right = largest(row, at + classes, classes);
        const end = Math.ceil((node + 1) * cell - 1e-6);
        if (left === right) {
            // A class that is largest at both ends of a line is largest all along it.
            out.fill(left, x, end);
            x = end;
        } else {
            for (; x < end; x++) out[x] = between(row, at, classes, x / cell - node);
        }
        left = right;
    }
    out[width - 1] = left;
}

/**
 * @param {Float32Array} values
 * @param {number} at
 * @param {number} count
 */
function largest(values, at, count) {
    let best = 0;
    for (let k = 1; k < count; k++) if (values[at + k] > values[at + best]) best = k;
    return best;
}

/**
 * @param {Float32Array} row
 * @param {number} at
 * @param {number} classes
 * @param {number} part 0 to 1
 */
function between(row, at, classes, part) {
    let best = 0;
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classes; k++) {
        const value = row[at + k] + (row[at + classes + k] - row[at + k]) * part;
        if (value > highest) {
            highest = value;
            best = k;
        }
    }
    return best;
}

/**
 * Gives every pixel a shade besides its class: class * shades + shade. Shades are computed at knots
 * a few pixels apart, from values interpolated between the grid's nodes, and are even in between:
 * an exponential for every pixel would cost more than it shows.
 * @param {Float32Array} values [nodes][nodes][channels]; row 0 is the lowest
 * @param {number} nodes a side of the grid
 * @param {(values: Float32Array) => number} shadeOf a point's channels, from 0 to 1
 * @param {number} shades
 * @param {Uint8Array} pixels [height][width] classes, or 0; row 0 is the highest
 * @param {Extent} extent
 */
export function shade(values, nodes, shadeOf, shades, pixels, { width, height }) {
    const columns = Math.ceil((width - 1) / KNOT) + 1;
    const rows = Math.ceil((height - 1) / KNOT) + 1;
    const knots = knotsOf(values, nodes, shadeOf, columns, rows);
    const rise = (rows - 1) / (height - 1);
    const run = (columns - 1) / (width - 1);
    const line = new Float32Array(columns + 1);
    for (let y = 0; y < height; y++) {
        const lower = Math.min(Math.floor(y * rise), rows - 2);
        const part = y * rise - lower;
        for (let i = 0; i < columns; i++) {
            const at = lower * columns + i;
            line[i] = (knots[at] + (knots[at + columns] - knots[at]) * part) * shades;
        }
        line[columns] = line[columns - 1];
        const start = (height - 1 - y) * width;
        for (let x = 0; x < width; x++) {
            const place = x * run;
            const left = place | 0;
            const value = line[left] + (line[left + 1] - line[left]) * (place - left);
            const shade = Math.min(value + DITHER[((y & 1) << 1) | (x & 1)], shades - 1);
            pixels[start + x] = pixels[start + x] * shades + shade;
        }
    }
}

/**
 * @param {Float32Array} values
 * @param {number} nodes
 * @param {(values: Float32Array) => number} shadeOf
 * @param {number} columns
 * @param {number} rows
 * @returns {Float32Array} [rows][columns]
 */
function knotsOf(values, nodes, shadeOf, columns, rows) {
    const channels = values.length / (nodes * nodes);
    const line = nodes * channels;
    const here = new Float32Array(channels);
    const knots = new Float32Array(columns * rows);
    for (let row = 0; row < rows; row++) {
        const y = (row * (nodes - 1)) / (rows - 1);
        const lower = Math.min(Math.floor(y), nodes - 2);
        for (let column = 0; column < columns; column++) {
            const x = (column * (nodes - 1)) / (columns - 1);
            const left = Math.min(Math.floor(x), nodes - 2);
            for (let k = 0; k < channels; k++) {
                const at = lower * line + left * channels + k;
                const below = values[at] + (values[at + channels] - values[at]) * (x - left);
                const over = at + line;
                const above = values[over] + (values[over + channels] - values[over]) * (x - left);
                here[k] = below + (above - below) * (y - lower);
            }
            const value = shadeOf(here);
            knots[row * columns + column] = value > 0 ? Math.min(value, 1) : 0; // NaN is 0 as well
        }
    }
    return knots;
}
