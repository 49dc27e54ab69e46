/** The article run elsewhere, on the same data, in turn with ours. */

import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadLab } from "../scripts/core.mjs";
import { median } from "./statistics.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDER = path.join(ROOT, "bench/peers");
const PYTHON = path.join(ROOT, "build/peers-env/bin/python");
const ROUNDS = 3;

/** Where they keep what they compile, so that nothing is left elsewhere. */
const ENVIRONMENT = {
    ...process.env,
    TORCHINDUCTOR_CACHE_DIR: path.join(ROOT, "build/peers-env/torch"),
    KERAS_HOME: path.join(ROOT, "build/peers-env/keras"),
};

/** @typedef {{name: string, command: string, args: string[]}} Peer */

/** @param {string} name @param {...string} args @returns {Peer} */
const inNode = (name, ...args) => ({ name, command: process.execPath, args });

/** @param {string} name @param {...string} args @returns {Peer} */
const inPython = (name, ...args) => ({ name, command: PYTHON, args });

const PEERS = [
    inPython("JAX, an epoch compiled", "jax_run.py"),
    inPython("PyTorch, eager", "pytorch.py", "eager"),
    inPython("PyTorch, compiled", "pytorch.py", "compiled"),
    inPython("scikit-learn", "scikit_learn.py"),
    inPython("Keras 3 on JAX", "keras_run.py", "jax"),
    inNode("ConvNetJS", "convnet.mjs"),
    inNode("TensorFlow.js, wasm", "tensorflow.mjs", "wasm"),
    inNode("TensorFlow.js, cpu", "tensorflow.mjs", "cpu"),
];

/** What a peer answers; compile_ms: what its first epoch takes longer than its second. @typedef {{ms: number, accuracy: number, compile_ms?: number}} Answer */

/** @param {(line: string) => void} say */
export async function measurePeers(say) {
    execFileSync(path.join(ROOT, "scripts/setup"), ["peers"], { stdio: "inherit" });
    const lab = await loadLab();
    const settings = lab.defaults;
    const data = lab.makeData(settings);
    const model = lab.createModel(settings, data);
    const input = JSON.stringify({ ...data, x: [...data.x], y: [...data.y], settings });
    const ours = () => {
        model.reset();
        const start = performance.now();
        model.fit(settings.epochs);
        return performance.now() - start;
    };
    ours(); // warm

    say(`\nThe same run elsewhere, medians of ${ROUNDS}, each in turn with ours`);
    const results = [];
    for (const { name, command, args } of PEERS) {
        /** @type {(Answer & {ours: number})[]} */
        const samples = [];
        for (let i = 0; i < ROUNDS; i++) {
            const before = ours();
            const { status, stdout, stderr } = spawnSync(command, args, {
                cwd: FOLDER,
                env: ENVIRONMENT,
                input,
                encoding: "utf8",
            });
            if (status !== 0) {
                say(`  ${name.padEnd(24)} failed: ${stderr.trim().split("\n").at(-1)}`);
                break;
            }
            const line = stdout.trim().split("\n").at(-1) ?? "";
            samples.push({ ...JSON.parse(line), ours: median([before, ours()]) });
        }
        if (samples.length < ROUNDS) continue;
        const result = {
            name,
            ms: median(samples.map(({ ms }) => ms)),
            compileMs: median(samples.map(({ compile_ms: compiling = 0 }) => compiling)),
            oursMs: median(samples.map((sample) => sample.ours)),
            times: median(samples.map((sample) => sample.ms / sample.ours)),
            accuracy: median(samples.map(({ accuracy }) => accuracy)),
        };
        results.push(result);
        const cells = [
            `${result.ms.toFixed(0).padStart(6)} ms`,
            `${result.times.toFixed(1).padStart(6)} x ours`,
            `accuracy ${result.accuracy.toFixed(3)}`,
            ...(result.compileMs > 500 ? [`compiled in ${seconds(result.compileMs)} before`] : []),
        ];
        say(`  ${name.padEnd(24)} ${cells.join("   ")}`);
    }
    model.dispose();
    return results;
}

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(0)} s`;
