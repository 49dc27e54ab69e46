/** A class's links side by side, and tables as CSV. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { ClassCheck } from "../../web/element/class-check.js";
import { claimOf, linesOf } from "../../web/shared/claim.js";
import { csvOf } from "../../web/shared/csv.js";
import { client } from "../engine.mjs";

const lab = await loadLab();
const settings = { ...lab.defaults, points: 30, layers: [4] };
const model = lab.createModel(settings, lab.makeData(settings));
model.train(6);
const link = `#v=1&points=30&layers=4&steps=6&checksum=${claimOf(model.weightsSha256())}`;
model.dispose();

/** @param {{engines?: number, now?: () => number}} [how] */
function begin({ engines = 2, now = () => 0 } = {}) {
    /** @type {Map<number, import("../../web/element/claims.js").Checked>} */
    const results = new Map();
    /** @type {number[]} */ const shares = [];
    let opened = 0;
    const host = {
        open: () => {
            opened++;
            return client();
        },
        lessonText: () => Promise.reject(new Error("There are none.")),
        ...{ engines, limitMs: 1000, now },
    };
    const check = new ClassCheck(host, {
        result: (index, checked) => results.set(index, checked),
        progress: (share) => shares.push(share),
    });
    return { check, results, shares, engines: () => opened };
}

test("each line is checked once, by as many engines as there are links", async () => {
    const { check, results, shares, engines } = begin({ engines: 9 });
    const lines = linesOf(`${link}\nnone\n${link.replace("steps=6", "steps=7")}\n${link}`);
    await check.run(lines);
    assert.equal(engines(), 3);
    assert.deepEqual([...results.keys()].sort(), [0, 2, 3]);
    const holds = [0, 2, 3].map((index) => results.get(index)?.verdict?.holds);
    assert.deepEqual(holds, [true, false, true]);
    assert.deepEqual(
        shares,
        [...shares].sort((a, b) => a - b),
    );
    assert.equal(shares.at(-1), 1);
});

test("a link that takes too long is given up, and the next one is checked", async () => {
    let time = 0;
    const { check, results } = begin({ engines: 1, now: () => (time += 400) });
    await check.run(linesOf(`${link.replace("steps=6", "steps=5000000")}\n${link}`));
    assert.deepEqual(results.get(0)?.fault, { kind: "slow", steps: 5_000_000 });
    assert.equal(results.get(1)?.verdict?.holds, true);
});

test("after it is cancelled nothing more comes", async () => {
    const { check, results } = begin({ engines: 1 });
    const done = check.run(linesOf(`${link.replace("steps=6", "steps=5000000")}\n${link}`));
    await new Promise((resolve) => setTimeout(resolve, 100));
    check.cancel();
    await done;
    assert.equal(results.size, 0);
});

test("a table as CSV keeps what has commas, quotes and lines, and makes no formula", () => {
    const rows = [
        ["a", "b, c", 'd"e'],
        ["=1+1", "-0.5", "@x"],
        ["line\nbreak", "+886 2", "−"],
    ];
    assert.equal(
        csvOf(rows),
        'a,"b, c","d""e"\r\n\'=1+1,-0.5,\'@x\r\n"line\nbreak",\'+886 2,−\r\n',
    );
});
