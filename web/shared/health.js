/** The health of a network's layers. */

/** @typedef {import("./protocol.js").Health} Health */

/**
 * The hidden layer, from 1, with the largest share of dead units; the last of several.
 * @param {Health} health
 * @returns {({layer: number} & import("./protocol.js").LayerHealth) | undefined} undefined without
 *     hidden layers
 */
export function worstLayer({ layers }) {
    const shares = layers.map(({ units, dead }) => dead / units);
    const worst = shares.lastIndexOf(Math.max(0, ...shares));
    return worst < 0 ? undefined : { layer: worst + 1, ...layers[worst] };
}
