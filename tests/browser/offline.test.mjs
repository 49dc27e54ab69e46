/** The page as one file, opened from disk, in both browsers. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { startBrowser, startFirefox } from "./support.mjs";

/** @typedef {import("puppeteer-core").Browser} Browser */

const FILE = new URL("../../dist/spiral-lab.html", import.meta.url).href;
/** The page with its scripts beside it. */
const INDEX = new URL("../../dist/index.html", import.meta.url).href;
const SEED = 3;

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let chromium;
/** @type {Awaited<ReturnType<typeof startFirefox>>} */ let firefox;
before(async () => {
    chromium = await startBrowser();
    firefox = await startFirefox();
});
after(async () => {
    await chromium.close();
    await firefox?.close();
});

async function expected() {
    const lab = await loadLab();
    const settings = { ...lab.defaults, seed: SEED };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(5);
    return model.weightsSha256();
}

/** A page from disk, and what goes wrong in it. @param {Browser} browser @param {string} file */
async function open(browser, file) {
    const page = await browser.newPage();
    /** @type {string[]} */
    const problems = [];
    page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) problems.push(request.url());
    });
    await page.goto(file);
    return { page, problems };
}

/** @param {Browser} browser */
async function trainFromDisk(browser) {
    const { page, problems } = await open(browser, FILE);
    const state = await page.evaluate(async (seed) => {
        const lab = /** @type {any} */ (document.querySelector("spiral-lab"));
        await lab.ready;
        await lab.configure({ seed });
        await lab.fit(5);
        return lab.state;
    }, SEED);
    await page.close();
    assert.deepEqual(problems, []);
    return state;
}

test("it trains from file:// in Chromium, with Node's weights", async () => {
    assert.match(FILE, /^file:/);
    const state = await trainFromDisk(chromium.browser);
    assert.equal(state.epoch, 5);
    assert.equal(state.checksum, await expected());
});

test("it trains from file:// in Firefox, with Node's weights", async (context) => {
    if (!firefox) return context.skip("there is no Firefox here that can be driven");
    const state = await trainFromDisk(firefox.browser);
    assert.equal(state.epoch, 5);
    assert.equal(state.checksum, await expected());
});

/** What a term says, in a page from disk. @param {Browser} browser @param {string} file */
async function explainFromDisk(browser, file) {
    const { page, problems } = await open(browser, `${file}#lang=en`);
    const text = await page.evaluate(async () => {
        const lab = /** @type {any} */ (document.querySelector("spiral-lab"));
        await lab.ready;
        lab.shadowRoot.querySelector(".report-panel .term").click();
        /** @type {Element | null} */
        let dialog = null;
        for (let looks = 0; looks < 100 && !dialog; looks++) {
            await new Promise((resolve) => setTimeout(resolve, 50));
            dialog = lab.shadowRoot.querySelector("dialog[open].glossary");
        }
        return dialog?.querySelector(".entry:has([value=precision]) dd")?.textContent;
    });
    await page.close();
    assert.deepEqual(problems, []);
    return text;
}

test("the glossary is inside the one file, and beside the other, in both browsers", async () => {
    for (const { browser } of [chromium, ...(firefox ? [firefox] : [])])
        for (const file of [FILE, INDEX])
            assert.match((await explainFromDisk(browser, file)) ?? "", /^Of the samples/, file);
});
