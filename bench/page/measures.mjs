/** What was measured, as lines to read and as an object. */

import { median } from "../statistics.mjs";

/**
 * @typedef {object} Measure
 * @property {string} label
 * @property {string} unit
 * @property {number} [digits] after the point
 * @property {{most: number} | {least: number}} [limit]
 * @property {(number | undefined)[][]} samples of each build, round by round
 */

/**
 * @typedef {object} Section
 * @property {string} title
 * @property {boolean} [steps] each follows the one before: also say how long after
 * @property {Record<string, Measure>} measures
 */

const LABEL = 44;
const CELL = 17;
const RATIO = 8;

/**
 * The line above all sections.
 * @param {readonly string[]} names of the builds
 * @param {(line: string) => void} say
 */
export function sayHead(names, say) {
    const cells = names.map((name) => name.padStart(CELL)).join("");
    const ratio = names.length > 1 ? "ratio".padStart(RATIO) : "";
    say(`${"medians".padEnd(LABEL)}${cells}${ratio}  limit`);
}

/** @param {Section} section @param {(line: string) => void} say */
export function saySection({ title, steps, measures }, say) {
    say(title);
    /** @type {number[]} */
    let before = [];
    for (const measure of Object.values(measures)) {
        const { label, unit, digits = 0, limit } = measure;
        const { medians, ratio } = summarize(measure);
        const cells = medians.map((value, i) => {
            if (Number.isNaN(value)) return "-".padStart(CELL);
            const step = Math.round(value) - Math.round(before[i] ?? 0);
            const after = steps ? ` ${step < 0 ? "-" : "+"}${`${Math.abs(step)}`.padEnd(4)}` : "";
            return `${value.toFixed(digits)} ${unit}${after}`.padStart(CELL);
        });
        const times = ratio === undefined ? "" : ratioText(ratio).padStart(RATIO);
        say(`  ${label.padEnd(LABEL - 2)}${cells.join("")}${times}${limitText(limit, unit)}`);
        before = medians.map((value, i) => (Number.isNaN(value) ? before[i] : value));
    }
}

/** @param {number} ratio */
export const ratioText = (ratio) => (Number.isFinite(ratio) ? ratio.toFixed(2) : "-");

/** @param {Measure["limit"]} limit @param {string} unit */
function limitText(limit, unit) {
    if (!limit) return "";
    return "most" in limit
        ? `  at most ${limit.most} ${unit}`
        : `  at least ${limit.least} ${unit}`;
}

/** For JSON: the measures with their medians. @param {Section} section */
export function toJson({ title, measures }) {
    const entries = Object.entries(measures).map(([name, measure]) => [
        name,
        { ...measure, ...summarize(measure) },
    ]);
    return { title, ...Object.fromEntries(entries) };
}

/**
 * The ratio is the first build's number over the second's: the median of the rounds' own ratios,
 * each from two neighbours in time.
 * @param {Pick<Measure, "samples">} measure
 */
export function summarize({ samples }) {
    const medians = samples.map((values) => middle(values));
    if (samples.length < 2) return { medians, ratio: undefined };
    const [ours, theirs] = samples;
    const ratio = middle(ours.map((value, round) => (value ?? NaN) / (theirs[round] ?? NaN)));
    return { medians, ratio };
}

/**
 * The median of the values that there are; NaN if there are none.
 * @param {readonly (number | undefined)[]} values
 */
function middle(values) {
    const seen = values.filter((value) => value !== undefined && Number.isFinite(value));
    return seen.length > 0 ? median(/** @type {number[]} */ (seen)) : NaN;
}
