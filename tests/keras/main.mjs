/**
 * What scripts/keras does once everything is installed: asks the real Keras and scikit-learn, and
 * holds the core, the exported scripts and what is on record against their answers.
 */

import { mkdir, rm } from "node:fs/promises";
import { loadLab } from "../../scripts/core.mjs";
import { executeNotebooks } from "./notebooks.mjs";
import { askForNumbers } from "./numbers.mjs";
import { WORK } from "./python.mjs";
import { runScripts } from "./scripts.mjs";

/** Counts a check as passed, or as failed if it throws. @typedef {typeof hold} Hold */
/** Holds against the answers what they are for. @typedef {(hold: Hold) => Promise<void>} Check */

const counts = { passed: 0, failed: 0 };

/** @param {string} name @param {() => void} check */
function hold(name, check) {
    try {
        check();
        counts.passed++;
    } catch (error) {
        counts.failed++;
        console.log(`FAILED  ${name}: ${/** @type {Error} */ (error).message}`);
    }
}

const lab = await loadLab();
await rm(WORK, { recursive: true, force: true });
await mkdir(WORK, { recursive: true });

console.log("Asking real Keras and scikit-learn, which takes some minutes ...");
// Each asks in processes of its own, at the same time as the others, and may fail by itself.
const asked = await Promise.allSettled([
    askForNumbers(lab, process.argv.includes("--record")),
    runScripts(lab),
    executeNotebooks(lab),
]);
for (const answer of asked) {
    if (answer.status === "fulfilled") await answer.value(hold);
    else
        hold("Python", () => {
            throw answer.reason;
        });
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;
