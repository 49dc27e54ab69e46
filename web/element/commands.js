/** What a person does: by buttons and keys, by choosing an experiment, and by taking an offer. */

import { experiments } from "../lessons/experiments.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../texts/localizer.js").Key} Key */
/** @typedef {import("../views/notice.js").Offer} Offer */
/** @typedef {import("../views/transport.js").Action} Action */
/** @typedef {import("./lab-instance.js").LabInstance} LabInstance */

export class Commands {
    #lab;
    /** An experiment is on: when it stops, the network before it is offered. */
    #isTrying = false;

    /** @param {LabInstance} lab */
    constructor(lab) {
        this.#lab = lab;
        const { controller, view } = lab;
        view.on("act", (action) => lab.whenOpen(() => this.#act(action)));
        view.on("experiment", (name) => lab.whenOpen(() => this.#try(experiments[name])));
        view.on("offer", (offer) => lab.whenOpen(() => this.#take(offer)));
        controller.on("stop", (reason) => {
            if (this.#isTrying && (reason === "finished" || reason === "paused"))
                this.#offerBack("say.tried");
            this.#isTrying = false;
        });
    }

    /**
     * What was trained is not lost by a change that starts anew: it can be had back. Rejects with a
     * LabError, and changes nothing, on a bad value.
     * @param {Partial<Settings> | (() => Partial<Settings>)} changes
     */
    async configure(changes) {
        const isAnew = await this.#lab.configure(changes, true);
        if (isAnew) this.#offerBack("say.anew");
    }

    /** @param {Action} action */
    async #act(action) {
        const { controller, view } = this.#lab;
        if (action !== "pause") view.notice.clear();
        switch (action) {
            case "play":
                return controller.play();
            case "pause":
                return controller.pause();
            case "finish":
                return controller.finish();
            case "reset":
                await this.#lab.reset(true);
                this.#announce("say.reset");
                return this.#offerBack("say.reset.back");
            case "fresh": {
                const seed = (view.settings.asked.seed + 1) % 2 ** 32;
                this.#announce("say.fresh", { seed });
                return view.settings.ask({ seed: String(seed) });
            }
            default:
                return controller.step(action);
        }
    }

    /** Runs the defaults with these changes, from the start. @param {Partial<Settings>} others */
    async #try(others) {
        const { controller, view, info } = this.#lab;
        // First, so that what was trained is kept with the settings that it was trained with.
        await controller.reset(true);
        await this.#lab.configure({ ...info?.defaults, ...others }, true);
        view.notice.hush();
        view.settings.forgetDatasets();
        await controller.play();
        this.#isTrying = true;
    }

    /** @param {Offer} offer */
    async #take(offer) {
        const { ended, settings } = this.#lab.controller.state;
        if (offer === "back") {
            if (ended) await this.#lab.load(ended.bytes);
            return;
        }
        if (offer === "tenth" || offer === "lower") {
            const learningRate = Number((settings.learningRate / 10).toPrecision(6));
            await this.configure({ learningRate });
        }
        if (offer === "anew" || offer === "lower") {
            await this.#lab.reset(); // what has failed is not worth having back
            this.#announce("say.reset");
        }
    }

    /** @param {Key} key of what is said of it */
    #offerBack(key) {
        const { controller, localizer, view } = this.#lab;
        const { ended } = controller.state;
        if (!ended) return;
        const text = () => localizer.t(key, { epoch: ended.epoch });
        view.notice.say(text, { offer: "back" });
    }

    /**
     * Clears the notice, and says this aloud.
     * @param {Key} key
     * @param {Record<string, number>} [values]
     */
    #announce(key, values) {
        const { localizer, view } = this.#lab;
        view.notice.clear();
        view.liveRegion.say(localizer.t(key, values));
    }
}
