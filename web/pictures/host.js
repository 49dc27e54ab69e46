/** What a picture can ask of the lab around it, and the lab of a picture. */

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
 * @property {(wish: Wish) => Promise<Seen>} observe computes something once, for the current
 *     weights
 * @property {() => void} resized a box has another size, so what is computed for it should have too
 * @property {(text: string) => void} speak to those who cannot see
 * @property {(term: import("../texts/localizer.js").Term) => void} explain by the glossary
 */

/**
 * What is drawn of a run: the controller's state.
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
 * @property {() => void} [startOver] makes it look as at first, since somebody else begins
 * @property {(theme: Theme) => void} [setTheme]
 * @property {(run: Run) => void} [describe] for those who cannot see it, when training stands still
 * @property {(detail?: string) => HTMLElement} [reveal] brings it, or a detail of that name,
 *     into view, and gives the element
 * @property {(theme: Theme, width?: number) => Promise<Sheet>} [sheet] draws it anew, to be saved;
 *     width: of the whole, in pixels; as on the screen if left out
 * @property {() => HTMLElement} [print] the part of it that a printer gets, drawn at once
 * @property {() => void} [close]
 */

export {};
