/** The lab's own lessons: most who open a page never ask for them. */

import { beside } from "./beside.js";

/** @typedef {import("../views/dialogs/lessons.js").Listed} Listed */

/**
 * faults: what is said of a lesson that is refused.
 * @typedef {{lessons: readonly Listed[], faults: import("../texts/explain-lesson.js").Faults}} Library
 */

/** A Library as JSON, which tools/bundle.mjs writes. */
const loadLessons = beside("lessons");

/** What is read once it is there. @type {Library | undefined} */
let read;

/** Rejects where it is not to be had. @returns {Promise<Library>} */
async function library() {
    read ??= JSON.parse(await loadLessons());
    return /** @type {Library} */ (read);
}

/** The lessons as their files are; rejects where they are not to be had. */
export const libraryLessons = async () => (await library()).lessons;

/** What is said of faults; nothing where that is not to be had. */
export const lessonFaults = async () => (await library().catch(() => undefined))?.faults;
