/** Into the map and back: by wheel, mouse, fingers, keys and buttons; what is seen there. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { classColours, over } from "../../web/draw/palette.js";
import { boxes, moved } from "./layout.mjs";
import {
    call,
    click,
    coloursOf,
    drawn,
    eventually,
    faults,
    find,
    openPage,
    startBrowser,
    textOf,
    unfoldAll,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {import("../../web/shared/protocol.js").Bounds} Bounds */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** But for the advice to these tests, which read the canvas. @param {string[]} problems */
const ours = (problems) => problems.filter((problem) => !problem.includes("willReadFrequently"));

/** Then nothing but the place itself is pointed at. */
const NO_POINTS = "/#v=1&samples=hidden";

/** @param {Parameters<typeof openPage>[1]} [options] */
const open = (options) => openPage(started, { path: NO_POINTS, first: listen, ...options });

/** Notes what the worker is asked for, and can keep it from hearing. Runs in the page. */
function listen() {
    const page = /** @type {any} */ (window);
    const { postMessage } = Worker.prototype;
    /** @this {Worker} @param {any[]} args */
    Worker.prototype.postMessage = function (...args) {
        const { wish, advances } = args[0].request;
        page.wish = (wish ?? advances?.[0].wish)?.map ?? page.wish;
        if (!page.isDeaf) Reflect.apply(postMessage, this, args);
    };
    page.paintings = 0; // of regions that were computed for just this part
    const context = CanvasRenderingContext2D.prototype;
    const { putImageData } = context;
    /** @this {CanvasRenderingContext2D} @param {any[]} args */
    context.putImageData = function (...args) {
        if (this.canvas.parentElement?.matches(".map")) page.paintings++;
        Reflect.apply(putImageData, this, args);
    };
}

/** Until what was wished for is there and drawn. @param {Page} page */
async function settled(page) {
    await call(page, "pause"); // queued behind the new picture
    await drawn(page);
}

const lab = await loadLab();
const { x: coordinates } = lab.makeData(lab.defaults);
const [xs, ys] = [0, 1].map((k) => [...coordinates].filter((_, i) => i % 2 === k));
/** What the map shows of the tutorial's data. */
const whole = {
    xMin: Math.min(...xs) - 0.1,
    xMax: Math.max(...xs) + 0.1,
    yMin: Math.min(...ys) - 0.1,
    yMax: Math.max(...ys) + 0.1,
};

/** What the map shows. @param {Page} page @returns {Promise<Bounds>} */
async function seen(page) {
    await settled(page);
    return page.evaluate((whole) => {
        return /** @type {any} */ (window).wish.part?.bounds ?? whole;
    }, whole);
}

/** How many times as large as the whole. @param {Bounds} bounds */
const levelOf = ({ xMin, xMax }) => (whole.xMax - whole.xMin) / (xMax - xMin);

/** @param {Bounds} bounds @param {number} across @param {number} up */
const placeIn = ({ xMin, xMax, yMin, yMax }, across, up) => ({
    x: xMin + across * (xMax - xMin),
    y: yMin + up * (yMax - yMin),
});

/** @param {number} a @param {number} b @param {number} tolerance */
const near = (a, b, tolerance) =>
    assert.ok(Math.abs(a - b) <= tolerance, `${a} is not nearly ${b}`);

/** The plot's. @param {Page} page */
async function boxOf(page) {
    const box = await (await find(page, ".crosshair")).boundingBox();
    assert.ok(box);
    return box;
}

/**
 * The point of the screen at parts of the plot's width and height.
 * @param {Page} page
 * @param {number} across
 * @param {number} up
 * @returns {Promise<[number, number]>}
 */
async function pointOf(page, across, up) {
    const box = await boxOf(page);
    return [box.x + across * box.width, box.y + (1 - up) * box.height];
}

/** That a place is told of, within a pixel or two. @param {Page} page @param {{x: number, y: number}} place */
async function assertTold(page, { x, y }) {
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

/** How much of the plot's ground is as the network says. @param {Page} page */
async function rightShare(page) {
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
const buttons = (page) =>
    page.$$eval("spiral-lab >>> .zoom button", (buttons) =>
        buttons
            .filter((button) => button.checkVisibility({ checkVisibilityCSS: true }))
            .map((button) => button.getAttribute("name")),
    );

const ALL = ["zoom-in", "zoom-out", "zoom-whole"];

test("the wheel with Ctrl goes in where the mouse is, and the regions are the network's there", async () => {
    const { page, problems } = await open();
    await unfoldAll(page); // the page is longer than the screen
    await call(page, "fit", 12);
    await drawn(page);
    const before = await boxes(page);
    assert.ok((await rightShare(page)) > 0.97);
    const place = placeIn(whole, 0.46, 0.52);
    await page.mouse.move(...(await pointOf(page, 0.46, 0.52)));
    await assertTold(page, place);
    const axes = () => coloursOf(page, ".map canvas:nth-child(2)");
    const first = await axes();
    await page.keyboard.down("Control");
    for (let i = 0; i < 6; i++) await page.mouse.wheel({ deltaY: -120 });
    await page.keyboard.up("Control");
    const part = await seen(page);
    near(levelOf(part), Math.exp(6 * 0.4), 0.1);
    const { x, y } = placeIn(part, 0.46, 0.52);
    near(x, place.x, 0.004); // a mouse is at whole pixels
    near(y, place.y, 0.004);
    assert.notDeepEqual(await axes(), first);
    assert.ok((await rightShare(page)) > 0.97);
    const [left, high] = await pointOf(page, 0.2, 0.9);
    await page.mouse.move(left, high);
    await assertTold(page, placeIn(part, 0.2, 0.9));
    // The bars of the probabilities follow the pointer.
    const elsewhere = moved(before, await boxes(page)).filter(({ name }) => name !== "div.bar");
    assert.deepEqual(elsewhere, []);
    // Alone it scrolls the page.
    const top = await page.evaluate(() => scrollY);
    await page.mouse.wheel({ deltaY: 100 });
    await page.waitForFunction((top) => scrollY > top, {}, top);
    assert.deepEqual(await seen(page), part);
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("while it trains, the maps that come are of the part that is seen", async () => {
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
    // Outwards there is what was computed of the whole before.
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

test("buttons and keys go in and out, and tell how far; other data are seen whole", async () => {
    const { page, problems } = await open();
    const before = await boxes(page);
    const level = async () => levelOf(await seen(page));
    assert.deepEqual(await buttons(page), ["zoom-in"]);
    await click(page, "button[name=zoom-in]");
    near(await level(), 2, 1e-9);
    assert.deepEqual(await buttons(page), ALL);
    await click(page, "button[name=zoom-out]");
    assert.deepEqual(await buttons(page), ["zoom-in"], "it is whole again");
    const focused = await page.evaluate(() => shadow().activeElement?.getAttribute("name"));
    assert.equal(focused, "zoom-in", "the focus is not lost");
    for (let i = 0; i < 8; i++) await click(page, "button[name=zoom-in]");
    near(await level(), 64, 1e-6);
    assert.match(await textOf(page, "[role=status]"), /^64 times as large: x from −?0\.\d\d to /);
    const disabled = () =>
        page.$eval("spiral-lab >>> .zoom button", (button) => button.ariaDisabled);
    assert.equal(await disabled(), "true");
    await page.focus("spiral-lab >>> .crosshair");
    await page.keyboard.press("Home");
    assert.deepEqual(await buttons(page), ["zoom-in"]);
    assert.equal(await disabled(), "false");
    // About what the crosshair holds, which stays in sight when it walks on.
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
    const place = placeIn(whole, 0.5, 0.5);
    const width = whole.xMax - whole.xMin;
    const pixel = width / (await boxOf(page)).width;
    place.x += 6 * 4 * pixel;
    await assertTold(page, place);
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    const part = await seen(page);
    near(levelOf(part), 4, 1e-9);
    const across = (place.x - part.xMin) / (part.xMax - part.xMin);
    near(across, (place.x - whole.xMin) / width, 0.01);
    await page.keyboard.down("Shift");
    for (let i = 0; i < 30; i++) await page.keyboard.press("ArrowRight");
    await page.keyboard.up("Shift");
    place.x += 30 * 24 * (pixel / 4);
    await assertTold(page, place);
    near((await seen(page)).xMax, place.x, 1e-6);
    const crosshair = await coloursOf(page, ".map canvas:nth-child(3)");
    assert.ok(Object.keys(crosshair).length > 0, "it is still in sight");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Escape");
    near(await level(), 2, 1e-9);
    assert.equal((await call(page, "state")).totalSteps, 0, "no key of theirs is a shortcut");
    assert.deepEqual(moved(before, await boxes(page)), []);
    await call(page, "reset");
    near(await level(), 2, 1e-9);
    await call(page, "configure", { dataSeed: 2 });
    await drawn(page);
    assert.deepEqual(await buttons(page), ["zoom-in"], "other data");
    await call(page, "reset"); // asks again
    near(await level(), 1, 1e-9);
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("dragging moves it once it is zoomed into, and holds no point; a click does", async () => {
    const { page, problems } = await open();
    const hint = () => textOf(page, ".pointer .value");
    const until = (/** @type {RegExp} */ pattern) =>
        eventually(async () => pattern.test(await hint())).then(async () =>
            assert.match(await hint(), pattern),
        );
    const middle = await pointOf(page, 0.5, 0.5);
    /** @param {number} right @param {number} down */
    const drag = async (right, down) => {
        await page.mouse.move(...middle);
        await page.mouse.down();
        await page.mouse.move(middle[0] + right, middle[1] + down, { steps: 5 });
        await page.mouse.up();
    };
    await drag(90, 40);
    await until(/^pinned/); // the whole does not move: it was a click
    assert.equal(levelOf(await seen(page)), 1);
    await page.focus("spiral-lab >>> .crosshair");
    await page.keyboard.press("Escape");
    await click(page, "button[name=zoom-in]");
    await click(page, "button[name=zoom-in]");
    const from = await seen(page);
    await drag(60, -30);
    await until(/^click/);
    const to = await seen(page);
    const box = await boxOf(page);
    near(to.xMin - from.xMin, (-60 / box.width) * (from.xMax - from.xMin), 1e-6);
    near(to.yMin - from.yMin, (-30 / box.height) * (from.yMax - from.yMin), 1e-6);
    near(levelOf(to), 4, 1e-9);
    await page.mouse.click(...middle);
    await until(/^pinned/);
    await page.keyboard.press("Escape");
    // Twice is nearer, and as little held as before.
    await page.mouse.click(...(await pointOf(page, 0.25, 0.35)), { count: 2 });
    await until(/^click/);
    const nearer = await seen(page);
    near(levelOf(nearer), 8, 1e-9);
    near(placeIn(nearer, 0.25, 0.35).x, placeIn(to, 0.25, 0.35).x, 0.001);
    // Not further than there is something.
    for (let i = 0; i < 12; i++) await drag(0.45 * box.width, -0.45 * box.height);
    const corner = await seen(page);
    assert.deepEqual([corner.xMin, corner.yMin], [whole.xMin, whole.yMin]);
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("two fingers zoom, then one moves it; before, one scrolls the page", async () => {
    const viewport = { width: 390, height: 844, hasTouch: true };
    const { page, problems } = await open({ viewport });
    const scrolled = () => page.evaluate(() => scrollY);
    const [x, y] = await pointOf(page, 0.5, 0.5);
    const { width } = await boxOf(page);
    /**
     * Fingers from some points to others.
     * @param {[number, number][]} from @param {[number, number][]} to
     */
    const gesture = async (from, to) => {
        const fingers = [];
        for (const point of from) fingers.push(await page.touchscreen.touchStart(...point));
        for (let step = 1; step <= 8; step++)
            for (const [i, finger] of fingers.entries()) {
                const at = [0, 1].map((k) => from[i][k] + ((to[i][k] - from[i][k]) * step) / 8);
                await finger.move(at[0], at[1]);
            }
        for (const finger of fingers) await finger.end();
    };
    /** Two of them, so far apart. @param {number} from @param {number} to pixels */
    const pinch = (from, to) => {
        /** @param {number} apart @returns {[number, number][]} */
        const pair = (apart) => [
            [x - apart / 2, y],
            [x + apart / 2, y],
        ];
        return gesture(pair(from), pair(to));
    };
    /** The page scrolls on for a while. */
    const still = async () => {
        let last = -1;
        await eventually(async () => {
            const before = last;
            last = await scrolled();
            return last > 100 && last === before;
        });
        assert.ok(last > 100);
        await page.evaluate(() => scrollTo(0, 0));
    };
    await gesture([[x, y]], [[x, y - 200]]);
    await still();
    assert.equal(levelOf(await seen(page)), 1);
    assert.match(await textOf(page, ".pointer .where"), /^Hover/, "nothing is held by it");
    await pinch(60, 180);
    const part = await seen(page);
    near(levelOf(part), 3, 0.01);
    const middle = placeIn(whole, 0.5, 0.5);
    near(placeIn(part, 0.5, 0.5).x, middle.x, 0.05); // between the fingers it stays
    near(placeIn(part, 0.5, 0.5).y, middle.y, 0.05);
    assert.equal(await page.evaluate(() => visualViewport?.scale), 1, "the page is not zoomed");
    await gesture([[x, y]], [[x + 60, y + 40]]);
    const moved = await seen(page);
    near(levelOf(moved), 3, 0.01);
    near(moved.xMin - part.xMin, (-60 / width) * (part.xMax - part.xMin), 0.03);
    assert.ok(moved.yMin > part.yMin + 0.02);
    assert.equal(await scrolled(), 0);
    await page.touchscreen.tap(...(await pointOf(page, 0.3, 0.6)));
    await assertTold(page, placeIn(moved, 0.3, 0.6));
    assert.deepEqual(await seen(page), moved);
    // Together again: the whole, over which a finger scrolls.
    await pinch(180, 30);
    assert.equal(levelOf(await seen(page)), 1);
    assert.deepEqual(await buttons(page), ["zoom-in"]);
    await gesture([[x, y]], [[x, y - 200]]);
    await still();
    assert.deepEqual(ours(problems), []);
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

test("many points are stretched at once, and drawn for what is seen when that stands still", async () => {
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

test("axe finds nothing when it is zoomed into", async () => {
    for (const scheme of /** @type {const} */ (["light", "dark"])) {
        const { page } = await open({ scheme });
        await click(page, "button[name=zoom-in]");
        assert.deepEqual(await faults(page), []);
        await page.close();
    }
});
