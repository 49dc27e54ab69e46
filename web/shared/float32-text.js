/** Float32 numbers as text. */

/** A short text that reads back as the same float32, -0 too. @param {number} value */
export function shortest(value) {
    if (Object.is(value, -0)) return "-0.0";
    for (let digits = 6; digits < 9; digits++) {
        const text = value.toPrecision(digits);
        if (Math.fround(Number(text)) === value) return String(Number(text));
    }
    return String(Number(value.toPrecision(9)));
}
