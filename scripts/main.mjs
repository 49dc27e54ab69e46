/** Tells whether a person has called a script, since some are also imported. */

import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * A symbolic link to the script counts as well.
 * @param {string} url import.meta.url of the script
 */
export function isMain(url) {
    try {
        return realpathSync(process.argv[1]) === fileURLToPath(url);
    } catch {
        return false; // no file was called
    }
}
