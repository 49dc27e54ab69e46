/**
 * Scripts beside the lab's own, for what few ask for; each is loaded when it is first asked for, and
 * leaves something under a symbol. A page may also bring one along, by loading it itself; the offline
 * page has them inside.
 */

import { trusted } from "../run/trusted.js";
import { scriptAddress } from "./script-address.js";

/**
 * What a script leaves; where that is not to be had, the returned function rejects with an error
 * whose code is the name.
 * @param {string} name of the symbol, and in the file's name: spiral-lab-{name}.js
 * @returns {() => Promise<any>}
 */
export function beside(name) {
    /** What is read once it is there. @type {Promise<any> | undefined} */
    let found;
    return () => {
        found ??= load(name).catch(({ message }) => {
            found = undefined; // it may be there the next time
            throw Object.assign(new Error(message), { code: name });
        });
        return found;
    };
}

/** @param {string} name */
async function load(name) {
    const place = Symbol.for(`spiral-lab.${name}`);
    const read = () => /** @type {any} */ (globalThis)[place];
    if (read()) return read();
    const file = `spiral-lab-${name}.js`;
    if (!scriptAddress) throw new Error(`${file} is not in this page.`);
    const url = trusted(new URL(file, scriptAddress).href);
    const script = Object.assign(document.createElement("script"), { src: url });
    await new Promise((resolve) => {
        script.onload = resolve;
        script.onerror = resolve;
        document.head.append(script);
    });
    script.remove();
    // Some servers answer with a page where there is no such file.
    if (!read()) throw new Error(`${file} could not be loaded.`);
    return read();
}
