/** Captions below pictures: settings in words, in lines with room for them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { wrapped } from "../../web/draw/sheet.js";
import { languages } from "../../web/texts/languages.js";
import { Localizer } from "../../web/texts/localizer.js";
import { settingWords } from "../../web/texts/setting-words.js";

const { defaults } = await loadLab();

test("only settings that differ are named, in the reader's language", () => {
    const settings = {
        ...defaults,
        dataset: "circles",
        layers: [64, { units: 32, activation: "tanh" }],
        batchNorm: true,
        noise: 0.1,
        points: [500, 20],
    };
    const words = (/** @type {any} */ language) =>
        settingWords(new Localizer(language), settings, defaults);
    assert.deepEqual(words("en"), [
        "Dataset Circles",
        "Points per class 500/20",
        "Noise 0.1",
        "Hidden layers 64-32:tanh",
        "Batch normalization on",
    ]);
    assert.deepEqual(words("zh-Hant"), [
        "資料集 同心圓",
        "每類點數 500/20",
        "雜訊 0.1",
        "隱藏層 64-32:tanh",
        "批次正規化 開",
    ]);
    assert.deepEqual(settingWords(new Localizer("en"), defaults, { ...defaults }), []);
});

test("every setting has a name in every language", () => {
    /** @type {any} */
    const others = Object.fromEntries(Object.keys(defaults).map((name) => [name, "?"]));
    for (const { tag } of languages) {
        const words = settingWords(new Localizer(tag), others, defaults);
        assert.equal(words.length, Object.keys(defaults).length);
        for (const word of words) assert.match(word, /^\S.* \?$/);
    }
});

test("lines break between items, and within an item only where it has no room", () => {
    const fits = (/** @type {string} */ text) => [...text].length <= 10;
    assert.deepEqual(wrapped(["abc", "defg", "hij"], fits), ["abc · defg", "hij"]);
    assert.deepEqual(wrapped(["a", "bcdefghijklmno", "p"], fits), ["a", "bcdefghijk", "lmno · p"]);
    assert.deepEqual(wrapped(["😀".repeat(12)], fits), ["😀".repeat(10), "😀😀"]);
    assert.deepEqual(
        wrapped(["abc"], () => false),
        ["a", "b", "c"],
    );
    const items = Array.from({ length: 40 }, (_, i) => "x".repeat(i % 9) + i);
    const lines = wrapped(items, fits);
    assert.ok(lines.every(fits));
    assert.equal(lines.join(" · ").replaceAll(" · ", ""), items.join(""));
});
