/** How the layers of a network fare. */

/** @typedef {import("./protocol.js").Health} Health */

/**
 * The hidden layer, from 1, of whose units most are dead; the last of several.
 * @param {Health} health
 * @returns {({layer: number} & import("./protocol.js").LayerHealth) | undefined} nothing without
 *     hidden layers
 */
export function worstLayer({ layers }) {
    const shares = layers.map(({ units, dead }) => dead / units);
    const worst = shares.lastIndexOf(Math.max(0, ...shares));
    return worst < 0 ? undefined : { layer: worst + 1, ...layers[worst] };
}
