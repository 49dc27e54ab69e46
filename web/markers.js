/** A shape for each class, so that colour is not the only thing that tells them apart. */

import { css } from "./palette.js";

/** @typedef {import("./palette.js").Rgb} Rgb */

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

/** Of about the same area for every shape. @param {CanvasRenderingContext2D} context @param {number} kind class @param {number} x @param {number} y @param {number} radius */
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

/** @param {CanvasRenderingContext2D} context @param {{kind: number, colour: Rgb, outline: string, radius: number, line: number}} style @param {number} x @param {number} y */
export function drawMarker(context, { kind, colour, outline, radius, line }, x, y) {
    trace(context, kind, x, y, radius);
    context.fillStyle = css(colour);
    context.fill();
    context.strokeStyle = outline;
    context.lineWidth = line;
    context.stroke();
}

/** The marker as a picture, to stamp many. @param {{kind: number, colour: Rgb, outline: string, radius: number, line: number}} style */
export function stamp(style) {
    const half = Math.ceil(style.radius * 1.6 + style.line);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 2 * half + 1;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    drawMarker(context, style, half + 0.5, half + 0.5);
    return { canvas, half };
}
