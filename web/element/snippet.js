/** The two lines that put a lab into somebody's page. */

import { scriptAddress } from "./script-address.js";

/** @param {string} text */
export const escapeHtml = (text) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * @param {[key: string, text: string][]} attributes
 * @param {string} [src] of the script
 * @returns {string}
 */
export function snippetOf(attributes, src = scriptAddress ?? "spiral-lab.js") {
    const texts = attributes.map(([key, text]) => ` ${key}="${escapeHtml(text)}"`);
    return `<script src="${escapeHtml(src)}" defer></script>\n<spiral-lab${texts.join("")}></spiral-lab>`;
}
