/** The styles of the page around it change neither the lab's layout nor its pictures. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, drawn, openPage, startBrowser, startFirefox, textOf, until } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const DECLARATIONS = 3000;
const AT_ONCE = 20;
/** A host, an article and the lab, where nothing but inheritance can move it. */
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="/spiral-lab.js" defer></script>
<body><article><p>Before it.</p>
<div id="column" style="position: absolute; left: 8px; top: 8px; width: 700px; height: 2000px">
<spiral-lab layout="compact" theme="light" steps="94"></spiral-lab></div></article>`;

/** The script once more, as a second article on the page may bring it along. */
const SECOND_COPY = '<script src="/spiral-lab.js?second" defer></script><body>';
/** Where the page leaves the width to what is inside. */
const ROW = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="/spiral-lab.js" defer></script><body style="margin: 0">
<div style="display: flex; justify-content: center"><spiral-lab layout="compact"></spiral-lab></div>`;

/** Styles that are not inherited but reach into a block, or that set names which the lab reads. */
const SHEET = `
    html { font-size: 62.5%; }
    :root { --rem: 3px; --spiral-lab-em: 3px; --lines: 2; --classes: 9; --columns: 3; --report: 9px;
        --map-most: 90px; --paper: red; --text: red; --mono: serif; --sans: fantasy; }
    article { text-decoration: underline wavy red; user-select: none; columns: 2; }
    article::first-line { color: red; font-size: 300%; letter-spacing: 1em; }
    article::first-letter { float: left; font-size: 500%; }
    :not(spiral-lab, #column) { box-sizing: content-box; margin: 3px; font: 30px serif !important; }
    .lab, .header, .map, canvas, button, p { display: none !important; }`;

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
/** @type {Awaited<ReturnType<typeof startFirefox>>} */ let firefox;
before(async () => {
    started = await startBrowser({
        "/host.html": { html: HTML },
        "/trusted.html": {
            html: HTML,
            policy: "require-trusted-types-for 'script'; trusted-types spiral-lab",
        },
        "/twice.html": { html: HTML.replace("<body>", SECOND_COPY) },
        "/hidden.html": { html: HTML.replace("<article>", "<article hidden>") },
        "/row.html": { html: ROW },
    });
    firefox = await startFirefox();
});
after(async () => {
    await started.close();
    await firefox?.close();
});

/**
 * In which engine, and where to look.
 * @type {[engine: string, open: () => Promise<Page | undefined>][]}
 */
const engines = [
    ["Chromium", async () => (await openPage(started, { path: "/host.html" })).page],
    [
        "Firefox",
        async () => {
            if (!firefox) return undefined;
            const where = { ...firefox, origin: started.origin };
            return (await openPage(where, { path: "/host.html" })).page;
        },
    ],
];

/**
 * Where everything lies, from the lab's corner, and what the canvases show.
 * @typedef {{name: string, box: number[], picture?: string}[]} Appearance
 */

/** @param {Page} page @returns {Promise<Appearance>} */
async function appearance(page) {
    await drawn(page);
    return page.evaluate(() => {
        const corner = spiralLab().getBoundingClientRect();
        const seen = [...shadow().querySelectorAll("*")].map(async (element) => {
            const name = `${element.localName}.${element.classList[0] ?? ""}`;
            if (element.getClientRects().length === 0) return { name, box: [] };
            const { x, y, width, height } = element.getBoundingClientRect();
            const box = [x - corner.x, y - corner.y, width, height];
            if (!(element instanceof HTMLCanvasElement) || !element.width || !element.height)
                return { name, box };
            const context = /** @type {CanvasRenderingContext2D} */ (element.getContext("2d"));
            const { data } = context.getImageData(0, 0, element.width, element.height);
            const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
            return { name, box, picture: digest.slice(0, 8).join(" ") };
        });
        return Promise.all(seen);
    });
}

/**
 * What has moved by more than rounding, or looks different.
 * @param {Appearance} before
 * @param {Appearance} now
 */
function differences(before, now) {
    assert.equal(now.length, before.length);
    return now.filter(({ box, picture }, i) => {
        const old = before[i];
        const isMoved = box.some((n, j) => !(Math.abs(n - old.box[j]) <= 0.25));
        return isMoved || box.length !== old.box.length || picture !== old.picture;
    });
}

/**
 * How many pixels of two screenshots differ by more than the smoothing of a letter's edge.
 * @param {Page} page
 * @param {...Uint8Array} pictures two PNGs of one size
 */
function differentPixels(page, ...pictures) {
    const texts = pictures.map((picture) => Buffer.from(picture).toString("base64"));
    return page.evaluate(async (texts) => {
        const pixels = texts.map(async (text) => {
            const image = new Image();
            image.src = `data:image/png;base64,${text}`;
            await image.decode();
            const { width, height } = image;
            const canvas = Object.assign(document.createElement("canvas"), { width, height });
            const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
            context.drawImage(image, 0, 0);
            return context.getImageData(0, 0, width, height).data;
        });
        const [a, b] = await Promise.all(pixels);
        let count = 0;
        for (let i = 0; i < a.length; i += 4) if (Math.abs(a[i + 1] - b[i + 1]) > 96) count++;
        return count;
    }, texts);
}

/** Waits until nothing changes any more. @param {Page} page */
async function settled(page) {
    let before = await appearance(page);
    for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        const now = await appearance(page);
        if (differences(before, now).length === 0) return now;
        before = now;
    }
}

/**
 * All declarations, with values from a pool, that a child inherits from its parent.
 * @param {Page} page
 * @returns {Promise<[property: string, values: string[]][]>}
 */
function inheritedDeclarations(page) {
    return page.evaluate(() => {
        const pool =
            "0 1 3 0.5 700 9px -3px 1em 40px 150% none auto normal all bold italic oblique small " +
            "xx-large smaller uppercase capitalize full-width small-caps under over left right " +
            "center justify end start match-parent nowrap pre pre-wrap break-spaces balance " +
            "break-all keep-all break-word anywhere rtl ltr vertical-rl vertical-lr sideways-rl " +
            "mixed upright collapse separate hide inside outside circle square crosshair wait " +
            "pixelated crisp-edges optimizeLegibility geometricPrecision exact economy thin red " +
            "blue currentColor transparent monospace cursive fantasy dot first last manual loose " +
            "strict alphabetic tabular-nums oldstyle-nums historical-forms ordinal slashed-zero " +
            "expanded condensed nonzero evenodd round bevel linearRGB text contents";
        const values = [
            ...pool.split(" "),
            "2px 3px",
            "3px 3px 2px red",
            "2px red",
            '"«" "»"',
            '"smcp" 1',
            "0.1em 0.2em",
            "allow-end",
            "each-line 4em",
        ];
        const parent = document.createElement("div");
        const child = document.createElement("div");
        parent.append(child);
        parent.hidden = true; // without a layout, a width is not what the parent's comes to
        document.body.append(parent);
        const own = getComputedStyle(child);
        // These may reach in: whether it can be seen or clicked, and its colours (see README).
        const meant = ["visibility", "pointer-events", "color-scheme", "interactivity"];
        const names = [...new Set([...own, "direction", "writing-mode", "text-size-adjust"])];
        /** @type {[string, string[]][]} */
        const found = [];
        for (const name of names) {
            if (meant.includes(name) || name.startsWith("--")) continue;
            const before = own.getPropertyValue(name);
            const good = values.filter((value) => {
                parent.style.setProperty(name, value);
                const passed = own.getPropertyValue(name) !== before;
                parent.style.removeProperty(name);
                return passed;
            });
            if (good.length) found.push([name, good]);
        }
        parent.remove();
        return found;
    });
}

/** A small generator, so that a failure can be repeated. @param {number} seed */
function randomFrom(seed) {
    let state = seed;
    return (/** @type {number} */ below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
    };
}

/** @typedef {[host: string, property: string, value: string]} Declaration */

/** @param {Page} page @param {Declaration[]} declarations */
function declare(page, declarations) {
    return page.evaluate((declarations) => {
        for (const host of ["html", "body", "article", "#column", "spiral-lab"]) {
            const { style } = /** @type {HTMLElement} */ (document.querySelector(host));
            for (const name of [...style])
                if (!["position", "left", "top", "width", "height"].includes(name))
                    style.removeProperty(name);
        }
        for (const [host, property, value] of declarations) {
            const { style } = /** @type {HTMLElement} */ (document.querySelector(host));
            style.setProperty(property, value);
        }
    }, declarations);
}

/** @param {Page} page */
async function refuseAll(page) {
    const before = await settled(page);
    const inherited = await inheritedDeclarations(page);
    assert.ok(inherited.length > 40, `${inherited.length} inherited properties are known`);
    const random = randomFrom(11);
    /** @template T @param {readonly T[]} list */
    const one = (list) => list[random(list.length)];
    const hosts = ["html", "body", "article", "#column", "spiral-lab"];
    for (let done = 0; done < DECLARATIONS; done += AT_ONCE) {
        const declarations = Array.from({ length: AT_ONCE }, () => {
            const [property, values] = one(inherited);
            return /** @type {Declaration} */ ([one(hosts), property, one(values)]);
        });
        await declare(page, declarations);
        const others = differences(before, await appearance(page));
        if (others.length === 0) continue;
        // Finds the declaration that is to blame.
        for (const declaration of declarations) {
            await declare(page, [declaration]);
            const alone = differences(before, await appearance(page));
            assert.deepEqual(alone.slice(0, 4), [], declaration.join(" "));
        }
        assert.deepEqual(others.slice(0, 4), [], JSON.stringify(declarations));
    }
}

for (const [engine, open] of engines) {
    test(`no inherited declaration reaches in, in ${engine}`, async (context) => {
        const page = await open();
        if (!page) return context.skip("There is no Firefox here that can be driven.");
        await until(page, "lab.state.totalSteps === 94 && lab.state.checksum");
        await refuseAll(page);
        await page.close();
    });

    test(`nor does what a page says of its root and its blocks, in ${engine}`, async (context) => {
        const page = await open();
        if (!page) return context.skip("There is no Firefox here that can be driven.");
        await until(page, "lab.state.totalSteps === 94 && lab.state.checksum");
        const before = await settled(page);
        const clip = { x: 8, y: 8, width: 700, height: 580 };
        const picture = await page.screenshot({ clip });
        await page.addStyleTag({ content: SHEET });
        assert.deepEqual(differences(before, await settled(page)), []);
        const after = await page.screenshot({ clip });
        assert.equal(await differentPixels(page, picture, after), 0);
        await page.close();
    });
}

/** How a page may scale its contents. */
const SCALES = [
    "transform: scale(1.5)",
    "transform: scale(0.6, 0.6)",
    "zoom: 1.5",
    "zoom: 0.7; transform: scale(1.6)",
];

for (const [engine, open] of engines) {
    test(`in a page that scales the lab, the numbers are those of the point under the pointer, in ${engine}`, async (context) => {
        const page = await open();
        if (!page) return context.skip("There is no Firefox here that can be driven.");
        await until(page, "lab.state.totalSteps === 94 && lab.state.checksum");
        await call(page, "fit", 20);
        await settled(page);
        let plain = "";
        for (const style of ["", ...SCALES]) {
            await page.evaluate((style) => {
                const column = /** @type {HTMLElement} */ (document.querySelector("#column"));
                column.setAttribute("style", `width: 700px; transform-origin: 0 0; ${style}`);
                scrollTo(0, 0);
            }, style);
            await settled(page);
            // A place on the map, and what the lab says of it.
            const box = await boxOf(page, ".crosshair");
            await page.mouse.move(box.x, box.y + 1);
            await page.mouse.move(box.x + 0.9 * box.width, box.y + 0.85 * box.height);
            await page.waitForFunction(
                () => shadow().querySelector(".where")?.textContent?.startsWith("x = 0.8"),
                { timeout: 5000 },
            );
            const text = await textOf(page, ".where");
            plain ||= text;
            const [now, before] = [text, plain].map((told) =>
                (told.replaceAll("−", "-").match(/-?\d+\.\d+/g) ?? []).map(Number),
            );
            const distance = Math.hypot(now[0] - before[0], now[1] - before[1]);
            assert.ok(distance < 0.02, `${style}: ${text}, not ${plain}`);
            // The crosshair is drawn where the pointer is: a vertical line in that column.
            assert.ok(Math.abs((await drawnAt(page)) - 0.9) < 0.01, `${style}: the line`);
            // Epochs lie evenly from 1 to 50 on the curves' axis.
            const over = await boxOf(page, ".plot .u-over");
            const epoch = 10;
            const left = over.x + (over.width * (epoch - 1)) / (20 + 2 - 1);
            await page.mouse.move(left, over.y + over.height / 2);
            await page.waitForFunction(
                (epoch) =>
                    shadow()
                        .querySelector(".curve .value")
                        ?.textContent?.includes(`epoch ${epoch}:`),
                { timeout: 5000 },
                epoch,
            );
        }
        await page.close();
    });
}

/** @param {Page} page @param {string} selector */
function boxOf(page, selector) {
    return page.evaluate((selector) => {
        const element = shadow().querySelector(selector);
        if (!element) throw new Error(`There is no ${selector}.`);
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
    }, selector);
}

/**
 * Where the crosshair's vertical line is drawn, as a share of the plot's width.
 * @param {Page} page
 */
async function drawnAt(page) {
    await drawn(page);
    return page.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (
            shadow().querySelectorAll(".map canvas")[2]
        );
        const cross = /** @type {HTMLElement} */ (shadow().querySelector(".crosshair"));
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        const row = Math.round(canvas.height / 2);
        const { data } = context.getImageData(0, row, canvas.width, 1);
        let [sum, count] = [0, 0];
        for (let i = 0; i < canvas.width; i++)
            if (data[4 * i + 3] > 0) [sum, count] = [sum + i + 0.5, count + 1];
        const [outer, inner] = [canvas, cross].map((element) => element.getBoundingClientRect());
        const x = outer.x + (sum / count / canvas.width) * outer.width;
        return (x - inner.x) / inner.width;
    });
}

for (const [path, what] of [
    ["/trusted.html", "Trusted Types are asked for"],
    ["/twice.html", "the script comes twice"],
])
    test(`where ${what}, it trains as anywhere`, async () => {
        const checksums = [];
        for (const where of [path, "/host.html"]) {
            const { page, problems } = await openPage(started, { path: where });
            await until(page, "lab.state.totalSteps === 94 && lab.state.checksum");
            checksums.push((await call(page, "state")).checksum);
            assert.equal(page.workers().length, 1, "in a worker");
            assert.deepEqual(problems, []);
            await page.close();
        }
        assert.equal(checksums[0], checksums[1]);
    });

test("hidden at first, shown later and moved to a narrower place, the lab is drawn as it should be", async () => {
    const usual = await openPage(started, { path: "/host.html" });
    await until(usual.page, "lab.state.totalSteps === 94 && lab.state.checksum");
    const expected = await settled(usual.page);
    await usual.page.close();
    const { page, problems } = await openPage(started, { path: "/hidden.html" });
    await page.evaluate(() => document.querySelector("article")?.removeAttribute("hidden"));
    await until(page, "lab.state.totalSteps === 94 && lab.state.checksum");
    assert.deepEqual(differences(expected, await settled(page)), []);
    const { checksum } = await call(page, "state");
    await page.evaluate(() => {
        const column = /** @type {HTMLElement} */ (document.querySelector("#column"));
        const place = document.createElement("div");
        place.style.width = "360px";
        document.body.append(place);
        place.append(spiralLab());
        column.remove();
    });
    await settled(page);
    const { width, height } = await boxOf(page, ".map");
    assert.ok(width > 250 && width < 360 && Math.abs(width - height) < 1, `${width} x ${height}`);
    assert.equal((await call(page, "state")).checksum, checksum, "and nothing is lost");
    // The lab is not to blame for what this test itself reads back.
    assert.deepEqual(
        problems.filter((text) => !text.startsWith("Canvas2D")),
        [],
    );
    await page.close();
});

test("in a centred row the lab has a width of its own, which gives way on a phone", async () => {
    const { page } = await openPage(started, { path: "/row.html" });
    const width = async () => (await boxOf(page, ".lab")).width;
    assert.equal(await width(), 700);
    await page.setViewport({ width: 320, height: 640 });
    await drawn(page);
    assert.equal(await width(), 320);
    await page.close();
});
