/** The points of a run in Python: made as the core makes them, or written down. */

import { code } from "./python-literals.js";

/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../core/settings.js").Settings} Settings */

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

/** Points that no settings make. @param {Dataset} data */
const written = ({ x, y }) =>
    `X = np.frombuffer(base64.b64decode(${code.base64(x)}), dtype="<f4").reshape(-1, 2)
y = np.frombuffer(base64.b64decode(${code.base64(y)}), dtype=np.uint8).astype(float)`;

/** @param {Settings} settings */
const spirals = ({ points, classes, noise, turn, dataSeed: seed }) =>
    `def make_spirals(points, classes, noise, turn, seed):
    random = np.random.RandomState(seed)
    X, y = np.zeros((points * classes, 2)), np.zeros(points * classes)
    for j in range(classes):
        rows = slice(points * j, points * (j + 1))
        r = np.linspace(0.0, 1, points)
        t = np.linspace(j * turn, (j + 1) * turn, points) + random.randn(points) * noise
        X[rows], y[rows] = np.c_[r * np.sin(t), r * np.cos(t)], j
    return X.astype("float32"), y


X, y = ${code.call("make_spirals", { points, classes, noise, turn, seed })}`;

/** @param {Settings} settings @param {Dataset} data */
const generated = (settings, { samples }) =>
    `X, y = ${code.call(`make_${settings.dataset}`, {
        n_samples: samples,
        ...GENERATORS[settings.dataset](settings),
    })}
X, y = X.astype("float32"), y.astype(float)`;

/**
 * @param {Model} model
 * @returns {{imports: string[], text: string}} imports: the import statements that the text needs
 */
export function dataCode({ settings, dataset, hasOwnPoints }) {
    if (hasOwnPoints) return { imports: ["import base64"], text: written(dataset) };
    if (settings.dataset === "spirals") return { imports: [], text: spirals(settings) };
    return {
        imports: [`from sklearn.datasets import make_${settings.dataset}`],
        text: generated(settings, dataset),
    };
}
