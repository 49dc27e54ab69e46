/** A text with gaps, and what stands in them. */

/**
 * Each {name} in the text replaced by the value of that name.
 * @param {string} key of the text, for the error
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(key, text, values) {
    return text.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => {
        // A sentence with "undefined" in it might be overlooked.
        if (values[name] === undefined) throw new Error(`The text ${key} needs {${name}}.`);
        return String(values[name]);
    });
}
