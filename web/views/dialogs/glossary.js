/**
 * The glossary as a dialog: terms by group or by search, what they mean, and where each can be
 * seen.
 */

import { terms } from "../../lessons/glossary.js";
import { Dialog } from "../../ui/dialog.js";
import { h, setText } from "../../ui/dom.js";
import { offerFocus } from "../../ui/point-out.js";

/** @typedef {import("../../lessons/glossary.js").Term} Term */
/** @typedef {import("../../lessons/glossary.js").TermId} TermId */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {typeof import("../../texts/en/glossary.js").glossary} Texts */
/** @typedef {{term: Term, element: HTMLElement, show: HTMLButtonElement}} Entry */
/**
 * What it needs of the lab.
 * @typedef {Pick<import("../guide.js").Guide, "has" | "lead" | "point">} Host
 */

export class GlossaryView {
    #localizer;
    #words;
    #host;
    /** @type {readonly Entry[]} */ #entries;
    /** @type {HTMLElement[]} */ #groups = [];

    /**
     * @param {Localizer} localizer the lab's, which has the terms' names
     * @param {import("../../texts/localizer.js").Localizer<Texts>} words
     * @param {2 | 3} level of its heading
     * @param {Host} host
     */
    constructor(localizer, words, level, host) {
        this.#localizer = localizer;
        this.#words = words;
        this.#host = host;
        const searchName = h("span");
        this.search = h("input", {
            type: "search",
            name: "search",
            autocomplete: "off",
            spellcheck: "false",
            oninput: () => this.#filter(),
        });
        this.found = h("p", { class: "found", role: "status" });
        this.list = h("div", { class: "terms" });
        this.#entries = terms.map((term) => this.#makeEntry(term));
        for (const group of new Set(terms.map((term) => term.group))) {
            const title = h(/** @type {"h3" | "h4"} */ (`h${level + 1}`));
            words.bind(() => setText(title, words.t(`glossary.${group}`)));
            const own = this.#entries.filter(({ term }) => term.group === group);
            const list = h("dl", {}, ...own.map(({ element }) => element));
            this.#groups.push(h("section", {}, title, list));
        }
        this.list.append(...this.#groups);
        this.dialog = new Dialog(
            localizer,
            level,
            "glossary",
            h("div", { class: "search" }, h("label", {}, searchName, this.search), this.found),
            this.list,
        );
        this.element = this.dialog.element;
        this.element.classList.add("glossary");
        words.bind(() => {
            setText(searchName, words.t("glossary.search"));
            this.#filter();
        });
    }

    /** @param {TermId} [id] of a term to begin with */
    open(id) {
        this.search.value = "";
        this.#filter();
        this.dialog.open();
        for (const { term, show } of this.#entries) show.hidden = !this.#host.has(term.place);
        this.list.scrollTop = 0;
        const entry = this.#entries.find(({ term }) => term.id === id);
        if (entry) this.#host.point(entry.element);
        else offerFocus(this.search);
    }

    /** @param {Term} term @returns {Entry} */
    #makeEntry(term) {
        const { id, place } = term;
        const localizer = this.#localizer;
        const words = this.#words;
        const name = h("dt");
        const text = h("dd");
        const here = h("dd", { class: "here" });
        const show = h("button", { type: "button", value: id });
        show.addEventListener("click", () => {
            this.element.close();
            this.#host.lead(place);
        });
        localizer.bind(() => {
            setText(name, localizer.t(`term.${id}`));
            setText(text, words.t(`term.${id}.text`));
            setText(here, words.t(`term.${id}.here`));
            setText(show, words.t("glossary.show"));
            const told = words.t("glossary.show.term", { term: localizer.t(`term.${id}`) });
            show.setAttribute("aria-label", told);
        });
        const way = h("dd", { class: "show" }, show);
        return { term, element: h("div", { class: "entry" }, name, text, here, way), show };
    }

    /** Terms whose name contains what was typed; if there are none, those whose text does. */
    #filter() {
        const typed = this.search.value.trim();
        const wanted = plain(typed);
        // In any language, since a learner may have read the term in another.
        const has = (/** @type {string} */ text) => plain(text).includes(wanted);
        const words = this.#words;
        const named = terms.filter(({ id }) => this.#localizer.everywhere(`term.${id}`).some(has));
        const explained = () =>
            terms.filter(({ id }) => {
                const texts = words.everywhere(`term.${id}.text`);
                return [...texts, ...words.everywhere(`term.${id}.here`)].some(has);
            });
        const hits = named.length ? named : explained();
        const shown = new Set(hits.map(({ id }) => id));
        for (const { term, element } of this.#entries) element.hidden = !shown.has(term.id);
        for (const group of this.#groups)
            group.hidden = !group.querySelector(".entry:not([hidden])");
        const count = shown.size;
        const none = () => words.t("glossary.none", { text: typed });
        setText(this.found, count ? words.t("glossary.found", { count }) : none());
    }
}

/** A text without differences of spelling: "over-fitting" and "Overfitting" are the same. */
const plain = (/** @type {string} */ text) =>
    text
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
