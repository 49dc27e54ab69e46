/**
 * Losses, epoch by epoch, that EarlyStopping and ReduceLROnPlateau are to judge, and a way to have
 * the core meet just these.
 */

/** @typedef {import("../../web/core/settings.js").Settings} Settings */
/** @typedef {import("../../web/core/lab.js").Lab} Lab */

/**
 * @typedef {object} CallbackCase
 * @property {string} name
 * @property {Partial<Settings>} settings
 * @property {number[][]} losses of each fit, its epochs
 * @property {boolean} [exactDelta] min_delta is what the first two losses differ by
 * @property {Partial<Settings>} [keras] what Keras has instead
 */

const STOP = { earlyStopping: true };
const RESTORE = { ...STOP, restoreBestWeights: true };
/** @type {Partial<Settings>} */
const PLATEAU = { schedule: "plateau", decayRate: 0.5 };

const FALLING = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
const RISING = [0.5, 0.6, 0.7, 0.8, 0.9, 1];
const LEVEL = [0.7, 0.7, 0.7, 0.7, 0.7, 0.7];
const WAVES = [1, 0.8, 0.9, 0.7, 0.8, 0.85, 0.6, 0.7, 0.65, 0.75, 0.5, 0.9, 0.95, 1, 1.1];
const CREEPING = [1, 0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.93, 0.92, 0.91];
const DELTAS = [1.3, 1.1, 1.3, 0.9, 1.05, 0.9, 0.4, 0.7, 0.2, 0.5, 0.6, 0.6];

/** @type {CallbackCase[]} */
export const callbackCases = [
    ...[0, 1, 2, 3, 5].flatMap((patience) =>
        Object.entries({ FALLING, RISING, LEVEL, WAVES, CREEPING }).flatMap(([name, losses]) =>
            [0, 0.015, 0.2].map((minDelta) => ({
                name: `${name.toLowerCase()}, patience ${patience}, min_delta ${minDelta}`,
                settings: { ...RESTORE, patience, minDelta },
                losses: [losses],
            })),
        ),
    ),
    { name: "a stop that restores nothing", settings: { ...STOP, patience: 2 }, losses: [WAVES] },
    { name: "one epoch", settings: { ...RESTORE, patience: 0 }, losses: [[0.5]] },
    { name: "the best at first", settings: { ...RESTORE, patience: 4 }, losses: [RISING] },
    {
        name: "no stop, the best before the last",
        settings: { ...RESTORE, patience: 9 },
        losses: [[1, 0.5, 0.7, 0.6]],
    },
    {
        name: "no stop, a tie with the best",
        settings: { ...RESTORE, patience: 9 },
        losses: [[1, 0.5, 0.7, 0.5]],
    },
    ...[
        [0, 1],
        [1, 3],
        [3, 6],
        [6, 8],
        [0, 3],
        [0, 6],
        [9, 6],
    ].map(([a, b]) => ({
        name: `min_delta is what ${DELTAS[a]} and ${DELTAS[b]} differ by`,
        settings: { ...RESTORE, patience: 1 },
        exactDelta: true,
        losses: [[DELTAS[a], DELTAS[b], DELTAS[b], DELTAS[a]]],
    })),
    {
        name: "a second fit after a stop",
        settings: { ...RESTORE, patience: 1 },
        losses: [
            [0.5, 0.6],
            [0.9, 0.8, 0.7, 0.75],
        ],
    },
    {
        name: "a second fit after a stop, better at first",
        settings: { ...RESTORE, patience: 2 },
        losses: [
            [0.5, 0.6, 0.7],
            [0.4, 0.45, 0.45],
        ],
    },

    ...[1, 2, 3].flatMap((plateauPatience) =>
        Object.entries({ FALLING, RISING, LEVEL, WAVES, CREEPING }).map(([name, losses]) => ({
            name: `plateau: ${name.toLowerCase()}, patience ${plateauPatience}`,
            settings: { ...PLATEAU, plateauPatience },
            losses: [losses],
        })),
    ),
    {
        name: "plateau: patience 0, which is 1 to Keras",
        settings: { ...PLATEAU, plateauPatience: 1 },
        keras: { plateauPatience: 0 },
        losses: [WAVES],
    },
    {
        name: "plateau: a factor of 0.1",
        settings: { ...PLATEAU, plateauPatience: 1, decayRate: 0.1 },
        losses: [LEVEL],
    },
    {
        name: "plateau: better by just less and just more than 0.0001",
        settings: { ...PLATEAU, plateauPatience: 1 },
        losses: [[0.7, 0.6999001, 0.6998999, 0.6998, 0.69979, 0.69969, 0.5, 0.49990005, 0.4998999]],
    },
    {
        name: "falling by less than float32 can tell",
        settings: { ...RESTORE, patience: 1 },
        losses: [[0.69, 0.68999997, 0.68999994, 0.68999991, 0.68999988, 0.68999985]],
    },
    {
        name: "plateau and early stopping",
        settings: { ...PLATEAU, ...RESTORE, plateauPatience: 2, patience: 3 },
        losses: [WAVES],
    },
    {
        name: "plateau and early stopping, the same patience",
        settings: { ...PLATEAU, ...RESTORE, plateauPatience: 2, patience: 2 },
        losses: [WAVES],
    },
];

/**
 * What became of a training: of each fit the epochs until it ended, whether it was stopped, and the
 * epoch (of all, counted from 1) whose weights are there after it; of each epoch the learning rate.
 * @typedef {{epochs: number[], stopped: boolean[], weights: number[], rates: number[]}} Outcome
 */

/**
 * A case with the losses that the core really meets, to the last bit, and with min_delta.
 * @typedef {object} MetCase
 * @property {string} name
 * @property {Partial<Settings>} settings
 * @property {Partial<Settings>} keras what Keras has instead
 * @property {boolean} validation whether these losses are of samples set aside
 * @property {number[][]} wanted
 * @property {number[][]} losses
 */

/** @param {Lab} lab @returns {MetCase[]} */
export function metCases(lab) {
    return callbackCases.flatMap(({ name, settings, keras = {}, exactDelta, losses: wanted }) =>
        [false, true].map((validation) => {
            const { losses } = train(lab, {}, wanted, validation); // none of the callbacks
            const [a, b] = exactDelta ? losses[0] : [0, 0];
            return {
                name: validation ? `${name}, validation` : name,
                settings: exactDelta ? { ...settings, minDelta: Math.abs(a - b) } : settings,
                keras,
                validation,
                wanted,
                losses,
            };
        }),
    );
}

export const RATE = 1e-8; // so low that no bias of these moves by a step

/** The second bias with which log(1 + exp(bias)) is this loss. @param {number} loss */
const biasOf = (loss) => Math.log(Math.expm1(loss));

/**
 * Trains the core so that it meets these losses. Of two classes only the first has samples, each a
 * batch of its own, and a hidden unit that never wakes carries the number of the epoch in a weight
 * that has no gradient. Then the loss is that of the second bias alone, which is set behind the
 * first sample of each epoch: between two epochs the weights are the trainer's own affair. The loss
 * of samples set aside is what was wanted, that of the others but for rounding: the first of them
 * has still met the bias of the epoch before.
 * @param {Lab} lab
 * @param {Partial<Settings>} partial
 * @param {number[][]} wanted of each fit
 * @param {boolean} validation
 * @returns {{losses: number[][], outcome: Outcome}}
 */
export function train(lab, partial, wanted, validation) {
    const settings = {
        ...lab.defaults,
        layers: [1],
        optimizer: "sgd",
        learningRate: RATE,
        batchSize: 1,
        validationSplit: validation ? 0.5 : 0,
        ...partial,
    };
    const samples = 8;
    const [x, y] = [new Float32Array(2 * samples), new Uint8Array(samples)];
    const model = lab.createModel(settings, { x, y, samples, classes: 2 });
    /** @param {number} epoch @param {number} bias */
    const setBias = (epoch, bias) => model.setWeights(Float32Array.of(0, 0, -1, epoch, 0, 0, bias));
    setBias(0, biasOf(wanted[0][0]));
    const losses = [];
    /** @type {Outcome} */
    const outcome = { epochs: [], stopped: [], weights: [], rates: [] };
    let epoch = 0;
    for (const fit of wanted) {
        const met = [];
        model.set({ epochs: epoch + fit.length });
        for (const loss of fit) {
            model.train(1);
            const others = (samples * loss - model.lastLoss) / (samples - 1);
            const same = Math.abs(others - loss) < 1e-7; // a loss that stays shall stay exactly
            setBias(++epoch, biasOf(validation || same ? loss : others));
            model.trainEpoch();
            const history = model.historyFrom(epoch - 1);
            met.push(history[validation ? "val_loss" : "loss"][0]);
            outcome.rates.push(history.learning_rate[0]);
            if (model.stopped) break;
        }
        losses.push(met);
        outcome.epochs.push(met.length);
        outcome.stopped.push(model.stopped);
        outcome.weights.push(model.weights()[3]);
    }
    model.dispose();
    return { losses, outcome };
}
