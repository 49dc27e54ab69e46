/**
 * Drawing points of one's own: what bar and board ask for becomes points, which the map shows at
 * once and the lab trains on as soon as it can.
 */

import { Drawing, dab } from "../../points/drawing.js";
import { DrawingBar } from "./bar.js";
import { Board } from "./board.js";

/** @typedef {import("../../core/dataset.js").Dataset} Dataset */
/** @typedef {import("../../pictures/map/picture.js").MapPicture} MapPicture */
/** @typedef {import("../../points/drawing.js").Place} Place */
/** @typedef {import("../../shared/protocol.js").Bounds} Bounds */
/** @typedef {import("../../shared/protocol.js").Data} Data */
/** @typedef {typeof import("../../texts/en/tables.js").tables} Texts */
/** @typedef {import("../../texts/localizer.js").Localizer<Texts>} Localizer */

/**
 * @typedef {object} Host
 * @property {Localizer} localizer
 * @property {MapPicture} map
 * @property {(text: string) => void} speak to those who cannot see
 * @property {(data: Dataset, bounds: Bounds, isDone: boolean) => Promise<unknown>} edit trains on with
 *     these points; isDone: nothing more comes at once
 * @property {() => boolean} isRunning whether training goes on
 */

const SPACING = 1; // of the brush's radius from dab to dab
const PER_DAB = 1 / 5; // points to a CSS pixel of the brush's radius

export class Desk {
    #host;
    #bar;
    #board;
    /** @type {Drawing | undefined} */ #drawing;
    /** The map's bounds, which stay as they are while somebody draws. @type {Bounds | undefined} */
    #bounds;
    /** Whether points are on their way to the worker. */
    #isSending = false;
    /** What is to be sent next: nothing, points of a stroke, or all of it. @type {"" | "some" | "all"} */
    #due = "";
    /** The points that were shown last. @type {object | undefined} */ #state;
    /** Where the brush painted last. @type {Place} */ #painted = { x: 0, y: 0 };
    /** Points that the stroke moves. @type {readonly number[]} */ #held = [];

    /** @param {Host} host */
    constructor(host) {
        this.#host = host;
        this.#bar = new DrawingBar(host.localizer, {
            draw: (isOn) => this.draw(isOn),
            brush: (radius) => {
                this.#board.radius = radius;
            },
            act: (act) => this.#act(act),
            rename: (name) => this.#rename(name),
        });
        this.#board = new Board(host.map.map, {
            begin: (at, reach) => this.#begin(at, reach),
            go: (from, to, reach) => this.#go(from, to, reach),
            end: () => this.#end(),
            press: (key, event) => this.#press(key, event),
        });
        this.#board.radius = this.#bar.radius;
        this.element = this.#bar.element;
        const { localizer } = host;
        localizer.bind(() => {
            const [name, help] = [localizer.t("draw.board"), localizer.t("draw.board.help")];
            this.#board.element.setAttribute("aria-label", `${name}: ${help}`);
        });
    }

    /** Whether points can be drawn, since they are somebody's own. @param {boolean} isOffered */
    offer(isOffered) {
        this.element.hidden = !isOffered;
        if (!isOffered) this.draw(false);
    }

    /** @param {import("../../draw/theme.js").Theme} theme */
    setTheme(theme) {
        this.#bar.setTheme(theme);
    }

    /** New points are there: from here, or from elsewhere. @param {Data} data */
    take(data) {
        if (this.#isSending && this.#drawing) {
            this.#show(); // they may be older than what is drawn by now
            return;
        }
        this.#bounds = data.bounds;
        this.#drawing = new Drawing(data);
        this.#bar.show(this.#drawing);
    }

    /** @param {boolean} isOn */
    draw(isOn) {
        this.#bar.showOn(isOn);
        this.#board.show(isOn);
    }

    /** @param {Place} at @param {Place} reach */
    #begin(at, reach) {
        const drawing = this.#drawing;
        if (!drawing) return;
        drawing.begin();
        const { tool } = this.#bar;
        if (tool === "paint") this.#paint(at, reach);
        else if (tool === "erase") drawing.erase(drawing.within(at, reach));
        else this.#held = drawing.within(at, reach);
        this.#changed("some");
    }

    /** @param {Place} from @param {Place} to @param {Place} reach */
    #go(from, to, reach) {
        const drawing = this.#drawing;
        if (!drawing) return;
        const { tool } = this.#bar;
        if (tool === "move") drawing.move(this.#held, { x: to.x - from.x, y: to.y - from.y });
        else if (tool === "paint") this.#paintTo(to, reach);
        else
            for (const at of [...along(from, to, reach), to])
                drawing.erase(drawing.within(at, reach));
        this.#changed("some");
    }

    #end() {
        this.#held = [];
        this.#drawing?.end();
        this.#changed("all");
        this.#say();
    }

    /**
     * Paints on, once the brush is far enough from where it painted last.
     * @param {Place} to @param {Place} reach
     */
    #paintTo(to, reach) {
        for (const at of along(this.#painted, to, reach)) this.#paint(at, reach);
    }

    /** @param {Place} at @param {Place} reach */
    #paint(at, reach) {
        this.#painted = at;
        const { radius, chosen } = this.#bar;
        const count = Math.max(1, Math.round(radius * PER_DAB));
        const places = radius === 0 ? [at] : dab(at, reach, count, Math.random);
        if (
            this.#drawing?.paint(
                chosen,
                places.map((place) => this.#inside(place)),
            )
        )
            return;
        this.#host.speak(this.#host.localizer.t("draw.full"));
    }

    /** Within the map. @param {Place} place @returns {Place} */
    #inside({ x, y }) {
        const { xMin, xMax, yMin, yMax } = /** @type {Bounds} */ (this.#bounds);
        return { x: Math.min(xMax, Math.max(xMin, x)), y: Math.min(yMax, Math.max(yMin, y)) };
    }

    /** @param {import("./bar.js").Act} act */
    #act(act) {
        const drawing = this.#drawing;
        if (!drawing) return;
        if (act === "undo" || act === "redo") drawing[act]();
        else {
            drawing.begin();
            if (act === "clear") drawing.clear();
            else if (act === "addClass") drawing.addClass(this.#freeName);
            else drawing.removeClass(this.#bar.chosen);
            drawing.end();
        }
        if (act === "addClass") this.#bar.choose(drawing.labels.length - 1);
        this.#changed("all");
        this.#say();
    }

    /** A name that no class has yet. */
    get #freeName() {
        const labels = this.#drawing?.labels ?? [];
        let number = labels.length;
        while (labels.includes(`${number}.0`)) number++;
        return `${number}.0`;
    }

    /** @param {string} name @returns {string} what is wrong with it, or "" */
    #rename(name) {
        const drawing = this.#drawing;
        const { chosen } = this.#bar;
        if (!drawing || drawing.labels[chosen] === name) return "";
        const isOther = drawing.labels.includes(name);
        if (isOther || !/^[^\p{Cc}\p{Cs}]+$/u.test(name))
            return this.#host.localizer.t("draw.name.bad");
        drawing.begin();
        drawing.rename(chosen, name);
        drawing.end();
        this.#changed("all");
        return "";
    }

    /** @param {string} key @param {KeyboardEvent} event */
    #press(key, { ctrlKey, metaKey, shiftKey, altKey }) {
        const drawing = this.#drawing;
        if (!drawing || altKey) return false;
        const letter = key.toLowerCase();
        if ((ctrlKey || metaKey) && (letter === "z" || letter === "y"))
            this.#act(letter === "y" || shiftKey ? "redo" : "undo");
        else if (ctrlKey || metaKey) return false;
        else if (/^[1-9]$/.test(key) && Number(key) <= drawing.labels.length)
            this.#bar.choose(Number(key) - 1);
        else if (key === "Escape") this.#bar.draw.focus();
        else return false;
        return true;
    }

    /** @param {"some" | "all"} due */
    #changed(due) {
        const { state } = this.#drawing ?? {};
        if (due === "some" && state === this.#state) return;
        this.#state = state;
        this.#show();
        this.#bar.show();
        if (this.#due !== "all") this.#due = due;
        this.#send();
    }

    /** Shows on the map what is drawn, before the worker knows it. */
    #show() {
        if (!this.#drawing || !this.#bounds) return;
        this.#host.map.showPoints({ ...this.#drawing.dataset, bounds: this.#bounds });
    }

    /** Sends the points, unless others are on their way; without training, only whole strokes. */
    async #send() {
        const drawing = this.#drawing;
        const bounds = this.#bounds;
        const isDone = this.#due === "all";
        const waits = this.#due === "" || (!isDone && !this.#host.isRunning());
        if (this.#isSending || waits || !drawing || !bounds) return;
        this.#due = "";
        if (drawing.samples === 0) return; // until there is something to train on
        this.#isSending = true;
        const sent = await this.#host.edit(drawing.dataset, bounds, isDone).then(
            () => true,
            () => false,
        );
        this.#isSending = false;
        if (sent) this.#send();
    }

    #say() {
        const { localizer, speak } = this.#host;
        speak(localizer.t("draw.say", { count: this.#drawing?.samples ?? 0 }));
    }
}

/**
 * Places on the way from one to another, at the distance at which the brush leaves no gap; none if
 * the other is nearer than that.
 * @param {Place} from
 * @param {Place} to
 * @param {Place} reach
 * @returns {Place[]}
 */
function along(from, to, reach) {
    const [across, up] = [to.x - from.x, to.y - from.y];
    const far = Math.hypot(across / reach.x, up / reach.y);
    return Array.from({ length: Math.floor(far / SPACING) }, (_, i) => ({
        x: from.x + (across * (i + 1) * SPACING) / far,
        y: from.y + (up * (i + 1) * SPACING) / far,
    }));
}
