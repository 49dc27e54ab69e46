/**
 * The worker's side of the pictures: what is computed for each, in this order. An observer looks at
 * one model, and each new model gets new observers. Its key is that of a wish, and of what is seen.
 */

import { observeJudgement } from "./judgement/observe.js";
import { observeLayers } from "./layers/observe.js";
import { observeLines } from "./lines/observe.js";
import { observeMap } from "./map/observe.js";
import { observeUnits } from "./neurons/observe.js";

/**
 * @template Wish, Seen
 * @typedef {object} Observer
 * @property {(wish: Wish, seen: Record<string, unknown>) => Seen | undefined} live during training,
 *     if it is due; seen: what the observers before it made of the same weights
 * @property {(wish: Wish) => Generator<undefined, Seen>} still of the current weights, in pieces of
 *     a few milliseconds
 * @property {(wish: Wish) => Seen} [inspect] at once, where that is cheap
 * @property {(seen: Seen) => Transferable[]} [transfer] buffers that the page takes over
 * @property {(buffer: ArrayBuffer) => void} [recycle] one of these buffers comes back
 */

/** @typedef {import("./subject.js").Subject} Subject */

export const observers = {
    map: observeMap,
    judgement: observeJudgement,
    units: observeUnits,
    lines: observeLines,
    layers: observeLayers,
};

/** @typedef {typeof observers} Observers */
/**
 * What is to be computed; anything left out is not.
 * @typedef {{[K in keyof Observers]?: Parameters<ReturnType<Observers[K]>["live"]>[0]}} Wish
 */
/**
 * @typedef {{[K in keyof Observers]?: NonNullable<ReturnType<ReturnType<Observers[K]>["live"]>>}}
 *     Seen
 */
