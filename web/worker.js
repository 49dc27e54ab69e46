/** The worker's whole script: answers the session's requests with an engine. */

import { plainError, startEngine, transferables } from "./engine.js";

const handle = startEngine();

/** The worker's global scope; TypeScript would take it for a window. */
const scope = /** @type {{postMessage(message: unknown, transfer: Transferable[]): void}} */ (
    /** @type {unknown} */ (self)
);

self.addEventListener("message", async ({ data: { id, request } }) => {
    try {
        const value = await handle(request);
        scope.postMessage({ id, value }, transferables(value));
    } catch (error) {
        scope.postMessage({ id, error: plainError(error) }, []);
    }
});
