/**
 * Judges what links claim: whether the run gives these weights and this accuracy and, where it was
 * handed in from a lesson, whether it does the task. The lab does so with the run that a link has
 * trained in it; the page for teachers and scripts/check-links.mjs, with runs that nobody sees.
 */

import { readLesson } from "../lessons/judge.js";
import { namesIn } from "../lessons/rule.js";
import { judgeTask } from "../lessons/task.js";
import { trainAside } from "../run/aside.js";
import { accuracyHolds, claimHolds, OWN, taskOfName } from "../shared/claim.js";
import { knownToLessons } from "./lesson-known.js";
import { options } from "./options.js";
import { indexOfScope, learn } from "./outcome.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../lessons/lesson.js").Lesson} Lesson */
/** @typedef {import("../lessons/numbers.js").Outcome} Outcome */
/** @typedef {import("../run/engine-client.js").EngineClient} EngineClient */
/** @typedef {import("../shared/link.js").Problem} Problem */
/** @typedef {import("../shared/protocol.js").Info} Info */
/** @typedef {import("../texts/explain-claim.js").Claim} Claim */
/** @typedef {import("../texts/explain-claim.js").ClaimedTask} ClaimedTask */
/** @typedef {import("../texts/explain-claim.js").Verdict} Verdict */

/**
 * What judging needs.
 * @typedef {object} Host
 * @property {EngineClient} client
 * @property {Info} info
 * @property {(source: string) => Promise<string>} lessonText see lesson-source.js
 */

/** A run that was trained again. @typedef {{outcome: Outcome, checksum: string, accuracy: number}} Found */

/** @param {Record<string, string>} view what a link says @returns {Claim} */
export const claimIn = ({ steps, accuracy, checksum, task }) => ({
    steps: Number(steps),
    accuracy,
    checksum,
    task,
});

/**
 * @param {Claim} claim
 * @param {Found} found
 * @param {Host} host
 * @returns {Promise<Verdict>}
 */
export async function judgeClaim(claim, found, host) {
    const weights = claimHolds(claim.checksum, found.checksum);
    const accuracy = accuracyHolds(claim.accuracy, found.accuracy);
    const task = await judgeItsTask(claim.task, found.outcome, host);
    const isDone = !task || task.missing === "lesson" || task.result?.kind === "done";
    const { diverged } = found.outcome;
    return { holds: weights && accuracy && isDone, weights, accuracy, diverged, task };
}

/**
 * @param {string} name
 * @param {Outcome} own
 * @param {Host} host
 * @returns {Promise<ClaimedTask | undefined>} nothing for a run that is for none
 */
async function judgeItsTask(name, own, host) {
    const named = taskOfName(name);
    if (!named) return undefined;
    const { client, info } = host;
    const lesson = await lessonOf(named.source, host);
    const about = { ...named, source: named.source.replace(OWN, "") };
    if (!lesson) return { ...about, missing: "lesson" };
    const index = named.step - 1;
    const step = lesson.steps[index];
    const { title } = lesson;
    if (!step?.task) return { ...about, title, missing: "step" };
    const { steps } = lesson;
    /** @type {Map<number, Outcome>} */
    const others = new Map();
    const scopes = namesIn(step.task.goal).flatMap(({ scope }) => (scope ? [scope] : []));
    await learn(client, { steps, scopes, index, defaults: info.defaults }, others);
    const outcomes = (/** @type {string} */ scope) =>
        scope === "" ? own : others.get(indexOfScope(steps, scope, index));
    return { ...about, title, result: judgeTask(step, info.defaults, outcomes) };
}

/** @param {string} source @param {Host} host @returns {Promise<Lesson | undefined>} */
async function lessonOf(source, { info, lessonText }) {
    if (source.startsWith(OWN)) return undefined;
    try {
        return readLesson(await lessonText(source), knownToLessons(info));
    } catch {
        return undefined; // it is not here, or is none any more
    }
}

/**
 * Why nothing can be said of a link: it cannot be read; nothing was trained; it claims nothing; it
 * takes too long; or the core refuses.
 * @typedef {{kind: "unread", problems: readonly Problem[]} | {kind: "untrained" | "unclaimed"} |
 *     {kind: "slow", steps: number} | {kind: "refused", error: {code?: string, message: string}}}
 *     Fault
 */

/**
 * What came of a link.
 * @typedef {object} Checked
 * @property {Fault} [fault]
 * @property {Settings} settings
 * @property {Claim} claim
 * @property {Found & {progress: import("../shared/protocol.js").Frame["progress"]}} [found]
 * @property {Verdict} [verdict]
 */

/**
 * Trains a link's run again, and judges what the link claims.
 * @param {string} fragment
 * @param {Host} host
 * @param {(done: number, steps: number) => boolean} [goOn] batches; whether it may go on
 * @returns {Promise<Checked>}
 */
export async function checkLink(fragment, host, goOn = () => true) {
    const { client } = host;
    const link = { fragment, choices: options };
    const { settings, view, problems } = await client.request("read", link);
    const claim = claimIn(view);
    const about = { settings, claim };
    if (problems.length > 0) return { ...about, fault: { kind: "unread", problems } };
    const { steps } = claim;
    if (steps === 0) return { ...about, fault: { kind: "untrained" } };
    if (claim.checksum === "") return { ...about, fault: { kind: "unclaimed" } };
    const how = { steps, goOn: (/** @type {number} */ done) => goOn(done, steps) };
    try {
        const found = await trainAside(client, settings, Number.POSITIVE_INFINITY, how);
        if (!found.isWhole) return { ...about, fault: { kind: "slow", steps } };
        return { ...about, found, verdict: await judgeClaim(claim, found, host) };
    } catch (error) {
        const problem = /** @type {Error & {code?: string}} */ (error);
        if (problem.name === "AbortError" || !problem.code) throw error;
        return { ...about, fault: { kind: "refused", error: problem } };
    }
}
