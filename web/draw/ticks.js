/** Round numbers for an axis. */

import { signed } from "../shared/signed.js";

/**
 * About `count` round values from low to high.
 * @param {number} low
 * @param {number} high
 * @param {number} count
 */
export function ticks(low, high, count) {
    const rough = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? 10 * power;
    const values = [];
    for (let i = Math.ceil(low / step); i * step <= high; i++) values.push(i * step);
    const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return { values, labels: values.map((value) => signed(value, digits)) };
}
