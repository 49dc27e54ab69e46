/**
 * The tutorial, whose figures are labs: how soon a phone shows it, how smoothly it scrolls past
 * labs that wake and fall asleep, and whether they leave memory behind.
 */

import { settledMemory } from "../../tests/browser/memory.mjs";
import { openPage } from "../../tests/browser/support.mjs";
import { inTurn } from "./builds.mjs";
import { phone } from "./first-visit.mjs";
import { FRAME_MS, framesIn, LIMIT_PERCENT, shareOf, TRACED } from "./frames.mjs";

/** @typedef {import("./builds.mjs").Build} Build */
/** @typedef {import("./measures.mjs").Section} Section */
/** @typedef {import("./start.mjs").Started} Started */
/** @typedef {import("puppeteer-core").Page} Page */

const LOADS = 5;
const ROUNDS = 3;
const SCROLLS = 3; // through the page, before memory is measured again
const LIMIT_MS = 1500;
const PX_A_FRAME = 30; // a brisk thumb, at 60 frames a second
const PIECE = 100; // frames
const FILE = "/tutorial.html";

/**
 * @param {Started} started
 * @param {readonly Build[]} builds
 * @returns {Promise<Record<string, Section>>}
 */
export async function measureTutorial(started, builds) {
    const loads = await inTurn(builds, LOADS, (build) => load(started, build));
    const scrolls = await inTurn(builds, ROUNDS, (build) => scroll(started, build, 1));
    const slow = await inTurn(builds, ROUNDS, (build) => scroll(started, build, phone.slowdown));
    const memory = await inTurn(builds, 1, (build) => remember(started, build));
    /** @template T @param {T[][]} all @param {keyof T} key @returns {T[keyof T][][]} */
    const samples = (all, key) => all.map((rounds) => rounds.map((round) => round[key]));
    const [unit, digits] = ["%", 1];
    return {
        tutorial: {
            title: `the tutorial, from navigation, on ${phone.name}, with nothing cached`,
            measures: {
                painted: {
                    label: "on the screen (first contentful paint)",
                    unit: "ms",
                    samples: samples(loads, "painted"),
                },
                picture: {
                    label: "first figure's picture",
                    unit: "ms",
                    limit: { most: LIMIT_MS },
                    samples: samples(loads, "picture"),
                },
                awake: { label: "first lab awake", unit: "ms", samples: samples(loads, "awake") },
            },
        },
        scrolling: {
            title: "scrolling through the tutorial, in a phone's window",
            measures: {
                share: {
                    label: `page thread's frames within ${FRAME_MS} ms`,
                    ...{ unit, digits },
                    limit: { least: LIMIT_PERCENT },
                    samples: samples(scrolls, "share"),
                },
                shareOwn: {
                    label: "the same by the thread's own clock",
                    ...{ unit, digits },
                    samples: samples(scrolls, "shareOwn"),
                },
                longest: {
                    label: "longest of them",
                    unit: "ms",
                    samples: samples(scrolls, "longest"),
                },
                shareSlow: {
                    label: `the same, with the thread ${phone.slowdown} x slower`,
                    ...{ unit, digits },
                    samples: samples(slow, "share"),
                },
            },
        },
        memory: {
            title: `memory of the tutorial, once three labs are awake`,
            measures: {
                first: { label: "at first", unit: "MB", samples: samples(memory, "first") },
                grown: {
                    label: `more after scrolling through ${SCROLLS} times`,
                    unit: "MB",
                    digits: 1,
                    samples: samples(memory, "grown"),
                },
            },
        },
    };
}

/** One visit in a new tab. @param {Started} started @param {Build} build */
async function load({ browser }, { zippedOrigin }) {
    const { viewport, slowdown, network } = phone;
    const page = await browser.newPage();
    try {
        await page.bringToFront();
        await page.setCacheEnabled(false);
        await page.setViewport(viewport);
        await page.emulateCPUThrottling(slowdown);
        await page.emulateNetworkConditions(network ?? null);
        await page.evaluateOnNewDocument(watchFigures);
        await page.goto(zippedOrigin + FILE, { waitUntil: "domcontentloaded" });
        return await page.evaluate(async () => {
            const at = await /** @type {any} */ (window).figures;
            const [paint] = performance.getEntriesByName("first-contentful-paint");
            const painted = paint.startTime;
            // It may be decoded before anything is on the screen.
            return { painted, picture: Math.max(at.picture, painted), awake: Number(at.awake) };
        });
    } finally {
        await page.close();
    }
}

/** Lets window.figures promise when the first picture and the first lab are there. Runs in the page. */
function watchFigures() {
    /** @type {{picture?: number, awake?: number}} */
    const at = {};
    /** @type {any} */ (window).figures = new Promise((resolve) => {
        const look = () => {
            const picture = /** @type {HTMLImageElement | null} */ (
                document.querySelector(".still img")
            );
            if (picture?.complete && picture.naturalWidth > 0) at.picture ??= performance.now();
            if (document.querySelector(".awake")) at.awake ??= performance.now();
            if (at.picture !== undefined && at.awake !== undefined) resolve(at);
            else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });
}

/** @param {Started} started @param {Build} build */
const open = async (started, { origin }) => {
    const where = { path: FILE, ready: false, viewport: phone.viewport };
    const { page } = await openPage({ ...started, origin }, where);
    await page.waitForSelector(".awake");
    return page;
};

/**
 * From top to bottom and back, some pixels each frame; a piece at a time, since Chromium waits for
 * an answer half a minute at most.
 * @param {Page} page
 */
async function scrollThrough(page) {
    for (const px of [PX_A_FRAME, -PX_A_FRAME]) {
        let isThere = false;
        while (!isThere)
            isThere = await page.evaluate(
                async (px, frames) => {
                    for (let i = 0; i < frames; i++) {
                        const before = scrollY;
                        scrollBy({ top: px, behavior: "instant" });
                        await new Promise((resolve) => requestAnimationFrame(resolve));
                        if (scrollY === before) return true;
                    }
                    return false;
                },
                px,
                PIECE,
            );
    }
}

/** @param {Started} started @param {Build} build @param {number} slowdown */
async function scroll(started, build, slowdown) {
    const page = await open(started, build);
    await page.emulateCPUThrottling(slowdown);
    await page.tracing.start({ categories: ["-*", ...TRACED] });
    await scrollThrough(page);
    const trace = await page.tracing.stop();
    await page.close();
    const frames = framesIn(trace);
    const longest = Math.max(...frames.map(({ wall }) => wall));
    return { share: shareOf(frames, "wall"), shareOwn: shareOf(frames, "own"), longest };
}

/** @param {Started} started @param {Build} build */
async function remember(started, build) {
    const page = await open(started, build);
    // By then all that is loaded once has been.
    await scrollThrough(page);
    await scrollThrough(page);
    const first = await settledMemory(started.browser, page);
    for (let i = 0; i < SCROLLS; i++) await scrollThrough(page);
    const grown = (await settledMemory(started.browser, page)) - first;
    await page.close();
    return { first: first / 1024, grown: grown / 1024 };
}
