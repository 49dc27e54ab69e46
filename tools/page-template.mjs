/** The pages of dist/: web/entries/*.html, in which names in double braces are filled in. */

import { createHash } from "node:crypto";

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * A page whose policy (CSP) allows just its own script and style.
 * @param {string} template
 * @param {{src: string} | {inline: string}} script a file beside the page, or the text itself
 * @param {Record<string, string>} [others] further names, each with its text
 */
export function fillPage(template, script, others = {}) {
    const style = /<style>([\s\S]*?)<\/style>/.exec(template)?.[1] ?? "";
    /** @type {Record<string, string>} */
    const values = { "style-source": hashOf(style), ...others };
    if ("src" in script) {
        values["script-source"] = "'self'";
        values.script = `<script src="${script.src}" defer></script>`;
    } else {
        // Even within a string it would end the <script> element.
        const safe = script.inline.replaceAll("</script", "<\\/script");
        values["script-source"] = hashOf(safe);
        values.script = `<script>${safe}</script>`;
    }
    return template.replace(/\{\{([\w.-]+)\}\}/g, (_, /** @type {string} */ name) => {
        if (values[name] === undefined) throw new Error(`The page has no text for {{${name}}}.`);
        return values[name];
    });
}
