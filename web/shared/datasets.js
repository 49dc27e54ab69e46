/** What is known of the kinds of data beyond what the core says of them. */

/** Two classes, whatever the settings say. @param {string} dataset */
export const isPair = (dataset) => dataset === "moons" || dataset === "circles";

/**
 * @param {Pick<import("../core/settings.js").Settings, "dataset" | "classes">} settings
 * @returns {number}
 */
export const classesOf = ({ dataset, classes }) => (isPair(dataset) ? 2 : classes);
