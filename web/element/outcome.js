/** Runs as lessons judge them: the lab's own as it is now, and those that a step compares with it. */

import { lastEpoch, stepBefore } from "../lessons/lesson.js";
import { trainAside } from "../run/aside.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../lessons/lesson.js").Step} Step */
/** @typedef {import("../lessons/numbers.js").Outcome} Outcome */
/** @typedef {import("../run/engine-client.js").EngineClient} EngineClient */

/**
 * @param {import("../run/run-state.js").RunState} state
 * @param {boolean} diverged
 * @returns {Outcome}
 */
export function outcomeOf(state, diverged) {
    const { settings, history, progress, parameters, stopped, health } = state;
    return {
        settings,
        history: structuredClone(history), // which may go on
        updates: progress.totalSteps,
        parameters,
        stopped,
        diverged,
        health,
        report: state.report,
        validation: state.validationReport,
    };
}

/**
 * The step that a scope means in another one.
 * @param {readonly Step[]} steps
 * @param {string} scope "before", or a step's id
 * @param {number} index of the other one
 */
export function indexOfScope(steps, scope, index) {
    const before = scope === "before" ? stepBefore(steps, index) : undefined;
    return steps.findIndex((step) => (before ? step === before : step.id === scope));
}

/**
 * Trains, unseen, the steps that another one speaks of and that have not been run.
 * @param {EngineClient} client
 * @param {object} about
 * @param {readonly Step[]} about.steps
 * @param {Iterable<string>} about.scopes by which it speaks of them
 * @param {number} about.index of the other one
 * @param {Settings} about.defaults
 * @param {Map<number, Outcome>} outcomes by the steps' indices; those that are trained are added
 */
export async function learn(client, { steps, scopes, index, defaults }, outcomes) {
    for (const scope of scopes) {
        const other = indexOfScope(steps, scope, index);
        if (other < 0 || outcomes.has(other)) continue;
        const settings = { ...defaults, ...steps[other].set };
        const epochs = lastEpoch(steps[other], settings);
        const { outcome } = await trainAside(client, settings, epochs);
        outcomes.set(other, outcome);
    }
}
