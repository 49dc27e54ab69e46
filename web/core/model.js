/** A network and its training. */

import {
    areLabels,
    defaultLabels,
    givenPoints,
    gridPoints,
    lendDataset,
    namesOf,
    takeDataset,
} from "./dataset.js";
import { givenNumbers, givenObject } from "./given.js";
import { DOUBLE, FLOAT, living } from "./memory.js";
import { makeReport, readMatrix, reportText } from "./metrics.js";
import { withNames } from "./saved-names.js";
import { activationsOf, readSettings, toCore } from "./settings.js";
import { summaryText } from "./summary.js";

/** @typedef {import("./dataset.js").Dataset} Dataset */
/** @typedef {import("./dataset.js").GivenDataset} GivenDataset */
/** @typedef {import("./dataset.js").Grid} Grid */
/** @typedef {import("./lab.js").Lab} Lab */
/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {import("./dataset.js").Points} Points */
/** @typedef {import("./metrics.js").Report} Report */
/** @typedef {import("./metrics.js").ReportOptions} ReportOptions */
/** @typedef {import("./saved-names.js").Names} Names */
/** @typedef {import("./settings.js").Settings} Settings */
/**
 * One entry for each finished epoch; val_ are NaN without a split.
 * @typedef {{loss: number[], accuracy: number[], val_loss: number[], val_accuracy: number[],
 *     learning_rate: number[]}} History
 */
/** @typedef {{kernel: number, bias: number, kernelGradient: number, biasGradient: number}} Norms */
/** @typedef {"weights" | "gradients" | "activations"} Quantity */

const MOST_STEPS = 2 ** 31 - 1; // at once: the core counts in 32 bits
const QUANTITIES = /** @type {const} */ (["weights", "gradients", "activations"]);
const HISTORY = /** @type {const} */ ([
    "loss",
    "accuracy",
    "val_loss",
    "val_accuracy",
    "learning_rate",
]);

/** A network and its training, as Keras's compiled Sequential. */
export class Model {
    #lab;
    #memory;
    #address; // of the sl_trainer

    /**
     * @param {Lab} lab
     * @param {Memory} memory
     * @param {number} at the sl_trainer
     * @param {Names} [names] instead of the default ones
     */
    constructor(lab, memory, at, { labels, axes } = {}) {
        this.#lab = lab;
        this.#memory = memory;
        this.#address = at;
        const activations = activationsOf(lab.settings);
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
        /** The names of the classes. */
        this.labels = labels ?? defaultLabels(this.classes);
        /** What the two coordinates are, if anybody has said so. */
        this.axes = axes;
        /** How many numbers weights() has. */
        this.parameters = core.sl_trainer_parameters(at);
        /** How many numbers the gradients change; moving averages do not count. */
        this.trainable = core.sl_trainer_trainable(at);
        this.stepsPerEpoch = core.sl_trainer_steps_per_epoch(at);
        /** How many samples there are: all, those that it trains on, those set aside. */
        this.trainingSamples = core.sl_trainer_samples(at, 0);
        this.validationSamples = core.sl_trainer_samples(at, 1);
        this.samples = this.trainingSamples + this.validationSamples;
    }

    /**
     * Takes mini-batches, across ends of epochs, until early stopping ends it (see `stopped`).
     * Throws LabError "diverged" when the loss is no longer finite; the model is then as it was at
     * the beginning of that epoch, or of the one before if no step leads on from there. Throws
     * "not_finite" when it is not finite there either: no other learning rate helps.
     * @param {number} steps
     */
    train(steps) {
        if (!Number.isInteger(steps) || steps < 0 || steps > MOST_STEPS)
            throw new RangeError(`It cannot take ${steps} steps.`);
        const { core } = this.#memory;
        const status = core.sl_trainer_train(this.#at, steps);
        if (status === 0) return;
        const error = this.#memory.error(status);
        if (error.code === "diverged" || error.code === "not_finite")
            error.step = Number(core.sl_trainer_diverged_step(this.#at)); // a BigInt
        throw error;
    }

    /** Trains to the end of the current epoch or, between two, through the next. */
    trainEpoch() {
        this.train(this.stepsPerEpoch - this.progress.step);
    }

    /**
     * Trains that many more epochs, or fewer if early stopping ends it.
     * @param {number} epochs
     * @returns {History} the whole history
     */
    fit(epochs) {
        if (!(Number.isInteger(epochs) && epochs >= 0))
            throw new RangeError(`It cannot train for ${epochs} epochs.`);
        for (let i = 0; i < epochs; i++) {
            this.trainEpoch();
            if (this.stopped) break;
        }
        return this.history;
    }

    /** Whether early stopping ended the last training; a further call goes on all the same. */
    get stopped() {
        return this.#memory.core.sl_trainer_stopped(this.#at) !== 0;
    }

    /**
     * The epoch (counted from 1) with the lowest loss while early stopping watches; 0: none yet.
     */
    get bestEpoch() {
        return this.#memory.core.sl_trainer_best_epoch(this.#at);
    }

    /** The settings it was made with, and what `set` has changed since. @returns {Settings} */
    get settings() {
        const at = this.#memory.core.sl_trainer_settings(this.#at);
        return readSettings(this.#memory, this.#lab.settings, at);
    }

    /**
     * Changes settings for the steps to come, all of them or none; nothing restarts. Those that
     * cannot change on the way (see `live` in Lab.settings) throw LabError "fixed" unless they are
     * as they were.
     * @param {Partial<Settings>} changes
     */
    set(changes) {
        const memory = this.#memory;
        const known = this.#lab.settings;
        /** @type {Record<string, unknown>} */
        const before = { ...this.settings };
        this.#lab.check({ ...this.settings, ...givenObject(changes, "changes") });
        const live = new Set(known.flatMap(({ name, live }) => (live ? String(name) : [])));
        for (const [name, value] of Object.entries(changes))
            if (!live.has(name) && JSON.stringify(value) !== JSON.stringify(before[name]))
                throw memory.errorNamed("fixed");
        known.forEach(({ name, kind, choices }, index) => {
            if (!(name in changes) || !live.has(name)) return;
            const value = toCore(changes[name], kind, choices);
            memory.check(memory.core.sl_trainer_set(this.#at, index, value));
        });
    }

    /** Changes the rate for the steps to come; nothing restarts. @param {number} value */
    setLearningRate(value) {
        this.set({ learningRate: value });
    }

    /**
     * A model that goes on with other points from where this one stands; see sl_trainer_with_data.
     * Throws LabError "classes" where there are more or fewer classes.
     * @param {GivenDataset} dataset
     * @returns {Model}
     */
    withData(dataset) {
        const memory = this.#memory;
        return lendDataset(memory, dataset, (data) => {
            const names = namesOf(memory, dataset);
            memory.check(memory.core.sl_trainer_with_data(this.#at, data, memory.scratch));
            return new Model(this.#lab, memory, memory.written(), names);
        });
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
            totalSteps: Number(core.sl_trainer_total_steps(this.#at)), // a BigInt
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
        return this.historyFrom(0);
    }

    /**
     * The history without the first `epoch` finished epochs, which are not even read.
     * @param {number} epoch
     * @returns {History} empty where not more are finished
     */
    historyFrom(epoch) {
        if (!(Number.isInteger(epoch) && epoch >= 0))
            throw new RangeError(`There is no history from epoch ${epoch} on.`);
        const { core } = this.#memory;
        const width = HISTORY.length;
        const count = Math.max(0, core.sl_trainer_epoch(this.#at) - epoch);
        const start = core.sl_trainer_history(this.#at) + epoch * width * DOUBLE;
        const rows = count ? this.#memory.float64(start, count * width) : new Float64Array();
        const columns = HISTORY.map((name, column) => [
            name,
            Array.from({ length: count }, (_, row) => rows[row * width + column]),
        ]);
        return Object.fromEntries(columns);
    }

    /** Most probable classes. @param {Float32Array} x [n][2] @returns {Uint8Array} [n] */
    predict(x) {
        return this.#predict(givenPoints(this.#memory, x));
    }

    /** Probabilities. @param {Float32Array} x [n][2] @returns {Float32Array} [n][classes] */
    predictProba(x) {
        return this.#predictProba(givenPoints(this.#memory, x));
    }

    /**
     * For the sigmoid output, which judges each class by itself: 1 where its probability is above
     * one half.
     * @param {Float32Array} x [n][2]
     * @returns {Uint8Array} [n][classes]
     */
    predictLabels(x) {
        return Uint8Array.from(this.predictProba(x), (p) => Number(p > 0.5));
    }

    /**
     * The logits, from which softmax makes the probabilities.
     * @param {Float32Array} x [n][2]
     * @returns {Float32Array} [n][classes]
     */
    logits(x) {
        return this.activations(this.layers.length - 1, x);
    }

    /**
     * The outputs of a layer's units; for the output layer, the logits.
     * @param {number} layer
     * @param {Float32Array} x [n][2]
     * @returns {Float32Array} [n][units]
     */
    activations(layer, x) {
        return this.#activations(layer, givenPoints(this.#memory, x));
    }

    /**
     * Most probable classes over a grid.
     * @param {Grid} grid
     * @returns {Uint8Array} [rows][columns], first row at yMin
     */
    predictGrid(grid) {
        return this.#predict(gridPoints(this.#memory, grid));
    }

    /**
     * Probabilities over a grid.
     * @param {Grid} grid
     * @returns {Float32Array} [rows][columns][classes]
     */
    predictGridProba(grid) {
        return this.#predictProba(gridPoints(this.#memory, grid));
    }

    /**
     * All units' maps of a layer over a grid.
     * @param {number} layer
     * @param {Grid} grid
     * @returns {Float32Array} [rows][columns][units]
     */
    activationsGrid(layer, grid) {
        return this.#activations(layer, gridPoints(this.#memory, grid));
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

    /**
     * Over the training data, or what was set aside: row = true, column = predicted.
     * @returns {number[][]}
     */
    confusionMatrix({ validation = false } = {}) {
        return this.#memory.lend([this.classes ** 2 * FLOAT], (out) => {
            this.#memory.core.sl_trainer_evaluate(this.#at, Number(validation), 0, 0, out);
            return readMatrix(this.#memory, out, this.classes);
        });
    }

    /** The loss of every sample, in the data's order. @returns {Float32Array} [samples] */
    sampleLosses() {
        const { core } = this.#memory;
        return this.#memory.lend([this.samples * FLOAT], (out) => {
            core.sl_trainer_sample_losses(this.#at, out);
            return this.#memory.float32(out, this.samples).slice();
        });
    }

    /**
     * 1 for every sample that was set aside, in the data's order.
     * @returns {Uint8Array} [samples]
     */
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
        return takeDataset(this.#memory, this);
    }

    /** Whether its samples were given, or differ from those that its settings make. */
    get hasOwnPoints() {
        if (this.settings.dataset === "given") return true;
        const { x, y } = this.dataset;
        const made = this.#lab.makeData(this.settings);
        /** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
        const differ = (a, b) =>
            a.length !== b.length || Array.prototype.some.call(a, (v, i) => v !== b[i]);
        return differ(y, made.y) || differ(x, made.x);
    }

    /**
     * The norms of a layer's kernel and bias, and of their gradients in the last step.
     * @param {number} layer
     * @returns {Norms}
     */
    norms(layer) {
        this.#layer(layer);
        return this.#memory.lend([4 * DOUBLE], (out) => {
            this.#memory.core.sl_trainer_norms(this.#at, out, layer);
            const [kernel, bias, kernelGradient, biasGradient] = this.#memory.float64(out, 4);
            return { kernel, bias, kernelGradient, biasGradient };
        });
    }

    /**
     * 1 for every unit whose activation is the same for all training samples.
     * @param {number} layer
     * @returns {Uint8Array} [units]
     */
    deadUnits(layer) {
        const { units } = this.#layer(layer);
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
        const which = QUANTITIES.indexOf(quantity);
        if (which < 0) throw new RangeError(`There are ${QUANTITIES.join(", ")}, not ${quantity}.`);
        if (!(Number.isInteger(bins) && bins >= 1))
            throw new RangeError(`There must be at least one whole bin, not ${bins}.`);
        this.#layer(layer);
        return this.#memory.lend([bins * FLOAT, 2 * DOUBLE], (counts, range) => {
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
        givenNumbers(x, "x");
        givenNumbers(y, "y");
        if (y.length < 1 || y.length > most || x.length !== 2 * y.length)
            throw memory.errorNamed("batch_size");
        if (!areLabels(y, this.classes)) throw memory.errorNamed("points_y");
        const sizes = [this.parameters * FLOAT, x.length * FLOAT, y.length];
        return memory.lend(sizes, (out, atX, atY) => {
            memory.float32(atX, x.length).set(x);
            memory.uint8(atY, y.length).set(y);
            const loss = memory.core.sl_trainer_gradients(this.#at, out, atX, atY, y.length);
            return { loss, gradients: memory.float32(out, this.parameters).slice() };
        });
    }

    /**
     * scikit-learn's text over the training data, or what was set aside, with the model's labels by
     * default.
     * @param {ReportOptions & {validation?: boolean}} [options]
     */
    classificationReport({ validation, labels = this.labels, ...options } = {}) {
        const matrix = this.confusionMatrix({ validation });
        return reportText(this.#memory, matrix, { labels, ...options });
    }

    /**
     * The same report as data.
     * @param {ReportOptions & {validation?: boolean}} [options]
     * @returns {Report}
     */
    report({ validation, labels = this.labels, ...options } = {}) {
        const matrix = this.confusionMatrix({ validation });
        return makeReport(this.#memory, matrix, { labels, ...options });
    }

    /**
     * As Keras's get_weights: kernel [inputs][units], bias (gamma, beta, moving mean, moving
     * variance), first layer first.
     * @returns {Float32Array}
     */
    weights() {
        return this.#memory.lend([this.parameters * FLOAT], (out) => {
            this.#memory.core.sl_trainer_get_weights(this.#at, out);
            return this.#memory.float32(out, this.parameters).slice();
        });
    }

    /** In the layout of weights(). @param {Float32Array} values */
    setWeights(values) {
        const { length } = givenNumbers(values, "values");
        if (length !== this.parameters)
            throw new RangeError(`There must be ${this.parameters} weights, not ${length}.`);
        this.#memory.lend([length * FLOAT], (at) => {
            this.#memory.float32(at, length).set(values);
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

    /** Bytes that save() gives, without names. */
    get savedSize() {
        return this.#memory.core.sl_trainer_saved_size(this.#at);
    }

    /**
     * The whole model as bytes: settings, data, names, weights, moments, history; see Lab.loadModel.
     * Throws LabError "weights" if setWeights has set one that is not finite.
     * @returns {Uint8Array}
     */
    save() {
        const { core } = this.#memory;
        const size = this.savedSize;
        const bytes = this.#memory.lend([size], (out) => {
            this.#memory.check(core.sl_trainer_save(this.#at, out));
            return this.#memory.uint8(out, size).slice();
        });
        const { labels, axes } = this;
        const plain = String(labels) === String(defaultLabels(this.classes));
        return plain && !axes ? bytes : withNames(bytes, { labels, axes });
    }

    /** Gives its memory back; it cannot be used from then on. */
    dispose() {
        this.#memory.core.sl_trainer_free(this.#address);
        this.#address = 0;
    }

    get #at() {
        return living(this.#address, "model");
    }

    /** @param {number} layer */
    #layer(layer) {
        const last = this.layers.length - 1;
        if (!(Number.isInteger(layer) && this.layers[layer]))
            throw new RangeError(`There are layers 0 to ${last}, not ${layer}.`);
        return this.layers[layer];
    }

    /** @param {Points} points @returns {Uint8Array} [count] */
    #predict({ count, write }) {
        const memory = this.#memory;
        return memory.lend([2 * count * FLOAT, count], (atX, out) => {
            write(atX);
            memory.core.sl_trainer_predict(this.#at, 0, out, atX, count);
            return memory.uint8(out, count).slice();
        });
    }

    /** @param {Points} points @returns {Float32Array} [count][classes] */
    #predictProba({ count, write }) {
        const memory = this.#memory;
        const length = count * this.classes;
        return memory.lend([2 * count * FLOAT, length * FLOAT], (atX, out) => {
            write(atX);
            memory.core.sl_trainer_predict(this.#at, out, 0, atX, count);
            return memory.float32(out, length).slice();
        });
    }

    /** @param {number} layer @param {Points} points @returns {Float32Array} [count][units] */
    #activations(layer, { count, write }) {
        const memory = this.#memory;
        const length = count * this.#layer(layer).units;
        return memory.lend([2 * count * FLOAT, length * FLOAT], (atX, out) => {
            write(atX);
            memory.core.sl_trainer_activations(this.#at, out, layer, atX, count);
            return memory.float32(out, length).slice();
        });
    }
}
