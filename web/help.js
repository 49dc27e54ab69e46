/** What stands on the screen, and which keys there are, in a dialog. */

import { h, setText } from "./dom.js";
import { shortcuts } from "./shortcuts.js";

/** @typedef {import("./strings.js").Localizer} Localizer */
/** @typedef {import("./strings.js").Key} Key */

/** The name of each part and its sentence, in the order in which the eye meets them. @type {readonly (readonly [Key, Key])[]} */
const PARTS = [
    ["settings", "help.settings"],
    ["map", "help.map"],
    ["transport", "help.transport"],
    ["help.progress", "help.progress.text"],
    ["help.curves", "help.curves.text"],
    ["report", "help.report"],
    ["matrix", "help.matrix"],
    ["pointer", "help.pointer"],
    ["neurons", "help.neurons"],
];

/** Commands that no button is named after. @type {Partial<Record<import("./shortcuts.js").Command, Key>>} */
const COMMANDS = { toggle: "keys.toggle", slower: "keys.slower", faster: "keys.faster" };

export class HelpView {
    /** @param {Localizer} localizer @param {2 | 3} level of its heading */
    constructor(localizer, level) {
        const title = h(`h${level}`);
        const intro = h("p");
        const keysTitle = h(`h${/** @type {3 | 4} */ (level + 1)}`);
        const keysIntro = h("p");
        const parts = h("dl", { class: "parts" });
        const keys = h("dl", { class: "keys" });
        const close = h("button", { type: "button", class: "close" });
        close.addEventListener("click", () => this.element.close());
        /** @type {[HTMLElement, Key][]} */
        const texts = [
            [title, "help"],
            [intro, "help.intro"],
            [keysTitle, "help.keys"],
            [keysIntro, "help.keys.intro"],
            [close, "help.close"],
        ];
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
        const head = h("div", { class: "help-head" }, title, close);
        this.element = h("dialog", { class: "help-dialog" });
        this.element.append(head, intro, parts, keysTitle, keysIntro, keys);
        // A click beside the dialog, on what it dims, is one on the dialog itself.
        this.element.addEventListener("click", (event) => {
            if (event.target === this.element && isBeside(event, this.element))
                this.element.close();
        });
        localizer.bind(() => {
            for (const [element, key] of texts) setText(element, localizer.t(key));
            this.element.setAttribute("aria-label", localizer.t("help"));
        });
    }

    open() {
        if (!this.element.open) this.element.showModal();
        this.element.scrollTop = 0;
    }
}

/** @param {MouseEvent} event @param {Element} element */
function isBeside({ clientX: x, clientY: y }, element) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return x < left || x > right || y < top || y > bottom;
}
