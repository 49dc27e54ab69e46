/** Unpacks what the script carries zipped. */

/** @param {string} zipped gzip, in base64 @returns {Promise<ArrayBuffer>} */
export function unzip(zipped) {
    const text = atob(zipped);
    const bytes = new Uint8Array(text.length);
    // A callback for each would cost three times as much, for nothing is compiled yet.
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter();
    writer.write(bytes);
    writer.close();
    return new Response(readable).arrayBuffer();
}
