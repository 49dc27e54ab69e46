/** The core's module, which the script carries zipped. */

import zipped from "spiral-lab:wasm";

/** @returns {Promise<ArrayBuffer>} */
export function unzipWasm() {
    const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
}
