/**
 * Lessons as a learner goes through them: every lesson of the library is played to its end, in both
 * languages and at several widths, with each of its answers.
 */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { readLesson } from "../../web/lessons/judge.js";
import { caseOf, stepBefore, writeFrom } from "../../web/lessons/lesson.js";
import { filled, keyOf, withoutTerms } from "../../web/lessons/lesson-text.js";
import { fields, format } from "../../web/shared/fields.js";
import { languages } from "../../web/texts/languages.js";
import { Localizer } from "../../web/texts/localizer.js";
import { known, lab, libraryTexts, runOf } from "../lessons.mjs";
import { tooWide } from "./layout.mjs";
import {
    call,
    click,
    drawn,
    faults,
    find,
    openPage,
    seen,
    startBrowser,
    textOf,
    type,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {import("../../web/lessons/lesson.js").Lesson} Lesson */
/** @typedef {import("../../web/lessons/lesson.js").Step} Step */

const EXAMPLE = await readFile(new URL("../../docs/example-lesson.json", import.meta.url), "utf8");
const CODE =
    '<img src="x" onerror="ran = 1"> {accuracy} [x](epoch)\nmodel.fit(X, Y, batch_size=32, epochs=5)  # long';
/** The same with such code in its first step. */
const CODED = JSON.parse(EXAMPLE);
CODED.steps[0].code = CODE;
const EMBEDDED = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>
<link rel="icon" href="data:,"><script src="/spiral-lab.js" defer></script></head>
<body style="width: 700px"><spiral-lab lesson="lessons/own.json"></spiral-lab></body></html>`;

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/embedded.html": { html: EMBEDDED },
        "/lessons/own.json": { html: EXAMPLE },
        "/lessons/coded.json": { html: JSON.stringify(CODED) },
        "/lessons/bad.json": { html: EXAMPLE.replace("accuracy >= 0.9", "acuracy >= 0.9") },
    });
});
after(() => started.close());

const OVER = 'shadow().querySelector(".rail .outcome:not([hidden])")';

/** Clicks something of the rail, below the map that stays in sight on a phone. @param {Page} page @param {string} selector */
async function press(page, selector) {
    const handle = await find(page, `.rail ${selector}`);
    await handle.evaluate((element) => element.scrollIntoView({ block: "end" }));
    await handle.click();
}

/** Waits until a step stands there, untrained. @param {Page} page @param {number} index */
async function atStep(page, index) {
    const where = 'shadow().querySelector(".rail .where")?.textContent ?? ""';
    await until(page, `(/\\d+/.exec(${where}) ?? [])[0] === "${index + 1}"`);
    await until(page, `lab.state.checksum && !${OVER}`);
}

/** @param {Page} page @param {string} selector */
const isShown = async (page, selector) => (await seen(page, selector)).length > 0;

/** What the rail says, in its order. @param {Page} page */
const said = (page) =>
    page.evaluate(() => {
        const rail = /** @type {HTMLElement} */ (shadow().querySelector(".rail"));
        return [...rail.querySelectorAll("h2, h3, p, legend, label, strong")]
            .filter((element) => element.checkVisibility())
            .map((element) => element.textContent ?? "");
    });

/** Sets the settings of a solution in the fields that the step shows. @param {Page} page @param {Partial<import("../../web/core/settings.js").Settings>} solution */
async function solve(page, solution) {
    for (const [name, value] of Object.entries(solution)) {
        const { kind } = /** @type {typeof fields[number]} */ (
            fields.find((field) => field.name === name)
        );
        const text = format(/** @type {any} */ (value));
        const settled = `JSON.stringify(lab.settings[${JSON.stringify(name)}]) === ${JSON.stringify(JSON.stringify(value))}`;
        if (kind === "choice")
            await (await find(page, `.rail [name=${name}]`)).evaluate((select, text) => {
                /** @type {HTMLSelectElement} */ (select).value = text;
                select.dispatchEvent(new Event("change"));
            }, text);
        else if (kind === "boolean" || kind === "pictures")
            await page.evaluate(
                (name, value, text) => {
                    const inputs = shadow().querySelectorAll(`.rail [name=${name}]`);
                    const all = /** @type {HTMLInputElement[]} */ ([...inputs]);
                    const input = all.find((one) => one.type !== "radio" || one.value === text);
                    if (!input) throw new Error(`There is no field ${name}.`);
                    if (input.type === "radio" || input.checked !== value) input.click();
                },
                name,
                value,
                text,
            );
        else if (kind === "features")
            await page.evaluate(
                (wanted) => {
                    const inputs = shadow().querySelectorAll(".rail .features input");
                    const boxes = /** @type {HTMLInputElement[]} */ ([...inputs]);
                    const isOn = (/** @type {HTMLInputElement} */ box) =>
                        wanted.includes(box.value);
                    // The last one that is on stays on, so what is missing comes first.
                    for (const box of boxes) if (isOn(box) && !box.checked) box.click();
                    for (const box of boxes) if (!isOn(box) && box.checked) box.click();
                },
                /** @type {string[]} */ (value),
            );
        else if (kind === "layers")
            // The units have a box each; what is typed in one of them is told by other tests.
            await call(page, "configure", { layers: value });
        else await type(page, name, text);
        await until(page, settled);
    }
}

/** Looks at a step in every room and in both languages. @param {Page} page @param {string} place */
async function lookAround(page, place) {
    const viewport = page.viewport();
    const { lang } = Object.fromEntries(new URLSearchParams(await call(page, "link")));
    for (const [room, size] of rooms) {
        await page.setViewport(size);
        for (const tag of ["en", "zh-Hant"]) {
            await page.evaluate((tag) => spiralLab().setAttribute("lang", tag), tag);
            await drawn(page);
            assert.deepEqual(await tooWide(page), [], `${place}, ${room}, ${tag}`);
            assert.doesNotMatch((await said(page)).join("\n"), BROKEN, place);
        }
    }
    await page.evaluate((tag) => spiralLab().setAttribute("lang", tag), lang ?? "auto");
    await page.setViewport(viewport);
    await drawn(page);
}

const localizers = Object.fromEntries(
    languages.map(({ tag }) => {
        const localizer = new Localizer(tag);
        return [keyOf(tag), { t: localizer.t.bind(localizer) }];
    }),
);

/** What no sentence has in it. */
const BROKEN = /undefined|NaN|[{}]|\]\(/;

/**
 * Goes through a lesson that is open, choosing the answers of that number.
 * @param {Page} page
 * @param {Lesson} lesson
 * @param {number} round
 * @param {string} language zh or en
 */
async function play(page, lesson, round, language) {
    /** What Node gets for each step. @type {Map<Step, ReturnType<typeof runOf>>} */
    const runs = new Map();
    for (const [index, step] of lesson.steps.entries()) {
        await atStep(page, index);
        if (step.run !== undefined && !step.task) runs.set(step, runOf(step));
        const outcomes = (/** @type {string} */ scope) => {
            const before = stepBefore(lesson.steps, index);
            const other = scope === "before" ? before : lesson.steps.find(({ id }) => id === scope);
            const own = scope === "" ? step : other;
            return own && runs.get(own);
        };
        const place = `${lesson.id}, step ${index + 1}`;
        assert.deepEqual(await tooWide(page), [], place);
        assert.doesNotMatch((await said(page)).join("\n"), BROKEN, place);
        for (const part of ["map", "curves", "pointer", "neurons"]) {
            const isNamed = (step.parts ?? lesson.parts).includes(part);
            assert.equal(await isShown(page, `.${part}`), isNamed, `${place}: ${part}`);
        }
        if (step.choices.length > 0) {
            const { letter, text } = step.choices[round % step.choices.length];
            await press(page, `input[value="${letter}"]`);
            await press(page, ".run");
            await until(page, OVER);
            const found = caseOf(step.outcome, outcomes);
            const isRight = found?.fits === letter;
            const verdict = await textOf(page, ".rail .verdict");
            const guess = withoutTerms(filled(text[language], writeFrom(outcomes)));
            const { t } = localizers[language];
            const expected = isRight ? t("lesson.predicted") : t("lesson.guessed", { text: guess });
            assert.equal(verdict, found?.fits ? expected : "", place);
            // The page's run is Node's, bit for bit, and so are the numbers in the text.
            const sentence = found && filled(found.text[language], writeFrom(outcomes));
            if (sentence)
                assert.equal(await textOf(page, ".rail .verdict + p"), withoutTerms(sentence));
            const reply = step.reply[letter];
            const replied = await isShown(page, ".rail .verdict + p + p");
            assert.equal(replied, Boolean(reply && !isRight && found?.fits), place);
        } else if (step.task) {
            await press(page, ".run");
            await until(page, OVER);
            const notYet = await textOf(page, ".rail .outcome");
            assert.ok(notYet.trim(), place);
            if (step.hint) {
                assert.equal(await isShown(page, ".rail p.hint"), false);
                await press(page, "button.hint");
                assert.ok(await isShown(page, ".rail p.hint"));
            }
            const before = JSON.stringify(await textOf(page, ".rail .verdict + p"));
            await solve(page, step.solution ?? {});
            await press(page, ".run");
            const text = 'shadow().querySelector(".rail .verdict + p")?.textContent.trim()';
            await until(page, `${OVER} && ${text} && ${text} !== ${before}.trim()`);
            const solved = runOf(step, step.solution);
            const own = (/** @type {string} */ scope) => (scope ? outcomes(scope) : solved);
            const done = await textOf(page, ".rail .verdict + p");
            const start = /** @type {import("../../web/lessons/lesson-text.js").Text} */ (
                step.done
            );
            // The epoch at which it was reached may come before the run's end.
            assert.ok(done && done !== notYet, place);
            const pieces = withoutTerms(start[language]).split(/\{[^}]*\}/);
            for (const piece of pieces) assert.ok(done.includes(piece), `${place}: ${done}`);
            assert.ok(own(""));
        } else if (step.run !== undefined) {
            await press(page, ".run");
            await until(page, OVER);
        }
        assert.doesNotMatch((await said(page)).join("\n"), BROKEN, place);
        assert.deepEqual(await tooWide(page), [], place);
        const isLast = index === lesson.steps.length - 1;
        if (round === 0) {
            await drawn(page);
            assert.deepEqual(await faults(page), [], place);
            await lookAround(page, place);
        }
        if (!isLast) await press(page, ".next");
    }
}

const texts = await libraryTexts();
/** @type {readonly (readonly [string, import("./support.mjs").Viewport])[]} */
const rooms = [
    ["laptop", { width: 1280, height: 800 }],
    ["projector", { width: 1024, height: 768 }],
    ["phone", { width: 390, height: 844 }],
    ["small phone", { width: 360, height: 640 }],
];
for (const [id, text] of texts)
    test(`${id}: every step and every answer, in both languages and at several widths`, async () => {
        const lesson = readLesson(text, known);
        const most = Math.max(...lesson.steps.map(({ choices }) => choices.length), 1);
        for (let round = 0; round < most; round++) {
            const [, viewport] = rooms[round % rooms.length];
            const language = round % 2 === 0 ? "zh" : "en";
            const { page, problems } = await openPage(started, {
                path: `/#lesson=${id}&speed=full`,
                language: language === "zh" ? "zh-TW" : "en-US",
                viewport,
            });
            await play(page, lesson, round, language);
            assert.deepEqual(problems, [], id);
            await page.close();
        }
    });

test("the list of lessons is a page of its own, whose links open them", async () => {
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
        const list = { path: "/lessons.html", ready: false, scheme };
        const { page, problems } = await openPage(started, list);
        const links = await page.$$eval("section li a", (all) => all.map(({ href }) => href));
        const ids = links.map((href) => new URLSearchParams(new URL(href).hash.slice(1)));
        for (const { tag } of languages) {
            const own = ids.filter((link) => link.get("lang") === tag);
            assert.deepEqual(
                own.map((link) => link.get("lesson")).sort(),
                [...texts.keys()].sort(),
                tag,
            );
        }
        assert.deepEqual(await faults(page), []);
        await page.click('section[lang="en"] a[href$="lesson=softmax"]');
        await page.waitForFunction(() => document.querySelector("spiral-lab")?.shadowRoot);
        await call(page, "ready");
        await atStep(page, 0);
        assert.match(await textOf(page, ".rail h2"), /^Softmax/);
        assert.deepEqual(problems, []);
        await page.close();
    }
});

/** Opens a lesson of the list. @param {Page} page @param {string} id */
async function openLesson(page, id) {
    await click(page, ".lessons-button");
    await click(page, `.lessons .tries [value="${id}"]`);
    await atStep(page, 0);
}

test("leaving a lesson brings back the run, its settings and what was seen", async () => {
    const { page, problems } = await openPage(started, { path: "/#view=soft&samples=hidden" });
    await call(page, "configure", { learningRate: 0.003, seed: 7 });
    await call(page, "fit", 4);
    const before = await call(page, "state");
    const link = await call(page, "link");
    const kept = await textOf(page, ".runs .clear");
    await openLesson(page, "learning-rate");
    assert.equal(await call(page, "link"), "v=1&lesson=learning-rate");
    assert.deepEqual(await seen(page, ".settings, .transport, .report, .progress"), []);
    await press(page, ".show");
    await until(page, OVER);
    await press(page, ".next");
    await atStep(page, 1);
    await press(page, ".leave");
    await until(page, `lab.state.checksum === "${before.checksum}"`);
    assert.equal(await call(page, "link"), link);
    assert.equal((await call(page, "state")).epoch, 4);
    assert.equal(await isShown(page, ".rail"), false);
    assert.equal((await call(page, "settings")).learningRate, 0.003);
    assert.ok((await seen(page, ".settings, .transport, .progress")).length >= 3);
    assert.equal(await textOf(page, ".notice p"), "");
    assert.equal(await textOf(page, ".runs .clear"), kept, "no run of the lesson is kept");
    // It goes on as if nothing had been.
    await call(page, "fit", 1);
    const settings = { ...lab.defaults, learningRate: 0.003, seed: 7 };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(5);
    assert.equal((await call(page, "state")).checksum, model.weightsSha256());
    model.dispose();
    assert.deepEqual(problems, []);
    await page.close();
});

test("the browser's Back leaves a lesson, Forward and a reload open it where one stood", async () => {
    const { page, problems } = await openPage(started);
    await openLesson(page, "learning-rate");
    await press(page, 'input[value="b"]');
    await press(page, ".next");
    await atStep(page, 1);
    await until(page, 'location.hash.includes("lesson=learning-rate")');
    await page.goBack();
    await until(page, '!shadow().querySelector(".rail")');
    await until(page, "lab.settings.learningRate === 0.01");
    await page.goForward();
    await atStep(page, 0);
    assert.equal(
        await page.$eval('spiral-lab >>> .rail input[value="b"]', (e) => e.matches(":checked")),
        true,
    );
    await press(page, ".next");
    await atStep(page, 1);
    await page.reload();
    await call(page, "ready");
    await atStep(page, 1);
    await press(page, ".back");
    await atStep(page, 0);
    assert.deepEqual(problems, []);
    await page.close();
});

test("nothing runs before a choice, by button or by key; 'Just show me' does not ask", async () => {
    const { page } = await openPage(started, { path: "/#lesson=learning-rate&speed=full" });
    await atStep(page, 0);
    await press(page, ".run");
    const note = await textOf(page, ".rail .note");
    assert.match(note, /First choose/);
    const focused = () => page.evaluate(() => shadow().activeElement?.getAttribute("value") ?? "");
    assert.equal(await focused(), "a");
    await page.keyboard.press("p");
    await page.keyboard.press("e");
    assert.equal((await call(page, "state")).totalSteps, 0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("p");
    await until(page, OVER);
    assert.match(await textOf(page, ".rail .verdict"), /As you predicted/);
    await until(page, 'shadow().activeElement?.matches(".outcome")');
    await press(page, ".next");
    await atStep(page, 1);
    await until(page, 'shadow().activeElement?.matches(".where")');
    await press(page, ".show");
    await until(page, OVER);
    assert.equal(await textOf(page, ".rail .verdict"), "");
    // What is left of the tutorial's 50 epochs.
    await press(page, ".goOn");
    await until(page, "lab.state.epoch === 50 && lab.state.checksum");
    await page.close();
});

test("a step states its whole start, whichever way one comes to it", async () => {
    const { page } = await openPage(started, { path: "/#lesson=learning-rate&speed=full" });
    await atStep(page, 0);
    for (const to of [1, 2, 3]) {
        await press(page, ".next");
        await atStep(page, to);
    }
    await type(page, "learningRate", "0.5");
    await press(page, ".back");
    await atStep(page, 2);
    await until(page, "lab.settings.learningRate === 1");
    await press(page, ".next");
    await atStep(page, 3);
    await until(page, "lab.settings.learningRate === 0.0001");
    await until(
        page,
        `shadow().querySelector('.rail input[name=learningRate]').value === "0.0001"`,
    );
    assert.deepEqual(await seen(page, ".field input, .field select"), ["learningRate"]);
    await page.close();
});

test("a task whose other settings were changed is not judged", async () => {
    const { page } = await openPage(started, { path: "/#lesson=learning-rate&speed=full" });
    await atStep(page, 0);
    for (const to of [1, 2, 3]) {
        await press(page, ".next");
        await atStep(page, to);
    }
    await call(page, "configure", { learningRate: 0.003, batchSize: 8 });
    await press(page, ".run");
    await until(page, OVER);
    assert.match(await textOf(page, ".rail .verdict"), /Batch size/);
    assert.equal(await textOf(page, ".rail .verdict + p"), "");
    await page.close();
});

test("a lesson from a file, and the link that carries it", async () => {
    const { page, problems } = await openPage(started);
    await click(page, ".lessons-button");
    const input = await page.$("spiral-lab >>> .lessons input[type=file]");
    /** @param {string} text */
    const give = (text) =>
        /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).evaluate(
            (input, text) => {
                const data = new DataTransfer();
                data.items.add(new File([text], "own.json"));
                input.files = data.files;
                input.dispatchEvent(new Event("change"));
            },
            text,
        );
    await give(EXAMPLE.replace('"fits": "b"', '"fits": "e"'));
    await until(page, 'shadow().querySelector(".lessons .said").textContent');
    assert.match(await textOf(page, ".lessons .said"), /^steps\[0\]\.outcome\[0\]\.fits: .*“e”/);
    await give(EXAMPLE);
    await atStep(page, 0);
    assert.match(await textOf(page, ".rail h2"), /first epochs/);
    const link = await call(page, "link");
    assert.match(link, /^v=1&lesson=data\.[\w-]+$/);
    assert.deepEqual(problems, []);
    await page.close();
    const other = await openPage(started, { path: `/#${link}`, language: "zh-TW" });
    await atStep(other.page, 0);
    assert.match(await textOf(other.page, ".rail h2"), /前幾個週期/);
    assert.deepEqual(other.problems, []);
    await other.page.close();
});

test("a lesson that is not there, is damaged, or is wrong is told of, and nothing else happens", async () => {
    for (const [source, sentence] of /** @type {const} */ ([
        ["no-such-lesson", /no lesson “no-such-lesson”/],
        ["data.AAAA", /incomplete or damaged/],
        ["lessons/bad.json", /steps\[0\]\.outcome\[0\]\.if: There is no number “acuracy”/],
    ])) {
        const { page } = await openPage(started, { path: `/#lesson=${source}` });
        await until(page, 'shadow().querySelector(".notice p").textContent');
        assert.match(await textOf(page, ".notice p"), sentence);
        assert.equal(await isShown(page, ".rail"), false);
        assert.equal(await call(page, "link"), "v=1");
        await page.close();
    }
});

test("an embedded lab opens the lesson that its attribute names, and stores nothing", async () => {
    const { page, problems } = await openPage(started, { path: "/embedded.html" });
    await atStep(page, 0);
    await press(page, 'input[value="a"]');
    await press(page, ".run");
    await until(page, OVER);
    assert.equal(await page.evaluate(() => sessionStorage.getItem("spiral-lab-lessons")), null);
    await page.evaluate(() => spiralLab().removeAttribute("lesson"));
    await until(page, '!shadow().querySelector(".rail")');
    assert.deepEqual(problems, []);
    await page.close();
});

test("starting over, an experiment and a model from a file end a lesson", async () => {
    const { page } = await openPage(started, { path: "/#lesson=learning-rate" });
    await atStep(page, 0);
    await click(page, ".over");
    await until(page, '!shadow().querySelector(".rail")');
    assert.equal(await call(page, "link"), "v=1");
    await openLesson(page, "learning-rate");
    await click(page, ".help-button");
    await click(page, ".help-dialog .tries [value=none]");
    await until(page, "lab.settings.layers.length === 0 && lab.state.epoch > 0");
    assert.equal(await isShown(page, ".rail"), false);
    await page.close();
});

test("a step's code is text beside the map, open where there is room and folded on a phone", async () => {
    for (const [width, isOpen] of /** @type {const} */ ([
        [1280, true],
        [390, false],
    ])) {
        const viewport = { width, height: 800 };
        const path = "/#lesson=lessons/coded.json&speed=full";
        const { page, problems } = await openPage(started, { path, viewport });
        await atStep(page, 0);
        assert.deepEqual(await seen(page, ".rail .code summary"), ["In Keras"]);
        assert.equal((await seen(page, ".rail .code pre")).length, Number(isOpen));
        if (!isOpen) await press(page, ".code summary");
        assert.deepEqual(await seen(page, ".rail .code pre"), [CODE]);
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).ran), undefined);
        assert.deepEqual(await tooWide(page), []);
        assert.deepEqual(await faults(page), []);
        await press(page, ".next");
        await atStep(page, 1);
        assert.deepEqual(await seen(page, ".rail .code"), [], "the next step has none");
        assert.deepEqual(problems, []);
        await page.close();
    }
});

test("a lab that opens with a lesson is never seen in its usual layout, nor as high as that", async () => {
    /** Notes what is seen in each frame. Runs in the page. */
    const watch = () => {
        /** @type {Set<string>} */
        const all = new Set();
        Object.assign(window, { all });
        const look = () => {
            const host = /** @type {HTMLElement | null} */ (document.querySelector("spiral-lab"));
            const lab = /** @type {HTMLElement | null | undefined} */ (
                host?.shadowRoot?.querySelector(".lab")
            );
            const isSeen = (/** @type {string} */ selector) =>
                lab?.querySelector(selector)?.checkVisibility({ visibilityProperty: true });
            if (lab && lab.style.visibility !== "hidden")
                all.add(isSeen(".settings") || isSeen(".transport") ? "usual" : "lesson");
            if (lab) all.add(`${host?.offsetHeight} px`);
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    };
    const { page } = await openPage(started, { path: "/embedded.html", first: watch });
    await atStep(page, 0);
    const all = await page.evaluate(() => [.../** @type {any} */ (window).all]);
    assert.ok(all.includes("lesson") && !all.includes("usual"), all.join());
    const heights = all.flatMap((/** @type {string} */ one) => Number.parseInt(one, 10) || []);
    // Below it stands an article; the lab grows by the lesson's text, and does not shrink.
    const last = await page.evaluate(() => spiralLab().offsetHeight);
    assert.ok(Math.max(...heights) < 1.1 * last, all.join());
    await page.close();
});
