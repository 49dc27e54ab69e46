/** Start over: how the next person finds the lab, and what becomes of what was trained. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
    call,
    click,
    drawn,
    find,
    openPage,
    startBrowser,
    textOf,
    type,
    until,
} from "./support.mjs";

const EMBEDDED = `<!doctype html><title>An article</title><link rel="icon" href="data:,">
    <script src="/spiral-lab.js"></script>
    <spiral-lab learning-rate="0.003" layers="9,8" points="zero" view="soft" speed="20" steps="47"
        ></spiral-lab>`;

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({ "/embedded.html": { html: EMBEDDED } });
});
after(() => started.close());

/** @typedef {import("./support.mjs").Page} Page */

const NOTICE = ".notice p";
const OFFER = ".notice .offer";

/** How the lab looks, apart from the network. @param {Page} page */
function looks(page) {
    return page.evaluate(() => {
        const all = (/** @type {string} */ selector) => [...shadow().querySelectorAll(selector)];
        return {
            hash: location.hash,
            pressed: all("[aria-pressed=true]:not(.choice *)").map((e) => e.className),
            chosen: all(".judgement .choice [aria-pressed=true]").map((e) =>
                Reflect.get(e, "value"),
            ),
            cells: all("[role=gridcell][aria-selected=true]").length,
            selects: all(".map-tools select, select.pace").map((e) => Reflect.get(e, "value")),
            open: all("details[open]").map((e) => /** @type {HTMLElement} */ (e).dataset.group),
            units: all(".neurons:not([hidden])").length,
            runs: all(".clear")[0].textContent,
            pointer: all(".pointer table")[0].textContent,
            theme: /** @type {HTMLElement} */ (all(".lab")[0]).dataset.theme,
            language: all("h1")[0].textContent,
        };
    });
}

/** @param {Page} page */
const overIsSaid = (page) => until(page, "shadow().querySelector('.notice p').textContent");

test("everything but language, theme and colours is as it was at first; this can be undone once", async () => {
    const { page, problems } = await openPage(started);
    await click(page, ".header [value=dark]");
    await click(page, ".header [value=zh-Hant]");
    await (await find(page, "[name=palette]")).select("safe");
    await until(page, "location.hash.includes('palette=safe')");
    const first = await looks(page);
    const { defaults } = await call(page, "info");

    await call(page, "fit", 3);
    await type(page, "batchSize", "64");
    await until(page, "lab.settings.batchSize === 64");
    await type(page, "learningRate", "0.02");
    await click(page, "[data-group=network] summary");
    await (await find(page, "[name=view]")).select("soft");
    await (await find(page, "select.pace")).select("20");
    await click(page, ".toggle.log");
    await click(page, ".toggle.keep");
    await call(page, "fit", 2);
    await click(page, ".judgement [value=matrix]");
    await click(page, ".matrix .cells [role=row]:nth-child(2) [role=gridcell]:nth-child(2)");
    await click(page, "[name=neurons]");
    await (await find(page, ".crosshair")).click();
    await drawn(page);
    const { checksum } = await call(page, "state");
    const settings = await call(page, "settings");
    assert.equal((await looks(page)).runs, "清除（1）");

    await click(page, ".over");
    await overIsSaid(page);
    await drawn(page);
    assert.deepEqual(await looks(page), { ...first, hash: "" });
    assert.deepEqual(await call(page, "settings"), defaults);
    assert.equal((await call(page, "state")).totalSteps, 0);
    assert.equal(await page.evaluate(() => shadow().activeElement?.className), "over");

    await click(page, OFFER);
    await until(page, `lab.state.checksum === "${checksum}"`);
    assert.deepEqual(await call(page, "settings"), settings);
    await until(page, "location.hash.includes('batch-size=64')");
    // What was trained before does not belong to the next person.
    assert.equal(await textOf(page, NOTICE), "");
    assert.deepEqual(problems, []);
    await page.close();
});

test("when training begins, what was trained before is forgotten, by the tab as well", async () => {
    const { page, problems } = await openPage(started);
    const stored = () => page.evaluate(() => sessionStorage.getItem("spiral-lab-run"));
    await call(page, "fit", 2);
    const { checksum } = await call(page, "state");
    await click(page, ".over");
    await overIsSaid(page);
    // A change is no training, and neither is a reload.
    await type(page, "batchSize", "64");
    await until(page, "lab.settings.batchSize === 64 && lab.state.checksum");
    await until(page, "/ 2 epochs/.test(shadow().querySelector('.notice p').textContent)");
    await page.reload();
    await call(page, "ready");
    await overIsSaid(page);
    assert.ok(await stored());
    await click(page, OFFER);
    await until(page, `lab.state.checksum === "${checksum}"`);

    await click(page, ".over");
    await overIsSaid(page);
    await page.reload();
    await call(page, "ready");
    await overIsSaid(page);
    await click(page, "button.batch");
    await until(page, "lab.state.totalSteps === 1 && lab.state.checksum");
    assert.equal(await textOf(page, NOTICE), "");
    assert.equal(await stored(), null);
    await click(page, "button.reset");
    await overIsSaid(page);
    assert.match(await textOf(page, NOTICE), / 1 batch /);
    await click(page, OFFER);
    await until(page, "lab.state.totalSteps === 1");
    await drawn(page);
    assert.equal(await textOf(page, NOTICE), "");
    assert.deepEqual(problems, []);
    await page.close();
});

test("an experiment is not kept where the person has trained a run of their own", async () => {
    const { page } = await openPage(started);
    for (const own of [false, true]) {
        if (own) await call(page, "fit", 1);
        await click(page, "button.help-button");
        await click(page, ".tries button[value=none]");
        await until(page, "lab.state.epoch > 1");
        await call(page, "pause");
        await click(page, ".over");
        await until(page, "lab.settings.layers.length === 4 && lab.state.checksum");
        await overIsSaid(page);
        await click(page, OFFER);
        await until(page, "lab.state.epoch > 0 && lab.state.checksum");
        assert.equal((await call(page, "settings")).layers.length, own ? 4 : 0);
        await call(page, "reset");
        await call(page, "configure", { layers: [8] });
        await call(page, "configure", { layers: [128, 64, 32, 16] });
    }
    await page.close();
});

test("an element's attributes are its defaults; a page's link gives none", async () => {
    const { page, problems } = await openPage(started, { path: "/embedded.html" });
    await until(page, "lab.state.totalSteps === 47 && lab.state.checksum");
    const first = await call(page, "state");
    const settings = await call(page, "settings");
    assert.deepEqual([settings.learningRate, settings.layers], [0.003, [9, 8]]);
    await page.evaluate(() => spiralLab().setAttribute("seed", "4"));
    await until(page, "lab.settings.seed === 4 && lab.state.totalSteps === 47");
    await page.evaluate(() => spiralLab().removeAttribute("seed"));
    await until(page, "lab.settings.seed === 0 && lab.state.totalSteps === 47");
    await call(page, "configure", { learningRate: 0.5, layers: [5], points: 100 });
    await (await find(page, "[name=view]")).select("regions");
    await call(page, "fit", 1);
    await click(page, ".over");
    await until(page, "lab.state.totalSteps === 47 && lab.state.checksum");
    assert.deepEqual(await call(page, "settings"), settings);
    assert.equal((await call(page, "state")).checksum, first.checksum);
    const selects = await page.evaluate(() =>
        [...shadow().querySelectorAll("select")].map(({ value }) => value),
    );
    assert.ok(selects.includes("soft") && selects.includes("20"), String(selects));
    // What was restored gives way to what the attributes train, and can be restored again.
    await until(page, "/ 1 epoch /.test(shadow().querySelector('.notice p').textContent)");
    await click(page, OFFER);
    await until(page, "lab.settings.points === 100 && lab.state.checksum");
    await click(page, OFFER);
    await until(page, `lab.state.checksum === "${first.checksum}"`);
    assert.deepEqual(problems, []);
    await page.close();

    const linked = await openPage(started, { path: "/#v=1&seed=3&view=soft" });
    await click(linked.page, ".over");
    await until(linked.page, "lab.settings.seed === 0 && location.hash === ''");
    assert.equal(await call(linked.page, "link"), "v=1");
    await linked.page.goBack();
    await until(linked.page, "lab.settings.seed === 3");
    assert.equal(await call(linked.page, "link"), "v=1&seed=3&view=soft");
    await linked.page.close();
});
