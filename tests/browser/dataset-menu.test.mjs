/** The pictures by which data are chosen, and the noise that each kind comes with. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
    call,
    click,
    fieldOf,
    openPage,
    pageWith,
    seen,
    startBrowser,
    textOf,
    type,
    unfold,
    until,
} from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/single.html": {
            html: pageWith(`<spiral-lab parts="map, Dataset, noise"></spiral-lab>`),
        },
    });
});
after(() => started.close());

test("the pictures are the data menu, also by arrow keys", async () => {
    const { page } = await openPage(started);
    await page.focus("spiral-lab >>> input[value=spirals]");
    for (const shape of ["moons", "circles", "blobs", "classification", "xor"]) {
        await page.keyboard.press("ArrowRight");
        await until(page, `lab.settings.dataset === "${shape}" && lab.state.checksum`);
        const classes = ["blobs", "classification"].includes(shape) ? 3 : 2;
        assert.equal((await call(page, "reportText")).match(/\n +\d\.0 /g)?.length, classes);
    }
    await page.close();
});

test("each kind of data begins with the noise that suits it, and later is as it was left", async () => {
    const { page, problems } = await openPage(started, { path: "/#v=1&turn=5" });
    await unfold(page, "noise");
    /** @param {string} shape @param {string} link */
    const choose = async (shape, link) => {
        await click(page, `input[value=${shape}]`);
        await until(page, `lab.link === "v=1${link}" && lab.state.checksum`);
    };
    await choose("moons", "&dataset=moons&noise=0.15");
    assert.equal(await fieldOf(page, "#noise"), "0.15");
    await type(page, "noise", "0.3");
    await choose("circles", "&dataset=circles&noise=0.1");
    await choose("blobs", "&dataset=blobs&cluster-std=0.6");
    await choose("moons", "&dataset=moons&noise=0.3");
    await choose("spirals", "&turn=5");
    // A value that is not valid is not taken along.
    await type(page, "noise", "much");
    await until(page, "shadow().querySelector('#noise-error').textContent");
    await choose("circles", "&dataset=circles&noise=0.1");
    assert.equal(await fieldOf(page, "#noise"), "0.1");
    assert.equal(await textOf(page, "#noise-error"), "");
    // A link that says less gets the defaults, not what suits the data.
    await page.evaluate(() => {
        location.hash = "v=1&dataset=moons";
    });
    await until(page, "lab.settings.dataset === 'moons'");
    assert.equal((await call(page, "settings")).noise, 0.2);
    await choose("spirals", "&turn=5");
    await choose("moons", "&dataset=moons");
    // After an experiment each kind of data begins with what suits it again.
    await click(page, "button.help-button");
    await click(page, ".tries button[value=none]");
    await until(page, "lab.state.running && lab.state.totalSteps > 0");
    await call(page, "pause");
    await choose("moons", "&dataset=moons&noise=0.15&layers=none");
    assert.deepEqual(problems, []);
    await page.close();
});

test("the pictures can be among the few settings that are shown", async () => {
    const { page, problems } = await openPage(started, { path: "/single.html" });
    const names = await seen(page, ".settings :is(input, summary)");
    assert.deepEqual(names, [...new Array(7).fill("dataset"), "noise"]);
    await click(page, "input[value=circles]");
    await until(page, "lab.settings.dataset === 'circles' && lab.settings.noise === 0.1");
    assert.deepEqual(problems, []);
    await page.close();
});

test("the settings fit beside the map, and the authors' form has the data as well", async () => {
    for (const language of ["en-US", "zh-TW"]) {
        const { page } = await openPage(started, { language });
        const bottom = await page.evaluate(() => {
            const last = shadow().querySelector(".settings > :last-child");
            return last?.getBoundingClientRect().bottom ?? 0;
        });
        assert.ok(bottom > 600 && bottom <= 800, `${bottom}`);
        await page.close();
    }
    const { page } = await openPage(started, { path: "/embed.html" });
    await page.click("main > div >>> input[value=circles]");
    await page.waitForFunction(() =>
        document.querySelector("pre")?.textContent?.includes(' dataset="circles" noise="0.1"'),
    );
    await page.close();
});
