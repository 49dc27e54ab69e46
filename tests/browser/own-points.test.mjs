/** Drawing points of one's own, by mouse, touch and keys, in Chromium and Firefox. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pointsToText } from "../../web/shared/points-text.js";
import {
    call,
    click,
    fieldOf,
    openPage,
    pageWith,
    seen,
    startBrowser,
    startFirefox,
    textOf,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** Two points of each class. */
const SQUARE = {
    x: Float32Array.of(0, 0, 1, 1, 0, 1, 1, 0),
    y: Uint8Array.of(0, 0, 1, 1),
    samples: 4,
};

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let chromium;
before(async () => {
    const lab = `<spiral-lab data="${pointsToText(SQUARE)}" labels="cat,dog" layers="8"></spiral-lab>`;
    chromium = await startBrowser({ "/own.html": { html: pageWith(lab) } });
});
after(() => chromium.close());

/** A page that draws on three small spirals. @param {Parameters<typeof openPage>[1]} [options] */
async function openBoard(options, started = chromium) {
    const opened = await openPage(started, { path: "/#points=40&layers=8&seed=3", ...options });
    const { page } = opened;
    await page.evaluate(() => {
        const own = shadow().querySelector("input[value=given]");
        /** @type {HTMLElement} */ (own).click();
    });
    await until(page, "lab.settings.dataset === 'given' && lab.state.checksum");
    await until(page, "shadow().querySelector('.board')?.hidden === false");
    return opened;
}

/** Places on the board, as parts of its width and height, on the screen. @param {Page} page */
async function boardOf(page) {
    const { x, y, width, height } = await page.evaluate(() => {
        const board = /** @type {Element} */ (shadow().querySelector(".board"));
        board.scrollIntoView({ block: "center" });
        const { x, y, width, height } = board.getBoundingClientRect();
        return { x, y, width, height };
    });
    return (/** @type {number} */ across, /** @type {number} */ down) =>
        /** @type {const} */ ([x + across * width, y + down * height]);
}

/** @param {Page} page */
const pointsOf = (page) =>
    page.evaluate(() => {
        const { x, y, labels } = /** @type {NonNullable<ReturnType<typeof spiralLab>["data"]>} */ (
            spiralLab().data
        );
        return { x: [...x], y: [...y], labels };
    });

/** @param {Page} page @param {[number, number][]} path parts of the board */
async function drag(page, path) {
    const at = await boardOf(page);
    const [first, ...others] = path;
    await page.mouse.move(...at(...first));
    await page.mouse.down();
    for (const to of others) await page.mouse.move(...at(...to), { steps: 8 });
    await page.mouse.up();
}

/** @param {Page} page @param {string} expression about the points' `y` */
const untilPoints = (page, expression) =>
    until(page, `((y) => ${expression})([...lab.data.y]) && lab.state.checksum`);

/** @param {Page} page @param {string} tool */
const take = (page, tool) => click(page, `.drawing input[value=${tool}]`);

for (const engine of ["Chromium", "Firefox"])
    test(`${engine}: a mouse paints, moves and erases; strokes are undone`, async (context) => {
        const firefox = engine === "Firefox" ? await startFirefox() : undefined;
        if (engine === "Firefox" && !firefox) return context.skip("There is no Firefox to drive.");
        const started = firefox ? { ...chromium, ...firefox } : chromium;
        const { page, problems } = await openBoard({}, started);
        const first = await pointsOf(page);
        await click(page, ".drawing .classes input[value='1']");
        await drag(page, [
            [0.05, 0.05],
            [0.3, 0.05],
        ]);
        await untilPoints(page, "y.length > 125");
        const painted = await pointsOf(page);
        assert.deepEqual(painted.y.slice(0, 120), first.y);
        assert.ok(painted.y.slice(120).every((label) => label === 1));
        const ups = painted.x.slice(240).filter((_, i) => i % 2 === 1);
        assert.ok(Math.min(...ups) > Math.max(...first.x.filter((_, i) => i % 2 === 1)) - 0.3);

        await take(page, "move");
        await drag(page, [
            [0.05, 0.05],
            [0.05, 0.95],
        ]);
        await until(page, `lab.data.x[241] < -0.5 && lab.state.checksum`);
        const moved = await pointsOf(page);
        assert.deepEqual(moved.y, painted.y);
        assert.deepEqual(moved.x.slice(0, 240), painted.x.slice(0, 240));

        await take(page, "erase");
        await drag(page, [
            [0.05, 0.95],
            [0.06, 0.95],
        ]);
        await untilPoints(page, `y.length < ${moved.y.length}`);
        await click(page, ".drawing [name=undo]");
        await click(page, ".drawing [name=undo]");
        await until(page, `lab.data.x[241] > 0.5 && lab.data.samples === ${painted.y.length}`);
        assert.deepEqual((await pointsOf(page)).x, painted.x);
        await click(page, ".drawing [name=redo]");
        await until(page, `lab.data.x[241] < -0.5`);
        assert.deepEqual(problems, []);
        await page.close();
        await firefox?.close();
    });

for (const engine of ["Chromium", "Firefox"])
    test(`${engine}: keys paint, erase and undo, and say how many points there are`, async (context) => {
        const firefox = engine === "Firefox" ? await startFirefox() : undefined;
        if (engine === "Firefox" && !firefox) return context.skip("There is no Firefox to drive.");
        const started = firefox ? { ...chromium, ...firefox } : chromium;
        const { page, problems } = await openBoard({}, started);
        await page.evaluate(() =>
            /** @type {HTMLElement} */ (shadow().querySelector(".board")).focus(),
        );
        for (const key of /** @type {const} */ (["3", "ArrowUp", "ArrowUp", "ArrowLeft"]))
            await page.keyboard.press(key);
        await page.keyboard.press(" ");
        await untilPoints(page, "y.length > 120");
        const { y } = await pointsOf(page);
        assert.ok(y.slice(120).every((label) => label === 2));
        await until(page, `shadow().textContent.includes("${y.length} points.")`);
        await page.keyboard.down("Control");
        await page.keyboard.press("z");
        await page.keyboard.up("Control");
        await untilPoints(page, "y.length === 120");
        await page.keyboard.press("Escape");
        assert.equal(await page.evaluate(() => shadow().activeElement?.textContent), "Draw");
        assert.deepEqual(problems, []);
        await page.close();
        await firefox?.close();
    });

for (const engine of ["Chromium", "Firefox"])
    test(`${engine}: a finger paints, and the page does not scroll under it`, async (context) => {
        const firefox = engine === "Firefox" ? await startFirefox() : undefined;
        if (engine === "Firefox" && !firefox) return context.skip("There is no Firefox to drive.");
        const started = firefox ? { ...chromium, ...firefox } : chromium;
        // Firefox cannot be made a phone.
        const phone = firefox ? {} : { hasTouch: true, isMobile: true };
        const viewport = { width: 390, height: 844, ...phone };
        const { page, problems } = await openBoard({ viewport }, started);
        const at = await boardOf(page);
        const scrolled = await page.evaluate(() => scrollY);
        await page.evaluate(() =>
            shadow().addEventListener("pointerdown", (event) => {
                Object.assign(window, { held: /** @type {PointerEvent} */ (event).pointerType });
            }),
        );
        await page.touchscreen.touchStart(...at(0.1, 0.1));
        for (let i = 1; i <= 10; i++)
            await page.touchscreen.touchMove(...at(0.1 + 0.05 * i, 0.1 + 0.07 * i));
        await page.touchscreen.touchEnd();
        await untilPoints(page, "y.length > 123");
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).held), "touch");
        assert.equal(await page.evaluate(() => scrollY), scrolled);
        assert.deepEqual(problems, []);
        await page.close();
        await firefox?.close();
    });

test("while training goes on, it goes on with what is painted", async () => {
    const path = "/#points=40&layers=8&seed=3&epochs=9000";
    const { page, problems } = await openBoard({ path });
    await call(page, "play");
    await until(page, "lab.state.epoch >= 2");
    await page.evaluate(() => {
        /** @type {number[]} */
        const epochs = [];
        spiralLab().addEventListener("epoch", (event) =>
            epochs.push(/** @type {CustomEvent} */ (event).detail.epoch),
        );
        Object.assign(window, { epochs });
    });
    await drag(page, [
        [0.1, 0.9],
        [0.5, 0.9],
        [0.5, 0.6],
    ]);
    await until(page, "lab.data.samples > 125 && lab.state.running");
    const before = (await call(page, "state")).epoch;
    await until(page, `lab.state.epoch > ${before + 1}`);
    await call(page, "pause");
    const epochs = await page.evaluate(() => /** @type {any} */ (window).epochs);
    assert.deepEqual(
        epochs,
        epochs.map((/** @type {number} */ _, /** @type {number} */ i) => epochs[0] + i),
    );
    // The same settings and points do not lead there, which the link says.
    await click(page, ".share-button");
    assert.doesNotMatch(await fieldOf(page, ".share [name=link]"), /steps=/);
    assert.deepEqual(problems, []);
    await page.close();
});

test("classes are added, named and removed; a name is text everywhere", async () => {
    const { page, problems } = await openBoard();
    const name = "<img src=x>";
    await click(page, ".drawing [name=addClass]");
    await until(page, "lab.data.classes === 4 && lab.state.checksum");
    assert.equal((await call(page, "state")).totalSteps, 0);
    await drag(page, [
        [0.8, 0.8],
        [0.95, 0.95],
    ]);
    await untilPoints(page, "y.includes(3)");
    await rename(page, name);
    await until(page, `lab.data.labels[3] === ${JSON.stringify(name)} && lab.state.checksum`);
    await call(page, "stepEpoch");
    await until(page, "lab.state.checksum");
    for (const part of [".map-tools .key", ".drawing .classes", ".pointer", "select[name=view]"])
        assert.ok((await textOf(page, part)).includes(name), part);
    assert.equal(await page.evaluate(() => shadow().querySelectorAll("img").length), 0);

    await rename(page, "0.0");
    assert.match(await textOf(page, ".drawing .fault"), /^Every class needs a name of its own/);
    assert.equal((await pointsOf(page)).labels[3], name);
    await click(page, ".drawing [name=removeClass]");
    await until(page, "lab.data.classes === 3 && lab.data.samples === 120 && lab.state.checksum");
    assert.deepEqual(problems, []);
    await page.close();
});

/** Names the chosen class. @param {Page} page @param {string} name */
async function rename(page, name) {
    await page.evaluate((name) => {
        const field = /** @type {HTMLInputElement} */ (shadow().querySelector("[name=class-name]"));
        field.value = name;
        field.dispatchEvent(new Event("change", { bubbles: true }));
    }, name);
}

test("when all points are gone, the network keeps the last ones until somebody paints", async () => {
    const { page, problems } = await openBoard();
    await click(page, ".drawing [name=clear]");
    await until(
        page,
        'shadow().querySelector(".drawing .help").textContent.includes("no points any more")',
    );
    assert.equal((await pointsOf(page)).y.length, 120);
    await drag(page, [
        [0.4, 0.4],
        [0.6, 0.4],
    ]);
    await untilPoints(page, "y.length < 60 && y.every((label) => label === 0)");
    assert.equal(await textOf(page, ".drawing .help"), "");
    await click(page, ".drawing .draw");
    assert.ok(!(await seen(page, ".drawing input")).length);
    // Other data take the tools away; the points of one's own come back with theirs.
    const own = (await pointsOf(page)).y.length;
    await call(page, "configure", { dataset: "moons" });
    await until(page, "shadow().querySelector('.drawing').hidden");
    await call(page, "configure", { dataset: "given" });
    await untilPoints(page, `y.length === ${own}`);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a lesson with points of its own leaves those of the learner as they were", async () => {
    const { page, problems } = await openBoard();
    await drag(page, [
        [0.05, 0.05],
        [0.3, 0.05],
    ]);
    await untilPoints(page, "y.length > 125");
    const own = await pointsOf(page);
    await page.evaluate(() => {
        location.hash = "lesson=own-data";
    });
    await until(page, "lab.data.samples === 41 && lab.state.checksum");
    assert.deepEqual((await pointsOf(page)).labels, ["A", "B"]);
    await click(page, ".leave");
    await untilPoints(page, `y.length === ${own.y.length}`);
    assert.deepEqual(await pointsOf(page), own);
    assert.deepEqual(problems, []);
    await page.close();
});

test("an embedded lab has the points of its attributes, and follows them", async () => {
    const { page, problems } = await openPage(chromium, { path: "/own.html" });
    const first = await pointsOf(page);
    assert.deepEqual(first, { x: [...SQUARE.x], y: [...SQUARE.y], labels: ["cat", "dog"] });
    await page.evaluate(() => spiralLab().setAttribute("labels", "貓,狗"));
    await until(page, 'lab.data.labels[1] === "狗"');
    await page.evaluate(() => spiralLab().setAttribute("data", "AAAA"));
    await until(page, 'shadow().querySelector(".notice p").textContent.includes("no points")');
    assert.deepEqual((await pointsOf(page)).x, first.x);
    await page.evaluate(() => {
        for (const name of ["labels", "data"]) spiralLab().removeAttribute(name);
    });
    await until(page, "lab.data.samples === 1500 && lab.settings.dataset === 'spirals'");
    assert.deepEqual(problems, []);
    await page.close();
});
