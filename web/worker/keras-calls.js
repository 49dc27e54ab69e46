/** A run's settings as the calls that make it in Keras. */

import { code } from "./python-literals.js";

/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../core/settings.js").Settings} Settings */

/**
 * Arguments that must be floats, since Keras refuses whole numbers for some of them.
 * @param {Record<string, number>} values
 */
const floats = (values) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, code.float(value)]));

/** One statement for every layer. @param {Model} model @param {Settings} settings */
function layerCalls(model, { initializer, l1, l2, dropout, output }) {
    const regularizer =
        l1 || l2
            ? { kernel_regularizer: code.raw(code.call("regularizers.L1L2", floats({ l1, l2 }))) }
            : {};
    const dense = { kernel_initializer: initializer, ...regularizer };
    return model.layers.flatMap(({ units, activation, batchNorm }, l) => {
        if (l === model.layers.length - 1)
            return [code.call("layers.Dense", { units, activation: output, ...dense })];
        const lines = batchNorm
            ? [
                  code.call("layers.Dense", { units, ...dense }),
                  "layers.BatchNormalization()",
                  code.call("layers.Activation", { activation }),
              ]
            : [code.call("layers.Dense", { units, activation, ...dense })];
        return dropout ? [...lines, code.call("layers.Dropout", floats({ rate: dropout }))] : lines;
    });
}

/** @param {Settings} settings */
function learningRate({ learningRate, schedule, decaySteps, decayRate }) {
    const common = {
        ...floats({ initial_learning_rate: learningRate }),
        decay_steps: decaySteps,
    };
    const decays = {
        ...common,
        ...floats({ decay_rate: decayRate }),
        staircase: schedule === "step",
    };
    if (schedule === "step" || schedule === "exponential")
        return code.raw(code.call("optimizers.schedules.ExponentialDecay", decays));
    if (schedule === "cosine")
        return code.raw(code.call("optimizers.schedules.CosineDecay", common));
    return code.float(learningRate);
}

/** @param {Settings} settings */
function optimizerCall(settings) {
    const { momentum, rho, epsilon, weightDecay, clipNorm } = settings;
    const adam = floats({ beta_1: settings.beta1, beta_2: settings.beta2, epsilon });
    /** @type {Record<string, [string, Record<string, unknown>]>} */
    const rules = {
        sgd: ["SGD", {}],
        momentum: ["SGD", floats({ momentum })],
        nesterov: ["SGD", { ...floats({ momentum }), nesterov: true }],
        rmsprop: ["RMSprop", floats({ rho, epsilon })],
        adam: ["Adam", adam],
        adamw: ["AdamW", { ...floats({ weight_decay: weightDecay }), ...adam }],
    };
    const [name, options] = rules[settings.optimizer];
    const clip = clipNorm ? floats({ global_clipnorm: clipNorm }) : {};
    return code.call(`optimizers.${name}`, {
        learning_rate: learningRate(settings),
        ...options,
        ...clip,
    });
}

/** The network and its compilation. @param {Model} model @param {Settings} settings */
export function networkCalls(model, settings) {
    const lines = [`Input(shape=(${model.layers[0].inputs},))`, ...layerCalls(model, settings)];
    const loss = settings.output === "softmax" ? "categorical" : "binary";
    return `model = Sequential([\n${lines.map((line) => `    ${code.indented(line)},\n`).join("")}])
${code.call("model.compile", {
    optimizer: code.raw(optimizerCall(settings)),
    loss: `${loss}_crossentropy`,
    metrics: code.raw('["accuracy"]'),
})}`;
}

/** One call for every callback of the training. @param {Settings} settings */
export function callbackCalls(settings) {
    const monitor = settings.validationSplit ? "val_loss" : "loss";
    const list = [];
    // A factor of 1 changes nothing, and Keras refuses it.
    if (settings.schedule === "plateau" && settings.decayRate < 1)
        list.push(
            code.call("callbacks.ReduceLROnPlateau", {
                monitor,
                ...floats({ factor: settings.decayRate }),
                patience: settings.plateauPatience,
                min_delta: 1e-4,
            }),
        );
    if (settings.earlyStopping)
        list.push(
            code.call("callbacks.EarlyStopping", {
                monitor,
                patience: settings.patience,
                ...floats({ min_delta: settings.minDelta }),
                restore_best_weights: settings.restoreBestWeights,
            }),
        );
    return list;
}
