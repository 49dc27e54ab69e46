/** How soon a returning visitor sees something: on the desktop, with a warm cache. */

import { openPage, startBrowser } from "../../tests/browser/support.mjs";
import { inTurn } from "./builds.mjs";
import { watchPictures } from "./pictures.mjs";

/** @typedef {import("./builds.mjs").Build} Build */
/** @typedef {Awaited<ReturnType<typeof startBrowser>>} Started */

const LOADS = 9;
const COLD_LOADS = 3; // that fill the browser's caches, of files and of compiled code
const LIMIT_MS = 300;

/**
 * @param {Started} started
 * @param {readonly Build[]} builds
 * @returns {Promise<import("./measures.mjs").Section>}
 */
export async function measureStart(started, builds) {
    const all = await inTurn(builds, COLD_LOADS + LOADS, (build) => load(started, build));
    const samples = all.map((loads) => loads.slice(COLD_LOADS));
    return {
        title: "from navigation, on the desktop, with a warm cache",
        measures: {
            drawn: {
                label: "first regions drawn",
                unit: "ms",
                limit: { most: LIMIT_MS },
                samples: samples.map((loads) => loads.map(({ drawn }) => drawn)),
            },
            seen: {
                label: "on the screen, with the whole page",
                unit: "ms",
                samples: samples.map((loads) => loads.map(({ seen }) => seen)),
            },
        },
    };
}

/**
 * Milliseconds until the first picture is on the map, and until the browser has painted it with the
 * page around it.
 * @param {Started} started @param {Build} build
 */
async function load(started, { origin }) {
    const { page } = await openPage({ ...started, origin }, { first: watchPictures });
    await page.waitForFunction(() => performance.getEntriesByType("paint").length > 1);
    const times = await page.evaluate(() => ({
        drawn: /** @type {any} */ (window).pictures[0],
        seen: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    }));
    await page.close();
    return times;
}
