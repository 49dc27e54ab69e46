/** The dialog in which a table, from a file or pasted, becomes the lab's points. */

import { readTheme } from "../../draw/theme.js";
import { choose } from "../../points/choose.js";
import { decode, judgeSize } from "../../points/decode.js";
import { readTable } from "../../points/table.js";
import { TableError } from "../../points/table-error.js";
import { metric } from "../../shared/keras-line.js";
import { explainTable } from "../../texts/explain-table.js";
import { Dialog } from "../../ui/dialog.js";
import { h, label, setText } from "../../ui/dom.js";
import { TablePreview } from "./table-preview.js";

/** @typedef {import("../../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../../points/choose.js").Chosen} Chosen */
/** @typedef {import("../../shared/protocol.js").Answers} Answers */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {typeof import("../../texts/en/tables.js").tables} Texts */

/**
 * @typedef {object} Host
 * @property {() => import("../../draw/palette.js").Palette} palette
 * @property {(points: Dataset) => Promise<void>} use rejects with a LabError, and changes nothing
 * @property {() => Dataset | undefined} data the points that are in use
 * @property {(points: Dataset) => Promise<Answers["judge"]>} test rejects with a LabError
 * @property {(error: Error) => string} explain
 */

/** Of points that are as they were given. */
const UNSCALED = /** @type {Pick<Chosen, "scales" | "standardized">} */ ({
    scales: [
        { mean: 0, deviation: 1 },
        { mean: 0, deviation: 1 },
    ],
    standardized: false,
});

const FILES = ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain";

export class OwnDataView {
    #words;
    #host;
    /** What is wrong with the file, in the present language; nothing if all is well. */
    #fault = () => "";
    /** How points in use were made of their table. @type {Chosen | undefined} */ #taken;
    /** What came of a test. @type {(Answers["judge"] & {samples: number}) | undefined} */ #tested;
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
        this.test = h("button", { type: "button", name: "test" });
        this.test.addEventListener("click", () => this.#test());
        this.result = h("p");
        this.report = h("pre", { tabindex: 0 });
        this.outcome = h("div", { class: "tested", role: "status" }, this.result, this.report);
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
            this.outcome,
            h("div", { class: "foot" }, this.take, this.test, cancel),
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
            label(this.test, words.t("table.test"), words.t("table.test.help"));
            setText(cancel, words.t("table.cancel"));
            this.#tell();
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
            this.preview.take(table, this.#taken?.columns);
        } catch (thrown) {
            const error = /** @type {Error} */ (thrown);
            this.preview.take();
            const isTable = error instanceof TableError;
            this.#say(() => (isTable ? this.#explain(error) : this.#words.t("table.unreadable")));
        }
    }

    /** @param {() => string} fault */
    #say(fault) {
        this.#fault = fault;
        setText(this.said, fault());
        if (this.said.textContent) this.said.scrollIntoView({ block: "nearest" });
    }

    /** The points can be used as long as there are some; of a test's, that is judged by itself. */
    #offer() {
        this.take.disabled = !this.preview.chosen;
        this.test.disabled = !this.preview.table;
        this.#tested = undefined;
        this.#tell();
    }

    /** What came of the test. */
    #tell() {
        const { samples, epoch, loss, accuracy, report } = this.#tested ?? {};
        this.outcome.hidden = !this.#tested;
        setText(this.report, report ?? "");
        if (loss === undefined || accuracy === undefined) return;
        const values = { samples: samples ?? 0, epoch: epoch ?? 0 };
        const measures = { loss: metric(loss), accuracy: metric(accuracy) };
        setText(this.result, this.#words.t("table.tested", { ...values, ...measures }));
        this.outcome.scrollIntoView({ block: "nearest" });
    }

    /** Points that the network is not trained with, made as those were that it is trained with. */
    async #test() {
        const data = this.#host.data();
        const { table, choice } = this.preview;
        if (!data || !table) return;
        const { labels } = data;
        // Points that have been changed by hand since are still on the same scale.
        const isSame = String(this.#taken?.points.axes) === String(data.axes);
        const { scales, standardized } = (isSame && this.#taken) || UNSCALED;
        try {
            const { points } = choose(table, choice, { trained: { labels, scales, standardized } });
            const tested = await this.#host.test(points);
            this.#say(() => "");
            this.#tested = { ...tested, samples: points.samples };
            this.#tell();
        } catch (thrown) {
            const error = /** @type {Error} */ (thrown);
            this.#say(() => this.#explain(error));
        }
    }

    /** @param {Error} error */
    #explain(error) {
        return error instanceof TableError
            ? explainTable(this.#words, error)
            : this.#host.explain(error);
    }

    async #use() {
        const { chosen } = this.preview;
        if (!chosen) return;
        try {
            await this.#host.use(chosen.points);
            this.#taken = chosen;
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
