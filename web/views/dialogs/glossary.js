/**
 * The glossary as a dialog: terms by group or by search, what they mean, and where each can be
 * seen.
 */

import { terms } from "../../lessons/glossary.js";
import { languages } from "../../texts/languages.js";
import { Dialog } from "../../ui/dialog.js";
import { h, setText } from "../../ui/dom.js";
import { offerFocus, pointOut } from "../../ui/point-out.js";

/** @typedef {import("../../lessons/glossary.js").Term} Term */
/** @typedef {import("../../lessons/glossary.js").TermId} TermId */
/** @typedef {import("../../lessons/glossary.js").Place} Place */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {{term: Term, element: HTMLElement, show: HTMLButtonElement}} Entry */

export class GlossaryView {
    #localizer;
    #guide;
    /** @type {readonly Entry[]} */ #entries;
    /** @type {HTMLElement[]} */ #groups = [];

    /**
     * @param {Localizer} localizer
     * @param {2 | 3} level of its heading
     * @param {Pick<import("../guide.js").Guide, "has" | "lead">} guide
     */
    constructor(localizer, level, guide) {
        this.#localizer = localizer;
        this.#guide = guide;
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
            localizer.bind(() => setText(title, localizer.t(`glossary.${group}`)));
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
        localizer.bind(() => {
            setText(searchName, localizer.t("glossary.search"));
            this.#filter();
        });
    }

    /** @param {TermId} [id] of a term to begin with */
    open(id) {
        this.search.value = "";
        this.#filter();
        this.dialog.open();
        for (const { term, show } of this.#entries) show.hidden = !this.#guide.has(term.place);
        this.list.scrollTop = 0;
        const entry = this.#entries.find(({ term }) => term.id === id);
        if (entry) pointOut(entry.element);
        else offerFocus(this.search);
    }

    /** @param {Term} term @returns {Entry} */
    #makeEntry(term) {
        const { id, place } = term;
        const localizer = this.#localizer;
        const name = h("dt");
        const text = h("dd");
        const here = h("dd", { class: "here" });
        const show = h("button", { type: "button", value: id });
        show.addEventListener("click", () => {
            this.element.close();
            this.#guide.lead(place);
        });
        localizer.bind(() => {
            setText(name, localizer.t(`term.${id}`));
            setText(text, localizer.t(`term.${id}.text`));
            setText(here, localizer.t(`term.${id}.here`));
            setText(show, localizer.t("glossary.show"));
            const told = localizer.t("glossary.show.term", { term: localizer.t(`term.${id}`) });
            show.setAttribute("aria-label", told);
        });
        const way = h("dd", { class: "show" }, show);
        return { term, element: h("div", { class: "entry" }, name, text, here, way), show };
    }

    /** Terms whose name contains what was typed; if there are none, those whose text does. */
    #filter() {
        const typed = this.search.value.trim();
        const wanted = plain(typed);
        const named = terms.filter(({ id }) => wordsOf(`term.${id}`).includes(wanted));
        const hits = named.length
            ? named
            : terms.filter(({ id }) => {
                  const words = [wordsOf(`term.${id}.text`), wordsOf(`term.${id}.here`)];
                  return words.join("\n").includes(wanted);
              });
        const shown = new Set(hits.map(({ id }) => id));
        for (const { term, element } of this.#entries) element.hidden = !shown.has(term.id);
        for (const group of this.#groups)
            group.hidden = !group.querySelector(".entry:not([hidden])");
        const t = this.#localizer.t.bind(this.#localizer);
        const count = shown.size;
        setText(
            this.found,
            count ? t("glossary.found", { count }) : t("glossary.none", { text: typed }),
        );
    }
}

/**
 * A text in every language, since a learner may have read the term in another.
 * @param {`term.${TermId}` | `term.${TermId}.text` | `term.${TermId}.here`} key
 */
const wordsOf = (key) => languages.map(({ texts }) => plain(texts[key])).join("\n");

/** A text without differences of spelling: "over-fitting" and "Overfitting" are the same. */
const plain = (/** @type {string} */ text) =>
    text
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
