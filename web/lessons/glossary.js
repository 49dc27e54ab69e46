/** The terms that the glossary explains, in its order, each with the place where it is seen. */

/** @typedef {import("../shared/fields.js").Field["name"]} Setting */
/** @typedef {"network" | "training" | "classes" | "judging" | "trouble"} Group */

/**
 * A part of the lab and, behind a point, what of it; settings alone are those of the training.
 * @typedef {"map" | "pointer" | "neurons" | "neurons.lines" | "curves.loss" | "curves.accuracy" |
 *     "report" | "matrix" | "transport.batch" | "settings" | "settings.layerTable" |
 *     `settings.${Setting}`} Place
 */

/**
 * Ids by which texts and lessons know the terms.
 * @satisfies {Record<Group, Record<string, Place>>}
 */
const places = /** @type {const} */ ({
    network: {
        neuron: "neurons",
        hiddenLayer: "settings.layers",
        parameter: "settings.layers",
        weightAndBias: "neurons.lines",
        activation: "settings.activation",
        relu: "settings.activation",
        batchNorm: "settings.batchNorm",
    },
    training: {
        hyperparameter: "settings",
        loss: "curves.loss",
        gradient: "settings.layerTable",
        gradientDescent: "transport.batch",
        backpropagation: "settings.layerTable",
        optimizer: "settings.optimizer",
        sgd: "settings.optimizer",
        momentum: "settings.optimizer",
        rmsprop: "settings.optimizer",
        adam: "settings.optimizer",
        learningRate: "settings.learningRate",
        batch: "settings.batchSize",
        iteration: "transport.batch",
        epoch: "settings.epochs",
        seed: "settings.seed",
    },
    classes: {
        decisionRegion: "map",
        logit: "pointer",
        softmax: "pointer",
        sigmoid: "settings.output",
        oneHot: "pointer",
        crossEntropy: "pointer",
        argmax: "map",
    },
    judging: {
        accuracy: "curves.accuracy",
        confusionMatrix: "matrix",
        precision: "report",
        recall: "report",
        f1: "report",
        support: "report",
        macroAverage: "report",
        weightedAverage: "report",
        validationSplit: "settings.validationSplit",
    },
    trouble: {
        localMinimum: "curves.loss",
        globalMinimum: "curves.loss",
        saddlePoint: "settings.layerTable",
        plateau: "curves.loss",
        vanishingGradient: "settings.layerTable",
        deadNeuron: "neurons",
        divergence: "settings.learningRate",
        overfitting: "curves.loss",
        regularization: "settings.l2",
        dropout: "settings.dropout",
        earlyStopping: "settings.earlyStopping",
    },
});

/** @typedef {{[G in Group]: keyof typeof places[G]}[Group]} TermId */
/** @typedef {{id: TermId, group: Group, place: Place}} Term */

/** @type {readonly Term[]} */
export const terms = Object.entries(places).flatMap(([group, own]) =>
    Object.entries(own).map(([id, place]) => ({
        id: /** @type {TermId} */ (id),
        group: /** @type {Group} */ (group),
        place,
    })),
);

const byId = new Map(terms.map((term) => [term.id, term]));

/** @param {TermId} id */
export const termOf = (id) => /** @type {Term} */ (byId.get(id));
