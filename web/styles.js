/** The style sheet of the element's shadow root, bundled as text. */

import chart from "uplot/dist/uPlot.min.css";
import own from "./style.css";

/** @type {CSSStyleSheet | undefined} */
let shared;

/** Once a root; a constructed sheet is shared by all, and is not subject to the page's style-src. @param {ShadowRoot} root */
export function adoptStyles(root) {
    if (!shared) {
        shared = new CSSStyleSheet();
        shared.replaceSync(chart + own);
    }
    root.adoptedStyleSheets = [shared];
}
