/**
 * The library's lessons are alike: short texts in both languages, a few steps of predicting and
 * running, a task at the end, a reply to every choice that does not come true.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readLesson } from "../../web/lessons/judge.js";
import { termsIn } from "../../web/lessons/lesson-text.js";
import { known, libraryTexts } from "../lessons.mjs";

/** @typedef {import("../../web/lessons/lesson.js").Lesson} Lesson */
/** @typedef {import("../../web/lessons/lesson-text.js").Text} Text */
/** @typedef {keyof typeof MOST} Kind */

/** The most that a text may have: English words, Chinese characters. */
const MOST = {
    title: [12, 18],
    say: [40, 70],
    ask: [20, 35],
    choice: [9, 18],
    outcome: [45, 90],
    reply: [20, 35],
    task: [30, 60],
    notYet: [30, 60],
    hint: [20, 35],
    done: [30, 60],
};

/** Not what a teacher in Taiwan, or this page, writes. */
const FOREIGN =
    /數據|網絡|激活|代碼|默認|信息|質量|視頻|程序|優化算法|周期|正則化項|您|[一-鿿][,;:?!]|["']/;

/** Without links; a number of the run counts as one word, or character. @param {string} text */
const plain = (text) => text.replace(/\[([^\]]+)\]\(\w+\)/g, "$1").replace(/\{[^}]*\}/g, "0");

/** @param {string} text */
const words = (text) =>
    plain(text)
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Each Chinese character, and each word or number of others; no punctuation. @param {string} text */
const characters = (text) =>
    (plain(text).match(/\p{Script=Han}|[\p{L}\p{N}][\p{L}\p{N}.,%_]*/gu) ?? []).length;

/** Every text of a lesson, with its place. @param {Lesson} lesson */
function textsOf({ title, steps }) {
    /** @type {{kind: Kind, place: string, text: Text}[]} */
    const texts = [{ kind: "title", place: "title", text: title }];
    for (const step of steps) {
        /** @param {Kind} kind @param {Text | undefined} text @param {string} [place] */
        const add = (kind, text, place = kind) => {
            if (text) texts.push({ kind, place: `${step.id}.${place}`, text });
        };
        for (const kind of /** @type {const} */ (["say", "ask", "hint", "done"]))
            add(kind, step[kind]);
        add("task", step.task?.text);
        for (const { letter, text } of step.choices) add("choice", text, `choices.${letter}`);
        for (const [i, { text }] of step.outcome.entries()) add("outcome", text, `outcome[${i}]`);
        for (const [letter, text] of Object.entries(step.reply))
            add("reply", text, `reply.${letter}`);
        for (const [i, { text }] of step.notYet.entries()) add("notYet", text, `notYet[${i}]`);
    }
    return texts;
}

/** @param {Lesson} lesson */
function longTexts(lesson) {
    return textsOf(lesson).flatMap(({ kind, place, text }) => {
        const [english, chinese] = MOST[kind];
        const counts = [words(text.en), characters(text.zh)];
        return counts[0] > english || counts[1] > chinese ? [`${place}: ${counts}`] : [];
    });
}

const lessons = [...(await libraryTexts()).values()].map((text) => readLesson(text, known));

test("counting: a term's link and a number of the run are a word each", () => {
    assert.equal(words("It is {loss@1}, the [loss](loss) of 1,500 points – few."), 9);
    assert.equal(characters("這是 {loss}，1,500 個點的 [ReLU](relu)。"), 8);
});

test("a text that is too long is noticed", () => {
    const [lesson] = lessons;
    const long = { zh: "字".repeat(19), en: "word" };
    assert.deepEqual(longTexts({ ...lesson, title: long }), ["title: 1,19"]);
});

for (const lesson of lessons) {
    const { id, steps } = lesson;

    test(`${id}: no text is longer than a reader has patience for`, () => {
        assert.deepEqual(longTexts(lesson), []);
    });

    test(`${id}: both languages, each in its own words`, () => {
        assert.deepEqual(lesson.languages, ["zh", "en"]);
        for (const { place, text } of textsOf(lesson)) {
            assert.match(text.zh, /\p{Script=Han}|^[\d./]+$/u, place);
            assert.doesNotMatch(text.en, /\p{Script=Han}/u, place);
            assert.doesNotMatch(text.zh.replace(/\{[^}]*\}/g, ""), FOREIGN, place);
            const numbers = (/** @type {string} */ given) =>
                [...new Set(given.match(/\{[^}]*\}/g))].sort();
            if (!place.includes("notYet"))
                assert.deepEqual(numbers(text.zh), numbers(text.en), place);
        }
    });

    test(`${id}: three to five steps, of which the last is a task`, () => {
        assert.ok(steps.length >= 3 && steps.length <= 5, `${steps.length}`);
        assert.deepEqual(
            steps.filter(({ task }) => task),
            steps.slice(-1),
        );
        const { task, allow, hint, done, notYet, solution } = steps[steps.length - 1];
        assert.ok(task && hint && done && solution && allow.length > 0);
        assert.ok(
            notYet.some(({ rule }) => !rule),
            "it always says where one stands",
        );
    });

    test(`${id}: each other step asks, and answers every choice`, () => {
        for (const { id: step, say, ask, choices, outcome, reply } of steps.slice(0, -1)) {
            assert.ok(say && ask && choices.length === 3, step);
            const cameTrue = new Set(outcome.map(({ fits }) => fits));
            assert.ok(outcome.length > 0, step);
            for (const { fits, rule } of outcome) assert.ok(fits && rule, step);
            const others = choices.map(({ letter }) => letter).filter((one) => !cameTrue.has(one));
            assert.deepEqual(Object.keys(reply), others, step);
        }
    });

    test(`${id}: its source, and its terms are those that it explains`, () => {
        assert.ok(lesson.source && lesson.minutes && lesson.terms.length > 0);
        const linked = textsOf(lesson).flatMap(({ text }) => [
            ...termsIn(text.zh),
            ...termsIn(text.en),
        ]);
        for (const term of linked)
            assert.ok(
                lesson.terms.some((one) => one === term),
                `${term} is not among its terms`,
            );
    });
}
