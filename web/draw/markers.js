/** A shape for each class, so that colour is not the only thing that tells them apart. */

import { css } from "./palette.js";

/** @typedef {import("./palette.js").Rgb} Rgb */
/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context */

/** @param {number} corners @param {number} turn in radians @param {number} [waist] of a star */
const polygon = (corners, turn, waist = 1) => ({ corners, turn, waist });

const UP = -Math.PI / 2;
/** null is a circle. */
const SHAPES = [
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
];

/** Of about the same area for every shape. @param {Context} context @param {number} kind class @param {number} x @param {number} y @param {number} radius */
function trace(context, kind, x, y, radius) {
    const shape = SHAPES[kind % SHAPES.length];
    context.beginPath();
    if (!shape) {
        context.arc(x, y, radius, 0, 2 * Math.PI);
        return;
    }
    const { corners, turn, waist } = shape;
    const size = radius * (waist < 1 ? 1.5 : corners === 3 ? 1.35 : 1.18);
    for (let i = 0; i < 2 * corners; i++) {
        const inner = i % 2 === 1;
        if (inner && waist === 1) continue;
        const angle = turn + (i * Math.PI) / corners;
        const reach = inner ? size * waist : size;
        context.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    }
    context.closePath();
}

/** @typedef {{kind: number, colour: Rgb, outline: string, radius: number, line: number, hollow?: string}} Marker hollow: what fills a marker that is only a rim */

/** @param {Context} context @param {Marker} style @param {number} x @param {number} y */
export function drawMarker(context, { kind, colour, outline, radius, line, hollow }, x, y) {
    if (radius <= 0) return; // in a canvas that is not shown
    trace(context, kind, x, y, radius);
    context.fillStyle = hollow ?? css(colour);
    context.fill();
    if (hollow) {
        const rim = Math.max(line, radius / 2.5);
        context.strokeStyle = outline;
        context.lineWidth = rim + 2 * line;
        context.stroke();
        context.strokeStyle = css(colour);
        context.lineWidth = rim;
        context.stroke();
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

/** What goes around a point that the network gets wrong. @param {{radius: number, line: number, colour: string, ground: string}} style */
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

/** @param {number} half of a side, without the middle @param {(context: Context) => void} draw */
function picture(half, draw) {
    const canvas = new OffscreenCanvas(2 * half + 1, 2 * half + 1); // is stamped faster than an element
    draw(/** @type {Context} */ (canvas.getContext("2d")));
    return { canvas, half };
}

const SWATCH = 16; // CSS pixels

/** A class's mark in a canvas of its own. @param {HTMLCanvasElement} canvas @param {Pick<Marker, "kind" | "colour" | "outline" | "hollow">} style */
export function drawSwatch(canvas, style) {
    const ratio = devicePixelRatio;
    canvas.width = canvas.height = Math.round(SWATCH * ratio);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const middle = canvas.width / 2;
    drawMarker(context, { ...style, radius: 5 * ratio, line: ratio }, middle, middle);
}
