/** What became of a lesson's task in a run: by the learner's own, or by one that was handed in. */

import { fields, format } from "../shared/fields.js";
import { lastEpoch, reachedAt } from "./lesson.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../core/dataset.js").GivenDataset} Points */
/** @typedef {import("./lesson.js").Outcomes} Outcomes */
/** @typedef {import("./lesson.js").Step} Step */

/**
 * done: by which epoch; changed: settings that the task does not allow to change; length: the run is
 * not as long as the task's.
 * @typedef {{kind: "done", epoch: number} | {kind: "changed", names: readonly (keyof Settings)[]} |
 *     {kind: "length", epochs: number, wanted: number} | {kind: "unmet"}} TaskResult
 */

/**
 * Settings that are not as the step has them, and should be.
 * @param {Pick<Step, "set" | "allow">} step
 * @param {Settings} defaults
 * @param {Settings & {data?: Points}} settings data: as far as they are known
 */
export function changedIn({ set, allow }, defaults, settings) {
    const own = { ...defaults, ...set };
    const arePoints = !settings.data || samePoints(own.data, settings.data);
    return fields
        .map(({ name }) => name)
        .filter((name) => {
            const isSame = format(own[name]) === format(settings[name]);
            return !allow.includes(name) && !(isSame && (name !== "dataset" || arePoints));
        });
}

/** @param {Points | undefined} a @param {Points} b */
const samePoints = (a, b) =>
    a !== undefined && ["x", "y"].every((key) => textOf(a, key) === textOf(b, key));

/** @param {Points} points @param {string} key */
const textOf = (points, key) => Float32Array.from(points[/** @type {"x" | "y"} */ (key)]).join();

/**
 * @param {Step} step with a task
 * @param {Settings} defaults
 * @param {Outcomes} outcomes
 * @returns {TaskResult}
 */
export function judgeTask(step, defaults, outcomes) {
    const own = outcomes("");
    if (!step.task || !own) return { kind: "unmet" };
    const names = changedIn(step, defaults, own.settings);
    if (names.length > 0) return { kind: "changed", names };
    // Within so many epochs: what comes after them does not count. Else the end of the run does.
    const epochs = own.history.loss.length;
    const wanted = lastEpoch(step, own.settings);
    const isShort = epochs < wanted && !own.stopped && !own.diverged;
    if (step.task.withinEpochs === undefined && (isShort || epochs > wanted))
        return { kind: "length", epochs, wanted };
    const epoch = reachedAt(step.task, outcomes);
    return epoch === undefined ? { kind: "unmet" } : { kind: "done", epoch };
}
