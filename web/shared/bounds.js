/** Parts of the plane that a map shows. */

/** @typedef {import("./protocol.js").Bounds} Bounds */

/** @param {Bounds} a @param {Bounds} b */
export const sameBounds = (a, b) =>
    a.xMin === b.xMin && a.xMax === b.xMax && a.yMin === b.yMin && a.yMax === b.yMax;
