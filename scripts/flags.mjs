/**
 * The flags of scripts/train.mjs: one for every setting of the core, named as the core names it.
 */

import { parseArgs } from "node:util";
import { marked, visible } from "../web/shared/odd-text.js";
import { tidy, toLayers, toValue } from "../web/shared/setting-text.js";
import { canBe, hint } from "../web/texts/explain.js";
import { Localizer } from "../web/texts/localizer.js";

/** @typedef {import("../web/core/lab.js").Lab} Lab */
/** @typedef {import("../web/core/settings.js").Setting} Setting */
/** @typedef {import("../web/core/settings.js").Settings} Settings */

const BAD_INPUT = 2; // exit code

const localizer = new Localizer("en");

/** @type {Record<string, string>} */
const MEANINGS = {
    dataset: "what the points are",
    classes: "of moons, circles and xor two, of classification at most four",
    points: "points a class, or of each class: 500,100,20",
    noise: "standard deviation: of a spiral's angle in radians, else of coordinates",
    turn: "angle that one spiral arm sweeps, in radians",
    factor: "radius of the inner circle",
    cluster_std: "standard deviation of a blob",
    class_sep: "half the distance of neighbouring clusters of classification",
    flip_y: "share of its labels that are drawn anew",
    clusters_per_class: "of classification; classes times clusters are at most 4",
    data_seed: "RandomState seed of the data",
    validation_split: "share of the samples that is set aside",
    stratify: "that share of each class",
    features: "what the network sees of a point",
    activation: "of the hidden layers that name none",
    initializer: "of the kernels",
    output: "softmax, or sigmoid with binary cross-entropy",
    batch_norm: "batch normalization before every activation",
    dropout: "rate after every hidden activation",
    optimizer: "update rule",
    learning_rate: "step size",
    momentum: "of momentum and nesterov",
    rho: "of rmsprop",
    beta_1: "of adam and adamw",
    beta_2: "of adam and adamw",
    epsilon: "of rmsprop, adam and adamw",
    weight_decay: "of adamw",
    batch_size: "samples a step",
    epochs: "passes over the data",
    seed: "RandomState seed of split, weights, batch order and dropout",
    l1: "penalty on the kernels' absolute values",
    l2: "penalty on the kernels' squares",
    clip_norm: "most that the gradients' norm may be; 0: any",
    schedule: "of the learning rate",
    decay_steps: "steps of the schedule",
    decay_rate: "factor of the schedule",
    plateau_patience: "epochs before a plateau lowers the rate",
    early_stopping: "stop when the loss no longer falls",
    patience: "epochs before it stops",
    min_delta: "what counts as falling",
    restore_best_weights: "then go back to the best epoch's weights",
};

/** @param {Setting} setting */
export const flagOf = ({ code }) => code.replaceAll("_", "-");

/** Ends the process with one sentence on stderr. @param {string} sentence @returns {never} */
export function refuse(sentence) {
    process.stderr.write(`${sentence}\n`);
    process.exit(BAD_INPUT);
}

/** @param {Lab} lab */
export function help(lab) {
    const rows = lab.settings.map((setting) => {
        const { kind, code, initial, minimum, maximum, choices } = setting;
        const range =
            { choice: choices.join(" | "), set: `of ${choices.join(", ")}` }[String(kind)] ??
            `${minimum} to ${maximum}`;
        const flag = `--${flagOf(setting)}`;
        if (kind === "boolean") return [flag, MEANINGS[code]];
        return [`${flag} ${initial}`, `${MEANINGS[code]} (${range})`];
    });
    rows.push(
        [
            `--layers ${lab.defaults.layers}`,
            "units of the hidden layers, or units:activation; none: softmax regression",
        ],
        [
            "--data FILE.csv",
            "points from a table instead, with these columns (by name, or by number from 1):",
        ],
        ["--x COLUMN", "numbers; the first, unless it is given"],
        ["--y COLUMN", "numbers; the second"],
        ["--label COLUMN", "the classes' names, 2 to 20 different ones"],
        ["--standardize", "each column of numbers to mean 0 and deviation 1"],
        ["--test FILE.csv", "a second report, on another table with the same columns"],
        ["--verbose 1", "0: no training lines, 1: progress bar, 2: one line an epoch"],
        ["--json", "print one JSON object instead"],
        ["--script FILE.py", "write the run as a Python script that trains it in Keras"],
        ["--notebook FILE.ipynb", "write it as a Jupyter notebook"],
        ["--weights", "both with the trained weights and a check, instead of training"],
        ["--help", "print this"],
    );
    const width = Math.max(...rows.map(([flag]) => flag.length));
    return [
        "node scripts/train.mjs [flags]: trains a classifier of points in the terminal.",
        "The values shown are the defaults: the tutorial's run.",
        "",
        ...rows.map(([flag, meaning]) => `  ${flag.padEnd(width)}  ${meaning}`),
    ].join("\n");
}

/**
 * Joins "--turn -4", which parseArgs would take for two flags, to "--turn=-4".
 * @param {string[]} args
 */
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

/**
 * @param {Lab} lab
 * @param {string[]} args
 * @returns {Record<string, string | boolean | undefined>}
 */
export function readFlags(lab, args) {
    /** @type {Record<string, {type: "string" | "boolean"}>} */
    const options = {
        layers: { type: "string" },
        verbose: { type: "string" },
        data: { type: "string" },
        x: { type: "string" },
        y: { type: "string" },
        label: { type: "string" },
        standardize: { type: "boolean" },
        test: { type: "string" },
        json: { type: "boolean" },
        script: { type: "string" },
        notebook: { type: "string" },
        weights: { type: "boolean" },
        help: { type: "boolean" },
    };
    for (const setting of lab.settings)
        options[flagOf(setting)] = { type: setting.kind === "boolean" ? "boolean" : "string" };
    try {
        return parseArgs({ args: joinNegatives(args), options }).values;
    } catch (error) {
        const [sentence] = /** @type {Error} */ (error).message.split(/\. |\n/);
        return refuse(
            `${marked(sentence.replace(/\.$/, ""))}; node scripts/train.mjs --help lists the flags.`,
        );
    }
}

/**
 * The default settings, changed as the flags say.
 * @param {Lab} lab
 * @param {Record<string, string | boolean | undefined>} flags
 * @returns {Settings}
 */
export function readSettings(lab, flags) {
    /** @type {Record<string, unknown>} */
    const settings = { ...lab.defaults };
    /** @param {string} flag @param {string} name @param {unknown} value */
    const set = (flag, name, value) => {
        settings[name] = value;
        try {
            lab.check(/** @type {Settings} */ (settings));
        } catch (error) {
            const { message } = /** @type {Error} */ (error);
            const given = String(flags[flag]);
            const why = hint(localizer, given, (text) => canBe(lab, name, text));
            refuse(`--${flag} ${visible(given)}: ${message}${why}`);
        }
    };
    for (const setting of lab.settings) {
        const given = flags[flagOf(setting)];
        if (given === undefined) continue;
        set(flagOf(setting), setting.name, toValue(setting, String(given)));
    }
    if (flags.layers !== undefined) set("layers", "layers", toLayers(String(flags.layers)));
    return /** @type {Settings} */ (settings);
}

/** Keras's verbosity: 0, 1 or 2. @param {string | boolean | undefined} flag */
export function readVerbose(flag = "1") {
    const plain = tidy(String(flag));
    if (!/^[012]$/.test(plain))
        refuse(`--verbose ${visible(String(flag))}: The verbosity must be 0, 1 or 2.`);
    return Number(plain);
}
