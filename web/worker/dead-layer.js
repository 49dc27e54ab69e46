/** Whether a layer of the network is dead. */

const SOME = 64; // samples

/**
 * The first hidden layer, from 1, that answers all samples alike: nothing before it can learn. 0:
 * there is none. Some samples tell that a layer lives; only where they do not, all are looked at.
 * @param {import("../core/model.js").Model} model
 * @param {Float32Array} x the data's
 */
export function findDeadLayer(model, x) {
    const every = 2 * Math.ceil(x.length / 2 / SOME);
    const some = x.filter((_, i) => i % every < 2);
    return (
        model.layers.findIndex(({ units }, l) => {
            if (l === model.layers.length - 1) return false;
            const lives = model
                .activations(l, some)
                .some((value, i, all) => value !== all[i % units]);
            return !lives && model.deadUnits(l).every((dead) => dead === 1);
        }) + 1
    );
}
