/** A fresh process's first article run, module compile included. Prints milliseconds. */

import { readFileSync } from "node:fs";
import { createLab } from "../web/core/lab.js";

const wasm = readFileSync(new URL("../build/wasm/spiral_lab.wasm", import.meta.url));
const start = performance.now();
const lab = await createLab(wasm);
const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
model.fit(lab.defaults.epochs);
console.log(performance.now() - start);
