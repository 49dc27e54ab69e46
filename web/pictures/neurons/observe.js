/** The output of every unit of a hidden layer all over the plane: a small map each. */

import { Interval } from "../interval.js";

/** @typedef {import("../observers.js").Subject} Subject */
/**
 * @typedef {{layer: number, side: number, maps: Int8Array, dead: Uint8Array}} Units maps:
 *     [units][side][side], 127 the unit's largest output, lowest row first; dead: 1 for a unit with
 *     the same output for all samples
 */

const NODES = 32; // a side of a unit's map
const INTERVAL_MS = 150;

/**
 * A wish is the layer's number.
 * @param {Subject} subject
 * @returns {import("../observers.js").Observer<number, Units | null>}
 */
export function observeUnits({ data, model }) {
    const interval = new Interval();

    /**
     * @param {number} layer
     * @returns {Units | null} null where there is no such hidden layer any more
     */
    const look = (layer) => {
        if (layer >= model.layers.length - 1) return null;
        const values = model.activationsGrid(layer, {
            ...data.bounds,
            columns: NODES,
            rows: NODES,
        });
        const { units } = model.layers[layer];
        const points = NODES * NODES;
        const maps = new Int8Array(values.length);
        for (let unit = 0; unit < units; unit++) {
            let most = 1e-30; // never 0
            for (let i = unit; i < values.length; i += units)
                most = Math.max(most, Math.abs(values[i]));
            for (let i = 0; i < points; i++)
                maps[unit * points + i] = Math.round((values[i * units + unit] * 127) / most);
        }
        return { layer, side: NODES, maps, dead: model.deadUnits(layer) };
    };

    return {
        /** Due with a map, so that both are of the same weights. */
        live(layer, seen) {
            if (!seen.map || !interval.isDue(INTERVAL_MS)) return undefined;
            return interval.run(() => look(layer));
        },

        // biome-ignore lint/correctness/useYield: it is done in one piece
        *still(layer) {
            return look(layer);
        },
    };
}
