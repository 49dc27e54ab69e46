/**
 * An engine with the real core under Node, and a client of it, for tests of the controller.
 */

import { readFile } from "node:fs/promises";
import { EngineClient } from "../web/run/engine-client.js";
import { fromPlain, toPlain } from "../web/shared/plain-error.js";
import { startEngine } from "../web/worker/engine.js";

/** @typedef {import("../web/run/clock.js").Clock} Clock */
/** @typedef {import("../web/run/engine-client.js").Line} Line */
/** @typedef {import("../web/shared/protocol.js").Requests} Requests */

const WASM = new URL("../build/wasm/spiral_lab.wasm", import.meta.url);

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** The core's module, compiled once. */
function core() {
    compiled ??= readFile(WASM).then((bytes) => WebAssembly.compile(bytes));
    return compiled;
}

/** Settings of a network that trains in no time. */
export const small = { points: 40, layers: [8], epochs: 4 };

export const TRAINER = "main";

/**
 * The first request.
 * @param {Partial<Requests["open"]>} [others]
 * @returns {Requests["open"]}
 */
export function opening(others) {
    const mode = /** @type {const} */ ({ kind: "regions", index: 0, layer: 0 });
    const extent = { width: 21, height: 21 };
    return {
        trainer: TRAINER,
        settings: small,
        link: { fragment: "", choices: {} },
        wish: { map: { mode, coarse: extent, fine: extent, interval: 0 }, judgement: true },
        ...others,
    };
}

/**
 * A line to an engine of its own, which carries only what postMessage can; `log` notes the types of
 * the requests.
 * @param {string[]} [log]
 * @param {Promise<WebAssembly.Module>} [wasm]
 * @returns {Line}
 */
export function line(log = [], wasm = core()) {
    const handle = startEngine(wasm);
    let closed = false;
    return {
        sliceMs: 14,
        async send(request, transfer) {
            log.push(request.type);
            // The first comes with the worker's program, as a text.
            const sent =
                request.type === "open"
                    ? JSON.parse(JSON.stringify(request))
                    : structuredClone(request, { transfer });
            await new Promise((resolve) => setImmediate(resolve));
            if (closed) throw fromPlain({ name: "AbortError", code: "", message: "closed" });
            try {
                const { answer, transfer: back } = await handle(sent);
                return structuredClone(answer, { transfer: back });
            } catch (error) {
                throw fromPlain(structuredClone(toPlain(error)));
            }
        },
        close() {
            closed = true;
        },
    };
}

/** @param {Partial<Requests["open"]>} [others] of the first request @param {string[]} [log] */
export const client = (others, log) =>
    new EngineClient(opening(others), { openHere: () => line(log), openWorker: () => line(log) });

/**
 * A screen on which each frame lasts 16 ms, however long the computer takes.
 * @returns {Clock}
 */
export function virtualClock() {
    let now = 0;
    return {
        now: () => now,
        async tick() {
            now += 16;
            await new Promise((resolve) => setImmediate(resolve));
        },
        after(work, ms) {
            const timer = setTimeout(work, ms);
            return () => clearTimeout(timer);
        },
    };
}
