/** The npm package's exports: the core with its wasm inside, for Node and for bundlers. */

import zipped from "spiral-lab:wasm";
import { createLab } from "../core/lab.js";
import { unzip } from "../core/unzip.js";
import { language as english } from "../texts/en/language.js";
import { exported } from "../texts/exported.js";
import { kerasNotebook as notebook, kerasScript as script } from "../worker/keras-script.js";

export { createLab } from "../core/lab.js";
export { LabError } from "../core/lab-error.js";

/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../texts/languages.js").Language} Language */

/**
 * weights: whether the script has the trained ones, with a check, instead of a training;
 * repeatable: false if settings were changed while it trained, which a script cannot follow;
 * language: of its comments, English if left out.
 * @typedef {{weights?: boolean, repeatable?: boolean, language?: Language}} KerasOptions
 */

/**
 * The run as a Python script for Keras.
 * @param {Model} model
 * @param {KerasOptions} [options]
 */
export const kerasScript = (model, { language = english.tag, ...options } = {}) =>
    script(model, { texts: exported[language], ...options });

/**
 * The run as a Jupyter notebook for Keras.
 * @param {Model} model
 * @param {KerasOptions} [options]
 */
export const kerasNotebook = (model, { language = english.tag, ...options } = {}) =>
    notebook(model, { texts: exported[language], ...options });

/**
 * The core, ready to use. Every call makes an instance of its own.
 * @returns {Promise<import("../core/lab.js").Lab>}
 */
export async function loadLab() {
    return createLab(await unzip(zipped));
}
