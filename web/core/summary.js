/** What Keras's model.summary() prints. */

const LINE = 65;

/**
 * @typedef {{name: string, inputs: number, units: number, batchNorm: boolean, dropout: boolean}}
 *     Layer
 */

/**
 * Rows of one layer: what it is, what it puts out, how many numbers it holds.
 * @param {Layer} layer
 * @param {number} index
 * @returns {[string, string, number, number][]} name, shape, parameters, of which not trained
 */
function rowsOf({ name, inputs, units, batchNorm, dropout }, index) {
    const suffix = index ? `_${index}` : "";
    /** @type {[string, string, number, number][]} */
    const rows = [[`${name} (Dense)`, `(None, ${units})`, (inputs + 1) * units, 0]];
    if (batchNorm) {
        rows.push([`batch_normalization${suffix}`, `(None, ${units})`, 4 * units, 2 * units]);
        rows.push([`activation${suffix} (Activation)`, `(None, ${units})`, 0, 0]);
    }
    if (dropout) rows.push([`dropout${suffix} (Dropout)`, `(None, ${units})`, 0, 0]);
    return rows;
}

/** @param {readonly Layer[]} layers */
export function summaryText(layers) {
    const rows = layers.flatMap(rowsOf);
    const total = rows.reduce((sum, [, , parameters]) => sum + parameters, 0);
    const fixed = rows.reduce((sum, [, , , untrained]) => sum + untrained, 0);
    /** @param {string} name @param {string} shape @param {string | number} count */
    const line = (name, shape, count) =>
        ` ${name.padEnd(28)}${shape.padEnd(26)}${count}`.padEnd(LINE);
    /** @param {number} number */
    const grouped = (number) => number.toLocaleString("en-US");
    return [
        'Model: "sequential"',
        "_".repeat(LINE),
        line("Layer (type)", "Output Shape", "Param #"),
        "=".repeat(LINE),
        rows
            .map(([name, shape, parameters]) => line(name, shape, parameters))
            .join(`\n${" ".repeat(LINE)}\n`),
        "=".repeat(LINE),
        `Total params: ${grouped(total)}`,
        `Trainable params: ${grouped(total - fixed)}`,
        `Non-trainable params: ${grouped(fixed)}`,
        "_".repeat(LINE),
        "",
    ].join("\n");
}
