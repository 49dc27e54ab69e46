/** The built core, and an engine with it, for scripts and tests under Node. */

import { readFile } from "node:fs/promises";
import { createLab } from "../web/core/lab.js";
import { EngineClient } from "../web/run/engine-client.js";
import { startEngine } from "../web/worker/engine.js";

const WASM = new URL("../build/wasm/spiral_lab.wasm", import.meta.url);

const SLICE_MS = 1000; // nothing else waits here

/** @returns {Promise<import("../web/core/lab.js").Lab>} */
export const loadLab = async () => createLab(await core());

/**
 * The page's end of a line to an engine in this process.
 * @returns {Promise<EngineClient>}
 */
export async function openClient() {
    const handle = startEngine(WebAssembly.compile(await core()));
    /** @type {import("../web/run/engine-client.js").Line} */
    const line = {
        sliceMs: SLICE_MS,
        send: async (request) => (await handle(request)).answer,
        close() {},
    };
    const first = { trainer: "main", settings: {}, link: { fragment: "", choices: {} }, wish: {} };
    return new EngineClient(first, { openHere: () => line, openWorker: () => line });
}

/** @returns {Promise<Buffer<ArrayBuffer>>} */
async function core() {
    try {
        return await readFile(WASM);
    } catch {
        throw new Error("build/wasm/spiral_lab.wasm is not there yet: run scripts/build first.");
    }
}
