/** Exported Keras scripts and notebooks, run against a stand-in for Keras (tests/python/keras). */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadLab } from "../../scripts/core.mjs";
import { withAccuracy } from "../../scripts/golden.mjs";
import { measures } from "../../web/shared/history.js";
import { exported } from "../../web/texts/exported.js";
import { kerasNotebook, kerasScript } from "../../web/worker/keras-script.js";
import { configurations } from "../configurations.mjs";

/** @typedef {import("../../web/core/model.js").Model} Model */
/** @typedef {import("../../web/core/settings.js").Settings} Settings */
/** @typedef {import("../../web/worker/keras-sections.js").Options} Options */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
mkdirSync(path.join(ROOT, "build"), { recursive: true });
const folder = mkdtempSync(path.join(ROOT, "build", "keras-"));
after(() => rmSync(folder, { recursive: true }));

const lab = await loadLab();

/** @param {Model} model @param {Options} [options] */
const scriptOf = (model, options) => kerasScript(model, { texts: exported.en, ...options });

/** @param {string[]} args */
function run(args) {
    // Debian's own Python, which has Debian's NumPy, scikit-learn and matplotlib.
    const result = spawnSync("/usr/bin/python3", ["-B", ...args], {
        encoding: "utf8",
        env: {
            ...process.env,
            PYTHONPATH: path.join(ROOT, "tests/python"),
            PYTHONIOENCODING: "utf-8",
            MPLBACKEND: "Agg",
            OMP_NUM_THREADS: "1",
        },
    });
    return { ...result, stdout: withAccuracy(result.stdout) };
}

/** @param {string} script */
function write(script) {
    const file = path.join(folder, "exported.py");
    writeFileSync(file, script);
    return file;
}

/** What a script prints, and its exit code. @param {string} script */
const python = (script) => run([write(script)]);

/** What a script that must run to its end prints. @param {string} script */
function printed(script) {
    const { stdout, stderr, status } = python(script);
    assert.equal(status, 0, stderr);
    return stdout;
}

/** @param {Partial<Settings>} settings */
function made(settings) {
    const all = { ...lab.defaults, ...settings };
    return lab.createModel(all, lab.makeData(all));
}

/** @param {Partial<Settings>} settings @param {number} steps */
function trained(settings, steps) {
    const model = made(settings);
    model.train(steps);
    return model;
}

/**
 * The table of both histories: of each measure the page's values and Keras's.
 * @param {string} stdout
 * @param {Model} model
 */
function histories(stdout, { validationSamples }) {
    const names = measures.filter((name) => validationSamples || !name.startsWith("val_"));
    const [, table] = /^epoch +page .*\n((?: +\d.*\n)+)/m.exec(stdout) ?? [];
    assert.ok(table, stdout);
    const rows = table.trimEnd().split("\n");
    const values = rows.map((row) => row.trim().split(/ +/).slice(1).map(Number));
    return names.map((name, i) => ({
        name,
        page: values.map((row) => row[2 * i]),
        keras: values.map((row) => row[2 * i + 1]),
    }));
}

/**
 * The largest difference between the two histories in their first epochs.
 * @param {string} stdout
 * @param {Model} model
 * @param {number} epochs
 */
function difference(stdout, model, epochs) {
    const all = histories(stdout, model).flatMap(({ name, page, keras }) => {
        assert.ok(page.length >= epochs);
        return page.slice(0, epochs).map((value, i) => {
            assert.ok(Math.abs(value - model.history[name][i]) <= 5.1e-5, "the page's own history");
            return Math.abs(value - keras[i]);
        });
    });
    return Math.max(...all.map((d) => (Number.isNaN(d) ? Number.POSITIVE_INFINITY : d)));
}

// ---------------------------------------------------------------- the trained weights

const models = [
    ...configurations,
    {
        name: "zeros, he_normal's opposite",
        steps: 9,
        settings: { initializer: "zeros", points: 50 },
    },
    { name: "a large seed", steps: 60, settings: { seed: 4294967295, points: 50, layers: [9] } },
    {
        name: "a class without a training sample",
        steps: 60,
        settings: { classes: 10, points: 2, layers: [4], validationSplit: 0.5 },
    },
    { name: "ten classes", steps: 60, settings: { classes: 10, points: 30, layers: [24] } },
];

for (const { name, steps, settings } of models) {
    test(`its weights predict in Python what they predict here: ${name}`, () => {
        const model = trained(settings, steps);
        const stdout = printed(scriptOf(model, { weights: true }));
        assert.match(stdout, /Keras predicts what the page predicted: largest difference \S+\n/);
        // Real NumPy and scikit-learn made the data and counted: the report must be ours.
        assert.ok(stdout.endsWith(`${model.classificationReport()}\n`), stdout);
        model.dispose();
    });
}

test("a class that flipped labels have emptied keeps its output", () => {
    const empty = { dataset: "classification", classes: 4, points: 3, flipY: 1, dataSeed: 11 };
    const model = trained({ ...empty, layers: [6], epochs: 2 }, 2);
    assert.ok(!model.dataset.y.includes(3));
    assert.ok(difference(printed(scriptOf(model)), model, 2) < 2e-4);
    model.dispose();
});

test("a damaged weight fails the check", () => {
    const model = trained({ points: 50, layers: [16] }, 60);
    const good = scriptOf(model, { weights: true });
    const weights = model.weights();
    weights[70] += 0.3; // of the output layer
    const values = Buffer.from(weights.buffer).toString("base64");
    const damaged = good.replace(/b64decode\("""[^"]*"""\)/, `b64decode("${values}")`);
    assert.notEqual(damaged, good);
    const { stderr, status } = python(damaged);
    assert.equal(status, 1);
    assert.match(stderr, /Keras predicts something else: largest difference/);
    model.dispose();
});

// ---------------------------------------------------------------- the same run once more

test("the article run in Keras follows the page's, and draws it", () => {
    const model = made({});
    model.fit(50);
    const script = scriptOf(model);
    const { stdout, stderr, status } = run([
        path.join(ROOT, "tests/python/save_figures.py"),
        write(script),
        folder,
    ]);
    assert.equal(status, 0, stderr);
    assert.ok(difference(stdout, model, 3) <= 1e-3, stdout);
    assert.match(
        stdout,
        /^From epoch \d+ on, .* by more than 0\.001: rounding has parted them\.$/m,
    );
    const [, accuracy] = histories(stdout, model);
    const last = accuracy.keras.slice(-9).sort();
    assert.ok(last[4] > 0.98, `${last}`); // their median: one epoch may be a bad one
    assert.match(stdout, /accuracy +(0\.9[89]|1\.00) +1500\n/);

    const figures = JSON.parse(readFileSync(path.join(folder, "figures.json"), "utf8"));
    assert.equal(figures.length, 3);
    for (const number of [1, 2, 3]) {
        const png = readFileSync(path.join(folder, `${number}.png`));
        assert.equal(png.subarray(1, 4).toString(), "PNG");
        assert.ok(figures[number - 1].length > 20, `figure ${number} shows something`);
    }
    // Around the samples: three regions, which fill most of the picture, and the white margin.
    const [samples, , regions] = figures;
    assert.ok(samples[0] > 0.5, "white");
    assert.ok(regions[3] > 0.05 && regions[4] < 0.05, `${regions}`);
    model.dispose();
});

test("with another seed or another order of the samples it does not", () => {
    const model = made({});
    model.fit(3);
    const script = scriptOf(model).replace(/epochs=50/, "epochs=3");
    assert.ok(difference(printed(script), model, 3) <= 1e-3);
    for (const [right, wrong] of [
        ["random = np.random.RandomState(0)", "random = np.random.RandomState(1)"],
        ["order = random.permutation(len(X))", "order = np.arange(len(X))"],
        ["kernel = random.uniform(", "kernel = np.random.uniform("],
    ]) {
        assert.equal(script.split(right).length, 2, right);
        const stdout = printed(script.replace(right, wrong));
        assert.ok(difference(stdout, model, 3) > 1e-3, stdout);
        assert.match(stdout, /^From epoch [12] on, /m);
    }
    model.dispose();
});

for (const { name, settings } of configurations) {
    test(`Keras follows the page: ${name}`, () => {
        const model = made({ ...settings, epochs: 3 });
        model.fit(3);
        const stdout = printed(scriptOf(model));
        // Dropout's masks are Keras's own, so only the samples are the same.
        if (settings.dropout) assert.match(stdout, /^From epoch 1 on, the losses differ/m);
        else {
            assert.ok(difference(stdout, model, 3) <= 1e-3, stdout);
            assert.match(stdout, /^In all 3 epochs the losses differ by 0\.001 at most\.$/m);
        }
        model.dispose();
    });
}

test("dropout's draws are skipped, so that the order of the samples stays the page's", () => {
    // A rate so small that it drops nothing, though its numbers are drawn.
    const model = made({ points: 100, layers: [16, 8], dropout: 1e-12, epochs: 3 });
    model.fit(3);
    const script = scriptOf(model);
    assert.ok(difference(printed(script), model, 3) <= 1e-3);
    const without = script.replace(/ +random\.random_sample\(.*\n/, "");
    assert.notEqual(without, script);
    assert.ok(difference(printed(without), model, 3) > 1e-3);
    model.dispose();
});

for (const initializer of ["glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "zeros"]) {
    test(`the initial weights are the page's, bit for bit: ${initializer}`, () => {
        const model = made({ points: 20, layers: [33, 7], initializer, validationSplit: 0.3 });
        const script = scriptOf(model).replace(
            "def batches():",
            `import hashlib
parts = [w.astype("<f4").tobytes() for w in model.get_weights()]
raise SystemExit(hashlib.sha256(b"".join(parts)).hexdigest())


def batches():`,
        );
        assert.equal(python(script).stderr.trimEnd().split("\n").at(-1), model.weightsSha256());
        model.dispose();
    });
}

test("early stopping and plateau act where they do here, and the best weights return", () => {
    const model = made({
        points: 60,
        layers: [12],
        epochs: 40,
        learningRate: 0.05,
        validationSplit: 0.3,
        schedule: "plateau",
        decayRate: 0.2,
        plateauPatience: 1,
        earlyStopping: true,
        patience: 3,
        minDelta: 0.03,
        restoreBestWeights: true,
    });
    model.fit(40);
    const epochs = model.progress.epoch;
    assert.ok(model.stopped && epochs > 5 && epochs < 40, `${epochs}`);
    assert.ok(model.history.learning_rate.at(-1) !== 0.05);
    const stdout = printed(scriptOf(model));
    assert.equal(stdout.match(/^Epoch \d+/gm)?.length, epochs);
    assert.ok(difference(stdout, model, epochs) <= 1e-3, stdout);
    assert.ok(stdout.endsWith(`${model.classificationReport()}\n`), "with the best weights");
    model.dispose();
});

test("whole numbers are floats where Keras takes no others", () => {
    const settings = { points: 30, layers: [4], epochs: 2, learningRate: 1, momentum: 0 };
    const model = made({ ...settings, optimizer: "momentum" });
    model.fit(2);
    assert.ok(difference(printed(scriptOf(model)), model, 2) <= 1e-3);
    model.dispose();
});

test("a plateau that lowers nothing is left out, since Keras refuses it", () => {
    const settings = { points: 30, layers: [4], epochs: 2, schedule: "plateau" };
    for (const [decayRate, there] of /** @type {const} */ ([
        [1, false],
        [0.5, true],
    ])) {
        const model = made({ ...settings, decayRate });
        model.fit(2);
        const script = scriptOf(model);
        assert.equal(script.includes("ReduceLROnPlateau"), there);
        assert.ok(difference(printed(script), model, 2) <= 1e-3);
        model.dispose();
    }
});

test("an untrained run has no history to compare, and as many epochs as are set", () => {
    const model = trained({ points: 100, epochs: 60, layers: [64, 32] }, 0);
    const script = scriptOf(model);
    assert.doesNotMatch(script, /page = \{|history, and|dotted/);
    const stdout = printed(script);
    assert.equal(stdout.match(/^Epoch \d+/gm)?.length, 60);
    const [, accuracy] = /accuracy +(\d\.\d\d) +300\n/.exec(stdout) ?? [];
    assert.ok(Number(accuracy) >= 0.95, stdout);
    model.dispose();
});

test("a run that went on is followed to its last epoch", () => {
    const model = made({ points: 20, epochs: 2, layers: [4] });
    model.fit(5);
    const stdout = printed(scriptOf(model));
    assert.ok(difference(stdout, model, 5) <= 1e-3);
    model.dispose();
});

test("whatever can be set is a call that Keras has", () => {
    const model = trained(
        {
            points: 40,
            epochs: 4,
            layers: [8, { units: 6, activation: "leaky_relu" }],
            batchNorm: true,
            dropout: 0.2,
            l1: 0.001,
            l2: 0.002,
            optimizer: "adamw",
            schedule: "step",
            clipNorm: 1,
            validationSplit: 0.25,
            earlyStopping: true,
            patience: 1,
            restoreBestWeights: true,
        },
        0,
    );
    const script = scriptOf(model);
    for (const call of ["BatchNormalization()", "Dropout(rate=0.2)", "L1L2(l1=0.001, l2=0.002)"])
        assert.ok(script.includes(call), call);
    assert.match(printed(script), /val_loss: \d/);
    model.dispose();
});

// ---------------------------------------------------------------- points and names

test("a learner's own points go into the script", () => {
    const settings = {
        ...lab.defaults,
        layers: [16],
        validationSplit: 0.2,
        dataset: "moons",
        epochs: 25,
    };
    const side = 12; // of a chessboard of classes, one of which has no point
    const x = Float32Array.from({ length: 2 * side * side }, (_, i) =>
        i % 2 ? (i >> 1) % side : Math.floor((i >> 1) / side) / 3,
    );
    const y = Uint8Array.from(
        { length: side * side },
        (_, i) => 2 * ((i + Math.floor(i / side)) % 2),
    );
    const model = lab.createModel(settings, { x, y, samples: side * side, classes: 4 });
    assert.ok(model.hasOwnPoints);
    assert.ok(!made({ points: 20 }).hasOwnPoints);
    model.fit(25);
    for (const weights of [true, false]) {
        const stdout = printed(scriptOf(model, { weights }));
        // With the trained weights the report is ours; otherwise the training is.
        if (weights) assert.ok(stdout.endsWith(`${model.classificationReport()}\n`), stdout);
        else assert.ok(difference(stdout, model, 5) <= 1e-3, stdout);
    }
    model.dispose();
});

test("the report names the classes as the data do", () => {
    const settings = { ...lab.defaults, points: 40, layers: [16] };
    const labels = ["sun", 'a "cloud"', "月亮"];
    const model = lab.createModel(settings, { ...lab.makeData(settings), labels });
    model.train(60);
    const stdout = printed(scriptOf(model, { weights: true }));
    const report = model.classificationReport({ everyClass: true });
    assert.match(report, /月亮/);
    assert.ok(stdout.endsWith(`${report}\n`), `${stdout}\n${report}`);
    model.dispose();
});

// ---------------------------------------------------------------- languages, notebooks

test("a script says so if its settings alone do not repeat the run that it trains again", () => {
    const model = made({ points: 20, layers: [4] });
    model.fit(1);
    model.setLearningRate(0.5);
    model.fit(1);
    const said = /its settings were\s(# )?changed while it trained/;
    const script = scriptOf(model, { repeatable: false });
    assert.match(script, said);
    assert.doesNotMatch(scriptOf(model), said);
    // Nor is rounding the only difference from Keras.
    assert.match(printed(script), /^From epoch 1 on, the losses differ by more than 0\.001\.$/m);
    assert.doesNotMatch(scriptOf(model, { repeatable: false, weights: true }), said);
    model.dispose();
});

test("comments keep to their lines in both languages, and the code is the same", () => {
    const model = made({ points: 20, layers: [4], dropout: 0.2, validationSplit: 0.2 });
    model.fit(2);
    const [zh, en] = Object.values(exported).map((texts) => kerasScript(model, { texts }));
    /** @param {string} script */
    const codeOf = (script) => script.replace(/^#.*\n/gm, "").replace(/^ +print\(f".*"\)$/gm, "");
    assert.equal(codeOf(zh), codeOf(en));
    for (const script of [zh, en]) {
        const comments = script.match(/^#.*$/gm) ?? [];
        assert.ok(comments.length > 15);
        for (const line of comments) {
            const wide = line.match(/[\u2e80-\u9fff\uff00-\uffef]/g)?.length ?? 0;
            assert.ok(line.length + wide <= 80, line);
            assert.doesNotMatch(line, /^# [，。、：；！？）」』》]|[（「『《]$|\s$/);
        }
    }
    assert.match(printed(zh), /從第 1 個週期起/);
    model.dispose();
});

for (const weights of [false, true])
    test(`the notebook is the script in cells, and runs; weights: ${weights}`, () => {
        const model = made({ points: 20, layers: [4], epochs: 2 });
        model.fit(2);
        const options = { texts: exported["zh-Hant"], weights };
        const { cells, ...notebook } = JSON.parse(kerasNotebook(model, options));
        assert.deepEqual(notebook, {
            metadata: {
                kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
                language_info: { name: "python" },
            },
            nbformat: 4,
            nbformat_minor: 5,
        });
        /** @type {string[]} */
        const ids = [];
        /** @type {string[]} */
        const sources = [];
        for (const [i, { id, cell_type, metadata, source, ...more }] of cells.entries()) {
            assert.equal(cell_type, i % 2 ? "code" : "markdown");
            assert.deepEqual(more, i % 2 ? { execution_count: null, outputs: [] } : {});
            assert.deepEqual(metadata, {});
            assert.match(id, /^[a-zA-Z0-9_-]{1,64}$/);
            for (const line of source) assert.match(line, /^([^\n]*\n|[^\n]+)$/);
            ids.push(id);
            if (i % 2) sources.push(source.join(""));
            else assert.match(source.join(""), /\p{Script=Han}/u);
        }
        assert.equal(new Set(ids).size, ids.length);
        const script = kerasScript(model, options);
        for (const source of sources) assert.ok(script.includes(`\n${source}\n`), source);
        printed(sources.join("\n"));
        model.dispose();
    });
