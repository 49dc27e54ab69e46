/** An experiment ends with an answer; the lowest validation loss is marked on its curve. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { experiments } from "../../web/lessons/experiments.js";
import { call, click, drawn, openPage, startBrowser, textOf, until } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @typedef {import("./support.mjs").Page} Page */

/**
 * Begins an experiment and runs it to its end at full speed.
 * @param {Page} page
 * @param {string} name
 */
async function run(page, name) {
    await click(page, "button.help-button");
    await click(page, `.tries [value=${name}]`);
    await click(page, "button.finish");
    await until(page, "lab.state.epoch === lab.settings.epochs && lab.state.checksum");
    await drawn(page);
}

/** @param {Page} page @param {string} selector @param {string} name */
const attribute = (page, selector, name) =>
    page.$eval(`spiral-lab >>> ${selector}`, (e, name) => e.getAttribute(name), name);

/** Numbers of a text, in their order. @param {string} text */
const numbers = (text) => text.match(/\d+(\.\d+)?/g)?.map(String) ?? [];

for (const [language, viewport] of /** @type {const} */ ([
    ["en-US", { width: 1280, height: 800 }],
    ["zh-TW", { width: 1366, height: 768 }],
]))
    test(`each experiment ends with an answer in its own numbers, and it fits, ${language}`, async () => {
        const lab = await loadLab();
        const { page, problems } = await openPage(started, { language, viewport });
        const tall = () => page.evaluate(() => document.documentElement.scrollHeight);
        const before = await tall();
        await call(page, "fit", 1);
        const { checksum } = await call(page, "state");
        for (const [name, others] of Object.entries(experiments)) {
            await run(page, name);
            const settings = { ...lab.defaults, ...others };
            const model = lab.createModel(settings, lab.makeData(settings));
            const { loss, accuracy, val_loss } = model.fit(settings.epochs);
            model.dispose();
            const best = Math.min(...val_loss);
            const last =
                name === "overfit" ? [best, val_loss.at(-1), loss.at(-1)] : accuracy.slice(-1);
            const text = await textOf(page, ".notice p");
            for (const value of last)
                assert.ok(numbers(text).includes(Number(value).toFixed(2)), `${value}: ${text}`);
            assert.equal(await tall(), before, text);
            assert.match(await attribute(page, ".notice", "class").then(String), /mild/);
        }
        const chosen = await textOf(
            page,
            ".judgement header .choice:last-child [aria-pressed=true]",
        );
        assert.equal(chosen, language === "en-US" ? "Validation" : "驗證");
        // The person's own run is still there.
        await click(page, ".notice .offer");
        await until(page, `lab.state.checksum === "${checksum}"`);
        assert.deepEqual(problems, []);
        await page.close();
    });

test("an experiment that was paused answers at its end; one that was changed does not", async () => {
    const { page } = await openPage(started);
    await click(page, "button.help-button");
    await click(page, ".tries [value=none]");
    await until(page, "lab.state.epoch > 0");
    await call(page, "pause");
    assert.equal(await textOf(page, ".notice p"), "", "there is nothing to restore");
    await click(page, "button.finish");
    await until(
        page,
        "/^Without a hidden layer/.test(shadow().querySelector('.notice p').textContent)",
    );
    assert.equal(
        await page.$eval("spiral-lab >>> .notice .offer", (e) => e.checkVisibility()),
        false,
    );
    await click(page, "button.finish");
    await until(page, "lab.state.epoch === 100 && lab.state.checksum");
    await drawn(page);
    assert.equal(await textOf(page, ".notice p"), "", "it is the person's own run by now");
    await page.close();
});

test("the lowest validation loss has a ring on the curve, and words", async () => {
    const { page } = await openPage(started);
    await page.evaluate(() => {
        /** @type {number[][]} */
        const rings = [];
        Object.assign(window, { rings });
        const { arc } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.arc = function (x, y, ...others) {
            const curve = this.canvas.closest(".curve");
            if (curve) rings.push([x, y, [...shadow().querySelectorAll(".curve")].indexOf(curve)]);
            return arc.call(this, x, y, ...others);
        };
    });
    const rings = () => page.evaluate(() => Reflect.get(window, "rings").splice(0));
    await call(page, "configure", { points: 50, noise: 0.4, epochs: 20 });
    await call(page, "fit", 20);
    await drawn(page);
    assert.deepEqual(await rings(), [], "without a split there is none");
    await call(page, "configure", { validationSplit: 0.3 });
    await call(page, "fit", 20);
    await drawn(page);
    const label = String(await attribute(page, ".curve:first-child .plot", "aria-label"));
    const [, value, epoch] =
        label.match(/Ring: the lowest validation loss, ([\d.]+) at epoch (\d+)\./) ?? [];
    const lab = await loadLab();
    const settings = await call(page, "settings");
    const model = lab.createModel(settings, lab.makeData(settings));
    const { val_loss } = model.fit(20);
    model.dispose();
    const best = Math.min(...val_loss);
    assert.deepEqual([value, Number(epoch)], [best.toFixed(4), 1 + val_loss.indexOf(best)]);
    const second = String(await attribute(page, ".curve:nth-child(2) .plot", "aria-label"));
    assert.doesNotMatch(second, /Ring/);

    const box = await page.evaluate(() => {
        const over = /** @type {Element} */ (shadow().querySelector(".curve .u-over"));
        const canvas = /** @type {Element} */ (shadow().querySelector(".curve canvas"));
        const { left, top, width, height } = over.getBoundingClientRect();
        const own = canvas.getBoundingClientRect();
        return { x: left - own.left, width, left, top, height };
    });
    const at = ((Number(epoch) - 1) / 19) * box.width;
    const [x, , curve] = (await rings()).at(-1);
    assert.ok(Math.abs(x - box.x - at) < 1.5, `${x} is not ${box.x + at}`);
    assert.equal(curve, 0);
    // The text at the pointer says "lowest" there and nowhere else.
    for (const [offset, lowest] of /** @type {const} */ ([
        [0, true],
        [box.width / 19, false],
    ])) {
        await page.mouse.move(box.left + at - offset, box.top + 4);
        await drawn(page);
        assert.equal(/ \(lowest\)$/.test(await textOf(page, ".curve .value")), lowest);
    }
    await page.close();
});
