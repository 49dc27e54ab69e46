/** Earlier runs, kept to compare the present one with. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptRuns, MOST } from "../../web/pictures/curves/kept-runs.js";
import { emptyHistory } from "../../web/shared/history.js";

/** @typedef {import("../../web/core/settings.js").Settings} Settings */

const SETTINGS = /** @type {Settings} */ ({ learningRate: 0.01 });

test("the latest eight runs are kept, each once", () => {
    const runs = new KeptRuns();
    /** @param {number[]} loss */
    const run = (loss) => runs.follow({ ...emptyHistory(), loss, accuracy: loss }, SETTINGS);
    run([3]);
    run([3, 2]);
    assert.equal(runs.kept.length, 0, "one epoch makes no line");
    run([3, 2, 1]);
    run([9, 8]);
    assert.deepEqual(
        runs.kept.map(({ history }) => history.loss),
        [[3, 2, 1]],
        "the beginning of the same run goes",
    );
    for (let i = 0; i < 20; i++) run([i, -i - 1]);
    assert.equal(runs.kept.length, MOST);
    assert.deepEqual(runs.kept.at(-1)?.history.loss, [18, -19]);
});

test("a run that goes on is one run, with the settings of its last epoch", () => {
    const runs = new KeptRuns();
    const history = emptyHistory();
    const slower = { ...SETTINGS, learningRate: 0.001 };
    for (const [epoch, settings] of [SETTINGS, slower].entries()) {
        history.loss.push(1 / (epoch + 1));
        runs.follow(history, settings);
    }
    runs.follow(history, { ...SETTINGS, learningRate: 1 }); // of an epoch that never came
    runs.follow(emptyHistory(), SETTINGS);
    assert.equal(runs.kept.length, 1);
    assert.deepEqual(runs.kept[0].history.loss, [1, 0.5]);
    assert.equal(runs.kept[0].settings?.learningRate, 0.001);
});

test("no run is kept that was not to be, and none that was cleared", () => {
    const runs = new KeptRuns();
    /** @param {number[]} loss */
    const run = (loss) => runs.follow({ ...emptyHistory(), loss }, SETTINGS);
    run([3, 2]);
    run([2, 1]);
    assert.equal(runs.kept.length, 1);
    runs.clear();
    runs.keeping = false;
    run([1, 0]);
    assert.equal(runs.kept.length, 0);
});
