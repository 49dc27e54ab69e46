/**
 * The map, as the worker makes it: the network's answers over a grid, as a class or shade for each
 * pixel.
 */

import { sameBounds } from "../../shared/bounds.js";
import { REGIONS, shadesOf, shading } from "../../shared/map-mode.js";
import { Interval } from "../interval.js";
import { rasterize, shade } from "./raster.js";

/** @typedef {import("../../core/dataset.js").Grid} Grid */
/** @typedef {import("../../shared/map-mode.js").MapMode} MapMode */
/** @typedef {import("../../shared/map-mode.js").Extent} Extent */
/** @typedef {import("../../shared/protocol.js").Bounds} Bounds */
/** @typedef {import("../observers.js").Subject} Subject */

/**
 * @typedef {object} MapWish
 * @property {MapMode} mode
 * @property {Extent} coarse pixels of the map while training
 * @property {Extent} fine pixels of the map at a standstill
 * @property {number} interval least milliseconds between two maps while training
 * @property {number} [nodes] a side of the grid at a standstill, unless that costs too much
 * @property {Part} [part] of the map; all of it if left out, or if the part is of other data
 */

/**
 * The part of a whole that is seen, in the data's units.
 * @typedef {{bounds: Bounds, whole: Bounds}} Part
 */

/**
 * @typedef {Part & {pixels: Uint8Array<ArrayBuffer>, extent: Extent, mode: MapMode, classes:
 *     number}} MapPicture class or shade of every pixel, see shadesOf; top row first
 */

const FINE = 101; // nodes a side of the tutorial's grid
const FINER_MS = 1000; // that a finer grid may take
const ROUGH = 21; // nodes a side, for the largest size of a unit's output all over the map
const COARSEST = 11;
const COARSE = [51, 26, 21]; // while training: the finest that costs at most COARSE_MS
const COARSE_MS = 8;
const PIECE_MS = 4; // of prediction between two looks at the clock

/** @param {Subject} subject @returns {import("../observers.js").Observer<MapWish, MapPicture>} */
export function observeMap(subject) {
    const { data, model } = subject;
    const { bounds: whole, classes } = data;
    const interval = new Interval();
    /** A buffer of an earlier map, to be used again. @type {ArrayBuffer | undefined} */
    let spare;

    /**
     * The mode, or the regions where this network has no such class or unit.
     * @param {MapMode} mode
     */
    const possible = (mode) => {
        const hidden = model.layers.slice(0, -1);
        if (mode.kind === "unit" && !(mode.index < hidden[mode.layer]?.units)) return REGIONS;
        if (mode.kind === "class" && mode.index >= classes) return REGIONS;
        return mode;
    };

    /** Logits, or one unit's outputs, over a grid. @param {MapMode} mode @param {Grid} grid */
    const valuesOf = ({ kind, layer, index }, grid) =>
        subject.measure(grid.columns * grid.rows, () => {
            const { layers } = model;
            if (kind !== "unit") return model.activationsGrid(layers.length - 1, grid);
            const all = model.activationsGrid(layer, grid);
            const { units } = layers[layer];
            return Float32Array.from(
                { length: all.length / units },
                (_, i) => all[i * units + index],
            );
        });

    /** @param {Part} [part] */
    const boundsOf = (part) => (part && sameBounds(part.whole, whole) ? part.bounds : whole);

    /**
     * The value that gives a unit's strongest shade. It is the same for a part of the map as for
     * the whole.
     * @param {Float32Array} values of the part
     * @param {MapMode} mode
     * @param {Bounds} bounds
     */
    const reach = (values, mode, bounds) => {
        if (sameBounds(bounds, whole)) return largest(values);
        return largest(valuesOf(mode, { ...whole, columns: ROUGH, rows: ROUGH }));
    };

    /**
     * @param {Float32Array} values
     * @param {number} nodes
     * @param {Bounds} bounds
     * @param {Extent} extent
     * @param {MapMode} mode
     * @returns {MapPicture}
     */
    const picture = (values, nodes, bounds, extent, mode) => {
        const bytes = extent.width * extent.height;
        const pixels = new Uint8Array(spare?.byteLength === bytes ? spare : new ArrayBuffer(bytes));
        spare = undefined;
        const { kind } = mode;
        const shades = shadesOf(kind, classes);
        if (kind === "regions" || kind === "soft")
            rasterize(values, nodes, classes, pixels, extent);
        else pixels.fill(0);
        if (kind === "unit") {
            const scale = 0.5 / reach(values, mode, bounds);
            shade(values, nodes, ([value]) => 0.5 + value * scale, shades, pixels, extent);
        } else if (shades > 1) {
            shade(values, nodes, shading(mode, subject.sigmoid), shades, pixels, extent);
        }
        return { pixels, extent, mode, classes, bounds, whole };
    };

    return {
        live({ mode, coarse, interval: least, part }) {
            if (!interval.isDue(least, { allowance: COARSE_MS })) return undefined;
            return interval.run(() => {
                const nodes = COARSE.find((n) => subject.costOf(n * n) <= COARSE_MS) ?? COARSEST;
                const shown = possible(mode);
                const bounds = boundsOf(part);
                const values = valuesOf(shown, { ...bounds, columns: nodes, rows: nodes });
                return picture(values, nodes, bounds, coarse, shown);
            });
        },

        *still({ mode, fine, part, nodes: wished = FINE }) {
            const shown = possible(mode);
            const bounds = boundsOf(part);
            const finer = Math.max(FINE, wished);
            const nodes = subject.costOf(finer ** 2) <= FINER_MS ? finer : FINE;
            const channels = shown.kind === "unit" ? 1 : classes;
            const grid = new Float32Array(nodes * nodes * channels);
            const { yMin, yMax } = bounds;
            const height = (yMax - yMin) / (nodes - 1);
            for (let row = 0; row < nodes; ) {
                let rows = Math.max(2, Math.floor(subject.pointsWithin(PIECE_MS) / nodes));
                if (row + rows > nodes - 2) rows = nodes - row; // a band of one row has no height
                const band = {
                    yMin: yMin + row * height,
                    yMax: yMin + (row + rows - 1) * height,
                };
                const lines = { ...bounds, ...band, columns: nodes, rows };
                grid.set(valuesOf(shown, lines), row * nodes * channels);
                row += rows;
                yield;
            }
            const map = picture(grid, nodes, bounds, fine, shown);
            yield;
            return map;
        },

        transfer: ({ pixels }) => [pixels.buffer],

        recycle(buffer) {
            spare = buffer;
        },
    };
}

/** The largest size of the values; never 0. @param {Float32Array} values */
function largest(values) {
    let most = 1e-30;
    for (const value of values) most = Math.max(most, Math.abs(value));
    return most;
}
