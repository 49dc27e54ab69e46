/** The first layer's lines: where each of its units changes sign, w1 x + w2 y + b = 0. */

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} lines [units][w1, w2, b]
 * @param {import("../../worker/portrait.js").Bounds} bounds of the plot
 * @param {Box} plot
 * @param {import("../../draw/theme.js").Theme} theme
 * @param {number} ratio pixels to a CSS pixel
 */
export function drawLines(context, lines, { xMin, xMax, yMin, yMax }, plot, theme, ratio) {
    const toX = (/** @type {number} */ x) => plot.x + ((x - xMin) / (xMax - xMin)) * plot.width;
    const toY = (/** @type {number} */ y) => plot.y + ((yMax - y) / (yMax - yMin)) * plot.height;
    context.save();
    context.beginPath();
    context.rect(plot.x, plot.y, plot.width, plot.height);
    context.clip();
    context.beginPath();
    for (let i = 0; i < lines.length; i += 3) {
        const [w1, w2, b] = lines.subarray(i, i + 3);
        if (Math.abs(w2) >= Math.abs(w1)) {
            if (w2 === 0) continue;
            context.moveTo(toX(xMin), toY(-(w1 * xMin + b) / w2));
            context.lineTo(toX(xMax), toY(-(w1 * xMax + b) / w2));
        } else {
            context.moveTo(toX(-(w2 * yMin + b) / w1), toY(yMin));
            context.lineTo(toX(-(w2 * yMax + b) / w1), toY(yMax));
        }
    }
    context.strokeStyle = theme.text;
    context.globalAlpha = lines.length > 3 * 40 ? 0.35 : 0.6;
    context.lineWidth = ratio;
    context.stroke();
    context.restore();
}
