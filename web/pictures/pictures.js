/**
 * The page's side of the pictures. The map is made at once; where the others lie below it, they are
 * made once it has been seen. They take what is new in this order.
 */

import { CurvesPicture } from "./curves/picture.js";
import { JudgementPicture } from "./judgement/picture.js";
import { MapPicture } from "./map/picture.js";
import { NeuronsPicture } from "./neurons/picture.js";
import { PointerPicture } from "./pointer/picture.js";

const first = { map: MapPicture };

const others = {
    pointer: PointerPicture,
    neurons: NeuronsPicture,
    curves: CurvesPicture,
    judgement: JudgementPicture,
};

/** @typedef {import("./host.js").Host} Host */
/**
 * @template {Record<string, new (host: Host) => object>} Classes
 * @typedef {{[K in keyof Classes]: InstanceType<Classes[K]>}} Made
 */

/**
 * @template {Record<string, new (host: Host) => object>} Classes
 * @param {Classes} classes
 * @param {Host} host
 * @returns {Made<Classes>}
 */
const make = (classes, host) =>
    /** @type {any} */ (
        Object.fromEntries(
            Object.entries(classes).map(([name, Picture]) => [name, new Picture(host)]),
        )
    );

/** @param {Host} host */
export const makeFirst = (host) => make(first, host);

/** @param {Host} host */
export const makeOthers = (host) => make(others, host);
