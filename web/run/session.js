/**
 * The page's end of the line to the engine: one request in flight, the others wait their turn. The
 * first is answered on the page's thread, where a picture is made sooner than a worker has started. A
 * worker that begins in the same way answers all others; where that is refused (a strict CSP) the
 * engine stays on the page's thread, and works in slices.
 */

import program from "spiral-lab:worker";
import { LabError } from "../core/lab-error.js";

/** @typedef {{send(request: any, transfer: Transferable[]): Promise<any>, close(): void}} Line */

const WORKER_BUDGET = 14; // ms a slice: with the map about one frame of a 60 Hz screen
const PAGE_BUDGET = 7; // leaves the page time to draw and to listen

export class Session {
    #line = openHere();
    #budget = PAGE_BUDGET;
    /** @type {Line | undefined} */ #worker;
    /** Until the line is the one that stays. @type {Promise<void> | undefined} */ #moved;
    /** @type {Promise<unknown>} */ #turn;
    #closed = false;
    #first;
    /** The answer to the first request; rejects as request() does. @type {Promise<any>} */
    opened;

    /** @param {Promise<any>} first request */
    constructor(first) {
        this.#first = first;
        this.opened = first.then((request) => this.#ask(request));
        this.#turn = this.opened.catch(() => {});
    }

    /**
     * Rejects with a LabError when the core refuses, with an AbortError when the session is closed.
     * @param {any} request see engine.js
     * @returns {Promise<any>}
     */
    request(request) {
        const answer = this.#turn.then(async () => {
            this.#moved ??= this.#move();
            await this.#moved;
            return this.#ask(request);
        });
        this.#turn = answer.catch(() => {});
        return answer;
    }

    close() {
        this.#closed = true;
        this.#line.close();
        this.#worker?.close();
    }

    /** To a worker, if there is to be one. */
    async #move() {
        if (this.#closed) return;
        try {
            this.#worker = openWorker();
            await this.#worker.send(await this.#first, []);
            this.#line = this.#worker;
            this.#budget = WORKER_BUDGET;
        } catch {
            this.#worker?.close();
        }
    }

    /** @param {any} request */
    async #ask(request) {
        if (this.#closed) throw aborted();
        const transfer = request.recycle ? [request.recycle] : [];
        return this.#line.send({ ...request, budget: this.#budget }, transfer);
    }
}

export function aborted() {
    return new DOMException("The lab was stopped before this was done.", "AbortError");
}

/** @param {import("../worker/engine.js").PlainError} plain */
export function revive({ name, code, message, step }) {
    if (name !== "LabError") return Object.assign(new Error(message), { name });
    return Object.assign(new LabError(code, message), { step });
}

/** Throws where workers are refused; some browsers tell of that only later. @returns {Line} */
function openWorker() {
    const source = `(${program})().serve(self)`;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(url);
    let id = 0;
    /** @type {{resolve(value: any): void, reject(error: Error): void} | undefined} */
    let waiting;
    worker.addEventListener("message", ({ data }) => {
        URL.revokeObjectURL(url);
        if (data.id !== id) return;
        if (data.error) waiting?.reject(revive(data.error));
        else waiting?.resolve(data.value);
    });
    worker.addEventListener("error", (event) => {
        event.preventDefault();
        waiting?.reject(new Error(event.message));
    });
    return {
        send(request, transfer) {
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
function openHere() {
    const { plainError, startEngine } = program();
    /** @type {ReturnType<typeof startEngine> | undefined} */ let handle = startEngine();
    return {
        async send(request) {
            if (handle && request.type !== "open") await breath();
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
