/** Handed-in links: what is read from a text, and which of them hold. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkLinks } from "../../scripts/check-links.mjs";
import { loadLab } from "../../scripts/core.mjs";
import { options } from "../../web/element/options.js";
import {
    accuracyClaim,
    accuracyHolds,
    claimHolds,
    claimOf,
    linesOf,
} from "../../web/shared/claim.js";
import { differences, linkOf } from "../../web/shared/link.js";
import { pointsToText } from "../../web/shared/points-text.js";
import { libraryLesson } from "../lessons.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const lab = await loadLab();
const settings = { ...lab.defaults, layers: [16, 8], learningRate: 0.003, points: 60 };
const model = lab.createModel(settings, lab.makeData(settings));
model.train(40);
const claim = claimOf(model.weightsSha256());
const link = `https://lab.example/#v=1&learning-rate=0.003&points=60&layers=16,8&steps=40&checksum=${claim}`;

test("names and links are read from what a class hands in", () => {
    const text = `Ann: ${link}\r\n\nnothing here\n小明：${link}\n${link}\nKim lee  lab.html#v=1&steps=2\n
"Bo","${link.replaceAll("&", "&amp;")}"\nEve: https://lab.example/\n`;
    assert.deepEqual(
        linesOf(text).map(({ line, name, fragment }) => [line, name, fragment !== undefined]),
        [
            [1, "Ann", true],
            [3, "nothing here", false],
            [4, "小明", true],
            [5, "", true],
            [6, "Kim lee", true],
            [8, "Bo", true],
            [9, "Eve", false],
        ],
    );
    const fragment = link.slice(link.indexOf("#") + 1);
    assert.equal(linesOf(text)[0].fragment, fragment);
    assert.equal(linesOf(text)[5].fragment, fragment, "copied from a table");
    assert.equal(linesOf(`（${link}）。`)[0].fragment, fragment, "with what ends a sentence");
});

test("an accuracy is claimed and compared to the digits that are claimed", () => {
    assert.equal(accuracyClaim(0.95666), "0.9567");
    assert.equal(accuracyClaim(Number.NaN), "");
    assert.ok(accuracyHolds("0.9567", 0.95666));
    assert.ok(accuracyHolds("0.96", 0.95666));
    assert.ok(accuracyHolds("", 0.1));
    assert.ok(!accuracyHolds("0.9568", 0.95666));
    assert.ok(!accuracyHolds("0.9567", Number.NaN));
});

test("a claim holds for these weights only", () => {
    const sha256 = model.weightsSha256();
    assert.ok(claimHolds(claim, sha256));
    assert.ok(!claimHolds("", sha256));
    assert.ok(!claimHolds(`0${claim}`, sha256));
});

/** Every link that differs from one in a digit behind its #. @param {string} link */
function* withOneDigitChanged(link) {
    for (let at = link.indexOf("#v=1") + 4; at < link.length; at++) {
        if (!/[0-9]/.test(link[at])) continue;
        const digit = (Number(link[at]) + 1) % 10;
        yield link.slice(0, at) + digit + link.slice(at + 1);
    }
}

test("a link that is handed in holds; with any digit changed it is called out", async () => {
    assert.deepEqual(await checkLinks(link), [
        {
            line: 1,
            name: "",
            steps: 40,
            accuracy: model.progress.accuracy,
            parameters: model.parameters,
            verdict: "holds",
        },
    ]);
    for (const changed of withOneDigitChanged(link)) {
        const [{ verdict }] = await checkLinks(changed);
        assert.doesNotMatch(verdict, /^holds/, changed);
    }
});

/**
 * A run of the task of the learning rate, as the page hands it in.
 * @param {Partial<import("../../web/core/settings.js").Settings>} [changes]
 * @param {number} [epochs]
 */
function handIn(changes = {}, epochs = 5) {
    const set = { learningRate: 0.003, ...changes };
    const settings = { ...lab.defaults, ...set };
    const run = lab.createModel(settings, lab.makeData(settings));
    const { accuracy } = run.fit(epochs);
    const view = {
        steps: String(run.progress.totalSteps),
        accuracy: accuracyClaim(accuracy.at(-1) ?? 0),
        checksum: claimOf(run.weightsSha256()),
        task: "learning-rate:4",
    };
    run.dispose();
    return `#${linkOf(differences({ settings, view }, lab, options))}`;
}

test("a task's run holds if it does the task; with any digit changed it is called out", async () => {
    const link = handIn();
    const [{ verdict, task }] = await checkLinks(link);
    assert.match(verdict, /^holds: The task is done, by epoch [1-5]\.$/);
    assert.match(String(task), /^Learning rate.* \(step 4\)$/);
    let count = 0;
    for (const changed of withOneDigitChanged(link)) {
        const [{ verdict }] = await checkLinks(changed);
        assert.doesNotMatch(verdict, /^holds/, changed);
        count++;
    }
    assert.ok(count > 15);
});

test("a run that holds, and does not do the task that it names, is called out", async () => {
    for (const [link, reason] of /** @type {const} */ ([
        [handIn({ learningRate: 0.0002 }), /^fails: But this run does not do the task/],
        [handIn({ batchSize: 64 }), /^fails: But besides .* changed: Batch size/],
        [handIn().replace("rate:4", "rate:1"), /^fails: But that lesson has no task in step 1/],
        [handIn().replace("rate:4", "rate:99"), /^fails: But that lesson has no task in step 99/],
        [
            handIn().replace(/accuracy=[\d.]+/, "accuracy=1.0000"),
            /^fails: It claims an accuracy of 1.0000, but/,
        ],
        // The end of the run counts there, so a longer or shorter one is another.
        [
            handIn({ layers: [16], learningRate: 0.01, turn: 1 }, 19).replace(
                /task=.*/,
                "task=report:4",
            ),
            /^fails: But the task is to train 20 epochs, and this run has 19/,
        ],
        [handIn().replace("learning-rate:4", "own.mine:4"), /^holds: That lesson is not at hand/],
        [handIn().replace("learning-rate:4", "none-such:4"), /^holds: That lesson is not at hand/],
    ]))
        assert.match((await checkLinks(link))[0].verdict, reason, link);
    const longer = handIn({}, 9);
    assert.match((await checkLinks(longer))[0].verdict, /^holds/, "it was done within the task's");
});

test("a run on other points than the task's is another", async () => {
    const { steps } = await libraryLesson("own-data");
    const { set } = steps[2];
    const own = /** @type {any} */ (set).data;
    const moved = { ...own, x: Float32Array.from(own.x, (value, i) => value + Number(i === 0)) };
    for (const [points, reason] of /** @type {const} */ ([
        [own, /^holds: The task is done/],
        [moved, /^fails: But besides what the task allows, this was changed: Dataset/],
    ])) {
        const { data, ...others } = /** @type {any} */ (set);
        const settings = { ...lab.defaults, ...others, layers: [64, 32, 16] };
        assert.ok(data);
        const run = lab.createModel(settings, lab.givenData(points));
        run.fit(200);
        const view = {
            data: pointsToText(points),
            steps: String(run.progress.totalSteps),
            checksum: claimOf(run.weightsSha256()),
            task: "own-data:3",
        };
        run.dispose();
        const { dataset, ...told } = settings;
        const state = { settings: { ...told, dataset: lab.defaults.dataset }, view };
        const link = `#${linkOf(differences(state, lab, options))}`;
        assert.match((await checkLinks(link))[0].verdict, reason, dataset);
    }
});

test("a run that diverges can be what is claimed", async () => {
    const settings = { ...lab.defaults, optimizer: "sgd", learningRate: 100 };
    const run = lab.createModel(settings, lab.makeData(settings));
    let at = 0;
    try {
        run.fit(3);
    } catch (error) {
        at = /** @type {{step: number}} */ (error).step;
    }
    const claim = claimOf(run.weightsSha256());
    const link = `#v=1&optimizer=sgd&learning-rate=100&steps=${at}&checksum=${claim}`;
    assert.equal((await checkLinks(link))[0].verdict, "holds");
    const [{ verdict }] = await checkLinks(link.replace(claim, "deadbeef"));
    assert.match(verdict, /^fails: Its training diverges. Its \d+ batches give other weights/);
    run.dispose();
});

test("what cannot be told is said", async () => {
    const verdicts = async (/** @type {string} */ text) =>
        (await checkLinks(text)).map(({ verdict }) => verdict);
    assert.match((await verdicts("#v=1&checksum=deadbeef"))[0], /no steps/);
    assert.match((await verdicts("#v=1&steps=3"))[0], /no checksum/);
    assert.match((await verdicts("#v=1&steps=3&colour=red"))[0], /colour/);
    assert.match((await verdicts("#v=2&steps=3&checksum=deadbeef"))[0], /“v=2”/);
    assert.match((await verdicts("no link"))[0], /no link in this line/);
    assert.deepEqual(await verdicts("\n \n"), []);
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
        assert.match(bad.stdout, /Ben .*fails: .*\n1 hold, 1 do not\n$/);
        const none = run("nothing\n");
        assert.equal(none.status, 2);
        assert.match(none.stderr, /There is no link/);
    } finally {
        rmSync(folder, { recursive: true });
    }
});
