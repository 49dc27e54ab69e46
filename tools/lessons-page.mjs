/** dist/lessons.html: the lessons by chapter, in each language, each with its link. */

import { byChapter } from "../web/lessons/chapters.js";
import { keyFor } from "../web/lessons/lesson-text.js";
import { escapeHtml } from "../web/shared/escape-html.js";
import { handIn, languages } from "../web/texts/languages.js";
import { Localizer } from "../web/texts/localizer.js";

/** @typedef {import("../web/views/dialogs/lessons.js").Listed} Listed */

/**
 * What stands in the page in the place of {{title}} and of {{lists}}.
 * @param {readonly Listed[]} lessons
 */
export function lessonLists(lessons) {
    const all = languages.map(({ tag, title }) => ({ tag, title, localizer: new Localizer(tag) }));
    const lists = all.map(({ tag, localizer }) => list(tag, localizer, lessons));
    return { title: escapeHtml(all.map(({ title }) => title).join(" ")), lists: lists.join("\n") };
}

/** @param {string} tag @param {Localizer} localizer @param {readonly Listed[]} lessons */
function list(tag, localizer, lessons) {
    const page = new Localizer(localizer.language, handIn);
    const intro = escapeHtml(localizer.t("lessons.intro"));
    const chapters = byChapter(lessons).map(([chapter, own]) => {
        const name = escapeHtml(localizer.t(`lessons.chapter.${chapter}`));
        const items = own.map((lesson) => entry(tag, localizer, lesson));
        return `<h3>${name}</h3>\n<ul>\n${items.join("\n")}\n</ul>`;
    });
    const heading = escapeHtml(localizer.t("lessons.title"));
    const check = escapeHtml(page.t("check.link"));
    const sheet = `<p>${escapeHtml(page.t("sheet"))}</p>`;
    const foot = `<p><a href="hand-in.html#lang=${tag}">${check}</a></p>`;
    const lines = [`<h2>${heading}</h2>`, `<p>${intro}</p>`, ...chapters, sheet, foot];
    return `<section lang="${tag}">\n${lines.join("\n")}\n</section>`;
}

/** @param {string} tag @param {Localizer} localizer @param {Listed} lesson */
function entry(tag, localizer, { id, minutes, title }) {
    const name = escapeHtml(title[keyFor(Object.keys(title), tag)]);
    const time = minutes ? localizer.t("lessons.minutes", { count: minutes }) : "";
    const link = escapeHtml(`index.html#lang=${tag}&lesson=${id}`);
    return `<li><a href="${link}">${name}</a> <small>${escapeHtml(time)}</small></li>`;
}
