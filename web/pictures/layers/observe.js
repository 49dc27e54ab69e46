/**
 * The health of a network's layers: norms and dead units, which reveal plateaus and dead layers.
 */

import { Interval } from "../interval.js";

/** @typedef {import("../observers.js").Subject} Subject */
/**
 * @typedef {{kernel: number, gradient: number, dead: number}} LayerState norms of a layer's kernel
 *     and of its gradient in the last step (NaN before the first), and how many units give the same
 *     output for all samples
 */

const INTERVAL_MS = 300; // a few times a second

/** @param {Subject} subject @returns {import("../observers.js").Observer<true, LayerState[]>} */
export function observeLayers({ model }) {
    const interval = new Interval();

    const look = () => {
        const begun = model.progress.totalSteps > 0;
        return model.layers.map((_, l) => {
            const { kernel, kernelGradient } = model.norms(l);
            const isHidden = l < model.layers.length - 1;
            const dead = isHidden ? model.deadUnits(l).reduce((n, unit) => n + unit, 0) : 0;
            return { kernel, gradient: begun ? kernelGradient : Number.NaN, dead };
        });
    };

    return {
        live: () => (interval.isDue(INTERVAL_MS) ? interval.run(look) : undefined),

        // biome-ignore lint/correctness/useYield: it is done in one piece
        *still() {
            return look();
        },

        inspect: look,
    };
}
