/** The chapters of the library's lessons, in the tutorial's order, each with its lessons' ids. */

/**
 * @typedef {"network" | "training" | "classes" | "judging" | "trouble" | "overfitting" |
 *     "data" | "exercise" | "others"} Chapter
 */

/** @type {readonly (readonly [Chapter, readonly string[]])[]} */
export const chapters = [
    ["network", ["parameters", "hidden-layer", "smallest-network", "linear-layers"]],
    ["training", ["learning-rate", "batch-size", "optimizers"]],
    ["classes", ["softmax", "cross-entropy", "many-labels"]],
    ["judging", ["report", "unbalanced", "centre"]],
    ["trouble", ["plateau", "zeros", "dead-relu", "local-minimum"]],
    ["overfitting", ["overfitting", "early-stopping", "regularization"]],
    ["data", ["own-data", "features"]],
    ["exercise", ["exercise"]],
];

/**
 * Lessons by chapter; those that no chapter names come last, and a chapter without any is left out.
 * @template {{id: string}} L
 * @param {readonly L[]} lessons
 * @returns {[Chapter, L[]][]}
 */
export function byChapter(lessons) {
    const named = chapters.flatMap(([, ids]) => ids);
    const rest = lessons.filter(({ id }) => !named.includes(id));
    /** @type {[Chapter, L[]][]} */
    const all = chapters.map(([chapter, ids]) => [
        chapter,
        ids.flatMap((id) => lessons.filter((lesson) => lesson.id === id)),
    ]);
    return [...all, /** @type {[Chapter, L[]]} */ (["others", rest])].filter(
        ([, own]) => own.length > 0,
    );
}
