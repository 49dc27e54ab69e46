#!/usr/bin/env node
/** Trains the runs of handed-in links again, and says which give the weights that they claim. */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { LabError } from "../web/core/lab-error.js";
import { options } from "../web/element/options.js";
import { claimHolds, linksIn } from "../web/shared/claim.js";
import { readLink } from "../web/shared/link.js";
import { visible } from "../web/shared/odd-text.js";
import { loadLab } from "./core.mjs";
import { isMain } from "./main.mjs";

/** @typedef {import("../web/core/lab.js").Lab} Lab */
/**
 * verdict: "holds", "fails", or why it cannot be told.
 * @typedef {object} Checked
 * @property {number} line of the text, counted from 1
 * @property {string} name what stands before the link
 * @property {string} verdict
 * @property {number} [steps] batches
 * @property {number} [accuracy] on the training samples
 * @property {number} [parameters]
 */

const HELP = `node scripts/check-links.mjs [--json] FILE

Reads links from FILE (- is standard input), one a line, each with a name before it or none, as the
page's Share dialog gives them; trains each run again, and says whether its weights are those that
the link claims. Closes with "N hold, N do not"; exit 1 if any does not, 2 on bad use.
  --json    print one object instead of a table`;

/** @param {Lab} lab @param {string} text @returns {Checked[]} */
export const checkLinks = (lab, text) =>
    linksIn(text).map(({ line, name, fragment }) => ({ line, name, ...check(lab, fragment) }));

/** @param {Lab} lab @param {string} fragment @returns {Omit<Checked, "line" | "name">} */
function check(lab, fragment) {
    const { settings, view, problems } = readLink(fragment, lab, options);
    const [problem] = problems;
    if (problem) return { verdict: `cannot be read: ${problem.key}=${visible(problem.text)}` };
    const steps = Number(view.steps);
    if (steps === 0) return { verdict: "has no steps: nothing was trained" };
    if (view.checksum === "") return { steps, verdict: "has no checksum" };
    try {
        const model = lab.createModel(settings, lab.makeData(settings));
        model.train(steps);
        const { accuracy } = model.evaluate();
        const verdict = claimHolds(view.checksum, model.weightsSha256()) ? "holds" : "fails";
        const { parameters } = model;
        model.dispose();
        return { steps, accuracy, parameters, verdict };
    } catch (error) {
        if (error instanceof LabError) return { steps, verdict: `fails: ${error.message}` };
        throw error;
    }
}

/** @param {Checked} checked */
function rowOf({ line, name, verdict, steps, accuracy, parameters }) {
    const cells = [
        String(line).padStart(5),
        (name || "-").padEnd(20),
        String(steps ?? "-").padStart(8),
        String(parameters ?? "-").padStart(10),
        (accuracy === undefined ? "-" : accuracy.toFixed(4)).padStart(8),
        verdict,
    ];
    return cells.join("  ");
}

/** Flags and file, or nothing after a sentence on bad use. */
function readArguments() {
    try {
        return parseArgs({
            options: { json: { type: "boolean" }, help: { type: "boolean" } },
            allowPositionals: true,
        });
    } catch (error) {
        console.error(/** @type {Error} */ (error).message.split("\n")[0]);
        return undefined;
    }
}

async function main() {
    const given = readArguments();
    if (given?.values.help) {
        console.log(HELP);
        return;
    }
    const [file, ...more] = given?.positionals ?? [];
    if (!given || !file || more.length) {
        if (given) console.error("One file of links is needed; --help says more.");
        process.exitCode = 2;
        return;
    }
    const checked = checkLinks(await loadLab(), readFileSync(file === "-" ? 0 : file, "utf8"));
    if (checked.length === 0) {
        console.error(`${file}: There is no link in it that begins its settings with #v=.`);
        process.exitCode = 2;
        return;
    }
    const hold = checked.filter(({ verdict }) => verdict === "holds").length;
    if (given.values.json) {
        console.log(JSON.stringify({ links: checked }, null, 4));
    } else {
        const head = [" line", "name".padEnd(20), " batches", "parameters", "accuracy", "result"];
        console.log([head.join("  "), ...checked.map(rowOf)].join("\n"));
        console.log(`${hold} hold, ${checked.length - hold} do not`);
    }
    process.exitCode = hold === checked.length ? 0 : 1;
}

if (isMain(import.meta.url)) {
    await main().catch((error) => {
        console.error(error.message);
        process.exitCode = 2;
    });
}
