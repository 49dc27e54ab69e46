/**
 * What the element tells whoever listens, as events that bubble, under names that begin with
 * "spiral-lab-". This file holds types only.
 */

/**
 * @typedef {object} EpochDetail
 * @property {number} epoch counted from 1
 * @property {number} loss its mean
 * @property {number} accuracy its mean
 */

/**
 * @typedef {object} StopDetail
 * @property {"finished" | "paused" | "diverged" | "interrupted" | "failed"} reason interrupted: by
 *     something else that was asked for
 * @property {number} epoch finished ones
 * @property {number} step batches into the present epoch
 * @property {number} loss
 * @property {number} accuracy
 */

/**
 * @typedef {object} ErrorDetail
 * @property {string} [code] of a LabError
 * @property {string} message
 * @property {number} [step] the one that diverged
 * @property {number} epoch finished ones, to whose weights a run that diverged went back
 */

/**
 * @typedef {object} ChangeDetail
 * @property {string} link settings and view, as the element's own link
 */

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
