/** The history of a run: what Keras's History holds, one value an epoch. */

/** @typedef {"loss" | "accuracy" | "val_loss" | "val_accuracy"} Measure */
/** The validation's only with a split. @typedef {Record<Measure, number[]>} History */

/** @type {readonly Measure[]} */
export const measures = ["loss", "accuracy", "val_loss", "val_accuracy"];

/** @returns {History} */
export const emptyHistory = () => ({ loss: [], accuracy: [], val_loss: [], val_accuracy: [] });

/** An epoch a line, the validation's columns only where there are any. @param {History} history */
export function historyCsv(history) {
    const columns = measures.filter((name) => name === "loss" || history[name].length > 0);
    const lines = history.loss.map((_, i) => [i + 1, ...columns.map((name) => history[name][i])]);
    return `${[["epoch", ...columns], ...lines].join("\n")}\n`;
}
