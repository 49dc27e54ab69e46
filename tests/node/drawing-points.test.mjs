/** Points that somebody draws: painted, moved, erased, undone; classes added, named, removed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { Drawing, dab, MOST_DRAWN } from "../../web/points/drawing.js";

const corner = () => ({
    x: Float32Array.of(0, 0, 1, 0, 1, 1),
    y: Uint8Array.of(0, 1, 2),
    labels: ["a", "b", "c"],
});

/** @param {Drawing} drawing */
const shown = ({ dataset: { x, y, labels } }) => ({ x: [...x], y: [...y], labels });

test("points are painted, found, moved and erased", () => {
    const drawing = new Drawing(corner());
    assert.ok(
        drawing.paint(1, [
            { x: 5, y: 5 },
            { x: 5.5, y: 5 },
        ]),
    );
    assert.deepEqual(shown(drawing).y, [0, 1, 2, 1, 1]);
    assert.deepEqual(drawing.within({ x: 5, y: 5 }, { x: 0.4, y: 9 }), [3]);
    assert.deepEqual(drawing.within({ x: 5, y: 5 }, { x: 0.5, y: 0.1 }), [3, 4]);
    drawing.move([3, 0], { x: -1, y: 2 });
    assert.deepEqual(shown(drawing).x, [-1, 2, 1, 0, 1, 1, 4, 7, 5.5, 5]);
    drawing.erase([0, 3]);
    assert.deepEqual(shown(drawing), {
        x: [1, 0, 1, 1, 5.5, 5],
        y: [1, 2, 1],
        labels: corner().labels,
    });
    drawing.clear();
    assert.deepEqual([drawing.samples, drawing.dataset.classes], [0, 3]);
});

test("a stroke is undone and done again as one; another one takes the future away", () => {
    const first = corner();
    const drawing = new Drawing(first);
    assert.deepEqual([drawing.canUndo, drawing.canRedo], [false, false]);
    drawing.begin();
    for (let i = 0; i < 5; i++) drawing.paint(0, [{ x: i, y: i }]);
    drawing.end();
    const painted = shown(drawing);
    drawing.undo();
    assert.deepEqual(shown(drawing), shown(new Drawing(first)));
    drawing.redo();
    assert.deepEqual(shown(drawing), painted);
    drawing.undo();
    drawing.begin();
    drawing.end(); // nothing was changed
    assert.deepEqual([drawing.canUndo, drawing.samples], [false, 3]);
    drawing.begin();
    drawing.clear();
    drawing.end();
    assert.deepEqual([drawing.canUndo, drawing.canRedo], [true, false]);
    drawing.redo(); // there is none
    assert.equal(drawing.samples, 0);
    assert.deepEqual([...first.x], [0, 0, 1, 0, 1, 1], "what was taken over is as it was");
});

test("classes are added, named and removed with their points", () => {
    const drawing = new Drawing(corner());
    drawing.addClass("d");
    drawing.paint(3, [{ x: 9, y: 9 }]);
    drawing.removeClass(1);
    assert.deepEqual(shown(drawing), {
        x: [0, 0, 1, 1, 9, 9],
        y: [0, 1, 2],
        labels: ["a", "c", "d"],
    });
    drawing.rename(2, "__proto__");
    drawing.removeClass(0);
    assert.deepEqual(shown(drawing).labels, ["c", "__proto__"]);
    assert.equal(drawing.canRemoveClass, false);
    drawing.removeClass(0);
    assert.equal(drawing.dataset.classes, 2);
    for (let i = 0; i < 30; i++) drawing.addClass(`class ${i}`);
    assert.deepEqual([drawing.dataset.classes, drawing.canAddClass], [20, false]);
});

test("there is room for 100,000 points, and memory for a few of the states before", async () => {
    const state = (await loadLab()).randomState(3);
    const random = () => state.randomSample();
    const drawing = new Drawing(corner());
    const many = dab({ x: 0, y: 0 }, { x: 2, y: 1 }, MOST_DRAWN - 5, random);
    assert.ok(many.every(({ x, y }) => (x / 2) ** 2 + y ** 2 <= 1));
    assert.ok(
        many.some(({ x, y }) => x > 1 && y < -0.1),
        "all around",
    );
    assert.ok(drawing.paint(0, many));
    assert.equal(drawing.paint(1, many.slice(0, 3)), false);
    assert.equal(drawing.samples, MOST_DRAWN);
    assert.equal(drawing.paint(1, [{ x: 0, y: 0 }]), false);
    for (let i = 0; i < 200; i++) {
        drawing.begin();
        drawing.move([0], { x: 1, y: 0 });
    }
    let undone = 0;
    for (; drawing.canUndo; undone++) drawing.undo();
    assert.ok(undone > 20 && undone < 200, `${undone}`);
});
