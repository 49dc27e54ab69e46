/** Texts on canvas that have to fit. */

/**
 * As much of a text as fits, with an ellipsis if that is not all.
 * @param {CanvasRenderingContext2D} context with its font set
 * @param {string} text
 * @param {number} width pixels
 */
export function fitText(context, text, width) {
    if (context.measureText(text).width <= width) return text;
    const chars = [...text];
    let [low, high] = [0, chars.length];
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        const cut = `${chars.slice(0, middle).join("")}…`;
        if (context.measureText(cut).width <= width) low = middle;
        else high = middle - 1;
    }
    return low > 0 ? `${chars.slice(0, low).join("").trimEnd()}…` : "";
}
