/** A few points of each kind of data, for its picture in the menu. */

import { suitable } from "../shared/datasets.js";

/** @typedef {import("../core/lab.js").Lab} Lab */
/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/protocol.js").Shape} Shape */

/**
 * Fewer points than people train on, of a seed and a noise by which the shape is seen.
 * @satisfies {Record<keyof typeof suitable, Partial<Settings>>}
 */
const SMALL = {
    spirals: { points: 26, noise: 0.05 },
    moons: { points: 22, noise: 0.1 },
    circles: { points: 24, noise: 0.07 },
    blobs: { points: 16, clusterStd: 0.8, dataSeed: 24 },
    classification: { points: 18, flipY: 0, dataSeed: 22 },
    xor: { points: 30, noise: 0, dataSeed: 1101 },
};

/** @param {Lab} lab @returns {Record<string, Shape>} by the kinds' names */
export function shapesOf(lab) {
    const shapes = Object.entries(SMALL).map(([dataset, own]) => {
        const settings = { ...lab.defaults, .../** @type {any} */ (suitable)[dataset], ...own };
        const { x, y, classes } = lab.makeData({ ...settings, dataset });
        return [dataset, { x, y, classes }];
    });
    return Object.fromEntries(shapes);
}
