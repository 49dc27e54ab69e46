/** Play and pause, the single steps, the ways back, and the pace. */

import { h, icon, setText } from "../ui/dom.js";

/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../texts/localizer.js").Key} Key */

const ICONS = {
    play: "M4 2.5v11l9.5-5.5z",
    pause: "M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z",
    batch: "M2.5 2.5v11l7-5.5zM11 2.5h2.5v11H11z",
    epoch: "M1 2.5v11l5.5-5.5zM6.5 2.5v11l5.5-5.5zM12.5 2.5H15v11h-2.5z",
    finish: "M2 2h2v12H2zM5 3h9l-2.5 3.5L14 10H5z",
    reset: "M8 2a6 6 0 1 1-5.7 4.1l1.9.6A4 4 0 1 0 8 4v2.6L3.6 3.3 8 0z",
    fresh: "M2 2h12v12H2zM3.5 3.5v9h9v-9zM5 5h2v2H5zM9 9h2v2H9zM9 5h2v2H9zM5 9h2v2H5z",
};

/** Batches a second. */
const PACES = [1, 5, 20, 100, 400, Number.POSITIVE_INFINITY];
const FIRST_PACE = 400;

/** @typedef {"play" | "pause" | "batch" | "epoch" | "finish" | "reset" | "fresh"} Action */

const STEPS = /** @type {const} */ (["batch", "epoch", "finish", "reset", "fresh"]);

export class TransportView {
    #localizer;
    #act;
    #setPace;
    #running = false;
    #begun = false;
    /** By what they do. @type {Map<string, HTMLButtonElement>} */ #buttons;

    /**
     * @param {Localizer} localizer
     * @param {(action: Action) => void} act
     * @param {(pace: number) => void} setPace
     */
    constructor(localizer, act, setPace) {
        this.#localizer = localizer;
        this.#act = act;
        this.#setPace = setPace;
        const playIcon = h("span", { class: "icon play" }, icon(ICONS.play));
        const pauseIcon = h("span", { class: "icon pause" }, icon(ICONS.pause));
        this.playLabel = h("span");
        this.play = h("button", { type: "button", class: "primary", onclick: () => this.toggle() });
        this.play.append(playIcon, pauseIcon, this.playLabel);
        this.#buttons = new Map(STEPS.map((action) => [String(action), this.#makeStep(action)]));
        const speedLabel = h("span");
        const options = PACES.map((pace) => h("option", { value: String(pace) }));
        this.speed = h(
            "select",
            { class: "pace", onchange: () => setPace(Number(this.speed.value)) },
            ...options,
        );
        this.speed.value = String(FIRST_PACE);
        const wrapper = h("label", { class: "speed" }, speedLabel, this.speed);
        localizer.bind(() => {
            setText(speedLabel, localizer.t("speed"));
            wrapper.title = localizer.t("speed.help");
            options.forEach((option, i) => {
                const rate = PACES[i];
                const text = Number.isFinite(rate)
                    ? localizer.t("speed.rate", { rate })
                    : localizer.t("speed.full");
                setText(option, text);
            });
            this.#label();
        });
        this.element = h(
            "div",
            { class: "transport", role: "group" },
            this.play,
            ...this.#buttons.values(),
            wrapper,
        );
        localizer.bind(() => this.element.setAttribute("aria-label", localizer.t("transport")));
    }

    /** @param {typeof STEPS[number]} action */
    #makeStep(action) {
        const label = h("span");
        const element = h("button", { type: "button", class: action });
        element.addEventListener("click", () => this.#act(action));
        element.append(icon(ICONS[action]), label);
        this.#localizer.bind(() => {
            setText(label, this.#localizer.t(action));
            element.title = this.#localizer.t(`${action}.help`);
        });
        return element;
    }

    /** @param {number} pace batches a second */
    showPace(pace) {
        this.speed.value = String(pace);
    }

    /** Plays, or pauses. */
    toggle() {
        this.#act(this.#running ? "pause" : "play");
    }

    /** @param {string} [action] of a button */
    reveal(action) {
        return this.#buttons.get(String(action)) ?? this.element;
    }

    /** The next pace. @param {1 | -1} direction */
    shift(direction) {
        const at = PACES.indexOf(Number(this.speed.value)) + direction;
        if (PACES[at] === undefined) return;
        this.speed.value = String(PACES[at]);
        this.#setPace(PACES[at]);
    }

    /** @param {boolean} running @param {boolean} begun whether anything has been trained */
    show(running, begun) {
        if (running === this.#running && begun === this.#begun) return;
        this.#running = running;
        this.#begun = begun;
        this.#label();
    }

    #label() {
        const key = this.#running ? "pause" : this.#begun ? "goOn" : "play";
        setText(this.playLabel, this.#localizer.t(key));
        this.play.classList.toggle("running", this.#running);
        this.play.title = this.#localizer.t(this.#running ? "pause.help" : "play.help");
    }
}
