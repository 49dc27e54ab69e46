/**
 * Random orders of what a person does, with the real engine: after each step the last run that they
 * trained can be restored, with its settings. What should be kept is worked out here once more,
 * from the rule: a run that somebody replaces is kept, except an experiment that another one
 * replaces; restoring keeps the run that it replaces; starting over keeps one run, until training
 * begins.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { Commands } from "../../web/element/commands.js";
import { Safekeeping } from "../../web/element/safekeeping.js";
import { experiments } from "../../web/lessons/experiments.js";
import { RunController } from "../../web/run/controller.js";
import { client, opening, small, TRAINER, virtualClock } from "../engine.mjs";

/** @typedef {import("../../web/lessons/experiments.js").Experiment} Experiment */
/** @typedef {import("../../web/run/past-runs.js").PastRun} PastRun */

const WALKS = 490; // tests/browser/walks.test.mjs has ten more, in a real page
const STEPS = 8;
const MOST = 8; // runs that are kept

const lab = await loadLab();
const defaults = { ...lab.defaults, ...small, points: 10, layers: [4], epochs: 2 };

/** The tab's storage, and what a browser tells a page that is left. */
const storage = new Map();
const leaving = new Set();
Object.assign(globalThis, {
    sessionStorage: {
        getItem: (/** @type {string} */ key) => storage.get(key) ?? null,
        setItem: (/** @type {string} */ key, /** @type {string} */ value) =>
            storage.set(key, value),
        removeItem: (/** @type {string} */ key) => storage.delete(key),
    },
    addEventListener: (/** @type {string} */ _, /** @type {() => void} */ leave) =>
        leaving.add(leave),
    removeEventListener: (/** @type {string} */ _, /** @type {() => void} */ leave) =>
        leaving.delete(leave),
    document: { hidden: false, addEventListener() {}, removeEventListener() {} },
});

/** A page with a lab, without anything visible; `offer` is that of its notice. */
async function openPage() {
    const engine = client({ settings: defaults });
    const { wish } = opening();
    const controller = new RunController(engine, TRAINER, () => ({ wish }), virtualClock());
    controller.pace = Number.POSITIVE_INFINITY;
    await controller.begin(await engine.opened);
    /** @type {Record<string, (value?: any) => void>} */ const handlers = {};
    /** @type {Promise<unknown>} */ let done = Promise.resolve();
    /** @type {string | undefined} */ let offer;
    const hush = () => {
        offer = undefined;
    };
    /** @type {any} The parts of a LabInstance that the commands need. */
    const host = {
        controller,
        info: { defaults },
        lessons: { isOn: false },
        localizer: { t: (/** @type {string} */ key) => key },
        view: {
            on(/** @type {string} */ name, /** @type {() => void} */ handler) {
                handlers[name] = handler;
            },
            notice: {
                hush,
                clear: hush,
                say(/** @type {() => string} */ text, /** @type {{offer?: string}} */ how) {
                    assert.ok(text());
                    offer = how.offer;
                },
            },
            liveRegion: { say() {} },
            settings: {
                get asked() {
                    return controller.state.settings;
                },
                ask: (/** @type {{seed: string}} */ { seed }) =>
                    commands.configure({ seed: Number(seed) }),
                forgetDatasets() {},
            },
        },
        whenOpen(/** @type {() => Promise<unknown>} */ work) {
            done = work();
        },
        configure: controller.configure.bind(controller),
        restart: controller.restart.bind(controller),
        reset: controller.reset.bind(controller),
        restore: () => controller.restore(),
        startOver: (/** @type {boolean} */ keep) => controller.restart(defaults, keep),
        forgetStored: () => safekeeping.forget(),
    };
    const commands = new Commands(host);
    controller.on("state", () => {
        if (controller.state.running) hush();
    });
    const safekeeping = new Safekeeping(controller, commands);
    const recalled = await safekeeping.recall();
    if (recalled) {
        controller.state.past.addOldest(recalled);
        if (recalled.over) commands.setOver();
        commands.offerBack("back.reload");
    }
    return {
        controller,
        commands,
        state: controller.state,
        offer: () => offer,
        /** Does what a person does, and waits until it is done. */
        async act(/** @type {string} */ name, /** @type {any} */ value) {
            handlers[name](value);
            await done;
        },
        async leave() {
            await controller.copy(0); // by then the copies that were asked for are there
            for (const leave of leaving) leave();
            safekeeping.close();
            engine.close();
        },
    };
}

/** A run, current or kept. @typedef {{checksum: string, settings: object}} Run */

/** @param {PastRun} run @returns {Run} */
function runOf({ bytes }) {
    const model = lab.loadModel(bytes);
    const run = { checksum: model.weightsSha256(), settings: model.settings };
    model.dispose();
    return run;
}

/** @param {number} seed */
async function walk(seed) {
    storage.clear();
    let random = seed + 1;
    const below = (/** @type {number} */ n) => {
        random = (random * 48_271) % (2 ** 31 - 1);
        return random % n;
    };
    let page = await openPage();
    /** The runs that should be kept, the latest last. @type {Run[]} */ let kept = [];
    let isOver = false;
    /** @type {string[]} */ const path = [];

    /** The current run, if it was trained at all. @returns {Run | undefined} */
    const now = () => {
        const { checksum, settings, progress } = page.state;
        if (progress.totalSteps === 0) return undefined;
        return { checksum: String(checksum), settings };
    };
    /** Notes that a run was replaced. @param {Run | undefined} run */
    const leave = (run) => {
        if (run) kept = [...kept, run].slice(-MOST);
    };
    const trained = () => {
        if (isOver && now()) [kept, isOver] = [[], false];
    };
    /** @param {(() => Promise<unknown>)} work */
    const givesWay = async (work) => {
        leave(now());
        await work();
        assert.equal(page.state.progress.totalSteps, 0);
        assert.equal(page.offer(), kept.length ? "back" : undefined);
    };
    const numbered = Object.keys(experiments);

    /** @type {Record<string, () => Promise<unknown>>} */
    const steps = {
        async train() {
            await page.act("act", ["batch", "epoch"][below(2)]);
            trained();
        },
        async play() {
            const stopped = new Promise((resolve) => page.controller.on("stop", resolve));
            await page.act("act", below(2) ? "finish" : "play");
            if (below(2)) await page.act("act", "pause");
            await stopped;
            trained();
        },
        async live() {
            await page.commands.configure({ learningRate: [0.01, 0.02, 0.03][below(3)] });
        },
        change: () =>
            givesWay(() => page.commands.configure({ seed: page.state.settings.seed + 7 })),
        fresh: () => givesWay(() => page.act("act", "fresh")),
        reset: () => givesWay(() => page.act("act", "reset")),
        async link() {
            const settings = { ...defaults, batchSize: 8 + below(3) };
            if (fixed(settings) !== fixed(page.state.settings)) leave(now());
            await page.controller.configure(settings, true);
        },
        async experiment() {
            if (!page.commands.experiment) leave(now());
            const name = /** @type {Experiment} */ (numbered[below(numbered.length)]);
            const stopped = new Promise((resolve) => page.controller.on("stop", resolve));
            await page.act("experiment", name);
            await page.act("act", below(2) && name !== "overfit" ? "finish" : "pause");
            await stopped;
            trained();
        },
        async restore() {
            const run = kept.at(-1);
            const left = now();
            await page.act("offer", "back");
            if (!run) return;
            isOver = false;
            kept.pop();
            leave(left);
            if (!left) return;
            assert.equal(page.offer(), "back", "there is a way back");
        },
        async startOver() {
            if (!page.commands.experiment || kept.length === 0) leave(now());
            kept = kept.slice(-1);
            isOver = true;
            await page.act("startOver", undefined);
            assert.deepEqual(page.state.settings, defaults);
            assert.equal(page.offer(), kept.length ? "back" : undefined);
        },
        async reload() {
            const own = page.commands.experiment ? undefined : now();
            const last = own ?? kept.at(-1) ?? now();
            kept = last ? [last] : [];
            await page.leave();
            page = await openPage();
            assert.equal(page.offer(), last ? "back" : undefined);
        },
    };

    try {
        const names = Object.keys(steps);
        for (let i = 0; i < STEPS; i++) {
            const name = i === 0 ? "train" : names[below(names.length)];
            path.push(name);
            const before = now();
            const expected = kept.at(-1);
            await steps[name]();
            if (name === "restore" && expected) assert.deepEqual(now(), expected);
            else if (name === "live" && before) assert.equal(now()?.checksum, before.checksum);
            const { last } = page.state.past;
            assert.deepEqual(last && runOf(last), kept.at(-1));
        }
    } catch (error) {
        throw new Error(`Walk ${seed}: ${path.join(", ")}\n${error}`);
    } finally {
        await page.leave();
    }
}

/** The settings that cannot change on the way, as text. @param {object} settings */
function fixed(settings) {
    const live = lab.settings.flatMap(({ name, live }) => (live ? [String(name)] : []));
    return JSON.stringify(
        Object.entries(settings)
            .filter(([name]) => !live.includes(name))
            .sort(),
    );
}

test(`in ${WALKS} walks the last trained run is never lost`, async () => {
    for (let seed = 0; seed < WALKS; seed++) await walk(seed);
});
