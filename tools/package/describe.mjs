/**
 * Writes the npm package's descriptions for tools: dist/types for TypeScript, and
 * dist/custom-elements.json for editors. Types come from the JSDoc, by way of build/types.
 */

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createLab } from "../../web/core/lab.js";
import { attributesOf } from "./attributes.mjs";
import { readDeclarations } from "./declarations.mjs";
import { elementManifest } from "./element-manifest.mjs";
import { elementTypes } from "./element-types.mjs";

/** The declarations that users can import; those that they refer to come along. */
const PUBLIC = ["entries/package.d.ts", "element/element.d.ts", "element/events.d.ts"];

/**
 * These files, and all that they refer to.
 * @param {string} folder
 * @param {readonly string[]} names
 */
async function withReferences(folder, names) {
    const found = new Set(names);
    for (const name of found) {
        const text = await readFile(join(folder, name), "utf8");
        for (const [, path] of text.matchAll(/(?:\bimport\(|\bfrom )"(\.[^"]+)\.js"/g))
            found.add(join(dirname(name), `${path}.d.ts`));
    }
    return found;
}

/**
 * @param {object} options
 * @param {string} options.wasmPath spiral_lab.wasm
 * @param {string} options.declarations the folder that tsconfig.types.json writes
 * @param {string} options.outDir
 */
export async function describe({ wasmPath, declarations, outDir }) {
    const lab = await createLab(await readFile(wasmPath));
    const attributes = attributesOf(lab);
    const { members, events } = await readDeclarations(resolve(declarations));
    const types = join(outDir, "types");
    // a renamed file must not stay under its old name
    await rm(types, { recursive: true, force: true });
    for (const name of await withReferences(declarations, PUBLIC)) {
        await mkdir(dirname(join(types, name)), { recursive: true });
        await copyFile(join(declarations, name), join(types, name));
    }
    await writeFile(join(types, "entries/element.d.ts"), elementTypes(attributes));
    const manifest = JSON.stringify(elementManifest({ attributes, members, events }), null, 4);
    await writeFile(join(outDir, "custom-elements.json"), `${manifest}\n`);
}
