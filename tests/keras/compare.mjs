/** Comparisons with what the real Keras and scikit-learn gave. Each throws, and says what differs. */

/** @param {boolean} holds @param {string} what */
export function expect(holds, what) {
    if (!holds) throw new Error(what);
}

/** @param {string} what @param {unknown} actual @param {unknown} expected */
export function expectSame(what, actual, expected) {
    const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
    expect(a === e, `${what}: ${a} instead of ${e}`);
}

/**
 * Each no further from the expected one than `allowed`, relative to the largest of them.
 * @param {string} what
 * @param {ArrayLike<number>} actual
 * @param {ArrayLike<number>} expected
 * @param {number} allowed
 */
export function expectNear(what, actual, expected, allowed) {
    expectSame(`${what}, how many`, actual.length, expected.length);
    const apart = distance(actual, expected);
    expect(
        apart <= allowed,
        `${what}: apart by ${apart.toExponential(1)} of the largest, not ${allowed.toExponential(1)}`,
    );
}

/**
 * The largest difference, relative to the largest expected number.
 * @param {ArrayLike<number>} actual
 * @param {ArrayLike<number>} expected
 */
export function distance(actual, expected) {
    let [difference, largest] = [0, 1e-30];
    for (let i = 0; i < expected.length; i++) {
        const d = Math.abs(actual[i] - expected[i]);
        if (Number.isNaN(d)) return d; // far from everything
        difference = Math.max(difference, d);
        largest = Math.max(largest, Math.abs(expected[i]));
    }
    return difference / largest;
}
