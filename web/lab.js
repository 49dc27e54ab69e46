/**
 * The training core as JavaScript objects. This is the only file that touches wasm memory, and the
 * same in Node, in the page and in its worker. Names follow Keras and scikit-learn; the C header
 * (src/spiral_lab.h) has the details. Everything but `createLab` is synchronous.
 *
 *     const lab = await createLab(await readFile("build/wasm/spiral_lab.wasm"));
 *     const settings = { ...lab.defaults, seed: 7 };
 *     const model = lab.createModel(settings, lab.makeData(settings));
 *     model.fit(settings.epochs);
 *     console.log(model.classificationReport());
 */

import { LabError } from "./lab-error.js";
import { summaryText } from "./summary.js";

export { LabError };

const SCRATCH_BYTES = 4096; // holds a report, an output pointer, or the hidden layers
const MOST_LAYERS = 16; // that are handed to the core, which allows fewer
const POINTER = 4;
const FLOAT = 4;
const DOUBLE = 8;

/** A hidden layer: its units, or its units and an activation of its own. @typedef {number | {units: number, activation: string}} LayerSetting */

/**
 * What one run depends on; the tutorial's run is `lab.defaults`. The header's sl_settings says more.
 * @typedef {object} Settings
 * @property {string} dataset spirals, moons, circles or blobs
 * @property {number} classes spiral arms or blobs, 2 to 10; moons and circles are always two
 * @property {number} points points a class
 * @property {number} noise standard deviation of a spiral's angle in radians, else of coordinates
 * @property {number} turn angle that one arm sweeps, radians
 * @property {number} factor radius of the inner circle
 * @property {number} clusterStd standard deviation of a blob
 * @property {number} dataSeed RandomState seed of the data
 * @property {number} validationSplit share of the samples set aside
 * @property {readonly LayerSetting[]} layers the hidden layers; empty for softmax regression
 * @property {string} activation of the layers that name none
 * @property {string} initializer of the kernels
 * @property {string} output softmax, or sigmoid with binary cross-entropy
 * @property {boolean} batchNorm
 * @property {number} dropout rate
 * @property {string} optimizer
 * @property {number} learningRate
 * @property {number} momentum of momentum and nesterov
 * @property {number} rho of rmsprop
 * @property {number} beta1
 * @property {number} beta2
 * @property {number} epsilon
 * @property {number} weightDecay of adamw
 * @property {number} batchSize
 * @property {number} epochs
 * @property {number} seed RandomState seed of split, kernels, batch order and dropout
 * @property {number} l1
 * @property {number} l2
 * @property {number} clipNorm most that the gradients' norm may be; 0: any
 * @property {string} schedule constant, step, exponential, cosine or plateau
 * @property {number} decaySteps
 * @property {number} decayRate
 * @property {number} plateauPatience
 * @property {boolean} earlyStopping
 * @property {number} patience
 * @property {number} minDelta
 * @property {boolean} restoreBestWeights
 */

/**
 * One scalar setting, as the core knows it.
 * @typedef {object} Setting
 * @property {Exclude<keyof Settings, "layers">} name
 * @property {"integer" | "number" | "choice" | "boolean"} kind
 * @property {number} minimum
 * @property {number} maximum
 * @property {number | string | boolean} initial
 * @property {boolean} live whether Model.set may change it while training goes on
 * @property {readonly string[]} choices empty unless kind is "choice"
 * @property {string} code of the LabError that a bad value gives
 */

/**
 * @typedef {object} Dataset
 * @property {Float32Array} x [samples][2]
 * @property {Uint8Array} y [samples]
 * @property {number} samples
 * @property {number} classes
 */

/** @typedef {{xMin: number, xMax: number, yMin: number, yMax: number, columns: number, rows: number}} Grid */
/** @typedef {{digits?: number, labels?: "float" | "integer", validation?: boolean}} ReportOptions */
/** One entry a finished epoch; val_ are NaN without a split. @typedef {{loss: number[], accuracy: number[], val_loss: number[], val_accuracy: number[], learning_rate: number[]}} History */
/** @typedef {{kernel: number, bias: number, kernelGradient: number, biasGradient: number}} Norms */
/** @typedef {"weights" | "gradients" | "activations"} Quantity */
/** @typedef {{precision: number, recall: number, "f1-score": number, support: number}} Score */

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

/** @typedef {Record<string, (...values: number[]) => number> & {memory: WebAssembly.Memory}} Core */

/** Typed access to the core's memory, whose size is fixed, so that views stay valid. */
class Memory {
    /** @param {Core} core */
    constructor(core) {
        this.core = core;
        this.buffer = core.memory.buffer;
        this.scratch = core.malloc(SCRATCH_BYTES);
        this.settings = core.malloc(core.sl_settings_size());
        this.words = new Uint32Array(this.buffer);
        this.doubles = new Float64Array(this.buffer);
        this.bytes = new Uint8Array(this.buffer);
    }

    /** @param {number} at */
    text(at) {
        return new TextDecoder().decode(this.bytes.slice(at, this.bytes.indexOf(0, at)));
    }

    /** @param {number} at @param {number} length */
    float32(at, length) {
        return new Float32Array(this.buffer, at, length);
    }

    /** @param {number} at @param {number} length */
    float64(at, length) {
        return new Float64Array(this.buffer, at, length);
    }

    /** @param {number} at @param {number} length */
    uint8(at, length) {
        return new Uint8Array(this.buffer, at, length);
    }

    /** @param {number} at @param {number} length */
    uint32(at, length) {
        return new Uint32Array(this.buffer, at, length);
    }

    /** @param {number} status */
    error(status) {
        const { sl_status_name, sl_status_message } = this.core;
        return new LabError(
            this.text(sl_status_name(status)),
            this.text(sl_status_message(status)),
        );
    }

    /** Every status of the core comes through here. @param {number} status */
    check(status) {
        if (status !== 0) throw this.error(status);
    }

    /** A status by its name, for what JS must judge before C can. @param {string} name */
    errorNamed(name) {
        let status = this.core.sl_status_count() - 1;
        while (status > 0 && this.text(this.core.sl_status_name(status)) !== name) status--;
        return this.error(status);
    }

    /**
     * Runs `use` with arrays lent from the core's memory, and takes them back.
     * @template T
     * @param {number[]} sizes in bytes
     * @param {(...at: number[]) => T} use
     * @returns {T}
     */
    lend(sizes, use) {
        /** @type {number[]} */
        const lent = [];
        try {
            for (const size of sizes) {
                const at = this.core.malloc(Math.max(size, 1));
                if (at === 0) throw this.errorNamed("memory");
                lent.push(at);
            }
            return use(...lent);
        } finally {
            for (const at of lent) this.core.free(at);
        }
    }

    /** The pointer that a _create call wrote into the scratch. */
    created() {
        return this.words[this.scratch / POINTER];
    }
}

/** @param {string} name */
const camelCase = (name) =>
    name.replace(/_(.)/g, (_, /** @type {string} */ letter) => letter.toUpperCase());

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
        core.sl_settings_init(memory.settings);
        /** @type {readonly Setting[]} */
        this.settings = Array.from({ length: core.sl_setting_count() }, (_, i) =>
            describeSetting(memory, i),
        );
        const scalars = Object.fromEntries(
            this.settings.map(({ name, initial }) => [name, initial]),
        );
        /** The tutorial's run. @type {Readonly<Settings>} */
        this.defaults = Object.freeze(
            /** @type {Settings} */ ({ ...scalars, layers: Object.freeze([128, 64, 32, 16]) }),
        );
        /** What bounds things that are not one scalar setting. */
        this.limits = Object.freeze({
            hiddenLayers: core.sl_max_hidden_layers(),
            units: core.sl_max_units(),
            classes: core.sl_max_classes(),
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
        const { core, scratch, settings: at } = this.#memory;
        this.#memory.check(
            samples === undefined
                ? core.sl_dataset_create(at, scratch)
                : core.sl_dataset_create_sized(at, samples, scratch),
        );
        return takeDataset(this.#memory);
    }

    /**
     * A compiled model with fresh weights; `dispose` it when it is no longer needed.
     * @param {Readonly<Settings>} settings
     * @param {Dataset} dataset
     * @returns {Model}
     */
    createModel(settings, { x, y, samples, classes }) {
        const memory = this.#memory;
        const { core, scratch } = memory;
        this.#write(settings);
        if (x.length !== 2 * samples || y.length !== samples) throw memory.errorNamed("samples");
        const dataset = memory.lend([x.byteLength, y.byteLength], (atX, atY) => {
            memory.float32(atX, x.length).set(x);
            memory.uint8(atY, y.length).set(y);
            memory.check(core.sl_dataset_from_points(atX, atY, samples, classes, scratch));
            return memory.created();
        });
        try {
            memory.check(core.sl_trainer_create(memory.settings, dataset, scratch));
            return new Model(this, memory, memory.created());
        } finally {
            core.sl_dataset_free(dataset);
        }
    }

    /**
     * A model from what Model.save gave, here or elsewhere; it goes on training as if it had never
     * stopped. Throws LabError "file", "file_version" or "file_damaged".
     * @param {Uint8Array} bytes
     * @returns {Model}
     */
    loadModel(bytes) {
        const memory = this.#memory;
        return memory.lend([bytes.length], (at) => {
            memory.uint8(at, bytes.length).set(bytes);
            memory.check(memory.core.sl_trainer_load(at, bytes.length, memory.scratch));
            return new Model(this, memory, memory.created());
        });
    }

    /**
     * The most bytes that a model would hold, its history apart, before anything is allocated.
     * @param {Readonly<Settings>} settings
     */
    modelBytes(settings) {
        this.#write(settings);
        const { core, scratch, settings: at } = this.#memory;
        this.#memory.check(core.sl_dataset_create(at, scratch));
        const dataset = this.#memory.created();
        const bytes = core.sl_trainer_bytes(at, dataset);
        core.sl_dataset_free(dataset);
        return bytes;
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
        const [updates, count] = [gradients.length, start.length];
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
     * @param {ArrayLike<number>} yTrue @param {ArrayLike<number>} yPred @param {number} classes
     * @returns {number[][]}
     */
    confusionMatrix(yTrue, yPred, classes) {
        const memory = this.#memory;
        const samples = yTrue.length;
        /** @param {ArrayLike<number>} y */
        const known = (y) => Array.prototype.every.call(y, (v) => v >= 0 && v < classes);
        if (yPred.length !== samples) throw memory.errorNamed("samples");
        if (!known(yTrue) || !known(yPred)) throw memory.errorNamed("points_y");
        return memory.lend([samples, samples, classes * classes * FLOAT], (t, p, out) => {
            memory.uint8(t, samples).set(yTrue);
            memory.uint8(p, samples).set(yPred);
            memory.core.sl_confusion_matrix(out, t, p, samples, classes);
            return readMatrix(memory, out, classes);
        });
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
     * The same as numbers: classification_report(output_dict=True) with labels=range(classes).
     * @param {readonly (readonly number[])[]} matrix
     * @returns {Record<string, Score | number>}
     */
    classificationScores(matrix) {
        const memory = this.#memory;
        const classes = matrix.length;
        const rows = classes + 3;
        return memory.lend([classes * classes * FLOAT, rows * 4 * DOUBLE], (atMatrix, atScores) => {
            memory.uint32(atMatrix, classes * classes).set(matrix.flat());
            memory.core.sl_classification_scores(atScores, atMatrix, classes);
            const numbers = [...memory.float64(atScores, rows * 4)];
            return nameScores(matrix, numbers);
        });
    }

    /**
     * The points of a grid, row by row from yMin.
     * @param {Grid} grid
     * @returns {Float32Array} [rows * columns][2]
     */
    gridPoints({ xMin, xMax, yMin, yMax, columns, rows }) {
        const length = 2 * columns * rows;
        return this.#memory.lend([length * FLOAT], (out) => {
            this.#memory.core.sl_grid_points(out, xMin, xMax, yMin, yMax, columns, rows);
            return this.#memory.float32(out, length).slice();
        });
    }

    /** SHA-256 of an array's bytes, in hexadecimal. @param {Float32Array} values */
    sha256(values) {
        const memory = this.#memory;
        return memory.lend([32, values.byteLength], (out, at) => {
            memory.float32(at, values.length).set(values);
            memory.core.sl_sha256(out, at, values.byteLength);
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

    /** The settings into the core's struct; throws for the first bad one. @param {Readonly<Settings>} settings */
    #write(settings) {
        const { core, settings: at, scratch, doubles } = this.#memory;
        this.settings.forEach(({ name, kind, choices }, index) => {
            const value = settings[name];
            this.#memory.check(core.sl_settings_set(at, index, toCore(value, kind, choices)));
        });
        const { layers } = settings;
        if (!Array.isArray(layers)) throw this.#memory.errorNamed("layers");
        const units = scratch / DOUBLE;
        const activations = units + MOST_LAYERS;
        layers.slice(0, MOST_LAYERS).forEach((layer, l) => {
            const own = typeof layer === "object" && layer !== null;
            doubles[units + l] = toNumber(own ? layer.units : layer);
            doubles[activations + l] = own
                ? this.#activations.indexOf(layer.activation)
                : DEFAULT_ACTIVATION;
            // indexOf's -1 would stand for the default
            if (own && !this.#activations.includes(layer.activation))
                throw this.#memory.errorNamed("activation");
        });
        this.#memory.check(
            core.sl_settings_set_layers(at, scratch, activations * DOUBLE, layers.length),
        );
    }

    get #activations() {
        return this.settings.find(({ name }) => name === "activation")?.choices ?? [];
    }
}

/** A value of a setting as the core's number; NaN or -1, which it refuses, where there is none. @param {unknown} value @param {Setting["kind"]} kind @param {readonly string[]} choices */
function toCore(value, kind, choices) {
    if (kind === "choice") return choices.indexOf(String(value));
    if (kind === "boolean") return typeof value === "boolean" ? Number(value) : Number.NaN;
    return toNumber(value);
}

/** The dataset that a _create call has just made, copied out. @param {Memory} memory @returns {Dataset} */
function takeDataset(memory) {
    const { core } = memory;
    const dataset = memory.created();
    const samples = core.sl_dataset_samples(dataset);
    const x = memory.float32(core.sl_dataset_x(dataset), 2 * samples).slice();
    const y = memory.uint8(core.sl_dataset_y(dataset), samples).slice();
    const classes = core.sl_dataset_classes(dataset);
    core.sl_dataset_free(dataset);
    return { x, y, samples, classes };
}

/** Only numbers are numbers: "" and null must not become 0. @param {unknown} value */
const toNumber = (value) => (typeof value === "number" ? value : Number.NaN);

const KINDS = /** @type {const} */ (["integer", "number", "choice", "boolean"]);
const QUANTITIES = /** @type {const} */ (["weights", "gradients", "activations"]);
const HISTORY = /** @type {const} */ ([
    "loss",
    "accuracy",
    "val_loss",
    "val_accuracy",
    "learning_rate",
]);
const DEFAULT_ACTIVATION = -1;

/**
 * @param {Memory} memory its settings hold the defaults
 * @param {number} index
 * @returns {Setting}
 */
function describeSetting(memory, index) {
    const { core, settings } = memory;
    const maximum = core.sl_setting_maximum(index);
    const kind = KINDS[core.sl_setting_kind(index)];
    const choices =
        kind === "choice"
            ? Array.from({ length: maximum + 1 }, (_, choice) =>
                  memory.text(core.sl_setting_choice(index, choice)),
              )
            : [];
    const initial = core.sl_settings_get(settings, index);
    const initials = { choice: choices[initial], boolean: initial !== 0 };
    return Object.freeze({
        name: /** @type {Setting["name"]} */ (camelCase(memory.text(core.sl_setting_name(index)))),
        kind,
        minimum: core.sl_setting_minimum(index),
        maximum,
        initial: kind === "choice" || kind === "boolean" ? initials[kind] : initial,
        live: core.sl_setting_live(index) !== 0,
        choices,
        code: memory.text(core.sl_status_name(core.sl_setting_status(index))),
    });
}

/** @param {Memory} memory @param {number} at @param {number} classes @returns {number[][]} */
function readMatrix(memory, at, classes) {
    return Array.from({ length: classes }, (_, i) => [
        ...memory.uint32(at + i * classes * FLOAT, classes),
    ]);
}

/**
 * @param {Memory} memory
 * @param {readonly (readonly number[])[]} matrix
 * @param {ReportOptions} [options]
 */
function reportText(memory, matrix, { digits = 2, labels = "float" } = {}) {
    const classes = matrix.length;
    return memory.lend([classes * classes * FLOAT], (at) => {
        memory.uint32(at, classes * classes).set(matrix.flat());
        const style = labels === "float" ? 1 : 0;
        const { core, scratch } = memory;
        memory.check(core.sl_classification_report(scratch, at, classes, digits, style));
        return memory.text(scratch);
    });
}

/**
 * @param {readonly (readonly number[])[]} matrix
 * @param {number[]} numbers [classes + 3][4]
 */
function nameScores(matrix, numbers) {
    const classes = matrix.length;
    /** @param {number} row @returns {Score} */
    const score = (row) => ({
        precision: numbers[4 * row],
        recall: numbers[4 * row + 1],
        "f1-score": numbers[4 * row + 2],
        support: numbers[4 * row + 3],
    });
    const occurs = matrix.every((row, j) => [...row, ...matrix.map((r) => r[j])].some(Boolean));
    /** @type {Record<string, Score | number>} */
    const scores = {};
    for (let j = 0; j < classes; j++) scores[j] = score(j);
    if (occurs) scores.accuracy = score(classes).precision;
    else scores["micro avg"] = score(classes);
    scores["macro avg"] = score(classes + 1);
    scores["weighted avg"] = score(classes + 2);
    return scores;
}

/** numpy.random.RandomState, draw for draw; `dispose` it when it is no longer needed. */
class RandomState {
    #memory;
    #at;

    /** @param {Memory} memory @param {number} seed */
    constructor(memory, seed) {
        if (!(seed >= 0 && seed <= 0xffffffff && Number.isInteger(seed)))
            throw memory.errorNamed("seed");
        this.#memory = memory;
        this.#at = memory.core.malloc(memory.core.sl_random_size());
        if (this.#at === 0) throw memory.errorNamed("memory");
        memory.core.sl_random_seed(this.#at, seed);
    }

    randomSample() {
        return this.#memory.core.sl_random_sample(this.#at);
    }

    randn() {
        return this.#memory.core.sl_random_randn(this.#at);
    }

    /** @param {number} low @param {number} high */
    uniform(low, high) {
        return this.#memory.core.sl_random_uniform(this.#at, low, high);
    }

    /** @param {number} n @returns {Int32Array} */
    permutation(n) {
        return this.#memory.lend([n * FLOAT], (out) => {
            this.#memory.core.sl_random_permutation(this.#at, out, n);
            return new Int32Array(this.#memory.buffer, out, n).slice();
        });
    }

    dispose() {
        this.#memory.core.free(this.#at);
        this.#at = 0;
    }
}

/** A network and its training, as Keras's compiled Sequential. */
export class Model {
    #lab;
    #memory;
    #at;

    /** @param {Lab} lab @param {Memory} memory @param {number} at the sl_trainer */
    constructor(lab, memory, at) {
        this.#lab = lab;
        this.#memory = memory;
        this.#at = at;
        const activations = lab.settings.find(({ name }) => name === "activation")?.choices ?? [];
        const { core } = memory;
        const layers = core.sl_trainer_layers(at);
        /** Dense layers with what follows each, the output layer last. */
        this.layers = Array.from({ length: layers }, (_, l) => {
            const inputs = core.sl_trainer_layer_inputs(at, l);
            const units = core.sl_trainer_layer_units(at, l);
            const batchNorm = core.sl_trainer_layer_batch_norm(at, l) !== 0;
            return {
                name: l ? `dense_${l}` : "dense",
                inputs,
                units,
                activation: activations[core.sl_trainer_layer_activation(at, l)],
                batchNorm,
                dropout: l < layers - 1 && this.settings.dropout > 0,
                parameters: (inputs + 1 + (batchNorm ? 4 : 0)) * units,
            };
        });
        this.classes = this.layers[layers - 1].units;
        /** All numbers of weights(). */
        this.parameters = core.sl_trainer_parameters(at);
        /** Those that training changes by gradients: moving averages apart. */
        this.trainable = core.sl_trainer_trainable(at);
        this.stepsPerEpoch = core.sl_trainer_steps_per_epoch(at);
        /** All samples; those that it trains on; those set aside. */
        this.trainingSamples = core.sl_trainer_samples(at, 0);
        this.validationSamples = core.sl_trainer_samples(at, 1);
        this.samples = this.trainingSamples + this.validationSamples;
    }

    /**
     * Takes mini-batches, across ends of epochs, until early stopping ends it (see `stopped`).
     * Throws LabError "diverged" when the loss is no longer finite; the model is then as it was at
     * the beginning of that epoch.
     * @param {number} steps
     */
    train(steps) {
        const { core } = this.#memory;
        const status = core.sl_trainer_train(this.#at, steps);
        if (status === 0) return;
        const error = this.#memory.error(status);
        if (error.code === "diverged") error.step = core.sl_trainer_diverged_step(this.#at);
        throw error;
    }

    /** To the end of the epoch that has been begun, or through the next. */
    trainEpoch() {
        this.train(this.stepsPerEpoch - this.progress.step);
    }

    /**
     * That many more epochs, or fewer if early stopping ends it.
     * @param {number} epochs
     * @returns {History} the whole history
     */
    fit(epochs) {
        for (let i = 0; i < epochs; i++) {
            this.trainEpoch();
            if (this.stopped) break;
        }
        return this.history;
    }

    /** Whether the last training ended by early stopping; asked again, it goes on. */
    get stopped() {
        return this.#memory.core.sl_trainer_stopped(this.#at) !== 0;
    }

    /** The epoch (counted from 1) with the lowest loss while early stopping watches; 0: none yet. */
    get bestEpoch() {
        return this.#memory.core.sl_trainer_best_epoch(this.#at);
    }

    /** What it was made of, with what `set` has changed since. @returns {Settings} */
    get settings() {
        const { core } = this.#memory;
        const at = core.sl_trainer_settings(this.#at);
        const scalars = this.#lab.settings.map(({ name, kind, choices }, index) => {
            const value = core.sl_settings_get(at, index);
            return [name, { choice: choices[value], boolean: value !== 0 }[String(kind)] ?? value];
        });
        return { ...Object.fromEntries(scalars), layers: this.#layerSettings(at) };
    }

    /**
     * Changes settings for the steps to come; nothing starts anew. Those that cannot change on the
     * way (see `live` in Lab.settings) throw LabError "fixed" unless they are as they were.
     * @param {Partial<Settings>} changes
     */
    set(changes) {
        const { core } = this.#memory;
        const before = this.settings;
        try {
            this.#lab.settings.forEach(({ name, kind, choices }, index) => {
                if (!(name in changes)) return;
                const value = toCore(changes[name], kind, choices);
                this.#memory.check(core.sl_trainer_set(this.#at, index, value));
            });
        } catch (error) {
            this.set(before); // all of them, or none
            throw error;
        }
    }

    /** For the steps to come; nothing starts anew. @param {number} value */
    setLearningRate(value) {
        this.set({ learningRate: value });
    }

    /** Back to the weights and random state of the start. */
    reset() {
        this.#memory.core.sl_trainer_reset(this.#at);
    }

    /**
     * epoch: finished ones; step: batches into the current one; loss and accuracy: running means
     * of the epoch (of the finished one between two), NaN before the first step.
     */
    get progress() {
        const { core } = this.#memory;
        return {
            epoch: core.sl_trainer_epoch(this.#at),
            step: core.sl_trainer_step(this.#at),
            stepsPerEpoch: this.stepsPerEpoch,
            totalSteps: core.sl_trainer_total_steps(this.#at),
            loss: core.sl_trainer_loss(this.#at),
            accuracy: core.sl_trainer_accuracy(this.#at),
            learningRate: core.sl_trainer_rate(this.#at),
        };
    }

    /** The loss of the last mini-batch; NaN before the first. */
    get lastLoss() {
        return this.#memory.core.sl_trainer_last_loss(this.#at);
    }

    /** As Keras's. @returns {History} */
    get history() {
        const { core } = this.#memory;
        const epochs = core.sl_trainer_epoch(this.#at);
        const rows = epochs
            ? this.#memory.float64(core.sl_trainer_history(this.#at), epochs * HISTORY.length)
            : new Float64Array();
        const columns = HISTORY.map((name, column) => [
            name,
            Array.from({ length: epochs }, (_, epoch) => rows[epoch * HISTORY.length + column]),
        ]);
        return Object.fromEntries(columns);
    }

    /** Most probable classes. @param {Float32Array} x [n][2] @returns {Uint8Array} [n] */
    predict(x) {
        return this.#predict(x).classes;
    }

    /** Probabilities. @param {Float32Array} x [n][2] @returns {Float32Array} [n][classes] */
    predictProba(x) {
        return this.#predict(x).probabilities;
    }

    /**
     * With the sigmoid output each class is judged by itself: 1 where its probability is above one
     * half.
     * @param {Float32Array} x [n][2]
     * @returns {Uint8Array} [n][classes]
     */
    predictLabels(x) {
        return Uint8Array.from(this.predictProba(x), (p) => Number(p > 0.5));
    }

    /** What comes before softmax. @param {Float32Array} x [n][2] @returns {Float32Array} [n][classes] */
    logits(x) {
        return this.activations(this.layers.length - 1, x);
    }

    /** What the units of a layer put out; of the output layer the logits. @param {number} layer @param {Float32Array} x [n][2] @returns {Float32Array} [n][units] */
    activations(layer, x) {
        const memory = this.#memory;
        const samples = x.length / 2;
        const length = samples * this.layers[layer].units;
        return memory.lend([x.byteLength, length * FLOAT], (atX, out) => {
            memory.float32(atX, x.length).set(x);
            memory.core.sl_trainer_activations(this.#at, out, layer, atX, samples);
            return memory.float32(out, length).slice();
        });
    }

    /** Most probable classes over a grid. @param {Grid} grid @returns {Uint8Array} [rows][columns], first row at yMin */
    predictGrid(grid) {
        return this.predict(this.#lab.gridPoints(grid));
    }

    /** Probabilities over a grid. @param {Grid} grid @returns {Float32Array} [rows][columns][classes] */
    predictGridProba(grid) {
        return this.predictProba(this.#lab.gridPoints(grid));
    }

    /** All units' maps of a layer over a grid. @param {number} layer @param {Grid} grid @returns {Float32Array} [rows][columns][units] */
    activationsGrid(layer, grid) {
        return this.activations(layer, this.#lab.gridPoints(grid));
    }

    /**
     * Loss (without penalty) and accuracy over the training data, or over what was set aside, with
     * the weights as they are; NaN where there are no samples.
     */
    evaluate({ validation = false } = {}) {
        return this.#memory.lend([2 * DOUBLE], (out) => {
            const { core } = this.#memory;
            core.sl_trainer_evaluate(this.#at, Number(validation), out, out + DOUBLE, 0);
            const [loss, accuracy] = this.#memory.float64(out, 2);
            return { loss, accuracy };
        });
    }

    /** What l1 and l2 add to the loss now. */
    get penalty() {
        return this.#memory.core.sl_trainer_penalty(this.#at);
    }

    /** Over the training data, or what was set aside: row = true, column = predicted. @returns {number[][]} */
    confusionMatrix({ validation = false } = {}) {
        return this.#memory.lend([this.classes ** 2 * FLOAT], (out) => {
            this.#memory.core.sl_trainer_evaluate(this.#at, Number(validation), 0, 0, out);
            return readMatrix(this.#memory, out, this.classes);
        });
    }

    /** Of every sample, in the data's order. @returns {Float32Array} [samples] */
    sampleLosses() {
        const { core } = this.#memory;
        return this.#memory.lend([this.samples * FLOAT], (out) => {
            core.sl_trainer_sample_losses(this.#at, out);
            return this.#memory.float32(out, this.samples).slice();
        });
    }

    /** 1 for every sample that was set aside, in the data's order. @returns {Uint8Array} [samples] */
    validationMask() {
        const { core } = this.#memory;
        return this.#memory.lend([this.samples], (out) => {
            core.sl_trainer_validation_mask(this.#at, out);
            return this.#memory.uint8(out, this.samples).slice();
        });
    }

    /** The data that it trains on. @returns {Dataset} */
    get dataset() {
        this.#memory.check(this.#memory.core.sl_trainer_dataset(this.#at, this.#memory.scratch));
        return takeDataset(this.#memory);
    }

    /** Whether its samples are others than those that its settings make. */
    get hasOwnPoints() {
        const { x, y } = this.dataset;
        const made = this.#lab.makeData(this.settings);
        /** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
        const differ = (a, b) =>
            a.length !== b.length || Array.prototype.some.call(a, (v, i) => v !== b[i]);
        return differ(y, made.y) || differ(x, made.x);
    }

    /** Of a layer's kernel and bias, and of their gradients in the last step. @param {number} layer @returns {Norms} */
    norms(layer) {
        return this.#memory.lend([4 * DOUBLE], (out) => {
            this.#memory.core.sl_trainer_norms(this.#at, out, layer);
            const [kernel, bias, kernelGradient, biasGradient] = this.#memory.float64(out, 4);
            return { kernel, bias, kernelGradient, biasGradient };
        });
    }

    /** 1 for every unit whose activation is the same for all training samples. @param {number} layer @returns {Uint8Array} [units] */
    deadUnits(layer) {
        const { units } = this.layers[layer];
        return this.#memory.lend([units], (out) => {
            this.#memory.core.sl_trainer_dead_units(this.#at, out, layer);
            return this.#memory.uint8(out, units).slice();
        });
    }

    /**
     * How many of a layer's numbers fall into each of equal bins from the least to the greatest.
     * @param {Quantity} quantity kernel, its gradient in the last step, or activations over the
     *     training samples
     * @param {number} layer
     * @param {number} bins
     */
    histogram(quantity, layer, bins = 20) {
        const { core } = this.#memory;
        return this.#memory.lend([bins * FLOAT, 2 * DOUBLE], (counts, range) => {
            const which = QUANTITIES.indexOf(quantity);
            core.sl_trainer_histogram(this.#at, counts, range, which, layer, bins);
            const [low, high] = this.#memory.float64(range, 2);
            return { counts: [...this.#memory.uint32(counts, bins)], low, high };
        });
    }

    /**
     * Loss of given samples as one training batch, and its gradient in the layout of weights(). As
     * training does, this draws for dropout and moves batch normalisation's averages.
     * @param {Float32Array} x [n][2] @param {Uint8Array} y [n]
     * @returns {{loss: number, gradients: Float32Array}}
     */
    gradients(x, y) {
        const memory = this.#memory;
        const most = memory.core.sl_trainer_rows(this.#at);
        if (y.length < 1 || y.length > most || x.length !== 2 * y.length)
            throw memory.errorNamed("batch_size");
        if (!y.every((label) => label < this.classes)) throw memory.errorNamed("points_y");
        const sizes = [this.parameters * FLOAT, x.byteLength, y.length];
        return memory.lend(sizes, (out, atX, atY) => {
            memory.float32(atX, x.length).set(x);
            memory.uint8(atY, y.length).set(y);
            const loss = memory.core.sl_trainer_gradients(this.#at, out, atX, atY, y.length);
            return { loss, gradients: memory.float32(out, this.parameters).slice() };
        });
    }

    /** scikit-learn's text over the training data, or what was set aside; the tutorial's labels (0.0, 1.0 …) by default. @param {ReportOptions} [options] */
    classificationReport(options) {
        return reportText(this.#memory, this.confusionMatrix(options), options);
    }

    /** As Keras's get_weights: kernel [inputs][units], bias (gamma, beta, moving mean, moving variance), first layer first. @returns {Float32Array} */
    weights() {
        return this.#memory.lend([this.parameters * FLOAT], (out) => {
            this.#memory.core.sl_trainer_get_weights(this.#at, out);
            return this.#memory.float32(out, this.parameters).slice();
        });
    }

    /** In the layout of weights(). @param {Float32Array} values */
    setWeights(values) {
        if (values.length !== this.parameters)
            throw new RangeError(`There must be ${this.parameters} weights, not ${values.length}.`);
        this.#memory.lend([values.byteLength], (at) => {
            this.#memory.float32(at, values.length).set(values);
            this.#memory.core.sl_trainer_set_weights(this.#at, at);
        });
    }

    /** SHA-256 of weights() as little-endian float32, in hexadecimal. */
    weightsSha256() {
        return this.#lab.sha256(this.weights());
    }

    /** What Keras's model.summary() prints. */
    summary() {
        return summaryText(this.layers);
    }

    /** Every byte of it: settings, data, weights, moments, history; see Lab.loadModel. @returns {Uint8Array} */
    save() {
        const { core } = this.#memory;
        const size = core.sl_trainer_saved_size(this.#at);
        return this.#memory.lend([size], (out) => {
            core.sl_trainer_save(this.#at, out);
            return this.#memory.uint8(out, size).slice();
        });
    }

    dispose() {
        this.#memory.core.sl_trainer_free(this.#at);
        this.#at = 0;
    }

    /** @param {Float32Array} x */
    #predict(x) {
        const memory = this.#memory;
        const samples = x.length / 2;
        const length = samples * this.classes;
        return memory.lend([x.byteLength, length * FLOAT, samples], (atX, atP, atClasses) => {
            memory.float32(atX, x.length).set(x);
            memory.core.sl_trainer_predict(this.#at, atP, atClasses, atX, samples);
            return {
                probabilities: memory.float32(atP, length).slice(),
                classes: memory.uint8(atClasses, samples).slice(),
            };
        });
    }

    /** @param {number} at the sl_settings @returns {LayerSetting[]} */
    #layerSettings(at) {
        const { core } = this.#memory;
        const activations = this.#lab.settings.find(({ name }) => name === "activation")?.choices;
        return Array.from({ length: core.sl_settings_layers(at) }, (_, l) => {
            const units = core.sl_settings_units(at, l);
            const activation = activations?.[core.sl_settings_own_activation(at, l)];
            return activation ? { units, activation } : units;
        });
    }
}
