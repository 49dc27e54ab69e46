/** What the page has no use for is cut from what it is made of: uPlot, the core's classes, the wasm. */

import { execFile } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What uPlot brings along and nothing here asks for: other ways to draw a line, axes of dates, its
 * legend, helpers for plugins, scatter plots, bands, zooming, upright plots, charts that move together,
 * and the ranges, splits and texts of axes, for ours bring their own. The minifier drops what nothing
 * refers to any more. [what, by what]
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
    [/if \(scaleKey != xScaleKey \|\| .*\) \{/, "if (false) {"],
    [/\(sc\.distr == 3 \? snapLogX .*\) :/, "null :"],
    [/\(sc\.distr == 3 \? snapLogY .*\)/, "null"],
    [/sc\.distr == 3 \? logAxisSplits : .* : numAxisSplits/, "numAxisSplits"],
    [/sc\.distr >= 3 && sc\.log == 10 \? .* : retArg1/, "retArg1"],
    [/else if \(_min == _max\) \{/, "else if (false) {"],
    [/av \|\| numAxisVals/, "av"],
    [/sv \|\| numSeriesVal/, "sv"],
    [/\.map\(slice3\)/g, ""],
    [/bands\.forEach\(/g, "false && [].forEach("],
    [/let \[ bandFillDir, bandClipDir \] = .*;/g, "const bandFillDir = 0, bandClipDir = 0;"],
    [/\bconst cursor(Focus|OnePt) = .*;/g, ""],
    [/\bcursor(Focus|OnePt)\b/g, "false"],
    [/if \(select\.show && dragging\) \{/, "if (false) {"],
    [/if \(_pub\) \{/, "if (false) {"],
    [/if \(select\.show && shouldSetSelect\) \{/, "if (false) {"],
    [/if \(select\.show && !shouldSetSelect .*\) \{/, "if (false) {"],
    [/scaleX\.ori == 0/g, "true"],
    [/scaleX\.ori == 1/g, "false"],
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
export const slimCore = {
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
export async function expectUnused(paths) {
    for (const path of paths) {
        // The core itself was looked at when it was cut; keras.js writes Python, where a model has a fit().
        if (/core[\\/]|keras\.js$/.test(path)) continue;
        const [what] = askedFor().exec(await readFile(path, "utf8")) ?? [];
        if (what) throw new Error(`${path} needs ${what}, which NOT_IN_PAGE leaves out.`);
    }
}

/** @type {import("esbuild").Plugin} */
export const slimChart = {
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

/** Without its title and legend, which are never there, and without fonts that ours replace. @param {string} css */
export function slimChartStyle(css) {
    const unused = /[^{}]*\.u-(title|legend|inline|series)[^{}]*\{[^{}]*\}/g;
    return css.replace(unused, "").replace(/font-family:[^;]*;/, "");
}

/**
 * The wasm without the functions that a program does not name, made by Binaryen, which came with emcc:
 * what is left is the same code.
 * @param {string} wasmPath
 * @param {string} program
 * @returns {Promise<string>} path of the result, beside the wasm
 */
export async function slimWasm(wasmPath, program) {
    const [graph, result] = ["page.json", "page.wasm"].map((name) => join(dirname(wasmPath), name));
    const module = new WebAssembly.Module(await readFile(wasmPath));
    const names = WebAssembly.Module.exports(module).map(({ name }) => name);
    const reaches = names.filter((name) => new RegExp(`\\b${name}\\b`).test(program));
    const nodes = names.map((name) => ({ name, export: name }));
    await writeFile(graph, JSON.stringify([{ name: "page", root: true, reaches }, ...nodes]));
    const { stdout: root } = await run("em-config", ["BINARYEN_ROOT"]);
    const tool = join(root.trim(), "bin", "wasm-metadce");
    const made = `${result}.new`;
    await run(tool, [wasmPath, "--all-features", "--graph-file", graph, "-o", made]);
    const before = await readFile(result).catch(() => Buffer.alloc(0));
    // What stays as it was keeps its time, and is not zipped again.
    await (before.equals(await readFile(made)) ? rm(made) : rename(made, result));
    return result;
}
