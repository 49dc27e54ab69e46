/** The map's views, the palettes, rings and hollow points, the neurons. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { boxes, inked, moved } from "./layout.mjs";
import { playSlowly, shownAtRest, shownLive, trainTo } from "./live.mjs";
import {
    call,
    click,
    coloursOf,
    drawn,
    fieldOf,
    find,
    openPage,
    ours,
    startBrowser,
    textOf,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @param {Page} page @param {string} name @param {string} value */
async function choose(page, name, value) {
    await (await find(page, `select[name=${name}]`)).select(value);
    await call(page, "pause"); // queued behind the new picture
    await drawn(page);
}

test("each view paints the map anew, at rest and while it trains", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "fit", 3);
    await drawn(page);
    const shown = () => coloursOf(page, ".map canvas");
    const regions = await shown();
    for (const view of ["soft", "unsure", "class 1"]) {
        await choose(page, "view", view);
        const still = await shown();
        assert.ok(Object.keys(still).length > 20, `${view}: shades`);
        assert.notDeepEqual(still, regions);
        assert.notEqual(await textOf(page, "#view-help"), "");
    }
    const still = await shown();
    await call(page, "play");
    await until(page, "lab.state.running && lab.state.epoch > 4");
    const moving = await shown();
    assert.equal((await call(page, "state")).running, true);
    assert.ok(Object.keys(moving).length > 20, "while it trains");
    assert.notDeepEqual(moving, still);
    await call(page, "pause");
    await call(page, "reset");
    await call(page, "fit", 3);
    await choose(page, "view", "regions");
    assert.deepEqual(await shown(), regions, "back");
    await choose(page, "view", "class 2");
    await call(page, "configure", { classes: 2 });
    await drawn(page);
    const value = await page.$eval("spiral-lab >>> select[name=view]", (e) =>
        Reflect.get(e, "value"),
    );
    assert.equal(value, "regions", "there is no class 2 any more");
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("what is chosen while the lab starts or settles is seen once it stands still", async () => {
    // As soon as there is something to choose, before it is ready.
    const { page, problems } = await openPage(started, {
        first: () => {
            const look = () => {
                // There is no lab at first.
                const lab = /** @type {any} */ (document.querySelector("spiral-lab"));
                const select = lab?.shadowRoot?.querySelector("select[name=view]");
                if (!select) {
                    requestAnimationFrame(look);
                    return;
                }
                select.value = "soft";
                select.dispatchEvent(new Event("change"));
                Object.assign(window, { early: lab.state.checksum });
            };
            requestAnimationFrame(look);
        },
    });
    const early = await page.evaluate(() => {
        const select = /** @type {HTMLSelectElement} */ (
            shadow().querySelector("select[name=view]")
        );
        return { checksum: Reflect.get(window, "early"), chosen: select.value };
    });
    assert.deepEqual(early, { checksum: null, chosen: "soft" });
    await until(page, "lab.link === 'v=1&view=soft'");
    // A run's end settles in some slices with a network of that size.
    await call(page, "configure", { layers: [512, 512, 256], epochs: 1 });
    await choose(page, "view", "regions");
    await call(page, "finish");
    await until(page, "lab.state.epoch === 1");
    await page.evaluate(() => {
        const root = shadow();
        const select = /** @type {HTMLSelectElement} */ (root.querySelector("select[name=view]"));
        select.value = "unsure";
        select.dispatchEvent(new Event("change"));
        /** @type {HTMLElement | null | undefined} */ (
            root.querySelector("button[name=neurons]")
        )?.click();
    });
    await until(page, "lab.state.checksum && !lab.state.running");
    await call(page, "pause"); // queued behind the picture that was asked for
    await drawn(page);
    const shown = await coloursOf(page, ".map canvas");
    await choose(page, "view", "regions");
    await choose(page, "view", "unsure");
    assert.deepEqual(shown, await coloursOf(page, ".map canvas"));
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("a page remembers colours that a person chose, but not a link's", async () => {
    const { page, problems } = await openPage(started, { path: "/#v=1&palette=safe" });
    const palette = () => fieldOf(page, "select[name=palette]");
    assert.equal(await palette(), "safe");
    await call(page, "configure", { seed: 2 });
    await page.goto(started.origin);
    await call(page, "ready");
    assert.equal(await palette(), "tutorial");
    await choose(page, "palette", "safe");
    await page.goto(`${started.origin}/?again`);
    await call(page, "ready");
    assert.equal(await palette(), "safe");
    assert.deepEqual(problems, []);
    await page.close();
});

test("the palette changes map, legend and report, and nothing moves", async () => {
    const { page } = await openPage(started);
    await call(page, "fit", 20);
    await drawn(page);
    const before = { boxes: await boxes(page), inked: await inked(page) };
    const blue = "51,142,193"; // of the first class, over white
    assert.equal((await coloursOf(page, ".map canvas"))[blue] ?? 0, 0);
    await choose(page, "palette", "safe");
    assert.ok((await coloursOf(page, ".map canvas"))[blue] > 1000);
    assert.ok((await coloursOf(page, ".key canvas"))["0,114,178"] > 10, "legend");
    assert.ok((await coloursOf(page, ".report canvas"))["0,114,178"] > 5, "report");
    assert.deepEqual(moved(before.boxes, await boxes(page)), []);
    assert.deepEqual(await inked(page), before.inked);
    await page.close();
});

/** @param {Page} page @returns {Promise<number[]>} */
const savedOf = (page) =>
    page.evaluate(async () => {
        const lab = spiralLab();
        return Array.from(await lab.save());
    });

test("the neurons: a map for each unit, one of them large, and back", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "configure", { layers: [12, 6] });
    await call(page, "fit", 3);
    await drawn(page);
    const regions = await coloursOf(page, ".map canvas");
    const maps = () => page.$$eval("spiral-lab >>> .unit-maps canvas", (all) => all.length);
    const isShown = (/** @type {string} */ selector) =>
        page.$eval(`spiral-lab >>> ${selector}`, (e) => e.getClientRects().length > 0);
    assert.equal(await isShown(".neurons"), false);
    assert.equal(await maps(), 0, "nothing is computed that is not seen");
    await click(page, "button[name=neurons]");
    await until(page, `shadow().querySelectorAll(".unit-maps canvas").length === 12`);
    await call(page, "pause");
    await drawn(page);
    assert.ok(Object.keys(await coloursOf(page, ".unit-maps canvas")).length > 5);
    await choose(page, "layer", "dense_1 (6)");
    assert.equal(await maps(), 6);
    await click(page, ".unit-maps button:nth-child(3)");
    await call(page, "pause");
    await drawn(page);
    const unit = await coloursOf(page, ".map canvas");
    assert.notDeepEqual(unit, regions);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await call(page, "pause");
    await drawn(page);
    assert.notDeepEqual(await coloursOf(page, ".map canvas"), unit, "the next one");
    const lines = () => coloursOf(page, ".map canvas:nth-child(3)").then(Object.keys);
    const drawnLines = () =>
        page.$eval("spiral-lab >>> .map canvas:nth-child(3)", (canvas) => {
            const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
            const context = /** @type {HTMLCanvasElement} */ (canvas).getContext("2d");
            return context?.getImageData(0, 0, width, height).data.some((v) => v > 0);
        });
    assert.deepEqual(await lines(), []);
    assert.equal(await drawnLines(), false);
    await click(page, "input[name=lines]");
    await call(page, "pause");
    await drawn(page);
    assert.equal(await drawnLines(), true);
    // The table under the pointer shows its output as well.
    await (await find(page, ".map")).hover();
    await until(page, "shadow().querySelector('.pointer .value').textContent.includes('=')");
    const where = /x = (\S+), y = (\S+?)( |$)/.exec(await textOf(page, ".pointer .where"));
    const [x, y] = [where?.[1], where?.[2]].map((text) => Number(text?.replace("−", "-")));
    const loaded = (await loadLab()).loadModel(Uint8Array.from(await savedOf(page)));
    const output = loaded.activations(1, Float32Array.of(x, y))[3];
    const told = await textOf(page, ".pointer .value");
    assert.equal(told.replace(/ = .*/, ""), "dense_1 #3");
    assert.ok(Math.abs(Number(told.split(" = ")[1].replace("−", "-")) - output) < 0.02);
    await page.focus("spiral-lab >>> .crosshair");
    await page.keyboard.press("Escape");
    await click(page, ".neurons .close");
    await call(page, "pause");
    await drawn(page);
    assert.equal(await isShown(".neurons"), false);
    assert.equal(await drawnLines(), false);
    assert.deepEqual(await coloursOf(page, ".map canvas"), regions, "as it was before");
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("misclassified points have rings, and points set aside are hollow", async () => {
    const { page } = await openPage(started);
    const points = () => coloursOf(page, ".map canvas:nth-child(2)");
    const sum = (/** @type {Record<string, number>} */ counts) =>
        Object.values(counts).reduce((a, b) => a + b, 0);
    await call(page, "fit", 2);
    await drawn(page);
    const early = sum(await points());
    await call(page, "fit", 40);
    await drawn(page);
    const late = sum(await points());
    assert.ok(early > late + 200, `${early} pixels, then ${late}`);
    const white = (await points())["255,255,255"] ?? 0;
    await call(page, "configure", { validationSplit: 0.4 });
    await call(page, "fit", 40);
    await drawn(page);
    const hollow = (await points())["255,255,255"] ?? 0;
    assert.ok(hollow > white + 100, `${white} white pixels, then ${hollow}`);
    assert.match(await textOf(page, ".key ul"), /validation/);
    await page.close();
});

test("without the points the regions are seen, those of a cell are shown, and nothing moves", async () => {
    const { page, problems } = await openPage(started, { path: "/#v=1&samples=hidden" });
    const points = async () => {
        await drawn(page);
        return coloursOf(page, ".map canvas:nth-child(2)");
    };
    const ink = async () => Object.values(await points()).reduce((a, b) => a + b, 0);
    const pressed = () =>
        page.$eval("spiral-lab >>> .samples", (e) => e.getAttribute("aria-pressed"));
    await call(page, "fit", 2); // and many are wrong
    assert.equal(await pressed(), "false");
    const axes = await ink();
    const before = await boxes(page);
    await click(page, ".samples");
    const all = await ink();
    assert.ok(all > axes + 5000, `${axes} pixels, then ${all}`);
    assert.equal(await call(page, "link"), "v=1");
    await until(page, "location.hash === '#v=1'");
    assert.deepEqual(moved(before, await boxes(page)), []);
    await click(page, ".samples");
    assert.equal(await ink(), axes, "axes, and neither points nor rings");
    // Points that are hidden cannot be pointed at.
    const box = await (await find(page, ".crosshair")).boundingBox();
    assert.ok(box);
    const whereHovered = async () => {
        await page.mouse.move(box.x + 1, box.y + 1);
        await page.mouse.move(box.x + 0.482 * box.width, box.y + 0.51 * box.height);
        await until(page, "shadow().querySelector('.pointer .where').textContent.includes('x =')");
        return textOf(page, ".pointer .where");
    };
    assert.doesNotMatch(await whereHovered(), /sample/);
    await click(page, ".samples");
    assert.match(await whereHovered(), /sample/);
    await click(page, ".samples");
    assert.equal(await call(page, "link"), "v=1&samples=hidden");
    await click(page, ".judgement button[value=matrix]");
    await click(page, ".matrix .cells [role=row]:nth-child(2) [role=gridcell]");
    const chosen = await ink();
    assert.ok(chosen > axes + 1000 && chosen < all, `${axes}, ${chosen}, ${all}`);
    await page.keyboard.press("Escape");
    assert.equal(await ink(), axes);
    await until(page, "location.hash === '#v=1&samples=hidden'");
    await page.goBack();
    await until(page, "shadow().querySelector('.samples').ariaPressed === 'true'");
    await page.evaluate(() => spiralLab().setAttribute("samples", "hidden"));
    await until(page, "lab.link === 'v=1&samples=hidden'");
    assert.equal(await pressed(), "false");
    assert.deepEqual(ours(problems), []);
    await page.close();
});

test("amid a slow epoch rings and report are those of the network on the map", async () => {
    const lab = await loadLab();
    const changes = { points: 2000, batchSize: 8 };
    const settings = { ...lab.defaults, ...changes };
    const model = lab.createModel(settings, lab.makeData(settings));
    const { page, problems } = await openPage(started);
    await call(page, "configure", changes);
    await playSlowly(page);
    const shown = await shownLive(page);
    assert.equal((await call(page, "state")).epoch, 0);
    model.train(shown.step);
    assert.equal(shown.text, model.classificationReport());
    await trainTo(page, shown.step);
    assert.deepEqual(await shownAtRest(page), shown);
    model.dispose();
    assert.deepEqual(problems, []);
    await page.close();
});

test("while training in a soft view with neurons the map keeps coming", async () => {
    const { page } = await openPage(started, {
        first: () => {
            const context = CanvasRenderingContext2D.prototype;
            const { putImageData } = context;
            Object.assign(window, { maps: 0 });
            /** @this {CanvasRenderingContext2D} @param {any[]} args */
            context.putImageData = function (...args) {
                if (args[0].width > 100)
                    Object.assign(window, { maps: Reflect.get(window, "maps") + 1 });
                Reflect.apply(putImageData, this, args);
            };
        },
    });
    await choose(page, "view", "soft");
    await click(page, "button[name=neurons]");
    await call(page, "play");
    const count = () => page.evaluate(() => Reflect.get(window, "maps"));
    const start = await count();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const maps = (await count()) - start;
    assert.ok(maps >= 8, `${maps} in a second`);
    await page.close();
});
