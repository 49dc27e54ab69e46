/** The data of a trainer: what its settings make, with the bounds of their map. */

/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../shared/protocol.js").Bounds} Bounds */
/** @typedef {import("../shared/protocol.js").Data} Data */

const MARGIN = 0.1; // of the map around the data, as in the tutorial

/** @type {Readonly<Bounds>} */
const NOWHERE = {
    xMin: Number.POSITIVE_INFINITY,
    xMax: Number.NEGATIVE_INFINITY,
    yMin: Number.POSITIVE_INFINITY,
    yMax: Number.NEGATIVE_INFINITY,
};

/** Settings that the data depend on. */
const DATA = new Set([
    "dataset",
    "classes",
    "points",
    "noise",
    "turn",
    "factor",
    "clusterStd",
    "classSep",
    "flipY",
    "clustersPerClass",
    "dataSeed",
]);

/** @param {string} name of a setting */
export const isOfData = (name) => DATA.has(name);

/**
 * @param {Dataset} dataset
 * @param {Bounds} [least] bounds that become no larger for points within them
 * @returns {Data}
 */
export function withBounds(dataset, least) {
    const bounds = { ...(least ?? NOWHERE) };
    for (let i = 0; i < dataset.samples; i++) {
        const [x, y] = [dataset.x[2 * i], dataset.x[2 * i + 1]];
        if (least && isWithin(x, y, least)) continue;
        bounds.xMin = Math.min(bounds.xMin, x - MARGIN);
        bounds.xMax = Math.max(bounds.xMax, x + MARGIN);
        bounds.yMin = Math.min(bounds.yMin, y - MARGIN);
        bounds.yMax = Math.max(bounds.yMax, y + MARGIN);
    }
    return { ...dataset, bounds };
}

/** @param {number} x @param {number} y @param {Bounds} bounds */
const isWithin = (x, y, { xMin, xMax, yMin, yMax }) =>
    x >= Math.fround(xMin) &&
    x <= Math.fround(xMax) &&
    y >= Math.fround(yMin) &&
    y <= Math.fround(yMax);
