/** Round numbers for an axis. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ticks } from "../../web/draw/ticks.js";

test("ticks are round numbers", () => {
    assert.deepEqual(ticks(-1.03, 1.09, 5).labels, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]);
    assert.deepEqual(ticks(0, 30, 5).labels, ["0", "10", "20", "30"]);
});
