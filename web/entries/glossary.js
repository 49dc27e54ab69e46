/** The glossary in the page: a script of its own, which is loaded when somebody asks for a term. */

import styles from "../style/glossary.css";
import { glossary } from "../texts/glossary.js";
import { GlossaryView } from "../views/dialogs/glossary.js";

/** @typedef {import("../views/dialogs/glossary.js").Host} Host */
/** @typedef {typeof parts} Glossary */

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

const parts = {
    /**
     * The dialog, which follows the language of the lab.
     * @param {import("../texts/localizer.js").Localizer} localizer the lab's
     * @param {2 | 3} level of its heading
     * @param {Host} host
     * @param {ShadowRoot} root which gets the dialog's style
     */
    makeDialog(localizer, level, host, root) {
        const words = localizer.withTexts(glossary);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        return new GlossaryView(localizer, words, level, host);
    },
};

Object.assign(globalThis, { [Symbol.for("spiral-lab.glossary")]: parts });
