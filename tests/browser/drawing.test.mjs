/** What is drawn: colours, regions, the map's orientation, the report on its canvas. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { classColours, over, redYellowGreen } from "../../web/draw/palette.js";
import { ticks } from "../../web/draw/ticks.js";
import { paint, rasterize } from "../../web/worker/raster.js";
import { call, coloursOf, drawn, openPage, startBrowser } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

test("the colours are those of matplotlib's RdYlGn", () => {
    // plt.cm.RdYlGn(x, bytes=True)[:3]
    assert.deepEqual(redYellowGreen(0), [165, 0, 38]);
    assert.deepEqual(redYellowGreen(0.25), [249, 142, 82]);
    assert.deepEqual(redYellowGreen(0.5), [254, 255, 190]);
    assert.deepEqual(redYellowGreen(0.75), [132, 202, 102]);
    assert.deepEqual(redYellowGreen(1), [0, 104, 55]);
    assert.deepEqual(classColours(2), [redYellowGreen(0), redYellowGreen(1)]);
    assert.deepEqual(over([165, 0, 38], 0.8, [255, 255, 255]), [183, 51, 81]);
});

test("the picture has the network's own answer at every node, and y grows upward", async () => {
    const lab = await loadLab();
    const settings = { ...lab.defaults, classes: 4, points: 100, layers: [16, 16] };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(5);
    const grid = { xMin: -1, xMax: 1, yMin: -1.5, yMax: 0.5, columns: 51, rows: 51 };
    const classes = model.predictGrid(grid);
    assert.ok(new Set(classes).size > 2);
    for (const [across, up] of [
        [1, 1],
        [4, 7],
        [7, 3],
        [2.5, 3.3],
    ]) {
        const extent = { width: 50 * across + 1, height: 50 * up + 1 };
        const { width, height } = extent;
        const picture = new Uint8Array(width * height).fill(99);
        rasterize(model.activationsGrid(2, grid), 51, 4, picture, extent);
        for (let row = 0; row < 51; row++)
            for (let column = 0; column < 51; column++) {
                if (!Number.isInteger(column * across) || !Number.isInteger(row * up)) continue;
                const pixel = (height - 1 - row * up) * width + column * across;
                assert.equal(picture[pixel], classes[row * 51 + column], `${row}, ${column}`);
            }
        assert.ok(picture.every((c) => c < 4));
    }
    model.dispose();
});

test("a border between two nodes lies where the logits cross", () => {
    // From left to right class 0's advantage falls from +1 to -3: the border is at a quarter.
    const advantage = [1, -3, 1, -3];
    const logits = advantage.flatMap((a) => [a / 2, -a / 2]);
    const picture = new Uint8Array(101 * 101);
    rasterize(Float32Array.from(logits), 2, 2, picture, { width: 101, height: 101 });
    for (const row of [0, 50, 100]) {
        const border = picture.subarray(101 * row, 101 * (row + 1)).indexOf(1);
        assert.ok(border === 25 || border === 26, String(border)); // a tie within rounding
    }
});

test("a border's pixels are the mean of both sides, all others the colour of their class", () => {
    const colours = new Uint32Array([0xff000000, 0xffc08040]);
    const out = new Uint32Array(12);
    paint(
        Uint8Array.from([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1]),
        { width: 4, height: 3 },
        colours,
        out,
    );
    for (const row of [0, 4]) {
        assert.equal(out[row], 0xff000000);
        assert.equal(out[row + 1], 0xff604020);
        assert.equal(out[row + 2], 0xffc08040);
    }
});

test("ticks are round numbers", () => {
    assert.deepEqual(ticks(-1.03, 1.09, 5).labels, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]);
    assert.deepEqual(ticks(0, 30, 5).labels, ["0", "10", "20", "30"]);
});

test("on the trained map points are at their places, and nearly all in their own region", async () => {
    const lab = await loadLab();
    const data = lab.makeData(lab.defaults);
    const { page } = await openPage(started);
    await call(page, "fit", 50);
    await drawn(page);
    const colours = classColours(3).map((colour) => over(colour, 0.8, [255, 255, 255]));
    const { inside, placed } = await page.evaluate(
        (coordinates, labels, colours) => {
            const root = document.querySelector("spiral-lab")?.shadowRoot;
            const canvas = /** @type {HTMLCanvasElement} */ (root?.querySelector(".map canvas"));
            const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
            const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
            // The plot is what is painted.
            const painted = [];
            for (let i = 3; i < data.length; i += 4) if (data[i]) painted.push((i - 3) / 4);
            const xs = painted.map((i) => i % width);
            const left = xs.reduce((a, b) => Math.min(a, b));
            const across = xs.reduce((a, b) => Math.max(a, b)) + 1 - left;
            const top = Math.floor(painted[0] / width);
            const down = Math.floor(painted[painted.length - 1] / width) + 1 - top;
            if (height < down) throw new Error("The plot is higher than its canvas.");
            const x = coordinates.filter((_, i) => i % 2 === 0);
            const y = coordinates.filter((_, i) => i % 2 === 1);
            const [xMin, xMax] = [Math.min(...x) - 0.1, Math.max(...x) + 0.1];
            const [yMin, yMax] = [Math.min(...y) - 0.1, Math.max(...y) + 0.1];
            const over = /** @type {HTMLCanvasElement} */ (
                root?.querySelector(".map canvas:nth-child(2)")
            );
            const points2d = /** @type {CanvasRenderingContext2D} */ (over.getContext("2d"));
            const marks = points2d.getImageData(0, 0, width, height).data;
            let inside = 0;
            let placed = 0;
            labels.forEach((label, i) => {
                const column = left + Math.floor(((x[i] - xMin) / (xMax - xMin)) * across);
                const row = top + Math.floor(((yMax - y[i]) / (yMax - yMin)) * down);
                const at = 4 * (row * width + column);
                if (colours[label].every((c, j) => Math.abs(c - data[at + j]) < 3)) inside++;
                if (marks[at + 3] === 255) placed++;
            });
            return { inside, placed };
        },
        [...data.x],
        [...data.y],
        colours,
    );
    assert.ok(inside > 0.97 * data.samples, `${inside} of ${data.samples}`);
    assert.equal(placed, data.samples);
    await page.close();
});

test("after another size of the window the map has as many pixels as the screen", async () => {
    const { page } = await openPage(started, {
        first: () => {
            const context = CanvasRenderingContext2D.prototype;
            const { putImageData } = context;
            /** @this {CanvasRenderingContext2D} @param {any[]} args */
            context.putImageData = function (...args) {
                const seen = { picture: args[0].width, canvas: this.canvas.width };
                Object.assign(window, { seen });
                Reflect.apply(putImageData, this, args);
            };
        },
    });
    for (const [width, height, deviceScaleFactor] of [
        [1280, 800, 1],
        [1920, 1080, 1],
        [390, 844, 3],
    ]) {
        await page.setViewport({ width, height, deviceScaleFactor });
        await page.waitForFunction(
            (ratio) => {
                const root = document.querySelector("spiral-lab")?.shadowRoot;
                const box = root?.querySelector(".map")?.getBoundingClientRect().width ?? 0;
                const { seen } = /** @type {any} */ (window);
                // The axes' labels take 42 CSS pixels; the picture has one pixel more.
                const plot = Math.round(box * ratio) - 42 * ratio + 1;
                // A large picture goes by way of a canvas of its own.
                const whole =
                    seen.canvas === seen.picture || seen.canvas === Math.round(box * ratio);
                return whole && Math.abs(seen.picture - plot) <= 1;
            },
            { timeout: 5000 },
            deviceScaleFactor,
        );
    }
    await page.close();
});

test("the report stands on its canvas, its lines inside it", async () => {
    const { page } = await openPage(started);
    await call(page, "configure", { classes: 10, points: 50 });
    await drawn(page);
    const colours = await coloursOf(page, ".report canvas");
    assert.ok(Object.keys(colours).length > 10, "text and the classes' marks");
    const empty = await page.evaluate(() => {
        const root = document.querySelector("spiral-lab")?.shadowRoot;
        const canvas = /** @type {HTMLCanvasElement} */ (root?.querySelector(".report canvas"));
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        const { width, height } = canvas;
        /** @param {number} x @param {number} w @param {number} y @param {number} h */
        const blank = (x, w, y, h) => context.getImageData(x, y, w, h).data.every((v) => v === 0);
        const line = height / 16;
        return {
            edge: blank(width - 1, 1, 0, height) && blank(0, width, height - 1, 1),
            last: blank(0, width, Math.round(15 * line), Math.floor(line)),
        };
    });
    assert.deepEqual(empty, { edge: true, last: false });
    await page.close();
});
