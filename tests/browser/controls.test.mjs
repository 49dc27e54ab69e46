/** Every setting's control, the network's editor, the transport, the keys and help. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { experiments } from "../../web/lessons/experiments.js";
import { fields, format, parse } from "../../web/shared/fields.js";
import {
    call,
    click,
    drawn,
    fieldOf,
    find,
    openPage,
    startBrowser,
    textOf,
    type,
    unfold,
    unfoldAll,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const PLAIN = `<!doctype html><html lang="en"><head><title>x</title><link rel="icon" href="data:," />
    <script src="spiral-lab.js" defer></script></head><body>`;

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/attributes.html": {
            html: `${PLAIN}<spiral-lab dataset="Moons" layers="8:tanh,4" optimizer="rmsprop" batch-norm
                early-stopping="true" restore-best-weights="false" beta-1="0.8" l2="0.001"
                validation-split="0.25" schedule="cosine"></spiral-lab>`,
        },
        "/single.html": {
            html: `${PLAIN}<spiral-lab parts="map, Dataset, noise"></spiral-lab>`,
        },
        "/bad.html": {
            html: `${PLAIN}<spiral-lab optimizer="luck" batch-norm="perhaps" layers="8:bend" momentum="x">
                </spiral-lab>`,
        },
    });
});
after(() => started.close());

/**
 * What of some elements can be seen.
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<string[]>}
 */
function seen(page, selector) {
    return page.evaluate((selector) => {
        return [...shadow().querySelectorAll(selector)]
            .filter((element) => element.checkVisibility())
            .map((element) => element.getAttribute("name") ?? element.textContent ?? "");
    }, selector);
}

/** The boxes' numbers. @param {Page} page @returns {Promise<string[]>} */
function boxes(page) {
    return page.evaluate(() => {
        const inputs = shadow().querySelectorAll("input[name=layers]");
        return [...inputs].map((input) => /** @type {HTMLInputElement} */ (input).value);
    });
}

/**
 * Chooses in a select, as a person would.
 * @param {Page} page
 * @param {string} name
 * @param {string} value
 */
async function choose(page, name, value) {
    await unfold(page, name);
    await (await find(page, `select[name=${name}]`)).select(value);
    await until(page, `lab.settings.${name} === "${value}"`);
}

test("there is a field for everything that the core can be told", async () => {
    const lab = await loadLab();
    const names = new Set(fields.map(({ name }) => name));
    for (const { name } of lab.settings) assert.ok(names.has(name), name);
    for (const { name } of fields) {
        const value = lab.defaults[name];
        assert.deepEqual(parse(name, format(value)), value, "what is shown can be typed");
    }
    assert.deepEqual(parse("layers", "64:tanh, 32"), [{ units: 64, activation: "tanh" }, 32]);
    assert.equal(format([{ units: 64, activation: "tanh" }, 32]), "64:tanh,32");
});

test("every control has a name and a sentence", async () => {
    const { page } = await openPage(started);
    await unfoldAll(page);
    const { bare, count } = await page.evaluate(() => {
        const root = shadow();
        /** @type {string[]} */
        const bare = [];
        for (const field of root.querySelectorAll(".field:not(.layer-table)")) {
            const [name, help] = [".name", ".help"].map(
                (part) => field.querySelector(part)?.textContent ?? "",
            );
            const told = field.querySelector("[aria-describedby]");
            if (!name || help.length < 8 || !told) bare.push(field.innerHTML);
        }
        const buttons = root.querySelectorAll(".transport button, .ends button");
        for (const button of buttons)
            if (!(button instanceof HTMLElement && button.title.length > 8))
                bare.push(button.outerHTML);
        return { bare, count: buttons.length };
    });
    assert.deepEqual(bare, []);
    assert.ok(count >= 8, `${count} buttons`);
    await page.close();
});

test("attributes of every kind; a bad one opens its fold and says so", async () => {
    const { page, problems } = await openPage(started, { path: "/attributes.html" });
    const settings = await call(page, "settings");
    const given = {
        dataset: "moons",
        layers: [{ units: 8, activation: "tanh" }, 4],
        optimizer: "rmsprop",
        batchNorm: true,
        earlyStopping: true,
        restoreBestWeights: false,
        beta1: 0.8,
        l2: 0.001,
        validationSplit: 0.25,
        schedule: "cosine",
    };
    for (const [name, value] of Object.entries(given))
        assert.deepEqual(settings[name], value, name);
    assert.deepEqual(problems, []);
    const moons = "spiral-lab >>> input[value=moons]";
    assert.equal(await page.$eval(moons, (e) => /** @type {HTMLInputElement} */ (e).checked), true);
    await page.close();

    const bad = await openPage(started, { path: "/bad.html" });
    const errors = await seen(bad.page, ".error");
    assert.match(errors.join("\n"), /no “luck”; choose from sgd, momentum/);
    assert.match(errors.join("\n"), /“perhaps” is not valid/);
    assert.match(errors.join("\n"), /no “bend”; choose from linear, relu/);
    assert.match(errors.join("\n"), /“x” is not a number/, "though adam has no momentum");
    assert.equal((await call(bad.page, "settings")).optimizer, "adam");
    await bad.page.close();
});

test("what has no effect is not there", async () => {
    const { page } = await openPage(started);
    await unfoldAll(page);
    const names = async () => new Set(await seen(page, ".field :is(input, select)"));
    let now = await names();
    for (const name of ["momentum", "rho", "weightDecay", "factor", "decayRate", "patience"])
        assert.ok(!now.has(name), name);
    for (const name of ["beta1", "beta2", "epsilon", "classes", "turn", "noise", "schedule"])
        assert.ok(now.has(name), name);
    await choose(page, "optimizer", "nesterov");
    await choose(page, "schedule", "plateau");
    await click(page, "input[name=earlyStopping]");
    await click(page, "input[value=circles]");
    await until(page, "lab.settings.earlyStopping && lab.settings.dataset === 'circles'");
    await call(page, "pause"); // by then the form shows it
    now = await names();
    for (const name of ["momentum", "factor", "decayRate", "plateauPatience", "patience"])
        assert.ok(now.has(name), name);
    for (const name of ["beta1", "epsilon", "classes", "turn", "decaySteps"])
        assert.ok(!now.has(name), name);
    await page.close();
});

test("what may change on the way does, for choices and boxes a new start is made", async () => {
    const { page } = await openPage(started);
    await call(page, "fit", 1);
    await unfoldAll(page);
    await click(page, "input[name=earlyStopping]");
    await until(page, "lab.settings.earlyStopping");
    assert.equal((await call(page, "state")).epoch, 1);
    await click(page, "input[name=batchNorm]");
    await until(page, "lab.settings.batchNorm && lab.state.checksum");
    assert.equal((await call(page, "state")).epoch, 0);
    await page.close();
});

test("the pictures are the data menu, also by arrow keys", async () => {
    const { page } = await openPage(started);
    await page.focus("spiral-lab >>> input[value=spirals]");
    for (const shape of ["moons", "circles", "blobs"]) {
        await page.keyboard.press("ArrowRight");
        await until(page, `lab.settings.dataset === "${shape}" && lab.state.checksum`);
        const classes = shape === "blobs" ? 3 : 2;
        assert.equal((await call(page, "reportText")).match(/\n +\d\.0 /g)?.length, classes);
    }
    await page.close();
});

test("each kind of data comes with the noise that suits it, and is found as it was left", async () => {
    const { page, problems } = await openPage(started, { path: "/#v=1&turn=5" });
    await unfold(page, "noise");
    /** @param {string} shape @param {string} link */
    const choose = async (shape, link) => {
        await click(page, `input[value=${shape}]`);
        await until(page, `lab.link === "v=1${link}" && lab.state.checksum`);
    };
    await choose("moons", "&dataset=moons&noise=0.15");
    assert.equal(await fieldOf(page, "#noise"), "0.15");
    await type(page, "noise", "0.3");
    await choose("circles", "&dataset=circles&noise=0.1");
    await choose("blobs", "&dataset=blobs&cluster-std=0.6");
    await choose("moons", "&dataset=moons&noise=0.3");
    await choose("spirals", "&turn=5");
    // A value that cannot be does not come along.
    await type(page, "noise", "much");
    await until(page, "shadow().querySelector('#noise-error').textContent");
    await choose("circles", "&dataset=circles&noise=0.1");
    assert.equal(await fieldOf(page, "#noise"), "0.1");
    assert.equal(await textOf(page, "#noise-error"), "");
    // Nor is a link changed that says less.
    await page.evaluate(() => {
        location.hash = "v=1&dataset=moons";
    });
    await until(page, "lab.settings.dataset === 'moons'");
    assert.equal((await call(page, "settings")).noise, 0.2);
    await choose("spirals", "&turn=5");
    await choose("moons", "&dataset=moons");
    // An experiment begins with what suits.
    await click(page, "button.help-button");
    await click(page, ".tries button[value=none]");
    await until(page, "lab.state.running && lab.state.totalSteps > 0");
    await call(page, "pause");
    await choose("moons", "&dataset=moons&noise=0.15&layers=none");
    assert.deepEqual(problems, []);
    await page.close();
});

test("the pictures can be among the only settings that are to be seen", async () => {
    const { page, problems } = await openPage(started, { path: "/single.html" });
    const names = await seen(page, ".settings :is(input, summary)");
    assert.deepEqual(names, ["dataset", "dataset", "dataset", "dataset", "noise"]);
    await click(page, "input[value=circles]");
    await until(page, "lab.settings.dataset === 'circles' && lab.settings.noise === 0.1");
    assert.deepEqual(problems, []);
    await page.close();
});

test("the settings fit beside the map, and the authors' form has the data as well", async () => {
    for (const language of ["en-US", "zh-TW"]) {
        const { page } = await openPage(started, { language });
        const bottom = await page.evaluate(() => {
            const last = shadow().querySelector(".settings > :last-child");
            return last?.getBoundingClientRect().bottom ?? 0;
        });
        assert.ok(bottom > 600 && bottom <= 800, `${bottom}`);
        await page.close();
    }
    const { page } = await openPage(started, { path: "/embed.html" });
    await page.click("main > div >>> input[value=circles]");
    await page.waitForFunction(() =>
        document.querySelector("pre")?.textContent?.includes(' dataset="circles" noise="0.1"'),
    );
    await page.close();
});

test("layers are added, resized and removed, and their parameters stand beside", async () => {
    const { page, problems } = await openPage(started);
    const counts = () => seen(page, ".layer .count:nth-child(2)");
    assert.deepEqual(await boxes(page), ["128", "64", "32", "16"]);
    assert.deepEqual(await counts(), ["384", "8,256", "2,080", "528"]);
    assert.equal(await textOf(page, ".total"), "11,299 params");

    await click(page, ".ends .add");
    await until(page, "lab.settings.layers.length === 5 && lab.state.checksum");
    assert.deepEqual(await boxes(page), ["128", "64", "32", "16", "8"]);
    for (let n = 4; n >= 2; n--) {
        await click(page, ".ends .remove");
        await until(page, `lab.settings.layers.length === ${n} && lab.state.checksum`);
    }
    await page.focus("spiral-lab >>> input[name=layers]");
    await page.keyboard.press("ArrowDown");
    await until(page, "lab.state.parameters === 192 + 4160 + 195 && lab.state.checksum");
    await drawn(page);
    assert.deepEqual(await counts(), ["192", "4,160"]);

    // A list is the whole network; an emptied box is no layer.
    for (const [text, layers] of /** @type {[string, unknown[]][]} */ ([
        ["8:tanh,4", [{ units: 8, activation: "tanh" }, 4]],
        ["", [4]],
        ["none", []],
    ])) {
        const box = await find(page, "input[name=layers]");
        await box.click({ count: 3 });
        await page.keyboard.press("Backspace");
        if (text) await page.keyboard.type(text);
        await page.keyboard.press("Enter");
        await until(page, `JSON.stringify(lab.settings.layers) === '${JSON.stringify(layers)}'`);
    }
    assert.match(await textOf(page, ".boxes"), /softmax regression/);
    await until(page, "lab.state.parameters === 9");
    for (let n = 1; n <= 8; n++) {
        await click(page, ".ends .add");
        await until(page, `lab.settings.layers.length === ${n} && lab.state.checksum`);
    }
    const disabled = await page.$eval("spiral-lab >>> .ends .add", (b) => b.matches(":disabled"));
    assert.ok(disabled, "no more than the core allows");
    assert.equal(await seen(page, ".error").then((all) => all.join("")), "");
    assert.deepEqual(problems, []);
    await page.close();
});

test("layer by layer: activation, norms and dead units as Node gives them", async () => {
    const lab = await loadLab();
    const settings = { ...lab.defaults, layers: [{ units: 8, activation: "tanh" }, 4] };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(3);
    const { page } = await openPage(started);
    await call(page, "configure", { layers: [8, 4] });
    await unfold(page, "activation");
    await (await find(page, ".layer-list select")).select("tanh");
    await until(page, "lab.settings.layers[0].activation === 'tanh' && lab.state.checksum");
    await call(page, "fit", 3);
    const lines = await seen(page, ".vitals");
    assert.equal(lines.length, 3);
    lines.forEach((line, l) => {
        const { kernel, kernelGradient } = model.norms(l);
        const numbers = [...line.matchAll(/‖ ([\d.e-]+)/g)].map(([, text]) => Number(text));
        [kernel, kernelGradient].forEach((value, i) => {
            assert.ok(Math.abs(numbers[i] / value - 1) < 0.01, `${line}: ${value}`);
        });
    });
    const dead = model.deadUnits(1).reduce((n, unit) => n + unit, 0);
    assert.match(lines[1], new RegExp(`dead ${dead}/4`));
    await click(page, ".layer-list button");
    await until(page, "JSON.stringify(lab.settings.layers) === '[4]' && lab.state.checksum");
    await page.close();
    model.dispose();
});

test("reset keeps the weights, new weights come from the next seed", async () => {
    const { page } = await openPage(started);
    const { checksum } = await call(page, "state");
    await call(page, "fit", 1);
    await click(page, "button.reset");
    await until(page, "lab.state.totalSteps === 0 && lab.state.checksum");
    assert.equal((await call(page, "state")).checksum, checksum);
    await click(page, "button.fresh");
    await until(page, "lab.settings.seed === 1 && lab.state.checksum");
    assert.notEqual((await call(page, "state")).checksum, checksum);
    await page.close();
});

test("what a reset has ended can be restored, with its settings", async () => {
    for (const language of ["en-US", "zh-TW"]) {
        const { page } = await openPage(started, { language });
        await call(page, "configure", { epochs: 7, learningRate: 0.02 });
        const { checksum } = await call(page, "fit", 2);
        const before = await call(page, "settings");
        await click(page, "button.reset");
        await until(page, "lab.state.totalSteps === 0");
        await click(page, ".notice .offer");
        await until(page, "lab.state.epoch === 2 && lab.state.checksum");
        assert.equal((await call(page, "state")).checksum, checksum);
        assert.deepEqual(await call(page, "settings"), before);
        await page.close();
    }
});

test("to the end at full speed, whatever the pace, from a standstill and while it plays", async () => {
    const { page } = await openPage(started);
    await call(page, "configure", { epochs: 5 });
    await (await find(page, "select.pace")).select("1");
    await click(page, "button.finish");
    await until(page, "lab.state.epoch === 5 && !lab.state.running");
    await call(page, "play");
    await click(page, "button.finish");
    await until(page, "lab.state.epoch === 10 && !lab.state.running");
    await drawn(page);
    assert.equal(await textOf(page, ".primary"), "Continue");
    await page.close();
});

test("one batch a second is one batch a second", async () => {
    const { page } = await openPage(started);
    await (await find(page, "select.pace")).select("1");
    await call(page, "play");
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const { totalSteps } = await call(page, "pause");
    assert.ok(totalSteps >= 2 && totalSteps <= 4, String(totalSteps));
    await page.close();
});

test("keys work once the lab was clicked, but not while one writes", async () => {
    const { page } = await openPage(started);
    await page.keyboard.press("b");
    assert.equal((await call(page, "pause")).totalSteps, 0, "the focus is elsewhere");
    await page.mouse.click(640, 24); // between title and buttons
    for (const [key, state] of /** @type {const} */ ([
        ["b", "totalSteps === 1 && lab.state.checksum"],
        ["e", "epoch === 1 && lab.state.checksum"],
        ["r", "totalSteps === 0 && lab.state.checksum"],
        ["p", "running"],
        ["p", "checksum"],
    ])) {
        await page.keyboard.press(key);
        await until(page, `lab.state.${state}`);
    }
    await page.keyboard.press("n");
    await until(page, "lab.settings.seed === 1 && lab.state.checksum");
    await page.keyboard.press("+");
    const pace = () =>
        page.$eval("spiral-lab >>> select.pace", (e) => /** @type {HTMLSelectElement} */ (e).value);
    assert.equal(await pace(), "Infinity");
    await page.keyboard.press("-");
    assert.equal(await pace(), "400");
    await page.keyboard.press("f");
    await until(page, "lab.state.epoch === 50");
    for (const selector of ["input[name=batchSize]", "select.pace"]) {
        await page.focus(`spiral-lab >>> ${selector}`);
        for (const key of /** @type {const} */ (["b", "r", "n", "?"]))
            await page.keyboard.press(key);
    }
    await page.focus("spiral-lab >>> button.primary");
    await page.keyboard.down("Control");
    await page.keyboard.press("b");
    await page.keyboard.up("Control");
    assert.equal((await call(page, "pause")).totalSteps, 50 * 47);
    assert.equal((await call(page, "settings")).seed, 1);
    await page.close();
});

test("what help suggests is tried at once, from the tutorial's settings", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "configure", { seed: 5, epochs: 3 });
    await click(page, "button.help-button");
    const names = await page.$$eval("spiral-lab >>> .tries button", (all) =>
        all.map((button) => Reflect.get(button, "value")),
    );
    assert.deepEqual(names, Object.keys(experiments));
    await page.keyboard.press("Escape");
    // What was trained can be had back, also where the experiment changes nothing but the rate.
    await call(page, "configure", (await call(page, "info")).defaults);
    await call(page, "configure", { learningRate: 0.02, epochs: 7 });
    const { checksum } = await call(page, "fit", 2);
    const before = await call(page, "settings");
    await click(page, "button.help-button");
    await click(page, ".tries button[value=rate]");
    await until(page, "lab.state.running && lab.settings.learningRate === 0.1");
    await call(page, "pause");
    await click(page, ".notice .offer");
    await until(page, "lab.state.epoch === 2 && lab.state.checksum");
    assert.equal((await call(page, "state")).checksum, checksum);
    assert.deepEqual(await call(page, "settings"), before, "as it was trained");
    const { defaults } = await call(page, "info");
    for (const [name, others] of Object.entries(experiments)) {
        await click(page, "button.help-button");
        await click(page, `.tries button[value=${name}]`);
        await until(page, "lab.state.running && lab.state.totalSteps > 0");
        assert.deepEqual(await call(page, "settings"), { ...defaults, ...others });
        await call(page, "pause");
    }
    assert.deepEqual(problems, []);
    await page.close();
});

for (const language of ["en-US", "zh-TW"])
    test(`help opens by button and key, lists the keys, and gives the focus back, ${language}`, async () => {
        const { page } = await openPage(started, { language });
        const isOpen = () =>
            page.$eval("spiral-lab >>> dialog", (e) => /** @type {HTMLDialogElement} */ (e).open);
        await page.focus("spiral-lab >>> button.help-button");
        await page.keyboard.press("Enter");
        assert.ok(await isOpen());
        assert.equal((await seen(page, "dialog kbd")).length, 9);
        const sentences = await seen(page, "dialog dd");
        assert.ok(sentences.length > 9, "of the keys, and of the page's parts");
        assert.ok(sentences.every((text) => text.length > 1));
        await page.keyboard.press("b");
        assert.equal((await call(page, "pause")).totalSteps, 0, "not through the dialog");
        await page.keyboard.press("Escape");
        assert.ok(!(await isOpen()));
        const focused = await page.evaluate(() => shadow().activeElement?.className);
        assert.equal(focused, "help-button");
        await page.keyboard.press("?");
        assert.ok(await isOpen());
        await click(page, "dialog .close");
        assert.ok(!(await isOpen()));
        await page.close();
    });

test("the tabulator goes as the eye does, and a phone begins folded", async () => {
    const orders = [];
    for (const [width, height] of [
        [1280, 800],
        [820, 1180],
        [390, 844],
    ]) {
        const { page } = await openPage(started, { viewport: { width, height } });
        await drawn(page);
        orders.push(
            await page.evaluate(() => {
                const root = shadow();
                const parts = [...(root.querySelector(".bench")?.children ?? [])];
                const open = root.querySelectorAll(".fold[open]");
                const pictures = root.querySelector(".settings > :first-child.of-pictures");
                return [
                    ...parts.map((part) => part.classList[0]),
                    ...Array.from(open, (fold) => fold.getAttribute("data-group")),
                    pictures?.checkVisibility() ? "data in sight" : "",
                ];
            }),
        );
        await page.close();
    }
    assert.deepEqual(orders, [
        ["settings", "stage", "results", "training", "data in sight"],
        ["stage", "settings", "results", "training", "data in sight"],
        ["stage", "settings", "results", "data in sight"],
    ]);
});

for (const language of ["en-US", "zh-TW"])
    test(`a finger can meet everything on a phone, ${language}`, async () => {
        const viewport = { width: 390, height: 844, hasTouch: true, isMobile: true };
        const { page } = await openPage(started, { viewport, language });
        await unfoldAll(page);
        await drawn(page);
        const { small, count } = await page.evaluate(() => {
            const selector =
                ".header button, .transport :is(button, select), .settings :is(button, input, select, summary)";
            const seen = [...shadow().querySelectorAll(selector)].filter((element) =>
                element.checkVisibility(),
            );
            const small = seen
                .filter((element) => {
                    // A label is as good a target as what it labels.
                    const row = element.matches("[type=checkbox]")
                        ? element.parentElement
                        : element;
                    const { width, height } = /** @type {Element} */ (row).getBoundingClientRect();
                    return width < 40 || height < 43.5;
                })
                .map((element) => element.outerHTML.slice(0, 80));
            return { small, count: seen.length };
        });
        assert.deepEqual(small, []);
        assert.ok(count > 40, `${count} controls`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(width, 390);
        await page.close();
    });

for (const language of ["en-US", "zh-TW"])
    test(`what is said of a divergence does not push the page, ${language}`, async () => {
        const { page } = await openPage(started, { language });
        const height = () => page.evaluate(() => document.documentElement.scrollHeight);
        const before = await height();
        await call(page, "configure", { layers: Array(8).fill(128), learningRate: 1000 });
        await page.evaluate(() =>
            spiralLab()
                .fit(5)
                .catch(() => {}),
        );
        assert.deepEqual(await seen(page, ".notice .offer").then((all) => all.length), 1);
        assert.equal(await height(), before);
        await click(page, ".notice .offer");
        await until(page, "lab.settings.learningRate === 100");
        await page.close();
    });
