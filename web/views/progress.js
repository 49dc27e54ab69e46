/** Keras's progress line, live: every part has its place, so that nothing moves. */

import { fittingSize } from "../draw/mono-font.js";
import { textScale } from "../draw/text-scale.js";
import { metric, metrics, progressBar, timePerStep } from "../shared/keras-line.js";
import { h, setText } from "../ui/dom.js";

const BAR = 30;
const SHORTEST = 16; // bar, before the line is broken in two
const ADVANCE = 0.605; // of the font's size
const LARGEST = 14; // CSS pixels, where text is of the common size
const SMALLEST = 10.5;
const NONE = "–"; // before the first step
const TIME = " - 0s 104us/step".length;
const METRICS = " - loss: 0.0524 - accuracy: 0.9800".length;

/** @typedef {import("../pictures/host.js").Picture} Picture */
/** @typedef {import("../pictures/host.js").Run} Run */

/** @implements {Picture} */
export class ProgressView {
    #bar = BAR;
    #metrics = METRICS; // characters kept for them
    #painter;
    /** @type {Run | undefined} */ #run;
    #stepsPerEpoch = 0;

    /** @param {Pick<import("../pictures/host.js").Host, "painter">} host */
    constructor({ painter }) {
        this.#painter = painter;
        this.epoch = h("div", { class: "epoch" });
        this.count = h("span");
        this.bar = h("span", { "aria-hidden": "true" });
        this.time = h("span", { class: "time" });
        this.loss = h("span", { class: "loss" });
        this.accuracy = h("span");
        this.line = h("div", { class: "line" });
        this.line.append(this.count, this.bar, this.time, this.loss, this.accuracy);
        // Keras prints it at the line's end; here it has a place of its own, and stays to be read.
        this.validation = h("div", { class: "epoch-validation" });
        const head = h("div", { class: "head" }, this.epoch, this.validation);
        this.element = h("div", { class: "progress" }, head, this.line);
        this.observer = new ResizeObserver(() => this.#fit());
        this.observer.observe(this.element);
        const draw = () => this.#draw();
        painter.add("progress", { draw, first: true, waits: true, calm: true });
    }

    /** @param {unknown} _ @param {Run} run */
    take(_, run) {
        this.#run = run;
        this.#painter.invalidate("progress");
    }

    #draw() {
        if (!this.#run) return;
        const { totalSteps, stepsPerEpoch } = this.#run.progress;
        if (totalSteps === 0) this.#metrics = METRICS;
        const changed = stepsPerEpoch !== this.#stepsPerEpoch;
        this.#stepsPerEpoch = stepsPerEpoch;
        if (changed) this.#fit();
        else this.#write(this.#run);
    }

    /** @param {Run} run */
    #write({ progress, goal, stepSeconds, running, settings, validation, stopped }) {
        const { epoch, step, stepsPerEpoch, loss, accuracy } = progress;
        const finished = step === 0 && epoch > 0; // between two epochs the last one is shown
        const done = finished ? stepsPerEpoch : step;
        const number = finished ? epoch : epoch + 1;
        const total = String(stepsPerEpoch);
        const seconds = (stepSeconds * done).toFixed(0);
        const early = stopped && !running; // as Keras's callback says it
        const of = early ? ": early stopping" : `/${Math.max(goal, number)}`;
        setText(this.epoch, `Epoch ${number}${of}`);
        setText(this.validation, validation ? metrics(validation) : "");
        this.validation.classList.toggle("aside", settings.validationSplit > 0);
        setText(this.count, `${String(done).padStart(total.length)}/${total} `);
        setText(this.bar, `[${progressBar(done, stepsPerEpoch, this.#bar)}]`);
        setText(this.time, ` - ${seconds}s ${timePerStep(done ? stepSeconds : 0)}`);
        const lossText = ` - loss: ${number4(loss, running)}`;
        const accuracyText = ` - accuracy: ${number4(accuracy, running)}`;
        setText(this.loss, lossText);
        setText(this.accuracy, accuracyText);
        const length = lossText.length + accuracyText.length;
        if (length <= this.#metrics) return;
        this.#metrics = length;
        this.#fit();
    }

    close() {
        this.observer.disconnect();
    }

    /**
     * Makes the text as large as fits; if that is too small to read, shortens the bar or breaks the
     * line.
     */
    #fit() {
        const width = this.element.clientWidth;
        if (width === 0 || !this.#run) return;
        const count = 2 * String(this.#run.progress.stepsPerEpoch).length + 2;
        const fixed = count + 2 + TIME; // the bar's brackets
        const scale = textScale(this.element);
        const room = Math.floor(width / (SMALLEST * scale * ADVANCE));
        const wrapped = room < fixed + this.#metrics + SHORTEST;
        const rest = wrapped ? fixed : fixed + this.#metrics;
        this.#bar = Math.min(BAR, Math.max(1, room - rest));
        const characters = rest + this.#bar;
        const size = Math.min(LARGEST * scale, width / characters / ADVANCE);
        const { fontFamily } = getComputedStyle(this.element);
        const font = fittingSize(fontFamily, { size, characters, width });
        this.element.style.fontSize = `${font.toFixed(2)}px`;
        this.element.classList.toggle("wrapped", wrapped);
        this.#write(this.#run);
    }
}

/**
 * As Keras writes it; but while it runs 0.0005 stays as wide as 0.0524, and is not 5.0000e-04.
 * @param {number} value
 * @param {boolean} running
 */
function number4(value, running) {
    if (Number.isNaN(value)) return NONE;
    return running ? value.toFixed(4) : metric(value);
}
