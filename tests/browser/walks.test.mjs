/**
 * Random orders of what a person does, in the real page, with real back and reload: after each step
 * the last run that they trained can be restored, with its settings. The rule is that of
 * tests/node/walks.test.mjs, which walks many times more, without a page.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { experiments } from "../../web/lessons/experiments.js";
import { call, click, openPage, startBrowser, type, until } from "./support.mjs";

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser();
});
after(() => started.close());

const WALKS = 10;
const STEPS = 6;

/** @typedef {{checksum: string, settings: object}} Run */

/** @param {number} seed */
async function walk(seed) {
    const { page, problems } = await openPage(started, { path: "/#v=1&points=20&epochs=2" });
    let random = seed + 1;
    const below = (/** @type {number} */ n) => {
        random = (random * 48_271) % (2 ** 31 - 1);
        return random % n;
    };
    const names = Object.keys(experiments);
    /** The runs that should be kept, the latest last. @type {Run[]} */ let kept = [];
    let [isExperiment, isOver, links] = [false, false, 0];
    /** @type {string[]} */ const path = [];

    /** The current run, if it was trained at all. @returns {Promise<Run | undefined>} */
    async function now() {
        await until(page, "!lab.state.running && lab.state.checksum");
        const { checksum, totalSteps } = await call(page, "state");
        return totalSteps > 0 ? { checksum, settings: await call(page, "settings") } : undefined;
    }

    /** Notes that a run was replaced. @param {Run | undefined} run */
    function leave(run) {
        if (run) kept.push(run);
        isExperiment = false;
    }

    /** Does something that replaces the current run. @param {() => Promise<unknown>} work */
    async function givesWay(work) {
        leave(await now());
        await work();
        await until(page, "lab.state.totalSteps === 0 && lab.state.checksum");
    }

    async function trained() {
        const isForgotten = isOver && (await now());
        if (isForgotten) [kept, isOver] = [[], false];
    }

    async function restore() {
        const run = kept.pop();
        assert.ok(run);
        const left = await now();
        await click(page, ".notice .offer");
        await until(page, `lab.state.checksum === "${run.checksum}"`);
        assert.deepEqual(await now(), run);
        leave(left);
        isOver = false;
    }

    /** Goes to another link than before. */
    async function follow() {
        const dataSeed = ++links + 1;
        await page.evaluate((dataSeed) => {
            location.hash = `#v=1&points=20&epochs=2&data-seed=${dataSeed}`;
        }, dataSeed);
        await until(page, `lab.settings.dataSeed === ${dataSeed}`);
    }

    /** @type {Record<string, () => Promise<unknown>>} */
    const steps = {
        train: async () => {
            const { totalSteps } = await call(page, "state");
            await click(page, ["button.batch", "button.epoch"][below(2)]);
            await until(page, `lab.state.totalSteps > ${totalSteps}`);
            await trained();
        },
        live: async () => {
            const { learningRate } = await call(page, "settings");
            const rate = learningRate + 0.001;
            await type(page, "learningRate", rate.toFixed(3));
            await until(page, `lab.settings.learningRate > ${learningRate}`);
            isExperiment = false;
        },
        change: () =>
            givesWay(async () => {
                const { batchSize } = await call(page, "settings");
                await type(page, "batchSize", String(batchSize + 1));
                await until(page, `lab.settings.batchSize === ${batchSize + 1}`);
            }),
        fresh: () => givesWay(() => click(page, "button.fresh")),
        reset: () => givesWay(() => click(page, "button.reset")),
        link: () => givesWay(follow),
        back: () =>
            givesWay(async () => {
                await follow();
                await page.evaluate(() => history.back());
                await until(page, `lab.settings.dataSeed !== ${links + 1}`);
            }),
        experiment: async () => {
            const run = await now();
            if (!isExperiment) leave(run);
            await click(page, "button.help-button");
            await click(page, `.tries [value=${names[below(names.length)]}]`);
            await until(page, "lab.state.running && lab.state.totalSteps > 0");
            await call(page, "pause");
            isExperiment = true;
            await trained();
        },
        reload: async () => {
            const run = await now();
            const last = (isExperiment ? undefined : run) ?? kept.at(-1) ?? run;
            kept = last ? [last] : [];
            isExperiment = false;
            await new Promise((resolve) => setTimeout(resolve, 100)); // the copy is there
            await page.reload();
            await call(page, "ready");
        },
        over: async () => {
            const run = await now();
            leave(isExperiment && kept.length > 0 ? undefined : run);
            kept = kept.slice(-1);
            isOver = true;
            await click(page, "button.over");
            await until(page, "lab.settings.points === 500 && lab.state.totalSteps === 0");
        },
    };

    try {
        for (let i = 0; i < STEPS; i++) {
            const name = i === 0 ? "train" : Object.keys(steps)[below(Object.keys(steps).length)];
            path.push(name);
            await steps[name]();
            if (i < STEPS - 1 && below(2) === 0) continue;
            // Nothing is offered while the current run is the last trained one itself.
            const goesOn = name === "train" || name === "live";
            if (goesOn && !(await now())) continue;
            if (goesOn) {
                path.push("reset");
                await steps.reset();
            }
            if (kept.length === 0) continue;
            path.push("restore");
            await restore();
        }
        assert.deepEqual(problems, []);
    } catch (error) {
        throw new Error(`Walk ${seed}: ${path.join(", ")}\n${error}`);
    } finally {
        await page.close();
    }
}

for (let seed = 0; seed < WALKS; seed++)
    test(`the last trained run is never lost: walk ${seed}`, () => walk(seed));
