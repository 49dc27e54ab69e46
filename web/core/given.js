/**
 * Judges what a caller hands in before it reaches the core's memory, where everything is a number.
 */

import { LabError } from "./lab-error.js";

/** How a sentence names a value of the wrong type. @param {unknown} value */
function typeOf(value) {
    if (value === undefined || value === null) return String(value);
    if (typeof value !== "object") return `a ${typeof value}`;
    return `an object of type ${Object.prototype.toString.call(value).slice("[object ".length, -1)}`;
}

/**
 * Throws a TypeError for anything but a list of numbers.
 * @param {ArrayLike<number>} values
 * @param {string} name
 */
export function givenNumbers(values, name) {
    /** @param {string} other */
    const refusal = (other) =>
        new TypeError(`A list of numbers is needed as ${name}, not ${other}.`);
    if (typeof values !== "object" || !Number.isInteger(values?.length))
        throw refusal(typeOf(values));
    for (let i = 0; i < values.length; i++)
        if (typeof values[i] !== "number")
            throw refusal(`one with ${typeOf(values[i])} at index ${i}`);
    return values;
}

/**
 * Throws a TypeError for a value that cannot have properties.
 * @template T
 * @param {T} value
 * @param {string} name
 */
export function givenObject(value, name) {
    if (typeof value === "object" && value !== null) return value;
    throw new TypeError(`An object is needed as ${name}, not ${typeOf(value)}.`);
}

/**
 * The bytes of a saved model, wherever in a buffer they lie. Throws LabError "file" if they are not
 * bytes.
 * @param {ArrayBuffer | ArrayBufferView} file
 */
export function givenFile(file) {
    if (ArrayBuffer.isView(file))
        return new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
    // An ArrayBuffer from another frame is an instance of another class, so its tag decides.
    if (Object.prototype.toString.call(file) === "[object ArrayBuffer]")
        return new Uint8Array(file);
    throw new LabError(
        "file",
        `An ArrayBuffer or a view of one is needed as a saved model, not ${typeOf(file)}.`,
    );
}
