/** What a lesson is once it has been judged. Types, and what follows from them. */

import { gapsIn } from "./lesson-text.js";
import { numberOf, upTo, written } from "./numbers.js";
import { holds, namesIn } from "./rule.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("./glossary.js").TermId} TermId */
/** @typedef {import("./lesson-text.js").Text} Text */
/** @typedef {import("./numbers.js").Outcome} Outcome */
/** @typedef {import("./rule.js").Name} Name */
/** @typedef {import("./rule.js").Rule} Rule */

/**
 * @typedef {object} Lesson
 * @property {string} id
 * @property {number} [minutes] that it takes
 * @property {readonly string[]} languages keys of those that it is in, zh or en
 * @property {Text} title
 * @property {string} [source] the tutorial's sentence that it rests on
 * @property {readonly TermId[]} terms that it uses
 * @property {readonly string[]} parts of the lab that it shows
 * @property {readonly Step[]} steps
 */

/**
 * What the map and the report show.
 * units: of which hidden layer, from 1.
 * @typedef {{map?: string, report?: "training" | "validation", samples?: "shown" | "hidden", units?:
 *     number}} View
 */
/** A text for those runs for which its rule holds. @typedef {{rule?: Rule, text: Text}} Case */

/**
 * @typedef {object} Task
 * @property {Rule} goal
 * @property {number} [withinEpochs] it counts at the end of any of them; else of the run
 * @property {Text} text
 */

/**
 * @typedef {object} Step
 * @property {string} id
 * @property {Text} [say]
 * @property {Text} [code] of Python, shown as it is
 * @property {import("../shared/protocol.js").Changes} set what is not as in the tutorial
 * @property {number} trained epochs that its network has been trained for when it begins
 * @property {number} [run] epochs that it trains
 * @property {readonly string[]} keep the steps whose curves stay
 * @property {readonly string[]} [parts] instead of the lesson's
 * @property {View} view
 * @property {Text} [ask]
 * @property {readonly {letter: string, text: Text}[]} choices
 * @property {readonly (Case & {fits?: string})[]} outcome
 * @property {Readonly<Record<string, Text>>} reply by letter
 * @property {readonly (keyof Settings)[]} allow settings that the learner may change
 * @property {Task} [task]
 * @property {readonly Case[]} notYet
 * @property {Text} [hint]
 * @property {Text} [done]
 * @property {Partial<Settings>} [solution] of the task; never shown
 */

/**
 * Epochs of all after which a step's run ends.
 * @param {Step} step
 * @param {Settings} settings
 */
export const lastEpoch = ({ run, trained, task }, settings) =>
    trained + (run ?? task?.withinEpochs ?? Math.max(0, settings.epochs - trained));

/**
 * The step before, with a run that is not a task's: "before" in rules and texts.
 * @param {readonly Step[]} steps
 * @param {number} index
 */
export const stepBefore = (steps, index) =>
    steps
        .slice(0, index)
        .filter(({ run, task }) => run !== undefined && !task)
        .at(-1);

/**
 * The other steps of which a step speaks, as its texts and rules name them.
 * @param {Step} step
 * @returns {Set<string>} ids, or "before"
 */
export function scopesOf(step) {
    const { say, ask, task, hint, done, choices, outcome, reply, notYet, keep } = step;
    const cases = [...outcome, ...notYet];
    const rules = [...cases.map(({ rule }) => rule), task?.goal];
    const texts = [...[say, ask, task?.text, hint, done], ...Object.values(reply)];
    texts.push(...choices.map(({ text }) => text), ...cases.map(({ text }) => text));
    const names = [
        ...rules.flatMap((rule) => (rule ? namesIn(rule) : [])),
        ...texts.flatMap((text) => Object.values(text ?? {}).flatMap(gapsIn)).map((g) => g.name),
    ];
    const scopes = names.flatMap((name) => (name?.scope ? [name.scope] : []));
    return new Set([...scopes, ...keep]);
}

/**
 * Gives the outcomes of a step, by scope: "" is its own, "before", or a step's id.
 * @typedef {(scope: string) => Outcome | undefined} Outcomes
 */

/** @param {Outcomes} outcomes @returns {import("./rule.js").Look} */
export const lookIn = (outcomes) => (name) => {
    const outcome = outcomes(name.scope);
    return outcome && numberOf(name, outcome);
};

/** @param {Outcomes} outcomes @returns {(name: Name) => string | undefined} */
export const writeFrom = (outcomes) => (name) => {
    const value = lookIn(outcomes)(name);
    return value === undefined || Number.isNaN(value) ? undefined : written(name, value);
};

/**
 * The first of several cases that fits.
 * @template {Case} C
 * @param {readonly C[]} cases
 * @param {Outcomes} outcomes
 * @returns {C | undefined}
 */
export const caseOf = (cases, outcomes) =>
    cases.find(({ rule }) => !rule || holds(rule, lookIn(outcomes)));

/**
 * The epoch by which a task was done: the first, where it has a limit; else the last.
 * @param {Task} task
 * @param {Outcomes} outcomes
 * @returns {number | undefined} nothing if it was not
 */
export function reachedAt({ goal, withinEpochs }, outcomes) {
    const outcome = outcomes("");
    if (!outcome) return undefined;
    const all = outcome.history.loss.length;
    if (withinEpochs === undefined) return holds(goal, lookIn(outcomes)) ? all : undefined;
    // A run that diverges in its first epoch has none, and may be what the task asks for.
    for (let epoch = Math.min(1, all); epoch <= Math.min(withinEpochs, all); epoch++) {
        const part = upTo(outcome, epoch);
        if (
            holds(
                goal,
                lookIn((scope) => (scope === "" ? part : outcomes(scope))),
            )
        )
            return epoch;
    }
    return undefined;
}
