/**
 * What the lessons say happens does happen, whatever the seed: in each, with its own settings, a
 * rule holds at the end of every run, its task is not done by the settings that it starts with, and
 * is by its solution. What texts say beyond their rules is held here as well.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readLesson } from "../../web/lessons/judge.js";
import { caseOf, reachedAt, stepBefore } from "../../web/lessons/lesson.js";
import { known, lab, libraryLesson, libraryTexts, runOf } from "../lessons.mjs";

/** @typedef {import("../../web/core/model.js").Model} Model */
/** @typedef {import("../../web/core/settings.js").Settings} Settings */
/** @typedef {import("../../web/lessons/lesson.js").Lesson} Lesson */
/** @typedef {import("../../web/lessons/lesson.js").Outcomes} Outcomes */
/** @typedef {import("../../web/lessons/lesson.js").Step} Step */
/** @typedef {import("../../web/lessons/numbers.js").Outcome} Outcome */

/** None with which lessons or their thresholds were chosen. */
const OTHERS = Array.from({ length: 10 }, (_, i) => 100 + i);
/** The page's own first. */
const SEEDS = [lab.defaults.seed, ...OTHERS];

/** @type {Map<string, Outcome>} */
const runs = new Map();

/**
 * The run of a step; lessons share many of them. A step that names a seed is about that seed.
 * @param {Step} step
 * @param {number} seed
 * @param {Partial<Settings>} [others]
 */
function run(step, seed, others) {
    const changes = { seed: step.set.seed ?? seed, ...others };
    const { set, trained, run: epochs, task } = step;
    const key = JSON.stringify([{ ...set, ...changes }, trained, epochs ?? task?.withinEpochs]);
    const outcome = runs.get(key) ?? runOf(step, changes);
    runs.set(key, outcome);
    return outcome;
}

/**
 * The outcomes that a step knows when its own run is over.
 * @param {Lesson} lesson
 * @param {Step} step
 * @param {number} seed
 * @param {Partial<Settings>} [others] in the step itself
 * @returns {Outcomes}
 */
function outcomesOf({ steps }, step, seed, others) {
    return (scope) => {
        if (scope === "") return run(step, seed, others);
        const other =
            scope === "before"
                ? stepBefore(steps, steps.indexOf(step))
                : steps.find(({ id }) => id === scope);
        return other && run(other, seed);
    };
}

/** What of a lesson does not hold. @param {Lesson} lesson @param {readonly number[]} seeds */
function faultsOf(lesson, seeds) {
    return seeds.flatMap((seed) =>
        lesson.steps.flatMap((step) =>
            faultsOfStep(lesson, step, seed).map((fault) => `${step.id}, seed ${seed}: ${fault}`),
        ),
    );
}

/** @param {Lesson} lesson @param {Step} step @param {number} seed @returns {string[]} */
function faultsOfStep(lesson, step, seed) {
    const outcomes = outcomesOf(lesson, step, seed);
    const { task, solution, choices, outcome } = step;
    if (task) {
        const solved = outcomesOf(lesson, step, seed, solution);
        return [
            ...(reachedAt(task, outcomes) === undefined ? [] : ["done before one begins"]),
            ...(reachedAt(task, solved) === undefined ? ["its solution is none"] : []),
            ...(caseOf(step.notYet, outcomes) ? [] : ["it says nothing of the start"]),
        ];
    }
    if (outcome.length === 0) return [];
    const found = outcome.find((one) => one === caseOf(outcome, outcomes));
    if (!found) return ["no rule holds"];
    const fits = choices.some(({ letter }) => letter === found.fits);
    return choices.length === 0 || fits ? [] : ["it fits no choice"];
}

for (const [id, text] of await libraryTexts()) {
    test(`${id}: its rules hold, and its task is one, for ${SEEDS.length} seeds`, () => {
        assert.deepEqual(faultsOf(readLesson(text, known), SEEDS), []);
    });
}

test("rules and goals turned round are noticed at every step", async () => {
    const text = (await libraryTexts()).get("linear-layers") ?? "";
    const { steps, ...rest } = JSON.parse(text);
    for (const { outcome = [], task } of steps) {
        for (const one of outcome) one.if = `!(${one.if})`;
        if (task) task.goal = `!(${task.goal})`;
    }
    const turned = readLesson(JSON.stringify({ ...rest, steps }), known);
    const [seed] = SEEDS;
    assert.deepEqual(faultsOf(turned, [seed]), [
        `linear, seed ${seed}: no rule holds`,
        `none, seed ${seed}: no rule holds`,
        `one, seed ${seed}: no rule holds`,
        // and by the solution as well, in its first epochs
        `bend, seed ${seed}: done before one begins`,
    ]);
});

// ---------------------------------------------------------------- beyond the rules

/**
 * What `look` sees of the model of a lesson's step, for each of the other seeds.
 * @template T
 * @param {string} id of the lesson
 * @param {string} stepId
 * @param {(model: Model) => T} look
 * @param {number} [epochs] fewer or more than the step's
 */
async function seen(id, stepId, look, epochs) {
    const { steps } = await libraryLesson(id);
    const step = steps.find((one) => one.id === stepId);
    assert.ok(step, stepId);
    return OTHERS.map((seed) => {
        const settings = { ...lab.defaults, ...step.set, seed };
        const model = lab.createModel(settings, lab.makeData(settings));
        model.fit(epochs ?? step.run ?? 0);
        const result = look(model);
        model.dispose();
        return result;
    });
}

/** How many classes of each sample have a probability above one half. @param {Model} model */
function labelsOf(model) {
    const p = model.predictProba(model.dataset.x);
    return Array.from(
        { length: model.samples },
        (_, i) =>
            p.subarray(i * model.classes, (i + 1) * model.classes).filter((one) => one > 0.5)
                .length,
    );
}

/** @param {number[]} counts @param {(count: number) => boolean} fits */
const share = (counts, fits) => counts.filter(fits).length / counts.length;

test("softmax never gives two labels, and a fifth of the points none without hidden layers", async () => {
    for (const labels of await seen("many-labels", "softmax", labelsOf)) {
        assert.equal(
            share(labels, (count) => count > 1),
            0,
        );
        const none = share(labels, (count) => count === 0);
        assert.ok(none > 0.18 && none < 0.24, `${none}`);
    }
});

test("sigmoids give 37% of the points no label and 10% two; with hidden layers nearly all one", async () => {
    for (const labels of await seen("many-labels", "sigmoid", labelsOf)) {
        const none = share(labels, (count) => count === 0);
        const two = share(labels, (count) => count === 2);
        assert.ok(none > 0.35 && none < 0.4 && two > 0.08 && two < 0.12, `${none}, ${two}`);
    }
    for (const labels of await seen("many-labels", "tutorial", labelsOf))
        assert.ok(share(labels, (count) => count === 1) > 0.97);
});

test("softmax's probabilities are between 0 and 1, and their sum is 1", async () => {
    const look = (/** @type {Model} */ model) => model.predictProba(model.dataset.x);
    for (const p of await seen("softmax", "sure", look))
        for (let i = 0; i < p.length; i += 3) {
            const [a, b, c] = p.subarray(i, i + 3);
            assert.ok(Math.min(a, b, c) >= 0 && Math.abs(a + b + c - 1) < 1e-5);
        }
});

test("most points that are wrong lie in the centre", async () => {
    for (const id of ["tutorial", "noiseless"]) {
        const near = await seen("centre", id, (model) => {
            const { x, y } = model.dataset;
            const radii = [...model.predict(x)]
                .map((one, i) => (one === y[i] ? -1 : Math.hypot(x[2 * i], x[2 * i + 1])))
                .filter((radius) => radius >= 0);
            return radii.filter((radius) => radius < 0.1).length / radii.length;
        });
        assert.ok(Math.min(...near) > 0.5, `${near}`);
    }
});

test("from zeros only the three output biases move", async () => {
    const moved = await seen("zeros", "zeros", (model) => {
        const weights = model.weights();
        return { some: weights.filter((one) => one !== 0).length, last: weights.slice(-3) };
    });
    for (const { some, last } of moved) {
        assert.equal(some, 3);
        assert.ok(last.every((bias) => bias !== 0));
    }
});

test("on the plateau the first layer's gradient is a small fraction of the last hidden one's", async () => {
    const ratios = await seen("plateau", "flat", (model) => {
        const [first, , , last] = model.layers.map((_, l) => model.norms(l).kernelGradient);
        return first / last;
    });
    assert.ok(Math.max(...ratios) < 0.05, `${ratios}`);
});

test("three neurons: more than half of the seeds stop high, and waiting changes little", async () => {
    const { steps } = await libraryLesson("local-minimum");
    const [start, patience] = steps;
    const epochs = start.run ?? 0;
    const twenty = Array.from({ length: 20 }, (_, seed) => runOf(start, { seed }).history.loss);
    const longer = OTHERS.map((seed) => runOf(patience, { seed }).history.loss);
    for (const losses of [twenty, longer]) {
        const high = losses.filter((loss) => loss[epochs - 1] > 0.2);
        assert.ok(high.length > losses.length / 2, `${high.length}`);
    }
    for (const [i, loss] of longer.entries())
        assert.ok(Number(loss.at(-1)) > loss[epochs - 1] - 0.06, `seed ${OTHERS[i]}`);
});

test("L2 and batch normalization raise the validation accuracy with some seeds only", async () => {
    const { steps } = await libraryLesson("regularization");
    const accuracyOf = (/** @type {string} */ id, /** @type {number} */ seed) => {
        const step = steps.find((one) => one.id === id);
        assert.ok(step, id);
        return Number(run(step, seed).history.val_accuracy.at(-1));
    };
    for (const id of ["l2", "batchNorm"]) {
        const changes = OTHERS.map((seed) => accuracyOf(id, seed) - accuracyOf("none", seed));
        assert.ok(Math.max(...changes) > 0 && Math.min(...changes) < 0, `${id}: ${changes}`);
    }
});
