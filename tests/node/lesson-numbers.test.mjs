/** The numbers that lessons speak of are the core's, and texts are chosen by them. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { readLesson } from "../../web/lessons/judge.js";
import { caseOf, reachedAt, stepBefore, writeFrom } from "../../web/lessons/lesson.js";
import { filled, keyFor } from "../../web/lessons/lesson-text.js";
import { knownNumber, numberOf, ownNames, upTo, written } from "../../web/lessons/numbers.js";
import { nameOf } from "../../web/lessons/rule.js";
import { known, lab, libraryTexts, runOf } from "../lessons.mjs";

/** @typedef {import("../../web/lessons/lesson.js").Step} Step */
/** @typedef {import("../../web/lessons/numbers.js").Outcome} Outcome */

/** @param {string} text */
const name = (text) => /** @type {import("../../web/lessons/rule.js").Name} */ (nameOf(text));

/** @param {Partial<Step>} step @returns {Step} */
const stepOf = (step) => ({
    ...{ id: "", set: {}, trained: 0, view: {}, choices: [], outcome: [], reply: {} },
    ...{ keep: [], allow: [], notYet: [] },
    ...step,
});

const small = { points: 60, layers: [8, 4], noise: 0.4, validationSplit: 0.25 };
const outcome = runOf(stepOf({ set: small, run: 6 }));

test("every number of a run is there, and is what history, report and network say", () => {
    const { history, report, health } = outcome;
    assert.ok(report && health);
    /** @type {[string, number | undefined][]} */
    const expected = [
        ["accuracy", history.accuracy[5]],
        ["accuracy@2", history.accuracy[1]],
        ["accuracy@7", undefined],
        ["loss@1", history.loss[0]],
        ["valLoss", history.val_loss[5]],
        ["valAccuracy@3", history.val_accuracy[2]],
        ["lowestLoss", Math.min(...history.loss)],
        ["lowestValLoss", Math.min(...history.val_loss)],
        ["lowestValEpoch", 1 + history.val_loss.indexOf(Math.min(...history.val_loss))],
        ["highestAccuracy", Math.max(...history.accuracy)],
        ["epoch", 6],
        ["updates", 6 * Math.ceil((180 * 0.75) / 32)],
        ["parameters", 2 * 8 + 8 + 8 * 4 + 4 + 4 * 3 + 3],
        ["hiddenLayers", 2],
        ["lastUnits", 4],
        ["deadUnits", health.layers[1].dead],
        ["chance", health.chance],
        ["recall@1", report.scores.classes[1].recall],
        ["macroF1", report.scores.macro["f1-score"]],
        ["weightedPrecision", report.scores.weighted.precision],
        ["support@0", report.scores.classes[0].support],
        ["reportAccuracy", report.scores.accuracy],
        ["wrong", 135 - Math.round(135 * report.scores.accuracy)],
        ["valReportAccuracy", outcome.validation?.scores.accuracy],
        ["points", 60],
        ["batchNorm", 0],
    ];
    for (const [text, value] of expected) assert.equal(numberOf(name(text), outcome), value, text);
    for (const own of ownNames) {
        const at = knownNumber(own, lab.settings)?.at === "class" ? "@0" : "";
        assert.ok(Number.isFinite(numberOf(name(own + at), outcome)), own);
    }
});

test("a diverged run says so", () => {
    const diverged = runOf(stepOf({ set: { optimizer: "sgd", learningRate: 100 }, run: 3 }));
    assert.equal(numberOf(name("diverged"), diverged), 1);
    assert.equal(numberOf(name("diverged"), outcome), 0);
});

test("numbers as they are written", () => {
    /** @type {[string, number, string][]} */
    const cases = [
        ["accuracy", 0.98633, "98.6%"],
        ["accuracy", 1, "100.0%"],
        ["loss", 1.0986, "1.10"],
        ["loss", 0.0949, "0.095"],
        ["loss", 0.00123, "0.0012"],
        ["loss", 1234567.8, "1,234,568"],
        ["loss", Infinity, "∞"],
        ["macroF1", 0.649, "0.65"],
        ["parameters", 11299, "11,299"],
        ["learningRate", 0.0001, "0.0001"],
    ];
    for (const [text, value, expected] of cases) assert.equal(written(name(text), value), expected);
});

test("a run as it was at an earlier epoch knows nothing of its end", () => {
    const early = upTo(outcome, 2);
    assert.equal(numberOf(name("accuracy"), early), outcome.history.accuracy[1]);
    assert.equal(numberOf(name("epoch"), early), 2);
    assert.equal(numberOf(name("updates"), early), 2 * Math.ceil(135 / 32));
    assert.equal(numberOf(name("macroF1"), early), undefined);
    assert.equal(upTo(outcome, 6), outcome);
});

test("texts are filled with the numbers of the run; what is not there is a dash", () => {
    const write = writeFrom((scope) => (scope === "" ? outcome : undefined));
    assert.equal(filled("{epoch} {loss@99} {before.loss}", write), "6 – –");
    assert.equal(keyFor(["zh", "en"], "zh-Hant"), "zh");
    assert.equal(keyFor(["zh"], "en"), "zh");
});

/** Every lesson that there is. */
const files = await libraryTexts();
files.set(
    "the example",
    await readFile(new URL("../../docs/example-lesson.json", import.meta.url), "utf8"),
);

for (const [id, file] of files)
    test(`${id}: each question has its outcome, each task is solved by its solution only`, () => {
        const { steps } = readLesson(file, known);
        /** @type {Map<Step, Outcome>} */
        const runs = new Map();
        const run = (/** @type {Step} */ step) => {
            const done = runs.get(step) ?? runOf(step);
            runs.set(step, done);
            return done;
        };
        for (const [i, step] of steps.entries()) {
            const before = stepBefore(steps, i);
            /** @param {Outcome} [own] @returns {import("../../web/lessons/lesson.js").Outcomes} */
            const outcomes = (own) => (scope) => {
                if (scope === "") return own ?? run(step);
                const other = scope === "before" ? before : steps.find(({ id }) => id === scope);
                return other && run(other);
            };
            const place = `steps[${i}]`;
            if (step.outcome.length > 0) {
                const found = caseOf(step.outcome, outcomes());
                assert.ok(found, `${place}: no outcome holds`);
                if (step.choices.length > 0) assert.ok(found.fits, `${place}: nothing came true`);
            }
            if (!step.task) continue;
            assert.equal(reachedAt(step.task, outcomes()), undefined, `${place} is done at once`);
            assert.ok(step.solution, `${place} has no solution to test it by`);
            const solved = runOf(step, step.solution);
            assert.ok(reachedAt(step.task, outcomes(solved)), `${place}: its solution does not do`);
        }
    });
