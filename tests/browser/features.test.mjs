/** What the network sees: the switches of its features, what follows from them, a stratified split. */

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
    unfold,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @param {Page} page @param {string} name of a feature */
const flip = (page, name) => click(page, `.features input[value=${name}]`);

/** What is switched on. @param {Page} page */
const featuresOf = (page) =>
    page.evaluate(() => {
        const boxes = shadow().querySelectorAll(".features input:checked");
        return [...boxes].map((box) => /** @type {HTMLInputElement} */ (box).value).join();
    });

/** Waits until the lab has these. @param {Page} page @param {string} features */
const haveThem = (page, features) => until(page, `lab.settings.features.join() === "${features}"`);

test("a feature is an input more, in the network, the link and the layers' table", async () => {
    const { page, problems } = await openPage(started);
    await unfold(page, "features");
    assert.equal(await featuresOf(page), "x,y");
    assert.match(await textOf(page, ".total"), /11,299/);
    await flip(page, "r");
    await haveThem(page, "x,y,r");
    await until(page, 'shadow().querySelector(".total").textContent.includes("11,427")');
    assert.match(await call(page, "link"), /features=x,y,r(&|$)/);
    for (const name of ["x", "y", "theta"]) await flip(page, name);
    await haveThem(page, "r,theta");
    assert.equal(await featuresOf(page), "r,theta");
    await unfold(page, "activation");
    assert.equal(await textOf(page, ".layer-input"), "Input 2: r, θ");
    assert.equal(await textOf(page, "[data-group=network] .digest"), "r, θ · relu");
    assert.deepEqual(problems, []);
    await page.close();
});

for (const [lang, reason] of /** @type {const} */ ([
    ["en", /^The network needs at least one input; choose from x, y, x2/],
    ["zh-Hant", /^網路至少要有一個輸入；可以用 x, y, x2/],
]))
    test(`the last feature stays, and the field says why (${lang})`, async () => {
        const path = `/#lang=${lang}&features=r`;
        const { page, problems } = await openPage(started, { path });
        await unfold(page, "features");
        const held = () =>
            page.evaluate(() => {
                const all = shadow().querySelectorAll(".features [aria-disabled=true]");
                return [...all].map((box) => /** @type {HTMLInputElement} */ (box).value).join();
            });
        assert.equal(await held(), "r");
        await flip(page, "r");
        await until(page, 'shadow().querySelector("#features-error").textContent !== ""');
        assert.match(await textOf(page, "#features-error"), reason);
        assert.equal(await featuresOf(page), "r");
        const describing = await page.evaluate(() =>
            shadow().querySelector(".features")?.getAttribute("aria-describedby"),
        );
        assert.match(String(describing), /features-error/);
        await flip(page, "x2"); // with another one it can go
        await haveThem(page, "x2,r");
        await until(page, 'shadow().querySelector("#features-error").textContent === ""');
        assert.equal(await held(), "");
        await flip(page, "r");
        await haveThem(page, "x2");
        assert.equal(await held(), "x2");
        assert.deepEqual(problems, []);
        await page.close();
    });

test("each has its own picture, of the map's plane, in the theme's colours", async () => {
    const { page } = await openPage(started);
    await unfold(page, "features");
    const pictures = () =>
        page.evaluate(() => {
            const all = /** @type {NodeListOf<HTMLCanvasElement>} */ (
                shadow().querySelectorAll(".features canvas")
            );
            return [...all].map((canvas) => canvas.toDataURL());
        });
    const light = await pictures();
    assert.equal(light.length, 9);
    assert.equal(new Set(light).size, 9);
    await call(page, "configure", { dataset: "blobs" });
    await drawn(page);
    const wide = await pictures();
    assert.notEqual(wide[5], light[5]); // there the sine has several waves
    await page.evaluate(() => spiralLab().setAttribute("theme", "dark"));
    await until(page, 'shadow().querySelector("[data-theme=dark]") !== null');
    await drawn(page);
    for (const [i, picture] of (await pictures()).entries()) assert.notEqual(picture, wide[i]);
    await page.close();
});

test("the neurons say what the first layer sees, and draw no lines where there are none", async () => {
    const { page, problems } = await openPage(started, { path: "/#layers=6&parts=map,neurons" });
    const lines = () =>
        page.evaluate(() => {
            const box = shadow().querySelector("[name=lines]");
            return box instanceof HTMLInputElement && !box.disabled;
        });
    const note = () => textOf(page, ".neurons .help:not([hidden]) + .help");
    await find(page, ".neurons .unit-maps button");
    assert.equal(await lines(), true);
    for (const [features, has, text] of /** @type {const} */ ([
        [["x"], true, /^The first layer's inputs are x\.$/],
        [["x", "r"], false, /^The first layer's inputs are x, r: .* curves, so there are no lines/],
    ])) {
        await call(page, "configure", { features });
        await drawn(page);
        assert.equal(await lines(), has);
        assert.match(await note(), text);
    }
    assert.deepEqual(problems, []);
    await page.close();
});

test("a stratified split is offered once there is a validation split", async () => {
    const { page, problems } = await openPage(started, { path: "/#points=100" });
    await unfold(page, "validationSplit");
    const isOffered = () =>
        page.evaluate(() => {
            const box = shadow().querySelector("[name=stratify]");
            return box?.checkVisibility() ?? false;
        });
    assert.equal(await isOffered(), false);
    await type(page, "validationSplit", "0.3");
    await until(page, "lab.settings.validationSplit === 0.3");
    await until(page, 'shadow().querySelector("[name=stratify]").checkVisibility()');
    await click(page, "[name=stratify]");
    await until(page, "lab.settings.stratify");
    assert.match(await call(page, "link"), /stratify=true/);
    assert.deepEqual(problems, []);
    await page.close();
});
