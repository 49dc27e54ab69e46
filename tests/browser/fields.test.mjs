/** A control for each setting: what it is called, when it is there, what a bad value does. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { fields, format, parse } from "../../web/shared/fields.js";
import {
    call,
    click,
    find,
    openPage,
    pageWith,
    seen,
    startBrowser,
    unfold,
    unfoldAll,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/attributes.html": {
            html: pageWith(`<spiral-lab dataset="Moons" layers="8:tanh,4" optimizer="rmsprop" batch-norm
                early-stopping="true" restore-best-weights="false" beta-1="0.8" l2="0.001"
                validation-split="0.25" schedule="cosine"></spiral-lab>`),
        },
        "/bad.html": {
            html: pageWith(`<spiral-lab optimizer="luck" batch-norm="perhaps" layers="8:bend" momentum="x">
                </spiral-lab>`),
        },
    });
});
after(() => started.close());

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

test("every setting of the core has a field", async () => {
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

test("a setting without effect is not shown", async () => {
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

test("choices and boxes change on the way where they may, and otherwise start the run anew", async () => {
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
