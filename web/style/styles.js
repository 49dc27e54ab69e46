/** The style sheet of the element's shadow root, bundled as text. */

import chart from "uplot/dist/uPlot.min.css";
import base from "./base.css";
import bench from "./bench.css";
import compact from "./compact.css";
import dialog from "./dialog.css";
import fingers from "./fingers.css";
import lesson from "./lesson.css";
import map from "./map.css";
import notice from "./notice.css";
import parts from "./parts.css";
import pointer from "./pointer.css";
import print from "./print.css";
import results from "./results.css";
import settings from "./settings.css";
import transport from "./transport.css";

/** @type {CSSStyleSheet | undefined} */
let shared;

/**
 * Call it once for each root. A constructed sheet is shared by all, and is not subject to the
 * page's style-src.
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
    if (!shared) {
        registerEm();
        shared = new CSSStyleSheet();
        // The order matters: the bench lays out what the sheets before it style; variants and paper
        // come last.
        const drawn = [chart, base, settings, results, map, pointer, dialog];
        const laidOut = [bench, transport, notice, fingers];
        shared.replaceSync([...drawn, ...laidOut, compact, parts, lesson, print].join("\n"));
    }
    root.adoptedStyleSheets = [shared];
}

/**
 * A custom property with a type is inherited as it was computed: in pixels, whatever size of text
 * an element inside has. Browsers without (Firefox before 128) take the size of the element's text.
 */
function registerEm() {
    try {
        const type = { syntax: "<length>", inherits: false, initialValue: "16px" };
        CSS.registerProperty({ name: "--spiral-lab-em", ...type });
    } catch {
        // The browser does not know it, or another copy of this script has registered it.
    }
}
