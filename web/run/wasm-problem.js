/** Why there is no WebAssembly. */

/** A module with one SIMD instruction. */
const SIMD = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253,
    15, 253, 98, 11,
];

/**
 * A failed start as an error whose code has a text.
 * @param {Error & {code?: unknown}} error
 * @returns {Error & {code?: string}}
 */
export function wasmProblem(error) {
    // A DOMException's code is a number.
    let code = typeof error.code === "string" ? error.code : undefined;
    if (typeof WebAssembly === "undefined") code = "noWasm";
    else if (!WebAssembly.validate(new Uint8Array(SIMD))) code = "noSimd";
    else if (error.name === "CompileError" || error.name === "EvalError") code = "wasmRefused";
    else if (error.name === "RangeError") code = "memory";
    return Object.assign(new Error(error.message, { cause: error }), { name: error.name, code });
}
