/** What the page's thread does before each landmark, as a table to read and as an object. */

import { ratioText, summarize } from "./measures.mjs";

/** @typedef {import("./thread-time.mjs").Kind} Kind */
/** @typedef {typeof STAGES[number][0]} Stage */

/**
 * @typedef {object} ThreadTable
 * @property {string} title
 * @property {Record<Stage, Record<Kind, number>>[][]} samples milliseconds of each build, by rounds
 */

/** The stages, each named by the landmark that it ends with. */
export const STAGES = /** @type {const} */ ([
    ["html", "HTML"],
    ["script", "script"],
    ["evaluated", "eval"],
    ["built", "built"],
    ["core", "core"],
    ["map", "map"],
    ["ready", "ready"],
]);

/** @type {Record<Kind, string>} */
const KINDS = {
    html: "parsing HTML",
    compile: "compiling scripts",
    script: "running them",
    wasm: "compiling WebAssembly",
    garbage: "collecting garbage",
    style: "style",
    layout: "layout",
    paint: "paint",
    commit: "handing frames to the compositor",
    other: "other tasks",
    idle: "waiting",
};
const kinds = /** @type {Kind[]} */ (Object.keys(KINDS));

const LABEL = 40;
const CELL = 8;

/** @param {string} label @param {string[]} cells */
const row = (label, cells) =>
    `${label.padEnd(LABEL)}${cells.map((cell) => cell.padStart(CELL)).join("")}`;

/** Never "-0". @param {number} ms */
const whole = (ms) => `${Math.round(ms) || 0}`;

/**
 * The times of the first build by stages, and those of each build in all.
 * @param {ThreadTable} table
 * @param {(line: string) => void} say
 */
export function sayThread({ title, samples }, say) {
    const others = samples.length > 1 ? ["against", "ratio"] : [];
    say(row(title, [...STAGES.map(([, label]) => label), "all", ...others]));
    for (const kind of kinds) {
        const stages = STAGES.map(([stage]) => whole(mediansOf(samples, stage, kind)[0]));
        const { medians, ratio } = together(samples, kind);
        const ratios = ratio === undefined ? [] : [ratioText(ratio)];
        say(row(`  ${KINDS[kind]}`, [...stages, ...medians.map(whole), ...ratios]));
    }
}

/** For JSON: medians of each build. @param {ThreadTable} table */
export function threadToJson({ title, samples }) {
    const rows = kinds.map((kind) => {
        const stages = STAGES.map(([stage]) => [stage, mediansOf(samples, stage, kind)]);
        const { medians, ratio } = together(samples, kind);
        return [kind, { label: KINDS[kind], medians, ratio, before: Object.fromEntries(stages) }];
    });
    return { title: title.trim(), unit: "ms", ...Object.fromEntries(rows) };
}

/** @param {ThreadTable["samples"]} samples @param {Stage} stage @param {Kind} kind */
function mediansOf(samples, stage, kind) {
    const times = samples.map((rounds) => rounds.map((sample) => sample[stage][kind]));
    return summarize({ samples: times }).medians;
}

/** Sums over all stages. @param {ThreadTable["samples"]} samples @param {Kind} kind */
function together(samples, kind) {
    const times = samples.map((rounds) =>
        rounds.map((sample) => STAGES.reduce((sum, [stage]) => sum + sample[stage][kind], 0)),
    );
    return summarize({ samples: times });
}
