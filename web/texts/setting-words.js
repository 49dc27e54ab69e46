/** Settings in words, for the captions of pictures and lines. */

import { featureLabel } from "../shared/features.js";
import { fields, format } from "../shared/fields.js";
import { isKey } from "./localizer.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("./localizer.js").Localizer} Localizer */

/**
 * The settings that differ from others, the most important first, each with its name.
 * @param {Localizer} localizer
 * @param {Settings} settings
 * @param {Settings} others
 * @returns {string[]}
 */
export function settingWords(localizer, settings, others) {
    return fields
        .filter(({ name }) => format(settings[name]) !== format(others[name]))
        .map(({ name }) => {
            const key = /** @type {any} */ (name); // every setting has a text of its name
            return `${localizer.t(key)} ${valueWords(localizer, name, settings[name])}`;
        });
}

/** @param {Localizer} localizer @param {string} name @param {Settings[keyof Settings]} value */
export function valueWords(localizer, name, value) {
    if (typeof value === "boolean") return localizer.t(value ? "on" : "off");
    if (name === "features" && Array.isArray(value))
        return value.map((feature) => featureLabel(String(feature))).join(", ");
    const key = `${name}.${value}`;
    if (typeof value === "string" && isKey(key)) return localizer.t(/** @type {any} */ (key));
    return format(value).replaceAll(",", name === "points" ? "/" : "-");
}
