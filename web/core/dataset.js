/** Points in the plane, labelled or as a grid. */

import { givenNumbers, givenObject } from "./given.js";
import { FLOAT } from "./memory.js";

/** @typedef {import("./memory.js").Memory} Memory */

/**
 * @typedef {object} Dataset
 * @property {Float32Array} x [samples][2]
 * @property {Uint8Array} y [samples], each below classes
 * @property {number} samples
 * @property {number} classes
 * @property {readonly string[]} labels a name for each class
 * @property {readonly [string, string]} [axes] what the two coordinates are
 */

/**
 * A dataset as a caller hands it in; without labels it gets the default ones.
 * @typedef {Omit<Dataset, "labels"> & {labels?: readonly string[]}} GivenDataset
 */

/**
 * Its points, both bounds included.
 * @typedef {object} Grid
 * @property {number} xMin
 * @property {number} xMax
 * @property {number} yMin
 * @property {number} yMax
 * @property {number} columns
 * @property {number} rows
 */

/**
 * Points that a question is about, and how to write them into the core's memory: [count][2].
 * @typedef {{count: number, write: (at: number) => void}} Points
 */

// ---------------------------------------------------------------- the names of classes

/**
 * The default names, printed like the tutorial's float labels: 0.0, 1.0 …
 * @param {number} classes
 */
export const defaultLabels = (classes) => Array.from({ length: classes }, (_, k) => `${k}.0`);

/**
 * Checks that the labels can name so many classes, and returns them; throws LabError "labels".
 * @param {Memory} memory
 * @param {unknown} labels
 * @param {number} classes
 * @returns {readonly string[]}
 */
export function judgeLabels(memory, labels, classes) {
    const names = Array.isArray(labels) ? [...labels] : [];
    const different = new Set(names).size === classes;
    if (!(names.length === classes && different && names.every(isLabel)))
        throw memory.errorNamed("labels");
    return Object.freeze(names);
}

/**
 * Checks that these can be what two coordinates are called, and returns them; throws LabError "axes".
 * @param {Memory} memory
 * @param {unknown} axes
 * @returns {readonly [string, string] | undefined}
 */
export function judgeAxes(memory, axes) {
    if (axes === undefined) return undefined;
    const names = Array.isArray(axes) ? [...axes] : [];
    if (!(names.length === 2 && names.every(isLabel))) throw memory.errorNamed("axes");
    return /** @type {[string, string]} */ (Object.freeze(names));
}

/**
 * Text of at least one character, without control characters or halves of surrogate pairs, which
 * UTF-8 does not have.
 * @param {unknown} label
 */
export const isLabel = (label) => typeof label === "string" && /^[^\p{Cc}\p{Cs}]+$/u.test(label);

/**
 * The names that a given dataset brings, or the default ones. Throws LabError "labels" or "axes".
 * @param {Memory} memory
 * @param {Pick<GivenDataset, "classes" | "labels" | "axes">} dataset
 */
export const namesOf = (memory, { classes, labels = defaultLabels(classes), axes }) => ({
    labels: judgeLabels(memory, labels, classes),
    axes: judgeAxes(memory, axes),
});

// ---------------------------------------------------------------- datasets

/**
 * The points that memory.settings describe.
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

/**
 * Takes the dataset that a call of the core has just made out of its memory.
 * @param {Memory} memory
 * @param {import("./saved-names.js").Names} [names] instead of the default ones
 * @returns {Dataset}
 */
export function takeDataset(memory, names) {
    const at = memory.written();
    const dataset = readDataset(memory, at, names);
    memory.core.sl_dataset_free(at);
    return dataset;
}

/**
 * Copies a dataset out of the core's memory.
 * @param {Memory} memory
 * @param {number} dataset its address
 * @param {import("./saved-names.js").Names} [names] instead of the default ones
 * @returns {Dataset}
 */
export function readDataset(memory, dataset, { labels, axes } = {}) {
    const { core } = memory;
    const samples = core.sl_dataset_samples(dataset);
    const x = memory.float32(core.sl_dataset_x(dataset), 2 * samples).slice();
    const y = memory.uint8(core.sl_dataset_y(dataset), samples).slice();
    const classes = core.sl_dataset_classes(dataset);
    const names = { labels: labels ?? defaultLabels(classes), ...(axes && { axes }) };
    return { x, y, samples, classes, ...names };
}

/**
 * Runs `use` with a dataset in the core's memory, which has no place for its labels, and takes it
 * back. Throws LabError "samples" where its arrays do not fit together, or the core's own for what
 * is in them.
 * @template T
 * @param {Memory} memory
 * @param {GivenDataset} dataset
 * @param {(at: number) => T} use
 * @returns {T}
 */
export function lendDataset(memory, dataset, use) {
    const { core, scratch } = memory;
    const { x, y, samples, classes } = givenObject(dataset, "dataset");
    givenNumbers(x, "x");
    givenNumbers(y, "y");
    if (!Number.isInteger(classes)) throw memory.errorNamed("classes");
    if (x.length !== 2 * samples || y.length !== samples) throw memory.errorNamed("samples");
    if (!areLabels(y, classes)) throw memory.errorNamed("points_y");
    const at = memory.lend([x.length * FLOAT, y.length], (atX, atY) => {
        memory.float32(atX, x.length).set(x);
        memory.uint8(atY, y.length).set(y);
        memory.check(core.sl_dataset_from_points(atX, atY, samples, classes, scratch));
        return memory.written();
    });
    try {
        return use(at);
    } finally {
        core.sl_dataset_free(at);
    }
}

/**
 * Whether all are whole numbers below `classes`. As bytes, other numbers would turn into valid
 * ones.
 * @param {ArrayLike<number>} y
 * @param {number} classes
 */
export const areLabels = (y, classes) =>
    Array.prototype.every.call(y, (v) => Number.isInteger(v) && v >= 0 && v < classes);

// ---------------------------------------------------------------- points

/**
 * Throws LabError "samples" for half a point.
 * @param {Memory} memory
 * @param {ArrayLike<number>} x [n][2]
 * @returns {Points}
 */
export function givenPoints(memory, x) {
    const { length } = givenNumbers(x, "x");
    if (length % 2) throw memory.errorNamed("samples");
    return { count: length / 2, write: (at) => memory.float32(at, length).set(x) };
}

/**
 * Row by row from yMin. Throws a RangeError for bounds, columns or rows that no grid has.
 * @param {Memory} memory
 * @param {Grid} grid
 * @returns {Points}
 */
export function gridPoints(memory, grid) {
    const { xMin, xMax, yMin, yMax, columns, rows } = givenObject(grid, "grid");
    for (const bound of [xMin, xMax, yMin, yMax])
        if (!Number.isFinite(bound))
            throw new RangeError("A grid's bounds must be finite numbers.");
    for (const count of [columns, rows])
        if (!Number.isInteger(count) || count < 1)
            throw new RangeError(`A grid cannot have ${count} columns or rows.`);
    return {
        count: columns * rows,
        write: (at) => memory.core.sl_grid_points(at, xMin, xMax, yMin, yMax, columns, rows),
    };
}
