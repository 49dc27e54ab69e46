import assert from "node:assert/strict";
import { test } from "node:test";
import { metric, progressBar, progressLine, timePerStep } from "../../web/shared/keras-line.js";

test("a finished epoch is the tutorial's line", () => {
    const progress = { step: 47, stepsPerEpoch: 47, seconds: 0.094, loss: 0.0524, accuracy: 0.98 };
    assert.equal(
        progressLine(progress),
        "47/47 [==============================] - 0s 2ms/step - loss: 0.0524 - accuracy: 0.9800",
    );
});

test("within an epoch the bar has a head and dots, and the line an estimate", () => {
    const progress = { step: 9, stepsPerEpoch: 47, seconds: 9, loss: 1.05, accuracy: 0.4 };
    assert.equal(
        progressLine(progress),
        " 9/47 [====>.........................] - ETA: 38s - loss: 1.0500 - accuracy: 0.4000",
    );
});

test("the bar never changes its width", () => {
    for (let steps = 1; steps < 60; steps++)
        for (let step = 0; step <= steps; step++) assert.equal(progressBar(step, steps).length, 30);
    assert.equal(progressBar(3, 4, 8), "=====>..");
});

test("times and numbers are written as Keras writes them", () => {
    assert.equal(timePerStep(2.4), "2s/step");
    assert.equal(timePerStep(0.0024), "2ms/step");
    assert.equal(timePerStep(0.000093), "93us/step");
    assert.equal(metric(0.015), "0.0150");
    assert.equal(metric(0.00052), "5.2000e-04");
    assert.equal(metric(0), "0.0000e+00");
    assert.equal(metric(Number.NaN), "nan");
});
