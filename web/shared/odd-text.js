/**
 * Shows why a text was refused: what is invisible in it, and letters and digits that only look like
 * others.
 */

const LONGEST = 40; // characters of a text that is repeated

/**
 * Characters that the screen does not show: controls, joiners, odd spaces, those without a glyph.
 */
const UNSEEN =
    /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]|(?![ \u00a0\u3000])\p{Zs}/gu;

/** What is invisible as its code point: 0.0[U+200B]3. @param {string} text */
export const marked = (text) =>
    text.replace(UNSEEN, (char) => {
        const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        return `[U+${code}]`;
    });

/** The same, cut short enough for a sentence. @param {string} text */
export function visible(text) {
    let shown = "";
    for (const char of text) {
        const part = marked(char);
        if (shown.length + part.length > LONGEST) return `${shown}…`;
        shown += part;
    }
    return shown;
}

/** Cyrillic and Greek letters, and the Latin ones that they look like. */
const FOREIGN = "аеорсухіѕјԁһӏкмтАВЕКМНОРСТУХІЅЈοανρτυικχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
const LATIN = "aeopcyxisjdhlkmtABEKMHOPCTYXISJoavptuikxABEZHIKMNOPTYX";
const latin = new Map(Array.from(FOREIGN, (char, i) => [char, LATIN[i]]));
const digits = new Map(Object.entries({ O: "0", o: "0", l: "1", I: "1" }));

/**
 * What a character may have been meant to be: Latin, a digit, a letter.
 * @type {((char: string) => string)[]}
 */
const readings = [
    (char) => latin.get(char) ?? char,
    (char) => digits.get(latin.get(char) ?? char) ?? latin.get(char) ?? char,
    (char) => ({ 0: "o", 1: "l" })[char] ?? char,
    (char) => ({ 0: "o", 1: "i" })[char] ?? char,
];

/**
 * @typedef {object} Lookalike
 * @property {string} char as it stands in the text
 * @property {string} plain what it looks like
 * @property {"letter" | "digit" | "cyrillic" | "greek"} kind what it is
 */

/**
 * The first character because of which a text cannot be what it looks like.
 * @param {string} text
 * @param {(text: string) => boolean} fits whether a text can be what it looks like
 * @returns {Lookalike | undefined} nothing if the text can be that, or looks like nothing that can
 */
export function findLookalike(text, fits) {
    if (fits(text)) return undefined;
    const chars = Array.from(text, (char) => char.normalize("NFKC"));
    for (const read of readings) {
        const plain = chars.map(read);
        const at = plain.findIndex((char, i) => char !== chars[i]);
        if (at >= 0 && fits(plain.join("")))
            return { char: chars[at], plain: plain[at], kind: kindOf(chars[at]) };
    }
    return undefined;
}

/** @param {string} char @returns {Lookalike["kind"]} */
function kindOf(char) {
    if (/\p{Script=Cyrillic}/u.test(char)) return "cyrillic";
    if (/\p{Script=Greek}/u.test(char)) return "greek";
    return /\d/.test(char) ? "digit" : "letter";
}
