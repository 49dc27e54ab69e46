/** Which script a person has called: some are imported too. */

import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Also through a symbolic link. @param {string} url import.meta.url of the script */
export function isMain(url) {
    try {
        return realpathSync(process.argv[1]) === fileURLToPath(url);
    } catch {
        return false; // no file was called
    }
}
