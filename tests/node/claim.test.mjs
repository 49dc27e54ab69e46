/** Handed-in links: what is read from a text, and which of them hold. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkLinks } from "../../scripts/check-links.mjs";
import { loadLab } from "../../scripts/core.mjs";
import { claimHolds, claimOf, linksIn } from "../../web/shared/claim.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const lab = await loadLab();
const settings = { ...lab.defaults, layers: [16, 8], learningRate: 0.003, points: 60 };
const model = lab.createModel(settings, lab.makeData(settings));
model.train(40);
const claim = claimOf(model.weightsSha256());
const link = `https://lab.example/#v=1&learning-rate=0.003&points=60&layers=16,8&steps=40&checksum=${claim}`;

test("names and links are read from what a class hands in", () => {
    const text = `Ann: ${link}\r\n\nnothing here\n小明：${link}\n${link}\nKim lee  lab.html#v=1&steps=2\n`;
    assert.deepEqual(
        linksIn(text).map(({ line, name }) => [line, name]),
        [
            [1, "Ann"],
            [4, "小明"],
            [5, ""],
            [6, "Kim lee"],
        ],
    );
    assert.equal(linksIn(text)[0].fragment, link.slice(link.indexOf("#") + 1));
});

test("a claim holds for these weights only", () => {
    const sha256 = model.weightsSha256();
    assert.ok(claimHolds(claim, sha256));
    assert.ok(!claimHolds("", sha256));
    assert.ok(!claimHolds(`0${claim}`, sha256));
});

test("a link that is handed in holds; with any digit changed it is called out", () => {
    assert.deepEqual(checkLinks(lab, link), [
        {
            line: 1,
            name: "",
            steps: 40,
            accuracy: model.evaluate().accuracy,
            parameters: model.parameters,
            verdict: "holds",
        },
    ]);
    const from = link.indexOf("#v=1") + 4;
    for (let at = from; at < link.length; at++) {
        if (!/[0-9]/.test(link[at])) continue;
        const digit = (Number(link[at]) + 1) % 10;
        const changed = link.slice(0, at) + digit + link.slice(at + 1);
        const [{ verdict }] = checkLinks(lab, changed);
        assert.notEqual(verdict, "holds", changed);
    }
});

test("what cannot be told is said", () => {
    const verdicts = (/** @type {string} */ text) =>
        checkLinks(lab, text).map(({ verdict }) => verdict);
    assert.match(verdicts("#v=1&checksum=deadbeef")[0], /no steps/);
    assert.match(verdicts("#v=1&steps=3")[0], /no checksum/);
    assert.match(verdicts("#v=1&steps=3&colour=red")[0], /cannot be read: colour=red/);
    const diverging = "#v=1&optimizer=sgd&learning-rate=100&steps=99&checksum=deadbeef";
    assert.match(verdicts(diverging)[0], /^fails: Training diverged/);
    assert.deepEqual(verdicts("no link"), []);
});

test("the command prints a table, and its exit code says whether all hold", () => {
    mkdirSync(path.join(ROOT, "build"), { recursive: true });
    const folder = mkdtempSync(path.join(ROOT, "build", "links-"));
    const file = path.join(folder, "links.txt");
    /** @param {string} text */
    const run = (text) => {
        writeFileSync(file, text);
        const script = path.join(ROOT, "scripts/check-links.mjs");
        return spawnSync(process.execPath, [script, file], { encoding: "utf8" });
    };
    try {
        const good = run(`Ann ${link}\n`);
        assert.equal(good.status, 0);
        assert.match(good.stdout, /Ann +40 .*holds\n1 hold, 0 do not\n$/);
        const bad = run(`Ann ${link}\nBen ${link.replace("0.003", "0.004")}\n`);
        assert.equal(bad.status, 1);
        assert.match(bad.stdout, /Ben .*fails\n1 hold, 1 do not\n$/);
        const none = run("nothing\n");
        assert.equal(none.status, 2);
        assert.match(none.stderr, /There is no link/);
    } finally {
        rmSync(folder, { recursive: true });
    }
});
