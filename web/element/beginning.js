/**
 * The first things a lab does: it reads its attributes and the link, and starts the worker, which
 * makes the first map while everything else is built.
 */

import { EngineClient } from "../run/engine-client.js";
import { openHere, openWorker } from "../run/engine-connections.js";
import { fields, parse } from "../shared/fields.js";
import { pointsFromText } from "../shared/points-text.js";
import { options } from "./options.js";
import { Preferences } from "./preferences.js";

/**
 * Attributes' texts for settings, by the settings' names; data and labels: of points instead.
 * @typedef {Record<string, string>} Given
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
export function valuesOf({ data, labels, ...given }) {
    const pairs = Object.entries(given).map(([name, text]) => [name, parse(name, text)]);
    const values = Object.fromEntries(pairs);
    const points = data ? pointsFromText(data, labels) : undefined;
    return points ? { ...values, data: points } : values;
}

/** @param {HTMLElement} element */
function givenSettings(element) {
    /** @type {Given} */
    const given = {};
    const points = ["data", "labels"].map((name) => ({ name, attribute: name }));
    for (const { name, attribute } of [...fields, ...points]) {
        const text = element.getAttribute(attribute);
        if (text !== null) given[name] = text;
    }
    return given;
}

/** @param {Preferences} preferences @param {Given} given */
function firstRequest({ fragment, mode }, { data, labels, ...given }) {
    const map = { mode, coarse: FIRST, fine: FIRST, interval: 0 };
    const link = { fragment, choices: options };
    const points = data ? { data, labels } : {}; // as texts, since this travels as one
    return { trainer: MAIN, settings: { ...valuesOf(given), ...points }, link, wish: { map } };
}
