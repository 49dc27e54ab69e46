/** The buttons that train, stop and go back, and the speed. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, click, drawn, find, openPage, startBrowser, textOf, until } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

test("reset keeps the weights, new weights come from the next seed", async () => {
    const { page } = await openPage(started);
    const { checksum } = await call(page, "state");
    await call(page, "fit", 1);
    await click(page, "button.reset");
    await until(page, "lab.state.totalSteps === 0 && lab.state.checksum");
    assert.equal((await call(page, "state")).checksum, checksum);
    await click(page, "button.fresh");
    await until(page, "lab.settings.seed === 1 && lab.state.checksum");
    assert.notEqual((await call(page, "state")).checksum, checksum);
    await page.close();
});

test("what a reset has ended can be restored, with its settings", async () => {
    for (const language of ["en-US", "zh-TW"]) {
        const { page } = await openPage(started, { language });
        await call(page, "configure", { epochs: 7, learningRate: 0.02 });
        const { checksum } = await call(page, "fit", 2);
        const before = await call(page, "settings");
        await click(page, "button.reset");
        await until(page, "lab.state.totalSteps === 0");
        await click(page, ".notice .offer");
        await until(page, "lab.state.epoch === 2 && lab.state.checksum");
        assert.equal((await call(page, "state")).checksum, checksum);
        assert.deepEqual(await call(page, "settings"), before);
        await page.close();
    }
});

test("to the end at full speed, whatever the pace, from a standstill and while it plays", async () => {
    const { page } = await openPage(started);
    await call(page, "configure", { epochs: 5 });
    await (await find(page, "select.pace")).select("1");
    await click(page, "button.finish");
    await until(page, "lab.state.epoch === 5 && !lab.state.running");
    await call(page, "play");
    await click(page, "button.finish");
    await until(page, "lab.state.epoch === 10 && !lab.state.running");
    await drawn(page);
    assert.equal(await textOf(page, ".primary"), "Continue");
    await page.close();
});

test("one batch a second is one batch a second", async () => {
    const { page } = await openPage(started);
    await (await find(page, "select.pace")).select("1");
    await call(page, "play");
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const { totalSteps } = await call(page, "pause");
    assert.ok(totalSteps >= 2 && totalSteps <= 4, String(totalSteps));
    await page.close();
});
