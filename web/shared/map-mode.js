/** What the map can show, and what the numbers of its pixels mean. */

/**
 * regions: the most probable class; soft: the same, as strong as it is probable; class: one class's
 * probability; unsure: how far the largest probability is from 1; unit: what a unit puts out.
 * @typedef {object} MapMode
 * @property {"regions" | "soft" | "class" | "unsure" | "unit"} kind
 * @property {number} index of the class, or of the unit
 * @property {number} layer of the unit
 */

/** Of a map, in pixels. @typedef {{width: number, height: number}} Extent */

/** @type {MapMode} */
export const REGIONS = { kind: "regions", index: 0, layer: 0 };

/**
 * A mode that depends on no network's layers, from its word in a link: soft, class-2.
 * @param {string} text
 * @returns {MapMode | undefined}
 */
export function modeOf(text) {
    const [kind, index = "0"] = text.split("-");
    if (!/^(regions|soft|class|unsure)$/.test(kind)) return undefined;
    return { kind: /** @type {MapMode["kind"]} */ (kind), index: Number(index), layer: 0 };
}

/**
 * How many shades there are of each class; a pixel is one byte.
 * @param {MapMode["kind"]} kind
 * @param {number} classes
 */
export function shadesOf(kind, classes) {
    if (kind === "regions") return 1;
    return kind === "soft" ? Math.floor(256 / classes) : 256;
}

/**
 * The probabilities of a point.
 * @param {ArrayLike<number>} logits
 * @param {boolean} sigmoid each class by itself
 * @returns {number[]}
 */
export function probabilitiesOf(logits, sigmoid) {
    const z = Array.from(logits);
    if (sigmoid) return z.map((value) => 1 / (1 + Math.exp(-value)));
    const most = Math.max(...z);
    const powers = z.map((value) => Math.exp(value - most));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((power) => power / sum);
}

/**
 * A point's shade, from 0 to 1, by its logits.
 * @param {MapMode} mode
 * @param {boolean} sigmoid
 * @returns {(logits: Float32Array) => number}
 */
export function shading({ kind, index }, sigmoid) {
    if (kind === "class") return (logits) => probability(logits, index, sigmoid);
    /** @param {Float32Array} logits */
    const most = (logits) => {
        let best = 0;
        for (let k = 1; k < logits.length; k++) if (logits[k] > logits[best]) best = k;
        return probability(logits, best, sigmoid);
    };
    if (kind === "soft") return most;
    // Softmax is least sure where all classes are alike.
    return (logits) => (1 - most(logits)) / (1 - 1 / logits.length);
}

/**
 * Without an array of its own, for thousands of points.
 * @param {Float32Array} logits
 * @param {number} k
 * @param {boolean} sigmoid
 */
function probability(logits, k, sigmoid) {
    if (sigmoid) return 1 / (1 + Math.exp(-logits[k]));
    let sum = 0;
    for (let j = 0; j < logits.length; j++) sum += Math.exp(logits[j] - logits[k]);
    return 1 / sum;
}
