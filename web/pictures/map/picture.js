/** The map as a picture of the lab: regions, points and crosshair, with the tools over them. */

import { Sheet } from "../../draw/sheet.js";
import { h } from "../../ui/dom.js";
import { Crosshair } from "./crosshair.js";
import { MapView } from "./map.js";
import { plotOf } from "./plot.js";
import { MapTools } from "./tools.js";
import { Zoom } from "./zoom.js";

/** @typedef {import("../host.js").Picture} Picture */
/** @typedef {import("../host.js").Frame} Frame */
/** @typedef {import("../host.js").Host} Host */
/** @typedef {import("../../shared/protocol.js").Data} Data */
/** @typedef {import("../host.js").Run} Run */
/** @typedef {import("../host.js").Theme} Theme */

const COARSE = 700; // pixels a side of the map at most, while training
const FINE = 2000;
const INTERVAL_MS = 30; // a film's rate is enough, and leaves time to train
const CALM_INTERVAL_MS = 500; // for people who prefer reduced motion
const RESIZED_MS = 200; // of rest after a change of size
const TAKEN = 584; // CSS pixels of a saved map, however many real ones they are
const PRINTED = { side: 420, fineness: 3 }; // CSS pixels; dots to each
const CELL = 8; // pixels of it from node to node of the grid

/** @implements {Picture} */
export class MapPicture {
    #localizer;
    #scene;
    #painter;
    #observe;
    /** The buffer of the map before, to be used again. @type {ArrayBuffer | undefined} */ #spare;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #resizing;
    /** Points to be shown that the worker does not know yet. @type {Data | undefined} */ #ahead;

    /** @param {Host} host */
    constructor({ localizer, scene, painter, resized, speak, observe }) {
        this.#localizer = localizer;
        this.#scene = scene;
        this.#painter = painter;
        this.#observe = observe;
        this.map = new MapView(() => {
            clearTimeout(this.#resizing);
            this.#resizing = setTimeout(resized, RESIZED_MS);
        });
        this.tools = new MapTools(localizer, scene);
        const { element } = new Crosshair(this.map, scene);
        new Zoom(this.map.element, element, { scene, localizer, speak });
        this.element = this.map.element;
        painter.add("regions", { draw: () => this.map.drawRegions(), first: true });
        painter.add("points", { draw: () => this.#drawPoints(), first: true, heavy: true });
        painter.add("marks", { draw: () => this.map.drawMarks(), first: true });
        localizer.bind(() => {
            const t = localizer.t.bind(localizer);
            element.setAttribute("aria-label", `${t("crosshair")}: ${t("crosshair.help")}`);
        });
        scene.on("window", () => {
            this.map.setWindow(scene.window);
            painter.invalidate("regions", "points", "marks");
        });
        scene.on("place", () => {
            this.map.setPlace(scene.place);
            painter.invalidate("marks");
        });
        scene.on("highlighted", () => {
            this.map.samples.highlight(scene.highlighted);
            this.map.drawPoints();
        });
        scene.on("samples", () => {
            this.map.samples.show(scene.showsSamples);
            painter.invalidate("points");
        });
        scene.on("units", () => {
            if (this.#wantsLines) return;
            this.map.setLines(undefined);
            painter.invalidate("marks");
        });
    }

    get #wantsLines() {
        const { open, lines } = this.#scene.units;
        return open && lines;
    }

    /** @returns {import("../observers.js").Wish & {map: import("./observe.js").MapWish}} */
    wants() {
        const { window } = this.#scene;
        const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        return {
            map: {
                mode: this.#scene.mode,
                coarse: this.map.extent(COARSE),
                fine: this.map.extent(FINE),
                interval: isCalm ? CALM_INTERVAL_MS : INTERVAL_MS,
                ...(window && !window.isWhole && { part: window.part }),
            },
            judgement: true, // for the rings
            ...(this.#wantsLines && { lines: /** @type {const} */ (true) }),
        };
    }

    /** @returns {Record<string, ArrayBuffer>} */
    recycle() {
        const spare = this.#spare;
        this.#spare = undefined;
        return spare ? { map: spare } : {};
    }

    /** @param {Frame} frame */
    take({ data, network, seen }) {
        const { map, judgement, lines } = seen;
        if (data) this.map.samples.setData(data);
        if (network) this.map.samples.setValidation(network.validation);
        if (data || network) this.tools.relist();
        if (judgement) this.map.samples.setPredicted(judgement.predicted);
        if (data || network || judgement) this.#painter.invalidate("points");
        if (lines && this.#wantsLines) {
            this.map.setLines(lines);
            this.#painter.invalidate("marks");
        }
        if (!map) return;
        this.#spare = this.map.setPicture(map) ?? this.#spare;
        this.#painter.invalidate("regions");
    }

    /** Shows points that the worker does not know yet, in the next frame. @param {Data} data */
    showPoints(data) {
        this.#ahead = data;
        this.#painter.invalidate("points");
    }

    #drawPoints() {
        if (this.#ahead) this.map.samples.setData(this.#ahead);
        this.#ahead = undefined;
        this.map.drawPoints();
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.map.setTheme(theme);
        this.tools.setTheme(theme);
        this.#painter.invalidate("regions", "points", "marks");
    }

    /** @param {Run} run */
    describe({ progress, report }) {
        const { data } = this.#scene;
        this.map.describe(
            this.#localizer.t("map.description", {
                classes: data?.classes ?? 0,
                samples: data?.samples ?? 0,
                epoch: progress.epoch,
                accuracy: report ? report.scores.accuracy.toFixed(2) : "–",
            }),
        );
    }

    /**
     * Draws the map's title, its key, and everything on the map.
     * @param {Theme} theme
     * @param {number} [width]
     */
    async sheet(theme, width) {
        const { size: shown } = this.map.regions;
        const across = width ? TAKEN : shown.width / shown.ratio;
        const sheet = new Sheet(theme, across, shown.ratio, width);
        const { inner, ratio } = sheet;
        const size = { width: inner, height: width ? inner : shown.height, ratio };
        const plot = plotOf(size);
        const fine = { width: plot.width + 1, height: plot.height + 1 };
        const nodes = Math.ceil(plot.width / CELL) + 1;
        const { map, ...others } = this.wants();
        const seen = await this.#observe({ ...others, map: { ...map, fine, nodes } });
        sheet.title(this.tools.shown);
        this.tools.key.draw(sheet);
        if (seen.map) this.map.drawAll(sheet.room(size.height), size, seen.map);
        return sheet;
    }

    /** The key, and the map below it. */
    print() {
        const { side, fineness } = PRINTED;
        const pixels = side * fineness;
        const canvas = h("canvas", { width: pixels, height: pixels });
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        this.map.drawAll(context, { width: pixels, height: pixels, ratio: fineness });
        return h("figure", {}, this.tools.key.print(fineness), canvas);
    }

    close() {
        clearTimeout(this.#resizing);
        this.map.close();
    }
}
