/**
 * What the network can see of a point: the core's names in the core's order, as the page writes
 * them, and their values.
 */

export const featureNames = ["x", "y", "x2", "y2", "xy", "sin_x", "sin_y", "r", "theta"];

/** @param {unknown} name */
export const isFeature = (name) => featureNames.includes(String(name));

/**
 * @type {Readonly<Record<string, {label: string, of: (x: number, y: number) => number}>>}
 */
const known = {
    x: { label: "x", of: (x) => x },
    y: { label: "y", of: (_, y) => y },
    x2: { label: "x²", of: (x) => x * x },
    y2: { label: "y²", of: (_, y) => y * y },
    xy: { label: "xy", of: (x, y) => x * y },
    sin_x: { label: "sin x", of: Math.sin },
    sin_y: { label: "sin y", of: (_, y) => Math.sin(y) },
    r: { label: "r", of: Math.hypot },
    theta: { label: "θ", of: (x, y) => Math.atan2(y, x) },
};

/** @param {string} name */
export const featureLabel = (name) => known[name].label;

/** Within rounding what the core makes of a point. @param {string} name @param {number} x @param {number} y */
export const featureAt = (name, x, y) => known[name].of(x, y);

/**
 * Whether the network's inputs are coordinates of the plane.
 * @param {readonly string[]} features
 * @returns {boolean}
 */
export const arePlain = (features) => features.every((name) => name === "x" || name === "y");
