/** A lesson on paper: its questions, with room for what one expects, why, and what happened. */

import { filled, keyFor, keyOf, withoutTerms } from "../../lessons/lesson-text.js";
import { written } from "../../lessons/numbers.js";
import { format } from "../../shared/fields.js";
import { languages } from "../../texts/languages.js";
import { h } from "../../ui/dom.js";
import { headOf } from "../paper.js";

/** @typedef {import("../../core/settings.js").Settings} Settings */
/** @typedef {import("../../lessons/lesson.js").Lesson} Lesson */
/** @typedef {import("../../lessons/lesson.js").Step} Step */
/** @typedef {import("../../lessons/lesson-text.js").Text} Text */
/** @typedef {import("../../texts/localizer.js").Key} Key */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

const BLANK = "______"; // a number that only the run will tell
const TRIES = 4; // rows for a task

/**
 * @param {Localizer} localizer
 * @param {Lesson} lesson
 * @param {Settings} defaults of a step's settings
 * @param {string} address where the lesson is; "" leaves it out
 */
export function worksheetOf(localizer, lesson, defaults, address) {
    const t = localizer.t.bind(localizer);
    const key = keyFor(lesson.languages, localizer.language);
    const steps = lesson.steps.map((step, i) => {
        const settings = { ...defaults, ...step.set };
        /** @param {Text} text */
        const write = (text) =>
            withoutTerms(
                filled(text[key], (name) => {
                    const value = settings[/** @type {keyof Settings} */ (name.name)];
                    const isKnown = name.scope === "" && value !== undefined;
                    if (!isKnown) return BLANK;
                    const number = Number(value);
                    return Number.isNaN(number) ? format(value) : written(name, number);
                }),
            );
        const title = t("worksheet.step", { step: i + 1 });
        return h("section", {}, h("h2", {}, title), ...partsOf(localizer, step, write));
    });
    const where = address === "" ? [] : [h("p", { class: "address" }, address)];
    const last = h("section", {}, h("p", {}, t("worksheet.own")), ...lines(2));
    const lang = languages.find(({ tag }) => keyOf(tag) === key)?.tag ?? "";
    const head = headOf(localizer, lesson.title[key]);
    return h("div", { class: "paper worksheet", lang }, head, ...where, ...steps, last);
}

/**
 * @param {Localizer} localizer
 * @param {Step} step
 * @param {(text: Text) => string} write
 * @returns {HTMLElement[]}
 */
function partsOf(localizer, step, write) {
    const t = localizer.t.bind(localizer);
    /** @type {HTMLElement[]} */
    const parts = [];
    if (step.say) parts.push(h("p", {}, write(step.say)));
    if (step.ask) parts.push(h("p", { class: "ask" }, write(step.ask)));
    if (step.choices.length > 0) {
        const choices = step.choices.map(({ text }) =>
            h("li", {}, h("span", { class: "box" }), write(text)),
        );
        parts.push(h("ul", {}, ...choices), room(t("worksheet.because")));
    }
    if (step.task) {
        parts.push(h("p", { class: "ask" }, t("worksheet.task", { text: write(step.task.text) })));
        parts.push(tries(localizer, step));
    } else if (step.run !== undefined) parts.push(room(t("worksheet.happened")), ...lines(1));
    return parts;
}

/** Rows for what was tried in a task. @param {Localizer} localizer @param {Step} step */
function tries(localizer, { allow }) {
    const t = localizer.t.bind(localizer);
    const names = allow.map((name) => t(/** @type {Key} */ (name)));
    const columns = [t("worksheet.try"), ...names, t("worksheet.result")];
    const head = h("tr", {}, ...columns.map((name) => h("th", {}, name)));
    const rows = Array.from({ length: TRIES }, (_, i) =>
        h("tr", {}, h("td", {}, String(i + 1)), ...columns.slice(1).map(() => h("td"))),
    );
    return h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows));
}

/** A line to write on, after some words. @param {string} words */
const room = (words) => h("p", { class: "room" }, h("span", {}, words), h("span"));

/** @param {number} count */
const lines = (count) => Array.from({ length: count }, () => h("p", { class: "room" }, h("span")));
