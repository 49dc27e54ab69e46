/**
 * The page's end of the line to the engine: one request in flight, the others wait their turn. The
 * engine sits in a worker; where that is refused (a strict CSP) the same engine runs on the page's
 * thread, in slices.
 */

import program from "spiral-lab:worker";
import { LabError } from "./lab-error.js";

/** opened: the answer to the first request, where the line itself asks it. @typedef {{opened?: Promise<any>, send(request: any, transfer: Transferable[]): Promise<any>, close(): void}} Line */

const WORKER_BUDGET = 14; // ms a slice: with the map about one frame of a 60 Hz screen
const PAGE_BUDGET = 7; // leaves the page time to draw and to listen

export class Session {
    #line;
    /** @type {Promise<unknown>} */ #turn;
    #closed = false;
    #worker = true;
    /** The answer to the first request; rejects as request() does. @type {Promise<any>} */
    opened;

    /**
     * The engine starts at once, while the page is being built.
     * @param {any} first request, which JSON can hold: it is part of the worker's script, for a message
     * would have to wait until this thread has time
     */
    constructor(first) {
        /** @type {Line} */ this.#line = openWorker({ ...first, budget: WORKER_BUDGET });
        this.opened = this.#open(first);
        this.#turn = this.opened.catch(() => {});
    }

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

    /** @param {any} first */
    async #open(first) {
        try {
            return await this.#line.opened;
        } catch (error) {
            if (!(error instanceof NoWorker) || this.#closed) throw error;
            this.#line.close();
            this.#worker = false;
            this.#line = openHere();
            return this.#ask(first);
        }
    }

    /** @param {any} request */
    async #ask(request) {
        if (this.#closed) throw aborted();
        const transfer = request.recycle ? [request.recycle] : [];
        return this.#line.send({ ...request, budget: this.budget }, transfer);
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

/** @param {any} first request @returns {Line} */
function openWorker(first) {
    /** @type {Worker | undefined} */ let worker;
    let id = 0;
    /** @type {{resolve(value: any): void, reject(error: Error): void} | undefined} */
    let waiting;
    const answer = () =>
        new Promise((resolve, reject) => {
            id++;
            waiting = { resolve, reject };
        });
    const opened = answer();
    const source = `(${program})().serve(self, ${JSON.stringify({ id, request: first })})`;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    let started = false;
    try {
        worker = new Worker(url);
    } catch {
        // Some browsers throw at once, some report an error later; both end in NoWorker.
        waiting?.reject(new NoWorker());
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
        waiting?.reject(started ? new Error(event.message) : new NoWorker());
    });
    return {
        opened,
        send(request, transfer) {
            const answered = answer();
            worker?.postMessage({ id, request }, transfer);
            return answered;
        },
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
