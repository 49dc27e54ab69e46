/**
 * A run as an exercise in Python for Keras: the same data, first weights and order of the samples
 * as here, so that Keras's losses equal the page's until rounding separates them; or, instead of a
 * training, the trained weights with a check that Keras predicts with them what the page predicts.
 */

import { measures } from "../shared/history.js";
import { haveNames } from "../shared/labels.js";
import { callbackCalls, networkCalls } from "./keras-calls.js";
import { dataCode } from "./keras-data.js";
import { featuresCode, seen, seesPoints } from "./keras-features.js";
import { code } from "./python-literals.js";

/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../texts/exported.js").Exported} Exported */

/** @typedef {(key: keyof Exported, values?: Record<string, string | number>) => string} Say */

/**
 * One step of the exercise.
 * @typedef {object} Section
 * @property {string} name
 * @property {string} text what it does
 * @property {string} code
 */

/**
 * weights: the trained ones instead of a training; repeatable: whether the settings alone make this
 * run, which they do not if they were changed on the way.
 * @typedef {{weights?: boolean, repeatable?: boolean}} Options
 */

const CHECKED_POINTS = 16;
const TOLERANCE = 1e-4; // between float32 sums taken in another order
const APART = 0.001; // of losses that no longer agree
const GRID = 101; // points a side, as in the tutorial
const MARGIN = 0.1; // around the data, as in the tutorial

/**
 * What the samples are called: with a split there are two kinds.
 * @param {Model} model
 */
const namesOf = (model) =>
    model.validationSamples
        ? { x: "X_train", y: "y_train", yCat: "y_cat_train" }
        : { x: seen(model), y: "y", yCat: "y_cat" };

/** @param {Model} model @param {string[]} data imports @param {Options} options @returns {string} */
function importCode({ settings }, data, { weights }) {
    const { l1, l2, dropout } = settings;
    const fromKeras = [
        "Input",
        "Sequential",
        ...(!weights && callbackCalls(settings).length ? ["callbacks"] : []),
        "layers",
        "optimizers",
        ...(l1 || l2 ? ["regularizers"] : []),
        ...(weights ? [] : ["utils"]),
    ];
    const standard = weights || data.includes("import base64") ? ["import base64\n"] : [];
    return [
        ...standard,
        "import matplotlib.pyplot as plt",
        "import numpy as np",
        `from keras import ${fromKeras.join(", ")}`,
        ...data.filter((line) => line.startsWith("from")),
        "from sklearn.metrics import classification_report",
        ...(dropout && !weights ? [`\nutils.set_random_seed(${settings.seed})`] : []),
    ].join("\n");
}

/** With thin edges, since the colours in the middle are pale. */
const SCATTER =
    'plt.scatter(X[:, 0], X[:, 1], c=y, s=40, edgecolors="black", linewidths=0.3, **colours)';

/** @param {string} data @param {Model} model */
const pictureOfData = (data, { classes }) => `${data}

colours = {"cmap": "RdYlGn", "vmin": 0, "vmax": ${classes - 1}}
plt.figure(figsize=(6, 6))
${SCATTER}
print(X.shape, y.shape)`;

const ORDER = "order = random.permutation(len(X))";

/**
 * Which samples of the order are set aside, and the others.
 * @param {Model} model
 * @returns {{heldOut: string[], train: string}} lines
 */
function splitLines({ settings, classes, validationSamples: aside }) {
    if (!settings.stratify)
        return {
            heldOut: [`held_out = np.sort(order[-${aside}:])`],
            train: `train = np.sort(order[:-${aside}])`,
        };
    return {
        heldOut: [
            `groups = [order[y[order] == k] for k in range(${classes})]`,
            `last = [g[len(g) - int(${settings.validationSplit} * len(g) + 0.5) :] for g in groups]`,
            "held_out = np.sort(np.concatenate(last))",
        ],
        train: "train = np.setdiff1d(order, held_out)",
    };
}

/**
 * The targets, and which samples the network is trained on.
 * @param {Model} model
 * @param {Options} options
 */
function targetCode(model, { weights }) {
    const { settings, classes, dataset, validationSamples: aside } = model;
    const random = `random = np.random.RandomState(${settings.seed})`;
    const x = seen(model);
    const { heldOut, train } = splitLines(model);
    if (weights) {
        const lines = settings.stratify ? [...heldOut, train] : [train];
        return [random, ORDER, ...lines, `X_train, y_train = ${x}[train], y[train]`].join("\n");
    }
    // Of one's own points, or where labels are flipped, the last classes may have none.
    const isWhole = dataset.y.includes(classes - 1);
    const count = model.hasOwnPoints || !isWhole ? `, num_classes=${classes}` : "";
    const lines = [`y_cat = utils.to_categorical(y${count})`, random];
    if (!aside) return lines.join("\n");
    return [
        ...lines,
        ORDER,
        ...heldOut,
        train,
        `X_train, y_train, y_cat_train = ${x}[train], y[train], y_cat[train]`,
        `X_val, y_cat_val = ${x}[held_out], y_cat[held_out]`,
    ].join("\n");
}

/** The kernels' draws. @param {string} initializer none of zeros */
function drawCode(initializer) {
    const [scheme, distribution] = initializer.split("_");
    const uniform = distribution === "uniform";
    const fan = scheme === "he" ? "inputs" : "(inputs + units)";
    const spread = `np.sqrt(${uniform ? 6 : 2} / ${fan})`;
    const loop = `for layer in model.layers:
    if isinstance(layer, layers.Dense):
        inputs, units = layer.get_weights()[0].shape`;
    const set = "layer.set_weights([kernel, np.zeros(units)])";
    if (uniform)
        return `${loop}
        limit = ${spread}
        kernel = random.uniform(-limit, limit, (inputs, units))
        ${set}`;
    return `def truncated_normal(shape, deviation):
    draws = []
    while len(draws) < np.prod(shape):
        draw = random.randn()
        if abs(draw) <= 2:
            draws.append(draw)
    return np.reshape(draws, shape) * (deviation / 0.87962566103423978)


${loop}
        deviation = ${spread}
        kernel = truncated_normal((inputs, units), deviation)
        ${set}`;
}

/** @param {Model} model */
function fitCode(model) {
    const { settings, stepsPerEpoch, validationSamples, layers } = model;
    const { x, yCat } = namesOf(model);
    const list = callbackCalls(settings);
    const hidden = layers.slice(0, -1).reduce((sum, { units }) => sum + units, 0);
    const masks = settings.dropout
        ? `\n            random.random_sample(len(rows) * ${hidden})`
        : "";
    const fit = code.call(
        "model.fit",
        {
            steps_per_epoch: stepsPerEpoch,
            epochs: Math.max(settings.epochs, model.progress.epoch),
            ...(validationSamples && { validation_data: code.raw("(X_val, y_cat_val)") }),
            ...(list.length && { callbacks: code.raw(`[${list.join(", ")}]`) }),
            shuffle: false, // they are shuffled already
            verbose: 2,
        },
        ["batches()"],
    );
    return `def batches():
    while True:
        order = random.permutation(len(${x}))
        for start in range(0, len(${x}), ${settings.batchSize}):
            rows = order[start : start + ${settings.batchSize}]
            yield ${x}[rows], ${yCat}[rows]${masks}


history = ${fit}`;
}

/** The measures that the page has a history of. @param {Model} model */
const measured = ({ validationSamples }) =>
    measures.filter((name) => validationSamples || !name.startsWith("val_"));

/**
 * @param {Model} model
 * @param {Say} say
 * @param {boolean} exact whether only rounding separates Keras from the page
 */
function compareCode(model, say, exact) {
    const columns = measured(model).map(
        (name) => `    "${name}": ${code.list(model.history[name])},\n`,
    );
    const apart = say(exact ? "print.parted" : "print.apart", {
        epoch: "{apart[0] + 1}",
        difference: APART,
    });
    const together = say("print.together", { epochs: "{epochs}", difference: APART });
    return `page = {
${columns.join("")}}
keras = history.history
epochs = min(len(page["loss"]), len(keras["loss"]))
print(" " * 5, *(f"{name:>19}" for name in page))
print("epoch", *(f"{'page':>10}{'Keras':>9}" for name in page))
for e in range(epochs):
    print(f"{e + 1:5}", *(f"{page[name][e]:10.4f}{keras[name][e]:9.4f}" for name in page))
apart = [e for e in range(epochs) if not abs(page["loss"][e] - keras["loss"][e]) <= ${APART}]
if apart:
    print(f"${apart}")
else:
    print(f"${together}")`;
}

/** @param {Model} model @param {boolean} compared whether there is the page's history too */
function curveCode({ validationSamples }, compared) {
    const plots = [
        "values = history.history[name]",
        'axis.plot(range(1, len(values) + 1), values, label=f"{name}, Keras")',
        ...(compared
            ? ['axis.plot(range(1, len(page[name]) + 1), page[name], ":", label=f"{name}, page")']
            : []),
    ];
    const both = `for measure in (name, "val_" + name):
${plots.map((line) => `        ${line.replaceAll("name", "measure")}\n`).join("")}`;
    return `figure, axes = plt.subplots(1, 2, figsize=(12, 4))
for axis, name in zip(axes, ("loss", "accuracy")):
${validationSamples ? `    ${both}` : plots.map((line) => `    ${line}\n`).join("")}    axis.set_xlabel("epoch")
    axis.legend()`;
}

/** @param {Model} model */
const weightCode = (
    model,
) => `values = np.frombuffer(base64.b64decode(${code.base64(model.weights())}), dtype="<f4")
shapes = [w.shape for w in model.get_weights()]
ends = np.cumsum([np.prod(shape, dtype=int) for shape in shapes])[:-1]
model.set_weights([part.reshape(shape) for part, shape in zip(np.split(values, ends), shapes)])`;

/**
 * A grid of points across the map, and the model's answers there.
 * @param {Model} model
 * @param {Say} say
 */
function checkCode(model, say) {
    const { x, samples } = model.dataset;
    const every = Math.max(1, Math.floor(samples / CHECKED_POINTS));
    const chosen = Array.from({ length: samples }, (_, i) => i).filter((i) => i % every === 0);
    const points = Float32Array.from(chosen.flatMap((i) => [x[2 * i], x[2 * i + 1]]));
    const expected = model.predictProba(points);
    const difference = { difference: "{difference:.2e}" };
    return `points = np.array(${code.rows(points, 2)}, dtype="float32")
expected = np.array(${code.rows(expected, model.classes)})
difference = np.abs(model.predict(${seen(model, "points")}, verbose=0) - expected).max()
if not difference < ${TOLERANCE}:
    raise SystemExit(f"${say("print.other", difference)}")
print(f"${say("print.same", difference)}")`;
}

/** @param {Model} model */
function reportCode(model) {
    const { x, y } = namesOf(model);
    const names = haveNames(model.labels)
        ? { labels: code.raw(`range(${model.classes})`), target_names: code.strings(model.labels) }
        : {};
    return `y_pred = model.predict(${x}, verbose=0).argmax(axis=1)
print(${code.call("classification_report", names, [y, "y_pred"])})`;
}

/** @param {Model} model */
const regionCode = (model) => `low, high = X.min(axis=0) - ${MARGIN}, X.max(axis=0) + ${MARGIN}
across, up = np.linspace(low[0], high[0], ${GRID}), np.linspace(low[1], high[1], ${GRID})
grid = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
regions = model.predict(${seen(model, "grid")}, verbose=0).argmax(axis=1).reshape(${GRID}, ${GRID})

plt.figure(figsize=(8, 8))
plt.contourf(across, up, regions, levels=np.arange(${model.classes + 1}) - 0.5, alpha=0.8, **colours)
${SCATTER}
plt.show()`;

/**
 * @param {Model} model
 * @param {Say} say in the reader's language
 * @param {Options} [options]
 * @returns {Section[]}
 */
export function kerasSections(model, say, { weights = false, repeatable = true } = {}) {
    const { settings, dataset, validationSamples: aside } = model;
    const data = dataCode(model);
    const trained = model.progress.epoch > 0;
    const { dropout, initializer, seed } = settings;
    const split = settings.stratify ? "targets.stratify" : "targets.split";
    const exact = repeatable && !dropout; // only rounding separates Keras from the page
    /** @param {string} name @param {string[]} texts @param {string} code @returns {Section} */
    const section = (name, texts, code) => ({
        name,
        text: texts.join(" ").replaceAll("。 ", "。"),
        code,
    });
    /** @param {unknown} condition @param {() => string} text */
    const where = (condition, text) => (condition ? [text()] : []);

    const targets = () =>
        section(
            "targets",
            [
                ...where(!weights, () => say("targets")),
                say("targets.random", { seed }),
                ...where(aside, () => say(split, { aside, samples: dataset.samples })),
            ],
            targetCode(model, { weights }),
        );
    const training = () => [
        ...(initializer === "zeros"
            ? []
            : [section("first", [say("first")], drawCode(initializer))]),
        section("fit", [say("fit"), ...where(dropout, () => say("fit.dropout"))], fitCode(model)),
        ...(trained
            ? [
                  section(
                      "compare",
                      [say("compare"), ...where(exact, () => say("compare.rounding"))],
                      compareCode(model, say, exact),
                  ),
              ]
            : []),
        section(
            "curves",
            [trained ? say("curves.both") : say("curves")],
            curveCode(model, trained),
        ),
    ];
    const given = () => [
        section("weights", [say("weights")], weightCode(model)),
        section("check", [say("check")], checkCode(model, say)),
    ];
    return [
        section(
            "start",
            [
                weights ? say("start.weights") : say("start"),
                ...where(!weights && !repeatable, () => say("start.changed")),
                say("start.needs"),
            ],
            importCode(model, data.imports, { weights }),
        ),
        section(
            "data",
            [model.hasOwnPoints ? say("data.own") : say("data")],
            pictureOfData(data.text, model),
        ),
        ...(seesPoints(model) ? [] : [section("features", [say("features")], featuresCode(model))]),
        ...(aside || !weights ? [targets()] : []),
        section("network", [say("network")], `${networkCalls(model, settings)}\nmodel.summary()`),
        ...(weights ? given() : training()),
        section("report", [say("report")], reportCode(model)),
        section("regions", [say("regions")], regionCode(model)),
    ];
}
