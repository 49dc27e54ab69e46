/** The article run in TensorFlow.js, in a process of its own. Argument: cpu or wasm; data on stdin. */

import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const backend = process.argv[2];
const tf = {
    ...require("@tensorflow/tfjs-core"),
    ...require("@tensorflow/tfjs-layers"),
};
require(`@tensorflow/tfjs-backend-${backend}`);
if (backend === "wasm") {
    const folder = path.dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json"));
    require("@tensorflow/tfjs-backend-wasm").setWasmPaths(`${path.join(folder, "dist")}/`);
}

/** @type {Buffer[]} */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { x, y, classes, settings } = JSON.parse(Buffer.concat(chunks).toString());

await tf.setBackend(backend);
await tf.ready();
const xs = tf.tensor2d(x, [y.length, 2]);
const ys = tf.oneHot(tf.tensor1d(y, "int32"), classes);

async function fit(epochs) {
    const model = tf.sequential();
    settings.layers.forEach((units, l) => {
        const inputShape = l ? {} : { inputShape: [2] };
        model.add(tf.layers.dense({ units, activation: "relu", ...inputShape }));
    });
    model.add(tf.layers.dense({ units: classes, activation: "softmax" }));
    model.compile({
        optimizer: tf.train.adam(settings.learningRate),
        loss: "categoricalCrossentropy",
        metrics: ["accuracy"],
    });
    const start = performance.now();
    const { history } = await model.fit(xs, ys, {
        epochs,
        batchSize: settings.batchSize,
        shuffle: true,
        verbose: 0,
        yieldEvery: "never",
    });
    return { ms: performance.now() - start, accuracy: Number(history.acc.at(-1)) };
}

await fit(2); // warm
console.log(JSON.stringify(await fit(settings.epochs)));
