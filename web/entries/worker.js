/**
 * What runs the core, as one program: web/bundle.mjs makes it one function, whose text is the worker's
 * script, and which the page itself calls too.
 */

import { plainError, startEngine, transferables } from "../worker/engine.js";

export { plainError, startEngine };

/**
 * Answers the session's requests, in a worker.
 * @param {Pick<Worker, "addEventListener" | "postMessage">} scope the worker's global one
 */
export function serve(scope) {
    const handle = startEngine();
    scope.addEventListener("message", async (event) => {
        const { id, request } = /** @type {MessageEvent} */ (event).data;
        try {
            const value = await handle(request);
            scope.postMessage({ id, value }, transferables(value));
        } catch (error) {
            scope.postMessage({ id, error: plainError(error) }, []);
        }
    });
}
