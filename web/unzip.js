/** Unpacks what the script carries zipped. */

/** @param {BufferSource} zipped gzip @returns {Promise<ArrayBuffer>} */
export function unzip(zipped) {
    const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
}
