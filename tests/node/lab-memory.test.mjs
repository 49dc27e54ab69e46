/** What memory models take, and what happens when there is no more. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";

const lab = await loadLab();
const small = { ...lab.defaults, points: 40, layers: [8, 5] };

test("settings that are too large together are refused, and the lab lives on", () => {
    const wide = { ...small, layers: new Array(8).fill(1024) };
    assert.throws(() => lab.createModel(wide, lab.makeData(small)), { code: "too_large" });
    const model = lab.createModel(small, lab.makeData(small));
    model.fit(1);
    model.dispose();
});

test("the largest model that is allowed fits, and a second beside it", () => {
    const large = { ...small, layers: [1000, 900, 300] };
    const data = lab.makeData(small);
    const models = [lab.createModel(large, data), lab.createModel(large, data)];
    for (const model of models) model.train(1);
    assert.ok(models.every((model) => Number.isFinite(model.lastLoss)));
    for (const model of models) model.dispose();
});

test("running out of memory gives a sentence, and what was made before lives on", () => {
    const large = { ...small, layers: [1000, 900, 300] };
    const data = lab.makeData(small);
    /** @type {import("../../web/core/model.js").Model[]} */
    const models = [];
    const fill = () => {
        while (models.length < 10) models.push(lab.createModel(large, data));
    };
    assert.throws(fill, { code: "memory", message: /memory/ });
    assert.ok(models.length >= 2);
    for (const model of models) model.train(1);
    models.pop()?.dispose();
    models.push(lab.createModel(large, data));
    for (const model of models) model.dispose();
});

test("a model's bytes are known before anything is allocated", () => {
    const bytes = lab.modelBytes(lab.defaults);
    assert.ok(bytes > 6 * 4 * 11299 && bytes < 1e6, `${bytes}`);
    assert.ok(lab.modelBytes({ ...lab.defaults, layers: [256] }) < bytes);
    const large = { ...lab.defaults, layers: [1024, 1024, 1024] };
    assert.ok(lab.modelBytes(large) > lab.limits.modelBytes);
    assert.equal(lab.limits.modelBytes, 48e6);
    assert.throws(() => lab.createModel(large, lab.makeData(large)), { code: "too_large" });
});

test("the bytes include those of the data that a model is for", () => {
    const settings = { ...small, batchSize: 10000 };
    const data = lab.makeData(settings);
    const twenty = lab.makeData({ ...settings, classes: 20 });
    assert.equal(lab.modelBytes(settings, data), lab.modelBytes(settings));
    assert.ok(lab.modelBytes(settings, twenty) > lab.modelBytes(settings));
    assert.equal(
        lab.modelBytes(settings, twenty),
        lab.modelBytes({ ...settings, classes: 20 }, twenty),
    );
    const { x, y, samples, classes } = data;
    assert.equal(lab.modelBytes(settings, { x, y, samples, classes }), lab.modelBytes(settings));
    const bad = { ...data, samples: 7 };
    assert.throws(() => lab.modelBytes(settings, bad), { code: "samples" });
});

test("a thousand models come and go, and leave no growth", () => {
    // Two as large as a model can be fit only if all that came before has been given back.
    const large = { ...small, layers: [1000, 900, 300] };
    const data = lab.makeData(small);
    const room = () => {
        const models = [lab.createModel(large, data), lab.createModel(large, data)];
        for (const model of models) model.dispose();
    };
    room();
    for (let i = 0; i < 1000; i++) {
        const settings = { ...small, layers: [1 + (i % 40), 64], dropout: i % 2 ? 0.1 : 0 };
        const model = lab.createModel(settings, data);
        model.train(5);
        lab.loadModel(model.save()).dispose();
        model.dispose();
    }
    room();
});
