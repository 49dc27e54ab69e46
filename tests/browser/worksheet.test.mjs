/** A lesson's worksheet on paper. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { withoutTerms } from "../../web/lessons/lesson-text.js";
import { libraryLesson, libraryTexts } from "../lessons.mjs";
import { click, coloursOf, openPage, startBrowser, until } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const EXAMPLE = await readFile(new URL("../../docs/example-lesson.json", import.meta.url), "utf8");
const { title, ...others } = JSON.parse(EXAMPLE);
/** The same in Chinese only. */
const ONE = JSON.stringify({ ...others, title: { zh: title.zh } }, (_, value) => {
    if (!value || typeof value !== "object" || !("en" in value)) return value;
    const { en, ...rest } = value;
    return rest;
});
const SHEET = ".paper.worksheet";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({ "/one.json": { html: ONE } });
});
after(() => started.close());

/** @param {string} lesson @param {{language?: string, scheme?: "light" | "dark"}} [how] */
async function openLesson(lesson, how) {
    const first = () => {
        window.print = () => {
            Object.assign(window, { asked: true });
        };
    };
    const { page, problems } = await openPage(started, {
        path: `/#lesson=${lesson}`,
        first,
        ...how,
    });
    await until(page, 'lab.state.checksum && shadow().querySelector(".rail .where")?.textContent');
    return { page, problems };
}

/** Pages of A4 that a printer makes of it. @param {Page} page */
async function pagesOf(page) {
    const pdf = Buffer.from(await page.pdf({ format: "A4" })).toString("latin1");
    return pdf.match(/\/Type ?\/Page\b/g)?.length ?? 0;
}

/** As a printer sees it. @param {Page} page @param {string} selector */
async function printed(page, selector) {
    await page.emulateMediaType("print");
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const texts = await page.evaluate((selector) => {
        const all = [...shadow().querySelectorAll(selector)];
        return all.filter((one) => one.checkVisibility()).map((one) => one.textContent ?? "");
    }, selector);
    await page.emulateMediaType("screen");
    return texts;
}

const ids = [...(await libraryTexts()).keys()];
for (const [language, key] of /** @type {const} */ ([
    ["en-US", "en"],
    ["zh-TW", "zh"],
]))
    test(`each lesson's worksheet has its questions and no answer, on two sheets at most, ${key}`, async () => {
        for (const id of ids) {
            const { page, problems } = await openLesson(id, { language });
            const lesson = await libraryLesson(id);
            await click(page, ".rail button.worksheet");
            await page.waitForFunction("window.asked");
            const [text, ...more] = await printed(page, SHEET);
            assert.equal(more.length, 0);
            assert.ok(text.includes(lesson.title[key]), id);
            assert.doesNotMatch(text, /[{}]|\]\(|undefined|NaN/, id);
            const boxes = await page.evaluate(
                (sheet) => shadow().querySelectorAll(`${sheet} .box`).length,
                SHEET,
            );
            const choices = lesson.steps.flatMap((step) => step.choices);
            assert.equal(boxes, choices.length, id);
            const plain = (/** @type {Readonly<Record<string, string>>} */ words) =>
                withoutTerms(words[key]).split(/\{[^}]*\}/);
            const asked = [
                ...lesson.steps.flatMap(({ ask, say, task }) => [ask, say, task?.text]),
                ...choices.map((choice) => choice.text),
            ].flatMap((words) => (words ? plain(words) : []));
            for (const piece of asked) assert.ok(text.includes(piece), `${id}: ${piece}`);
            const answers = lesson.steps.flatMap(({ outcome, notYet, reply, hint, done }) => [
                ...[...outcome, ...notYet].map((one) => one.text),
                ...Object.values(reply),
                ...[hint, done],
            ]);
            for (const words of answers)
                for (const piece of words ? plain(words) : [])
                    if (piece.length > (key === "en" ? 40 : 15))
                        assert.ok(!text.includes(piece), `${id}: ${piece}`);
            await click(page, ".rail button.worksheet");
            const sheets = await pagesOf(page);
            assert.ok(sheets === 1 || sheets === 2, `${id}: ${sheets}`);
            assert.deepEqual(problems, []);
            await page.close();
        }
    });

test("a worksheet is black on white; the next print is the lab's own sheet again", async () => {
    const { page } = await openLesson("learning-rate", { scheme: "dark" });
    await click(page, ".rail button.worksheet");
    await page.emulateMediaType("print");
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const colours = await page.evaluate((sheet) => {
        const lab = /** @type {Element} */ (shadow().querySelector(".lab"));
        const paper = /** @type {Element} */ (shadow().querySelector(sheet));
        const { backgroundColor } = getComputedStyle(lab);
        return [getComputedStyle(paper).color, backgroundColor];
    }, SHEET);
    assert.deepEqual(colours, ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]);
    await page.emulateMediaType("screen");
    assert.deepEqual(await printed(page, SHEET), []);
    await page.emulateMediaType("print");
    const drawn = await coloursOf(page, ".paper canvas");
    assert.ok(Object.keys(drawn).length > 3, "the map is on it");
    await page.close();
});

test("a teacher's own lesson has one too, in its own language", async () => {
    const { page, problems } = await openLesson("one.json", { language: "en-US" });
    await click(page, ".rail button.worksheet");
    const [text] = await printed(page, SHEET);
    assert.ok(text.includes(title.zh));
    assert.ok(text.includes(`${started.origin}/#lesson=one.json`), "where it is");
    const lang = await page.evaluate((sheet) => {
        return shadow().querySelector(sheet)?.getAttribute("lang");
    }, SHEET);
    assert.equal(lang, "zh-Hant");
    assert.deepEqual(problems, []);
    await page.close();
});
