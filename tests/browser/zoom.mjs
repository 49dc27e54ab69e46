/** What the map shows of the plane, for the tests of its zoom. */

import assert from "node:assert/strict";
import { loadLab } from "../../scripts/core.mjs";
import { classColours, over } from "../../web/draw/palette.js";
import { call, drawn, find } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {import("../../web/shared/protocol.js").Bounds} Bounds */

/** Without points, only places can be pointed at. */
export const NO_POINTS = "/#v=1&samples=hidden";

/** Notes what the worker is asked for, and can hold messages back. Runs in the page. */
export function listen() {
    const page = /** @type {any} */ (window);
    const { postMessage } = Worker.prototype;
    /** @this {Worker} @param {any[]} args */
    Worker.prototype.postMessage = function (...args) {
        const { wish, advances } = args[0].request;
        page.wish = (wish ?? advances?.[0].wish)?.map ?? page.wish;
        if (!page.isDeaf) Reflect.apply(postMessage, this, args);
    };
    page.paintings = 0; // paintings of regions that were computed for just this part
    const context = CanvasRenderingContext2D.prototype;
    const { putImageData } = context;
    /** @this {CanvasRenderingContext2D} @param {any[]} args */
    context.putImageData = function (...args) {
        if (this.canvas.parentElement?.matches(".map")) page.paintings++;
        Reflect.apply(putImageData, this, args);
    };
}

/** Waits until what was asked for is there and drawn. @param {Page} page */
export async function settled(page) {
    await call(page, "pause"); // which is queued behind the new picture
    await drawn(page);
}

const lab = await loadLab();
const { x: coordinates } = lab.makeData(lab.defaults);
const [xs, ys] = [0, 1].map((k) => [...coordinates].filter((_, i) => i % 2 === k));
/** What the map shows of the tutorial's data. */
export const whole = {
    xMin: Math.min(...xs) - 0.1,
    xMax: Math.max(...xs) + 0.1,
    yMin: Math.min(...ys) - 0.1,
    yMax: Math.max(...ys) + 0.1,
};

/** What the map shows. @param {Page} page @returns {Promise<Bounds>} */
export async function seen(page) {
    await settled(page);
    return page.evaluate((whole) => {
        return /** @type {any} */ (window).wish.part?.bounds ?? whole;
    }, whole);
}

/** How many times as large as the whole. @param {Bounds} bounds */
export const levelOf = ({ xMin, xMax }) => (whole.xMax - whole.xMin) / (xMax - xMin);

/** @param {Bounds} bounds @param {number} across @param {number} up */
export const placeIn = ({ xMin, xMax, yMin, yMax }, across, up) => ({
    x: xMin + across * (xMax - xMin),
    y: yMin + up * (yMax - yMin),
});

/** @param {number} a @param {number} b @param {number} tolerance */
export const near = (a, b, tolerance) =>
    assert.ok(Math.abs(a - b) <= tolerance, `${a} is not nearly ${b}`);

/** The plot's. @param {Page} page */
export async function boxOf(page) {
    const box = await (await find(page, ".crosshair")).boundingBox();
    assert.ok(box);
    return box;
}

/**
 * The point of the screen at these shares of the plot's width and height.
 * @param {Page} page
 * @param {number} across
 * @param {number} up
 * @returns {Promise<[number, number]>}
 */
export async function pointOf(page, across, up) {
    const box = await boxOf(page);
    return [box.x + across * box.width, box.y + (1 - up) * box.height];
}

/**
 * Asserts that the place is described, to within a pixel or two.
 * @param {Page} page
 * @param {{x: number, y: number}} place
 */
export async function assertTold(page, { x, y }) {
    const { xMin, xMax } = await seen(page);
    const reach = 0.0006 + (xMax - xMin) / 200;
    await page.waitForFunction(
        ({ x, y, reach }) => {
            const where = shadow().querySelector(".pointer .where")?.textContent ?? "";
            const numbers = where.replaceAll("−", "-").match(/-?\d\.\d{3,}/g) ?? [];
            const [right, up] = numbers.map(Number);
            return Math.hypot(right - x, up - y) < reach;
        },
        { timeout: 5000 },
        { x, y, reach },
    );
}

/** The share of the plot's ground that has the network's colours. @param {Page} page */
export async function rightShare(page) {
    const bounds = await seen(page);
    const saved = await page.evaluate(async () => {
        const lab = spiralLab();
        return Array.from(await lab.save());
    });
    const model = lab.loadModel(Uint8Array.from(saved));
    const [low, high] = [placeIn(bounds, 0.05, 0.05), placeIn(bounds, 0.95, 0.95)];
    const grid = { xMin: low.x, xMax: high.x, yMin: low.y, yMax: high.y, columns: 41, rows: 41 };
    const expected = [...model.predictGrid(grid)];
    model.dispose();
    assert.ok(new Set(expected).size > 1, "there is a border in it");
    const colours = classColours(3).map((colour) => over(colour, 0.8, [255, 255, 255]));
    const right = await page.evaluate(
        (expected, colours) => {
            const canvas = /** @type {HTMLCanvasElement} */ (shadow().querySelector(".map canvas"));
            const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
            const [width, height] = [canvas.width - 42, canvas.height - 30];
            const { data } = context.getImageData(34, 8, width, height); // the plot
            return expected.filter((kind, i) => {
                const [column, row] = [i % 41, Math.floor(i / 41)];
                const x = Math.round((0.05 + (0.9 * column) / 40) * width);
                const y = Math.round((0.95 - (0.9 * row) / 40) * height);
                const at = 4 * (y * width + x);
                return colours[kind].every((c, k) => Math.abs(c - data[at + k]) < 3);
            }).length;
        },
        expected,
        colours,
    );
    return right / expected.length;
}

/** The names of the buttons that are there. @param {Page} page */
export const buttons = (page) =>
    page.$$eval("spiral-lab >>> .zoom button", (buttons) =>
        buttons
            .filter((button) => button.checkVisibility({ checkVisibilityCSS: true }))
            .map((button) => button.getAttribute("name")),
    );

export const ALL = ["zoom-in", "zoom-out", "zoom-whole"];
