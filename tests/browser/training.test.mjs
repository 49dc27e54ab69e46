/** The page trains: by clicking and by its API, with the numbers that Node gives. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { classColours, over } from "../../web/draw/palette.js";
import {
    call,
    click,
    coloursOf,
    drawn,
    fieldOf,
    find,
    openPage,
    startBrowser,
    textOf,
    type,
    until,
} from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

const MAP = ".map canvas";
const REGIONS = classColours(3).map((colour) => over(colour, 0.8, [255, 255, 255]).join());

test("the untrained network is drawn before anything is pressed", async () => {
    const { page, problems } = await openPage(started);
    const colours = await coloursOf(page, MAP);
    const seen = REGIONS.filter((colour) => colours[colour] > 1000);
    assert.ok(seen.length >= 2, `regions: ${JSON.stringify(seen)}`);
    const points = await coloursOf(page, ".map canvas:nth-child(2)");
    for (const colour of classColours(3)) assert.ok(points[colour.join()] > 1000, String(colour));
    const state = await call(page, "state");
    assert.equal(state.epoch, 0);
    assert.equal(state.running, false);
    assert.equal(state.parameters, 11_299);
    assert.match(state.checksum, /^[0-9a-f]{64}$/);
    assert.match(await call(page, "reportText"), /weighted avg .*1500\n$/);
    assert.deepEqual(problems, []);
    await page.close();
});

test("after fit(50) report and weights are those of Node, for more than one seed", async () => {
    const lab = await loadLab();
    for (const seed of [0, 7]) {
        const settings = { ...lab.defaults, seed };
        const model = lab.createModel(settings, lab.makeData(settings));
        model.fit(50);
        const { page, problems } = await openPage(started);
        await call(page, "configure", { seed });
        const state = await call(page, "fit", 50);
        assert.equal(state.epoch, 50);
        assert.equal(state.step, 0);
        assert.equal(state.running, false);
        assert.equal(state.loss, model.progress.loss);
        assert.equal(state.accuracy, model.progress.accuracy);
        assert.equal(state.checksum, model.weightsSha256());
        assert.equal(await call(page, "reportText"), model.classificationReport());
        assert.equal(await textOf(page, "pre"), model.classificationReport());
        model.dispose();
        assert.deepEqual(problems, []);
        await page.close();
    }
});

test("one batch, one epoch and reset by clicking", async () => {
    const { page } = await openPage(started);
    const { checksum } = await call(page, "state");
    await click(page, "button.batch");
    await until(page, "lab.state.totalSteps === 1 && lab.state.checksum");
    await drawn(page);
    assert.match(await textOf(page, ".line"), /^ 1\/47 \[\.{30}\] - 0s .*loss: \d+\.\d{4}/);
    await click(page, "button.epoch");
    await until(page, "lab.state.epoch === 1 && lab.state.checksum");
    await drawn(page);
    assert.equal(await textOf(page, ".progress .epoch"), "Epoch 1/50");
    assert.match(
        await textOf(page, ".line"),
        /^47\/47 \[={30}\] - \d+s \d+[mu]s\/step - loss: \d\.\d{4} - accuracy: 0\.\d{4}$/,
    );
    const state = await call(page, "state");
    assert.notEqual(state.checksum, checksum);
    await click(page, "button.reset");
    await until(page, "lab.state.totalSteps === 0 && lab.state.checksum");
    assert.equal((await call(page, "state")).checksum, checksum);
    await page.close();
});

test("steps by the API give the weights of as many steps at once", async () => {
    const { page } = await openPage(started);
    await call(page, "stepBatch");
    await call(page, "stepBatch");
    const { checksum, epoch, step } = await call(page, "stepEpoch");
    assert.deepEqual([epoch, step], [1, 0]);
    await call(page, "reset");
    assert.equal((await call(page, "fit", 1)).checksum, checksum);
    await page.close();
});

test("an epoch that lasts is a run like any other: it is reported, and can be paused", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "configure", { batchSize: 1, points: 10_000, layers: [256, 256, 128] });
    await page.evaluate(() => {
        const lab = spiralLab();
        /** @type {{untold: number, reasons: string[]}} */
        const seen = { untold: 0, reasons: [] };
        Object.assign(window, { seen });
        lab.addEventListener("spiral-lab-stop", (event) => {
            seen.reasons.push(/** @type {CustomEvent} */ (event).detail.reason);
        });
        const look = () => {
            const { running, totalSteps } = lab.state;
            if (running) return;
            if (totalSteps > 0) seen.untold++;
            requestAnimationFrame(look);
        };
        look();
    });
    const seen = () => page.evaluate(() => Reflect.get(window, "seen"));
    await click(page, ".transport .epoch");
    await until(page, "lab.state.running");
    assert.equal(await textOf(page, ".primary span:last-child"), "Pause");
    const { untold, reasons } = await seen();
    assert.ok(untold > 0, "a short one is not told");
    assert.deepEqual(reasons, []);
    await click(page, ".primary");
    await until(page, "!lab.state.running && lab.state.checksum");
    const { epoch, step } = await call(page, "state");
    assert.equal(epoch, 0);
    assert.ok(step > 0);
    assert.deepEqual((await seen()).reasons, ["paused"]);
    await call(page, "reset");
    assert.equal((await call(page, "state")).totalSteps, 0);
    assert.deepEqual(problems, []);
    await page.close();
});

test("steps that are asked for at once add up, and short ones are not reported", async () => {
    const { page } = await openPage(started);
    const { states, stops, running } = await page.evaluate(async () => {
        const lab = spiralLab();
        await lab.configure({ epochs: 2, points: 50, layers: [8] });
        let stops = 0;
        lab.addEventListener("spiral-lab-stop", () => stops++);
        await Promise.all([lab.stepBatch(), lab.stepBatch(), lab.stepBatch()]);
        const { running } = lab.state;
        const states = [lab.state];
        await Promise.all([lab.stepEpoch(), lab.stepEpoch(), lab.stepEpoch(), lab.stepBatch()]);
        states.push(lab.state);
        return { states, stops, running };
    });
    assert.deepEqual(
        states.map(({ epoch, step, goal }) => [epoch, step, goal]),
        [
            [0, 3, 2],
            [3, 1, 4],
        ],
    );
    assert.ok(states.every(({ checksum }) => checksum));
    assert.deepEqual({ stops, running }, { stops: 0, running: false });
    await page.close();
});

test("a layer whose units are all dead is named, and a new start is offered", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "configure", { learningRate: 1 });
    await call(page, "fit", 5);
    await until(page, "shadow().querySelector('.notice p').textContent.includes('dead')");
    assert.match(await textOf(page, ".notice p"), /^All units of hidden layer \d are dead/);
    await call(page, "configure", { learningRate: 0.01 });
    await click(page, ".notice .offer");
    await until(page, "lab.state.totalSteps === 0 && lab.state.checksum");
    const state = await call(page, "fit", 20);
    assert.ok(state.accuracy > 0.9);
    assert.equal(await textOf(page, ".notice p"), "");
    assert.deepEqual(problems, []);
    await page.close();
});

test("a run that a change by hand has ended can be restored", async () => {
    const { page, problems } = await openPage(started);
    const { checksum } = await call(page, "fit", 3);
    await type(page, "batchSize", "64");
    await until(page, "lab.state.totalSteps === 0 && lab.state.checksum");
    await until(page, "shadow().querySelector('.notice p').textContent");
    assert.match(await textOf(page, ".notice p"), /restarted.* 3 epochs/);
    await click(page, ".notice .offer");
    await until(page, "lab.state.epoch === 3 && lab.state.checksum");
    assert.equal((await call(page, "state")).checksum, checksum);
    assert.equal(await fieldOf(page, "#batchSize"), "32");
    const clickBoth = (/** @type {string[]} */ ...selectors) =>
        page.evaluate((selectors) => {
            for (const selector of selectors) {
                const button = shadow().querySelector(selector);
                if (button instanceof HTMLElement) button.click();
            }
        }, selectors);
    // A change that is taken back before it has begun is none.
    await clickBoth(".ends .add", ".ends .remove");
    assert.equal((await call(page, "pause")).checksum, checksum);
    // Of two changes in a row the second does not take the place of what was trained.
    await clickBoth(".ends .add", "button.fresh");
    await until(page, "lab.state.totalSteps === 0 && lab.state.checksum");
    await until(page, "shadow().querySelector('.notice p').textContent.includes('3 epochs')");
    await click(page, ".notice .offer");
    await until(page, "lab.state.epoch === 3 && lab.state.checksum");
    assert.equal((await call(page, "state")).checksum, checksum);
    // Loading is no change by hand: nothing is offered any more.
    await type(page, "batchSize", "16");
    await until(page, "shadow().querySelector('.notice p').textContent");
    await page.evaluate(async () => {
        const lab = spiralLab();
        await lab.load(await lab.save());
    });
    assert.equal(await textOf(page, ".notice p"), "");
    await call(page, "configure", { batchSize: 32 });
    // Nothing is offered for what changes on the way, or where nothing was trained.
    await type(page, "learningRate", "0.02");
    await until(page, "lab.settings.learningRate === 0.02");
    assert.equal(await textOf(page, ".notice p"), "");
    await call(page, "reset");
    await type(page, "batchSize", "16");
    await until(page, "lab.settings.batchSize === 16 && lab.state.checksum");
    assert.equal(await textOf(page, ".notice p"), "");
    assert.deepEqual(problems, []);
    await page.close();
});

test("early stopping is reported as Keras reports it", async () => {
    const { page } = await openPage(started);
    await call(page, "configure", { earlyStopping: true, patience: 2, minDelta: 0.5 });
    const { epoch } = await call(page, "fit", 50);
    assert.ok(epoch < 50);
    await drawn(page);
    assert.equal(await textOf(page, ".progress .epoch"), `Epoch ${epoch}: early stopping`);
    await call(page, "reset");
    await drawn(page);
    assert.equal(await textOf(page, ".progress .epoch"), "Epoch 1/50");
    await page.close();
});

test("play trains and redraws, pause stops it, play goes on", async () => {
    const { page } = await openPage(started);
    const before = await coloursOf(page, MAP);
    await click(page, "button.primary");
    await until(page, "lab.state.running && lab.state.epoch >= 2");
    assert.equal((await call(page, "state")).checksum, null);
    assert.notDeepEqual(await coloursOf(page, MAP), before);
    await click(page, "button.primary");
    await until(page, "!lab.state.running");
    const paused = await call(page, "state");
    assert.ok(paused.epoch < 50, "and not only because the epochs are used up");
    assert.match(paused.checksum, /^[0-9a-f]{64}$/);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual(await call(page, "state"), paused);
    await call(page, "play");
    await until(page, `lab.state.totalSteps > ${paused.totalSteps}`);
    assert.equal((await call(page, "pause")).running, false);
    await page.close();
});

test("it stops after the chosen epochs, and play goes on for as many more", async () => {
    const { page } = await openPage(started);
    await call(page, "configure", { epochs: 3 });
    await page.evaluate(() => {
        /** @type {unknown[]} */
        const told = [];
        Object.assign(window, { told });
        for (const name of ["epoch", "stop"])
            document.addEventListener(`spiral-lab-${name}`, (event) => {
                const { detail } = /** @type {CustomEvent} */ (event);
                told.push([name, detail.epoch, detail.reason]);
            });
    });
    await (await find(page, "select.pace")).select("Infinity");
    for (const goal of [3, 6]) {
        await click(page, "button.primary");
        await until(page, `lab.state.epoch === ${goal} && !lab.state.running`);
    }
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, "told")), [
        ["epoch", 1, null],
        ["epoch", 2, null],
        ["epoch", 3, null],
        ["stop", 3, "finished"],
        ["epoch", 4, null],
        ["epoch", 5, null],
        ["epoch", 6, null],
        ["stop", 6, "finished"],
    ]);
    await page.close();
});

test("fit finishes in a hidden tab", async () => {
    const { page } = await openPage(started);
    const other = await started.browser.newPage();
    await other.bringToFront();
    // A tab in the background has no animation frames at all.
    await page.evaluate(() => {
        window.requestAnimationFrame = () => 1;
    });
    assert.equal((await call(page, "fit", 20)).epoch, 20);
    await other.close();
    await page.close();
});

test("what interrupts a fit ends its promise", async () => {
    const { page } = await openPage(started);
    const ended = await page.evaluate(async () => {
        const lab = spiralLab();
        const fit = lab.fit(10_000).catch((/** @type {Error} */ error) => error.name);
        await lab.pause();
        return fit;
    });
    assert.equal(ended, "AbortError");
    await page.close();
});

test("divergence: the promise, an event and a sentence say so, and a tenth of the rate goes on", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "configure", { layers: Array(8).fill(128), learningRate: 0.001 });
    await call(page, "fit", 1);
    const { checksum } = await call(page, "state");
    await call(page, "configure", { learningRate: 1000 });
    const told = await page.evaluate(async () => {
        const lab = spiralLab();
        /** @type {unknown[]} */
        const events = [];
        for (const name of ["error", "stop"])
            lab.addEventListener(`spiral-lab-${name}`, (event) => {
                const { detail } = /** @type {CustomEvent} */ (event);
                events.push(detail.code ?? detail.reason);
            });
        const error = await lab.fit(5).catch((/** @type {any} */ error) => error);
        return { events, name: error.name, code: error.code, step: error.step };
    });
    const { step } = told;
    assert.deepEqual(told, {
        events: ["diverged", "diverged"],
        name: "LabError",
        code: "diverged",
        step,
    });
    assert.ok(step > 47);
    assert.match(await textOf(page, ".notice p"), new RegExp(`diverged at step ${step}:`));
    const state = await call(page, "state");
    assert.equal(state.checksum, checksum, "the weights of the last finite epoch");
    await click(page, ".notice .offer");
    await until(page, "lab.settings.learningRate === 100");
    await call(page, "configure", { learningRate: 0.001 });
    assert.equal((await call(page, "fit", 1)).epoch, 2);
    assert.deepEqual(problems, []);
    await page.close();
});
