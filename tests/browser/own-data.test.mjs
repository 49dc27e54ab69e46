/** Points from a table: chosen, dropped or pasted, seen before they are taken, and named everywhere. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { choose } from "../../web/points/choose.js";
import { guess, readTable } from "../../web/points/table.js";
import {
    call,
    catchFiles,
    click,
    eventually,
    faults,
    find,
    openPage,
    startBrowser,
    take,
    textOf,
    viewports,
} from "./support.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const BUILD = fileURLToPath(new URL("../../build/", import.meta.url));
const TRAIN = fileURLToPath(new URL("../../scripts/train.mjs", import.meta.url));
/** @param {string} name */
const place = (name) => fileURLToPath(new URL(`../data/tables/${name}.csv`, import.meta.url));

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
/** @type {string} */ let folder;
before(async () => {
    started = await startBrowser();
    mkdirSync(BUILD, { recursive: true });
    folder = mkdtempSync(path.join(BUILD, "own-data-"));
});
after(async () => {
    await started.close();
    rmSync(folder, { recursive: true });
});

const DIALOG = ".own-data";

/** @param {Page} page */
async function openDialog(page) {
    await click(page, ".open-file");
    await find(page, `${DIALOG}[open]`);
}

/** Gives the dialog a file, as the file chooser does. @param {Page} page @param {string} file */
async function choosePath(page, file) {
    const input = await page.$(`spiral-lab >>> ${DIALOG} input[type=file]`);
    await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
        input
    ).uploadFile(file);
}

/** @param {string} name @param {string | Uint8Array} content */
function file(name, content) {
    const at = path.join(folder, name);
    writeFileSync(at, content);
    return at;
}

/** @param {Page} page @param {string} text */
async function paste(page, text) {
    await page.$eval(
        `spiral-lab >>> ${DIALOG} textarea`,
        (field, value) => {
            /** @type {HTMLTextAreaElement} */ (field).value = value;
            field.dispatchEvent(new Event("input"));
        },
        text,
    );
}

/** Fails if something does not hold soon. @param {() => Promise<boolean>} holds */
async function comes(holds) {
    await eventually(holds);
    assert.ok(await holds(), `this has never come: ${holds}`);
}

/** Takes the points, and waits until the dialog is gone. @param {Page} page */
async function use(page) {
    await click(page, `${DIALOG} button[name=use]`);
    await comes(() => page.$eval(`spiral-lab >>> ${DIALOG}`, (e) => !e.matches("[open]")));
}

/** Whether the points can be taken. @param {Page} page */
const isReady = (page) =>
    page.$eval(`spiral-lab >>> ${DIALOG} button[name=use]`, (e) => !e.matches(":disabled"));

/** @param {Page} page @param {string} selector */
const textsOf = (page, selector) =>
    page.$$eval(`spiral-lab >>> ${selector}`, (all) => all.map((e) => e.textContent ?? ""));

/** @param {...string} flags */
function trainInNode(...flags) {
    const args = [TRAIN, "--json", ...flags];
    const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    return JSON.parse(stdout);
}

for (const [name, flags] of /** @type {const} */ ([
    ["iris", []],
    ["penguins", ["--standardize"]],
]))
    test(`${name}: a file gives the page the run that it gives train.mjs, with its names`, async () => {
        const { page, problems } = await openPage(started);
        await openDialog(page);
        await choosePath(page, place(name));
        await comes(() => isReady(page));
        assert.equal(await textOf(page, `${DIALOG} .file-name`), `${name}.csv`);
        await use(page);
        await call(page, "fit", 5);
        const node = trainInNode("--data", place(name), "--epochs", "5", ...flags);
        const state = await page.evaluate(() => ({
            checksum: /** @type {any} */ (spiralLab()).state.checksum,
            report: /** @type {any} */ (spiralLab()).reportText,
        }));
        assert.equal(state.checksum, node.weights_sha256);
        assert.equal(state.report, node.report);
        const { labels } = node.data;
        assert.deepEqual((await textsOf(page, ".key li")).slice(0, 3), labels);
        assert.deepEqual(await textsOf(page, ".pointer tbody th"), labels);
        const heads = await textsOf(page, ".matrix [role=rowheader]");
        labels.forEach((/** @type {string} */ label, /** @type {number} */ k) => {
            assert.match(heads[k], new RegExp(label));
        });
        const script = await call(page, "kerasScript");
        assert.ok(script.includes(`target_names=${JSON.stringify(labels).replaceAll(",", ", ")}`));
        assert.deepEqual(problems, []);
        await page.close();
    });

test("the preview says what is chosen, what is left out, and how it is scaled", async () => {
    const { page, problems } = await openPage(started);
    await openDialog(page);
    await paste(page, readFileSync(place("penguins"), "utf8"));
    assert.equal(
        await textOf(page, `${DIALOG} .about`),
        "Rows: 344 · columns: 8 · separated by commas",
    );
    const values = () =>
        page.$$eval(`spiral-lab >>> ${DIALOG} select`, (all) =>
            all.map((e) => {
                const { options, selectedIndex } = /** @type {HTMLSelectElement} */ (e);
                return options[selectedIndex].text;
            }),
        );
    assert.deepEqual(await values(), ["bill_length_mm", "bill_depth_mm", "species"]);
    const facts = await textsOf(page, `${DIALOG} .facts p`);
    assert.deepEqual(facts, [
        "Points: 342 · classes: 3",
        "Rows left out, since they lack a value: 2 (“bill_length_mm”: 2, “bill_depth_mm”: 2).",
        "Standardized to mean 0 and standard deviation 1: “bill_length_mm” mean 43.92, standard deviation 5.452; “bill_depth_mm” mean 17.15, standard deviation 1.972.",
    ]);
    assert.deepEqual(await textsOf(page, `${DIALOG} .classes li`), [
        "Adelie151",
        "Chinstrap68",
        "Gentoo123",
    ]);
    assert.equal((await textsOf(page, `${DIALOG} tbody tr`)).length, 5);
    assert.deepEqual(await textsOf(page, `${DIALOG} thead .chosen b`), ["Label", "x", "y"]);

    // A column that is chosen for something else changes places with the one that it takes.
    const select = async (/** @type {string} */ role, /** @type {string} */ value) => {
        const control = await page.$(`spiral-lab >>> ${DIALOG} select[name=${role}]`);
        await control?.select(value);
    };
    await select("y", "2");
    assert.deepEqual(await values(), ["bill_depth_mm", "bill_length_mm", "species"]);
    await select("x", "1");
    const fault = ["“Torgersen” in row 2 of “island” is not a number."];
    assert.deepEqual(await textsOf(page, `${DIALOG} .facts p`), fault);
    assert.equal(await isReady(page), false);
    await select("x", "4");
    assert.equal(await isReady(page), true);
    await click(page, `${DIALOG} input[name=standardize]`);
    assert.match((await textsOf(page, `${DIALOG} .facts p`))[2], /^Taken as they are: “flipper/);
    await click(page, `${DIALOG} input[name=header]`);
    assert.match(
        await textOf(page, `${DIALOG} .facts`),
        /^“flipper_length_mm” in row 1 of column 5/,
    );
    await click(page, `${DIALOG} input[name=header]`);
    await use(page);
    const { axes, x } = await page.evaluate(() => {
        const { axes, x } = /** @type {any} */ (spiralLab()).data;
        return { axes, x: [...x.slice(0, 2)] };
    });
    assert.deepEqual(axes, ["flipper_length_mm", "bill_length_mm"]);
    assert.deepEqual(x, [181, Math.fround(39.1)]);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a second file is the test set, with the report that train.mjs --test prints", async () => {
    const { page, problems } = await openPage(started);
    const [head, ...body] = readFileSync(place("penguins"), "utf8").trimEnd().split("\n");
    /** @param {string} name @param {(i: number) => boolean} has */
    const part = (name, has) => file(name, [head, ...body.filter((_, i) => has(i))].join("\n"));
    const training = part("training.csv", (i) => i % 3 > 0);
    const tested = part("test.csv", (i) => i % 3 === 0);
    await openDialog(page);
    await choosePath(page, training);
    await comes(() => isReady(page));
    await page.select(`spiral-lab >>> ${DIALOG} select[name=y]`, "4");
    await use(page);
    await call(page, "fit", 5);
    const before = await page.evaluate(() => /** @type {any} */ (spiralLab()).state);
    await openDialog(page);
    await choosePath(page, tested);
    await comes(() => isReady(page));
    await click(page, `${DIALOG} button[name=test]`);
    await comes(async () => (await textOf(page, `${DIALOG} .tested pre`)) !== "");
    const flags = ["--standardize", "--epochs", "5", "--y", "flipper_length_mm"];
    const node = trainInNode("--data", training, "--test", tested, ...flags).test;
    assert.equal(await textOf(page, `${DIALOG} .tested pre`), node.report);
    const { loss, accuracy } = node.evaluation;
    assert.equal(
        await textOf(page, `${DIALOG} .tested p`),
        `Test set: ${node.samples} points, loss ${loss.toFixed(4)}, accuracy ${accuracy.toFixed(4)}, after 5 epochs.`,
    );
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (spiralLab()).state), before);
    assert.deepEqual(await faults(page), []);

    // A single class is enough for a test, and another than the training's is too much.
    await paste(page, [head, ...body.filter((row) => row.startsWith("Gentoo"))].join("\n"));
    await click(page, `${DIALOG} button[name=test]`);
    await comes(async () => /^Test set: 123 /.test(await textOf(page, `${DIALOG} .tested p`)));
    await paste(page, [head, ...body].join("\n").replace("Gentoo", "Emperor"));
    assert.equal(
        await page.$eval(`spiral-lab >>> ${DIALOG} .tested`, (e) => e.checkVisibility()),
        false,
    );
    await click(page, `${DIALOG} button[name=test]`);
    const stranger = /^The label “Emperor” in row \d+ of “species” is not among/;
    await comes(async () => stranger.test(await textOf(page, `${DIALOG} .said`)));
    assert.deepEqual(problems, []);
    await page.close();
});

const CSV = "x,y,label\n1,2,a\n3,4,b\n";

/** @type {[name: string, content: string | Uint8Array, english: RegExp, chinese: RegExp][]} */
const BAD = [
    ["empty.csv", "", /^There are no rows in it\.$/, /^裡面一列也沒有。$/],
    [
        "book.csv",
        "PK\u0003\u0004…",
        /^This is an Excel workbook .* save the sheet as CSV\.$/,
        /另存成 CSV。$/,
    ],
    [
        "cut.csv",
        Buffer.from(`\ufeff${CSV}`, "utf16le").subarray(0, -1),
        /^This UTF-16/,
        /^這份 UTF-16/,
    ],
    [
        "big5.csv",
        Buffer.from("312c322ca6ba0a332c342ca46b0a", "hex"),
        /^Row 1 is not in UTF-8 /,
        /^第 1 列不是 UTF-8/,
    ],
    ["long.csv", `${CSV}5,6,a,7\n`, /^Row 4 has 4 cells/, /^第 4 列有 4 格/],
    ["open.csv", `${CSV}5,6,"a\n`, /row 4 is never closed\.$/, /^第 4 列.*沒有結束。$/],
    ["rows.csv", "1,2,a\n3,4,b\n".repeat(50_001), /more than 100000 rows/, /超過 100000 列/],
    [
        "wide.csv",
        `${"1,".repeat(999_999)}a\n`,
        /^Row 1 has 1000000 columns/,
        /^第 1 列有 1000000 欄/,
    ],
];

test("a file that is no table is refused in one sentence, and the points stay", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "fit", 1);
    const before = await page.evaluate(() => /** @type {any} */ (spiralLab()).state);
    await openDialog(page);
    for (const [name, content, english, chinese] of BAD) {
        await choosePath(page, file(name, content));
        await comes(async () => english.test(await textOf(page, `${DIALOG} .said`)));
        assert.equal(await isReady(page), false, name);
        await page.evaluate(() => spiralLab().setAttribute("lang", "zh-Hant"));
        assert.match(await textOf(page, `${DIALOG} .said`), chinese);
        await page.evaluate(() => spiralLab().setAttribute("lang", "en"));
    }
    // What is read before it is refused for its cells is shown, with the sentence beside it.
    await choosePath(page, file("text.csv", `${CSV}five,6,a\n`));
    await comes(async () => /“five” in row 4/.test(await textOf(page, `${DIALOG} .facts`)));
    assert.equal(await textOf(page, `${DIALOG} .said`), "");
    // 200 MB that nobody has to write to a disk.
    await page.$eval(`spiral-lab >>> ${DIALOG} input[type=file]`, (input) => {
        Blob.prototype.arrayBuffer = () => {
            throw new Error("It must not be read.");
        };
        const part = new Uint8Array(10_000_000);
        const transfer = new DataTransfer();
        transfer.items.add(new File(Array(20).fill(part), "large.csv"));
        /** @type {HTMLInputElement} */ (input).files = transfer.files;
        input.dispatchEvent(new Event("change"));
    });
    await comes(async () => /has 200 MB/.test(await textOf(page, `${DIALOG} .said`)));
    await click(page, `${DIALOG} button[name=cancel]`);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (spiralLab()).state), before);
    assert.deepEqual(problems, []);
    await page.close();
});

test("hostile and endless names are text wherever they are shown", async () => {
    const { page, problems } = await openPage(started, { first: catchFiles });
    const hostile = "<img src=x onerror=globalThis.harmed=1>";
    const names = [hostile, "__proto__", "constructor", "endless ".repeat(63).trim()];
    const rows = Array.from({ length: 80 }, (_, i) => `${i % 9},${i % 7},"${names[i % 4]}"\n`);
    await openDialog(page);
    await paste(page, `x,<b>y</b>,label\n${rows.join("")}`);
    const shown = await page.$$eval(`spiral-lab >>> ${DIALOG} .classes .name`, (all) =>
        all.map((e) => /** @type {HTMLElement} */ (e).title),
    );
    assert.deepEqual(shown, [...names].sort());
    await use(page);
    await call(page, "fit", 2);
    for (const part of ["matrix", "report"]) await click(page, `.judgement button[value=${part}]`);
    assert.deepEqual((await textsOf(page, ".key li")).slice(0, 4), [...names].sort());
    assert.deepEqual(await textsOf(page, ".pointer tbody th"), [...names].sort());
    const report = await page.evaluate(() => /** @type {any} */ (spiralLab()).reportText);
    for (const name of names) assert.ok(report.includes(`${name} `));
    assert.equal(await textOf(page, ".report pre, .report + pre"), report);
    const line = await page.$eval(
        "spiral-lab >>> .report [role=gridcell]",
        (cell) => cell.getBoundingClientRect().height,
    );
    assert.ok(line > 10, `a line of the report is ${line} pixels high`);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.match(await textOf(page, ".paper, .sheet, [class*=paper]"), /<img src=x/);
    const state = await page.evaluate(() => ({
        images: document.images.length + shadow().querySelectorAll("img, b:not(.chosen b)").length,
        harmed: "harmed" in globalThis,
        width: document.documentElement.scrollWidth <= innerWidth,
    }));
    assert.deepEqual(state, { images: 0, harmed: false, width: true });
    assert.deepEqual(problems, []);
    await page.close();
});

test("a file can be dropped anywhere on the lab, which shows it", async () => {
    const { page, problems } = await openPage(started);
    /** @param {string} type @param {string} on @param {string} [name] of a file */
    const drag = (type, on, name = "dropped.csv") =>
        page.evaluate(
            (type, on, name, text) => {
                const dataTransfer = new DataTransfer();
                if (name) dataTransfer.items.add(new File([text], name));
                else dataTransfer.setData("text/plain", "words");
                const options = { bubbles: true, cancelable: true, composed: true, dataTransfer };
                const event = new DragEvent(type, options);
                shadow().querySelector(on)?.dispatchEvent(event);
                return event.defaultPrevented;
            },
            type,
            on,
            name,
            CSV,
        );
    const isShown = () =>
        page.evaluate(() => shadow().querySelector(".drop-target")?.checkVisibility() ?? false);
    await drag("dragenter", ".report", "");
    assert.equal(await isShown(), false);
    await drag("dragleave", ".report", "");
    await drag("dragenter", ".report");
    assert.equal(await isShown(), true);
    assert.equal(await drag("dragover", ".report"), true);
    await drag("dragenter", ".map");
    await drag("dragleave", ".report");
    assert.equal(await isShown(), true);
    await drag("dragleave", ".map");
    assert.equal(await isShown(), false);
    assert.equal(await drag("dragover", ".map"), false);
    await drag("dragenter", ".map");
    assert.equal(await drag("drop", ".map"), true);
    assert.equal(await isShown(), false);
    await comes(() => isReady(page));
    assert.equal(await textOf(page, `${DIALOG} .file-name`), "dropped.csv");
    await click(page, `${DIALOG} button[name=cancel]`);
    // Other dialogs take files of their own, and so does none that shows no data.
    await click(page, ".help-button, .help");
    await drag("dragenter", ".map");
    assert.equal(await isShown(), false);
    await page.keyboard.press("Escape");
    await page.evaluate(() => spiralLab().setAttribute("parts", "map,transport"));
    await drag("dragenter", ".map");
    assert.equal(await isShown(), false);
    assert.deepEqual(problems, []);
    await page.close();
});

for (const viewport of viewports)
    for (const scheme of /** @type {const} */ (["light", "dark"]))
        test(`axe finds nothing in the dialog, and it fits: ${viewport.width}, ${scheme}`, async () => {
            const { page, problems } = await openPage(started, { viewport, scheme });
            await page.$eval("spiral-lab >>> .open-file", (e) =>
                /** @type {HTMLElement} */ (e).click(),
            );
            await find(page, `${DIALOG}[open]`);
            assert.deepEqual(await faults(page), []);
            await paste(page, readFileSync(place("penguins"), "utf8"));
            assert.deepEqual(await faults(page), []);
            const fits = await page.$eval(
                `spiral-lab >>> ${DIALOG}`,
                (e) => e.scrollWidth <= e.clientWidth && e.getBoundingClientRect().left >= 0,
            );
            assert.ok(fits);
            assert.deepEqual(problems, []);
            await page.close();
        });

test("the keyboard is enough", async () => {
    const { page } = await openPage(started);
    await page.$eval("spiral-lab >>> .open-file", (e) => /** @type {HTMLElement} */ (e).focus());
    await page.keyboard.press("Enter");
    await find(page, `${DIALOG}[open]`);
    const at = () => page.evaluate(() => /** @type {any} */ (shadow().activeElement)?.name ?? "");
    for (let i = 0; i < 5 && (await at()) !== "table"; i++) await page.keyboard.press("Tab");
    for (const line of CSV.trimEnd().split("\n")) {
        await page.keyboard.type(line);
        await page.keyboard.press("Enter");
    }
    for (let i = 0; i < 9 && (await at()) !== "use"; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await comes(async () => (await textsOf(page, ".pointer tbody th")).join() === "a,b");
    assert.ok(await page.evaluate(() => shadow().activeElement?.matches(".open-file")));
    await page.close();
});

test("points leave as CSV, and come back as they were", async () => {
    const { page, problems } = await openPage(started, { first: catchFiles });
    await click(page, ".share-button");
    const { name, bytes } = await take(page, "points");
    assert.equal(name, "spiral-lab-points.csv");
    const table = readTable(bytes.toString());
    const { points } = choose(table, guess(table), { standardized: false });
    const data = await page.evaluate(() => {
        const { x, y, labels } = /** @type {any} */ (spiralLab()).data;
        return { x: [...new Uint32Array(x.buffer)], y: [...y], labels };
    });
    assert.deepEqual([...new Uint32Array(points.x.buffer)], data.x); // -0 too
    assert.deepEqual([...points.y], data.y);
    assert.deepEqual(points.labels, data.labels);
    assert.deepEqual(problems, []);
    await page.close();
});

test("without the script beside it, the page says what is missing", async () => {
    const { page } = await openPage(started);
    await page.setRequestInterception(true);
    page.on("request", (request) => {
        if (request.url().endsWith("spiral-lab-tables.js")) request.abort();
        else request.continue();
    });
    await click(page, ".open-file");
    const missing = /spiral-lab-tables\.js must stand beside spiral-lab\.js\.$/;
    await comes(async () => missing.test(await textOf(page, ".notice p")));
    await page.close();
});
