/** The core alone, in a worker of each browser, beside Node and the machine's own peak. */

import { loadLab } from "../../scripts/core.mjs";
import { startBrowser, startFirefox } from "../../tests/browser/support.mjs";
import { FLOPS_A_SAMPLE } from "../core.mjs";
import { Native } from "../native.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../../web/core/lab.js").Lab} Lab */
/** @typedef {{name: string, run: () => Promise<number>}} Engine its name, and the milliseconds of a run */

const ROUNDS = 9;
const WARM_RUNS = 2;

/** Answers each message with the milliseconds of the article run. */
const WORKER = `
import { loadLab } from "/lab.mjs";
const lab = await loadLab();
const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
self.onmessage = () => {
    model.reset();
    const start = performance.now();
    model.fit(lab.defaults.epochs);
    self.postMessage(performance.now() - start);
};
self.postMessage("ready");`;

const EXTRAS = {
    "/engine.html": { html: "<!doctype html><title>engine</title>" },
    "/engine.js": { html: WORKER },
};

/** @returns {Promise<import("./measures.mjs").Section>} */
export async function measureEngines() {
    const chromium = await startBrowser(EXTRAS);
    const firefox = await startFirefox();
    const native = Native.start();
    try {
        const lab = await loadLab();
        const browsers = [chromium.browser, ...(firefox ? [firefox.browser] : [])];
        const engines = [nodeEngine(lab)];
        for (const browser of browsers) engines.push(await browserEngine(browser, chromium.origin));
        for (let i = 0; i < WARM_RUNS; i++) for (const { run } of engines) await run();
        return await measure(engines, lab, native);
    } finally {
        native?.stop();
        await firefox?.close();
        await chromium.close();
    }
}

/**
 * Runs them in turn, so that whatever else the machine does affects all of them.
 * @param {Engine[]} engines
 * @param {Lab} lab
 * @param {Native} [native]
 */
async function measure(engines, lab, native) {
    const { epochs } = lab.defaults;
    const flops = FLOPS_A_SAMPLE * lab.makeData(lab.defaults).samples * epochs;
    /** @type {Record<string, import("./measures.mjs").Measure>} */
    const measures = {};
    for (const { name } of engines) {
        measures[name] = { label: `article run, ${name}`, unit: "ms", samples: [[]] };
        measures[`${name}, share`] = {
            label: "  share of the 128-bit peak without FMA",
            unit: "%",
            digits: 1,
            limit: { least: 70 },
            samples: [[]],
        };
    }
    for (let round = 0; round < ROUNDS; round++) {
        const peak = await native?.ask("peak");
        for (const { name, run } of engines) {
            const ms = await run();
            measures[name].samples[0].push(ms);
            const share = peak && (100 * (flops / ms / 1e6)) / peak;
            measures[`${name}, share`].samples[0].push(share);
        }
    }
    return { title: "the core alone, in a worker of each browser, and in Node", measures };
}

/** @param {Lab} lab @returns {Engine} */
function nodeEngine(lab) {
    const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
    return {
        name: `Node ${process.versions.node}`,
        async run() {
            model.reset();
            const start = performance.now();
            model.fit(lab.defaults.epochs);
            return performance.now() - start;
        },
    };
}

/** @param {import("puppeteer-core").Browser} browser @param {string} origin @returns {Promise<Engine>} */
async function browserEngine(browser, origin) {
    const page = await browser.newPage();
    await page.goto(`${origin}/engine.html`);
    await page.evaluate(async () => {
        const worker = new Worker("/engine.js", { type: "module" });
        const answer = () =>
            new Promise((resolve, reject) => {
                worker.onmessage = ({ data }) => resolve(data);
                worker.onerror = ({ message }) => reject(new Error(message));
            });
        await answer();
        Object.assign(window, {
            run() {
                worker.postMessage("run");
                return answer();
            },
        });
    });
    return {
        name: await browser.version(),
        run: () => page.evaluate(() => /** @type {any} */ (window).run()),
    };
}
