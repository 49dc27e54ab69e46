#!/usr/bin/env node
/** The article run in a terminal: Keras's lines, then scikit-learn's report. */

import { parseArgs } from "node:util";
import { sha256Hex } from "../web/lab.js";
import { metric, progressLine, timePerStep } from "../web/progress-line.js";
import { loadLab } from "./core.mjs";

/** @typedef {import("../web/lab.js").Lab} Lab */
/** @typedef {import("../web/lab.js").Model} Model */
/** @typedef {import("../web/lab.js").Settings} Settings */

const BAD_INPUT = 2; // exit code

/** @type {Record<string, string>} */
const MEANINGS = {
    classes: "spiral arms",
    points: "points a class",
    noise: "standard deviation of the angle, in radians",
    turn: "angle that one arm sweeps, in radians",
    "data-seed": "RandomState seed of the data",
    activation: "of the hidden layers",
    initializer: "of the kernels",
    optimizer: "update rule",
    "learning-rate": "step size",
    "batch-size": "samples a step",
    epochs: "passes over the data",
    seed: "RandomState seed of weights and batch order",
};

/** @param {string} camel */
const flagOf = (camel) => camel.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @param {string} camel */
const snakeCase = (camel) => flagOf(camel).replaceAll("-", "_");

/** @param {Lab} lab */
function help(lab) {
    const rows = lab.settings.map(({ name, kind, initial, minimum, maximum, choices }) => {
        const range = kind === "choice" ? choices.join(" | ") : `${minimum} to ${maximum}`;
        return [`--${flagOf(name)} ${initial}`, `${MEANINGS[flagOf(name)]} (${range})`];
    });
    rows.push(
        [`--layers ${lab.defaults.layers}`, "units of the hidden layers; none: softmax regression"],
        ["--verbose 1", "0: no training lines, 1: progress bar, 2: one line an epoch"],
        ["--json", "print one JSON object instead"],
        ["--help", "print this"],
    );
    const width = Math.max(...rows.map(([flag]) => flag.length));
    return [
        "node scripts/train.mjs [flags]: trains a spiral classifier in the terminal.",
        "The values shown are the defaults: the tutorial's run.",
        "",
        ...rows.map(([flag, meaning]) => `  ${flag.padEnd(width)}  ${meaning}`),
    ].join("\n");
}

/** One sentence on stderr, and out. @param {string} sentence @returns {never} */
function refuse(sentence) {
    process.stderr.write(`${sentence}\n`);
    process.exit(BAD_INPUT);
}

/** Stricter than Number(): "" and "0x10" are not numbers here. @param {string} text */
function toNumber(text) {
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/** @param {Lab} lab */
function readFlags(lab) {
    /** @type {Record<string, {type: "string" | "boolean"}>} */
    const options = Object.fromEntries(
        lab.settings.map(({ name }) => [flagOf(name), { type: "string" }]),
    );
    Object.assign(options, { layers: { type: "string" }, verbose: { type: "string" } });
    Object.assign(options, { json: { type: "boolean" }, help: { type: "boolean" } });
    try {
        const { values } = parseArgs({ args: joinNegatives(process.argv.slice(2)), options });
        return /** @type {Record<string, string> & {json?: boolean, help?: boolean}} */ (values);
    } catch (error) {
        const [sentence] = /** @type {Error} */ (error).message.split(/\. |\n/);
        return refuse(
            `${sentence.replace(/\.$/, "")}; node scripts/train.mjs --help lists the flags.`,
        );
    }
}

/** parseArgs takes "--turn -4" for two flags; "--turn=-4" is what it understands. @param {string[]} args */
function joinNegatives(args) {
    /** @type {string[]} */
    const joined = [];
    for (const arg of args) {
        const last = joined.at(-1);
        const isValue = /^-[\d.]/.test(arg) && last?.startsWith("--") && !last.includes("=");
        if (isValue) joined[joined.length - 1] = `${last}=${arg}`;
        else joined.push(arg);
    }
    return joined;
}

/** @param {Lab} lab @param {Record<string, string>} flags @returns {Settings} */
function readSettings(lab, flags) {
    /** @type {Record<string, unknown>} */
    const settings = { ...lab.defaults };
    /** @param {string} flag @param {string} name @param {unknown} value */
    const set = (flag, name, value) => {
        settings[name] = value;
        try {
            lab.check(/** @type {Settings} */ (settings));
        } catch (error) {
            refuse(`--${flag} ${flags[flag]}: ${/** @type {Error} */ (error).message}`);
        }
    };
    for (const { name, kind } of lab.settings) {
        const text = flags[flagOf(name)];
        if (text !== undefined) set(flagOf(name), name, kind === "choice" ? text : toNumber(text));
    }
    if (flags.layers !== undefined)
        set(
            "layers",
            "layers",
            flags.layers === "none"
                ? []
                : flags.layers.split(",").map((text) => toNumber(text.trim())),
        );
    if (!/^[012]$/.test(flags.verbose ?? "1"))
        refuse(`--verbose ${flags.verbose}: The verbosity must be 0, 1 or 2.`);
    return /** @type {Settings} */ (settings);
}

/** Trains epoch by epoch and prints what Keras prints. @param {Model} model @param {number} epochs @param {number} verbose */
function fit(model, epochs, verbose) {
    const live = verbose === 1 && process.stdout.isTTY;
    for (let epoch = 1; epoch <= epochs; epoch++) {
        const start = performance.now();
        const seconds = () => (performance.now() - start) / 1e3;
        if (verbose) process.stdout.write(`Epoch ${epoch}/${epochs}\n`);
        if (live) {
            const { stepsPerEpoch } = model;
            const slice = Math.ceil(stepsPerEpoch / 10);
            for (let step = 0; step + slice < stepsPerEpoch; step += slice) {
                model.train(slice);
                process.stdout.write(
                    `\r${progressLine({ ...model.progress, seconds: seconds() })}`,
                );
            }
        }
        model.trainEpoch();
        if (!verbose) continue;
        const progress = { ...model.progress, step: model.stepsPerEpoch, seconds: seconds() };
        if (verbose === 1) {
            process.stdout.write(
                `${live ? "\r" : ""}${progressLine(progress)}${live ? "\x1b[K" : ""}\n`,
            );
        } else {
            const { stepsPerEpoch, loss, accuracy } = progress;
            const time = `${progress.seconds.toFixed(0)}s`;
            const each = timePerStep(progress.seconds / stepsPerEpoch);
            process.stdout.write(
                `${stepsPerEpoch}/${stepsPerEpoch} - ${time} - loss: ${metric(loss)} - accuracy: ${metric(accuracy)} - ${each}\n`,
            );
        }
    }
}

/** Runs fit; gives the sentence that says why it stopped early, if it did. @param {() => void} run */
function divergence(run) {
    try {
        run();
        return null;
    } catch (error) {
        const { code, step, message } = /** @type {import("../web/lab.js").LabError} */ (error);
        if (code !== "diverged") throw error;
        return { step, sentence: `At step ${step}: ${message}` };
    }
}

const lab = await loadLab().catch((error) => refuse(error.message));
const flags = readFlags(lab);
if (flags.help) {
    console.log(help(lab));
    process.exit();
}
const settings = readSettings(lab, flags);
const data = lab.makeSpirals(settings);
const model = (() => {
    try {
        return lab.createModel(settings, data);
    } catch (error) {
        return refuse(/** @type {Error} */ (error).message);
    }
})();

const verbose = flags.json ? 0 : Number(flags.verbose ?? 1);
if (verbose) console.log(model.summary());
const start = performance.now();
const diverged = divergence(() => fit(model, settings.epochs, verbose));
const fitMs = performance.now() - start;

if (flags.json) {
    console.log(
        JSON.stringify(
            {
                config: Object.fromEntries(
                    Object.entries(settings).map(([name, value]) => [snakeCase(name), value]),
                ),
                data: { x_float32_sha256: sha256Hex(data.x), samples: data.samples },
                model: {
                    sizes: [2, ...model.layers.map(({ units }) => units)],
                    parameters: model.parameters,
                },
                history: model.history,
                evaluation: model.evaluate(),
                confusion_matrix: model.confusionMatrix(),
                report: model.classificationReport(),
                weights_sha256: model.weightsSha256(),
                timing: {
                    fit_ms: fitMs,
                    ms_per_step: fitMs / Math.max(1, model.progress.totalSteps),
                },
                ...(diverged && { diverged_at_step: diverged.step }),
            },
            null,
            4,
        ),
    );
} else {
    if (verbose) console.log();
    process.stdout.write(model.classificationReport());
}
if (diverged) {
    process.stderr.write(`${diverged.sentence}\n`);
    process.exitCode = 1;
}
