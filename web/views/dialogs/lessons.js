/** The list of lessons, by chapter, in a dialog; and the way to a lesson from a file. */

import { byChapter } from "../../lessons/chapters.js";
import { keyFor } from "../../lessons/lesson-text.js";
import { Dialog } from "../../ui/dialog.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/**
 * A lesson of the library, as far as the list needs it.
 * @typedef {{id: string, minutes?: number, title: Readonly<Record<string, string>>}} Listed
 */

/**
 * @typedef {object} Host
 * @property {() => Promise<readonly Listed[]>} lessons rejects where they are not to be had
 * @property {(id: string) => void} open one of them
 * @property {(file: File) => Promise<string>} read opens one from a file; gives what is wrong, or ""
 */

export class LessonsView {
    #localizer;
    #host;
    #heading;

    /**
     * @param {Localizer} localizer
     * @param {2 | 3} level of its heading
     * @param {Host} host
     */
    constructor(localizer, level, host) {
        this.#localizer = localizer;
        this.#host = host;
        this.list = h("div", { class: "chapters" });
        const intro = h("p");
        const help = h("p", { class: "help" });
        this.file = h("input", { type: "file", accept: ".json,application/json", hidden: true });
        this.file.addEventListener("change", () => {
            this.#read(this.file.files?.[0]);
            this.file.value = ""; // the same one can be chosen again
        });
        const choose = h("button", { type: "button", class: "from-file" });
        choose.addEventListener("click", () => this.file.click());
        this.said = h("p", { class: "said bad", role: "alert" });
        this.#heading = /** @type {"h3"} */ (`h${level + 1}`);
        const foot = h("div", { class: "acts" }, choose, help, this.file);
        this.dialog = new Dialog(
            localizer,
            level,
            "lessons.title",
            ...[intro, this.list, foot, this.said],
        );
        this.element = this.dialog.element;
        this.element.classList.add("lessons");
        this.element.addEventListener("dragover", (event) => event.preventDefault());
        this.element.addEventListener("drop", (event) => {
            event.preventDefault();
            this.#read(event.dataTransfer?.files[0]);
        });
        localizer.bind(() => {
            setText(intro, localizer.t("lessons.intro"));
            setText(choose, localizer.t("lessons.file"));
            setText(help, localizer.t("lessons.file.help"));
        });
    }

    async open() {
        setText(this.said, "");
        this.dialog.open();
        try {
            const lessons = await this.#host.lessons();
            if (!this.list.hasChildNodes()) this.list.append(...this.#makeSections(lessons));
        } catch {
            setText(this.said, this.#localizer.t("lesson.bad.library"));
        }
    }

    /** @param {readonly Listed[]} lessons */
    #makeSections(lessons) {
        return byChapter(lessons).map(([chapter, own]) => {
            const title = h(this.#heading);
            this.#localizer.bind(() =>
                setText(title, this.#localizer.t(`lessons.chapter.${chapter}`)),
            );
            const items = own.map((lesson) => h("li", {}, this.#makeEntry(lesson)));
            return h("section", {}, title, h("ul", { class: "tries" }, ...items));
        });
    }

    /** @param {Listed} lesson */
    #makeEntry({ id, minutes, title }) {
        const name = h("span");
        const time = h("span", { class: "minutes" });
        const button = h("button", { type: "button", value: id }, name, time);
        button.addEventListener("click", () => {
            this.element.close();
            this.#host.open(id);
        });
        this.#localizer.bind(() => {
            const key = keyFor(Object.keys(title), this.#localizer.language);
            setText(name, title[key]);
            setText(time, minutes ? this.#localizer.t("lessons.minutes", { count: minutes }) : "");
        });
        return button;
    }

    /** @param {File} [file] */
    async #read(file) {
        if (!file) return;
        const fault = await this.#host.read(file);
        setText(this.said, fault);
        if (!fault) this.element.close();
    }
}
