/**
 * Makes dist/: one self-contained classic script, with worker and wasm inside, the page, the page with
 * the script inside, for file:// and a class without network, the page for authors, and the core as a
 * module, for the npm package.
 */

import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { minify as shorten } from "terser";
import { expectUnused, slimChart, slimChartStyle, slimCore, slimWasm } from "./slim.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const TARGET = ["chrome111", "firefox111", "safari16.4"]; // WebAssembly SIMD, container queries

/**
 * @param {object} options
 * @param {string} options.wasmPath spiral_lab.wasm
 * @param {string} options.outDir made if it is not there
 * @param {boolean} [options.minify]
 */
export async function bundle({ wasmPath, outDir, minify = true }) {
    const common = {
        bundle: true,
        write: /** @type {const} */ (false),
        minify,
        target: TARGET,
        format: /** @type {const} */ ("iife"),
        charset: /** @type {const} */ ("utf8"),
        legalComments: /** @type {const} */ ("none"),
    };
    const worker = await build({
        ...common,
        entryPoints: [join(here, "worker.js")],
        globalName: "program",
        plugins: [slimCore],
        metafile: true,
    });
    await expectUnused(Object.keys(worker.metafile.inputs));
    const page = await build({
        ...common,
        entryPoints: [join(here, "spiral-lab.js")],
        plugins: [inlined(worker.outputFiles[0].text, CORE), styleTexts(minify), slimChart],
    });
    const core = await build({
        ...common,
        entryPoints: [join(here, "package.js")],
        format: "esm",
        plugins: [inlined("", await zipped(wasmPath))],
    });
    const authors = await build({
        ...common,
        entryPoints: [join(here, "embed.js")],
        plugins: [styleTexts(minify)],
    });
    const text = page.outputFiles[0].text;
    const slimmed = await slimWasm(wasmPath, worker.outputFiles[0].text);
    const script = coreFirst(minify ? await shortest(text) : text, await zipped(slimmed));
    const html = await readFile(join(here, "index.html"), "utf8");
    await mkdir(outDir, { recursive: true });
    await writeFile(join(outDir, "spiral-lab.js"), script);
    await writeFile(join(outDir, "lab.mjs"), core.outputFiles[0].text);
    await writeFile(join(outDir, "index.html"), allowStyle(html));
    await writeFile(join(outDir, "embed.js"), authors.outputFiles[0].text);
    const embed = await readFile(join(here, "embed.html"), "utf8");
    await writeFile(join(outDir, "embed.html"), allowStyle(embed));
    await copyFile(join(here, "embed-host.js"), join(outDir, "embed-host.js"));
    await writeFile(join(outDir, "spiral-lab.html"), oneFile(html, script));
}

/** Terser makes a twentieth less of it than esbuild does. @param {string} script */
async function shortest(script) {
    const options = {
        ecma: /** @type {const} */ (2020),
        compress: {
            passes: 2,
            ecma: 2020,
            pure_getters: true,
            sequences: false,
            keep_fargs: false,
            inline: 1,
        },
    };
    return (await shorten(script, /** @type {any} */ (options))).code ?? script;
}

const CORE = "SPIRAL_LAB_CORE";

/**
 * Puts the zipped core, which the script knows as CORE, where the script begins: with a block of its own
 * gzip makes six hundred bytes less of it.
 * @param {string} script @param {string} zipped
 */
function coreFirst(script, zipped) {
    const begin = /\(\(\) ?=> ?\{/;
    if (!begin.test(script)) throw new Error("The page's script does not begin as expected.");
    return script.replace(begin, (text) => `${text}var ${CORE}=${zipped};`);
}

/**
 * The two modules that are not files of web/: the worker, and the wasm, zipped, for base64 hides from the
 * server's own compression what repeats.
 * @param {string} worker its script
 * @param {string} wasm an expression that gives the zipped wasm in base64
 * @returns {import("esbuild").Plugin}
 */
function inlined(worker, wasm) {
    return {
        name: "spiral-lab",
        setup(build) {
            build.onResolve({ filter: /^spiral-lab:/ }, ({ path }) => ({
                path,
                namespace: "spiral-lab",
            }));
            build.onLoad({ filter: /:worker$/, namespace: "spiral-lab" }, () => ({
                contents: `export default function () { ${worker}\nreturn program; }`,
                loader: "js",
            }));
            build.onLoad({ filter: /:wasm$/, namespace: "spiral-lab" }, () => ({
                contents: `export default ${wasm};`,
                loader: "js",
            }));
        },
    };
}

/**
 * A wasm as gzip, in base64, as JavaScript; made by zopfli, which comes out six per cent smaller. It takes
 * a second, so the result is kept beside the wasm.
 * @param {string} wasmPath
 */
async function zipped(wasmPath) {
    const kept = `${wasmPath}.txt`;
    const [source, result] = await Promise.all([wasmPath, kept].map((path) => modified(path)));
    if (result > source) return readFile(kept, "utf8");
    // Only now: once it is loaded, whatever else fails is reported with the whole of its source.
    const { default: zopfli } = await import("@gfx/zopfli");
    const bytes = await zopfli.gzipAsync(await readFile(wasmPath), {});
    const text = JSON.stringify(Buffer.from(bytes).toString("base64"));
    await writeFile(kept, text);
    return text;
}

/** When a file was last written; 0 if it is not there. @param {string} path */
const modified = (path) =>
    stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
    );

/** Style sheets as text, for a shadow root. @param {boolean} minify @returns {import("esbuild").Plugin} */
function styleTexts(minify) {
    return {
        name: "style-texts",
        setup(build) {
            build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
                const text = await readFile(path, "utf8");
                const source = path.includes("uplot") ? slimChartStyle(text) : text;
                const { code } = await transform(source, { loader: "css", target: TARGET, minify });
                return { contents: code, loader: "text" };
            });
        },
    };
}

/** @param {string} text */
const hashOf = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Lets the page's policy name its one inline style by its hash. @param {string} html */
function allowStyle(html) {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    return html.replace("STYLE-HASH", hashOf(style));
}

/** The page with its script inside, which its policy names by its hash too. @param {string} html @param {string} script */
function oneFile(html, script) {
    const safe = script.replace(/<\/(?=script)/gi, "<\\/"); // in strings; it would end the element
    const tag = '<script src="spiral-lab.js" defer></script>';
    if (!html.includes(tag)) throw new Error("index.html does not load spiral-lab.js as expected.");
    // Last in the body, for an inline script does not wait; as functions, for "$" is no pattern there.
    return allowStyle(html)
        .replace(tag, "")
        .replace(' authors="embed.html"', "")
        .replace("script-src 'self'", () => `script-src '${hashOf(safe)}'`)
        .replace("</body>", () => `<script>${safe}</script></body>`);
}
