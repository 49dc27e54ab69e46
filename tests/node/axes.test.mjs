/** No label of the map's axes is cut off, however far the map is zoomed in. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { blackOnWhite } from "../../web/draw/theme.js";
import { drawAxes } from "../../web/pictures/map/plot.js";
import { MapWindow } from "../../web/pictures/map/window.js";

/**
 * A canvas context that notes the boxes of texts, whose characters all have the given width.
 * @param {number} advance of the font's size
 */
function notes(advance) {
    /** @type {{text: string, left: number, right: number, size: number}[]} */
    const written = [];
    const context = {
        font: "",
        textAlign: "",
        written,
        strokeRect() {},
        fillRect() {},
        measureText: (/** @type {string} */ text) => ({
            width: text.length * advance * Number.parseFloat(context.font),
        }),
        fillText(/** @type {string} */ text, /** @type {number} */ x) {
            const { width } = context.measureText(text);
            const left = context.textAlign === "center" ? x - width / 2 : x - width;
            written.push({
                text,
                left,
                right: left + width,
                size: Number.parseFloat(context.font),
            });
        },
    };
    return context;
}

test("every label is on the canvas, and large enough to be read", () => {
    const whole = { xMin: -1.03, xMax: 1.09, yMin: -1.02, yMax: 1.08 };
    for (const advance of [0.5, 0.65])
        for (let i = 0; i < 500; i++) {
            const level = 64 ** ((i % 23) / 22);
            const window = new MapWindow(whole).zoom(level, (i % 37) / 36, (i % 41) / 40);
            for (const [side, ratio] of [
                [255, 1],
                [1100, 3],
            ]) {
                const context = notes(advance);
                const size = { width: side, height: side, ratio };
                drawAxes(/** @type {any} */ (context), size, window.bounds, blackOnWhite);
                assert.ok(context.written.length >= 4);
                for (const { text, left, right, size } of context.written) {
                    const told = `${text} from ${left} to ${right}, ${JSON.stringify(window.bounds)}`;
                    assert.ok(left >= 0 && right <= side + 1e-9, told);
                    assert.ok(size >= 7.5 * ratio && size <= 11 * ratio, `${text}: ${size}`);
                }
            }
        }
});
