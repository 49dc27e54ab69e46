/** Draws, on the next animation frame, what has changed. */

/**
 * @typedef {object} Part
 * @property {() => void} draw
 * @property {boolean} [first] it belongs to the first picture; the others come two frames later
 * @property {boolean} [heavy] during training, parts that can wait get another frame than this one
 * @property {boolean} [waits] it can wait for another frame
 * @property {boolean} [calm] numbers and curves, which stand long enough to be read
 */

const READ_MS = 80; // for which a calm part stands, at least

export class Painter {
    /** In the order in which they are drawn. @type {Map<string, Part>} */ #parts = new Map();
    /** @type {Set<string>} */ #due = new Set();
    #request = 0;
    #begun = false;
    #readDrawn = 0; // when
    /** Whether training goes on. */
    running = false;

    /** @param {string} name @param {Part} part */
    add(name, part) {
        this.#parts.set(name, part);
    }

    /** @param {...string} names of parts that have changed */
    invalidate(...names) {
        for (const name of names) this.#due.add(name);
        if (this.#begun && !this.#request)
            this.#request = requestAnimationFrame(() => this.#draw());
    }

    /**
     * The first picture is there. It does not wait for an animation frame, and the one that brings
     * it to the screen has nothing else to draw.
     */
    begin() {
        if (this.#begun) return;
        this.#begun = true;
        const later = [...this.#due].filter((name) => !this.#parts.get(name)?.first);
        for (const name of later) this.#due.delete(name);
        this.#draw();
        for (const name of later) this.#due.add(name);
        this.#request = requestAnimationFrame(() => {
            this.#request = requestAnimationFrame(() => this.#draw());
        });
    }

    close() {
        cancelAnimationFrame(this.#request);
        this.#begun = false;
    }

    #draw() {
        cancelAnimationFrame(this.#request);
        this.#request = 0;
        const due = [...this.#parts].filter(([name]) => this.#due.has(name));
        this.#due.clear();
        const now = performance.now();
        const full = this.running && due.some(([, { heavy }]) => heavy);
        const unread = this.running && now - this.#readDrawn < READ_MS;
        for (const [name, { draw, waits, calm }] of due) {
            if (full && waits) {
                this.invalidate(name);
            } else if (unread && calm) {
                this.#due.add(name); // it comes with the next change, at the latest when it stops
            } else {
                if (calm) this.#readDrawn = now;
                draw();
            }
        }
    }
}
