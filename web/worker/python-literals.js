/** Values as Python writes them. */

/** Text that is Python already. */
class Raw {
    /** @param {string} text */
    constructor(text) {
        this.text = text;
    }
}

/** @param {unknown} value @returns {string} */
function literal(value) {
    if (value instanceof Raw) return value.text;
    if (value === true) return "True";
    if (value === false) return "False";
    if (Array.isArray(value)) return `(${value.map(literal).join(", ")})`;
    if (typeof value === "number") return number(value);
    return JSON.stringify(value);
}

/** @param {number} value */
function number(value) {
    if (Number.isFinite(value)) return String(value);
    return Number.isNaN(value) ? 'float("nan")' : `float("${value > 0 ? "" : "-"}inf")`;
}

/** The shortest text that reads back as the same float32. @param {number} value */
function float32(value) {
    for (let digits = 6; digits < 9; digits++) {
        const text = value.toPrecision(digits);
        if (Math.fround(Number(text)) === value) return number(Number(text));
    }
    return number(Number(value.toPrecision(9)));
}

const WIDTH = 80; // of a line, where it can be had

/** Further lines of a text that stands four spaces in. @param {string} text */
const indented = (text) => text.replaceAll("\n", "\n    ");

export const code = {
    indented,

    /** @param {string} text */
    raw: (text) => new Raw(text),

    /**
     * name(first, second, key=value, ...), an argument a line where one line would be too long.
     * @param {string} name
     * @param {Record<string, unknown>} options
     * @param {string[]} [first]
     */
    call(name, options, first = []) {
        const named = Object.entries(options).map(([key, value]) => `${key}=${literal(value)}`);
        const all = [...first, ...named];
        const line = `${name}(${all.join(", ")})`;
        if (line.length <= WIDTH && !line.includes("\n")) return line;
        return `${name}(\n${all.map((text) => `    ${indented(text)},\n`).join("")})`;
    },

    /** A nested list, a row a line. @param {Float32Array} values @param {number} columns */
    rows(values, columns) {
        const rows = Array.from({ length: values.length / columns }, (_, i) =>
            [...values.slice(i * columns, (i + 1) * columns)].map(float32).join(", "),
        );
        return `[\n${rows.map((row) => `    [${row}],\n`).join("")}]`;
    },

    /**
     * A string of the bytes in base64, over several lines.
     * @param {Float32Array | Uint8Array} values
     */
    base64(values) {
        const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
        const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
        const lines = text.match(new RegExp(`.{1,${WIDTH}}`, "g")) ?? [];
        return `"""\n${lines.join("\n")}\n"""`;
    },
};
