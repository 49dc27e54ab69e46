/** Where arrow keys lead from a value of a setting. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { fields } from "../../web/shared/fields.js";
import { doubles, nextRung } from "../../web/shared/ladders.js";

const lab = await loadLab();
const random = lab.randomState(7);

/** Every number that arrow keys change, with the core's limits. */
const ladders = fields.flatMap(({ name, kind, ladder }) => {
    const setting = lab.settings.find((candidate) => candidate.name === name);
    if (kind !== "number") return [];
    assert.ok(ladder && setting, name);
    const whole = setting.kind === "integer";
    const up = (/** @type {number} */ value) => nextRung(ladder, setting, value, 1);
    const down = (/** @type {number} */ value) => nextRung(ladder, setting, value, -1);
    return [{ ...setting, name: String(name), whole, up, down }];
});
ladders.push({
    ...ladders[0],
    name: "units of a layer",
    minimum: 1,
    maximum: lab.limits.units,
    initial: 128,
    whole: true,
    up: (value) => nextRung(doubles, { minimum: 1, maximum: lab.limits.units }, value, 1),
    down: (value) => nextRung(doubles, { minimum: 1, maximum: lab.limits.units }, value, -1),
});

/** The rungs from a value on, 3,000 at most. */
function climb(/** @type {(value: number) => number} */ step, /** @type {number} */ from) {
    const rungs = [from];
    while (rungs.length < 3000) {
        const next = step(rungs[rungs.length - 1]);
        if (next === rungs[rungs.length - 1]) break;
        rungs.push(next);
    }
    return rungs;
}

test("there is a ladder for every number, with the default and both limits on it", () => {
    const names = new Set(ladders.map(({ name }) => name));
    for (const { name, kind } of lab.settings)
        if (kind === "integer" || kind === "number") assert.ok(names.has(name), name);
    for (const { name, minimum, maximum, initial, up, down } of ladders) {
        const start = Number(initial);
        for (const value of [minimum, maximum, start])
            assert.ok(
                up(down(value)) === value || down(up(value)) === value,
                `${name}: ${value} is a rung`,
            );
        assert.equal(up(maximum), maximum, `${name} stays within its limits`);
        assert.equal(down(minimum), minimum, `${name} stays within its limits`);
    }
});

test("up and down undo each other on every rung", () => {
    for (const { name, minimum, maximum, whole, up, down } of ladders) {
        const rising = climb(up, minimum);
        const falling = climb(down, maximum);
        for (const rung of rising.slice(0, -1)) assert.equal(down(up(rung)), rung, name);
        for (const rung of falling.slice(0, -1)) assert.equal(up(down(rung)), rung, name);
        for (const rung of [...rising, ...falling]) {
            assert.ok(rung >= minimum && rung <= maximum && (!whole || Number.isInteger(rung)));
            assert.ok(String(rung).length <= 10, `${name}: ${rung} is short`);
        }
        if (rising.length < 3000) assert.deepEqual(rising, falling.reverse(), name);
    }
});

test("from between two rungs arrow keys lead to these", () => {
    for (const { name, minimum, maximum, whole, up, down } of ladders)
        for (let i = 0; i < 500; i++) {
            // Near the lower limit, near the upper, or anywhere.
            const share = random.randomSample() ** [1, 6, 1 / 6][i % 3];
            const exact = minimum + share * (maximum - minimum);
            const value = whole ? Math.round(exact) : exact;
            const [above, below] = [up(value), down(value)];
            const isRung = below === value || above === value || up(below) === value;
            assert.ok(below <= value && value <= above, `${name}: ${below} ${value} ${above}`);
            if (isRung) continue;
            assert.equal(up(below), above, `${name}: nothing is left out above ${value}`);
            assert.equal(down(above), below, `${name}: nothing is left out below ${value}`);
        }
});

test("what is out of the limits comes back to them", () => {
    for (const { name, minimum, maximum, up, down } of ladders)
        for (const step of [up, down]) {
            assert.equal(step(minimum - 1), minimum, name);
            assert.equal(step(2 * maximum + 1), maximum, name);
        }
});

test("the rungs are values that a learner would try next", () => {
    /** @param {string} name */
    const around = (name) => {
        const { initial, up, down } =
            ladders.find((ladder) => ladder.name === name) ?? assert.fail(name);
        const value = Number(initial);
        return [down(down(value)), down(value), value, up(value), up(up(value))];
    };
    assert.deepEqual(around("learningRate"), [0.001, 0.003, 0.01, 0.03, 0.1]);
    assert.deepEqual(around("beta1"), [0, 0.5, 0.9, 0.99, 0.999]);
    assert.deepEqual(around("beta2"), [0.9, 0.99, 0.999, 0.9999, 0.99999]);
    assert.deepEqual(around("momentum"), around("rho"));
    assert.deepEqual(around("noise"), [0.1, 0.15, 0.2, 0.25, 0.3]);
    assert.deepEqual(around("batchSize"), [8, 16, 32, 64, 128]);
    assert.deepEqual(around("decaySteps"), [100, 300, 1000, 3000, 10000]);
    assert.deepEqual(around("l2"), [0, 0, 0, 0.00001, 0.00003]);
});
