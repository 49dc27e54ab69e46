/** From the class, or the shade, of every pixel to the picture in colour. */

/** @typedef {import("../shared/map-mode.js").Extent} Extent */

/**
 * A pixel on a border is the mean of itself and its neighbours to the right and below, so that
 * borders look smooth.
 * @param {Uint8Array} classes [height][width]; or classes with their shades
 * @param {Extent} extent
 * @param {Uint32Array} colours of the classes, or of each of their shades, opaque
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

/**
 * Channel by channel.
 * @param {number} a
 * @param {number} b
 * @param {number} c
 * @param {number} d
 */
function mean(a, b, c, d) {
    const even = 0x00ff00ff;
    const odd = (v = 0) => (v >>> 8) & even;
    const low = ((a & even) + (b & even) + (c & even) + (d & even)) >>> 2;
    const high = (odd(a) + odd(b) + odd(c) + odd(d)) >>> 2;
    return ((low & even) | ((high & even) << 8)) >>> 0;
}
