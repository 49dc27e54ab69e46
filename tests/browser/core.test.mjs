/** The core in a browser against the same core under Node, byte for byte. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadLab } from "../../scripts/core.mjs";
import { configurations } from "../configurations.mjs";
import { startBrowser } from "./support.mjs";

/** @param {string} path */
const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const lab = await loadLab();

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
/** @type {import("puppeteer-core").Page} */ let page;
before(async () => {
    started = await startBrowser({
        "/blank.html": { html: "<!doctype html><title>blank</title>" },
    });
    page = await started.browser.newPage();
    await page.goto(`${started.origin}/blank.html`);
    const { outputFiles } = await build({
        entryPoints: [file("web/core/lab.js")],
        bundle: true,
        write: false,
        format: "iife",
        globalName: "core",
    });
    await page.evaluate(outputFiles[0].text);
    const wasm = await readFile(file("build/wasm/spiral_lab.wasm"), "base64");
    await page.evaluate(async (base64) => {
        const scope = /** @type {any} */ (globalThis);
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        scope.lab = await scope.core.createLab(bytes);
    }, wasm);
});
after(() => started.close());

for (const { name, steps, settings } of configurations) {
    test(`Chromium and Node give the same bytes: ${name}`, async () => {
        const all = { ...lab.defaults, ...settings };
        const model = lab.createModel(all, lab.makeData(all));
        model.train(steps);
        const mine = Buffer.from(model.save()).toString("base64");
        const sha = model.weightsSha256();
        model.dispose();

        const theirs = await page.evaluate(
            (given, count) => {
                const { lab } = /** @type {any} */ (globalThis);
                const model = lab.createModel(given, lab.makeData(given));
                model.train(count);
                const letters = Array.from(model.save(), (byte) => String.fromCharCode(byte));
                const result = { bytes: btoa(letters.join("")), sha: model.weightsSha256() };
                model.dispose();
                return result;
            },
            /** @type {any} */ (all),
            steps,
        );
        assert.equal(theirs.sha, sha);
        assert.ok(theirs.bytes === mine);
    });
}
