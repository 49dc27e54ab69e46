/** Unpacks the zipped bytes that the script carries. */

/** @param {string} zipped gzip, in base64 @returns {Promise<ArrayBuffer>} */
export function unzip(zipped) {
    const bytes = bytesOf(zipped);
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter();
    writer.write(bytes);
    writer.close();
    return new Response(readable).arrayBuffer();
}

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
function bytesOf(base64) {
    const { fromBase64 } = /** @type {any} */ (Uint8Array); // in browsers of 2025
    if (fromBase64) return fromBase64.call(Uint8Array, base64);
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    // One callback for each byte would take three times as long: nothing is compiled yet.
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
}
