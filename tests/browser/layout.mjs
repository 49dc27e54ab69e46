/** Where things are on the screen, and whether they fit. */

import assert from "node:assert/strict";

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {{name: string, box: number[]}} Box */

/**
 * Where everything is; for texts that change, only where they begin.
 * @param {Page} page
 * @returns {Promise<Box[]>}
 */
export function boxes(page) {
    return page.evaluate(() => {
        const moving = ".uplot *, .primary *, .value, .visually-hidden, svg *";
        const boxes = [...shadow().querySelectorAll("*")]
            .filter((element) => !element.matches(moving))
            .map((element) => {
                const { x, y, width, height } = element.getBoundingClientRect();
                const box = element.matches(".line *") ? [x, y] : [x, y, width, height];
                return { name: `${element.localName}.${element.classList[0]}`, box };
            });
        return [...boxes, { name: "page", box: [document.documentElement.scrollHeight] }];
    });
}

/**
 * What has moved by more than a device's rounding.
 * @param {Box[]} before
 * @param {Box[]} after
 */
export function moved(before, after) {
    assert.equal(after.length, before.length);
    return after.filter(({ box }, i) => box.some((n, j) => Math.abs(n - before[i].box[j]) > 0.25));
}

/**
 * Where each canvas is painted, whatever the colour, as a digest.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export function inked(page) {
    return page.evaluate(async () => {
        const canvases = /** @type {NodeListOf<HTMLCanvasElement>} */ (
            shadow().querySelectorAll(":is(.map, .key, .report) canvas")
        );
        const digests = Array.from(canvases, async (canvas) => {
            const { width, height } = canvas;
            const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
            const { data } = context.getImageData(0, 0, width, height);
            const painted = Uint8Array.from({ length: width * height }, (_, i) =>
                data[4 * i + 3] > 0 ? 1 : 0,
            );
            const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", painted));
            return `${width} x ${height}: ${digest.slice(0, 8).join(" ")}`;
        });
        return Promise.all(digests);
    });
}

/**
 * What is wider than the screen or than its own box.
 * @param {Page} page
 * @param {string} [selector] of what is looked at
 * @returns {Promise<string[]>}
 */
export function tooWide(page, selector = "*") {
    return page.evaluate((selector) => {
        const width = document.documentElement.clientWidth;
        const wide = [...shadow().querySelectorAll(selector)].filter((element) => {
            if (element.matches(".uplot *, .visually-hidden, svg *")) return false;
            // a link may be longer than its field
            if (element.matches("input[readonly]")) return false;
            if (element.matches(".code pre, .code pre *")) return false; // it scrolls
            if (getComputedStyle(element).clipPath === "inset(50%)") return false; // hidden likewise
            const { right } = element.getBoundingClientRect();
            const cut = element.scrollWidth > element.clientWidth && element.clientWidth > 0;
            return right > width + 0.5 || (cut && getComputedStyle(element).display !== "inline");
        });
        if (document.documentElement.scrollWidth > width) wide.push(document.documentElement);
        return wide.map((element) => element.outerHTML.slice(0, 120));
    }, selector);
}
