/** The exported notebooks, executed as Jupyter does. */

import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { exported } from "../../web/texts/exported.js";
import { kerasNotebook } from "../../web/worker/keras-script.js";
import { expect } from "./compare.mjs";
import { python, ROOT, WORK } from "./python.mjs";

/** @typedef {import("../../web/core/lab.js").Lab} Lab */
/** @typedef {any} Json */

const FOLDER = path.join(WORK, "notebooks");
const EXECUTED = path.join(FOLDER, "executed");
const SMALL = { layers: [8, 5], points: 40, epochs: 3 };

/**
 * @typedef {object} Notebook
 * @property {string} name
 * @property {number} pictures that it draws
 * @property {string[]} printed among other things
 * @property {string} error that it ends with
 */

/** The sentence of a self-check, up to the number in it. @param {string} text */
const beforeNumber = (text) => text.split("{")[0];

/** Writes them to FOLDER. @param {Lab} lab @returns {Promise<Notebook[]>} */
async function writeNotebooks(lab) {
    /** @type {Notebook[]} */
    const notebooks = [];
    /** @param {Notebook} notebook @param {string} [text] if it is not there yet */
    const add = async (notebook, text) => {
        if (text) await writeFile(path.join(FOLDER, `${notebook.name}.ipynb`), text);
        notebooks.push(notebook);
    };

    const flags = [
        "--layers",
        "8,5",
        "--points",
        "40",
        "--epochs",
        "3",
        "--validation-split",
        "0.2",
    ];
    const file = path.join(FOLDER, "of the terminal.ipynb");
    execFileSync(process.execPath, ["scripts/train.mjs", ...flags, "--notebook", file], {
        cwd: ROOT,
        stdio: ["ignore", "ignore", "inherit"],
    });
    const trained = { pictures: 3, printed: ["Epoch 3/3", "precision"], error: "" };
    await add({ name: "of the terminal", ...trained });

    const settings = { ...lab.defaults, ...SMALL };
    const model = lab.createModel(settings, lab.makeData(settings));
    model.fit(settings.epochs);
    const texts = exported["zh-Hant"];
    const given = { pictures: 2, printed: [beforeNumber(texts["print.same"])], error: "" };
    await add({ name: "Chinese", ...trained }, kerasNotebook(model, { texts }));
    const withWeights = kerasNotebook(model, { texts, weights: true });
    await add({ name: "weights", ...given }, withWeights);
    // A first number of what is expected, which the prediction then is not.
    const damaged = withWeights.replace(
        /expected = np.array\(\[\\n",\s*" +\[/,
        (start) => `${start}1 + `,
    );
    if (damaged === withWeights) throw new Error("There is nothing to damage in the notebook.");
    const error = beforeNumber(texts["print.other"]);
    await add({ name: "damaged", pictures: 1, printed: [], error }, damaged);
    model.dispose();
    return notebooks;
}

/** @param {Notebook} notebook @param {Json} executed */
function checkNotebook({ pictures, printed, error }, executed) {
    /** @type {Json[]} */
    const outputs = executed.cells.flatMap((/** @type {Json} */ cell) => cell.outputs ?? []);
    const errors = outputs.flatMap((o) =>
        o.output_type === "error" ? [`${o.ename}: ${o.evalue}`] : [],
    );
    if (error) expect(errors.length > 0 && errors[0].includes(error), `not noticed: ${errors}`);
    else expect(errors.length === 0, errors.join("\n"));
    const text = outputs
        .flatMap((o) => (o.output_type === "stream" ? o.text : []))
        .flat()
        .join("");
    for (const words of printed) expect(text.includes(words), `no "${words}" in: ${text}`);
    const drawn = outputs.filter((o) => o.data?.["image/png"]).length;
    expect(drawn >= pictures, `${drawn} pictures instead of ${pictures}`);
}

/** @param {Lab} lab @returns {Promise<import("./main.mjs").Check>} */
export async function executeNotebooks(lab) {
    await mkdir(EXECUTED, { recursive: true });
    const notebooks = await writeNotebooks(lab);
    const files = notebooks.map(({ name }) => path.join(FOLDER, `${name}.ipynb`));
    const into = ["--output-dir", EXECUTED];
    // Without a choice of ours of how to draw, for pictures belong into the notebook.
    await python(
        ["-m", "nbconvert", "--to", "notebook", "--execute", "--allow-errors", ...into, ...files],
        { MPLBACKEND: undefined },
    );
    return async (hold) => {
        console.log(`\n== ${notebooks.length} exported notebooks`);
        for (const notebook of notebooks) {
            const file = path.join(EXECUTED, `${notebook.name}.ipynb`);
            const executed = JSON.parse(await readFile(file, "utf8"));
            hold(`notebook: ${notebook.name}`, () => checkNotebook(notebook, executed));
        }
    };
}
