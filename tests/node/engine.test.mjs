import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { LabError } from "../../web/core/lab-error.js";
import { Engine } from "../../web/worker/engine.js";
import { opening, small, TRAINER } from "../engine.mjs";

/** @typedef {import("../../web/shared/protocol.js").Frame} Frame */
/** @typedef {import("../../web/shared/protocol.js").Requests} Requests */

const NEVER = 1e9; // ms: a slice that lasts until all is done
const lab = await loadLab();

/** @param {Partial<Requests["open"]>} [others] */
function open(others) {
    const request = { type: /** @type {const} */ ("open"), budget: NEVER };
    const { engine, answer } = Engine.open({ ...request, ...opening(others) }, lab);
    /**
     * @template {Exclude<keyof Requests, "open">} T
     * @param {T} type @param {Requests[T]} request @param {number} [budget]
     * @returns {import("../../web/shared/protocol.js").Answers[T]}
     */
    const ask = (type, request, budget = NEVER) =>
        /** @type {any} */ (
            engine.handle(/** @type {any} */ ({ type, budget, ...request })).answer
        );
    return { engine, opened: answer, ask };
}

/** @param {Record<string, unknown>} settings @param {number} steps */
function lone(settings, steps) {
    const all = { ...lab.defaults, ...settings };
    const model = lab.createModel(all, lab.makeData(all));
    try {
        model.train(steps);
    } catch (error) {
        if (!(error instanceof LabError)) throw error;
    }
    const checksum = model.weightsSha256();
    model.dispose();
    return checksum;
}

/** @param {string} trainer */
const of = (trainer) => ({ trainer, wish: {} });

test("trainers side by side end with the weights of lone runs, also if one of them diverges", async () => {
    const { ask } = open();
    /** @type {Record<string, Record<string, unknown>>} */
    const others = {
        rmsprop: { ...small, optimizer: "rmsprop" },
        sgd: { ...small, optimizer: "sgd", seed: 3 },
        wild: {
            ...small,
            optimizer: "sgd",
            activation: "linear",
            layers: [64, 64],
            learningRate: 1000,
        },
    };
    for (const [trainer, settings] of Object.entries(others))
        ask("add", { trainer, settings: { ...lab.defaults, ...settings } });
    const all = { [TRAINER]: small, ...others };
    const advances = Object.keys(all).map((trainer) => ({ ...of(trainer), steps: 7, until: 50 }));
    const frames = ask("train", { advances });
    assert.deepEqual(
        frames.map(({ trainer }) => trainer),
        Object.keys(all),
    );
    assert.equal(frames[3].error?.code, "diverged");
    for (const [i, [trainer, settings]] of Object.entries(all).entries()) {
        if (i < 3) assert.equal(frames[i].progress.totalSteps, 7);
        const { checksum } = ask("settle", of(trainer));
        assert.equal(checksum, lone(settings, 7), trainer);
    }
});

test("trainers that share a slice advance step by step, however long a step of each takes", async () => {
    const { ask } = open();
    const large = { ...lab.defaults, points: 400, layers: [128, 128], epochs: 50 };
    ask("add", { trainer: "large", settings: large });
    const advances = [TRAINER, "large"].map((trainer) => ({
        ...of(trainer),
        steps: 10_000,
        until: 1000,
    }));
    for (let slice = 0; slice < 3; slice++) {
        const [one, other] = ask("train", { advances }, 12);
        assert.equal(one.progress.totalSteps, other.progress.totalSteps);
        assert.ok(one.progress.totalSteps > slice);
    }
    // A trainer that has reached its end holds up no other.
    const { epoch } = ask("inspect", of(TRAINER)).progress;
    const [done, going] = ask("train", {
        advances: [
            { ...advances[0], until: epoch },
            { ...advances[1], steps: 3 },
        ],
    });
    const before = ask("inspect", of("large")).progress.totalSteps;
    assert.equal(done.progress.epoch, epoch);
    assert.equal(going.progress.totalSteps, before);
});

test("all trainers together may be as large as the largest single one, and a refusal changes nothing", async () => {
    const { ask } = open();
    const largest = { points: 10_000, layers: [1024, 1024, 100], batchSize: 32 };
    const settings = { ...lab.defaults, ...largest };
    const bytes = lab.modelBytes(settings);
    assert.ok(bytes > 0.6 * lab.limits.modelBytes && bytes <= lab.limits.modelBytes, `${bytes}`);
    ask("add", { trainer: "one", settings });
    assert.throws(
        () => ask("add", { trainer: "two", settings }),
        (error) => error instanceof LabError && error.code === "too_large",
    );
    const before = ask("settle", of(TRAINER)).checksum;
    assert.throws(
        () => ask("change", { ...of(TRAINER), settings: largest, keep: false }),
        (error) => error instanceof LabError && error.code === "too_large",
    );
    assert.equal(ask("settle", of(TRAINER)).checksum, before);
    // Its own place is free for what replaces it.
    ask("change", { ...of("one"), settings: { seed: 1 }, keep: false });
    ask("remove", { trainer: "one" });
    ask("change", { ...of(TRAINER), settings: largest, keep: false });
});

test("an unknown trainer, or a name that is taken, is the caller's error", async () => {
    const { ask } = open();
    assert.throws(() => ask("save", { trainer: "nobody" }), /no trainer "nobody"/);
    const settings = { ...lab.defaults, ...small };
    assert.throws(() => ask("add", { trainer: TRAINER, settings }), /already/);
    ask("add", { trainer: "second", settings });
    ask("remove", { trainer: "second" });
    assert.throws(() => ask("inspect", of("second")), /no trainer "second"/);
});

test("a change takes one message: it is judged whole, keeps what it ends, and says whether all is new", async () => {
    const { ask } = open();
    ask("train", { advances: [{ ...of(TRAINER), steps: 8, until: 50 }] });
    const trained = ask("settle", of(TRAINER)).checksum;
    const change = (/** @type {Record<string, unknown>} */ settings) =>
        ask("change", { ...of(TRAINER), settings, keep: true });
    // The first is fine by itself, the second is not: neither is taken.
    assert.throws(
        () => change({ seed: 5, learningRate: -1 }),
        (error) => error instanceof LabError && error.code === "learning_rate",
    );
    assert.equal(ask("settle", of(TRAINER)).checksum, trained);
    const live = change({ learningRate: 0.5 });
    assert.deepEqual(
        [live.rebuilt, live.kept, live.settings.learningRate],
        [false, undefined, 0.5],
    );
    assert.equal(ask("settle", of(TRAINER)).checksum, trained);
    const anew = change({ seed: 5 });
    assert.equal(anew.rebuilt, true);
    assert.equal(anew.kept?.epoch, 2);
    assert.equal(anew.frame.data, undefined, "the data are as they were");
    assert.ok(anew.frame.network);
    assert.equal(anew.frame.progress.totalSteps, 0);
    assert.ok(anew.kept);
    const { epoch, totalSteps, bytes } = anew.kept;
    assert.deepEqual(ask("describe", { bytes }), { epoch, totalSteps, checksum: trained });
    assert.throws(() => ask("describe", { bytes: bytes.subarray(1) }), { code: "file" });
    const back = ask("load", { ...of(TRAINER), bytes, keep: true });
    assert.equal(back.settings.learningRate, 0.5);
    assert.equal(back.kept, undefined, "nothing was trained since");
    const copy = { trainer: TRAINER, most: bytes.length };
    assert.deepEqual(ask("copy", copy), anew.kept);
    assert.equal(ask("copy", { ...copy, most: bytes.length - 1 }), undefined);
    assert.deepEqual(ask("load", { ...of(TRAINER), bytes, keep: true }).kept, anew.kept);
    assert.equal(ask("settle", of(TRAINER)).checksum, trained);
    assert.ok(change({ points: 50 }).frame.data, "there are new ones");
});

test("a change can begin anew even where all of it could be made on the way", async () => {
    const { ask } = open();
    const first = ask("settle", of(TRAINER)).checksum;
    ask("train", { advances: [{ ...of(TRAINER), steps: 8, until: 50 }] });
    const change = (/** @type {boolean} */ anew) =>
        ask("change", { ...of(TRAINER), settings: { learningRate: 0.5 }, keep: true, anew });
    const { rebuilt, kept, frame } = change(true);
    assert.deepEqual([rebuilt, kept?.totalSteps, frame.data], [true, 8, undefined]);
    assert.equal(ask("settle", of(TRAINER)).checksum, first);
    assert.equal(change(true).frame.data, undefined);
});

test("the history is sent once: each frame has only what is new", async () => {
    const { ask } = open();
    const advance = (/** @type {number} */ steps) =>
        ask("train", { advances: [{ ...of(TRAINER), steps, until: 50 }] })[0];
    const { stepsPerEpoch } = advance(0).progress;
    assert.deepEqual([advance(stepsPerEpoch * 3).from, advance(1).from], [0, 3]);
    const last = advance(2 * stepsPerEpoch);
    assert.deepEqual([last.from, last.loss.length, last.accuracy.length], [3, 2, 2]);
    assert.equal(last.val_loss, undefined);
    const { frame } = ask("reset", { ...of(TRAINER), keep: false });
    assert.deepEqual([frame.from, frame.loss.length], [0, 0]);
});

test("only what is wished for is computed; settling shows exactly the current weights", async () => {
    const { ask, opened } = open();
    assert.deepEqual(Object.keys(opened.frame.seen), ["map", "judgement"].slice(0, 1));
    const { wish } = opening();
    /** @param {Requests["settle"]["wish"]} wish */
    const settle = (wish) => ask("settle", { trainer: TRAINER, wish });
    assert.deepEqual(Object.keys(settle(wish).seen), ["map", "judgement"]);
    const inside = settle({ units: 0, lines: true, layers: true });
    assert.deepEqual(Object.keys(inside.seen), ["units", "lines", "layers"]);
    assert.equal(inside.seen.units?.maps.length, 8 * 32 * 32);
    assert.equal(inside.seen.lines?.length, 3 * 8);
    assert.equal(inside.seen.layers?.length, 2);
    assert.equal(settle({ units: 5 }).seen.units, undefined, "there is no such layer");
    // In slices of no length one piece is done at a time, and nothing is still before the last.
    const slices = [ask("settle", { trainer: TRAINER, wish }, 0)];
    while (!slices.at(-1)?.still) slices.push(ask("settle", { trainer: TRAINER, wish }, 0));
    assert.ok(slices.length > 3);
    assert.deepEqual(
        slices.slice(0, -1).map(({ seen }) => Object.keys(seen).length),
        Array(slices.length - 1).fill(0),
    );
    // Training interrupts a settling; what comes then is of the new weights.
    ask("settle", { trainer: TRAINER, wish }, 0);
    ask("train", { advances: [{ ...of(TRAINER), steps: 1, until: 50 }] });
    assert.equal(ask("settle", { trainer: TRAINER, wish }).checksum, lone(small, 1));
});

test("a map's buffer is used again", async () => {
    const { ask } = open();
    const { wish } = opening();
    const { seen } = ask("settle", { trainer: TRAINER, wish });
    const buffer = seen.map?.pixels.buffer;
    assert.ok(buffer);
    const again = ask("settle", { trainer: TRAINER, wish, recycle: { map: buffer } });
    assert.equal(again.seen.map?.pixels.buffer, buffer);
});

test("a part of the map has the network's answers there; new data are shown whole", async () => {
    const { ask, opened } = open();
    const settings = { ...lab.defaults, ...small };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.train(12);
    ask("train", { advances: [{ ...of(TRAINER), steps: 12, until: 50 }] });
    const { bounds: whole } = /** @type {import("../../web/shared/protocol.js").Data} */ (
        opened.frame.data
    );
    const part = { bounds: { xMin: -0.2, xMax: 0.3, yMin: -0.5, yMax: 0.1 }, whole };
    const extent = { width: 101, height: 101 };
    /** @param {Partial<import("../../web/pictures/map/observe.js").MapWish>} [others] */
    const map = (others) => {
        const mode = /** @type {const} */ ({ kind: "regions", index: 0, layer: 0 });
        const wish = { map: { mode, coarse: extent, fine: extent, interval: 0, ...others } };
        const { seen } = ask("settle", { trainer: TRAINER, wish });
        assert.ok(seen.map);
        return seen.map;
    };
    /** The picture's rows begin at the top. @param {import("../../web/shared/protocol.js").Bounds} bounds */
    const answers = (bounds) => {
        const rows = model.predictGrid({ ...bounds, columns: 101, rows: 101 });
        return Array.from({ length: 101 }, (_, i) => rows.slice((100 - i) * 101, (101 - i) * 101));
    };
    const { pixels, bounds } = map({ part });
    assert.deepEqual(bounds, part.bounds);
    assert.deepEqual(
        [...pixels],
        answers(bounds).flatMap((row) => [...row]),
    );
    const others = map({ part: { ...part, whole: { ...whole, xMax: 7 } } });
    assert.deepEqual(others.bounds, whole);
    assert.deepEqual([...others.pixels], [...map().pixels]);
    assert.notDeepEqual([...others.pixels], [...pixels]);
    // A unit's shades mean the same, however near one looks.
    const mode = /** @type {const} */ ({ kind: "unit", index: 2, layer: 0 });
    const [all, some] = [map({ mode }), map({ mode, part })];
    /** A place's shade. @param {typeof all} map @param {number} x @param {number} y */
    const shadeAt = ({ pixels, bounds: { xMin, xMax, yMin, yMax } }, x, y) => {
        const column = Math.round(((x - xMin) / (xMax - xMin)) * 100);
        const row = Math.round(((yMax - y) / (yMax - yMin)) * 100);
        return pixels[101 * row + column];
    };
    for (const [x, y] of [
        [-0.1, -0.4],
        [0.25, 0.05],
        [0.1, -0.2],
    ])
        assert.ok(Math.abs(shadeAt(all, x, y) - shadeAt(some, x, y)) < 8);
    assert.ok(new Set(all.pixels).size > 50);
    model.dispose();
});

test("bad settings in the first request are named one by one, and the others hold", async () => {
    const { opened } = open({ settings: { ...small, learningRate: -1, optimizer: "sgd" } });
    assert.deepEqual(
        opened.problems.map(({ name, error }) => [name, error.code]),
        [["learningRate", "learning_rate"]],
    );
    assert.equal(opened.settings.optimizer, "sgd");
    const tooMuch = open({ settings: { layers: [1024, 1024, 1024, 1024, 1024, 1024] } });
    assert.deepEqual(
        tooMuch.opened.problems.map(({ name, error }) => [name, error.code]),
        [["", "too_large"]],
    );
    assert.deepEqual(tooMuch.opened.settings, lab.defaults);
});

test("the data are made anew wherever a setting changes them", async () => {
    const { ask } = open();
    const others = {
        dataset: "moons",
        classes: 4,
        points: 50,
        noise: 0.3,
        turn: 3,
        factor: 0.3,
        clusterStd: 2,
        dataSeed: 5,
    };
    for (const { name, kind, minimum, maximum, choices } of lab.settings) {
        for (const dataset of ["spirals", "moons", "circles", "blobs"]) {
            /** @type {any} */
            const before = { ...lab.defaults, ...small, dataset };
            /** @type {Record<string, unknown>} */
            const given = others;
            const next = kind === "integer" ? Math.min(maximum, Number(before[name]) + 1) : maximum;
            const other = { boolean: !before[name], choice: choices.at(-1) }[String(kind)] ?? next;
            const value = given[name] ?? (other === before[name] ? minimum : other);
            const changed = { ...before, [name]: value };
            const text = (/** @type {any} */ s) => JSON.stringify([...lab.makeData(s).x]);
            ask("change", { ...of(TRAINER), settings: before, keep: false });
            let answer;
            try {
                answer = ask("change", {
                    ...of(TRAINER),
                    settings: { [name]: value },
                    keep: false,
                });
            } catch (error) {
                assert.ok(error instanceof LabError, String(error)); // together too large, say
                continue;
            }
            if (text(before) === text(changed)) continue; // it has no effect on this dataset
            assert.ok(answer.frame.data, `${name} of ${dataset}`);
            assert.equal(JSON.stringify([...answer.frame.data.x]), text(changed), name);
        }
    }
});
