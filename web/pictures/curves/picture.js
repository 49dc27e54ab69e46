/** The curves: loss and accuracy over the epochs, with earlier runs to compare them with. */

import { Sheet } from "../../draw/sheet.js";
import { lowest } from "../../shared/history.js";
import { settingWords } from "../../texts/setting-words.js";
import { h, label, setText } from "../../ui/dom.js";
import { press, toggle } from "../../ui/toggle.js";
import { CurveView } from "./curve.js";
import { KeptRuns } from "./kept-runs.js";

/** @typedef {import("../host.js").Picture} Picture */
/** @typedef {import("../host.js").Frame} Frame */
/** @typedef {import("../host.js").Host} Host */
/** @typedef {import("../host.js").Run} Run */
/** @typedef {import("../host.js").Theme} Theme */

const MEASURES = /** @type {const} */ (["loss", "accuracy"]);
/** The size of a curve in a saved picture, in CSS pixels, however many real ones they are. */
const TAKEN = { width: 584, height: 190 };
const PRINTED = { width: 930, height: 360, ratio: 3 }; // dots of each curve
const LINE = 22; // CSS pixels of a line in the key
const DASH = [4, 3];

/** @implements {Picture} */
export class CurvesPicture {
    #localizer;
    #painter;
    #speak;
    #runs = new KeptRuns();
    /** @type {Run | undefined} */ #run;

    /** @param {Host} host */
    constructor({ localizer, painter, heading, speak }) {
        this.#localizer = localizer;
        this.#painter = painter;
        this.#speak = speak;
        const t = localizer.t.bind(localizer);
        /**
         * @param {number} epoch
         * @param {string} value
         * @param {string} [other]
         * @param {boolean} [lowest]
         */
        const tell = (epoch, value, other, lowest) =>
            other === undefined
                ? t("curve.value", { epoch, value })
                : t(lowest ? "curve.values.lowest" : "curve.values", { epoch, value, other });
        this.log = toggle("log", false, (on) => this.loss.setLog(on));
        this.loss = new CurveView({ heading, tell, controls: [this.log] });
        this.accuracy = new CurveView({ heading, tell, top: 1 });
        this.keep = toggle("keep", true, (on) => {
            this.#runs.keeping = on;
        });
        this.clear = h("button", { type: "button", class: "clear", onclick: () => this.#clear() });
        const keys = [h("span", { class: "key-line" }), h("span", { class: "key-line dashed" })];
        const foot = h("div", { class: "runs" }, ...keys, this.keep, this.clear);
        this.element = h("section", { class: "curves" });
        this.element.append(this.loss.element, this.accuracy.element, foot);
        painter.add("curves", { draw: () => this.#draw(), waits: true, calm: true });
        localizer.bind(() => {
            setText(this.loss.title, t("loss"));
            setText(this.accuracy.title, t("accuracy"));
            label(this.log, t("curve.log"), t("curve.log.help"));
            label(this.keep, t("runs.keep"), t("runs.keep.help"));
            setText(keys[0], t("curve.training"));
            setText(keys[1], t("curve.validation"));
            this.#showRuns();
            if (this.#run) this.describe(this.#run);
            painter.invalidate("curves");
        });
    }

    /** @param {Frame} frame @param {Run} run */
    take({ from, loss }, run) {
        this.#run = run;
        const earlier = this.#runs.kept;
        this.#runs.follow(run.history, run.settings);
        if (earlier !== this.#runs.kept) this.#showRuns();
        if (from === 0 || loss.length > 0) this.#painter.invalidate("curves");
    }

    /** The earlier runs that are shown. @returns {import("./kept-runs.js").Comparison} */
    get comparison() {
        return { kept: this.#runs.kept, keeping: this.#runs.keeping };
    }

    /** Shows these, and no others. @param {import("./kept-runs.js").Comparison} comparison */
    compare({ kept, keeping }) {
        this.#runs.keeping = keeping;
        this.#runs.kept = kept;
        press(this.keep, keeping);
        this.#showRuns();
        this.#painter.invalidate("curves");
    }

    startOver() {
        this.#runs.keeping = true;
        this.#runs.clear();
        press(this.keep, true);
        press(this.log, false);
        this.loss.setLog(false);
        this.#showRuns();
        this.#draw();
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        for (const name of MEASURES) this[name].setTheme(theme);
    }

    /** @param {Run} run */
    describe({ history }) {
        const t = this.#localizer.t.bind(this.#localizer);
        for (const name of MEASURES) {
            /**
             * @param {readonly number[]} values
             * @param {import("../../texts/localizer.js").Key} key
             */
            const tell = (values, key) => {
                const [first, last] = [values[0], values.at(-1)].map((v) => v?.toFixed(4) ?? "");
                return t(key, { name: t(name), epochs: values.length, first, last });
            };
            const values = history[name];
            const others = history[`val_${name}`];
            const texts = [tell(values, values.length ? "curve.description" : "curve.none")];
            if (others.length) texts.push(tell(others, "curve.description.validation"));
            const ring = name === "loss" ? lowest(others) : undefined;
            const { epoch = 0, loss = 0 } = ring ?? {};
            if (ring) texts.push(t("curve.lowest", { epoch, value: loss.toFixed(4) }));
            const count = this.#runs.kept.length;
            if (count) texts.push(t("curve.description.earlier", { count }));
            this[name].describe(texts.join(" "));
        }
    }

    /**
     * Draws loss and accuracy, each with its name, and the key of the lines.
     * @param {Theme} theme
     * @param {number} [width]
     */
    async sheet(theme, width) {
        this.#draw(); // what has not been drawn yet
        const shown = this.loss.size;
        const box = width || shown.height === 0 ? TAKEN : shown;
        const sheet = new Sheet(theme, box.width, devicePixelRatio, width);
        const { inner, ratio } = sheet;
        const size = { width: inner, height: Math.round(box.height * ratio), ratio };
        for (const name of MEASURES) {
            const { title, value } = this[name];
            sheet.title(`${title.textContent}  ${value.textContent}`);
            sheet.take(await this[name].picture(size));
        }
        const t = this.#localizer.t.bind(this.#localizer);
        /**
         * @param {string} text @param {string} colour @param {boolean} isDashed
         * @returns {import("../../draw/sheet.js").Piece}
         */
        const piece = (text, colour, isDashed) => ({
            room: LINE + 5,
            text,
            draw(context, x, y) {
                context.setLineDash(isDashed ? DASH.map((length) => length * ratio) : []);
                context.strokeStyle = colour;
                context.lineWidth = 2 * ratio;
                context.beginPath();
                context.moveTo(x, y);
                context.lineTo(x + LINE * ratio, y);
                context.stroke();
            },
        });
        sheet.flow([
            piece(t("curve.training"), theme.accent, false),
            piece(t("curve.validation"), theme.text, true),
        ]);
        return sheet;
    }

    /** The curves for paper, each with its name, and the key of the lines. */
    print() {
        const t = this.#localizer.t.bind(this.#localizer);
        const figures = MEASURES.map((name) => {
            const canvas = this[name].print(PRINTED);
            return h("figure", {}, h("figcaption", {}, t(name)), ...(canvas ? [canvas] : []));
        });
        const key = h("p", { class: "runs" });
        key.append(h("span", { class: "key-line" }, t("curve.training")));
        if (this.#run?.history.val_loss.length)
            key.append(h("span", { class: "key-line dashed" }, t("curve.validation")));
        return h("div", {}, ...figures, key);
    }

    /** @param {string} [name] of a measure */
    reveal(name) {
        const measure = MEASURES.find((measure) => measure === name);
        return measure ? this[measure].element : this.element;
    }

    close() {
        for (const name of MEASURES) this[name].close();
    }

    #draw() {
        if (!this.#run) return;
        const { history, goal } = this.#run;
        for (const name of MEASURES) {
            const earlier = this.#runs.kept.map((run) => ({
                values: run.history[name],
                name: () => this.#nameOf(run),
            }));
            const validation = history[`val_${name}`];
            const ring = name === "loss" ? lowest(validation)?.epoch : undefined;
            this[name].setLines(
                { training: history[name], validation, lowest: ring, earlier },
                goal,
            );
            this[name].draw();
        }
    }

    /**
     * Names a run by the settings that were different, the most important first.
     * @param {import("./kept-runs.js").Run} run
     */
    #nameOf({ settings }) {
        const now = this.#run?.settings;
        if (!settings || !now) return "";
        return settingWords(this.#localizer, settings, { ...now, epochs: settings.epochs }).join(
            " · ",
        );
    }

    #clear() {
        if (this.#runs.kept.length === 0) return;
        this.#runs.clear();
        this.#showRuns();
        this.#draw();
        if (this.#run) this.describe(this.#run);
        this.#speak(this.#localizer.t("runs.cleared"));
    }

    #showRuns() {
        const t = this.#localizer.t.bind(this.#localizer);
        const count = this.#runs.kept.length;
        label(this.clear, t("runs.clear", { count }), t("runs.clear.help"));
        this.clear.setAttribute("aria-disabled", String(count === 0));
    }
}
