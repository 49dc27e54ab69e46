/** The points that a lesson brings: { "labels": ["left", "right"], "points": [[-1, 0.5, 0], …] }. */

import { LessonError } from "./lesson-error.js";
import { list, object, string, whole } from "./values.js";

/** @typedef {import("../shared/protocol.js").GivenDataset} GivenDataset */

const MOST_POINTS = 500; // so that a link has room for them
const MOST_NAME = 60; // characters of a class's name
const LARGEST = 1e6; // of a coordinate

/**
 * @param {unknown} value
 * @param {string} place
 * @param {number} mostClasses
 * @returns {GivenDataset}
 */
export function judgePoints(value, place, mostClasses) {
    const given = object(value, place, ["labels", "points"]);
    /** @param {string} key */
    const needed = (key) => {
        if (!given.has(key)) throw new LessonError(`${place}.${key}`, "missing");
        return given.get(key);
    };
    const most = { least: 2, most: mostClasses };
    const labels = list(needed("labels"), `${place}.labels`, most, (label, at) =>
        string(label, at, MOST_NAME),
    );
    labels.forEach((label, i) => {
        if (labels.indexOf(label) < i)
            throw new LessonError(`${place}.labels[${i}]`, "twice", { given: label });
    });
    const size = { least: 1, most: MOST_POINTS };
    const points = list(needed("points"), `${place}.points`, size, (point, at) => {
        const [x, y, label] = list(point, at, { least: 3, most: 3 }, (number) => number);
        return {
            x: coordinate(x, `${at}[0]`),
            y: coordinate(y, `${at}[1]`),
            label: whole(label, `${at}[2]`, 0, labels.length - 1),
        };
    });
    return {
        x: Float32Array.from(points.flatMap(({ x, y }) => [x, y])),
        y: Uint8Array.from(points, ({ label }) => label),
        samples: points.length,
        classes: labels.length,
        labels,
    };
}

/** @param {unknown} value @param {string} place */
function coordinate(value, place) {
    if (typeof value === "number" && Math.abs(value) <= LARGEST) return value;
    throw new LessonError(place, "coordinate", { most: LARGEST });
}
