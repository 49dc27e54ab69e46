/** Files that are no table of points: each is refused in one sentence that says where. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { choose } from "../../web/points/choose.js";
import { decode, judgeSize, MOST_BYTES } from "../../web/points/decode.js";
import { findColumn, guess, readTable } from "../../web/points/table.js";
import { TableError } from "../../web/points/table-error.js";
import { explainTable } from "../../web/texts/explain-table.js";
import { Localizer } from "../../web/texts/localizer.js";
import { tables } from "../../web/texts/tables.js";

/** @typedef {import("../../web/points/table-error.js").Reason} Reason */

const english = new Localizer("en", tables);
const chinese = new Localizer("zh-Hant", tables);

/** Reads a file as the page and the terminal do. @param {Uint8Array | string} file */
function read(file) {
    const table = readTable(typeof file === "string" ? file : decode(file));
    return choose(table, guess(table));
}

/**
 * What is said of it.
 * @param {() => unknown} work
 * @param {Reason} reason
 */
function refusal(work, reason) {
    /** @type {unknown} */
    let error;
    try {
        work();
    } catch (thrown) {
        error = thrown;
    }
    assert.ok(error instanceof TableError, `it is refused: ${error}`);
    assert.equal(error.reason, reason);
    const sentences = [english, chinese].map((localizer) => explainTable(localizer, error));
    assert.match(sentences[0], /^[A-Z“].*[.]$/s);
    assert.match(sentences[1], /\p{Script=Han}.*。$/su);
    for (const sentence of sentences) {
        assert.ok(sentence.length < 200, sentence);
        assert.doesNotMatch(sentence, /undefined|\{|\n/);
    }
    return sentences[0];
}

const HEADER = "x,y,label\n";
const GOOD = "1,2,a\n3,4,b\n";

/** @param {string} text @param {"le" | "be"} order */
function utf16(text, order) {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return Uint8Array.from(order === "le" ? bytes : bytes.swap16());
}

/** Rows of two classes. @param {number} count */
const rows = (count) => Array.from({ length: count }, (_, i) => `${i % 7},1.5,${i % 2}\n`).join("");

/** @type {[name: string, file: Uint8Array | string, reason: Reason, said: RegExp][]} */
const FILES = [
    ["an empty file", new Uint8Array(), "empty", /no rows/],
    ["blank lines only", "\n\n  \n,,,\n", "empty", /no rows/],
    ["a header only", HEADER, "header", /only a header/],
    ["one column", "x\n1\n2\n", "column", /^Row 1 has only one column/],
    ["columns between spaces", "1 2 a\n3 4 b\n", "column", /^Row 1 has only one column/],
    ["two columns", "x,y\n1,2\n", "two", /^Row 1 has only two columns/],
    ["text where a number belongs", `${HEADER}${GOOD}5,six,a\n`, "number", /“six” in row 4 of “y”/],
    ["text in a column without a name", "1,2,a\n3,4,b\n5,six,a\n", "number", /row 3 of column 2/],
    ["infinity", `${HEADER}${GOOD}-inf,5,a\n`, "infinite", /“-inf” in row 4 of “x”/],
    ["infinity by its sign", `${HEADER}${GOOD}1,∞,a\n`, "infinite", /“∞” in row 4 of “y”/],
    ["more than a float32 holds", `${HEADER}${GOOD}1,4e38,a\n`, "large", /^“4e38” in row 4 of “y”/],
    ["more than a float64 holds", `${HEADER}${GOOD}1,1e999,a\n`, "large", /^“1e999” in row 4/],
    [
        "only missing values",
        `${HEADER}1,NaN,a\n2,NA,b\n,,a\n`,
        "missing",
        /“y” lacks a value most often/,
    ],
    ["one class", `${HEADER}1,2,a\n3,4,a\n`, "class", /^All labels in “label” are “a”/],
    [
        "21 classes",
        HEADER + Array.from({ length: 30 }, (_, i) => `${i},${i * i},c${i}\n`).join(""),
        "classes",
        /^“label” has more than 20 .* row 22;/,
    ],
    [
        "a row that is too long",
        `${HEADER}${GOOD}5,6,a,7\n`,
        "long",
        /^Row 4 has 4 cells.* only 3\./,
    ],
    ["a quote that is never closed", `${HEADER}1,2,"a\n3,4,b\n5,6,a\n`, "quote", /row 2 /],
    ["a quote that opens in the first row", `"x,y,label\n${GOOD}`, "quote", /row 1 /],
    ["a quote that opens in the last cell", `${HEADER}${GOOD}5,6,"`, "quote", /row 4 /],
    ["text after a closing quote", `${HEADER}"1"0,2,a\n3,4,b\n`, "long", /^Row 2 has 4 cells/],
    ["separators of thousands", 'x,y,label\n1,2,a\n3,"1,234",b\n', "grouped", /“1,234” in row 3/],
    [
        "points between thousands",
        "x;y;label\n1;2;a\n3;1.234,5;b\n",
        "grouped",
        /“1\.234,5” in row 3/,
    ],
    ["spaces between thousands", "x;y;label\n1;2;a\n3;12 345;b\n", "grouped", /“12 345” in row 3/],
    ["two decimal marks", "x;y;label\n1,5;2;a\n2.5;1;b\n", "marks", /“2\.5” in row 3 of “x”/],
    ["a decimal comma between commas", 'x,y,label\n"1,5",2,a\n', "number", /“1,5” in row 2 of “x”/],
    ["100,001 rows", rows(100_001), "rows", /more than 100000 rows/],
    ["100,001 rows below a header", HEADER + rows(100_001), "rows", /more than 100000 rows/],
    [
        "100,002 rows, before what follows them is read",
        `${rows(100_002)}1,2,3,4\n`,
        "rows",
        /more than 100000 rows/,
    ],
    ["a million columns", `${"1,".repeat(999_999)}a\n`, "columns", /^Row 1 has 1000000 columns/],
    [
        "a line break in a label",
        `${HEADER}${GOOD}5,6,"a\nb"\n`,
        "label",
        /“a\[U\+000A\]b” in row 4/,
    ],
    [
        "a control character in a label",
        `${HEADER}${GOOD}5,6,\u0007b\n`,
        "label",
        /U\+0007\]b” in row 4/,
    ],
    ["half of a surrogate pair, pasted", `${HEADER}${GOOD}5,6,b\ud800\n`, "label", /row 4/],
    ["UTF-16 cut in half", utf16(HEADER + GOOD, "le").slice(0, -1), "utf16", /UTF-16/],
    ["UTF-16 cut within a character", utf16("x,y,狗🐕", "be").slice(0, -2), "utf16", /UTF-16/],
    [
        "UTF-16 without its mark",
        utf16(HEADER + GOOD, "le").slice(2),
        "binary",
        /^Row 1 has a byte 0/,
    ],
    [
        "Big5",
        // 身高,體重,性別 and 男, 女
        bytes("a8adb0aa2cc5e9adab2ca9caa74f0d0a3137302c36352ca86b0d0a3136302c35302ca46b0d0a"),
        "encoding",
        /^Row 1 is not in UTF-8 but probably in Big5;/,
    ],
    [
        "GBK",
        // 身高,体重,性别 and 男, 女
        bytes("c9edb8df2ccce5d6d82cd0d4b1f00d0a3137302c36352cc4d00d0a3136302c35302cc5ae0d0a"),
        "encoding",
        /^Row 1 is not in UTF-8 but probably in GBK;/,
    ],
    [
        "Windows-1252",
        Uint8Array.from([...`${HEADER}${GOOD}5,6,M`, "\u00e1", ..."laga\n"], (c) =>
            c.charCodeAt(0),
        ),
        "encoding",
        /^Row 4 is not in UTF-8 but probably in Windows-1252;/,
    ],
    ["UTF-8 cut within a character", bytes("312c322ce7"), "encoding", /^Row 1 is not in UTF-8/],
    ["a ZIP, as xlsx is", bytes("504b0304140006000800"), "zip", /save the sheet as CSV/],
    ["an old Excel file", bytes("d0cf11e0a1b11ae10000"), "xls", /save the sheet as CSV/],
    ["a gzipped file", bytes("1f8b0800000000000003"), "gzip", /unpack/],
    ["a PDF", bytes("255044462d312e370a"), "pdf", /PDF/],
    ["a picture", bytes("89504e470d0a1a0a0000000d"), "binary", /byte 0/],
];

/** @param {string} hex */
function bytes(hex) {
    return Uint8Array.from(Buffer.from(hex, "hex"));
}

for (const [name, file, reason, said] of FILES)
    test(`${name} is refused: ${reason}`, () => {
        assert.match(
            refusal(() => read(file), reason),
            said,
        );
    });

test("200 MB are refused before they are read", () => {
    assert.match(
        refusal(() => judgeSize(200_000_000), "size"),
        /has 200 MB; at most 20 MB/,
    );
    assert.match(
        refusal(() => decode(new Uint8Array(MOST_BYTES + 1)), "size"),
        /21 MB/,
    );
    judgeSize(MOST_BYTES);
});

test("a column that is not there, or is chosen twice, is refused", () => {
    const table = readTable(HEADER + GOOD);
    for (const given of ["z", "0", "4", "", "X", "__proto__", "constructor"])
        assert.match(
            refusal(() => findColumn(table, given), "unknown"),
            new RegExp(`no column “${given}”; .* from 1 to 3`),
        );
    for (const [x, y, label] of [
        [0, 0, 2],
        [0, 1, 1],
        [2, 1, 2],
    ])
        assert.match(
            refusal(() => choose(table, { x, y, label }), "twice"),
            /^“(x|y|label)” is chosen twice/,
        );
});

test("a label that the training data do not have is refused by its name", () => {
    const trained = read(HEADER + GOOD);
    const table = readTable(`${HEADER}5,6,b\n7,8,<c>\n`);
    const work = () =>
        choose(table, guess(table), { trained: { ...trained, labels: trained.points.labels } });
    assert.match(refusal(work, "stranger"), /“<c>” in row 3 of “label” is not among/);
});

test("a sentence shows what is long or invisible in a cell", () => {
    const said = refusal(
        () => read(`${HEADER}${GOOD}5,${"9 apples\u200b".repeat(99)},a\n`),
        "number",
    );
    assert.match(said, /“9 apples\[U\+200B\]9 apples.*…” in row 4 of “y”/);
});

test("a good file is not refused", () => {
    assert.equal(read(HEADER + GOOD).points.samples, 2);
    assert.equal(read(HEADER + rows(100_000)).points.samples, 100_000);
});
