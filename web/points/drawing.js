/**
 * Points that somebody draws. A state never changes: each change makes another one, so that all can
 * be undone, and whoever has taken a state may keep it.
 */

import { MOST_CLASSES } from "./labels.js";

/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../core/dataset.js").GivenDataset} GivenDataset */

/**
 * x: [samples][2]; y: [samples], classes by their place in labels.
 * @typedef {Pick<Dataset, "x" | "y" | "labels" | "axes">} State
 */
/** A place in the data's units. @typedef {{x: number, y: number}} Place */

export const MOST_DRAWN = 100_000; // points, as of a file
const LEAST_CLASSES = 2;
const MOST_BYTES = 64e6; // of the states that can be undone

export class Drawing {
    /** @type {State} */ #state;
    /** States before the present one, the latest last. @type {State[]} */ #past = [];
    /** States that were undone, the next one last. @type {State[]} */ #future = [];

    /** @param {State} points to begin with */
    constructor({ x, y, labels, axes }) {
        this.#state = { x, y, labels, axes };
    }

    get samples() {
        return this.#state.y.length;
    }

    /** @returns {readonly string[]} */
    get labels() {
        return this.#state.labels;
    }

    /** Another object whenever something has changed. */
    get state() {
        return this.#state;
    }

    /** The points as they are now. @returns {Dataset} */
    get dataset() {
        const { samples } = this;
        return { ...this.#state, samples, classes: this.labels.length };
    }

    get canUndo() {
        return this.#past.length > 0;
    }

    get canRedo() {
        return this.#future.length > 0;
    }

    get canAddClass() {
        return this.labels.length < MOST_CLASSES;
    }

    get canRemoveClass() {
        return this.labels.length > LEAST_CLASSES;
    }

    /** What is changed from here on is undone at once. */
    begin() {
        if (this.#past.at(-1) === this.#state) return;
        this.#past.push(this.#state);
        this.#future = [];
        let bytes = this.#past.reduce((sum, state) => sum + bytesOf(state), 0);
        while (bytes > MOST_BYTES && this.#past.length > 1)
            bytes -= bytesOf(/** @type {State} */ (this.#past.shift()));
    }

    /** A stroke that has changed nothing cannot be undone. */
    end() {
        if (this.#past.at(-1) === this.#state) this.#past.pop();
    }

    undo() {
        const before = this.#past.pop();
        if (!before) return;
        this.#future.push(this.#state);
        this.#state = before;
    }

    redo() {
        const next = this.#future.pop();
        if (!next) return;
        this.#past.push(this.#state);
        this.#state = next;
    }

    /**
     * Adds points of a class, as many of them as there is room for.
     * @param {number} label
     * @param {readonly Place[]} places
     * @returns {boolean} whether there was room for all
     */
    paint(label, places) {
        const { samples } = this;
        const room = Math.min(places.length, MOST_DRAWN - samples);
        const x = new Float32Array(2 * (samples + room));
        const y = new Uint8Array(samples + room).fill(label, samples);
        x.set(this.#state.x);
        y.set(this.#state.y);
        places.slice(0, room).forEach((place, i) => {
            x[2 * (samples + i)] = place.x;
            x[2 * (samples + i) + 1] = place.y;
        });
        if (room > 0) this.#state = { ...this.#state, x, y };
        return room === places.length;
    }

    /**
     * The points within an ellipse.
     * @param {Place} middle
     * @param {Place} reach its half axes
     * @returns {number[]}
     */
    within(middle, reach) {
        const { x } = this.#state;
        /** @type {number[]} */
        const found = [];
        for (let i = 0; i < this.samples; i++) {
            const across = (x[2 * i] - middle.x) / reach.x;
            const up = (x[2 * i + 1] - middle.y) / reach.y;
            if (across * across + up * up <= 1) found.push(i);
        }
        return found;
    }

    /** @param {readonly number[]} samples */
    erase(samples) {
        if (samples.length === 0) return;
        const gone = new Set(samples);
        this.#keep((i) => !gone.has(i));
    }

    /**
     * @param {readonly number[]} samples
     * @param {Place} by
     */
    move(samples, by) {
        if (samples.length === 0) return;
        const x = this.#state.x.slice();
        for (const i of samples) {
            x[2 * i] += by.x;
            x[2 * i + 1] += by.y;
        }
        this.#state = { ...this.#state, x };
    }

    clear() {
        if (this.samples > 0) this.#keep(() => false);
    }

    /** @param {string} label different from the others */
    addClass(label) {
        if (this.canAddClass) this.#state = { ...this.#state, labels: [...this.labels, label] };
    }

    /** Removes a class with its points. @param {number} label */
    removeClass(label) {
        if (!this.canRemoveClass) return;
        this.#keep((i) => this.#state.y[i] !== label);
        const y = this.#state.y.map((kind) => (kind > label ? kind - 1 : kind));
        const labels = this.labels.filter((_, kind) => kind !== label);
        this.#state = { ...this.#state, y, labels };
    }

    /** @param {number} label @param {string} name different from the others */
    rename(label, name) {
        const labels = this.labels.map((before, kind) => (kind === label ? name : before));
        this.#state = { ...this.#state, labels };
    }

    /** @param {(sample: number) => boolean} stays */
    #keep(stays) {
        const { x, y } = this.#state;
        const kept = Array.from(y.keys()).filter(stays);
        this.#state = {
            ...this.#state,
            x: Float32Array.from(
                { length: 2 * kept.length },
                (_, i) => x[2 * kept[i >> 1] + (i & 1)],
            ),
            y: Uint8Array.from(kept, (i) => y[i]),
        };
    }
}

/** @param {State} state */
const bytesOf = ({ x, y }) => x.byteLength + y.byteLength;

/**
 * Places spread evenly over a disc, which a brush of that size paints at once.
 * @param {Place} middle
 * @param {Place} reach its half axes; 0: only its middle
 * @param {number} count
 * @param {() => number} random from 0 to 1
 * @returns {Place[]}
 */
export const dab = (middle, reach, count, random) =>
    Array.from({ length: count }, () => {
        const [radius, angle] = [Math.sqrt(random()), 2 * Math.PI * random()];
        return {
            x: middle.x + reach.x * radius * Math.cos(angle),
            y: middle.y + reach.y * radius * Math.sin(angle),
        };
    });
