/**
 * What tools/bundle.mjs makes of web/entries/worker.js and all it needs: one function, which refers to
 * nothing outside itself.
 */

declare module "spiral-lab:worker" {
    export default function program(): typeof import("./worker.js");
    /** As text, for a worker. */
    export function text(): string;
}
