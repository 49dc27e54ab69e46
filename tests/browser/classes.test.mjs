/** As many classes as there can be, in both languages, on a desktop and on a phone. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { tableOf } from "../../web/draw/palette.js";
import { plotOf } from "../../web/pictures/map/plot.js";
import { withBounds } from "../../web/worker/data.js";
import { tooWide } from "./layout.mjs";
import {
    call,
    click,
    drawn,
    fieldOf,
    find,
    openPage,
    startBrowser,
    textOf,
    until,
    viewports,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const CLASSES = 20;
const EPOCHS = 40;
const NAMES = Array.from({ length: CLASSES }, (_, k) => String(k));
const CHANGES = { classes: CLASSES, points: 20, layers: [32, 16] };
const FIRST_ROW = ".matrix [role=row]:nth-child(2) [role=gridcell]";
const LINK = "classes=20&points=20&layers=32,16";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** The same run, in Node. */
async function trained() {
    const lab = await loadLab();
    const settings = { ...lab.defaults, ...CHANGES };
    const data = withBounds(lab.makeData(settings));
    const model = lab.createModel(settings, data);
    model.fit(EPOCHS);
    return { data, model };
}

/**
 * How many different pictures some canvases show.
 * @param {Page} page
 * @param {string} selector
 */
const pictures = (page, selector) =>
    page.$$eval(`spiral-lab >>> ${selector}`, (all) => {
        const canvases = /** @type {HTMLCanvasElement[]} */ (all);
        return new Set(canvases.map((canvas) => canvas.toDataURL())).size;
    });

/**
 * Where a canvas is painted: which of its rows and columns have anything on them.
 * @param {Page} page
 * @param {string} selector
 */
async function paintOf(page, selector) {
    const { width, height, ratio, alpha } = await page.evaluate((selector) => {
        const canvas = /** @type {HTMLCanvasElement} */ (shadow().querySelector(selector));
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        const { width, height } = canvas;
        const { data } = context.getImageData(0, 0, width, height);
        const alpha = Array.from({ length: width * height }, (_, i) => data[4 * i + 3]);
        return { width, height, ratio: devicePixelRatio, alpha };
    }, selector);
    /** @param {number} left @param {number} top @param {number} right @param {number} bottom */
    const painted = (left, top, right, bottom) =>
        alpha.some((value, i) => {
            const [x, y] = [i % width, Math.floor(i / width)];
            return value > 0 && x >= left && x < right && y >= top && y < bottom;
        });
    return { width, height, ratio, painted };
}

for (const viewport of [viewports[0], viewports[viewports.length - 1]])
    for (const language of ["en-US", "zh-TW"])
        test(`${CLASSES} classes have room everywhere at ${viewport.width} x ${viewport.height}, ${language}`, async () => {
            const { model } = await trained();
            const { page, problems } = await openPage(started, {
                path: `/#v=1&${LINK}`,
                viewport,
                language,
            });
            await call(page, "fit", EPOCHS);
            await drawn(page);
            const legend = await page.$$eval("spiral-lab >>> .key li", (items) =>
                items.map((item) => item.textContent),
            );
            assert.deepEqual(legend.slice(0, -1), NAMES);
            assert.equal(await pictures(page, ".key li canvas"), CLASSES);

            const text = model.classificationReport();
            assert.equal(await textOf(page, ".report-panel pre"), text);
            assert.equal(text.match(/\n +\d+\.0 /g)?.length, CLASSES);
            const report = await paintOf(page, ".report canvas");
            const { width, height } = report;
            assert.ok(!report.painted(width - 1, 0, width, height), "cut at the right");
            assert.ok(!report.painted(0, height - 1, width, height), "cut at the bottom");
            assert.deepEqual(await tooWide(page), []);

            await click(page, ".judgement button[value=matrix]");
            await drawn(page);
            const cells = await page.$$eval("spiral-lab >>> .matrix [role=gridcell]", (all) =>
                all.map((cell) => cell.getAttribute("aria-label")?.match(/\d+(\.0)?/g)),
            );
            const counts = model
                .confusionMatrix()
                .flatMap((row, i) => row.map((count, j) => [`${i}.0`, `${j}.0`, String(count)]));
            assert.deepEqual(cells, counts);
            // No count stands on the gap between its column and the next.
            const matrix = await paintOf(page, ".matrix canvas");
            assert.ok(!matrix.painted(0, 0, matrix.width, 1), "a mark is cut at the top");
            const last = matrix.width - 1;
            assert.ok(!matrix.painted(last, 0, matrix.width, matrix.height), "cut at the right");
            const ends = await page.$$eval(`spiral-lab >>> ${FIRST_ROW}`, (all) => {
                const canvas = /** @type {Element} */ (shadow().querySelector(".matrix canvas"));
                const { left, top } = canvas.getBoundingClientRect();
                return all.map((cell) => {
                    const box = cell.getBoundingClientRect();
                    return { right: box.right - left, top: box.top - top };
                });
            });
            const touching = ends.filter(({ right, top }) => {
                const x = Math.round((right + 1) * matrix.ratio) - 1;
                return matrix.painted(x, Math.ceil(top * matrix.ratio), x + 1, matrix.height);
            });
            assert.deepEqual(touching, []);
            assert.equal(ends.length, CLASSES);
            assert.deepEqual(await tooWide(page), []);

            const height0 = await page.evaluate(() => document.documentElement.scrollHeight);
            await click(page, ".crosshair");
            await until(page, "/x = /.test(shadow().querySelector('.pointer .where').textContent)");
            const where = (await textOf(page, ".pointer .where")).replaceAll("−", "-");
            const place = (where.match(/-?\d\.\d{3}/g) ?? []).map(Number);
            const rows = await page.$$eval("spiral-lab >>> .pointer tbody tr", (all) =>
                all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
            );
            assert.deepEqual(
                rows.map(([name]) => name),
                NAMES,
            );
            const expected = model.predictProba(Float32Array.from(place));
            for (const [k, [, , , p]] of rows.entries())
                assert.ok(Math.abs(Number(p) - expected[k]) < 0.02, `${k}: ${p}`);
            assert.equal(await pictures(page, ".pointer tbody canvas"), CLASSES);
            const heightNow = await page.evaluate(() => document.documentElement.scrollHeight);
            assert.equal(heightNow, height0, "the page grows");
            assert.deepEqual(await tooWide(page), []);
            assert.deepEqual(problems, []);
            model.dispose();
            await page.close();
        });

/**
 * The map's shades at some places, from 0 to 1, and the map as a whole.
 * @param {Page} page
 * @param {import("../../web/shared/protocol.js").Bounds} bounds
 */
async function mapOf(page, { xMin, xMax, yMin, yMax }) {
    const { size, colours, ground, url } = await page.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (shadow().querySelector(".map canvas"));
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        const { width, height } = canvas;
        const lab = /** @type {Element} */ (shadow().querySelector(".lab"));
        return {
            size: { width, height, ratio: devicePixelRatio },
            colours: [...context.getImageData(0, 0, width, height).data],
            ground: getComputedStyle(lab).getPropertyValue("--map-ground").trim(),
            url: canvas.toDataURL(),
        };
    });
    const theme = {
        ground: /** @type {[number, number, number]} */ (ground.split(" ").map(Number)),
        regionAlpha: 1,
        palette: /** @type {const} */ ("tutorial"),
    };
    const table = tableOf("class", CLASSES, theme);
    const plot = plotOf(size);
    const shades = [];
    const places = [];
    for (let row = 1; row < 20; row++)
        for (let column = 1; column < 20; column++) {
            const [x, y] = [Math.round((column * plot.width) / 20), (row * plot.height) / 20];
            const at = 4 * ((plot.y + Math.round(y)) * size.width + plot.x + x);
            const away = table.map((colour) =>
                colour.reduce((sum, part, i) => sum + Math.abs(part - colours[at + i]), 0),
            );
            const nearest = away.indexOf(Math.min(...away));
            assert.ok(away[nearest] <= 3, "a shade of the class");
            shades.push(nearest / (table.length - 1));
            places.push(xMin + (x / plot.width) * (xMax - xMin));
            places.push(yMax - (Math.round(y) / plot.height) * (yMax - yMin));
        }
    return { shades, places, url };
}

for (const viewport of [viewports[0], viewports[viewports.length - 1]])
    for (const language of ["en-US", "zh-TW"])
        test(`the last class's probability is chosen, linked to, and what the map shows at ${viewport.width} x ${viewport.height}, ${language}`, async () => {
            const { data, model } = await trained();
            const { page, problems } = await openPage(started, {
                path: `/#v=1&${LINK}`,
                viewport,
                language,
            });
            const { totalSteps } = await call(page, "fit", EPOCHS);
            await (await find(page, "select[name=view]")).select("class 19");
            assert.equal(await call(page, "link"), `v=1&${LINK}&view=class-19`);
            await call(page, "pause"); // queued behind the new picture
            await drawn(page);
            const { shades, places, url } = await mapOf(page, data.bounds);
            const p = model.predictProba(Float32Array.from(places));
            const errors = NAMES.map((_, k) => {
                const all = shades.map((shade, i) => Math.abs(shade - p[i * CLASSES + k]));
                return all.reduce((a, b) => a + b) / all.length;
            });
            const [last, ...others] = [...errors].reverse();
            assert.ok(last < 0.01, String(last));
            assert.ok(Math.min(...others) > 3 * last, `not another class: ${errors}`);

            const path = `/#view=class-19&${LINK}&steps=${totalSteps}`;
            const linked = await openPage(started, { path, viewport, language });
            await until(
                linked.page,
                `lab.state.totalSteps === ${totalSteps} && lab.state.checksum`,
            );
            await drawn(linked.page);
            assert.equal(await fieldOf(linked.page, "select[name=view]"), "class 19");
            assert.match(await textOf(linked.page, "#view-help"), /19/);
            assert.equal(await textOf(linked.page, ".notice p"), "");
            const map = await mapOf(linked.page, data.bounds);
            assert.ok(map.url === url, "the same map");
            assert.deepEqual([...problems, ...linked.problems], []);
            model.dispose();
            await page.close();
            await linked.page.close();
        });
