/** The page on which a teacher checks the links of a class. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { options } from "../../web/element/options.js";
import { accuracyClaim, claimOf } from "../../web/shared/claim.js";
import { differences, linkOf } from "../../web/shared/link.js";
import { faults, openPage, startBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const lab = await loadLab();

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/**
 * A link that hands in a run of the task of the learning rate.
 * @param {Partial<import("../../web/core/settings.js").Settings>} [changes]
 */
function handIn(changes = {}) {
    const settings = { ...lab.defaults, learningRate: 0.003, ...changes };
    const model = lab.createModel(settings, lab.makeData(settings));
    const { accuracy } = model.fit(5);
    const view = {
        steps: String(model.progress.totalSteps),
        accuracy: accuracyClaim(accuracy.at(-1) ?? 0),
        checksum: claimOf(model.weightsSha256()),
        task: "learning-rate:4",
    };
    model.dispose();
    return `https://lab.example/#${linkOf(differences({ settings, view }, lab, options))}`;
}

/** Keeps what is copied. Runs in the page, before its scripts. */
function catchCopies() {
    const writeText = async (/** @type {string} */ text) => {
        Object.assign(window, { copied: text });
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText } });
}

/** @param {{language?: string, viewport?: import("./support.mjs").Viewport, path?: string}} [how] */
function openCheck({ path = "/hand-in.html", ...how } = {}) {
    return openPage(started, { path, ready: false, first: catchCopies, ...how });
}

/** @param {Page} page @param {string} text */
async function paste(page, text) {
    await page.$eval(
        "textarea",
        (area, text) => {
            /** @type {HTMLTextAreaElement} */ (area).value = text;
        },
        text,
    );
    await page.click("button.primary");
}

/** @param {Page} page */
const settled = (page) =>
    page.waitForFunction(
        () =>
            !(/** @type {HTMLButtonElement} */ (document.querySelector("button.primary")).disabled),
        { timeout: 60_000 },
    );

/** The table's texts. @param {Page} page @returns {Promise<string[][]>} */
const tableOf = (page) =>
    page.$$eval("tbody tr", (rows) =>
        rows.map((row) => [...row.cells].map(({ textContent }) => textContent ?? "")),
    );

/** @param {Page} page */
const statusOf = (page) => page.$eval("[role=status]", ({ textContent }) => textContent);

const good = handIn();

test("pasted links become a table; what is wrong with a line is said in its row", async () => {
    const { page, problems } = await openCheck();
    const elsewhere = "#v=1&learning-rate=0.1&steps=3&checksum=deadbeef";
    const text = [
        `Ann: ${good}`,
        good.replace("steps=235", "steps=236"),
        `Bo  ${handIn({ learningRate: 0.0002 })}`,
        `Cy ${handIn({ batchSize: 64 })}`,
        `"=2+2","${good.replace(/accuracy=0\.9/, "accuracy=0.8")}"`,
        "Di: https://lab.example/",
        `Ed ${good.replace("0.003", "0,oo3")}`,
        `Flo ${elsewhere}`,
        "Gus #v=1&steps=3",
    ].join("\n");
    await paste(page, text);
    await settled(page);
    assert.equal(await statusOf(page), "1 as claimed, 5 not as claimed, 3 not checked.");
    const rows = await tableOf(page);
    assert.deepEqual(
        rows.map(([line, name]) => `${line} ${name}`),
        ["1 Ann", "2 –", "3 Bo", "4 Cy", "5 =2+2", "6 Di", "7 Ed", "8 Flo", "9 Gus"],
    );
    assert.deepEqual(rows[0].slice(2), [
        "Learning rate: how big a step? (step 4)",
        "Learning rate 0.003",
        "5",
        /accuracy=([\d.]+)/.exec(good)?.[1],
        /accuracy=([\d.]+)/.exec(good)?.[1],
        "As claimed. The task is done, by epoch 3.",
    ]);
    const said = rows.map((row) => row[7]);
    assert.match(said[1], /^Not as claimed\. Its 236 batches give other weights/);
    assert.equal(rows[1][4], "5 + 1/47");
    assert.match(said[2], /^Not as claimed\. But this run does not do the task/);
    assert.match(said[3], /^Not as claimed\. But besides .*changed: Batch size/);
    assert.match(
        said[4],
        /^Not as claimed\. It claims an accuracy of 0\.8\d+, but the run has 0\.9/,
    );
    assert.match(said[5], /^There is no link in this line/);
    assert.match(said[6], /^Not checked: “learning-rate=0,oo3” .* “o” is a letter/);
    assert.match(said[7], /^Not as claimed\. Its 3 batches/);
    assert.match(said[8], /no checksum/);
    assert.deepEqual(await faults(page), []);

    await page.click("section > button");
    const csv = String(await page.evaluate(() => /** @type {any} */ (window).copied));
    const copied = csv.trimEnd().split("\r\n");
    assert.equal(copied.length, 10);
    assert.match(copied[0], /^Line,Name,Lesson and task,/);
    assert.ok(copied[5].startsWith("5,'=2+2,"), "no formula");
    assert.ok(copied[8].includes(",0.1,") || copied[8].includes("Learning rate 0.1"));

    await page.click('.choice button[value="zh-Hant"]');
    const zh = await tableOf(page);
    assert.match(zh[0][2], /第 4 步/);
    assert.match(zh[0][7], /^屬實。 ?任務完成/);
    assert.match(zh[5][7], /這一行沒有/);
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(problems, []); // no request to another host, either
    await page.close();
});

test("a class of sixty is checked on the way, on a phone in Chinese too", async () => {
    const seeds = Array.from({ length: 60 }, (_, i) => i);
    const kinds = [1, 2, 3].map((seed) => handIn({ seed }));
    const text = seeds.map((i) => `學生${i} ${kinds[i % 3]}`).join("\n");
    const viewport = { width: 390, height: 844 };
    const { page, problems } = await openCheck({ language: "zh-TW", viewport });
    await paste(page, text);
    await page.waitForFunction(() => {
        const done = document.querySelectorAll("tr.fails").length;
        return done > 3 && done < 60; // rows come while the others wait
    });
    const isShown = await page.$eval("progress", (bar) => !bar.hidden && bar.value > 0);
    assert.ok(isShown);
    await settled(page);
    // The seed is not among what the task allows.
    assert.match(String(await statusOf(page)), /^0 個屬實，60 個不符，0 個沒有檢查/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 390);
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(problems, []);
    await page.close();
});

test("checking can be cancelled, and begun again; an empty field is told of", async () => {
    const { page, problems } = await openCheck({
        path: "/hand-in.html#lang=en",
        language: "zh-TW",
    });
    await page.click("button.primary");
    assert.match(String(await statusOf(page)), /^There is nothing to check yet/);
    const long = "#v=1&steps=9000000&checksum=deadbeef";
    await paste(page, `${good}\n${long}\n${good}`);
    await page.waitForFunction(() => document.querySelector("tr.holds"));
    await page.click(".acts button:not(.primary)");
    await settled(page);
    const [first, second] = await tableOf(page);
    assert.match(first[7], /^As claimed/);
    assert.equal(second[7], "Not checked yet.");
    assert.match(String(await statusOf(page)), /^Cancelled\. 1 as claimed/);
    await paste(page, good);
    await settled(page);
    assert.equal((await tableOf(page)).length, 1);
    assert.match(String(await statusOf(page)), /^1 as claimed, 0 not/);
    assert.deepEqual(problems, []);
    await page.close();
});

test("it works from disk", async () => {
    const { page } = await openCheck();
    await page.goto(new URL("../../dist/hand-in.html", import.meta.url).href);
    await paste(page, `Ann ${good}`);
    await settled(page);
    assert.match((await tableOf(page))[0][7], /^As claimed\. The task is done/);
    await page.close();
});
