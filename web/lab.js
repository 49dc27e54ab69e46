/**
 * The training core as JavaScript objects. This is the only file that touches wasm memory, and the
 * same in Node, in the page and in its worker. Names follow Keras and scikit-learn; the C header
 * (src/spiral_lab.h) has the details. Everything but `createLab` is synchronous.
 *
 *     const lab = await createLab(await readFile("build/wasm/spiral_lab.wasm"));
 *     const settings = { ...lab.defaults, seed: 7 };
 *     const model = lab.createModel(settings, lab.makeSpirals(settings));
 *     model.fit(settings.epochs);
 *     console.log(model.classificationReport());
 */

import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";

const LINE = 65; // of a summary, as Keras prints it
const SCRATCH_BYTES = 4096; // holds a report, an output pointer, the units of the hidden layers
const POINTER = 4;
const FLOAT = 4;
const DOUBLE = 8;

/**
 * What one run depends on; the tutorial's run is `lab.defaults`.
 * @typedef {object} Settings
 * @property {number} classes spiral arms, 2 to 10
 * @property {number} points points a class
 * @property {number} noise standard deviation of the angle, radians
 * @property {number} turn angle that one arm sweeps, radians
 * @property {number} dataSeed RandomState seed of the data
 * @property {readonly number[]} layers units of the hidden layers; empty for softmax regression
 * @property {string} activation of the hidden layers
 * @property {string} initializer of the kernels
 * @property {string} optimizer
 * @property {number} learningRate
 * @property {number} batchSize
 * @property {number} epochs
 * @property {number} seed RandomState seed of kernels and batch order
 */

/**
 * One scalar setting, as the core knows it.
 * @typedef {object} Setting
 * @property {Exclude<keyof Settings, "layers">} name
 * @property {"integer" | "number" | "choice"} kind
 * @property {number} minimum
 * @property {number} maximum
 * @property {number | string} initial
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
/** @typedef {{digits?: number, labels?: "float" | "integer"}} ReportOptions */
/** @typedef {{precision: number, recall: number, "f1-score": number, support: number}} Score */

/** A refusal by the core, in its own words. */
export class LabError extends Error {
    /**
     * @param {string} code a short stable name such as "learning_rate"; one of `lab.statuses`
     * @param {string} message what was wrong and what is allowed
     */
    constructor(code, message) {
        super(message);
        this.name = "LabError";
        this.code = code;
        /** The step that diverged, for code "diverged". @type {number | undefined} */
        this.step = undefined;
    }
}

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
     * The tutorial's make_multiclass, or the like of it.
     * @param {Readonly<Settings>} settings
     * @returns {Dataset}
     */
    makeSpirals(settings) {
        this.#write(settings);
        const { core, scratch, settings: at } = this.#memory;
        this.#memory.check(core.sl_dataset_create(at, scratch));
        const dataset = this.#memory.created();
        const samples = core.sl_dataset_samples(dataset);
        const x = this.#memory.float32(core.sl_dataset_x(dataset), 2 * samples).slice();
        const y = this.#memory.uint8(core.sl_dataset_y(dataset), samples).slice();
        const classes = core.sl_dataset_classes(dataset);
        core.sl_dataset_free(dataset);
        return { x, y, samples, classes };
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
            return new Model(memory, memory.created());
        } finally {
            core.sl_dataset_free(dataset);
        }
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
            const number = kind === "choice" ? choices.indexOf(String(value)) : toNumber(value);
            this.#memory.check(core.sl_settings_set(at, index, number));
        });
        const { layers } = settings;
        if (!Array.isArray(layers)) throw this.#memory.errorNamed("layers");
        layers.slice(0, SCRATCH_BYTES / DOUBLE).forEach((units, l) => {
            doubles[scratch / DOUBLE + l] = toNumber(units);
        });
        this.#memory.check(core.sl_settings_set_layers(at, scratch, layers.length));
    }
}

/** Only numbers are numbers: "" and null must not become 0. @param {unknown} value */
const toNumber = (value) => (typeof value === "number" ? value : Number.NaN);

const KINDS = /** @type {const} */ (["integer", "number", "choice"]);

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
    return Object.freeze({
        name: /** @type {Setting["name"]} */ (camelCase(memory.text(core.sl_setting_name(index)))),
        kind,
        minimum: core.sl_setting_minimum(index),
        maximum,
        initial: kind === "choice" ? choices[initial] : initial,
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
    #memory;
    #at;

    /** @param {Memory} memory @param {number} at the sl_trainer */
    constructor(memory, at) {
        this.#memory = memory;
        this.#at = at;
        const { core } = memory;
        const layers = core.sl_trainer_layers(at);
        /** The dense layers, the output layer last. */
        this.layers = Array.from({ length: layers }, (_, l) => {
            const inputs = core.sl_trainer_layer_inputs(at, l);
            const units = core.sl_trainer_layer_units(at, l);
            const name = l ? `dense_${l}` : "dense";
            return { name, inputs, units, parameters: (inputs + 1) * units };
        });
        this.classes = this.layers[layers - 1].units;
        /** Weights and biases. */
        this.parameters = core.sl_trainer_parameters(at);
        this.stepsPerEpoch = core.sl_trainer_steps_per_epoch(at);
    }

    /**
     * Takes mini-batches, across ends of epochs. Throws LabError "diverged" when the loss is no
     * longer finite; the model is then as it was at the beginning of that epoch.
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
     * That many more epochs.
     * @param {number} epochs
     * @returns {{loss: number[], accuracy: number[]}} the whole history
     */
    fit(epochs) {
        for (let i = 0; i < epochs; i++) this.trainEpoch();
        return this.history;
    }

    /** For the steps to come; nothing starts anew. @param {number} value */
    setLearningRate(value) {
        const { core } = this.#memory;
        this.#memory.check(core.sl_trainer_set_learning_rate(this.#at, toNumber(value)));
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
        };
    }

    /** The loss of the last mini-batch; NaN before the first. */
    get lastLoss() {
        return this.#memory.core.sl_trainer_last_loss(this.#at);
    }

    /** One entry a finished epoch. @returns {{loss: number[], accuracy: number[]}} */
    get history() {
        const { core } = this.#memory;
        const epochs = core.sl_trainer_epoch(this.#at);
        if (epochs === 0) return { loss: [], accuracy: [] };
        return {
            loss: [...this.#memory.float64(core.sl_trainer_history_loss(this.#at), epochs)],
            accuracy: [...this.#memory.float64(core.sl_trainer_history_accuracy(this.#at), epochs)],
        };
    }

    /** Most probable classes. @param {Float32Array} x [n][2] @returns {Uint8Array} [n] */
    predict(x) {
        return this.#predict(x).classes;
    }

    /** Probabilities. @param {Float32Array} x [n][2] @returns {Float32Array} [n][classes] */
    predictProba(x) {
        return this.#predict(x).probabilities;
    }

    /** Most probable classes over a grid. @param {Grid} grid @returns {Uint8Array} [rows][columns], first row at yMin */
    predictGrid(grid) {
        const { columns, rows } = grid;
        return this.#memory.lend([columns * rows], (out) => {
            this.#grid(grid, 0, out);
            return this.#memory.uint8(out, columns * rows).slice();
        });
    }

    /** Probabilities over a grid. @param {Grid} grid @returns {Float32Array} [rows][columns][classes] */
    predictGridProba(grid) {
        const length = grid.columns * grid.rows * this.classes;
        return this.#memory.lend([length * FLOAT], (out) => {
            this.#grid(grid, out, 0);
            return this.#memory.float32(out, length).slice();
        });
    }

    /** Loss and accuracy over the training data with the weights as they are. */
    evaluate() {
        return this.#memory.lend([2 * DOUBLE], (out) => {
            this.#memory.core.sl_trainer_evaluate(this.#at, out, out + DOUBLE, 0);
            const [loss, accuracy] = this.#memory.float64(out, 2);
            return { loss, accuracy };
        });
    }

    /** Over the training data: row = true, column = predicted. @returns {number[][]} */
    confusionMatrix() {
        return this.#memory.lend([this.classes ** 2 * FLOAT], (out) => {
            this.#memory.core.sl_trainer_evaluate(this.#at, 0, 0, out);
            return readMatrix(this.#memory, out, this.classes);
        });
    }

    /** scikit-learn's text over the training data; the tutorial's labels (0.0, 1.0 …) by default. @param {ReportOptions} [options] */
    classificationReport(options) {
        return reportText(this.#memory, this.confusionMatrix(), options);
    }

    /** kernel, bias, kernel, bias …, kernels [inputs][units]. @returns {Float32Array} */
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
        return sha256Hex(this.weights());
    }

    /** What Keras's model.summary() prints. */
    summary() {
        const rows = this.layers.map(({ name, units, parameters }) => [
            ` ${name} (Dense)`,
            `(None, ${units})`,
            `${parameters}`,
        ]);
        /** @param {string[]} cells */
        const line = ([name, shape, count]) =>
            `${name.padEnd(29)}${shape.padEnd(26)}${count}`.padEnd(LINE);
        const total = this.parameters.toLocaleString("en-US");
        return [
            'Model: "sequential"',
            "_".repeat(LINE),
            line([" Layer (type)", "Output Shape", "Param #"]),
            "=".repeat(LINE),
            rows.map(line).join(`\n${" ".repeat(LINE)}\n`),
            "=".repeat(LINE),
            `Total params: ${total}`,
            `Trainable params: ${total}`,
            "Non-trainable params: 0",
            "_".repeat(LINE),
            "",
        ].join("\n");
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

    /** @param {Grid} grid @param {number} probabilities @param {number} classes */
    #grid({ xMin, xMax, yMin, yMax, columns, rows }, probabilities, classes) {
        const { core } = this.#memory;
        core.sl_trainer_predict_grid(
            this.#at,
            probabilities,
            classes,
            xMin,
            xMax,
            yMin,
            yMax,
            columns,
            rows,
        );
    }
}

/** SHA-256 of the bytes of an array, in hexadecimal. @param {Float32Array} values */
export function sha256Hex(values) {
    return bytesToHex(sha256(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)));
}
