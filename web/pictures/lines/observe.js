/**
 * Where the units of the first layer change their sign: w1 x + w2 y + b = 0. If they see other
 * features than x and y, that is no line, and there are none.
 */

import { arePlain } from "../../shared/features.js";

/** @typedef {import("../observers.js").Subject} Subject */
/** [units][w1, w2, b]. @typedef {Float32Array} Lines */

const BATCH_NORM_EPSILON = 1e-3;

/** @param {Subject} subject @returns {import("../observers.js").Observer<true, Lines>} */
export function observeLines({ model }) {
    const look = () => {
        const { features } = model.settings;
        if (!arePlain(features)) return new Float32Array();
        const weights = model.weights();
        const { inputs, units, batchNorm } = model.layers[0];
        const lines = new Float32Array(3 * units);
        for (let unit = 0; unit < units; unit++) {
            /** @param {number} row of the layer's numbers */
            const at = (row) => weights[row * units + unit];
            /** @param {string} feature */
            const weightOf = (feature) =>
                features.includes(feature) ? at(features.indexOf(feature)) : 0;
            let [w1, w2, b] = [weightOf("x"), weightOf("y"), at(inputs)];
            if (batchNorm) {
                // With the moving averages it is still a line.
                const [gamma, beta, mean, variance] = [1, 2, 3, 4].map((row) => at(inputs + row));
                const factor = gamma / Math.sqrt(variance + BATCH_NORM_EPSILON);
                [w1, w2, b] = [w1 * factor, w2 * factor, (b - mean) * factor + beta];
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
