/** Tells of the run: to the bench, which shows it, aloud, and by events to whoever listens. */

import { explainError } from "../shared/fields.js";

/** @typedef {import("../run/controller.js").Player} Player */
/** @typedef {import("../views/lab-view.js").Bench} Bench */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */

const MILESTONES = 5; // that are spoken, a run
const GENTLE = 0.01; // a learning rate that is not to be blamed for a dead layer

export class Narrator {
    #localizer;
    #tell;
    #said = false; // that training has started
    /** Before the first answer of the engine it has to be there. @type {Bench | undefined} */
    bench;
    /** @type {Player | undefined} */
    player;

    /** @param {Localizer} localizer @param {(name: string, detail: Record<string, unknown>) => void} tell */
    constructor(localizer, tell) {
        this.#localizer = localizer;
        this.#tell = tell;
    }

    wishes() {
        return /** @type {Bench} */ (this.bench).wishes();
    }

    /** @param {import("../worker/engine.js").Frame} frame */
    frame(frame) {
        if (this.player) this.bench?.show(frame, this.player);
    }

    change() {
        const { bench, player } = this;
        if (!bench || !player) return;
        bench.showState(player);
        if (player.running && !this.#said) {
            bench.hush();
            bench.announcer.say(this.#localizer.t("say.start"));
        }
        this.#said = player.running;
    }

    /** @param {number} epoch @param {number} loss @param {number} accuracy */
    epoch(epoch, loss, accuracy) {
        this.#tell("epoch", { epoch, loss, accuracy });
        const { running, goal } = /** @type {Player} */ (this.player);
        if (!running || epoch % Math.ceil(goal / MILESTONES) !== 0) return;
        const words = { epoch, accuracy: accuracy.toFixed(4) };
        this.bench?.announcer.mention(this.#localizer.t("say.epoch", words));
    }

    /** @param {import("../run/controller.js").Reason} reason */
    stop(reason) {
        const { progress, settings, deadLayer: layer } = /** @type {Player} */ (this.player);
        const { epoch, step, loss, accuracy } = progress;
        this.#tell("stop", { reason, epoch, step, loss, accuracy });
        if (reason !== "paused" && reason !== "finished") return;
        const dead = () => this.#localizer.t("error.dead", { layer });
        const offer = settings.learningRate > GENTLE ? "lower" : "anew";
        if (layer > 0) this.bench?.say(dead, { offer });
        const words = { epoch, loss: loss.toFixed(4), accuracy: accuracy.toFixed(4) };
        this.bench?.announcer.say(this.#localizer.t(`say.${reason}`, words));
    }

    /** @param {Error} error */
    error(error) {
        const { code, message, step } = /** @type {import("../core/lab-error.js").LabError} */ (
            error
        );
        const { epoch } = /** @type {Player} */ (this.player).progress;
        this.#tell("error", { code, message, step, epoch });
        const values = { step: step ?? 0, epoch };
        const text = () => explainError(this.#localizer, { code, message }, values);
        this.bench?.say(text, { offer: code === "diverged" ? "tenth" : undefined });
    }
}
