/**
 * The training core as JavaScript objects. Nothing outside this folder touches wasm memory, and it
 * is the same in Node, in the page and in its worker. Names follow Keras and scikit-learn; the C
 * header (src/spiral_lab.h) has the details. Everything but `createLab` is synchronous.
 *
 *     const lab = await createLab(await readFile("build/wasm/spiral_lab.wasm"));
 *     const settings = { ...lab.defaults, seed: 7 };
 *     const model = lab.createModel(settings, lab.makeData(settings));
 *     model.fit(settings.epochs);
 *     console.log(model.classificationReport());
 */

import { gridPoints, lendDataset, makeDataset, namesOf, readDataset } from "./dataset.js";
import { givenFile, givenNumbers, givenObject } from "./given.js";
import { FLOAT, Memory } from "./memory.js";
import { classificationScores, confusionMatrix, makeReport, reportText } from "./metrics.js";
import { Model } from "./model.js";
import { RandomState } from "./random-state.js";
import { takeNames } from "./saved-names.js";
import { describeSettings, writeSettings } from "./settings.js";

/** @typedef {import("./dataset.js").Dataset} Dataset */
/** @typedef {import("./dataset.js").GivenDataset} GivenDataset */
/** @typedef {import("./dataset.js").Grid} Grid */
/** @typedef {import("./memory.js").Core} Core */
/** @typedef {import("./metrics.js").Report} Report */
/** @typedef {import("./metrics.js").ReportOptions} ReportOptions */
/** @typedef {import("./metrics.js").Score} Score */
/** @typedef {import("./settings.js").Setting} Setting */
/** @typedef {import("./settings.js").Settings} Settings */

/**
 * What the core says of its settings.
 * @typedef {Pick<Lab, "settings" | "limits" | "defaults" | "statuses">} Info
 */

/**
 * One instance of the core.
 * @param {BufferSource | WebAssembly.Module} wasm spiral_lab.wasm
 * @returns {Promise<Lab>}
 */
export async function createLab(wasm) {
    const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
    const instance = await WebAssembly.instantiate(module, {});
    const core = /** @type {Core} */ (/** @type {unknown} */ (instance.exports));
    core._initialize?.();
    return new Lab(new Memory(core));
}

export class Lab {
    #memory;

    /** @param {Memory} memory */
    constructor(memory) {
        this.#memory = memory;
        const { core } = memory;

        /** Every code that a LabError can have. @type {readonly string[]} */
        this.statuses = Array.from({ length: core.sl_status_count() - 1 }, (_, i) =>
            memory.text(core.sl_status_name(i + 1)),
        );
        this.settings = describeSettings(memory);
        const scalars = Object.fromEntries(
            this.settings.map(({ name, initial }) => [name, initial]),
        );
        /** The tutorial's run. @type {Readonly<Settings>} */
        this.defaults = Object.freeze(
            /** @type {Settings} */ ({ ...scalars, layers: Object.freeze([128, 64, 32, 16]) }),
        );
        /** Limits of things that are not single scalar settings. */
        this.limits = Object.freeze({
            hiddenLayers: core.sl_max_hidden_layers(),
            units: core.sl_max_units(),
            classes: core.sl_max_classes(),
            /** The most bytes of a model, without its history; see modelBytes. */
            modelBytes: core.sl_trainer_max_bytes(),
        });
    }

    /** Bytes that the core's memory holds; fixed. */
    get memoryBytes() {
        return this.#memory.buffer.byteLength;
    }

    /**
     * Throws a LabError for the first value that is out of range.
     * @param {Readonly<Settings>} settings
     */
    check(settings) {
        this.#write(settings);
    }

    /**
     * The points that the settings describe: the tutorial's make_multiclass, or scikit-learn's
     * make_moons, make_circles, make_blobs.
     * @param {Readonly<Settings>} settings
     * @param {number} [samples] instead of settings.points a class
     * @returns {Dataset}
     */
    makeData(settings, samples) {
        this.#write(settings);
        return makeDataset(this.#memory, samples);
    }

    /**
     * Points of one's own as makeData gives others, for createModel. Throws LabError "samples",
     * "classes", "points_x", "points_y", "labels" or "axes" where they are none.
     * @param {GivenDataset} given
     * @returns {Dataset}
     */
    givenData(given) {
        const memory = this.#memory;
        return lendDataset(memory, given, (at) => readDataset(memory, at, namesOf(memory, given)));
    }

    /**
     * A compiled model with fresh weights; `dispose` it when it is no longer needed. The dataset's
     * labels name the classes in its reports: different texts, not empty and without control
     * characters, or else LabError "labels"; without them the classes are named 0.0, 1.0 …
     * @param {Readonly<Settings>} settings
     * @param {GivenDataset} dataset
     * @returns {Model}
     */
    createModel(settings, dataset) {
        const memory = this.#memory;
        this.#write(settings);
        return lendDataset(memory, dataset, (at) => {
            const names = namesOf(memory, dataset);
            memory.check(memory.core.sl_trainer_create(memory.settings, at, memory.scratch));
            return new Model(this, memory, memory.written(), names);
        });
    }

    /**
     * A model from what Model.save gave, here or elsewhere; it goes on training as if it had never
     * stopped. Throws LabError "file", "file_version" or "file_damaged".
     * @param {ArrayBuffer | ArrayBufferView} file
     * @returns {Model}
     */
    loadModel(file) {
        const memory = this.#memory;
        const taken = takeNames(givenFile(file));
        if (!taken) throw memory.errorNamed("file_damaged");
        const { core: bytes, names } = taken;
        const { core } = memory;
        const address = memory.lend([bytes.length], (at) => {
            memory.uint8(at, bytes.length).set(bytes);
            memory.check(core.sl_trainer_load(at, bytes.length, memory.scratch));
            return memory.written();
        });
        try {
            const classes = core.sl_trainer_layer_units(
                address,
                core.sl_trainer_layers(address) - 1,
            );
            return new Model(this, memory, address, namesOf(memory, { ...names, classes }));
        } catch {
            core.sl_trainer_free(address);
            throw memory.errorNamed("file_damaged");
        }
    }

    /**
     * The most bytes that a model would hold, its history apart, before anything is allocated; more
     * than limits.modelBytes are refused.
     * @param {Readonly<Settings>} settings
     * @param {GivenDataset} [dataset] that it is for, instead of the one that the settings make
     */
    modelBytes(settings, dataset) {
        const memory = this.#memory;
        this.#write(settings);
        return lendDataset(memory, dataset ?? makeDataset(memory), (at) =>
            memory.core.sl_trainer_bytes(memory.settings, at),
        );
    }

    /**
     * The settings' optimizer on given gradients, at a constant rate: what start has become after
     * each update.
     * @param {Readonly<Settings>} settings
     * @param {readonly number[]} start
     * @param {readonly (readonly number[])[]} gradients [updates][start.length]
     * @returns {number[][]}
     */
    optimizerPath(settings, start, gradients) {
        this.#write(settings);
        const memory = this.#memory;
        const [updates, count] = [gradients?.length, givenNumbers(start, "start").length];
        /** @param {readonly number[]} gradient */
        const fits = (gradient) => givenNumbers(gradient, "a gradient").length === count;
        if (!(Array.isArray(gradients) && gradients.every(fits)))
            throw new RangeError(`Of gradients there must be ${count} an update, as of start.`);
        const sizes = [updates * count * FLOAT, count * FLOAT, updates * count * FLOAT];
        return memory.lend(sizes, (out, atStart, atGradients) => {
            memory.float32(atStart, count).set(start);
            memory.float32(atGradients, updates * count).set(gradients.flat());
            const { core, settings: at } = memory;
            memory.check(core.sl_optimizer_path(at, out, atStart, atGradients, updates, count));
            return gradients.map((_, t) => [...memory.float32(out + t * count * FLOAT, count)]);
        });
    }

    /**
     * sklearn.metrics.confusion_matrix: row = true, column = predicted.
     * @param {ArrayLike<number>} yTrue
     * @param {ArrayLike<number>} yPred
     * @param {number} classes 1 to limits.classes
     * @returns {number[][]}
     */
    confusionMatrix(yTrue, yPred, classes) {
        return confusionMatrix(this.#memory, yTrue, yPred, classes);
    }

    /**
     * sklearn.metrics.classification_report of a confusion matrix, zero_division=0.
     * @param {readonly (readonly number[])[]} matrix
     * @param {ReportOptions} [options]
     */
    classificationReport(matrix, options) {
        return reportText(this.#memory, matrix, options);
    }

    /**
     * The report of predictions as data, and its text. Throws LabError "classes", "labels",
     * "samples", "points_y" or "digits".
     * @param {ArrayLike<number>} yTrue [n]
     * @param {ArrayLike<number>} yPred [n]
     * @param {ReportOptions & {classes?: number}} options labels, one for each class, or how many
     *     classes there are
     * @returns {Report}
     */
    report(yTrue, yPred, options) {
        const { classes, ...others } = givenObject(options, "options");
        const { labels } = others;
        const count = classes ?? (Array.isArray(labels) ? labels.length : Number.NaN);
        const matrix = confusionMatrix(this.#memory, yTrue, yPred, count);
        return makeReport(this.#memory, matrix, others);
    }

    /**
     * Its numbers as scikit-learn gives them: classification_report(output_dict=True) with
     * labels=range(classes).
     * @param {readonly (readonly number[])[]} matrix
     * @returns {Record<string, Score | number>}
     */
    classificationScores(matrix) {
        return classificationScores(this.#memory, matrix);
    }

    /**
     * The points of a grid, row by row from yMin.
     * @param {Grid} grid
     * @returns {Float32Array} [rows * columns][2]
     */
    gridPoints(grid) {
        const memory = this.#memory;
        const { count, write } = gridPoints(memory, grid);
        return memory.lend([2 * count * FLOAT], (at) => {
            write(at);
            return memory.float32(at, 2 * count).slice();
        });
    }

    /**
     * SHA-256 of the bytes of float32 numbers, in hexadecimal.
     * @param {ArrayLike<number>} values
     */
    sha256(values) {
        const memory = this.#memory;
        const size = givenNumbers(values, "values").length * FLOAT;
        return memory.lend([32, size], (out, at) => {
            memory.float32(at, values.length).set(values);
            memory.core.sl_sha256(out, at, size);
            const bytes = Array.from(memory.uint8(out, 32));
            return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
        });
    }

    /**
     * numpy.random.RandomState(seed).
     * @param {number} seed 0 to 4294967295
     */
    randomState(seed) {
        return new RandomState(this.#memory, seed);
    }

    /** Throws for the first bad one. @param {Readonly<Settings>} settings */
    #write(settings) {
        writeSettings(this.#memory, this.settings, settings);
    }
}
