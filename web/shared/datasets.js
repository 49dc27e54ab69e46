/** What the page knows of the kinds of data beyond what the core says. */

/** @typedef {import("../core/settings.js").Settings} Settings */

/** Two classes, whatever the settings say. @param {string} dataset */
export const isPair = (dataset) => dataset === "moons" || dataset === "circles";

/** Whether settings make the points; else they are somebody's own. @param {string} dataset */
export const isMade = (dataset) => dataset !== "given";

/**
 * @param {Pick<Settings, "dataset" | "classes">} settings
 * @returns {number}
 */
export const classesOf = ({ dataset, classes }) => (isPair(dataset) ? 2 : classes);

/**
 * The settings that a kind of data has and not all have, with values that suit it: in 50 epochs the
 * tutorial's network gets 98 or 99 of 100 points right, so that the shape can be learned, but is
 * not trivial. They are set when somebody chooses a picture. What a link, an attribute or a flag
 * leaves out is still the core's default.
 * @satisfies {Record<string, Partial<Settings>>}
 */
export const suitable = {
    spirals: { noise: 0.2, turn: 4 }, // the tutorial's
    // Here noise is of the coordinates: at 0.2, moons overlap (0.97 at best) and circles (0.89).
    moons: { noise: 0.15 },
    circles: { noise: 0.1, factor: 0.5 },
    blobs: { clusterStd: 0.6 }, // at 1, those of data seed 1 overlap (0.93)
};

/** None for points that are given. @param {string} dataset @returns {Partial<Settings>} */
const suiting = (dataset) =>
    /** @type {Record<string, Partial<Settings>>} */ (suitable)[dataset] ?? {};

/**
 * @param {Settings} settings
 * @param {Partial<Settings>} like has the names of the settings to pick
 */
const pick = (settings, like) =>
    Object.fromEntries(Object.entries(settings).filter(([name]) => name in like));

/** Whether a kind of data has the setting. @param {string} dataset @param {keyof Settings} name */
export const hasOwn = (dataset, name) => name in suiting(dataset);

/** Remembers the settings that each kind of data had when it was left. */
export class DatasetMemory {
    /** @type {Map<string, Partial<Settings>>} */ #had = new Map();

    /**
     * The changes that come with another kind of data: the settings that it was left with or, the
     * first time, those that suit it. Settings that it does not have go back to the defaults.
     * @param {Settings} settings as they are
     * @param {string} dataset
     * @param {Settings} defaults
     * @returns {Partial<Settings>}
     */
    choose(settings, dataset, defaults) {
        this.#had.set(settings.dataset, pick(settings, suiting(settings.dataset)));
        const all = Object.assign({}, ...Object.values(suitable));
        const own = this.#had.get(dataset) ?? suiting(dataset);
        return { ...pick(defaults, all), ...own, dataset };
    }

    /** Forgets how the kinds of data were left. */
    clear() {
        this.#had.clear();
    }
}
