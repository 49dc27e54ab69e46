/** What web/bundle.mjs puts in the place of imports that are not JavaScript. */

declare module "*.css" {
    const text: string;
    export default text;
}

/** spiral_lab.wasm, zipped. */
declare module "spiral-lab:wasm" {
    const bytes: Uint8Array<ArrayBuffer>;
    export default bytes;
}

declare module "spiral-lab:worker" {
    const source: string;
    export default source;
}
