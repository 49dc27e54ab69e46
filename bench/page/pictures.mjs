/** Which pictures of the regions the page draws. */

/**
 * Notes the time at which each is put on a canvas, in window.pictures. Runs in the page, before its
 * scripts: the page itself takes note, since nothing outside it is as quick.
 */
export function watchPictures() {
    /** @type {number[]} */
    const pictures = [];
    Object.assign(window, { pictures });
    const { prototype } = CanvasRenderingContext2D;
    const put = prototype.putImageData;
    /** @param {any[]} args */
    prototype.putImageData = function (...args) {
        // The small pictures of neurons and data do not count.
        if (args[0].width > 100) pictures.push(performance.now());
        return put.apply(this, /** @type {any} */ (args));
    };
}
