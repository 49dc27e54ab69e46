/** Settings that somebody changes faster than the lab can follow. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { Asked } from "../../web/views/settings/asked.js";

/** @typedef {import("../../web/core/settings.js").Settings} Settings */

const core = await loadLab();
const { defaults } = core;

/** A lab whose changes take place one after the other, each when done() is called. */
function slowLab() {
    /** @type {(() => void)[]} */ const turns = [];
    const lab = {
        settings: defaults,
        /** What was done. @type {Partial<Settings>[]} */ changes: [],
        asked: new Asked(async (take) => {
            await /** @type {Promise<void>} */ (new Promise((turn) => turns.push(turn)));
            const changes = take();
            const settings = { ...lab.settings, ...changes };
            core.check(settings);
            lab.changes.push(changes);
            lab.settings = settings;
        }),
        done: () => turns.shift()?.(),
    };
    return lab;
}

test("a request counts at once, and the next one builds on it", async () => {
    const { asked, done } = slowLab();
    const first = asked.ask({ seed: "1" });
    assert.equal(asked.textOf("seed"), "1");
    assert.equal(asked.over(defaults).seed, 1);
    const second = asked.ask({ epochs: " ２０ " });
    assert.deepEqual(asked.over(defaults), { ...defaults, seed: 1, epochs: 20 });
    done();
    assert.deepEqual(await first, { texts: { seed: "1" }, error: undefined });
    assert.equal(asked.textOf("seed"), undefined, "it is there");
    assert.equal(asked.textOf("epochs"), " ２０ ");
    done();
    await second;
    assert.deepEqual(asked.over(defaults), defaults);
});

test("of many requests for the same setting only the last is carried out", async () => {
    const lab = slowLab();
    const requests = ["128", "128,64", "128,64,32"].map((layers) => lab.asked.ask({ layers }));
    requests.push(lab.asked.ask({ seed: "3" }), lab.asked.ask({ layers: "8" }));
    for (const _ of requests) lab.done();
    const outcomes = await Promise.all(requests);
    assert.deepEqual(
        outcomes.map((outcome) => outcome?.texts),
        [{ layers: "8" }, undefined, undefined, { seed: "3" }, undefined],
    );
    const done = lab.changes.filter((changes) => Object.keys(changes).length > 0);
    assert.deepEqual(done, [{ layers: [8] }, { seed: 3 }]);
});

test("a request that has begun is carried out, and later ones stay asked for", async () => {
    const lab = slowLab();
    const first = lab.asked.ask({ layers: "128" });
    lab.done();
    await Promise.resolve(); // it has begun
    const second = lab.asked.ask({ layers: "64" });
    await first;
    assert.deepEqual(lab.asked.over(lab.settings).layers, [64]);
    assert.equal(lab.asked.textOf("layers"), "64");
    lab.done();
    await second;
    assert.deepEqual(lab.changes, [{ layers: [128] }, { layers: [64] }]);
});

test("a bad value is refused by itself, and does not count as asked for", async () => {
    const lab = slowLab();
    const requests = [
        lab.asked.ask({ seed: "5" }),
        lab.asked.ask({ epochs: "many" }),
        lab.asked.ask({ layers: "8,many" }),
        lab.asked.ask({ batchSize: "0" }),
    ];
    const over = lab.asked.over(defaults);
    assert.deepEqual(over, { ...defaults, seed: 5, batchSize: 0 });
    assert.equal(lab.asked.textOf("epochs"), "many", "as it was typed");
    for (const _ of requests) lab.done();
    const outcomes = await Promise.all(requests);
    assert.deepEqual(
        outcomes.map((outcome) => outcome?.error?.code),
        [undefined, "epochs", "units", "batch_size"],
    );
    assert.deepEqual(lab.settings, { ...defaults, seed: 5 });
    assert.equal(lab.asked.textOf("epochs"), undefined);
});
