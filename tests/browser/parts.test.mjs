/** Parts of the lab that are left out: what remains, at any width, and what a link says of it. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
    call,
    drawn,
    faults,
    openPage,
    pageWith,
    startBrowser,
    textOf,
    until,
} from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({ "/empty.html": { html: pageWith("") } });
});
after(() => started.close());

test("leaving out controls leaves every picture and number in place", async () => {
    const { page } = await openPage(started, { path: "/empty.html", ready: false });
    /** @param {string} controls */
    const heights = (controls) =>
        page.evaluate(async (controls) => {
            const lab = /** @type {any} */ (document.createElement("spiral-lab"));
            lab.setAttribute("controls", controls);
            document.body.append(lab);
            await lab.fit(1);
            /** @param {string} selector */
            const high = (selector) =>
                lab.shadowRoot.querySelector(selector).getBoundingClientRect().height > 0;
            const controlsSeen = [".header", ".settings", ".map-tools .bar", ".transport"].map(
                high,
            );
            const outputs = [".map", ".key", ".progress", ".curves", ".report", ".pointer"].map(
                high,
            );
            lab.remove();
            return { controlsSeen, outputs: outputs.every(Boolean) };
        }, controls);
    const [no, yes] = [false, true];
    assert.deepEqual(await heights("all"), { controlsSeen: [yes, yes, yes, yes], outputs: yes });
    assert.deepEqual(await heights("none"), { controlsSeen: [no, no, no, no], outputs: yes });
    assert.deepEqual(await heights("transport"), { controlsSeen: [no, no, no, yes], outputs: yes });
    assert.deepEqual(await heights("header, view"), {
        controlsSeen: [yes, no, yes, no],
        outputs: yes,
    });
    await page.close();
});

/** Each part, and something that is there only with it. */
const PART_SIGNS = {
    header: ".header button",
    view: ".map-tools .bar",
    map: ".map",
    transport: ".transport",
    progress: ".progress",
    curves: ".curves",
    report: ".report",
    matrix: ".matrix",
    pointer: ".pointer",
    neurons: ".neurons",
    settings: ".settings",
};

test("only the named parts are there, at any width and in either layout", async () => {
    const { page, problems } = await openPage(started, { path: "/empty.html", ready: false });
    const names = Object.keys(PART_SIGNS);
    /** Which parts are seen, and what sticks out. @param {Record<string, string>} attributes @param {number} width */
    const seen = (attributes, width) =>
        page.evaluate(
            async (attributes, width, signs) => {
                const lab = /** @type {any} */ (document.createElement("spiral-lab"));
                for (const [name, text] of Object.entries(attributes)) lab.setAttribute(name, text);
                const column = document.createElement("div");
                column.style.width = `${width}px`;
                column.append(lab);
                document.body.append(column);
                await lab.ready;
                await new Promise((resolve) => setTimeout(resolve, 50));
                const root = lab.shadowRoot;
                const edge = lab.getBoundingClientRect().right;
                const parts = Object.entries(signs).flatMap(([name, sign]) => {
                    const box = root.querySelector(sign)?.getBoundingClientRect();
                    return box && box.height > 0 ? [name] : [];
                });
                const out = [...root.querySelectorAll(".bench *")].filter(
                    (element) =>
                        !element.closest(".uplot, .visually-hidden, svg, .thumbnails") &&
                        element.getBoundingClientRect().right > edge + 0.5,
                );
                const fields = [...root.querySelectorAll(".field")].filter(
                    (field) => field.getBoundingClientRect().height > 0,
                );
                const { height } = lab.getBoundingClientRect();
                column.remove();
                return {
                    parts,
                    out: out.map((element) => element.outerHTML.slice(0, 80)),
                    fields: fields.map((field) => field.querySelector("[name]").name),
                    height,
                };
            },
            attributes,
            width,
            PART_SIGNS,
        );
    for (const name of names) {
        const { parts, out } = await seen({ parts: name }, 400);
        assert.deepEqual(parts, [name]);
        assert.deepEqual(out, [], name);
    }
    const combinations = [
        "map,transport",
        "map,transport,curves",
        "map,matrix,view",
        "map,transport,progress,settings",
        "curves,report,pointer",
        "header,map,neurons",
        "map,transport,curves,report,matrix,pointer,neurons",
    ];
    for (const text of combinations)
        for (const [layout, width] of /** @type {const} */ ([
            ["full", 320],
            ["compact", 700],
            ["full", 1100],
        ])) {
            const { parts, out } = await seen({ parts: text, layout }, width);
            const isChoice = parts.includes("report") && text.includes("matrix");
            const expected = names.filter((name) => text.split(",").includes(name));
            const stands = expected.filter((name) => !(isChoice && name === "matrix"));
            // Neurons are opened by a button, if there is one or the layout is the usual one.
            const shown = stands.filter((name) => name !== "neurons" || parts.includes(name));
            assert.deepEqual(parts, shown, `${text} ${layout} ${width}`);
            assert.deepEqual(out, [], `${text} ${layout} ${width}`);
        }
    const figure = await seen({ parts: "map, transport" }, 400);
    assert.ok(figure.height < 620, `a figure of 400 px is ${figure.height} high`);
    const named = await seen({ parts: "map learning-rate optimizer" }, 400);
    assert.deepEqual(named.fields, ["learningRate", "optimizer"]);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a link carries the parts, and a word that is not a part is named", async () => {
    const link = "#parts=map,transport,learning-rate";
    const { page } = await openPage(started, { path: `/${link}` });
    assert.equal(await call(page, "link"), "v=1&parts=map,transport,learning-rate");
    await page.evaluate(() => {
        location.hash = "parts=map,transprot";
    });
    await page.waitForFunction(() => shadow().querySelector(".notice p")?.textContent);
    assert.match(await textOf(page, ".notice p"), /parts=map,transprot/);
    await page.close();
});

/** A figure, a figure with a few settings, only what is to be read, and one of every kind. */
const LOOKED_AT = [
    "map,transport",
    "map,transport,learning-rate,optimizer,layers,dataset",
    "progress,curves,report,pointer",
    "header,view,map,matrix,neurons,settings",
];
for (const language of ["en-US", "zh-TW"])
    for (const scheme of /** @type {const} */ (["light", "dark"]))
        test(`axe finds nothing in parts of it, ${language}, ${scheme}`, async () => {
            const { page, problems } = await openPage(started, { language, scheme });
            for (const parts of LOOKED_AT)
                for (const size of ["", "text-size=large&"]) {
                    const link = `${size}parts=${parts}`;
                    await page.evaluate((link) => {
                        location.hash = link;
                    }, link);
                    const parameters = `new URLSearchParams(lab.link)`;
                    await until(page, `${parameters}.get("parts") === "${parts}"`);
                    await until(page, `${parameters}.has("text-size") === ${size !== ""}`);
                    await call(page, "fit", 2);
                    await drawn(page);
                    assert.deepEqual(await faults(page), [], link);
                }
            assert.deepEqual(problems, []);
            await page.close();
        });
