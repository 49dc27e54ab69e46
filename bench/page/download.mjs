/** What a visitor downloads. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** The script's limit, zipped. */
export const LIMIT_BYTES = 200_000;

/** @param {Uint8Array} bytes */
export const zip = (bytes) => gzipSync(bytes, { level: 9 });

/**
 * @param {string} folder
 * @param {readonly string[]} names
 * @returns {Promise<Record<string, Buffer>>}
 */
export async function zippedFiles(folder, names) {
    const files = names.map(async (name) => [name, zip(await readFile(join(folder, name)))]);
    return Object.fromEntries(await Promise.all(files));
}

/**
 * @param {readonly import("./builds.mjs").Build[]} builds
 * @returns {import("./measures.mjs").Section}
 */
export function weigh(builds) {
    /** @param {(zipped: Record<string, Buffer>) => number} bytes */
    const samples = (bytes) => builds.map(({ zipped }) => [bytes(zipped) / 1000]);
    const unit = "kB";
    return {
        title: "download, gzip",
        measures: {
            page: {
                label: "index.html",
                unit,
                digits: 1,
                samples: samples((z) => z["index.html"].length),
            },
            script: {
                label: "spiral-lab.js",
                unit,
                digits: 1,
                limit: { most: LIMIT_BYTES / 1000 },
                samples: samples((z) => z["spiral-lab.js"].length),
            },
        },
    };
}
