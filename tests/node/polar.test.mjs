/**
 * Softmax regression on r and theta: how well noiseless spirals can be told apart without a hidden
 * layer, and that training gets there.
 *
 * An arm is theta = pi/2 - t with t = turn * (j + r), so in the plane of r and theta the arms are
 * parallel lines, each cut where theta wraps at 2 pi. Softmax regression's regions are convex there,
 * and one with two pieces of an arm would hold at least as much of the arms between these, so at
 * best it gets the longest piece of every arm right.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";

const lab = await loadLab();
const SEEDS = [0, 1, 2, 3];
const POINTS = 500; // an arm

/** @param {Map<unknown, number>} counts @param {unknown} key */
const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * The most samples that can be right. All arms begin at the origin: of samples there whose features
 * are equal, one can be right.
 * @param {number} classes @param {number} turn
 */
function mostRight(classes, turn) {
    const origins = new Set();
    let right = 0;
    for (let j = 0; j < classes; j++) {
        const pieces = new Map();
        for (let i = 1; i < POINTS; i++) {
            const angle = Math.PI / 2 - turn * (j + i / (POINTS - 1));
            count(pieces, Math.floor((angle + Math.PI) / (2 * Math.PI)));
        }
        right += Math.max(...pieces.values());
        origins.add(Math.atan2(0 * Math.cos(j * turn), 0 * Math.sin(j * turn)) + 0);
    }
    return right + origins.size;
}

/** @param {number} classes @param {number} turn @param {Partial<import("../../web/core/settings.js").Settings>} [others] */
function trained(classes, turn, others) {
    return SEEDS.map((seed) => {
        const settings = {
            ...lab.defaults,
            classes,
            turn,
            noise: 0,
            points: POINTS,
            features: ["r", "theta"],
            layers: [],
            learningRate: 0.1,
            batchSize: 10000, // all of them: nothing but the loss decides where it ends
            seed,
            ...others,
        };
        const model = lab.createModel(settings, lab.makeData(settings));
        model.fit(300);
        const { loss, accuracy } = model.evaluate();
        model.dispose();
        return { loss, right: Math.round(accuracy * classes * POINTS) };
    });
}

test("where theta cuts no arm, every sample but those at the origin is right", () => {
    assert.equal(mostRight(3, 1.5), 1498);
    for (const { right } of trained(3, 1.5)) assert.equal(right, 1498);
});

test("where theta cuts the end of an arm, all but that end", () => {
    assert.equal(mostRight(5, 1.2), 2461);
    for (const { right } of trained(5, 1.2)) assert.equal(right, 2461);
});

/**
 * With the tutorial's twist, two arms are cut in two. The cross-entropy, which then has its least
 * value elsewhere than the errors, is convex: every seed must end at the same.
 */
test("with the tutorial's twist, no more than the longest pieces, and the least loss", () => {
    const most = mostRight(3, 4);
    assert.equal(most, 1285);
    const runs = trained(3, 4);
    for (const { loss, right } of runs) {
        assert.ok(right <= most, `${right}`);
        assert.ok(right > 500, `${right}`); // better than guessing
        assert.ok(Math.abs(loss - runs[0].loss) < 1e-4, `${loss}`);
        assert.ok(loss < Math.log(3) - 0.05, `${loss}`);
    }
});

test("less of the two is not enough, so it is these features that do it", () => {
    const most = mostRight(3, 1.5);
    for (const features of [["x", "y"], ["r"], ["theta"]])
        for (const { right } of trained(3, 1.5, { features }))
            assert.ok(right < most, `${features}`);
});
