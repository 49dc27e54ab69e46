/** How a network's layers fare: what a plateau and a dead layer are seen by. Knows nothing of the DOM. */

/** @typedef {{units: number, parameters: number, output?: string}} Layer output: of the last layer, softmax or sigmoid */
/** @typedef {{kernel: number, gradient: number, dead: number}} Vital norms of a layer's kernel and of its gradient in the last step (NaN before the first), and units that answer all samples alike */

const SOME = 64; // samples
const INTERVAL_MS = 300; // a few times a second while training

/** The output layer last. @param {import("../core/model.js").Model} model @returns {Layer[]} */
export function describeLayers(model) {
    const { output } = model.settings;
    return model.layers.map(({ units, parameters }, l) =>
        l === model.layers.length - 1 ? { units, parameters, output } : { units, parameters },
    );
}

/** @param {import("../core/model.js").Model} model @returns {Vital[]} */
export function measure(model) {
    const begun = model.progress.totalSteps > 0;
    return model.layers.map((_, l) => {
        const { kernel, kernelGradient } = model.norms(l);
        const dead = countDead(model, l);
        return { kernel, gradient: begun ? kernelGradient : Number.NaN, dead };
    });
}

/**
 * The first hidden layer, from 1, that answers all samples alike: nothing before it can learn. 0: there
 * is none. Some samples tell that a layer lives; only where they do not, all are looked at.
 * @param {import("../core/model.js").Model} model
 * @param {Float32Array} x the data's
 */
export function deadLayer(model, x) {
    const every = 2 * Math.ceil(x.length / 2 / SOME);
    const some = x.filter((_, i) => i % every < 2);
    return (
        model.layers.findIndex(({ units }, l) => {
            if (l === model.layers.length - 1) return false;
            const lives = model
                .activations(l, some)
                .some((value, i, all) => value !== all[i % units]);
            return !lives && countDead(model, l) === units;
        }) + 1
    );
}

/** Of the output layer none are. @param {import("../core/model.js").Model} model @param {number} layer */
function countDead(model, layer) {
    if (layer === model.layers.length - 1) return 0;
    return model.deadUnits(layer).reduce((n, unit) => n + unit, 0);
}

/** Measures, but not too often. */
export class Watch {
    #last = Number.NEGATIVE_INFINITY;

    /** @param {import("../core/model.js").Model} model @param {boolean} wanted */
    look(model, wanted) {
        const now = performance.now();
        if (!wanted || now - this.#last < INTERVAL_MS) return undefined;
        this.#last = now;
        return measure(model);
    }
}
