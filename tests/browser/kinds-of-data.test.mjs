/** What each kind of data is set with: its own settings, and the points of each class. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { shapesOf } from "../../web/worker/shapes.js";
import {
    call,
    click,
    fieldOf,
    openPage,
    seen,
    startBrowser,
    textOf,
    type,
    unfold,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const lab = await loadLab();
/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

const FIELDS = ".settings details[data-group=data] input";

/** @param {Page} page @param {string} name @param {string} text */
async function enter(page, name, text) {
    await type(page, name, text);
    await until(page, "lab.state.checksum");
}

test("the pictures show points that the generators made", async () => {
    const { page } = await openPage(started);
    for (const [kind, { x, y, classes }] of Object.entries(shapesOf(lab))) {
        const paths = await page.evaluate((kind) => {
            const radio = shadow().querySelector(`.thumbnails input[value=${kind}]`);
            const dots = radio?.parentElement?.querySelectorAll("path.dot") ?? [];
            return Array.from(dots, (path) => path.getAttribute("d") ?? "");
        }, kind);
        assert.equal(paths.length, classes, kind);
        /** The points of a class, of which a picture keeps the order. @param {number} label */
        const made = (label) =>
            Array.from(y, (own, i) => ({ own, point: [x[2 * i], -x[2 * i + 1]] }))
                .filter(({ own }) => own === label)
                .map(({ point }) => point);
        const drawn = paths.map((d) =>
            [...d.matchAll(/M(\S+) (\S+)h0/g)].map(([, across, down]) => [+across, +down]),
        );
        const all = drawn.flat();
        const points = paths.flatMap((_, label) => made(label));
        assert.equal(all.length, points.length, kind);
        // One scale for both axes, apart from a shift.
        const farthest = points.reduce((a, b) => (a[0] + a[1] > b[0] + b[1] ? a : b));
        const nearest = points.reduce((a, b) => (a[0] + a[1] < b[0] + b[1] ? a : b));
        const [far, near] = [farthest, nearest].map((point) => all[points.indexOf(point)]);
        const scale = (far[0] - near[0]) / (farthest[0] - nearest[0]);
        points.forEach((point, i) => {
            for (const axis of [0, 1]) {
                const expected = near[axis] + scale * (point[axis] - nearest[axis]);
                assert.ok(Math.abs(all[i][axis] - expected) < 0.4, `${kind} ${i}`);
            }
            for (const value of all[i]) assert.ok(value > 1.6 && value < 38.4, `${value}`);
        });
    }
    await page.close();
});

test("a kind of data has the controls of its own settings, and no others", async () => {
    const { page, problems } = await openPage(started);
    await unfold(page, "noise");
    const common = ["dataSeed", "validationSplit"];
    for (const [kind, names] of /** @type {const} */ ([
        ["classification", ["classes", "points", "classSep", "flipY", "clustersPerClass"]],
        ["xor", ["points", "noise"]],
        ["spirals", ["classes", "points", "noise", "turn"]],
    ])) {
        await click(page, `input[value=${kind}]`);
        await until(page, `lab.settings.dataset === "${kind}" && lab.state.checksum`);
        assert.deepEqual(await seen(page, FIELDS), [...names, ...common]);
    }
    assert.deepEqual(problems, []);
    await page.close();
});

test("points are one number for all classes or one for each", async () => {
    const { page, problems } = await openPage(started, { path: "/#v=1&layers=8" });
    await unfold(page, "points");
    await enter(page, "points", "50, 20，5");
    await until(page, "lab.settings.points.length === 3");
    assert.equal(await call(page, "link"), "v=1&points=50,20,5&layers=8");
    assert.equal(await fieldOf(page, "#points"), "50,20,5");
    assert.match(await call(page, "reportText"), / 50\n.* 20\n.* 5\n/);
    assert.match(await textOf(page, "details[data-group=data] .digest"), /^50, 20, 5 · 0\.2$/);
    // They go along with the number of classes, and with other kinds of data.
    await enter(page, "classes", "4");
    await until(page, "lab.settings.classes === 4");
    assert.deepEqual((await call(page, "settings")).points, [50, 20, 5, 5]);
    await click(page, "input[value=xor]");
    await until(page, "lab.settings.dataset === 'xor' && lab.state.checksum");
    assert.deepEqual((await call(page, "settings")).points, [50, 20]);
    // A link and a saved model bring them back.
    const link = await call(page, "link");
    const checksum = (await call(page, "state")).checksum;
    const { page: other } = await openPage(started, { path: `/#${link}` });
    await until(other, "lab.state.checksum");
    assert.equal((await call(other, "state")).checksum, checksum);
    await other.close();
    await enter(page, "points", "60");
    await until(page, "lab.settings.points === 60");
    assert.deepEqual(problems, []);
    await page.close();
});

for (const [language, many, word, zero, clusters] of /** @type {const} */ ([
    [
        "en-US",
        /^Enter one number of points for all classes/,
        /^“x” is not a number/,
        /^0 is too/,
        /^There is room for 4 clusters/,
    ],
    ["zh-TW", /^點數請填一個數字/, /^「x」不是數字/, /^0 太小/, /^隨機分類的資料最多 4 群/],
]))
    test(`points and classes that do not fit get one sentence, in ${language}`, async () => {
        const { page, problems } = await openPage(started, { language, path: "/#v=1&layers=8" });
        await unfold(page, "points");
        await call(page, "fit", 1);
        const { checksum } = await call(page, "state");
        for (const [text, sentence] of /** @type {const} */ ([
            ["500,100", many],
            ["5,5,5,5", many],
            ["50,x,20", word],
            ["50,0,20", zero],
        ])) {
            await type(page, "points", text);
            await until(page, "shadow().querySelector('#points-error').textContent");
            assert.match(await textOf(page, "#points-error"), sentence, text);
            assert.equal(await fieldOf(page, "#points"), text);
            await type(page, "points", "500");
            await until(page, "!shadow().querySelector('#points-error').textContent");
        }
        assert.equal((await call(page, "state")).checksum, checksum, "nothing was lost");
        await click(page, "input[value=classification]");
        await until(page, "lab.settings.dataset === 'classification' && lab.state.checksum");
        for (const [name, text] of [
            ["classes", "5"],
            ["clustersPerClass", "2"],
        ]) {
            await type(page, name, text);
            await until(page, `shadow().querySelector('#${name}-error').textContent`);
            assert.match(await textOf(page, `#${name}-error`), clusters);
            await type(page, name, name === "classes" ? "3" : "1");
            await until(page, `!shadow().querySelector('#${name}-error').textContent`);
        }
        assert.deepEqual(problems, []);
        await page.close();
    });

test("arrow keys lead to as many classes as a kind of data can have", async () => {
    const { page } = await openPage(started, { path: "/#v=1&layers=8&points=20&classes=4" });
    await unfold(page, "classes");
    await page.focus("spiral-lab >>> #classes");
    await page.keyboard.press("ArrowUp");
    await until(page, "lab.settings.classes === 5");
    await click(page, "input[value=classification]");
    await until(page, "lab.settings.dataset === 'classification' && lab.settings.classes === 4");
    await page.focus("spiral-lab >>> #classes");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    await until(page, "lab.settings.classes === 3");
    assert.equal(await textOf(page, "#classes-error"), "");
    await page.close();
});
