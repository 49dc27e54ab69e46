/** How a colour looks to normal and to colour-blind eyes, and how different two colours look. */

/** @typedef {readonly number[]} Triple */

/**
 * Brettel, Viénot and Mollon (1997) for dichromats, in linear sRGB: what they see lies on one of
 * two half planes, and a plane through white tells which. The numbers are those of the Python
 * package DaltonLens 0.1.5 (Simulator_Brettel1997).
 * @type {Record<string, {border: Triple, above: Triple[], below: Triple[]}>}
 */
const DICHROMATS = {
    protanopia: {
        border: [0.00048, 0.00416, -0.00464],
        above: [
            [0.1451, 1.20165, -0.34675],
            [0.10447, 0.85316, 0.04237],
            [0.00429, -0.00603, 1.00174],
        ],
        below: [
            [0.14115, 1.16782, -0.30897],
            [0.10495, 0.8573, 0.03776],
            [0.00431, -0.00586, 1.00155],
        ],
    },
    deuteranopia: {
        border: [-0.00293, -0.00645, 0.00938],
        above: [
            [0.36198, 0.86755, -0.22953],
            [0.26099, 0.64512, 0.09389],
            [-0.01975, 0.02686, 0.99289],
        ],
        below: [
            [0.37009, 0.8854, -0.25549],
            [0.25767, 0.63782, 0.10451],
            [-0.0195, 0.02741, 0.99209],
        ],
    },
    tritanopia: {
        border: [0.0396, -0.02831, -0.01129],
        above: [
            [1.01354, 0.14268, -0.15622],
            [-0.01181, 0.87561, 0.13619],
            [0.07707, 0.81208, 0.11085],
        ],
        below: [
            [0.93337, 0.19999, -0.13336],
            [0.05809, 0.82565, 0.11626],
            [-0.37923, 1.13825, 0.24098],
        ],
    },
};

export const EYES = ["normal", ...Object.keys(DICHROMATS)];

/**
 * What such eyes see, as the sRGB colour that looks to normal eyes as it does to them.
 * @param {Triple} rgb 0 to 255
 * @param {string} eyes
 * @returns {Triple}
 */
export function seenBy(rgb, eyes) {
    if (eyes === "normal") return rgb;
    const { border, above, below } = DICHROMATS[eyes];
    const linear = rgb.map(linearOf);
    const seen = dot(border, linear) < 0 ? below : above;
    return seen.map((row) => encodedOf(Math.min(1, Math.max(0, dot(row, linear)))));
}

/**
 * How different two colours look to such eyes, by CIEDE2000.
 * @param {Triple} one sRGB
 * @param {Triple} other
 * @param {string} [eyes]
 */
export function distance(one, other, eyes = "normal") {
    return ciede2000(labOf(seenBy(one, eyes)), labOf(seenBy(other, eyes)));
}

/** The least distance that any eyes see. @param {Triple} one @param {Triple} other */
export function leastDistance(one, other) {
    return Math.min(...EYES.map((eyes) => distance(one, other, eyes)));
}

const TO_XYZ = [
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.072175],
    [0.0193339, 0.119192, 0.9503041],
];

/** CIELAB under D65. @param {Triple} rgb 0 to 255 @returns {[number, number, number]} */
export function labOf(rgb) {
    const linear = rgb.map(linearOf);
    const [x, y, z] = TO_XYZ.map((row) => dot(row, linear) / dot(row, [1, 1, 1])).map((value) =>
        value > (6 / 29) ** 3 ? Math.cbrt(value) : value / (3 * (6 / 29) ** 2) + 4 / 29,
    );
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * After Sharma, Wu and Dalal (2005).
 * @param {Triple} one Lab
 * @param {Triple} other
 */
export function ciede2000([l1, a1, b1], [l2, a2, b2]) {
    const meanOfChromas = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
    const stretch = 1.5 - saturation(meanOfChromas) / 2;
    const [c1, c2] = [Math.hypot(stretch * a1, b1), Math.hypot(stretch * a2, b2)];
    const [h1, h2] = [hue(stretch * a1, b1), hue(stretch * a2, b2)];
    const apart = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180;
    const between = c1 * c2 === 0 ? h1 + h2 : (h1 + apart / 2 + 360) % 360;
    const [lightness, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
    const t =
        1 -
        0.17 * cosine(between - 30) +
        0.24 * cosine(2 * between) +
        0.32 * cosine(3 * between + 6) -
        0.2 * cosine(4 * between - 63);
    const off = (lightness - 50) ** 2;
    const byLightness = (l2 - l1) / (1 + (0.015 * off) / Math.sqrt(20 + off));
    const byChroma = (c2 - c1) / (1 + 0.045 * chroma);
    const byHue =
        (2 * Math.sqrt(c1 * c2) * Math.sin((apart * Math.PI) / 360)) / (1 + 0.015 * chroma * t);
    const angle = 60 * Math.exp(-(((between - 275) / 25) ** 2));
    const turn = -2 * saturation(chroma) * Math.sin((angle * Math.PI) / 180);
    return Math.sqrt(byLightness ** 2 + byChroma ** 2 + byHue ** 2 + turn * byChroma * byHue);
}

const saturation = (/** @type {number} */ chroma) =>
    Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
const cosine = (/** @type {number} */ degrees) => Math.cos((degrees * Math.PI) / 180);
const hue = (/** @type {number} */ a, /** @type {number} */ b) =>
    ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;

/** @param {Triple} row @param {Triple} column */
const dot = (row, column) => row[0] * column[0] + row[1] * column[1] + row[2] * column[2];

/** @param {number} value 0 to 255, of sRGB */
function linearOf(value) {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** @param {number} linear 0 to 1 */
function encodedOf(linear) {
    return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
}
