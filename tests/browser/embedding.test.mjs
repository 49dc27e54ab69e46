/** The snippets of docs/embedding.md, pasted as they stand there. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { call, openPage, startBrowser, until } from "./support.mjs";

const TEXT = await readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
const ADDRESS = "https://example.org/lab/";

/** @param {string} kind of the code blocks */
const blocks = (kind) =>
    [...TEXT.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, of, code]) =>
        of === kind ? [code] : [],
    );
const [script, frame] = blocks("html");
const here = (/** @type {string} */ code) => code.replaceAll(ADDRESS, "/");
/** @param {string} body */
const article = (body) => ({
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>
        <link rel="icon" href="data:,"></head><body style="margin: 0">${body}</body></html>`,
});
/** Rows of the table of heights: what, in a phone's column, in an article's. */
const heights = [
    ...TEXT.matchAll(/^\| .*?`([\w-]+(?:=[\w,-]+)?)`.*\| +([\d,]+) px \| +([\d,]+) px \|$/gm),
].map(([, what, narrow, wide]) => ({
    link: what.includes("=") ? what : `parts=map,transport,${what}`,
    heights: [narrow, wide].map((text) => Number(text.replace(",", ""))),
}));

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/script.html": article(here(script)),
        "/without.html": { ...article(here(script)), policy: "script-src 'none'" },
        "/frame.html": article(`<div style="width: 700px">${here(frame)}</div>`),
    });
});
after(() => started.close());

test("the element's snippet makes a lab, and words where scripts do not run", async () => {
    const { page, problems } = await openPage(started, { path: "/script.html" });
    await until(page, "lab.state.checksum");
    assert.equal((await call(page, "settings")).learningRate, 0.003);
    assert.deepEqual(problems, []);
    await page.goto(`${started.origin}/without.html`);
    const words = await page.$eval("spiral-lab p", (element) => element.checkVisibility());
    assert.ok(words);
    await page.close();
});

test("the frame's snippet is high enough, and so are the heights in the table", async () => {
    assert.equal(heights.length, 4);
    const { page, problems } = await openPage(started, { path: "/frame.html", ready: false });
    // A lazy frame is not waited for, and one that is replaced while it loads is a failed request.
    await page.waitForFunction(() => {
        const { contentDocument } = /** @type {HTMLIFrameElement} */ (
            document.querySelector("iframe")
        );
        return (
            contentDocument?.URL.includes("index.html") && contentDocument.readyState === "complete"
        );
    });
    /** @param {string} [src] @param {number} [width] what the content says it needs */
    const needed = (src, width) =>
        page.evaluate(
            async (src, width) => {
                const before = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
                const element = /** @type {HTMLIFrameElement} */ (before.cloneNode());
                if (width) element.width = String(width);
                let height = 0;
                const listen = (/** @type {MessageEvent} */ event) => {
                    if (event.data?.type === "resize") height = event.data.height;
                };
                addEventListener("message", listen);
                if (src) element.src = src;
                const loaded = new Promise((resolve) => element.addEventListener("load", resolve));
                before.replaceWith(element);
                await loaded;
                // It grows until its first picture is there.
                await new Promise((resolve) => setTimeout(resolve, 2000));
                removeEventListener("message", listen);
                return { height, given: Number(element.height) };
            },
            src,
            width,
        );
    const own = await needed();
    assert.ok(own.height > 300 && own.height <= own.given, JSON.stringify(own));
    for (const { link, heights: most } of heights)
        for (const [i, width] of [360, 700].entries())
            for (const lang of ["en", "zh-Hant"]) {
                const { height } = await needed(`/index.html#lang=${lang}&${link}`, width);
                const place = `${link} in ${width} px, ${lang}: ${height}`;
                assert.ok(height <= most[i], place);
                assert.ok(height > 0.8 * most[i], `${place} is far less`);
            }
    assert.deepEqual(problems, []);
    await page.close();
});

test("the picture's link is one that the lab reads", async () => {
    const [markdown] = blocks("md");
    const link = /\((https:\S+)\)\s*$/.exec(markdown)?.[1] ?? "";
    assert.ok(link.startsWith(ADDRESS));
    const { page, problems } = await openPage(started, { path: here(link) });
    assert.equal((await call(page, "settings")).learningRate, 0.003);
    assert.deepEqual(problems, []);
    await page.close();
});
