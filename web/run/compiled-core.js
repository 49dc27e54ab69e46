/** The core as a module, compiled once for all labs of a page and for their workers. */

import zipped from "spiral-lab:wasm";
import { unzip } from "../core/unzip.js";

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

export function compiledCore() {
    compiled ??= unzip(zipped).then((bytes) => WebAssembly.compile(bytes));
    return compiled;
}
