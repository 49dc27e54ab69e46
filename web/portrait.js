/** What the page shows of a model: the map, the report, the checksum. */

import { rasterize } from "./raster.js";

/** @typedef {import("./lab.js").Lab} Lab */
/** @typedef {import("./lab.js").Model} Model */
/** @typedef {import("./lab.js").Dataset} Dataset */
/** @typedef {import("./raster.js").Extent} Extent */
/** @typedef {{classes: Uint8Array<ArrayBuffer>, extent: Extent}} Picture class of every pixel, top row first */
/** @typedef {{text: string, matrix: number[][]}} Report */
/** @typedef {{xMin: number, xMax: number, yMin: number, yMax: number}} Bounds */
/** @typedef {Dataset & {bounds: Bounds}} Data */
/** @typedef {{map: Picture, report: Report, checksum: string}} Still */

const FINE = 101; // nodes a side of the tutorial's grid
const COARSEST = 11;
const COARSE = [51, 26, 21]; // while training: the finest that costs at most COARSE_MS
const COARSE_MS = 8;
const PIECE_MS = 4; // of prediction between two looks at the clock
const SHARE = 4; // after a map or report that took t ms, at least SHARE * t ms of training
const REPORT_INTERVAL_MS = 200;
const MARGIN = 0.1; // of the map around the data, as in the tutorial

const now = () => performance.now();

export class Portrait {
    #lab;
    #model;
    #data;
    #pointMs; // one point of a prediction
    #mapped = { end: 0, cost: 0 };
    #reported = { end: 0, cost: 0, epoch: 0 };
    /** A buffer of an earlier map, to be used again. @type {ArrayBuffer | undefined} */
    spare;

    /** @param {Lab} lab @param {Model} model @param {Data} data */
    constructor(lab, model, data) {
        this.#lab = lab;
        this.#model = model;
        this.#data = data;
        // A first guess, put right by the first measurement.
        this.#pointMs = model.parameters * 1e-7;
    }

    /** A map while training goes on, if it is due. @param {Extent} extent @param {number} interval least ms between two */
    coarseMap(extent, interval) {
        const start = now();
        const { end, cost } = this.#mapped;
        if (start - end < Math.max(SHARE * cost - COARSE_MS, interval)) return undefined;
        const nodes = COARSE.find((n) => n * n * this.#pointMs <= COARSE_MS) ?? COARSEST;
        const grid = { ...this.#data.bounds, columns: nodes, rows: nodes };
        const probabilities = this.#model.predictGridProba(grid);
        this.#measured(start, nodes * nodes);
        const map = this.#picture(probabilities, nodes, extent);
        this.#mapped = { end: now(), cost: now() - start };
        return map;
    }

    /** A report while training goes on: after the end of an epoch, if it is due. */
    liveReport() {
        const start = now();
        const { end, cost, epoch } = this.#reported;
        const finished = this.#model.progress.epoch;
        if (finished === epoch || start - end < Math.max(SHARE * cost, REPORT_INTERVAL_MS))
            return undefined;
        if (this.#data.samples * this.#pointMs > COARSE_MS) return undefined;
        const report = this.#report(this.#model.predict(this.#data.x));
        this.#reported = { end: now(), cost: now() - start, epoch: finished };
        return report;
    }

    /** Everything, of the weights as they are, piece by piece. @param {Extent} extent @returns {Generator<undefined, Still>} */
    *still(extent) {
        const { bounds, x, samples, classes } = this.#data;
        const grid = new Float32Array(FINE * FINE * classes);
        const { yMin, yMax } = bounds;
        const height = (yMax - yMin) / (FINE - 1);
        for (let row = 0; row < FINE; ) {
            const start = now();
            let rows = Math.max(2, Math.floor(PIECE_MS / (this.#pointMs * FINE)));
            if (row + rows > FINE - 2) rows = FINE - row; // a band of one row has no height
            const band = { yMin: yMin + row * height, yMax: yMin + (row + rows - 1) * height };
            const lines = { ...bounds, ...band, columns: FINE, rows };
            grid.set(this.#model.predictGridProba(lines), row * FINE * classes);
            this.#measured(start, rows * FINE);
            row += rows;
            yield;
        }
        const map = this.#picture(grid, FINE, extent);
        yield;
        const predicted = new Uint8Array(samples);
        for (let sample = 0; sample < samples; ) {
            const count = Math.max(64, Math.floor(PIECE_MS / this.#pointMs));
            const points = x.subarray(2 * sample, 2 * (sample + count));
            predicted.set(this.#model.predict(points), sample);
            sample += count;
            yield;
        }
        const report = this.#report(predicted);
        yield;
        return { map, report, checksum: this.#model.weightsSha256() };
    }

    /** @param {Float32Array} probabilities @param {number} nodes @param {Extent} extent @returns {Picture} */
    #picture(probabilities, nodes, extent) {
        const bytes = extent.width * extent.height;
        const buffer = this.spare?.byteLength === bytes ? this.spare : new ArrayBuffer(bytes);
        this.spare = undefined;
        const classes = new Uint8Array(buffer);
        rasterize(probabilities, nodes, this.#data.classes, classes, extent);
        return { classes, extent };
    }

    /** What model.classificationReport() says, from predictions made piecemeal. @param {Uint8Array} predicted @returns {Report} */
    #report(predicted) {
        const matrix = this.#lab.confusionMatrix(this.#data.y, predicted, this.#data.classes);
        return { text: this.#lab.classificationReport(matrix), matrix };
    }

    /** @param {number} start @param {number} points predicted since */
    #measured(start, points) {
        this.#pointMs = Math.max(1e-6, (now() - start) / points);
    }
}

/** The data with the bounds of their map. @param {Dataset} data @returns {Data} */
export function withBounds(data) {
    const bounds = {
        xMin: Number.POSITIVE_INFINITY,
        xMax: Number.NEGATIVE_INFINITY,
        yMin: Number.POSITIVE_INFINITY,
        yMax: Number.NEGATIVE_INFINITY,
    };
    for (let i = 0; i < data.samples; i++) {
        const [x, y] = [data.x[2 * i], data.x[2 * i + 1]];
        bounds.xMin = Math.min(bounds.xMin, x - MARGIN);
        bounds.xMax = Math.max(bounds.xMax, x + MARGIN);
        bounds.yMin = Math.min(bounds.yMin, y - MARGIN);
        bounds.yMax = Math.max(bounds.yMax, y + MARGIN);
    }
    return { ...data, bounds };
}
