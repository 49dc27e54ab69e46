/** Saved models: they go on, and other bytes are refused. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { loadLab } from "../../scripts/core.mjs";
import { LabError } from "../../web/core/lab-error.js";

const lab = await loadLab();
const small = { ...lab.defaults, points: 40, layers: [8, 5] };

test("saved and loaded, training goes on as if it had never stopped", () => {
    const settings = { ...small, dropout: 0.1, batchNorm: true, validationSplit: 0.2 };
    const straight = lab.createModel(settings, lab.makeData(settings));
    straight.train(7);
    const bytes = straight.save();
    const resumed = lab.loadModel(bytes);
    assert.deepEqual(resumed.settings, settings);
    straight.train(20);
    resumed.train(20);
    assert.equal(resumed.weightsSha256(), straight.weightsSha256());
    assert.deepEqual(resumed.save(), straight.save());
    for (const model of [straight, resumed]) model.dispose();
});

test("a saved model may be given as any kind of bytes, and nothing else", () => {
    const model = lab.createModel(small, lab.makeData(small));
    const bytes = model.save();
    const { buffer } = Uint8Array.of(7, ...bytes, 7);
    for (const file of [
        bytes,
        Buffer.from(bytes),
        bytes.slice().buffer,
        new DataView(buffer, 1, bytes.length),
        new Uint8ClampedArray(buffer, 1, bytes.length),
        runInNewContext("Uint8Array.from(bytes)", { bytes }),
        runInNewContext("Uint8Array.from(bytes).buffer", { bytes }),
    ]) {
        const loaded = lab.loadModel(file);
        assert.deepEqual(loaded.save(), bytes);
        loaded.dispose();
    }
    for (const none of [undefined, null, 5, "bytes", {}, [...bytes], new Blob([bytes.slice()])])
        assert.throws(() => lab.loadModel(/** @type {any} */ (none)), {
            name: "LabError",
            code: "file",
            message: /^An ArrayBuffer or a view of one is needed as a saved model, not .*\.$/,
        });
    model.dispose();
});

test("a file that is not a saved model is refused with a sentence", () => {
    const model = lab.createModel(small, lab.makeData(small));
    const bytes = model.save();
    const refusal = (/** @type {Uint8Array} */ file) => {
        try {
            lab.loadModel(file).dispose();
            return "loaded";
        } catch (error) {
            assert.ok(error instanceof LabError);
            return error.code;
        }
    };
    const changed = (/** @type {number} */ at) => {
        const file = bytes.slice();
        file[at] ^= 64;
        return file;
    };
    assert.equal(refusal(bytes), "loaded");
    assert.equal(refusal(new Uint8Array(0)), "file");
    assert.equal(refusal(new TextEncoder().encode("no model at all, but long enough")), "file");
    assert.equal(refusal(bytes.slice(0, -1)), "file_damaged");
    assert.equal(refusal(Uint8Array.of(...bytes, 0)), "file_damaged");
    assert.equal(refusal(changed(5000)), "file_damaged");
    assert.equal(refusal(changed(8)), "file_version");
    model.dispose();
});
