/** Runs that can be restored: which one is offered, and how many are kept. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { PastRuns } from "../../web/run/past-runs.js";

/** @param {number} epoch @param {number} [size] bytes */
const run = (epoch, size = 10) => ({
    epoch,
    totalSteps: epoch,
    bytes: new Uint8Array(size),
    repeatable: true,
});

/** The epochs of all runs, the last first. @param {PastRuns} past */
function all(past) {
    const epochs = [];
    for (let { last } = past; last; last = past.last) {
        epochs.push(last.epoch);
        past.remove(last);
    }
    return epochs;
}

test("the run that was added last is offered, until it is removed", () => {
    const past = new PastRuns();
    assert.equal(past.last, undefined);
    const [a, b, c] = [run(1), run(2), run(3)];
    past.add(a);
    past.add(b);
    past.addOldest(c);
    assert.equal(past.last, b);
    past.remove(b);
    past.add(b);
    assert.deepEqual(all(past), [2, 1, 3]);
});

test("the oldest runs go when there are too many, or too many bytes; the last never does", () => {
    const past = new PastRuns();
    for (let epoch = 1; epoch <= 20; epoch++) past.add(run(epoch));
    assert.deepEqual(all(past), [20, 19, 18, 17, 16, 15, 14, 13]);
    const half = 40 * 2 ** 20;
    for (const epoch of [1, 2]) past.add(run(epoch, half));
    past.add(run(3));
    assert.deepEqual(all(past), [3, 2]);
    past.add(run(1));
    past.add(run(2, 3 * half));
    assert.deepEqual(all(past), [2]);
});

test("all runs can be forgotten, or all but the last", () => {
    const past = new PastRuns();
    for (const epoch of [1, 2, 3]) past.add(run(epoch));
    past.forgetOthers();
    assert.deepEqual(all(past), [3]);
    past.add(run(4));
    past.clear();
    assert.deepEqual(all(past), []);
});
