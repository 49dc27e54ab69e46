/**
 * Experiments for a first lesson: each changes the tutorial's run in one respect and asks what
 * happens.
 */

/** @typedef {import("../core/settings.js").Settings} Settings */

/** @satisfies {Record<string, Partial<Settings>>} */
export const experiments = {
    rate: { learningRate: 0.1 },
    none: { layers: [] },
    linear: { activation: "linear" },
    sgd: { optimizer: "sgd" },
    overfit: { points: 50, noise: 0.4, validationSplit: 0.3, epochs: 200 },
};

/** @typedef {keyof typeof experiments} Experiment */
