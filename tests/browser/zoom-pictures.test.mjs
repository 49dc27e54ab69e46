/** How a part of the map is drawn: during training, before it is computed, and at its edge. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { classColours, over } from "../../web/draw/palette.js";
import {
    call,
    click,
    coloursOf,
    drawn,
    eventually,
    openPage,
    ours,
    startBrowser,
    until,
} from "./support.mjs";
import { levelOf, listen, NO_POINTS, near, rightShare, seen, settled } from "./zoom.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @param {Parameters<typeof openPage>[1]} [options] */
const open = (options) => openPage(started, { path: NO_POINTS, first: listen, ...options });

test("during training, new maps show the part that is seen", async () => {
    const { page, problems } = await open();
    await call(page, "configure", { epochs: 1000 });
    await call(page, "fit", 5);
    await call(page, "play");
    for (let i = 0; i < 3; i++) await click(page, "button[name=zoom-in]");
    const paintings = () => page.evaluate(() => /** @type {any} */ (window).paintings);
    const start = await paintings();
    await eventually(async () => (await paintings()) > start + 8);
    assert.ok((await paintings()) > start + 8);
    assert.equal((await call(page, "state")).running, true);
    near(levelOf(await seen(page)), 8, 0.01);
    assert.ok((await rightShare(page)) > 0.97);
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("what is seen is stretched at once, without waiting for the worker", async () => {
    const { page } = await open();
    await call(page, "fit", 12);
    await drawn(page);
    const ground = () => coloursOf(page, ".map canvas");
    const whole = await ground();
    await click(page, "button[name=zoom-in]");
    await click(page, "button[name=zoom-in]");
    await settled(page);
    const exact = await ground();
    await page.evaluate(() => Object.assign(window, { isDeaf: true }));
    await click(page, "button[name=zoom-in]");
    await drawn(page);
    assert.notDeepEqual(await ground(), exact);
    // When zooming out, there is what was computed of the whole before.
    await click(page, "button[name=zoom-whole]");
    await drawn(page);
    const sum = (/** @type {Record<string, number>} */ counts) =>
        Object.values(counts).reduce((a, b) => a + b, 0);
    const all = await ground();
    assert.equal(sum(all), sum(exact), "all of the plot is painted");
    const colours = classColours(3).map((colour) => over(colour, 0.8, [255, 255, 255]).join());
    for (const colour of colours) near(all[colour], whole[colour], 0.03 * whole[colour]);
    await page.close();
});

test("points and rings are cut off at the plot's frame, and the small maps stay whole", async () => {
    const { page, problems } = await open({ path: "/" });
    await call(page, "configure", { layers: [6], points: 2000 });
    await call(page, "fit", 1); // and many are wrong
    await click(page, "button[name=neurons]");
    await until(page, `shadow().querySelectorAll(".unit-maps canvas").length === 6`);
    await settled(page);
    const maps = () => coloursOf(page, ".unit-maps button:nth-child(2) canvas");
    const small = await maps();
    for (let i = 0; i < 2; i++) await click(page, "button[name=zoom-in]");
    await settled(page);
    assert.deepEqual(await maps(), small);
    /** What is painted beside the plot, and how much in it. */
    const ink = () =>
        page.evaluate(() => {
            const canvas = /** @type {HTMLCanvasElement} */ (
                shadow().querySelector(".map canvas:nth-child(2)")
            );
            const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
            const { width, height } = canvas;
            const { data } = context.getImageData(0, 0, width, height);
            const beside = [];
            let inside = 0;
            for (let i = 0; i < width * height; i++) {
                const [x, y] = [i % width, Math.floor(i / width)];
                const alpha = data[4 * i + 3];
                if (x >= 36 && x < width - 10 && y >= 10 && y < height - 24) inside += alpha && 1;
                else if (x < 32 || x > width - 7 || y < 6 || y > height - 20) beside.push(alpha);
            }
            return { beside, inside };
        });
    const shown = await ink();
    await click(page, ".samples");
    await drawn(page);
    const hidden = await ink();
    assert.ok(shown.inside > 5000 && hidden.inside < 10, `${shown.inside}, ${hidden.inside}`);
    assert.deepEqual(shown.beside, hidden.beside);
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("many points are stretched at once, and drawn anew when the view stands still", async () => {
    const { page, problems } = await open({ path: "/" });
    await page.evaluate(() => {
        const counts = Object.assign(window, { drawn: 0 });
        const context = CanvasRenderingContext2D.prototype;
        const { drawImage } = context;
        /** @this {CanvasRenderingContext2D} @param {any[]} args */
        context.drawImage = function (...args) {
            counts.drawn++;
            Reflect.apply(drawImage, this, args);
        };
    });
    await call(page, "configure", { points: 2500 });
    await settled(page);
    const points = () => coloursOf(page, ".map canvas:nth-child(2)");
    const few = await page.evaluate(async () => {
        const counts = /** @type {any} */ (window);
        counts.drawn = 0;
        /** @type {HTMLElement | null} */ (shadow().querySelector("[name=zoom-in]"))?.click();
        await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => setTimeout(resolve));
        return counts.drawn;
    });
    assert.ok(few > 0 && few < 10, `${few} pictures, and not one a point`);
    await page.waitForFunction(() => /** @type {any} */ (window).drawn > 1000);
    const exact = await points();
    await click(page, ".samples");
    await drawn(page);
    assert.notDeepEqual(await points(), exact);
    await click(page, ".samples");
    await drawn(page);
    assert.deepEqual(await points(), exact);
    assert.deepEqual(ours(problems), []);
    await page.close();
});
