/**
 * The page's looks, as far as a program can judge them: languages, themes, sizes, accessibility.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { boxes, moved, tooWide } from "./layout.mjs";
import {
    call,
    click,
    drawn,
    faults,
    find,
    openPage,
    startBrowser,
    textOf,
    unfoldAll,
    until,
    viewports,
} from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {import("./support.mjs").Viewport} Viewport */

test("the browser's language is the page's, and the switch changes every text", async () => {
    const { page } = await openPage(started, { language: "zh-TW" });
    const facts = () =>
        page.evaluate(() => ({ lang: document.documentElement.lang, title: document.title }));
    assert.deepEqual(await facts(), { lang: "zh-Hant", title: "螺旋實驗室" });
    await unfoldAll(page);
    await openDialogs(page);
    const chinese = await texts(page);
    await click(page, 'button[value="en"]');
    assert.deepEqual(await facts(), { lang: "en", title: "Spiral Lab" });
    await openDialogs(page);
    const english = await texts(page);
    assert.equal(english.length, chinese.length);
    const pressed = await page.evaluate(() => {
        const buttons = shadow().querySelectorAll('.header [aria-pressed="true"]');
        return [...buttons].map((button) => button.getAttribute("value"));
    });
    assert.deepEqual(pressed, ["en", "auto"]);
    const left = english.filter((text) => /[\u3000-\u9fff\uff00-\uffef]/.test(text));
    assert.deepEqual(left, ["繁中"], "no Chinese is left but the switch's own name");
    await page.close();
});

/**
 * Opens Help and Share, since they are built when first opened, and Share fills anew each time.
 * @param {Page} page
 */
async function openDialogs(page) {
    for (const name of ["help", "share"]) {
        await click(page, `button.${name}-button`);
        await find(page, "dialog[open]");
        await page.keyboard.press("Escape");
    }
}

/** Texts and titles inside the lab. @param {Page} page @returns {Promise<string[]>} */
function texts(page) {
    return page.evaluate(() => {
        const elements = [...shadow().querySelectorAll("*")].filter((e) => !e.closest(".uplot"));
        return elements.flatMap((element) => {
            const own = [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE);
            const names = ["title", "aria-label"].map((name) => element.getAttribute(name));
            return [...own.map((n) => n.textContent), ...names].filter((t) => t !== null);
        });
    });
}

/**
 * Changes the system's colour scheme, and waits until the page has followed.
 * @param {Page} page @param {"light" | "dark"} scheme
 */
async function prefer(page, scheme) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await find(page, `[data-theme=${scheme}]`);
    await drawn(page);
}

test("the theme follows the system until one is chosen", async () => {
    const { page } = await openPage(started, { scheme: "dark" });
    const ground = () =>
        page.evaluate(() => {
            const lab = /** @type {Element} */ (shadow().querySelector(".lab"));
            return getComputedStyle(lab).backgroundColor;
        });
    const dark = await ground();
    await prefer(page, "light");
    const light = await ground();
    assert.notEqual(light, dark);
    await click(page, 'button[value="dark"]');
    assert.equal(await ground(), dark);
    await click(page, 'button[value="auto"]');
    assert.equal(await ground(), light);
    await page.close();
});

test("the report is copied as text, also without the clipboard API", async () => {
    for (const missing of [false, true]) {
        const { page, problems } = await openPage(started);
        await started.browser
            .defaultBrowserContext()
            .setPermission(started.origin, {
                permission: { name: "clipboard-write" },
                state: "granted",
            })
            .catch(() => {});
        await page.evaluate((missing) => {
            const copied = /** @type {any} */ (window);
            document.addEventListener("copy", () => {
                copied.text = shadow().querySelector("textarea")?.value;
            });
            const clipboard = {
                writeText: async (/** @type {string} */ text) => {
                    if (missing) throw new Error("refused");
                    copied.text = text;
                },
            };
            Object.defineProperty(navigator, "clipboard", { value: clipboard });
        }, missing);
        await click(page, "button.copy");
        await page.waitForFunction(() => /** @type {any} */ (window).text);
        const text = await page.evaluate(() => /** @type {any} */ (window).text);
        assert.equal(text, await call(page, "reportText"));
        assert.equal(await textOf(page, "button.copy"), "Copied");
        assert.deepEqual(problems, []);
        await page.close();
    }
});

for (const viewport of viewports)
    for (const language of ["en-US", "zh-TW"])
        test(`nothing shifts, is cut or too wide at ${viewport.width} x ${viewport.height}, ${language}`, async () => {
            const { page, problems } = await openPage(started, { viewport, language });
            await drawn(page);
            const before = await boxes(page);
            await call(page, "play");
            for (const steps of [10, 50, 90, 130, 170]) {
                await until(page, `lab.state.running && lab.state.totalSteps >= ${steps}`);
                assert.deepEqual(moved(before, await boxes(page)), [], "while it trains");
            }
            await call(page, "fit", 30);
            await drawn(page);
            assert.deepEqual(moved(before, await boxes(page)), [], "when it is done");
            assert.deepEqual(await tooWide(page), []);
            assert.deepEqual(problems, []);
            await page.close();
        });

/** A small phone, a phone, a laptop, and that laptop's screen at 200 %. @type {Viewport[]} */
const WIDTHS = [
    { width: 320, height: 640 },
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
    { width: 640, height: 400, deviceScaleFactor: 2 },
];
for (const language of ["en-US", "zh-TW"])
    for (const size of ["normal", "large"])
        for (const viewport of WIDTHS)
            test(`no ${size} text is longer than its room at ${viewport.width} px, ${language}`, async () => {
                const options = { viewport, language, path: `/#text-size=${size}` };
                const { page, problems } = await openPage(started, options);
                await call(page, "fit", 2);
                await unfoldAll(page);
                await page.evaluate(() => spiralLab().setAttribute("epochs", "x"));
                await until(page, "shadow().querySelector('#epochs-error').textContent");
                await drawn(page);
                assert.deepEqual(await tooWide(page), []);
                for (const name of ["help", "share"]) {
                    await click(page, `button.${name}-button`);
                    await find(page, "dialog[open]");
                    await drawn(page);
                    assert.deepEqual(await tooWide(page), [], name);
                    await page.keyboard.press("Escape");
                }
                if (size === "large")
                    for (const scheme of /** @type {const} */ (["light", "dark"])) {
                        await prefer(page, scheme);
                        assert.deepEqual(await faults(page), [], scheme);
                    }
                assert.deepEqual(problems, []);
                await page.close();
            });

test("browser zoom makes the map larger on the screen, and large text leaves it in view", async () => {
    const screen = { width: 1280, height: 720 };
    let before = 0;
    for (const zoom of [1, 1.1, 1.25, 1.5, 1.75, 2]) {
        const viewport = {
            width: Math.floor(screen.width / zoom),
            height: Math.floor(screen.height / zoom),
            deviceScaleFactor: zoom,
        };
        const { page } = await openPage(started, { viewport });
        const box = await (await find(page, ".map")).boundingBox();
        const now = (box?.width ?? 0) * zoom;
        // At 200 % it is as high as the screen is.
        assert.ok(now >= before * 0.99, `${now} at ${zoom}, ${before} before`);
        before = now;
        await page.close();
    }
    assert.ok(before > 600, `${before} at last`);
    const { page } = await openPage(started, { viewport: screen });
    const textHeight = () =>
        page.evaluate(() => shadow().querySelector(".pace")?.getBoundingClientRect().height ?? 0);
    const small = await textHeight();
    await click(page, "button.large-text");
    await drawn(page);
    assert.equal(Math.round(await textHeight()), Math.round(1.25 * small));
    assert.equal(await call(page, "link"), "v=1&text-size=large");
    const map = await (await find(page, ".map")).boundingBox();
    const button = await (await find(page, ".primary")).boundingBox();
    assert.ok(map && button && map.width > 400);
    assert.ok(button.y + button.height < screen.height, "the button is on the screen");
    await page.close();
});

test("axe finds a fault where there is one", async () => {
    const { page } = await openPage(started);
    await page.evaluate(() => {
        shadow()
            .querySelector(".pace")
            ?.closest("label")
            ?.replaceWith(document.createElement("select"));
    });
    assert.deepEqual(
        (await faults(page)).map(([rule]) => rule),
        ["select-name"],
    );
    await page.close();
});

for (const language of ["en-US", "zh-TW"])
    for (const scheme of /** @type {const} */ (["light", "dark"]))
        test(`axe finds nothing, ${language}, ${scheme}`, async () => {
            const { page } = await openPage(started, { language, scheme });
            await call(page, "fit", 2);
            // A bad value and its sentence are checked as well.
            await page.evaluate(async () => {
                const lab = spiralLab();
                lab.setAttribute("epochs", "x");
            });
            await until(page, "shadow().querySelector('#epochs-error').textContent");
            await drawn(page);
            assert.deepEqual(await faults(page), []);
            await page.close();
        });

test("everything can be reached and pressed by keyboard alone", async () => {
    const { page } = await openPage(started);
    /** @type {string[]} */
    const reached = [];
    for (let i = 0; i < 80; i++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
            const active = shadow().activeElement;
            return active?.getAttribute("name") ?? active?.className ?? "";
        });
        if (at === "primary" && !reached.includes(at)) await page.keyboard.press("Space");
        reached.push(at);
    }
    for (const name of [
        "primary",
        "batch",
        "epoch",
        "reset",
        "pace",
        "learningRate",
        "seed",
        "copy",
    ])
        assert.ok(reached.includes(name), name);
    const state = await call(page, "state");
    assert.ok(state.running && state.totalSteps > 0);
    await page.close();
});

for (const language of ["en-US", "zh-TW"])
    test(`a finger can meet everything on a phone, ${language}`, async () => {
        const viewport = { width: 390, height: 844, hasTouch: true, isMobile: true };
        const { page } = await openPage(started, { viewport, language });
        await unfoldAll(page);
        await drawn(page);
        const { small, count } = await page.evaluate(() => {
            const selector =
                ".header button, .transport :is(button, select), .settings :is(button, input, select, summary)";
            const seen = [...shadow().querySelectorAll(selector)].filter((element) =>
                element.checkVisibility(),
            );
            const small = seen
                .filter((element) => {
                    // A label is as good a target as what it labels.
                    const row = element.matches("[type=checkbox]")
                        ? element.parentElement
                        : element;
                    const { width, height } = /** @type {Element} */ (row).getBoundingClientRect();
                    return width < 40 || height < 43.5;
                })
                .map((element) => element.outerHTML.slice(0, 80));
            return { small, count: seen.length };
        });
        assert.deepEqual(small, []);
        assert.ok(count > 40, `${count} controls`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(width, 390);
        await page.close();
    });
