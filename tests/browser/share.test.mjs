/** What leaves the page and comes back: models, Keras code, history and pictures. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadLab } from "../../scripts/core.mjs";
import { exported } from "../../web/texts/exported.js";
import { kerasNotebook, kerasScript } from "../../web/worker/keras-script.js";
import {
    call,
    catchFiles,
    click,
    drawn,
    openPage,
    startBrowser,
    take,
    textOf,
    until,
} from "./support.mjs";

const BUILD = fileURLToPath(new URL("../../build/", import.meta.url));

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
/** @type {string} */ let folder;
before(async () => {
    started = await startBrowser();
    mkdirSync(BUILD, { recursive: true });
    folder = mkdtempSync(path.join(BUILD, "share-"));
});
after(async () => {
    await started.close();
    rmSync(folder, { recursive: true });
});

test("a model saved in the page and resumed in Node, or the reverse, has the weights of an unbroken run", async () => {
    const lab = await loadLab();
    const settings = {
        ...lab.defaults,
        points: 100,
        layers: [16],
        dropout: 0.2,
        validationSplit: 0.2,
    };
    const whole = lab.createModel(settings, lab.makeData(settings));
    whole.fit(10);

    const { page, problems } = await openPage(started, { first: catchFiles });
    await call(page, "configure", {
        points: 100,
        layers: [16],
        dropout: 0.2,
        validationSplit: 0.2,
    });
    await call(page, "fit", 4);
    await call(page, "stepBatch");
    await click(page, ".share-button");
    const { name, bytes } = await take(page, "save");
    assert.equal(name, "spiral-lab-epoch-4.bin");
    const resumed = lab.loadModel(bytes);
    resumed.train((10 - 4) * resumed.stepsPerEpoch - 1);
    assert.equal(resumed.weightsSha256(), whole.weightsSha256());
    assert.deepEqual(resumed.history, whole.history);

    const half = lab.createModel(settings, lab.makeData(settings));
    half.fit(6);
    const file = path.join(folder, "half.bin");
    writeFileSync(file, half.save());
    await call(page, "configure", { points: 60, layers: [8], dropout: 0 });
    const input = await page.$("spiral-lab >>> .share input[type=file]");
    await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
        input
    ).uploadFile(file);
    await until(page, "lab.state.epoch === 6");
    assert.match(await textOf(page, ".share .said"), /half\.bin is loaded, at epoch 6/);
    const state = await call(page, "fit", 4);
    assert.equal(state.epoch, 10);
    assert.equal(state.checksum, whole.weightsSha256());
    assert.deepEqual((await call(page, "settings")).layers, [16]);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a file that is not a saved model is refused with a reason, and nothing is lost", async () => {
    const { page, problems } = await openPage(started, { language: "zh-TW" });
    const before = await call(page, "fit", 1);
    const saved = Buffer.from(
        await page.evaluate(async () => {
            const lab = spiralLab();
            return [...(await lab.save())];
        }),
    );
    saved[saved.length - 100] ^= 1;
    await click(page, ".share-button");
    const input = await page.$("spiral-lab >>> .share input[type=file]");
    for (const [name, content, pattern] of /** @type {const} */ ([
        ["photo.png", "not a model", /這不是螺旋實驗室儲存的模型/],
        ["empty.bin", "", /這不是螺旋實驗室儲存的模型/],
        ["bent.bin", saved, /已損壞或不完整/],
    ])) {
        const file = path.join(folder, name);
        writeFileSync(file, content);
        await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
            input
        ).uploadFile(file);
        await page.waitForFunction(
            (source) => {
                const said = shadow().querySelector(".said.bad")?.textContent ?? "";
                return new RegExp(source).test(said);
            },
            {},
            pattern.source,
        );
        await page.evaluate(() => {
            const said = shadow().querySelector(".said");
            said?.replaceChildren();
        });
    }
    assert.equal((await call(page, "state")).checksum, before.checksum);
    const other = await page.evaluate(async () => {
        const lab = spiralLab();
        const error = await lab.load(new Uint8Array(5)).catch((/** @type {any} */ e) => e);
        return [error.name, error.code, (await lab.fit(1)).epoch];
    });
    assert.deepEqual(other, ["LabError", "file", 2]);
    // Bytes in any form will do; anything else is refused before it is sent to the worker.
    const forms = await page.evaluate(async () => {
        const lab = spiralLab();
        const bytes = await lab.save();
        await lab.load(bytes.buffer);
        const { epoch } = await lab.load(new DataView(bytes.buffer));
        /** @type {any[]} */ const others = [new File([bytes], "x.model"), () => {}, undefined];
        const refusals = others.map((other) => lab.load(other).catch((error) => String(error)));
        return [epoch, ...(await Promise.all(refusals))];
    });
    const needed = "LabError: An ArrayBuffer or a view of one is needed as a saved model, not ";
    assert.deepEqual(forms, [
        2,
        `${needed}an object of type File.`,
        `${needed}a function.`,
        `${needed}undefined.`,
    ]);
    // Not even training is disturbed.
    await call(page, "play");
    const running = await page.evaluate(async () => {
        const lab = spiralLab();
        await lab.load(new Uint8Array(5)).catch(() => {});
        return lab.state.running;
    });
    assert.equal(running, true);
    assert.deepEqual(problems, []);
    await page.close();
});

test("Keras code and history are what Node gives, and the pictures are what is seen", async () => {
    const lab = await loadLab();
    const settings = { ...lab.defaults, points: 80, layers: [12], validationSplit: 0.25 };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(5);
    const { page, problems } = await openPage(started, { first: catchFiles });
    await call(page, "configure", { points: 80, layers: [12], validationSplit: 0.25 });
    await call(page, "fit", 5);
    await drawn(page);
    await click(page, ".share-button");
    for (const weights of [false, true]) {
        const options = { texts: exported.en, weights };
        const script = await take(page, "python");
        assert.equal(script.name, "spiral_lab.py");
        assert.equal(script.bytes.toString(), kerasScript(model, options));
        const notebook = await take(page, "notebook");
        assert.equal(notebook.name, "spiral_lab.ipynb");
        assert.equal(notebook.bytes.toString(), kerasNotebook(model, options));
        assert.equal(await call(page, "kerasNotebook", { weights }), notebook.bytes.toString());
        await click(page, ".share input[name=weights]");
    }

    const history = await take(page, "history");
    const lines = history.bytes.toString().trimEnd().split("\n");
    assert.equal(lines[0], "epoch,loss,accuracy,val_loss,val_accuracy");
    const columns = /** @type {const} */ (["loss", "accuracy", "val_loss", "val_accuracy"]);
    const expected = model.history.loss.map((_, i) => [
        i + 1,
        ...columns.map((c) => model.history[c][i]),
    ]);
    assert.deepEqual(
        lines.slice(1).map((line) => line.split(",").map(Number)),
        expected,
    );

    // The middle of each mark in the map's legend: a class's colour, or the hollow one's ground.
    const legend = await page.evaluate(() => {
        const marks = /** @type {NodeListOf<HTMLCanvasElement>} */ (
            shadow().querySelectorAll(".key canvas")
        );
        return Array.from(marks, (mark) => {
            const context = /** @type {CanvasRenderingContext2D} */ (mark.getContext("2d"));
            return [...context.getImageData(mark.width >> 1, mark.height >> 1, 1, 1).data].join();
        });
    });
    assert.equal(legend.length, 4);
    for (const [name, least] of /** @type {const} */ ([
        ["map", 400],
        ["curves", 300],
        ["report", 800],
    ])) {
        const { bytes } = await take(page, name);
        assert.equal(bytes.subarray(1, 4).toString(), "PNG");
        assert.ok(bytes.readUInt32BE(16) >= least, `${name} is wide enough`);
        const { top, colours } = await page.evaluate(async (base64) => {
            const image = new Image();
            image.src = `data:image/png;base64,${base64}`;
            await image.decode();
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [image.width, image.height];
            const context = /** @type {CanvasRenderingContext2D} */ (
                canvas.getContext("2d", { willReadFrequently: true })
            );
            context.drawImage(image, 0, 0);
            /** Distinct ones. @param {number} height */
            const coloursAbove = (height) => {
                const { data } = context.getImageData(0, 0, image.width, height);
                const colours = new Set();
                for (let i = 0; i < data.length; i += 4) colours.add(data.slice(i, i + 4).join());
                return [...colours];
            };
            return { top: coloursAbove(70), colours: coloursAbove(image.height).length };
        }, bytes.toString("base64"));
        if (name === "map")
            for (const mark of legend) assert.ok(top.includes(mark), `the legend's ${mark}`);
        assert.ok(colours > 10, `${name} shows something: ${colours} colours`);
    }
    assert.deepEqual(problems, []);
    await page.close();
});

test("Keras files speak the page's language, and say what they cannot follow", async () => {
    const lab = await loadLab();
    const settings = { ...lab.defaults, points: 40, layers: [6] };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(2);
    const { page, problems } = await openPage(started, { first: catchFiles, language: "zh-TW" });
    await call(page, "configure", { points: 40, layers: [6] });
    await call(page, "fit", 2);
    await click(page, ".share-button");
    const texts = exported["zh-Hant"];
    const script = (await take(page, "python")).bytes.toString();
    assert.equal(script, kerasScript(model, { texts }));
    await call(page, "configure", { learningRate: 0.02 });
    model.setLearningRate(0.02);
    const changed = (await take(page, "python")).bytes.toString();
    assert.equal(changed, kerasScript(model, { texts, repeatable: false }));
    assert.match(changed, /途中改過設定/);
    await call(page, "reset");
    assert.doesNotMatch((await take(page, "python")).bytes.toString(), /途中改過設定/);
    assert.deepEqual(problems, []);
    await page.close();
});

test("the dialog can be used by keyboard alone, and gives the focus back", async () => {
    const { page, problems } = await openPage(started, { first: catchFiles });
    /** What has the focus. @returns {Promise<string>} */
    const at = () =>
        page.evaluate(() => {
            const active = shadow().activeElement;
            return active?.getAttribute("name") ?? active?.className ?? "";
        });
    for (let i = 0; i < 20 && (await at()) !== "share-button"; i++)
        await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    /** @type {string[]} */
    const reached = [];
    for (let i = 0; i < 19; i++) {
        reached.push(await at());
        await page.keyboard.press("Tab");
    }
    for (const name of [
        "close",
        "link",
        "link.copy",
        "save",
        "load",
        "weights",
        "copy",
        "python",
        "notebook",
        "history",
        "size",
        "map",
        "curves",
        "report",
        "snippet",
        "embed.copy",
    ])
        assert.ok(reached.includes(name), `${name} in ${reached}`);
    for (let i = 0; i < 20 && (await at()) !== "history"; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => /** @type {any} */ (window).files.length === 1);
    assert.match(await textOf(page, ".share .said"), /spiral-lab-history\.csv/);
    await page.keyboard.press("Escape");
    assert.equal(await at(), "share-button");
    assert.deepEqual(problems, []);
    await page.close();
});
