/** Curves, report and matrix: validation, earlier runs, and the points that a cell stands for. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { matrixText } from "../../web/pictures/judgement/matrix.js";
import { metrics } from "../../web/shared/keras-line.js";
import { playSlowly, shownAtRest, shownLive, trainTo } from "./live.mjs";
import { call, click, drawn, find, openPage, startBrowser, textOf, until } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @typedef {import("./support.mjs").Page} Page */

/**
 * @param {Page} page
 * @param {string} selector
 * @param {string} name
 * @returns {Promise<string | null>}
 */
function attribute(page, selector, name) {
    return page.evaluate(
        (selector, name) => {
            return shadow().querySelector(selector)?.getAttribute(name) ?? null;
        },
        selector,
        name,
    );
}

/**
 * What a canvas shows, as text to compare.
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<string>}
 */
function picture(page, selector) {
    return page.evaluate((selector) => {
        const canvas = /** @type {HTMLCanvasElement} */ (shadow().querySelector(selector));
        return canvas.toDataURL();
    }, selector);
}

/**
 * The names of the matrix's cells, row by row.
 * @param {Page} page
 * @returns {Promise<(string | null)[]>}
 */
function cells(page) {
    return page.evaluate(() => {
        const found = [...shadow().querySelectorAll(".matrix [role=gridcell]")];
        return found.map((cell) => cell.getAttribute("aria-label"));
    });
}

const PART = (/** @type {string} */ name) => `.judgement button[value=${name}]`;
const CELL = (/** @type {number} */ row, /** @type {number} */ column) =>
    `.matrix .cells [role=row]:nth-child(${row + 2}) [role=gridcell]:nth-child(${column + 2})`;

test("samples set aside have their own numbers, report and matrix, equal to Node's", async () => {
    const lab = await loadLab();
    const settings = { ...lab.defaults, validationSplit: 0.2 };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(3);
    const { val_loss, val_accuracy } = model.history;

    const { page, problems } = await openPage(started);
    assert.equal(await attribute(page, PART("validation"), "aria-disabled"), "true");
    assert.match(String(await attribute(page, PART("validation"), "title")), /validation split/);
    await click(page, PART("validation"));
    assert.match(await textOf(page, "pre"), /1500\n$/, "there is nothing else to show");
    assert.match(await textOf(page, "[role=status]"), /validation split/, "and that is said");

    await call(page, "configure", { validationSplit: 0.2 });
    await call(page, "fit", 3);
    await drawn(page);
    const last = { val_loss: val_loss[2], val_accuracy: val_accuracy[2] };
    assert.equal(await textOf(page, ".epoch-validation"), metrics(last));
    assert.match(await textOf(page, ".curve .value"), /^epoch 3: \d\.\d{4}, val \d\.\d{4}$/);
    assert.equal(await textOf(page, ".report-panel pre"), model.classificationReport());
    await click(page, PART("validation"));
    const aside = { validation: true };
    assert.equal(await textOf(page, ".report-panel pre"), model.classificationReport(aside));
    const matrix = model.confusionMatrix(aside);
    assert.equal(await textOf(page, ".matrix-panel pre"), matrixText(matrix));
    const names = matrix.flatMap((row, i) =>
        row.map((count, j) => `true ${i}.0, predicted ${j}.0: ${count} points`),
    );
    assert.deepEqual(await cells(page), names);
    model.dispose();
    assert.deepEqual(problems, []);

    await call(page, "configure", { validationSplit: 0 });
    assert.match(await textOf(page, ".report-panel pre"), /1500\n$/, "back to all points");
    await page.close();
});

test("a cell of the matrix shows its points on the map, by mouse and by keyboard", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "fit", 2);
    await click(page, PART("matrix"));
    await drawn(page);
    const points = ".map canvas:nth-child(2)";
    const all = await picture(page, points);
    await click(page, CELL(0, 0));
    assert.equal(await attribute(page, CELL(0, 0), "aria-selected"), "true");
    const count = /: (\d+) points/.exec(String((await cells(page))[0]))?.[1];
    assert.equal(await textOf(page, "[role=status]"), `Points shown on the map: ${count}.`);
    const some = await picture(page, points);
    assert.notEqual(some, all);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await attribute(page, CELL(1, 1), "aria-selected"), "true");
    assert.equal(await attribute(page, CELL(0, 0), "aria-selected"), "false");
    assert.notEqual(await picture(page, points), some);
    await page.keyboard.press("Escape");
    assert.equal(await attribute(page, CELL(1, 1), "aria-selected"), "false");
    assert.equal(await picture(page, points), all);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a number of the report shows its points and explains itself", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "configure", { noise: 0.5 });
    await call(page, "fit", 4);
    await until(page, "lab.state.checksum");
    const cells = ".report [role=gridcell]";
    const points = ".map canvas:nth-child(2)";
    const names = await page.evaluate(
        (cells) => [...shadow().querySelectorAll(cells)].map((cell) => cell.ariaLabel),
        cells,
    );
    const text = await call(page, "reportText");
    const rows = text.split("\n").filter((/** @type {string} */ line) => /^ +\d\.0 /.test(line));
    const told = rows.flatMap((/** @type {string} */ row) => {
        const [label, ...values] = row.trim().split(/ +/);
        const kinds = ["precision", "recall", "f1-score", "support"];
        return kinds.map((kind, i) => `${label}, ${kind}: ${values[i]}`);
    });
    assert.deepEqual(names, told);
    // Each cell lies over its number, which is printed there.
    const note = () => textOf(page, ".report-panel .note");
    const before = await note();
    const pictures = new Set([await picture(page, points)]);
    /** The middle of a cell. @param {number} i */
    const middle = (i) =>
        page.evaluate(
            (cells, i) => {
                const cell = shadow().querySelectorAll(cells)[i];
                const { x, y, width, height } = cell.getBoundingClientRect();
                return { x: x + width / 2, y: y + height / 2 };
            },
            cells,
            i,
        );
    for (const [i, sentence] of [
        /^Precision: of (\d+) points predicted as class 1, (\d+) are right\.$/,
        /^Recall: of (\d+) points of class 1, (\d+) are found\.$/,
    ].entries()) {
        const { x, y } = await middle(4 + i);
        await page.mouse.click(x, y);
        await drawn(page);
        const [, all, right] = sentence.exec(await note()) ?? [];
        const value = names[4 + i]?.split(": ")[1];
        assert.equal((Number(right) / Number(all)).toFixed(2), value, await note());
        const spoken = await textOf(page, "[role=status]");
        assert.ok(spoken.includes(`Points shown on the map: ${all}.`), spoken);
        pictures.add(await picture(page, points));
        assert.equal(pictures.size, i + 2, "other points than before");
    }
    await page.keyboard.press("ArrowRight"); // by keyboard, from where the mouse was
    await page.keyboard.press("Enter");
    assert.match(await note(), /^F1 of class 1: the harmonic mean of precision 0\.\d\d and recall/);
    await click(page, PART("matrix"));
    await click(page, ".matrix [role=gridcell]");
    assert.equal(await note(), before, "one choice at a time");
    assert.deepEqual(problems, []);
    await page.close();
});

test("the matrix is copied as NumPy prints it", async () => {
    const { page } = await openPage(started);
    await page.evaluate(() => {
        const clipboard = {
            writeText: async (/** @type {string} */ text) => {
                Object.assign(window, { text });
            },
        };
        Object.defineProperty(navigator, "clipboard", { value: clipboard });
    });
    await click(page, PART("matrix"));
    await click(page, ".matrix-panel .copy");
    await page.waitForFunction(() => /** @type {any} */ (window).text);
    const text = await page.evaluate(() => /** @type {any} */ (window).text);
    assert.match(text, /^\[\[ *\d+ +\d+ +\d+\]\n \[ *\d+ +\d+ +\d+\]\n \[ *\d+ +\d+ +\d+\]\]\n$/);
    assert.equal(text, await textOf(page, ".matrix-panel pre"));
    await page.close();
});

test("earlier runs stay as faint lines until they are cleared", async () => {
    const { page, problems } = await openPage(started);
    const shown = () => textOf(page, ".clear");
    assert.equal(await shown(), "Clear (0)");
    await call(page, "fit", 3);
    await call(page, "configure", { learningRate: 0.001 });
    await call(page, "reset");
    await drawn(page);
    assert.equal(await shown(), "Clear (1)");
    const kept = await picture(page, ".curve canvas");
    // The label of the line under the pointer names the settings that were different.
    const box = await (await find(page, ".curve .u-over")).boundingBox();
    assert.equal(await textOf(page, ".curve output"), "");
    assert.ok(box);
    for (let y = 0; y < box.height; y += 4) {
        await page.mouse.move(box.x + 1, box.y + y);
        if ((await textOf(page, ".curve output")) !== "") break;
    }
    assert.match(await textOf(page, ".curve output"), /^epoch 1: 0\.5\d+ · Learning rate 0\.01$/);
    await page.mouse.move(1, 1);
    await drawn(page);
    assert.match(String(await attribute(page, ".plot", "aria-label")), /faint lines: 1/);
    await call(page, "fit", 3);
    await call(page, "reset");
    assert.equal(await shown(), "Clear (2)");
    await call(page, "fit", 3);
    await call(page, "reset");
    assert.equal(await shown(), "Clear (2)", "the very same run is there already");
    await click(page, "button.keep");
    await call(page, "configure", { seed: 5 });
    await call(page, "fit", 3);
    await call(page, "reset");
    assert.equal(await shown(), "Clear (2)", "it is not to be kept");
    await click(page, "button.clear");
    await drawn(page);
    assert.equal(await shown(), "Clear (0)");
    assert.notEqual(await picture(page, ".curve canvas"), kept);
    assert.deepEqual(problems, []);
    await page.close();
});

test("the dot is on the line whose value is shown", async () => {
    const { page } = await openPage(started);
    await call(page, "fit", 3);
    await call(page, "reset");
    await call(page, "configure", { learningRate: 0.0001 });
    await call(page, "fit", 3);
    const box = await (await find(page, ".curve .u-over")).boundingBox();
    assert.ok(box);
    /** @type {Record<string, number[]>} */
    const dots = {};
    for (let y = 2; y < box.height; y += 4) {
        await page.mouse.move(box.x + 1, box.y + y);
        await drawn(page);
        const told = await textOf(page, ".curve output");
        dots[told] ??= await page.evaluate((left) => {
            const all = [...shadow().querySelectorAll(".curve:first-child .u-cursor-pt")];
            const boxes = all.map((dot) => dot.getBoundingClientRect());
            const shown = boxes.filter(({ x, width }) => width > 0 && x > left - 8);
            return shown.map(({ y, height }) => y + height / 2);
        }, box.x);
    }
    const [[present], [earlier]] = [/^epoch 1: [\d.]+$/, /Learning rate 0\.01$/].map((pattern) =>
        Object.keys(dots).filter((told) => pattern.test(told)),
    );
    assert.equal(dots[present].length, 1);
    assert.equal(dots[earlier].length, 1);
    assert.ok(dots[earlier][0] - dots[present][0] > 20, "the earlier one's loss is lower");
    await page.close();
});

test("the loss can have a logarithmic scale", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "fit", 8);
    await drawn(page);
    const linear = await picture(page, ".curve canvas");
    await click(page, "button.log");
    await drawn(page);
    assert.equal(await attribute(page, "button.log", "aria-pressed"), "true");
    assert.notEqual(await picture(page, ".curve canvas"), linear);
    await call(page, "fit", 2);
    await drawn(page);
    assert.match(await textOf(page, ".curve .value"), /^epoch 10: /);
    assert.deepEqual(problems, []);
    await page.close();
});

test("report and matrix have one pixel for each of the screen's", async () => {
    const { page } = await openPage(started, {
        viewport: /** @type {any} */ ({ width: 1280, height: 800, deviceScaleFactor: 2 }),
    });
    for (const part of ["report", "matrix"]) {
        await click(page, PART(part));
        await drawn(page);
        const { canvas, box } = await page.evaluate((part) => {
            const canvas = /** @type {HTMLCanvasElement} */ (
                shadow().querySelector(`.${part} canvas`)
            );
            const { width, height } = canvas.getBoundingClientRect();
            return { canvas: [canvas.width, canvas.height], box: [2 * width, 2 * height] };
        }, part);
        assert.deepEqual(canvas, box.map(Math.round), part);
    }
    await page.close();
});

for (const language of ["en-US", "zh-TW"])
    test(`all results fit on a laptop's screen, ${language}`, async () => {
        const { page } = await openPage(started, { language });
        await call(page, "configure", { validationSplit: 0.2 });
        await call(page, "fit", 2);
        for (const part of ["report", "matrix"]) {
            await click(page, PART(part));
            const height = await page.evaluate(() => document.documentElement.scrollHeight);
            assert.equal(height, 800, part);
        }
        await page.close();
    });

test("while it trains the chosen cell's points follow", async () => {
    const { page } = await openPage(started);
    await click(page, PART("matrix"));
    await click(page, CELL(0, 0));
    await playSlowly(page);
    const shown = await shownLive(page);
    assert.equal(await attribute(page, CELL(0, 0), "aria-selected"), "true");
    await trainTo(page, shown.step);
    assert.equal(await attribute(page, CELL(0, 0), "aria-selected"), "true");
    assert.equal((await shownAtRest(page)).points, shown.points);
    const points = () => picture(page, ".map canvas:nth-child(2)");
    await drawn(page);
    const followed = await points();
    await click(page, CELL(0, 0));
    await drawn(page);
    assert.notEqual(await points(), followed, "all of them");
    await click(page, CELL(0, 0));
    await drawn(page);
    assert.equal(await points(), followed);
    await call(page, "configure", { points: 100 });
    assert.equal(await attribute(page, CELL(0, 0), "aria-selected"), "false", "other data");
    await page.close();
});

test("a browser whose language is no valid tag draws the curves as any other", async () => {
    const drawings = [];
    for (const language of ["en-US", "C"]) {
        const { page, problems } = await openPage(started, { language });
        assert.equal(await page.evaluate("navigator.language"), language);
        await call(page, "fit", 3);
        await until(page, `shadow().querySelectorAll(".curve canvas").length === 2`);
        await drawn(page);
        drawings.push(await picture(page, ".curve canvas"));
        assert.equal(await page.evaluate("navigator.language"), language, "lent only");
        assert.deepEqual(problems, []);
        await page.close();
    }
    assert.equal(drawings[1], drawings[0]);
});
