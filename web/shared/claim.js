/**
 * A run that somebody claims to have made: a link with the batches that were trained and the
 * beginning of its weights' SHA-256; handed in from a lesson, also the task and the accuracy. Runs
 * are the same to the bit everywhere, so anybody can train it again and see whether the claim holds.
 */

const LETTERS = 12; // of the checksum: one in 16^12 wrong runs would pass
const DIGITS = 4; // of the accuracy, as Keras prints it
const MOST_NAME = 60; // characters

/** What a link says of a run. @param {string} sha256 of its weights */
export const claimOf = (sha256) => sha256.slice(0, LETTERS);

/** @param {string} claim @param {string} sha256 of the weights that the run has given */
export const claimHolds = (claim, sha256) => claim !== "" && sha256.startsWith(claim);

/** As a link says it; "" where there is none. @param {number} accuracy */
export const accuracyClaim = (accuracy) =>
    Number.isFinite(accuracy) ? accuracy.toFixed(DIGITS) : "";

/**
 * Whether the run has the accuracy that a link claims, to the digits that it claims.
 * @param {string} claim "" claims none
 * @param {number} accuracy
 */
export function accuracyHolds(claim, accuracy) {
    const digits = claim.split(".")[1]?.length ?? 0;
    return claim === "" || accuracy.toFixed(digits) === claim;
}

/**
 * A lesson's task, as links name it.
 * @param {string} source of the lesson: its id, the address of its file, or OWN and its id
 * @param {number} step counted from 1
 */
export const taskName = (source, step) => `${source}:${step}`;

/** @param {string} name @returns {{source: string, step: number} | undefined} none for "" */
export function taskOfName(name) {
    const at = name.lastIndexOf(":");
    return at < 0 ? undefined : { source: name.slice(0, at), step: Number(name.slice(at + 1)) };
}

/** Where a lesson is from that nobody else can open, as one from a file: only its id is known. */
export const OWN = "own.";

/**
 * line: counted from 1; fragment: behind the #, undefined where there is no link.
 * @typedef {{line: number, name: string, fragment: string | undefined}} Line
 */

/**
 * The lines of a text in which a class hands in its links, one a line, with a name before it or none.
 * @param {string} text
 * @returns {Line[]} without empty ones
 */
export function linesOf(text) {
    return text
        .split(/\r?\n/)
        .flatMap((content, i) => (content.trim() ? [lineOf(content, i + 1)] : []));
}

/** @param {string} content @param {number} line @returns {Line} */
function lineOf(content, line) {
    const [, before, rest] = /^(.*?)#(v=\S+)/.exec(content) ?? [];
    if (rest === undefined) {
        const name = content.replace(/(https?|file):.*$/i, "");
        return { line, name: trimmed(name), fragment: undefined };
    }
    // As copied from a page's source, or with the mark that follows it in a sentence.
    const fragment = rest.replaceAll("&amp;", "&").replace(/["'<>()[\],.;，。；、」』）]+$/, "");
    return { line, name: nameIn(before), fragment };
}

/** What stands before a link. @param {string} text */
const nameIn = (text) => trimmed(text.replace(/((https?|file):\S*|[^\s:：，、,;|]*)$/i, ""));

/** Without what only parts it from something else. @param {string} text */
const trimmed = (text) => text.replace(/^[\s"']+|[\s:,;|：，、"']+$/g, "").slice(0, MOST_NAME);
