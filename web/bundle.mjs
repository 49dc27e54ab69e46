/**
 * Makes dist/: one self-contained classic script, with worker and wasm inside, the page, the page with
 * the script inside, for file:// and a class without network, the page for authors, and the core as a
 * module, for the npm package.
 */

import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { minify as shorten } from "terser";

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
    const zipped = `"${(await zip(wasmPath)).toString("base64")}"`;
    const core = await build({
        ...common,
        entryPoints: [join(here, "package.js")],
        format: "esm",
        plugins: [inlined("", zipped)],
    });
    const authors = await build({
        ...common,
        entryPoints: [join(here, "embed.js")],
        plugins: [styleTexts(minify)],
    });
    const text = page.outputFiles[0].text;
    const script = coreFirst(minify ? await shortest(text) : text, zipped);
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
 * The wasm as gzip, made by zopfli, which comes out six per cent smaller; it takes a second, so the
 * result is kept beside the wasm.
 * @param {string} wasmPath
 */
async function zip(wasmPath) {
    const kept = `${wasmPath}.gz`;
    const [source, result] = await Promise.all([wasmPath, kept].map((path) => modified(path)));
    if (result > source) return readFile(kept);
    // Only now: once it is loaded, whatever else fails is reported with the whole of its source.
    const { default: zopfli } = await import("@gfx/zopfli");
    const bytes = await zopfli.gzipAsync(await readFile(wasmPath), {});
    await writeFile(kept, bytes);
    return Buffer.from(bytes);
}

/** When a file was last written; 0 if it is not there. @param {string} path */
const modified = (path) =>
    stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
    );

/**
 * What uPlot brings along and nothing here asks for: other ways to draw a line, axes of dates, its legend,
 * helpers for plugins, scatter plots, bands, zooming, charts that move together. The minifier drops what
 * nothing refers to any more. [what, by what]
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
    [/^uPlot\.(assign|fmtNum|pxRatio|range\w+|orient) +=.*;/gm, ""],
    [/uPlot\.(join|addGap|clipGaps) += .*;/g, ""],
    [/\bmode == 2\b/g, "false"],
    [/\bmode == 1\b/g, "true"],
    [/\bdistr == (2|4|100)\b/g, "false"],
    [
        /self\.((add|del)Series|(add|set|del)Band|set(Series|Select)|(val|pos)ToIdx|batch|pub) = \w+;/g,
        "",
    ],
    [/bands\.forEach\(/g, "false && [].forEach("],
    [/let \[ bandFillDir, bandClipDir \] = .*;/g, "const bandFillDir = 0, bandClipDir = 0;"],
    [/\bconst cursorFocus = .*;/g, "const cursorFocus = false;"],
    [/events(\.mousedown|\.mouseup|\.dblclick) = \w+;/g, ""],
    [/events\["setSeries"\] = /g, "const unused = "],
    [/onMouse\((mousedown|dblclick), .*;/g, ""],
    [/^\t+dragging = .*;/gm, ";"],
    [/\bsrc != null\b/g, "false"],
    [/\bsrc == null\b/g, "true"],
    [/\bsync\.(pub|sub|unsub)\(.*\);/g, ";"],
    [/const sync = .*;/g, ""],
    [/uPlot\.sync = .*;/g, ""],
];

/** Methods of the core's classes that the page has no use for: without them it is a kilobyte less. @type {Record<string, readonly string[]>} */
const NOT_IN_PAGE = {
    "lab.js": ["memoryBytes", "modelBytes", "optimizerPath", "classificationScores", "randomState"],
    "model.js": [
        "trainEpoch",
        "fit",
        "summary",
        "bestEpoch",
        "setLearningRate",
        "lastLoss",
        "predictLabels",
        "predictGrid",
        "predictGridProba",
        "evaluate",
        "penalty",
        "sampleLosses",
        "histogram",
        "gradients",
        "setWeights",
    ],
};

/** @type {import("esbuild").Plugin} */
const slimCore = {
    name: "slim-core",
    setup(build) {
        build.onLoad({ filter: /[\\/]core[\\/](lab|model)\.js$/ }, async ({ path }) => {
            const file = basename(path);
            let source = await readFile(path, "utf8");
            for (const name of NOT_IN_PAGE[file]) {
                // As Biome writes a method: from its name to the brace that stands where it does.
                const method = new RegExp(
                    `^    (get )?${name}\\(.*\\) \\{\\n[^]*?^    \\}\\n`,
                    "m",
                );
                if (!method.test(source)) throw new Error(`${file} has no ${name} any more.`);
                source = source.replace(method, "");
            }
            const [needed] = askedFor("this").exec(source) ?? [];
            if (needed)
                throw new Error(`${file} itself needs ${needed}, which NOT_IN_PAGE leaves out.`);
            return { contents: source, loader: "js" };
        });
    },
};

/** What NOT_IN_PAGE leaves out, behind a dot. @param {string} [of] what stands before it */
const askedFor = (of = "") =>
    new RegExp(`${of}\\.(${Object.values(NOT_IN_PAGE).flat().join("|")})\\b`);

/** Throws if what NOT_IN_PAGE leaves out is asked for. @param {string[]} paths of all that the worker is made of */
async function expectUnused(paths) {
    for (const path of paths) {
        // The core itself was looked at when it was cut; keras.js writes Python, where a model has a fit().
        if (/core[\\/]|keras\.js$/.test(path)) continue;
        const [what] = askedFor().exec(await readFile(path, "utf8")) ?? [];
        if (what) throw new Error(`${path} needs ${what}, which NOT_IN_PAGE leaves out.`);
    }
}

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
                const text = await readFile(path, "utf8");
                // Of uPlot's title and legend, which are never there, and of fonts that ours replace.
                const unused = /[^{}]*\.u-(title|legend|inline|series)[^{}]*\{[^{}]*\}/g;
                const ours = !path.includes("uplot");
                const source = ours
                    ? text
                    : text.replace(unused, "").replace(/font-family:[^;]*;/, "");
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
