/** What tools/bundle.mjs puts in the place of imports that are not JavaScript. */

declare module "*.css" {
    const text: string;
    export default text;
}

/** spiral_lab.wasm, zipped, in base64. */
declare module "spiral-lab:wasm" {
    const text: string;
    export default text;
}
