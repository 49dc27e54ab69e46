/** What the page's thread spends its time on, by Chromium's own trace. */

/** @typedef {{name: string, cat: string, ph: string, tid: number, pid: number, ts: number, dur?: number, tdur?: number, args?: any}} TraceEvent times in microseconds; tdur: by the thread's own clock */

/** What has to be traced for it. */
export const TRACED = [
    "blink.user_timing", // where navigation begins
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "disabled-by-default-v8.compile",
    "v8",
    "v8.execute",
    "v8.wasm",
];

/** The first that fits an event's name counts. @type {readonly (readonly [Kind, RegExp])[]} */
const KINDS = [
    ["garbage", /^(Minor|Major|Blink)GC|^V8\.GC/],
    ["wasm", /^wasm\./],
    [
        "compile",
        /^v8\.(compile|parse|produceCache)|^V8\.(Compile|Finalize|Maglev|Optimize|Parse|PreParse|Turbofan)|^FlushInst/,
    ],
    ["style", /^(UpdateLayoutTree|ParseAuthorStyleSheet)$/],
    ["layout", /^Layout$/],
    ["commit", /^Commit$/],
    ["paint", /^(PrePaint|Paint|Layerize|UpdateLayer|UpdateLayerTree|CompositeLayers)$/],
    ["html", /^ParseHTML$/],
    [
        "script",
        /^v8\.|^V8\.|^(EvaluateScript|FunctionCall|RunMicrotasks|TimerFire|FireAnimationFrame|FireIdleCallback|EventDispatch|HandlePostMessage)$/,
    ],
];

/** @typedef {"garbage" | "wasm" | "compile" | "style" | "layout" | "commit" | "paint" | "html" | "script" | "other" | "idle"} Kind */

/**
 * Milliseconds of each kind between two times after navigation. What goes on within something else
 * counts as what it is: a layout that a script has forced is layout, not script.
 * @param {readonly TraceEvent[]} events @param {string} url of the page @param {number} fromMs @param {number} toMs
 * @returns {Record<Kind, number>}
 */
export function threadTime(events, url, fromMs, toMs) {
    const navigation = events.find(
        ({ name, args }) => name === "navigationStart" && args.data.documentLoaderURL === url,
    );
    if (!navigation) throw new Error("The trace has no navigation.");
    const { pid, tid, ts } = navigation;
    const [start, end] = [ts + 1000 * fromMs, ts + 1000 * toMs];
    const spans = events
        .filter((event) => event.ph === "X" && event.pid === pid && event.tid === tid)
        .map(({ name, ts, dur = 0 }) => ({
            kind: kindOf(name),
            from: Math.max(ts, start),
            to: Math.min(ts + dur, end),
            whole: dur,
        }))
        .filter(({ from, to }) => to > from)
        // What lasts longer is around the other.
        .sort((a, b) => a.from - b.from || b.whole - a.whole);
    const time = { ...nothing, idle: toMs - fromMs };
    /** Those that are not over, the innermost last. @type {typeof spans} */
    const open = [];
    for (const span of spans) {
        while (open.length > 0 && open[open.length - 1].to <= span.from) open.pop();
        const ms = (span.to - span.from) / 1000;
        time[span.kind] += ms;
        time[open.at(-1)?.kind ?? "idle"] -= ms;
        open.push(span);
    }
    return time;
}

/** @type {Record<Kind, number>} */
const nothing = {
    html: 0,
    compile: 0,
    script: 0,
    wasm: 0,
    garbage: 0,
    style: 0,
    layout: 0,
    paint: 0,
    commit: 0,
    other: 0,
    idle: 0,
};

/** @param {string} name */
function kindOf(name) {
    const found = KINDS.find(([, pattern]) => pattern.test(name));
    return found?.[0] ?? "other";
}
