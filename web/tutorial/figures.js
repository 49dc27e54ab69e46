/**
 * The tutorial's live figures: what each lab is told, as attributes, and which parts of the run's
 * Keras script stand beside it.
 */

/** @typedef {Record<string, string>} Attributes */

/**
 * @typedef {object} Figure
 * @property {string} parts of the lab that are shown
 * @property {Attributes} run the settings that it begins with
 * @property {Attributes} [others] further attributes, which are not settings
 * @property {Record<string, Attributes>} [variants] runs that its text speaks of as well, by name:
 *     what they change
 * @property {readonly string[]} code sections of the script, by name, or a call in one after a colon
 * @property {string} lesson that goes with it, by its id
 */

/** @satisfies {Record<string, Figure>} */
export const figures = {
    parameters: {
        parts: "map,transport,progress,layers",
        run: { epochs: "10" },
        variants: { few: { layers: "8" } },
        code: ["network:model = "],
        lesson: "parameters",
    },
    "learning-rate": {
        parts: "map,transport,curves,learning-rate",
        run: { "learning-rate": "0.0001", epochs: "10" },
        variants: { right: { "learning-rate": "0.01" }, large: { "learning-rate": "1" } },
        code: ["network:model.compile"],
        lesson: "learning-rate",
    },
    "local-minimum": {
        parts: "map,transport,progress,seed",
        run: { layers: "3", activation: "tanh", "learning-rate": "0.03", epochs: "300", seed: "1" },
        others: { speed: "full" },
        variants: { other: { seed: "5" } },
        code: ["network", "first"],
        lesson: "local-minimum",
    },
    saddle: {
        parts: "map,transport,progress,initializer",
        run: { initializer: "zeros", epochs: "10" },
        variants: { random: { initializer: "glorot_uniform" } },
        code: ["network"],
        lesson: "zeros",
    },
    plateau: {
        parts: "curves,transport,activation,optimizer,learning-rate",
        run: { activation: "sigmoid", optimizer: "sgd", "learning-rate": "0.1", epochs: "20" },
        variants: {
            relu: { activation: "relu" },
            adam: { optimizer: "adam", "learning-rate": "0.01" },
        },
        code: ["network"],
        lesson: "plateau",
    },
    optimizers: {
        parts: "curves,transport,optimizer,learning-rate",
        run: { optimizer: "sgd", epochs: "10" },
        variants: {
            rmsprop: { optimizer: "rmsprop" },
            adam: { optimizer: "adam" },
            fair: { "learning-rate": "0.1" },
        },
        code: ["network:model.compile"],
        lesson: "optimizers",
    },
    softmax: {
        parts: "map,transport,pointer",
        run: { epochs: "10" },
        others: { view: "soft" },
        code: ["targets:y_cat = ", "network:model.compile"],
        lesson: "softmax",
    },
    training: {
        parts: "map,transport,progress,curves",
        run: {},
        others: { layout: "compact" },
        code: ["first", "fit", "curves"],
        lesson: "exercise",
    },
    report: {
        parts: "map,report,matrix",
        run: {},
        others: { steps: "2350" },
        code: ["report", "regions"],
        lesson: "report",
    },
};

/** Runs to try next, in the full page. @satisfies {Record<string, Attributes>} */
export const tries = {
    straight: { layers: "none" },
    smallest: { layers: "8" },
    decay: { schedule: "cosine", "decay-steps": "2350" },
    overfit: { points: "30", noise: "0.6", "validation-split": "0.5", epochs: "300" },
};
