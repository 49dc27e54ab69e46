/** What is drawn: regions, points at their places, as many pixels as the screen's, the report. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadLab } from "../../scripts/core.mjs";
import { classColours, over } from "../../web/draw/palette.js";
import { call, coloursOf, drawn, openPage, startBrowser } from "./support.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

test("on the trained map points are at their places, and nearly all in their own region", async () => {
    const lab = await loadLab();
    const data = lab.makeData(lab.defaults);
    const { page } = await openPage(started);
    await call(page, "fit", 50);
    await drawn(page);
    const colours = classColours(3).map((colour) => over(colour, 0.8, [255, 255, 255]));
    const { inside, placed } = await page.evaluate(
        (coordinates, labels, colours) => {
            const root = shadow();
            const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector(".map canvas"));
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
                root.querySelector(".map canvas:nth-child(2)")
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

test("after the window is resized the map has as many pixels as the screen", async () => {
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
                const box = shadow().querySelector(".map")?.getBoundingClientRect().width ?? 0;
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
        const canvas = /** @type {HTMLCanvasElement} */ (shadow().querySelector(".report canvas"));
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

test("a slim hollow shape shows the ground as well as its colour", async () => {
    const { outputFiles } = await build({
        stdin: {
            contents: `import { drawMarker } from "./web/draw/markers.js";
                Object.assign(window, { drawMarker });`,
            resolveDir: ROOT,
        },
        bundle: true,
        format: "iife",
        write: false,
    });
    const { page } = await openPage(started);
    await page.evaluate(outputFiles[0].text);
    const counts = await page.evaluate(() => {
        const { drawMarker } = /** @type {any} */ (window);
        const canvas = new OffscreenCanvas(25, 25);
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
            canvas.getContext("2d", { willReadFrequently: true })
        );
        /**
         * Pixels that are mostly red, and mostly blue.
         * @param {number} kind
         * @param {string} [hollow]
         */
        const count = (kind, hollow) => {
            context.clearRect(0, 0, 25, 25);
            const style = { kind, colour: [220, 0, 0], outline: "black", radius: 3, line: 0.8 };
            drawMarker(context, { ...style, hollow }, 12.5, 12.5);
            const { data } = context.getImageData(0, 0, 25, 25);
            const at = [...data.keys()].filter((i) => i % 4 === 0);
            return {
                red: at.filter((i) => data[i] > 110).length,
                blue: at.filter((i) => data[i + 2] > 110).length,
            };
        };
        return Array.from({ length: 10 }, (_, k) => ({
            filled: count(10 + k),
            hollow: count(10 + k, "rgb(0 0 220)"),
        }));
    });
    for (const [k, { filled, hollow }] of counts.entries()) {
        const told = `${10 + k}: ${JSON.stringify({ filled, hollow })}`;
        assert.equal(filled.blue, 0, told);
        assert.ok(hollow.blue >= filled.red && filled.red > 8, told);
        assert.ok(hollow.red > 8, told);
    }
    await page.close();
});
