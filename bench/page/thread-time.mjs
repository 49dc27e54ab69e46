/** What the page's thread spends its time on, by Chromium's own trace. */

/**
 * @typedef {object} TraceEvent times are in microseconds
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} [tdur] dur by the thread's own clock
 * @property {any} [args]
 */

/** The categories that have to be traced. */
export const TRACED = [
    "blink.user_timing", // where navigation begins
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "disabled-by-default-v8.compile",
    "v8",
    "v8.execute",
    "v8.wasm",
];

/** How the names of events begin, by kind; the first kind that fits counts. */
const KINDS = {
    garbage: ["MinorGC", "MajorGC", "BlinkGC", "V8.GC"],
    wasm: ["wasm."],
    compile: [
        ...["v8.compile", "v8.parse", "v8.produceCache", "V8.Compile", "V8.Parse", "V8.PreParse"],
        ...["V8.Finalize", "V8.Maglev", "V8.Optimize", "V8.Turbofan", "FlushInstructionCache"],
    ],
    style: ["UpdateLayoutTree", "ParseAuthorStyleSheet"],
    layout: ["Layout"],
    commit: ["Commit"],
    paint: ["PrePaint", "Paint", "Layerize", "UpdateLayer", "CompositeLayers"],
    html: ["ParseHTML"],
    script: [
        ...["v8.", "V8.", "EvaluateScript", "FunctionCall", "RunMicrotasks", "TimerFire"],
        ...["FireAnimationFrame", "FireIdleCallback", "EventDispatch", "HandlePostMessage"],
    ],
};

/** @typedef {keyof typeof KINDS | "other" | "idle"} Kind */

/**
 * Milliseconds of each kind between two times after navigation. What goes on within something else
 * counts as what it is: a layout that a script has forced is layout, not script.
 * @param {readonly TraceEvent[]} events
 * @param {string} url of the page
 * @param {number} fromMs
 * @param {number} toMs
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
            // Of events that are cut to the same beginning, the one that began first encloses the
            // others.
            begin: ts,
        }))
        .filter(({ from, to }) => to > from)
        .sort((a, b) => a.from - b.from || a.begin - b.begin || b.to - a.to);
    const time = { ...nothing, idle: toMs - fromMs };
    /** The events that are not over yet, the innermost last. @type {typeof spans} */
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

/** @param {string} name @returns {Kind} */
function kindOf(name) {
    for (const [kind, beginnings] of Object.entries(KINDS))
        if (beginnings.some((beginning) => name.startsWith(beginning)))
            return /** @type {Kind} */ (kind);
    return "other";
}

/** @type {Record<Kind, number>} */
const nothing = {
    garbage: 0,
    wasm: 0,
    compile: 0,
    style: 0,
    layout: 0,
    commit: 0,
    paint: 0,
    html: 0,
    script: 0,
    other: 0,
    idle: 0,
};
