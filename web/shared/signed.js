/** Numbers that may be negative, as the page writes them. */

/**
 * With a true minus sign, and with none where it is rounded to 0.
 * @param {number} value
 * @param {number} digits after the point
 */
export function signed(value, digits) {
    const text = value.toFixed(digits);
    return /^-[0.]+$/.test(text) ? text.slice(1) : text.replace("-", "−");
}
