/** The size at which a line of monospaced text fits. */

/** @type {CanvasRenderingContext2D | null} */ let context = null;

/**
 * The size at which so many characters fit into the width: the given one, or a smaller one. It is
 * measured, since fonts differ, and WebKitGTK makes each character a whole number of pixels wide.
 * @param {string} family
 * @param {{size: number, characters: number, width: number}} line
 */
export function fittingSize(family, { size, characters, width }) {
    context ??= document.createElement("canvas").getContext("2d");
    if (!context) return size;
    for (let smaller = size; ; smaller *= 0.98) {
        context.font = `${smaller}px ${family}`;
        const isTooWide = characters * context.measureText("0").width > width;
        if (!isTooWide || smaller < 1) return smaller;
    }
}
