import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { initialOptions, options } from "../../web/element/options.js";
import { classesOf } from "../../web/shared/datasets.js";
import { fields } from "../../web/shared/fields.js";
import { differences, linkOf, readLink } from "../../web/shared/link.js";
import { CONTROLS, PARTS } from "../../web/views/parts.js";

const lab = await loadLab();
const judge = {
    settings: lab.settings,
    defaults: lab.defaults,
    check: (/** @type {import("../../web/core/settings.js").Settings} */ settings) =>
        lab.check(settings),
};

/** @param {Parameters<typeof differences>} state */
const writeLink = (...state) => linkOf(differences(...state));

/** The same numbers every time. */
const random = lab.randomState(20261123);
/** @param {number} n */
const below = (n) => Math.floor(random.randomSample() * n);
/** @template T @param {readonly T[]} list */
const one = (list) => list[below(list.length)];

function randomSettings() {
    /** @type {Record<string, unknown>} */
    const settings = { ...lab.defaults };
    for (const { name, kind, minimum, maximum, choices: names } of lab.settings) {
        if (below(3) === 0) continue; // stays at its default
        const share = minimum + random.randomSample() * (maximum - minimum);
        if (kind === "choice") settings[name] = one(names);
        else if (kind === "set") {
            const some = names.filter(() => below(2) === 1);
            settings[name] = some.length > 0 ? some : [one(names)];
        } else if (kind === "boolean") settings[name] = below(2) === 1;
        else if (kind === "integer") settings[name] = Math.round(share);
        else settings[name] = below(2) ? share : minimum;
    }
    if (settings.dataset === "classification") {
        settings.classes = 2 + below(3);
        settings.clustersPerClass = settings.classes === 2 ? 1 + below(2) : 1;
    }
    const classes = classesOf(/** @type {any} */ (settings));
    if (below(2)) settings.points = Array.from({ length: classes }, () => 1 + below(10_000));
    const activations = lab.settings.find(({ name }) => name === "activation")?.choices ?? [];
    settings.layers = Array.from({ length: below(lab.limits.hiddenLayers + 1) }, () => {
        const units = 1 + below(lab.limits.units);
        return below(2) ? units : { units, activation: one(activations) };
    });
    return /** @type {import("../../web/core/settings.js").Settings} */ (settings);
}

/**
 * A view of any kind, by the options' own grammar.
 * @returns {import("../../web/element/options.js").Options}
 */
function randomView() {
    const units = () => `dense${one(["", "_1", "_2", "_5"])}-${below(512)}`;
    const controls = CONTROLS.filter(() => below(2) === 1);
    const words = [...PARTS, ...fields.map(({ attribute }) => attribute)];
    const parts = words.filter(() => below(4) === 1);
    return {
        lang: one(["auto", "zh-Hant", "en"]),
        theme: one(["auto", "light", "dark"]),
        view: one(["regions", "soft", "unsure", `class-${below(10)}`, units()]),
        palette: one(["tutorial", "safe"]),
        lesson: one(["", "learning-rate", "data.eJ-_B", "lessons/Mine.json"]),
        "text-size": one(["normal", "large"]),
        samples: one(["shown", "hidden"]),
        layout: one(["full", "compact"]),
        parts: one(["all", parts.join() || "all"]),
        controls: one(["all", "none", controls.join() || "none"]),
        speed: one(["400", "1", "5", "20", "100", "full"]),
        autoplay: one(["off", "on"]),
        steps: String(below(2) * below(1e7)),
        accuracy: one(["", "0.9567", "1.0000"]),
        checksum: one(["", "0123456789ab", "deadbeef"]),
        task: one(["", "learning-rate:4", "own.mine:1", "lessons/Mine.json:12"]),
        data: one(["", "AACAPwAAQEAAAABAAACQQAAC"]),
        labels: one(["", "a,b", "蘋果,50%25%2C,<b>"]),
    };
}

test("the defaults need no more than the version", () => {
    const view = initialOptions();
    const link = writeLink({ settings: lab.defaults, view }, judge, options);
    assert.equal(link, "v=1");
    const { settings, problems } = readLink(`#${link}`, judge, options);
    assert.deepEqual(settings, lab.defaults);
    assert.deepEqual(problems, []);
});

test("a link is short and readable", () => {
    const layers = [64, { units: 32, activation: "tanh" }];
    const settings = { ...lab.defaults, learningRate: 0.003, layers, batchNorm: true };
    const view = {
        ...initialOptions(),
        lang: "en",
        view: "dense_1-17",
        controls: "view,transport",
    };
    assert.equal(
        writeLink({ settings, view }, judge, options),
        "v=1&batch-norm=true&learning-rate=0.003&layers=64,32:tanh&lang=en&view=dense_1-17&controls=view,transport",
    );
});

test("2,000 random states survive a link unchanged", () => {
    for (let i = 0; i < 2000; i++) {
        const settings = randomSettings();
        lab.check(settings);
        const view = randomView();
        const link = writeLink({ settings, view }, judge, options);
        assert.doesNotThrow(() => new URL(`http://127.0.0.1/#${link}`));
        const back = readLink(link, judge, options);
        assert.deepEqual(back, { settings, view, problems: [] }, link);
    }
});

test("20,000 random fragments never throw and never give an invalid state", () => {
    const keys = [...lab.settings.map(({ code }) => code.replaceAll("_", "-")), "layers", "v"];
    const scraps = ["=", "&", "%", "%zz", "-1", "1e999", "NaN", "__proto__", "constructor", "😀"];
    keys.push(...Object.keys(options));
    scraps.push("none", "0", "64:tanh", "64:", ":", ",", "true", "spirals", "#", "lang", "\0", " ");
    let reported = 0;
    for (let i = 0; i < 20000; i++) {
        const length = below(8);
        let fragment = "";
        for (let j = 0; j < length; j++)
            fragment += `${one([one(keys), one(scraps)])}${one(["=", "", "&"])}${one(scraps)}${one(["&", "", "="])}`;
        const { settings, view, problems } = readLink(fragment, judge, options);
        lab.check(settings);
        assert.deepEqual(Object.keys(settings).sort(), Object.keys(lab.defaults).sort());
        for (const [key, { pattern }] of Object.entries(options))
            assert.match(view[key], new RegExp(pattern));
        reported += problems.length;
    }
    assert.ok(reported > 10000);
});

test("what is unknown or bad is named, and the rest holds", () => {
    const link =
        "v=2&seed=7&learning-rate=fast&sped=5&speed=9&lang=fr&layers=0&epochs=20&steps=1.5";
    const { settings, view, problems } = readLink(link, judge, options);
    assert.deepEqual(settings, { ...lab.defaults, seed: 7, epochs: 20 });
    assert.deepEqual(problems, [
        { key: "v", text: "2", reason: "version" },
        { key: "learning-rate", text: "fast", reason: "value" },
        { key: "sped", text: "5", reason: "unknown" },
        { key: "speed", text: "9", reason: "value" },
        { key: "lang", text: "fr", reason: "value" },
        { key: "layers", text: "0", reason: "value" },
        { key: "steps", text: "1.5", reason: "value" },
    ]);
    assert.deepEqual(view, initialOptions());
});
