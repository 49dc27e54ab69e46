/** Tells when something that is made again and again during training is due. */

const SHARE = 4; // after something that took t ms, at least SHARE * t ms of training

export class Interval {
    #end = 0;
    #cost = 0;

    /**
     * Whether it is time again.
     * @param {number} least milliseconds between two
     * @param {{allowance?: number, times?: number}} [how] allowance: milliseconds that it may cost for
     *     nothing; times: as seldom
     */
    isDue(least, { allowance = 0, times = 1 } = {}) {
        const wait = Math.max(SHARE * this.#cost - allowance, least);
        return performance.now() - this.#end >= times * wait;
    }

    /**
     * Makes it, and counts the interval from its end.
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
