/** Where the units of the first layer change their sign: w1 x + w2 y + b = 0. */

/** @typedef {import("../observers.js").Subject} Subject */
/** [units][w1, w2, b]. @typedef {Float32Array} Lines */

const BATCH_NORM_EPSILON = 1e-3;

/** @param {Subject} subject @returns {import("../observers.js").Observer<true, Lines>} */
export function observeLines({ model }) {
    const look = () => {
        const weights = model.weights();
        const { units, batchNorm } = model.layers[0];
        const lines = new Float32Array(3 * units);
        for (let unit = 0; unit < units; unit++) {
            /** @param {number} row of the layer's numbers */
            const at = (row) => weights[row * units + unit];
            let [w1, w2, b] = [at(0), at(1), at(2)];
            if (batchNorm) {
                // gamma, beta, moving mean, moving variance: still a line.
                const factor = at(3) / Math.sqrt(at(6) + BATCH_NORM_EPSILON);
                [w1, w2, b] = [w1 * factor, w2 * factor, (b - at(5)) * factor + at(4)];
            }
            lines.set([w1, w2, b], 3 * unit);
        }
        return lines;
    };

    return {
        /** With every map: they are as cheap as a copy of the weights. */
        live: (_, seen) => (seen.map ? look() : undefined),

        // biome-ignore lint/correctness/useYield: it is done in one piece
        *still() {
            return look();
        },
    };
}
