/** The core's numbers, and those on record, against what the real ones give. */

import { copyFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { metCases, RATE } from "./callback-cases.mjs";
import { subjects } from "./checks.mjs";
import { expect } from "./compare.mjs";
import { python, ROOT, WORK } from "./python.mjs";
import { changes } from "./record.mjs";
import { beginning, SNAPSHOTS, STEPS, stepCases } from "./step-cases.mjs";
import { pointsOf, tableCases, trainOn } from "./table-cases.mjs";

/** @typedef {import("../../web/core/lab.js").Lab} Lab */
/** @typedef {any} Json */

const RECORD = path.join(ROOT, "tests/data/keras");

/** @param {string} file @returns {Promise<Json>} */
const readJson = async (file) => JSON.parse(await readFile(file, "utf8"));

/** What the core is asked, for the real ones to be asked the same. @param {Lab} lab */
function request(lab) {
    const cases = stepCases.map(({ name, settings: partial }) => {
        const { settings, data, model, start } = beginning(lab, partial);
        model.dispose();
        const { classes, x, y } = data;
        return { name, partial, settings, classes, x: [...x], y: [...y], start };
    });
    return {
        steps: { steps: STEPS, snapshots: SNAPSHOTS, cases },
        callbacks: { defaults: { ...lab.defaults, learningRate: RATE }, cases: metCases(lab) },
        tables: tableCases.map((asked) => {
            const points = pointsOf(asked);
            const model = trainOn(lab, points);
            const prediction = [...model.predict(points.x)];
            model.dispose();
            return { ...asked, ...points, x: [...points.x], y: [...points.y], prediction };
        }),
    };
}

/**
 * Has the answers written to build/keras, a file a subject.
 * @param {Lab} lab
 * @param {boolean} recording whether they go on record, instead of being held against what is
 * @returns {Promise<import("./main.mjs").Check>}
 */
export async function askForNumbers(lab, recording) {
    const asked = path.join(WORK, "request.json");
    await writeFile(asked, JSON.stringify(request(lab)));
    await python(["record.py", asked, WORK]);
    return (hold) => checkNumbers(lab, hold, recording);
}

/** @param {Lab} lab @param {import("./main.mjs").Hold} hold @param {boolean} recording */
async function checkNumbers(lab, hold, recording) {
    console.log("\n== The core's numbers");
    for (const [subject, { check, nameOf }] of Object.entries(subjects)) {
        const given = path.join(WORK, `${subject}.json`);
        const onRecord = path.join(RECORD, `${subject}.json`);
        const { versions, cases } = await readJson(given);
        const names = Object.entries(versions).map((pair) => pair.join(" "));
        console.log(`${subject}: ${cases.length} cases by ${names.join(", ")}`);
        cases.forEach((/** @type {Json} */ expected, /** @type {number} */ i) => {
            hold(nameOf(expected, i), () => check(lab, expected));
        });
        if (recording) {
            await copyFile(given, onRecord);
            continue;
        }
        const recorded = await readJson(onRecord).catch(() => null);
        hold(`tests/data/keras/${subject}.json`, () => {
            expect(recorded !== null, "is not there, or no JSON; --record writes it.");
            const found = changes(recorded, { versions, cases });
            expect(
                found.length === 0,
                `is no longer what they give; --record writes it anew.\n  ${found.join("\n  ")}`,
            );
        });
    }
}
