/** The core against the machine: the article run in WebAssembly and natively, sample by sample in turn. */

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { loadLab } from "../scripts/core.mjs";
import { Native } from "./native.mjs";
import { exponent, median } from "./statistics.mjs";

/** @typedef {import("../web/core/settings.js").Settings} Settings */

export const FLOPS_A_SAMPLE = 65824; // useful operations of the article network: forward, dW, dX
const GRID = { xMin: -1.1, xMax: 1.1, yMin: -1.1, yMax: 1.1, columns: 101, rows: 101 };
const COLD = fileURLToPath(new URL("cold.mjs", import.meta.url));

/** @param {() => void} run */
function milliseconds(run) {
    const start = performance.now();
    run();
    return performance.now() - start;
}

/** @param {number} rounds @param {(line: string) => void} say */
export async function measureCore(rounds, say) {
    const lab = await loadLab();
    const natives = Native.startAll();
    if (natives.length === 0) throw new Error("The bench needs gcc or clang, and cmake.");
    try {
        const run = await measureRun(lab, natives, rounds, say);
        const products = await measureProducts(natives, say);
        const growth = measureGrowth(lab, say);
        return { ...run, products, growth };
    } finally {
        for (const native of natives) native.stop();
    }
}

/** @param {import("../web/core/lab.js").Lab} lab @param {Native[]} natives @param {number} rounds @param {(line: string) => void} say */
async function measureRun(lab, natives, rounds, say) {
    const settings = lab.defaults;
    const data = lab.makeData(settings);
    const model = lab.createModel(settings, data);
    const flops = FLOPS_A_SAMPLE * data.samples * settings.epochs;
    const fit = () => {
        model.reset();
        return milliseconds(() => model.fit(settings.epochs));
    };
    fit(); // warm
    model.predictGrid(GRID);

    /** @type {{peak: number, wasm: number, grid: number, cold: number, native: number[]}[]} */
    const samples = [];
    for (let round = 0; round < rounds; round++) {
        const before = await Promise.all([natives[0].ask("peak")]);
        const wasm = fit();
        const grid = milliseconds(() => model.predictGrid(GRID));
        /** @type {number[]} */
        const native = [];
        for (const build of natives) native.push(await build.ask(`run ${settings.epochs}`));
        const cold = Number(execFileSync(process.execPath, [COLD], { encoding: "utf8" }));
        const after = await natives[0].ask("peak");
        samples.push({ peak: Math.max(before[0], after), wasm, grid, cold, native });
    }
    model.dispose();

    /** @param {(sample: typeof samples[number]) => number} of */
    const middle = (of) => median(samples.map(of));
    const gflops = (/** @type {number} */ ms) => flops / ms / 1e6;
    const plain = natives.flatMap(({ name }, i) => (name.includes("avx") ? [] : [i]));
    const bestNative = (/** @type {typeof samples[number]} */ { native }) =>
        Math.min(...plain.map((i) => native[i]));
    const result = {
        peakGflops: middle(({ peak }) => peak),
        warmMs: middle(({ wasm }) => wasm),
        warmGflops: gflops(middle(({ wasm }) => wasm)),
        shareOfPeak: middle(({ peak, wasm }) => gflops(wasm) / peak),
        natives: natives.map(({ name }, i) => ({
            name,
            ms: middle(({ native }) => native[i]),
            wasmToNative: middle(({ wasm, native }) => wasm / native[i]),
        })),
        wasmToBestNative: middle((sample) => sample.wasm / bestNative(sample)),
        coldMs: middle(({ cold }) => cold),
        coldToWarm: middle(({ cold, wasm }) => cold / wasm),
        gridMs: middle(({ grid }) => grid),
        gridToRun: middle(({ grid, wasm }) => grid / wasm),
    };

    const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;
    say(`The article run, medians of ${rounds} rounds`);
    say(`  128-bit peak without FMA, native     ${result.peakGflops.toFixed(1)} GFLOP/s`);
    say(
        `  warm, wasm                           ${result.warmMs.toFixed(0)} ms, ${result.warmGflops.toFixed(1)} GFLOP/s useful`,
    );
    say(`  share of the peak                    ${percent(result.shareOfPeak)}   (reach: 70 %)`);
    for (const { name, ms, wasmToNative } of result.natives)
        say(
            `  ${`native, ${name}`.padEnd(36)} ${ms.toFixed(0)} ms; wasm takes ${wasmToNative.toFixed(2)} x`,
        );
    say(
        `  wasm to the better native -O3        ${result.wasmToBestNative.toFixed(2)} x   (reach: 1)`,
    );
    say(
        `  first run of a fresh process         ${result.coldMs.toFixed(0)} ms, ${result.coldToWarm.toFixed(2)} x warm   (reach: 2)`,
    );
    say(
        `  101 x 101 grid                       ${result.gridMs.toFixed(1)} ms, ${percent(result.gridToRun)} of the run   (reach: 6 %)`,
    );
    return result;
}

/** Every product of one step, [m][n] = [m][k] [k][n]. */
const PRODUCTS = (() => {
    const sizes = [2, 128, 64, 32, 16, 4];
    /** @type {{kind: "forward" | "gradient" | "backward", m: number, n: number, k: number}[]} */
    const products = [];
    for (let l = 0; l + 1 < sizes.length; l++) {
        const [inputs, units] = [sizes[l], sizes[l + 1]];
        products.push({ kind: "forward", m: 32, n: units, k: inputs });
        products.push({ kind: "gradient", m: inputs, n: units, k: 32 });
        if (l > 0) products.push({ kind: "backward", m: 32, n: inputs, k: units });
    }
    return products;
})();

/** @param {Native[]} natives @param {(line: string) => void} say */
async function measureProducts(natives, say) {
    const wasm = await readFile(new URL("../build/wasm/bench_products.wasm", import.meta.url));
    const { instance } = await WebAssembly.instantiate(wasm, {});
    const core = /** @type {Record<string, (...values: number[]) => number>} */ (
        /** @type {unknown} */ (instance.exports)
    );
    core._initialize?.();
    const buffer = core.malloc(1 << 20);
    const native = natives.at(-1); // AVX encoding if the machine has it, as V8 uses it

    say("\nThe products of one step, GFLOP/s");
    say(`  ${"product".padEnd(10)} m x n x k      wasm   native, ${native?.name}`);
    const results = [];
    for (const { kind, m, n, k } of PRODUCTS) {
        const flops = 2 * m * n * k;
        const rounds = Math.ceil(5e7 / flops);
        const gradient = Number(kind === "gradient");
        /** @type {number[]} */ const mine = [];
        /** @type {number[]} */ const theirs = [];
        for (let i = 0; i < 5; i++) {
            const ms = milliseconds(() => core.bench_gemm(buffer, gradient, m, n, k, rounds));
            mine.push((flops * rounds) / ms / 1e6);
            const form = gradient ? "gradient" : "forward";
            theirs.push((await native?.ask(`gemm ${form} ${m} ${n} ${k}`)) ?? Number.NaN);
        }
        const result = { kind, m, n, k, wasm: median(mine), native: median(theirs) };
        results.push(result);
        say(
            `  ${kind.padEnd(10)} ${`${m} x ${n} x ${k}`.padEnd(14)} ${result.wasm.toFixed(1).padStart(4)}   ${result.native.toFixed(1).padStart(4)}`,
        );
    }
    return results;
}

/** @type {{name: string, values: number[], settings: (value: number) => Partial<Settings>}[]} */
const GROWTH = [
    { name: "width", values: [32, 64, 128, 256, 512], settings: (w) => ({ layers: [w, w] }) },
    { name: "depth", values: [1, 2, 4, 8], settings: (d) => ({ layers: new Array(d).fill(64) }) },
    { name: "points", values: [125, 250, 500, 1000, 2000], settings: (points) => ({ points }) },
    { name: "batchSize", values: [8, 32, 128, 512], settings: (batchSize) => ({ batchSize }) },
];

/** @param {import("../web/core/lab.js").Lab} lab @param {(line: string) => void} say */
function measureGrowth(lab, say) {
    say("\nMilliseconds an epoch as one thing grows");
    return GROWTH.map(({ name, values, settings: changed }) => {
        const ms = values.map((value) => {
            const settings = { ...lab.defaults, ...changed(value) };
            const model = lab.createModel(settings, lab.makeData(settings));
            model.trainEpoch();
            const each = Array.from({ length: 5 }, () => milliseconds(() => model.trainEpoch()));
            model.dispose();
            return median(each);
        });
        const slope = exponent(values, ms);
        const pairs = values.map((value, i) => `${value}: ${ms[i].toFixed(2)}`).join("   ");
        say(`  ${name.padEnd(10)} ${pairs}   (grows as ${name}^${slope.toFixed(2)})`);
        return { name, values, ms, exponent: slope };
    });
}
