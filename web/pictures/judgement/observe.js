/** How the samples are judged: what the network says of each, and scikit-learn's report on it. */

import { Interval } from "../interval.js";

/** @typedef {import("../observers.js").Subject} Subject */
/** @typedef {import("../../core/metrics.js").Report} Report */
/**
 * @typedef {{training: Report, validation?: Report, predicted: Uint8Array}} Judgement of the
 *     samples trained on, and of those set aside, if any; predicted: class of every sample
 */

const PIECE_MS = 4; // of prediction between two looks at the clock
const LEAST_PIECE = 64; // samples
const INTERVAL_MS = 200;
const SELDOM = 4; // times as long between two, amid an epoch
const MOST_MS = 60; // that one may take during training

/** @param {Subject} subject @returns {import("../observers.js").Observer<true, Judgement>} */
export function observeJudgement(subject) {
    const { data, lab, model } = subject;
    const { x, y, samples, labels } = data;
    const aside = model.validationMask();
    const interval = new Interval();
    const last = { epoch: 0, totalSteps: 0 };

    /** @param {Uint8Array} predicted @returns {Judgement} */
    const judge = (predicted) => {
        /** @param {number} side of the split */
        const part = (side) => {
            const chosen = (/** @type {unknown} */ _, /** @type {number} */ i) => aside[i] === side;
            return lab.report(y.filter(chosen), predicted.filter(chosen), { labels });
        };
        const validation = model.validationSamples ? part(1) : undefined;
        return { training: part(0), validation, predicted };
    };

    return {
        /** Due after the end of an epoch, or amid one that takes long. */
        live() {
            const { epoch, totalSteps } = model.progress;
            const times = epoch === last.epoch ? SELDOM : 1;
            if (!interval.isDue(INTERVAL_MS, { times }) || totalSteps === last.totalSteps)
                return undefined;
            if (subject.costOf(samples) > MOST_MS) return undefined;
            Object.assign(last, { epoch, totalSteps });
            return interval.run(() => judge(model.predict(x)));
        },

        *still() {
            const predicted = new Uint8Array(samples);
            for (let sample = 0; sample < samples; ) {
                const count = Math.max(LEAST_PIECE, subject.pointsWithin(PIECE_MS));
                const points = x.subarray(2 * sample, 2 * (sample + count));
                predicted.set(model.predict(points), sample);
                sample += count;
                yield;
            }
            return judge(predicted);
        },
    };
}
