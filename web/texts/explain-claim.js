/** What is to be said of a run that a link claims, in the reader's language. */

/** @typedef {import("./localizer.js").Key} Key */
/** @typedef {import("./localizer.js").Localizer} Localizer */

/**
 * What a link says of its run; "" where it says nothing.
 * @typedef {{steps: number, accuracy: string, checksum: string, task: string}} Claim
 */

/**
 * What became of the task that a run is for.
 * @typedef {object} ClaimedTask
 * @property {string} source of the lesson
 * @property {number} step counted from 1
 * @property {Readonly<Record<string, string>>} [title] of the lesson
 * @property {"lesson" | "step"} [missing] it cannot be judged, since this is not there
 * @property {import("../lessons/task.js").TaskResult} [result]
 */

/**
 * weights, accuracy: whether they are those that are claimed.
 * @typedef {{holds: boolean, weights: boolean, accuracy: boolean, diverged: boolean, task?:
 *     ClaimedTask}} Verdict
 */

/** As the page writes it. @param {number} accuracy */
export const percent = (accuracy) => `${(100 * accuracy).toFixed(1)} %`;

/**
 * What a text about a task says: the lesson's title, or else its source, and the step.
 * @param {Localizer} localizer
 * @param {Pick<ClaimedTask, "source" | "step" | "title">} task
 */
export function taskValues({ language }, { title, source, step }) {
    const key = language.split("-")[0]; // as in lessons: zh for zh-Hant
    return { title: title ? (title[key] ?? Object.values(title)[0]) : source, step };
}

/**
 * What does not hold, and what the task came to.
 * @param {Localizer} localizer
 * @param {Claim} claim
 * @param {number} accuracy that the run has
 * @param {Verdict} verdict
 * @returns {string[]} sentences
 */
export function claimReasons(localizer, claim, accuracy, { weights, diverged, ...verdict }) {
    const t = localizer.t.bind(localizer);
    if (!weights) {
        const { steps } = claim;
        return [...(diverged ? [t("claim.diverged")] : []), t("claim.weights", { steps })];
    }
    const digits = claim.accuracy.split(".")[1]?.length ?? 0;
    const values = { claimed: claim.accuracy, found: accuracy.toFixed(digits) };
    const first = verdict.accuracy ? [] : [t("claim.accuracy", values)];
    return [...first, ...ofTask(localizer, verdict.task)];
}

/**
 * All that is to be said where the run stands before the reader.
 * @param {Localizer} localizer
 * @param {Claim} claim
 * @param {number} accuracy that the run has
 * @param {Verdict} verdict
 */
export function claimWords(localizer, claim, accuracy, verdict) {
    const { steps } = claim;
    const values = { steps, accuracy: percent(accuracy) };
    const { task } = verdict;
    const sentences = task ? [localizer.t("claim.task", taskValues(localizer, task))] : [];
    if (claim.checksum === "") sentences.push(localizer.t("claim.none"));
    else if (!verdict.weights) sentences.push(localizer.t("claim.fails", values));
    else {
        if (verdict.accuracy) sentences.push(localizer.t("claim.holds", values));
        sentences.push(...claimReasons(localizer, claim, accuracy, verdict));
    }
    return sentences.reduce((first, second) => localizer.t("sentences", { first, second }));
}

/** @param {Localizer} localizer @param {ClaimedTask | undefined} task @returns {string[]} */
function ofTask(localizer, task) {
    const t = localizer.t.bind(localizer);
    if (!task) return [];
    if (task.missing === "lesson") return [t("claim.noLesson")];
    if (task.missing === "step") return [t("claim.noTask", { step: task.step })];
    const { result } = task;
    switch (result?.kind) {
        case "done":
            return [t("claim.done", { epoch: result.epoch })];
        case "changed": {
            const names = result.names.map((name) => t(/** @type {Key} */ (name)));
            return [t("claim.changed", { names: names.join(t("lesson.and")) })];
        }
        case "length":
            return [t("claim.length", { wanted: result.wanted, epochs: result.epochs })];
        default:
            return [t("claim.unmet")];
    }
}
