/** The build against what real Keras and scikit-learn gave (tests/data/keras). */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { subjects } from "../keras/checks.mjs";
import { distance, expectNear } from "../keras/compare.mjs";
import { changes } from "../keras/record.mjs";
import { stepCases } from "../keras/step-cases.mjs";

/** @typedef {any} Json */

const FOLDER = new URL("../data/keras/", import.meta.url);
const lab = await loadLab();

/** @param {string} subject @returns {Promise<Json>} */
const recorded = async (subject) =>
    JSON.parse(await readFile(new URL(`${subject}.json`, FOLDER), "utf8"));

for (const [subject, { check, nameOf }] of Object.entries(subjects)) {
    test(`${subject}: as the real ones gave them`, async () => {
        const { versions, cases } = await recorded(subject);
        assert.ok(Object.values(versions).every((version) => /^\d+\.\d+/.test(String(version))));
        assert.ok(cases.length >= 12);
        const failures = cases.flatMap((/** @type {Json} */ expected, /** @type {number} */ i) => {
            try {
                check(lab, expected);
                return [];
            } catch (error) {
                return [`${nameOf(expected, i)}: ${/** @type {Error} */ (error).message}`];
            }
        });
        assert.deepEqual(failures, []);
    });
}

test("every recorded step is a case, and every case is recorded", async () => {
    const { cases } = await recorded("steps");
    assert.deepEqual(
        cases.map((/** @type {Json} */ { name, settings }) => ({ name, settings })),
        stepCases,
    );
});

// ---------------------------------------------------------------- the checks themselves

/** One number or word of a case, changed by as little as must be noticed. */
const DAMAGES = /** @type {[string, string, (expected: Json) => void][]} */ ([
    ["steps", "a first weight", ({ start }) => nudge(start, 0, 1e-6)],
    ["steps", "a weight after one update", ({ after }) => nudge(after[0].weights[0], 0, 1e-5)],
    ["steps", "a weight after ten updates", ({ after }) => nudge(after[1].weights[2], 3, 1e-5)],
    ["steps", "a weight after 200 updates", ({ after }) => nudge(after[2].weights[1], 1, 1e-3)],
    ["steps", "a weight too few", ({ after }) => after[2].weights[5].pop()],
    ["steps", "an array too few", ({ after }) => after[2].weights.pop()],
    ["steps", "weights that Keras is not sure of", ({ after }) => nudge(after[1].gaps, 0, 1)],
    ["steps", "an epoch's loss", ({ history }) => nudge(history[1], "loss", 1e-4)],
    ["steps", "an epoch's accuracy", ({ history }) => nudge(history[1], "accuracy", 1e-3)],
    ["steps", "an output", ({ outputs }) => nudge(outputs, 4, 1e-4)],
    ["callbacks", "a loss", ({ losses }) => nudge(losses[0], 1, 1e-6)],
    ["callbacks", "an epoch", ({ outcome }) => nudge(outcome.epochs, 0, 1)],
    ["callbacks", "whether it stopped", ({ outcome }) => nudge(outcome.stopped, 0, 1)],
    ["callbacks", "whose weights are left", ({ outcome }) => nudge(outcome.weights, 0, 1)],
    ["callbacks", "a rate", ({ outcome }) => nudge(outcome.rates, 0, 1e-12)],
    ["initializers", "the mean", (expected) => nudge(expected, "mean", 0.02 * expected.deviation)],
    [
        "initializers",
        "the deviation",
        (expected) => nudge(expected, "deviation", 0.02 * expected.deviation),
    ],
    ["initializers", "the least", (expected) => nudge(expected, "least", 0.05)],
    ["initializers", "the most", (expected) => nudge(expected, "most", -0.05)],
    ["initializers", "a quantile", ({ quantiles }) => nudge(quantiles, 20, 0.01)],
    ...["float", "integer", "digits_0", "digits_5", "named", "occurring_named"].map((text) => [
        "reports",
        `the text of ${text}`,
        (/** @type {Json} */ expected) => {
            expected[text] = expected[text].replace(/\d\n/, "\n");
        },
    ]),
    ["reports", "an accuracy", ({ dict }) => nudge(dict, "accuracy", 1e-9)],
    ["reports", "a precision", ({ dict }) => nudge(dict["macro avg"], "precision", 1e-9)],
    ["reports", "a support", ({ dict }) => nudge(dict["weighted avg"], "support", 1)],
    ["reports", "a prediction", ({ prediction }) => prediction.reverse()],
    ["datasets", "a point", ({ x }) => nudge(x[0], 1, 1e-6)],
    ["datasets", "a label", ({ y }) => nudge(y, 0, 1)],
    ["datasets", "how many there are of a class", ({ of_each }) => nudge(of_each, 0, 1)],
    ["tables", "a prediction", ({ prediction }) => nudge(prediction, 0, 1)],
    ["tables", "a report", (expected) => replace(expected, "report", /\d\n/, "\n")],
    ["tables", "a label", ({ labels }) => labels.reverse()],
    ["tables", "a better accuracy", (expected) => raise(expected.accuracies, 0.05)],
    ["tables", "a worse accuracy", (expected) => raise(expected.accuracies, -0.05)],
]);

/** @param {Json} numbers @param {string | number} at @param {number} by */
function nudge(numbers, at, by) {
    assert.notEqual(numbers[at], undefined);
    numbers[at] += by;
}

/** @param {number[]} numbers @param {number} by */
function raise(numbers, by) {
    for (const i of numbers.keys()) numbers[i] += by;
}

/** @param {Json} texts @param {string} at @param {RegExp} part @param {string} other */
function replace(texts, at, part, other) {
    assert.match(texts[at], part);
    texts[at] = texts[at].replace(part, other);
}

/** @type {Record<string, number>} a case in which all that is damaged here is found */
const EXAMPLES = { steps: 0, callbacks: 3, initializers: 1, reports: 7, datasets: 9, tables: 13 };

for (const [subject, what, damage] of DAMAGES)
    test(`${subject}: ${what} that is wrong is found`, async () => {
        const { cases } = await recorded(subject);
        const expected = cases[EXAMPLES[subject]];
        const { check } = subjects[subject];
        check(lab, structuredClone(expected));
        damage(expected);
        assert.throws(() => check(lab, expected));
    });

test("a normal distribution that is not truncated is found", async () => {
    const { cases } = await recorded("initializers");
    const normal = cases.find((/** @type {Json} */ c) => c.initializer === "he_normal");
    const uniform = cases.find(
        (/** @type {Json} */ c) => c.initializer === "he_uniform" && c.units === normal.units,
    );
    const { check } = subjects.initializers;
    assert.throws(() => check(lab, { ...normal, initializer: "he_uniform" }));
    assert.throws(() => check(lab, { ...uniform, initializer: "he_normal" }));
    const width = 1.5; // as many beyond two deviations as a plain one has
    assert.throws(() => check(lab, { ...normal, least: width * normal.least }));
});

test("distances: relative to the largest, and NaN is far from everything", () => {
    assert.equal(distance([1, 2.5], [1, 2]), 0.25);
    assert.ok(Number.isNaN(distance([Number.NaN, 1], [1, 1])));
    expectNear("values", [1, 2], [1, 2], 0);
    assert.throws(() => expectNear("values", [1, Number.NaN], [1, 2], 1));
    assert.throws(() => expectNear("values", [1, Number.POSITIVE_INFINITY], [1, 2], 1));
    assert.throws(() => expectNear("values", [1], [1, 2], 1), /how many/);
});

test("what is on record and what is given now: versions, numbers and words", () => {
    const before = {
        versions: { keras: "3.15.1" },
        cases: [{ name: "a", weights: [[1, -2]], gaps: [1e-7], epochs: [3], text: "x" }],
    };
    /** @param {(now: Json) => void} change */
    const found = (change) => {
        const now = structuredClone(before);
        change(now);
        return changes(before, now);
    };
    assert.deepEqual(
        found(({ cases: [first] }) => {
            first.weights[0][1] = -2.00001;
            first.gaps = [3e-7];
        }),
        [],
    );
    assert.deepEqual(
        found(({ versions }) => {
            versions.keras = "3.16.0";
        }),
        ['/versions/keras: "3.16.0", on record "3.15.1"'],
    );
    for (const change of /** @type {((now: Json) => void)[]} */ ([
        ({ cases: [first] }) => nudge(first.weights[0], 1, 1e-3),
        ({ cases: [first] }) => nudge(first.epochs, 0, 1),
        ({ cases: [first] }) => nudge(first, "text", 1),
        ({ cases: [first] }) => first.weights[0].push(1),
        ({ cases }) => cases.push({ name: "b" }),
        ({ cases }) => cases.pop(),
    ]))
        assert.equal(found(change).length, 1, String(change));
});
