/** Rules on the numbers of a run: what they mean, and what is refused. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { LessonError } from "../../web/lessons/lesson-error.js";
import { holds, namesIn, readRule, textOf } from "../../web/lessons/rule.js";

/** @type {Record<string, number>} */
const numbers = {
    a: 1,
    b: 2,
    "a@3": 5,
    "before.a": 7,
    none: Number.NaN,
    endless: Infinity,
    yes: 1,
};

/** @param {string} text */
const read = (text) =>
    readRule(text, "if", ({ name }) => (["yes", "no"].includes(name) ? "truth" : "number"));

/** @param {string} text */
const isTrue = (text) => holds(read(text), (name) => numbers[textOf(name)]);

test("arithmetic binds as usual, and from the left", () => {
    for (const rule of [
        "a + b * 3 == 7",
        "(a + b) * 3 == 9",
        "10 - 4 - 3 == 3",
        "8 / 4 / 2 == 1",
        "-b + 3 == 1",
        "2 - -1 == 3",
        "- (a + b) < -2.5",
        "1e3 == 1000",
        "2.5e-1 == 0.25",
    ])
        assert.equal(isTrue(rule), true, rule);
});

test("comparisons, and what joins them", () => {
    for (const [rule, expected] of /** @type {const} */ ([
        ["a < b", true],
        ["a <= 1 && b >= 2", true],
        ["a > b || a == 1", true],
        ["a != 1", false],
        ["!(a == 1)", false],
        ["!a < b", false],
        ["a == 1 || a == 2 && b == 3", true],
        ["(a == 1 || a == 2) && b == 3", false],
        ["yes", true],
        ["!yes || a == 2", false],
        ["a@3 == 5 && before.a == 7", true],
        ["endless > 1e300", true],
    ]))
        assert.equal(isTrue(rule), expected, rule);
});

test("without a number that it needs, a rule does not hold, not even its contrary", () => {
    for (const rule of [
        "missing > 0",
        "!(missing > 0)",
        "none == none",
        "none != 1",
        "0 / 0 == 0 / 0",
        "endless - endless != 0",
        "a == 1 && missing > 0",
        "a@4 > 0",
    ])
        assert.equal(isTrue(rule), false, rule);
    assert.equal(isTrue("a == 1 || missing > 0"), true, "what is not needed may be missing");
});

test("what is refused, and why", () => {
    for (const [rule, reason] of /** @type {const} */ ([
        ["", "ruleEmpty"],
        ["  ", "ruleEmpty"],
        ["a", "ruleTruth"],
        ["a +", "ruleEnd"],
        ["a < ", "ruleEnd"],
        ["(a < b", "ruleEnd"],
        ["a < b)", "ruleUnexpected"],
        ["a b < 3", "ruleUnexpected"],
        ["a < b < 3", "ruleChain"],
        ["a = 1", "ruleEqual"],
        ["a === 1", "ruleEqual"],
        ["a > 90%", "ruleSign"],
        ["a < 1; b", "ruleSign"],
        ["a['b'] > 1", "ruleSign"],
        ["a.b.c > 1", "ruleSign"],
        ["1.2.3 > a", "ruleSign"],
        ["a@b > 1", "ruleSign"],
        ["2a > 1", "ruleSign"],
        ["a & b", "ruleSign"],
        ["`a` > 1", "ruleSign"],
        ["a && b", "ruleTruth"],
        ["(a < b) + 1 > 0", "ruleNumber"],
        ["-(a < b) > 0", "ruleNumber"],
        ["yes == 1", "ruleNumber"],
        [`${"(".repeat(25)}a < 1${")".repeat(25)}`, "ruleDeep"],
        [`${"!".repeat(25)}(a < 1)`, "ruleDeep"],
        [`a < ${"-".repeat(25)}1`, "ruleDeep"],
        [`a < 1${" + 1".repeat(100)}`, "ruleLong"],
    ]))
        assert.throws(
            () => read(rule),
            (error) => error instanceof LessonError && error.reason === reason,
            `${rule}: ${reason}`,
        );
});

test("names are handed to the judge, with scope, epoch and all", () => {
    const rule = read("before.a@3 < b || !(first.c == 1)");
    assert.deepEqual(namesIn(rule).map(textOf), ["before.a@3", "b", "first.c"]);
    assert.deepEqual(namesIn(rule)[0], { scope: "before", name: "a", at: 3 });
});
