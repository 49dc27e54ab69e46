/** A finished task as a link: copied in a lesson, opened by somebody else. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import {
    call,
    faults,
    fieldOf,
    find,
    openPage,
    pageWith,
    seen,
    startBrowser,
    textOf,
    type,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const EXAMPLE = await readFile(new URL("../../docs/example-lesson.json", import.meta.url), "utf8");
const OVER = 'shadow().querySelector(".rail .outcome:not([hidden])")';
const SAID = 'shadow().querySelector(".notice p").textContent';

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/lessons/own.json": { html: EXAMPLE },
        "/embedded.html": { html: pageWith('<spiral-lab lesson="learning-rate"></spiral-lab>') },
    });
});
after(() => started.close());

/** Keeps what is copied. Runs in the page, before its scripts. */
function catchCopies() {
    /** @type {string[]} */
    const copies = [];
    const writeText = async (/** @type {string} */ text) => void copies.push(text);
    Object.assign(window, { copies });
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
}

/** @param {Page} page @returns {Promise<string | undefined>} */
const copied = (page) => page.evaluate(() => /** @type {any} */ (window).copies.at(-1));

/** @param {Page} page @param {string} selector */
async function press(page, selector) {
    const handle = await find(page, `.rail ${selector}`);
    await handle.evaluate((element) => element.scrollIntoView({ block: "end" }));
    await handle.click();
}

/** Waits until a step stands there, untrained. @param {Page} page @param {number} step from 1 */
async function atStep(page, step) {
    const where = 'shadow().querySelector(".rail .where")?.textContent ?? ""';
    await until(page, `(/\\d+/.exec(${where}) ?? [])[0] === "${step}"`);
    await until(page, `lab.state.checksum && !${OVER}`);
}

/**
 * Opens the lesson at its last step, the task.
 * @param {object} [how]
 * @param {string} [how.path]
 * @param {string} [how.language]
 * @param {() => void} [how.first]
 */
async function openTask({ path = "/#lesson=learning-rate&speed=full", ...how } = {}) {
    const { page, problems } = await openPage(started, { path, first: catchCopies, ...how });
    await atStep(page, 1);
    const steps = Number(/\d+(?=\D*$)/.exec(await textOf(page, ".rail .where"))?.[0]);
    for (let step = 2; step <= steps; step++) {
        await press(page, ".next");
        await atStep(page, step);
    }
    return { page, problems };
}

/** @param {Page} page @param {string} rate */
async function train(page, rate) {
    await type(page, "learningRate", rate);
    await until(page, `lab.settings.learningRate === ${rate}`);
    await press(page, ".run");
    await until(page, OVER);
}

/** What the lab says of a link. @param {string} path @param {string} [language] */
async function told(path, language) {
    const { page, problems } = await openPage(started, { path, language });
    await until(page, SAID);
    const text = await textOf(page, ".notice p");
    const state = await call(page, "state");
    const isMild = (await seen(page, ".notice.mild")).length > 0;
    assert.deepEqual(problems, []);
    await page.close();
    return { text, state, isMild };
}

test("a finished task is copied as a link; whoever opens it sees that it holds", async () => {
    const { page, problems } = await openTask();
    await train(page, "0.0002");
    assert.deepEqual(await seen(page, ".hand-in button"), [], "the task is not done yet");
    await train(page, "0.003");
    assert.deepEqual(await seen(page, ".hand-in button"), ["Copy link to hand in"]);
    const [, reached] = /in epoch (\d)/.exec(await textOf(page, ".rail .outcome")) ?? [];
    assert.ok(Number(reached) < 5, "the epoch that did it, not the last");
    await press(page, ".hand-in .copy");
    await until(page, 'shadow().querySelector(".hand-in p").textContent.startsWith("Copied.")');
    assert.deepEqual(await faults(page), []);
    const link = String(await copied(page));
    const { origin } = started;
    const pattern =
        /#v=1&learning-rate=0.003&steps=235&accuracy=0\.9\d{3}&checksum=\w{12}&task=learning-rate:4$/;
    assert.match(link, pattern);
    assert.ok(link.startsWith(`${origin}/#`) && link.length < origin.length + 120);
    // Another try has nothing to hand in until it is over.
    await type(page, "learningRate", "0.004");
    await until(page, "lab.settings.learningRate === 0.004");
    assert.deepEqual(await seen(page, ".hand-in button"), []);
    const { checksum } = await call(page, "state");
    assert.ok(checksum);
    assert.deepEqual(problems, []);
    await page.close();

    const path = link.slice(origin.length);
    const good = await told(path);
    assert.ok(good.text.endsWith(`The task is done, by epoch ${reached}.`), good.text);
    assert.match(good.text, /step 4 of the lesson “.*”\. The result in this link holds.*is done/);
    assert.ok(good.isMild);
    assert.equal(good.state.totalSteps, 235);
    const zh = await told(path, "zh-TW");
    assert.match(zh.text, /課程「.*」第 4 步的作業。.*屬實.*任務完成/);
    for (const [from, to, sentence] of /** @type {const} */ ([
        [/checksum=./, "checksum=", /does not hold|weights/],
        [/steps=235/, "steps=234", /does not hold/],
        [/0\.003/, "0.002", /does not hold/],
        [/accuracy=0\.9/, "accuracy=0.8", /claims an accuracy of 0\.8\d+, but the run has 0\.9/],
        [/rate:4/, "rate:3", /no task in step 3/],
    ])) {
        const digit = /checksum=(.)/.exec(path)?.[1];
        const other = to === "checksum=" ? `checksum=${digit === "1" ? "2" : "1"}` : to;
        const bad = await told(path.replace(from, other));
        assert.match(bad.text, sentence, String(from));
        assert.ok(!bad.isMild, String(from));
    }
});

test("a link that does not say what its run gives is called out, if it names a task", async () => {
    const { text } = await told("/#v=1&steps=47&task=learning-rate:4");
    assert.match(text, /Handed in for .* does not say what its run gives/);
});

test("what no link leads to cannot be handed in, and the lab says so", async () => {
    const { page } = await openTask({ path: "/#lesson=learning-rate&speed=400" });
    await type(page, "learningRate", "0.004");
    await until(page, "lab.settings.learningRate === 0.004");
    await press(page, ".run");
    await until(page, "lab.state.totalSteps > 20");
    await call(page, "configure", { learningRate: 0.003 }); // a script can, amid training
    await until(page, OVER);
    assert.deepEqual(await seen(page, ".hand-in button"), []);
    assert.match(
        await textOf(page, ".hand-in p"),
        /^This run cannot be handed in.*“Train and see”/,
    );
    await press(page, ".run");
    await until(page, `shadow().querySelector(".hand-in button")?.checkVisibility()`);
    await page.close();
});

test("where copying is not allowed, the link stands there to be selected", async () => {
    const { page } = await openTask({
        first: () => {
            const writeText = () => Promise.reject(new Error("no"));
            Object.defineProperty(navigator, "clipboard", { value: { writeText } });
            document.execCommand = () => false;
        },
    });
    await train(page, "0.003");
    await press(page, ".hand-in .copy");
    await until(page, 'shadow().querySelector(".hand-in .link")?.checkVisibility()');
    assert.match(await fieldOf(page, ".hand-in .link"), /#v=1&.*&task=learning-rate:4$/);
    assert.deepEqual(await faults(page), []);
    await page.close();
});

test("a lesson of the teacher's own is named by its file; an embedded lab gives the link's end", async () => {
    const own = await openTask({ path: "/#lesson=lessons/own.json&speed=full" });
    const { solution } = JSON.parse(EXAMPLE).steps.at(-1);
    await call(own.page, "configure", solution);
    await press(own.page, ".run");
    await until(own.page, 'shadow().querySelector(".hand-in button")?.checkVisibility()');
    await press(own.page, ".hand-in .copy");
    const link = String(await copied(own.page));
    assert.match(link, /&task=lessons%2Fown\.json:\d+$/);
    await own.page.close();
    const { text } = await told(link.slice(started.origin.length));
    assert.match(text, /of the lesson “.*”\. The result .* holds.*is done/);

    const { page } = await openTask({ path: "/embedded.html" });
    await page.evaluate(() => spiralLab().setAttribute("speed", "full"));
    await train(page, "0.003");
    await press(page, ".hand-in .copy");
    assert.match(String(await copied(page)), /^#v=1&learning-rate=0\.003&steps=235&/);
    assert.match(await textOf(page, ".hand-in p"), /page on which teachers check links/);
    await page.close();
});
