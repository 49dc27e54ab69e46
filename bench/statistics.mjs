/** @param {readonly number[]} values */
export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The slope of log y over log x: 1 where doubling x doubles y. @param {readonly number[]} x @param {readonly number[]} y */
export function exponent(x, y) {
    const [u, v] = [x.map(Math.log), y.map(Math.log)];
    const mean = (/** @type {readonly number[]} */ a) => a.reduce((p, q) => p + q) / a.length;
    const [mu, mv] = [mean(u), mean(v)];
    const above = u.reduce((sum, value, i) => sum + (value - mu) * (v[i] - mv), 0);
    return above / u.reduce((sum, value) => sum + (value - mu) ** 2, 0);
}
