/** What the npm package gives: the core with its wasm inside, for Node and for bundlers. */

import zipped from "spiral-lab:wasm";
import { createLab } from "../core/lab.js";
import { unzip } from "../core/unzip.js";

export { createLab } from "../core/lab.js";
export { LabError } from "../core/lab-error.js";
export { kerasScript } from "../worker/keras-script.js";

/**
 * The core, ready to use. Every call makes an instance of its own.
 * @returns {Promise<import("../core/lab.js").Lab>}
 */
export async function loadLab() {
    return createLab(await unzip(zipped));
}
