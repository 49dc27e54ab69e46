/** The dialog Help: experiments to try, what is on the screen, and the keys. */

import { experiments } from "../../lessons/experiments.js";
import { Dialog } from "../../ui/dialog.js";
import { h, setText } from "../../ui/dom.js";
import { shortcuts } from "../shortcuts.js";

/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../../texts/localizer.js").Key} Key */
/** @typedef {import("../../lessons/experiments.js").Experiment} Experiment */

/**
 * The name of each part and its sentence, in the order in which the eye meets them.
 * @type {readonly (readonly [Key, Key])[]}
 */
const PARTS = [
    ["settings", "help.settings"],
    ["help.data", "help.data.text"],
    ["map", "help.map"],
    ["transport", "help.transport"],
    ["help.progress", "help.progress.text"],
    ["help.curves", "help.curves.text"],
    ["report", "help.report"],
    ["matrix", "help.matrix"],
    ["pointer", "help.pointer"],
    ["neurons", "help.neurons"],
    ["over", "help.over"],
    ["share", "help.share"],
];

/**
 * Commands that no button is named after.
 * @type {Partial<Record<import("../shortcuts.js").Command, Key>>}
 */
const COMMANDS = { toggle: "keys.toggle", slower: "keys.slower", faster: "keys.faster" };

export class HelpView {
    /**
     * @param {Localizer} localizer
     * @param {2 | 3} level of its heading
     * @param {(experiment: Experiment) => void} run
     * @param {() => void} openGlossary
     */
    constructor(localizer, level, run, openGlossary) {
        const intro = h("p");
        const heading = /** @type {"h3" | "h4"} */ (`h${level + 1}`);
        const glossary = h("button", { type: "button", class: "to-glossary" });
        glossary.addEventListener("click", () => {
            this.element.close();
            openGlossary();
        });
        const triesTitle = h(heading);
        const tries = h("ul", { class: "tries" });
        const keysTitle = h(heading);
        const keysIntro = h("p");
        const parts = h("dl", { class: "parts" });
        const keys = h("dl", { class: "keys" });
        /** @type {[HTMLElement, Key][]} */
        const texts = [
            [intro, "help.intro"],
            [glossary, "glossary.open"],
            [triesTitle, "help.try"],
            [keysTitle, "help.keys"],
            [keysIntro, "help.keys.intro"],
        ];
        for (const name of /** @type {Experiment[]} */ (Object.keys(experiments))) {
            const button = h("button", { type: "button", value: name });
            button.addEventListener("click", () => {
                this.element.close();
                run(name);
            });
            tries.append(h("li", {}, button));
            texts.push([button, `try.${name}`]);
        }
        for (const [part, sense] of PARTS) {
            const [name, sentence] = [h("dt"), h("dd")];
            parts.append(name, sentence);
            texts.push([name, part], [sentence, sense]);
        }
        for (const [key, command] of shortcuts) {
            const sentence = h("dd");
            keys.append(h("div", {}, h("dt", {}, h("kbd", {}, key)), sentence));
            texts.push([sentence, COMMANDS[command] ?? /** @type {Key} */ (command)]);
        }
        this.dialog = new Dialog(
            localizer,
            level,
            "help",
            intro,
            glossary,
            triesTitle,
            tries,
            parts,
            keysTitle,
            keysIntro,
            keys,
        );
        this.element = this.dialog.element;
        this.element.classList.add("help-dialog");
        localizer.bind(() => {
            for (const [element, key] of texts) setText(element, localizer.t(key));
        });
    }

    open() {
        this.dialog.open();
    }
}
