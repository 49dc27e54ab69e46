/** Groups of controls that can be left out; what they control is seen all the same. */

export const GROUPS = /** @type {const} */ (["header", "settings", "view", "transport"]);

/** @typedef {typeof GROUPS[number]} Group */
