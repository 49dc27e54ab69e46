/** Help, and the experiments that it suggests. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { experiments } from "../../web/lessons/experiments.js";
import { call, click, openPage, seen, startBrowser, until } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

test("an experiment of help begins at once, from the tutorial's settings", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "configure", { seed: 5, epochs: 3 });
    await click(page, "button.help-button");
    const names = await page.$$eval("spiral-lab >>> .tries button", (all) =>
        all.map((button) => Reflect.get(button, "value")),
    );
    assert.deepEqual(names, Object.keys(experiments));
    await page.keyboard.press("Escape");
    // What was trained can be restored, even if the experiment changes only the rate.
    await call(page, "configure", (await call(page, "info")).defaults);
    await call(page, "configure", { learningRate: 0.02, epochs: 7 });
    const { checksum } = await call(page, "fit", 2);
    const before = await call(page, "settings");
    await click(page, "button.help-button");
    await click(page, ".tries button[value=rate]");
    await until(page, "lab.state.running && lab.settings.learningRate === 0.1");
    await call(page, "pause");
    await click(page, ".notice .offer");
    await until(page, "lab.state.epoch === 2 && lab.state.checksum");
    assert.equal((await call(page, "state")).checksum, checksum);
    assert.deepEqual(await call(page, "settings"), before, "as it was trained");
    const { defaults } = await call(page, "info");
    for (const [name, others] of Object.entries(experiments)) {
        await click(page, "button.help-button");
        await click(page, `.tries button[value=${name}]`);
        await until(page, "lab.state.running && lab.state.totalSteps > 0");
        assert.deepEqual(await call(page, "settings"), { ...defaults, ...others });
        await call(page, "pause");
    }
    assert.deepEqual(problems, []);
    await page.close();
});

for (const language of ["en-US", "zh-TW"])
    test(`help opens by button and key, lists the keys, and gives the focus back, ${language}`, async () => {
        const { page } = await openPage(started, { language });
        const isOpen = () =>
            page.$eval("spiral-lab >>> dialog", (e) => /** @type {HTMLDialogElement} */ (e).open);
        await page.focus("spiral-lab >>> button.help-button");
        await page.keyboard.press("Enter");
        assert.ok(await isOpen());
        assert.equal((await seen(page, "dialog kbd")).length, 9);
        const sentences = await seen(page, "dialog dd");
        assert.ok(sentences.length > 9, "of the keys, and of the page's parts");
        assert.ok(sentences.every((text) => text.length > 1));
        await page.keyboard.press("b");
        assert.equal((await call(page, "pause")).totalSteps, 0, "not through the dialog");
        await page.keyboard.press("Escape");
        assert.ok(!(await isOpen()));
        const focused = await page.evaluate(() => shadow().activeElement?.className);
        assert.equal(focused, "help-button");
        await page.keyboard.press("?");
        assert.ok(await isOpen());
        await click(page, "dialog .close");
        assert.ok(!(await isOpen()));
        await page.close();
    });
