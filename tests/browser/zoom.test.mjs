/** Into the map and back: by wheel, mouse, fingers, keys and buttons. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { boxes, moved } from "./layout.mjs";
import {
    call,
    click,
    coloursOf,
    drawn,
    eventually,
    faults,
    openPage,
    ours,
    startBrowser,
    textOf,
    unfoldAll,
} from "./support.mjs";
import {
    ALL,
    assertTold,
    boxOf,
    buttons,
    levelOf,
    listen,
    NO_POINTS,
    near,
    placeIn,
    pointOf,
    rightShare,
    seen,
    whole,
} from "./zoom.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @param {Parameters<typeof openPage>[1]} [options] */
const open = (options) => openPage(started, { path: NO_POINTS, first: listen, ...options });

test("the wheel with Ctrl zooms in at the mouse, and the regions are the network's there", async () => {
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

test("buttons and keys zoom and say how far; new data are seen whole", async () => {
    const { page, problems } = await open();
    await drawn(page);
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
    // About the pinned crosshair, which stays in sight when it moves on.
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

test("dragging moves a zoomed map without pinning a point; a click pins one", async () => {
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
    await until(/^pinned/); // the whole map does not move, so it was a click
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
    // A double click zooms in, and pins no more than before.
    await page.mouse.click(...(await pointOf(page, 0.25, 0.35)), { count: 2 });
    await until(/^click/);
    const nearer = await seen(page);
    near(levelOf(nearer), 8, 1e-9);
    near(placeIn(nearer, 0.25, 0.35).x, placeIn(to, 0.25, 0.35).x, 0.001);
    // It does not go beyond the map.
    for (let i = 0; i < 12; i++) await drag(0.45 * box.width, -0.45 * box.height);
    const corner = await seen(page);
    assert.deepEqual([corner.xMin, corner.yMin], [whole.xMin, whole.yMin]);
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("two fingers zoom, then one finger moves the map; before, it scrolls the page", async () => {
    const viewport = { width: 390, height: 844, hasTouch: true };
    const { page, problems } = await open({ viewport });
    const scrolled = () => page.evaluate(() => scrollY);
    const [x, y] = await pointOf(page, 0.5, 0.5);
    const { width } = await boxOf(page);
    /**
     * Moves fingers from some points to others.
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
    near(placeIn(part, 0.5, 0.5).x, middle.x, 0.05); // the place between the fingers stays
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

test("axe finds nothing when it is zoomed into", async () => {
    for (const language of ["en-US", "zh-TW"])
        for (const scheme of /** @type {const} */ (["light", "dark"])) {
            const { page } = await open({ language, scheme });
            await click(page, "button[name=zoom-in]");
            assert.deepEqual(await faults(page), [], `${language}, ${scheme}`);
            await page.close();
        }
});
