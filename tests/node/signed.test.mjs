/** Numbers that may be negative, as the page writes them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ticks } from "../../web/draw/ticks.js";
import { signed } from "../../web/shared/signed.js";

test("a number has a true minus sign, and none where it is rounded to 0", () => {
    assert.equal(signed(-1.25, 1), "−1.3");
    assert.equal(signed(0.25, 2), "0.25");
    for (const value of [0, -0, -0.0004, 0.0004, -1e-20]) assert.equal(signed(value, 3), "0.000");
    assert.equal(signed(-0.4, 0), "0");
    assert.equal(signed(-0.0005001, 3), "−0.001");
    assert.equal(signed(-10, 0), "−10");
    assert.equal(signed(Number.NEGATIVE_INFINITY, 2), "−Infinity");
});

test("no axis is labelled with a negative 0, however near one looks", () => {
    for (let i = 0; i < 2000; i++) {
        const low = -(1.7 ** -(i % 40)) * (1 + i / 999);
        const { values, labels } = ticks(low, -low * (i / 700), 5);
        assert.equal(values.length, labels.length);
        for (const [k, label] of labels.entries()) {
            assert.doesNotMatch(label, /^[-−][0.]*$|-/);
            assert.ok(Math.abs(Number(label.replace("−", "-")) - values[k]) < -low / 100, label);
        }
    }
});
