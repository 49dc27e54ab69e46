/** The features that the network sees: what the page knows of them, and the settings in every form. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import { arePlain, featureAt, featureLabel, featureNames } from "../../web/shared/features.js";
import { format, parse } from "../../web/shared/fields.js";
import { differences, readLink } from "../../web/shared/link.js";
import { explain } from "../../web/texts/explain.js";
import { Localizer } from "../../web/texts/localizer.js";
import { valueWords } from "../../web/texts/setting-words.js";

/** @typedef {import("../../web/core/settings.js").Settings} Settings */

const lab = await loadLab();
const known = lab.settings.find(({ name }) => name === "features");
const small = { ...lab.defaults, points: 20, layers: [4] };
const judge = {
    settings: lab.settings,
    defaults: lab.defaults,
    check: (/** @type {Settings} */ settings) => lab.check(settings),
};

test("the page knows the core's features, in its order, and what each is of a point", () => {
    assert.deepEqual(featureNames, known?.choices);
    assert.equal(known?.kind, "set");
    assert.equal(new Set(featureNames.map(featureLabel)).size, featureNames.length);
    const x = Float32Array.of(0.3, -0.7, -1.25, 2.5, -6, -0.5, 0, 0);
    for (const name of featureNames) {
        const settings = { ...small, classes: 2, layers: [], features: [name] };
        const model = lab.createModel(settings, lab.makeData(settings));
        model.setWeights(Float32Array.of(1, 0, 0, 0)); // the first logit is the feature
        const logits = model.logits(x);
        for (let i = 0; i < x.length / 2; i++)
            assert.ok(
                Math.abs(logits[2 * i] - featureAt(name, x[2 * i], x[2 * i + 1])) < 1e-5,
                `${name} of point ${i}`,
            );
        model.dispose();
    }
});

test("a model has an input for each, in the core's order, however they are given", () => {
    const data = lab.makeData(small);
    const settings = { ...small, features: ["theta", "x", "r", "x"] };
    const model = lab.createModel(settings, data);
    assert.deepEqual(model.settings.features, ["x", "r", "theta"]);
    assert.equal(model.layers[0].inputs, 3);
    assert.equal(model.parameters, 4 * 4 + 5 * 3);
    assert.match(model.summary(), /dense \(Dense\) +\(None, 4\) +16 /);
    model.set({ features: ["x", "r", "theta"] }); // as they are
    assert.throws(() => model.set({ features: ["x"] }), { code: "fixed" });
    const resumed = lab.loadModel(model.save());
    model.fit(3);
    resumed.fit(3);
    assert.equal(model.weightsSha256(), resumed.weightsSha256());
    assert.deepEqual(resumed.settings.features, ["x", "r", "theta"]);
    model.dispose();
    resumed.dispose();
});

test("none, unknown ones and other things are refused in one sentence", () => {
    for (const features of [[], ["z"], ["x", "z"], "x", null, undefined, [0], 3, [["x"]]])
        assert.throws(() => lab.check({ ...small, features: /** @type {any} */ (features) }), {
            code: "features",
            message:
                "The features must be one or more of x, y, x2, y2, xy, sin_x, sin_y, r and theta.",
        });
    assert.ok(Object.isFrozen(lab.defaults.features));
});

test("in texts they are a list, also as the page writes them", () => {
    for (const text of ["r,x,theta", "x r theta", "Ｘ、ｒ、θ", "theta; r; X, x", " x,r, Θ"])
        assert.deepEqual(parse("features", text), ["x", "r", "theta"], text);
    assert.deepEqual(parse("features", "x², sin x, sin(y)"), ["x2", "sin_x", "sin_y"]);
    assert.deepEqual(parse("features", ""), []);
    assert.equal(format(["x", "sin_y"]), "x,sin_y");
    const { settings, problems } = readLink("features=y,r,x", judge, {});
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.features, ["x", "y", "r"]);
    assert.deepEqual(differences({ settings, view: {} }, judge, {}), [["features", "x,y,r"]]);
    const same = { ...settings, features: ["x", "y"] };
    assert.deepEqual(differences({ settings: same, view: {} }, judge, {}), []);
    assert.equal(readLink("features=x,z", judge, {}).problems.length, 1);
    assert.equal(readLink("features=", judge, {}).problems.length, 1);
    const words = valueWords(new Localizer("en"), "features", ["x2", "sin_x", "theta"]);
    assert.equal(words, "x², sin x, θ");
});

test("what is wrong with them is said in both languages", () => {
    const error = { code: "features", message: "" };
    const say = (/** @type {"en" | "zh-Hant"} */ language, /** @type {string} */ text) =>
        explain(new Localizer(language), lab, "features", text, error);
    assert.match(say("en", "x, zz"), /^There is no “zz”; choose from x, y, x2, .* theta\.$/);
    assert.match(say("zh-Hant", "x, zz"), /^沒有「zz」這個選項；可以用 x, y, x2, .* theta。$/);
    assert.match(say("en", ""), /^The network needs at least one input; choose from x, y/);
    assert.match(say("zh-Hant", ""), /^網路至少要有一個輸入；可以用 x, y/);
    assert.match(say("en", "\u0445"), /“х” is a Cyrillic letter/);
});

test("whether the inputs are coordinates of the plane", () => {
    assert.ok(arePlain(["x", "y"]) && arePlain(["y"]));
    assert.ok(!arePlain(["x", "y", "r"]) && !arePlain(["theta"]));
});

test("a stratified split has its share of each class", () => {
    const settings = { ...small, validationSplit: 0.3, stratify: true, seed: 3 };
    const data = lab.makeData(settings);
    const asideOf = (/** @type {Settings} */ settings) => {
        const model = lab.createModel(settings, data);
        const mask = model.validationMask();
        model.dispose();
        return [0, 1, 2].map((k) => mask.filter((aside, i) => aside && data.y[i] === k).length);
    };
    assert.deepEqual(asideOf(settings), [6, 6, 6]);
    assert.notDeepEqual(asideOf({ ...settings, stratify: false }), [6, 6, 6]);
});
