/** Runs that together use everything the core can do; each build must give the same bytes. */

/** @typedef {import("../web/core/settings.js").Settings} Settings */

/** @type {{name: string, steps: number, settings: Partial<Settings>}[]} */
export const configurations = [
    { name: "the tutorial's run", steps: 200, settings: {} },
    {
        name: "softmax regression with sgd",
        steps: 60,
        settings: { layers: [], optimizer: "sgd", learningRate: 1, points: 100 },
    },
    {
        name: "tanh and sigmoid layers, nesterov, sigmoid output, five classes",
        steps: 75,
        settings: {
            layers: [
                { units: 10, activation: "tanh" },
                { units: 7, activation: "sigmoid" },
            ],
            optimizer: "nesterov",
            output: "sigmoid",
            classes: 5,
            points: 60,
            initializer: "glorot_normal",
        },
    },
    {
        name: "dropout, batch normalization, elu, adamw, penalties",
        steps: 90,
        settings: {
            layers: [20, 20],
            activation: "elu",
            dropout: 0.2,
            batchNorm: true,
            optimizer: "adamw",
            l1: 0.0001,
            l2: 0.001,
            points: 120,
        },
    },
    {
        name: "moons, leaky relu, rmsprop, clipping, exponential schedule",
        steps: 80,
        settings: {
            dataset: "moons",
            layers: [16],
            activation: "leaky_relu",
            optimizer: "rmsprop",
            clipNorm: 0.5,
            schedule: "exponential",
            decaySteps: 20,
            decayRate: 0.9,
            points: 200,
        },
    },
    {
        name: "circles, momentum, validation split, plateau, early stopping",
        steps: 120,
        settings: {
            dataset: "circles",
            layers: [12, 6],
            optimizer: "momentum",
            validationSplit: 0.25,
            schedule: "plateau",
            plateauPatience: 1,
            earlyStopping: true,
            patience: 5,
            restoreBestWeights: true,
            initializer: "he_normal",
            points: 150,
        },
    },
    {
        name: "blobs, cosine schedule, he_uniform, a batch of all",
        steps: 40,
        settings: {
            dataset: "blobs",
            classes: 4,
            layers: [9, 9, 9],
            schedule: "cosine",
            decaySteps: 30,
            initializer: "he_uniform",
            batchSize: 10000,
            points: 75,
            seed: 4294967295,
        },
    },
    {
        name: "classification of two clusters a class, labels flipped, points of each class",
        steps: 60,
        settings: {
            dataset: "classification",
            classes: 2,
            clustersPerClass: 2,
            classSep: 1.5,
            flipY: 0.1,
            points: [120, 35],
            layers: [8],
        },
    },
    {
        name: "xor, points of each class",
        steps: 60,
        settings: { dataset: "xor", noise: 0.1, points: [90, 40], layers: [8] },
    },
    {
        name: "spirals of 60, 25 and 5 points",
        steps: 60,
        settings: { points: [60, 25, 5], layers: [8] },
    },
    {
        name: "every feature, a stratified split",
        steps: 90,
        settings: {
            features: ["x", "y", "x2", "y2", "xy", "sin_x", "sin_y", "r", "theta"],
            layers: [10, 5],
            validationSplit: 0.3,
            stratify: true,
            points: 90,
        },
    },
    {
        name: "softmax regression in polar coordinates",
        steps: 90,
        settings: { features: ["r", "theta"], layers: [], points: 90 },
    },
    {
        name: "twenty spiral arms",
        steps: 60,
        settings: { classes: 20, points: 30, turn: 1, layers: [24, 16] },
    },
    {
        name: "twenty blobs, each judged by itself",
        steps: 60,
        settings: {
            dataset: "blobs",
            classes: 20,
            clusterStd: 0.3,
            points: 20,
            layers: [18],
            output: "sigmoid",
        },
    },
];
