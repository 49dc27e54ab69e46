/** Turns words that are explained elsewhere into buttons within their sentences. */

import { h } from "./dom.js";

const TERM = /\[([^\]]+)\]\((\w+)\)/; // splits a text into words, a term, its id, words, ...

/**
 * A word that is explained when it is pressed.
 * @param {() => void} explain
 */
export const termButton = (explain) =>
    h("button", { type: "button", class: "term", "aria-haspopup": "dialog", onclick: explain });

/**
 * Writes a text in which "[Recall](recall)" stands for a word and the id of its term.
 * @template {string} Id
 * @param {HTMLElement} element
 * @param {string} text
 * @param {(id: Id) => void} explain
 */
export function setTermText(element, text, explain) {
    const pieces = text.split(TERM);
    // A text that is written again keeps its buttons, and with them the focus.
    if (element.textContent === pieces.filter((_, i) => i % 3 < 2).join("")) return;
    /** @type {Node[]} */
    const nodes = [];
    for (let i = 0; i < pieces.length; i += 3) {
        nodes.push(new Text(pieces[i]));
        if (i + 2 >= pieces.length) break;
        const button = termButton(() => explain(/** @type {Id} */ (pieces[i + 2])));
        button.append(pieces[i + 1]);
        nodes.push(button);
    }
    element.replaceChildren(...nodes);
}
