/**
 * The page's end of the line to the engine: one request in flight, the others wait their turn. The
 * engine sits in a worker; where that is refused (a strict CSP) the same engine runs on the page's
 * thread, in slices.
 */

import program from "spiral-lab:worker";
import { LabError } from "./lab-error.js";

/** @typedef {{send(request: any, transfer: Transferable[]): Promise<any>, close(): void}} Line */

const WORKER_BUDGET = 14; // ms a slice: with the map about one frame of a 60 Hz screen
const PAGE_BUDGET = 7; // leaves the page time to draw and to listen

const WORKER_SOURCE = `(${program})().serve(self)`;

export class Session {
    /** Starts at once, while the page is built. @type {Line} */ #line = openWorker();
    /** @type {Promise<unknown>} */ #turn = Promise.resolve();
    #closed = false;
    #worker = true;

    /** Milliseconds that one slice may take. */
    get budget() {
        return this.#worker ? WORKER_BUDGET : PAGE_BUDGET;
    }

    /**
     * Rejects with a LabError when the core refuses, with an AbortError when the session is closed.
     * @param {any} request see engine.js
     * @returns {Promise<any>}
     */
    request(request) {
        const answer = this.#turn.then(() => this.#ask(request));
        this.#turn = answer.catch(() => {});
        return answer;
    }

    close() {
        this.#closed = true;
        this.#line.close();
    }

    /** @param {any} request */
    async #ask(request) {
        if (this.#closed) throw aborted();
        const transfer = request.recycle ? [request.recycle] : [];
        try {
            return await this.#line.send({ ...request, budget: this.budget }, transfer);
        } catch (error) {
            if (!(error instanceof NoWorker) || this.#closed) throw error;
            // It can only be the first request: the engine has to live here.
            this.#line.close();
            this.#worker = false;
            this.#line = openHere();
            return this.#line.send({ ...request, budget: this.budget }, transfer);
        }
    }
}

/** The worker could not be started at all. */
class NoWorker extends Error {}

export function aborted() {
    return new DOMException("The lab was stopped before this was done.", "AbortError");
}

/** @param {import("./engine.js").PlainError} plain */
export function revive({ name, code, message, step }) {
    if (name !== "LabError") return Object.assign(new Error(message), { name });
    return Object.assign(new LabError(code, message), { step });
}

/** @returns {Line} */
function openWorker() {
    /** @type {Worker | undefined} */ let worker;
    let started = false;
    let refused = false;
    let id = 0;
    /** @type {{resolve(value: any): void, reject(error: Error): void} | undefined} */
    let waiting;
    const url = URL.createObjectURL(new Blob([WORKER_SOURCE], { type: "text/javascript" }));
    try {
        worker = new Worker(url);
    } catch {
        // Some browsers throw at once, some report an error later; both end in NoWorker below.
    }
    worker?.addEventListener("message", ({ data }) => {
        if (!started) URL.revokeObjectURL(url);
        started = true;
        if (data.id !== id) return;
        if (data.error) waiting?.reject(revive(data.error));
        else waiting?.resolve(data.value);
    });
    worker?.addEventListener("error", (event) => {
        event.preventDefault();
        refused = !started;
        waiting?.reject(started ? new Error(event.message) : new NoWorker());
    });
    return {
        send: (request, transfer) =>
            new Promise((resolve, reject) => {
                if (!worker || refused) return reject(new NoWorker());
                waiting = { resolve, reject };
                worker.postMessage({ id: ++id, request }, transfer);
            }),
        close() {
            worker?.terminate();
            URL.revokeObjectURL(url);
            waiting?.reject(aborted());
        },
    };
}

/** @returns {Line} */
function openHere() {
    const { plainError, startEngine } = program();
    /** @type {ReturnType<typeof startEngine> | undefined} */ let handle = startEngine();
    return {
        async send(request) {
            await breath();
            if (!handle) throw aborted();
            try {
                return await handle(request);
            } catch (error) {
                throw revive(plainError(error)); // the program has classes of its own
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
