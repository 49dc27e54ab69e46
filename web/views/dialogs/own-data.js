/** The dialog in which a table, from a file or pasted, becomes the lab's points. */

import { readTheme } from "../../draw/theme.js";
import { decode, judgeSize } from "../../points/decode.js";
import { readTable } from "../../points/table.js";
import { TableError } from "../../points/table-error.js";
import { explainTable } from "../../texts/explain-table.js";
import { Dialog } from "../../ui/dialog.js";
import { h, setText } from "../../ui/dom.js";
import { TablePreview } from "./table-preview.js";

/** @typedef {import("../../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {typeof import("../../texts/en/tables.js").tables} Texts */

/**
 * @typedef {object} Host
 * @property {() => import("../../draw/palette.js").Palette} palette
 * @property {(points: Dataset) => Promise<void>} use rejects with a LabError, and changes nothing
 * @property {(error: Error) => string} explain
 */

const FILES = ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain";

export class OwnDataView {
    #words;
    #host;
    /** What is wrong with the file, in the present language; nothing if all is well. */
    #fault = () => "";
    #reading = 0; // counts the tables, of which the last one counts

    /**
     * @param {Localizer} localizer the lab's
     * @param {import("../../texts/localizer.js").Localizer<Texts>} words
     * @param {2 | 3} level of its heading
     * @param {Host} host
     */
    constructor(localizer, words, level, host) {
        this.#words = words;
        this.#host = host;
        const intro = h("p");
        this.file = h("input", { type: "file", accept: FILES, hidden: true });
        this.file.addEventListener("change", () => {
            this.#readFile(this.file.files?.[0]);
            this.file.value = ""; // the same one can be chosen again
        });
        const choose = h("button", { type: "button", class: "choose" });
        choose.addEventListener("click", () => this.file.click());
        this.name = h("span", { class: "file-name" });
        this.text = h("textarea", { name: "table", rows: 2, spellcheck: "false" });
        this.text.addEventListener("input", () => this.#readText());
        this.said = h("p", { class: "said bad", role: "alert" });
        this.preview = new TablePreview(words, {
            theme: () => readTheme(this.element, host.palette()),
            changed: () => this.#offer(),
        });
        this.take = h("button", { type: "button", class: "primary", name: "use" });
        this.take.addEventListener("click", () => this.#use());
        const cancel = h("button", { type: "button", name: "cancel" });
        cancel.addEventListener("click", () => this.element.close());
        this.dialog = new Dialog(
            localizer,
            level,
            "table.title",
            intro,
            h("div", { class: "sources" }, choose, this.name, this.file, this.text),
            this.said,
            this.preview.element,
            h("div", { class: "foot" }, this.take, cancel),
        );
        this.element = this.dialog.element;
        this.element.classList.add("own-data");
        this.element.addEventListener("close", () => this.#forget());
        words.bind(() => {
            setText(intro, words.t("table.intro"));
            setText(choose, words.t("table.choose"));
            this.text.placeholder = words.t("table.paste");
            this.text.setAttribute("aria-label", words.t("table.paste"));
            setText(this.take, words.t("table.use"));
            setText(cancel, words.t("table.cancel"));
            setText(this.said, this.#fault());
        });
        this.#offer();
    }

    /** @param {File} [file] to begin with */
    open(file) {
        this.dialog.open();
        if (file) this.#readFile(file);
    }

    /** @param {File} [file] */
    async #readFile(file) {
        if (!file) return;
        const reading = ++this.#reading;
        this.text.value = "";
        setText(this.name, file.name);
        this.name.title = file.name;
        /** @type {() => string} */ let read;
        try {
            judgeSize(file.size);
            const bytes = new Uint8Array(await file.arrayBuffer());
            read = () => decode(bytes);
        } catch (error) {
            read = () => {
                throw error;
            };
        }
        if (reading === this.#reading) this.#take(read);
    }

    #readText() {
        this.#reading++;
        setText(this.name, "");
        const text = this.text.value;
        if (text.trim() === "") {
            this.#say(() => "");
            this.preview.take();
            return;
        }
        this.#take(() => {
            judgeSize(text.length);
            return text;
        });
    }

    /** @param {() => string} read throws what is wrong with the file */
    #take(read) {
        try {
            const table = readTable(read());
            this.#say(() => "");
            this.preview.take(table);
        } catch (thrown) {
            const error = /** @type {Error} */ (thrown);
            this.preview.take();
            this.#say(() =>
                error instanceof TableError
                    ? explainTable(this.#words, error)
                    : this.#words.t("table.unreadable"),
            );
        }
    }

    /** @param {() => string} fault */
    #say(fault) {
        this.#fault = fault;
        setText(this.said, fault());
        if (this.said.textContent) this.said.scrollIntoView({ block: "nearest" });
    }

    /** The points can be used as long as there are some. */
    #offer() {
        this.take.disabled = !this.preview.chosen;
    }

    async #use() {
        const { chosen } = this.preview;
        if (!chosen) return;
        try {
            await this.#host.use(chosen.points);
            this.element.close();
        } catch (thrown) {
            const error = /** @type {Error} */ (thrown);
            this.#say(() => this.#host.explain(error));
        }
    }

    /** The next time it begins anew, and meanwhile a large table takes no memory. */
    #forget() {
        this.#reading++;
        this.text.value = "";
        setText(this.name, "");
        this.#say(() => "");
        this.preview.take();
    }
}
