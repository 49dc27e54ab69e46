/** Traditional Chinese. */

/** @satisfies {import("../languages.js").Description} */
export const language = /** @type {const} */ ({
    tag: "zh-Hant",
    name: "繁中",
    title: "螺旋實驗室",
    answersTo: ["zh"],
});
