/**
 * Under the crosshair: asks the network about the place, shows the answer, and speaks it.
 */

import { shortLabel } from "../../shared/labels.js";
import { probabilitiesOf } from "../../shared/map-mode.js";
import { signed } from "../../shared/signed.js";
import { lossOf, PointerTable } from "./table.js";

/** @typedef {import("../host.js").Picture} Picture */
/** @typedef {import("../host.js").Frame} Frame */
/** @typedef {import("../host.js").Host} Host */
/** @typedef {import("../../shared/protocol.js").Probed} Probed */

const INTERVAL_MS = 100; // of a crosshair that stays, while training: numbers must be readable
const SPEAK_MS = 500; // after the last key
const DIGITS = 3; // of a place on the whole map

/** @implements {Picture} */
export class PointerPicture {
    #localizer;
    #scene;
    #host;
    /** @type {Probed | null} */ #answer = null;
    #asking = false;
    #again = false; // once the answer is there
    #asked = 0; // when
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #speaking;

    /** @param {Host} host */
    constructor(host) {
        const { localizer, scene, heading, explain } = host;
        this.#localizer = localizer;
        this.#scene = scene;
        this.#host = host;
        this.table = new PointerTable(localizer, heading, explain);
        this.element = this.table.element;
        scene.on("place", (byKey) => this.#follow(byKey));
        scene.on("window", () => this.table.setDigits(this.#digits));
        this.table.setDigits(this.#digits); // it may be made when the map is zoomed into
    }

    /** @param {Frame} frame */
    take({ data, network, still, seen }) {
        const { labels = [] } = this.#scene.data ?? {};
        if (data) this.table.setLabels(labels);
        if (network) this.table.setOutput(this.#scene.sigmoid);
        const isDue = seen.map && performance.now() - this.#asked > INTERVAL_MS;
        if (still || isDue) this.#ask();
    }

    /** @param {import("../host.js").Theme} theme */
    setTheme(theme) {
        this.table.setTheme(theme);
    }

    close() {
        clearTimeout(this.#speaking);
    }

    /** Enough digits to tell neighbouring places apart. */
    get #digits() {
        return DIGITS + Math.floor(Math.log10(this.#scene.window?.level ?? 1));
    }

    /** @param {boolean} byKey */
    #follow(byKey) {
        if (!this.#scene.place) this.#answer = null;
        this.#show();
        this.#ask();
        clearTimeout(this.#speaking);
        if (byKey) this.#speaking = setTimeout(() => this.#speak(), SPEAK_MS);
    }

    /** One question at a time; the newest place wins. */
    async #ask() {
        const { place, mode } = this.#scene;
        this.#again = this.#asking;
        if (!place || this.#asking) return;
        this.#asking = true;
        this.#asked = performance.now();
        try {
            this.#answer = await this.#host.probe(place.x, place.y, mode);
        } catch {
            this.#answer = null; // the lab was closed
        }
        this.#asking = false;
        if (this.#scene.place) this.#show();
        if (this.#again) this.#ask();
    }

    #show() {
        const { place, pinned, mode, hiddenLayers } = this.#scene;
        const name = mode.kind === "unit" ? `${hiddenLayers[mode.layer]?.name} #${mode.index}` : "";
        this.table.show(place && this.#answer, this.#sample(), pinned, name);
    }

    /** The sample that the answer is about, if the crosshair is still there. */
    #sample() {
        const { place, data, validation } = this.#scene;
        const answer = this.#answer;
        if (!place || !answer || place.sample === null || !data) return null;
        if (answer.x !== place.x || answer.y !== place.y) return null;
        const index = place.sample;
        return { index, truth: data.y[index], validation: validation[index] === 1 };
    }

    #speak() {
        const answer = this.#answer;
        const sample = this.#sample();
        const { labels = [] } = this.#scene.data ?? {};
        if (!answer) return;
        const t = this.#localizer.t.bind(this.#localizer);
        const p = probabilitiesOf(answer.logits, answer.sigmoid);
        const most = Math.max(...p);
        const words = {
            x: signed(answer.x, this.#digits - 1),
            y: signed(answer.y, this.#digits - 1),
            index: shortLabel(labels[p.indexOf(most)]),
            p: most.toFixed(2),
        };
        let text = t("crosshair.say", words);
        if (sample) {
            const loss = lossOf(answer, sample.truth).toFixed(4);
            const truth = shortLabel(labels[sample.truth]);
            text += ` ${t("crosshair.sample", { sample: sample.index, truth, loss })}`;
        }
        this.#host.speak(text);
    }
}
