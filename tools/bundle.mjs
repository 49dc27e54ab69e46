/**
 * Makes dist/: one self-contained classic script, with worker, wasm and styles inside; the lessons,
 * what reads tables, and the glossary, which it loads when they are asked for; the page that loads
 * it; the page with all of them inside, for file:// and a class without a network; the list of the
 * lessons, to link from; the page on which a teacher checks what was handed in; the page for
 * authors; the tutorial with live figures; and for the npm package the same script and the core as
 * modules.
 */

import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { faults } from "../web/texts/languages.js";
import { lessonLists } from "./lessons-page.mjs";
import { fillPage } from "./page-template.mjs";
import { tutorialPages } from "./tutorial/pages.mjs";

const entry = (/** @type {string} */ name) =>
    fileURLToPath(new URL(`../web/entries/${name}`, import.meta.url));
const LIBRARY = fileURLToPath(new URL("../web/lessons/library", import.meta.url));
const TARGET = ["chrome111", "firefox111", "safari16.4"]; // WebAssembly SIMD, container queries
/** Wraps a module that a server may import too, to render a page; there it does nothing. */
const IN_A_PAGE = {
    banner: { js: 'if (typeof document !== "undefined") {' },
    footer: { js: "}" },
};

/**
 * @param {object} options
 * @param {string} options.wasmPath spiral_lab.wasm
 * @param {string} options.outDir made if it is not there
 * @param {boolean} [options.minify]
 */
export async function bundle({ wasmPath, outDir, minify = true }) {
    /** @param {import("esbuild").BuildOptions} options @returns {Promise<string>} the script */
    const script = async (options) => {
        const { outputFiles } = await build({
            bundle: true,
            minify,
            target: TARGET,
            format: "iife",
            charset: "utf8",
            legalComments: "none",
            loader: { ".css": "text" },
            ...options,
            write: false,
        });
        return outputFiles[0].text;
    };
    const core = await readFile(wasmPath);
    const wasm = `export default ${JSON.stringify(zipped(core))};`;
    const worker = await script({ entryPoints: [entry("worker.js")], globalName: "program" });
    const program = `function program() { ${worker}\nreturn program; }`;
    const exported = `export default ${program}\nexport const text = () =>`;
    const lessons = await library();
    const lessonScript = scriptOf(lessons);
    const styles = styleSheets(minify);
    /** @param {string} text of the worker's program @param {object} [options] */
    const element = (text, options) =>
        script({
            entryPoints: [entry("spiral-lab.js")],
            plugins: [generated({ wasm, worker: `${exported} ${text};` }), styles],
            ...options,
        });
    const page = await element("String(program)");
    // A bundler may rewrite the function so that it refers to helpers outside it; it leaves texts
    // alone.
    const module = await element(JSON.stringify(program), IN_A_PAGE);
    /** @param {string} name of an entry, for a script beside the lab's */
    const beside = (name) =>
        script({ entryPoints: [entry(name)], plugins: [styles], ...IN_A_PAGE });
    const tables = await beside("tables.js");
    const glossary = await beside("glossary.js");
    const authors = await script({ entryPoints: [entry("embed.js")], plugins: [styles] });
    const checking = await script({
        entryPoints: [entry("hand-in.js")],
        plugins: [generated({ wasm, worker: `${exported} String(program);` })],
    });
    const bare = await script({
        entryPoints: [entry("package.js")],
        format: "esm",
        plugins: [generated({ wasm })],
    });
    const index = await readFile(entry("index.html"), "utf8");
    const embed = await readFile(entry("embed.html"), "utf8");
    const list = await readFile(entry("lessons.html"), "utf8");
    const handIn = await readFile(entry("hand-in.html"), "utf8");
    await mkdir(outDir, { recursive: true });
    const files = {
        "spiral-lab.js": page,
        "spiral-lab-lessons.js": lessonScript,
        "spiral-lab-tables.js": tables,
        "spiral-lab-glossary.js": glossary,
        "element.mjs": module,
        "lab.mjs": bare,
        "embed.js": authors,
        "hand-in.js": checking,
        "index.html": fillPage(
            index,
            { src: "spiral-lab.js" },
            { authors: "embed.html", connect: " connect-src 'self';" }, // a lesson beside it
        ),
        "spiral-lab.html": fillPage(
            index,
            { inline: lessonScript + tables + glossary + page },
            { authors: "", connect: "" },
        ),
        "lessons.html": fillPage(list, { src: "" }, lessonLists(lessons)),
        "hand-in.html": fillPage(handIn, { src: "hand-in.js" }),
        "embed.html": fillPage(embed, { src: "spiral-lab.js" }),
        ...(await tutorialPages(core)),
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(outDir, name), text);
    // These are read and copied by authors: they stay as they are.
    for (const name of ["embed-host.js", "tutorial.js"])
        await copyFile(entry(name), join(outDir, name));
}

/**
 * Gzip before base64, which hides repetitions from the server's own compression.
 * @param {Uint8Array} bytes
 */
const zipped = (bytes) => gzipSync(bytes, { level: 9 }).toString("base64");

/** The lessons of web/lessons/library. */
async function library() {
    const names = (await readdir(LIBRARY)).filter((name) => name.endsWith(".json")).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(LIBRARY, name), "utf8")));
    return texts.map((text) => JSON.parse(text));
}

/** For web/element/lesson-library.js. @param {readonly object[]} lessons */
function scriptOf(lessons) {
    const text = JSON.stringify(JSON.stringify({ lessons, faults })); // which is read when it is asked for
    return `globalThis[Symbol.for("spiral-lab.lessons")]=${text};\n`;
}

/**
 * The modules that are not files of web/: "spiral-lab:worker" and "spiral-lab:wasm".
 * @param {Record<string, string>} sources by the name after the colon
 * @returns {import("esbuild").Plugin}
 */
function generated(sources) {
    const namespace = "spiral-lab";
    return {
        name: namespace,
        setup({ onResolve, onLoad }) {
            onResolve({ filter: /^spiral-lab:/ }, ({ path }) => ({
                path: path.slice(namespace.length + 1),
                namespace,
            }));
            onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: sources[path] }));
        },
    };
}

/**
 * Each style sheet as text, for a shadow root.
 * @param {boolean} minify
 * @returns {import("esbuild").Plugin}
 */
function styleSheets(minify) {
    return {
        name: "style-sheets",
        setup({ onLoad }) {
            onLoad({ filter: /\.css$/ }, async ({ path }) => {
                const options = { entryPoints: [path], minify, target: TARGET, write: false };
                const { outputFiles } = await build(options);
                return { contents: outputFiles?.[0].text, loader: "text" };
            });
        },
    };
}
