/**
 * Changes of settings, which a person may ask for faster than they can be made. What is on its way
 * counts as done, and the next change builds on it.
 */

import { isFeature } from "../../shared/features.js";
import { parse } from "../../shared/fields.js";
import { unitsOf } from "../../shared/setting-text.js";

/** @typedef {import("../../core/settings.js").Settings} Settings */

/** What is asked for, as it was typed, by the settings' names. @typedef {Record<string, string>} Texts */

/** @typedef {Error & {code?: string}} Refusal */

/**
 * Calls `take` when the turn has come, and makes the changes that it returns, of which there may be
 * none. Rejects with what is wrong.
 * @typedef {(take: () => Partial<Settings>) => Promise<unknown>} Configure
 */

export class Asked {
    #configure;
    /** What is on its way: for each setting, the last request. @type {Map<string, Texts>} */
    #onTheWay = new Map();
    /** Requests that have not begun, by the names of their settings. @type {Map<string, Texts>} */
    #waiting = new Map();

    /** @param {Configure} configure */
    constructor(configure) {
        this.#configure = configure;
    }

    /** What is on its way, as it was typed. @param {string} name of a setting */
    textOf(name) {
        return this.#onTheWay.get(name)?.[name];
    }

    /**
     * The settings as they will be; what is certain to be refused does not count.
     * @param {Settings} settings as they are
     * @returns {Settings}
     */
    over(settings) {
        const asked = [...this.#onTheWay].map(([name, texts]) => [name, parse(name, texts[name])]);
        return { ...settings, ...Object.fromEntries(asked.filter(isValid)) };
    }

    /**
     * Asks for something at once. What has not begun when the same settings are asked for again is
     * left out: only the last counts.
     * @param {Texts} texts
     * @returns {Promise<{texts: Texts, error?: Refusal} | undefined>} what was asked for then, and
     *     why it was refused if it was; nothing if another request did it
     */
    async ask(texts) {
        const key = Object.keys(texts).join();
        for (const name of Object.keys(texts)) this.#onTheWay.set(name, texts);
        this.#waiting.set(key, texts);
        /** @type {Texts | undefined} */ let taken;
        /** @type {Refusal | undefined} */ let error;
        try {
            await this.#configure(() => {
                taken = this.#waiting.get(key);
                this.#waiting.delete(key);
                const entries = Object.entries(taken ?? {});
                return Object.fromEntries(entries.map(([name, text]) => [name, parse(name, text)]));
            });
        } catch (refusal) {
            error = /** @type {Refusal} */ (refusal);
        }
        if (!taken) return undefined;
        for (const name of Object.keys(taken))
            if (this.#onTheWay.get(name) === taken) this.#onTheWay.delete(name);
        return { texts: taken, error };
    }
}

/** Whether a value may be a setting's. @param {unknown[]} pair its name and the value */
function isValid([name, value]) {
    if (!Array.isArray(value)) return !Number.isNaN(value);
    if (name === "features") return value.length > 0 && value.every(isFeature);
    return value.every((layer) => Number.isInteger(unitsOf(layer)));
}
