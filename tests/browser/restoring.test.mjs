/** Nothing that was trained is lost by experiments, links or a reload; it can be restored. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
    call,
    click,
    eventually,
    openPage,
    startBrowser,
    textOf,
    type,
    until,
} from "./support.mjs";

const EMBEDDED = `<!doctype html><title>An article</title><link rel="icon" href="data:,"><script src="/spiral-lab.js"></script>
    <spiral-lab></spiral-lab>`;
/** A frame that has no storage. */
const SANDBOX = `<!doctype html><title>A sandbox</title><link rel="icon" href="data:,">
    <iframe sandbox="allow-scripts" src="/index.html" width="900" height="900"></iframe>`;

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/embedded.html": { html: EMBEDDED },
        "/sandbox.html": { html: SANDBOX },
    });
});
after(() => started.close());

/** @typedef {import("./support.mjs").Page} Page */

const KEY = "spiral-lab-run";
const OFFER = ".notice .offer";
const NOTICE = ".notice p";

/** The parts of a run that must come back. @param {Page} page */
async function runOf(page) {
    const { checksum, epoch, totalSteps } = await call(page, "state");
    return { checksum, epoch, totalSteps, settings: await call(page, "settings") };
}

/**
 * Takes the offer, and waits until it is done.
 * @param {Page} page
 * @param {{checksum: string, settings: unknown}} run
 */
async function restores(page, run) {
    await click(page, OFFER);
    await until(page, `lab.state.checksum === ${JSON.stringify(run.checksum)}`);
    assert.deepEqual(await runOf(page), run);
}

/** @param {Page} page @param {string} name */
async function experiment(page, name) {
    await click(page, "button.help-button");
    await click(page, `.tries button[value=${name}]`);
    await until(page, "lab.state.running && lab.state.epoch > 0");
    await call(page, "pause");
}

/** Waits until what was trained has been copied. @param {Page} page */
async function reload(page) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await page.reload();
    await call(page, "ready");
}

/** Waits until a notice fits the pattern. @param {Page} page @param {RegExp} pattern */
const says = (page, pattern) =>
    until(page, `${pattern}.test(shadow().querySelector(".notice p").textContent)`);

/** @param {Page} page @returns {Promise<string | null>} */
const stored = (page) => page.evaluate((key) => sessionStorage.getItem(key), KEY);

test("after experiments in a row the person's own run is restored, and there is a way back", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "fit", 3);
    await type(page, "learningRate", "0.003");
    await until(page, "lab.settings.learningRate === 0.003");
    const own = await runOf(page);
    await experiment(page, "rate");
    await experiment(page, "none");
    await experiment(page, "sgd");
    const tried = await runOf(page);
    assert.match(await textOf(page, NOTICE), /experiment has stopped.* 3 epochs/);
    await restores(page, own);
    assert.match(await textOf(page, NOTICE), /Restored/);
    await restores(page, tried);
    await restores(page, own);
    // A run that is continued is the person's own, even if it was an experiment's.
    await call(page, "fit", 1);
    const further = await runOf(page);
    await experiment(page, "none");
    await restores(page, further);
    assert.deepEqual(problems, []);
    await page.close();
});

test("an experiment that was trained beyond its end, or changed, is the person's own run", async () => {
    const { page } = await openPage(started);
    await call(page, "fit", 2);
    for (const change of [() => call(page, "fit", 1), () => type(page, "learningRate", "0.002")]) {
        await click(page, "button.help-button");
        await click(page, ".tries button[value=none]");
        await click(page, "button.finish");
        await until(page, "lab.state.epoch === 50 && lab.state.checksum");
        await change();
        await until(page, "lab.state.epoch > 50 || lab.settings.learningRate === 0.002");
        const changed = await runOf(page);
        await experiment(page, "linear");
        await restores(page, changed);
    }
    await page.close();
});

test("back, forward and a typed link leave a run that can be restored", async () => {
    const { page, problems } = await openPage(started);
    await type(page, "batchSize", "64");
    await until(page, "location.hash.includes('batch-size=64')");
    await call(page, "fit", 2);
    const own = await runOf(page);
    await page.goBack();
    await says(page, /restarted with these settings.* 2 epochs/);
    assert.equal((await call(page, "settings")).batchSize, 32);
    await restores(page, own);
    await until(page, "location.hash.includes('batch-size=64')");
    // The same settings, trained for fewer steps.
    await page.evaluate(() => {
        location.hash = "#v=1&batch-size=64&steps=5&nonsense=1";
    });
    await until(page, "lab.state.totalSteps === 5 && lab.state.checksum");
    await says(page, /“nonsense”, which is unknown.* 2 epochs can be restored/);
    await restores(page, own);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a model that is loaded by hand leaves a run that can be restored", async () => {
    const { page } = await openPage(started);
    const bytes = [...(await page.evaluate(async () => [...(await spiralLab().save())]))];
    await call(page, "fit", 1);
    const own = await runOf(page);
    await click(page, "button.share-button");
    await page.evaluate((bytes) => {
        const input = /** @type {HTMLInputElement} */ (shadow().querySelector("[type=file]"));
        const files = new DataTransfer();
        files.items.add(new File([Uint8Array.from(bytes)], "untrained.bin"));
        input.files = files.files;
        input.dispatchEvent(new Event("change"));
    }, bytes);
    await says(page, /loaded.* 1 epoch can be restored/);
    await page.keyboard.press("Escape");
    await restores(page, own);
    await page.close();
});

test("what was trained outlasts a reload and leaving the page", async () => {
    const { page, problems } = await openPage(started, { language: "zh-TW" });
    await type(page, "batchSize", "64");
    await until(page, "location.hash.includes('batch-size=64')");
    await call(page, "fit", 2);
    await type(page, "learningRate", "0.02");
    await until(page, "lab.settings.learningRate === 0.02");
    await call(page, "stepBatch");
    const own = await runOf(page);
    await reload(page);
    await says(page, /2 個週期/);
    await restores(page, own);
    // The tab keeps it even if it is not restored; another tab has its own.
    await reload(page);
    await says(page, /2 個週期/);
    await page.goto("about:blank");
    await page.goto(`${started.origin}/#v=1&seed=5`);
    await call(page, "ready");
    await says(page, /2 個週期/);
    const other = await openPage(started);
    assert.equal(await stored(other.page), null);
    await other.page.close();
    await restores(page, own);
    // A run that was left by hand, if nothing has been trained since.
    await click(page, "button.fresh");
    await until(page, "lab.settings.seed === 1 && lab.state.checksum");
    await reload(page);
    await says(page, /2 個週期/);
    await restores(page, own);
    assert.deepEqual(problems, []);
    await page.close();
});

test("between an experiment and the person's own run, the tab keeps the person's", async () => {
    const { page } = await openPage(started);
    await call(page, "fit", 1);
    const own = await runOf(page);
    await experiment(page, "none");
    await reload(page);
    await says(page, / 1 epoch/);
    await restores(page, own);
    await page.close();
});

test("a run that a link's steps train again is not offered", async () => {
    const { page } = await openPage(started, { path: "/#v=1&steps=47" });
    await until(page, "lab.state.totalSteps === 47 && lab.state.checksum");
    await reload(page);
    await until(page, "lab.state.totalSteps === 47 && lab.state.checksum");
    assert.ok(await stored(page));
    await call(page, "stepBatch");
    assert.equal(await textOf(page, NOTICE), "");
    const own = await runOf(page);
    await reload(page);
    await says(page, / 1 epoch/);
    await restores(page, own);
    await page.close();
});

test("a copy is made now and then during training", async () => {
    const { page } = await openPage(started);
    await call(page, "configure", { epochs: 10_000 });
    await click(page, ".primary");
    await until(page, "lab.state.epoch > 2");
    await page.evaluate(() => {
        const now = performance.now.bind(performance);
        performance.now = () => now() + 60_000;
    });
    await until(page, "lab.state.epoch > 20");
    await reload(page);
    await says(page, / \d+ epochs/);
    const { epochs, seed } = await call(page, "settings");
    assert.deepEqual([epochs, seed], [10_000, 0]);
    await click(page, OFFER);
    await until(page, "lab.state.epoch > 2 && lab.state.checksum");
    await page.close();
});

test("what is too large for the tab, or is not a run, is ignored in silence", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "configure", { layers: [8], epochs: 1 });
    await call(page, "fit", 1);
    await reload(page);
    const value = String(await stored(page));
    assert.match(value, /^\{"version":1,/);
    const damaged = value.replace(/"model":"(.{1000}).{8}/, '"model":"$1BadBadBa');
    for (const bad of [damaged, value.slice(0, -9), value.replace("1", "2"), "7", "null", "{}"]) {
        assert.notEqual(bad, value);
        // The page that is left stores what it knows, and the next one finds it.
        const { identifier } = await page.evaluateOnNewDocument(
            (key, bad) => sessionStorage.setItem(key, bad),
            KEY,
            bad,
        );
        await reload(page);
        await call(page, "fit", 1); // by then the page has read what is stored
        assert.equal(await textOf(page, NOTICE), "", bad.slice(0, 60));
        await page.removeScriptToEvaluateOnNewDocument(identifier);
    }
    await call(page, "configure", { points: 10_000, batchSize: 1000, layers: [500, 500] });
    await call(page, "fit", 1);
    await reload(page);
    assert.equal(await stored(page), null, "and what was trained before it was not the last");
    assert.deepEqual(problems, []);
    await page.close();
});

test("storage that is refused or full breaks nothing", async () => {
    for (const first of [
        () =>
            Object.defineProperty(window, "sessionStorage", {
                get() {
                    throw new DOMException("refused", "SecurityError");
                },
            }),
        () => {
            Storage.prototype.setItem = () => {
                throw new DOMException("full", "QuotaExceededError");
            };
        },
    ]) {
        const { page, problems } = await openPage(started, { first });
        await call(page, "fit", 1);
        await reload(page);
        assert.equal((await call(page, "fit", 1)).epoch, 1);
        assert.equal(await textOf(page, NOTICE), "");
        assert.deepEqual(problems, []);
        await page.close();
    }
});

test("a lab in somebody's page, or in a frame, stores nothing", async () => {
    const { page } = await openPage(started, { path: "/embedded.html" });
    await call(page, "fit", 1);
    await reload(page);
    assert.equal(await stored(page), null);
    await page.close();

    const sandbox = await openPage(started, { path: "/sandbox.html", ready: false });
    const frame = sandbox.page.frames()[1];
    const train = () => frame.evaluate(async () => (await spiralLab().fit(1)).epoch);
    await eventually(async () => (await train().catch(() => 0)) > 0);
    assert.ok((await train()) > 0);
    assert.deepEqual(sandbox.problems, []);
    await sandbox.page.close();
});
