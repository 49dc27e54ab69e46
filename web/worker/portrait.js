/** What the page shows of a model: the map, the report, the units, the checksum. */

import { REGIONS, shadesOf, shading } from "../shared/map-mode.js";
import { rasterize, shade } from "./raster.js";

/** @typedef {import("../core/lab.js").Lab} Lab */
/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("./raster.js").Extent} Extent */
/** @typedef {import("../shared/map-mode.js").View} View */
/** @typedef {{pixels: Uint8Array<ArrayBuffer>, extent: Extent, view: View, classes: number}} Picture class or shade of every pixel, see shadesOf; top row first */
/** @typedef {{text: string, matrix: number[][]}} Report */
/** @typedef {{report: Report, validationReport?: Report, predicted: Uint8Array}} Judgement of the samples trained on, and of those set aside; predicted: class of every sample */
/** @typedef {{layer: number, side: number, maps: Int8Array, dead: Uint8Array}} Units maps [units][side][side], 127 the unit's largest output, lowest row first */
/** @typedef {{xMin: number, xMax: number, yMin: number, yMax: number}} Bounds */
/** @typedef {Dataset & {bounds: Bounds}} Data */
/** @typedef {{view: View, units: number | null, lines: boolean}} Wish the map's view, the layer whose units are to be seen, the first layer's lines */
/** @typedef {{units?: Units, lines?: Float32Array}} Inside lines: [units][w1, w2, b] */
/** @typedef {{map: Picture, checksum: string} & Judgement & Inside} Still */

const FINE = 101; // nodes a side of the tutorial's grid
const COARSEST = 11;
const COARSE = [51, 26, 21]; // while training: the finest that costs at most COARSE_MS
const COARSE_MS = 8;
const PIECE_MS = 4; // of prediction between two looks at the clock
const SHARE = 4; // after a map or report that took t ms, at least SHARE * t ms of training
const REPORT_INTERVAL_MS = 200;
const REPORT_MS = 60; // that one may cost while training
const RARELY = 4; // times as seldom amid an epoch
const UNITS_INTERVAL_MS = 150;
const UNIT_NODES = 32; // a side of a unit's small map
const MARGIN = 0.1; // of the map around the data, as in the tutorial
const BATCH_NORM_EPSILON = 1e-3;

const now = () => performance.now();

export class Portrait {
    #lab;
    #model;
    #data;
    #mask;
    #sigmoid;
    #pointMs; // one point of a prediction
    #mapped = { end: 0, cost: 0 };
    #reported = { end: 0, cost: 0, epoch: 0, steps: 0 };
    #looked = { end: 0, cost: 0 };
    /** A buffer of an earlier map, to be used again. @type {ArrayBuffer | undefined} */
    spare;

    /** @param {Lab} lab @param {Model} model @param {Data} data */
    constructor(lab, model, data) {
        this.#lab = lab;
        this.#model = model;
        this.#data = data;
        this.#mask = model.validationMask();
        this.#sigmoid = model.settings.output === "sigmoid";
        // A first guess, as slow as code that is not optimised yet, put right by the first measurement.
        this.#pointMs = model.parameters * 2e-7;
    }

    /** A map while training goes on, if it is due. @param {Extent} extent @param {Wish} wish @param {number} interval least ms between two */
    coarseMap(extent, wish, interval) {
        const start = now();
        const { end, cost } = this.#mapped;
        if (start - end < Math.max(SHARE * cost - COARSE_MS, interval)) return undefined;
        const nodes = COARSE.find((n) => n * n * this.#pointMs <= COARSE_MS) ?? COARSEST;
        const view = this.#possible(wish.view);
        const values = this.#valuesOf(view, { ...this.#data.bounds, columns: nodes, rows: nodes });
        this.#measured(start, nodes * nodes);
        const map = this.#picture(values, nodes, extent, view);
        this.#mapped = { end: now(), cost: now() - start };
        return map;
    }

    /** A report while training goes on, if it is due: after the end of an epoch, or amid one that takes long. @returns {Partial<Judgement>} */
    liveReport() {
        const start = now();
        const { end, cost, epoch, steps } = this.#reported;
        const { epoch: finished, totalSteps } = this.#model.progress;
        const rarely = finished === epoch ? RARELY : 1;
        if (start - end < rarely * Math.max(SHARE * cost, REPORT_INTERVAL_MS)) return {};
        if (totalSteps === steps || this.#data.samples * this.#pointMs > REPORT_MS) return {};
        const judgement = this.#judge(this.#model.predict(this.#data.x));
        this.#reported = { end: now(), cost: now() - start, epoch: finished, steps: totalSteps };
        return judgement;
    }

    /** Units and lines while training goes on, if they are wished for and due. @param {Wish} wish @returns {Inside} */
    liveInside(wish) {
        const start = now();
        const { end, cost } = this.#looked;
        // Lines are as cheap as a copy of the weights, and move with the map.
        if (start - end < Math.max(SHARE * cost, UNITS_INTERVAL_MS))
            return { lines: wish.lines ? this.#lines() : undefined };
        const inside = this.#inside(wish);
        if (inside.units) this.#looked = { end: now(), cost: now() - start };
        return inside;
    }

    /** Everything, of the weights as they are, piece by piece. @param {Extent} extent @param {Wish} wish @returns {Generator<undefined, Still>} */
    *still(extent, wish) {
        const { bounds, x, samples, classes } = this.#data;
        const view = this.#possible(wish.view);
        const channels = view.kind === "unit" ? 1 : classes;
        const grid = new Float32Array(FINE * FINE * channels);
        const { yMin, yMax } = bounds;
        const height = (yMax - yMin) / (FINE - 1);
        for (let row = 0; row < FINE; ) {
            const start = now();
            let rows = Math.max(2, Math.floor(PIECE_MS / (this.#pointMs * FINE)));
            if (row + rows > FINE - 2) rows = FINE - row; // a band of one row has no height
            const band = { yMin: yMin + row * height, yMax: yMin + (row + rows - 1) * height };
            const lines = { ...bounds, ...band, columns: FINE, rows };
            grid.set(this.#valuesOf(view, lines), row * FINE * channels);
            this.#measured(start, rows * FINE);
            row += rows;
            yield;
        }
        const map = this.#picture(grid, FINE, extent, view);
        yield;
        const predicted = new Uint8Array(samples);
        for (let sample = 0; sample < samples; ) {
            const count = Math.max(64, Math.floor(PIECE_MS / this.#pointMs));
            const points = x.subarray(2 * sample, 2 * (sample + count));
            predicted.set(this.#model.predict(points), sample);
            sample += count;
            yield;
        }
        const judgement = this.#judge(predicted);
        yield;
        const inside = this.#inside(wish);
        yield;
        return { map, ...judgement, ...inside, checksum: this.#model.weightsSha256() };
    }

    /** The view, or the regions where this network has no such class or unit. @param {View} view @returns {View} */
    #possible(view) {
        const { layers, classes } = this.#model;
        const hidden = layers.slice(0, -1);
        if (view.kind === "unit" && !(view.index < hidden[view.layer]?.units)) return REGIONS;
        if (view.kind === "class" && view.index >= classes) return REGIONS;
        return view;
    }

    /** Logits, or one unit's outputs, over a grid. @param {View} view @param {import("../core/dataset.js").Grid} grid @returns {Float32Array} */
    #valuesOf({ kind, layer, index }, grid) {
        const { layers } = this.#model;
        if (kind !== "unit") return this.#model.activationsGrid(layers.length - 1, grid);
        const all = this.#model.activationsGrid(layer, grid);
        const { units } = layers[layer];
        return Float32Array.from({ length: all.length / units }, (_, i) => all[i * units + index]);
    }

    /** @param {Float32Array} values @param {number} nodes @param {Extent} extent @param {View} view @returns {Picture} */
    #picture(values, nodes, extent, view) {
        const { classes } = this.#data;
        const bytes = extent.width * extent.height;
        const buffer = this.spare?.byteLength === bytes ? this.spare : new ArrayBuffer(bytes);
        this.spare = undefined;
        const pixels = new Uint8Array(buffer);
        const { kind } = view;
        if (kind === "regions" || kind === "soft")
            rasterize(values, nodes, classes, pixels, extent);
        else pixels.fill(0);
        const shades = shadesOf(kind, classes);
        if (kind === "unit") {
            const scale = 0.5 / largest(values, 0, 1);
            shade(values, nodes, ([value]) => 0.5 + value * scale, shades, pixels, extent);
        } else if (shades > 1) {
            shade(values, nodes, shading(view, this.#sigmoid), shades, pixels, extent);
        }
        return { pixels, extent, view, classes };
    }

    /** @param {Wish} wish @returns {Inside} */
    #inside({ units, lines }) {
        const hidden = this.#model.layers.length - 1;
        return {
            units: units !== null && units < hidden ? this.#units(units) : undefined,
            lines: lines ? this.#lines() : undefined,
        };
    }

    /** @param {number} layer @returns {Units} */
    #units(layer) {
        const side = UNIT_NODES;
        const grid = { ...this.#data.bounds, columns: side, rows: side };
        const values = this.#model.activationsGrid(layer, grid);
        const { units } = this.#model.layers[layer];
        const maps = new Int8Array(values.length);
        for (let unit = 0; unit < units; unit++) {
            const scale = 127 / largest(values, unit, units);
            for (let i = 0; i < side * side; i++)
                maps[unit * side * side + i] = Math.round(values[i * units + unit] * scale);
        }
        return { layer, side, maps, dead: this.#model.deadUnits(layer) };
    }

    /** Where the units of the first layer change their sign. */
    #lines() {
        const weights = this.#model.weights();
        const { units, batchNorm } = this.#model.layers[0];
        const lines = new Float32Array(3 * units);
        for (let unit = 0; unit < units; unit++) {
            /** @param {number} row of the layer's numbers */
            const at = (row) => weights[row * units + unit];
            let [w1, w2, b] = [at(0), at(1), at(2)];
            if (batchNorm) {
                // gamma, beta, moving mean, moving variance: still a line.
                const factor = at(3) / Math.sqrt(at(6) + BATCH_NORM_EPSILON);
                [w1, w2, b] = [w1 * factor, w2 * factor, (b - at(5)) * factor + at(4)];
            }
            lines.set([w1, w2, b], 3 * unit);
        }
        return lines;
    }

    /** What model.classificationReport() says, from predictions made piecemeal. @param {Uint8Array} predicted @returns {Judgement} */
    #judge(predicted) {
        const { y } = this.#data;
        /** @param {number} side of the split */
        const part = (side) => {
            const chosen = (/** @type {unknown} */ _, /** @type {number} */ i) =>
                this.#mask[i] === side;
            return this.#report(y.filter(chosen), predicted.filter(chosen));
        };
        const validationReport = this.#model.validationSamples ? part(1) : undefined;
        return { report: part(0), validationReport, predicted };
    }

    /** @param {Uint8Array} truth @param {Uint8Array} predicted @returns {Report} */
    #report(truth, predicted) {
        const matrix = this.#lab.confusionMatrix(truth, predicted, this.#data.classes);
        return { text: this.#lab.classificationReport(matrix), matrix };
    }

    /** @param {number} start @param {number} points predicted since */
    #measured(start, points) {
        this.#pointMs = Math.max(1e-6, (now() - start) / points);
    }
}

/** The largest size among every so many values; never 0. @param {Float32Array} values @param {number} first @param {number} step */
function largest(values, first, step) {
    let most = 1e-30;
    for (let i = first; i < values.length; i += step) most = Math.max(most, Math.abs(values[i]));
    return most;
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
