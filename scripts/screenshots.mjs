// Takes the pictures for scripts/screenshots, of the present dist/.

import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
    call,
    click,
    drawn,
    openPage,
    startBrowser,
    viewports,
} from "../tests/browser/support.mjs";

/** @typedef {import("../tests/browser/support.mjs").Page} Page */
/**
 * @typedef {{name: string, viewport?: number, scheme?: "light" | "dark", prepare?: (page: Page) =>
 *     Promise<unknown>}} State
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SHOTS = join(ROOT, "build", "screenshots");
const LANGUAGES = { en: "en-US", zh: "zh-TW" };
const PHONE = viewports.length - 1;
const SETTLED_MS = 300; // of a notice, of what is under the pointer

/**
 * A place on the map where a sample lies once the defaults are trained, as shares of its width and
 * height.
 */
const ON_AN_ARM = { across: 0.695, down: 0.48 };

/** @param {Page} page */
async function point(page) {
    await call(page, "fit", 50);
    const map = await page.waitForSelector("spiral-lab >>> .map");
    const box = await map?.boundingBox();
    if (!box) throw new Error("There is no map to point at.");
    const { across, down } = ON_AN_ARM;
    await page.mouse.move(box.x + across * box.width, box.y + down * box.height, { steps: 4 });
}

/** @param {Page} page */
async function diverge(page) {
    await call(page, "configure", { optimizer: "sgd", activation: "linear", learningRate: 1000 });
    await call(page, "fit", 50).catch(() => {}); // this failure is what the picture shows
}

/** Into the fourth epoch. @param {Page} page */
async function begin(page) {
    for (let epoch = 0; epoch < 3; epoch++) await call(page, "stepEpoch");
    for (let batch = 0; batch < 20; batch++) await call(page, "stepBatch");
}

/** @type {State[]} */
const states = [
    { name: "untrained" },
    { name: "mid-training", prepare: begin },
    { name: "trained", prepare: (page) => call(page, "fit", 50) },
    { name: "diverged", prepare: diverge },
    { name: "pointer", prepare: point },
    {
        name: "neurons",
        prepare: async (page) => {
            await call(page, "fit", 50);
            await click(page, ".map-tools .bar button");
        },
    },
    { name: "phone", viewport: PHONE, prepare: (page) => call(page, "fit", 50) },
    { name: "dark", scheme: "dark", prepare: point },
];

/** Which of them the README shows, and what they are called there. */
const SHOWN = {
    "pointer-en.png": "spiral-lab.png",
    "neurons-en.png": "neurons.png",
    "dark-zh.png": "dark.png",
};

await mkdir(SHOTS, { recursive: true });
const started = await startBrowser();
try {
    for (const [tag, language] of Object.entries(LANGUAGES))
        for (const { name, viewport = 0, scheme, prepare } of states) {
            const options = { language, scheme, viewport: viewports[viewport] };
            const { page, problems } = await openPage(started, options);
            await prepare?.(page);
            await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
            await drawn(page);
            await page.screenshot({ path: join(SHOTS, `${name}-${tag}.png`) });
            await page.close();
            console.log(`build/screenshots/${name}-${tag}.png`);
            for (const problem of problems) console.error(`  ${problem}`);
            if (problems.length) process.exitCode = 1;
        }
} finally {
    await started.close();
}
for (const [from, to] of Object.entries(SHOWN)) {
    await copyFile(join(SHOTS, from), join(ROOT, "docs", to));
    console.log(`docs/${to}`);
}
