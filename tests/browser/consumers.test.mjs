/**
 * The npm package in other people's projects, with their tools: in React by Vite, in a blog by
 * Eleventy. What they write is in tests/consumers.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createStaticServer, listenOnFreePort } from "../../scripts/serve.mjs";
import { projectWithPackage } from "../packed.mjs";
import { call, click, eventually, find, openPage, startBrowser, textOf } from "./support.mjs";

const CONSUMERS = fileURLToPath(new URL("../consumers", import.meta.url));
const INSTALLED = path.join(CONSUMERS, "node_modules");
const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const VITE = path.join(INSTALLED, "vite/bin/vite.js");
const ELEVENTY = path.join(INSTALLED, "@11ty/eleventy/cmd.cjs");

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
/** Folders of the two projects. */
let react = "";
let blog = "";
/** @type {(() => void)[]} */ const atEnd = [];
before(async () => {
    started = await startBrowser();
    atEnd.push(() => started.close());
    react = projectOf("react");
    for (const ssr of [[], ["--ssr", "src/server.tsx", "--outDir", "server"]])
        runWell(react, VITE, "build", "--logLevel", "warn", ...ssr);
    blog = projectOf("blog");
    runWell(blog, ELEVENTY, "--quiet");
});
after(async () => {
    for (const end of atEnd) await end();
});

/**
 * Somebody's project: what they wrote, the package, and their tools beside it.
 * @param {string} name of the folder in tests/consumers
 */
function projectOf(name) {
    const { project, remove } = projectWithPackage();
    atEnd.push(remove);
    cpSync(path.join(CONSUMERS, name), project, { recursive: true });
    for (const entry of readdirSync(INSTALLED)) {
        if (entry.startsWith(".")) continue;
        symlinkSync(path.join(INSTALLED, entry), path.join(project, "node_modules", entry));
    }
    return project;
}

/**
 * Runs a tool in a project.
 * @param {string} project @param {string} tool @param {...string} args
 * @returns {{code: number, text: string}} text: all that it printed
 */
function run(project, tool, ...args) {
    const env = { ...process.env, NODE_ENV: undefined, NO_COLOR: "1" };
    const options = /** @type {const} */ ({ cwd: project, env, encoding: "utf8" });
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], options);
    return { code: status ?? -1, text: stdout + stderr };
}

/** Runs a tool that must succeed. @param {Parameters<typeof run>} args */
function runWell(...args) {
    const { code, text } = run(...args);
    assert.equal(code, 0, text);
    return text;
}

/** @param {string} folder that is served until the end */
async function serve(folder) {
    const { origin, close } = await listenOnFreePort(createStaticServer(folder));
    atEnd.push(close);
    return { ...started, origin };
}

test("what the README shows is sound", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const [, component] = /```tsx\n(.*?)```/s.exec(readme) ?? [];
    assert.match(component, /^import "spiral-lab\/element";/);
    const file = path.join(react, "src/readme.tsx");
    writeFileSync(file, component);
    const { text } = run(react, TSC);
    rmSync(file);
    assert.equal(text, "");
    const [line] = /config\.addPassthroughCopy.*/.exec(readme) ?? [];
    assert.ok(line);
    assert.ok(readFileSync(path.join(blog, "eleventy.config.js"), "utf8").includes(line));
});

test("in React, bundled by Vite: typed, trained, and gone without a trace", async () => {
    assert.equal(runWell(react, TSC), "");
    const site = await serve(path.join(react, "dist"));
    const { page, problems } = await openPage(site, { ready: false });
    const show = await page.waitForSelector("button");
    const html = () => page.evaluate(() => document.documentElement.outerHTML);
    const before = await html();
    await show?.click();
    await page.waitForSelector("spiral-lab");
    await call(page, "ready");
    const { learningRate, points, batchNorm, earlyStopping } = await call(page, "settings");
    assert.deepEqual(
        { learningRate, points, batchNorm, earlyStopping },
        { learningRate: 0.003, points: 100, batchNorm: true, earlyStopping: false },
    );
    assert.ok(await page.evaluate(() => shadow().querySelector(".lab.compact")));
    assert.equal(page.workers().length, 1);
    await page.click("text/Two epochs");
    await page.waitForFunction(() => document.querySelector("output")?.textContent === "2");
    await page.waitForFunction(() => document.querySelector("em")?.textContent === "finished");
    assert.equal((await call(page, "state")).epoch, 2);

    await show?.click();
    await eventually(() => page.workers().length === 0);
    assert.equal(page.workers().length, 0);
    assert.equal(await html(), before);
    assert.deepEqual(problems, []);
    await page.close();
});

test("rendered by a server, the same page comes to life as it stands", async () => {
    const { render } = await import(pathToFileURL(path.join(react, "server/server.js")).href);
    const body = render();
    assert.match(
        body,
        /<spiral-lab class="wide" layout="compact" learning-rate="0.003" points="100"/,
    );
    const template = readFileSync(path.join(react, "dist/index.html"), "utf8");
    const parts = template.split('<div id="root">');
    assert.equal(parts.length, 2);
    const rendered = `<div id="root">${body}`;
    writeFileSync(path.join(react, "dist/rendered.html"), parts.join(rendered));

    const site = await serve(path.join(react, "dist"));
    const { page, problems } = await openPage(site, {
        path: "/rendered.html",
        first: () => {
            addEventListener("DOMContentLoaded", () => {
                Object.assign(window, { first: document.querySelector("spiral-lab") });
            });
        },
    });
    await page.click("text/Two epochs");
    await page.waitForFunction(() => document.querySelector("output")?.textContent === "2");
    assert.ok(await page.evaluate(() => Reflect.get(window, "first") === spiralLab()));
    assert.deepEqual(problems, []);
    await page.close();
});

test("in React, TypeScript rejects an attribute or a handler that does not exist", () => {
    const wrong = [
        '<spiral-lab layout="small" />',
        '<spiral-lab learning-rate="fast" />',
        '<spiral-lab learningRate="0.1" />',
        "<spiral-lab onspiral-lab-epoch={({ detail }) => detail.epok} />",
        "<spiral-labs />",
    ];
    const lines = ['import "spiral-lab/element";', ...wrong.map((jsx) => `void (${jsx});`)];
    writeFileSync(path.join(react, "src/wrong.tsx"), lines.join("\n"));
    const { text } = run(react, TSC);
    assert.deepEqual(
        [...text.matchAll(/^src\/wrong\.tsx\((\d+),\d+\): error (TS\d+)/gm)].map(
            ([, line, code]) => [Number(line), code],
        ),
        ["TS2322", "TS2322", "TS2322", "TS2339", "TS2339"].map((code, i) => [i + 2, code]),
        text,
    );
});

test("in a blog by Eleventy: two lines in a Markdown file", async () => {
    const site = await serve(path.join(blog, "_site"));
    const { page, problems } = await openPage(site, { path: "/posts/spirals/" });
    const { learningRate, layers } = await call(page, "settings");
    assert.deepEqual({ learningRate, layers }, { learningRate: 0.003, layers: [64, 32] });
    assert.equal(await textOf(page, "h2"), "螺旋實驗室");
    assert.equal((await call(page, "fit", 2)).epoch, 2);
    assert.equal(page.workers().length, 1);
    await click(page, ".report-panel .term"); // which is in a script beside
    await find(page, "dialog[open].glossary");
    assert.deepEqual(problems, []);
    await page.close();
});
