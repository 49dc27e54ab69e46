/** What a picture may ask of the lab around it, and what the lab asks of it. */

/** @typedef {import("../draw/sheet.js").Sheet} Sheet */
/** @typedef {import("../draw/theme.js").Theme} Theme */
/** @typedef {import("../shared/map-mode.js").MapMode} MapMode */
/** @typedef {import("../shared/protocol.js").Frame} Frame */
/** @typedef {import("../shared/protocol.js").Probed} Probed */
/** @typedef {import("./observers.js").Seen} Seen */
/** @typedef {import("./observers.js").Wish} Wish */

/**
 * @typedef {object} Host
 * @property {import("../texts/localizer.js").Localizer} localizer
 * @property {import("./scene.js").Scene} scene
 * @property {"h2" | "h3"} heading
 * @property {import("./painter.js").Painter} painter draws what has changed
 * @property {(x: number, y: number, mode: MapMode) => Promise<Probed>} probe
 * @property {(wish: Wish) => Promise<Seen>} observe computes something once, of the weights as they are
 * @property {() => void} resized a box has another size: what is computed for it should, too
 * @property {(text: string) => void} speak to those who cannot see
 * @property {(term: import("../texts/localizer.js").Term) => void} explain by the glossary
 */

/**
 * What of a run is drawn: the controller's state.
 * @typedef {object} Run
 * @property {import("../core/settings.js").Settings} settings
 * @property {import("../shared/history.js").History} history another object with each new start
 * @property {import("../shared/protocol.js").Frame["progress"]} progress
 * @property {number} goal the epoch at which playing stops
 * @property {boolean} running
 * @property {boolean} stopped early stopping ended the last training
 * @property {number} stepSeconds what one step takes
 * @property {import("../core/metrics.js").Report | undefined} report of the samples trained on
 * @property {{val_loss: number, val_accuracy: number} | undefined} validation as of the last
 *     epoch's end, with a validation split
 */

/**
 * A picture on the page: made with a host, as `new Picture(host)`. Its side in the worker, if it
 * needs one, is an observer of observers.js.
 * @typedef {object} Picture
 * @property {HTMLElement} element
 * @property {() => Wish} [wants] what is to be computed for it now
 * @property {() => Record<string, ArrayBuffer>} [recycle] buffers that it no longer needs, by
 *     observer
 * @property {(frame: Frame, run: Run) => void} take what is new; it tells the painter what to draw
 * @property {() => void} [startOver] it looks as at first: somebody else begins
 * @property {(theme: Theme) => void} [setTheme]
 * @property {(run: Run) => void} [describe] for those who cannot see it, when training stands still
 * @property {(detail?: string) => HTMLElement} [reveal] brings it to be seen, or a detail of it by
 *     its name, and gives the element of that
 * @property {(theme: Theme, width?: number) => Promise<Sheet>} [sheet] drawn anew to be taken home;
 *     width: pixels of all of it, as on the screen if left out
 * @property {() => HTMLElement} [print] what of it a printer gets, drawn at once
 * @property {() => void} [close]
 */

export {};
