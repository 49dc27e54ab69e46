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
 *     another request
 * @property {number} epoch finished ones
 * @property {number} step batches into the current epoch
 * @property {number} loss
 * @property {number} accuracy
 */

/**
 * @typedef {object} ErrorDetail
 * @property {string} [code] of a LabError
 * @property {string} message
 * @property {number} [step] the one that diverged
 * @property {number} epoch finished ones; a run that diverged went back to their weights
 */

/**
 * @typedef {object} ChangeDetail
 * @property {string} link settings and view, like the element's property link
 */

/**
 * The detail of each event.
 * @typedef {object} Events
 * @property {EpochDetail} epoch An epoch is finished.
 * @property {StopDetail} stop Training has ended; for single steps only if they took long.
 * @property {ErrorDetail} error Training diverged or failed; the lab says so too.
 * @property {ChangeDetail} change Settings or view have changed.
 */

/** @typedef {<Name extends keyof Events>(name: Name, detail: Events[Name]) => void} Tell */

export {};
