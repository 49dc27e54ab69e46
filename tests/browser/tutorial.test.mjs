/** The tutorial with live figures, in both languages: what it says, and how its labs wake and sleep. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { readLink } from "../../web/shared/link.js";
import { tutorial } from "../../web/texts/tutorial.js";
import { figures } from "../../web/tutorial/figures.js";
import { settledMemory } from "./memory.mjs";
import { eventually, faults, openPage, startBrowser, startFirefox } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const DIST = new URL("../../dist/", import.meta.url);
const LESSONS = new URL("../../web/lessons/library/", import.meta.url);
const LANGUAGES = /** @type {const} */ ([
    ["zh-Hant", "tutorial.html"],
    ["en", "tutorial.en.html"],
]);
const IDS = Object.keys(figures);
const MOST = 150_000; // bytes of a page
const DESKTOP = { width: 1280, height: 800 };
const PROJECTOR = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };
const SMALL_PHONE = { ...PHONE, width: 320, height: 640 };

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
/** @type {Awaited<ReturnType<typeof startFirefox>>} */ let firefox;
before(async () => {
    started = await startBrowser();
    firefox = await startFirefox();
});
after(async () => {
    await started.close();
    await firefox?.close();
});

/** @param {string} file @param {Partial<Parameters<typeof openPage>[1]>} [options] */
const open = (file, options) => openPage(started, { path: `/${file}`, ready: false, ...options });

/** Brings a figure into the middle of the screen, and waits until its lab is awake. @param {Page} page @param {string} id */
const wake = (page, id) =>
    page.evaluate(async (id) => {
        const stage = document.querySelector(`#${id} .stage`);
        stage?.scrollIntoView({ block: "center", behavior: "instant" });
        for (let looks = 0; looks < 200 && !stage?.matches(".awake"); looks++)
            await new Promise((resolve) => setTimeout(resolve, 50));
        if (!stage?.matches(".awake")) throw new Error(`The lab of ${id} did not wake.`);
    }, id);

/** What is wider than the screen, or cut. @param {Page} page */
const tooWide = (page) =>
    page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        const wide = [...document.querySelectorAll("body *")].filter((element) => {
            if (element.closest("pre, math, template, noscript")) return false; // code scrolls
            return element.getBoundingClientRect().right > width + 0.5;
        });
        if (document.documentElement.scrollWidth > width) wide.push(document.documentElement);
        return wide.map((element) => element.outerHTML.slice(0, 100));
    });

/** Where everything outside the labs is, on the page. @param {Page} page */
const places = (page) =>
    page.evaluate(() =>
        Array.from(document.querySelectorAll("h2, h3, p, .stage, figcaption, pre"), (element) =>
            Math.round(element.getBoundingClientRect().top + scrollY),
        ),
    );

for (const [language, file] of LANGUAGES)
    for (const [name, viewport, scheme] of /** @type {const} */ ([
        ["a desktop", DESKTOP, "light"],
        ["a projector", PROJECTOR, "light"],
        ["a phone", PHONE, "dark"],
        ["a small phone", SMALL_PHONE, "light"],
    ]))
        test(`on ${name} all is within reach and nothing moves, ${language}`, async () => {
            const { page, problems } = await open(file, { viewport, scheme });
            const before = await places(page);
            for (const id of IDS) {
                await wake(page, id);
                await page.evaluate(async (id) => {
                    const lab = /** @type {any} */ (document.querySelector(`#${id} spiral-lab`));
                    await lab.fit(); // some then say what went wrong, which takes room
                }, id);
                assert.deepEqual(await tooWide(page), [], id);
                assert.deepEqual(await places(page), before, `after ${id} was awake`);
                if (IDS.indexOf(id) % 3 === 2) assert.deepEqual(await faults(page), [], id);
            }
            assert.deepEqual(problems, []);
            await page.close();
        });

/** Scrolls from top to bottom and back, and gives the most labs that there were at any time. @param {Page} page */
const scrollThrough = (page) =>
    page.evaluate(async () => {
        const labs = document.getElementsByTagName("spiral-lab");
        let most = 0;
        const observer = new MutationObserver(() => {
            most = Math.max(most, labs.length);
        });
        observer.observe(document.body, { childList: true, subtree: true });
        const end = document.documentElement.scrollHeight - innerHeight;
        const steps = Math.ceil(end / 400);
        const ways = Array.from({ length: steps + 1 }, (_, i) => (end * i) / steps);
        for (const top of [...ways, ...ways.reverse()]) {
            scrollTo({ top, behavior: "instant" });
            await new Promise((resolve) => setTimeout(resolve, 60));
        }
        observer.disconnect();
        return most;
    });

test("scrolling through it three times wakes three at a time, and leaves no memory behind", async () => {
    const { page, problems } = await open("tutorial.html", { viewport: PHONE });
    const settled = () => settledMemory(started.browser, page);
    await scrollThrough(page);
    await scrollThrough(page);
    const first = await settled();
    for (let i = 0; i < 3; i++) assert.equal(await scrollThrough(page), 3);
    const grown = (await settled()) - first;
    assert.equal(await page.evaluate(() => document.querySelectorAll("spiral-lab").length), 3);
    await eventually(() => page.workers().length === 3);
    assert.equal(page.workers().length, 3);
    // The measure must show labs that stay.
    await page.evaluate(async () => {
        for (let i = 0; i < 6; i++) {
            const lab = /** @type {any} */ (document.createElement("spiral-lab"));
            document.body.append(lab);
            await lab.fit(1);
        }
    });
    const kept = (await settled()) - first - grown;
    const megabytes = `${(grown / 1024).toFixed(1)} MB after three rounds, ${(kept / 1024).toFixed(1)} MB for six labs`;
    console.log(`    memory: ${megabytes}`);
    assert.ok(grown < kept / 3, megabytes);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a lab that sleeps is a picture, and goes on where it was when it wakes", async () => {
    const { page, problems } = await open("tutorial.en.html");
    /** The figure's lab and pictures. */
    const seen = () =>
        page.evaluate(() => {
            const stage = document.querySelector("#training .stage");
            const lab = /** @type {any} */ (stage?.querySelector("spiral-lab"));
            const pictures = [...(stage?.querySelectorAll("[data-picture]") ?? [])];
            return {
                isAwake: stage?.matches(".awake"),
                state: lab?.state,
                hidden: pictures.map((it) => getComputedStyle(it).visibility === "hidden"),
                pictures: pictures.map((it) => {
                    const { width, height } = it.getBoundingClientRect();
                    const label = it.getAttribute("aria-label");
                    return { kind: it.localName, label, isHigh: height > width / 3 };
                }),
            };
        });
    const kept = { kind: "canvas", label: tutorial.en["page.kept"], isHigh: true };
    await wake(page, "training");
    const before = await page.evaluate(async () => {
        const lab = /** @type {any} */ (document.querySelector("#training spiral-lab"));
        await lab.fit(2);
        const { checksum } = lab.state;
        return checksum;
    });
    assert.deepEqual((await seen()).hidden, [true, true]);
    await wake(page, "parameters");
    await wake(page, "saddle");
    await eventually(async () => !(await seen()).isAwake);
    const asleep = await seen();
    assert.deepEqual(asleep.hidden, [false, false]);
    assert.deepEqual(asleep.pictures, [kept, kept]);
    await wake(page, "training");
    const { state } = await seen();
    assert.deepEqual([state.checksum, state.epoch], [before, 2]);
    // One that is training falls asleep too.
    await page.evaluate(() => {
        const lab = /** @type {any} */ (document.querySelector("#training spiral-lab"));
        return lab.play();
    });
    await wake(page, "parameters");
    await wake(page, "saddle");
    await eventually(async () => !(await seen()).isAwake);
    await wake(page, "training");
    assert.ok((await seen()).state.totalSteps >= 94);
    assert.equal((await seen()).state.running, false);
    assert.deepEqual(problems, []);
    await page.close();
});

test("the one that is used by keyboard stays awake", async () => {
    const { page } = await open("tutorial.html");
    await wake(page, "parameters");
    await page.evaluate(() => {
        const lab = document.querySelector("#parameters spiral-lab");
        const button = /** @type {HTMLElement} */ (
            lab?.shadowRoot?.querySelector(".transport button")
        );
        button.focus({ preventScroll: true });
    });
    for (const id of ["saddle", "optimizers", "report"]) await wake(page, id);
    const awake = await page.evaluate(() =>
        Array.from(document.querySelectorAll(".awake"), (stage) => stage.closest("figure")?.id),
    );
    assert.equal(awake.length, 3);
    assert.ok(awake.includes("parameters"), awake.join());
    await page.close();
});

/** Samples that a network gets wrong, as a text may say. @param {Record<string, string>} attributes */
async function countWrong(attributes) {
    const lab = await loadLab();
    const link = new URLSearchParams(attributes).toString();
    const { settings } = readLink(link, lab, {});
    const data = lab.makeData(settings);
    const model = lab.createModel(settings, data);
    model.fit(settings.epochs);
    return model.predict(data.x).filter((label, i) => label !== data.y[i]).length;
}

for (const [language, file] of LANGUAGES)
    test(`the labs give the numbers that the texts say, ${language}`, async () => {
        const { page, problems } = await open(file);
        let count = 0;
        for (const [id, { run, variants = {} }] of Object.entries(
            /** @type {Record<string, import("../../web/tutorial/figures.js").Figure>} */ (figures),
        ))
            for (const [variant, changes] of Object.entries({ "": {}, ...variants })) {
                /** What the page says of this run. */
                const said = await page.evaluate(
                    (id, variant) => {
                        const figure = document.getElementById(id);
                        /** @type {[string, number, string][]} */
                        const all = [];
                        for (let at = figure?.nextElementSibling; at; at = at.nextElementSibling) {
                            if (at.matches("figure, h2, h3")) break;
                            for (const data of at.querySelectorAll("data"))
                                if (data.dataset.run === variant)
                                    all.push([
                                        data.dataset.name ?? "",
                                        Number(data.value),
                                        data.textContent ?? "",
                                    ]);
                        }
                        return all;
                    },
                    id,
                    variant,
                );
                if (said.length === 0) continue;
                const got = await page.evaluate(
                    async (id, changes) => {
                        const template = document.querySelector(`#${id} template`);
                        const { content } = /** @type {HTMLTemplateElement} */ (template);
                        const copy = document.importNode(content, true);
                        const lab = /** @type {any} */ (copy.firstElementChild);
                        for (const [name, text] of Object.entries(changes))
                            lab.setAttribute(name, text);
                        lab.removeAttribute("steps");
                        document.body.append(lab);
                        const { loss: firstLoss } = await lab.fit(1);
                        const { loss, accuracy, parameters } = await lab.fit(
                            lab.settings.epochs - 1,
                        );
                        lab.remove();
                        return { firstLoss, loss, accuracy, parameters };
                    },
                    id,
                    changes,
                );
                const wrong = await countWrong({ ...run, ...changes });
                const right = { ...got, wrong };
                for (const [name, value, text] of said) {
                    const place = `${id} ${variant} ${name}`;
                    assert.equal(value, Reflect.get(right, name), place);
                    const read = Number(text.replace(",", "").replace("%", ""));
                    const written = text.endsWith("%") ? read / 100 : read;
                    assert.ok(Math.abs(written - value) < 0.00051, `${place}: ${text}`);
                    count++;
                }
            }
        assert.ok(count >= 20, `${count} numbers`);
        assert.deepEqual(problems, []);
        await page.close();
    });

for (const [language, file] of LANGUAGES)
    test(`without scripts it can be read, and has its pictures, ${language}`, async () => {
        const page = await started.browser.newPage();
        await page.setJavaScriptEnabled(false);
        await page.goto(`${started.origin}/${file}`);
        const seen = await page.evaluate(() => {
            /** @param {Element} element */
            const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
            return {
                note: [...document.querySelectorAll(".without-scripts")].filter(isSeen).length,
                labs: document.querySelectorAll("spiral-lab").length,
                buttons: [...document.querySelectorAll("button")].filter(isSeen).length,
                figures: Array.from(document.querySelectorAll("figure"), (figure) => {
                    const images = [...figure.querySelectorAll("img")];
                    const good = images.filter(
                        (image) => isSeen(image) && image.naturalWidth > 100 && image.alt,
                    );
                    return good.length === images.length && good.length > 0 ? figure.id : "";
                }),
            };
        });
        assert.deepEqual(seen, { note: 1, labs: 0, buttons: 0, figures: IDS });
        await page.close();
    });

test("each figure has its code, a link to the same run, and a notebook", async () => {
    const { page, problems } = await open("tutorial.html");
    const lab = await loadLab();
    const told = await page.evaluate(() =>
        Array.from(document.querySelectorAll("figure"), (figure) => ({
            code: figure.querySelector(".code")?.textContent ?? "",
            link: figure.querySelector("a")?.getAttribute("href") ?? "",
            lesson: figure
                .querySelector("a + a")
                ?.getAttribute("href")
                ?.match(/lesson=([^&]*)/)?.[1],
        })),
    );
    for (const [i, { code, link, lesson }] of told.entries()) {
        await readFile(new URL(`${lesson}.json`, LESSONS)); // there is one
        const [path, fragment] = link.split("#");
        assert.equal(path, "index.html");
        const { run } = /** @type {import("../../web/tutorial/figures.js").Figure} */ (
            Reflect.get(figures, IDS[i])
        );
        const plain = readLink(new URLSearchParams(run).toString(), lab, {});
        const choices = { lang: { initial: "auto", pattern: "", words: ["auto", "zh-Hant"] } };
        const linked = readLink(fragment, lab, choices);
        assert.deepEqual([linked.settings, linked.problems], [plain.settings, []]);
        const rate = run["learning-rate"];
        if (rate && /compile/.test(code))
            assert.match(code, new RegExp(`learning_rate=.*${Number(rate)}`));
        assert.ok(code.length > 60, code);
    }
    await wake(page, "plateau");
    const notebook = await page.evaluate(async () => {
        /** @type {Blob[]} */
        const blobs = [];
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
            blobs.push(/** @type {Blob} */ (blob));
            return create(blob);
        };
        const named = new Promise((resolve) => {
            HTMLAnchorElement.prototype.click = function () {
                resolve(this.download);
            };
        });
        /** @type {HTMLElement | null} */ (document.querySelector("#plateau .notebook"))?.click();
        return { name: await named, text: await blobs[0].text() };
    });
    assert.equal(notebook.name, "spiral-lab-plateau.ipynb");
    assert.equal(JSON.parse(notebook.text).nbformat, 4);
    assert.match(notebook.text, /SGD\(learning_rate=0\.1\)/);
    assert.deepEqual(problems, []);
    await page.close();
});

for (const [name, browser] of /** @type {const} */ ([
    ["Chromium", () => started.browser],
    ["Firefox", () => firefox?.browser],
]))
    test(`it trains from file://, in ${name}`, async (context) => {
        const it = browser();
        if (!it) return context.skip("there is no Firefox here that can be driven");
        const page = await it.newPage();
        /** @type {string[]} */
        const problems = [];
        page.on("console", (message) => {
            if (message.type() === "error") problems.push(message.text());
        });
        page.on("pageerror", (error) => problems.push(String(error)));
        await page.goto(new URL("tutorial.html", DIST).href);
        await wake(page, "parameters");
        const { epoch, checksum } = await page.evaluate(async () => {
            const lab = /** @type {any} */ (document.querySelector("#parameters spiral-lab"));
            return lab.fit(1);
        });
        const model = await trained();
        assert.deepEqual([epoch, checksum], [1, model.weightsSha256()]);
        assert.deepEqual(problems, []);
        await page.close();
    });

async function trained() {
    const lab = await loadLab();
    const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
    model.fit(1);
    return model;
}

test("a page is small, and its source is what a strict policy allows", async () => {
    for (const [, file] of LANGUAGES) {
        const html = await readFile(new URL(file, DIST), "utf8");
        assert.ok(Buffer.byteLength(html) < MOST, `${file} has ${Buffer.byteLength(html)} bytes`);
        const tags = html.match(/<[a-z][^>]*>/g) ?? [];
        assert.deepEqual(
            tags.filter((tag) => /\s(on\w+|style)=/.test(tag)),
            [],
        );
        assert.deepEqual(
            tags.filter((tag) => /(src|href)="(https?:)?\/\//.test(tag)),
            [],
        );
        assert.doesNotMatch(html, /\{\{|undefined/);
    }
});

test("on paper an untrained lab is the picture of what it comes to, and a trained one itself", async () => {
    for (const [, file] of LANGUAGES) {
        const { page, problems } = await open(file, { scheme: "dark" });
        await wake(page, "report"); // which trains its steps by itself
        await wake(page, "training");
        await wake(page, "parameters");
        await page.evaluate(async () => {
            const lab = /** @type {any} */ (document.querySelector("#parameters spiral-lab"));
            await lab.fit(2);
        });
        await page.setViewport({ width: 680, height: 1000 }); // A4 between its margins
        await page.emulateMediaType("print");
        await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
        const shown = await page.$$eval(".figure", (all) =>
            all.map((figure) => {
                const isSeen = (/** @type {string} */ selector) =>
                    figure
                        .querySelector(selector)
                        ?.checkVisibility({ visibilityProperty: true }) === true;
                return `${figure.id}: ${isSeen(".still") ? "still" : ""}${isSeen("spiral-lab") ? "lab" : ""}`;
            }),
        );
        const expected = IDS.map((id) => `${id}: ${id === "parameters" ? "lab" : "still"}`);
        assert.deepEqual(shown.sort(), expected.sort());
        const [background, wide] = await page.evaluate(() => [
            getComputedStyle(document.body).backgroundColor,
            document.documentElement.scrollWidth,
        ]);
        assert.equal(background, "rgb(255, 255, 255)");
        assert.ok(Number(wide) <= 680, `${wide} px`);
        assert.deepEqual(problems, []);
        await page.close();
    }
});
