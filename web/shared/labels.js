/** Names of classes. */

/**
 * A label for places with little room: a float that is whole, as the tutorial's 0.0, is written
 * 0.
 * @param {string} label
 */
export const shortLabel = (label) => label.replace(/^(\d+)\.0$/, "$1");

/** Whether they are others than the core's default ones. @param {readonly string[]} labels */
export const haveNames = (labels) => labels.some((label, k) => label !== `${k}.0`);
