/** A printer gets one light sheet without controls or, in an article, a figure of it. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { call, click, coloursOf, drawn, find, openPage, startBrowser, until } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const text = "<p>Three arms are wound around each other.</p>";
/** @param {string} tag */
const article = (tag) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>
    <link rel="icon" href="data:,"><script src="spiral-lab.js" defer></script></head>
    <body style="max-width: 700px; margin: 0"><div style="height: 600px">${text}</div>
    ${tag}<div style="height: 600px; break-inside: avoid">${text}</div></body></html>`;

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/article.html": { html: article("<spiral-lab></spiral-lab>") },
        "/figure.html": {
            html: article('<spiral-lab parts="map,matrix,learning-rate"></spiral-lab>'),
        },
        "/pointer.html": { html: article('<spiral-lab parts="pointer"></spiral-lab>') },
    });
});
after(() => started.close());

/** Nearly every setting differs from the tutorial's, and every text is as long as it can be. */
const LONG = {
    dataset: "spirals",
    classes: 20,
    points: 50,
    noise: 0.15,
    turn: 3.5,
    dataSeed: 4294967295,
    validationSplit: 0.25,
    learningRate: 0.00312345,
    batchSize: 64,
    layers: [
        ...[32, 32, 32, 32, 32, 32, 32].map((units) => ({ units, activation: "leaky_relu" })),
        16,
    ],
    epochs: 33,
    seed: 4294967295,
    activation: "elu",
    initializer: "he_uniform",
    output: "sigmoid",
    batchNorm: true,
    optimizer: "adamw",
    beta1: 0.91,
    beta2: 0.9876,
    epsilon: 1e-6,
    clipNorm: 1.5,
    dropout: 0.05,
    l1: 1e-5,
    l2: 1e-5,
    weightDecay: 0.001,
    schedule: "exponential",
    decaySteps: 333,
    decayRate: 0.75,
    earlyStopping: true,
    patience: 33,
    minDelta: 0.001,
    restoreBestWeights: true,
};
const TWO = { dataset: "moons" };

/** Trained, and all of it drawn. @param {Page} page @param {object} settings */
async function train(page, settings) {
    await call(page, "configure", settings);
    await call(page, "fit", 3);
    await until(page, 'shadow().querySelectorAll(".uplot canvas").length === 2');
    await drawn(page);
}

/** @param {Page} page @param {import("puppeteer-core").PDFOptions} options */
async function pagesOf(page, options) {
    const pdf = Buffer.from(await page.pdf(options)).toString("latin1");
    return pdf.match(/\/Type ?\/Page\b/g)?.length;
}

/** As a printer sees it, without one. @param {Page} page */
async function lookAsPrinter(page) {
    await page.emulateMediaType("print");
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
}

/** What is visible of the lab. @param {Page} page @param {string} selector */
const seen = (page, selector) =>
    page.evaluate((selector) => {
        const all = [...shadow().querySelectorAll(selector)];
        const there = all.filter((element) => element.checkVisibility());
        return there.map((element) => element.textContent ?? "");
    }, selector);

/** The sheet's canvases, each as a digest. @param {Page} page */
const canvases = (page) =>
    page.evaluate(() =>
        Promise.all(
            Array.from(shadow().querySelectorAll(".paper canvas"), async (canvas) => {
                const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
                const context = /** @type {HTMLCanvasElement} */ (canvas).getContext("2d");
                const data = context?.getImageData(0, 0, width, height).data;
                const digest = await crypto.subtle.digest("SHA-256", data ?? new Uint8Array());
                return `${width} x ${height}: ${new Uint8Array(digest).slice(0, 8).join(" ")}`;
            }),
        ),
    );

for (const language of ["en-US", "zh-TW"])
    for (const scheme of /** @type {const} */ (["light", "dark"]))
        test(`one sheet of A4 or Letter, ${language}, ${scheme}`, async () => {
            const { page, problems } = await openPage(started, { language, scheme });
            for (const settings of [TWO, LONG]) {
                await train(page, settings);
                for (const format of /** @type {const} */ (["A4", "Letter"]))
                    for (const landscape of [false, true])
                        assert.equal(await pagesOf(page, { format, landscape }), 1, format);
            }
            assert.deepEqual(problems, []);
            await page.close();
        });

test("the sheet has a title, lines for name and date, results, settings and report, and no controls", async () => {
    const { page } = await openPage(started);
    await train(page, { optimizer: "rmsprop", validationSplit: 0.2, rho: 0.9 });
    await click(page, ".help-button");
    await find(page, "dialog[open]");
    await lookAsPrinter(page);
    assert.deepEqual(await seen(page, "button, select, input, textarea, summary, dialog"), []);
    const [sheet] = await seen(page, ".paper");
    assert.match(sheet, /^Spiral LabName:Date:/);
    const rows = await page.evaluate(() =>
        Array.from(shadow().querySelectorAll(".paper dl > div"), (row) =>
            Array.from(row.children, ({ textContent }) => textContent),
        ),
    );
    const { loss, accuracy } = await call(page, "state");
    assert.deepEqual(rows.slice(0, 3), [
        ["Epochs trained", "3"],
        ["Loss", loss.toFixed(4)],
        ["Accuracy", accuracy.toFixed(4)],
    ]);
    assert.deepEqual(
        rows.slice(3, 5).map(([name]) => name),
        ["val_loss", "val_accuracy"],
    );
    assert.deepEqual(Object.fromEntries(rows.slice(5)), {
        Dataset: "Spirals",
        "Learning rate": "0.01",
        "Batch size": "32",
        "Hidden layers": "128-64-32-16",
        Epochs: "50",
        Seed: "0",
        "Validation split": "0.2",
        Optimizer: "rmsprop",
    });
    assert.deepEqual(await seen(page, ".paper pre"), [await call(page, "reportText")]);
    const legend = await seen(page, ".paper .key li");
    assert.deepEqual(legend, ["0", "1", "2", "misclassified", "validation"]);
    await page.close();
});

test("amid an epoch the sheet says how far the epoch is", async () => {
    const { page } = await openPage(started);
    await train(page, {});
    await call(page, "stepBatch");
    await call(page, "stepBatch");
    await lookAsPrinter(page);
    const [value] = await seen(page, ".paper dd");
    assert.equal(value, "3, and 2 of 47 batches");
    await page.close();
});

test("the sheet has light colours in the dark theme too, and the screen keeps its own", async () => {
    /** @type {string[][]} */
    const printed = [];
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
        const { page } = await openPage(started, { scheme });
        await train(page, { validationSplit: 0.2 });
        await call(page, "stepBatch"); // what is drawn last is for the weights as they are
        await until(page, "!lab.state.running && lab.state.checksum");
        await drawn(page);
        const looks = async () => ({
            map: await coloursOf(page, ".map canvas"),
            lab: await page.evaluate(() => {
                const lab = /** @type {Element} */ (shadow().querySelector(".lab"));
                return getComputedStyle(lab).backgroundColor;
            }),
        });
        const before = await looks();
        await page.pdf();
        await drawn(page);
        assert.deepEqual(await looks(), before);
        assert.deepEqual(await seen(page, ".paper"), []);
        await lookAsPrinter(page);
        printed.push(await canvases(page));
        assert.ok(printed[0].length >= 6, "map, two curves, a mark for each class and one more");
        const colour = await page.evaluate(() => {
            const sheet = /** @type {Element} */ (shadow().querySelector(".paper"));
            return getComputedStyle(sheet).color;
        });
        assert.equal(colour, "rgb(0, 0, 0)");
        await page.close();
    }
    assert.deepEqual(printed[1], printed[0]);
});

test("the key explains a unit's shades as printed, not as seen on the screen", async () => {
    const { page } = await openPage(started, { scheme: "dark", path: "/#v=1&view=dense-3" });
    await drawn(page);
    const [screen] = await seen(page, ".map-tools .key p");
    assert.match(screen, /black is 0/);
    await lookAsPrinter(page);
    const [paper] = await seen(page, ".paper .key p");
    assert.match(paper, /white is 0/);
    await page.close();
});

test("in an article a figure of the parts that are shown is printed, and the rest stays as it is", async () => {
    const { page } = await openPage(started, { path: "/article.html" });
    await train(page, {});
    // On the first page 523 px are left, enough for the map but not for the lab, which comes whole
    // on the next page and leaves no room there for what follows.
    assert.equal(await pagesOf(page, { format: "A4" }), 3);
    await lookAsPrinter(page);
    assert.deepEqual(await seen(page, ".paper header"), []);
    assert.equal((await seen(page, ".paper")).length, 1);
    const texts = await page.evaluate(() =>
        Array.from(document.querySelectorAll("p"), (p) => p.checkVisibility()),
    );
    assert.deepEqual(texts, [true, true]);
    await page.close();

    const { page: figure } = await openPage(started, { path: "/figure.html" });
    await call(figure, "fit", 2);
    await lookAsPrinter(figure);
    assert.deepEqual(await seen(figure, ".paper dt"), ["Learning rate"]);
    assert.match(
        (await seen(figure, ".paper pre"))[0],
        /^\[\[/,
        "the matrix, for there is no report",
    );
    assert.deepEqual(await seen(figure, ".paper figcaption"), ["Confusion matrix"], "no curves");
    await figure.close();
});

test("parts without a form for paper are printed as on the screen", async () => {
    const { page } = await openPage(started, { path: "/pointer.html" });
    await lookAsPrinter(page);
    assert.equal((await seen(page, ".pointer")).length, 1);
    await page.close();
});

test("a removed lab no longer listens for printing", async () => {
    const { page } = await openPage(started, { path: "/pointer.html", first: countListeners });
    const listeners = () => page.evaluate(() => /** @type {any} */ (window).listeners);
    assert.equal(await listeners(), 1);
    await page.evaluate(() => spiralLab().remove());
    assert.equal(await listeners(), 0);
    await page.close();
});

/** Of printing. Runs in the page, before anything else. */
function countListeners() {
    const counted = /** @type {any} */ (window);
    counted.listeners = 0;
    for (const [name, change] of /** @type {const} */ ([
        ["addEventListener", 1],
        ["removeEventListener", -1],
    ])) {
        const original = counted[name];
        counted[name] = (/** @type {string} */ type, /** @type {unknown[]} */ ...rest) => {
            if (type === "beforeprint") counted.listeners += change;
            return original.call(window, type, ...rest);
        };
    }
}
