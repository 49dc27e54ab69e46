/** How smooth the page is while somebody paints on a map of many points, and while they train. */

import { call, openPage, until } from "../../tests/browser/support.mjs";
import { inTurn } from "./builds.mjs";
import { FRAME_MS, framesIn, LIMIT_PERCENT, shareOf, TRACED } from "./frames.mjs";

/** @typedef {import("./builds.mjs").Build} Build */
/** @typedef {import("./start.mjs").Started} Started */

const ROUNDS = 3;
const POINTS = 99_000; // so that there is room for what is painted
const STROKES = 3;
const MOVES = 100; // of the mouse, a stroke
const MOVE_MS = 8;

/**
 * @param {Started} started
 * @param {readonly Build[]} builds
 * @returns {Promise<import("./measures.mjs").Section>}
 */
export async function measurePainting(started, builds) {
    const all = await inTurn(builds, ROUNDS, (build) => paint(started, build));
    /** @param {keyof typeof all[number][number]} key */
    const samples = (key) => all.map((rounds) => rounds.map((round) => round[key]));
    const limit = { least: LIMIT_PERCENT };
    return {
        title: `painting on ${POINTS.toLocaleString("en-US")} points`,
        measures: {
            still: {
                label: `frames within ${FRAME_MS} ms, untrained`,
                unit: "%",
                digits: 1,
                limit,
                samples: samples("still"),
            },
            training: {
                label: "the same while it trains",
                unit: "%",
                digits: 1,
                limit,
                samples: samples("training"),
            },
            trainingOwn: {
                label: "the same by the thread's own clock",
                unit: "%",
                digits: 1,
                samples: samples("trainingOwn"),
            },
            longest: {
                label: "longest of them",
                unit: "ms",
                digits: 1,
                samples: samples("longest"),
            },
        },
    };
}

/** @param {Started} started @param {Build} build */
async function paint(started, { origin }) {
    const { page } = await openPage({ ...started, origin }, { path: "/#layers=16" });
    await page.evaluate((samples) => {
        const place = (/** @type {number} */ i) => ((i * 0.618034) % 1) * 2 - 1;
        const x = Float32Array.from({ length: 2 * samples }, (_, i) => place(i + (i % 2) * 7919));
        const y = Uint8Array.from({ length: samples }, (_, i) =>
            Number(x[2 * i] * x[2 * i + 1] > 0),
        );
        const lab = /** @type {any} */ (document.querySelector("spiral-lab"));
        return lab.configure({ data: { x, y, samples, classes: 2 } });
    }, POINTS);
    await until(page, "shadow().querySelector('.drawing .draw')");
    await page.evaluate(() => {
        const lab = document.querySelector("spiral-lab");
        const draw = lab?.shadowRoot?.querySelector(".drawing .draw");
        /** @type {HTMLElement} */ (draw).click();
    });
    await until(page, "lab.state.checksum");
    const still = await strokes(page);
    await call(page, "play");
    await until(page, "lab.state.totalSteps > 100");
    const training = await strokes(page);
    await page.close();
    return {
        still: shareOf(still, "wall"),
        training: shareOf(training, "wall"),
        trainingOwn: shareOf(training, "own"),
        longest: Math.max(...training.map(({ wall }) => wall)),
    };
}

/** The frames of a few strokes. @param {import("puppeteer-core").Page} page */
async function strokes(page) {
    const { x, y, width, height } = await page.evaluate(() => {
        const lab = document.querySelector("spiral-lab");
        const board = /** @type {Element} */ (lab?.shadowRoot?.querySelector(".board"));
        const { x, y, width, height } = board.getBoundingClientRect();
        return { x, y, width, height };
    });
    // A frame ends where the next begins, so there must be one for each of the screen's.
    await page.evaluate(() => {
        const next = () => requestAnimationFrame(next);
        next();
    });
    await page.tracing.start({ categories: ["-*", ...TRACED] });
    for (let stroke = 1; stroke <= STROKES; stroke++) {
        const down = y + (height * stroke) / (STROKES + 1);
        await page.mouse.move(x + 0.1 * width, down);
        await page.mouse.down();
        for (let i = 1; i <= MOVES; i++) {
            await page.mouse.move(x + (0.1 + (0.8 * i) / MOVES) * width, down);
            await new Promise((resolve) => setTimeout(resolve, MOVE_MS));
        }
        await page.mouse.up();
    }
    return framesIn(await page.tracing.stop());
}
