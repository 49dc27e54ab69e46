/**
 * Settings: what may be typed, what the page says of a bad value, and what a change leaves alone.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { fields, format } from "../../web/shared/fields.js";
import { explain, explainError } from "../../web/texts/explain.js";
import { isKey, Localizer } from "../../web/texts/localizer.js";
import {
    call,
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

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

/** What is typed, and what the sentence must name: [field, text, English, Chinese]. */
const BAD = /** @type {const} */ ([
    [
        "learningRate",
        "fast",
        /“fast” is not a number; .* 1e-8 to 1000\./,
        /「fast」不是數字.*1e-8 到 1000/,
    ],
    ["learningRate", "0", /0 is too small; 1e-8 to 1000/, /0 太小.*1e-8 到 1000/],
    ["learningRate", "", /cannot be empty; .* 1e-8 to 1000/, /不能空白.*1e-8 到 1000/],
    ["batchSize", "0", /0 is too small; 1 to 10000/, /0 太小.*1 到 10000/],
    [
        "batchSize",
        "2.5",
        /“2.5” is not a whole number; .* 1 to 10000/,
        /「2.5」不是整數.*1 到 10000/,
    ],
    ["epochs", "-3", /-3 is too small; 1 to 10000/, /-3 太小.*1 到 10000/],
    ["seed", "4294967296", /too large; 0 to 4294967295/, /太大.*0 到 4294967295/],
    ["layers", "128,0,16", /“0” cannot be .* 1 to 1024/, /「0」不能.*1 到 1024/],
    ["layers", "1000000", /“1000000” cannot be .* 1 to 1024/, /「1000000」不能.*1 到 1024/],
    ["layers", "8,many", /“many” cannot be .* 1 to 1024/, /「many」不能.*1 到 1024/],
    ["layers", "1,2,3,4,5,6,7,8,9", /9 hidden layers .* at most 8/, /9 層太多.*最多 8 層/],
    ["classes", "1", /1 is too small; 2 to 20/, /1 太小.*2 到 20/],
    ["points", "10000000", /10000000 is too large; 1 to 10000/, /10000000 太大.*1 到 10000/],
    ["noise", "1e9", /1e9 is too large; 0 to 10/, /1e9 太大.*0 到 10/],
    ["turn", "1e999", /1e999 is too large; -100 to 100/, /1e999 太大.*-100 到 100/],
    ["turn", "Infinity", /is not a number; .* -100 to 100/, /不是數字.*-100 到 100/],
    ["dataSeed", "x", /“x” is not a number/, /「x」不是數字/],
]);

for (const [language, at] of /** @type {const} */ ([
    ["en-US", 2],
    ["zh-TW", 3],
]))
    test(`each bad value gets its sentence beside the control, in ${language}`, async () => {
        const { page, problems } = await openPage(started, { language });
        await call(page, "fit", 2);
        const good = await call(page, "state");
        for (const bad of BAD) {
            const [name, text] = bad;
            await type(page, name, text);
            const error = `#${name}-error`;
            await until(page, `shadow().querySelector("${error}").textContent`);
            assert.match(await textOf(page, error), bad[at], `${name}: ${text}`);
            const facts = await page.evaluate((name) => {
                const root = shadow();
                const input = root.querySelector(`input[name=${name}]`);
                const sentence = root.querySelector(`#${name}-error`)?.getBoundingClientRect();
                return {
                    invalid: input?.getAttribute("aria-invalid"),
                    described: input?.getAttribute("aria-describedby")?.includes(`${name}-error`),
                    shown: (sentence?.height ?? 0) > 0,
                };
            }, name);
            assert.deepEqual(facts, { invalid: "true", described: true, shown: true });
            assert.deepEqual(await call(page, "state"), good, "nothing is lost");
            // Once the value is right, the sentence goes.
            const settings = await call(page, "settings");
            await type(page, name, format(settings[name]));
            await until(page, `!shadow().querySelector("${error}").textContent`);
        }
        assert.equal((await call(page, "fit", 1)).epoch, 3, "the model lives on");
        assert.deepEqual(problems, []);
        await page.close();
    });

test("configure rejects with the core's LabError, and changes nothing", async () => {
    const lab = await loadLab();
    const { page } = await openPage(started);
    const before = await call(page, "settings");
    assert.deepEqual(before, { ...lab.defaults, layers: [...lab.defaults.layers] });
    for (const [settings, code] of /** @type {[object, string][]} */ ([
        [{ learningRate: Number.NaN }, "learning_rate"],
        [{ epochs: 10, batchSize: -1 }, "batch_size"],
        [{ epochs: 0 }, "epochs"],
        [{ layers: [0] }, "units"],
        [{ layers: "64" }, "layers"],
        [{ learningRate: "0.1" }, "learning_rate"],
        [{ points: 10_000_000 }, "points"],
        [{ optimizer: "luck" }, "optimizer"],
        [{ layers: Array(8).fill(1024) }, "too_large"],
        [{ colour: 1 }, "setting"],
    ])) {
        const error = await page.evaluate(async (text) => {
            const settings = JSON.parse(text, (_, v) => (v === null ? Number.NaN : v));
            const lab = spiralLab();
            const error = await lab.configure(settings).catch((/** @type {any} */ e) => e);
            return { name: error.name, code: error.code, message: error.message };
        }, JSON.stringify(settings));
        assert.equal(error.name, "LabError");
        assert.equal(error.code, code);
        assert.match(error.message, /\.$/);
        assert.deepEqual(await call(page, "settings"), before);
    }
    const code = await page.evaluate(() => {
        const lab = spiralLab();
        return lab.fit(0.5).catch((/** @type {any} */ error) => error.code);
    });
    assert.equal(code, "epochs");
    await page.close();
});

test("settings that are refused only together do not stop the training either", async () => {
    const { page, problems } = await openPage(started);
    const { code, running } = await page.evaluate(async () => {
        const lab = spiralLab();
        const fitted = lab.fit(30);
        const tooMuch = { layers: Array(8).fill(1024) };
        const { code } = await lab.configure(tooMuch).catch((/** @type {any} */ error) => error);
        const { running } = lab.state;
        await fitted;
        return { code, running };
    });
    assert.deepEqual({ code, running }, { code: "too_large", running: true });
    assert.equal((await call(page, "state")).epoch, 30);
    assert.deepEqual(problems, []);
    await page.close();
});

test("the settings that are handed out are a copy, down to a layer", async () => {
    const { page } = await openPage(started);
    await call(page, "configure", { layers: [{ units: 8, activation: "tanh" }] });
    await page.evaluate(() => {
        const lab = /** @type {any} */ (spiralLab());
        lab.settings.layers[0].units = 99;
        lab.settings.layers.push(1);
    });
    assert.equal(await call(page, "link"), "v=1&layers=8:tanh");
    await page.close();
});

test("typing a value and putting it back is no change, and the field follows again", async () => {
    const { page } = await openPage(started);
    /** Types something, and takes it back. @param {string} selector */
    const hesitate = async (selector) => {
        await page.focus(`spiral-lab >>> ${selector}`);
        await page.keyboard.press("End");
        await page.keyboard.type("5");
        await page.keyboard.press("Backspace");
        await page.keyboard.press("Tab");
    };
    await hesitate("#learningRate");
    await call(page, "configure", { learningRate: 0.5 });
    assert.equal(await fieldOf(page, "#learningRate"), "0.5");
    await hesitate("input[name=layers]");
    await call(page, "configure", { layers: [7, 6] });
    const boxes = await page.$$eval("spiral-lab >>> input[name=layers]", (all) =>
        all.map((box) => Reflect.get(box, "value")),
    );
    assert.deepEqual(boxes, ["7", "6"]);
    // An arrow key turns an invalid value into a valid one.
    await type(page, "learningRate", "0");
    await page.focus("spiral-lab >>> #learningRate");
    await page.keyboard.press("ArrowUp");
    const least = "lab.info.settings.find(({ name }) => name === 'learningRate').minimum";
    await until(page, `lab.settings.learningRate === ${least}`);
    await page.close();
});

test("a new learning rate counts from the next step, as in Node", async () => {
    const lab = await loadLab();
    const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
    model.fit(1);
    model.setLearningRate(0.002);
    model.fit(1);
    const { page } = await openPage(started);
    await call(page, "fit", 1);
    await call(page, "configure", { learningRate: 0.002 });
    assert.equal((await call(page, "fit", 1)).checksum, model.weightsSha256());
    model.dispose();
    await page.close();
});

test("another change does not overwrite what is being typed", async () => {
    const { page } = await openPage(started);
    await page.focus("spiral-lab >>> input[name=batchSize]");
    await page.keyboard.type("0");
    await call(page, "configure", { learningRate: 0.02 });
    const values = await page.evaluate(() => {
        return ["learningRate", "batchSize"].map((name) => {
            const input = shadow().querySelector(`input[name=${name}]`);
            return /** @type {HTMLInputElement} */ (input).value;
        });
    });
    assert.deepEqual(values, ["0.02", "320"]);
    await page.close();
});

test("learning rate and epochs change without a new start, other settings with one", async () => {
    const { page } = await openPage(started);
    await call(page, "fit", 2);
    await type(page, "learningRate", "0.001");
    await until(page, "lab.settings.learningRate === 0.001");
    await type(page, "epochs", "5");
    await until(page, "lab.settings.epochs === 5");
    assert.equal((await call(page, "state")).epoch, 2);
    await type(page, "layers", "none");
    await until(page, "lab.state.parameters === 9 && lab.state.checksum");
    assert.equal((await call(page, "state")).epoch, 0);
    assert.equal((await call(page, "fit", 3)).epoch, 3);
    await type(page, "classes", "5");
    await until(page, "lab.state.parameters === 15 && lab.state.checksum");
    assert.match(await call(page, "reportText"), /\n +4\.0 /);
    await page.close();
});

test("the learning rate can change while training runs", async () => {
    const { page } = await openPage(started);
    await call(page, "play");
    await type(page, "learningRate", "0.003");
    await until(page, "lab.settings.learningRate === 0.003");
    const state = await call(page, "state");
    assert.equal(state.running, true);
    assert.ok(state.totalSteps > 0);
    await page.close();
});

test("arrow keys lead to the next sensible value", async () => {
    const { page } = await openPage(started);
    for (const [name, key, value] of /** @type {const} */ ([
        ["learningRate", "ArrowUp", 0.03],
        ["learningRate", "ArrowDown", 0.01],
        ["batchSize", "ArrowUp", 64],
        ["dataSeed", "ArrowDown", 0],
        ["dataSeed", "ArrowDown", 0],
        ["beta1", "ArrowUp", 0.99],
        ["beta1", "ArrowDown", 0.9],
    ])) {
        await unfold(page, name);
        await page.focus(`spiral-lab >>> input[name=${name}]`);
        await page.keyboard.press(key);
        await until(page, `lab.settings.${name} === ${value}`);
    }
    await page.close();
});

for (const viewport of [
    { width: 1280, height: 800 },
    { width: 820, height: 1180 },
    { width: 320, height: 640, hasTouch: true, isMobile: true },
])
    test(`each of many quick taps adds a layer, in one place, ${viewport.width} px wide`, async () => {
        const { page, problems } = await openPage(started, { viewport });
        await unfold(page, "layers");
        const place = async (/** @type {string} */ name) => {
            const button = await find(page, `.ends .${name}`);
            await button.scrollIntoView();
            const { x = 0, y = 0, width = 0, height = 0 } = (await button.boundingBox()) ?? {};
            return [x + width / 2, y + height / 2];
        };
        const tap = (/** @type {number} */ x, /** @type {number} */ y) =>
            viewport.hasTouch ? page.touchscreen.tap(x, y) : page.mouse.click(x, y);
        const [x, y] = await place("add");
        for (let taps = 0; taps < 4; taps++) await tap(x, y);
        await until(page, "lab.settings.layers.length === 8");
        assert.deepEqual(await place("add"), [x, y]);
        const [left, top] = await place("remove");
        assert.equal(top, y);
        for (let taps = 0; taps < 8; taps++) await tap(left, top);
        await until(page, "lab.settings.layers.length === 0");
        assert.deepEqual(await place("add"), [x, y]);
        assert.deepEqual(problems, []);
        await page.close();
    });

test("a request while a change is on its way builds on the last request", async () => {
    const { page, problems } = await openPage(started);
    await unfoldAll(page);
    // All within one task, so that nothing can have been done between the steps.
    const shown = await page.evaluate(() => {
        const root = shadow();
        /** @param {string} selector */
        const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
        /** @param {string} name @param {string} key @param {number} times */
        const press = (name, key, times) => {
            const field = /** @type {HTMLInputElement} */ (find(`input[name=${name}]`));
            const init = { key, bubbles: true, cancelable: true };
            for (let i = 0; i < times; i++) field.dispatchEvent(new KeyboardEvent("keydown", init));
            return field.value;
        };
        // The middle two layers: each click is on the line that is there then.
        for (let i = 0; i < 2; i++) find(".layer-list li:nth-child(2) button").click();
        const lines = root.querySelectorAll(".layer-list li").length;
        const values = [press("epochs", "ArrowUp", 3), press("seed", "ArrowUp", 4)];
        for (let i = 0; i < 2; i++) find("button.fresh").click();
        values.push(press("layers", "ArrowDown", 3));
        // No answer brings back what was asked for before.
        const field = /** @type {HTMLInputElement} */ (find("#seed"));
        const log = Reflect.set(window, "seeds", []);
        spiralLab().addEventListener("spiral-lab-change", () =>
            Reflect.get(window, "seeds").push(field.value),
        );
        return { lines, values, log };
    });
    assert.deepEqual(shown, { lines: 3, values: ["80", "4", "16"], log: true });
    await until(page, "lab.settings.seed === 6");
    await call(page, "pause"); // by then all is done
    const { layers, epochs } = await call(page, "settings");
    assert.deepEqual({ layers, epochs }, { layers: [16, 16], epochs: 80 });
    const seeds = await page.evaluate(() => [...new Set(Reflect.get(window, "seeds"))]);
    assert.deepEqual(seeds, ["6"]);
    assert.deepEqual(problems, []);
    await page.close();
});

test("points are drawn anew only where a change alters them", async () => {
    const { page } = await openPage(started);
    await call(page, "fit", 1); // the points have a layer of their own once answers lie below
    await page.evaluate(() => {
        const { prototype } = CanvasRenderingContext2D;
        const { drawImage } = prototype;
        Reflect.set(window, "stamped", 0);
        prototype.drawImage = function (/** @type {any[]} */ ...args) {
            if (!this.canvas.isConnected)
                Reflect.set(window, "stamped", Reflect.get(window, "stamped") + 1);
            return Reflect.apply(drawImage, this, args);
        };
    });
    const stamped = async (/** @type {object} */ settings) => {
        await page.evaluate(() => Reflect.set(window, "stamped", 0));
        await call(page, "configure", settings);
        await drawn(page);
        return page.evaluate(() => Reflect.get(window, "stamped"));
    };
    assert.equal(await stamped({ layers: [8, 8] }), 0);
    assert.equal(await stamped({ seed: 3, learningRate: 0.02 }), 0);
    assert.ok((await stamped({ validationSplit: 0.5 })) >= 1500);
    assert.ok((await stamped({ seed: 4 })) >= 1500, "others are set aside");
    assert.ok((await stamped({ noise: 0.3 })) >= 1500);
    await page.close();
});

test("every error of the core has a sentence, and every field its texts", async () => {
    const lab = await loadLab();
    const info = { ...lab, settings: lab.settings, limits: lab.limits };
    for (const language of /** @type {const} */ (["en", "zh-Hant"])) {
        const localizer = new Localizer(language);
        for (const code of lab.statuses) {
            const name = lab.settings.find((s) => s.code === code)?.name ?? "layers";
            const error = { code, message: "?" };
            const sentence =
                code === "diverged"
                    ? explainError(localizer, error, { step: 1, epoch: 2 })
                    : explain(localizer, info, name, "1e12", error);
            assert.doesNotMatch(sentence, /\?|undefined/, `${language} ${code}`);
        }
    }
    for (const { name } of fields) assert.ok(isKey(name) && isKey(`${name}.help`), name);
});
