/** Under the pointer: by mouse, by finger and by keyboard. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { call, drawn, find, openPage, startBrowser, textOf, until } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** @param {Page} page @param {number} x in the data's units @param {number} y */
async function pointAt(page, x, y) {
    const lab = await loadLab();
    const { left, low, width, height } = extentOf(lab.makeData(lab.defaults));
    const box = await (await find(page, ".crosshair")).boundingBox();
    if (!box) throw new Error("There is no map.");
    await page.mouse.move(
        box.x + ((x - left) / width) * box.width,
        box.y + (1 - (y - low) / height) * box.height,
    );
}

/** What the map shows of the plane. @param {import("../../web/core/dataset.js").Dataset} data */
function extentOf({ x }) {
    const [xs, ys] = [0, 1].map((k) => [...x].filter((_, i) => i % 2 === k));
    const [left, low] = [Math.min(...xs) - 0.1, Math.min(...ys) - 0.1];
    const [width, height] = [Math.max(...xs) + 0.1 - left, Math.max(...ys) + 0.1 - low];
    return { left, low, width, height };
}

/** The place that the numbers are of. @param {Page} page */
async function placeOf(page) {
    const found = /x = (\S+), y = (\S+)/.exec(await textOf(page, ".pointer .where"));
    assert.ok(found);
    return [found[1], found[2]].map((number) => Number(number.replace("−", "-")));
}

/**
 * A sample that lies alone, and about which the network is not sure.
 * @param {import("../../web/core/dataset.js").Dataset} data
 * @param {Float32Array} p
 */
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

const HINT = "Hover or tap: logits z become p.";

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
    await until(page, `shadow().querySelector(".pointer .where").textContent.includes("sample")`);
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

test("a pinned point stays, and its numbers follow the training", async () => {
    const { page } = await openPage(started);
    await pointAt(page, 0.3, 0.9);
    await page.mouse.down();
    await page.mouse.up();
    await pointAt(page, -0.5, -0.9);
    const where = () => textOf(page, ".pointer .where");
    const row = () => textOf(page, ".pointer tbody tr");
    await until(page, `shadow().querySelector(".pointer .where").textContent.includes("x =")`);
    const before = [await where(), await row()];
    assert.match(before[0], /^x = 0\.[23]/);
    await call(page, "play");
    const told = 'shadow().querySelector(".pointer tbody tr").textContent';
    await until(page, `lab.state.running && ${told} !== ${JSON.stringify(before[1])}`);
    await call(page, "pause");
    assert.equal(await where(), before[0]);
    await page.close();
});

test("a finger pins a point, pins another, and releases it where it is", async () => {
    const { page } = await openPage(started, {
        viewport: { width: 390, height: 844, hasTouch: true },
    });
    const lab = await loadLab();
    const data = lab.makeData(lab.defaults);
    const model = lab.createModel(lab.defaults, data);
    const { left, low, width, height } = extentOf(data);
    const box = await (await find(page, ".crosshair")).boundingBox();
    assert.ok(box);
    /** @param {number} across @param {number} down */
    const tap = (across, down) =>
        page.touchscreen.tap(box.x + across * box.width, box.y + down * box.height);
    for (const [across, down] of [
        [0.5, 0.5],
        [0.7, 0.3],
    ]) {
        await tap(across, down);
        // A tap near a point means that point: the numbers are those of its place.
        const [x, y] = [left + across * width, low + (1 - down) * height];
        const reach = (10 / box.width) * width;
        await page.waitForFunction(
            ({ x, y, reach }) => {
                const where = shadow().querySelector(".pointer .where")?.textContent ?? "";
                const numbers = where.replaceAll("−", "-").match(/-?\d\.\d{3}/g) ?? [];
                const [right, up] = numbers.map(Number);
                return Math.hypot(right - x, up - y) < reach;
            },
            { timeout: 5000 },
            { x, y, reach },
        );
        assert.match(await textOf(page, ".pointer .value"), /^pinned/);
        const logits = model.logits(Float32Array.of(...(await placeOf(page))));
        const told = await page.$$eval("spiral-lab >>> .pointer tbody td:nth-child(2)", (cells) =>
            cells.map((cell) => Number(cell.textContent?.replace("−", "-"))),
        );
        assert.equal(told.length, 3);
        for (const [k, z] of told.entries()) assert.ok(Math.abs(z - logits[k]) < 0.02, `${told}`);
    }
    await tap(0.71, 0.3);
    await until(page, `shadow().querySelector(".pointer .where").textContent === "${HINT}"`);
    model.dispose();
    await page.close();
});

test("by keyboard: arrows move the crosshair, Shift makes larger steps, and the result is spoken once", async () => {
    const { page } = await openPage(started);
    await page.focus("spiral-lab >>> .crosshair");
    /** Presses, and waits for the answer. @param {import("puppeteer-core").KeyInput} key */
    const press = async (key) => {
        const before = await textOf(page, ".pointer .where");
        await page.keyboard.press(key);
        const where = 'shadow().querySelector(".pointer .where").textContent';
        await until(page, `${where} !== ${JSON.stringify(before)}`);
        return placeOf(page);
    };
    for (let i = 0; i < 8; i++) await press("ArrowUp");
    const [start] = await press("ArrowUp");
    const step = (await press("ArrowRight"))[0] - start;
    await page.keyboard.down("Shift");
    const stride = (await press("ArrowRight"))[0] - start - step;
    await page.keyboard.up("Shift");
    assert.ok(step > 0 && stride > 3 * step, `${step}, ${stride}`);
    await until(page, "shadow().querySelector('[role=status]').textContent.includes('class')");
    // Of several in a row only the last is spoken, once.
    await page.evaluate(() => {
        const status = /** @type {Element} */ (shadow().querySelector("[role=status]"));
        const crosshair = shadow().querySelector(".crosshair");
        /** @type {(string | null)[]} */
        const said = [];
        Object.assign(window, { said });
        new MutationObserver(() => said.push(status.textContent)).observe(status, {
            childList: true,
        });
        for (let i = 0; i < 5; i++)
            crosshair?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
    });
    await page.waitForFunction(() => Reflect.get(window, "said").length > 0);
    await new Promise((resolve) => setTimeout(resolve, 200)); // time for what should not come
    assert.equal((await page.evaluate(() => Reflect.get(window, "said"))).length, 1);
    await page.keyboard.press("Escape");
    assert.equal(await textOf(page, ".pointer .where"), HINT);
    await page.close();
});
