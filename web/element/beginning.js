/**
 * The first things a lab does: it reads its attributes and the link, and starts the worker, which
 * makes the first map while everything else is built.
 */

import { EngineClient } from "../run/engine-client.js";
import { openHere, openWorker } from "../run/engine-connections.js";
import { fields, parse } from "../shared/fields.js";
import { options } from "./options.js";
import { Preferences } from "./preferences.js";

/**
 * @typedef {Record<string, string>} Given attributes' texts for settings, by the settings' names
 */

export const MAIN = "main"; // id of the lab's one trainer
const FIRST = { width: 151, height: 151 }; // pixels of the first map, before its box is known

/** @param {HTMLElement} element a <spiral-lab> */
export function begin(element) {
    const preferences = new Preferences(element);
    const given = givenSettings(element);
    const client = new EngineClient(firstRequest(preferences, given), { openHere, openWorker });
    return { preferences, given, client };
}

/** As values. @param {Readonly<Given>} given */
export function valuesOf(given) {
    const pairs = Object.entries(given);
    return Object.fromEntries(pairs.map(([name, text]) => [name, parse(name, text)]));
}

/** @param {HTMLElement} element */
function givenSettings(element) {
    /** @type {Given} */
    const given = {};
    for (const { name, attribute } of fields) {
        const text = element.getAttribute(attribute);
        if (text !== null) given[name] = text;
    }
    return given;
}

/** @param {Preferences} preferences @param {Given} given */
function firstRequest({ fragment, mode }, given) {
    const map = { mode, coarse: FIRST, fine: FIRST, interval: 0 };
    const link = { fragment, choices: options };
    return { trainer: MAIN, settings: valuesOf(given), link, wish: { map } };
}
