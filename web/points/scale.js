/** Standardization, as scikit-learn's StandardScaler does it. */

/** Of a column; deviation: of the population, 0 if it is constant. @typedef {{mean: number, deviation: number}} Scale */

const LEAST = 0.1; // largest absolute values that need no standardization
const MOST = 10;

/** @param {Float64Array} values at least one @returns {Scale} */
export function scaleOf(values) {
    const count = values.length;
    const mean = sum(values) / count;
    const apart = values.map((value) => value - mean);
    const rounding = sum(apart); // 0, but for rounding
    const squares = sum(apart.map((value) => value * value));
    const variance = (squares - (rounding * rounding) / count) / count;
    // So scikit-learn decides that a column is constant, but for rounding.
    const { EPSILON } = Number;
    const isConstant = variance <= count * EPSILON * variance + (count * mean * EPSILON) ** 2;
    return { mean, deviation: isConstant ? 0 : Math.sqrt(variance) };
}

/** @param {Float64Array} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/**
 * Mean 0 and deviation 1, unless the column is constant.
 * @param {Float64Array} values
 * @param {Scale} scale
 */
export function standardize(values, { mean, deviation }) {
    return values.map((value) => (value - mean) / (deviation || 1));
}

/** Whether a network would have a hard time with numbers that large or small. @param {Float64Array} values */
export function needsScaling(values) {
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return largest > MOST || (largest > 0 && largest < LEAST);
}
