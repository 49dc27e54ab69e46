/** What is drawn: colours, regions, the map's orientation, the report on its canvas. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { classColours, over, redYellowGreen } from "../../web/palette.js";
import { rasterize } from "../../web/raster.js";
import { ticks } from "../../web/ticks.js";
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
    const model = lab.createModel(settings, lab.makeSpirals(settings));
    model.fit(5);
    const grid = { xMin: -1, xMax: 1, yMin: -1.5, yMax: 0.5, columns: 51, rows: 51 };
    const classes = model.predictGrid(grid);
    assert.ok(new Set(classes).size > 2);
    for (const cell of [1, 4, 7]) {
        const size = 50 * cell + 1;
        const picture = new Uint8Array(size * size).fill(99);
        rasterize(model.predictGridProba(grid), 51, 4, picture, size);
        for (let row = 0; row < 51; row++)
            for (let column = 0; column < 51; column++) {
                const pixel = (size - 1 - row * cell) * size + column * cell;
                assert.equal(picture[pixel], classes[row * 51 + column], `${row}, ${column}`);
            }
        assert.ok(picture.every((c) => c < 4));
    }
    model.dispose();
});

test("a border between two nodes lies where the logits cross", () => {
    // From left to right class 0's advantage falls from +1 to -3: the border is at a quarter.
    const advantage = [1, -3, 1, -3];
    const probabilities = advantage.flatMap((a) => [1 / (1 + Math.exp(-a)), 1 / (1 + Math.exp(a))]);
    const picture = new Uint8Array(101 * 101);
    rasterize(Float32Array.from(probabilities), 2, 2, picture, 101);
    for (const row of [0, 50, 100]) {
        const border = picture.subarray(101 * row, 101 * (row + 1)).indexOf(1);
        assert.ok(border === 25 || border === 26, String(border)); // a tie within rounding
    }
});

test("ticks are round numbers", () => {
    assert.deepEqual(ticks(-1.03, 1.09, 5).labels, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]);
    assert.deepEqual(ticks(0, 30, 5).labels, ["0", "10", "20", "30"]);
});

test("on the trained map points are at their places, and nearly all in their own region", async () => {
    const lab = await loadLab();
    const data = lab.makeSpirals(lab.defaults);
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
