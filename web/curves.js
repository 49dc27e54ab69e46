/** One curve over epochs, drawn by uPlot. */

import uPlot from "uplot";
import { h, setText } from "./dom.js";
import { metric } from "./progress-line.js";
import { blackOnWhite } from "./theme.js";

/** @typedef {import("./theme.js").Theme} Theme */

/** Short enough for the axis's width: 20K and not 20,000. */
const brief = new Intl.NumberFormat("en", { notation: "compact" });
const ANY = 10; // epochs that the axis shows at least

export class CurveView {
    /** @type {uPlot | undefined} */ #plot;
    /** @type {number[]} */ #values = [];
    #theme = blackOnWhite;
    #goal = ANY;
    /** @type {number | null} */ #pointed = null;
    #top;

    #tellValue;

    /**
     * @param {object} options
     * @param {number} [options.top] the axis's fixed upper end
     * @param {"h2" | "h3"} options.heading
     * @param {(epoch: number, value: string) => string} options.tell how a value is written beside the title
     */
    constructor({ top, heading, tell }) {
        this.#top = top;
        this.#tellValue = tell;
        this.title = h(heading);
        this.value = h("output", { class: "value", "aria-live": "off" });
        this.host = h("div", { class: "plot", role: "img" });
        this.element = h(
            "section",
            { class: "curve" },
            h("header", {}, this.title, this.value),
            this.host,
        );
        this.observer = new ResizeObserver(() => this.#fit());
        this.observer.observe(this.host);
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#plot?.redraw(false);
    }

    /** @param {readonly number[]} values one an epoch @param {number} goal epochs in all */
    setValues(values, goal) {
        this.#values = values.slice();
        this.#goal = Math.max(ANY, goal, values.length);
    }

    /** @param {string} text */
    describe(text) {
        this.host.setAttribute("aria-label", text);
    }

    draw() {
        if (!this.#plot) this.#make();
        // An even axis from the first epoch to the goal: nothing is scaled anew while it runs.
        this.#plot?.setData([this.#values.map((_, i) => i + 1), this.#values]);
        this.#tell();
    }

    close() {
        this.observer.disconnect();
        this.#plot?.destroy();
        this.#plot = undefined;
    }

    #fit() {
        const { clientWidth: width, clientHeight: height } = this.host;
        if (width > 0 && height > 0) this.#plot?.setSize({ width, height });
    }

    #make() {
        const { clientWidth: width, clientHeight: height } = this.host;
        if (width === 0 || height === 0) return;
        const stroke = () => this.#theme.muted;
        const grid = { stroke: () => this.#theme.line, width: 1 };
        const font = `11px ${this.#theme.sans}`;
        const axis = { stroke, grid, ticks: { show: false }, font, gap: 4 };
        this.#plot = new uPlot(
            {
                width,
                height,
                padding: [6, 8, 0, 0],
                legend: { show: false },
                cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
                scales: {
                    x: { time: false, range: () => [1, this.#goal] },
                    y: { range: (_, __, max) => [0, this.#top ?? (max > 0 ? max * 1.05 : 1)] },
                },
                series: [
                    {},
                    {
                        stroke: () => this.#theme.accent,
                        width: 1.75,
                        points: { show: () => this.#values.length === 1, size: 5 },
                    },
                ],
                axes: [
                    { ...axis, size: 22, space: 44 },
                    {
                        ...axis,
                        size: 34,
                        space: 28,
                        values: (_, splits) => splits.map((value) => brief.format(value)),
                    },
                ],
                hooks: {
                    setCursor: [
                        (plot) => {
                            this.#pointed = plot.cursor.idx ?? null;
                            this.#tell();
                        },
                    ],
                },
            },
            [[], []],
            this.host,
        );
    }

    /** The value under the pointer, or else the last one. */
    #tell() {
        const { length } = this.#values;
        const at = this.#pointed !== null && this.#pointed < length ? this.#pointed : length - 1;
        setText(this.value, at < 0 ? "" : this.#tellValue(at + 1, metric(this.#values[at])));
    }
}
