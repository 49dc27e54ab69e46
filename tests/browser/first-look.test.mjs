/** What is on the page from its first picture on, and what comes later. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
    call,
    click,
    coloursOf,
    drawn,
    find,
    openPage,
    pageWith,
    startBrowser,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const PHONE = { width: 390, height: 844, hasTouch: true };

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/hidden.html": {
            html: pageWith('<div style="display: none"><spiral-lab></spiral-lab></div>'),
        },
    });
});
after(() => started.close());

/** Whether the report is written in the light theme's colours. @param {Page} page */
async function isWritten(page) {
    await drawn(page);
    const colours = await coloursOf(page, ".report canvas");
    const [text, muted] = ["34,38,43", "93,101,110"].map((colour) => colours[colour] ?? 0);
    return text > 20 && muted > 0;
}

test("a lab that was hidden at first looks like any other once it is shown", async () => {
    const usual = await openPage(started);
    assert.ok(await isWritten(usual.page));
    await usual.page.close();
    for (const wait of ["at once", "once it is ready"]) {
        const { page, problems } = await openPage(started, { path: "/hidden.html", ready: false });
        if (wait !== "at once") await call(page, "ready");
        await page.evaluate(() => {
            const box = /** @type {HTMLElement} */ (document.querySelector("div"));
            box.style.display = "";
        });
        await call(page, "ready");
        await call(page, "pause");
        await page.waitForFunction(() => {
            const canvas = /** @type {HTMLCanvasElement} */ (
                shadow().querySelector(".report canvas")
            );
            return canvas && canvas.width > 100;
        });
        assert.ok(await isWritten(page), wait);
        await click(page, "button[name=neurons]");
        const units = await find(page, ".unit-maps canvas");
        assert.ok(units);
        await drawn(page);
        assert.ok(Object.keys(await coloursOf(page, ".unit-maps canvas")).length > 1, wait);
        assert.deepEqual(problems, []);
        await page.close();
    }
});

test("on a phone, what is opened before it is built is shown as soon as it is", async () => {
    const { page, problems } = await openPage(started, {
        viewport: PHONE,
        path: "/#v=1&layers=512,512,512",
        ready: false,
        first: () => {
            // As soon as the map is drawn, while the rest is not there yet.
            const { prototype } = CanvasRenderingContext2D;
            const put = prototype.putImageData;
            /** @this {CanvasRenderingContext2D} @param {any[]} args */
            prototype.putImageData = function (...args) {
                Reflect.apply(put, this, args);
                prototype.putImageData = put;
                queueMicrotask(() => {
                    Object.assign(window, { early: shadow().querySelector(".curves") === null });
                    const button = shadow().querySelector("button[name=neurons]");
                    /** @type {HTMLButtonElement} */ (button).click();
                });
            };
        },
    });
    await call(page, "ready");
    assert.equal(await page.evaluate(() => Reflect.get(window, "early")), true);
    const panel = await find(page, ".neurons");
    assert.equal(await panel?.evaluate((element) => Reflect.get(element, "hidden")), false);
    assert.ok(await find(page, ".unit-maps canvas"));
    assert.deepEqual(problems, []);
    await page.close();
});

test("on a phone everything is there once the lab is ready, in the order in which it is seen", async () => {
    const { page } = await openPage(started, { viewport: PHONE });
    const tops = await page.evaluate(() =>
        [".map", ".transport", ".pointer", ".curves", ".settings", ".judgement"].map(
            (name) => shadow().querySelector(name)?.getBoundingClientRect().top ?? Number.NaN,
        ),
    );
    assert.deepEqual(
        tops,
        [...tops].sort((a, b) => a - b),
    );
    assert.ok(tops.every(Number.isFinite));
    await page.close();
});
