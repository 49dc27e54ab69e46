/** Tells of a run: by a notice, aloud, and by events to whoever listens. */

import { explainError } from "../texts/explain.js";

/** @typedef {import("../core/lab-error.js").LabError} LabError */
/** @typedef {import("./lab-instance.js").LabInstance} LabInstance */

const MILESTONES = 5; // that are spoken, a run
const GENTLE = 0.01; // a learning rate that is not to be blamed for a dead layer

/**
 * @param {LabInstance} lab
 * @param {(name: string, detail: Record<string, unknown>) => void} tell an event of the element
 */
export function giveFeedback(lab, tell) {
    const { controller, view, localizer, commands } = lab;
    const { notice, liveRegion } = view;
    const { state } = controller;
    const t = localizer.t.bind(localizer);
    let hasBegun = false;

    controller.on("state", () => {
        if (state.running && !hasBegun) {
            if (!lab.trainsAhead) notice.hush();
            liveRegion.say(t("say.start"));
        }
        hasBegun = state.running;
    });

    controller.on("epoch", (epoch, loss, accuracy) => {
        tell("epoch", { epoch, loss, accuracy });
        if (!state.running || epoch % Math.ceil(state.goal / MILESTONES) !== 0) return;
        liveRegion.mention(t("say.epoch", { epoch, accuracy: accuracy.toFixed(4) }));
    });

    controller.on("stop", (reason) => {
        const { epoch, step, loss, accuracy } = state.progress;
        tell("stop", { reason, epoch, step, loss, accuracy });
        if (reason !== "paused" && reason !== "finished") return;
        const layer = state.deadLayer;
        const offer = state.settings.learningRate > GENTLE ? "lower" : "anew";
        if (layer > 0) notice.say(() => t("error.dead", { layer }), { offer });
        else if (commands.experiment) commands.offerBack("back.experiment");
        const words = { epoch, loss: loss.toFixed(4), accuracy: accuracy.toFixed(4) };
        liveRegion.say(t(`say.${reason}`, words));
    });

    controller.on("error", (error) => {
        const { code, message, step } = /** @type {LabError} */ (error);
        const { epoch } = state.progress;
        tell("error", { code, message, step, epoch });
        const values = { step: step ?? 0, epoch };
        const text = () => explainError(localizer, { code, message }, values);
        notice.say(text, { offer: code === "diverged" ? "tenth" : undefined });
    });
}
