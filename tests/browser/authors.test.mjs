/** The page for authors, embed.html: its form, its address, and the snippets that it writes. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fields } from "../../web/shared/fields.js";
import { call, faults, openPage, startBrowser, until } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @type {Record<string, import("./support.mjs").Extra>} */
const extras = {};

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser(extras);
});
after(() => started.close());

const openForm = () => openPage(started, { path: "/embed.html" });

/**
 * Types, chooses or ticks, as a person would.
 * @param {Page} page
 * @param {string} selector of the form's control
 * @param {string} [value]
 */
const set = (page, selector, value) =>
    page.evaluate(
        (selector, value) => {
            const root = document.querySelector("main > div")?.shadowRoot;
            const control = /** @type {HTMLInputElement} */ (root?.querySelector(selector));
            if (value === undefined) return control.click();
            control.value = value;
            control.dispatchEvent(new Event("change"));
        },
        selector,
        value,
    );

/**
 * Opens the fold that a setting stands in, as a person would, which builds its fields.
 * @param {Page} page
 * @param {string} name of the setting
 */
async function unfold(page, name) {
    const group = fields.find((field) => field.name === name)?.group;
    await page.click(`main > div >>> details[data-group=${group}] > summary`);
    await page.waitForSelector(`main > div >>> #${name}`, { visible: true });
}

/** What the form holds. @param {Page} page */
const formOf = (page) =>
    page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("main > div")?.shadowRoot);
        const controls = /** @type {NodeListOf<HTMLInputElement>} */ (
            root.querySelectorAll("[id^=option-], #seed, #epochs")
        );
        return Array.from(controls, (c) => [c.id, c.type === "checkbox" ? c.checked : c.value]);
    });

/** The snippet, once it holds the part. @param {Page} page @param {string} part */
async function snippetWith(page, part) {
    await page.waitForFunction(
        (part) => document.querySelector("pre")?.textContent?.includes(part),
        {},
        part,
    );
    return page.evaluate(() => document.querySelector("pre")?.textContent ?? "");
}

test("it keeps what was chosen, and the lab is trained beforehand if asked to be", async () => {
    const { page, problems } = await openForm();
    await set(page, "#option-layout", "full");
    await set(page, "#option-parts-view");
    await set(page, "#option-autoplay");
    await set(page, "#seed", "11");
    await until(page, "lab.link.includes('seed=11')");
    await set(page, "#option-steps", "94");
    await until(page, "lab.state.totalSteps === 94 && lab.state.checksum");
    const { checksum } = await call(page, "state");
    const snippet = await snippetWith(page, 'steps="94"');
    const attributes =
        'seed="11" parts="header,map,transport,progress,curves,report,matrix,pointer,neurons,settings" autoplay="on" steps="94"';
    assert.ok(snippet.endsWith(` ${attributes}></spiral-lab>`), snippet);
    const form = await formOf(page);

    await page.reload();
    await call(page, "ready");
    await until(page, "lab.state.totalSteps >= 94");
    assert.equal(await snippetWith(page, "steps"), snippet);
    assert.deepEqual(await formOf(page), form);
    // It plays by itself where it is in sight; the weights at 94 are those of the settings.
    await call(page, "reset");
    await set(page, "#option-steps", "94");
    await until(page, "lab.state.totalSteps === 94 && lab.state.checksum");
    assert.equal((await call(page, "state")).checksum, checksum);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a bad number of batches is named, and the last good one stays", async () => {
    const { page, problems } = await openForm();
    const error = () =>
        page.evaluate(() => {
            const root = document.querySelector("main > div")?.shadowRoot;
            const text = /** @type {HTMLElement} */ (root?.querySelector("#steps-error"));
            return text.checkVisibility() ? text.textContent : "";
        });
    await set(page, "#option-steps", "94");
    const snippet = await snippetWith(page, 'steps="94"');
    await set(page, "#option-steps", "1.5");
    assert.equal(await error(), "A whole number from 0 to 9,999,999.");
    assert.equal(await snippetWith(page, "steps"), snippet);
    await set(page, "#option-steps", "94");
    assert.equal(await error(), "");
    assert.deepEqual(problems, []);
    await page.close();
});

test("its lab speaks its language", async () => {
    const { page } = await openForm();
    const languages = () =>
        page.evaluate(() => {
            const inner = /** @type {HTMLElement | null | undefined} */ (
                shadow().querySelector(".lab")
            );
            return [document.documentElement.lang, inner?.lang];
        });
    const help = () =>
        page.evaluate(() => {
            const root = document.querySelector("main > div")?.shadowRoot;
            const id = root?.querySelector("#option-lang")?.getAttribute("aria-describedby");
            return root?.getElementById(id ?? "")?.textContent ?? "";
        });
    assert.deepEqual(await languages(), ["en", "en"]);
    assert.match(await help(), /follows the article's lang attribute.*Here it says “en”\.$/);
    await page.click("header button[value=zh-Hant]");
    assert.deepEqual(await languages(), ["zh-Hant", "zh-Hant"]);
    assert.match(await help(), /文章的 lang 屬性.*這一頁寫的是 zh-Hant。$/);
    // A page in a frame does not see the article around it.
    await set(page, "#option-kind", "iframe");
    assert.match(await help(), /讀者瀏覽器的語言/);
    await page.close();
});

test("its address may ask for a frame; what cannot be valid in it is ignored", async () => {
    const path = "/embed.html#as=iframe&steps=x&onclick=alert&layout=Full&seed=5";
    const { page, problems } = await openPage(started, { path });
    const snippet = await snippetWith(page, "seed=5");
    assert.match(snippet, /^<iframe src="[^"]*#v=1&amp;seed=5" /);
    assert.match(await page.evaluate(() => location.hash), /&seed=5&layout=full&as=iframe$/);
    assert.equal(await page.evaluate(() => spiralLab().hasAttribute("onclick")), false);
    assert.deepEqual(problems, []);
    await page.close();
});

for (const kind of ["script", "iframe"])
    test(`a snippet, pasted into a page, does what is shown: ${kind}`, async () => {
        const { page, problems } = await openForm();
        await set(page, "#option-kind", kind);
        await set(page, "#option-theme", "dark");
        await set(page, "#option-speed", "full");
        await set(page, "#option-parts-settings");
        await set(page, "#seed", "11");
        await unfold(page, "optimizer");
        await set(page, "#optimizer", "rmsprop");
        await until(page, "lab.link.includes('rmsprop') && lab.link.includes('seed=11')");
        const link =
            "v=1&optimizer=rmsprop&seed=11&theme=dark&layout=compact&parts=header,view,map,transport,progress,curves,report,matrix,pointer,neurons&speed=full";
        assert.equal(await call(page, "link"), link);
        const snippet = await snippetWith(page, "rmsprop");
        assert.deepEqual(await faults(page), []);
        assert.deepEqual(problems, []);
        await page.close();

        extras["/pasted.html"] = {
            html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head>
                <body><article>${snippet}</article></body></html>`,
        };
        const pasted = await started.browser.newPage();
        await pasted.goto(`${started.origin}/pasted.html`, { waitUntil: "networkidle0" });
        const frame = pasted.frames().at(-1) ?? pasted.mainFrame();
        const copied = await frame.evaluate(async () => {
            const lab = /** @type {any} */ (document.querySelector("spiral-lab"));
            await lab.ready;
            return lab.link;
        });
        assert.equal(copied, link);
        await pasted.close();
    });
