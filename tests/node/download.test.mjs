/** What a visitor downloads: a small script that loads nothing else, or a page with it inside. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { createContext, runInContext, Script } from "node:vm";
import { LIMIT_BYTES, zip } from "../../bench/page/download.mjs";
import { glossary } from "../../web/texts/glossary.js";
import { languages } from "../../web/texts/languages.js";

/** @param {string} name */
const read = (name) => readFile(new URL(`../../dist/${name}`, import.meta.url), "utf8");
const script = await read("spiral-lab.js");

/** Whatever loads something; a style sheet's data: and # addresses load nothing. */
const LOADS = [
    /\bimport\(|\bimportScripts\b|\bfetch\(|\b(?:instantiate|compile)Streaming\b/g,
    /\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon)\b/g,
    /@import\b|\burl\((?!["']?(?:data:|#))/g,
];
/** An address may lack its scheme. */
const ADDRESSES = /(?:\b[a-z]+:)?\/\/[\w-]+(?:\.[\w-]+)+[^\s"'`<>)\\]*/gi;
/** A namespace looks like an address, but loads nothing. */
const NAMESPACES = ["http://www.w3.org/2000/svg"];

/** @param {string} text */
function loadsOf(text) {
    const addresses = text.match(ADDRESSES) ?? [];
    return [
        ...LOADS.flatMap((pattern) => text.match(pattern) ?? []),
        ...addresses.filter((address) => !NAMESPACES.includes(address)),
    ];
}

/** The script, and what a bundler puts in its place: the worker's program is in that twice. */
const scripts = [
    { name: "spiral-lab.js", text: script, most: LIMIT_BYTES },
    { name: "element.mjs", text: await read("element.mjs"), most: 1.1 * LIMIT_BYTES },
];

for (const { name, text, most } of scripts) {
    test(`${name} is at most ${most / 1000} kB, zipped`, (t) => {
        const { length } = zip(Buffer.from(text));
        t.diagnostic(`dist/${name}: ${length} bytes, gzip -9`);
        assert.ok(length <= most, `${length} bytes are more than ${most}.`);
    });

    test(`${name} loads nothing by itself; it can fetch the lesson that an author names`, () => {
        // Only a module may import or export: this throws at either.
        assert.ok(new Script(text));
        assert.deepEqual(loadsOf(text), ["fetch("]);
        assert.match(text, /fetch\(\w+,\{credentials:"omit"\}\)/);
    });
}

test("the script has the terms' names, and not what the glossary says of them", () => {
    for (const { tag, texts } of languages) {
        const has = (/** @type {string} */ text) =>
            script.includes(JSON.stringify(text).slice(1, -1));
        const names = Object.entries(texts).filter(([key]) => key.startsWith("term."));
        assert.ok(names.length > 40 && names.every(([, name]) => has(name)), tag);
        const long = Object.values(glossary[tag]).filter((text) => text.length > 30);
        assert.ok(long.length > 40, tag);
        assert.deepEqual(long.filter(has), [], tag);
    }
});

test("the lessons are data", async () => {
    const text = await read("spiral-lab-lessons.js");
    const context = createContext({});
    new Script(text).runInContext(context);
    const left = runInContext('globalThis[Symbol.for("spiral-lab.lessons")]', context);
    const { lessons, faults } = JSON.parse(left);
    assert.ok(lessons.length > 0);
    assert.ok(faults.en["lesson.bad.json"] && faults["zh-Hant"]["lesson.bad.json"]);
    assert.deepEqual(loadsOf(text), []);
});

for (const text of [
    'import("./other.js")',
    'fetch("data.json")',
    'new WebSocket("wss://example.org/socket")',
    'importScripts("worker.js")',
    '"https://example.org/font.woff2"',
    "'//example.org/picture.png'",
    '"http://www.w3.org/other"',
    "@import 'other.css'",
    "background:url(picture.png)",
]) {
    test(`the search finds ${text}`, () => assert.notDeepEqual(loadsOf(text), []));
}

test("what loads nothing is allowed", () => {
    assert.deepEqual(loadsOf('createElementNS("http://www.w3.org/2000/svg", "path")'), []);
    assert.deepEqual(loadsOf("fill:url(#shade);background:url('data:image/png;base64,AA//')"), []);
    assert.deepEqual(loadsOf('"import numpy as np // 2"'), []);
});

test("spiral-lab.html holds everything inside", async () => {
    const page = await read("spiral-lab.html");
    const others = ["spiral-lab-lessons.js", "spiral-lab-tables.js", "spiral-lab-glossary.js"];
    const all = (await Promise.all(others.map(read))).join("") + script;
    // Escaped, since it stands within the element that it would otherwise end.
    const inline = `<script>${all.replaceAll("</script", "<\\/script")}</script>`;
    const parts = page.split(inline);
    assert.equal(parts.length, 2, "the script is in it, once");
    const rest = parts.join("");
    assert.doesNotMatch(rest, /<(?:script|iframe|img|object|embed|base)\b|\s(?:src|srcset)\s*=/i);
    for (const [, address] of rest.matchAll(/\shref\s*=\s*["']([^"']*)/gi))
        assert.match(address, /^data:/);
    assert.deepEqual(loadsOf(rest), []);
});

test("the policy of spiral-lab.html lets nothing be loaded", async () => {
    const page = await read("spiral-lab.html");
    const [, policy = ""] = /Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
    const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
    assert.deepEqual(directives[0], ["default-src", "'none'"]);
    const inside = /^(?:'none'|'sha256-[\w+/=]+'|'wasm-unsafe-eval'|blob:|data:)$/;
    for (const [, ...sources] of directives)
        for (const source of sources) assert.match(source, inside);
});
