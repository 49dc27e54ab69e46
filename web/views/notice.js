/** A sentence below the map: what went wrong or can be restored, with a button that does it. */

import { h, setText } from "../ui/dom.js";

/** In the present language; "" is nothing. @typedef {() => string} Sentence */
/**
 * What the button does: see its text.
 * @typedef {"back" | "tenth" | "raise" | "lower" | "fresh" | "initializer" | "penalty" | "dropout" |
 *     "noise" | "layers" | "straight" | "vanish" | "saturate"} Offer
 */

export class Notice {
    #localizer;
    /** @type {Sentence} */ #text = () => "";
    /** Whether it stays when training begins. */
    #stays = false;
    /** @type {Offer | undefined} */ #offer;
    /** Whether nothing went wrong. */
    #mild = false;

    /**
     * @param {import("../texts/localizer.js").Localizer} localizer
     * @param {object} host
     * @param {(offer: Offer) => void} host.take what is offered
     * @param {() => void} host.leave gives the focus elsewhere, since what had it is going
     */
    constructor(localizer, { take, leave }) {
        this.#localizer = localizer;
        this.text = h("p");
        this.button = h("button", {
            type: "button",
            class: "offer",
            onclick: () => {
                const offer = this.#offer;
                leave();
                this.clear();
                if (offer) take(offer);
            },
        });
        const close = () => {
            leave();
            this.clear();
        };
        this.out = h("button", { type: "button", class: "close", onclick: close }, "✕");
        this.element = h("div", {
            class: "notice",
            role: "alert",
            hidden: true,
            onkeydown: (/** @type {KeyboardEvent} */ event) => {
                if (event.key !== "Escape") return;
                event.preventDefault();
                close();
            },
        });
        this.element.append(this.text, this.button, this.out);
        localizer.bind(() => this.#show());
    }

    /**
     * @param {Sentence} text
     * @param {{offer?: Offer, stays?: boolean, mild?: boolean}} [how] offer: what the button does;
     *     stays: also when training begins; mild: nothing went wrong, as where something can be
     *     restored
     */
    say(text, { offer, stays = false, mild = offer === "back" } = {}) {
        this.#text = text;
        this.#stays = stays;
        this.#mild = mild;
        this.#offer = offer;
        this.#show();
    }

    clear() {
        this.say(() => "");
    }

    /** Training begins: what was wrong before no longer matters. */
    hush() {
        if (!this.#stays) this.clear();
    }

    /** Something else was chosen: what was wrong with a link no longer matters. */
    forget() {
        if (this.#stays) this.clear();
    }

    #show() {
        const text = this.#text();
        setText(this.text, text);
        this.element.hidden = text === "";
        this.element.classList.toggle("mild", this.#mild);
        this.button.hidden = !this.#offer;
        if (this.#offer) setText(this.button, this.#localizer.t(`offer.${this.#offer}`));
        const out = this.#localizer.t("notice.close");
        this.out.title = out;
        this.out.setAttribute("aria-label", out);
    }
}
