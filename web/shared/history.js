/** The history of a run: what Keras's History holds, one value an epoch. */

/** @typedef {"loss" | "accuracy" | "val_loss" | "val_accuracy"} Measure */
/** The validation's only with a split. @typedef {Record<Measure, number[]>} History */

/** @type {readonly Measure[]} */
export const measures = ["loss", "accuracy", "val_loss", "val_accuracy"];

/** @returns {History} */
export const emptyHistory = () => ({ loss: [], accuracy: [], val_loss: [], val_accuracy: [] });

/**
 * The epoch, from 1, with the lowest loss.
 * @param {readonly number[]} losses one an epoch
 * @returns {{epoch: number, loss: number} | undefined} nothing if there is none
 */
export function lowest(losses) {
    const loss = losses.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    return Number.isFinite(loss) ? { epoch: losses.indexOf(loss) + 1, loss } : undefined;
}

/** An epoch a line, the validation's columns only where there are any. @param {History} history */
export function historyCsv(history) {
    const columns = measures.filter((name) => name === "loss" || history[name].length > 0);
    const lines = history.loss.map((_, i) => [i + 1, ...columns.map((name) => history[name][i])]);
    return `${[["epoch", ...columns], ...lines].join("\n")}\n`;
}
