/** What the page's thread does on the way to each landmark, as a table to read and as an object. */

import { ratioText, summarize } from "./measures.mjs";

/** @typedef {import("./thread-time.mjs").Kind} Kind */
/** @typedef {typeof STAGES[number][0]} Stage */

/**
 * @typedef {object} ThreadTable
 * @property {string} title
 * @property {Record<Stage, Record<Kind, number>>[][]} samples of each build, round by round; in milliseconds
 */

/** By the landmark that each ends with. */
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

/** Without a sign before 0. @param {number} ms */
const whole = (ms) => `${Math.round(ms) || 0}`;

/** Of the first build by stages, of all builds together. @param {ThreadTable} table @param {(line: string) => void} say */
export function sayThread({ title, samples }, say) {
    const comparing = samples.length > 1;
    const heads = [...STAGES.map(([, label]) => label), "all", ...(comparing ? ["against"] : [])];
    if (comparing) heads.push("ratio");
    say(`${title.padEnd(LABEL)}${heads.map((head) => head.padStart(CELL)).join("")}`);
    for (const kind of kinds) {
        const cells = STAGES.map(([stage]) => whole(medianOf(samples, stage, kind)[0]));
        const { medians, ratio } = together(samples, kind);
        cells.push(...medians.map(whole));
        if (ratio !== undefined) cells.push(ratioText(ratio));
        say(
            `  ${KINDS[kind].padEnd(LABEL - 2)}${cells.map((cell) => cell.padStart(CELL)).join("")}`,
        );
    }
}

/** For JSON: medians of each build. @param {ThreadTable} table */
export function threadToJson({ title, samples }) {
    const rows = kinds.map((kind) => {
        const stages = STAGES.map(([stage]) => [stage, medianOf(samples, stage, kind)]);
        return [
            kind,
            { label: KINDS[kind], ...together(samples, kind), ...Object.fromEntries(stages) },
        ];
    });
    return { title, unit: "ms", ...Object.fromEntries(rows) };
}

/** @param {ThreadTable["samples"]} samples @param {Stage} stage @param {Kind} kind */
function medianOf(samples, stage, kind) {
    const times = samples.map((rounds) => rounds.map((sample) => sample[stage][kind]));
    return summarize({ samples: times }).medians;
}

/** Over all stages. @param {ThreadTable["samples"]} samples @param {Kind} kind */
function together(samples, kind) {
    const times = samples.map((rounds) =>
        rounds.map((sample) => STAGES.reduce((sum, [stage]) => sum + sample[stage][kind], 0)),
    );
    return summarize({ samples: times });
}
