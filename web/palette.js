/** matplotlib's RdYlGn (ColorBrewer), sampled for classes as its contourf and scatter do. */

const RED_YELLOW_GREEN = [
    [165, 0, 38],
    [215, 48, 39],
    [244, 109, 67],
    [253, 174, 97],
    [254, 224, 139],
    [255, 255, 191],
    [217, 239, 139],
    [166, 217, 106],
    [102, 189, 99],
    [26, 152, 80],
    [0, 104, 55],
];
const ENTRIES = 256; // of matplotlib's look-up table

/** @typedef {[number, number, number]} Rgb */

/** The map's colour at 0 to 1, by way of matplotlib's table. @param {number} value @returns {Rgb} */
export function redYellowGreen(value) {
    const entry = Math.min(ENTRIES - 1, Math.floor(value * ENTRIES));
    const place = (entry / (ENTRIES - 1)) * (RED_YELLOW_GREEN.length - 1);
    const low = Math.min(RED_YELLOW_GREEN.length - 2, Math.floor(place));
    const [from, to] = [RED_YELLOW_GREEN[low], RED_YELLOW_GREEN[low + 1]];
    /** @param {number} i */
    const mix = (i) => Math.round(from[i] + (to[i] - from[i]) * (place - low));
    return [mix(0), mix(1), mix(2)];
}

/** One colour a class. @param {number} classes @returns {Rgb[]} */
export function classColours(classes) {
    return Array.from({ length: classes }, (_, k) => redYellowGreen(k / Math.max(1, classes - 1)));
}

/** A colour with an opacity, laid over an opaque one. @param {Rgb} colour @param {number} alpha @param {Rgb} ground @returns {Rgb} */
export function over(colour, alpha, ground) {
    /** @param {number} i */
    const mix = (i) => Math.round(colour[i] * alpha + ground[i] * (1 - alpha));
    return [mix(0), mix(1), mix(2)];
}

/** @param {Rgb} colour */
export const css = ([r, g, b]) => `rgb(${r} ${g} ${b})`;
