/** The classes' shapes at the sizes at which they are drawn, and shape and colour together. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { SHAPES } from "../../web/draw/markers.js";
import { classColours } from "../../web/draw/palette.js";
import { distance, leastDistance } from "./vision.mjs";

const MOST = 20; // classes
const POINT = 3; // CSS pixels of a point's radius on the map, and
const SWATCH = 5; // of the legend's

/**
 * The part of two shapes' area in which they differ, when they are laid on each other as closely as
 * possible. It is 0.3 for a pentagon and a five-pointed star, and 0.1 for a pentagon and a circle.
 */
const OTHER_SHAPE = 0.3;
/**
 * In CIEDE2000. About 1 can be told between large patches that touch; of marks of 6 pixels half of
 * the people tell a difference in lightness of about 10, if the model of Stone, Szafir and Setlur
 * (2014), made for larger ones, still holds there.
 */
const OTHER_COLOUR = 10;

/** @typedef {import("../../web/draw/markers.js").Corners} Corners */

/** @param {Corners} corners @param {number} x @param {number} y */
function isInside(corners, x, y) {
    let inside = false;
    for (const [i, [x1, y1]] of corners.entries()) {
        const [x2, y2] = corners[(i + 1) % corners.length];
        if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
    return inside;
}

const FINE = 4; // parts of a pixel, across and down

/**
 * How much of each pixel a shape covers.
 * @param {number} kind
 * @param {number} radius in pixels
 * @param {number} [right] pixels that it is moved by
 * @param {number} [below]
 */
function coverage(kind, radius, right = 0, below = 0) {
    const shape = SHAPES[kind];
    const side = 2 * Math.ceil(1.6 * radius + 1) + 1;
    const pixels = new Float64Array(side * side);
    for (let row = 0; row < side * FINE; row++)
        for (let column = 0; column < side * FINE; column++) {
            const x = ((column + 0.5) / FINE - side / 2 - right) / radius;
            const y = ((row + 0.5) / FINE - side / 2 - below) / radius;
            if (shape ? isInside(shape, x, y) : Math.hypot(x, y) < 1)
                pixels[Math.floor(row / FINE) * side + Math.floor(column / FINE)] += FINE ** -2;
        }
    return pixels;
}

const sum = (/** @type {Float64Array} */ values) => values.reduce((a, b) => a + b, 0);
const STEPS = [-1, -0.5, 0, 0.5, 1]; // pixels

/** Of every two shapes. @param {number} radius @returns {number[][]} */
function differences(radius) {
    const all = [...SHAPES.keys()];
    const still = all.map((kind) => coverage(kind, radius));
    const moved = all.map((kind) =>
        STEPS.flatMap((right) => STEPS.map((below) => coverage(kind, radius, right, below))),
    );
    return all.map((i) =>
        all.map((j) => {
            const least = Math.min(
                ...moved[j].map((pixels) => sum(pixels.map((v, at) => Math.abs(v - still[i][at])))),
            );
            return least / ((sum(still[i]) + sum(still[j])) / 2);
        }),
    );
}

/** Every two classes. @param {number} classes */
const pairs = (classes) =>
    Array.from({ length: classes }, (_, j) => Array.from({ length: j }, (_, i) => [i, j])).flat();

const onMap = differences(POINT);
const inLegend = differences(SWATCH);

/** @param {number} i @param {number} j */
const isOtherShape = (i, j) => onMap[i][j] >= OTHER_SHAPE && inLegend[i][j] >= OTHER_SHAPE;

test("there is a shape for each of twenty classes, and only the first ten have some alike", () => {
    assert.equal(SHAPES.length, MOST);
    const alike = pairs(MOST).filter(([i, j]) => !isOtherShape(i, j));
    // Circle, square, diamond, hexagon, pentagon and slender star: their colours must differ.
    assert.equal(
        alike.map(([i, j]) => `${i}-${j}`).join(" "),
        "0-2 0-4 0-6 2-6 4-6 4-7 0-8 2-8 4-8 6-8",
    );
    for (const [i, j] of pairs(MOST).filter(([, j]) => j >= 10)) {
        assert.ok(onMap[i][j] > 0.4, `on the map ${i} and ${j}: ${onMap[i][j]}`);
        assert.ok(inLegend[i][j] > 0.4, `in the legend ${i} and ${j}: ${inLegend[i][j]}`);
    }
});

test("any two of twenty classes differ by shape, or by colour to every kind of eye", () => {
    const colours = classColours(MOST, "safe");
    for (const [i, j] of pairs(MOST)) {
        if (isOtherShape(i, j)) continue;
        const apart = leastDistance(colours[i], colours[j]);
        assert.ok(apart >= OTHER_COLOUR, `${i} and ${j}: ${apart}`);
    }
});

test("in the tutorial's colours classes differ so to normal eyes, all but two of fifteen", () => {
    const alike = [];
    for (let classes = 2; classes <= MOST; classes++) {
        const colours = classColours(classes);
        for (const [i, j] of pairs(classes))
            if (!isOtherShape(i, j) && distance(colours[i], colours[j]) < OTHER_COLOUR)
                alike.push(`${i} and ${j} of ${classes}`);
    }
    // The hexagon and the pentagon, with a distance of 9.8.
    assert.deepEqual(alike, ["6 and 8 of 15"]);
});

test("all shapes are about as large, lie on their point, and fit where they are drawn", () => {
    for (const [kind, shape] of SHAPES.entries()) {
        if (!shape) continue; // the circle, which the others are compared with
        let [area, across, down] = [0, 0, 0];
        for (const [i, [x1, y1]] of shape.entries()) {
            const [x2, y2] = shape[(i + 1) % shape.length];
            const cross = x1 * y2 - x2 * y1;
            area += cross / 2;
            across += ((x1 + x2) * cross) / 6;
            down += ((y1 + y2) * cross) / 6;
        }
        const share = Math.abs(area) / Math.PI;
        assert.ok(share > 0.75 && share < 1.25, `${kind}: ${share} of the circle's area`);
        assert.ok(Math.hypot(across, down) / Math.abs(area) < 1e-9, `${kind} is off its point`);
        // The legend's swatch is 1.6 of its mark's radius to each side, and a stamp 1.7.
        const reach = Math.max(...shape.flat().map(Math.abs));
        assert.ok(reach <= 1.5, `${kind} reaches ${reach}`);
    }
});
