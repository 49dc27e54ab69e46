/** Runs whose exported Python scripts are run in Keras 3 and in Keras 2: each option in one of them. */

import { configurations } from "../configurations.mjs";

/** @typedef {import("../../web/core/settings.js").Settings} Settings */
/** @typedef {import("../../web/core/lab.js").Lab} Lab */
/** @typedef {import("../../web/core/model.js").Model} Model */

const EPOCHS = 3;
const SMALL = { layers: [8, 5], points: 40, epochs: EPOCHS };

/** @type {[string, Partial<Settings>][]} */
const RUNS = [
    ...["sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"].map(
        (optimizer) => /** @type {[string, Partial<Settings>]} */ ([optimizer, { optimizer }]),
    ),
    [
        "numbers that are whole",
        { optimizer: "momentum", momentum: 0, learningRate: 1, noise: 0, turn: 3 },
    ],
    ["betas of 0, an epsilon of 1", { beta1: 0, beta2: 0, epsilon: 1, learningRate: 1 }],
    ["rho of 0", { optimizer: "rmsprop", rho: 0, epsilon: 0.001 }],
    ["tiny numbers", { learningRate: 1e-6, epsilon: 1e-10, optimizer: "adamw", weightDecay: 0 }],
    ...["linear", "leaky_relu", "elu", "tanh", "sigmoid"].map(
        (activation) => /** @type {[string, Partial<Settings>]} */ ([activation, { activation }]),
    ),
    ...["glorot_normal", "he_uniform", "he_normal", "zeros"].map(
        (initializer) =>
            /** @type {[string, Partial<Settings>]} */ ([initializer, { initializer }]),
    ),
    ["sigmoid output", { output: "sigmoid" }],
    ["batch normalization", { batchNorm: true }],
    ["dropout", { dropout: 0.3 }],
    [
        "dropout and batch normalization, no hidden layer",
        { dropout: 0.3, batchNorm: true, layers: [] },
    ],
    ["l1", { l1: 0.001 }],
    ["l2", { l2: 1 }],
    ["clipping", { clipNorm: 1 }],
    ["exponential schedule", { schedule: "exponential", decaySteps: 5, decayRate: 0.9 }],
    ["exponential schedule of rate 1", { schedule: "exponential", decaySteps: 1, decayRate: 1 }],
    ["step schedule", { schedule: "step", decaySteps: 3 }],
    ["cosine schedule", { schedule: "cosine", decaySteps: 10 }],
    ["plateau", { schedule: "plateau", plateauPatience: 1 }],
    ["early stopping", { earlyStopping: true, patience: 0, minDelta: 1, epochs: 6 }],
    [
        "restoring the best weights",
        { earlyStopping: true, restoreBestWeights: true, learningRate: 0.3 },
    ],
    ["validation split", { validationSplit: 0.3 }],
    ["a batch of one", { batchSize: 1, points: 8 }],
    ["two moons", { dataset: "moons", noise: 0.1 }],
    ["circles, 3 classes asked for", { dataset: "circles", classes: 3 }],
    ["a class without a training sample", { classes: 10, points: 2, validationSplit: 0.5 }],
    ["one point a class", { points: 1 }],
    [
        "classification, points of each class",
        { dataset: "classification", points: [60, 20, 5], classSep: 2 },
    ],
    [
        "a class that flipped labels have emptied",
        { dataset: "classification", classes: 4, points: 3, flipY: 1, dataSeed: 11 },
    ],
    ["blobs, points of each class", { dataset: "blobs", points: [60, 20, 5] }],
    ["polar features", { features: ["r", "theta"] }],
    ["one feature", { features: ["xy"], batchNorm: true }],
    [
        "features, a stratified split of classes of 60, 20 and 5",
        {
            features: ["x", "sin_y", "theta"],
            points: [60, 20, 5],
            validationSplit: 0.3,
            stratify: true,
        },
    ],
    ["a stratified split", { validationSplit: 0.25, stratify: true }],
    ["the largest seeds", { seed: 4294967295, dataSeed: 4294967295 }],
];

/** A chessboard of four classes, of which one has no point. */
function chessboard() {
    const side = 9;
    const samples = side * side;
    const x = Float32Array.from({ length: 2 * samples }, (_, i) =>
        i % 2 ? (i >> 1) % side : Math.floor((i >> 1) / side) / 3,
    );
    const y = Uint8Array.from({ length: samples }, (_, i) => 2 * ((i + Math.floor(i / side)) % 2));
    return { x, y, samples, classes: 4 };
}

/**
 * What a script is made of: a run that has not begun, one that has ended, or its weights.
 * @typedef {"untrained" | "trained" | "weights"} Kind
 */

/**
 * @typedef {object} ScriptCase
 * @property {string} name
 * @property {Kind} kind
 * @property {Model} model for whoever takes it to dispose
 */

/** @param {Lab} lab @returns {Generator<ScriptCase>} */
export function* scriptCases(lab) {
    for (const { name, settings } of configurations)
        yield* scriptsOf(lab, name, { ...settings, epochs: 2 });
    for (const [name, settings] of RUNS) yield* scriptsOf(lab, name, { ...SMALL, ...settings });
    const own = { ...SMALL, output: "sigmoid", validationSplit: 0.2 };
    const kinds = /** @type {const} */ (["untrained", "trained", "weights"]);
    yield* scriptsOf(lab, "points of one's own", SMALL, kinds, chessboard());
    yield* scriptsOf(lab, "points of one's own, validation split", own, kinds, chessboard());
    yield* scriptsOf(lab, "a run that has not begun", SMALL, ["untrained"]);
}

/**
 * @param {Lab} lab
 * @param {string} name
 * @param {Partial<Settings>} partial
 * @param {readonly Kind[]} [kinds]
 * @param {import("../../web/core/dataset.js").GivenDataset} [data]
 * @returns {Generator<ScriptCase>}
 */
function* scriptsOf(lab, name, partial, kinds = ["trained", "weights"], data = undefined) {
    const settings = { ...lab.defaults, ...partial };
    for (const kind of kinds) {
        const model = lab.createModel(settings, data ?? lab.makeData(settings));
        if (kind !== "untrained") model.fit(settings.epochs);
        yield { name: `${name}, ${kind}`, kind, model };
    }
}
