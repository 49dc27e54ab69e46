/**
 * The page's end of the line to the engine: one request is in flight, and the others wait their
 * turn. A worker answers them, which starts while the page is built; where workers are refused (a
 * strict CSP) the engine runs on the page's own thread, in slices.
 */

/** @typedef {import("../shared/protocol.js").Answers} Answers */
/** @typedef {import("../shared/protocol.js").Requests} Requests */

/**
 * A way to an engine.
 * @typedef {object} Line
 * @property {number} sliceMs how long a request may take there
 * @property {(request: import("../shared/protocol.js").Request<any>, transfer: Transferable[]) =>
 *     Promise<any>} send
 * @property {() => void} close
 */

/**
 * @typedef {{openHere(): Line, openWorker(): Line}} Lines where workers are refused, the first
 *     request to one rejects
 */

export class EngineClient {
    #lines;
    /** @type {Line | undefined} */ #line;
    /** @type {Promise<unknown>} */ #turn;
    #closed = false;
    /**
     * The answer to the first request; rejects as request() does.
     * @type {Promise<Answers["open"]>}
     */
    opened;

    /** @param {Requests["open"]} first @param {Lines} lines */
    constructor(first, lines) {
        this.#lines = lines;
        this.#line = lines.openWorker();
        this.opened = this.#open(first);
        this.#turn = this.opened.catch(() => {});
    }

    /**
     * Rejects with a LabError when the core refuses, with an AbortError when the client is closed.
     * @template {Exclude<keyof Requests, "open">} T
     * @param {T} type
     * @param {Requests[T]} request
     * @param {Transferable[]} [transfer] buffers of the request that the engine takes over
     * @returns {Promise<Answers[T]>}
     */
    request(type, request, transfer = []) {
        const answer = this.#turn.then(() => this.#ask(type, request, transfer));
        this.#turn = answer.catch(() => {});
        return answer;
    }

    close() {
        this.#closed = true;
        this.#line?.close();
    }

    /** @param {Requests["open"]} request */
    async #open(request) {
        try {
            return await this.#ask("open", request, []);
        } catch (error) {
            if (this.#closed) throw error;
            // The worker was refused. What is wrong with the core is wrong here as well.
            this.#line?.close();
            this.#line = this.#lines.openHere();
            return this.#ask("open", request, []);
        }
    }

    /**
     * @template {keyof Requests} T
     * @param {T} type
     * @param {Requests[T]} request
     * @param {Transferable[]} transfer
     * @returns {Promise<Answers[T]>}
     */
    async #ask(type, request, transfer) {
        if (this.#closed || !this.#line) throw aborted();
        return this.#line.send({ type, budget: this.#line.sliceMs, ...request }, transfer);
    }
}

/** The error of a promise whose lab is gone. */
export function aborted() {
    return new DOMException("The lab was stopped before this was done.", "AbortError");
}
