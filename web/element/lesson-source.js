/**
 * Where a lesson comes from, as an attribute or a link says it:
 *
 *     learning-rate         one of the lab's own, by its id
 *     lessons/mine.json     a file of the same site
 *     data.eJyrVsp…         the lesson itself, deflated, as a link carries it
 */

import { LessonError } from "../lessons/lesson-error.js";
import { libraryLessons } from "./lesson-library.js";

const DATA = "data.";
const MOST_BYTES = 200_000;
const MOST_LINK = 8000; // characters that a link can have nearly everywhere

/** Whether it is the lesson itself. @param {string} source */
export const isCarried = (source) => source.startsWith(DATA);

/**
 * The lesson's text. Rejects with a LessonError where there is none.
 * @param {string} source
 * @returns {Promise<string>}
 */
export async function lessonText(source) {
    if (isCarried(source)) return inflated(source.slice(DATA.length));
    if (source.endsWith(".json")) return fetched(source);
    const lessons = await libraryLessons().catch(() => {
        throw new LessonError("", "library");
    });
    const found = lessons.find(({ id }) => id === source);
    if (!found) throw new LessonError("", "none", { id: source });
    return JSON.stringify(found);
}

/**
 * A lesson as a link carries it.
 * @param {string} text
 * @returns {Promise<string | undefined>} nothing if it is too long for that
 */
export async function lessonData(text) {
    const bytes = await through(
        new TextEncoder().encode(JSON.stringify(JSON.parse(text))),
        new CompressionStream("deflate-raw"),
    );
    if (bytes.length > (MOST_LINK / 4) * 3) return undefined;
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return DATA + base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} data */
async function inflated(data) {
    try {
        const base64 = data.replaceAll("-", "+").replaceAll("_", "/");
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        return new TextDecoder().decode(
            await through(bytes, new DecompressionStream("deflate-raw")),
        );
    } catch (error) {
        if (error instanceof LessonError) throw error;
        throw new LessonError("", "damaged");
    }
}

/** @param {string} address of a file of the same site */
async function fetched(address) {
    const url = new URL(address, document.baseURI);
    if (url.origin !== location.origin) throw new LessonError("", "elsewhere", { address });
    try {
        const response = await fetch(url, { credentials: "omit" });
        if (!response.ok) throw new Error(String(response.status));
        return new TextDecoder().decode(await gathered(response.body));
    } catch (error) {
        if (error instanceof LessonError) throw error;
        throw new LessonError("", "unread", { address });
    }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream */
const through = (bytes, stream) => gathered(new Blob([bytes]).stream().pipeThrough(stream));

/**
 * What a stream gives, as long as a lesson may be that large.
 * @param {ReadableStream<Uint8Array> | null} stream
 */
async function gathered(stream) {
    /** @type {number[]} */
    const all = [];
    const reader = stream?.getReader();
    for (;;) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) return Uint8Array.from(all);
        if (all.length + value.length > MOST_BYTES) {
            reader?.cancel();
            throw new LessonError("", "size", { maximum: MOST_BYTES / 1000 });
        }
        for (const byte of value) all.push(byte);
    }
}
