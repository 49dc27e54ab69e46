/** Time, as the controller of runs needs it: a browser's here, another one in tests. */

/**
 * @typedef {object} Clock
 * @property {() => number} now milliseconds
 * @property {() => Promise<void>} tick resolves with the next picture that the screen shows
 * @property {(work: () => void, ms: number) => () => void} after gives what calls it off
 */

const HIDDEN_MS = 100; // between two ticks in a hidden tab, which has no animation frames

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
            const timer = setTimeout(done, HIDDEN_MS);
        }),

    after(work, ms) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
    },
};
