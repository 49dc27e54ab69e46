/** The hidden layers: their boxes, and the table that shows how each is doing. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import {
    call,
    click,
    drawn,
    find,
    openPage,
    seen,
    startBrowser,
    textOf,
    unfold,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** The boxes' numbers. @param {Page} page @returns {Promise<string[]>} */
function boxes(page) {
    return page.evaluate(() => {
        const inputs = shadow().querySelectorAll("input[name=layers]");
        return [...inputs].map((input) => /** @type {HTMLInputElement} */ (input).value);
    });
}

test("layers are added, resized and removed, with their parameters beside them", async () => {
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
