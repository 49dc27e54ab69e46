/** The page in a real Chromium: how soon it shows something, how smooth it is, what it weighs. */

import { fileURLToPath } from "node:url";
import { startBrowser } from "../tests/browser/support.mjs";
import { openBuild, UnmeasurableError } from "./page/builds.mjs";
import { weigh } from "./page/download.mjs";
import { measureEngines } from "./page/engines.mjs";
import { desktop, measureFirstVisit, phone, visit } from "./page/first-visit.mjs";
import { measureFrames } from "./page/frames.mjs";
import { sayHead, saySection, toJson } from "./page/measures.mjs";
import { measurePainting } from "./page/painting.mjs";
import { measureStart } from "./page/start.mjs";
import { sayThread, threadToJson } from "./page/thread-table.mjs";
import { measureTutorial } from "./page/tutorial.mjs";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/**
 * Throws an UnmeasurableError if one of the folders has no page that becomes ready.
 * @param {(line: string) => void} say
 * @param {string} [against] another folder like dist/, to be measured beside it
 */
export async function measurePage(say, against) {
    /** @type {import("./page/builds.mjs").Build[]} */
    const builds = [];
    /** @type {import("./page/start.mjs").Started | undefined} */
    let started;
    try {
        builds.push(await openBuild(DIST, "dist"));
        if (against !== undefined) builds.push(await openBuild(against, against || "."));
        started = await startBrowser();
        for (const { name, zippedOrigin } of builds) {
            // This also gets the browser's own first steps out of the way.
            await visit(started, zippedOrigin, desktop).catch(() => {
                throw new UnmeasurableError(`${name}: Its page does not get ready.`);
            });
        }
        const browser = await started.browser.version();
        say(`the page, in ${browser}${against === undefined ? "" : `, against ${against}`}\n`);
        sayHead(against === undefined ? ["dist"] : ["dist", "against"], say);
        /** @type {Record<string, object>} */
        const results = {};
        /** @param {string} name @param {import("./page/measures.mjs").Section} section */
        const add = (name, section) => {
            saySection(section, say);
            results[name] = toJson(section);
        };
        add("start", await measureStart(started, builds));
        for (const [name, conditions] of Object.entries({ phone, desktop })) {
            const { landmarks, thread } = await measureFirstVisit(started, builds, conditions);
            add(name, landmarks);
            sayThread(thread, say);
            results[`${name}Thread`] = threadToJson(thread);
        }
        add("frames", await measureFrames(started, builds));
        // An older build has nothing to draw with, or no tutorial.
        if (builds.every(({ zipped }) => zipped["spiral-lab-tables.js"]))
            add("painting", await measurePainting(started, builds));
        const withTutorial = builds.filter(({ zipped }) => zipped["tutorial.html"]);
        if (withTutorial.length === builds.length)
            for (const [name, section] of Object.entries(await measureTutorial(started, builds)))
                add(name, section);
        add("download", weigh(builds));
        add("engines", await measureEngines());
        return { browser, builds: builds.map(({ name }) => name), ...results };
    } finally {
        await started?.close();
        for (const build of builds) await build.close();
    }
}
