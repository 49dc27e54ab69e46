/** The two lines that put a lab into somebody's page. */

import { escapeHtml } from "../shared/escape-html.js";
import { scriptAddress } from "./script-address.js";

/**
 * @param {[key: string, text: string][]} attributes
 * @param {string} [src] of the script
 * @returns {string}
 */
export function snippetOf(attributes, src = scriptAddress ?? "spiral-lab.js") {
    const texts = attributes.map(([key, text]) => ` ${key}="${escapeHtml(text)}"`);
    return `<script src="${escapeHtml(src)}" defer></script>\n<spiral-lab${texts.join("")}></spiral-lab>`;
}
