/** Values as Python writes them. */

import { shortest } from "../shared/float32-text.js";

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

/** A short text that reads back as the same float32. @param {number} value */
const float32 = (value) => (Number.isFinite(value) ? shortest(value) : number(value));

const WIDTH = 80; // of a line, where it can be had

/**
 * What a line may be broken between: words, and ideographs, which take no mark to a new line.
 */
const PIECE =
    /[「『（《]*(?:[\u2e80-\u2fff\u3040-\u9fff]|[^\s\u2e80-\u9fff\uff00-\uffef]+)[、。，：；！？）」』》]*\s*/gu;

/** Columns that a text takes: an ideograph is twice as wide as a letter. @param {string} text */
const columns = (text) => text.length + (text.match(/[\u2e80-\u9fff\uff00-\uffef]/g) ?? []).length;

/**
 * Lines of at most so many columns, unless one piece is longer.
 * @param {string[]} pieces
 * @param {number} width
 */
function filled(pieces, width) {
    /** @type {string[]} */
    const lines = [];
    for (const piece of pieces) {
        const longer = (lines.at(-1) ?? "") + piece;
        if (lines.length && columns(longer.trimEnd()) <= width) lines[lines.length - 1] = longer;
        else lines.push(piece);
    }
    return lines.map((line) => line.trimEnd());
}

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

    /** A number that is a float there even if it is whole. @param {number} value */
    float: (value) => new Raw(Number.isInteger(value) ? value.toFixed(1) : number(value)),

    /** A text as comment lines. @param {string} text */
    comment: (text) =>
        filled(text.match(PIECE) ?? [], WIDTH - 2)
            .map((line) => `# ${line}`)
            .join("\n"),

    /** @param {readonly string[]} texts */
    strings: (texts) => new Raw(`[${texts.map(literal).join(", ")}]`),

    /** Numbers to six digits, as many a line as fit. @param {readonly number[]} values */
    list(values) {
        const pieces = values.map((value) => `${number(Number(value.toPrecision(6)))}, `);
        const lines = filled(pieces, WIDTH - 8);
        return `[\n${lines.map((line) => `        ${line}\n`).join("")}    ]`;
    },

    /** A list of whole numbers, as many a line as fit. @param {Uint8Array} values */
    row(values) {
        const lines = filled(
            Array.from(values, (value) => `${value}, `),
            WIDTH - 4,
        );
        return `[\n${lines.map((line) => `    ${line}\n`).join("")}]`;
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
