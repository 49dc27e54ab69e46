/** The lab's own lessons: most who open a page never ask for them. */

import { beside } from "./beside.js";

/** @typedef {import("../views/dialogs/lessons.js").Listed} Listed */

/** A JSON array, which tools/bundle.mjs writes. */
const loadLessons = beside("lessons");

/** What is read once it is there. @type {readonly Listed[] | undefined} */
let lessons;

/**
 * The lessons as their files are; rejects where they are not to be had.
 * @returns {Promise<readonly Listed[]>}
 */
export async function libraryLessons() {
    lessons ??= JSON.parse(await loadLessons());
    return /** @type {readonly Listed[]} */ (lessons);
}
