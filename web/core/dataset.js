/** Points in the plane, labelled or as a grid. */

import { FLOAT } from "./memory.js";

/** @typedef {import("./memory.js").Memory} Memory */

/**
 * @typedef {object} Dataset
 * @property {Float32Array} x [samples][2]
 * @property {Uint8Array} y [samples]
 * @property {number} samples
 * @property {number} classes
 */

/** @typedef {{xMin: number, xMax: number, yMin: number, yMax: number, columns: number, rows: number}} Grid */

/**
 * What memory.settings describe.
 * @param {Memory} memory
 * @param {number} [samples] instead of the settings' points a class
 * @returns {Dataset}
 */
export function makeDataset(memory, samples) {
    const { core, scratch, settings } = memory;
    if (samples !== undefined && !(Number.isInteger(samples) && samples < 2 ** 31))
        throw memory.errorNamed("samples");
    memory.check(
        samples === undefined
            ? core.sl_dataset_create(settings, scratch)
            : core.sl_dataset_create_sized(settings, samples, scratch),
    );
    return takeDataset(memory);
}

/** The dataset that a call of the core has just made, copied out. @param {Memory} memory @returns {Dataset} */
export function takeDataset(memory) {
    const { core } = memory;
    const dataset = memory.created();
    const samples = core.sl_dataset_samples(dataset);
    const x = memory.float32(core.sl_dataset_x(dataset), 2 * samples).slice();
    const y = memory.uint8(core.sl_dataset_y(dataset), samples).slice();
    const classes = core.sl_dataset_classes(dataset);
    core.sl_dataset_free(dataset);
    return { x, y, samples, classes };
}

/**
 * Runs `use` with a dataset in the core's memory, and takes it back. Throws LabError "samples" where
 * its arrays do not fit together, or the core's own for what is in them.
 * @template T
 * @param {Memory} memory
 * @param {Dataset} dataset
 * @param {(at: number) => T} use
 * @returns {T}
 */
export function lendDataset(memory, { x, y, samples, classes }, use) {
    const { core, scratch } = memory;
    if (!Number.isInteger(classes)) throw memory.errorNamed("classes");
    if (x.length !== 2 * samples || y.length !== samples) throw memory.errorNamed("samples");
    if (!areLabels(y, classes)) throw memory.errorNamed("points_y");
    const dataset = memory.lend([x.length * FLOAT, y.length], (atX, atY) => {
        memory.float32(atX, x.length).set(x);
        memory.uint8(atY, y.length).set(y);
        memory.check(core.sl_dataset_from_points(atX, atY, samples, classes, scratch));
        return memory.created();
    });
    try {
        return use(dataset);
    } finally {
        core.sl_dataset_free(dataset);
    }
}

/** Whole numbers below `classes`: in bytes others would become some. @param {ArrayLike<number>} y @param {number} classes */
export const areLabels = (y, classes) =>
    Array.prototype.every.call(y, (v) => Number.isInteger(v) && v >= 0 && v < classes);

/** Throws a RangeError for a number of columns or rows that no grid has. @param {Memory} memory @param {Grid} grid @returns {Float32Array} [rows * columns][2] */
export function gridPoints(memory, { xMin, xMax, yMin, yMax, columns, rows }) {
    for (const count of [columns, rows])
        if (!Number.isInteger(count) || count < 1)
            throw new RangeError(`A grid cannot have ${count} columns or rows.`);
    const length = 2 * columns * rows;
    return memory.lend([length * FLOAT], (out) => {
        memory.core.sl_grid_points(out, xMin, xMax, yMin, yMax, columns, rows);
        return memory.float32(out, length).slice();
    });
}
