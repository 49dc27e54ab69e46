/** Which part of the map is in its plot when it is zoomed and moved. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { MapWindow, MOST } from "../../web/pictures/map/window.js";

const whole = { xMin: -1.03, xMax: 1.09, yMin: -2, yMax: 0.5 };

/** @param {number} a @param {number} b */
const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-12, `${a}, not ${b}`);

/** That a window lies in the whole, in proportion to it. @param {MapWindow} window */
function assertPart({ bounds, level }) {
    assert.ok(bounds.xMin >= whole.xMin && bounds.xMax <= whole.xMax, JSON.stringify(bounds));
    assert.ok(bounds.yMin >= whole.yMin && bounds.yMax <= whole.yMax, JSON.stringify(bounds));
    near((bounds.xMax - bounds.xMin) * level, whole.xMax - whole.xMin);
    near((bounds.yMax - bounds.yMin) * level, whole.yMax - whole.yMin);
}

test("what lies under the pointer stays there while the map is zoomed", () => {
    const place = { x: 0.3, y: -0.7 };
    let window = new MapWindow(whole);
    const at = window.locate(place);
    for (const factor of [2, 1.3, 8, 0.5, 3, 0.2]) {
        window = window.zoom(factor, at.across, at.up);
        const now = window.locate(place);
        near(now.across, at.across);
        near(now.up, at.up);
        assertPart(window);
    }
});

test("it zooms in up to its limit, and back to exactly the whole", () => {
    const first = new MapWindow(whole);
    assert.ok(first.isWhole);
    assert.equal(first.bounds, whole);
    const nearest = first.zoom(1000, 0.25, 0.75);
    assert.equal(nearest.level, MOST);
    assert.equal(nearest.zoom(2), nearest, "no nearer");
    assertPart(nearest);
    for (const back of [nearest.zoom(0), nearest.zoom(0.5).zoom(1 / 32.0001)]) {
        assert.ok(back.isWhole);
        assert.equal(back.bounds, whole);
    }
    assert.equal(first.zoom(0.5), first);
});

test("it moves by parts of the plot, and never beyond the whole", () => {
    const window = new MapWindow(whole).zoom(4);
    const moved = window.move(0.5, -0.25);
    near(moved.bounds.xMin, (window.bounds.xMin + window.bounds.xMax) / 2);
    near(moved.bounds.yMax, window.bounds.yMax - (window.bounds.yMax - window.bounds.yMin) / 4);
    assert.equal(moved.level, 4);
    const corner = window.move(99, 99);
    near(corner.bounds.xMax, whole.xMax);
    near(corner.bounds.yMax, whole.yMax);
    assertPart(corner);
    assert.equal(corner.move(1, 1), corner, "no further");
    // Out of the corner the place under the pointer cannot always stay.
    assertPart(corner.zoom(0.4, 0.1, 0.1));
    const all = new MapWindow(whole);
    assert.equal(all.move(0.3, 0.3), all);
    for (let i = 1; i < 200; i++)
        assertPart(all.zoom(1 + i / 7, i / 200, 1 - i / 200).move(i / 9, -9));
});

test("a place outside it is brought in by the smallest move", () => {
    const window = new MapWindow(whole).zoom(8);
    const inside = { x: 0.05, y: -0.75 };
    assert.ok(window.shows(inside));
    assert.equal(window.reveal(inside), window);
    const beyond = { x: window.bounds.xMax + 0.1, y: -0.75 };
    assert.ok(!window.shows(beyond));
    const { bounds } = window.reveal(beyond);
    near(bounds.xMax, beyond.x);
    assert.equal(bounds.yMin, window.bounds.yMin);
    for (let i = 1; i < 100; i++) {
        const edge = { x: window.bounds.xMax + i / 333, y: window.bounds.yMin - i / 99 };
        assert.ok(window.reveal(edge).shows(edge), "at the edge it is in sight");
    }
});

test("new data are seen whole, unless they have the same bounds", () => {
    const window = new MapWindow(whole).zoom(8);
    assert.equal(window.over({ ...whole }), window);
    const others = { ...whole, xMax: 2 };
    assert.equal(window.over(others).bounds, others);
    assert.ok(window.over(others).isWhole);
});
