/**
 * The lab's own lessons. They are a script of their own, beside the lab's, which is loaded when they
 * are first asked for: most who open a page never ask. A page may also bring them along, by loading
 * that script itself; the offline page has it inside.
 */

import { trusted } from "../run/trusted.js";
import { scriptAddress } from "./script-address.js";

/** @typedef {import("../views/dialogs/lessons.js").Listed} Listed */

const FILE = "spiral-lab-lessons.js";
/** Under this name the script leaves a JSON array. tools/bundle.mjs writes it. */
const PLACE = Symbol.for("spiral-lab.lessons");

/** What is read once it is there. @type {Promise<readonly Listed[]> | undefined} */
let lessons;

/** The lessons as their files are; rejects where they are not to be had. */
export function libraryLessons() {
    lessons ??= load().catch((error) => {
        lessons = undefined; // it may be there the next time
        throw error;
    });
    return lessons;
}

/** @returns {Promise<readonly Listed[]>} */
async function load() {
    const { [PLACE]: present } = /** @type {any} */ (globalThis);
    if (present) return JSON.parse(present);
    if (!scriptAddress) throw new Error("The lessons are not in this page.");
    const url = trusted(new URL(FILE, scriptAddress).href);
    const script = Object.assign(document.createElement("script"), { src: url });
    try {
        await new Promise((resolve, reject) => {
            script.onload = resolve;
            script.onerror = () => reject(new Error(`${FILE} could not be loaded.`));
            document.head.append(script);
        });
    } finally {
        script.remove();
    }
    return JSON.parse(/** @type {any} */ (globalThis)[PLACE]);
}
