/** The picture in colour, whose borders are smooth. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { paint } from "../../web/draw/paint.js";

test("a border's pixels are the mean of both sides, all others the colour of their class", () => {
    const colours = new Uint32Array([0xff000000, 0xffc08040]);
    const out = new Uint32Array(12);
    paint(
        Uint8Array.from([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1]),
        { width: 4, height: 3 },
        colours,
        out,
    );
    for (const row of [0, 4]) {
        assert.equal(out[row], 0xff000000);
        assert.equal(out[row + 1], 0xff604020);
        assert.equal(out[row + 2], 0xffc08040);
    }
});
