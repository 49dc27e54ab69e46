/** Tables as spreadsheets and programs write them become points, and points become tables. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { choose } from "../../web/points/choose.js";
import { decode } from "../../web/points/decode.js";
import { findColumn, guess, readTable, withHeader } from "../../web/points/table.js";
import { pointsCsv } from "../../web/points/write.js";

/** @param {string} name */
const file = async (name) =>
    decode(await readFile(new URL(`../data/tables/${name}.csv`, import.meta.url)));

/** @param {string} text @param {Parameters<typeof choose>[2]} [options] */
function read(text, options) {
    const table = readTable(text);
    return choose(table, guess(table), options);
}

/** x, y and label of each point. @param {string} text */
function pointsOf(text) {
    const { points } = read(text, { standardized: false });
    return Array.from(points.y, (k, i) => [points.x[2 * i], points.x[2 * i + 1], points.labels[k]]);
}

const ROWS = [
    [1.5, -2, "cat"],
    [3, 4.25, "dog"],
];
const PLAIN = "x,y,label\n1.5,-2,cat\n3,4.25,dog\n";
const COMMAS = "x;y;label\n1,5;-2;cat\n3;4,25;dog\n";

/** @param {string} text @param {"le" | "be"} order */
function utf16(text, order) {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return order === "le" ? bytes : bytes.swap16();
}

for (const [name, text] of Object.entries({
    "commas and \\n": PLAIN,
    "\\r\\n": PLAIN.replaceAll("\n", "\r\n"),
    "\\r": PLAIN.replaceAll("\n", "\r"),
    "no newline at the end": PLAIN.trimEnd(),
    "many newlines at the end": `${PLAIN}\n\n\r\n`,
    "blank rows, and rows of separators": `\n,,\n${PLAIN.replace("3,4", "\n , ,\n3,4")},,\n`,
    semicolons: PLAIN.replaceAll(",", ";"),
    tabs: PLAIN.replaceAll(",", "\t"),
    "semicolons and decimal commas": COMMAS,
    "semicolons, decimal commas and no header": "1,5;-2,0;cat\n3,0;4,25;dog\n",
    "tabs and decimal commas": COMMAS.replaceAll(";", "\t"),
    "spaces around": PLAIN.replaceAll(",", " , ").replaceAll("\n", " \n "),
    "everything in quotes": PLAIN.replace(/[^,\n]+/g, '"$&"'),
    "empty cells beyond the last column": PLAIN.replaceAll("\n", ",,,\n").replace(",,,", ""),
    "no header": PLAIN.slice(PLAIN.indexOf("\n") + 1),
    "a byte order mark": decode(Buffer.from(`\ufeff${PLAIN}`)),
    "UTF-16 LE": decode(utf16(PLAIN, "le")),
    "UTF-16 BE": decode(utf16(PLAIN, "be")),
    "signs and exponents": PLAIN.replace("1.5", "+15e-1").replace("4.25", "0.425E+1"),
    "no digit before or after the point": PLAIN.replace("3", "3.").replace("-2", "-2."),
    "another order of columns": "label,a,b\ncat,1.5,-2\ndog,3,4.25\n",
    "numbered rows, as pandas writes them": ",x,y,label\n0,1.5,-2,cat\n1,3,4.25,dog\n",
    "numbered rows, as R writes them": '"","x","y","label"\n"1",1.5,-2,"cat"\n"2",3,4.25,"dog"\n',
    "a longer text beside a short one": "x,y,note,label\n1.5,-2,,cat\n3,4.25,fine,dog\n",
}))
    test(`it reads ${name}`, () => assert.deepEqual(pointsOf(text), ROWS));

test("quotes, separators and newlines stand within quotes", () => {
    const text = 'x,y,note,label\n1,2,"a\nb","say ""hi"""\n3,4,"c\r\nd","x, y; z"\n';
    assert.deepEqual(pointsOf(text), [
        [1, 2, 'say "hi"'],
        [3, 4, "x, y; z"],
    ]);
});

test("the rows keep the numbers that a spreadsheet gives them", () => {
    const { rows, header } = readTable('\nx,y,label\n\n1,2,"a"\n"3",4,b\n');
    assert.equal(header?.number, 2);
    assert.deepEqual(
        rows.map(({ number }) => number),
        [4, 5],
    );
});

test("a header is detected, and can be taken for data and back", () => {
    const named = readTable(PLAIN);
    assert.deepEqual(
        named.columns.map(({ name }) => name),
        ["x", "y", "label"],
    );
    const bare = withHeader(named, false);
    assert.deepEqual(bare.columns, [{ index: 0 }, { index: 1 }, { index: 2 }]);
    assert.deepEqual(bare.rows[0], { cells: ["x", "y", "label"], number: 1 });
    assert.deepEqual(withHeader(bare, true), named);
    // Numbers are no names, unless one says so.
    const numbers = "2007,2008,kind\n1,2,a\n3,4,b\n";
    assert.equal(readTable(numbers).header, undefined);
    assert.equal(readTable(numbers, true).columns[1].name, "2008");
});

test("a column is found by its name, or else by its number", () => {
    const table = readTable("a,2,label\n1,2,x\n3,4,y\n", true);
    assert.deepEqual(
        ["a", " label ", "1", "3", "2"].map((given) => findColumn(table, given)),
        [0, 2, 0, 2, 1],
    );
    const odd = readTable("constructor,toString,__proto__\n1,2,x\n3,4,y\n");
    assert.equal(findColumn(odd, "__proto__"), 2);
});

for (const [name, text, expected] of /** @type {[string, string, string][]} */ ([
    ["the first two numbers and the text", "a,b,c,d\n5,7,9,u\n6,8,1,v\n", "a b d"],
    ["a label of numbers is the last", "a,b,c\n0.1,0.2,1\n0.3,0.4,0\n", "a b c"],
    ["the last of several texts", "kind,a,b,group\nu,5,7,s\nv,6,8,t\n", "a b group"],
    ["a label by its name", "species,a,b,sex\nu,5,7,m\nv,6,8,f\n", "a b species"],
    ["not a text that is different in every row", named(), "a b group"],
])) {
    test(`the columns that are guessed: ${name}`, () => {
        const table = readTable(text);
        const { x, y, label } = guess(table);
        assert.equal([x, y, label].map((i) => table.columns[i].name).join(" "), expected);
    });
}

/** A column of names, each another one. */
function named() {
    const rows = Array.from({ length: 30 }, (_, i) => `${i * 3},${i * 5},g${i % 3},name ${i}\n`);
    return `a,b,group,name\n${rows.join("")}`;
}

test("rows with a missing value are left out, and counted by column", () => {
    const missing = ["", "NA", "NaN", "nan", "null", "N/A", "None", "#N/A", "  "];
    const rows = missing.map((cell) => `${cell},2,a\n`).join("");
    const chosen = read(`x,y,label\n1,2,a\n${rows}3,,b\n4,5\n7,8,b\nNA,NA,b\n`);
    assert.equal(chosen.points.samples, 2);
    assert.equal(chosen.leftOut, missing.length + 3);
    assert.deepEqual(
        chosen.missing.map(({ column, rows }) => [column.name, rows]),
        [
            ["x", missing.length + 1],
            ["y", 2],
            ["label", 1],
        ],
    );
});

test("labels may be any text, and are texts to the program as well", () => {
    const odd = ["__proto__", "constructor", "<img src=x onerror=alert(1)>", "toString", "é", "貓"];
    const long = "long ".repeat(100).trim();
    const labels = [...odd, long];
    const text = `x,y,label\n${labels.map((label, i) => `${i},${i * i + 1},"${label}"\n`).join("")}`;
    const { points } = read(text);
    assert.deepEqual([...points.labels].sort(), [...labels].sort());
    assert.deepEqual(
        Array.from(points.y, (k) => points.labels[k]),
        labels,
    );
});

test("labels that are equal numbers are one class, named as it was first written", () => {
    const { points } = read("x;y;label\n1;2;2,0\n3;4;10\n5;6;2\n7;9;-0\n2;2;0\n");
    assert.deepEqual(points.labels, ["-0", "2,0", "10"]);
    assert.deepEqual([...points.y], [1, 2, 1, 0, 0]);
});

test("columns far from 1 are standardized, unless one says otherwise", () => {
    const text = "x,y,label\n100,1,a\n300,1,b\n200,1,a\n";
    const chosen = read(text);
    assert.ok(chosen.standardized);
    const far = Math.fround(Math.sqrt(1.5));
    assert.deepEqual([...chosen.points.x], [-far, 0, far, 0, 0, 0]);
    assert.deepEqual(chosen.points.axes, ["x (z)", "y (z)"]);
    assert.deepEqual(chosen.constant, [{ index: 1, name: "y" }]);
    const as = read(text, { standardized: false });
    assert.deepEqual([...as.points.x], [100, 1, 300, 1, 200, 1]);
    assert.deepEqual(as.points.axes, ["x", "y"]);
    assert.ok(!read(PLAIN).standardized);
    assert.ok(read("x,y,label\n0.01,0.02,a\n0.03,0.04,b\n").standardized);
});

test("a test set has the labels and the scales of the training set", () => {
    const trained = read("x,y,label\n100,10,b\n300,30,c\n200,20,a\n");
    const { labels } = trained.points;
    const test = read("x,y,label\n200,20,c\n300,10,a\n", { trained: { ...trained, labels } });
    assert.deepEqual(test.points.labels, ["a", "b", "c"]);
    assert.deepEqual([...test.points.y], [2, 0]);
    const far = Math.fround(Math.sqrt(1.5));
    assert.deepEqual([...test.points.x], [0, 0, far, -far]);
});

test("points are written as short as can be", () => {
    const points = { ...read(PLAIN).points, x: Float32Array.of(0.1, -2.5, 1e-9, 1.234567) };
    assert.equal(pointsCsv(points), "x,y,label\n0.1,-2.5,cat\n1e-9,1.234567,dog\n");
});

test("points read back from their CSV are the same points", () => {
    const random = mulberry(7);
    const labels = ["a, b", 'say "x"', "<b>", "__proto__", "貓", "plain"].sort();
    const samples = 3000;
    const points = {
        x: Float32Array.from({ length: 2 * samples }, () =>
            Math.fround((random() - 0.5) * 10 ** Math.floor(60 * random() - 35)),
        ),
        y: Uint8Array.from({ length: samples }, () => Math.floor(labels.length * random())),
        samples,
        labels,
    };
    const again = read(pointsCsv(points), { standardized: false }).points;
    assert.deepEqual(again.x, points.x);
    assert.deepEqual(again.y, points.y);
    assert.deepEqual(again.labels, labels);
});

/** Numbers from 0 to 1. @param {number} seed */
function mulberry(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
}

test("Iris and Penguins are read", async () => {
    const iris = read(await file("iris"));
    assert.deepEqual(iris.points.labels, ["setosa", "versicolor", "virginica"]);
    assert.deepEqual(iris.points.axes, ["sepal_length", "sepal_width"]);
    assert.deepEqual([iris.points.samples, iris.leftOut], [150, 0]);
    const penguins = read(await file("penguins"));
    assert.deepEqual(penguins.points.labels, ["Adelie", "Chinstrap", "Gentoo"]);
    assert.deepEqual(penguins.points.axes, ["bill_length_mm (z)", "bill_depth_mm (z)"]);
    assert.deepEqual([penguins.points.samples, penguins.leftOut], [342, 2]);
});
