/** The exported Python scripts, run in Keras 3 and, unchanged, in Keras 2. */

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { exported } from "../../web/texts/exported.js";
import { kerasScript } from "../../web/worker/keras-script.js";
import { expect, expectNear, expectSame } from "./compare.mjs";
import { python, WORK } from "./python.mjs";
import { scriptCases } from "./script-cases.mjs";

/** @typedef {import("../../web/core/lab.js").Lab} Lab */
/** @typedef {any} Json */

/** @typedef {import("./script-cases.mjs").Kind} Kind */

/**
 * How far Keras's losses and accuracies may be from the page's in these few epochs; rounding alone
 * parts them, and the script has six digits of the page's.
 */
const APART = 1e-4;

/**
 * @typedef {object} Script
 * @property {string} name
 * @property {string} file that Python names where something fails
 * @property {Kind} kind
 * @property {import("../../web/core/settings.js").Settings} settings
 * @property {number} classes
 * @property {string} text
 * @property {string} language
 * @property {"" | "weights" | "settings"} damaged what was made wrong in it, and must be noticed
 */

const LANGUAGES = /** @type {const} */ (["en", "zh-Hant"]); // by turns

/** @param {Lab} lab @returns {Script[]} */
function writeScripts(lab) {
    /** @type {Script[]} */
    const scripts = [];
    for (const { name, kind, model } of scriptCases(lab)) {
        const { settings, classes } = model;
        const language = LANGUAGES[scripts.length % LANGUAGES.length];
        const text = kerasScript(model, {
            texts: exported[language],
            weights: kind === "weights",
        });
        const script = { name, file: `${name}.py`, kind, settings, classes, text, language };
        scripts.push({ ...script, damaged: "" });
        if (name === "adam, weights") {
            const other = damageWeights(text, model.weights());
            scripts.push({
                ...script,
                name: `${name}: a wrong one`,
                text: other,
                damaged: "weights",
            });
        }
        if (name === "adam, trained") {
            const other = text.replace("learning_rate=0.01,", "learning_rate=0.011,");
            scripts.push({ ...script, name: `${name}: wrongly`, text: other, damaged: "settings" });
        }
        model.dispose();
    }
    return scripts;
}

/** One bias of the output, wherever the script has the weights. @param {string} text @param {Float32Array} weights */
function damageWeights(text, weights) {
    const base64 = () => Buffer.from(weights.buffer).toString("base64");
    const whole = [...base64()].map((c) => (c === "+" || c === "/" ? `\\${c}` : c));
    const broken = new RegExp(whole.join("\\s*")); // over several lines
    weights[weights.length - 1] += 0.5;
    if (!broken.test(text)) throw new Error("The weights to damage are not in the script.");
    return text.replace(broken, base64());
}

/**
 * What the self-check of a script prints or ends with, up to the number in it.
 * @param {Script} script
 * @param {"print.same" | "print.other"} key
 */
const sentence = ({ language }, key) =>
    exported[/** @type {keyof typeof exported} */ (language)][key].split("{")[0];

/** @param {Script} script @param {Json} result */
function checkScript(script, result) {
    const { error, printed } = result;
    if (script.damaged === "weights") {
        expect(error.includes(sentence(script, "print.other")), `not noticed: ${error}${printed}`);
        return;
    }
    expect(error === "", `${error}\n${printed.slice(-1000)}`);
    const differences = result.other_model.join("; ");
    if (script.damaged === "settings") {
        const noticed = /^model\.optimizer\.learning_rate: 0\.011 instead of 0\.01$/;
        expect(noticed.test(differences), `the rate was not noticed: ${differences}`);
        expect(failure(() => checkHistory(script, result)) !== "", "the history was not noticed");
        return;
    }
    expect(differences === "", `its model is not what the settings say: ${differences}`);
    if (script.kind === "weights")
        expect(printed.includes(sentence(script, "print.same")), `no check: ${printed}`);
    if (script.kind === "trained") checkHistory(script, result);
}

/** What a check says, if it fails. @param {() => void} check */
function failure(check) {
    try {
        check();
        return "";
    } catch (error) {
        return /** @type {Error} */ (error).message;
    }
}

/** Keras has trained the page's very run. @param {Script} script @param {Json} result */
function checkHistory({ settings }, { page, keras }) {
    for (const [name, values] of Object.entries(page)) {
        expectSame(`${name}, epochs`, keras[name].length, values.length);
        if (settings.dropout && settings.layers.length) continue; // its masks are Keras's own
        expectNear(`${name} of each epoch`, keras[name], values, APART);
    }
}

/** Both, as Python packages. */
const FLAVOURS = /** @type {const} */ ({ keras: "Keras 3", tf_keras: "Keras 2 (tf-keras)" });

/** @param {"keras" | "tf_keras"} flavour */
const answerOf = (flavour) => path.join(WORK, `scripts-${flavour}.json`);

/**
 * Runs them all, in one process for each Keras.
 * @param {Lab} lab
 * @returns {Promise<import("./main.mjs").Check>}
 */
export async function runScripts(lab) {
    const scripts = writeScripts(lab);
    const file = path.join(WORK, "scripts.json");
    await writeFile(file, JSON.stringify(scripts));
    await Promise.all(
        /** @type {const} */ (["keras", "tf_keras"]).map((flavour) =>
            python(["run_scripts.py", flavour, file, answerOf(flavour)]),
        ),
    );
    return (hold) => checkScripts(scripts, hold);
}

/** @param {Script[]} scripts @param {import("./main.mjs").Hold} hold */
async function checkScripts(scripts, hold) {
    for (const flavour of /** @type {const} */ (["keras", "tf_keras"])) {
        const { version, answers } = JSON.parse(await readFile(answerOf(flavour), "utf8"));
        console.log(`\n== ${scripts.length} exported scripts in ${FLAVOURS[flavour]}, ${version}`);
        scripts.forEach((script, i) => {
            hold(script.name, () => checkScript(script, answers[i]));
        });
    }
}
