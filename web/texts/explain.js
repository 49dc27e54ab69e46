/** What was wrong and what is allowed, in the reader's language. */

import { activationsOf } from "../core/settings.js";
import { parse } from "../shared/fields.js";
import { layerTexts, tidy, toLayers } from "../shared/setting-text.js";
import { isKey } from "./localizer.js";

/** @typedef {import("../shared/protocol.js").Info} Info */
/** @typedef {import("./localizer.js").Localizer} Localizer */

/**
 * What was wrong with a value.
 * @param {Localizer} localizer @param {Info | undefined} info
 * @param {string} name of the setting
 * @param {string} given as it was typed
 * @param {{code?: string, message: string}} error the core's
 */
export function explain(localizer, info, name, given, error) {
    const setting = info?.settings.find((s) => s.name === name);
    if (info && name === "layers" && /^(layers|units|activation)$/.test(error.code ?? ""))
        return explainLayers(localizer, info, given, error.code);
    if (!setting || error.code !== setting.code) return explainError(localizer, error);
    const { minimum, maximum, kind, choices } = setting;
    if (kind === "choice") return localizer.t("bad.choice", { given, choices: choices.join(", ") });
    if (kind === "boolean") return localizer.t("bad.boolean", { given });
    const limits = { given: given.trim(), minimum, maximum };
    const value = /** @type {number} */ (parse(name, given));
    if (tidy(given) === "") return localizer.t("bad.empty", limits);
    if (Number.isNaN(value)) return localizer.t("bad.number", limits);
    if (value < minimum) return localizer.t("bad.small", limits);
    if (value > maximum) return localizer.t("bad.large", limits);
    return localizer.t("bad.whole", limits);
}

/** @param {Localizer} localizer @param {Info} info @param {string} given @param {string} [code] */
function explainLayers(localizer, { limits, settings }, given, code) {
    const words = layerTexts(given);
    if (words.length > limits.hiddenLayers)
        return localizer.t("bad.layers", { given: words.length, maximum: limits.hiddenLayers });
    if (code === "activation") {
        const choices = activationsOf(settings);
        const own = words.map((word) => word.split(":")[1]);
        const bad = own.find((name) => name !== undefined && !choices.includes(name));
        return localizer.t("bad.choice", { given: bad ?? "", choices: choices.join(", ") });
    }
    /** @param {string} word */
    const fits = (word) => {
        const [layer] = toLayers(word);
        const n = typeof layer === "number" ? layer : layer.units;
        return Number.isInteger(n) && n >= 1 && n <= limits.units;
    };
    const bad = words.find((word) => !fits(word)) ?? given;
    return localizer.t("bad.units", { given: bad, minimum: 1, maximum: limits.units });
}

/**
 * An error that is not about one value.
 * @param {Localizer} localizer
 * @param {{code?: string, message: string}} error
 * @param {Record<string, number>} [values] what the sentence needs beside the message
 */
export function explainError(localizer, { code, message }, values) {
    const key = `error.${code}`;
    return localizer.t(isKey(key) ? key : "error.internal", { message, ...values });
}
