/** The two ways to an engine: in a worker, or on the page's own thread. */

import zipped from "spiral-lab:wasm";
import program, { text } from "spiral-lab:worker";
import { fromPlain } from "../shared/plain-error.js";
import { breath } from "./clock.js";
import { aborted } from "./engine-client.js";
import { trusted } from "./trusted.js";

/** @typedef {import("./engine-client.js").Line} Line */

/**
 * A worker. Its script contains the first request, since a message would wait until the page's
 * thread has nothing else to do. NaN becomes null there; the core refuses either.
 * @returns {Line}
 */
export function openWorker() {
    /** @type {Worker | undefined} */ let worker;
    let url = "";
    let id = 0;
    /** @type {Error | undefined} */ let broken;
    /** @type {{resolve(answer: any): void, reject(error: Error): void} | undefined} */
    let waiting;
    /**
     * Throws where workers are refused; some browsers report that only later.
     * @param {object} first
     */
    const start = (first) => {
        const source = `(${text()})().serve(self, "${zipped}", ${JSON.stringify(first)})`;
        url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
        worker = new Worker(trusted(url));
        worker.addEventListener("message", ({ data }) => {
            URL.revokeObjectURL(url);
            if (data.id !== id) return;
            if (data.error) waiting?.reject(fromPlain(data.error));
            else waiting?.resolve(data.answer);
        });
        worker.addEventListener("error", (event) => {
            event.preventDefault();
            broken = new Error(event.message);
            waiting?.reject(broken);
        });
    };
    return {
        sliceMs: 14, // with the map about one frame of a 60 Hz screen
        async send(request, transfer) {
            if (broken) throw broken;
            const message = { id: ++id, request };
            if (worker) worker.postMessage(message, transfer);
            else start(message);
            return new Promise((resolve, reject) => {
                waiting = { resolve, reject };
            });
        },
        close() {
            worker?.terminate();
            URL.revokeObjectURL(url);
            waiting?.reject(aborted());
        },
    };
}

/** @returns {Line} */
export function openHere() {
    const { startEngine, toPlain } = program();
    /** @type {ReturnType<typeof startEngine> | undefined} */ let handle = startEngine(zipped);
    return {
        sliceMs: 7, // leaves the page time to draw and to listen
        async send(request) {
            if (handle && request.type !== "open") await breath();
            if (!handle) throw aborted();
            try {
                const { answer } = await handle(request);
                return answer;
            } catch (error) {
                throw fromPlain(toPlain(error)); // the program has classes of its own
            }
        },
        close() {
            handle = undefined;
        },
    };
}
