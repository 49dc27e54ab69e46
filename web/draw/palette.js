/** The colours of the classes, and those of the map's pixels that are made of them. */

import { shadesOf } from "../shared/map-mode.js";

/** matplotlib's RdYlGn (ColorBrewer). */
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

/**
 * RdYlGn as matplotlib's scatter draws it, by way of its table.
 * @param {number} value 0 to 1
 * @returns {Rgb}
 */
export function redYellowGreen(value) {
    const entry = Math.min(ENTRIES - 1, Math.floor(value * ENTRIES));
    const place = (entry / (ENTRIES - 1)) * (RED_YELLOW_GREEN.length - 1);
    const low = Math.min(RED_YELLOW_GREEN.length - 2, Math.floor(place));
    const [from, to] = [RED_YELLOW_GREEN[low], RED_YELLOW_GREEN[low + 1]];
    /** @param {number} i */
    const mix = (i) => Math.round(from[i] + (to[i] - from[i]) * (place - low));
    return [mix(0), mix(1), mix(2)];
}

/**
 * Colours that colour-blind eyes can tell apart too. First come Okabe and Ito's, the most different
 * ones before the others, and three more. The second ten came out of a search for colours that are
 * far from these and from each other to every kind of eye; those that follow each other, and so lie
 * side by side in the spiral, are the furthest apart.
 * @type {Rgb[]}
 */
const SAFE = [
    [0, 114, 178],
    [230, 159, 0],
    [0, 158, 115],
    [204, 121, 167],
    [86, 180, 233],
    [213, 94, 0],
    [240, 228, 66],
    [136, 136, 136],
    [136, 34, 85],
    [51, 34, 136],
    [156, 192, 168],
    [192, 24, 0],
    [144, 120, 240],
    [156, 108, 72],
    [84, 228, 255],
    [72, 96, 120],
    [192, 240, 192],
    [108, 84, 60],
    [12, 12, 255],
    [180, 192, 132],
];

/** @typedef {"tutorial" | "safe"} Palette */

/**
 * One colour a class.
 * @param {number} classes at most 20
 * @param {Palette} [palette]
 * @returns {Rgb[]}
 */
export function classColours(classes, palette = "tutorial") {
    if (palette === "safe") return SAFE.slice(0, classes);
    return Array.from({ length: classes }, (_, k) => redYellowGreen(k / Math.max(1, classes - 1)));
}

/**
 * The colours that shades are made of, on a light and on a dark ground.
 * @type {Record<"class" | "unsure" | "minus" | "plus", [Rgb, Rgb]>}
 */
const SHADES = {
    class: [
        [17, 78, 148],
        [133, 190, 250],
    ],
    unsure: [
        [92, 48, 122],
        [214, 170, 245],
    ],
    minus: [
        [196, 84, 8],
        [255, 158, 78],
    ],
    plus: [
        [17, 78, 148],
        [112, 176, 248],
    ],
};

/**
 * The colour of each class, or of each shade, on the map.
 * @param {import("../shared/map-mode.js").MapMode["kind"]} kind
 * @param {number} classes
 * @param {Pick<import("./theme.js").Theme, "ground" | "regionAlpha" | "palette">} theme
 * @returns {Rgb[]}
 */
export function tableOf(kind, classes, { ground, regionAlpha, palette }) {
    const shades = shadesOf(kind, classes);
    if (kind === "regions" || kind === "soft")
        return classColours(classes, palette).flatMap((colour) =>
            Array.from({ length: shades }, (_, i) =>
                over(colour, (regionAlpha * (i + 1)) / shades, ground),
            ),
        );
    const dark = ground[0] < 128 ? 1 : 0;
    return Array.from({ length: shades }, (_, i) => {
        const part = i / (shades - 1);
        if (kind !== "unit") return over(SHADES[kind][dark], part, ground);
        const side = part < 0.5 ? "minus" : "plus";
        return over(SHADES[side][dark], Math.abs(2 * part - 1), ground);
    });
}

/** Opaque colours as the words of an ImageData. @param {Rgb[]} colours */
export function wordsOf(colours) {
    return new Uint32Array(Uint8Array.from(colours.flatMap((c) => [...c, 255])).buffer);
}

/**
 * A colour with an opacity, laid over an opaque one.
 * @param {Rgb} colour
 * @param {number} alpha
 * @param {Rgb} ground
 * @returns {Rgb}
 */
export function over(colour, alpha, ground) {
    /** @param {number} i */
    const mix = (i) => Math.round(colour[i] * alpha + ground[i] * (1 - alpha));
    return [mix(0), mix(1), mix(2)];
}

/** @param {Rgb} colour */
export const css = ([r, g, b]) => `rgb(${r} ${g} ${b})`;
