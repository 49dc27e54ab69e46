/**
 * Runs that real Keras and the core take step by step from the same weights: every option between
 * them, each that matters with more than one value. Small networks, for every weight is recorded.
 */

/** @typedef {import("../../web/core/settings.js").Settings} Settings */
/** @typedef {import("../../web/core/lab.js").Lab} Lab */

/** Every kernel is set by hand, and zeros draw nothing: the run's seed is for the batches alone. */
const SMALL = { layers: [6, 5], points: 30, learningRate: 0.01, initializer: "zeros" };

/**
 * Betas that float32 holds exactly. Keras takes powers of the betas as float32 has them, the core
 * as they were written, as the formula says; see betaRounding. That is one matter, and has cases of
 * its own; it shall not hide another.
 */
const BETAS = { beta1: Math.fround(0.9), beta2: Math.fround(0.999) };
const WRITTEN = { beta1: 0.9, beta2: 0.999 };

/** A last batch of 26; one that has only one sample. */
const ODD = { points: 13, classes: 5, batchSize: 32 };
/** @type {Partial<Settings>} */
const MIXED = {
    layers: [
        { units: 5, activation: "tanh" },
        { units: 4, activation: "elu" },
        { units: 3, activation: "leaky_relu" },
    ],
};

/** @type {[string, Partial<Settings>][]} */
const CASES = [
    ["sgd", { optimizer: "sgd", learningRate: 0.1 }],
    ["momentum 0.9", { optimizer: "momentum" }],
    ["momentum 0.5", { optimizer: "momentum", momentum: 0.5, learningRate: 0.05 }],
    ["momentum 0", { optimizer: "momentum", momentum: 0, learningRate: 0.1 }],
    ["nesterov 0.9", { optimizer: "nesterov" }],
    ["nesterov 0.6", { optimizer: "nesterov", momentum: 0.6, learningRate: 0.05 }],
    ["rmsprop", { optimizer: "rmsprop", learningRate: 0.003 }],
    ["rmsprop, rho 0.5", { optimizer: "rmsprop", rho: 0.5, learningRate: 0.001 }],
    ["rmsprop, rho 0", { optimizer: "rmsprop", rho: 0, learningRate: 0.001, epsilon: 1e-3 }],
    ["rmsprop, rho 0.99", { optimizer: "rmsprop", rho: 0.99, learningRate: 0.001 }],
    ["rmsprop, epsilon 1e-3", { optimizer: "rmsprop", epsilon: 1e-3 }],
    ["rmsprop, epsilon 1e-2", { optimizer: "rmsprop", epsilon: 1e-2 }],
    ["rmsprop, epsilon 1", { optimizer: "rmsprop", epsilon: 1, learningRate: 0.1 }],
    ["adam", { optimizer: "adam" }],
    ["adam, epsilon 1e-3", { optimizer: "adam", epsilon: 1e-3 }],
    ["adam, epsilon 1e-2", { optimizer: "adam", epsilon: 1e-2 }],
    ["adam, epsilon 1", { optimizer: "adam", epsilon: 1, learningRate: 0.1 }],
    ["adam, beta_1 0.5", { optimizer: "adam", beta1: 0.5 }],
    ["adam, beta_1 0", { optimizer: "adam", beta1: 0, epsilon: 1e-3 }],
    ["adam, beta_2 0.9", { optimizer: "adam", beta2: Math.fround(0.9) }],
    ["adam, beta_2 0.99999", { optimizer: "adam", beta2: Math.fround(0.99999) }],
    ["adam, betas as written", { optimizer: "adam", ...WRITTEN }],
    ["adamw, betas as written", { optimizer: "adamw", ...WRITTEN }],
    ["adam, betas as written, 0.99999", { ...WRITTEN, beta2: 0.99999 }],
    ["adamw", { optimizer: "adamw" }],
    ["adamw, weight decay 0.5", { optimizer: "adamw", weightDecay: 0.5 }],
    ["adamw, weight decay 0", { optimizer: "adamw", weightDecay: 0 }],
    [
        "adamw, epsilon 1e-2, betas",
        { optimizer: "adamw", epsilon: 1e-2, beta1: Math.fround(0.8), beta2: Math.fround(0.95) },
    ],

    ["linear layers", { activation: "linear" }],
    ["relu layers, sgd, a higher rate", { optimizer: "sgd", learningRate: 0.3 }],
    ["leaky_relu layers", { activation: "leaky_relu" }],
    ["elu layers", { activation: "elu" }],
    ["tanh layers", { activation: "tanh" }],
    ["sigmoid layers", { activation: "sigmoid" }],
    ["a different activation in each layer", MIXED],
    ["no hidden layer", { layers: [], optimizer: "sgd", learningRate: 0.5 }],
    ["five hidden layers", { layers: [4, 4, 4, 4, 4], activation: "tanh" }],

    ["softmax, two classes", { classes: 2 }],
    ["softmax, twenty classes", { classes: 20, points: 6, layers: [5] }],
    ["sigmoid output, two classes", { output: "sigmoid", classes: 2 }],
    ["sigmoid output, three classes", { output: "sigmoid" }],
    ["sigmoid output, twenty classes", { output: "sigmoid", classes: 20, points: 6, layers: [5] }],
    [
        "sigmoid output, tanh, nesterov",
        { output: "sigmoid", activation: "tanh", optimizer: "nesterov" },
    ],

    ["l1", { l1: 0.003 }],
    ["l2", { l2: 0.01 }],
    ["l1 and l2, sgd", { l1: 0.002, l2: 0.005, optimizer: "sgd", learningRate: 0.1 }],
    ["l2 without a hidden layer", { layers: [], l2: 0.01, optimizer: "sgd", learningRate: 0.3 }],
    ["clipping at 0.1, sgd", { clipNorm: 0.1, optimizer: "sgd", learningRate: 0.3 }],
    ["clipping at 0.05, momentum", { clipNorm: 0.05, optimizer: "momentum", learningRate: 0.1 }],
    ["clipping at 0.1, adam", { clipNorm: 0.1 }],
    ["clipping that is never reached", { clipNorm: 1000, optimizer: "sgd", learningRate: 0.1 }],
    [
        "clipping what penalties add",
        { clipNorm: 0.05, l1: 0.01, l2: 0.05, optimizer: "sgd", learningRate: 0.1 },
    ],

    ["batch normalization, sgd", { batchNorm: true, optimizer: "sgd", learningRate: 0.1 }],
    ["batch normalization, momentum", { batchNorm: true, optimizer: "momentum" }],
    [
        "batch normalization, rmsprop",
        { batchNorm: true, optimizer: "rmsprop", epsilon: 1e-3, learningRate: 0.002 },
    ],
    ["batch normalization, adam", { batchNorm: true, epsilon: 1e-3 }],
    [
        "batch normalization, adamw, elu",
        {
            batchNorm: true,
            optimizer: "adamw",
            activation: "elu",
            epsilon: 1e-2,
            learningRate: 0.003,
        },
    ],
    [
        "batch normalization, clipping",
        { batchNorm: true, optimizer: "sgd", clipNorm: 0.2, learningRate: 0.1 },
    ],
    [
        "batch normalization, a last batch of one",
        { ...ODD, batchNorm: true, optimizer: "sgd", learningRate: 0.1 },
    ],
    [
        "batch normalization, tanh, a batch of all",
        {
            batchNorm: true,
            activation: "tanh",
            optimizer: "nesterov",
            learningRate: 0.002,
            batchSize: 500,
        },
    ],

    ["exponential schedule", { schedule: "exponential", decaySteps: 40, decayRate: 0.6 }],
    [
        "exponential schedule, momentum",
        { schedule: "exponential", decaySteps: 20, decayRate: 0.8, optimizer: "momentum" },
    ],
    ["exponential schedule, rate 1", { schedule: "exponential", decaySteps: 7, decayRate: 1 }],
    ["step schedule", { schedule: "step", decaySteps: 33, decayRate: 0.5 }],
    [
        "step schedule, adamw",
        { schedule: "step", decaySteps: 10, decayRate: 0.9, optimizer: "adamw" },
    ],
    ["cosine schedule that ends", { schedule: "cosine", decaySteps: 60 }],
    [
        "cosine schedule that goes on, sgd",
        { schedule: "cosine", decaySteps: 500, optimizer: "sgd", learningRate: 0.3 },
    ],
    ["cosine schedule, nesterov", { schedule: "cosine", decaySteps: 150, optimizer: "nesterov" }],

    ["a batch of one", { batchSize: 1, optimizer: "sgd", learningRate: 0.02 }],
    ["a batch of seven", { batchSize: 7 }],
    ["a last batch of one", ODD],
    ["a batch of all", { batchSize: 90 }],
    [
        "a batch larger than all",
        { batchSize: 10000, optimizer: "rmsprop", learningRate: 0.001, epsilon: 1e-3 },
    ],

    ["dropout", { dropout: 0.25 }],
    ["dropout 0.6, sgd, a higher rate", { dropout: 0.6, optimizer: "sgd", learningRate: 0.1 }],
    ["dropout, tanh, l2", { dropout: 0.1, activation: "tanh", l2: 0.003 }],
    ["dropout and batch normalization", { dropout: 0.3, batchNorm: true, optimizer: "momentum" }],
    [
        "everything at once",
        {
            ...MIXED,
            batchNorm: true,
            dropout: 0.2,
            output: "sigmoid",
            optimizer: "adamw",
            epsilon: 1e-3,
            l1: 1e-4,
            l2: 1e-3,
            clipNorm: 0.3,
            schedule: "cosine",
            decaySteps: 250,
            classes: 4,
            batchSize: 25,
        },
    ],
];

export const STEPS = 200;
export const SNAPSHOTS = [1, 10, STEPS];

/** @type {{name: string, settings: Partial<Settings>}[]} */
export const stepCases = CASES.map(([name, settings], i) => ({
    name,
    settings: { ...SMALL, ...BETAS, ...settings, seed: 100 + i, dataSeed: 1 + (i % 7) },
}));

/**
 * What both begin with: the data, and the weights as get_weights has them, drawn for the case.
 * @param {Lab} lab
 * @param {Partial<Settings>} partial
 */
export function beginning(lab, partial) {
    const settings = { ...lab.defaults, ...partial };
    const data = lab.makeData(settings);
    const model = lab.createModel(settings, data);
    const random = lab.randomState(settings.seed);
    /** @param {number} count @param {number} low @param {number} high */
    const uniform = (count, low, high) =>
        Array.from({ length: count }, () => Math.fround(random.uniform(low, high)));
    const start = model.layers.flatMap(({ inputs, units, batchNorm }) => [
        ...uniform(inputs * units, -0.9, 0.9),
        ...uniform(units, -0.3, 0.3),
        ...(batchNorm // gamma, beta, moving mean, moving variance
            ? [
                  [0.7, 1.3],
                  [-0.3, 0.3],
                  [-0.3, 0.3],
                  [0.5, 1.5],
              ].flatMap(([low, high]) => uniform(units, low, high))
            : []),
    ]);
    random.dispose();
    model.setWeights(Float32Array.from(start));
    return { settings, data, model, start };
}

/**
 * By how much of itself Adam's step differs where Keras has rounded the betas to float32.
 * @param {Settings} settings
 */
export function betaRounding({ optimizer, beta1, beta2 }) {
    if (!optimizer.startsWith("adam")) return 0;
    /** @param {number} beta */
    const ratio = (beta) => (1 - Math.fround(beta)) / (1 - beta);
    return Math.abs(Math.sqrt(ratio(beta2)) / ratio(beta1) - 1);
}
