/** The core's memory as typed arrays, and the errors that its calls report. */

import { LabError } from "./lab-error.js";

const SCRATCH_BYTES = 256; // holds the hidden layers, or an output pointer or size
const WORD = 4; // of a pointer or a size
export const FLOAT = 4;
export const DOUBLE = 8;

/**
 * The address of something in the core's memory, unless it was given back.
 * @param {number} address 0 once it was
 * @param {string} what
 */
export function living(address, what) {
    if (!address) throw new Error(`This ${what} was disposed of.`);
    return address;
}

/**
 * The exports of spiral_lab.wasm.
 * @typedef {Record<string, (...values: number[]) => number> & {memory: WebAssembly.Memory}} Core
 */

/** Typed access to the core's memory, whose size is fixed, so that views stay valid. */
export class Memory {
    /** @param {Core} core */
    constructor(core) {
        this.core = core;
        this.buffer = core.memory.buffer;
        this.scratch = core.malloc(SCRATCH_BYTES);
        this.settings = core.malloc(core.sl_settings_size());
        this.words = new Uint32Array(this.buffer);
        this.doubles = new Float64Array(this.buffer);
        this.bytes = new Uint8Array(this.buffer);
    }

    /** @param {number} at */
    text(at) {
        return new TextDecoder().decode(this.bytes.slice(at, this.bytes.indexOf(0, at)));
    }

    /** @param {number} at @param {number} length */
    float32(at, length) {
        return new Float32Array(this.buffer, at, length);
    }

    /** @param {number} at @param {number} length */
    float64(at, length) {
        return new Float64Array(this.buffer, at, length);
    }

    /** @param {number} at @param {number} length */
    uint8(at, length) {
        return new Uint8Array(this.buffer, at, length);
    }

    /** @param {number} at @param {number} length */
    uint32(at, length) {
        return new Uint32Array(this.buffer, at, length);
    }

    /** @param {number} status */
    error(status) {
        const { sl_status_name, sl_status_message } = this.core;
        return new LabError(
            this.text(sl_status_name(status)),
            this.text(sl_status_message(status)),
        );
    }

    /** Every status of the core comes through here. @param {number} status */
    check(status) {
        if (status !== 0) throw this.error(status);
    }

    /** A status by its name, for what JS must judge before C can. @param {string} name */
    errorNamed(name) {
        let status = this.core.sl_status_count() - 1;
        while (status > 0 && this.text(this.core.sl_status_name(status)) !== name) status--;
        return this.error(status);
    }

    /**
     * Runs `use` with arrays lent from the core's memory, and takes them back. Throws a RangeError
     * for an impossible size, which malloc would mistake for another.
     * @template T
     * @param {number[]} sizes in bytes
     * @param {(...at: number[]) => T} use
     * @returns {T}
     */
    lend(sizes, use) {
        /** @type {number[]} */
        const lent = [];
        try {
            for (const size of sizes) {
                if (!Number.isInteger(size) || size < 0)
                    throw new RangeError(`There is no array of ${size} bytes.`);
                if (size > this.buffer.byteLength) throw this.errorNamed("memory");
                const at = this.core.malloc(Math.max(size, 1));
                if (at === 0) throw this.errorNamed("memory");
                lent.push(at);
            }
            return use(...lent);
        } finally {
            for (const at of lent) this.core.free(at);
        }
    }

    /** The pointer or size that a call of the core wrote into the scratch. */
    written() {
        return this.words[this.scratch / WORD];
    }
}
