/** What a tab remembers of lessons for the visit: the choices, and where the learner stood. */

/** @typedef {{index: number, choices: Record<string, string>}} Place choices: letters, by step */

const KEY = "spiral-lab-lessons";

/** @returns {Record<string, unknown>} by the lessons' ids */
function all() {
    try {
        const read = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
        return typeof read === "object" && read !== null ? read : {};
    } catch {
        return {}; // refused, or somebody else's
    }
}

/** @param {string} id of a lesson @returns {Place} */
export function recallPlace(id) {
    const stored = all();
    const place = /** @type {Partial<Place> | undefined} */ (
        Object.hasOwn(stored, id) ? stored[id] : undefined
    );
    const choices = Object.entries(place?.choices ?? {}).filter(([, c]) => typeof c === "string");
    return { index: Number(place?.index) || 0, choices: Object.fromEntries(choices) };
}

/** @param {string} id @param {Place} place */
export function rememberPlace(id, place) {
    try {
        sessionStorage.setItem(KEY, JSON.stringify({ ...all(), [id]: place }));
    } catch {
        // Then it is forgotten with the page.
    }
}
