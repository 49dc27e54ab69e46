/** Numbers, lists and choices as people type them: in fields, links, attributes and flags alike. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { readFlags, readSettings, readVerbose } from "../../scripts/flags.mjs";
import { fits, optionOf, options } from "../../web/element/options.js";
import { parse } from "../../web/shared/fields.js";
import { readLink } from "../../web/shared/link.js";

/** @typedef {import("../../web/core/settings.js").Settings} Settings */

const lab = await loadLab();

/** @param {string} text */
const fromField = (text) => parse("learningRate", text);

/** @param {string} key @param {string} text */
function fromLink(key, text) {
    const check = (/** @type {Settings} */ settings) => lab.check(settings);
    const judge = { settings: lab.settings, defaults: lab.defaults, check };
    const { settings, problems } = readLink(`${key}=${encodeURIComponent(text)}`, judge, {});
    assert.deepEqual(problems, [], text);
    return settings;
}

/** @param {string} flag @param {string} text */
const fromFlag = (flag, text) => readSettings(lab, readFlags(lab, [`--${flag}`, text]));

test("a number is read as it was meant, wherever it was typed", () => {
    for (const [text, value] of /** @type {const} */ ([
        ["0.03", 0.03],
        [" ０．０３ ", 0.03],
        ["0。03", 0.03],
        ["0｡03", 0.03],
        ["0. 03", 0.03],
        ["0,03", 0.03],
        ["０，０３", 0.03],
        [",03", 0.03],
        ["0,003", 0.003],
        ["3e−2", 0.03],
        ["3Ｅ－２", 0.03],
        ["\u200b0.0\u20603\ufeff", 0.03],
        ["\u202d0.03\u202c", 0.03],
        ["\u00a00.03\u3000", 0.03],
    ])) {
        assert.equal(fromField(text), value, `field ${text}`);
        assert.equal(fromLink("learning-rate", text).learningRate, value, `link ${text}`);
        assert.equal(fromFlag("learning-rate", text).learningRate, value, `flag ${text}`);
    }
    for (const minus of "-−－﹣–‐‑➖") {
        assert.equal(fromField(`${minus}4`), -4, minus);
        assert.equal(fromField(`${minus} 4`), -4, minus);
        assert.equal(fromLink("turn", `${minus}4`).turn, -4, minus);
        assert.equal(fromFlag("turn", `${minus}4`).turn, -4, minus);
    }
    assert.equal(fromLink("points", "1 000").points, 1000);
});

test("points are one number, or one a class", () => {
    const [three, two] = [
        [500, 100, 20],
        [1, 500],
    ];
    for (const text of [
        "500,100,20",
        "500, 100; 20",
        "５００、１００，２０",
        "500 100 20",
        " 500 ,100 , 20",
    ]) {
        assert.deepEqual(parse("points", text), three, text);
        assert.deepEqual(fromLink("points", text).points, three, text);
        assert.deepEqual(fromFlag("points", text).points, three, text);
    }
    assert.deepEqual(parse("points", "1,500"), two); // never a decimal point, nor thousands
    assert.deepEqual(parse("points", "500 100 200"), [500, 100, 200]);
    for (const text of ["10 000", "10000", "1e4"]) assert.equal(parse("points", text), 10_000);
    assert.ok(Number.isNaN(parse("points", "")));
    for (const text of ["500,", ",500", "500,,20", "500,a,20", "5:relu,3,1"])
        assert.ok([parse("points", text)].flat().some(Number.isNaN), text);
    // Whatever stands first, moons have two classes.
    const link = "points=500,100&noise=0.1&dataset=moons";
    const check = (/** @type {Settings} */ settings) => lab.check(settings);
    const judge = { settings: lab.settings, defaults: lab.defaults, check };
    const { settings, problems } = readLink(link, judge, {});
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.points, [500, 100]);
});

test("a text that is not a number, or could be two, is refused", () => {
    const refused = [
        "",
        " ",
        "\u200b",
        "0x10",
        "1,500",
        "1,2,3",
        "1.2.3",
        "1 2",
        "10²",
        "½",
        "ten",
    ];
    for (const text of [...refused, "Infinity", "NaN", "--1", "0,0,1", "1e", "O.1"])
        assert.ok(Number.isNaN(fromField(text)), text);
});

test("layers may be written as the page writes them, or as a list", () => {
    const layers = [128, 64, { units: 32, activation: "tanh" }];
    for (const text of [
        "128,64,32:tanh",
        "１２８，６４、32 ：Tanh",
        "128 64 32:tanh",
        "128-64-32:tanh",
        "128 – 64 – 32:tanh",
        "128; 64; 32:tanh",
        "\u200b128,64,32:tanh",
    ]) {
        assert.deepEqual(parse("layers", text), layers, text);
        assert.deepEqual(fromLink("layers", text).layers, layers, text);
        assert.deepEqual(fromFlag("layers", text).layers, layers, text);
    }
    assert.deepEqual(parse("layers", ""), []);
    assert.deepEqual(parse("layers", " Ｎone"), []);
    for (const text of ["-5", "64,-32", "64--32", "64,,32"]) {
        const bad = /** @type {(number | object)[]} */ (parse("layers", text));
        assert.throws(() => lab.check({ ...lab.defaults, layers: /** @type {any} */ (bad) }), text);
    }
});

test("choices and switches may have capitals and spaces", () => {
    assert.equal(parse("optimizer", " Adam "), "adam");
    assert.equal(fromLink("optimizer", "ＳＧＤ").optimizer, "sgd");
    assert.equal(fromFlag("optimizer", "RMSprop").optimizer, "rmsprop");
    assert.equal(fromLink("batch-norm", "True").batchNorm, true);
    assert.equal(parse("batchNorm", ""), true);
});

test("options are read as settings are, in links and attributes alike", () => {
    const judge = { settings: [], defaults: lab.defaults, check() {} };
    for (const [name, text, option] of /** @type {const} */ ([
        ["steps", "４７０", "470"],
        ["steps", " 1 000\u200b", "1000"],
        ["steps", "1e3", "1000"],
        ["steps", "0470", "470"],
        ["speed", "４００", "400"],
        ["speed", " Full ", "full"],
        ["view", "Soft", "soft"],
        ["view", "Dense_1‐17", "dense_1-17"],
        ["view", "class－２", "class-2"],
        ["theme", "ＤＡＲＫ", "dark"],
        ["lang", "zh-hant", "zh-Hant"],
        ["lang", " EN", "en"],
        ["layout", "\ufeffcompact", "compact"],
        ["palette", "SAFE", "safe"],
        ["controls", "View, Transport", "view,transport"],
        ["controls", "view transport", "view,transport"],
        ["controls", "view、transport", "view,transport"],
        ["controls", "Ａll", "all"],
        ["autoplay", "On", "on"],
    ])) {
        const { view, problems } = readLink(`${name}=${encodeURIComponent(text)}`, judge, options);
        assert.deepEqual(problems, [], text);
        assert.equal(view[name], option, `link ${text}`);
        assert.equal(optionOf(name, text), option, `attribute ${text}`);
    }
    for (const [name, text] of /** @type {const} */ ([
        ["steps", ""],
        ["steps", "1.5"],
        ["steps", "-1"],
        ["steps", "1,000"],
        ["steps", "10000000"],
        ["speed", "500"],
        ["speed", "4 00"],
        ["view", "so ft"],
        ["theme", "darkish"],
        ["controls", "view,"],
        ["controls", "view,view2"],
    ])) {
        const { view, problems } = readLink(`${name}=${encodeURIComponent(text)}`, judge, options);
        assert.deepEqual(problems, [{ key: name, text, reason: "value" }]);
        assert.equal(view[name], options[name].initial);
        assert.ok(!fits(name, optionOf(name, text)), text);
    }
    assert.deepEqual(readLink("v=１", judge, options).problems, []);
    assert.equal(readVerbose("２"), 2);
    for (const text of ["", "TRUE", "autoplay"]) assert.equal(optionOf("autoplay", text), "on");
});
