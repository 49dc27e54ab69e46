/**
 * Makes dist/: one self-contained classic script, with worker and wasm inside, the page, the page with
 * the script inside, for file:// and a class without network, and the core as a module, for the npm
 * package.
 */

import { createHash } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import zopfli from "@gfx/zopfli";
import { build, transform } from "esbuild";

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
    });
    const page = await build({
        ...common,
        entryPoints: [join(here, "spiral-lab.js")],
        plugins: [inlined(worker.outputFiles[0].text, wasmPath), styleTexts(minify), slimChart],
    });
    const core = await build({
        ...common,
        entryPoints: [join(here, "package.js")],
        format: "esm",
        plugins: [inlined("", wasmPath)],
    });
    const html = await readFile(join(here, "index.html"), "utf8");
    await mkdir(outDir, { recursive: true });
    await writeFile(join(outDir, "spiral-lab.js"), page.outputFiles[0].text);
    await writeFile(join(outDir, "lab.mjs"), core.outputFiles[0].text);
    await writeFile(join(outDir, "index.html"), allowStyle(html));
    await writeFile(join(outDir, "spiral-lab.html"), oneFile(html, page.outputFiles[0].text));
}

/** The two modules that are not files of web/: the worker, and the wasm, zipped, for base64 hides from the
 * server's own compression what repeats. @param {string} worker @param {string} wasmPath @returns {import("esbuild").Plugin} */
function inlined(worker, wasmPath) {
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
            build.onLoad({ filter: /:wasm$/, namespace: "spiral-lab" }, async () => ({
                contents: await zipped(wasmPath),
                loader: "binary",
            }));
        },
    };
}

/**
 * The wasm as gzip, made by zopfli, which comes out six per cent smaller; it takes a second, so the
 * result is kept beside the wasm.
 * @param {string} wasmPath
 */
async function zipped(wasmPath) {
    const kept = `${wasmPath}.gz`;
    const [source, result] = await Promise.all([wasmPath, kept].map((path) => modified(path)));
    if (result > source) return readFile(kept);
    const bytes = await zopfli.gzipAsync(await readFile(wasmPath), {});
    await writeFile(kept, bytes);
    return bytes;
}

/** When a file was last written; 0 if it is not there. @param {string} path */
const modified = (path) =>
    stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
    );

/**
 * What uPlot brings along and nothing here asks for: other ways to draw a line, axes of dates, its legend.
 * The minifier drops what nothing refers to any more; that saves 4 kB of the download. [what, by what]
 * @type {readonly (readonly [RegExp, string])[]}
 */
const CUTS = [
    [/\(paths\.(stepped|bars|spline) += \w+\);/g, ""],
    [/uPlot\.(fmtDate|tzDate) += \w+;/g, ""],
    [/let isTime = .*;/g, ""],
    [/\bisTime\b/g, "false"],
    [/const \[ timeIncrs\w*, .*= genTimeStuffs\(.*\);/g, ""],
    [/const _(tzDate|fmtDate|timeAxisSplits|timeAxisVals|timeSeriesVal) +=.*;/g, ""],
    [/const localTz = .*;/g, ""],
    [/const showLegend = .*;/g, ""],
    [/\bshowLegend\b/g, "false"],
];

/** @type {import("esbuild").Plugin} */
const slimChart = {
    name: "slim-chart",
    setup(build) {
        build.onLoad({ filter: /uPlot\.esm\.js$/ }, async ({ path }) => {
            let source = await readFile(path, "utf8");
            for (const [what, by] of CUTS) {
                if (source.search(what) < 0) throw new Error(`uPlot has no ${what} any more.`);
                source = source.replace(what, by);
            }
            return { contents: source, loader: "js" };
        });
    },
};

/** Style sheets as text, for a shadow root. @param {boolean} minify @returns {import("esbuild").Plugin} */
function styleTexts(minify) {
    return {
        name: "style-texts",
        setup(build) {
            build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
                const source = await readFile(path, "utf8");
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
        .replace("script-src 'self'", () => `script-src '${hashOf(safe)}'`)
        .replace("</body>", () => `<script>${safe}</script></body>`);
}
