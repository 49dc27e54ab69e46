/** The built core, for scripts and tests under Node. */

import { readFile } from "node:fs/promises";
import { createLab } from "../web/core/lab.js";

const WASM = new URL("../build/wasm/spiral_lab.wasm", import.meta.url);

/** @returns {Promise<import("../web/core/lab.js").Lab>} */
export async function loadLab() {
    let bytes;
    try {
        bytes = await readFile(WASM);
    } catch {
        throw new Error("build/wasm/spiral_lab.wasm is not there yet: run scripts/build first.");
    }
    return createLab(bytes);
}
