/**
 * One model with its data and its observers. Trains it, changes it, and reports in frames what is
 * new.
 */

import { LabError } from "../core/lab-error.js";
import { observers } from "../pictures/observers.js";
import { Subject } from "../pictures/subject.js";
import { toPlain } from "../shared/plain-error.js";
import { isOfData, withBounds } from "./data.js";

/** @typedef {import("../core/dataset.js").GivenDataset} GivenDataset */
/** @typedef {import("../core/lab.js").Lab} Lab */
/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../pictures/observers.js").Seen} Seen */
/** @typedef {import("../pictures/observers.js").Wish} Wish */
/** @typedef {import("../shared/protocol.js").Data} Data */
/** @typedef {import("../shared/protocol.js").Frame} Frame */
/** @typedef {import("../shared/protocol.js").Kept} Kept */
/** @typedef {import("../shared/protocol.js").Network} Network */

/** @typedef {import("../shared/protocol.js").Bounds} Bounds */
/** @typedef {import("../shared/protocol.js").Changes} Changes */
/** A model that may take the place of another. @typedef {{model: Model, data: Data}} Candidate */

export class Trainer {
    #lab;
    #id;
    /** @type {Settings} */ #settings;
    /** @type {Model} */ #model;
    /** @type {Data} */ #data;
    /** The points that were given last, while others may be made. @type {Data | undefined} */
    #given;
    /** @type {[name: string, observer: import("../pictures/observers.js").Observer<any, any>][]} */
    #observers = [];
    /** Finished epochs that the page knows of. */
    #told = 0;
    #stepMs = 0.1;
    /** Early stopping ended the last training. */
    #stopped = false;
    /**
     * The present settling, and what it was asked for.
     * @type {{wish: string, pieces: Generator<undefined, Frame>} | undefined}
     */
    #settling;

    /**
     * Throws a LabError where there can be no such model.
     * @param {Lab} lab
     * @param {string} id
     * @param {Settings} settings
     * @param {GivenDataset} [given] the points, where the settings make none
     */
    constructor(lab, id, settings, given) {
        this.#lab = lab;
        this.#id = id;
        this.#settings = settings;
        this.#data = this.#dataFor(settings, given);
        this.#model = lab.createModel(settings, this.#data);
        this.#beginAnew();
    }

    get settings() {
        return this.#settings;
    }

    get model() {
        return this.#model;
    }

    get data() {
        return this.#data;
    }

    /** How long a step takes, in milliseconds. */
    get stepMs() {
        return this.#stepMs;
    }

    /** The most bytes that it holds, apart from its history. */
    get bytes() {
        return this.#lab.modelBytes(this.#settings, this.#data);
    }

    /** Steps until the end of so many epochs. @param {number} epochs */
    stepsUntil(epochs) {
        const { epoch, step, stepsPerEpoch } = this.#model.progress;
        return (epochs - epoch) * stepsPerEpoch - step;
    }

    /**
     * Takes so many steps; false if early stopping ended them. Throws a LabError when it diverges.
     * @param {number} steps
     */
    train(steps) {
        this.#settling = undefined;
        const start = performance.now();
        this.#stopped = false;
        this.#model.train(steps);
        this.#stopped = this.#model.stopped;
        const took = (performance.now() - start) / steps;
        this.#stepMs = Math.max(0.001, 0.8 * this.#stepMs + 0.2 * took);
        return !this.#stopped;
    }

    /** A frame with what is due while it trains. @param {Wish} wish @param {LabError} [diverged] */
    liveFrame(wish, diverged) {
        if (diverged) return this.#frame({}, { error: toPlain(diverged) });
        /** @type {Record<string, unknown>} */
        const seen = {};
        for (const [name, observer] of this.#observers) {
            const wished = wish[/** @type {keyof Wish} */ (name)];
            const value = wished === undefined ? undefined : observer.live(wished, seen);
            if (value !== undefined && value !== null) seen[name] = value;
        }
        return this.#frame(seen);
    }

    /**
     * Computes all wishes for the current weights, in as many slices as it takes.
     * @param {Wish} wish
     * @param {number} end of this slice
     */
    settle(wish, end) {
        const text = JSON.stringify(wish);
        if (this.#settling?.wish !== text)
            this.#settling = { wish: text, pieces: this.#settle(wish) };
        const { pieces } = this.#settling;
        let piece = pieces.next();
        while (!piece.done && performance.now() < end) piece = pieces.next();
        if (!piece.done) return this.#frame({});
        this.#settling = undefined;
        return piece.value;
    }

    /** @param {Wish} wish @returns {Generator<undefined, Frame>} */
    *#settle(wish) {
        /** @type {Record<string, unknown>} */
        const seen = {};
        for (const [name, observer] of this.#observers) {
            const wished = wish[/** @type {keyof Wish} */ (name)];
            if (wished === undefined) continue;
            const value = yield* observer.still(wished);
            if (value !== null) seen[name] = value;
            yield;
        }
        return this.#frame(seen, { still: true, checksum: this.#model.weightsSha256() });
    }

    /** A frame with the wishes that are cheap, at once. @param {Wish} wish */
    inspect(wish) {
        const cheap = this.#observers.flatMap(([name, { inspect }]) => {
            const wished = wish[/** @type {keyof Wish} */ (name)];
            return inspect && wished !== undefined ? [[name, inspect(wished)]] : [];
        });
        return this.#frame(Object.fromEntries(cheap));
    }

    /**
     * A frame with data and network, for a page that knows neither.
     * @param {Frame} frame
     * @returns {Frame}
     */
    withDataAndNetwork(frame) {
        return { ...frame, data: this.#data, network: this.#network() };
    }

    /**
     * Judges changes of settings. Throws a LabError, and changes nothing, where that cannot
     * be.
     * @param {Changes} changes
     * @param {boolean} anew also where all of them could change on the way
     * @param {(settings: Settings, data: Data) => void} admit throws for what is too large
     * @returns {{settings: Settings, candidate?: Candidate}} candidate: if it starts anew
     */
    prepare({ data: points, ...changes }, anew, admit) {
        const given = points && !isSame(points, this.#data) ? points : undefined;
        const settings = merge(this.#lab, this.#settings, withKind(changes, points));
        const known = this.#lab.settings;
        const live = new Set(known.flatMap(({ live, name }) => (live ? [String(name)] : [])));
        /** @param {Record<string, unknown>} of @param {string} name */
        const text = (of, name) => JSON.stringify(of[name]);
        const changed = Object.keys(settings).filter(
            (name) => text({ ...settings }, name) !== text({ ...this.#settings }, name),
        );
        if (!anew && !given && changed.every((name) => live.has(name))) return { settings };
        const newData = given || changed.some(isOfData);
        const data = newData ? this.#dataFor(settings, given) : this.#data;
        admit(settings, data);
        return { settings, candidate: { model: this.#lab.createModel(settings, data), data } };
    }

    /**
     * A model that goes on with other points from where this one stands. Throws a LabError where
     * there can be none.
     * @param {GivenDataset} given
     * @param {Bounds | undefined} bounds the least of the map
     * @param {(settings: Settings, data: Data) => void} admit throws for what is too large
     * @returns {{settings: Settings, candidate: Candidate}}
     */
    prepareEdit(given, bounds, admit) {
        const settings = merge(this.#lab, this.#settings, withKind({}, given));
        const data = withBounds(this.#lab.givenData(given), bounds);
        admit(settings, data);
        const isOfSameKind = given.classes === this.#data.classes;
        const model = isOfSameKind
            ? this.#model.withData(data)
            : this.#lab.createModel(settings, data);
        return { settings, candidate: { model, data } };
    }

    /**
     * What the settings make or, where they make none, the points that are given, that were given
     * last, or that are there. Throws a LabError where there are none.
     * @param {Settings} settings
     * @param {GivenDataset} [given]
     * @returns {Data}
     */
    #dataFor(settings, given) {
        if (settings.dataset !== "given") return withBounds(this.#lab.makeData(settings));
        if (given) return withBounds(this.#lab.givenData(given));
        const data = this.#given ?? this.#data;
        return data ?? withBounds(this.#lab.makeData(settings)); // which throws
    }

    /**
     * Changes what can change on the way.
     * @param {Settings} settings
     * @param {Record<string, unknown>} changes
     */
    set(settings, changes) {
        this.#model.set(changes);
        this.#settings = settings;
    }

    /** Begins anew with another model. @param {Settings} settings @param {Candidate} candidate */
    replace(settings, { model, data }) {
        this.#take(settings, { model, data });
        this.#beginAnew();
    }

    /**
     * Goes on with another model of the same epochs.
     * @param {Settings} settings @param {Candidate} candidate
     */
    goOn(settings, candidate) {
        this.#take(settings, candidate);
        this.#observe();
    }

    /** @param {Settings} settings @param {Candidate} candidate */
    #take(settings, { model, data }) {
        this.#model.dispose();
        this.#settings = settings;
        this.#model = model;
        this.#data = data;
        if (settings.dataset === "given") this.#given = data;
    }

    /** Back to the first weights. */
    reset() {
        this.#model.reset();
        this.#beginAnew();
    }

    /**
     * What was trained, if anything was, unless it is larger.
     * @param {number} [most] bytes
     * @returns {Kept | undefined}
     */
    keep(most = Number.POSITIVE_INFINITY) {
        const { epoch, totalSteps } = this.#model.progress;
        if (totalSteps === 0 || this.#model.savedSize > most) return undefined;
        const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (this.#model.save());
        return { epoch, totalSteps, bytes };
    }

    /**
     * Buffers of earlier frames, back again.
     * @param {Record<string, ArrayBuffer>} buffers by observer
     */
    recycle(buffers) {
        for (const [name, { recycle }] of this.#observers)
            if (buffers[name]) recycle?.(buffers[name]);
    }

    /** The buffers that a frame hands over. @param {Frame} frame @returns {Transferable[]} */
    transferables({ seen }) {
        return this.#observers.flatMap(([name, { transfer }]) => {
            const value = seen[/** @type {keyof Seen} */ (name)];
            return value === undefined ? [] : (transfer?.(value) ?? []);
        });
    }

    dispose() {
        this.#model.dispose();
    }

    #observe() {
        const subject = new Subject(this.#lab, this.#model, this.#data);
        this.#observers = Object.entries(observers).map(([name, make]) => [name, make(subject)]);
        this.#settling = undefined;
        this.#stopped = false;
    }

    #beginAnew() {
        this.#observe();
        this.#told = 0;
        // A first guess, put right by the first measurement.
        this.#stepMs = Math.max(0.01, this.#model.parameters * this.#settings.batchSize * 3e-7);
    }

    /** @returns {Network} */
    #network() {
        const layers = this.#model.layers.map(({ name, units, parameters }) => ({
            name,
            units,
            parameters,
        }));
        const { features, output } = this.#model.settings;
        const sigmoid = output === "sigmoid";
        return { features, layers, sigmoid, validation: this.#model.validationMask() };
    }

    /** @param {Seen} seen @param {Partial<Frame>} [more] @returns {Frame} */
    #frame(seen, more) {
        const from = this.#told;
        const { loss, accuracy, val_loss, val_accuracy } = this.#model.historyFrom(from);
        const aside = this.#model.validationSamples > 0;
        this.#told += loss.length;
        return {
            trainer: this.#id,
            progress: this.#model.progress,
            stopped: this.#stopped,
            parameters: this.#model.parameters,
            stepSeconds: this.#stepMs / 1000,
            from,
            loss,
            accuracy,
            val_loss: aside ? val_loss : undefined,
            val_accuracy: aside ? val_accuracy : undefined,
            seen,
            still: false,
            ...more,
        };
    }
}

/** @param {GivenDataset} a @param {Data} b */
const isSame = (a, b) =>
    ["samples", "classes", "x", "y", "labels", "axes"].every(
        (key) => String(Reflect.get(a, key)) === String(Reflect.get(b, key)),
    );

/**
 * The dataset is "given" where points are.
 * @template {Partial<Settings>} T
 * @param {T} settings
 * @param {GivenDataset} [given]
 * @returns {T}
 */
export const withKind = (settings, given) => (given ? { ...settings, dataset: "given" } : settings);

/**
 * Throws a LabError for a setting that is not known, or the first bad value.
 * @param {Lab} lab
 * @param {Settings} settings
 * @param {Partial<Settings>} changes
 * @returns {Settings}
 */
export function merge(lab, settings, changes) {
    const next = { ...settings, ...changes };
    lab.check(next);
    return next;
}
