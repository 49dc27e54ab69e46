import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { LabError } from "../../web/core/lab-error.js";
import { RunController } from "../../web/run/controller.js";
import { client, opening, small, TRAINER, virtualClock } from "../engine.mjs";

/** @typedef {import("../../web/shared/protocol.js").Frame} Frame */

const lab = await loadLab();
const { wish } = opening();

/** A controller with the real engine; `told` notes its events, `log` the requests to the engine. */
async function open(wants = () => ({ wish })) {
    /** @type {string[]} */ const log = [];
    /** @type {string[]} */ const told = [];
    /** @type {number[]} */ const goals = [];
    const engine = client({}, log);
    const controller = new RunController(engine, TRAINER, wants, virtualClock());
    controller.on("epoch", (epoch) => told.push(`epoch ${epoch}`));
    controller.on("stop", (reason) => told.push(`stop ${reason}`));
    controller.on("error", (error) => told.push(`error ${/** @type {LabError} */ (error).code}`));
    controller.on("frame", () => goals.push(controller.state.goal));
    await controller.begin(await engine.opened);
    const { state } = controller;
    log.length = 0;
    return { controller, state, log, told, goals, close: () => engine.close() };
}

/**
 * @param {{on: Function}} controller
 * @param {string} name
 * @returns {Promise<any>} what comes with the next event
 */
const next = (controller, name) =>
    new Promise((resolve) => controller.on(name, (/** @type {any} */ value) => resolve(value)));

/** The weights of a lone run. @param {Record<string, unknown>} settings @param {number} steps */
function checksumOf(settings, steps) {
    const all = { ...lab.defaults, ...small, ...settings };
    const model = lab.createModel(all, lab.makeData(all));
    model.train(steps);
    const checksum = model.weightsSha256();
    model.dispose();
    return checksum;
}

test("it begins with the first weights, drawn and judged, without an event", async () => {
    const { state, told, goals, close } = await open();
    assert.deepEqual([...new Set(goals)], [4], "the goal is known with the first frame");
    assert.equal(state.checksum, checksumOf({}, 0));
    assert.equal(state.progress.totalSteps, 0);
    assert.equal(state.goal, 4);
    assert.match(state.report?.text ?? "", /weighted avg/);
    assert.deepEqual(told, []);
    close();
});

test("the rest is computed while the first picture reaches the screen, and is shown after it", async () => {
    /** @type {string[]} */ const log = [];
    const engine = client({}, log);
    let show = () => {};
    const screen = new Promise((resolve) => {
        show = () => resolve(undefined);
    });
    const controller = new RunController(engine, TRAINER, () => ({ wish }), {
        ...virtualClock(),
        tick: async () => void (await screen),
    });
    let frames = 0;
    controller.on("frame", () => frames++);
    const begun = controller.begin(await engine.opened);
    for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(log, ["open", "settle"]);
    assert.equal(frames, 1);
    show();
    await begun;
    assert.ok(frames > 1);
    assert.ok(controller.state.checksum);
    engine.close();
});

test("playing reports each epoch once, and ends with the judgement of its last weights", async () => {
    const { controller, state, told, close } = await open();
    const stopped = next(controller, "stop");
    await controller.play();
    assert.equal(state.running, true);
    assert.equal(state.checksum, null);
    assert.equal(await stopped, "finished");
    assert.deepEqual(told, ["epoch 1", "epoch 2", "epoch 3", "epoch 4", "stop finished"]);
    assert.equal(state.running, false);
    assert.equal(state.history.loss.length, 4);
    assert.equal(state.checksum, checksumOf({}, state.progress.totalSteps));
    // Once the budget is used up, another of the same size.
    const again = next(controller, "stop");
    await controller.finish();
    await again;
    assert.deepEqual([state.progress.epoch, state.goal], [8, 8]);
    close();
});

test("what observe() computes is of one moment of a run, which then goes on", async () => {
    const { controller, state, log, told, close } = await open();
    await controller.configure({ epochs: 10_000 });
    await controller.play();
    controller.pace = Number.POSITIVE_INFINITY;
    while (state.progress.epoch < 3) await next(controller, "frame");
    /** @type {string[]} */ const shown = [];
    const fine = { width: 301, height: 201 };
    controller.on("frame", ({ seen }) => {
        if (seen.map?.extent.width === fine.width) shown.push("it is not for the screen");
    });
    const mode = /** @type {const} */ ({ kind: "soft", index: 0, layer: 0 });
    const map = { mode, coarse: fine, fine, interval: 0, nodes: 601 };
    log.length = 0;
    const { map: picture, judgement } = await controller.observe({ map, judgement: true });
    const { totalSteps } = state.progress;
    assert.deepEqual(picture?.extent, fine);
    assert.match(log.join(), /^(train,)?settle(,settle)+(,train)?$/, "training rests");
    assert.equal(state.running, true);
    assert.equal(state.report?.text, judgement?.training.text);
    const all = { ...lab.defaults, ...small };
    const model = lab.createModel(all, lab.makeData(all));
    model.train(totalSteps);
    assert.equal(judgement?.training.text, model.classificationReport());
    model.dispose();
    const before = state.progress.totalSteps;
    while (state.progress.totalSteps <= before + 5) await next(controller, "frame");
    await controller.pause();
    assert.deepEqual(shown, []);
    const epochs = told.filter((line) => line.startsWith("epoch"));
    assert.deepEqual(
        epochs,
        epochs.map((_, i) => `epoch ${i + 1}`),
        "no epoch is lost",
    );
    assert.equal(state.checksum, checksumOf({ epochs: 10_000 }, state.progress.totalSteps));
    close();
});

test("a pace is kept, and a pause holds amid an epoch", async () => {
    const { controller, state, close } = await open();
    controller.pace = 125; // two batches in each frame of 16 ms
    let frames = 0;
    /** @type {number[]} */ const counts = [];
    controller.on("frame", ({ progress }) => counts.push(progress.totalSteps));
    const early = new Promise((resolve) =>
        controller.on("frame", () => ++frames === 3 && resolve(undefined)),
    );
    await controller.play();
    await early;
    await controller.pause();
    assert.deepEqual(counts.slice(0, 3), [1, 3, 5]);
    const at = state.progress.totalSteps;
    assert.ok(at >= 5 && at < 4 * state.progress.stepsPerEpoch, `${at}`);
    assert.equal(state.checksum, checksumOf({}, at));
    close();
});

test("playing rests while it is held, but what somebody waits for goes on", async () => {
    const { controller, state, close } = await open();
    controller.held = true;
    await controller.play();
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(state.progress.totalSteps, 0);
    await controller.fit(1);
    assert.equal(state.progress.epoch, 1);
    const stopped = next(controller, "stop");
    await controller.play();
    controller.held = false;
    assert.equal(await stopped, "finished");
    close();
});

test("single steps add up, and short ones are not reported", async () => {
    const { controller, state, told, close } = await open();
    await Promise.all([
        controller.step("batch"),
        controller.step("batch"),
        controller.step("batch"),
    ]);
    assert.equal(state.progress.totalSteps, 3);
    await controller.step("epoch");
    assert.deepEqual([state.progress.epoch, state.progress.step], [1, 0]);
    assert.deepEqual(told, ["epoch 1"]);
    assert.equal(state.checksum, checksumOf({}, state.progress.totalSteps));
    close();
});

test("a request that comes with the last frame is neither lost nor misread", async () => {
    /** @param {number} turns of the queue of microtasks */
    const later = async (turns) => {
        for (let i = 0; i < turns; i++) await undefined;
    };
    for (let turns = 0; turns < 8; turns++) {
        const { controller, state, close } = await open();
        /** @type {Promise<unknown> | undefined} */ let second;
        controller.on("frame", () => {
            second ??= later(turns).then(() => controller.step("batch"));
        });
        await controller.step("batch");
        await second;
        assert.equal(state.progress.totalSteps, 2, `a second step after ${turns}`);
        controller.on("epoch", (epoch) => {
            if (epoch === 2) later(turns).then(() => controller.pause());
        });
        await controller.step("epoch");
        await controller.fit(1); // is done before it is paused
        assert.equal(state.progress.epoch, 2);
        const stopped = next(controller, "stop");
        controller.on("epoch", (epoch) => {
            if (epoch === 4) later(turns).then(() => controller.finish());
        });
        await controller.fit(2);
        await stopped;
        await new Promise((resolve) => setTimeout(resolve, 30));
        assert.ok(state.progress.epoch > 4, `it goes on after ${turns}`);
        close();
    }
});

test("a change that starts anew takes one message, interrupts, and keeps the run that it ends", async () => {
    const { controller, state, told, log, close } = await open();
    await controller.fit(2);
    const trained = state.checksum;
    await controller.configure({ epochs: 10_000 });
    controller.pace = Number.POSITIVE_INFINITY;
    await controller.play();
    log.length = 0;
    assert.equal(await controller.configure({ seed: 7 }, true), true);
    assert.deepEqual(
        log.filter((type) => type !== "train" && type !== "settle"),
        ["change"],
    );
    assert.equal(told.at(-1), "stop interrupted");
    assert.equal(state.running, false);
    assert.deepEqual([state.progress.totalSteps, state.history.loss.length], [0, 0]);
    assert.equal(state.checksum, checksumOf({ seed: 7 }, 0));
    const kept = state.past.last;
    assert.ok(kept && kept.epoch >= 2);
    assert.equal(trained, checksumOf({}, 2 * state.progress.stepsPerEpoch));
    assert.equal(await controller.restore(), true);
    assert.equal(state.settings.seed, 0);
    assert.equal(state.history.loss.length, state.progress.epoch);
    assert.equal(state.checksum, checksumOf({}, state.progress.totalSteps));
    assert.equal(state.repeatable, true, "as it was before");
    assert.equal(await controller.restore(), false, "it is on again, and nothing was left for it");
    await controller.load(kept.bytes);
    assert.equal(state.repeatable, false, "it was loaded");
    close();
});

test("the run that a restoring replaces can be restored in turn", async () => {
    const { controller, state, close } = await open();
    /** @type {(string | null)[]} */ const checksums = [];
    for (const seed of [0, 1, 2]) {
        await controller.configure({ seed }, true);
        await controller.fit(1);
        checksums.push(state.checksum);
    }
    await controller.configure({ learningRate: 0.5 }); // on the way
    for (const [seed, learningRate, repeatable] of /** @type {const} */ ([
        [1, 0.01, true],
        [2, 0.5, false],
        [1, 0.01, true],
    ])) {
        await controller.restore();
        const { settings } = state;
        assert.deepEqual(
            [settings.seed, settings.learningRate, state.repeatable, state.checksum],
            [seed, learningRate, repeatable, checksums[seed]],
        );
    }
    // The first one is there as well: a new start leaves only what was trained.
    await controller.reset(false);
    await controller.restore();
    await controller.reset(false);
    await controller.restore();
    assert.equal(state.checksum, checksums[0]);
    close();
});

test("a restart is one step, and no request can come in between", async () => {
    const { controller, state, close } = await open();
    await controller.fit(1);
    const trained = state.checksum;
    const restart = controller.restart({ learningRate: 0.5 }, true);
    const finish = controller.finish();
    const stopped = next(controller, "stop");
    await Promise.all([restart, finish, stopped]);
    const steps = state.progress.totalSteps;
    assert.equal(state.checksum, checksumOf({ learningRate: 0.5 }, steps));
    assert.equal(state.repeatable, true);
    await assert.rejects(controller.restart({ learningRate: -1 }, true), { code: "learning_rate" });
    assert.equal(state.progress.totalSteps, steps);
    await controller.restart({ learningRate: 0.01 }, false);
    await controller.restore();
    assert.deepEqual([state.checksum, state.settings.learningRate], [trained, 0.01]);
    close();
});

test("a script's new start ends what was kept, its reset does not", async () => {
    const { controller, state, close } = await open();
    const bytes = await controller.save();
    for (const end of [
        () => controller.configure({ seed: 7 }),
        () => controller.load(bytes),
        () => controller.reset(),
    ]) {
        await controller.fit(1);
        await controller.reset(true);
        assert.equal(state.past.last?.epoch, 1);
        await end();
    }
    assert.equal(state.past.last?.epoch, 1, "after a reset");
    await controller.configure({ seed: 8 });
    assert.equal(state.past.last, undefined);
    close();
});

test("a copy is of the current run; nothing is copied that would be too large", async () => {
    const { controller, state, close } = await open();
    assert.equal(await controller.copy(1e6), undefined, "nothing is trained");
    await controller.step("batch");
    const copy = await controller.copy(1e6);
    assert.deepEqual([copy?.epoch, copy?.totalSteps, copy?.repeatable], [0, 1, true]);
    const { checksum } = await controller.describe(copy?.bytes ?? new Uint8Array());
    assert.equal(checksum, state.checksum);
    assert.equal(await controller.copy(100), undefined);
    close();
});

test("a bad change stops nothing: training goes on as if it had never been asked for", async () => {
    const { controller, state, told, close } = await open();
    const stopped = next(controller, "stop");
    await controller.play();
    await assert.rejects(controller.configure({ learningRate: -1 }), { code: "learning_rate" });
    await assert.rejects(controller.load(new Uint8Array(100)), { code: "file" });
    assert.equal(await stopped, "finished");
    assert.equal(told.at(-1), "stop finished");
    assert.equal(state.checksum, checksumOf({}, state.progress.totalSteps));
    assert.equal(state.settings.learningRate, lab.defaults.learningRate);
    close();
});

test("a change may be decided when its turn comes, and may then be none", async () => {
    const { controller, state, log, close } = await open();
    let seed = 1;
    const first = controller.configure(() => ({ seed }));
    const second = controller.configure(() => (state.settings.seed === 2 ? {} : { seed: 9 }));
    seed = 2;
    assert.deepEqual(await Promise.all([first, second]), [true, false]);
    assert.equal(state.settings.seed, 2);
    assert.equal(log.filter((type) => type === "change").length, 1);
    close();
});

test("after a change on the way training goes on, but the run is no longer repeatable", async () => {
    const { controller, state, close } = await open();
    await controller.fit(1);
    assert.equal(await controller.configure({ epochs: 9 }), false);
    assert.deepEqual([state.goal, state.repeatable], [9, true]);
    assert.equal(await controller.configure({ learningRate: 0.5 }), false);
    assert.deepEqual([state.progress.epoch, state.repeatable], [1, false]);
    await controller.reset();
    assert.equal(state.repeatable, true);
    close();
});

test("a change that comes while the first slice is on its way is noticed", async () => {
    const { controller, state, close } = await open();
    controller.pace = Number.POSITIVE_INFINITY;
    await controller.play();
    await controller.configure({ learningRate: 0.5 });
    await controller.pause();
    const { totalSteps } = state.progress;
    const same = state.checksum === checksumOf({ learningRate: 0.5 }, totalSteps);
    assert.ok(!state.repeatable || same, `${totalSteps} steps`);
    close();
});

test("it trains so many batches from the first weights, whatever was trained before", async () => {
    const { controller, state, close } = await open();
    await controller.advance(9);
    assert.equal(state.checksum, checksumOf({}, 9));
    await controller.advance(5);
    assert.equal(state.checksum, checksumOf({}, 5));
    await controller.advance(5);
    assert.equal(state.progress.totalSteps, 5);
    close();
});

test("divergence rejects a fit, is reported once, and the run can be trained at a lower rate", async () => {
    const { controller, told, state, close } = await open();
    const wild = { optimizer: "sgd", activation: "linear", layers: [64, 64], learningRate: 1000 };
    await controller.configure(wild);
    told.length = 0;
    await assert.rejects(controller.fit(4), (error) => {
        assert.ok(error instanceof LabError && error.code === "diverged");
        assert.ok(Number(error.step) > 0);
        return true;
    });
    assert.deepEqual(told.slice(-2), ["error diverged", "stop diverged"]);
    assert.equal(told.filter((line) => line.startsWith("error")).length, 1);
    await controller.configure({ learningRate: 0.001 });
    await controller.fit(1);
    assert.ok(Number.isFinite(state.progress.loss));
    close();
});

test("the network's health is known when training stops, until it goes on", async () => {
    const { controller, state, close } = await open();
    await controller.configure({ initializer: "zeros", layers: [8, 8] });
    assert.equal(/** @type {unknown} */ (state.health), undefined);
    const stopped = next(controller, "stop");
    await controller.finish();
    await stopped;
    const layer = { units: 8, dead: 8, alike: true };
    assert.deepEqual(state.health?.layers, [layer, layer]);
    await controller.step("batch");
    assert.equal(state.health, undefined, "nobody is told of short steps");
    close();
});

test("buffers that are no longer needed are handed over, not copied", async () => {
    /** @type {ArrayBuffer[]} */ const buffers = [];
    const wants = () => {
        const map = new ArrayBuffer(21 * 21);
        buffers.push(map);
        return { wish, recycle: { map } };
    };
    const { controller, close } = await open(wants);
    await controller.fit(2);
    await controller.configure({ seed: 2 });
    assert.ok(buffers.length > 3);
    assert.ok(buffers.every(({ byteLength }) => byteLength === 0));
    close();
});

test("closing it rejects everything that waits with an AbortError", async () => {
    const { controller, close } = await open();
    const fit = controller.fit(1000);
    await new Promise((resolve) => setTimeout(resolve, 5));
    close();
    await assert.rejects(fit, { name: "AbortError" });
});

test("random orders of play, step, change, reset, pause and load end as a lone run would", async () => {
    let seed = 11;
    const below = (/** @type {number} */ n) => {
        seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
        return Math.floor((seed / 2 ** 31) * n);
    };
    for (let walk = 0; walk < 12; walk++) {
        const { controller, state, close } = await open();
        controller.pace = [1000, Number.POSITIVE_INFINITY][below(2)];
        /** @type {(() => Promise<unknown>)[]} */
        const acts = [
            () => controller.play(),
            () => controller.finish(),
            () => controller.step("batch"),
            () => controller.step("epoch"),
            () => controller.pause(),
            () => controller.reset(below(2) === 1),
            () => controller.configure({ seed: below(3) }, true),
            () => controller.configure({ learningRate: -1 }).catch(() => {}),
            () => controller.refresh(),
        ];
        const done = [];
        for (let i = 0; i < 14; i++) {
            done.push(acts[below(acts.length)]());
            if (below(3) === 0) await new Promise((resolve) => setTimeout(resolve, below(4)));
        }
        await Promise.all(done);
        await controller.pause();
        const { seed: chosen } = state.settings;
        const steps = state.progress.totalSteps;
        assert.equal(state.checksum, checksumOf({ seed: chosen }, steps), `walk ${walk}`);
        assert.equal(state.history.loss.length, state.progress.epoch, `walk ${walk}`);
        assert.equal(state.running, false);
        close();
    }
});
