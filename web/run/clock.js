/** Time, as the controller of runs needs it: a browser's here, another in tests. */

/**
 * @typedef {object} Clock
 * @property {() => number} now milliseconds
 * @property {() => Promise<void>} tick resolves with the next picture that the screen shows
 * @property {(work: () => void, ms: number) => () => void} after gives a function that cancels it
 */

const LONGEST_MS = 400; // between two ticks where there are no animation frames, as in a hidden tab

/** @type {Clock} */
export const browserClock = {
    now: () => performance.now(),

    tick: () =>
        new Promise((resolve) => {
            const done = () => {
                cancelAnimationFrame(frame);
                clearTimeout(timer);
                resolve();
            };
            const frame = requestAnimationFrame(done);
            const timer = setTimeout(done, LONGEST_MS);
        }),

    after(work, ms) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
    },
};

/** Lets the page draw and listen. A message comes sooner than a timer, which browsers slow down. */
export function breath() {
    return new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            port1.close();
            resolve(undefined);
        };
        port2.postMessage(0);
    });
}
