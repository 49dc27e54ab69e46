/** A shape for each class, so that colour is not the only thing that tells them apart. */

import { css } from "./palette.js";

/** @typedef {import("./palette.js").Rgb} Rgb */
/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context */

/** @typedef {readonly (readonly [number, number])[]} Corners in units of the marker's radius */

const UP = -Math.PI / 2;
const AREA = Math.PI; // a circle's

/**
 * A regular polygon or, with a waist, a star.
 * @param {number} corners
 * @param {number} turn in radians
 * @param {number} [waist] of a star
 * @returns {Corners}
 */
function polygon(corners, turn, waist = 1) {
    const star = waist < 1;
    const size = star ? 1.5 : corners === 3 ? 1.35 : 1.18; // so that all are about as large
    return Array.from({ length: star ? 2 * corners : corners }, (_, i) => {
        const angle = turn + (i * (star ? 1 : 2) * Math.PI) / corners;
        const reach = star && i % 2 === 1 ? size * waist : size;
        return /** @type {const} */ ([reach * Math.cos(angle), reach * Math.sin(angle)]);
    });
}

/**
 * A shape by its corners, in any unit. It becomes as large as the circle, and its centre of mass
 * lies on the point that it marks.
 * @param {Corners} corners
 * @param {number} [degrees] that it is turned by
 * @returns {Corners}
 */
function balanced(corners, degrees = 0) {
    let [area, across, down] = [0, 0, 0];
    for (const [i, [x, y]] of corners.entries()) {
        const [nextX, nextY] = corners[(i + 1) % corners.length];
        const cross = x * nextY - nextX * y;
        area += cross / 2;
        across += ((x + nextX) * cross) / 6;
        down += ((y + nextY) * cross) / 6;
    }
    const scale = Math.sqrt(AREA / Math.abs(area));
    const [cos, sin] = [Math.cos, Math.sin].map((f) => scale * f((degrees * Math.PI) / 180));
    return corners.map(([x, y]) => {
        const [right, below] = [x - across / area, y - down / area];
        return [right * cos - below * sin, right * sin + below * cos];
    });
}

/** @type {Corners} */
const CROSS = [
    [-1, -4],
    [1, -4],
    [1, -1],
    [4, -1],
    [4, 1],
    [1, 1],
    [1, 4],
    [-1, 4],
    [-1, 1],
    [-4, 1],
    [-4, -1],
    [-1, -1],
];
/** @type {Corners} */
const BAR = [
    [-8, -3],
    [8, -3],
    [8, 3],
    [-8, 3],
];
/** @type {Corners} */
const BOW_TIE = [
    [-5, -5],
    [0, -1],
    [5, -5],
    [5, 5],
    [0, 1],
    [-5, 5],
];
/** @type {Corners} */
const CHEVRON = [
    [0, -4],
    [4, 0],
    [4, 3],
    [0, -1],
    [-4, 3],
    [-4, 0],
];
/** @type {Corners} */
const CORNER = [
    [-4, -4],
    [-1, -4],
    [-1, 1],
    [4, 1],
    [4, 4],
    [-4, 4],
];

/** The class's shape; null is a circle. @type {readonly (Corners | null)[]} */
export const SHAPES = [
    null,
    polygon(3, UP),
    polygon(4, Math.PI / 4),
    polygon(3, -UP),
    polygon(4, 0),
    polygon(5, UP, 0.45),
    polygon(6, 0),
    polygon(4, 0, 0.4),
    polygon(5, UP),
    polygon(3, 0),
    balanced(CROSS, 45),
    balanced(BAR),
    balanced(BOW_TIE, 90),
    balanced(CHEVRON),
    balanced(BAR, 90),
    balanced(BOW_TIE),
    balanced(BAR, -45),
    balanced(CORNER),
    balanced(BAR, 45),
    balanced(CHEVRON, 180),
];

/** From this shape on, a rim of the usual width would fill the whole marker. */
const SLIM = 10;

/**
 * @param {Context} context
 * @param {number} kind class
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function trace(context, kind, x, y, radius) {
    const shape = SHAPES[kind % SHAPES.length];
    context.beginPath();
    if (!shape) {
        context.arc(x, y, radius, 0, 2 * Math.PI);
        return;
    }
    for (const [right, below] of shape) context.lineTo(x + radius * right, y + radius * below);
    context.closePath();
}

/**
 * @typedef {object} Marker
 * @property {number} kind class
 * @property {Rgb} colour
 * @property {string} outline
 * @property {number} radius
 * @property {number} line
 * @property {string} [hollow] what fills a marker that is only a rim
 */

/**
 * @param {Context} context
 * @param {Marker} style
 * @param {number} x
 * @param {number} y
 */
export function drawMarker(context, { kind, colour, outline, radius, line, hollow }, x, y) {
    if (radius <= 0) return; // in a canvas that is not shown
    trace(context, kind, x, y, radius);
    context.fillStyle = hollow ?? css(colour);
    context.fill();
    if (hollow) {
        const slim = kind % SHAPES.length >= SLIM;
        const rim = Math.max(line, radius / 2.5) * (slim ? 1.3 : 1);
        context.strokeStyle = outline;
        context.lineWidth = rim + 2 * line;
        context.stroke();
        context.strokeStyle = css(colour);
        context.lineWidth = rim;
        context.stroke();
        if (slim) context.fill();
        return;
    }
    context.strokeStyle = outline;
    context.lineWidth = line;
    context.stroke();
}

/** The marker as a picture, to stamp many. @param {Marker} style */
export function stamp(style) {
    const half = Math.ceil(style.radius * 1.7 + 1.5 * style.line);
    return picture(half, (context) => drawMarker(context, style, half + 0.5, half + 0.5));
}

/**
 * The ring around a point that the network gets wrong.
 * @param {{radius: number, line: number, colour: string, ground: string}} style
 */
export function ring({ radius, line, colour, ground }) {
    const half = Math.ceil(radius + 2 * line);
    return picture(half, (context) => {
        context.beginPath();
        context.arc(half + 0.5, half + 0.5, radius, 0, 2 * Math.PI);
        context.strokeStyle = ground;
        context.lineWidth = 3 * line;
        context.stroke();
        context.strokeStyle = colour;
        context.lineWidth = 1.4 * line;
        context.stroke();
    });
}

/**
 * @param {number} half of a side, without the middle
 * @param {(context: Context) => void} draw
 */
function picture(half, draw) {
    // This is stamped faster than a canvas element.
    const canvas = new OffscreenCanvas(2 * half + 1, 2 * half + 1);
    draw(/** @type {Context} */ (canvas.getContext("2d")));
    return { canvas, half };
}

const SWATCH = 16; // CSS pixels

/**
 * Draws a class's marker in a canvas of its own.
 * @param {HTMLCanvasElement} canvas
 * @param {Pick<Marker, "kind" | "colour" | "outline" | "hollow">} style
 * @param {number} [ratio] pixels to one of CSS
 */
export function drawSwatch(canvas, style, ratio = devicePixelRatio) {
    canvas.width = canvas.height = Math.round(SWATCH * ratio);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const middle = canvas.width / 2;
    drawMarker(context, { ...style, radius: 5 * ratio, line: ratio }, middle, middle);
}
