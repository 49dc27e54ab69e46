/** Unpacks what the script carries zipped. */

/** @param {string} zipped gzip, in base64 @returns {Promise<ArrayBuffer>} */
export function unzip(zipped) {
    const bytes = Uint8Array.from(atob(zipped), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
}
