/**
 * Where arrow keys lead: each numeric setting has a ladder of sensible values, and its two limits
 * are rungs as well. Up and down undo each other; between two rungs they lead to one of these.
 */

/**
 * The nearest rung above a value, or below it, limits left out of account.
 * @typedef {(value: number, direction: 1 | -1) => number} Ladder
 */

/**
 * A ladder without end, of rungs that have numbers.
 * @param {(number: number) => number} rungAt rising
 * @param {(value: number) => number} numberOf about the number of the rung that is nearest
 * @returns {Ladder}
 */
const counted = (rungAt, numberOf) => (value, direction) => {
    let number = Math.round(numberOf(value)) - direction;
    while ((rungAt(number) - value) * direction <= 0) number += direction;
    return rungAt(number);
};

/** 0, step, 2 step … and below 0 likewise. @param {number} step */
export const multiplesOf = (step) =>
    counted(
        (number) => Number((number * step).toPrecision(10)),
        (value) => value / step,
    );

/** 1, 2, 4, 8 … */
export const doubles = counted((number) => 2 ** number, Math.log2);

/** 0.01, 0.03, 0.1, 0.3 … */
export const thirds = counted(
    (number) => Number(`${number % 2 === 0 ? 1 : 3}e${Math.floor(number / 2)}`),
    (value) => 2 * Math.log10(value),
);

/**
 * The same from a least value on; 0, below that, switches it off.
 * @param {number} least
 * @returns {Ladder}
 */
export const thirdsOr0 = (least) => (value, direction) => {
    if (direction > 0) return value < least ? least : thirds(value, 1);
    return value > least ? thirds(value, -1) : 0;
};

/** @param {...number} rungs rising @returns {Ladder} */
const among =
    (...rungs) =>
    (value, direction) =>
        direction > 0
            ? (rungs.find((rung) => rung > value) ?? Number.POSITIVE_INFINITY)
            : (rungs.filter((rung) => rung < value).at(-1) ?? Number.NEGATIVE_INFINITY);

/** For shares near 1: each rung leaves a tenth of what the one before leaves to 1. */
export const nines = among(0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999);

/**
 * Where an arrow key leads. What is out of the limits comes back to them.
 * @param {Ladder} ladder
 * @param {{minimum: number, maximum: number}} limits
 * @param {number} value
 * @param {1 | -1} direction up or down
 */
export function nextRung(ladder, { minimum, maximum }, value, direction) {
    const within = (/** @type {number} */ n) => Math.min(maximum, Math.max(minimum, n));
    return within(value) === value ? within(ladder(value, direction)) : within(value);
}

/** @param {string} key of the keyboard @returns {1 | -1 | 0} 0 for any but the two arrows */
export const directionOf = (key) => (key === "ArrowUp" ? 1 : key === "ArrowDown" ? -1 : 0);
