/**
 * What is looked at in a network, and how: the state that all pictures of a lab share. A picture
 * under the pointer says so here, and the others follow without knowing it.
 */

import { Emitter } from "../shared/emitter.js";
import { modeOf, REGIONS } from "../shared/map-mode.js";
import { MapWindow } from "./map/window.js";

/** @typedef {import("../draw/palette.js").Palette} Palette */
/** @typedef {import("../shared/map-mode.js").MapMode} MapMode */
/** @typedef {import("../shared/protocol.js").Data} Data */
/** @typedef {import("../shared/protocol.js").Frame} Frame */
/** @typedef {import("../shared/protocol.js").Layer} Layer */
/**
 * @typedef {{x: number, y: number, sample: number | null}} Place in the data's units; sample: the
 *     one that lies there
 */

/**
 * What has changed.
 * @typedef {object} Events
 * @property {[]} mode what the map shows, or what it could show
 * @property {[isLed: boolean]} units
 * @property {[]} palette
 * @property {[]} samples are shown, or hidden
 * @property {[]} window what part of the map is seen
 * @property {[byKey: boolean]} place of the crosshair
 * @property {[]} highlighted samples are drawn on top of all others
 * @property {[]} wishes something else is to be computed
 * @property {[]} chosen a person has chosen what the map shows, or how
 */

/** @extends {Emitter<Events>} */
export class Scene extends Emitter {
    /** @type {Data | undefined} */ data;
    /** @type {readonly Layer[]} */ hiddenLayers = [];
    /** The network's output, instead of softmax. */
    sigmoid = false;
    /** 1 for every sample that was set aside. @type {Uint8Array} */
    validation = new Uint8Array(0);
    /** What the map shows. @type {MapMode} */
    mode = REGIONS;
    /** What it showed before the units were opened, or one of them was chosen. @type {MapMode} */ #before =
        REGIONS;
    /** The unit that was shown last, as long as the network has it. @type {MapMode | null} */
    unit = null;
    /** What the network sees of a point. @type {readonly string[]} */
    features = [];
    /** Whether the units are shown, of which layer, and the first layer's lines. */
    units = { open: false, layer: 0, lines: false };
    /** @type {Palette} */ palette = "tutorial";
    /** Whether the map shows all samples, and not only the highlighted ones. */
    showsSamples = true;
    /** The part of the map that is seen; none as long as there are no data. @type {MapWindow | undefined} */
    window;
    /** Where the crosshair is. @type {Place | null} */
    place = null;
    /** Whether the crosshair is pinned. */
    pinned = false;
    /** Samples that are drawn on top of all others; null: all alike. @type {readonly number[] | null} */
    highlighted = null;

    get classes() {
        return this.data?.classes ?? 0;
    }

    /** Takes what is new of data and network, before any picture does. @param {Frame} frame */
    take({ data, network }) {
        if (data) this.#setData(data);
        if (network) this.#setNetwork(network);
    }

    /** The map's mode as a string: soft, class-2, or dense_1-17, a unit by its layer's name. */
    get modeText() {
        const { kind, index, layer } = this.mode;
        if (kind === "unit") return `${this.hiddenLayers[layer].name}-${index}`;
        return kind === "class" ? `class-${index}` : kind;
    }

    /** @param {string} text as modeText @returns {boolean} whether this network has it */
    showText(text) {
        const [name, index] = text.split("-");
        const layer = this.hiddenLayers.findIndex((hidden) => hidden.name === name);
        const mode = modeOf(text) ?? { kind: "unit", index: Number(index), layer };
        const { units = 0 } = this.hiddenLayers[layer] ?? {};
        const most = { unit: units, class: this.classes }[String(mode.kind)] ?? 1;
        if (mode.index >= most) return false;
        this.show(mode);
        return true;
    }

    /** @param {MapMode} mode */
    show(mode) {
        this.mode = mode;
        if (mode.kind === "unit") this.unit = mode;
        this.emit("mode");
        this.emit("wishes");
    }

    /** Takes a person's choice. @param {MapMode} mode */
    choose(mode) {
        this.show(mode);
        this.emit("chosen");
    }

    /**
     * Shows a unit of the layer that is seen; the second time, what was there before.
     * @param {number} index
     */
    chooseUnit(index) {
        const { layer } = this.units;
        if (this.mode.kind !== "unit") this.#before = this.mode;
        this.choose(this.isShown(index) ? this.#before : { kind: "unit", index, layer });
    }

    /** Whether the map shows that unit of the layer that is seen. @param {number} index */
    isShown(index) {
        const { kind, ...unit } = this.mode;
        return kind === "unit" && unit.layer === this.units.layer && unit.index === index;
    }

    /** Releases what is pinned or highlighted, and hides the units. */
    startOver() {
        if (this.window) this.look(this.window.zoom(0));
        this.pointAt(null, false);
        this.highlight(null);
        this.showUnits({ open: false, layer: 0, lines: false });
    }

    /**
     * @param {Partial<Scene["units"]>} change
     * @param {boolean} [isLed] the person wants to be led to them
     */
    showUnits(change, isLed = false) {
        const { open } = this.units;
        this.units = { ...this.units, ...change };
        if (this.units.open && !open) this.#before = this.mode;
        this.emit("units", isLed);
        if (open && !this.units.open && this.mode.kind === "unit") this.show(this.#before);
        else this.emit("wishes");
    }

    /** @param {Palette} palette */
    setPalette(palette) {
        this.palette = palette;
        this.emit("palette");
    }

    /** @param {Palette} palette */
    choosePalette(palette) {
        this.setPalette(palette);
        this.emit("chosen");
    }

    /** @param {boolean} areShown */
    showSamples(areShown) {
        this.showsSamples = areShown;
        this.emit("samples");
    }

    /** @param {boolean} areShown */
    chooseSamples(areShown) {
        this.showSamples(areShown);
        this.emit("chosen");
    }

    /** Shows another part of the map. @param {MapWindow} window */
    look(window) {
        if (window === this.window) return;
        this.window = window;
        this.emit("window");
        this.emit("wishes");
    }

    /**
     * Moves the crosshair, or takes it away.
     * @param {Place | null} place
     * @param {boolean} pinned
     * @param {boolean} [byKey]
     */
    pointAt(place, pinned, byKey = false) {
        this.place = place;
        this.pinned = pinned;
        this.emit("place", byKey);
    }

    /** @param {readonly number[] | null} samples null: all alike */
    highlight(samples) {
        this.highlighted = samples;
        this.emit("highlighted");
    }

    /** @param {Data} data */
    #setData(data) {
        this.data = data;
        this.highlighted = null;
        this.window = this.window?.over(data.bounds) ?? new MapWindow(data.bounds);
        this.emit("window");
        this.pointAt(null, false); // its place means nothing among other points
        const { kind, index } = this.mode;
        if (kind === "class" && index >= data.classes) this.mode = REGIONS;
        this.emit("mode");
    }

    /** @param {import("../shared/protocol.js").Network} network */
    #setNetwork({ features, layers, sigmoid, validation }) {
        this.features = features;
        this.validation = validation;
        this.sigmoid = sigmoid;
        const hidden = layers.slice(0, -1);
        /** @param {readonly Layer[]} all */
        const text = (all) => all.map(({ name, units }) => `${name} ${units}`).join();
        const same = text(hidden) === text(this.hiddenLayers);
        this.hiddenLayers = hidden;
        if (same) return;
        this.unit = null;
        if (this.mode.kind === "unit") this.mode = REGIONS;
        if (this.#before.kind === "unit") this.#before = REGIONS;
        const layer = Math.max(0, Math.min(this.units.layer, hidden.length - 1));
        this.units = { ...this.units, layer };
        this.emit("mode");
        this.emit("units", false);
        if (this.units.open) this.emit("wishes");
    }
}
