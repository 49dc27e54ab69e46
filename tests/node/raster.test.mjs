/** The class or shade of every pixel: at the grid's nodes, and between them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { rasterize, shade } from "../../web/pictures/map/raster.js";

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

test("a shade is exact at the nodes, and keeps its class", () => {
    const values = Float32Array.from({ length: 9 }, (_, i) => i / 8); // 3 x 3 nodes
    const extent = { width: 41, height: 41 };
    const pixels = new Uint8Array(41 * 41).fill(2);
    shade(values, 3, ([value]) => value, 85, pixels, extent);
    for (let row = 0; row < 3; row++)
        for (let column = 0; column < 3; column++) {
            const pixel = pixels[(40 - 20 * row) * 41 + 20 * column];
            const expected = 2 * 85 + Math.min(84, ((3 * row + column) / 8) * 85);
            assert.ok(Math.abs(pixel - expected) <= 1, `${pixel} for ${expected}`);
        }
    assert.ok(
        pixels.every((pixel) => Math.floor(pixel / 85) === 2),
        "no shade runs over into the next class's",
    );
});
