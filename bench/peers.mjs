/** The article run elsewhere, on the same data, in turn with ours. */

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadLab } from "../scripts/core.mjs";
import { median } from "./statistics.mjs";

const FOLDER = fileURLToPath(new URL("peers/", import.meta.url));
const ROUNDS = 3;

/** @type {{name: string, command: string, script: string, argument?: string}[]} */
const PEERS = [
    {
        name: "TensorFlow.js 4.22, wasm",
        command: process.execPath,
        script: "tensorflow.mjs",
        argument: "wasm",
    },
    {
        name: "TensorFlow.js 4.22, cpu",
        command: process.execPath,
        script: "tensorflow.mjs",
        argument: "cpu",
    },
    { name: "ConvNetJS 0.3", command: process.execPath, script: "convnet.mjs" },
    { name: "scikit-learn (Python)", command: "/usr/bin/python3", script: "scikit_learn.py" },
    { name: "PyTorch (Python)", command: "/usr/bin/python3", script: "pytorch.py" },
];

function install() {
    if (existsSync(path.join(FOLDER, "node_modules"))) return;
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
        cwd: FOLDER,
        stdio: ["ignore", "ignore", "inherit"],
    });
}

/** @param {(line: string) => void} say */
export async function measurePeers(say) {
    install();
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
    for (const { name, command, script, argument } of PEERS) {
        /** @type {{ms: number, ours: number, accuracy: number}[]} */
        const samples = [];
        for (let i = 0; i < ROUNDS; i++) {
            const before = ours();
            const args = [path.join(FOLDER, script), ...(argument ? [argument] : [])];
            const { status, stdout } = spawnSync(command, args, { input, encoding: "utf8" });
            if (status !== 0) break;
            const line = stdout.trim().split("\n").at(-1) ?? "";
            samples.push({ ...JSON.parse(line), ours: median([before, ours()]) });
        }
        if (samples.length < ROUNDS) {
            say(`  ${name.padEnd(26)} is not installed here`);
            continue;
        }
        const result = {
            name,
            ms: median(samples.map(({ ms }) => ms)),
            oursMs: median(samples.map((sample) => sample.ours)),
            times: median(samples.map((sample) => sample.ms / sample.ours)),
            accuracy: median(samples.map(({ accuracy }) => accuracy)),
        };
        results.push(result);
        say(
            `  ${name.padEnd(26)} ${result.ms.toFixed(0).padStart(6)} ms   ${result.times.toFixed(1).padStart(6)} x ours   (accuracy ${result.accuracy.toFixed(3)})`,
        );
    }
    model.dispose();
    return results;
}
