/** The button that copies the link of a finished task, for a teacher. */

import { copyText } from "../../ui/clipboard.js";
import { h, setText } from "../../ui/dom.js";

/** @typedef {import("../../texts/localizer.js").Key} Key */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

/**
 * link: "" if none leads to the run; hasAddress: it is a whole one, which opens by itself; isOwn: its
 * points are not what the settings make.
 * @typedef {{link: string, hasAddress: boolean, isOwn?: boolean}} Offer
 */

export class HandIn {
    #localizer;
    /** @type {Offer | undefined} */ #offer;
    /** What came of copying. @type {Extract<Key, `handIn.${string}`> | undefined} */ #said;

    /** @param {Localizer} localizer */
    constructor(localizer) {
        this.#localizer = localizer;
        this.button = h("button", { type: "button", class: "copy" });
        this.button.addEventListener("click", () => this.#copy());
        this.note = h("p", { role: "status" });
        this.link = h("input", { class: "link", readonly: true, hidden: true });
        this.element = h("div", { class: "hand-in" }, this.button, this.note, this.link);
        localizer.bind(() => this.#write());
    }

    /** @param {Offer | undefined} offer nothing, where there is nothing to hand in */
    show(offer) {
        if (offer?.link !== this.#offer?.link) this.#said = undefined;
        this.#offer = offer;
        this.#write();
    }

    #write() {
        const { t, offer } = { t: this.#localizer.t.bind(this.#localizer), offer: this.#offer };
        this.element.hidden = !offer;
        this.button.hidden = offer?.link === "";
        setText(this.button, t("handIn.copy"));
        this.link.hidden = this.#said !== "handIn.select";
        this.link.setAttribute("aria-label", t("handIn.link"));
        this.link.value = offer?.link ?? "";
        if (offer?.isOwn) setText(this.note, t("handIn.points"));
        else if (offer?.link === "")
            setText(this.note, t("handIn.none", { again: t("lesson.try") }));
        else setText(this.note, this.#said ? t(/** @type {"handIn.copied"} */ (this.#said)) : "");
    }

    async #copy() {
        const offer = this.#offer;
        if (!offer) return;
        const isCopied = await copyText(offer.link, this.element);
        if (offer !== this.#offer) return;
        const said = offer.hasAddress ? "handIn.copied" : "handIn.line";
        this.#said = isCopied ? said : "handIn.select";
        this.#write();
        if (!isCopied) this.link.select();
    }
}
