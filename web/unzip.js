/** What gzip has made small. @param {BlobPart} bytes @returns {Promise<ArrayBuffer>} */
export function unzip(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
}
