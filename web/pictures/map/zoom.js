/**
 * Zooms the map: by wheel with Ctrl or ⌘, by two fingers, double click, keys and buttons. Once it
 * is zoomed in, the mouse or a finger moves it; before, a finger scrolls the page.
 */

import { signed } from "../../shared/signed.js";
import { h, icon } from "../../ui/dom.js";
import { MOST } from "./window.js";

/** @typedef {import("../scene.js").Scene} Scene */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("./window.js").MapWindow} MapWindow */
/** @typedef {{x: number, y: number}} Point of the screen */

const STEP = 2; // times as large, by a key, a button or a double click
const NOTCH = 40; // pixels of the wheel that count at once, at most
const PINCH = 100; // pixels of the wheel for a factor of e, as browsers report a touchpad's pinch
const LINE = 16; // pixels of the wheel, where it counts lines
const SLIP = 5; // pixels that a click or a tap may move
const NARROW = 20; // pixels between two fingers, at least

const ICONS = {
    in: "M7 3h2v4h4v2H9v4H7V9H3V7h4z",
    out: "M3 7h10v2H3z",
    whole: "M2 2h5v2H4v3H2zM9 2h5v5h-2V4H9zM2 9h2v3h3v2H2zM12 9h2v5H9v-2h3z",
};

/** Keys besides the page's shortcuts, which work here as well. @type {Record<string, Way>} */
const KEYS = { PageUp: "in", PageDown: "out", Home: "whole" };

/** @typedef {keyof typeof ICONS} Way */

export class Zoom {
    #scene;
    #localizer;
    #speak;
    /** The plot, which takes the pointer. */
    #plot;
    #map;
    /** Where mouse or fingers were, while they hold the map. @type {readonly Point[]} */ #held =
        [];
    /** Whether they have moved the map, so that this is no click. */
    #moves = false;

    /**
     * @param {HTMLElement} map
     * @param {HTMLElement} plot takes the pointer and the keys
     * @param {{scene: Scene, localizer: Localizer, speak: (text: string) => void}} host
     */
    constructor(map, plot, { scene, localizer, speak }) {
        this.#map = map;
        this.#plot = plot;
        this.#scene = scene;
        this.#localizer = localizer;
        this.#speak = speak;
        const button = (/** @type {Way} */ way) => {
            const button = h("button", {
                type: "button",
                class: way === "in" ? null : "zoom-back",
                name: `zoom-${way}`,
                onclick: () => this.#step(way),
            });
            button.append(icon(ICONS[way]));
            localizer.bind(() => {
                button.setAttribute("aria-label", localizer.t(`zoom.${way}`));
                button.title = localizer.t(`zoom.${way}.title`);
            });
            return button;
        };
        this.buttons = { in: button("in"), out: button("out"), whole: button("whole") };
        this.element = h("div", { class: "zoom" }, ...Object.values(this.buttons));
        map.append(this.element);
        scene.on("window", () => this.#follow());
        plot.addEventListener("keydown", (event) => this.#press(event));
        plot.addEventListener("dblclick", (event) => this.#zoomAt(STEP, event));
        plot.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
        this.#followMouse();
        this.#followFingers();
    }

    /** @param {MapWindow | undefined} window */
    #look(window) {
        if (window) this.#scene.look(window);
    }

    /** Offers the buttons that can do something, and decides whether a finger scrolls the page. */
    #follow() {
        const { window } = this.#scene;
        const isWhole = window?.isWhole ?? true;
        const { activeElement } = /** @type {ShadowRoot} */ (this.#map.getRootNode());
        const { in: closer, out, whole } = this.buttons;
        if (isWhole && (activeElement === out || activeElement === whole)) closer.focus();
        this.#map.classList.toggle("zoomed", !isWhole);
        closer.setAttribute("aria-disabled", String((window?.level ?? 1) >= MOST));
    }

    /** Zooms by a key or a button, about what is pinned if that is in sight. @param {Way} way */
    #step(way) {
        const { window, place, pinned } = this.#scene;
        if (!window) return;
        const held = pinned && place && window.shows(place) ? window.locate(place) : undefined;
        const factor = { in: STEP, out: 1 / STEP, whole: 0 }[way];
        this.#look(window.zoom(factor, held?.across, held?.up));
        this.#tell();
    }

    #tell() {
        const { window } = this.#scene;
        if (!window) return;
        const { xMin, xMax, yMin, yMax } = window.bounds;
        const [left, right, low, high] = [xMin, xMax, yMin, yMax].map((v) => signed(v, 2));
        const level = Number(window.level.toFixed(1));
        this.#speak(this.#localizer.t("zoom.say", { level, left, right, low, high }));
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
        const way = KEYS[event.key];
        if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        this.#step(way);
    }

    /** @param {WheelEvent} event */
    #wheel(event) {
        if (!event.ctrlKey && !event.metaKey) return; // it scrolls the page
        event.preventDefault(); // or the browser would zoom, the page
        const unit = [1, LINE, NOTCH][event.deltaMode];
        const turned = Math.min(NOTCH, Math.max(-NOTCH, event.deltaY * unit));
        this.#zoomAt(Math.exp(-turned / PINCH), event);
    }

    /** @param {number} factor @param {{clientX: number, clientY: number}} event */
    #zoomAt(factor, event) {
        const { across, up } = this.#within(pointOf(event));
        this.#look(this.#scene.window?.zoom(factor, across, up));
    }

    /** A point of the screen as parts of the plot. @param {Point} point */
    #within({ x, y }) {
        const { left, bottom, width, height } = this.#plot.getBoundingClientRect();
        return { across: (x - left) / width, up: (bottom - y) / height };
    }

    #followMouse() {
        const plot = this.#plot;
        plot.addEventListener("pointerdown", (event) => {
            this.#moves = false;
            if (event.pointerType === "mouse" && event.button === 0) this.#held = [pointOf(event)];
        });
        // Listens before the crosshair hears of it.
        this.#map.addEventListener(
            "pointermove",
            (event) => {
                if (event.pointerType !== "mouse" || this.#held.length === 0) return;
                if (!this.#moveTo([pointOf(event)])) return;
                event.stopPropagation();
                if (!plot.hasPointerCapture(event.pointerId))
                    plot.setPointerCapture(event.pointerId);
            },
            true,
        );
        for (const end of ["pointerup", "pointercancel"])
            plot.addEventListener(end, (event) => {
                if (/** @type {PointerEvent} */ (event).pointerType === "mouse") this.#let([]);
            });
        this.#map.addEventListener(
            "click",
            (event) => {
                if (this.#moves && event.target === plot) event.stopPropagation();
            },
            true,
        );
    }

    #followFingers() {
        const plot = this.#plot;
        const points = (/** @type {TouchEvent} */ event) =>
            Array.from(event.targetTouches, pointOf).slice(0, 2);
        const active = { passive: false };
        plot.addEventListener(
            "touchstart",
            (event) => {
                this.#held = points(event);
                if (event.targetTouches.length > 1) event.preventDefault(); // nothing scrolls
            },
            active,
        );
        plot.addEventListener(
            "touchmove",
            (event) => {
                if (event.cancelable && this.#moveTo(points(event))) event.preventDefault();
            },
            active,
        );
        for (const end of ["touchend", "touchcancel"])
            plot.addEventListener(end, (event) =>
                this.#let(points(/** @type {TouchEvent} */ (event))),
            );
    }

    /** @param {readonly Point[]} held */
    #let(held) {
        this.#held = held;
        this.#map.classList.remove("moving");
    }

    /**
     * Moves and zooms the map with the fingers or the mouse that hold it.
     * @param {readonly Point[]} points as many as hold it
     * @returns {boolean} whether the map moves
     */
    #moveTo(points) {
        const { window } = this.#scene;
        const held = this.#held;
        if (!window || points.length !== held.length || held.length === 0) return false;
        if (window.isWhole && points.length < 2) return false;
        const [from, to] = [middleOf(held), middleOf(points)];
        if (!this.#moves && points.length < 2 && distance(from, to) < SLIP) return true;
        this.#moves = true;
        this.#map.classList.add("moving");
        this.#held = points;
        const [before, now] = [this.#within(from), this.#within(to)];
        const factor = points.length < 2 ? 1 : spreadOf(points) / spreadOf(held);
        const moved = window.move(before.across - now.across, before.up - now.up);
        this.#look(moved.zoom(factor, now.across, now.up));
        return true;
    }
}

/** @param {{clientX: number, clientY: number}} event @returns {Point} */
const pointOf = ({ clientX: x, clientY: y }) => ({ x, y });

/** @param {Point} a @param {Point} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/** @param {readonly Point[]} points one or two */
const middleOf = (points) => ({
    x: (points[0].x + points[points.length - 1].x) / 2,
    y: (points[0].y + points[points.length - 1].y) / 2,
});

/** @param {readonly Point[]} fingers two */
const spreadOf = ([a, b]) => Math.max(NARROW, distance(a, b));
