/** <spiral-lab>: the whole app as one element; its attributes, methods and events. */

import { aborted } from "../run/engine-client.js";
import { NONE } from "../run/run-state.js";
import { fields } from "../shared/fields.js";
import { adoptStyles } from "../style/styles.js";
import { attributeNames } from "./attributes.js";
import { LabInstance } from "./lab-instance.js";
import { isOption } from "./options.js";
import { keepOwnKeys } from "./own-keys.js";

/** @typedef {import("../core/lab.js").Info} Info */
/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/protocol.js").Changes} Changes */

/**
 * How far training is; numbers are NaN where there are none yet.
 * @typedef {object} State
 * @property {number} epoch finished ones
 * @property {number} step batches into the current epoch
 * @property {number} stepsPerEpoch
 * @property {number} totalSteps
 * @property {number} loss mean of the current epoch so far, or of the one that has just finished
 * @property {number} accuracy likewise
 * @property {number} learningRate
 * @property {boolean} running
 * @property {number} goal the epoch at which playing stops
 * @property {number} parameters of the network
 * @property {string | null} checksum SHA-256 of the weights; null while training goes on
 */

/** @typedef {{promise: Promise<void>, resolve(): void, reject(error: unknown): void}} Deferred */

export class SpiralLab extends HTMLElement {
    static observedAttributes = attributeNames;

    #root = this.attachShadow({ mode: "open" });
    /** Exists while the element is connected. @type {LabInstance | undefined} */ #instance;
    /** @type {Deferred} */ #opened = withResolvers();

    constructor() {
        super();
        keepOwnKeys(this.#root);
    }

    /** Resolves when the untrained network is drawn; rejects when there is no WebAssembly. */
    get ready() {
        return this.#opened.promise;
    }

    connectedCallback() {
        if (this.#instance) return; // it was only moved
        adoptStyles(this.#root);
        const instance = new LabInstance(this, this.#root, (name, detail) => {
            const options = { bubbles: true, composed: true, detail };
            this.dispatchEvent(new CustomEvent(`spiral-lab-${name}`, options));
        });
        this.#instance = instance;
        instance.opened.then(
            () => {
                if (instance === this.#instance) this.#opened.resolve();
            },
            (error) => {
                if (instance === this.#instance) this.#opened.reject(error);
            },
        );
    }

    disconnectedCallback() {
        // A move within the document disconnects and reconnects it at once; that is not a removal.
        queueMicrotask(() => {
            if (this.isConnected || !this.#instance) return;
            this.#instance.close();
            this.#instance = undefined;
            this.#opened.reject(aborted());
            this.#opened = withResolvers();
        });
    }

    /** @param {string} name @param {string | null} _old @param {string | null} value */
    attributeChangedCallback(name, _old, value) {
        const instance = this.#instance;
        if (!instance) return;
        const field = fields.find(({ attribute }) => attribute === name);
        if (isOption(name)) instance.followOption(name);
        else if (field) this.#do(() => instance.followSetting(field.name, value));
    }

    /** Resolves when training has begun; it stops by itself after the chosen epochs. */
    play() {
        return this.#do(({ controller }) => controller.play());
    }

    /** Resolves when training stands still. */
    pause() {
        return this.#do(({ controller }) => controller.pause());
    }

    /** Takes one mini-batch. Resolves when it is done. */
    stepBatch() {
        return this.#do(({ controller }) => controller.step("batch"));
    }

    /** Trains to the end of the current epoch or, between two, through the next. */
    stepEpoch() {
        return this.#do(({ controller }) => controller.step("epoch"));
    }

    /**
     * Trains that many more epochs as fast as it can. Rejects with a LabError when training
     * diverges, and with an AbortError when something else stops it.
     * @param {number} [epochs] the setting's if left out
     */
    fit(epochs) {
        return this.#do(({ controller }) => controller.fit(epochs), true);
    }

    /** Plays to the end of the chosen epochs as fast as it can. Resolves when that has begun. */
    finish() {
        return this.#do(({ controller }) => controller.finish());
    }

    /** Back to the initial weights. */
    reset() {
        return this.#do((instance) => instance.reset());
    }

    /**
     * Changes settings, or takes points of one's own as `data`. Rejects with a LabError, and changes
     * nothing, on a bad value.
     * @param {Changes} settings
     */
    configure(settings) {
        return this.#do((instance) => instance.configure(settings));
    }

    /**
     * Gives the whole run, as loadModel() of the npm package takes it, and load() here.
     * @returns {Promise<Uint8Array<ArrayBuffer>>}
     */
    save() {
        return this.#ask(({ controller }) => controller.save());
    }

    /**
     * Goes on from a saved run. Rejects with a LabError, and changes nothing, if the bytes are
     * none.
     * @param {ArrayBuffer | ArrayBufferView} file
     */
    load(file) {
        return this.#do((instance) => instance.load(file), true);
    }

    /**
     * Gives the run as a Python script for Keras, in the lab's language.
     * @param {{weights?: boolean}} [options] weights: the trained ones, with a check, instead of a
     *     training
     * @returns {Promise<string>}
     */
    kerasScript(options = {}) {
        const { weights = false } = options;
        return this.#ask((instance) => instance.script("script", weights));
    }

    /**
     * Gives the same as a Jupyter notebook.
     * @param {{weights?: boolean}} [options]
     * @returns {Promise<string>}
     */
    kerasNotebook(options = {}) {
        const { weights = false } = options;
        return this.#ask((instance) => instance.script("notebook", weights));
    }

    /**
     * Draws the map, the curves or the report as PNG, with a line on what it is of. Rejects where the
     * browser withholds the pixels of pictures.
     * @param {"map" | "curves" | "report"} name
     * @param {number} [width] in pixels; as on the screen if left out
     * @returns {Promise<Blob>}
     */
    picture(name, width) {
        return this.#ask((instance) => instance.view.takeHome(name, width));
    }

    /** Settings and view as the fragment of a link to a page's lab, without the #. */
    get link() {
        return this.#instance?.link ?? "";
    }

    /**
     * What the core says of its settings: limits, choices, defaults. Undefined before it is ready.
     * @returns {Info | undefined}
     */
    get info() {
        return this.#instance?.info;
    }

    /**
     * The points that it trains on: x [samples][2], y [samples], the classes' labels. Not to be
     * changed.
     * @returns {Dataset | undefined} undefined before it is ready
     */
    get data() {
        const instance = this.#instance;
        return instance?.hasBegun ? instance.controller.state.data : undefined;
    }

    /** A copy of the settings. @returns {Settings | undefined} undefined before it is ready */
    get settings() {
        const instance = this.#instance;
        return instance?.hasBegun ? structuredClone(instance.controller.state.settings) : undefined;
    }

    /** How far training is. @returns {State} */
    get state() {
        const instance = this.#instance;
        const state = instance?.hasBegun ? instance.controller.state : undefined;
        return {
            ...(state?.progress ?? NONE),
            running: state?.running ?? false,
            goal: state?.goal ?? 0,
            parameters: state?.parameters ?? 0,
            checksum: state?.checksum ?? null,
        };
    }

    /** scikit-learn's classification report, as text; empty before it is ready. */
    get reportText() {
        return this.#instance?.controller.state.report?.text ?? "";
    }

    /**
     * Runs a method once the lab is open. After a removal there is nothing left to do, which is an
     * error only where a result was promised.
     * @param {(instance: LabInstance) => Promise<unknown>} work
     * @param {boolean} [promised]
     * @returns {Promise<State>}
     */
    #do(work, promised = false) {
        const done = (async () => {
            if (this.#instance) await this.ready;
            if (this.#instance) await work(this.#instance);
            else if (promised) throw aborted();
            return this.state;
        })();
        // A caller that ignores the promise hears of errors through the events.
        done.catch(() => {});
        return done;
    }

    /** @template T @param {(instance: LabInstance) => Promise<T>} question */
    async #ask(question) {
        if (this.#instance) await this.ready;
        if (!this.#instance) throw aborted();
        return question(this.#instance);
    }
}

/**
 * Promise.withResolvers, for browsers of 2023; its rejection may go unheard.
 * @returns {Deferred}
 */
function withResolvers() {
    /** @type {any} */
    const result = {};
    result.promise = new Promise((resolve, reject) => {
        result.resolve = resolve;
        result.reject = reject;
    });
    result.promise.catch(() => {});
    return result;
}
