/** Real files (tests/data/tables), and the core's runs on two of their columns. */

import { readFileSync } from "node:fs";
import { choose } from "../../web/points/choose.js";
import { decode } from "../../web/points/decode.js";
import { findColumn, readTable } from "../../web/points/table.js";

/** @typedef {import("../../web/core/lab.js").Lab} Lab */

/** x, y and label. @type {{file: string, columns: [string, string, string]}[]} */
export const tableCases = [
    { file: "iris", columns: ["petal_length", "petal_width", "species"] },
    { file: "iris", columns: ["sepal_length", "sepal_width", "species"] },
    { file: "penguins", columns: ["bill_length_mm", "bill_depth_mm", "species"] },
];

/** @param {{file: string, columns: readonly string[]}} tableCase */
export function pointsOf({ file, columns }) {
    const bytes = readFileSync(new URL(`../data/tables/${file}.csv`, import.meta.url));
    const table = readTable(decode(bytes));
    const [x, y, label] = columns.map((name) => findColumn(table, name));
    return choose(table, { x, y, label }).points;
}

/** That of tables.py, whose accuracy does not depend much on where it happens to stop. */
const NETWORK = { layers: [32, 16], learningRate: 0.003, batchSize: 32, epochs: 100 };

/**
 * @param {Lab} lab
 * @param {import("../../web/core/dataset.js").Dataset} points
 * @param {number} [seed] the default one if left out
 */
export function trainOn(lab, points, seed = lab.defaults.seed) {
    const model = lab.createModel({ ...lab.defaults, ...NETWORK, seed }, points);
    model.fit(model.settings.epochs);
    return model;
}
