/** The npm package as somebody installs it. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { attributeNames } from "../../web/element/attributes.js";
import { exported } from "../../web/texts/exported.js";
import { languages } from "../../web/texts/languages.js";
import { projectWithPackage } from "../packed.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PACKAGE = ["THIRD_PARTY_NOTICES.md", "LICENSE", "README.md", "package.json"];

/** @type {ReturnType<typeof projectWithPackage>} */ let installed;
before(() => {
    installed = projectWithPackage();
    write("package.json", '{ "type": "module" }');
});
after(() => installed.remove());

/** @param {string} name @param {string} text */
function write(name, text) {
    const file = path.join(installed.project, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
}

/** @param {string} name of a file of the package */
const contentOf = (name) =>
    readFileSync(path.join(installed.project, "node_modules/spiral-lab", name), "utf8");

/** What a program prints. @param {string} source */
function run(source) {
    write("program.js", source);
    const { project } = installed;
    return execFileSync(process.execPath, ["program.js"], { cwd: project, encoding: "utf8" });
}

/** What a bundler makes of a program for the browser. @param {string} source */
async function bundled(source) {
    const { outputFiles, errors, warnings } = await build({
        entryPoints: [write("entry.js", source)],
        bundle: true,
        minify: true,
        write: false,
        platform: "browser",
        format: "esm",
        logLevel: "silent",
    });
    assert.deepEqual([errors, warnings], [[], []]);
    return outputFiles[0].text;
}

/** What TypeScript, at its strictest, rejects in a program. @param {string} source */
function complaints(source) {
    write("typed.ts", source);
    const args = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "false"];
    args.push("--target", "es2022", "--module", "nodenext", "--types", "");
    args.push("--lib", "es2022,dom", "typed.ts");
    const tsc = path.join(ROOT, "node_modules/.bin/tsc");
    try {
        execFileSync(tsc, args, { cwd: installed.project, encoding: "utf8", stdio: "pipe" });
        return "";
    } catch (error) {
        return /** @type {{stdout: string}} */ (error).stdout;
    }
}

test("the package holds only what is needed", () => {
    const { files } = installed;
    const others = files.filter((file) => !file.startsWith("dist/") && !PACKAGE.includes(file));
    assert.deepEqual(others, []);
    for (const name of ["lab.mjs", "element.mjs", "spiral-lab.js"])
        assert.ok(files.includes(`dist/${name}`), name);
    assert.ok(!files.some((file) => file.endsWith(".wasm") || file.endsWith(".html")));
});

test("the package may be published, and holds every file that it names", () => {
    const manifest = JSON.parse(contentOf("package.json"));
    assert.equal(manifest.private, undefined);
    const named = JSON.stringify([manifest.exports, manifest.sideEffects, manifest.customElements]);
    const paths = [...named.matchAll(/"((?:\.\/)?(?:dist\/[^"]+|package\.json))"/g)];
    assert.ok(paths.length >= 9, named);
    for (const [, name] of paths)
        assert.ok(existsSync(path.join(installed.project, "node_modules/spiral-lab", name)), name);
});

test("the README's example runs", () => {
    const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
    const [, example] =
        /```js\n(import { loadLab } from "spiral-lab";[\s\S]*?)```/.exec(readme) ?? [];
    assert.ok(example, "the README has the example");
    assert.match(run(example), /^ {14}precision[\s\S]* 1500\n/);
});

for (const name of ["element", "tables", "glossary"])
    test(`where there is no document, the import of ${name} does nothing`, () => {
        const printed = run(`
            const before = Reflect.ownKeys(globalThis).length;
            const module = await import("spiral-lab/${name}");
            console.log(Object.keys(module), Reflect.ownKeys(globalThis).length - before);`);
        assert.equal(printed, "[] 0\n");
    });

test("the core has what Keras scripts say, and no other text of the page", () => {
    const core = contentOf("dist/lab.mjs");
    const has = (/** @type {string} */ text) => core.includes(JSON.stringify(text).slice(1, -1));
    for (const { tag, texts } of languages) {
        assert.ok(Object.values(exported[tag]).some(has), tag);
        const long = Object.values(texts).filter((text) => text.length > 30);
        assert.ok(long.length > 20, tag);
        assert.deepEqual(long.filter(has), [], tag);
    }
});

test("a bundler takes the package, for the browser too", async () => {
    const text = await bundled(
        'import { loadLab } from "spiral-lab"; import "spiral-lab/element"; console.log(loadLab);',
    );
    assert.ok(text.length > 50_000);
});

test("a bundler keeps the element, and drops the core where nobody uses it", async () => {
    const unused = 'import { loadLab } from "spiral-lab"; console.log("unused");';
    assert.equal(await bundled(unused), 'console.log("unused");\n');
    const element = await bundled('import "spiral-lab/element";');
    assert.ok(element.length > 100_000, `${element.length}`);
});

test("a bundler keeps each script beside the element that is imported, and no other", async () => {
    const beside = ["lessons", "tables", "glossary"];
    const held = (/** @type {string} */ text) =>
        beside.filter((name) => new RegExp(`Symbol\\.for\\("spiral-lab\\.${name}"\\)`).test(text));
    for (const name of beside)
        assert.deepEqual(held(await bundled(`import "spiral-lab/${name}";`)), [name]);
});

test("the core's declarations are sound, and reject what is wrong", () => {
    const start =
        'import { kerasNotebook, kerasScript, loadLab } from "spiral-lab";\nconst lab = await loadLab();\n';
    assert.equal(
        complaints(
            `${start}const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
const text: string = kerasScript(model, { weights: true }) + model.classificationReport();
JSON.parse(kerasNotebook(model, { language: "zh-Hant" }));
export const rows: number[][] = model.confusionMatrix(); text.trim();
lab.loadModel(model.save()); lab.loadModel(new ArrayBuffer(8));`,
        ),
        "",
    );
    assert.match(
        complaints(`${start}const wrong: string = lab.limits.units; wrong.trim();`),
        /TS2322/,
    );
});

const ELEMENT = `import "spiral-lab/element";
import type { SpiralLab, SpiralLabAttributes, State } from "spiral-lab/element";
const lab = document.createElement("spiral-lab");
`;

test("the element's declarations are sound, without React too", () => {
    assert.equal(
        complaints(`${ELEMENT}
export const found: SpiralLab | null = document.querySelector("spiral-lab");
const { signal } = new AbortController();
lab.addEventListener("spiral-lab-epoch", ({ detail }) => detail.accuracy.toFixed(), { signal });
document.addEventListener("spiral-lab-stop", ({ detail }) => detail.reason === "paused");
window.addEventListener("spiral-lab-error", ({ detail }) => detail.step?.toFixed());
document.body.addEventListener("spiral-lab-change", ({ detail }) => detail.link.trim());
await lab.ready;
await lab.configure({ layers: [64, { units: 32, activation: "tanh" }] });
const state: State = await lab.fit(3);
await lab.load(await lab.save());
await lab.load(new ArrayBuffer(8));
const script: string = (await lab.kerasScript({ weights: true })) + (await lab.kerasNotebook());
const most: number | undefined = lab.info?.limits.units;
export const attributes: SpiralLabAttributes = {
    layout: "compact",
    "learning-rate": "0.003",
    seed: 7,
    layers: "64,32",
    speed: 20,
    autoplay: true,
    "early-stopping": "true",
    optimizer: "rmsprop",
};
state.checksum?.trim(); script.trim(); most?.toFixed();`),
        "",
    );
});

test("the element's declarations reject what is wrong", () => {
    const wrong = [
        ['lab.addEventListener("spiral-lab-epoch", ({ detail }) => detail.epok);', "TS2339"],
        ['addEventListener("spiral-lab-stop", (e) => e.detail.reason === "ende");', "TS2367"],
        ["lab.state = lab.state;", "TS2540"],
        ['await lab.load("bytes");', "TS2345"],
        ['export const a: SpiralLabAttributes = { layout: "small" };', "TS2322"],
        ['export const b: SpiralLabAttributes = { "learning-rate": "fast" };', "TS2322"],
        ["export const c: SpiralLabAttributes = { learningRate: 1 };", "TS2561"],
        ['import { SpiralLab as Lab } from "spiral-lab/element"; new Lab();', "TS1362"],
    ];
    const said = complaints(ELEMENT + wrong.map(([line]) => line).join("\n"));
    const first = ELEMENT.split("\n").length;
    assert.deepEqual(
        [...said.matchAll(/^typed\.ts\((\d+),\d+\): error (TS\d+)/gm)].map(([, n, code]) => [
            +n,
            code,
        ]),
        wrong.map(([, code], index) => [first + index, code]),
    );
});

test("the manifest for editors has every attribute, with a description", () => {
    const { modules } = JSON.parse(contentOf("dist/custom-elements.json"));
    const [{ tagName, attributes, members, events }] = modules[0].declarations;
    assert.equal(tagName, "spiral-lab");
    /** @param {{name: string}[]} entries */
    const names = (entries) => entries.map(({ name }) => name);
    assert.deepEqual(names(attributes), attributeNames);
    for (const { name, description, type } of [...attributes, ...members, ...events]) {
        assert.match(description, /^[A-Zs].*\.$/, name);
        assert.ok(type === undefined || type.text, name);
    }
    const rate = attributes.find((/** @type {any} */ { name }) => name === "learning-rate");
    assert.deepEqual([rate.type.text, rate.default], ["number", '"0.01"']);
    assert.match(rate.description, /from 1e-8 to 1000\.$/);
    const declared = contentOf("dist/types/entries/element.d.ts");
    for (const name of attributeNames) assert.ok(declared.includes(`\n    "${name}"?: `), name);
});
