/** Errors in a form that postMessage carries, and back. */

import { LabError } from "../core/lab-error.js";

/** @typedef {{name: string, code: string, message: string, step?: number}} PlainError */

/** @param {unknown} error @returns {PlainError} */
export function toPlain(error) {
    const { name, message, code = "", step } = /** @type {PlainError} */ (error);
    return { name, message, code, step };
}

/** @param {PlainError} plain @returns {Error} */
export function fromPlain({ name, code, message, step }) {
    if (name !== "LabError") return Object.assign(new Error(message), { name });
    return Object.assign(new LabError(code, message), { step });
}
