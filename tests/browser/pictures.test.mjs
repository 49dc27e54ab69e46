/** Pictures to save: of any size, sharp, and with a caption. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { classColours, over } from "../../web/draw/palette.js";
import {
    call,
    catchFiles,
    click,
    drawn,
    find,
    openPage,
    startBrowser,
    startFirefox,
    take,
    until,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {{text: string, left: number, right: number, top: number, bottom: number, width:
 *     number, height: number}} Written */

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

const NAMES = /** @type {const} */ (["map", "curves", "report"]);

/** Catches files, and notes what is written in them. Runs in the page, before its scripts. */
const first = `(${catchFiles})(); (${noteTexts})();`;

/** Notes each text of the last PNG, with its box, in the order of its parts. Runs in the page. */
function noteTexts() {
    const context = CanvasRenderingContext2D.prototype;
    const { fillText, drawImage } = context;
    /** @type {WeakMap<object, Written[]>} */
    const texts = new WeakMap();
    /** What was drawn on a canvas. @type {WeakMap<object, object[]>} */
    const parts = new WeakMap();
    /** @this {CanvasRenderingContext2D} @param {any[]} args */
    context.fillText = function (...args) {
        const [text, x, y] = args;
        const box = this.measureText(text);
        const { width, height } = this.canvas;
        const written = {
            text,
            left: x - box.actualBoundingBoxLeft,
            right: x + box.actualBoundingBoxRight,
            top: y - box.actualBoundingBoxAscent,
            bottom: y + box.actualBoundingBoxDescent,
            width,
            height,
        };
        texts.set(this.canvas, [...(texts.get(this.canvas) ?? []), written]);
        Reflect.apply(fillText, this, args);
    };
    /** @this {CanvasRenderingContext2D} @param {any[]} args */
    context.drawImage = function (...args) {
        const { canvas } = this;
        // Not the many marks of the points.
        if (args[0] instanceof HTMLCanvasElement && !canvas.isConnected)
            parts.set(canvas, [...(parts.get(canvas) ?? []), args[0]]);
        Reflect.apply(drawImage, this, args);
    };
    const { toBlob } = HTMLCanvasElement.prototype;
    /** @this {HTMLCanvasElement} @param {any[]} args */
    HTMLCanvasElement.prototype.toBlob = function (...args) {
        const all = (parts.get(this) ?? []).flatMap((part) => texts.get(part) ?? []);
        Object.assign(window, { written: all });
        Reflect.apply(toBlob, this, args);
    };
}

/** @param {Parameters<typeof openPage>[1]} [options] */
const open = (options) => openPage(started, { first: /** @type {any} */ (first), ...options });

/**
 * Saves a picture, with the texts that are drawn in it.
 * @param {Page} page
 * @param {string} name
 * @param {number} [width] 0: as on the screen
 */
async function picture(page, name, width = 0) {
    await (await find(page, ".share select[name=size]")).select(String(width));
    const { bytes } = await take(page, name);
    /** @type {Written[]} */
    const written = await page.evaluate(() => /** @type {any} */ (window).written);
    const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    return { bytes, size, written, text: written.map(({ text }) => text).join(" | ") };
}

/** The texts that reach beyond the edge of their canvas. @param {Written[]} written */
const cutOff = (written) =>
    written.filter(
        ({ left, right, top, bottom, width, height }) =>
            left < -1 || right > width + 1 || top < -1 || bottom > height + 1,
    );

/**
 * Lets the page look at a picture's pixels, as `image`.
 * @param {Page} page
 * @param {Buffer} bytes
 */
function decode(page, bytes) {
    return page.evaluate(async (base64) => {
        const element = new Image();
        element.src = `data:image/png;base64,${base64}`;
        await element.decode();
        const { width, height } = element;
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
            new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })
        );
        context.drawImage(element, 0, 0);
        Object.assign(window, { image: context.getImageData(0, 0, width, height) });
    }, bytes.toString("base64"));
}

test("a picture is as wide as was chosen, drawn anew, and has room for all its texts", async () => {
    const { page, problems } = await open({
        path: "/#v=1&validation-split=0.2&learning-rate=0.003&view=unsure",
    });
    await call(page, "fit", 3);
    await drawn(page);
    await click(page, ".share-button");
    for (const name of NAMES) {
        const screen = await picture(page, name);
        assert.deepEqual(cutOff(screen.written), [], name);
        const first = await picture(page, name, 1000);
        for (const width of [1000, 2000, 3000]) {
            const { size, written, text } = await picture(page, name, width);
            assert.equal(size.width, width, name);
            assert.deepEqual(cutOff(written), [], `${name}, ${width}`);
            // All of the pictures look the same.
            const [shape, expected] = [size, first.size].map((s) => s.height / s.width);
            assert.ok(Math.abs(shape - expected) < 0.02, `${name}: ${shape}, not ${expected}`);
            assert.equal(text, first.text);
        }
    }
    assert.deepEqual(problems, []);
    await page.close();
});

test("the map is computed for its size: borders are sharp and where the network puts them", async () => {
    const lab = await loadLab();
    const data = lab.makeData(lab.defaults);
    const model = lab.createModel(lab.defaults, data);
    model.fit(12);
    const { page } = await open({ path: "/#v=1&samples=hidden" });
    await call(page, "fit", 12);
    await drawn(page);
    await click(page, ".share-button");
    const { bytes, size } = await picture(page, "map", 2000);
    const [xs, ys] = [0, 1].map((k) => [...data.x].filter((_, i) => i % 2 === k));
    const bounds = {
        xMin: Math.min(...xs) - 0.1,
        xMax: Math.max(...xs) + 0.1,
        yMin: Math.min(...ys) - 0.1,
        yMax: Math.max(...ys) + 0.1,
    };
    const expected = [...model.predictGrid({ ...bounds, columns: 201, rows: 201 })];
    model.dispose();
    const colours = classColours(3).map((colour) => over(colour, 0.8, [255, 255, 255]));
    await decode(page, bytes);
    const { right, blended, plot } = await page.evaluate(
        (expected, colours) => {
            const { data, width, height } = /** @type {any} */ (window).image;
            /** The class whose colour a pixel has, or -1. @param {number} i */
            const kindOf = (i) =>
                colours.findIndex((colour) =>
                    colour.every((c, k) => Math.abs(c - data[4 * i + k]) < 2),
                );
            const kinds = Array.from({ length: width * height }, (_, i) => kindOf(i));
            /** @param {number} y */
            const row = (y) => kinds.slice(y * width, (y + 1) * width);
            // The plot's rows are mostly of the classes' colours.
            const rows = Array.from({ length: height }, (_, y) => y).filter(
                (y) => row(y).filter((kind) => kind >= 0).length > width / 2,
            );
            const [top, bottom] = [rows[0], rows[rows.length - 1]];
            const middle = row((top + bottom) >> 1);
            const left = middle.findIndex((kind) => kind >= 0);
            const end = width - 1 - [...middle].reverse().findIndex((kind) => kind >= 0);
            const [across, down] = [end - left, bottom - top];
            const right = expected.filter((kind, i) => {
                const x = left + Math.round(((i % 201) / 200) * across);
                const y = bottom - Math.round((Math.floor(i / 201) / 200) * down);
                return kinds[y * width + x] === kind;
            });
            let blended = 0;
            for (let y = top; y <= bottom; y++)
                for (let x = left; x <= end; x++) if (kinds[y * width + x] < 0) blended++;
            return {
                right: right.length,
                blended: blended / across / down,
                plot: [across, down],
            };
        },
        expected,
        colours,
    );
    assert.equal(size.width, 2000);
    assert.ok(plot[0] > 1750 && plot[1] > 1750, `${plot}`);
    assert.ok(right > 0.985 * expected.length, `${right} of ${expected.length}`);
    assert.ok(blended < 0.006, `${blended} of the pixels are between two colours`);
    await page.close();
});

test("a picture says what it shows, in the page's language, on the theme's paper", async () => {
    const { page, problems } = await open({ path: "/#v=1&validation-split=0.2", scheme: "dark" });
    await click(page, ".share-button");
    const untrained = await picture(page, "map", 1000);
    assert.match(
        untrained.text,
        /^Regions \| 0 \| 1 \| 2 \| misclassified \| validation \| Colour: the/,
    );
    assert.match(untrained.text, /Spiral Lab · untrained · Validation split 0\.2$/);
    await page.keyboard.press("Escape");
    const changes = {
        dataset: "moons",
        layers: [64, { units: 32, activation: "tanh" }, ...Array(6).fill(128)],
        optimizer: "rmsprop",
        batchNorm: true,
        l2: 0.0001,
        schedule: "cosine",
        dropout: 0.125,
    };
    await call(page, "configure", changes);
    await call(page, "fit", 2);
    await call(page, "stepBatch");
    await (await find(page, "select[name=view]")).select("soft");
    await drawn(page);
    await click(page, ".share-button");
    const { loss, accuracy } = await call(page, "state");
    const paper = await page.evaluate(() => {
        const lab = /** @type {Element} */ (shadow().querySelector(".lab"));
        return getComputedStyle(lab).backgroundColor.match(/\d+/g)?.map(Number);
    });
    for (const name of NAMES) {
        const { bytes, text, written, size } = await picture(page, name);
        await decode(page, bytes);
        const corner = await page.evaluate(() => {
            return [.../** @type {any} */ (window).image.data.slice(0, 3)];
        });
        assert.deepEqual(corner, paper, name);
        assert.deepEqual(cutOff(written), [], name);
        const caption = text.slice(text.indexOf("Spiral Lab")).replaceAll(" | ", " · ");
        for (const item of [
            "epoch 3, batch 1 of 25",
            `loss ${loss.toFixed(4)}`,
            `accuracy ${accuracy.toFixed(4)}`,
            "validation loss 0.",
            "Dataset Moons",
            "Hidden layers 64-32:tanh-128-128-128-128-128-128",
            "Batch normalization on",
            "L2 penalty 0.0001",
        ])
            assert.ok(caption.includes(item), `${item} in ${caption}`);
        assert.doesNotMatch(caption, /Seed|Momentum|Learning rate/);
        assert.ok(size.width > 300);
    }
    assert.match(
        (await picture(page, "map")).text,
        /^Regions by confidence \| 0 \| 1 \| misclassified/,
    );
    assert.match((await picture(page, "curves")).text, /Loss {2}epoch 2: .*training \| validation/);
    assert.match((await picture(page, "report")).text, /^Classification report · Training \| /);
    await page.keyboard.press("Escape");
    await click(page, 'button[value="zh-Hant"]');
    await call(page, "configure", { epochs: 60 });
    await click(page, ".share-button");
    const chinese = await picture(page, "map", 1000);
    assert.match(chinese.text, /^區域與機率 .*分錯 \| 驗證/);
    assert.match(chinese.text, /螺旋實驗室 · 第 3 個週期的第 1 批（共 25 批） · 損失 /);
    assert.match(chinese.text, /資料集 雙月/);
    assert.match(chinese.text, /批次正規化 開/);
    assert.deepEqual(cutOff(chinese.written), []);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a picture of a running training shows one moment, and the training goes on", async () => {
    const { page, problems } = await open();
    await call(page, "configure", { epochs: 10000 });
    await page.evaluate(() => spiralLab().setAttribute("speed", "full"));
    await call(page, "play");
    await until(page, "lab.state.epoch > 2");
    await click(page, ".share-button");
    const { text } = await picture(page, "report", 1000);
    const { totalSteps } = await call(page, "state");
    await until(page, `lab.state.running && lab.state.totalSteps > ${totalSteps}`);
    await page.keyboard.press("Escape");
    // The weights of that moment have that accuracy.
    const found = /epoch (\d+)(?:, batch (\d+) of 47)?/.exec(text);
    assert.ok(found, text);
    const [epoch, batch] = [Number(found[1]), Number(found[2] ?? 47)];
    const lab = await loadLab();
    const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
    model.train(47 * (epoch - 1) + batch);
    const told = model.classificationReport().split("\n");
    model.dispose();
    // A row's name is drawn apart from its numbers.
    const plain = (/** @type {string} */ drawn) => drawn.replace(/[\s|]+/g, " ").trim();
    for (const line of told.filter((line) => line.includes("avg")))
        assert.ok(plain(text).includes(plain(line)), `${line} in ${text}`);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a picture shows the part that was zoomed into, and no points if they are hidden", async () => {
    const { page } = await open({ path: "/#v=1&samples=hidden" });
    await call(page, "fit", 4);
    await click(page, "button[name=zoom-in]");
    await click(page, "button[name=zoom-in]");
    await drawn(page);
    await click(page, ".share-button");
    const { written } = await picture(page, "map", 1000);
    const numbers = written.flatMap(({ text }) => (/^−?\d\.\d$/.test(text) ? [text] : []));
    const axis = ["−0.2", "0.0", "0.2"];
    assert.deepEqual(numbers, [...axis, ...axis]);
    // Zoomed in fully at the lower left, the axes' labels are longest.
    await page.keyboard.press("Escape");
    await click(page, "button[name=zoom-whole]");
    const box = await (await find(page, ".crosshair")).boundingBox();
    assert.ok(box);
    await page.keyboard.down("Control");
    for (const part of [0.25, 0.26, 0.27]) {
        await page.mouse.move(box.x + part * box.width, box.y + (1 - part) * box.height);
        for (let i = 0; i < 4; i++) await page.mouse.wheel({ deltaY: -120 });
    }
    await page.keyboard.up("Control");
    await click(page, ".share-button");
    for (const width of [0, 1000, 3000]) {
        const { written, text } = await picture(page, "map", width);
        assert.match(text, /−0\.\d\d/);
        assert.deepEqual(cutOff(written), []);
    }
    await page.close();
});

/**
 * Checks what the page says in a browser that withholds pixels, and that it saves no file.
 * @param {Page} page
 * @param {RegExp} pattern
 */
async function assertRefused(page, pattern) {
    for (const name of NAMES) {
        await page.evaluate((name) => {
            const root = document.querySelector("spiral-lab")?.shadowRoot;
            const button = root?.querySelector(`.share button[name=${name}]`);
            /** @type {HTMLElement | null | undefined} */ (button)?.click();
        }, name);
        await page.waitForFunction(() =>
            document.querySelector("spiral-lab")?.shadowRoot?.querySelector(".said.bad"),
        );
        const said = await page.evaluate(() => {
            const root = document.querySelector("spiral-lab")?.shadowRoot;
            return root?.querySelector(".said.bad")?.textContent;
        });
        assert.match(said ?? "", pattern);
        assert.equal(await page.evaluate(() => /** @type {any} */ (window).files.length), 0);
    }
}

/** What browsers do to pixels that a page reads. Each runs in the page, before its scripts. */
const withheld = {
    "noise instead of pixels": () => {
        const context = CanvasRenderingContext2D.prototype;
        const { getImageData } = context;
        /** @this {CanvasRenderingContext2D} @param {any[]} args */
        context.getImageData = function (...args) {
            const image = Reflect.apply(getImageData, this, args);
            crypto.getRandomValues(image.data.subarray(0, 65536));
            return image;
        };
    },
    "a white PNG": () => {
        const { toBlob } = HTMLCanvasElement.prototype;
        /** @this {HTMLCanvasElement} @param {any[]} args */
        HTMLCanvasElement.prototype.toBlob = function (...args) {
            const canvas = document.createElement("canvas");
            Object.assign(canvas, { width: this.width, height: this.height });
            Reflect.apply(toBlob, canvas, args);
        };
    },
    "no PNG": () => {
        HTMLCanvasElement.prototype.toBlob = (/** @type {BlobCallback} */ done) => done(null);
    },
};

for (const [what, withhold] of Object.entries(withheld))
    test(`a browser that gives ${what} is reported, in both languages, and no file is spoiled`, async () => {
        for (const [language, pattern] of /** @type {const} */ ([
            ["en-US", /withholds the pixels .* take a screenshot/],
            ["zh-TW", /不讓網頁讀取圖的像素.*螢幕截圖/],
        ])) {
            const script = /** @type {any} */ (`${first} (${withhold})();`);
            const { page, problems } = await open({ language, first: script });
            await click(page, ".share-button");
            await assertRefused(page, pattern);
            await click(page, ".share button[name=history]");
            await page.waitForFunction(() => /** @type {any} */ (window).files.length === 1);
            assert.deepEqual(problems, []);
            await page.close();
        }
    });

test("changes that nobody sees, in the lowest bits of pixels, do not stop a picture", async () => {
    const farble = () => {
        const context = CanvasRenderingContext2D.prototype;
        const { getImageData } = context;
        /** @this {CanvasRenderingContext2D} @param {any[]} args */
        context.getImageData = function (...args) {
            const image = Reflect.apply(getImageData, this, args);
            for (let i = 0; i < image.data.length; i += 7) image.data[i] ^= 1;
            return image;
        };
    };
    const { page } = await open({ first: /** @type {any} */ (`${first} (${farble})();`) });
    await click(page, ".share-button");
    const { size } = await picture(page, "report", 1000);
    assert.equal(size.width, 1000);
    await page.close();
});

test("Firefox is reported if it resists fingerprinting, and otherwise saves pictures", async (t) => {
    for (const resists of [true, false]) {
        const firefox = await startFirefox({ "privacy.resistFingerprinting": resists });
        if (!firefox) {
            t.skip("There is no Firefox here.");
            return;
        }
        try {
            const page = await firefox.browser.newPage();
            await page.goto(started.origin);
            await page.evaluate(`(${catchFiles})()`);
            await page.evaluate(async () => {
                const lab = /** @type {any} */ (document.querySelector("spiral-lab"));
                await lab.ready;
                lab.shadowRoot.querySelector(".share-button").click();
            });
            if (resists) {
                await assertRefused(page, /withholds the pixels|不讓網頁讀取圖的像素/);
            } else {
                await page.evaluate(() => {
                    const root = document.querySelector("spiral-lab")?.shadowRoot;
                    const button = root?.querySelector(".share button[name=map]");
                    /** @type {HTMLElement | null | undefined} */ (button)?.click();
                });
                await page.waitForFunction(() => /** @type {any} */ (window).files.length === 1);
            }
            await page.close();
        } finally {
            await firefox.close();
        }
    }
});
