/** Points from the files that the flags of scripts/train.mjs name. */

import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { choose } from "../web/points/choose.js";
import { decode, judgeSize } from "../web/points/decode.js";
import { findColumn, guess, readTable, sameColumns } from "../web/points/table.js";
import { TableError } from "../web/points/table-error.js";
import { visible } from "../web/shared/odd-text.js";
import { explainTable, leftOutWords } from "../web/texts/explain-table.js";
import { Localizer } from "../web/texts/localizer.js";
import { tables } from "../web/texts/tables.js";
import { isOfData } from "../web/worker/data.js";
import { flagOf, refuse } from "./flags.mjs";

/** @typedef {import("../web/core/lab.js").Lab} Lab */
/** @typedef {import("../web/points/choose.js").Chosen} Chosen */
/** @typedef {import("../web/points/choose.js").Trained & Pick<Chosen, "columns">} Trained */
/** @typedef {import("../web/points/table.js").Choice} Choice */
/** @typedef {import("../web/points/table.js").Table} Table */
/** @typedef {Record<string, string | boolean | undefined>} Flags */

const COLUMNS = /** @type {const} */ (["x", "y", "label"]);

const localizer = new Localizer("en", tables);

/**
 * The points of --data and --test, if there are any; ends the process where they are none.
 * @param {Lab} lab
 * @param {Flags} flags
 * @returns {{training?: Chosen, test?: Chosen}}
 */
export function readPoints(lab, flags) {
    if (flags.data === undefined) {
        const idle = [...COLUMNS, "standardize", "test"].find((flag) => flags[flag] !== undefined);
        if (idle) refuse(`--${idle} is about points from a file, which --data FILE.csv names.`);
        return {};
    }
    const made = lab.settings.find((setting) => {
        return isOfData(setting.name) && flags[flagOf(setting)] !== undefined;
    });
    if (made) refuse(`--${flagOf(made)} is about points that are made; those of --data are given.`);
    const training = chooseFrom("data", flags, {
        standardized: flags.standardize === true,
    });
    if (flags.test === undefined) return { training };
    const { labels } = training.points;
    return { training, test: chooseFrom("test", flags, { trained: { ...training, labels } }) };
}

/**
 * @param {"data" | "test"} flag
 * @param {Flags} flags
 * @param {{standardized?: boolean, trained?: Trained}} options
 */
function chooseFrom(flag, flags, options) {
    const file = String(flags[flag]);
    const place = `--${flag} ${visible(path.basename(file))}`;
    try {
        const table = readTable(decode(readBytes(file)));
        const chosen = choose(table, choiceOf(table, flags, options.trained), options);
        if (chosen.leftOut > 0)
            process.stderr.write(`${place}: ${leftOutWords(localizer, chosen)}\n`);
        return chosen;
    } catch (error) {
        if (error instanceof TableError) refuse(`${place}: ${explainTable(localizer, error)}`);
        const { code } = /** @type {NodeJS.ErrnoException} */ (error);
        if (code === undefined) throw error;
        return refuse(`${place}: The file cannot be read (${code}).`);
    }
}

/** @param {string} file */
function readBytes(file) {
    judgeSize(statSync(file).size);
    return readFileSync(file);
}

/**
 * The columns of the training set, or else those that the flags name, and for the others those that
 * seem to be meant.
 * @param {Table} table
 * @param {Flags} flags
 * @param {Trained} [trained]
 */
function choiceOf(table, flags, trained) {
    if (trained) return sameColumns(table, trained.columns);
    /** @type {Partial<Choice>} */
    const given = {};
    for (const name of COLUMNS)
        if (flags[name] !== undefined) given[name] = findColumn(table, String(flags[name]));
    return guess(table, given);
}
