/**
 * The tutorial with live figures, a page for each language: one template, each language's texts, and
 * what runs of the core give, which are trained here: pictures, numbers, Keras code, and output.
 */

import { readFile } from "node:fs/promises";
import { createLab } from "../../web/core/lab.js";
import { escapeHtml } from "../../web/shared/escape-html.js";
import { fill } from "../../web/shared/fill.js";
import { metric, metrics } from "../../web/shared/keras-line.js";
import { linkOf, readLink } from "../../web/shared/link.js";
import { exported } from "../../web/texts/exported.js";
import { languages } from "../../web/texts/languages.js";
import { tutorial } from "../../web/texts/tutorial.js";
import { figures, tries } from "../../web/tutorial/figures.js";
import { kerasSections } from "../../web/worker/keras-sections.js";
import { fillPage } from "../page-template.mjs";
import { curveStill, mapStill } from "./stills.mjs";

/** @typedef {import("../../web/core/lab.js").Lab} Lab */
/** @typedef {import("../../web/core/model.js").Model} Model */
/** @typedef {import("../../web/texts/languages.js").Language} Language */
/** @typedef {import("../../web/tutorial/figures.js").Attributes} Attributes */
/** @typedef {import("../../web/tutorial/figures.js").Figure} Figure */
/** @typedef {Record<string, string>} Texts */

const TEMPLATE = new URL("../../web/tutorial/template.html", import.meta.url);
const PRINTED = [1, 2, 3, 50]; // epochs of the exercise whose lines are shown

/** The first language has the plain name. @param {Language} tag */
const fileOf = (tag) => (tag === languages[0].tag ? "tutorial.html" : `tutorial.${tag}.html`);

/**
 * @param {Uint8Array<ArrayBuffer>} wasm
 * @returns {Promise<Record<string, string>>} by the names of the files
 */
export async function tutorialPages(wasm) {
    const lab = await createLab(wasm);
    const template = await readFile(TEMPLATE, "utf8");
    const runs = Object.entries(figures).map(([id, figure]) => makeRun(lab, id, figure));
    return Object.fromEntries(
        languages.map(({ tag }) => [
            fileOf(tag),
            fillPage(template, { src: "spiral-lab.js" }, valuesIn(tag, runs)),
        ]),
    );
}

// ---- Runs ----------------------------------------------------------------------------------------

/** @param {Lab} lab @param {Attributes} attributes @returns {Model} not trained yet */
function modelOf(lab, attributes) {
    const { settings, problems } = readLink(linkOf(Object.entries(attributes)), lab, {});
    if (problems.length > 0) throw new Error(`The tutorial says ${JSON.stringify(problems)}.`);
    return lab.createModel(settings, lab.makeData(settings));
}

/** @typedef {ReturnType<typeof makeRun>} Run */

/**
 * A figure's run, and those that its text compares with it.
 * @param {Lab} lab
 * @param {string} id
 * @param {Figure} figure
 */
function makeRun(lab, id, figure) {
    const fresh = modelOf(lab, figure.run);
    const all = Object.entries({ "": {}, ...figure.variants }).map(([name, changes]) => {
        const model = modelOf(lab, { ...figure.run, ...changes });
        model.fit(model.settings.epochs);
        return { name, model };
    });
    return { id, figure, fresh, all, model: all[0].model };
}

/**
 * What texts may say of a trained network, as numbers and as they are written.
 * @param {Model} model
 * @returns {[name: string, value: number, text: string][]}
 */
function numbersOf(model) {
    const { loss, accuracy } = model.history;
    const last = loss.length - 1;
    const wrong = model.confusionMatrix().flatMap((row, k) => row.filter((_, j) => j !== k));
    const many = wrong.reduce((sum, count) => sum + count, 0);
    return [
        ["accuracy", accuracy[last], `${(100 * accuracy[last]).toFixed(1)}%`],
        ["loss", loss[last], metric(loss[last])],
        ["firstLoss", loss[0], metric(loss[0])],
        ["parameters", model.parameters, model.parameters.toLocaleString("en-US")],
        ["wrong", many, String(many)],
    ];
}

/**
 * The same by the names that texts use: {loss} of the figure's own run, {other_loss} of a variant's.
 * In an attribute it is only the text; elsewhere the page says which number of which run it is.
 * @param {Run} run
 * @param {boolean} plain
 */
const namesOf = ({ all }, plain) =>
    Object.fromEntries(
        all.flatMap(({ name: variant, model }) =>
            numbersOf(model).map(([name, value, text]) => {
                const data = `<data value="${value}" data-run="${variant}" data-name="${name}">`;
                const key = variant ? `${variant}_${name}` : name;
                return [key, plain ? text : `${data}${text}</data>`];
            }),
        ),
    );

// ---- What stands in the page ---------------------------------------------------------------------

/** @param {Language} tag @param {readonly Run[]} runs @returns {Texts} */
function valuesIn(tag, runs) {
    /** @type {Texts} */
    const texts = tutorial[tag];
    const other = languages.find((language) => language.tag !== tag) ?? languages[0];
    /** @type {Texts} */
    const values = {
        lang: tag,
        "other.lang": other.tag,
        "other.name": other.name,
        "other.file": fileOf(other.tag),
    };
    for (const [key, text] of Object.entries(texts)) {
        const [id, name] = key.split(".");
        const run = runs.find((it) => it.id === id);
        values[key] = run ? fill(key, text, namesOf(run, name === "alt")) : text;
    }
    for (const [name, attributes] of Object.entries(tries))
        values[`try.${name}`] = linkTo(tag, attributes);
    for (const run of runs) values[`figure.${run.id}`] = figureHtml(tag, run, values);
    const { fresh, model } = /** @type {Run} */ (runs.find(({ id }) => id === "training"));
    for (const { name, code } of sectionsOf(tag, fresh))
        values[`code.${name}`] = codeHtml(code, texts["page.code"]);
    values["output.summary"] = outputHtml(fresh.summary(), texts["page.output"]);
    values["output.fit"] = outputHtml(linesOf(model), texts["page.output"]);
    values["output.report"] = outputHtml(model.classificationReport(), texts["page.output"]);
    return values;
}

/** @param {Language} tag @param {Run} run @param {Texts} texts */
function figureHtml(tag, { id, figure, fresh, model }, texts) {
    const { parts, run, others = {}, code, lesson } = figure;
    const told = Object.entries({ parts, ...run, ...others });
    const attributes = told.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("");
    const shown = parts.split(",");
    const pictures = { map: mapStill, curves: curveStill };
    const stills = Object.entries(pictures)
        .filter(([picture]) => shown.includes(picture))
        .map(([picture, draw], i) => {
            const alt = i ? texts["page.curves"] : texts[`${id}.alt`];
            return stillHtml(picture, draw(model), alt, texts["page.kept"]);
        });
    const excerpts = code.map((name) => excerptOf(sectionsOf(tag, fresh), name));
    return `<figure id="${id}" class="figure${stills.length > 1 ? " wide" : ""}">
<div class="stage">
<template><spiral-lab${attributes}></spiral-lab></template>
<div class="still">
${stills.join("\n")}
</div>
</div>
<div class="beside">
${codeHtml(excerpts.join("\n\n"), texts["page.code"])}
<p class="more"><a href="${linkTo(tag, run)}">${texts["page.open"]}</a>
<a href="${linkTo(tag, { lesson })}">${texts["page.lesson"]}</a>
<button type="button" class="notebook" hidden>${texts["page.notebook"]}</button></p>
</div>
<figcaption>${texts[`${id}.caption`]}</figcaption>
</figure>`;
}

/**
 * @param {string} picture
 * @param {import("./stills.mjs").Still} still
 * @param {string} alt
 * @param {string} kept what it is once it is one that the reader made
 */
const stillHtml = (picture, { src, width, height }, alt, kept) =>
    `<img data-picture="${picture}" data-kept="${escapeHtml(kept)}" width="${width}" height="${height}" alt="${escapeHtml(alt)}" src="${src}">`;

/** To the run in the full page. @param {Language} tag @param {Attributes} attributes */
const linkTo = (tag, attributes) =>
    escapeHtml(`index.html#${linkOf([...Object.entries(attributes), ["lang", tag]])}`);

/** @param {string} code @param {string} label */
const codeHtml = (code, label) =>
    `<pre class="code" tabindex="0" role="group" aria-label="${escapeHtml(label)}"><code>${escapeHtml(code)}</code></pre>`;

/** @param {string} text @param {string} label */
const outputHtml = (text, label) =>
    `<pre class="output" tabindex="0" role="group" aria-label="${escapeHtml(label)}"><samp>${escapeHtml(text.trimEnd())}</samp></pre>`;

/** @param {Language} tag @param {Model} model */
const sectionsOf = (tag, model) =>
    kerasSections(model, (key, values = {}) => fill(key, exported[tag][key], values));

/**
 * A section of the script, or the one call in it that is named after a colon.
 * @param {ReturnType<typeof sectionsOf>} sections
 * @param {string} place
 */
function excerptOf(sections, place) {
    const [name, call] = place.split(":");
    const lines = sections.find((section) => section.name === name)?.code.split("\n") ?? [];
    const start = call ? lines.findIndex((line) => line.startsWith(call)) : 0;
    if (!lines[start]) throw new Error(`The script has no ${place}.`);
    if (!call) return lines.join("\n");
    const end = lines.findIndex((line, i) => i >= start && line.endsWith(")") && !/^\s/.test(line));
    return lines.slice(start, end + 1).join("\n");
}

/** Some of the lines that Keras prints while it fits. @param {Model} model */
function linesOf({ history, stepsPerEpoch: steps, settings: { epochs } }) {
    const lines = PRINTED.map((epoch) => {
        const [loss, accuracy] = [history.loss[epoch - 1], history.accuracy[epoch - 1]];
        return `Epoch ${epoch}/${epochs}\n${steps}/${steps} - ${metrics({ loss, accuracy })}`;
    });
    return [...lines.slice(0, -1), "...", ...lines.slice(-1)].join("\n");
}
