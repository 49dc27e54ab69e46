/** What the map can show of a point. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { probabilitiesOf, shading } from "../../web/shared/map-mode.js";

test("probabilities are the core's own, also with the sigmoid output", async () => {
    const lab = await loadLab();
    for (const output of ["softmax", "sigmoid"]) {
        const settings = { ...lab.defaults, output, points: 20, layers: [8] };
        const data = lab.makeData(settings);
        const model = lab.createModel(settings, data);
        model.fit(5);
        const logits = model.logits(data.x);
        const probabilities = model.predictProba(data.x);
        const sigmoid = output === "sigmoid";
        for (let i = 0; i < data.samples; i++) {
            const z = logits.subarray(3 * i, 3 * i + 3);
            const p = probabilitiesOf(z, sigmoid);
            for (const k of [0, 1, 2]) {
                assert.ok(Math.abs(p[k] - probabilities[3 * i + k]) < 1e-5, output);
                const shade = shading({ kind: "class", index: k, layer: 0 }, sigmoid)(z);
                assert.ok(Math.abs(shade - p[k]) < 1e-5);
            }
        }
        model.dispose();
    }
});

test("a point's shade is as strong as its class is probable, and least sure where all are equal", () => {
    const strength = shading({ kind: "soft", index: 0, layer: 0 }, false);
    const doubt = shading({ kind: "unsure", index: 0, layer: 0 }, false);
    const alike = Float32Array.of(2, 2, 2, 2);
    const sure = Float32Array.of(-30, 30, -30, -30);
    assert.equal(strength(alike), 0.25);
    assert.equal(doubt(alike), 1);
    assert.equal(strength(sure), 1);
    assert.equal(doubt(sure), 0);
});
