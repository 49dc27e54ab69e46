/** Points as CSV, which reads back as the same points. */

import { csvFormatRow } from "d3-dsv";
import { shortest } from "../shared/float32-text.js";

/** @typedef {import("../core/dataset.js").Dataset} Dataset */

/** @param {Pick<Dataset, "x" | "y" | "samples" | "labels">} points */
export function pointsCsv({ x, y, samples, labels }) {
    const lines = ["x,y,label"];
    const names = labels.map((label) => csvFormatRow([label]));
    for (let i = 0; i < samples; i++)
        lines.push(`${shortest(x[2 * i])},${shortest(x[2 * i + 1])},${names[y[i]]}`);
    return `${lines.join("\n")}\n`;
}
