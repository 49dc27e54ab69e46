/** What reads tables in the page: a script of its own, which is loaded when a table is brought. */

import { pointsCsv } from "../points/write.js";
import styles from "../style/own-data.css";
import { tables } from "../texts/tables.js";
import { OwnDataView } from "../views/dialogs/own-data.js";

/** @typedef {import("../views/dialogs/own-data.js").Host} Host */
/** @typedef {typeof parts} Tables */

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
        const words = localizer.withTexts(tables);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        return new OwnDataView(localizer, words, level, host);
    },
    pointsCsv,
};

Object.assign(globalThis, { [Symbol.for("spiral-lab.tables")]: parts });
