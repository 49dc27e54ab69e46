/**
 * The program that runs the core. The build makes it one function. Its text is the worker's script;
 * where there is no worker, the page calls it.
 */

import { unzip } from "../core/unzip.js";
import { toPlain } from "../shared/plain-error.js";
import { startEngine as startWith } from "../worker/engine.js";

export { toPlain };

/** @param {string} zipped the core, gzip in base64 */
export const startEngine = (zipped) => startWith(unzip(zipped));

/** @typedef {{id: number, request: import("../shared/protocol.js").Request<any>}} Message */

/**
 * Answers the page's requests in a worker.
 * @param {Pick<Worker, "addEventListener" | "postMessage">} scope the worker's global scope
 * @param {string} zipped the core, gzip in base64
 * @param {Message} first
 */
export function serve(scope, zipped, first) {
    const handle = startEngine(zipped);
    /** @param {Message} message */
    const answer = async ({ id, request }) => {
        try {
            const { answer, transfer } = await handle(request);
            scope.postMessage({ id, answer }, transfer);
        } catch (error) {
            scope.postMessage({ id, error: toPlain(error) }, []);
        }
    };
    scope.addEventListener("message", (event) => answer(/** @type {MessageEvent} */ (event).data));
    answer(first);
}
