/** Decides when something that is made again and again during training is due. */

const SHARE = 4; // after something that took t ms, at least SHARE * t ms of training

export class Interval {
    #end = 0;
    #cost = 0;

    /**
     * Whether it is due again.
     * @param {number} least milliseconds between two
     * @param {{allowance?: number, times?: number}} [how] allowance: milliseconds that it may take
     *     free of charge; times: factor by which it is made less often
     */
    isDue(least, { allowance = 0, times = 1 } = {}) {
        const wait = Math.max(SHARE * this.#cost - allowance, least);
        return performance.now() - this.#end >= times * wait;
    }

    /**
     * Makes it, and starts the next interval at its end.
     * @template T
     * @param {() => T} make
     * @returns {T}
     */
    run(make) {
        const start = performance.now();
        const result = make();
        this.#end = performance.now();
        this.#cost = this.#end - start;
        return result;
    }
}
