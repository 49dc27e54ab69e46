/** A run beside the lab's own, which nobody sees: it is trained at once, and only its end counts. */

import { emptyHistory, measures } from "../shared/history.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("./engine-client.js").EngineClient} EngineClient */

const TRAINER = "aside";
const WISH = { judgement: /** @type {const} */ (true) };

/**
 * As long as goOn says so, which is asked after each slice.
 * @typedef {object} How
 * @property {number} [steps] batches after which it ends, wherever that is in an epoch; early
 *     stopping is then a stop among others
 * @property {(done: number) => boolean} [goOn] done: batches
 */

/**
 * Rejects with a LabError where there can be no such run. Not to be called again before it is done.
 * @param {EngineClient} client
 * @param {Settings} settings
 * @param {number} epochs after which it ends
 * @param {How} [how]
 */
export async function trainAside(client, settings, epochs, how = {}) {
    const { steps, goOn = () => true } = how;
    const history = emptyHistory();
    const about = { trainer: TRAINER };
    let frame = await client.request("add", { ...about, settings });
    const { stepsPerEpoch } = frame.progress;
    const limit = Math.min(steps ?? Number.POSITIVE_INFINITY, epochs * stepsPerEpoch);
    const left = () => limit - frame.progress.totalSteps;
    const hasEnded = () => left() <= 0 || frame.error || (frame.stopped && steps === undefined);
    try {
        let goesOn = true;
        while (goesOn && !hasEnded()) {
            const advance = { ...about, wish: {}, steps: left(), until: epochs };
            [frame] = await client.request("train", { advances: [advance] });
            for (const name of measures) history[name].push(...(frame[name] ?? []));
            goesOn = goOn(frame.progress.totalSteps);
        }
        const { stopped, error, parameters, progress } = frame;
        const isWhole = Boolean(hasEnded());
        do frame = await client.request("settle", { ...about, wish: WISH });
        while (!frame.still);
        const health = await client.request("health", about);
        const { judgement } = frame.seen;
        const outcome = {
            settings,
            history,
            updates: progress.totalSteps,
            parameters,
            stopped,
            diverged: error !== undefined,
            health,
            report: judgement?.training,
            validation: judgement?.validation,
        };
        const { checksum = "" } = frame;
        return { outcome, isWhole, checksum, progress, accuracy: progress.accuracy };
    } finally {
        await client.request("remove", about);
    }
}
