/** Whether what is on record in tests/data/keras is still what the real ones give. */

/** @typedef {any} Json */

/**
 * Another processor sums in another order, so steps may differ as far as the core's may; what is
 * drawn, counted or decided may not. How far numbers may be apart, by the key under which they are.
 * @type {Record<string, number>}
 */
const ALLOWED = {
    ...{ weights: 1e-4, outputs: 1e-4, history: 1e-4 },
    ...{ mean: 1e-6, deviation: 1e-6, least: 1e-6, most: 1e-6, quantiles: 1e-6, x: 1e-12 },
    ...{ scaled: 1e-9, accuracies: 0.05 },
};
/** Keys whose numbers are measurements of the moment. */
const MEASURED = /gap/;
const MOST = 5; // differences that are told

/**
 * @param {Json} recorded
 * @param {Json} fresh
 * @returns {string[]} in words
 */
export function changes(recorded, fresh) {
    const found = [...differences(recorded, fresh, "", 0)];
    return found.length > MOST
        ? [...found.slice(0, MOST), `and ${found.length - MOST} more`]
        : found;
}

/**
 * @param {Json} a
 * @param {Json} b
 * @param {string} at
 * @param {number} allowed
 * @returns {Generator<string>}
 */
function* differences(a, b, at, allowed) {
    if (typeof a === "number" && typeof b === "number") {
        if (!(Math.abs(a - b) <= allowed * Math.max(1, Math.abs(a))))
            yield `${at}: ${b}, on record ${a}`;
    } else if (a && b && typeof a === "object" && typeof b === "object") {
        for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
            if (!MEASURED.test(key))
                yield* differences(a[key], b[key], `${at}/${key}`, ALLOWED[key] ?? allowed);
    } else if (a !== b) yield `${at}: ${JSON.stringify(b)}, on record ${JSON.stringify(a)}`;
}
