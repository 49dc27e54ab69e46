/** The article run in ConvNetJS (whose Adam steps a batch at a time), in a process of its own. */

import { createRequire } from "node:module";

const convnetjs = createRequire(import.meta.url)("convnetjs");

/** @type {Buffer[]} */
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { x, y, classes, settings } = JSON.parse(Buffer.concat(chunks).toString());
const volumes = y.map((_, i) => new convnetjs.Vol([x[2 * i], x[2 * i + 1]]));

function fit(epochs) {
    const net = new convnetjs.Net();
    net.makeLayers([
        { type: "input", out_sx: 1, out_sy: 1, out_depth: 2 },
        ...settings.layers.map((units) => ({
            type: "fc",
            num_neurons: units,
            activation: "relu",
        })),
        { type: "softmax", num_classes: classes },
    ]);
    const trainer = new convnetjs.Trainer(net, {
        method: "adam",
        learning_rate: settings.learningRate,
        batch_size: settings.batchSize,
        beta1: 0.9,
        beta2: 0.999,
        eps: 1e-7,
        l2_decay: 0,
    });
    const start = performance.now();
    for (let epoch = 0; epoch < epochs; epoch++) {
        const order = y.map((_, i) => i);
        for (let i = order.length - 1; i > 0; i--) {
            const j = Math.floor(Math.random() * (i + 1));
            [order[i], order[j]] = [order[j], order[i]];
        }
        for (const i of order) trainer.train(volumes[i], y[i]);
    }
    const ms = performance.now() - start;
    const hits = volumes.filter((volume, i) => {
        net.forward(volume);
        return net.getPrediction() === y[i];
    });
    return { ms, accuracy: hits.length / y.length };
}

fit(2); // warm
console.log(JSON.stringify(fit(settings.epochs)));
