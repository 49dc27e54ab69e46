/** Points of one's own: into the core, through the engine, in links and in saved models. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { takeNames, withNames } from "../../web/core/saved-names.js";
import { options } from "../../web/element/options.js";
import {
    MOST_IN_LINK,
    namesToText,
    pointsFromText,
    pointsToText,
} from "../../web/shared/points-text.js";
import { Engine } from "../../web/worker/engine.js";
import { opening, small, TRAINER } from "../engine.mjs";

/** @typedef {import("../../web/core/dataset.js").GivenDataset} GivenDataset */
/** @typedef {import("../../web/shared/protocol.js").Requests} Requests */

const NEVER = 1e9; // ms: a slice that lasts until all is done
const lab = await loadLab();

/** Two classes of points beside each other. @param {number} [samples] @returns {GivenDataset} */
const beside = (samples = 40) => ({
    x: Float32Array.from({ length: 2 * samples }, (_, i) => Math.sin(7 * i) + (i % 4 < 2 ? 1 : -1)),
    y: Uint8Array.from({ length: samples }, (_, i) => i % 2),
    samples,
    classes: 2,
    labels: ["left, or not", "右 50%"],
});

/** @param {Partial<Requests["open"]>} [others] */
function open(others) {
    const request = { type: /** @type {const} */ ("open"), budget: NEVER };
    const first = JSON.parse(JSON.stringify({ ...request, ...opening(others) })); // it travels so
    const { engine, answer } = Engine.open(first, lab);
    /**
     * @template {Exclude<keyof Requests, "open">} T
     * @param {T} type @param {Omit<Requests[T], "trainer" | "wish">} request
     * @returns {import("../../web/shared/protocol.js").Answers[T]}
     */
    const ask = (type, request) =>
        /** @type {any} */ (
            engine.handle(
                /** @type {any} */ ({
                    type,
                    budget: NEVER,
                    trainer: TRAINER,
                    wish: {},
                    ...request,
                }),
            ).answer
        );
    return { opened: answer, ask };
}

/** As attributes have them. @param {GivenDataset} given */
const asTexts = (given) => ({
    data: pointsToText(given),
    labels: namesToText(given.labels ?? []),
});

/**
 * The checksum of a lone run.
 * @param {GivenDataset} data @param {number} steps @param {object} [settings]
 */
function lone(data, steps, settings = small) {
    const model = lab.createModel({ ...lab.defaults, ...settings, dataset: "given" }, data);
    model.train(steps);
    const checksum = model.weightsSha256();
    model.dispose();
    return checksum;
}

test("given points are taken as they are, with names, and copied", () => {
    const given = beside();
    const data = lab.givenData({ ...given, axes: ["length", "width"] });
    assert.deepEqual(data, { ...given, axes: ["length", "width"] });
    given.x[0] = 99;
    assert.notEqual(data.x[0], 99);
    const { labels, ...nameless } = beside();
    assert.deepEqual(lab.givenData(nameless).labels, ["0.0", "1.0"]);
    for (const [bad, code] of /** @type {[Partial<GivenDataset>, string][]} */ ([
        [{ samples: 39 }, "samples"],
        [{ classes: 1, y: new Uint8Array(40) }, "classes"],
        [{ classes: 21 }, "classes"],
        [{ y: new Uint8Array(40).fill(2) }, "points_y"],
        [{ x: new Float32Array(80).fill(Number.NaN) }, "points_x"],
        [{ labels: ["a", "a"] }, "labels"],
        [{ axes: /** @type {any} */ (["one"]) }, "axes"],
        [{ axes: ["one", "two\n"] }, "axes"],
    ]))
        assert.throws(() => lab.givenData({ ...beside(), ...bad }), { name: "LabError", code });
    assert.throws(() => lab.makeData({ ...lab.defaults, dataset: "given" }), { code: "given" });
});

test("a saved model keeps the names, and says when they are damaged", () => {
    const data = lab.givenData({ ...beside(), axes: ["花萼", "<b>"] });
    const model = lab.createModel({ ...lab.defaults, ...small, dataset: "given" }, data);
    model.train(5);
    const file = model.save();
    const loaded = lab.loadModel(file);
    assert.deepEqual(loaded.dataset, data);
    assert.equal(loaded.hasOwnPoints, true);
    assert.equal(loaded.weightsSha256(), model.weightsSha256());
    assert.deepEqual(loaded.save(), file);
    // Without names it is the core's file alone.
    const { labels, axes, ...plain } = data;
    const nameless = lab.createModel({ ...lab.defaults, ...small, dataset: "given" }, plain);
    assert.deepEqual(takeNames(nameless.save()), { core: nameless.save(), names: {} });
    for (const at of [file.length - 5 - 16, file.length - 14, file.length - 10, 100]) {
        const bad = file.slice();
        bad[at] ^= 1;
        assert.throws(() => lab.loadModel(bad), { code: /^file/ }, `${at}`);
    }
    assert.throws(() => lab.loadModel(file.slice(0, -1)), { code: "file_damaged" });
    for (const one of [model, loaded, nameless]) one.dispose();
});

test("names in a file that are none are damage, and leave no memory behind", () => {
    const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
    const core = model.save();
    model.dispose();
    const load = (/** @type {any} */ names) => lab.loadModel(withNames(core, names));
    for (let i = 0; i < 400; i++)
        assert.throws(() => load({ labels: ["one"] }), { code: "file_damaged" });
    for (const names of [{ labels: null }, { axes: 5 }])
        assert.throws(() => load(names), { code: "file_damaged" });
    for (const none of ["text", null, 7, {}]) load(none).dispose(); // no names at all
});

test("points survive a text unchanged; other texts hold none", () => {
    const given = beside(MOST_IN_LINK);
    const text = pointsToText(given);
    assert.match(text, /^[\w-]{6000}$/);
    assert.deepEqual(pointsFromText(text, namesToText(given.labels ?? [])), given);
    const odd = [" two ", "a%2Cb", "%", ",", "__proto__", "<img src=x onerror=alert(1)>", "é"];
    const labels = namesToText(odd);
    assert.deepEqual(pointsFromText(text, labels)?.labels, odd);
    for (const none of ["", "!", "AAAA", `${text}A`, "水"])
        assert.equal(pointsFromText(none), undefined, none);
});

test("a link's points are the dataset, and train as a lone run", () => {
    const given = beside();
    const fragment = `#v=1&data=${pointsToText(given)}&labels=${encodeURIComponent(
        namesToText(given.labels ?? []),
    )}`;
    const { opened, ask } = open({ settings: {}, link: { fragment, choices: options } });
    assert.deepEqual([opened.problems, opened.link.problems], [[], []]);
    assert.equal(opened.settings.dataset, "given");
    assert.deepEqual(opened.frame.data?.labels, given.labels);
    ask("train", { advances: [{ trainer: TRAINER, wish: {}, steps: 9, until: 50 }] });
    assert.equal(ask("settle", {}).checksum, lone(given, 9, {}));

    // Followed again, it changes nothing; reading one leaves the lab as it is.
    const { settings } = ask("read", { fragment, choices: options });
    assert.equal(ask("change", { settings, keep: false }).rebuilt, false);
    assert.equal(ask("settle", {}).checksum, lone(given, 9, {}));
});

test("a link or an attribute whose points are none is refused by name", () => {
    const damaged = pointsToText(beside()).slice(0, -4);
    for (const [fragment, key, text] of [
        [`#data=${damaged}`, "data", damaged],
        [`#data=${pointsToText(beside())}&labels=one`, "data", pointsToText(beside())],
        ["#dataset=given", "dataset", "given"],
    ]) {
        const { opened } = open({ link: { fragment, choices: options } });
        assert.deepEqual(opened.link.problems, [{ key, text, reason: "value" }]);
        assert.equal(opened.settings.dataset, "spirals");
        assert.equal(opened.frame.data?.samples, 3 * small.points);
    }
    const attribute = open({ settings: { ...small, data: "nonsense" } }).opened;
    assert.deepEqual(
        attribute.problems.map(({ name, error }) => [name, error.code]),
        [["data", "data"]],
    );
    const nothing = open({ settings: { ...small, dataset: "given" } }).opened;
    assert.deepEqual(
        nothing.problems.map(({ name, error }) => [name, error.code]),
        [["dataset", "given"]],
    );
    const good = open({ settings: { ...small, ...asTexts(beside()) } }).opened;
    assert.deepEqual([good.problems, good.settings.dataset], [[], "given"]);
    // A bad link leaves the points that an attribute gave.
    const both = open({
        settings: { ...small, ...asTexts(beside()) },
        link: { fragment: "#data=nonsense", choices: options },
    }).opened;
    assert.equal(both.frame.data?.samples, 40);
});

test("own points wait while settings make others, and come back", () => {
    const { opened, ask } = open();
    const spirals = opened.frame.data;
    const change = (/** @type {import("../../web/shared/protocol.js").Changes} */ settings) =>
        ask("change", { settings, keep: false });
    // At first they are the points as they are.
    const same = change({ dataset: "given" });
    assert.equal(same.settings.dataset, "given");
    assert.deepEqual(same.frame.data ?? spirals, spirals);
    const own = change({ data: beside() });
    assert.deepEqual([own.rebuilt, own.frame.data?.samples], [true, 40]);
    assert.equal(change({ dataset: "moons" }).frame.data?.samples, 2 * small.points);
    assert.deepEqual(change({ dataset: "given" }).frame.data, own.frame.data);
    assert.equal(change({ layers: [4] }).frame.data, undefined); // the same data
    assert.throws(() => change({ data: { ...beside(), samples: 3 } }), { code: "samples" });
    assert.equal(change({ layers: [5] }).frame.data, undefined);
});

test("an edit goes on training with other points, and begins anew with other classes", () => {
    const { ask } = open({ settings: { ...small, ...asTexts(beside()) } });
    const train = (/** @type {number} */ steps) =>
        ask("train", { advances: [{ trainer: TRAINER, wish: {}, steps, until: 50 }] })[0];
    train(9); // epochs of two batches
    const before = ask("settle", {}).checksum;
    const bounds = { xMin: -9, xMax: 1, yMin: -9, yMax: 9 };
    const { rebuilt, frame } = ask("edit", { data: beside(44), bounds });
    assert.deepEqual([rebuilt, frame.data?.samples, frame.progress.epoch], [false, 44, 4]);
    assert.deepEqual([frame.data?.bounds.xMin, frame.from], [-9, 4]);
    assert.ok((frame.data?.bounds.xMax ?? 0) > 1);
    assert.equal(ask("settle", {}).checksum, before);
    assert.deepEqual([train(2).from, train(2).loss.length], [4, 1]);
    // Back to the first weights, it is the run of these points.
    ask("reset", { keep: false });
    train(7);
    assert.equal(ask("settle", {}).checksum, lone(beside(44), 7));

    const three = { ...beside(), y: new Uint8Array(40).fill(2), classes: 3, labels: undefined };
    assert.throws(() => ask("edit", { data: { ...beside(), classes: 21 } }), { code: "classes" });
    assert.equal(ask("settle", {}).checksum, lone(beside(44), 7));
    const anew = ask("edit", { data: three });
    assert.deepEqual([anew.rebuilt, anew.frame.progress.totalSteps], [true, 0]);
});

test("points of an earlier version's file count as own ones", () => {
    const settings = { ...lab.defaults, ...small };
    const data = lab.makeData({ ...settings, points: 12 });
    const model = lab.createModel(settings, data); // says "spirals"
    const { ask } = open();
    const loaded = ask("load", { bytes: model.save(), keep: false });
    assert.equal(loaded.settings.dataset, "given");
    const change = (/** @type {Record<string, unknown>} */ settings) =>
        ask("change", { settings, keep: false }).frame.data?.samples;
    assert.equal(change({ layers: [4] }), undefined);
    assert.equal(change({ dataset: "spirals" }), 3 * small.points);
    assert.equal(change({ dataset: "given" }), 36);
    model.dispose();
});
