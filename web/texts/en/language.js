/** English. */

/** @satisfies {import("../languages.js").Description} */
export const language = /** @type {const} */ ({
    tag: "en",
    name: "EN",
    title: "Spiral Lab",
    answersTo: ["en"],
});
