/** The bar over the map with which somebody draws: tools, brush, classes, undo. */

import { drawSwatch } from "../../draw/markers.js";
import { classColours } from "../../draw/palette.js";
import { h, icon, label, setText } from "../../ui/dom.js";
import { press, toggle } from "../../ui/toggle.js";

/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../points/drawing.js").Drawing} Drawing */
/** @typedef {typeof import("../../texts/en/tables.js").tables} Texts */
/** @typedef {import("../../texts/localizer.js").Localizer<Texts>} Localizer */

/** @typedef {(typeof TOOLS)[number]} Tool */
/** @typedef {"undo" | "redo" | "clear" | "addClass" | "removeClass"} Act */

/**
 * What the bar asks for.
 * @typedef {object} Wishes
 * @property {(isOn: boolean) => void} draw
 * @property {(radius: number) => void} brush in CSS pixels
 * @property {(act: Act) => void} act
 * @property {(name: string) => string} rename the chosen class; what is wrong with that name, or ""
 */

const TOOLS = /** @type {const} */ (["paint", "move", "erase"]);
const ICONS = {
    undo: "M6 2v3h4a4 4 0 0 1 0 8H5v-2h5a2 2 0 0 0 0-4H6v3L1.5 6z",
    redo: "M10 2v3H6a4 4 0 0 0 0 8h5v-2H6a2 2 0 0 1 0-4h4v3l4.5-4z",
};
const LARGEST = 60; // CSS pixels of the brush
const FIRST = 12;

export class DrawingBar {
    #localizer;
    #wishes;
    /** @type {Theme | undefined} */ #theme;
    /** @type {Drawing | undefined} */ #drawing;
    /** The names of the classes as they are shown. */
    #shown = "";
    /** @type {Tool} */ tool = "paint";
    /** The class that is painted. */
    chosen = 0;

    /** @param {Localizer} localizer @param {Wishes} wishes */
    constructor(localizer, wishes) {
        this.#localizer = localizer;
        this.#wishes = wishes;
        const t = localizer.t.bind(localizer);
        this.draw = toggle("draw", false, (isOn) => wishes.draw(isOn));
        const tools = TOOLS.map((tool) => {
            const radio = h("input", {
                type: "radio",
                name: "tool",
                value: tool,
                checked: tool === this.tool,
                onchange: () => {
                    this.tool = tool;
                },
            });
            const text = h("span");
            localizer.bind(() => setText(text, t(`draw.${tool}`)));
            return h("label", { class: "tool" }, radio, text);
        });
        const toolset = h("span", { class: "toolset", role: "radiogroup" }, ...tools);
        this.brush = h("input", {
            type: "range",
            name: "brush",
            min: 0,
            max: LARGEST,
            step: 2,
            value: FIRST,
            oninput: () => wishes.brush(this.radius),
        });
        const brushText = h("span");
        this.undo = this.#button("undo", ICONS.undo);
        this.redo = this.#button("redo", ICONS.redo);
        this.clear = this.#button("clear");
        this.classes = h("span", { class: "classes", role: "radiogroup" });
        this.name = h("input", {
            type: "text",
            name: "class-name",
            size: 10,
            onchange: () => this.#rename(),
        });
        this.add = this.#button("addClass");
        this.remove = this.#button("removeClass");
        this.fault = h("p", { class: "fault", role: "alert" });
        const classText = h("span");
        this.tools = h(
            "div",
            { class: "tools", hidden: true },
            toolset,
            h("label", { class: "brush-size" }, brushText, this.brush),
            h("span", { class: "toolset" }, this.undo, this.redo, this.clear),
            this.classes,
            this.add,
            h("label", { class: "class-name" }, classText, this.name),
            this.remove,
            this.fault,
        );
        this.help = h("p", { class: "help" });
        this.element = h(
            "div",
            { class: "drawing", role: "group", hidden: true },
            this.draw,
            this.help,
            this.tools,
        );
        localizer.bind(() => {
            this.element.setAttribute("aria-label", t("draw"));
            label(this.draw, t("draw"), t("draw.title"));
            toolset.setAttribute("aria-label", t("draw.tool"));
            this.classes.setAttribute("aria-label", t("draw.class"));
            setText(brushText, t("draw.brush"));
            setText(classText, t("draw.name"));
            this.#fault("");
            this.#tell();
        });
    }

    /** Of the brush, in CSS pixels. */
    get radius() {
        return Number(this.brush.value);
    }

    /** @param {boolean} isOn */
    showOn(isOn) {
        press(this.draw, isOn);
        this.tools.hidden = !isOn;
        this.#tell();
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#shown = "";
        this.show();
    }

    /** What can be done with the points as they are. @param {Drawing} [drawing] */
    show(drawing = this.#drawing) {
        this.#drawing = drawing;
        if (!drawing) return;
        this.undo.disabled = !drawing.canUndo;
        this.redo.disabled = !drawing.canRedo;
        this.clear.disabled = drawing.samples === 0;
        this.add.disabled = !drawing.canAddClass;
        this.remove.disabled = !drawing.canRemoveClass;
        this.#list(drawing.labels);
        this.#tell();
    }

    /** @param {number} kind */
    choose(kind) {
        this.chosen = kind;
        this.#shown = "";
        this.show();
    }

    /** @param {readonly string[]} labels */
    #list(labels) {
        const text = JSON.stringify(labels);
        if (text === this.#shown || !this.#theme) return;
        this.#shown = text;
        this.chosen = Math.min(this.chosen, labels.length - 1);
        const { palette, outline } = this.#theme;
        const colours = classColours(labels.length, palette);
        const hadFocus = this.classes.matches(":focus-within");
        this.classes.replaceChildren(
            ...labels.map((label, kind) => {
                const mark = h("canvas", { "aria-hidden": "true" });
                drawSwatch(mark, { kind, colour: colours[kind], outline });
                const radio = h("input", {
                    type: "radio",
                    name: "class",
                    value: kind,
                    checked: kind === this.chosen,
                    onchange: () => {
                        this.chosen = kind;
                        this.#showName(labels);
                    },
                });
                const name = h("span", { class: "name", title: label }, label);
                return h("label", { class: "tool" }, radio, mark, name);
            }),
        );
        /** @type {HTMLInputElement | null} */
        const chosen = this.classes.querySelector("input:checked");
        if (hadFocus) chosen?.focus();
        this.#showName(labels);
    }

    /** @param {readonly string[]} labels */
    #showName(labels) {
        this.name.value = labels[this.chosen];
        this.#fault("");
    }

    #rename() {
        const fault = this.#wishes.rename(this.name.value);
        this.#fault(fault);
    }

    /** @param {string} sentence */
    #fault(sentence) {
        setText(this.fault, sentence);
        this.name.setAttribute("aria-invalid", String(sentence !== ""));
    }

    #tell() {
        const isEmpty = this.#drawing?.samples === 0;
        const key = isEmpty ? "draw.empty" : "draw.help";
        setText(this.help, isEmpty || this.tools.hidden ? this.#localizer.t(key) : "");
    }

    /** @param {Act} act @param {string} [path] of an icon instead of the text */
    #button(act, path) {
        const button = h("button", { type: "button", name: act });
        button.addEventListener("click", () => this.#wishes.act(act));
        if (path) button.append(icon(path));
        this.#localizer.bind(() => {
            const text = this.#localizer.t(`draw.${act}`);
            if (!path) setText(button, text);
            else {
                button.setAttribute("aria-label", text);
                button.title = text;
            }
        });
        return button;
    }
}
