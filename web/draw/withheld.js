/**
 * Whether the browser gives out the pixels of canvases. So that no page can recognise it by them,
 * Firefox with privacy.resistFingerprinting gives out random ones instead, and any browser may: the
 * screen is right, but a PNG of it is noise.
 */

const SIDE = 16;
const CLOSE = 8; // of 255: some browsers change a pixel's lowest bits, which nobody sees
const COLOURS = /** @type {const} */ ([
    [200, 30, 60],
    [20, 120, 220],
    [250, 240, 130],
    [0, 0, 0],
]);

/** @returns {Promise<boolean>} */
export async function withholdsPixels() {
    const context = contextOf();
    for (let y = 0; y < SIDE; y++)
        for (let x = 0; x < SIDE; x++) {
            context.fillStyle = `rgb(${colourAt(x, y).join(" ")})`;
            context.fillRect(x, y, 1, 1);
        }
    const { canvas } = context;
    const blob = await new Promise((resolve) => canvas.toBlob(resolve));
    if (!(blob instanceof Blob)) return true;
    const again = contextOf();
    const image = await createImageBitmap(blob);
    again.drawImage(image, 0, 0);
    image.close();
    return !isRight(again);
}

/** @param {number} x @param {number} y */
const colourAt = (x, y) => COLOURS[(3 * x + 5 * y + ((x * y) >> 2)) % COLOURS.length];

/**
 * Whether nearly all pixels are read back as they were drawn.
 * @param {CanvasRenderingContext2D} context
 */
function isRight(context) {
    const { data } = context.getImageData(0, 0, SIDE, SIDE);
    let wrong = 0;
    for (let y = 0; y < SIDE; y++)
        for (let x = 0; x < SIDE; x++) {
            const at = 4 * (y * SIDE + x);
            if (colourAt(x, y).some((value, k) => Math.abs(data[at + k] - value) > CLOSE)) wrong++;
        }
    return wrong <= SIDE; // a sixteenth of them
}

function contextOf() {
    const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
    return /** @type {CanvasRenderingContext2D} */ (
        canvas.getContext("2d", { willReadFrequently: true })
    );
}
