/** scripts/train.mjs with points from files. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadLab } from "../../scripts/core.mjs";
import { choose } from "../../web/points/choose.js";
import { decode } from "../../web/points/decode.js";
import { guess, readTable } from "../../web/points/table.js";
import { pointsCsv } from "../../web/points/write.js";

const BUILD = fileURLToPath(new URL("../../build/", import.meta.url));
const SCRIPT = fileURLToPath(new URL("../../scripts/train.mjs", import.meta.url));
const IRIS = fileURLToPath(new URL("../data/tables/iris.csv", import.meta.url));
const PENGUINS = fileURLToPath(new URL("../data/tables/penguins.csv", import.meta.url));

/** @type {string} */ let folder;
before(() => {
    mkdirSync(BUILD, { recursive: true });
    folder = mkdtempSync(path.join(BUILD, "tables-"));
});
after(() => rmSync(folder, { recursive: true }));

/** @param {...string} args */
const train = (...args) => spawnSync(process.execPath, [SCRIPT, ...args], { encoding: "utf8" });

/** @param {string} name @param {string | Uint8Array} content */
function file(name, content) {
    const place = path.join(folder, name);
    writeFileSync(place, content);
    return place;
}

/** @param {...string} args */
function run(...args) {
    const { stdout, stderr, status } = train("--json", "--epochs", "5", ...args);
    assert.equal(status, 0, stderr);
    return { ...JSON.parse(stdout), stderr };
}

test("a run on Penguins is that of the core on the same points, with their names", async () => {
    const lab = await loadLab();
    const table = readTable(decode(readFileSync(PENGUINS)));
    const { points } = choose(table, guess(table), { standardized: true });
    const model = lab.createModel({ ...lab.defaults, dataset: "given", epochs: 5 }, points);
    model.fit(5);
    const { config, data, stderr, ...rest } = run("--data", PENGUINS, "--standardize");
    assert.equal(rest.weights_sha256, model.weightsSha256());
    assert.equal(rest.report, model.classificationReport());
    assert.match(rest.report, /\n {6}Adelie .*\n {3}Chinstrap .*\n {6}Gentoo /);
    assert.equal(config.dataset, "given");
    assert.deepEqual(data, {
        x_float32_sha256: lab.sha256(points.x),
        samples: 342,
        labels: ["Adelie", "Chinstrap", "Gentoo"],
        axes: ["bill_length_mm (z)", "bill_depth_mm (z)"],
    });
    assert.equal(
        stderr,
        "--data penguins.csv: Rows left out, since they lack a value: 2 (“bill_length_mm”: 2, “bill_depth_mm”: 2).\n",
    );
});

test("columns are named or numbered, and standardizing is asked for", () => {
    const named = run("--data", IRIS, "--x", "petal_length", "--y", "petal_width");
    assert.deepEqual(named.data.axes, ["petal_length", "petal_width"]);
    const numbered = run("--data", IRIS, "--x=3", "--y=4", "--label=species_id", "--standardize");
    assert.deepEqual(numbered.data.axes, ["petal_length (z)", "petal_width (z)"]);
    assert.deepEqual(numbered.data.labels, ["1", "2", "3"]);
    assert.equal(run("--data", IRIS).data.axes[0], "sepal_length");
});

test("--test prints a second report, on points with the training set's scale and labels", async () => {
    const rows = readFileSync(PENGUINS, "utf8").trimEnd().split("\n");
    const [head, ...body] = rows;
    const part = (/** @type {number} */ third) =>
        [head, ...body.filter((_, i) => (i % 3 === 0) === (third === 0))].join("\n");
    const [trainFile, testFile] = [file("train.csv", part(1)), file("test.csv", part(0))];
    const flags = ["--data", trainFile, "--test", testFile, "--standardize"];
    const { test: tested, evaluation } = run(...flags, "--validation-split", "0.2");
    const lab = await loadLab();
    const [a, b] = [trainFile, testFile].map((name) => readTable(decode(readFileSync(name))));
    const training = choose(a, guess(a), { standardized: true });
    const { labels } = training.points;
    const other = choose(b, guess(b), { trained: { ...training, labels } }).points;
    const settings = { ...lab.defaults, dataset: "given", validationSplit: 0.2 };
    const model = lab.createModel(settings, training.points);
    model.fit(5);
    assert.deepEqual(evaluation, model.evaluate());
    assert.equal(tested.samples, other.samples);
    const predicted = model.predict(other.x);
    const { text, matrix } = lab.report(other.y, predicted, { labels });
    assert.equal(tested.report, text);
    assert.deepEqual(tested.confusion_matrix, matrix);
    const right = predicted.reduce((sum, k, i) => sum + Number(k === other.y[i]), 0);
    assert.equal(tested.evaluation.accuracy, right / other.samples);
    const p = model.predictProba(other.x);
    const losses = Array.from(other.y, (k, i) => -Math.log(p[labels.length * i + k]));
    const loss = losses.reduce((sum, one) => sum + one, 0) / losses.length;
    assert.ok(Math.abs(tested.evaluation.loss - loss) < 1e-6);
    assert.equal(tested.x_float32_sha256, lab.sha256(other.x));
    const { stdout } = train(...flags, "--verbose", "0", "--epochs", "5", "--validation-split=0.2");
    assert.match(
        stdout,
        /\n\nTest set, \d+ samples - loss: \d\.\d{4} - accuracy: \d\.\d{4}\n {14}p/,
    );
    assert.ok(stdout.endsWith(text));
});

test("a test set of one class, in another order of columns, is judged all the same", () => {
    const tested = file("one.csv", "species,petal_width,petal_length\nvirginica,2.1,5.9\n");
    const { test: second } = run(
        ...["--data", IRIS, "--test", tested, "--x", "petal_length", "--y", "petal_width"],
    );
    assert.equal(second.samples, 1);
    assert.equal(
        second.confusion_matrix[2].reduce(
            (/** @type {number} */ a, /** @type {number} */ b) => a + b,
        ),
        1,
    );
});

test("points written as CSV give the same run", async () => {
    const lab = await loadLab();
    const { data, weights_sha256 } = run();
    const csv = file("spirals.csv", pointsCsv(lab.makeData(lab.defaults)));
    const again = run("--data", csv);
    assert.equal(again.data.x_float32_sha256, data.x_float32_sha256);
    assert.equal(again.weights_sha256, weights_sha256);
});

test("the Keras script has the points and the names", () => {
    const script = path.join(folder, "run.py");
    const { status } = train("--data", IRIS, "--epochs", "1", "--verbose", "0", "--script", script);
    assert.equal(status, 0);
    const text = readFileSync(script, "utf8");
    assert.match(text, /target_names=\["setosa", "versicolor", "virginica"\]/);
    assert.match(text, /\[5\.1, 3\.5\],\n/);
});

const GOOD = "x,y,label\n1,2,a\n3,4,b\n";

/** @type {[content: string, args: string[], sentence: RegExp][]} */
const BAD = [
    ["", [], /^--data bad\.csv: There are no rows in it\.\n$/],
    [`${GOOD}5,six,a\n`, [], /^--data bad\.csv: “six” in row 4 of “y” is not a number\.\n$/],
    [GOOD, ["--x", "z"], /^--data bad\.csv: There is no column “z”; .* from 1 to 3\.\n$/],
    [GOOD, ["--x", "y", "--y", "2"], /^--data bad\.csv: “y” is chosen twice;/],
    [GOOD, ["--test", "IRIS"], /^--test iris\.csv: There is no column “x”;/],
    [
        GOOD,
        ["--test", "OTHER"],
        /^--test other\.csv: The label “c” in row 3 of “label” is not among/,
    ],
    [GOOD, ["--points", "5"], /^--points is about points that are made;/],
    [GOOD, ["--dataset", "moons"], /^--dataset is about points that are made;/],
    ["PK\u0003\u0004 and so on", [], /^--data bad\.csv: This is an Excel workbook/],
];

for (const [content, args, sentence] of BAD)
    test(`bad points are one sentence and exit 2: ${sentence}`, () => {
        const other = file("other.csv", "x,y,label\n1,2,a\n3,4,c\n");
        const given = args.map((arg) => ({ IRIS, OTHER: other })[arg] ?? arg);
        const { stdout, stderr, status } = train("--data", file("bad.csv", content), ...given);
        assert.deepEqual([stdout, status], ["", 2]);
        assert.match(stderr, sentence);
        assert.equal(stderr.split("\n").length, 2);
    });

test("200 MB, a missing file, and flags without --data, are one sentence and exit 2", () => {
    const large = file("large.csv", new Uint8Array(200_000_000));
    for (const [args, sentence] of /** @type {[string[], RegExp][]} */ ([
        [
            ["--data", large],
            /^--data large\.csv: The file has 200 MB; at most 20 MB can be read\.\n$/,
        ],
        [["--data", "absent.csv"], /^--data absent\.csv: The file cannot be read \(ENOENT\)\.\n$/],
        [["--data", folder], /The file cannot be read \(EISDIR\)\.\n$/],
        [["--x", "a"], /^--x is about points from a file, which --data FILE\.csv names\.\n$/],
        [["--test", IRIS], /^--test is about points from a file,/],
        [["--standardize"], /^--standardize is about points from a file,/],
    ])) {
        const { stdout, stderr, status } = train(...args);
        assert.deepEqual([stdout, status], ["", 2]);
        assert.match(stderr, sentence);
    }
});
