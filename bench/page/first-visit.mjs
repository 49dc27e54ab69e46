/** How soon a new visitor sees something, and where the time goes. */

import { inTurn } from "./builds.mjs";
import { STAGES } from "./thread-table.mjs";
import { TRACED, threadTime } from "./thread-time.mjs";
import { watchLoad } from "./watch-load.mjs";

/** @typedef {import("./builds.mjs").Build} Build */
/** @typedef {import("./measures.mjs").Section} Section */
/** @typedef {import("./start.mjs").Started} Started */
/** @typedef {import("./thread-table.mjs").ThreadTable} ThreadTable */
/** @typedef {import("./watch-load.mjs").Landmarks} Landmarks */

/**
 * @typedef {object} Conditions
 * @property {string} name
 * @property {import("puppeteer-core").Viewport} viewport
 * @property {number} slowdown of the page's thread; Chromium leaves workers as fast as they are
 * @property {import("puppeteer-core").NetworkConditions} [network]
 * @property {Partial<Landmarks>} [limits]
 */

/** @param {number} rate Mbit/s */
const bytesPerSecond = (rate) => (rate * 1e6) / 8;

/** @type {Conditions} */
export const phone = {
    name: "a phone (4 x slower, 10 Mbit/s, 100 ms)",
    viewport: { width: 390, height: 844, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
    slowdown: 4,
    network: { download: bytesPerSecond(10), upload: bytesPerSecond(5), latency: 100 },
    limits: { map: 700, ready: 1000 },
};

/** @type {Conditions} */
export const desktop = {
    name: "the desktop",
    viewport: { width: 1280, height: 800 },
    slowdown: 1,
};

const LOADS = 5;
const TRACED_LOADS = 3; // separate loads, since tracing slows them

/** @type {Record<keyof Landmarks, string>} */
const LANDMARKS = {
    html: "HTML there",
    script: "script there",
    evaluated: "script evaluated (parsed and run)",
    built: "the page built (element upgraded)",
    core: "core ready",
    map: "first map",
    painted: "on the screen (first contentful paint)",
    ready: "ready",
};

/**
 * The landmarks of the loads, and what the page's thread does on the way to them.
 * @param {Started} started @param {readonly Build[]} builds @param {Conditions} conditions
 * @returns {Promise<{landmarks: Section, thread: ThreadTable}>}
 */
export async function measureFirstVisit(started, builds, conditions) {
    const loads = await inTurn(builds, LOADS, async ({ zippedOrigin }) => {
        const { landmarks } = await visit(started, zippedOrigin, conditions);
        return landmarks;
    });
    const times = await inTurn(builds, TRACED_LOADS, async ({ zippedOrigin }) => {
        const { landmarks, trace = [] } = await visit(started, zippedOrigin, conditions, true);
        return stagesOf(trace, `${zippedOrigin}/`, landmarks);
    });
    const { name, limits = {} } = conditions;
    /** @type {Section["measures"]} */
    const measures = {};
    for (const key of /** @type {(keyof Landmarks)[]} */ (Object.keys(LANDMARKS))) {
        const most = limits[key];
        measures[key] = {
            label: LANDMARKS[key],
            unit: "ms",
            limit: most === undefined ? undefined : { most },
            samples: loads.map((rounds) => rounds.map((landmarks) => landmarks[key])),
        };
    }
    return {
        landmarks: {
            title: `from navigation, on ${name}, with nothing cached`,
            steps: true,
            measures,
        },
        thread: { title: "  its thread before each, traced, in ms", samples: times },
    };
}

/**
 * @param {import("./thread-time.mjs").TraceEvent[]} trace
 * @param {string} url
 * @param {Landmarks} landmarks
 */
function stagesOf(trace, url, landmarks) {
    const stages = /** @type {ThreadTable["samples"][number][number]} */ ({});
    let from = 0;
    for (const [stage] of STAGES) {
        const to = Math.max(from, landmarks[stage] ?? from);
        stages[stage] = threadTime(trace, url, from, to);
        from = to;
    }
    return stages;
}

/**
 * One load of the page in a new tab.
 * @param {Started} started
 * @param {string} origin
 * @param {Conditions} conditions
 * @param {boolean} [traced]
 */
export async function visit({ browser }, origin, { viewport, slowdown, network }, traced = false) {
    const page = await browser.newPage();
    try {
        await page.bringToFront();
        await page.setCacheEnabled(false);
        await page.setViewport(viewport);
        await page.emulateCPUThrottling(slowdown);
        await page.emulateNetworkConditions(network ?? null);
        await page.evaluateOnNewDocument(watchLoad);
        if (traced) await page.tracing.start({ categories: ["-*", ...TRACED] });
        await page.goto(origin, { waitUntil: "domcontentloaded" });
        // A single question, answered at the end, since more of them would keep the page from its
        // work.
        const landmarks = await page.evaluate(
            () => /** @type {Promise<Landmarks>} */ (/** @type {any} */ (window).landmarks),
        );
        if (!traced) return { landmarks };
        const bytes = await page.tracing.stop();
        /** @type {import("./thread-time.mjs").TraceEvent[]} */
        const trace = JSON.parse(new TextDecoder().decode(bytes)).traceEvents;
        return { landmarks, trace };
    } finally {
        await page.close();
    }
}
