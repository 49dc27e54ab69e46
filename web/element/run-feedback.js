/** Reports on a run: by notices, aloud, and by events. */

import { answerOf } from "../lessons/answers.js";
import { diagnose } from "../run/diagnosis.js";
import { explainError } from "../texts/explain.js";

/** @typedef {import("../core/lab-error.js").LabError} LabError */
/** @typedef {import("../lessons/experiments.js").Experiment} Experiment */
/** @typedef {import("../run/diagnosis.js").Diagnosis} Diagnosis */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./events.js").Tell} Tell */
/** @typedef {import("./lab-instance.js").LabInstance} LabInstance */

const MILESTONES = 5; // are spoken in a run
const NEAR = 1e-6; // of a whole number

/**
 * @param {LabInstance} lab
 * @param {Tell} tell an event of the element
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
        if (commands.isInLesson) return; // the lesson says what came of it
        if (commands.experiment && reason === "finished") sayWhatCame(commands.experiment);
        else if (commands.experiment && state.past.last) commands.offerBack("back.experiment");
        else sayWhatIsWrong();
        const words = { epoch, loss: loss.toFixed(4), accuracy: accuracy.toFixed(4) };
        liveRegion.say(t(`say.${reason}`, words));
    });

    controller.on("error", (error) => {
        const { code, message, step } = /** @type {LabError} */ (error);
        const { epoch } = state.progress;
        tell("error", { code, message, step, epoch });
        if (commands.isInLesson && code === "diverged") return;
        const values = { step: step ?? 0, epoch };
        const text = () => explainError(localizer, { code, message }, values);
        notice.say(text, { offer: code === "diverged" ? "tenth" : undefined });
    });

    /** Says what came of an experiment. @param {Experiment} experiment */
    function sayWhatCame(experiment) {
        const { settings, history, health, past } = state;
        const usual = lab.info?.defaults;
        if (!health || !usual) return;
        const outcome = { settings, usual, history, health };
        const { answer, values } = answerOf(experiment, outcome);
        notice.say(() => t(`answer.${answer}`, values), { mild: true, offer: past.last && "back" });
        if (experiment === "overfit") view.showSide("validation");
    }

    function sayWhatIsWrong() {
        const { settings, history, stopped, health } = state;
        const found = health && diagnose({ settings, history, stopped, health });
        if (!found) return;
        const { trouble, values, advice } = found;
        const words = wordsOf(values);
        const fact = trouble === "chance" && words.classes > 0 ? "ln" : trouble;
        /** @type {import("../views/notice.js").Sentence} */
        const text = () =>
            t("sentences", {
                first: t(`trouble.${fact}`, words),
                second: t(`advice.${advice}`),
            });
        notice.say(text, { offer: advice === "regularize" ? undefined : advice });
    }
}

/**
 * The numbers of a diagnosis, formatted. classes: of which the loss of guessing is the
 * logarithm, if it is one.
 * @param {Diagnosis["values"]} values
 */
function wordsOf({ layer = 0, units = 0, dead = 0, epoch = 0, ...measures }) {
    const { loss = 0, chance = 0, best = 0, now = 0 } = measures;
    const classes = Math.round(Math.exp(chance));
    const isLogarithm = Math.abs(Math.exp(chance) - classes) < NEAR;
    return {
        layer,
        units,
        dead,
        epoch,
        classes: isLogarithm ? classes : 0,
        chance: chance.toFixed(4),
        loss: loss.toFixed(4),
        best: best.toFixed(2),
        now: now.toFixed(2),
    };
}
