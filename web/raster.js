/** From class probabilities on a coarse grid to the class of every pixel. */

const TINY = 1e-38; // below float32's smallest normal number; its logarithm is still finite

/**
 * The class of every pixel of a square picture, from probabilities at the nodes of a coarser grid
 * that divides it. In between, the logarithms of the probabilities are interpolated: they differ
 * from the logits by the same amount for every class, and logits are nearly flat within a cell, so
 * that borders come out as lines and not as stairs. At the nodes the answer is the network's own.
 * @param {Float32Array} probabilities [nodes][nodes][classes]; row 0 is the lowest
 * @param {number} nodes a side of the grid
 * @param {number} classes
 * @param {Uint8Array} out [size][size]; row 0 is the highest, as in a picture
 * @param {number} size 1 more than a multiple of nodes - 1
 */
export function rasterize(probabilities, nodes, classes, out, size) {
    const cell = (size - 1) / (nodes - 1);
    const width = nodes * classes;
    const logits = probabilities.map((p) => Math.log(Math.max(p, TINY)));
    const row = new Float32Array(width);
    for (let y = 0; y < size; y++) {
        const lower = Math.min(Math.floor(y / cell), nodes - 2);
        const upward = y / cell - lower;
        const at = lower * width;
        for (let i = 0; i < width; i++) {
            row[i] = logits[at + i] * (1 - upward) + logits[at + width + i] * upward;
        }
        classify(row, nodes, classes, out.subarray((size - 1 - y) * size), cell);
    }
}

/**
 * One row of pixels.
 * @param {Float32Array} row [nodes][classes] log probabilities
 * @param {number} nodes @param {number} classes
 * @param {Uint8Array} out at least (nodes - 1) * cell + 1 pixels
 * @param {number} cell pixels from node to node
 */
function classify(row, nodes, classes, out, cell) {
    let left = largest(row, 0, classes);
    for (let node = 0; node + 1 < nodes; node++) {
        const at = node * classes;
        const right = largest(row, at + classes, classes);
        const start = node * cell;
        if (left === right) {
            // What is largest at both ends of a line is largest all along it.
            out.fill(left, start, start + cell);
        } else {
            for (let x = 0; x < cell; x++) out[start + x] = between(row, at, classes, x / cell);
        }
        left = right;
    }
    out[(nodes - 1) * cell] = left;
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
