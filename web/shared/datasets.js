/** What the page knows of the kinds of data beyond what the core says. */

/** @typedef {import("../core/settings.js").Settings} Settings */

const PAIRS = ["moons", "circles", "xor"];
const MOST_CLUSTERS = 4; // of classification, of all its classes together

/** Two classes, whatever the settings say. @param {string} dataset */
export const isPair = (dataset) => PAIRS.includes(dataset);

/**
 * The most classes that a kind of data can have.
 * @param {string} dataset
 * @param {number} all that the core allows
 */
export const mostClasses = (dataset, all) =>
    dataset === "classification" ? Math.min(all, MOST_CLUSTERS) : all;

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
    classification: { classSep: 2, flipY: 0.01, clustersPerClass: 1 }, // likewise (0.89)
    xor: { noise: 0.02 }, // the quadrants touch, so at 0.1 the classes mix (0.92)
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

/**
 * The points of each class for another number of classes: cut off, or going on with the last one's;
 * one number stays what it is.
 * @param {Settings["points"]} points
 * @param {number} classes
 * @returns {Settings["points"]}
 */
export const pointsFor = (points, classes) =>
    typeof points === "number"
        ? points
        : Array.from({ length: classes }, (_, k) => points[Math.min(k, points.length - 1)]);

/**
 * The changes without which some settings would be refused together: of classes, their clusters and
 * their points.
 * @param {Settings} settings
 * @returns {Partial<Settings>}
 */
function fitting(settings) {
    if (!isMade(settings.dataset)) return {};
    const classes = mostClasses(settings.dataset, settings.classes);
    const clustersPerClass = Math.min(
        settings.clustersPerClass,
        Math.max(1, Math.floor(MOST_CLUSTERS / classes)),
    );
    const points = pointsFor(settings.points, classesOf({ ...settings, classes }));
    const fitted = { classes, clustersPerClass, points };
    return Object.fromEntries(
        Object.entries(fitted).filter(
            ([name, value]) =>
                String(value) !== String(settings[/** @type {keyof Settings} */ (name)]),
        ),
    );
}

/**
 * What the core refuses of settings whose values are each allowed: the code of its error, and the
 * setting that is to blame.
 * @param {Settings} settings
 * @returns {{name: keyof Settings, code: string} | undefined}
 */
export function misfit(settings) {
    const names = /** @type {(keyof Settings)[]} */ (Object.keys(fitting(settings)));
    if (names.includes("classes")) return { name: "classes", code: "clusters" };
    if (names.includes("points")) return { name: "points", code: "point_counts" };
    const { dataset } = settings;
    return names.includes("clustersPerClass") && dataset === "classification"
        ? { name: "clustersPerClass", code: "clusters" }
        : undefined;
}

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
        const changes = { ...pick(defaults, all), ...own, dataset };
        return { ...changes, ...fitting({ ...settings, ...changes }) };
    }

    /** Forgets how the kinds of data were left. */
    clear() {
        this.#had.clear();
    }
}
