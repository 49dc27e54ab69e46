/** The page in a real Chromium: how smooth it is at full speed, how soon it shows something, how much it weighs. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createStaticServer } from "../scripts/serve.mjs";
import { call, openPage, startBrowser } from "../tests/browser/support.mjs";
import { median } from "./statistics.mjs";

/** @typedef {import("../tests/browser/support.mjs").Page} Page */

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const SECONDS = 6; // of training, run after run
const FRAME_MS = 16.7;
const LOADS = 9;
const COLD_LOADS = 3; // that fill the browser's caches, of files and of compiled code
const HOSTED = ["index.html", "spiral-lab.js"];
const TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

/** @param {(line: string) => void} say */
export async function measurePage(say) {
    const started = await startBrowser();
    try {
        const browser = await started.browser.version();
        say(`the page, in ${browser}`);
        const start = await measureStart(started);
        say(`  from navigation to the first regions  ${start.drawn.toFixed(0)} ms (warm cache)`);
        say(`  to the page with them on the screen   ${start.seen.toFixed(0)} ms`);
        const smooth = await measureFrames(started);
        const percent = (100 * smooth.share).toFixed(1);
        const { seconds } = smooth;
        say(`the article run at full speed, ${smooth.runs} times in ${seconds.toFixed(1)} s`);
        say(`  page thread's frames within 16.7 ms   ${percent} %`);
        say(`  the same by the thread's own clock    ${(100 * smooth.shareOwn).toFixed(1)} %`);
        say(`  longest of them                       ${smooth.longest.toFixed(1)} ms`);
        say(`  frames a second                       ${smooth.framesPerSecond.toFixed(0)}`);
        say(`  maps a second                         ${smooth.mapsPerSecond.toFixed(0)}`);
        const gzip = await weigh();
        say("download");
        for (const [name, bytes] of Object.entries(gzip))
            say(`  ${name.padEnd(37)} ${(bytes / 1000).toFixed(1)} kB, gzip`);
        return { browser, firstRegionsMs: start.drawn, firstSeenMs: start.seen, ...smooth, gzip };
    } finally {
        await started.close();
    }
}

/**
 * Milliseconds until the first picture is on the map, and until the browser has painted it with the page
 * around it; with the server of scripts/start, which lets the browser keep its files. The page itself
 * looks, since nothing from outside is as quick.
 * @param {Awaited<ReturnType<typeof startBrowser>>} started
 */
async function measureStart(started) {
    const server = createStaticServer(DIST);
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const origin = `http://127.0.0.1:${port}`;
    /** @type {number[][]} */
    const times = [];
    for (let load = 0; load < COLD_LOADS + LOADS; load++) {
        const { page } = await openPage({ ...started, origin }, { first: watchPictures });
        await page.waitForFunction(() => performance.getEntriesByType("paint").length > 1);
        const time = await page.evaluate(() => [
            /** @type {any} */ (window).pictures[0],
            performance.getEntriesByName("first-contentful-paint")[0].startTime,
        ]);
        times.push(time);
        await page.close();
    }
    server.close();
    server.closeAllConnections();
    const [drawn, seen] = [0, 1].map((i) => median(times.slice(COLD_LOADS).map((time) => time[i])));
    return { drawn, seen };
}

/** Notes when a picture of the regions is put on a canvas. Runs in the page, before its scripts. */
function watchPictures() {
    /** @type {number[]} */
    const pictures = [];
    Object.assign(window, { pictures });
    const { prototype } = CanvasRenderingContext2D;
    const put = prototype.putImageData;
    /** @param {any[]} args */
    prototype.putImageData = function (...args) {
        // Not the small pictures of neurons and data.
        if (args[0].width > 100) pictures.push(performance.now());
        return put.apply(this, /** @type {any} */ (args));
    };
}

/**
 * A frame is what the page's thread does from one animation frame to the next: scripts, layout,
 * painting, garbage. Its length is that of its tasks in Chromium's own trace, for the time between
 * two frames is the screen's and never below 16.7 ms.
 * @param {Awaited<ReturnType<typeof startBrowser>>} started
 */
async function measureFrames(started) {
    const { page } = await openPage(started, { first: watchPictures });
    await call(page, "fit", 50); // warm
    await page.tracing.start({ categories: ["-*", ...TRACED] });
    const { maps, runs, seconds } = await page.evaluate(async (seconds) => {
        const lab = /** @type {any} */ (document.querySelector("spiral-lab"));
        const { pictures } = /** @type {any} */ (window);
        pictures.length = 0;
        const start = performance.now();
        let runs = 0;
        for (; performance.now() - start < 1000 * seconds; runs++) {
            await lab.reset();
            await lab.fit();
        }
        return { maps: pictures.length, runs, seconds: (performance.now() - start) / 1000 };
    }, SECONDS);
    const trace = await page.tracing.stop();
    await page.close();
    const frames = framesOf(JSON.parse(new TextDecoder().decode(trace)).traceEvents);
    /** @param {"wall" | "own"} clock */
    const share = (clock) => frames.filter((f) => f[clock] <= FRAME_MS).length / frames.length;
    return {
        share: share("wall"),
        shareOwn: share("own"),
        longest: Math.max(...frames.map(({ wall }) => wall)),
        framesPerSecond: frames.length / seconds,
        mapsPerSecond: maps / seconds,
        runs,
        seconds,
    };
}

/** @typedef {{name: string, tid: number, pid: number, ts: number, dur?: number, tdur?: number}} TraceEvent times in microseconds; tdur: by the thread's own clock */

/** Milliseconds of each frame of the thread that has the animation frames; own: without those in which a busy machine ran something else. @param {TraceEvent[]} events */
function framesOf(events) {
    const begins = events.filter(({ name }) => name === "FireAnimationFrame");
    const [{ pid, tid }] = begins;
    const starts = [...new Set(begins.map(({ ts }) => ts))].sort((a, b) => a - b);
    const frames = starts.map(() => ({ wall: 0, own: 0 }));
    for (const event of events) {
        if (event.name !== "RunTask" || event.pid !== pid || event.tid !== tid) continue;
        // An animation frame begins within its task.
        const end = event.ts + (event.dur ?? 0);
        let frame = starts.findIndex((ts) => ts > end) - 1;
        if (frame === -2) frame = starts.length - 1;
        if (frame < 0) continue;
        frames[frame].wall += (event.dur ?? 0) / 1000;
        frames[frame].own += (event.tdur ?? event.dur ?? 0) / 1000;
    }
    return frames.slice(0, -1);
}

/** Bytes of each file that the hosted page consists of, zipped. */
async function weigh() {
    /** @type {Record<string, number>} */
    const sizes = {};
    for (const name of HOSTED)
        sizes[name] = gzipSync(await readFile(join(DIST, name)), { level: 9 }).length;
    return { ...sizes, together: HOSTED.reduce((sum, name) => sum + sizes[name], 0) };
}
