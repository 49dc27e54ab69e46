/**
 * What web/bundle.mjs makes of web/worker.js and all it needs: one function, which refers to
 * nothing outside itself.
 */

declare module "spiral-lab:worker" {
    export default function program(): typeof import("./worker.js");
}
