/** When training stops, the page says what has gone wrong and offers to change the cause. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, click, drawn, openPage, startBrowser, textOf, until } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @typedef {Record<string, unknown>} Changes */

/**
 * Settings, epochs, what the page says and what the button changes.
 * @type {[settings: Changes, epochs: number, said: RegExp, changed: Changes][]}
 */
const cases = [
    [{ initializer: "zeros" }, 1, /began at zero.* layer 1 /, { initializer: "glorot_uniform" }],
    [{ learningRate: 0.3 }, 8, /^All units.*rate is too high/, { learningRate: 0.03 }],
    [{ l2: 0.1 }, 6, /^All units.*penalties/, { l2: 0 }],
    [{ noise: 3 }, 10, /are dead.*noise/, { noise: 0.2 }],
    [{ dropout: 0.8 }, 50, /only 0\.\d\d: \d+ of 128 units.* 1 .*dropout/, { dropout: 0 }],
    [
        { optimizer: "sgd", activation: "sigmoid", learningRate: 0.1 },
        10,
        /After 10 epochs.* 1\.\d{4}; guessing gives ln.3 = 1\.0986\. Gradients vanish/,
        { optimizer: "adam", learningRate: 0.01 },
    ],
    [
        { optimizer: "sgd", activation: "sigmoid", output: "sigmoid" },
        20,
        /guessing gives 0\.6365\. Gradients/,
        { optimizer: "adam" },
    ],
    [
        { dataset: "circles", layers: [] },
        10,
        /ln.2 = 0\.6931\. Without a hidden layer/,
        { layers: [128, 64, 32, 16] },
    ],
    [
        {
            dataset: "circles",
            activation: "linear",
            layers: [8, { units: 4, activation: "linear" }],
        },
        10,
        /ln.2 = 0\.6931\. With linear activations/,
        { activation: "relu", layers: [8, 4] },
    ],
];

test("each trouble is named with the run's own numbers; the remedy begins anew and loses nothing", async () => {
    const { page, problems } = await openPage(started);
    const { defaults } = await call(page, "info");
    for (const [settings, epochs, said, changed] of cases) {
        await call(page, "configure", { ...defaults, ...settings });
        await call(page, "reset");
        const { checksum } = await call(page, "fit", epochs);
        await until(page, `${said}.test(shadow().querySelector(".notice p").textContent)`);
        await click(page, ".notice .offer");
        const [name, value] = Object.entries(changed)[0];
        await until(
            page,
            `lab.state.checksum && JSON.stringify(lab.settings.${name}) === '${JSON.stringify(value)}'`,
        );
        assert.deepEqual(await call(page, "settings"), { ...defaults, ...settings, ...changed });
        assert.equal((await call(page, "state")).totalSteps, 0);
        await until(page, `/earlier run/.test(shadow().querySelector(".notice p").textContent)`);
        await click(page, ".notice .offer");
        await until(page, `lab.state.checksum === "${checksum}"`);
        assert.deepEqual(await call(page, "settings"), { ...defaults, ...settings });
    }
    assert.deepEqual(problems, []);
    await page.close();
});

test("steps that are too small grow without a new start; dead small layers get new weights", async () => {
    const { page } = await openPage(started);
    await call(page, "configure", { optimizer: "sgd", learningRate: 1e-5 });
    await call(page, "fit", 10);
    await click(page, ".notice .offer");
    await until(page, "lab.settings.learningRate === 1e-4");
    assert.equal((await call(page, "state")).epoch, 10);
    const { defaults } = await call(page, "info");
    await call(page, "configure", { ...defaults, layers: [2, 2], seed: 1 });
    await call(page, "fit", 12);
    assert.match(await textOf(page, ".notice p"), /^All units.*Other initial weights/);
    await click(page, ".notice .offer");
    await until(page, "lab.settings.seed === 2 && lab.state.totalSteps === 0");
    await page.close();
});

for (const language of ["en-US", "zh-TW"])
    test(`the message has room on a laptop and pushes nothing, ${language}`, async () => {
        for (const [width, height] of [
            [1280, 800],
            [1366, 768],
        ]) {
            const { page } = await openPage(started, { language, viewport: { width, height } });
            const tall = () => page.evaluate(() => document.documentElement.scrollHeight);
            const before = await tall();
            const { defaults } = await call(page, "info");
            const overfit = { points: 50, noise: 0.4, validationSplit: 0.3 };
            const all = [...cases, /** @type {const} */ ([overfit, 200])];
            for (const [settings, epochs] of all) {
                await call(page, "configure", { ...defaults, ...settings });
                await call(page, "reset");
                await call(page, "fit", epochs);
                await until(page, "!lab.state.running");
                await drawn(page);
                const text = await textOf(page, ".notice p");
                assert.notEqual(text, "", JSON.stringify(settings));
                assert.equal(await tall(), before, text);
            }
            await page.close();
        }
    });

test("nothing is said where all is well, or after only a few steps", async () => {
    const { page } = await openPage(started);
    await call(page, "fit", 50);
    assert.equal(await textOf(page, ".notice p"), "");
    await call(page, "configure", { initializer: "zeros" });
    await call(page, "stepEpoch");
    assert.equal(await textOf(page, ".notice p"), "");
    await page.close();
});
