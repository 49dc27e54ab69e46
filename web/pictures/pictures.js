/** The page's side of the pictures. Each takes what is new in this order. */

import { CurvesPicture } from "./curves/picture.js";
import { JudgementPicture } from "./judgement/picture.js";
import { MapPicture } from "./map/picture.js";
import { NeuronsPicture } from "./neurons/picture.js";
import { PointerPicture } from "./pointer/picture.js";

const classes = {
    map: MapPicture,
    pointer: PointerPicture,
    neurons: NeuronsPicture,
    curves: CurvesPicture,
    judgement: JudgementPicture,
};

/** @typedef {{[K in keyof typeof classes]: InstanceType<typeof classes[K]>}} Pictures */

/** @param {import("./host.js").Host} host @returns {Pictures} */
export function makePictures(host) {
    const made = Object.entries(classes).map(([name, Picture]) => [name, new Picture(host)]);
    return Object.fromEntries(made);
}
