/** A network's health: the facts that show the page whether something has gone wrong. */

/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../shared/protocol.js").Health} Health */
/** @typedef {import("../shared/protocol.js").LayerHealth} LayerHealth */

const SOME = 64; // samples

/**
 * A few samples show that most units are alive; only if they do not, all samples are looked at.
 * @param {Model} model
 * @param {Pick<import("../shared/protocol.js").Data, "x" | "y" | "classes">} data the model's
 * @returns {Health}
 */
export function healthOf(model, { x, y, classes }) {
    const every = 2 * Math.ceil(x.length / 2 / SOME);
    const some = x.filter((_, i) => i % every < 2);
    const hidden = model.layers.slice(0, -1);
    const layers = hidden.map((_, l) => layerHealth(model, l, some));
    return { layers, chance: chanceOf(y, classes, model.settings.output === "sigmoid") };
}

/** @param {Model} model @param {number} l @param {Float32Array} some samples @returns {LayerHealth} */
function layerHealth(model, l, some) {
    const { units } = model.layers[l];
    const values = model.activations(l, some);
    const rows = Array.from({ length: some.length / 2 }, (_, i) =>
        values.subarray(i * units, (i + 1) * units),
    );
    const seen = count(units, (unit) => rows.every((row) => row[unit] === rows[0][unit]));
    const alike = units > 1 && rows.every((row) => row.every((value) => value === row[0]));
    if (2 * seen < units) return { units, dead: 0, alike };
    const deadUnits = model.deadUnits(l);
    const dead = count(units, (unit) => deadUnits[unit] === 1);
    return { units, dead: 2 * dead < units ? 0 : dead, alike };
}

/**
 * The least loss of a network with the same output for all samples.
 * @param {Uint8Array} y
 * @param {number} classes
 * @param {boolean} sigmoid the output
 */
function chanceOf(y, classes, sigmoid) {
    const counts = new Float64Array(classes);
    for (const label of y) counts[label]++;
    const nats = (/** @type {number} */ p) => (p > 0 ? -p * Math.log(p) : 0);
    const shares = [...counts].map((count) => count / y.length);
    if (!sigmoid) return sum(shares.map(nats));
    return sum(shares.map((share) => nats(share) + nats(1 - share))) / classes;
}

/** @param {number} length @param {(index: number) => boolean} holds */
const count = (length, holds) => sum(Array.from({ length }, (_, i) => Number(holds(i))));

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((a, b) => a + b, 0);
