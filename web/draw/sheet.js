/** A picture to save: drawings and texts one below the other, on the theme's paper. */

/** @typedef {import("./theme.js").Theme} Theme */

const GAP = 8; // CSS pixels around everything, and between one piece and the next
const TITLE = { size: 14, weight: 600 }; // CSS pixels
const KEY = { size: 12.5, weight: 400 };
const NOTE = { size: 11, weight: 400 };
const APART = 10; // CSS pixels from one piece to the next
const LINE_HEIGHT = 1.45; // of the font's size
const BETWEEN = " · ";

/**
 * A small drawing with its words.
 * @typedef {object} Piece
 * @property {number} room CSS pixels for the drawing, before the words
 * @property {string} text
 * @property {(context: CanvasRenderingContext2D, x: number, y: number) => void} [draw] x: its left
 *     end, y: its middle, in pixels
 */

export class Sheet {
    /** @type {CanvasRenderingContext2D[]} */ #parts = [];
    #gap;

    /**
     * @param {Theme} theme
     * @param {number} across CSS pixels that a drawing has
     * @param {number} ratio pixels to a CSS pixel, if `width` is left out
     * @param {number} [width] pixels of all of it
     */
    constructor(theme, across, ratio, width) {
        this.theme = theme;
        this.ratio = width ? width / (across + 2 * GAP) : ratio;
        this.#gap = Math.round(GAP * this.ratio);
        this.width = width ?? Math.round(across * ratio) + 2 * this.#gap;
    }

    /** The width of a drawing, in pixels. */
    get inner() {
        return this.width - 2 * this.#gap;
    }

    /** Room for a drawing below the others. @param {number} height pixels */
    room(height) {
        return this.take(contextOf(this.inner, Math.ceil(height)));
    }

    /** A drawing that was made elsewhere. @param {CanvasRenderingContext2D} context */
    take(context) {
        this.#parts.push(context);
        return context;
    }

    /** @param {string} text */
    title(text) {
        this.#write([text], TITLE, this.theme.text);
    }

    /**
     * Notes on the picture, in small text. An item is broken only if it does not fit into a line of
     * its own.
     * @param {readonly string[]} items
     */
    note(items) {
        this.#write(items, NOTE, this.theme.muted);
    }

    /** Small drawings with their words, one after the other. @param {readonly Piece[]} pieces */
    flow(pieces) {
        const { ratio, theme, inner } = this;
        const { font, height } = this.#style(KEY);
        const measure = this.#measure(font);
        let [left, line] = [0, 0];
        const placed = pieces.map((piece) => {
            const width = piece.room * ratio + measure(piece.text);
            if (left > 0 && left + width > inner) [left, line] = [0, line + 1];
            const x = left;
            left += width + APART * ratio;
            return { ...piece, x, y: (line + 0.5) * height };
        });
        const context = this.room((line + 1) * height);
        Object.assign(context, { font, textBaseline: "middle" });
        for (const { room, text, draw, x, y } of placed) {
            draw?.(context, x, y);
            context.fillStyle = theme.text;
            context.fillText(text, x + room * ratio, y);
        }
    }

    /** @returns {Promise<Blob>} */
    png() {
        const gap = this.#gap;
        const height = this.#parts.reduce((sum, { canvas }) => sum + canvas.height + gap, gap);
        const context = contextOf(this.width, height);
        context.fillStyle = this.theme.paper;
        context.fillRect(0, 0, this.width, height);
        let top = gap;
        for (const { canvas } of this.#parts) {
            context.drawImage(canvas, gap, top);
            top += canvas.height + gap;
        }
        return new Promise((resolve, reject) => {
            context.canvas.toBlob((blob) => {
                if (blob) resolve(blob);
                else reject(new Error("The browser made no PNG."));
            });
        });
    }

    /** @param {readonly string[]} items @param {typeof TITLE} style @param {string} colour */
    #write(items, style, colour) {
        const { font, height } = this.#style(style);
        const measure = this.#measure(font);
        const lines = wrapped(items, (text) => measure(text) <= this.inner);
        const context = this.room(lines.length * height);
        Object.assign(context, { font, fillStyle: colour, textBaseline: "middle" });
        for (const [i, line] of lines.entries()) context.fillText(line, 0, (i + 0.5) * height);
    }

    /** @param {typeof TITLE} style */
    #style({ size, weight }) {
        const pixels = size * this.ratio;
        return { font: `${weight} ${pixels}px ${this.theme.sans}`, height: LINE_HEIGHT * pixels };
    }

    /** @param {string} font @returns {(text: string) => number} pixels that a text is wide */
    #measure(font) {
        const context = contextOf(1, 1);
        context.font = font;
        return (text) => context.measureText(text).width;
    }
}

/**
 * Items one after the other, in lines. One that is too long even for a line of its own is split
 * where it must be.
 * @param {readonly string[]} items
 * @param {(text: string) => boolean} fits a line
 * @returns {string[]}
 */
export function wrapped(items, fits) {
    /** @type {string[]} */
    const lines = [];
    let line = "";
    for (const item of items) {
        const longer = line && line + BETWEEN + item;
        if (longer && fits(longer)) {
            line = longer;
            continue;
        }
        if (line) lines.push(line);
        line = "";
        for (const sign of item) {
            if (line && !fits(line + sign)) {
                lines.push(line);
                line = "";
            }
            line += sign;
        }
    }
    return [...lines, line];
}

/** @param {number} width @param {number} height */
function contextOf(width, height) {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}
