/** A run beside the lab's own, which nobody sees: it is trained at once, and only its end counts. */

import { emptyHistory, measures } from "../shared/history.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("./engine-client.js").EngineClient} EngineClient */

const TRAINER = "aside";
const WISH = { judgement: /** @type {const} */ (true) };

/**
 * Rejects with a LabError where there can be no such run. Not to be called again before it is done.
 * @param {EngineClient} client
 * @param {Settings} settings
 * @param {number} epochs
 */
export async function trainAside(client, settings, epochs) {
    const history = emptyHistory();
    const about = { trainer: TRAINER };
    let frame = await client.request("add", { ...about, settings });
    const { stepsPerEpoch } = frame.progress;
    try {
        while (frame.progress.epoch < epochs && !frame.stopped && !frame.error) {
            const advance = { ...about, wish: {}, steps: epochs * stepsPerEpoch, until: epochs };
            [frame] = await client.request("train", { advances: [advance] });
            for (const name of measures) history[name].push(...(frame[name] ?? []));
        }
        const { stopped, error, parameters, progress } = frame;
        do frame = await client.request("settle", { ...about, wish: WISH });
        while (!frame.still);
        const health = await client.request("health", about);
        const { judgement } = frame.seen;
        return {
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
    } finally {
        await client.request("remove", about);
    }
}
