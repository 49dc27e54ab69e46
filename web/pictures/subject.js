/** What observers look at: one model with its data, and what a prediction of it costs. */

/** @typedef {import("../core/lab.js").Lab} Lab */
/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../shared/protocol.js").Data} Data */

export class Subject {
    #pointMs; // that the prediction of one point takes

    /** @param {Lab} lab @param {Model} model @param {Data} data */
    constructor(lab, model, data) {
        this.lab = lab;
        this.model = model;
        this.data = data;
        this.sigmoid = model.settings.output === "sigmoid";
        // A first guess, as slow as code that is not optimised yet; the first measurement corrects
        // it.
        this.#pointMs = model.parameters * 2e-7;
    }

    /** How long predicting so many points takes, in milliseconds. @param {number} points */
    costOf(points) {
        return points * this.#pointMs;
    }

    /** How many points can be predicted in that time. @param {number} ms */
    pointsWithin(ms) {
        return Math.floor(ms / this.#pointMs);
    }

    /**
     * Runs a prediction of so many points, and notes what it took.
     * @template T
     * @param {number} points
     * @param {() => T} predict
     */
    measure(points, predict) {
        const start = performance.now();
        const result = predict();
        this.#pointMs = Math.max(1e-6, (performance.now() - start) / points);
        return result;
    }
}
