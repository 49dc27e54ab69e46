/** The points of a run in Python: made as the core makes them, or written down. */

import { code } from "./python-literals.js";

/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../core/settings.js").Settings} Settings */

/** Each class's own number of points, where it has one. @param {Pick<Settings, "points">} settings */
const countsOf = ({ points }) => (typeof points === "number" ? undefined : [...points]);

/**
 * Shares by which make_classification, which rounds down and hands out the rest cluster by cluster,
 * gives these numbers.
 * @param {number[]} counts
 * @param {number} clusters a class
 */
function sharesOf(counts, clusters) {
    const [first, second] = counts;
    const turned = clusters === 2 && first % 2 === 0 && second % 2 === 1;
    const rounded = turned ? [first - 2, second] : counts;
    const all = counts.reduce((sum, count) => sum + count);
    return code.raw(`[(count + 0.5) / ${all} for count in (${rounded.join(", ")})]`);
}

/**
 * Scikit-learn's arguments for a dataset beside the samples.
 * @type {Record<string, (settings: Settings) => Record<string, unknown>>}
 */
const GENERATORS = {
    moons: ({ noise, dataSeed }) => ({ noise, random_state: dataSeed }),
    circles: ({ noise, factor, dataSeed }) => ({ noise, factor, random_state: dataSeed }),
    blobs: (settings) => ({
        ...(!countsOf(settings) && { centers: settings.classes }),
        cluster_std: settings.clusterStd,
        center_box: [-5, 5],
        random_state: settings.dataSeed,
    }),
    classification: (settings) => {
        const counts = countsOf(settings);
        const { clustersPerClass: clusters } = settings;
        return {
            n_features: 2,
            n_informative: 2,
            n_redundant: 0,
            n_classes: settings.classes,
            n_clusters_per_class: clusters,
            ...(counts && { weights: sharesOf(counts, clusters) }),
            class_sep: settings.classSep,
            flip_y: settings.flipY,
            random_state: settings.dataSeed,
        };
    },
};

/** So many points are readable as numbers; more are shorter as bytes. */
const MOST_READABLE = 300;

/** Points that no settings make, as numbers. @param {Dataset} data */
const listed = ({ x, y }) =>
    `X = np.array(${code.rows(x, 2)}, dtype="float32")
y = np.array(${code.row(y)}, dtype=float)`;

/** Points that no settings make, as bytes. @param {Dataset} data */
const packed = ({ x, y }) =>
    `X = np.frombuffer(base64.b64decode(${code.base64(x)}), dtype="<f4").reshape(-1, 2)
y = np.frombuffer(base64.b64decode(${code.base64(y)}), dtype=np.uint8).astype(float)`;

/** @param {Settings} settings */
const evenSpirals = ({ points, classes, noise, turn, dataSeed: seed }) =>
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

/** @param {Settings} settings */
const unevenSpirals = ({ noise, turn, dataSeed: seed, points }) =>
    `def make_spirals(points, noise, turn, seed):
    random = np.random.RandomState(seed)
    X = []
    for j, n in enumerate(points):
        r = np.linspace(0.0, 1, n)
        t = np.linspace(j * turn, (j + 1) * turn, n) + random.randn(n) * noise
        X.append(np.c_[r * np.sin(t), r * np.cos(t)])
    y = np.repeat(np.arange(len(points), dtype=float), points)
    return np.vstack(X).astype("float32"), y


X, y = ${code.call("make_spirals", { points, noise, turn, seed })}`;

/** @param {Settings} settings */
const spirals = (settings) =>
    countsOf(settings) ? unevenSpirals(settings) : evenSpirals(settings);

/** @param {Settings} settings */
const xor = ({ points, noise, dataSeed: seed }) =>
    `def make_xor(points, noise, seed):
    random = np.random.RandomState(seed)
    X = []
    for k, n in enumerate(points):
        x = random.uniform(-1, 1, (n, 2))
        x[:, 1] = np.copysign(x[:, 1], -x[:, 0] if k else x[:, 0])
        X.append(x + noise * random.randn(n, 2))
    return np.vstack(X).astype("float32"), np.repeat([0.0, 1.0], points)


X, y = ${code.call("make_xor", {
        points: countsOf({ points }) ?? [points, points],
        noise,
        seed,
    })}`;

/** @param {Settings} settings @param {Dataset} data */
const generated = (settings, { samples }) =>
    `X, y = ${code.call(`make_${settings.dataset}`, {
        n_samples: (settings.dataset !== "classification" && countsOf(settings)) || samples,
        ...GENERATORS[settings.dataset](settings),
    })}
X, y = X.astype("float32"), y.astype(float)`;

/**
 * @param {Model} model
 * @returns {{imports: string[], text: string}} imports: the import statements that the text needs
 */
export function dataCode({ settings, dataset, hasOwnPoints }) {
    if (hasOwnPoints && dataset.samples <= MOST_READABLE)
        return { imports: [], text: listed(dataset) };
    if (hasOwnPoints) return { imports: ["import base64"], text: packed(dataset) };
    if (settings.dataset === "spirals") return { imports: [], text: spirals(settings) };
    if (settings.dataset === "xor") return { imports: [], text: xor(settings) };
    return {
        imports: [`from sklearn.datasets import make_${settings.dataset}`],
        text: generated(settings, dataset),
    };
}
