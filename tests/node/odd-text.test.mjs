/** Texts that were refused: what is invisible in them, and what only looks like something else. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { aboutLink, aboutOption, aboutStray } from "../../web/element/complaints.js";
import { optionOf, options } from "../../web/element/options.js";
import { readLink } from "../../web/shared/link.js";
import { findLookalike, marked, visible } from "../../web/shared/odd-text.js";
import { explain } from "../../web/texts/explain.js";
import { Localizer } from "../../web/texts/localizer.js";

const lab = await loadLab();
const { settings, limits, defaults, statuses } = lab;
const info = { settings, limits, defaults, statuses };
const english = new Localizer("en");
const chinese = new Localizer("zh-Hant");

test("invisible characters are shown by their code points, all others as they are", () => {
    for (const [text, shown] of /** @type {const} */ ([
        ["0.0\u200b3", "0.0[U+200B]3"],
        ["\ufeff1\u00ad0\u2060", "[U+FEFF]1[U+00AD]0[U+2060]"],
        ["\u202e01", "[U+202E]01"],
        ["1\t2\n\0", "1[U+0009]2[U+000A][U+0000]"],
        ["\u28003\u3164", "[U+2800]3[U+3164]"],
        ["1\u200a2\u2028", "1[U+200A]2[U+2028]"],
        ["\ud800\ue000\u{e0041}", "[U+D800][U+E000][U+E0041]"],
        ["1 2\u00a03\u3000４", "1 2\u00a03\u3000４"],
        ["½ ² é 學習率 😀 −", "½ ² é 學習率 😀 −"],
    ]))
        assert.equal(marked(text), shown);
});

test("a text too long for a sentence is cut, but never within a code point", () => {
    assert.equal(visible("9".repeat(40)), "9".repeat(40));
    assert.equal(visible("9".repeat(41)), `${"9".repeat(40)}…`);
    assert.equal(visible("\u200b".repeat(100)), `${"[U+200B]".repeat(5)}…`);
    assert.equal(visible("😀".repeat(100)), `${"😀".repeat(20)}…`);
    assert.equal(visible(`${"9".repeat(35)}\u200b`), `${"9".repeat(35)}…`);
});

test("a character that only looks like what was meant is found", () => {
    const isNumber = (/** @type {string} */ text) => /^[\d.]+(e-\d)?$/.test(text);
    const isAdam = (/** @type {string} */ text) => text === "adam" || text === "solid";
    for (const [text, fits, char, plain, kind] of /** @type {const} */ ([
        ["O.1", isNumber, "O", "0", "letter"],
        ["1o", isNumber, "o", "0", "letter"],
        ["l28", isNumber, "l", "1", "letter"],
        ["I0", isNumber, "I", "1", "letter"],
        ["Ｏ.1", isNumber, "O", "0", "letter"],
        ["1\u043e", isNumber, "\u043e", "0", "cyrillic"],
        ["1\u0435-3", isNumber, "\u0435", "e", "cyrillic"],
        ["\u03bf.1", isNumber, "\u03bf", "0", "greek"],
        ["\u0430dam", isAdam, "\u0430", "a", "cyrillic"],
        ["ad\u03b1m", isAdam, "\u03b1", "a", "greek"],
        ["s0lid", isAdam, "0", "o", "digit"],
        ["so1id", isAdam, "1", "l", "digit"],
        ["sol1d", isAdam, "1", "i", "digit"],
    ]))
        assert.deepEqual(findLookalike(text, fits), { char, plain, kind }, text);
    for (const text of ["fast", "", "1,2", "lOx", "10", "½"])
        assert.equal(findLookalike(text, isNumber), undefined, text);
});

/** What the page says of a setting's bad value. @param {Localizer} localizer */
const said = (localizer, /** @type {string} */ name, /** @type {string} */ given) => {
    const codes = { units: "units", activation: "activation" };
    const code =
        name === "layers"
            ? codes[given.includes(":") ? "activation" : "units"]
            : settings.find((setting) => setting.name === name)?.code;
    return explain(localizer, info, name, given, { code, message: "?" });
};

test("the sentence about a bad value shows why it is bad", () => {
    for (const [name, given, inEnglish, inChinese] of /** @type {const} */ ([
        [
            "learningRate",
            " O.1\u200b ",
            /^“O\.1\[U\+200B\]” is not a number; .* “O” is a letter, not the digit 0\.$/,
            /^「O\.1\[U\+200B\]」不是數字；.*「O」是字母，不是數字 0。$/,
        ],
        ["noise", "0\u28002", /“0\[U\+2800\]2” is not/, /「0\[U\+2800\]2」不是/],
        ["epochs", "5\u043e", /“5о” .* “о” is a Cyrillic letter.* “0”/, /「о」是西里爾字母.*「0」/],
        ["optimizer", "\u0430dam", /no “аdam”.* “а” is a Cyrillic/, /「а」是西里爾字母.*「a」/],
        ["activation", "re1u", /“1” is a digit, not the letter l\.$/, /「1」是數字，不是字母 l。$/],
        ["batchNorm", "\u03c4rue", /“τ” is a Greek letter/, /「τ」是希臘字母/],
        ["layers", "l28,64", /“l28” cannot.* “l” is a letter, not the digit 1/, /「l」是字母/],
        ["layers", "64:t\u0430nh", /no “tаnh”.* “а” is a Cyrillic/, /「а」是西里爾字母/],
        ["layers", `8,${"x".repeat(99)}`, /“x{40}…” cannot be/, /「x{40}…」不能/],
        ["seed", "x".repeat(99), /^“x{40}…” is not a number/, /^「x{40}…」不是數字/],
    ])) {
        assert.match(said(english, name, given), inEnglish);
        assert.match(said(chinese, name, given), inChinese);
    }
    assert.equal(
        said(english, "seed", "fast").split(". ").length,
        1,
        "no more where nothing is odd",
    );
    assert.doesNotMatch(said(english, "seed", "-1"), /letter|digit/);
});

test("so do the sentences about links and attributes", () => {
    const check = (/** @type {import("../../web/core/settings.js").Settings} */ s) => lab.check(s);
    const link = ["seed=1O", "sp\u0435ed=5", "view=s\u043eft", "se\u200bed=3"];
    const { problems } = readLink(link.join("&"), { settings, defaults, check }, options);
    const sentences = [0, 1, 2, 3].flatMap((i) => aboutLink(english, info, [problems[i]]));
    for (const [i, sentence] of [
        /“seed=1O” is not valid and was ignored\. “O” is a letter, not the digit 0\.$/,
        /“spеed”, which is unknown .* “е” is a Cyrillic letter; it only looks like “e”\.$/,
        /“view=sоft” .* “о” is a Cyrillic letter; it only looks like “o”\.$/,
        /The link contains “se\[U\+200B\]ed”, which is unknown and was ignored\.$/,
    ].entries())
        assert.match(sentences[i](), sentence);
    const [bad] = aboutOption(chinese, "steps", optionOf("steps", "47O"));
    assert.equal(bad(), "屬性 steps 不能是「47O」，已略過。 「O」是字母，不是數字 0。");
    const [stray] = aboutStray(english, [{ key: "learning\u00adrate", text: "learning-rate" }]);
    assert.match(stray(), /no attribute learning\[U\+00AD\]rate, so/);
});
