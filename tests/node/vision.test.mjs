/** The tests' own model of colour vision, against others' implementations. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ciede2000, labOf, seenBy } from "./vision.mjs";

const COLOURS = [
    [165, 0, 38],
    [86, 180, 233],
    [240, 228, 66],
    [12, 12, 255],
    [0, 158, 115],
    [192, 240, 192],
];

test("dichromats see what DaltonLens says that they see", () => {
    // Simulator_Brettel1997().simulate_cvd(colours, deficiency, severity=1), which rounds to bytes.
    const expected = {
        protanopia: [
            [61, 56, 39],
            [147, 175, 232],
            [254, 225, 65],
            [0, 57, 254],
            [159, 148, 114],
            [248, 233, 191],
        ],
        deuteranopia: [
            [102, 88, 28],
            [135, 168, 233],
            [254, 221, 68],
            [0, 87, 254],
            [139, 133, 117],
            [235, 224, 193],
        ],
        tritanopia: [
            [165, 0, 49],
            [74, 183, 215],
            [253, 214, 218],
            [0, 96, 135],
            [60, 149, 175],
            [202, 232, 245],
        ],
    };
    for (const [eyes, seen] of Object.entries(expected))
        for (const [i, colour] of COLOURS.entries())
            for (const [k, value] of seenBy(colour, eyes).entries())
                assert.ok(Math.abs(value - seen[i][k]) < 1.5, `${colour}, ${eyes}: ${value}`);
});

test("Lab is that of colour-science", () => {
    // colour.XYZ_to_Lab(colour.sRGB_to_XYZ(colours / 255))
    const expected = [
        [34.271, 58.624, 29.32],
        [69.827, -12.015, -34.761],
        [89.114, -13.323, 75.461],
        [33.052, 77.464, -106.593],
        [57.743, -45.739, 12.763],
        [90.474, -24.347, 18.259],
    ];
    for (const [i, colour] of COLOURS.entries())
        for (const [k, value] of labOf(colour).entries())
            assert.ok(Math.abs(value - expected[i][k]) < 0.02, `${colour}: ${value}`);
});

test("CIEDE2000 is that of Sharma, Wu and Dalal's table", () => {
    // The rows that try each of the formula's branches, as colour-science computes them as well.
    for (const [one, other, expected] of /** @type {[number[], number[], number][]} */ ([
        [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
        [[50, 0, 0], [50, -1, 2], 2.3669],
        [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
        [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
        [[50, 2.5, 0], [73, 25, -18], 27.1492],
        [[50, 2.5, 0], [61, -5, 29], 22.8977],
        [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
        [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
        [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
        [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
    ]))
        assert.equal(ciede2000(one, other).toFixed(4), expected.toFixed(4), `${one}, ${other}`);
});
