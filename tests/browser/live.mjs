/** What is shown during training, to be compared with what is shown of the same weights at rest. */

import { createHash } from "node:crypto";
import { call, drawn, until } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

/**
 * @typedef {object} Shown
 * @property {number} step of the weights that it is of
 * @property {string} text of the report
 * @property {string} points with their rings: a digest of the canvas
 * @property {string} report likewise
 */

/** Plays so slowly that no frame comes between two steps of the test. @param {Page} page */
export async function playSlowly(page) {
    await page.evaluate(() => spiralLab().setAttribute("speed", "5"));
    await call(page, "play");
}

/** The next judgement while it trains, once it is drawn. @param {Page} page */
export async function shownLive(page) {
    return digested(await page.evaluate(look, true));
}

/**
 * Stops playing, and trains that many steps from the first weights.
 * @param {Page} page
 * @param {number} steps
 */
export async function trainTo(page, steps) {
    await call(page, "pause");
    await page.evaluate((steps) => spiralLab().setAttribute("steps", String(steps)), steps);
    await until(page, `lab.state.totalSteps === ${steps} && lab.state.checksum`);
}

/** What is shown while training stands still. @param {Page} page */
export async function shownAtRest(page) {
    await drawn(page);
    return digested(await page.evaluate(look, false));
}

/**
 * Runs in the page; gives canvases as data URLs.
 * @param {boolean} live waits for the next judgement
 * @returns {Promise<Shown>}
 */
function look(live) {
    const canvases = /** @type {NodeListOf<HTMLCanvasElement>} */ (
        shadow().querySelectorAll(".map canvas:nth-child(2), .report canvas")
    );
    const [points, report] = canvases;
    let text = spiralLab().reportText;
    let step = live ? 0 : spiralLab().state.totalSteps;
    let frames = 0; // since it came; it is drawn in the first two
    return new Promise((resolve, reject) => {
        const again = () => {
            const { running, totalSteps } = spiralLab().state;
            if (live && !running) return reject(new Error("It trains no longer."));
            if (spiralLab().reportText !== text) {
                text = spiralLab().reportText;
                step = totalSteps;
                frames = 0;
            }
            if (step > 0 && ++frames > 4)
                resolve({ step, text, points: points.toDataURL(), report: report.toDataURL() });
            else requestAnimationFrame(again);
        };
        again();
    });
}

/** @param {Shown} shown */
function digested({ points, report, ...others }) {
    const [marks, lines] = [points, report].map((url) => {
        return createHash("sha256").update(url).digest("hex");
    });
    return { ...others, points: marks, report: lines };
}
