/** Canvases put together, for pictures that a person takes home. */

/** @param {number} [width] @param {number} [height] */
function canvasOf(width, height) {
    const canvas = document.createElement("canvas");
    if (width !== undefined && height !== undefined) Object.assign(canvas, { width, height });
    return canvas;
}

/**
 * Canvases above each other on one ground.
 * @param {readonly HTMLCanvasElement[]} canvases
 * @param {string} ground
 * @returns {Promise<Blob>}
 */
export function png(canvases, ground) {
    const gap = Math.round(8 * devicePixelRatio);
    const width = Math.max(...canvases.map((canvas) => canvas.width)) + 2 * gap;
    const height = canvases.reduce((sum, canvas) => sum + canvas.height + gap, gap);
    const sheet = canvasOf(width, height);
    const context = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
    let top = gap;
    for (const canvas of canvases) {
        context.drawImage(canvas, gap, top);
        top += canvas.height + gap;
    }
    return new Promise((resolve, reject) => {
        sheet.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture."))));
    });
}

/**
 * Pictures on top of each other.
 * @param {readonly HTMLCanvasElement[]} layers of one size
 * @returns {HTMLCanvasElement}
 */
export function laid(layers) {
    const [{ width, height }] = layers;
    const canvas = canvasOf(width, height);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    for (const layer of layers) context.drawImage(layer, 0, 0);
    return canvas;
}

/** A line of text as a canvas. @param {string} text @param {import("./theme.js").Theme} theme */
export function caption(text, theme) {
    const size = 14 * devicePixelRatio;
    const canvas = canvasOf();
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const font = `600 ${size}px ${theme.sans}`;
    context.font = font;
    canvas.width = Math.ceil(context.measureText(text).width);
    canvas.height = Math.ceil(1.4 * size);
    context.font = font; // a canvas forgets it with its size
    context.fillStyle = theme.text;
    context.textBaseline = "middle";
    context.fillText(text, 0, canvas.height / 2);
    return canvas;
}
