/** What the network of a run sees of a point, in Python. */

/** @typedef {import("../core/model.js").Model} Model */

/** In NumPy, of the coordinates x and y. @type {Readonly<Record<string, string>>} */
const TERMS = {
    x: "x",
    y: "y",
    x2: "x * x",
    y2: "y * y",
    xy: "x * y",
    sin_x: "np.sin(x)",
    sin_y: "np.sin(y)",
    r: "np.sqrt(x * x + y * y)",
    theta: "np.arctan2(y, x)",
};

/** Whether the network sees the points as they are. @param {Pick<Model, "settings">} model */
export const seesPoints = ({ settings }) => settings.features.join() === "x,y";

/** The function, and what it makes of the points X: X_in. @param {Model} model */
export const featuresCode = ({ settings }) => `def features(X):
    x, y = X.astype("float64").T
    columns = [
${settings.features.map((name) => `        ${TERMS[name]},\n`).join("")}    ]
    return np.stack(columns, axis=-1).astype("float32")


X_in = features(X)`;

/**
 * What the network sees of all points, or of others.
 * @param {Model} model
 * @param {string} [others] in Python
 */
export function seen(model, others) {
    if (others === undefined) return seesPoints(model) ? "X" : "X_in";
    return seesPoints(model) ? others : `features(${others})`;
}
