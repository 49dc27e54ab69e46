/** How smooth the page is while it trains at full speed. */

import { call, openPage } from "../../tests/browser/support.mjs";
import { inTurn } from "./builds.mjs";
import { watchPictures } from "./pictures.mjs";

/** @typedef {import("./builds.mjs").Build} Build */
/** @typedef {import("./start.mjs").Started} Started */
/** @typedef {import("./thread-time.mjs").TraceEvent} TraceEvent */

const ROUNDS = 3;
const SECONDS = 4; // of training, run after run
export const FRAME_MS = 16.7;
export const LIMIT_PERCENT = 95;
/** Categories of Chromium's trace. */
export const TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

/**
 * @param {Started} started
 * @param {readonly Build[]} builds
 * @returns {Promise<import("./measures.mjs").Section>}
 */
export async function measureFrames(started, builds) {
    const all = await inTurn(builds, ROUNDS, (build) => train(started, build));
    /** @param {keyof typeof all[number][number]} key */
    const samples = (key) => all.map((rounds) => rounds.map((round) => round[key]));
    return {
        title: "the tutorial's run at full speed, again and again",
        measures: {
            share: {
                label: `page thread's frames within ${FRAME_MS} ms`,
                unit: "%",
                digits: 1,
                limit: { least: LIMIT_PERCENT },
                samples: samples("share"),
            },
            shareOwn: {
                label: "the same by the thread's own clock",
                unit: "%",
                digits: 1,
                samples: samples("shareOwn"),
            },
            longest: {
                label: "longest of them",
                unit: "ms",
                digits: 1,
                samples: samples("longest"),
            },
            frames: { label: "frames a second", unit: "", samples: samples("framesPerSecond") },
            maps: {
                label: "maps a second",
                unit: "",
                digits: 1,
                samples: samples("mapsPerSecond"),
            },
            runs: {
                label: "runs a second",
                unit: "",
                digits: 2,
                samples: samples("runsPerSecond"),
            },
        },
    };
}

/**
 * A frame is what the page's thread does from one animation frame to the next: scripts, layout,
 * painting, garbage. Its length is that of its tasks in Chromium's own trace, since the time
 * between two frames depends on the screen and is never below 16.7 ms.
 * @param {Started} started @param {Build} build
 */
async function train(started, { origin }) {
    const { page } = await openPage({ ...started, origin }, { first: watchPictures });
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
    const frames = framesIn(trace);
    return {
        share: shareOf(frames, "wall"),
        shareOwn: shareOf(frames, "own"),
        longest: Math.max(...frames.map(({ wall }) => wall)),
        framesPerSecond: frames.length / seconds,
        mapsPerSecond: maps / seconds,
        runsPerSecond: runs / seconds,
    };
}

/** wall: milliseconds; own: see framesOf. @typedef {{wall: number, own: number}} Frame */

/** Percent of the frames that are no longer than the screen's. @param {readonly Frame[]} frames @param {keyof Frame} clock */
export const shareOf = (frames, clock) =>
    (100 * frames.filter((frame) => frame[clock] <= FRAME_MS).length) / frames.length;

/** @param {Uint8Array | undefined} trace of Chromium's @returns {Frame[]} */
export const framesIn = (trace) =>
    framesOf(JSON.parse(new TextDecoder().decode(trace)).traceEvents);

/**
 * Milliseconds of each frame of the thread that runs the animation frames; own: without the time in
 * which a busy machine ran something else.
 * @param {TraceEvent[]} events
 */
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
