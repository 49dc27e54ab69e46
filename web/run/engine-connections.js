/** The two ways to an engine: in a worker, or on the page's own thread. */

import zipped from "spiral-lab:wasm";
import program, { text } from "spiral-lab:worker";
import { fromPlain } from "../shared/plain-error.js";
import { aborted } from "./engine-client.js";

/** @typedef {import("./engine-client.js").Line} Line */

/** Throws where workers are refused; some browsers tell of that only later. @returns {Line} */
export function openWorker() {
    const source = `(${text()})().serve(self, "${zipped}")`;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    /** @type {Worker} */ let worker;
    try {
        worker = new Worker(url);
    } catch (error) {
        URL.revokeObjectURL(url);
        throw error;
    }
    let id = 0;
    /** @type {Error | undefined} */ let broken;
    /** @type {{resolve(answer: any): void, reject(error: Error): void} | undefined} */
    let waiting;
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
    return {
        sliceMs: 14, // with the map about one frame of a 60 Hz screen
        async send(request, transfer) {
            if (broken) throw broken;
            worker.postMessage({ id: ++id, request }, transfer);
            return new Promise((resolve, reject) => {
                waiting = { resolve, reject };
            });
        },
        close() {
            worker.terminate();
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

/** Lets the page draw and listen. A message comes sooner than a timer, which browsers slow down. */
function breath() {
    return new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            port1.close();
            resolve(undefined);
        };
        port2.postMessage(0);
    });
}
