/** The loss that is shown under the pointer. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { lossOf } from "../../web/pictures/pointer/table.js";

test("a sample's loss is the core's own, also with the sigmoid output", async () => {
    const lab = await loadLab();
    for (const output of ["softmax", "sigmoid"]) {
        const settings = { ...lab.defaults, output, points: 20, layers: [8] };
        const data = lab.makeData(settings);
        const model = lab.createModel(settings, data);
        model.fit(5);
        const logits = model.logits(data.x);
        const losses = model.sampleLosses();
        for (let i = 0; i < data.samples; i++) {
            const answer = {
                x: data.x[2 * i],
                y: data.x[2 * i + 1],
                logits: [...logits.subarray(3 * i, 3 * i + 3)],
                sigmoid: output === "sigmoid",
            };
            assert.ok(Math.abs(lossOf(answer, data.y[i]) - losses[i]) < 1e-4, output);
        }
        model.dispose();
    }
});
