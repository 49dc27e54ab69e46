/** A source of events, with types. */

/** @template {{[name: string]: any[]}} Events what comes with each event, by its name */
export class Emitter {
    /** @type {Map<keyof Events, ((...values: any[]) => void)[]>} */ #listeners = new Map();

    /**
     * @template {keyof Events} Name
     * @param {Name} name
     * @param {(...values: Events[Name]) => void} listener
     */
    on(name, listener) {
        this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    }

    /**
     * Calls the listeners in the order in which they came.
     * @template {keyof Events} Name
     * @param {Name} name
     * @param {Events[Name]} values
     */
    emit(name, ...values) {
        for (const listener of this.#listeners.get(name) ?? []) listener(...values);
    }
}
