/**
 * What the element tells whoever listens, as events that bubble, under names that begin with
 * "spiral-lab-". This file holds types only.
 */

/** @typedef {import("../run/playthrough.js").Reason} Reason */

/** @typedef {{epoch: number, loss: number, accuracy: number}} EpochDetail epoch: counted from 1 */
/**
 * epoch: finished ones; step: batches into the present one.
 * @typedef {{reason: Reason, epoch: number, step: number, loss: number, accuracy: number}}
 *     StopDetail
 */
/**
 * code: a LabError's; step: the one that diverged; epoch: the one that it went back to.
 * @typedef {{code?: string, message: string, step?: number, epoch: number}} ErrorDetail
 */
/** @typedef {{link: string}} ChangeDetail link: as the element's own */

/**
 * The detail of each event.
 * @typedef {object} Events
 * @property {EpochDetail} epoch An epoch is finished.
 * @property {StopDetail} stop Training has ended, of single steps only if they lasted.
 * @property {ErrorDetail} error Training diverged or failed, which is said in the lab too.
 * @property {ChangeDetail} change Settings or view are others now.
 */

/** @typedef {<Name extends keyof Events>(name: Name, detail: Events[Name]) => void} Tell */

export {};
