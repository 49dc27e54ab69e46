/** Notices can be closed, and hide nothing for good. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { tooWide } from "./layout.mjs";
import { call, click, drawn, faults, find, openPage, startBrowser, until } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @typedef {import("./support.mjs").Page} Page */

/** A reset that can be undone. @param {Page} page */
async function reset(page) {
    await call(page, "fit", 1);
    await page.$eval("spiral-lab >>> button.reset", (e) => /** @type {HTMLElement} */ (e).click());
    await find(page, ".notice .offer");
    await drawn(page);
}

/** @param {Page} page */
const isGone = (page) => until(page, "shadow().querySelector('.notice').hidden");

/** Where everything in the page is, except the notice. @param {Page} page */
function places(page) {
    return page.evaluate(() => {
        const moving =
            ".uplot *, .value, .line *, .notice, .notice *, .guest, .lab, .breadth, .visually-hidden";
        return [...shadow().querySelectorAll("*")]
            .filter((element) => !element.matches(moving))
            .map((element) => {
                const { x, y, width, height } = element.getBoundingClientRect();
                const box = [x, y + scrollY, width, height].map((n) => Math.round(4 * n) / 4);
                return `${element.localName}.${element.classList[0]} ${box}`;
            });
    });
}

test("a notice is closed by its button, by key and by Escape; the focus goes to the training", async () => {
    for (const [language, name] of /** @type {const} */ ([
        ["en-US", "Close this message"],
        ["zh-TW", "關閉這則訊息"],
    ])) {
        const { page } = await openPage(started, { language });
        const focused = () => page.evaluate(() => shadow().activeElement?.className);
        for (const close of [
            () => click(page, ".notice .close"),
            async () => {
                await page.focus("spiral-lab >>> .notice .close");
                await page.keyboard.press("Enter");
            },
            async () => {
                await page.focus("spiral-lab >>> .notice .offer");
                await page.keyboard.press("Escape");
            },
        ]) {
            await reset(page);
            assert.deepEqual(await faults(page), []);
            await close();
            await isGone(page);
            assert.match(String(await focused()), /primary/);
        }
        await reset(page);
        const label = await page.$eval("spiral-lab >>> .notice .close", (e) => e.ariaLabel);
        assert.equal(label, name);
        // Escape closes it only where it has the focus.
        await page.focus("spiral-lab >>> button.help-button");
        await page.keyboard.press("Escape");
        assert.ok(await find(page, ".notice .offer"));
        await page.close();
    }
});

for (const language of ["en-US", "zh-TW"])
    for (const [width, height] of [
        [390, 844],
        [320, 640],
        [844, 390],
    ])
        test(`a notice pushes and hides nothing, at ${width} x ${height}, ${language}`, async () => {
            const viewport = { width, height, hasTouch: true, isMobile: true };
            const { page } = await openPage(started, { language, viewport });
            await reset(page);
            await click(page, ".notice .close");
            await drawn(page);
            const before = await places(page);
            const end = () => page.evaluate(() => document.documentElement.scrollHeight);
            const short = await end();
            await reset(page);
            assert.deepEqual(await places(page), before);
            const wide = (await tooWide(page)).filter((html) => /"title"|notice|^<html/.test(html));
            assert.deepEqual(wide, []);
            const { notice, over, y, room } = await page.evaluate(() => {
                scrollTo(0, 1e6);
                const notice = /** @type {Element} */ (shadow().querySelector(".notice"));
                const bench = /** @type {Element} */ (shadow().querySelector(".bench"));
                const { top, bottom, height } = notice.getBoundingClientRect();
                const over = bench.getBoundingClientRect().bottom - top;
                return { notice: height, over, y: scrollY, room: innerHeight - bottom };
            });
            assert.ok(notice > 40, "it is there");
            assert.ok(over <= 0, "at the page's end it lies below everything");
            assert.ok(room >= 0, "and all of it is seen");
            assert.ok((await end()) - short <= notice + 20);
            // Closing it does not scroll the page.
            await click(page, ".notice .close");
            await isGone(page);
            const now = await page.evaluate(() => scrollY);
            assert.ok(y - now <= notice + 20, `${y} to ${now}`);
            await page.close();
        });

for (const language of ["en-US", "zh-TW"])
    test(`the message about a divergence does not push the page, ${language}`, async () => {
        const { page } = await openPage(started, { language });
        const height = () => page.evaluate(() => document.documentElement.scrollHeight);
        const before = await height();
        await call(page, "configure", { layers: Array(8).fill(128), learningRate: 1000 });
        await page.evaluate(() =>
            spiralLab()
                .fit(5)
                .catch(() => {}),
        );
        await find(page, ".notice .offer");
        assert.equal(await height(), before);
        await click(page, ".notice .offer");
        await until(page, "lab.settings.learningRate === 100");
        await page.close();
    });
