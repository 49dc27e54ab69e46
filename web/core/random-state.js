/** NumPy's random numbers, from the core. */

import { FLOAT, living } from "./memory.js";

/** @typedef {import("./memory.js").Memory} Memory */

/** numpy.random.RandomState, draw for draw; `dispose` it when it is no longer needed. */
export class RandomState {
    #memory;
    #address;

    /** @param {Memory} memory @param {number} seed */
    constructor(memory, seed) {
        if (!(seed >= 0 && seed <= 0xffffffff && Number.isInteger(seed)))
            throw memory.errorNamed("seed");
        this.#memory = memory;
        this.#address = memory.core.malloc(memory.core.sl_random_size());
        if (this.#address === 0) throw memory.errorNamed("memory");
        memory.core.sl_random_seed(this.#address, seed);
    }

    randomSample() {
        return this.#memory.core.sl_random_sample(this.#at);
    }

    randn() {
        return this.#memory.core.sl_random_randn(this.#at);
    }

    /** @param {number} low @param {number} high */
    uniform(low, high) {
        return this.#memory.core.sl_random_uniform(this.#at, low, high);
    }

    /** @param {number} n @returns {Int32Array} */
    permutation(n) {
        if (!(Number.isInteger(n) && n >= 0))
            throw new RangeError(`There is no permutation of ${n} numbers.`);
        return this.#memory.lend([n * FLOAT], (out) => {
            this.#memory.core.sl_random_permutation(this.#at, out, n);
            return new Int32Array(this.#memory.buffer, out, n).slice();
        });
    }

    dispose() {
        this.#memory.core.free(this.#address);
        this.#address = 0;
    }

    get #at() {
        return living(this.#address, "random state");
    }
}
