/** The style sheet's colours, for what is drawn on canvas. */

/** @typedef {import("./palette.js").Rgb} Rgb */

/**
 * @typedef {object} Theme
 * @property {string} paper
 * @property {string} text
 * @property {string} muted
 * @property {string} line
 * @property {string} accent
 * @property {string} bad
 * @property {string} mono the monospaced font family
 * @property {string} sans
 * @property {Rgb} ground what the map's regions are laid over
 * @property {number} regionAlpha
 * @property {string} outline of the points
 * @property {import("./palette.js").Palette} palette of the classes
 */

/** In use until the style sheet is there. @type {Theme} */
export const blackOnWhite = {
    paper: "white",
    text: "black",
    muted: "black",
    line: "black",
    accent: "black",
    bad: "black",
    mono: "monospace",
    sans: "sans-serif",
    ground: [255, 255, 255],
    regionAlpha: 1,
    outline: "black",
    palette: "tutorial",
};

/**
 * @param {Element} root carries the custom properties of style.css
 * @param {Theme["palette"]} palette
 * @returns {Theme}
 */
export function readTheme(root, palette) {
    const style = getComputedStyle(root);
    /** @param {string} name */
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    const ground = /** @type {Rgb} */ (read("map-ground").split(" ").map(Number));
    return {
        paper: read("paper"),
        text: read("text"),
        muted: read("muted"),
        line: read("line"),
        accent: read("accent"),
        bad: read("bad"),
        mono: read("mono"),
        sans: read("sans"),
        ground,
        regionAlpha: Number(read("region-alpha")),
        outline: read("outline"),
        palette,
    };
}
