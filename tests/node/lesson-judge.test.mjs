/**
 * A lesson may come from anybody: what is right is read, and everything else is refused with its
 * place.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { byChapter, chapters } from "../../web/lessons/chapters.js";
import { judgeLesson, readLesson } from "../../web/lessons/judge.js";
import { LessonError } from "../../web/lessons/lesson-error.js";
import { explainLesson } from "../../web/texts/explain-lesson.js";
import { faults as faultTexts, languages } from "../../web/texts/languages.js";
import { Localizer } from "../../web/texts/localizer.js";
import { known, lab, libraryTexts } from "../lessons.mjs";

const text = { zh: "字", en: "words" };

/** A step that asks, and one with a task. */
const asking = () => ({
    id: "first",
    set: { learningRate: 0.01 },
    run: 10,
    say: text,
    code: 'x = {"a": [1](epoch)}',
    ask: text,
    choices: { a: text, b: text },
    outcome: [{ if: "accuracy >= 0.9", fits: "a", ...text }],
    reply: { b: text },
});
const task = () => ({
    id: "second",
    keep: "first",
    allow: ["learningRate"],
    task: { goal: "accuracy >= 0.95 && loss < before.loss", withinEpochs: 5, ...text },
    notYet: [{ if: "loss > 1", ...text }, text],
    hint: text,
    done: { zh: "{learningRate}", en: "{learningRate}, {epoch}, {first.accuracy@1}" },
    solution: { learningRate: 0.003 },
});
const whole = () => ({
    lesson: 1,
    id: "a-lesson",
    minutes: 5,
    title: text,
    source: "超參數",
    terms: ["epoch"],
    parts: ["map", "curves"],
    steps: [asking(), task()],
});

/** @typedef {ReturnType<typeof whole> & {steps: any[]}} Given */

/** A lesson with a change. @param {(lesson: any) => void} change */
function changed(change) {
    const lesson = JSON.parse(JSON.stringify(whole())); // each text an object of its own
    change(lesson);
    return lesson;
}

/** Place and reason of the refusal of a lesson. @param {unknown} lesson */
function refusalOf(lesson) {
    try {
        judgeLesson(lesson, known);
    } catch (error) {
        if (error instanceof LessonError) return `${error.place} ${error.reason}`;
        throw error;
    }
    return "";
}

test("a good lesson is read; what is left out is as it is without", () => {
    const lesson = judgeLesson(whole(), known);
    assert.deepEqual(lesson.languages, ["zh", "en"]);
    assert.equal(lesson.steps.length, 2);
    const [first, second] = lesson.steps;
    assert.deepEqual([first.trained, first.allow, first.view.map], [0, [], undefined]);
    assert.deepEqual(
        first.choices.map(({ letter }) => letter),
        ["a", "b"],
    );
    assert.equal(first.outcome[0].fits, "a");
    assert.equal(second.task?.withinEpochs, 5);
    assert.deepEqual([first.keep, second.keep], [[], ["first"]]);
    const several = judgeLesson(
        changed((l) => (l.steps[1].keep = ["first"])),
        known,
    );
    assert.deepEqual(several.steps[1].keep, ["first"]);
});

test("code is kept as it is, for all languages or each", () => {
    const code = 'def f(x):\n    return {"a": x}  # <b>{accuracy}</b> [x](epoch)';
    const one = judgeLesson(
        changed((lesson) => Object.assign(lesson.steps[0], { code })),
        known,
    );
    assert.deepEqual(one.steps[0].code, { zh: code, en: code });
    const two = { zh: "# 字", en: "# words" };
    const each = judgeLesson(
        changed((lesson) => Object.assign(lesson.steps[0], { code: two })),
        known,
    );
    assert.deepEqual(each.steps[0].code, two);
});

test("the exercise's code is Python, of the settings that the lab trains with", async () => {
    const { steps } = JSON.parse((await libraryTexts()).get("exercise") ?? "");
    for (const language of ["zh", "en"]) {
        const code = steps.map((/** @type {any} */ step) => step.code[language]);
        for (const line of code.join("\n").split("\n")) assert.ok(line.length <= 50, line);
        const python = "import ast, sys; ast.parse(sys.stdin.read())";
        const input = code.join("\n");
        const { status, stderr } = spawnSync("python3", ["-c", python], {
            input,
            encoding: "utf8",
        });
        assert.equal(status, 0, stderr);
        const { learningRate, batchSize, layers, epochs } = lab.defaults;
        for (const units of layers) assert.match(code[0], new RegExp(`Dense\\(${units}, `));
        assert.match(
            code[0],
            new RegExp(`Adam\\(${learningRate}\\)[^]*batch_size=${batchSize}, epochs=1`),
        );
        assert.match(code[1], new RegExp(`batch_size=${batchSize}, epochs=${epochs}`));
        assert.match(code[3], new RegExp(`rate = ${steps[3].set.learningRate}\n`));
    }
});

test("a lesson in one language only is one", () => {
    const only = JSON.parse(JSON.stringify(whole()).replaceAll(/"en":"[^"]*"/g, '"zh":"字"'));
    assert.deepEqual(judgeLesson(only, known).languages, ["zh"]);
    assert.equal(
        refusalOf(
            changed((l) => {
                l.steps[0].say = { zh: "字" };
            }),
        ),
        "steps[0].say.en missing",
    );
    assert.equal(refusalOf(changed((l) => (l.title = { zh: "字" }))), "steps[0].say.en untitled");
});

/** Points of a lesson's own, with something wrong. @param {object} others */
const own = (others) => ({ labels: ["a", "b"], points: [[0, 0, 1]], ...others });

test("a lesson brings points of its own, which are the dataset then", () => {
    const lesson = /** @type {any} */ (whole());
    const points = [
        [0.5, -1, 1],
        [2, 3, 0],
    ];
    lesson.steps[0].set = { data: own({ labels: ["貓", "<b>"], points }) };
    const { set } = judgeLesson(lesson, known).steps[0];
    assert.equal(set.dataset, "given");
    assert.deepEqual(lab.givenData(/** @type {any} */ (set.data)), {
        x: Float32Array.of(0.5, -1, 2, 3),
        y: Uint8Array.of(1, 0),
        samples: 2,
        classes: 2,
        labels: ["貓", "<b>"],
    });
});
/** @type {[(lesson: any) => void, string][]} */
const faults = [
    [(l) => delete l.lesson, "lesson version"],
    [(l) => (l.steps[0].code = 7), "steps[0].code object"],
    [(l) => (l.steps[0].code = { en: "x" }), "steps[0].code.zh missing"],
    [(l) => (l.steps[0].code = "x\u0007"), "steps[0].code control"],
    [(l) => (l.steps[0].code = "x".repeat(3001)), "steps[0].code long"],
    [(l) => (l.lesson = 2), "lesson version"],
    [(l) => (l.id = "Über uns"), "id id"],
    [(l) => (l.minutes = 0), "minutes whole"],
    [(l) => (l.title = {}), "title languages"],
    [(l) => (l.title = "words"), "title object"],
    [(l) => (l.author = "me"), "author unknown"],
    [(l) => (l.terms = ["epochs"]), "terms[0] term"],
    [(l) => (l.parts = ["maps"]), "parts[0] part"],
    [(l) => (l.parts = []), "parts length"],
    [(l) => (l.steps = []), "steps length"],
    [(l) => (l.steps = Array(41).fill(asking())), "steps length"],
    [(l) => (l.steps[1].id = "first"), "steps[1].id twice"],
    [(l) => (l.steps[1].id = "before"), "steps[1].id twice"],
    [(l) => (l.steps[1].id = "a b"), "steps[1].id id"],
    [(l) => (l.steps[0].set.learningrate = 1), "steps[0].set setting"],
    [(l) => (l.steps[0].set.points = [500, 100]), "steps[0].set value"],
    [(l) => (l.steps[0].set.points = [500, 100, 0]), "steps[0].set.points[2] value"],
    [(l) => (l.steps[0].set.points = [500, [100], 20]), "steps[0].set.points[1] value"],
    [(l) => (l.steps[0].set.points = [500]), "steps[0].set.points length"],
    [
        (l) => Object.assign(l.steps[0].set, { dataset: "classification", classes: 5 }),
        "steps[0].set value",
    ],
    [
        (l) => Object.assign(l.steps[0].set, { dataset: "classification", clustersPerClass: 2 }),
        "steps[0].set value",
    ],
    [(l) => (l.steps[0].set.dataset = "given"), "steps[0].set.data missing"],
    [(l) => (l.steps[0].set.data = []), "steps[0].set.data object"],
    [(l) => (l.steps[0].set.data = { points: [] }), "steps[0].set.data.labels missing"],
    [(l) => (l.steps[0].set.data = own({ labels: ["a"] })), "steps[0].set.data.labels length"],
    [
        (l) => (l.steps[0].set.data = own({ labels: ["a", "a"] })),
        "steps[0].set.data.labels[1] twice",
    ],
    [
        (l) => (l.steps[0].set.data = own({ labels: ["a", ""] })),
        "steps[0].set.data.labels[1] string",
    ],
    [(l) => (l.steps[0].set.data = own({ points: [] })), "steps[0].set.data.points length"],
    [
        (l) => (l.steps[0].set.data = own({ points: [[0, 0]] })),
        "steps[0].set.data.points[0] length",
    ],
    [
        (l) => (l.steps[0].set.data = own({ points: [[0, "0", 0]] })),
        "steps[0].set.data.points[0][1] coordinate",
    ],
    [
        (l) => (l.steps[0].set.data = own({ points: [[1e99, 0, 0]] })),
        "steps[0].set.data.points[0][0] coordinate",
    ],
    [
        (l) => (l.steps[0].set.data = own({ points: [[0, 0, 2]] })),
        "steps[0].set.data.points[0][2] whole",
    ],
    [(l) => (l.steps[0].set.data = own({ color: "red" })), "steps[0].set.data.color unknown"],
    [(l) => (l.steps[0].set.learningRate = "0.1"), "steps[0].set.learningRate value"],
    [(l) => (l.steps[0].set.learningRate = -1), "steps[0].set.learningRate value"],
    [(l) => (l.steps[0].set.epochs = 1.5), "steps[0].set.epochs value"],
    [(l) => (l.steps[0].set.optimizer = "adamm"), "steps[0].set.optimizer value"],
    [(l) => (l.steps[0].set.batchNorm = 1), "steps[0].set.batchNorm value"],
    [(l) => (l.steps[0].set.features = []), "steps[0].set.features value"],
    [(l) => (l.steps[0].set.features = ["r", "z"]), "steps[0].set.features value"],
    [(l) => (l.steps[0].set.features = "r"), "steps[0].set.features value"],
    [(l) => (l.steps[0].set.layers = [0]), "steps[0].set.layers[0] whole"],
    [(l) => (l.steps[0].set.layers = [{ units: 4 }]), "steps[0].set.layers[0].activation missing"],
    [(l) => (l.steps[0].run = 0), "steps[0].run whole"],
    [(l) => (l.steps[0].keep = "second"), "steps[0].keep step"],
    [(l) => (l.steps[1].keep = ["first", "second"]), "steps[1].keep[1] step"],
    [(l) => (l.steps[1].keep = Array(9).fill("first")), "steps[1].keep length"],
    [(l) => (l.steps[0].view = { map: "hard" }), "steps[0].view.map view"],
    [(l) => (l.steps[0].view = { report: "both" }), "steps[0].view.report word"],
    [(l) => delete l.steps[0].ask, "steps[0].ask missing"],
    [(l) => delete l.steps[0].choices, "steps[0].choices missing"],
    [(l) => (l.steps[0].choices = { a: text }), "steps[0].choices length"],
    [(l) => (l.steps[0].choices.g = text), "steps[0].choices.g unknown"],
    [(l) => delete l.steps[0].run, "steps[0].ask noRun"],
    [(l) => (l.steps[0].outcome[0].fits = "c"), "steps[0].outcome[0].fits word"],
    [(l) => (l.steps[0].reply.c = text), "steps[0].reply.c unknown"],
    [(l) => (l.steps[0].hint = text), "steps[0].hint noTask"],
    [(l) => (l.steps[0].outcome[0].if = "acuracy > 0.9"), "steps[0].outcome[0].if number"],
    [(l) => (l.steps[0].outcome[0].if = "before.loss > 1"), "steps[0].outcome[0].if before"],
    [(l) => (l.steps[0].outcome[0].if = "second.loss > 1"), "steps[0].outcome[0].if step"],
    [(l) => (l.steps[0].outcome[0].if = "valLoss > 1"), "steps[0].outcome[0].if aside"],
    [(l) => (l.steps[0].outcome[0].if = "loss@11 > 1"), "steps[0].outcome[0].if range"],
    [(l) => (l.steps[0].outcome[0].if = "loss@0 > 1"), "steps[0].outcome[0].if range"],
    [(l) => (l.steps[0].outcome[0].if = "recall > 1"), "steps[0].outcome[0].if ofClass"],
    [(l) => (l.steps[0].outcome[0].if = "recall@3 > 1"), "steps[0].outcome[0].if range"],
    [(l) => (l.steps[0].outcome[0].if = "macroF1@1 > 1"), "steps[0].outcome[0].if at"],
    [(l) => (l.steps[0].outcome[0].if = 1), "steps[0].outcome[0].if string"],
    [(l) => (l.steps[0].outcome[0].en = "{accuracy"), "steps[0].outcome[0].en brace"],
    [(l) => (l.steps[0].outcome[0].en = "{1 + 1}"), "steps[0].outcome[0].en gap"],
    [(l) => (l.steps[0].outcome[0].en = "{diverged}"), "steps[0].outcome[0].en truth"],
    [(l) => (l.steps[0].outcome[0].en = "[it](recal)"), "steps[0].outcome[0].en term"],
    [(l) => (l.steps[0].say = { zh: "{loss}", en: "words" }), "steps[0].say.zh early"],
    [(l) => (l.steps[0].say = { zh: "", en: "words" }), "steps[0].say.zh string"],
    [(l) => (l.steps[0].say = { zh: "字\u0000", en: "words" }), "steps[0].say.zh control"],
    [(l) => (l.steps[0].say = { zh: "字\u202e", en: "words" }), "steps[0].say.zh control"],
    [(l) => (l.steps[0].say = { zh: "字".repeat(1201), en: "w" }), "steps[0].say.zh long"],
    [(l) => delete l.steps[1].task.goal, "steps[1].task.goal missing"],
    [(l) => (l.steps[1].task.goal = "loss"), "steps[1].task.goal ruleTruth"],
    [(l) => (l.steps[1].task.withinEpochs = 0), "steps[1].task.withinEpochs whole"],
    [(l) => (l.steps[1].run = 4), "steps[1].task.withinEpochs whole"],
    [(l) => delete l.steps[1].done, "steps[1].done missing"],
    [(l) => (l.steps[1].allow = ["rate"]), "steps[1].allow[0] setting"],
    [(l) => (l.steps[1].solution = { epochs: 3 }), "steps[1].solution setting"],
    [(l) => (l.steps[1].outcome = [text]), "steps[1].outcome noRun"],
    [(l) => (l.steps[1] = {}), "steps[1].say missing"],
    [(l) => (l.steps[1] = null), "steps[1] object"],
    [(l) => (l.steps[1] = []), "steps[1] object"],
];

for (const [i, [change, expected]] of faults.entries())
    test(`fault ${i + 1}: ${expected}`, () => {
        const lesson = changed(change);
        assert.equal(refusalOf(lesson), expected);
        for (const { tag } of languages) {
            // The sentence has everything that it needs.
            try {
                judgeLesson(lesson, known);
            } catch (error) {
                const refusal = /** @type {LessonError} */ (error);
                const sentence = explainLesson(new Localizer(tag), lab, refusal, faultTexts);
                assert.ok(sentence.startsWith(refusal.place), sentence);
                assert.doesNotMatch(sentence, /undefined|\{\w/);
            }
        }
    });

test("the sentence names the place, and what may have been meant", () => {
    /** @param {(lesson: any) => void} change @param {import("../../web/texts/languages.js").Language} tag */
    const sentence = (change, tag) => {
        try {
            judgeLesson(changed(change), known);
        } catch (error) {
            return explainLesson(
                new Localizer(tag),
                lab,
                /** @type {LessonError} */ (error),
                faultTexts,
            );
        }
        return "";
    };
    const misspelt = (/** @type {any} */ lesson) => {
        lesson.steps[0].outcome[0].if = "acuracy > 0.9";
    };
    assert.equal(
        sentence(misspelt, "en"),
        "steps[0].outcome[0].if: There is no number “acuracy”; perhaps accuracy?",
    );
    assert.equal(
        sentence(misspelt, "zh-Hant"),
        "steps[0].outcome[0].if：沒有「acuracy」這個數字；是不是 accuracy？",
    );
    assert.match(
        sentence((lesson) => (lesson.steps[0].set.learningRate = -1), "en"),
        /^steps\[0\]\.set\.learningRate: .*-1/,
    );
    assert.match(
        sentence((lesson) => (lesson.steps[0].set.learningRate = "0.1"), "en"),
        /"0\.1".*number/,
    );
});

test("a file that is too large, or no JSON, is refused as a whole", () => {
    const large = JSON.stringify({ ...whole(), filler: "字".repeat(70_000) });
    assert.throws(() => readLesson(large, known), { place: "", reason: "size" });
    for (const file of ["", "{", "[".repeat(190_000), '{"lesson": 1,}'])
        assert.throws(() => readLesson(file, known), { place: "", reason: "json" });
    assert.equal(readLesson(`\ufeff${JSON.stringify(whole())}`, known).id, "a-lesson");
});

test("prototypes are out of reach", () => {
    for (const key of ["__proto__", "constructor", "hasOwnProperty", "toString"]) {
        const own = `"${key}": {"zh": "字", "en": "x"}`;
        const places = {
            lesson: JSON.stringify(whole()).replace("{", `{${own},`),
            set: JSON.stringify(whole()).replace('"set":{', `"set":{"${key}":1,`),
            choices: JSON.stringify(whole()).replace('"choices":{', `"choices":{${own},`),
            reply: JSON.stringify(whole()).replace('"reply":{', `"reply":{${own},`),
            rule: JSON.stringify(whole()).replace('"accuracy >= 0.9"', `"${key} > 1"`),
            scope: JSON.stringify(whole()).replace('"accuracy >= 0.9"', `"${key}.loss > 1"`),
            text: JSON.stringify(whole()).replace('"say":{"zh":"字"', `"say":{"zh":"{${key}}"`),
            term: JSON.stringify(whole()).replace('"epoch"', `"${key}"`),
        };
        for (const [place, file] of Object.entries(places))
            assert.throws(() => readLesson(file, known), LessonError, `${key} in ${place}`);
    }
    assert.equal(/** @type {any} */ ({}).zh, undefined);
});

test("every lesson of the library is one, under its own name, and so is the example", async () => {
    const texts = await libraryTexts();
    assert.ok(texts.size > 0);
    const example = await readFile(
        new URL("../../docs/example-lesson.json", import.meta.url),
        "utf8",
    );
    for (const [name, file] of [...texts, ["", example]]) {
        const lesson = readOrExplain(name, file);
        if (name) assert.equal(lesson.id, name);
        assert.deepEqual(lesson.languages, ["zh", "en"], name);
    }
});

/** @param {string} name @param {string} file */
function readOrExplain(name, file) {
    try {
        return readLesson(file, known);
    } catch (error) {
        const refusal = /** @type {LessonError} */ (error);
        throw new Error(`${name}: ${explainLesson(new Localizer("en"), lab, refusal, faultTexts)}`);
    }
}

test("each lesson of the library stands in one chapter", async () => {
    const ids = chapters.flatMap(([, own]) => own);
    assert.deepEqual([...ids].sort(), [...(await libraryTexts()).keys()].sort());
    const listed = byChapter([{ id: "zeros" }, { id: "softmax" }, { id: "mine" }]);
    assert.deepEqual(listed, [
        ["classes", [{ id: "softmax" }]],
        ["trouble", [{ id: "zeros" }]],
        ["others", [{ id: "mine" }]],
    ]);
});

// ---- Whatever comes ----

const random = lab.randomState(20261130);
/** @param {number} n */
const below = (n) => Math.floor(random.randomSample() * n);
/** @template T @param {readonly T[]} list */
const one = (list) => list[below(list.length)];

const WORDS = [
    ...["lesson", "id", "title", "steps", "set", "run", "say", "ask", "choices", "outcome", "if"],
    ...["zh", "en", "a", "b", "reply", "task", "goal", "keep", "allow", "view", "map", "parts"],
    ...["__proto__", "constructor", "accuracy >= 0.9", "loss@1", "{accuracy}", "{", "[x](recall)"],
    ...["learningRate", "layers", "first", "before.loss > 1", "\u0000", "\ud800", "<b>", "😀"],
];

/** Anything that JSON can say. @param {number} depth @returns {unknown} */
function anything(depth) {
    switch (below(depth > 0 ? 8 : 5)) {
        case 0:
            return one([0, 1, -1, 0.5, 1e308, -0, 12, 1e-9]);
        case 1:
            return one([true, false, null]);
        case 2:
        case 3:
            return one(WORDS);
        case 4:
            return String.fromCharCode(...Array.from({ length: below(9) }, () => below(65536)));
        case 5:
            return Array.from({ length: below(5) }, () => anything(depth - 1));
        default: {
            const entries = Array.from({ length: below(6) }, () => [
                one(WORDS),
                anything(depth - 1),
            ]);
            // As JSON.parse does it: "__proto__" becomes a key of its own.
            return JSON.parse(
                `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`,
            );
        }
    }
}

/** All places of an object, each as what holds it and its key. @param {any} value @returns {[any, string][]} */
const placesOf = (value) =>
    typeof value !== "object" || value === null
        ? []
        : Object.keys(value).flatMap((key) => [
              /** @type {[any, string]} */ ([value, key]),
              ...placesOf(value[key]),
          ]);

/** A lesson in which a few things are others. */
function mutated() {
    const lesson = JSON.parse(JSON.stringify(whole()));
    for (let changes = 1 + below(3); changes > 0; changes--) {
        const [holder, key] = one(placesOf(lesson)) ?? [lesson, "id"];
        switch (below(5)) {
            case 0:
                delete holder[key];
                break;
            case 1:
                holder[key] = anything(3);
                break;
            case 2:
                holder[one(WORDS)] = anything(2);
                break;
            case 3:
                if (typeof holder[key] === "string") {
                    const at = below(holder[key].length + 1);
                    holder[key] = holder[key].slice(0, at) + one(WORDS) + holder[key].slice(at);
                }
                break;
            default:
                holder[key] = one(placesOf(lesson))?.[0];
                if (hasCycle(lesson)) holder[key] = 1;
        }
    }
    return lesson;
}

/** @param {unknown} value */
function hasCycle(value) {
    try {
        JSON.stringify(value);
        return false;
    } catch {
        return true;
    }
}

test("of 10,000 random and mutated lessons each is read or refused, and none does more", () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    let good = 0;
    for (let i = 0; i < 10_000; i++) {
        const lesson = i % 4 === 0 ? anything(6) : mutated();
        try {
            const judged = readLesson(JSON.stringify(lesson) ?? "", known);
            assert.ok(judged.steps.length > 0);
            good++;
        } catch (error) {
            if (error instanceof LessonError) {
                const sentence = explainLesson(
                    new Localizer(i % 2 ? "en" : "zh-Hant"),
                    lab,
                    error,
                    faultTexts,
                );
                assert.ok(sentence.length < 1500, sentence);
                continue;
            }
            throw new Error(`${JSON.stringify(lesson)}\n${error}`);
        }
    }
    assert.ok(good > 100 && good < 9000, `${good} were good`);
    assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before);
});
