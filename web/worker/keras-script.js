/**
 * A run as a Python script for Keras, like the tutorial's: the same data (points of one's own are
 * written into it), network and training, and, if wished, the trained weights with a check that
 * Keras predicts what the page predicted.
 */

import { code } from "./python-literals.js";

/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../core/dataset.js").Dataset} Dataset */

const CHECKED_POINTS = 16;
const TOLERANCE = 1e-4; // between float32 sums taken in another order

/**
 * Scikit-learn's name of a dataset, and its arguments beside the samples.
 * @type {Record<string, (settings: Settings) => Record<string, unknown>>}
 */
const GENERATORS = {
    moons: ({ noise, dataSeed }) => ({ noise, random_state: dataSeed }),
    circles: ({ noise, factor, dataSeed }) => ({ noise, factor, random_state: dataSeed }),
    blobs: ({ classes, clusterStd, dataSeed }) => ({
        centers: classes,
        cluster_std: clusterStd,
        center_box: [-5, 5],
        random_state: dataSeed,
    }),
};

/** The points themselves, which no settings make. @param {Dataset} data */
function pointLines({ x, y }) {
    return `# The points that it was trained on, and their classes.
X = np.frombuffer(base64.b64decode(${code.base64(x)}), dtype="<f4").reshape(-1, 2)
y = np.frombuffer(base64.b64decode(${code.base64(y)}), dtype=np.uint8)`;
}

/** @param {Settings} settings @param {Dataset} data */
function dataLines(settings, { samples }) {
    if (settings.dataset === "spirals")
        return `def make_spirals(points, classes, noise, turn, seed):
    random = np.random.RandomState(seed)
    X, y = np.zeros((points * classes, 2)), np.zeros(points * classes, dtype=int)
    for j in range(classes):
        rows = slice(points * j, points * (j + 1))
        r = np.linspace(0.0, 1, points)
        t = np.linspace(j * turn, (j + 1) * turn, points) + random.randn(points) * noise
        X[rows], y[rows] = np.c_[r * np.sin(t), r * np.cos(t)], j
    return X, y


X, y = ${code.call("make_spirals", {
            points: settings.points,
            classes: settings.classes,
            noise: settings.noise,
            turn: settings.turn,
            seed: settings.dataSeed,
        })}`;
    const name = `make_${settings.dataset}`;
    return `X, y = ${code.call(name, { n_samples: samples, ...GENERATORS[settings.dataset](settings) })}`;
}

/** One statement for every layer. @param {Model} model @param {Settings} settings */
function layerLines(model, { initializer, l1, l2, dropout, output }) {
    const regularizer =
        l1 || l2
            ? { kernel_regularizer: code.raw(code.call("regularizers.L1L2", { l1, l2 })) }
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
        return dropout ? [...lines, code.call("layers.Dropout", { rate: dropout })] : lines;
    });
}

/** @param {Settings} settings */
function learningRate({ learningRate, schedule, decaySteps, decayRate }) {
    const common = { initial_learning_rate: learningRate, decay_steps: decaySteps };
    const decays = { ...common, decay_rate: decayRate, staircase: schedule === "step" };
    if (schedule === "step" || schedule === "exponential")
        return code.raw(code.call("optimizers.schedules.ExponentialDecay", decays));
    if (schedule === "cosine")
        return code.raw(code.call("optimizers.schedules.CosineDecay", common));
    return learningRate;
}

/** @param {Settings} settings */
function optimizer(settings) {
    const { momentum, rho, epsilon, weightDecay, clipNorm } = settings;
    const adam = { beta_1: settings.beta1, beta_2: settings.beta2, epsilon };
    /** @type {Record<string, [string, Record<string, unknown>]>} */
    const rules = {
        sgd: ["SGD", {}],
        momentum: ["SGD", { momentum }],
        nesterov: ["SGD", { momentum, nesterov: true }],
        rmsprop: ["RMSprop", { rho, epsilon }],
        adam: ["Adam", adam],
        adamw: ["AdamW", { weight_decay: weightDecay, ...adam }],
    };
    const [name, options] = rules[settings.optimizer];
    const clip = clipNorm ? { global_clipnorm: clipNorm } : {};
    return code.call(`optimizers.${name}`, {
        learning_rate: learningRate(settings),
        ...options,
        ...clip,
    });
}

/** @param {Settings} settings */
function callbacks(settings) {
    const monitor = settings.validationSplit ? "val_loss" : "loss";
    const list = [];
    if (settings.schedule === "plateau")
        list.push(
            code.call("callbacks.ReduceLROnPlateau", {
                monitor,
                factor: settings.decayRate,
                patience: settings.plateauPatience,
                min_delta: 1e-4,
            }),
        );
    if (settings.earlyStopping)
        list.push(
            code.call("callbacks.EarlyStopping", {
                monitor,
                patience: settings.patience,
                min_delta: settings.minDelta,
                restore_best_weights: settings.restoreBestWeights,
            }),
        );
    return list;
}

/**
 * The samples of training and validation, as the core draws them.
 * @param {Settings} settings
 * @param {Model} model
 */
function splitLines({ seed, validationSplit }, { validationSamples }) {
    if (!validationSplit) return "train = np.arange(len(X))";
    return `order = np.random.RandomState(${seed}).permutation(len(X))
train, held_out = np.sort(order[:-${validationSamples}]), np.sort(order[-${validationSamples}:])`;
}

/** @param {Settings} settings */
function fitLines(settings) {
    const { epochs, batchSize, validationSplit } = settings;
    const list = callbacks(settings);
    return code.call(
        "model.fit",
        {
            epochs,
            batch_size: batchSize,
            ...(validationSplit && {
                validation_data: code.raw("(X[held_out], y_cat[held_out])"),
            }),
            ...(list.length && { callbacks: code.raw(`[${list.join(", ")}]`) }),
        },
        ["X[train]", "y_cat[train]"],
    );
}

/**
 * Points across the map, and what the model says of them.
 * @param {Model} model
 * @param {Dataset} data
 */
function selfCheck(model, data) {
    const every = Math.max(1, Math.floor(data.samples / CHECKED_POINTS));
    const chosen = Array.from({ length: data.samples }, (_, i) => i).filter((i) => i % every === 0);
    const points = Float32Array.from(chosen.flatMap((i) => [data.x[2 * i], data.x[2 * i + 1]]));
    const expected = model.predictProba(points);
    return `points = np.array(${code.rows(points, 2)}, dtype="float32")
expected = np.array(${code.rows(expected, model.classes)})
difference = np.abs(model.predict(points, verbose=0) - expected).max()
if not difference < ${TOLERANCE}:
    raise SystemExit(f"Keras predicts something else: largest difference {difference:.2e}")
print(f"Keras predicts what the page predicted: largest difference {difference:.2e}")`;
}

/** @param {Model} model */
function weightLines(model) {
    return `values = np.frombuffer(base64.b64decode(${code.base64(model.weights())}), dtype="<f4")
shapes = [w.shape for w in model.get_weights()]
ends = np.cumsum([np.prod(shape, dtype=int) for shape in shapes])[:-1]
model.set_weights([part.reshape(shape) for part, shape in zip(np.split(values, ends), shapes)])`;
}

/**
 * @param {Model} model
 * @param {{weights?: boolean}} [options] weights: the trained ones too, with a check of them
 * @returns {string} a Python script
 */
export function kerasScript(model, { weights = false } = {}) {
    const { settings, dataset: data } = model;
    const own = model.hasOwnPoints;
    const partial = own || settings.validationSplit > 0; // some class may have no point
    const classes = own ? `, num_classes=${model.classes}` : "";
    const labels = partial ? `, labels=range(${model.classes})` : "";
    const generated = !own && settings.dataset !== "spirals";
    const loss = settings.output === "softmax" ? "categorical" : "binary";
    const imports = [
        ...(weights || own ? ["import base64\n"] : []),
        "import numpy as np",
        "from keras import Input, Sequential, callbacks, layers, optimizers, regularizers, utils",
        ...(generated ? [`from sklearn.datasets import make_${settings.dataset}`] : []),
        "from sklearn.metrics import classification_report",
    ];
    const lines = ["Input(shape=(2,))", ...layerLines(model, settings)];
    const sections = [
        imports.join("\n"),
        `# Made by Spiral Lab. Keras draws other first weights than the page, so a training of its own differs.
utils.set_random_seed(${settings.seed})`,
        own ? pointLines(data) : dataLines(settings, data),
        `y_cat = utils.to_categorical(y${classes})
${splitLines(settings, model)}`,
        `model = Sequential([\n${lines.map((line) => `    ${code.indented(line)},\n`).join("")}])
${code.call("model.compile", {
    optimizer: code.raw(optimizer(settings)),
    loss: `${loss}_crossentropy`,
    metrics: code.raw('["accuracy"]'),
})}
model.summary()`,
        weights
            ? `# The weights that the page had trained, in the order of get_weights().
${weightLines(model)}

${selfCheck(model, data)}`
            : `history = ${fitLines(settings)}`,
        `y_pred = model.predict(X[train], verbose=0).argmax(axis=1)
print(classification_report(y[train], y_pred${labels}))`,
    ];
    return `${sections.join("\n\n")}\n`;
}
