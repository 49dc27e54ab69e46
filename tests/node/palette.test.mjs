/** The colours of classes, regions and shades. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { classColours, over, redYellowGreen, tableOf } from "../../web/draw/palette.js";
import { shadesOf } from "../../web/shared/map-mode.js";
import { distance, EYES, leastDistance } from "./vision.mjs";

const MOST = 20; // classes
const PALETTES = /** @type {const} */ (["tutorial", "safe"]);

/** @typedef {import("../../web/draw/palette.js").Rgb} Rgb */

const sheet = readFileSync(new URL("../../web/style/base.css", import.meta.url), "utf8");

/** A theme's ground, opacity and outline, as the style sheet has them. @param {string} selector */
function themeOf(selector) {
    const rule = sheet.slice(sheet.indexOf(`\n${selector} {`));
    const read = (/** @type {string} */ name) =>
        /** @type {string} */ (new RegExp(`--${name}: ([^;]+);`).exec(rule)?.[1]);
    const numbers = (/** @type {string} */ name) =>
        Array.from(read(name).matchAll(/[\d.]+/g), ([text]) => Number(text));
    const [r, g, b, opacity] = numbers("outline");
    return {
        ground: /** @type {Rgb} */ (numbers("map-ground")),
        regionAlpha: Number(read("region-alpha")),
        outline: { colour: /** @type {Rgb} */ ([r, g, b]), opacity },
    };
}

const THEMES = { light: themeOf(".lab"), dark: themeOf('.lab[data-theme="dark"]') };

/** Every two of a list. @template T @param {readonly T[]} list @returns {[T, T][]} */
const pairs = (list) =>
    list.flatMap((b, j) => list.slice(0, j).map((a) => /** @type {any} */ ([a, b])));

test("the colours are those of matplotlib's RdYlGn", () => {
    // As scatter draws them with Agg, which rounds; cmap(x, bytes=True) cuts off.
    assert.deepEqual(redYellowGreen(0), [165, 0, 38]);
    assert.deepEqual(redYellowGreen(0.25), [249, 142, 82]);
    assert.deepEqual(redYellowGreen(0.5), [254, 255, 190]);
    assert.deepEqual(redYellowGreen(0.75), [132, 202, 102]);
    assert.deepEqual(redYellowGreen(1), [0, 104, 55]);
    assert.deepEqual(classColours(2), [redYellowGreen(0), redYellowGreen(1)]);
    const twenty = classColours(20);
    assert.equal(twenty.length, 20);
    assert.deepEqual(twenty[7], [254, 208, 126]);
    assert.deepEqual(twenty[13], [173, 220, 111]);
    assert.deepEqual(over([165, 0, 38], 0.8, [255, 255, 255]), [183, 51, 81]);
});

test("every view has a colour for each of its shades, and 0 is the ground", () => {
    const theme = /** @type {const} */ ({ ...THEMES.light, palette: "safe" });
    for (const kind of /** @type {const} */ (["regions", "soft", "class", "unsure", "unit"]))
        for (const classes of [2, 3, 10, MOST]) {
            const colours = tableOf(kind, classes, theme);
            const most = kind === "regions" || kind === "soft" ? classes : 1;
            assert.equal(colours.length, most * shadesOf(kind, classes));
            assert.ok(colours.length <= 256);
        }
    assert.deepEqual(tableOf("class", 3, theme)[0], [255, 255, 255]);
    const unit = tableOf("unit", 3, theme);
    assert.ok(unit[127].every((c) => c > 250) && unit[128].every((c) => c > 250));
    assert.ok(unit[0][0] > unit[0][2] && unit[255][2] > unit[255][0], "orange, blue");
});

test("each of the twenty safe colours differs from all others to every kind of eye", () => {
    // In CIEDE2000, of which about 1 can be told between large patches.
    for (const [one, other] of pairs(classColours(MOST, "safe"))) {
        const apart = leastDistance(one, other);
        assert.ok(apart > 7.5, `${one} and ${other}: ${apart}`);
    }
});

test("so do the regions in these colours, on a light and on a dark ground", () => {
    for (const [name, theme] of Object.entries(THEMES)) {
        const regions = tableOf("regions", MOST, { ...theme, palette: "safe" });
        for (const [one, other] of pairs(regions)) {
            const apart = leastDistance(one, other);
            assert.ok(apart > 4, `${name}, ${one} and ${other}: ${apart}`);
        }
    }
});

test("of the second ten, neighbours in the spiral differ most", () => {
    const colours = classColours(MOST, "safe");
    for (let k = 10; k < MOST; k++) {
        const apart = leastDistance(colours[k - 1], colours[k]);
        assert.ok(apart > 25, `${k - 1} and ${k}: ${apart}`);
    }
});

test("a mark is seen on every region and beside the map, by its outline or by its colour", () => {
    for (const palette of PALETTES)
        for (const [name, theme] of Object.entries(THEMES)) {
            const { ground, outline } = theme;
            const marks = classColours(MOST, palette);
            const regions = tableOf("regions", MOST, { ...theme, palette });
            for (const below of [ground, ...regions])
                for (const mark of marks)
                    for (const eyes of EYES) {
                        const line = over(outline.colour, outline.opacity, below);
                        const seen = Math.max(
                            distance(line, below, eyes),
                            distance(mark, below, eyes),
                        );
                        assert.ok(seen > 10, `${mark} on ${below}, ${name}, ${eyes}: ${seen}`);
                    }
        }
});
