/** Checks the links of a class, several side by side, each in an engine of its own. */

import { checkLink } from "./claims.js";

/** @typedef {import("../run/engine-client.js").EngineClient} EngineClient */
/** @typedef {import("../shared/claim.js").Line} Line */
/** @typedef {import("./claims.js").Checked} Checked */

/**
 * @typedef {object} Host
 * @property {() => EngineClient} open an engine
 * @property {(source: string) => Promise<string>} lessonText see lesson-source.js
 * @property {number} engines at most
 * @property {number} limitMs how long one link may take
 * @property {() => number} now milliseconds
 */

/**
 * @typedef {object} Listener
 * @property {(index: number, checked: Checked) => void} result of a line with a link
 * @property {(share: number) => void} progress of all, from 0 to 1
 */

export class ClassCheck {
    #host;
    #listener;
    #cancelled = false;
    /** @type {EngineClient[]} */ #clients = [];
    /** How much of each line is done, from 0 to 1. @type {number[]} */ #shares = [];

    /** @param {Host} host @param {Listener} listener */
    constructor(host, listener) {
        this.#host = host;
        this.#listener = listener;
    }

    /** Resolves when all are checked, or it is cancelled. @param {readonly Line[]} lines */
    async run(lines) {
        this.#shares = lines.map(({ fragment }) => Number(fragment === undefined));
        const queue = lines.keys();
        const links = this.#shares.filter((share) => share < 1).length;
        const many = Math.min(this.#host.engines, links);
        try {
            await Promise.all(Array.from({ length: many }, () => this.#work(lines, queue)));
        } catch (error) {
            if (!this.#cancelled) throw error;
        } finally {
            for (const client of this.#clients) client.close();
        }
    }

    /** What is not checked yet will not be. */
    cancel() {
        this.#cancelled = true;
        for (const client of this.#clients) client.close();
    }

    /**
     * Checks one line of the queue after the other.
     * @param {readonly Line[]} lines
     * @param {Iterator<number>} queue of their indices, which others take from too
     */
    async #work(lines, queue) {
        const { open, lessonText, limitMs, now } = this.#host;
        const client = open();
        this.#clients.push(client);
        const { info } = await client.opened;
        for (let next = queue.next(); !next.done && !this.#cancelled; next = queue.next()) {
            const index = next.value;
            const { fragment } = lines[index];
            if (fragment === undefined) continue;
            const end = now() + limitMs;
            const goOn = (/** @type {number} */ done, /** @type {number} */ steps) => {
                this.#advance(index, done / steps);
                return now() < end;
            };
            const checked = await checkLink(fragment, { client, info, lessonText }, goOn);
            if (this.#cancelled) return;
            this.#advance(index, 1);
            this.#listener.result(index, checked);
        }
    }

    /** @param {number} index @param {number} share */
    #advance(index, share) {
        this.#shares[index] = share;
        const sum = this.#shares.reduce((a, b) => a + b, 0);
        this.#listener.progress(sum / this.#shares.length);
    }
}
