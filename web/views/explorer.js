/** Everything that looks into the network: the map, its tools, what is under the pointer, the neurons. */

import { Crosshair } from "../pictures/map/crosshair.js";
import { MapView } from "../pictures/map/map.js";
import { MapTools } from "../pictures/map/tools.js";
import { NeuronsView } from "../pictures/neurons/neurons.js";
import { lossOf, PointerView, signed } from "../pictures/pointer/pointer.js";
import { probabilitiesOf, REGIONS, viewOf } from "../shared/map-mode.js";

/** @typedef {import("../worker/engine.js").Frame} Frame */
/** @typedef {import("../shared/map-mode.js").View} View */
/** @typedef {import("../pictures/pointer/pointer.js").Answer} Answer */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {"regions" | "points" | "marks" | "units"} Part */

/**
 * @typedef {object} Host
 * @property {() => void} resized the map's box has another size now
 * @property {() => void} wished something else is to be seen than the engine has told
 * @property {(x: number, y: number, view: View) => Promise<Answer>} probe
 * @property {(...parts: Part[]) => void} changed is to be drawn
 * @property {() => void} recoloured there is another palette
 * @property {() => void} chosen a person has chosen what the map shows
 * @property {(text: string) => void} speak
 */

const PROBE_INTERVAL_MS = 100; // of a crosshair that stays, while training: numbers must be readable
const SPEAK_MS = 500; // after the last key

export class Explorer {
    #localizer;
    #host;
    /** @type {View} */ #view = REGIONS;
    /** @type {View} */ #before = REGIONS; // the neurons were opened
    #neurons = false;
    /** @type {import("../shared/map-mode.js").Network["hidden"]} */ #hidden = [];
    #classes = 0;
    #validation = false;
    /** @type {Answer | null} */ #answer = null;
    #asking = false;
    #again = false; // once the answer is there
    #asked = 0; // when
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #speaking;
    /** @type {import("../draw/palette.js").Palette} */ palette = "tutorial";

    /** @param {Localizer} localizer @param {"h2" | "h3"} heading @param {Host} host */
    constructor(localizer, heading, host) {
        this.#localizer = localizer;
        this.#host = host;
        this.map = new MapView(host.resized);
        this.crosshair = new Crosshair(this.map, (byKey) => this.#moved(byKey));
        this.tools = new MapTools(localizer, {
            view: (view) => {
                this.show(view);
                host.chosen();
            },
            palette: (palette) => {
                this.setPalette(palette);
                host.chosen();
            },
            neurons: () => this.#toggleNeurons(),
        });
        this.pointer = new PointerView(localizer, heading);
        this.neurons = new NeuronsView(localizer, heading, {
            layer: () => this.#wish(),
            unit: (index) => this.#chooseUnit(index),
            lines: () => {
                this.#forgetLines();
                this.#wish();
            },
            close: () => {
                this.#toggleNeurons();
                this.tools.neurons.focus();
            },
        });
        const { element } = this.crosshair;
        localizer.bind(() => {
            const t = localizer.t.bind(localizer);
            element.setAttribute("aria-label", `${t("crosshair")}: ${t("crosshair.help")}`);
        });
    }

    /** What the engine should tell. @returns {import("../worker/portrait.js").Wish} */
    get wish() {
        return {
            view: this.#view,
            units: this.#neurons ? this.neurons.layer : null,
            lines: this.#neurons && this.neurons.lines.checked,
        };
    }

    /** The map's view in a word: soft, class-2, or dense_1-17, a unit by its layer's name. */
    get viewText() {
        const { kind, index, layer } = this.#view;
        if (kind === "unit") return `${this.#hidden[layer].name}-${index}`;
        return kind === "class" ? `class-${index}` : kind;
    }

    /** @param {string} text as viewText @returns {boolean} whether this network has it */
    showText(text) {
        const [name, index] = text.split("-");
        const layer = this.#hidden.findIndex((hidden) => hidden.name === name);
        const view = viewOf(text) ?? { kind: "unit", index: Number(index), layer };
        const { units = 0 } = this.#hidden[layer] ?? {};
        const most = { unit: units, class: this.#classes }[String(view.kind)] ?? 1;
        if (view.index >= most) return false;
        this.show(view);
        return true;
    }

    /** @param {import("../draw/palette.js").Palette} palette */
    setPalette(palette) {
        this.palette = palette;
        this.tools.palette.value = palette;
        this.#host.recoloured();
    }

    /** @param {import("../draw/theme.js").Theme} theme */
    setTheme(theme) {
        for (const view of [this.map, this.tools, this.pointer, this.neurons]) view.setTheme(theme);
        this.#host.changed("regions", "points", "marks", "units");
    }

    /** @param {View} view of the map */
    show(view) {
        this.#view = view;
        const isUnit = view.kind === "unit";
        this.tools.show(view, isUnit ? this.#hidden[view.layer]?.name : undefined);
        this.neurons.choose(isUnit && view.layer === this.neurons.layer ? view.index : -1);
        this.#host.wished();
    }

    /** @param {Frame} frame @returns {ArrayBuffer | undefined} a buffer that is no longer needed */
    take(frame) {
        const { changed } = this.#host;
        const { data, network, map, predicted, units, lines } = frame;
        if (data) this.#setData(data);
        if (network) this.#setNetwork(network);
        if (predicted) this.map.setPredicted(predicted);
        if (data || network || predicted) changed("points");
        if (units && units.layer === this.neurons.layer && this.#neurons) {
            this.neurons.setUnits(units);
            changed("units");
        }
        if (lines && this.wish.lines) {
            this.map.setLines(lines);
            changed("marks");
        }
        if (frame.still || (map && performance.now() - this.#asked > PROBE_INTERVAL_MS))
            this.#ask();
        if (!map) return undefined;
        changed("regions");
        return this.map.setPicture(map);
    }

    close() {
        clearTimeout(this.#speaking);
        this.map.close();
    }

    /** @param {import("../worker/portrait.js").Data} data */
    #setData(data) {
        this.map.setData(data);
        this.crosshair.clear();
        if (data.classes !== this.#classes) this.pointer.setClasses(data.classes);
        this.#classes = data.classes;
        this.tools.setData(data.classes, this.#validation);
        const { kind, index } = this.#view;
        if (kind !== "class" || index < data.classes) return;
        this.#view = REGIONS;
        this.tools.show(REGIONS);
    }

    /** @param {import("../shared/map-mode.js").Network} network */
    #setNetwork({ hidden, validation, sigmoid }) {
        this.map.setValidation(validation);
        this.#validation = validation.includes(1);
        this.tools.setData(this.#classes, this.#validation);
        this.pointer.setOutput(sigmoid);
        const same = JSON.stringify(hidden) === JSON.stringify(this.#hidden);
        this.#hidden = hidden;
        if (same) return;
        this.neurons.setLayers(hidden);
        if (this.#view.kind === "unit") this.#view = REGIONS;
        if (this.#before.kind === "unit") this.#before = REGIONS;
        this.tools.forgetUnit();
        this.tools.show(this.#view);
        this.neurons.choose(-1);
        if (this.#neurons) this.#host.wished();
    }

    #wish() {
        this.neurons.choose(
            this.#view.kind === "unit" && this.#view.layer === this.neurons.layer
                ? this.#view.index
                : -1,
        );
        this.#host.wished();
    }

    #forgetLines() {
        this.map.setLines(undefined);
        this.#host.changed("marks");
    }

    #toggleNeurons() {
        const on = !this.#neurons;
        this.#neurons = on;
        this.tools.neurons.setAttribute("aria-pressed", String(on));
        this.neurons.element.hidden = !on;
        // Other results make room, where it stands among them.
        this.neurons.element.parentElement?.classList.toggle("inside", on);
        if (on) {
            this.#before = this.#view;
            const { element } = this.neurons;
            // On a phone they begin below the screen.
            element.scrollIntoView({ block: "nearest" });
        } else this.#forgetLines();
        if (!on && this.#view.kind === "unit") this.show(this.#before);
        else this.#host.wished();
    }

    /** A second time: back to what was there before. @param {number} index */
    #chooseUnit(index) {
        const { layer } = this.neurons;
        const { kind } = this.#view;
        if (kind !== "unit") this.#before = this.#view;
        const again = kind === "unit" && this.#view.layer === layer && this.#view.index === index;
        this.show(again ? this.#before : { kind: "unit", index, layer });
        this.#host.chosen();
    }

    /** @param {boolean} byKey */
    #moved(byKey) {
        this.#host.changed("marks");
        if (!this.crosshair.place) this.#answer = null;
        this.#showAnswer();
        this.#ask();
        clearTimeout(this.#speaking);
        if (byKey) this.#speaking = setTimeout(() => this.#speak(), SPEAK_MS);
    }

    /** One question at a time; the newest place wins. */
    async #ask() {
        const { place } = this.crosshair;
        this.#again = this.#asking;
        if (!place || this.#asking) return;
        this.#asking = true;
        this.#asked = performance.now();
        try {
            this.#answer = await this.#host.probe(place.x, place.y, this.#view);
        } catch {
            this.#answer = null; // the lab was closed
        }
        this.#asking = false;
        if (this.crosshair.place) this.#showAnswer();
        if (this.#again) this.#ask();
    }

    #showAnswer() {
        const { place, held } = this.crosshair;
        const { sample } = this.#answered();
        const { kind, layer, index } = this.#view;
        const name = kind === "unit" ? `${this.#hidden[layer]?.name} #${index}` : "";
        this.pointer.show(place && this.#answer, sample, held, name);
    }

    /** The sample of which the answer is, if the crosshair is still there. */
    #answered() {
        const { place } = this.crosshair;
        const answer = this.#answer;
        if (!place || !answer || place.sample === null) return { answer, sample: null };
        if (answer.x !== place.x || answer.y !== place.y) return { answer, sample: null };
        const index = place.sample;
        const truth = this.map.classOf(index);
        return { answer, sample: { index, truth, validation: this.map.setAside(index) } };
    }

    #speak() {
        const { answer, sample } = this.#answered();
        if (!answer) return;
        const t = this.#localizer.t.bind(this.#localizer);
        const p = probabilitiesOf(answer.logits, answer.sigmoid);
        const most = Math.max(...p);
        const words = {
            x: signed(answer.x, 2),
            y: signed(answer.y, 2),
            index: p.indexOf(most),
            p: most.toFixed(2),
        };
        let text = t("crosshair.say", words);
        if (sample) {
            const loss = lossOf(answer, sample.truth).toFixed(4);
            text += ` ${t("crosshair.sample", { sample: sample.index, truth: sample.truth, loss })}`;
        }
        this.#host.speak(text);
    }
}
