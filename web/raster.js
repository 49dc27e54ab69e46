/** From class probabilities on a coarse grid to the class of every pixel. */

/** @typedef {{width: number, height: number}} Extent pixels */

const TINY = 1e-38; // below float32's smallest normal number; its logarithm is still finite

/**
 * The class of every pixel of a picture whose corner pixels lie on the corner nodes of a coarser
 * grid. Between nodes the logarithms of the probabilities are interpolated: they differ from the
 * logits by the same amount for every class, and logits are nearly flat within a cell, so that
 * borders come out as lines and not as stairs. At a node the answer is the network's own.
 * @param {Float32Array} probabilities [nodes][nodes][classes]; row 0 is the lowest
 * @param {number} nodes a side of the grid
 * @param {number} classes
 * @param {Uint8Array} out [height][width]; row 0 is the highest, as in a picture
 * @param {Extent} extent
 */
export function rasterize(probabilities, nodes, classes, out, { width, height }) {
    const logits = probabilities.map((p) => Math.log(Math.max(p, TINY)));
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
 * @param {Float32Array} row [nodes][classes] log probabilities
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
            // What is largest at both ends of a line is largest all along it.
            out.fill(left, x, end);
            x = end;
        } else {
            for (; x < end; x++) out[x] = between(row, at, classes, x / cell - node);
        }
        left = right;
    }
    out[width - 1] = left;
}

/** @param {Float32Array} values @param {number} at @param {number} count */
function largest(values, at, count) {
    let best = 0;
    for (let k = 1; k < count; k++) if (values[at + k] > values[at + best]) best = k;
    return best;
}

/** @param {Float32Array} row @param {number} at @param {number} classes @param {number} part 0 to 1 */
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
 * The picture in colour. A pixel on a border is the mean of itself and its neighbours to the right
 * and below, so that borders look smooth.
 * @param {Uint8Array} classes [height][width]
 * @param {Extent} extent
 * @param {Uint32Array} colours of the classes, opaque
 * @param {Uint32Array} out [height][width]
 */
export function paint(classes, { width, height }, colours, out) {
    const last = width * height - 1;
    for (let i = 0; i <= last; i++) {
        const c = classes[i];
        const beside = classes[i < last ? i + 1 : i];
        const below = classes[i + width <= last ? i + width : i];
        const across = classes[i + width < last ? i + width + 1 : i];
        out[i] =
            c === beside && c === below && c === across
                ? colours[c]
                : mean(colours[c], colours[beside], colours[below], colours[across]);
    }
}

/** Channel by channel. @param {number} a @param {number} b @param {number} c @param {number} d */
function mean(a, b, c, d) {
    const even = 0x00ff00ff;
    const odd = (v = 0) => (v >>> 8) & even;
    const low = ((a & even) + (b & even) + (c & even) + (d & even)) >>> 2;
    const high = (odd(a) + odd(b) + odd(c) + odd(d)) >>> 2;
    return ((low & even) | ((high & even) << 8)) >>> 0;
}
