/** The parts of the lab that can be left out, and those of them that are only controls. */

export const PARTS = /** @type {const} */ ([
    "header",
    "view",
    "map",
    "transport",
    "progress",
    "curves",
    "report",
    "matrix",
    "pointer",
    "neurons",
    "settings",
]);

/** What these control is shown even without them. @satisfies {readonly Part[]} */
export const CONTROLS = /** @type {const} */ (["header", "settings", "view", "transport"]);

/** @typedef {typeof PARTS[number]} Part */
/**
 * What is to be seen.
 * @typedef {object} Shown
 * @property {ReadonlySet<Part>} parts
 * @property {readonly string[] | null} settings the only ones, by name; null: all
 */

/**
 * Whether so much is left out that what is left stands in rows, and no longer in the columns of
 * settings, stage and results.
 * @param {Shown} shown
 * @param {boolean} compact
 */
export function isFigure({ parts, settings }, compact) {
    if (settings) return true;
    const isControl = (/** @type {Part} */ part) => CONTROLS.some((control) => control === part);
    if (compact) return PARTS.some((part) => !isControl(part) && !parts.has(part));
    const hasResults = parts.has("curves") || parts.has("report") || parts.has("matrix");
    return !parts.has("map") || !hasResults;
}

/** @type {Shown} */
export const ALL = { parts: new Set(PARTS), settings: null };
