/**
 * What is for points of one's own in the page: reading tables, and drawing. A script of its own, which
 * is loaded when somebody brings or draws some.
 */

import { pointsCsv } from "../points/write.js";
import drawingStyles from "../style/drawing.css";
import styles from "../style/own-data.css";
import { tables } from "../texts/tables.js";
import { OwnDataView } from "../views/dialogs/own-data.js";
import { Desk } from "../views/drawing/desk.js";

/** @typedef {import("../views/dialogs/own-data.js").Host} Host */
/** @typedef {typeof parts} Tables */

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
const drawingSheet = new CSSStyleSheet();
drawingSheet.replaceSync(drawingStyles);

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
    /**
     * What draws points on the map.
     * @param {import("../texts/localizer.js").Localizer} localizer the lab's
     * @param {Omit<import("../views/drawing/desk.js").Host, "localizer">} host
     * @param {ShadowRoot} root which gets its style
     */
    makeDesk(localizer, host, root) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, drawingSheet];
        return new Desk({ ...host, localizer: localizer.withTexts(tables) });
    },
    pointsCsv,
};

Object.assign(globalThis, { [Symbol.for("spiral-lab.tables")]: parts });
