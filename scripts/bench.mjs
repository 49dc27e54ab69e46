#!/usr/bin/env node
/**
 * Measures, and asserts nothing. Ratios are taken side by side, since the machine may be busy with
 * other things.
 */

import os from "node:os";
import { parseArgs } from "node:util";
import { measureCore } from "../bench/core.mjs";
import { UnmeasurableError } from "../bench/page/builds.mjs";
import { measurePage } from "../bench/page.mjs";
import { measurePeers } from "../bench/peers.mjs";

const HELP = `node scripts/bench.mjs [--peers] [--page [--against DIR]] [--rounds 9] [--json]

Measures the built core (run scripts/build first): the article run in WebAssembly beside the native
builds of the same source and the machine's own peak, cold and warm, product by product, and how its
cost grows.
  --peers        also JAX, PyTorch, scikit-learn, Keras, ConvNetJS and TensorFlow.js, which
                 scripts/setup installs on demand: 6 GB, for PyTorch comes with CUDA
  --page         the page in dist/ instead of the core, in Chromium: how soon a returning visitor
                 sees something, and a new one, on an emulated phone and on the desktop, and where
                 that time goes; frames and maps a second at full speed; the tutorial's first
                 picture on that phone, and its frames and memory while somebody scrolls through
                 it; the download's size; the article run in a worker of Chromium and of Firefox. Limits stand beside
  --against DIR  with --page: another such folder too, in turn with dist/; each ratio is the
                 number of dist/ over the other's
  --rounds N     samples of each, but for the page, which has its own
  --json         print one object`;

function readFlags() {
    try {
        return parseArgs({
            options: {
                peers: { type: "boolean" },
                page: { type: "boolean" },
                against: { type: "string" },
                rounds: { type: "string" },
                json: { type: "boolean" },
                help: { type: "boolean" },
            },
        }).values;
    } catch (error) {
        console.error(`${/** @type {Error} */ (error).message.split("\n")[0]}`);
        process.exit(2);
    }
}

const flags = readFlags();
if (flags.help) {
    console.log(HELP);
    process.exit();
}
const rounds = Number(flags.rounds ?? 9);
if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 1000)) {
    console.error(`--rounds ${flags.rounds}: The rounds must be a whole number from 1 to 1000.`);
    process.exit(2);
}
if (flags.against !== undefined && !flags.page) {
    console.error("--against is another build of the page: it goes with --page.");
    process.exit(2);
}

const say = flags.json ? () => {} : console.log;
const machine = {
    cpu: os.cpus()[0]?.model ?? "unknown",
    cores: os.cpus().length,
    load: os.loadavg()[0], // what else the machine does
    node: process.version,
    v8: process.versions.v8,
    date: new Date().toISOString().slice(0, 10),
};
const node = `Node ${machine.node} (V8 ${machine.v8})`;
const load = machine.load.toFixed(1);
say(`${machine.cpu}, ${machine.cores} cores, load ${load}; ${node}; ${machine.date}\n`);
const page = flags.page ? await measurePageOrSay() : undefined;
const core = flags.page ? undefined : await measureCore(rounds, say);
const peers = flags.peers ? await measurePeers(say) : undefined;
if (flags.json) console.log(JSON.stringify({ machine, page, core, peers }, null, 4));

async function measurePageOrSay() {
    try {
        return await measurePage(say, flags.against);
    } catch (error) {
        if (!(error instanceof UnmeasurableError)) throw error;
        console.error(error.message);
        process.exit(2);
    }
}
