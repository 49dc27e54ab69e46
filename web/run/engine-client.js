/**
 * The page's end of the line to the engine: one request in flight, the others wait their turn. The
 * first is answered on the page's thread, where a picture is made sooner than a worker has started. A
 * worker that begins in the same way answers all others; where that is refused (a strict CSP) the
 * engine stays on the page's thread, and works in slices.
 */

/** @typedef {import("../shared/protocol.js").Answers} Answers */
/** @typedef {import("../shared/protocol.js").Requests} Requests */

/**
 * A way to an engine.
 * @typedef {object} Line
 * @property {number} sliceMs how long a request may take there
 * @property {(request: import("../shared/protocol.js").Request<any>, transfer: Transferable[]) => Promise<any>} send
 * @property {() => void} close
 */

/** @typedef {{openHere(): Line, openWorker(): Line}} Lines openWorker throws where workers are refused */

export class EngineClient {
    #lines;
    /** @type {Line} */ #line;
    /** @type {Line | undefined} */ #worker;
    /** Until the line is the one that stays. @type {Promise<void> | undefined} */ #moved;
    /** @type {Promise<unknown>} */ #turn;
    #closed = false;
    #first;
    /** The answer to the first request; rejects as request() does. @type {Promise<Answers["open"]>} */
    opened;

    /** @param {Promise<Requests["open"]>} first @param {Lines} lines */
    constructor(first, lines) {
        this.#lines = lines;
        this.#line = lines.openHere();
        this.#first = first;
        this.opened = first.then((request) => this.#ask("open", request, []));
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
        const answer = this.#turn.then(async () => {
            this.#moved ??= this.#move();
            await this.#moved;
            return this.#ask(type, request, transfer);
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
            this.#worker = this.#lines.openWorker();
            const { sliceMs } = this.#worker;
            const first = { type: /** @type {const} */ ("open"), budget: sliceMs };
            await this.#worker.send({ ...first, ...(await this.#first) }, []);
            this.#line.close();
            this.#line = this.#worker;
        } catch {
            this.#worker?.close();
        }
    }

    /** @template {keyof Requests} T @param {T} type @param {Requests[T]} request @param {Transferable[]} transfer @returns {Promise<Answers[T]>} */
    async #ask(type, request, transfer) {
        if (this.#closed) throw aborted();
        return this.#line.send({ type, budget: this.#line.sliceMs, ...request }, transfer);
    }
}

/** What ends a promise whose lab is gone. */
export function aborted() {
    return new DOMException("The lab was stopped before this was done.", "AbortError");
}
