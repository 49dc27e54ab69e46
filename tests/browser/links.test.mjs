/** Links and the page's address: what they say, where they lead, back and forward. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import {
    call,
    click,
    fieldOf,
    openPage,
    pageWith,
    startBrowser,
    textOf,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/typed.html": {
            html: pageWith(
                `<spiral-lab steps="４７" view=" Soft" theme="ＤＡＲＫ" lang=" ZH-TW"
                controls="Settings、 View, Transport" speed="1OO" seed="7\u200b"></spiral-lab>`,
                "fr",
            ),
        },
    });
});
after(() => started.close());

/**
 * Waits until the field shows the value, since a setting changes a moment before its field.
 * @param {Page} page
 * @param {string} selector
 * @param {string} value
 */
const fieldShows = (page, selector, value) =>
    until(page, `shadow().querySelector('${selector}').value === '${value}'`);

/** @param {Page} page @returns {Promise<string>} */
const hashOf = (page) => page.evaluate(() => location.hash);

/** Until the page's address has a fragment. @param {Page} page @param {string} hash */
const addressed = (page, hash) => page.waitForFunction((hash) => location.hash === hash, {}, hash);

test("a link says whether its result holds, in both languages", async () => {
    const first = await openPage(started, { path: "/#v=1&points=100&layers=8" });
    await call(first.page, "fit", 2);
    await click(first.page, ".share-button");
    const { hash } = new URL(await fieldOf(first.page, ".share [name=link]"));
    await first.page.close();
    const digit = hash.at(-1) === "0" ? "1" : "0";
    for (const [fragment, said] of /** @type {[string, RegExp][]} */ ([
        [hash, /holds: the same 20 batches .* Training accuracy: \d+\.\d %\./],
        [`${hash.slice(0, -1)}${digit}`, /does not hold/],
        [hash.replace("points=100", "points=101"), /does not hold/],
        [hash.replace("lang=en", "lang=zh-Hant"), /結果屬實/],
        [hash.replace("lang=en", "lang=zh-Hant").replace("steps=20", "steps=21"), /結果不符/],
    ])) {
        const { page } = await openPage(started, { path: `/${fragment}` });
        await until(page, "shadow().querySelector('.notice p').textContent !== ''");
        assert.match(await textOf(page, ".notice p"), said, fragment);
        await page.close();
    }
});

test("a copied link opens what was seen: settings, view, and exactly the same weights", async () => {
    const first = await openPage(started);
    await call(first.page, "configure", {
        points: 200,
        layers: [24, 12],
        seed: 5,
        optimizer: "sgd",
    });
    await first.page.evaluate(() => {
        for (const [name, value] of [
            ["view", "class 1"],
            ["palette", "safe"],
        ]) {
            const select = /** @type {HTMLSelectElement} */ (
                shadow().querySelector(`select[name=${name}]`)
            );
            select.value = value;
            select.dispatchEvent(new Event("change"));
        }
    });
    await click(first.page, 'button[value="dark"]');
    await call(first.page, "fit", 3);
    const { checksum, totalSteps } = await call(first.page, "stepBatch");
    await click(first.page, ".share-button");
    const link = await fieldOf(first.page, ".share [name=link]");
    assert.equal(
        new URL(link).hash,
        `#v=1&points=200&optimizer=sgd&seed=5&layers=24,12&lang=en&theme=dark&view=class-1&palette=safe&steps=58&checksum=${checksum.slice(0, 12)}`,
    );

    const { hash } = new URL(link);
    const second = await openPage(started, { path: `/${hash}`, language: "zh-TW" });
    await until(second.page, `lab.state.totalSteps === ${totalSteps} && lab.state.checksum`);
    assert.equal((await call(second.page, "state")).checksum, checksum);
    assert.equal(await fieldOf(second.page, "select[name=view]"), "class 1");
    assert.equal(await fieldOf(second.page, "select[name=palette]"), "safe");
    assert.equal(await textOf(second.page, "h1"), "Spiral Lab");
    const theme = await second.page.evaluate(() => {
        return shadow().querySelector(".lab")?.getAttribute("data-theme");
    });
    assert.equal(theme, "dark");
    assert.deepEqual([...first.problems, ...second.problems], []);
    await first.page.close();
    await second.page.close();
});

test("a link's unit is shown, and a unit that the network does not have is named", async () => {
    const { page } = await openPage(started, { path: "/#v=1&layers=8,4&view=dense_1-3" });
    assert.equal(await fieldOf(page, "select[name=view]"), "unit");
    assert.equal(await call(page, "link"), "v=1&layers=8,4&view=dense_1-3");
    await page.close();
    const other = await openPage(started, { path: "/#v=1&layers=8,4&view=dense_1-4" });
    assert.match(await textOf(other.page, ".notice p"), /no “dense_1-4” to show/);
    assert.equal(await fieldOf(other.page, "select[name=view]"), "regions");
    await other.page.close();
});

test("once a setting was changed on the way, the link leads to the start and says so", async () => {
    const { page } = await openPage(started);
    await call(page, "fit", 1);
    await call(page, "configure", { learningRate: 0.005 });
    await call(page, "fit", 1);
    await click(page, ".share-button");
    assert.match(await fieldOf(page, ".share [name=link]"), /learning-rate=0.005&lang=en$/);
    assert.match(await textOf(page, ".share section p"), /changed on the way/);
    await call(page, "reset");
    await call(page, "fit", 1);
    await page.keyboard.press("Escape");
    await click(page, ".share-button");
    assert.match(await fieldOf(page, ".share [name=link]"), /&steps=47&checksum=[0-9a-f]{12}$/);
    await page.close();
});

test("steps lead from the first weights, whatever the lab has done before", async () => {
    const lab = await loadLab();
    /**
     * @param {Partial<import("../../web/core/settings.js").Settings>} changes
     * @param {number} steps
     */
    const expected = (changes, steps) => {
        const settings = { ...lab.defaults, points: 60, layers: [8], ...changes };
        const model = lab.createModel(settings, lab.makeData(settings));
        while (model.progress.totalSteps < steps) model.train(steps - model.progress.totalSteps);
        return model.weightsSha256();
    };
    const { page, problems } = await openPage(started, {
        path: "/#v=1&points=60&layers=8&steps=60",
    });
    await until(page, "lab.state.totalSteps === 60 && lab.state.checksum");
    await call(page, "configure", { learningRate: 0.5 });
    await call(page, "fit", 3);
    for (const steps of [20, 75]) {
        await page.evaluate((steps) => {
            location.hash = `#v=1&points=60&layers=8&steps=${steps}`;
        }, steps);
        await until(page, `lab.state.totalSteps === ${steps} && lab.state.checksum`);
        assert.equal((await call(page, "state")).checksum, expected({}, steps));
    }
    // On beyond where early stopping ends a run.
    const stopping = { earlyStopping: true, patience: 1, minDelta: 0.5 };
    await page.evaluate(() => {
        location.hash =
            "#v=1&points=60&layers=8&early-stopping=true&patience=1&min-delta=0.5&steps=90";
    });
    await until(page, "lab.state.totalSteps === 90 && lab.state.checksum");
    assert.equal((await call(page, "state")).checksum, expected(stopping, 90));
    assert.deepEqual(problems, []);
    await page.close();
});

test("one run ends before the next begins, and steps are followed by play", async () => {
    const { page } = await openPage(started);
    await call(page, "play");
    await page.evaluate(() => spiralLab().setAttribute("steps", "900000"));
    await until(page, "lab.state.totalSteps > 100");
    const { totalSteps } = await call(page, "pause");
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal((await call(page, "state")).totalSteps, totalSteps);
    await page.close();
    const other = await openPage(started, { path: "/#v=1&autoplay=on&steps=94&speed=20" });
    await until(other.page, "lab.state.totalSteps > 96 && lab.state.running");
    await other.page.close();
});

test("settings that are too large together are reported, and the rest of the link holds", async () => {
    const { page, problems } = await openPage(started);
    await page.evaluate(() => {
        const layers = Array.from({ length: 8 }, () => 1024).join();
        location.hash = `#v=1&points=10000&classes=10&batch-size=4096&layers=${layers}&theme=dark`;
    });
    await until(page, 'shadow().querySelector("[data-theme=dark]")');
    await until(page, 'shadow().querySelector(".notice p").textContent.includes("memory")');
    assert.deepEqual((await call(page, "settings")).layers, [128, 64, 32, 16]);
    assert.deepEqual(problems, []);
    await page.close();
});

/** A trained model whose points no settings make. @param {number} points a class */
async function ownModel(points) {
    const lab = await loadLab();
    const settings = { ...lab.defaults, points, layers: [8] };
    const data = { ...lab.makeData(settings), labels: ["one", "zwei", "三, 3"] };
    data.x[0] += 0.25;
    const model = lab.createModel(settings, data);
    model.fit(1);
    return model;
}

/** @param {import("puppeteer-core").Page} page @param {import("../../web/core/model.js").Model} model */
const load = (page, model) =>
    page.evaluate((bytes) => spiralLab().load(Uint8Array.from(bytes)), [...model.save()]);

test("a model with points of its own is loaded, and its link leads to the same run", async () => {
    const model = await ownModel(60);
    const { page } = await openPage(started);
    await load(page, model);
    await call(page, "reset");
    await call(page, "fit", 1);
    assert.equal((await call(page, "state")).checksum, model.weightsSha256());
    await click(page, ".share-button");
    const link = await fieldOf(page, ".share [name=link]");
    const { page: other, problems } = await openPage(started, { path: `/${new URL(link).hash}` });
    await until(other, `lab.state.checksum === "${model.weightsSha256()}"`);
    assert.deepEqual(
        await other.evaluate(() => [...(spiralLab().data?.labels ?? [])]),
        model.labels,
    );
    assert.deepEqual(problems, []);
    for (const one of [page, other]) await one.close();
});

test("where there are too many points of its own for a link, the link says so, and claims nothing", async () => {
    const { page } = await openPage(started);
    await load(page, await ownModel(200));
    await call(page, "reset");
    await call(page, "stepBatch");
    await click(page, ".share-button");
    assert.match(await fieldOf(page, ".share [name=link]"), /layers=8&lang=en$/);
    assert.match(await textOf(page, ".share"), /without your points: a link has room for 500/);
    await page.close();
});

test("the address follows; back and forward lead through what was chosen", async () => {
    const { page, problems } = await openPage(started);
    assert.equal(await hashOf(page), "");
    await call(page, "configure", { seed: 4 });
    await addressed(page, "#v=1&seed=4");
    await call(page, "configure", { layers: [9], batchSize: 16 });
    await addressed(page, "#v=1&batch-size=16&seed=4&layers=9");
    await page.goBack();
    await fieldShows(page, "#batchSize", "32");
    assert.deepEqual((await call(page, "settings")).layers, [128, 64, 32, 16]);
    assert.equal(await fieldOf(page, "#seed"), "4");
    await page.goBack();
    await fieldShows(page, "#seed", "0");
    await page.goForward();
    await page.goForward();
    await fieldShows(page, "#batchSize", "16");
    assert.deepEqual((await call(page, "settings")).layers, [9]);
    // By hand, in the address bar.
    await page.evaluate(() => {
        location.hash = "#v=1&epochs=7&lang=zh-Hant&nonsense=1";
    });
    await until(page, "shadow().querySelector('.notice p').textContent");
    const { epochs, seed } = await call(page, "settings");
    assert.deepEqual({ epochs, seed }, { epochs: 7, seed: 0 });
    assert.equal(await textOf(page, "h1"), "螺旋實驗室");
    assert.match(await textOf(page, ".notice p"), /不認得連結裡的「nonsense」/);
    assert.deepEqual(problems, []);
    await page.close();
});

test("of two links at once the second is followed, and nothing of the first", async () => {
    const { page, problems } = await openPage(started);
    await page.evaluate(() => {
        location.hash = "#v=1&seed=2&steps=470&view=soft";
        setTimeout(() => {
            location.hash = "#v=1&seed=3";
        });
    });
    await fieldShows(page, "#seed", "3");
    await call(page, "pause");
    const { totalSteps, running } = await call(page, "state");
    assert.deepEqual({ totalSteps, running }, { totalSteps: 0, running: false });
    assert.equal(await hashOf(page), "#v=1&seed=3");
    assert.equal(await call(page, "link"), "v=1&seed=3");
    assert.deepEqual(problems, []);
    await page.close();
});

test("what is not valid in a link is named, in both languages, and ignored", async () => {
    const hash = "#v=9&epochs=many&seed=3&%3Cb%3E=1&theme=blue&x&y&steps=47";
    for (const [language, pattern] of /** @type {const} */ ([
        ["en-US", /another version \(v=9\).*“epochs=many”.*“<b>”, which is unknown.*And 3 more\./],
        ["zh-TW", /另一個版本（v=9）.*「epochs=many」.*不認得連結裡的「<b>」.*另外還有 3 處。/],
    ])) {
        const { page, problems } = await openPage(started, { path: `/${hash}`, language });
        await until(page, "lab.state.totalSteps === 47 && lab.state.checksum");
        const { epochs, seed } = await call(page, "settings");
        assert.deepEqual({ epochs, seed }, { epochs: 50, seed: 3 });
        assert.match(await textOf(page, ".notice p"), pattern);
        assert.deepEqual(problems, []);
        await page.close();
    }
});

test("options may be typed as people type, in attributes and in a link", async () => {
    /** How the lab read them. @param {Page} page */
    const facts = async (page) => {
        await until(page, "lab.state.totalSteps === 47 && lab.state.checksum");
        return { link: await call(page, "link"), said: await textOf(page, ".notice p") };
    };
    const typed = await openPage(started, { path: "/typed.html" });
    assert.deepEqual(await facts(typed.page), {
        link: "v=1&seed=7&lang=zh-Hant&theme=dark&view=soft&controls=settings,view,transport",
        said: "屬性 speed 不能是「1OO」，已略過。 「O」是字母，不是數字 0。",
    });
    assert.deepEqual(typed.problems, []);
    await typed.page.close();
    const options = "steps=４７&view= Soft&theme=ＤＡＲＫ&lang=zh-hant&speed=Full&ѕeed=1";
    const linked = await openPage(started, { path: `/#v=1&${options}` });
    assert.deepEqual(await facts(linked.page), {
        link: "v=1&lang=zh-Hant&theme=dark&view=soft&speed=full",
        said: "不認得連結裡的「ѕeed」，已略過。 「ѕ」是西里爾字母，只是看起來像「s」。",
    });
    assert.deepEqual(linked.problems, []);
    await linked.page.close();
});
