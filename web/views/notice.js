/** A sentence below the map: what went wrong or can be had back, with a button that does it. */

import { h, setText } from "../ui/dom.js";

/** In the present language; "" is nothing. @typedef {() => string} Sentence */
/**
 * A tenth of the learning rate; the first weights; both; the network that was there before a new
 * start.
 * @typedef {"tenth" | "anew" | "lower" | "back"} Offer
 */

export class Notice {
    #localizer;
    /** @type {Sentence} */ #text = () => "";
    /** It stays also when training begins. */
    #stays = false;
    /** @type {Offer | undefined} */ #offer;

    /**
     * @param {import("../texts/localizer.js").Localizer} localizer
     * @param {(offer: Offer) => void} take what is offered
     */
    constructor(localizer, take) {
        this.#localizer = localizer;
        this.text = h("p");
        this.button = h("button", {
            type: "button",
            onclick: () => {
                const offer = this.#offer;
                this.clear();
                if (offer) take(offer);
            },
        });
        this.element = h("div", { class: "notice", role: "alert", hidden: true });
        this.element.append(this.text, this.button);
        localizer.bind(() => this.#show());
    }

    /**
     * @param {Sentence} text
     * @param {{offer?: Offer, stays?: boolean}} [how] offer: what the button does; stays: also when
     *     training begins
     */
    say(text, { offer, stays = false } = {}) {
        this.#text = text;
        this.#stays = stays;
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
        this.element.classList.toggle("mild", this.#offer === "back");
        this.button.hidden = !this.#offer;
        if (this.#offer) setText(this.button, this.#localizer.t(`offer.${this.#offer}`));
    }
}
