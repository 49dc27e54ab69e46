/**
 * A run that somebody claims to have made: a link with the batches that were trained and the
 * beginning of its weights' SHA-256. Runs are the same to the bit everywhere, so anybody can train
 * it again and see whether the claim holds.
 */

const LETTERS = 12; // of the checksum: one in 16^12 wrong runs would pass

/** What a link says of a run. @param {string} sha256 of its weights */
export const claimOf = (sha256) => sha256.slice(0, LETTERS);

/** @param {string} claim @param {string} sha256 of the weights that the run has given */
export const claimHolds = (claim, sha256) => claim !== "" && sha256.startsWith(claim);

/**
 * The links in a text, as a class hands them in: one a line, with a name before it or none.
 * @param {string} text
 * @returns {{line: number, name: string, fragment: string}[]} line: counted from 1
 */
export function linksIn(text) {
    return text.split(/\r?\n/).flatMap((content, i) => {
        const [, before, fragment] = /^(.*?)#(v=\S+)/.exec(content) ?? [];
        if (fragment === undefined) return [];
        const name = before.replace(/((https?|file):\S*|[^\s:：，、]*)$/i, "");
        return [{ line: i + 1, name: name.replace(/[\s:,;|：，、]+$/, "").trim(), fragment }];
    });
}
