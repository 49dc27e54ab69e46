/** Icons of the settings, each a path in a square of 16. */

export const PLUS = "M7 3h2v4h4v2H9v4H7V9H3V7h4z";
export const MINUS = "M3 7h10v2H3z";
