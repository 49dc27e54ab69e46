/**
 * The messages between the page and the worker. A request is one slice of work, too short to keep
 * the next one waiting noticeably. Each gets exactly one answer. This file holds types only.
 */

/** @typedef {import("../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../core/dataset.js").GivenDataset} GivenDataset */
/** @typedef {import("../core/model.js").Model} Model */
/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../pictures/observers.js").Wish} Wish */
/** @typedef {import("../pictures/observers.js").Seen} Seen */
/** @typedef {import("./link.js").Choices} Choices */
/** @typedef {import("./map-mode.js").MapMode} MapMode */
/** @typedef {import("./plain-error.js").PlainError} PlainError */

/**
 * @typedef {{xMin: number, xMax: number, yMin: number, yMax: number}} Bounds of a map, in the
 *     data's units
 */
/** @typedef {Dataset & {bounds: Bounds}} Data */
/** What a kind of data looks like. @typedef {Pick<Dataset, "x" | "y" | "classes">} Shape */
/**
 * What the core says of its settings, and the shapes of its data by their names.
 * @typedef {import("../core/lab.js").Info & {shapes?: Record<string, Shape>}} Info
 */
/** @typedef {{name: string, units: number, parameters: number}} Layer */

/**
 * What the pictures need to know of a network.
 * @typedef {object} Network
 * @property {readonly string[]} features what its first layer sees of a point
 * @property {Layer[]} layers the output layer last
 * @property {boolean} sigmoid the output, instead of softmax
 * @property {Uint8Array} validation 1 for every sample that was set aside
 */

/**
 * Changes of settings; data: points instead of those that settings make, for the dataset "given".
 * @typedef {Partial<Settings> & {data?: GivenDataset}} Changes
 */

/** What a link says. @typedef {{fragment: string, choices: Choices}} LinkToRead */
/**
 * @typedef {Omit<ReturnType<typeof import("./link.js").readLink>, "settings"> & {settings: Settings &
 *     {data?: GivenDataset}}} Reading
 */
/**
 * A setting that is not valid, or all of them together if there is no name.
 * @typedef {{name: string, error: PlainError}} Problem
 */

/**
 * What every request about a trainer carries.
 * @typedef {object} TrainerRequest
 * @property {string} trainer its id
 * @property {Wish} wish what to compute for the pictures
 * @property {Record<string, ArrayBuffer>} [recycle] buffers of earlier answers that are no longer
 *     needed, by observer
 */

/**
 * A trainer's share of a slice.
 * @typedef {TrainerRequest & {steps: number, until: number}} Advance at most so many steps, and not
 *     beyond that epoch
 */

/**
 * What each kind of request carries.
 * @typedef {object} Requests
 * @property {TrainerRequest & {settings: Record<string, unknown>, link: LinkToRead}} open the
 *     first, which is JSON; settings one by one, since any of them may be bad; data and labels among
 *     them are texts: see points-text.js
 * @property {{trainer: string, settings: Record<string, unknown>}} check whether this change would
 *     be allowed
 * @property {TrainerRequest & {settings: Changes, keep: boolean, anew?: boolean}}
 *     change keep: hand back the run that this ends; anew: start anew even if all of it could
 *     change on the way
 * @property {TrainerRequest & {keep: boolean}} reset to the first weights
 * @property {TrainerRequest & {bytes: Uint8Array, keep: boolean}} load what `save` gave
 * @property {{advances: Advance[]}} train side by side, batch by batch, as long as the slice lasts
 * @property {TrainerRequest} settle compute everything that is wished for, of the
 *     current weights, in as many slices as it takes
 * @property {TrainerRequest} inspect compute the wishes that are cheap
 * @property {TrainerRequest & {data: GivenDataset, bounds?: Bounds}} edit goes on training with
 *     other points, or begins anew where their classes are not as many; bounds: the least of the map
 * @property {{trainer: string}} health
 * @property {{trainer: string, x: number, y: number, mode: MapMode}} probe one point
 * @property {LinkToRead} read
 * @property {{trainer: string}} save
 * @property {{trainer: string, most: number}} copy what was trained, unless it takes more bytes
 * @property {{bytes: Uint8Array}} describe what `save` gave, without loading it
 * @property {{trainer: string} & Exporting} script
 * @property {{trainer: string, data: GivenDataset}} judge how well it does on other points of its
 *     classes
 * @property {{trainer: string, settings: Settings & {data?: GivenDataset}}} add another trainer
 * @property {{trainer: string}} remove
 */

/**
 * A run as a file of Python for Keras; texts: what it says, in the reader's language.
 * @typedef {{kind: "script" | "notebook", weights: boolean, repeatable: boolean, texts:
 *     import("../texts/exported.js").Exported}} Exporting
 */

/**
 * The answer to each kind of request. Any request may be refused, with a LabError, and then changes
 * nothing.
 * @typedef {object} Answers
 * @property {Opened} open
 * @property {undefined} check
 * @property {Changed} change
 * @property {Restarted} reset
 * @property {Loaded} load
 * @property {Frame[]} train one for each advance, in their order
 * @property {Frame} settle
 * @property {Frame} inspect
 * @property {Changed} edit
 * @property {Health} health
 * @property {Probed} probe
 * @property {Reading} read
 * @property {Uint8Array<ArrayBuffer>} save
 * @property {Kept | undefined} copy
 * @property {Omit<Kept, "bytes"> & {checksum: string}} describe
 * @property {string} script
 * @property {{loss: number, accuracy: number, epoch: number, report: string}} judge
 * @property {Frame} add
 * @property {undefined} remove
 */

/**
 * @template {keyof Requests} [T=keyof Requests]
 * @typedef {{[K in T]: {type: K, budget: number} & Requests[K]}[T]} Request budget: milliseconds of
 *     the slice
 */

/**
 * @typedef {{info: Info, settings: Settings, problems: Problem[], link: Reading, frame: Frame}}
 *     Opened
 */
/**
 * A run as it was then: finished epochs, all of its batches, and what `save` gives.
 * @typedef {{epoch: number, totalSteps: number, bytes: Uint8Array<ArrayBuffer>}} Kept
 */
/** @typedef {{frame: Frame, kept?: Kept}} Restarted */
/**
 * rebuilt: training starts again, with a new model.
 * @typedef {Restarted & {settings: Settings, rebuilt: boolean}} Changed
 */
/** @typedef {Restarted & {settings: Settings}} Loaded */

/**
 * The health of a hidden layer.
 * @typedef {object} LayerHealth
 * @property {number} units
 * @property {number} dead units with the same output for all samples, if they are at least half;
 *     else 0
 * @property {boolean} alike its units, of which there are several, all answer in the same way
 */
/**
 * chance: the least loss of a network that answers all samples alike.
 * @typedef {{layers: LayerHealth[], chance: number}} Health
 */

/**
 * The network's answer at a point.
 * @typedef {object} Probed
 * @property {number} x @property {number} y
 * @property {number[]} logits one a class
 * @property {boolean} sigmoid the output
 * @property {number} [unit] the output of the unit that the map shows
 */

/**
 * What is new of a trainer.
 * @typedef {object} Frame
 * @property {string} trainer
 * @property {Model["progress"]} progress
 * @property {boolean} stopped early stopping ended the training
 * @property {number} parameters
 * @property {number} stepSeconds how long one step takes
 * @property {number} from how many epochs were reported before; loss[0] is of the next one
 * @property {number[]} loss one an epoch
 * @property {number[]} accuracy
 * @property {number[]} [val_loss] when samples are set aside
 * @property {number[]} [val_accuracy]
 * @property {Seen} seen what the observers made
 * @property {boolean} still everything that was wished for is there, for exactly these weights
 * @property {string} [checksum] SHA-256 of the weights, when it is still
 * @property {Data} [data] when there is new data
 * @property {Network} [network] when there is a new one
 * @property {PlainError} [error] training diverged
 */

export {};
