/** How well a model does on points that it has not been trained on. */

/** @typedef {import("./dataset.js").GivenDataset} GivenDataset */
/** @typedef {import("./lab.js").Lab} Lab */
/** @typedef {import("./model.js").Model} Model */

/**
 * A model with the same weights on other points, to ask for loss, accuracy, matrix and report; not to
 * train. Dispose it. Throws a LabError as Lab.createModel does.
 * @param {Lab} lab
 * @param {Model} model
 * @param {GivenDataset} dataset of as many classes
 * @returns {Model}
 */
export function withTestSet(lab, model, dataset) {
    const other = lab.createModel({ ...model.settings, validationSplit: 0 }, dataset);
    other.setWeights(model.weights());
    return other;
}
