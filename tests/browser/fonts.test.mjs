/** Report and progress line fit and stay in columns, whatever the browser's fonts are. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { tooWide } from "./layout.mjs";
import { call, drawn, openPage, startBrowser, viewports } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/**
 * Gives fonts of the computer other names, or other sizes, and waits until the page has them.
 * @param {Page} page
 * @param {readonly string[]} names
 * @param {string} local the font that they stand for
 * @param {number} [percent] of its size
 */
function rename(page, names, local, percent = 100) {
    const rules = names.map(
        (name) =>
            `@font-face { font-family: "${name}"; src: local("${local}"); size-adjust: ${percent}% }`,
    );
    return page.evaluate(
        async (text, names) => {
            const sheet = new CSSStyleSheet(); // the page's policy refuses a <style>
            sheet.replaceSync(text);
            document.adoptedStyleSheets = [sheet];
            for (const name of names)
                if ((await document.fonts.load(`12px "${name}"`)).length === 0)
                    throw new Error(`There is no ${name}.`);
        },
        rules.join("\n"),
        names,
    );
}

/**
 * The width of a text as a part of the font's size.
 * @param {Page} page
 * @param {string} text
 * @param {string} [family] the lab's monospaced font if left out
 */
function widthOf(page, text, family) {
    return page.evaluate(
        (text, family) => {
            const lab = /** @type {Element} */ (shadow().querySelector(".lab"));
            const canvas = document.createElement("canvas");
            const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
            context.font = `100px ${family ?? getComputedStyle(lab).getPropertyValue("--mono")}`;
            return context.measureText(text).width / 100;
        },
        text,
        family,
    );
}

test("report and progress line fit where characters are wider than usual", async () => {
    // WebKitGTK makes each a whole number of pixels wide, which may be 7 instead of 6.6.
    const { page, problems } = await openPage(started);
    const fonts = ["DejaVu Sans Mono", "Liberation Mono"];
    await rename(page, fonts, "DejaVu Sans Mono", 107);
    assert.ok((await widthOf(page, "0")) > 0.64, "they are wider");
    for (const viewport of [{ width: 1300, height: 900 }, ...viewports]) {
        await page.setViewport(viewport);
        await call(page, "fit", 1);
        await drawn(page);
        assert.deepEqual(await tooWide(page), [], `at ${viewport.width} x ${viewport.height}`);
    }
    assert.deepEqual(problems, []);
    await page.close();
});

test("numbers stay in columns where a proportional font stands in for a missing one", async () => {
    // Under a Chinese locale, WebKitGTK does that with all that it does not know as monospaced.
    const { page } = await openPage(started);
    await rename(page, ["ui-monospace", "SF Mono", "Cascadia Mono", "Menlo"], "DejaVu Sans");
    assert.ok((await widthOf(page, "i", "Menlo")) < (await widthOf(page, "0", "Menlo")));
    assert.equal(await widthOf(page, "i"), await widthOf(page, "0"));
    await page.close();
});
