/** Lessons and their runs, for the tests: judged and trained as the page does it, in Node. */

import { readdir, readFile } from "node:fs/promises";
import { loadLab } from "../scripts/core.mjs";
import { knownToLessons } from "../web/element/lesson-known.js";
import { readLesson } from "../web/lessons/judge.js";
import { lastEpoch } from "../web/lessons/lesson.js";
import { healthOf } from "../web/worker/health.js";

/** @typedef {import("../web/core/settings.js").Settings} Settings */
/** @typedef {import("../web/lessons/lesson.js").Step} Step */
/** @typedef {import("../web/lessons/numbers.js").Outcome} Outcome */

export const lab = await loadLab();
export const known = knownToLessons(lab);

const LIBRARY = new URL("../web/lessons/library/", import.meta.url);

/** The texts of the library's lessons, by their files' names without the ending. */
export async function libraryTexts() {
    const names = (await readdir(LIBRARY)).filter((name) => name.endsWith(".json")).sort();
    const texts = await Promise.all(names.map((name) => readFile(new URL(name, LIBRARY), "utf8")));
    return new Map(names.map((name, i) => [name.replace(/\.json$/, ""), texts[i]]));
}

/** A lesson of the library. @param {string} id */
export async function libraryLesson(id) {
    const text = (await libraryTexts()).get(id);
    if (text === undefined) throw new Error(`There is no lesson "${id}".`);
    return readLesson(text, known);
}

/**
 * Runs a step as the page does: from its settings, with others in their place.
 * @param {Step} step
 * @param {Partial<Settings>} [others] such as another seed, or what a learner has changed
 * @returns {Outcome}
 */
export function runOf(step, others) {
    const { data: given, ...settings } = { ...lab.defaults, ...step.set, ...others };
    const data = given ? lab.givenData(given) : lab.makeData(settings);
    const model = lab.createModel(settings, data);
    let diverged = false;
    try {
        const epochs =
            step.run === undefined && !step.task ? step.trained : lastEpoch(step, settings);
        try {
            if (epochs > 0) model.fit(epochs);
        } catch (error) {
            const { code } = /** @type {{code?: string}} */ (error);
            if (code !== "diverged" && code !== "not_finite") throw error;
            diverged = true;
        }
        const { history, stopped, parameters, progress } = model;
        const predicted = model.predict(data.x);
        const aside = model.validationMask();
        /** @param {number} side */
        const report = (side) => {
            const chosen = (/** @type {unknown} */ _, /** @type {number} */ i) => aside[i] === side;
            return lab.report(data.y.filter(chosen), predicted.filter(chosen), {
                labels: data.labels,
            });
        };
        return {
            settings,
            history,
            updates: progress.totalSteps,
            parameters,
            stopped,
            diverged,
            health: healthOf(model, data),
            report: report(0),
            validation: model.validationSamples > 0 ? report(1) : undefined,
        };
    } finally {
        model.dispose();
    }
}
