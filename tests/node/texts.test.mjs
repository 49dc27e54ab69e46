/** The texts: what every language has, how they are said, and what a further language takes. */

import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { termOf, terms } from "../../web/lessons/glossary.js";
import * as en from "../../web/texts/en/index.js";
import { exported } from "../../web/texts/exported.js";
import { glossary } from "../../web/texts/glossary.js";
import {
    authors,
    faults,
    handIn,
    languageName,
    languageOf,
    languages,
} from "../../web/texts/languages.js";
import { isKey, Localizer } from "../../web/texts/localizer.js";
import { tables as ofTables } from "../../web/texts/tables.js";

const web = fileURLToPath(new URL("../../web/", import.meta.url));

/** Each table in every language. @type {Record<string, Map<string, Record<string, string>>>} */
const tables = {
    lab: new Map(languages.map(({ tag, texts }) => [tag, texts])),
    authors: new Map(Object.entries(authors)),
    faults: new Map(Object.entries(faults)),
    handIn: new Map(Object.entries(handIn)),
    tables: new Map(Object.entries(ofTables)),
    glossary: new Map(Object.entries(glossary)),
    exported: new Map(Object.entries(exported)),
};

/** @param {string} text */
const placeholders = (text) => [...new Set(text.match(/\{\w*\}/g))].sort();

for (const [name, table] of Object.entries(tables)) {
    const [first, ...others] = table.values();

    test(`${name}: every language has the same texts, and none is empty`, () => {
        assert.deepEqual(
            [...table.keys()],
            languages.map(({ tag }) => tag),
        );
        for (const other of others)
            assert.deepEqual(Object.keys(other).sort(), Object.keys(first).sort());
        for (const [tag, texts] of table)
            for (const [key, text] of Object.entries(texts))
                assert.match(text, /\S/, `${tag} ${key}`);
    });

    test(`${name}: a text has the same placeholders in every language`, () => {
        for (const [tag, texts] of table)
            for (const [key, text] of Object.entries(texts))
                assert.deepEqual(placeholders(text), placeholders(first[key]), `${tag} ${key}`);
    });
}

test("no text stands in two tables, of which one would be lost", async () => {
    const folder = new URL("../../web/texts/en/", import.meta.url);
    const names = (await readdir(folder)).filter(
        (name) =>
            !/^(index|language|authors|drawing|glossary|hand-in|lesson-faults|exported|tables|tutorial)/.test(
                name,
            ),
    );
    const all = await Promise.all(names.map((name) => import(new URL(name, folder).href)));
    const keys = all.flatMap((table) => Object.values(table).flatMap(Object.keys));
    assert.deepEqual(keys.sort(), Object.keys(en.lab).sort());
});

test("every term has its texts, and every text its term", () => {
    const ids = terms.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { tag, texts } of languages) {
        const all = [...Object.keys(texts), ...Object.keys(glossary[tag])];
        const keys = all.filter((key) => key.startsWith("term."));
        const needed = ids.flatMap((id) =>
            ["", ".text", ".here"].map((part) => `term.${id}${part}`),
        );
        assert.deepEqual(keys.sort(), needed.sort(), tag);
    }
    for (const term of terms) assert.equal(termOf(term.id), term);
});

test("a word that stands for a term names one of the glossary's", () => {
    const ids = new Set(terms.map(({ id }) => String(id)));
    let count = 0;
    for (const { tag, texts } of languages)
        for (const [key, text] of Object.entries(texts))
            for (const [, id] of text.matchAll(/\]\((\w+)\)/g)) {
                assert.ok(ids.has(id), `${tag} ${key}: ${id}`);
                count++;
            }
    assert.ok(count > 0);
});

test("a tag finds its language, and English is what no other answers to", () => {
    for (const { tag } of languages) assert.equal(languageOf(tag), tag);
    for (const tag of ["zh", "zh-TW", "ZH-tw", "zh-Hant-HK", "zh-Hans-CN"])
        assert.equal(languageOf(tag), "zh-Hant", tag);
    for (const tag of ["en", "en-GB", "EN-us", "fr", "zha", "x-zh", "C", "", "-", "auto"])
        assert.equal(languageOf(tag), "en", tag);
});

test("a language is named in the reader's", () => {
    const names = languages.map((reader) =>
        languages.map(({ tag }) => languageName(tag, reader.tag)),
    );
    assert.deepEqual(names, [
        ["繁體中文", "英文"],
        ["Traditional Chinese", "English"],
    ]);
});

test("a text is filled in, and a change of language is announced", () => {
    const localizer = new Localizer("zh-Hant");
    /** @type {string[]} */
    const told = [];
    localizer.bind(() => told.push(localizer.t("runs.clear", { count: 3 })));
    localizer.change("zh-Hant");
    localizer.change("en");
    assert.deepEqual(told, ["清除（3）", "Clear (3)"]);
    assert.ok(isKey("runs.clear") && !isKey("toString") && !isKey("policy"));

    const forAuthors = new Localizer("zh-Hant", authors);
    assert.equal(forAuthors.t("title"), "螺旋實驗室：給文章作者");
    forAuthors.change("en");
    assert.equal(forAuthors.t("title"), "Spiral Lab: for authors");
});

test("a sentence with a gap is refused, not said", () => {
    const localizer = new Localizer("en");
    const missing = { message: "The text say.epoch needs {accuracy}." };
    // @ts-expect-error: the type checker sees it where the key stands in the code
    assert.throws(() => localizer.t("say.epoch", { epoch: 3 }), missing);
    /** @type {import("../../web/texts/localizer.js").Key} */
    const key = JSON.parse('"say.epoch"');
    assert.throws(() => localizer.t(key, { epoch: 3 }), missing);
    assert.equal(localizer.t(key, { epoch: 0, accuracy: "0.3333" }), "Epoch 0, accuracy 0.3333.");
});

test("no other script knows a language by name", async () => {
    const names = languages.flatMap(({ tag, name, answersTo }) => [tag, name, ...answersTo]);
    const literal = new RegExp(`["'\`](${names.join("|")})["'\`]`, "i");
    const files = await readdir(web, { recursive: true });
    const scripts = files.filter((file) => file.endsWith(".js") && !file.startsWith("texts"));
    assert.ok(scripts.length > 30);
    for (const file of scripts) {
        const source = await readFile(join(web, file), "utf8");
        // Figures are written in one way for all.
        const plain = source.replaceAll('Intl.NumberFormat("en"', "");
        assert.doesNotMatch(plain, literal, file);
        assert.doesNotMatch(plain, /\p{Script=Han}/u, file);
    }
});

test("a third language is a folder, and an import and a line in each list", async () => {
    const folder = await mkdtemp(join(tmpdir(), "spiral-lab-texts-"));
    try {
        await cp(web, folder, { recursive: true });
        await writeFile(join(folder, "package.json"), '{ "type": "module" }');
        await cp(join(folder, "texts", "en"), join(folder, "texts", "eo"), { recursive: true });
        /** @param {string} file @param {[old: string, made: string][]} pairs @param {boolean} [follow] */
        const change = async (file, pairs, follow) => {
            const path = join(folder, "texts", file);
            await writeFile(path, changed(await readFile(path, "utf8"), pairs, follow));
        };
        await change("eo/language.js", [
            ['tag: "en"', 'tag: "eo"'],
            ['name: "EN"', 'name: "EO"'],
            ['title: "Spiral Lab"', 'title: "Spirala Laboratorio"'],
            ['answersTo: ["en"]', 'answersTo: ["eo"]'],
        ]);
        await change("eo/controls.js", [['play: "Train"', 'play: "Trejni"']]);
        await change("eo/terms.js", [['"term.loss": "Loss"', '"term.loss": "Perdo"']]);
        await change("eo/glossary.js", [
            ['"glossary.search": "Search"', '"glossary.search": "Serĉi"'],
        ]);
        await change("eo/messages.js", [
            ["“{given}” is not a number;", "“{given}” ne estas nombro;"],
        ]);
        await change("eo/authors.js", [
            ['back: "Back to the lab"', 'back: "Reen al la laboratorio"'],
        ]);
        await change(
            "languages.js",
            [
                ['import * as en from "./en/index.js";', 'import * as eo from "./eo/index.js";'],
                [
                    "    { ...en.language, texts: en.lab },",
                    "    { ...eo.language, texts: eo.lab },",
                ],
                ["    en: en.authors,", "    eo: eo.authors,"],
                ["    en: en.handIn,", "    eo: eo.handIn,"],
                ["    en: en.faults,", "    eo: eo.faults,"],
            ],
            true,
        );
        await change("eo/exported.js", [["A run of Spiral Lab in Keras", "Provo en Keras"]]);
        for (const name of ["tables", "glossary", "exported"])
            await change(
                `${name}.js`,
                [
                    [
                        `import { ${name} as en } from "./en/${name}.js";`,
                        `import { ${name} as eo } from "./eo/${name}.js";`,
                    ],
                    ["    en,", "    eo,"],
                ],
                true,
            );
        const load = (/** @type {string} */ file) => import(pathToFileURL(join(folder, file)).href);
        const copy = {
            ...(await load("texts/languages.js")),
            ...(await load("texts/exported.js")),
            ...(await load("texts/glossary.js")),
            ...(await load("texts/localizer.js")),
        };
        const { options, fits, wordsOf } = await load("element/options.js");
        const { readLink } = await load("shared/link.js");
        const { explain } = await load("texts/explain.js");

        // The switch and the authors' page go through this list.
        assert.deepEqual(
            copy.languages.map((/** @type {{name: string}} */ { name }) => name),
            ["繁中", "EN", "EO"],
        );
        assert.equal(copy.languageOf("eo-XX"), "eo");
        assert.equal(copy.languageOf("en"), "en");
        assert.equal(copy.languageName("eo", "en"), "Esperanto");
        assert.ok(fits("lang", "eo") && !fits("lang", "fr"));
        assert.deepEqual(wordsOf("lang"), ["auto", "zh-Hant", "en", "eo"]);
        const judge = { settings: [], defaults: {}, check() {} };
        assert.equal(readLink("v=1&lang=eo", judge, options).view.lang, "eo");

        const localizer = new copy.Localizer("en");
        /** @type {string[]} */
        const said = [];
        localizer.bind(() => said.push(localizer.t("play"), localizer.t("title")));
        localizer.change(copy.languageOf("eo"));
        assert.deepEqual(said, ["Train", "Spiral Lab", "Trejni", "Spirala Laboratorio"]);
        const setting = { name: "noise", code: "noise", kind: "number", minimum: 0, maximum: 2 };
        const info = { settings: [{ ...setting, choices: [] }], limits: {} };
        assert.equal(
            explain(localizer, info, "noise", "multe", { code: "noise", message: "" }),
            "“multe” ne estas nombro; enter a number from 0 to 2.",
        );
        assert.equal(localizer.t("term.loss"), "Perdo");
        const page = new copy.Localizer("eo", copy.authors);
        assert.equal(page.t("back"), "Reen al la laboratorio");
        assert.equal(copy.exported.eo.title, "Provo en Keras");
        assert.equal(localizer.withTexts(copy.glossary).t("glossary.search"), "Serĉi");
        assert.deepEqual(localizer.everywhere("term.loss"), ["損失 (loss)", "Loss", "Perdo"]);
    } finally {
        await rm(folder, { recursive: true });
    }
});

/**
 * A source with each old piece replaced by the new one, or followed by it in a line of its own.
 * @param {string} source @param {[old: string, made: string][]} pairs @param {boolean} [follow]
 */
function changed(source, pairs, follow = false) {
    return pairs.reduce((text, [old, made]) => {
        assert.equal(text.split(old).length, 2, `${old} stands there once`);
        return text.replace(old, () => (follow ? `${old}\n${made}` : made));
    }, source);
}
