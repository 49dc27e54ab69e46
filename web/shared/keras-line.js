/**
 * The line that Keras 2 prints while it fits, as text:
 *
 *     47/47 [==============================] - 0s 2ms/step - loss: 0.0524 - accuracy: 0.9800
 */

const BAR = 30;

/**
 * Keras's bar: `=`, a `>` at the head, `.` for what is left.
 * @param {number} step
 * @param {number} steps
 * @param {number} [width]
 */
export function progressBar(step, steps, width = BAR) {
    const done = Math.floor((width * step) / steps);
    if (step >= steps) return "=".repeat(width);
    const head = done > 0 ? `${"=".repeat(done - 1)}>` : "";
    return head + ".".repeat(width - head.length);
}

/** Seconds a step as Keras writes them: 2s/step, 2ms/step, 93us/step. @param {number} seconds */
export function timePerStep(seconds) {
    if (seconds >= 1 || seconds === 0) return `${seconds.toFixed(0)}s/step`;
    if (seconds >= 1e-3) return `${(seconds * 1e3).toFixed(0)}ms/step`;
    return `${(seconds * 1e6).toFixed(0)}us/step`;
}

/** 0.0524, or 5.2400e-05 at 0.001 and below. @param {number} value */
export function metric(value) {
    if (!Number.isFinite(value)) return "nan";
    if (Math.abs(value) > 1e-3) return value.toFixed(4);
    return value.toExponential(4).replace(/e([+-])(\d)$/, "e$10$2"); // two digits, as in Python
}

/**
 * @typedef {object} Metrics
 * @property {number} [loss]
 * @property {number} [accuracy]
 * @property {number} [val_loss] at the end of an epoch, with a validation split
 * @property {number} [val_accuracy]
 */

/**
 * @typedef {object} Timing
 * @property {number} step batches done in this epoch
 * @property {number} stepsPerEpoch
 * @property {number} seconds since the epoch began
 */

/** loss: 0.0524 - accuracy: 0.9800, and the validation's. @param {Metrics} metrics */
export function metrics({ loss, accuracy, val_loss, val_accuracy }) {
    const all = Object.entries({ loss, accuracy, val_loss, val_accuracy });
    return all
        .flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${metric(value)}`))
        .join(" - ");
}

/** @param {Timing & Metrics} progress @param {number} [width] of the bar */
export function progressLine(progress, width) {
    const { step, stepsPerEpoch, seconds } = progress;
    const count = String(step).padStart(String(stepsPerEpoch).length);
    const perStep = step ? seconds / step : 0;
    const time =
        step >= stepsPerEpoch
            ? `${seconds.toFixed(0)}s ${timePerStep(perStep)}`
            : `ETA: ${(perStep * (stepsPerEpoch - step)).toFixed(0)}s`;
    const bar = progressBar(step, stepsPerEpoch, width);
    return `${count}/${stepsPerEpoch} [${bar}] - ${time} - ${metrics(progress)}`;
}
