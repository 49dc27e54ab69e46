/** The kinds of data: what suits each, and that each has its own settings. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { DatasetMemory, hasOwn, misfit, suitable } from "../../web/shared/datasets.js";
import { readLink } from "../../web/shared/link.js";

/** @typedef {import("../../web/core/settings.js").Settings} Settings */
/** @typedef {keyof typeof suitable} Dataset */

const lab = await loadLab();
const { defaults } = lab;
const datasets = /** @type {Dataset[]} */ (Object.keys(suitable));

/**
 * Where their clusters lie is random as well, so nothing holds for every data seed.
 * @param {Dataset} dataset
 */
const isRandom = (dataset) => dataset === "blobs" || dataset === "classification";

/** What a run ends with. @param {Partial<Settings>} others */
function accuracyOf(others) {
    const settings = { ...defaults, ...others };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(settings.epochs);
    const { accuracy } = model.evaluate();
    model.dispose();
    return accuracy;
}

test("the core knows these kinds of data, and the tutorial's has the defaults' settings", () => {
    const known = lab.settings.find(({ name }) => name === "dataset")?.choices;
    assert.deepEqual([...datasets, "given"], known); // own points need no settings
    for (const [name, value] of Object.entries(suitable.spirals))
        assert.equal(value, defaults[/** @type {keyof Settings} */ (name)], name);
});

for (const dataset of datasets)
    test(`${dataset}: what suits them can be learned, and is not trivial`, () => {
        for (let seed = 0; seed < 4; seed++) {
            const dataSeed = isRandom(dataset) ? defaults.dataSeed : seed + 1;
            const accuracy = accuracyOf({ dataset, ...suitable[dataset], dataSeed, seed });
            assert.ok(accuracy > 0.97 && accuracy < 1, `seed ${seed}: ${accuracy}`);
        }
        const straight = accuracyOf({ dataset, ...suitable[dataset], layers: [] });
        // Straight lines separate blobs, which is what blobs are there for.
        assert.ok(straight < (isRandom(dataset) ? 1 : 0.9), `${straight}`);
    });

test("each kind of data has the settings that it was left with, or those that suit it", () => {
    const memory = new DatasetMemory();
    let settings = { ...defaults, seed: 5 };
    /** @param {Dataset} dataset @param {Partial<Settings>} [others] what is set there by hand */
    const visit = (dataset, others) => {
        settings = { ...settings, ...memory.choose(settings, dataset, defaults) };
        const met = settings;
        settings = { ...settings, ...others };
        return met;
    };
    settings = { ...settings, turn: 6 };
    const moons = visit("moons", { noise: 0.3 });
    // Settings that moons do not have are the defaults, so a link need not have them.
    assert.deepEqual(moons, { ...defaults, seed: 5, dataset: "moons", noise: 0.15 });
    assert.equal(visit("circles", { factor: 0.7 }).noise, 0.1);
    const blobs = visit("blobs", { clusterStd: 2 });
    assert.deepEqual(blobs, { ...defaults, seed: 5, dataset: "blobs", clusterStd: 0.6 });
    assert.equal(visit("moons").noise, 0.3, "set there by hand");
    assert.deepEqual(visit("spirals"), { ...defaults, seed: 5, turn: 6 });
    assert.deepEqual(visit("circles"), {
        ...defaults,
        seed: 5,
        dataset: "circles",
        noise: 0.1,
        factor: 0.7,
    });
    assert.equal(visit("blobs").clusterStd, 2);
    memory.clear();
    assert.equal(visit("moons").noise, 0.15);
    lab.check(settings);
});

test("what a kind of data has no room for is fitted when it is chosen", () => {
    const memory = new DatasetMemory();
    /** @param {Partial<Settings>} settings @param {Dataset} dataset */
    const chosen = (settings, dataset) => {
        const before = { ...defaults, ...settings };
        const after = { ...before, ...memory.choose(before, dataset, defaults) };
        lab.check(after);
        const { classes, points, clustersPerClass } = after;
        return { classes, points, clustersPerClass };
    };
    const fitted = { classes: 4, points: 500, clustersPerClass: 1 };
    assert.deepEqual(chosen({ classes: 9 }, "classification"), fitted);
    assert.deepEqual(chosen({ classes: 9 }, "blobs"), { ...fitted, classes: 9 });
    const counts = { points: [50, 10, 2] };
    assert.deepEqual(chosen(counts, "moons").points, [50, 10]);
    assert.deepEqual(chosen(counts, "blobs").points, [50, 10, 2]);
    assert.deepEqual(chosen({ dataset: "xor", points: [9, 8] }, "spirals").points, [9, 8, 8]);
    // It was left with two clusters for each of two classes, of which there are three now.
    const two = { dataset: "classification", classes: 2, clustersPerClass: 2 };
    assert.equal(chosen(two, "spirals").clustersPerClass, 1);
    assert.deepEqual(chosen({}, "classification"), { ...fitted, classes: 3 });
});

test("what does not fit together is named as the core names it", () => {
    const refused = /** @type {Partial<Settings>[]} */ ([
        { points: [1, 2] },
        { dataset: "moons", points: [1, 2, 3] },
        { dataset: "classification", classes: 5 },
        { dataset: "classification", clustersPerClass: 2 },
    ]);
    for (const settings of refused) {
        const all = { ...defaults, ...settings };
        assert.throws(() => lab.check(all), { code: misfit(all)?.code });
    }
    const allowed = /** @type {Partial<Settings>[]} */ ([
        {},
        { clustersPerClass: 2 },
        { dataset: "moons", points: [1, 2], classes: 3 },
        { dataset: "classification", classes: 2, clustersPerClass: 2 },
    ]);
    for (const settings of allowed) {
        lab.check({ ...defaults, ...settings });
        assert.equal(misfit({ ...defaults, ...settings }), undefined);
    }
});

test("what a link leaves out is the core's default, whatever the kind of data", () => {
    const check = (/** @type {Settings} */ settings) => lab.check(settings);
    const judge = { settings: lab.settings, defaults, check };
    for (const dataset of datasets) {
        const { settings } = readLink(`v=1&dataset=${dataset}`, judge, {});
        assert.deepEqual(settings, { ...defaults, dataset });
    }
});

test("a kind of data has the settings that change its points", () => {
    const names = /** @type {const} */ ([
        "noise",
        "turn",
        "factor",
        "clusterStd",
        "classSep",
        "flipY",
    ]);
    for (const dataset of datasets)
        for (const name of names) {
            const settings = { ...defaults, dataset };
            const [before, after] = [settings, { ...settings, [name]: 0.7 }].map((each) => {
                const { x, y } = lab.makeData(each);
                return lab.sha256([...x, ...y]);
            });
            assert.equal(before !== after, hasOwn(dataset, name), `${dataset} ${name}`);
        }
});
