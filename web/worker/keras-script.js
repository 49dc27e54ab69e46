/** A run as a file of Python for Keras: a script or a notebook, from the same sections. */

import { fill } from "../shared/fill.js";
import { kerasSections } from "./keras-sections.js";
import { code } from "./python-literals.js";

/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../texts/exported.js").Exported} Exported */
/** @typedef {import("./keras-sections.js").Options} Options */
/** @typedef {import("./keras-sections.js").Say} Say */

/** texts: in the reader's language. @typedef {Options & {texts: Exported}} FileOptions */

/** @param {Exported} texts @returns {Say} */
const speaker =
    (texts) =>
    (key, values = {}) =>
        fill(key, texts[key], values);

/**
 * @param {Model} model
 * @param {FileOptions} options
 * @returns {string} a Python script
 */
export function kerasScript(model, { texts, ...options }) {
    const sections = kerasSections(model, speaker(texts), options);
    const parts = sections.map(({ text, code: lines }) => `${code.comment(text)}\n${lines}\n`);
    return parts.join("\n");
}

/**
 * @param {Model} model
 * @param {FileOptions} options
 * @returns {string} a Jupyter notebook, format 4.5
 */
export function kerasNotebook(model, { texts, ...options }) {
    const sections = kerasSections(model, speaker(texts), options);
    /** The lines of a text, each but the last with its line break. @param {string} text */
    const lines = (text) => text.split(/(?<=\n)/);
    const cells = sections.flatMap(({ name, text, code: source }, i) => [
        {
            cell_type: "markdown",
            id: `${name}-text`,
            metadata: {},
            source: lines(i ? text : `# ${texts.title}\n\n${text}`),
        },
        {
            cell_type: "code",
            execution_count: null,
            id: `${name}-code`,
            metadata: {},
            outputs: [],
            source: lines(source),
        },
    ]);
    const notebook = {
        cells,
        metadata: {
            kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
            language_info: { name: "python" },
        },
        nbformat: 4,
        nbformat_minor: 5,
    };
    return `${JSON.stringify(notebook, null, 1)}\n`;
}
