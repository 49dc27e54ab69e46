/** Runs as lessons need them: unseen beside the lab's own, or on the way to the end of the epochs. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { trainAside } from "../../web/run/aside.js";
import { RunController } from "../../web/run/controller.js";
import { client, opening, small, TRAINER, virtualClock } from "../engine.mjs";
import { lab } from "../lessons.mjs";

/** A lab's run as the page has it. */
async function opened() {
    const own = client();
    const { wish } = opening();
    const controller = new RunController(own, TRAINER, () => ({ wish }), virtualClock());
    await controller.begin(await own.opened);
    return { own, controller };
}

/** @param {RunController} controller */
const stopped = (controller) =>
    new Promise((resolve) => {
        controller.on("stop", resolve);
    });

test("a run aside is the same as any, and leaves the lab's own alone", async () => {
    const { own, controller } = await opened();
    const { checksum } = controller.state;
    const settings = { ...lab.defaults, ...small, layers: [6], validationSplit: 0.25 };
    const { outcome, checksum: its, accuracy, isWhole } = await trainAside(own, settings, 7);
    const model = lab.createModel(settings, lab.makeData(settings));
    const { learning_rate, ...history } = model.fit(7);
    assert.equal(learning_rate.length, 7);
    assert.deepEqual(outcome.history, history);
    assert.equal(outcome.updates, model.progress.totalSteps);
    assert.equal(outcome.parameters, model.parameters);
    assert.equal(its, model.weightsSha256());
    assert.equal(accuracy, history.accuracy.at(-1));
    assert.ok(isWhole);
    assert.equal(outcome.diverged, false);
    assert.equal(outcome.health.layers[0].units, 6);
    const right = (/** @type {any} */ report) => report.scores.accuracy;
    assert.ok(right(outcome.report) > 0.3 && right(outcome.validation) > 0.1);
    model.dispose();
    assert.equal(controller.state.checksum, checksum);
    // The place is free again.
    const lost = { ...lab.defaults, optimizer: "sgd", learningRate: 100 };
    assert.equal((await trainAside(own, lost, 3)).outcome.diverged, true);
    own.close();
});

test("a run aside of so many batches passes early stopping, and can be called off", async () => {
    const { own } = await opened();
    const stopping = { earlyStopping: true, patience: 1, minDelta: 1, restoreBestWeights: true };
    const settings = { ...lab.defaults, ...small, ...stopping };
    const model = lab.createModel(settings, lab.makeData(settings));
    const ended = model.fit(50).loss.length;
    assert.ok(model.stopped && ended < 10);
    const atStop = await trainAside(own, settings, 50);
    assert.equal(atStop.checksum, model.weightsSha256());
    const { totalSteps, stepsPerEpoch } = model.progress;
    const steps = totalSteps + stepsPerEpoch + 2;
    while (model.progress.totalSteps < steps) model.train(steps - model.progress.totalSteps);
    const beyond = await trainAside(own, settings, Number.POSITIVE_INFINITY, { steps });
    assert.equal(beyond.checksum, model.weightsSha256());
    assert.equal(beyond.outcome.updates, steps);
    model.dispose();
    let asked = 0;
    const how = { steps: 1e6, goOn: () => ++asked < 3 };
    const calledOff = await trainAside(own, settings, Number.POSITIVE_INFINITY, how);
    assert.ok(!calledOff.isWhole && asked === 3 && calledOff.outcome.updates < 1e6);
    own.close();
});

test("a run until an epoch goes on to the end of the chosen ones, and then as far again", async () => {
    const { own, controller } = await opened();
    const { state } = controller;
    controller.pace = Number.POSITIVE_INFINITY;
    for (const [until, epoch] of [
        [3, 3],
        [undefined, 4],
        [undefined, 8],
    ]) {
        const end = stopped(controller);
        await controller.play(until);
        assert.equal(state.goal, epoch);
        assert.equal(await end, "finished");
        assert.equal(state.progress.epoch, epoch);
    }
    own.close();
});

test("what was restored need not leave what took its place behind", async () => {
    const { own, controller } = await opened();
    const { state } = controller;
    await controller.fit(2);
    const { checksum } = state;
    await controller.restart({ ...small, seed: 5 }, true);
    await controller.fit(1);
    assert.equal(await controller.restore(false), true);
    assert.equal(state.checksum, checksum);
    assert.equal(state.past.last, undefined);
    own.close();
});
