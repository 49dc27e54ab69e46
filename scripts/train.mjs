#!/usr/bin/env node
/** The article run in a terminal: Keras's lines, then scikit-learn's report. */

import { writeFileSync } from "node:fs";
import { LabError } from "../web/core/lab-error.js";
import { withTestSet } from "../web/core/test-set.js";
import { metrics, progressLine, timePerStep } from "../web/shared/keras-line.js";
import { visible } from "../web/shared/odd-text.js";
import { exported } from "../web/texts/exported.js";
import { kerasNotebook, kerasScript } from "../web/worker/keras-script.js";
import { loadLab } from "./core.mjs";
import { readPoints } from "./data-files.mjs";
import { help, readFlags, readSettings, readVerbose, refuse } from "./flags.mjs";

/** @typedef {import("../web/core/lab.js").Lab} Lab */
/** @typedef {import("../web/core/model.js").Model} Model */
/** @typedef {import("../web/core/settings.js").Settings} Settings */
/** @typedef {import("../web/core/dataset.js").Dataset} Dataset */

const SLICES = 10; // of an epoch, between which the live bar moves

/** @param {string} text */
const print = (text) => process.stdout.write(text);

/** What an epoch's end adds to its line. @param {Model} model */
function validation(model) {
    if (!model.validationSamples) return {};
    const { val_loss, val_accuracy } = model.history;
    return { val_loss: val_loss.at(-1), val_accuracy: val_accuracy.at(-1) };
}

/** @param {Model} model @param {() => number} seconds */
function moveBar(model, seconds) {
    const slice = Math.ceil(model.stepsPerEpoch / SLICES);
    for (let step = 0; step + slice < model.stepsPerEpoch; step += slice) {
        model.train(slice);
        print(`\r${progressLine({ ...model.progress, seconds: seconds() })}`);
    }
}

/**
 * Trains epoch by epoch and prints what Keras prints.
 * @param {Model} model
 * @param {number} epochs
 * @param {number} verbose
 */
function fit(model, epochs, verbose) {
    const live = verbose === 1 && process.stdout.isTTY;
    for (let epoch = 1; epoch <= epochs && !model.stopped; epoch++) {
        const start = performance.now();
        const seconds = () => (performance.now() - start) / 1e3;
        if (verbose) print(`Epoch ${epoch}/${epochs}\n`);
        if (live) moveBar(model, seconds);
        model.trainEpoch();
        const { stepsPerEpoch: steps } = model;
        const progress = {
            ...model.progress,
            ...validation(model),
            step: steps,
            seconds: seconds(),
        };
        if (verbose === 1)
            print(`${live ? "\r" : ""}${progressLine(progress)}${live ? "\x1b[K" : ""}\n`);
        if (verbose === 2) {
            const time = `${progress.seconds.toFixed(0)}s`;
            const each = timePerStep(progress.seconds / steps);
            print(`${steps}/${steps} - ${time} - ${metrics(progress)} - ${each}\n`);
        }
    }
    if (verbose && model.stopped) print(`Epoch ${model.progress.epoch}: early stopping\n`);
}

/**
 * The error of a run that diverged, or nothing.
 * @param {() => void} run
 * @returns {LabError | undefined}
 */
function divergence(run) {
    try {
        run();
        return undefined;
    } catch (error) {
        if (error instanceof LabError && error.step !== undefined) return error;
        throw error;
    }
}

/** @param {Lab} lab @param {Settings} settings @param {Dataset} [given] instead of what they make */
function prepare(lab, settings, given) {
    try {
        const data = given ?? lab.makeData(settings);
        return { data, model: lab.createModel(settings, data) };
    } catch (error) {
        return refuse(/** @type {Error} */ (error).message);
    }
}

/**
 * @param {Lab} lab
 * @param {Model} model
 * @param {Dataset} data
 * @param {number} fitMs
 * @param {LabError | undefined} diverged
 */
function summarize(lab, model, data, fitMs, diverged) {
    const { settings } = model;
    const config = Object.fromEntries(lab.settings.map(({ name, code }) => [code, settings[name]]));
    return {
        config: { ...config, layers: settings.layers },
        data: describePoints(lab, data),
        model: {
            sizes: [model.layers[0].inputs, ...model.layers.map(({ units }) => units)],
            parameters: model.parameters,
            bytes: lab.modelBytes(settings, data),
        },
        history: model.history,
        evaluation: model.evaluate(),
        confusion_matrix: model.confusionMatrix(),
        report: model.classificationReport(),
        weights_sha256: model.weightsSha256(),
        timing: { fit_ms: fitMs, ms_per_step: fitMs / Math.max(1, model.progress.totalSteps) },
        ...(diverged && { diverged_at_step: diverged.step }),
    };
}

/** @param {Lab} lab @param {Dataset} data */
const describePoints = (lab, { x, samples, labels, axes }) => ({
    x_float32_sha256: lab.sha256(x),
    samples,
    labels,
    ...(axes && { axes }),
});

/** The second report, on points of a file of their own. @param {Lab} lab @param {Model} model @param {Dataset} data */
function summarizeTest(lab, model, data) {
    const tested = withTestSet(lab, model, data);
    try {
        return {
            ...describePoints(lab, data),
            evaluation: tested.evaluate(),
            confusion_matrix: tested.confusionMatrix(),
            report: tested.classificationReport(),
        };
    } finally {
        tested.dispose();
    }
}

/**
 * Writes the files for Keras that the flags ask for.
 * @param {Model} model
 * @param {Record<string, string | boolean | undefined>} flags
 */
function writeFiles(model, flags) {
    const options = { texts: exported.en, weights: flags.weights === true };
    for (const [flag, write] of /** @type {const} */ ([
        ["script", kerasScript],
        ["notebook", kerasNotebook],
    ])) {
        const file = flags[flag];
        if (file === undefined) continue;
        try {
            writeFileSync(String(file), write(model, options));
        } catch (error) {
            const { code } = /** @type {NodeJS.ErrnoException} */ (error);
            refuse(`--${flag} ${visible(String(file))}: The file cannot be written (${code}).`);
        }
    }
}

const lab = await loadLab().catch((error) => refuse(error.message));
const flags = readFlags(lab, process.argv.slice(2));
if (flags.help) {
    console.log(help(lab));
    process.exit();
}
const settings = readSettings(lab, flags);
const verbose = flags.json ? 0 : readVerbose(flags.verbose);
const { training, test } = readPoints(lab, flags);
if (training) settings.dataset = "given";
const { data, model } = prepare(lab, settings, training?.points);

if (verbose) console.log(model.summary());
const start = performance.now();
const diverged = divergence(() => fit(model, settings.epochs, verbose));
const fitMs = performance.now() - start;

const tested = test && summarizeTest(lab, model, test.points);
if (flags.json) {
    const summary = summarize(lab, model, data, fitMs, diverged);
    const whole = { ...summary, ...(tested && { test: tested }) };
    console.log(JSON.stringify(whole, null, 4));
} else {
    if (verbose) console.log();
    print(model.classificationReport());
    if (tested) {
        const { samples, evaluation } = tested;
        print(`\nTest set, ${samples} samples - ${metrics(evaluation)}\n${tested.report}`);
    }
}
writeFiles(model, flags);
if (diverged) {
    process.stderr.write(`At step ${diverged.step}: ${diverged.message}\n`);
    process.exitCode = 1;
}
