/** Under the pointer: by mouse, by finger and by keyboard. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { call, drawn, openPage, startBrowser, textOf, until } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @param {Page} page @param {number} x in the data's units @param {number} y */
async function pointAt(page, x, y) {
    const lab = await loadLab();
    const data = lab.makeData(lab.defaults);
    const [xs, ys] = [0, 1].map((k) => [...data.x].filter((_, i) => i % 2 === k));
    const [left, right] = [Math.min(...xs) - 0.1, Math.max(...xs) + 0.1];
    const [low, high] = [Math.min(...ys) - 0.1, Math.max(...ys) + 0.1];
    const handle = await page.waitForSelector("spiral-lab >>> .crosshair");
    const box = await handle?.boundingBox();
    if (!box) throw new Error("There is no map.");
    await page.mouse.move(
        box.x + ((x - left) / (right - left)) * box.width,
        box.y + ((high - y) / (high - low)) * box.height,
    );
}

/** A sample that lies alone, and of which the network is not sure. @param {import("../../web/core/dataset.js").Dataset} data @param {Float32Array} p */
function doubtful({ x, samples }, p) {
    /** @param {number} i @param {number} j */
    const apart = (i, j) => Math.hypot(x[2 * i] - x[2 * j], x[2 * i + 1] - x[2 * j + 1]);
    const all = Array.from({ length: samples }, (_, i) => i);
    const found = all.find((i) => {
        const most = Math.max(...p.subarray(3 * i, 3 * i + 3));
        return most < 0.98 && all.every((j) => j === i || apart(i, j) > 0.012);
    });
    if (found === undefined) throw new Error("There is no such sample.");
    return found;
}

const HINT = "Point at the map to see z become p.";

test("under the pointer: a sample's softmax, its one-hot target and its loss are the network's", async () => {
    const lab = await loadLab();
    const data = lab.makeData(lab.defaults);
    const model = lab.createModel(lab.defaults, data);
    model.fit(3);
    const { page, problems } = await openPage(started);
    await call(page, "fit", 3);
    await drawn(page);
    assert.equal(await textOf(page, ".pointer .where"), HINT);
    const box = () =>
        page.$eval("spiral-lab >>> .pointer", (e) => e.getBoundingClientRect().height);
    const height = await box();
    const sample = doubtful(data, model.predictProba(data.x));
    await pointAt(page, data.x[2 * sample], data.x[2 * sample + 1]);
    await until(
        page,
        `lab.shadowRoot.querySelector(".pointer .where").textContent.includes("sample")`,
    );
    const where = await textOf(page, ".pointer .where");
    assert.match(where, new RegExp(`sample ${sample}$`));
    const cells = await page.$$eval("spiral-lab >>> .pointer tbody tr", (rows) =>
        rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
    );
    const point = data.x.subarray(2 * sample, 2 * sample + 2);
    const [logits, p] = [model.logits(point), model.predictProba(point)];
    for (const k of [0, 1, 2]) {
        assert.equal(Number(cells[k][0].replace("−", "-")), Number(logits[k].toFixed(2)));
        const power = Number(cells[k][1].replace("−", "-"));
        assert.ok(Math.abs(power / Math.exp(logits[k]) - 1) < 0.1, cells[k][1]);
        assert.equal(cells[k][2], p[k].toFixed(4));
    }
    const oneHot = [0, 1, 2].map((k) => Number(k === data.y[sample])).join(", ");
    assert.equal(await textOf(page, ".pointer .truth p"), `y_cat = [${oneHot}]`);
    const loss = await textOf(page, ".pointer .truth p:last-child");
    const expected = model.sampleLosses()[sample];
    assert.ok(Math.abs(Number(loss.split("= ").at(-1)) - expected) < 1.1e-4, loss);
    assert.equal(await box(), height, "as high as before");
    await call(page, "configure", { points: 400 });
    await drawn(page);
    assert.equal(await textOf(page, ".pointer .where"), HINT, "other data");
    assert.deepEqual(problems, []);
    model.dispose();
    await page.close();
});

test("a held point stays, and is told anew while training goes on", async () => {
    const { page } = await openPage(started);
    await pointAt(page, 0.3, 0.9);
    await page.mouse.down();
    await page.mouse.up();
    await pointAt(page, -0.5, -0.9);
    const where = () => textOf(page, ".pointer .where");
    const row = () => textOf(page, ".pointer tbody tr");
    await until(
        page,
        `lab.shadowRoot.querySelector(".pointer .where").textContent.includes("x =")`,
    );
    const before = [await where(), await row()];
    assert.match(before[0], /^x = 0\.[23]/);
    await call(page, "play");
    await new Promise((resolve) => setTimeout(resolve, 600));
    await call(page, "pause");
    assert.equal(await where(), before[0]);
    assert.notEqual(await row(), before[1]);
    await page.close();
});

test("a finger holds a point, moves it elsewhere, and lets go where it is", async () => {
    const { page } = await openPage(started, {
        viewport: { width: 390, height: 844, hasTouch: true },
    });
    const shown = () => textOf(page, ".pointer .where");
    const map = await page.waitForSelector("spiral-lab >>> .map");
    const box = await map?.boundingBox();
    assert.ok(box);
    /** @param {number} across @param {number} down */
    const tap = async (across, down) => {
        const [x, y] = [box.x + across * box.width, box.y + down * box.height];
        await page.touchscreen.tap(x, y);
        await drawn(page);
        await call(page, "pause"); // queued behind the answer
        await drawn(page);
    };
    await tap(0.5, 0.5);
    const first = await shown();
    assert.match(first, /^x = /);
    await tap(0.7, 0.3);
    const second = await shown();
    assert.match(second, /^x = /);
    assert.notEqual(second, first);
    await tap(0.71, 0.3);
    assert.equal(await shown(), HINT);
    await page.close();
});

test("by keyboard: arrows move the crosshair, shift further, and it is spoken once", async () => {
    const { page } = await openPage(started);
    await (await page.waitForSelector("spiral-lab >>> .crosshair"))?.focus();
    const x = async () => {
        await drawn(page);
        await new Promise((resolve) => setTimeout(resolve, 60));
        const found = /x = (\S+),/.exec(await textOf(page, ".pointer .where"));
        return Number(found?.[1].replace("−", "-"));
    };
    await page.keyboard.press("ArrowUp");
    for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowUp");
    const start = await x();
    await page.keyboard.press("ArrowRight");
    const step = (await x()) - start;
    await page.keyboard.down("Shift");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.up("Shift");
    const stride = (await x()) - start - step;
    assert.ok(step > 0 && stride > 3 * step, `${step}, ${stride}`);
    await until(
        page,
        `lab.shadowRoot.querySelector("[role=status]").textContent.includes("class")`,
    );
    await page.keyboard.press("Escape");
    assert.equal(await textOf(page, ".pointer .where"), HINT);
    await page.close();
});
