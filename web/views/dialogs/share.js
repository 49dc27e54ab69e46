/** The dialog Share: link, snippet, model, Keras code, history and pictures. */

import { MOST_IN_LINK } from "../../shared/points-text.js";
import { copyText } from "../../ui/clipboard.js";
import { Dialog } from "../../ui/dialog.js";
import { h, setText } from "../../ui/dom.js";
import { download } from "../../ui/download.js";

/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../../texts/localizer.js").Key} Key */
/** @typedef {"map" | "curves" | "report"} Picture */

/**
 * link: null where the lab is a guest in a page; isTooLarge: points of one's own are more than a link
 * can have.
 * @typedef {{link: string | null, steps: number, repeatable: boolean, isTooLarge: boolean, snippet:
 *     string, epoch: number}} Shared
 */

/**
 * @typedef {object} Host
 * @property {() => Shared} shared
 * @property {() => Promise<Uint8Array<ArrayBuffer>>} save
 * @property {(bytes: Uint8Array) => Promise<number>} load gives the epoch; rejects with a LabError
 * @property {(kind: "script" | "notebook", weights: boolean) => Promise<string>} script
 * @property {() => string} history as CSV
 * @property {() => Promise<string>} points as CSV
 * @property {(name: Picture, width?: number) => Promise<Blob>} picture width: pixels; as on the
 *     screen if left out
 * @property {(error: Error) => string} explain
 */

const PICTURES = /** @type {const} */ (["map", "curves", "report"]);
const WIDTHS = [1000, 2000, 3000]; // pixels, besides the screen's own

export class ShareView {
    #localizer;
    #host;

    /**
     * @param {Localizer} localizer
     * @param {2 | 3} level of its heading
     * @param {Host} host
     * @param {string | null} authors address of the authors' page
     */
    constructor(localizer, level, host, authors) {
        this.#localizer = localizer;
        this.#host = host;
        const onfocus = (/** @type {Event} */ { target }) =>
            /** @type {HTMLInputElement} */ (target).select();
        const text = { class: "text", readonly: true, spellcheck: "false", onfocus };
        this.link = h("input", { type: "text", name: "link", ...text });
        this.snippet = h("textarea", { name: "snippet", rows: 4, ...text });
        this.linkHelp = h("p");
        this.weights = h("input", { type: "checkbox", name: "weights" });
        this.file = h("input", { type: "file", hidden: true, onchange: () => this.#load() });
        this.said = h("p", { class: "said", role: "status" });
        const weightsText = h("span");
        const sizeText = h("span");
        const sizes = [0, ...WIDTHS].map((width) => h("option", { value: width }));
        this.size = h("select", { name: "size" }, ...sizes);
        const heading = `h${level + 1}`;
        /** @param {Key} name @param {HTMLElement} help @param {...Node} acts */
        const section = (name, help, ...acts) => {
            const title = h(/** @type {"h3"} */ (heading));
            localizer.bind(() => setText(title, localizer.t(name)));
            return h("section", {}, title, help, h("div", { class: "acts" }, ...acts));
        };
        /** @param {Key} key */
        const help = (key) => {
            const element = h("p");
            localizer.bind(() => setText(element, localizer.t(key)));
            return element;
        };
        const linkCopy = this.#button("share.link.copy", () =>
            this.#copyText(this.link.value, "share.link"),
        );
        this.linked = section("share.link", this.linkHelp, this.link, linkCopy);
        const snippetCopy = this.#button("share.embed.copy", () =>
            this.#copyText(this.snippet.value, "share.embed"),
        );
        const more = h("a", { href: authors, hidden: !authors });
        localizer.bind(() => setText(more, localizer.t("share.authors")));
        this.dialog = new Dialog(
            localizer,
            level,
            "share.title",
            this.linked,
            section(
                "share.model",
                help("share.model.help"),
                this.#button("share.save", () => this.#save()),
                this.#button("share.load", async () => this.file.click()),
                this.file,
            ),
            section(
                "share.keras",
                help("share.keras.help"),
                h("label", {}, this.weights, weightsText),
                this.#button("copy", async () =>
                    this.#copyText(await this.#script("script"), "share.keras"),
                ),
                this.#button("share.python", async () =>
                    this.#hand(await this.#script("script"), "spiral_lab.py"),
                ),
                this.#button("share.notebook", async () =>
                    this.#hand(await this.#script("notebook"), "spiral_lab.ipynb"),
                ),
            ),
            section(
                "share.files",
                help("share.files.help"),
                this.#button("share.history", async () =>
                    this.#hand(host.history(), "spiral-lab-history.csv"),
                ),
                this.#button("share.points", async () =>
                    this.#hand(await host.points(), "spiral-lab-points.csv"),
                ),
                h("label", { class: "size" }, sizeText, this.size),
                ...PICTURES.map((name) => this.#button(`share.${name}`, () => this.#draw(name))),
            ),
            section("share.embed", help("share.embed.help"), this.snippet, snippetCopy, more),
            this.said,
        );
        this.element = this.dialog.element;
        this.element.classList.add("share");
        localizer.bind(() => {
            setText(weightsText, localizer.t("share.weights"));
            setText(sizeText, localizer.t("share.size"));
            setText(sizes[0], localizer.t("share.size.screen"));
            WIDTHS.forEach((width, i) => {
                setText(sizes[i + 1], localizer.t("share.size.width", { width }));
            });
            this.link.setAttribute("aria-label", localizer.t("share.link"));
            this.snippet.setAttribute("aria-label", localizer.t("share.embed"));
            this.#show();
        });
    }

    open() {
        this.#say("");
        this.dialog.open();
        this.#show();
    }

    #show() {
        if (!this.element.open) return;
        const { link, steps, repeatable, isTooLarge, snippet } = this.#host.shared();
        this.linked.hidden = link === null;
        this.link.value = link ?? "";
        const trained = steps > 0 ? "share.link.help" : "share.link.fresh";
        const made = repeatable ? trained : "share.link.changed";
        const help = isTooLarge ? "share.link.large" : made;
        setText(this.linkHelp, this.#localizer.t(help, { steps, most: MOST_IN_LINK }));
        this.snippet.value = snippet;
    }

    /** Acts, and says what went wrong. @param {Key} key @param {() => Promise<unknown>} act */
    #button(key, act) {
        const button = h("button", { type: "button", name: key.replace("share.", "") });
        button.addEventListener("click", async () => {
            try {
                this.#say("");
                this.#show(); // the lab may have trained since
                await act();
            } catch (error) {
                this.#say(this.#host.explain(/** @type {Error} */ (error)), true);
            }
        });
        this.#localizer.bind(() => setText(button, this.#localizer.t(key)));
        return button;
    }

    /** @param {string} text @param {boolean} [bad] */
    #say(text, bad = false) {
        this.said.classList.toggle("bad", bad);
        setText(this.said, text);
    }

    /** @param {string} text @param {Key} name of what it is */
    async #copyText(text, name) {
        const t = this.#localizer.t.bind(this.#localizer);
        const copied = await copyText(text, this.element);
        this.#say(copied ? t("share.copied", { name: t(name) }) : t("copy.failed"), !copied);
    }

    /** @param {BlobPart} content @param {string} name */
    #hand(content, name) {
        download(content instanceof Blob ? content : new Blob([content]), name);
        this.#say(this.#localizer.t("share.saved", { name }));
    }

    /** @param {Picture} name */
    async #draw(name) {
        this.#say(this.#localizer.t("share.drawing"));
        const width = Number(this.size.value) || undefined;
        this.#hand(await this.#host.picture(name, width), `spiral-lab-${name}.png`);
    }

    /** @param {"script" | "notebook"} kind */
    #script(kind) {
        return this.#host.script(kind, this.weights.checked);
    }

    async #save() {
        const { epoch } = this.#host.shared();
        this.#hand(await this.#host.save(), `spiral-lab-epoch-${epoch}.bin`);
    }

    async #load() {
        const [file] = this.file.files ?? [];
        if (!file) return;
        this.file.value = ""; // the same one can be chosen again
        try {
            const epoch = await this.#host.load(new Uint8Array(await file.arrayBuffer()));
            this.#say(this.#localizer.t("share.loaded", { name: file.name, epoch }));
            this.#show();
        } catch (error) {
            this.#say(this.#host.explain(/** @type {Error} */ (error)), true);
        }
    }
}
