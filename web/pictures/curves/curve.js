/** One measure over epochs, drawn by uPlot: training, validation, and earlier runs behind them. */

import { screenScale, textScale } from "../../draw/text-scale.js";
import { blackOnWhite } from "../../draw/theme.js";
import { metric } from "../../shared/keras-line.js";
import { h, setText } from "../../ui/dom.js";
import { loadLibrary } from "./chart-library.js";
import { MOST } from "./kept-runs.js";

/** @typedef {import("uplot")} Chart */
/** @typedef {import("../../draw/theme.js").Theme} Theme */
/** @typedef {{values: readonly number[], name(): string}} Earlier an earlier run */
/**
 * One value for each epoch; lowest: the epoch, from 1, that is marked on the validation's line.
 * @typedef {{training: readonly number[], validation: readonly number[], lowest?: number, earlier:
 *     readonly Earlier[]}} Lines
 */

const ANY = 10; // epochs, the shortest axis
const LEAST = 1e-7; // on a logarithmic axis
const DASH = [4, 3]; // of the validation's line
const TURN = 2 * Math.PI;
/** Steps of the epochs' axis. */
const WHOLE = [1, 2, 5].flatMap((n) => [n, 10 * n, 100 * n, 1000 * n]).sort((a, b) => a - b);
const FAINT = 0.4; // earlier runs
const NEAR = 12; // CSS pixels from the pointer to a line that it means
const RING = 4; // CSS pixels
const FAR = 2; // times the present run's largest value, to which an earlier one stretches the axis

/** uPlot, once it is loaded. @type {import("./chart-library.js").Library | undefined} */
let uPlot;

export class CurveView {
    /** @type {Chart | undefined} */ #plot;
    /** @type {Lines} */ #lines = { training: [], validation: [], earlier: [] };
    #theme = blackOnWhite;
    #goal = ANY;
    #log = false;
    #scale = 1; // of its texts
    #top;

    #tellValue;

    /**
     * @param {object} options
     * @param {number} [options.top] the axis's fixed upper end
     * @param {"h2" | "h3"} options.heading
     * @param {(epoch: number, training: string, validation?: string, lowest?: boolean) => string}
     *     options.tell how values are written beside the title; lowest: of all the validation's
     *     values
     * @param {Node[]} [options.controls] at the title line's end
     */
    constructor({ top, heading, tell, controls = [] }) {
        this.#top = top;
        this.#tellValue = tell;
        this.title = h(heading);
        this.value = h("output", { class: "value", "aria-live": "off" });
        this.host = h("div", { class: "plot", role: "img" });
        const head = h("header", {}, this.title, this.value, ...controls);
        this.element = h("section", { class: "curve" }, head, this.host);
        this.observer = new ResizeObserver(() => this.#fit());
        this.observer.observe(this.host);
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#plot?.redraw(false);
    }

    /** @param {Lines} lines @param {number} goal epochs in all */
    setLines(lines, goal) {
        this.#lines = lines;
        const lengths = lines.earlier.map(({ values }) => values.length);
        this.#goal = Math.max(ANY, goal, lines.training.length, ...lengths);
    }

    /** @param {boolean} log */
    setLog(log) {
        this.#log = log;
        this.#remake(); // a scale cannot change its kind
    }

    /** @param {string} text */
    describe(text) {
        this.host.setAttribute("aria-label", text);
    }

    draw() {
        if (!this.#plot) this.#make();
        // The axis reaches from the first epoch to the goal, so that nothing is rescaled while
        // training goes on.
        this.#plot?.setData(this.#data());
        this.#tell();
    }

    /** Its size on the screen, in CSS pixels. */
    get size() {
        return { width: this.host.clientWidth, height: this.host.clientHeight };
    }

    /**
     * Draws the curve again, in another size.
     * @param {{width: number, height: number, ratio: number}} size pixels, and how many of them
     *     there are to a CSS pixel of the chart
     * @returns {Promise<CanvasRenderingContext2D>}
     */
    async picture(size) {
        uPlot ??= await loadLibrary();
        return this.#drawn(uPlot, size);
    }

    /**
     * Draws it at once; gives nothing if nothing was drawn yet.
     * @param {{width: number, height: number, ratio: number}} size
     */
    print(size) {
        return uPlot && this.#drawn(uPlot, size).canvas;
    }

    close() {
        this.observer.disconnect();
        this.#plot?.destroy();
        this.#plot = undefined;
    }

    #fit() {
        const { clientWidth: width, clientHeight: height } = this.host;
        if (!this.#plot || width === 0 || height === 0) return;
        if (this.#scale === textScale(this.host)) this.#plot.setSize({ width, height });
        else this.#remake();
    }

    #remake() {
        this.#plot?.destroy();
        this.#plot = undefined;
        this.draw();
    }

    /**
     * @param {import("./chart-library.js").Library} Library
     * @param {{width: number, height: number, ratio: number}} size
     */
    #drawn(Library, { width, height, ratio }) {
        // uPlot draws in the screen's pixels, so on another scale everything is made larger
        // instead.
        const scale = ratio / devicePixelRatio;
        const [across, down] = [width, height].map((pixels) => pixels / devicePixelRatio);
        const theme = this.#theme; // the chart draws once more, when the theme may be another
        const options = this.#options({ width: across, height: down }, scale, () => theme);
        const chart = new Library(options, this.#data(), document.createElement("div"));
        chart.batch(() => chart.redraw()); // at once, instead of in a microtask
        const { ctx } = chart;
        chart.destroy();
        return ctx;
    }

    /**
     * The series: epochs, earlier runs, validation and training.
     * @returns {import("uplot").AlignedData}
     */
    #data() {
        const { training, validation, earlier } = this.#lines;
        const columns = [...Array.from({ length: MOST }, (_, i) => earlier[i]?.values ?? [])];
        columns.push(validation, training);
        const epochs = Math.max(...columns.map((column) => column.length));
        const x = Array.from({ length: epochs }, (_, i) => i + 1);
        return [x, ...columns.map((column) => x.map((_, i) => this.#shown(column[i])))];
    }

    /** @param {number | undefined} value */
    #shown(value) {
        if (value === undefined || !Number.isFinite(value)) return null;
        return this.#log ? Math.max(LEAST, value) : value;
    }

    /** @returns {[number, number]} */
    #range() {
        const { training, validation, earlier } = this.#lines;
        const own = [...training, ...validation];
        const others = earlier.flatMap(({ values }) => values);
        if (this.#log) {
            const all = [...own, ...others].filter((value) => value > LEAST);
            if (all.length === 0) return [0.01, 1];
            const least = all.reduce((a, b) => Math.min(a, b));
            const most = all.reduce((a, b) => Math.max(a, b));
            // Whole decades, so that the axis does not move.
            const low = 10 ** Math.floor(Math.log10(least));
            return [low, Math.max(10 * low, 10 ** Math.ceil(Math.log10(most)))];
        }
        if (this.#top !== undefined) return [0, this.#top];
        const most = own.reduce((a, b) => Math.max(a, b), 0);
        const far = others.reduce((a, b) => Math.max(a, b), 0);
        // An earlier run that blew up must not flatten the present one.
        const reach = most > 0 ? Math.max(most, Math.min(far, FAR * most)) : far;
        return [0, reach > 0 ? reach * 1.05 : 1];
    }

    #make() {
        const { clientWidth: width, clientHeight: height } = this.host;
        if (width === 0 || height === 0) return;
        if (!uPlot) {
            loadLibrary().then((library) => {
                uPlot = library;
                this.draw();
            });
            return;
        }
        this.#scale = textScale(this.host);
        const options = this.#options({ width, height }, this.#scale, () => this.#theme);
        options.hooks = { ...options.hooks, setCursor: [() => this.#tell()] };
        this.#plot = new uPlot(options, this.#data(), this.host);
    }

    /**
     * @param {{width: number, height: number}} size CSS pixels
     * @param {number} scale by which fonts and lines are larger
     * @param {() => Theme} theme
     * @returns {import("uplot").Options}
     */
    #options(size, scale, theme) {
        const stroke = () => theme().muted;
        const grid = { stroke: () => theme().line, width: scale };
        const font = `${Math.round(11 * scale)}px ${theme().sans}`; // a whole number, for uPlot
        const axis = { stroke, grid, ticks: { show: false }, font, gap: 4 * scale };
        const single = { show: () => this.#lines.training.length === 1, size: 5 * scale };
        const faint = { stroke, width: scale, alpha: FAINT, points: { show: false } };
        const dash = DASH.map((length) => length * scale);
        return {
            ...size,
            padding: [6 * scale, 12 * scale, 0, 0], // half of a label at the right end
            legend: { show: false },
            hooks: { draw: [(plot) => this.#ring(plot, scale, theme())] },
            cursor: {
                y: false,
                drag: { x: false, y: false },
                points: { size: 6 },
                // Dots on the lines whose values are shown.
                dataIdx: (plot, i, at) => (this.#isTold(plot, i, at) ? at : null),
                bind: {
                    mousemove: (plot, _, move) => (event) => move(straightened(event, plot)),
                },
            },
            scales: {
                x: { time: false, range: () => [1, this.#goal] },
                y: { distr: this.#log ? 3 : 1, range: () => this.#range() },
            },
            series: [
                {},
                ...Array.from({ length: MOST }, () => faint),
                { stroke: () => theme().text, width: 1.5 * scale, dash, points: single },
                { stroke: () => theme().accent, width: 1.75 * scale, points: single },
            ],
            axes: [
                { ...axis, size: 22 * scale, space: 44 * scale, incrs: WHOLE, values: briefly },
                {
                    ...axis,
                    size: 36 * scale,
                    space: (this.#log ? 18 : 26) * scale,
                    ...(this.#log && {
                        splits: (_, __, low, high) => decades(low, high),
                        filter: (_, splits) => splits, // a label at each
                    }),
                    values: briefly,
                },
            ],
        };
    }

    /**
     * Marks the lowest point of the validation's line.
     * @param {Chart} plot
     * @param {number} scale
     * @param {Theme} theme
     */
    #ring({ ctx, valToPos }, scale, theme) {
        const { validation, lowest } = this.#lines;
        const value = lowest === undefined ? null : this.#shown(validation[lowest - 1]);
        if (lowest === undefined || value === null) return;
        const ratio = devicePixelRatio * scale;
        ctx.save();
        ctx.beginPath();
        ctx.arc(valToPos(lowest, "x", true), valToPos(value, "y", true), RING * ratio, 0, TURN);
        ctx.lineWidth = 1.5 * ratio;
        ctx.strokeStyle = theme.text;
        ctx.stroke();
        ctx.restore();
    }

    /**
     * The earlier run that is pointed at, if it is nearer than the present one.
     * @param {Chart} plot
     * @param {number} at epochs before
     */
    #nearest(plot, at) {
        const { training, earlier } = this.#lines;
        const { top = -1 } = plot.cursor;
        /** @param {readonly number[]} values */
        const distance = (values) => {
            const value = this.#shown(values[at]);
            if (value === null || top < 0) return Number.POSITIVE_INFINITY;
            return Math.abs(plot.valToPos(value, "y") - top);
        };
        let near = Math.min(NEAR, distance(training));
        /** @type {Earlier | undefined} */
        let found;
        for (const run of earlier) {
            const far = distance(run.values);
            if (far >= near) continue;
            near = far;
            found = run;
        }
        return found;
    }

    /**
     * Whether the read-out shows a series's value: an earlier run's if that is pointed at, or else
     * the current run's.
     * @param {Chart} plot
     * @param {number} series
     * @param {number} at epochs before
     */
    #isTold(plot, series, at) {
        const earlier = this.#nearest(plot, at);
        if (!earlier) return series > MOST; // those of earlier runs come first
        return series - 1 === this.#lines.earlier.indexOf(earlier);
    }

    /** Shows the values under the pointer, or else the last ones. */
    #tell() {
        const { training, validation, lowest } = this.#lines;
        const pointed = this.#plot?.cursor.idx ?? null;
        const other = this.#plot && pointed !== null && this.#nearest(this.#plot, pointed);
        const name = other ? other.name() : "";
        this.value.title = name;
        if (other) {
            const text = this.#tellValue(pointed + 1, metric(other.values[pointed]));
            setText(this.value, [text, name].filter(Boolean).join(" · "));
            return;
        }
        const { length } = training;
        const at = pointed !== null && pointed < length ? pointed : length - 1;
        const aside = validation[at];
        const told = aside === undefined ? undefined : metric(aside);
        const text = () => this.#tellValue(at + 1, metric(training[at]), told, at + 1 === lowest);
        setText(this.value, at < 0 ? "" : text());
    }
}

/**
 * Corrects a mouse position for uPlot, which does not allow for a page that scales it.
 * @param {MouseEvent} event
 * @param {Chart} plot
 */
function straightened(event, plot) {
    const scale = screenScale(plot.over);
    if (scale === 1) return event;
    const { left, top } = plot.rect;
    const { type, clientX, clientY, movementX, movementY, buttons } = event;
    return new MouseEvent(type, {
        clientX: left + (clientX - left) / scale,
        clientY: top + (clientY - top) / scale,
        movementX,
        movementY,
        buttons,
    });
}

/** @param {number} low @param {number} high */
function decades(low, high) {
    const [first, last] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
    const step = Math.ceil((last - first) / 4); // labels at most
    const count = Math.floor((last - first) / step) + 1;
    return Array.from({ length: count }, (_, i) => 10 ** (first + i * step));
}

/** @param {Chart} _ @param {number[]} splits */
const briefly = (_, splits) => splits.map((value) => brief(value));

/** Made only when needed, since that takes a while. @type {Intl.NumberFormat | undefined} */
let compact;

/**
 * Formats a number so that it fits the axis: 20K and not 20,000, 1e-5 and not 0.00001.
 * @param {number | null} value
 */
function brief(value) {
    if (value === null) return "";
    if (value > 0 && value < 1e-3) return value.toExponential(0);
    compact ??= new Intl.NumberFormat("en", { notation: "compact" });
    return compact.format(value);
}
