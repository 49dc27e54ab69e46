/**
 * The lab in other people's pages: strict policies, looks by attributes, frames, and what stays
 * behind.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { boxes, moved, tooWide } from "./layout.mjs";
import { settledMemory } from "./memory.mjs";
import {
    call,
    drawn,
    eventually,
    find,
    openPage,
    startBrowser,
    startFirefox,
    textOf,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @param {string} body */
const article = (body) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,"></head>
    <body><article>${body}</article></body></html>`;

const TWO_LINES = `<script src="spiral-lab.js" defer></script>
<spiral-lab seed="3" points="100" layers="16"></spiral-lab>`;
const POLICY = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
];
const policy = POLICY.join("; ");
const spacer = '<div style="height: 3000px"></div>';

/** @param {string} tag */
const withScript = (tag) => article(`<script src="spiral-lab.js" defer></script>${tag}`);

/** @type {Record<string, import("./support.mjs").Extra>} */
const extras = {
    "/strict.html": { html: article(TWO_LINES), policy },
    "/stricter.html": { html: article(TWO_LINES), policy: POLICY.slice(0, 3).join("; ") },
    "/no-worker.html": {
        html: article(TWO_LINES),
        policy: policy.replace("worker-src blob:; ", ""),
    },
    "/no-wasm.html": {
        html: article(TWO_LINES),
        policy: policy.replace(" 'wasm-unsafe-eval'", ""),
    },
    "/looks.html": {
        html: withScript(`<spiral-lab view="class-2" palette="safe" layout="compact" speed="20"
            steps="94" controls="view transport" theme="dark" points="100"></spiral-lab>`),
    },
    "/bad.html": {
        html: withScript(
            `<spiral-lab view="class-x" speed="7" controls="all,none" epochs="0"></spiral-lab>`,
        ),
    },
    "/bad-hidden.html": {
        html: withScript(`<spiral-lab controls="none" epochs="0"></spiral-lab>`),
    },
    "/column.html": {
        html: withScript(
            '<spiral-lab layout="compact" style="width: 700px; margin: auto"></spiral-lab>',
        ).replace("<body>", '<body style="margin: 0">'),
    },
    "/autoplay.html": {
        html: withScript(
            `${spacer}<spiral-lab autoplay speed="100" epochs="10000"></spiral-lab>${spacer}`,
        ),
    },
    "/fallback.html": {
        html: withScript("<spiral-lab><p id=fallback>A picture of three arms.</p></spiral-lab>"),
        policy: "default-src 'none'",
    },
    "/frame.html": {
        html: article(`<script src="embed-host.js" defer></script>
            <iframe id="lab" sandbox="allow-scripts allow-downloads" title="lab"
            src="index.html#v=1&layout=compact&lang=en" style="width: 700px; border: 0"></iframe>
            <iframe id="other" title="other" src="other.html" style="height: 300px"></iframe>`),
    },
    "/late.html": {
        html: article('<iframe title="lab" src="index.html#v=1" style="height: 300px"></iframe>'),
    },
    "/other.html": {
        html: '<script>parent.postMessage({ source: "spiral-lab", type: "other", height: 999 }, "*")</script>',
    },
    "/empty.html": { html: withScript("") },
};

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
/** @type {Awaited<ReturnType<typeof startFirefox>>} */ let firefox;
/** @type {string} */ let expected;
before(async () => {
    started = await startBrowser(extras);
    firefox = await startFirefox();
    const lab = await loadLab();
    const settings = { ...lab.defaults, seed: 3, points: 100, layers: [16] };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(3);
    expected = model.weightsSha256();
});
after(async () => {
    await started.close();
    await firefox?.close();
});

/**
 * Opens a page, trains, and tells what came of it.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} path
 */
async function trainAt(browser, path) {
    const page = await browser.newPage();
    await page.goto(started.origin + path);
    const result = await page.evaluate(async () => {
        await customElements.whenDefined("spiral-lab");
        const lab = /** @type {any} */ (document.querySelector("spiral-lab"));
        const failure = await lab.ready.catch((/** @type {Error} */ error) => error.name);
        const notice = () => lab.shadowRoot.querySelector(".notice p").textContent;
        if (failure) return { failure, notice: notice() };
        return { checksum: (await lab.fit(3)).checksum, notice: notice() };
    });
    await page.close();
    return result;
}

/**
 * @type {readonly ["Chromium" | "Firefox", () => import("puppeteer-core").Browser | undefined][]}
 */
const browsers = [
    ["Chromium", () => started.browser],
    ["Firefox", () => firefox?.browser],
];
for (const [name, browser] of browsers) {
    test(`two lines in an article train under a strict policy, in ${name}`, async (context) => {
        const it = browser();
        if (!it) return context.skip("there is no Firefox here that can be driven");
        for (const path of ["/strict.html", "/stricter.html", "/no-worker.html"])
            assert.deepEqual(await trainAt(it, path), { checksum: expected, notice: "" }, path);
    });

    test(`where the policy refuses WebAssembly it says what is needed, in ${name}`, async (context) => {
        const it = browser();
        if (!it) return context.skip("there is no Firefox here that can be driven");
        const { failure, notice } = await trainAt(it, "/no-wasm.html");
        assert.equal(failure, "CompileError");
        assert.match(notice, /security policy.*'wasm-unsafe-eval'/);
    });
}

test("attributes say how it looks and what it does by itself", async () => {
    const { page, problems } = await openPage(started, { path: "/looks.html" });
    await until(page, "lab.state.totalSteps === 94 && lab.state.checksum");
    const seen = await page.evaluate(() => {
        const root = shadow();
        /** @param {string} selector */
        const value = (selector) => /** @type {any} */ (root.querySelector(selector)).value;
        return {
            view: value("select[name=view]"),
            palette: value("select[name=palette]"),
            pace: value(".pace"),
            theme: root.querySelector(".lab")?.getAttribute("data-theme"),
            compact: root.querySelector(".lab.compact") !== null,
        };
    });
    const wanted = { view: "class 2", palette: "safe", pace: "20", theme: "dark", compact: true };
    assert.deepEqual(seen, wanted);
    assert.equal(
        await call(page, "link"),
        "v=1&points=100&theme=dark&view=class-2&palette=safe&layout=compact&controls=view,transport&speed=20",
    );
    await page.evaluate(() => {
        for (const name of ["view", "layout", "theme", "controls", "points"])
            spiralLab().removeAttribute(name);
    });
    await until(page, "lab.link === 'v=1&palette=safe&speed=20'");
    assert.deepEqual(problems, []);
    await page.close();
});

test("a bad attribute is named and ignored, also where its control is left out", async () => {
    const { page, problems } = await openPage(started, { path: "/bad.html" });
    const text = await textOf(page, ".notice p");
    for (const part of [
        "view cannot be “class-x”",
        "speed cannot be “7”",
        "controls cannot be “all,none”",
    ])
        assert.ok(text.includes(part), text);
    assert.match(await textOf(page, "#epochs-error"), /0 is too small/);
    assert.equal(await call(page, "link"), "v=1");
    await page.close();
    const hidden = await openPage(started, { path: "/bad-hidden.html" });
    assert.match(await textOf(hidden.page, ".notice p"), /0 is too small; 1 to/);
    assert.deepEqual([...problems, ...hidden.problems], []);
    await hidden.page.close();
});

test("an attribute in the wrong spelling is named; a page's own attributes are not", async () => {
    const { page, problems } = await openPage(started, { path: "/empty.html", ready: false });
    await page.evaluate(async () => {
        document.body.innerHTML =
            '<spiral-lab lang="en" learningRate="0.1" batch_size="8" id="lab" data-points="9" points="90"></spiral-lab>';
        await spiralLab().ready;
    });
    assert.equal(
        await textOf(page, ".notice p"),
        "There is no attribute learningrate, so it was ignored; write learning-rate. " +
            "There is no attribute batch_size, so it was ignored; write batch-size.",
    );
    assert.equal((await call(page, "settings")).points, 90);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a guest speaks the language of the text around it, unless it is given one", async () => {
    const { page } = await openPage(started, { path: "/empty.html", ready: false });
    /** @param {string} around @param {string} attribute */
    const spoken = (around, attribute) =>
        page.evaluate(
            async (around, attribute) => {
                document.body.innerHTML = `<div ${around}><spiral-lab ${attribute}></spiral-lab></div>`;
                await spiralLab().ready;
                return /** @type {HTMLElement} */ (shadow().querySelector(".lab")).lang;
            },
            around,
            attribute,
        );
    assert.equal(await spoken('lang="zh-TW"', ""), "zh-Hant");
    assert.equal(await spoken('lang="zh-TW"', 'lang="auto"'), "zh-Hant");
    assert.equal(await spoken('lang="zh-TW"', 'lang="en"'), "en");
    assert.equal(await spoken('lang="en-GB"', 'lang="auto"'), "en");
    assert.equal(await spoken('lang="en"', 'lang="zh-Hant"'), "zh-Hant");
    await page.close();
});

test("a guest's theme is that of the page around it", async () => {
    const { page } = await openPage(started, { path: "/empty.html", ready: false });
    /** @param {string} colorScheme of the page @param {"light" | "dark"} system */
    const shown = async (colorScheme, system) => {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: system }]);
        return page.evaluate(async (colorScheme) => {
            await customElements.whenDefined("spiral-lab");
            document.documentElement.style.colorScheme = colorScheme;
            const lab = /** @type {any} */ (document.createElement("spiral-lab"));
            document.body.append(lab);
            await lab.ready;
            const { theme } = lab.shadowRoot.querySelector(".lab").dataset;
            lab.remove();
            return theme;
        }, colorScheme);
    };
    assert.equal(await shown("", "dark"), "light", "a page that says nothing is light");
    assert.equal(await shown("light", "dark"), "light");
    assert.equal(await shown("dark", "light"), "dark");
    assert.equal(await shown("light dark", "dark"), "dark");
    assert.equal(await shown("light dark", "light"), "light");
    await page.evaluate(() => {
        document.head.insertAdjacentHTML("beforeend", '<meta name="color-scheme" content="dark">');
    });
    assert.equal(await shown("", "light"), "dark", "or says it in its head");
    assert.equal(await shown("light", "light"), "light", "a style counts for more");
    await page.close();
});

test("it plays once it is scrolled into view, rests out of sight, and goes on in sight", async () => {
    const { page, problems } = await openPage(started, { path: "/autoplay.html" });
    const steps = async () => (await call(page, "state")).totalSteps;
    /** @param {number} y */
    const scroll = (y) => page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), y);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await steps(), 0, "not before it is seen");
    await scroll(3000);
    await until(page, "lab.state.totalSteps > 3");
    await scroll(0);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const resting = await steps();
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(await steps(), resting, "nothing is trained that nobody sees");
    assert.equal((await call(page, "state")).running, true);
    await scroll(3000);
    await until(page, `lab.state.totalSteps > ${resting}`);
    await call(page, "pause");
    // A call that somebody waits for goes on nevertheless.
    await scroll(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { epoch } = await call(page, "fit", 1);
    assert.ok(epoch >= 1);
    assert.deepEqual(problems, []);
    await page.close();
});

test("with reduced motion nothing plays by itself", async () => {
    const { page } = await openPage(started, { path: "/autoplay.html", ready: false });
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await page.reload();
    await call(page, "ready");
    await page.evaluate(() => scrollTo({ top: 3000, behavior: "instant" }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal((await call(page, "state")).totalSteps, 0);
    await page.close();
});

test("where no script runs, what stands between the tags is shown", async () => {
    const page = await started.browser.newPage();
    await page.goto(`${started.origin}/fallback.html`);
    const height = () =>
        page.evaluate(() => document.querySelector("#fallback")?.getBoundingClientRect().height);
    assert.ok(((await height()) ?? 0) > 0);
    await page.close();
});

for (const language of ["en-US", "zh-TW"])
    test(`in a column of 700 px nothing shifts, is cut or too wide, ${language}`, async () => {
        const viewport = { width: 1000, height: 1300 };
        const { page, problems } = await openPage(started, { path: "/column.html", viewport });
        await page.evaluate((language) => {
            spiralLab().setAttribute("lang", language);
        }, language);
        await drawn(page);
        const before = await boxes(page);
        await call(page, "play");
        for (const steps of [10, 50, 90, 130]) {
            await until(page, `lab.state.running && lab.state.totalSteps >= ${steps}`);
            assert.deepEqual(moved(before, await boxes(page)), [], "while it trains");
        }
        await call(page, "fit", 20);
        await drawn(page);
        assert.deepEqual(moved(before, await boxes(page)), [], "when it is done");
        const box = await (await find(page, ".map")).boundingBox();
        assert.ok(box);
        await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.35 * box.height);
        await until(page, 'shadow().querySelector(".pointer tbody td").textContent !== "–"');
        assert.deepEqual(await tooWide(page), []);
        assert.deepEqual(problems, []);
        await page.close();
    });

test("a frame is as high as what is in it, and only of its own page", async () => {
    const page = await started.browser.newPage();
    await page.setViewport({ width: 1000, height: 900 });
    await page.goto(`${started.origin}/frame.html`);
    const height = (/** @type {string} */ id) =>
        page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().height ?? 0, id);
    const frame = await page.waitForFrame((it) => it.url().includes("index.html"));
    await frame.evaluate(() => /** @type {any} */ (document.querySelector("spiral-lab")).ready);
    const inside = () =>
        frame.evaluate(() => {
            const lab = document.querySelector("spiral-lab");
            const box = lab?.shadowRoot?.querySelector(".lab")?.getBoundingClientRect();
            return {
                height: box?.height ?? 0,
                scrolls: document.documentElement.scrollHeight > innerHeight,
            };
        });
    const apart = async () => Math.abs((await height("lab")) - (await inside()).height);
    await eventually(async () => (await apart()) <= 2);
    assert.ok((await height("lab")) > 600);
    assert.ok((await apart()) <= 2);
    assert.equal((await inside()).scrolls, false);
    assert.ok(Math.abs((await height("other")) - 304) < 1, "another message, another frame");
    const steps = await frame.evaluate(async () => {
        const lab = /** @type {any} */ (document.querySelector("spiral-lab"));
        await lab.ready;
        return (await lab.stepBatch()).totalSteps;
    });
    assert.equal(steps, 1, "it works in a sandbox");
    await page.close();
});

test("a host script that comes late asks the frames", async () => {
    const page = await started.browser.newPage();
    await page.goto(`${started.origin}/late.html`);
    const frame = await page.waitForFrame((it) => it.url().includes("index.html"));
    await frame.evaluate(() => /** @type {any} */ (document.querySelector("spiral-lab")).ready);
    await page.evaluate(() => {
        const script = document.createElement("script");
        script.src = "embed-host.js";
        document.body.append(script);
    });
    await page.waitForFunction(() => {
        const height = document.querySelector("iframe")?.getBoundingClientRect().height ?? 0;
        return height > 600;
    });
    const history = await page.evaluate(() => window.history.length);
    await frame.evaluate(() =>
        /** @type {any} */ (document.querySelector("spiral-lab")).configure({ seed: 3 }),
    );
    await frame.waitForFunction(() => location.hash.includes("seed=3"));
    assert.equal(
        await page.evaluate(() => window.history.length),
        history,
        "the article's way back",
    );
    await page.close();
});

test("three that come and go leave no worker and no memory behind", async () => {
    const { page, problems } = await openPage(started, { path: "/empty.html", ready: false });
    /** Three labs train, then are removed, or stay. @param {boolean} go */
    const round = (go) =>
        page.evaluate(async (go) => {
            await customElements.whenDefined("spiral-lab");
            const labs = [1, 2, 1].map((seed) => {
                const lab = /** @type {any} */ (document.createElement("spiral-lab"));
                lab.setAttribute("seed", String(seed));
                lab.setAttribute("points", "1000");
                document.body.append(lab);
                return lab;
            });
            const sums = await Promise.all(labs.map(async (lab) => (await lab.fit(2)).checksum));
            if (go) for (const lab of labs) lab.remove();
            return sums;
        }, go);
    const [a, b, c] = await round(true);
    assert.equal(a, c);
    assert.notEqual(a, b);
    const settled = () => settledMemory(started.browser, page);
    for (let i = 0; i < 3; i++) await round(true);
    const before = await settled();
    for (let i = 0; i < 5; i++) await round(true);
    const grown = (await settled()) - before;
    await eventually(() => page.workers().length === 0);
    assert.equal(page.workers().length, 0);
    const elements = await page.evaluateHandle(() => customElements.get("spiral-lab")?.prototype);
    const living = async () =>
        page.evaluate((list) => list.length, await page.queryObjects(elements));
    await eventually(async () => (await living()) === 0); // timers may still hold some for a while
    assert.equal(await living(), 0, "no element is kept alive");
    // The measure must show labs that stay.
    for (let i = 0; i < 2; i++) await round(false);
    await eventually(() => page.workers().length === 6);
    assert.equal(page.workers().length, 6);
    const kept = (await settled()) - before - grown;
    const megabytes = `${(grown / 1024).toFixed(1)} MB after 15 came and went, ${(kept / 1024).toFixed(1)} MB with 6 there`;
    console.log(`    memory: ${megabytes}`);
    assert.ok(grown < kept / 3, megabytes);
    assert.deepEqual(problems, []);
    await page.close();
});
