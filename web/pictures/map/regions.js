/** The ground of the map: the worker's picture, in colours, for the part in the plot. */

import { paint } from "../../draw/paint.js";
import { tableOf, wordsOf } from "../../draw/palette.js";
import { blackOnWhite } from "../../draw/theme.js";
import { sameBounds } from "../../shared/bounds.js";
import { onScreen, plotOf } from "./plot.js";

/** @typedef {import("./observe.js").MapPicture} Picture */
/** @typedef {import("../../draw/screen.js").Size} Size */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {import("../../shared/protocol.js").Bounds} Bounds */
/** @typedef {import("./plot.js").Plot} Plot */
/** @typedef {import("./window.js").MapWindow} MapWindow */

export class Regions {
    /** @type {Picture | undefined} */ #picture;
    /** The last picture of the whole map, below a part's. @type {Picture | undefined} */ #below;
    #theme = blackOnWhite;
    #image = new ImageData(1, 1);
    #small = document.createElement("canvas");
    #colours = { kind: "", words: new Uint32Array(0) };

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#colours.kind = "";
    }

    /**
     * Takes a picture over.
     * @param {Picture} picture
     * @returns {ArrayBuffer | undefined} of a picture that is no longer needed
     */
    setPicture(picture) {
        const old = this.#picture;
        this.#picture = picture;
        if (isWhole(picture)) {
            this.#below = undefined;
            return old?.pixels.buffer;
        }
        if (!old || !isWhole(old)) return old?.pixels.buffer;
        this.#below = old;
        return undefined;
    }

    /**
     * Draws the picture, stretched where nothing was computed for this window yet.
     * @param {CanvasRenderingContext2D} context
     * @param {Size} size
     * @param {MapWindow} window
     * @param {Picture} [picture] the one that was taken over last, if left out
     */
    draw(context, size, window, picture = this.#picture) {
        // The old picture stays until there is one of the new data.
        if (!picture || !sameBounds(picture.whole, window.whole)) return;
        const plot = plotOf(size);
        const { width, height } = picture.extent;
        const isExact = width === plot.width + 1 && height === plot.height + 1;
        if (isExact && sameBounds(picture.bounds, window.bounds)) {
            const image = this.#painted(picture);
            context.putImageData(image, plot.x, plot.y, 0, 0, plot.width, plot.height);
            return;
        }
        if (this.#below && !covers(picture.bounds, window.bounds))
            this.#stretch(context, plot, window.bounds, this.#below);
        this.#stretch(context, plot, window.bounds, picture);
    }

    /**
     * Draws the part of a picture that lies in the window.
     * @param {CanvasRenderingContext2D} context
     * @param {Plot} plot
     * @param {Bounds} window
     * @param {Picture} picture
     */
    #stretch(context, plot, window, picture) {
        const seen = common(window, picture.bounds);
        if (seen.xMin >= seen.xMax || seen.yMin >= seen.yMax) return;
        const image = this.#painted(picture);
        const [width, height] = [image.width - 1, image.height - 1];
        Object.assign(this.#small, { width, height });
        const small = /** @type {CanvasRenderingContext2D} */ (this.#small.getContext("2d"));
        small.putImageData(image, 0, 0);
        /** The part that is seen, in pixels. @param {Plot} plot @param {Bounds} bounds */
        const box = (plot, bounds) => {
            const [left, top] = onScreen(plot, bounds, seen.xMin, seen.yMax);
            const [right, bottom] = onScreen(plot, bounds, seen.xMax, seen.yMin);
            return /** @type {const} */ ([left, top, right - left, bottom - top]);
        };
        const from = box({ x: 0, y: 0, width, height }, picture.bounds);
        context.drawImage(this.#small, ...from, ...box(plot, window));
    }

    /** @param {Picture} picture */
    #painted(picture) {
        const { pixels, extent } = picture;
        if (this.#image.width !== extent.width || this.#image.height !== extent.height)
            this.#image = new ImageData(extent.width, extent.height);
        const words = new Uint32Array(this.#image.data.buffer);
        paint(pixels, extent, this.#words(picture), words);
        return this.#image;
    }

    /** @param {Picture} picture */
    #words({ mode: { kind }, classes }) {
        if (this.#colours.kind !== kind + classes)
            this.#colours = {
                kind: kind + classes,
                words: wordsOf(tableOf(kind, classes, this.#theme)),
            };
        return this.#colours.words;
    }
}

/** @param {Picture} picture */
const isWhole = ({ bounds, whole }) => sameBounds(bounds, whole);

/** @param {Bounds} a @param {Bounds} b @returns {Bounds} what they have in common */
function common(a, b) {
    return {
        xMin: Math.max(a.xMin, b.xMin),
        xMax: Math.min(a.xMax, b.xMax),
        yMin: Math.max(a.yMin, b.yMin),
        yMax: Math.min(a.yMax, b.yMax),
    };
}

/** Whether all of the second lies in the first. @param {Bounds} a @param {Bounds} b */
const covers = (a, b) => sameBounds(common(a, b), b);
