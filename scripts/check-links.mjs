#!/usr/bin/env node
/** Trains the runs of handed-in links again, and says which give the weights that they claim. */

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkLink } from "../web/element/claims.js";
import { aboutFault } from "../web/element/complaints.js";
import { linesOf } from "../web/shared/claim.js";
import { claimReasons, taskValues } from "../web/texts/explain-claim.js";
import { handIn } from "../web/texts/languages.js";
import { Localizer } from "../web/texts/localizer.js";
import { openClient } from "./core.mjs";
import { isMain } from "./main.mjs";

/**
 * verdict: "holds"; "fails: …" with the reasons; or why it cannot be told.
 * @typedef {object} Checked
 * @property {number} line of the text, counted from 1
 * @property {string} name what stands before the link
 * @property {string} verdict
 * @property {string} [task] that it was handed in for
 * @property {number} [steps] batches
 * @property {number} [accuracy] on the training samples
 * @property {number} [parameters]
 */

const HELP = `node scripts/check-links.mjs [--json] FILE

Reads links from FILE (- is standard input), one a line, each with a name before it or none, as the
page's Share dialog and its lessons give them; trains each run again, and says whether it gives what
the link claims: the weights, the accuracy, and the task of a lesson. Closes with "N hold, N do not";
exit 1 if any does not, 2 on bad use.
  --json    print one object instead of a table`;

const LIBRARY = new URL("../web/lessons/library/", import.meta.url);
const localizer = new Localizer("en");
/** What the page for teachers says. */
const page = new Localizer("en", handIn);

/** A lesson of the library. @param {string} id */
const lessonText = (id) => readFile(new URL(`${id}.json`, LIBRARY), "utf8");

/** @param {string} text @returns {Promise<Checked[]>} */
export async function checkLinks(text) {
    const client = await openClient();
    const { info } = await client.opened;
    const host = { client, info, lessonText };
    const checked = [];
    for (const { line, name, fragment } of linesOf(text)) {
        const row = fragment === undefined ? noLink : await check(fragment, host);
        checked.push({ line, name, ...row });
    }
    client.close();
    return checked;
}

const noLink = { verdict: page.t("noLink") };

/**
 * @param {string} fragment
 * @param {import("../web/element/claims.js").Host} host
 * @returns {Promise<Omit<Checked, "line" | "name">>}
 */
async function check(fragment, host) {
    const { claim, fault, found, verdict } = await checkLink(fragment, host);
    const { steps } = claim;
    if (fault) return { steps, verdict: aboutFault(localizer, page, host.info, fault) };
    if (!found || !verdict) throw new Error("A link without a fault has a verdict.");
    const { accuracy, outcome } = found;
    const reasons = claimReasons(localizer, claim, accuracy, verdict).join(" ");
    return {
        ...(verdict.task
            ? { task: page.t("task.short", taskValues(localizer, verdict.task)) }
            : {}),
        steps,
        accuracy,
        parameters: outcome.parameters,
        verdict: verdict.holds ? `holds${verdict.task ? `: ${reasons}` : ""}` : `fails: ${reasons}`,
    };
}

/** @param {Checked} checked */
function rowOf({ line, name, task, verdict, steps, accuracy, parameters }) {
    const cells = [
        String(line).padStart(5),
        (name || "-").padEnd(20),
        String(steps ?? "-").padStart(8),
        String(parameters ?? "-").padStart(10),
        (accuracy === undefined ? "-" : accuracy.toFixed(4)).padStart(8),
        task ? `${verdict} (${task})` : verdict,
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
    const text = readFileSync(file === "-" ? 0 : file, "utf8");
    if (linesOf(text).every(({ fragment }) => fragment === undefined)) {
        console.error(`${file}: There is no link in it that begins its settings with #v=.`);
        process.exitCode = 2;
        return;
    }
    const checked = await checkLinks(text);
    const hold = checked.filter(({ verdict }) => verdict.startsWith("holds")).length;
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
