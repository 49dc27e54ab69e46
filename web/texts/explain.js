/** What was wrong and what is allowed, in the reader's language. */

import { activationsOf } from "../core/settings.js";
import { parse } from "../shared/fields.js";
import { findLookalike, visible } from "../shared/odd-text.js";
import {
    layerTexts,
    pointTexts,
    tidy,
    toFeatures,
    toLayers,
    unitsOf,
} from "../shared/setting-text.js";
import { isKey } from "./localizer.js";

/** @typedef {import("../core/settings.js").Setting} Setting */
/** @typedef {import("../shared/protocol.js").Info} Info */
/** @typedef {import("./localizer.js").Localizer} Localizer */

/**
 * Says what is wrong with a value.
 * @param {Localizer} localizer @param {Info | undefined} info
 * @param {string} name of the setting
 * @param {string} given as it was typed
 * @param {{code?: string, message: string}} error the core's
 */
export function explain(localizer, info, name, given, error) {
    const setting = info?.settings.find((s) => s.name === name);
    const isOfLayers = name === "layers" && /^(layers|units|activation)$/.test(error.code ?? "");
    if (!info || !(isOfLayers || (setting && error.code === setting.code)))
        return explainError(localizer, error);
    const sentence = setting
        ? explainScalar(localizer, setting, given)
        : explainLayers(localizer, info, given, error.code);
    return sentence + hint(localizer, given, (text) => canBe(info, name, text));
}

/**
 * @param {Localizer} localizer
 * @param {Setting} setting
 * @param {string} text
 * @returns {string}
 */
function explainScalar(localizer, setting, text) {
    const { name, minimum, maximum, kind, choices } = setting;
    const given = visible(text.trim());
    if (kind === "choice") return localizer.t("bad.choice", { given, choices: choices.join(", ") });
    if (kind === "boolean") return localizer.t("bad.boolean", { given });
    if (name === "points" && pointTexts(text).length > 1)
        return explainPoints(localizer, setting, text);
    if (kind === "set") {
        const bad = toFeatures(text).find((word) => !choices.includes(word));
        if (bad === undefined) return localizer.t("bad.set", { choices: choices.join(", ") });
        return localizer.t("bad.choice", { given: visible(bad), choices: choices.join(", ") });
    }
    const limits = { given, minimum, maximum };
    const value = /** @type {number} */ (parse(name, text));
    if (tidy(text) === "") return localizer.t("bad.empty", limits);
    if (Number.isNaN(value)) return localizer.t("bad.number", limits);
    if (value < minimum) return localizer.t("bad.small", limits);
    if (value > maximum) return localizer.t("bad.large", limits);
    return localizer.t("bad.whole", limits);
}

/**
 * About the first of several numbers that is bad.
 * @param {Localizer} localizer
 * @param {Setting} setting
 * @param {string} text
 */
function explainPoints(localizer, setting, text) {
    const { name, minimum, maximum } = setting;
    /** @param {string} part */
    const fits = (part) => {
        const value = Number(parse(name, part));
        return Number.isInteger(value) && value >= minimum && value <= maximum;
    };
    const bad = pointTexts(text).find((part) => !fits(part)) ?? "";
    return explainScalar(localizer, setting, bad);
}

/** @param {Localizer} localizer @param {Info} info @param {string} given @param {string} [code] */
function explainLayers(localizer, { limits, settings }, given, code) {
    const words = layerTexts(given);
    if (words.length > limits.hiddenLayers)
        return localizer.t("bad.layers", { given: words.length, maximum: limits.hiddenLayers });
    if (code === "activation") {
        const choices = activationsOf(settings);
        const own = words.map((word) => word.split(":")[1]);
        const bad = own.find((name) => name !== undefined && !choices.includes(name)) ?? "";
        return localizer.t("bad.choice", { given: visible(bad), choices: choices.join(", ") });
    }
    /** @param {string} word */
    const fits = (word) => {
        const units = unitsOf(toLayers(word)[0]);
        return Number.isInteger(units) && units >= 1 && units <= limits.units;
    };
    const bad = words.find((word) => !fits(word)) ?? given;
    return localizer.t("bad.units", { given: visible(bad), minimum: 1, maximum: limits.units });
}

/**
 * Whether a text can be a setting's value, apart from its limits.
 * @param {Pick<Info, "settings"> | undefined} info
 * @param {string} name of the setting
 * @param {string} text
 */
export function canBe(info, name, text) {
    const value = parse(name, text);
    if (typeof value === "number") return !Number.isNaN(value);
    if (typeof value === "boolean") return true;
    const known = info?.settings ?? [];
    if (typeof value === "string")
        return known.find((setting) => setting.name === name)?.choices.includes(value) ?? false;
    const { choices = [], kind } = known.find((setting) => setting.name === name) ?? {};
    if (kind === "set")
        return value.length > 0 && value.every((word) => choices.includes(String(word)));
    return value.every(
        (layer) =>
            typeof layer !== "string" &&
            Number.isInteger(unitsOf(layer)) &&
            (typeof layer === "number" || activationsOf(known).includes(layer.activation)),
    );
}

/**
 * A further sentence about a text that was refused, where a letter or a digit in it only looks like
 * what was meant; "" where none does.
 * @param {Localizer} localizer
 * @param {string} text
 * @param {(text: string) => boolean} fits whether it would not have been refused
 */
export function hint(localizer, text, fits) {
    const lookalike = findLookalike(text, fits);
    if (!lookalike) return "";
    const { kind, char, plain } = lookalike;
    return ` ${localizer.t(`odd.${kind}`, { char, plain })}`;
}

/**
 * Explains an error that is not about one value.
 * @param {Localizer} localizer
 * @param {{code?: string, message: string}} error
 * @param {Record<string, number>} [values] what the sentence needs beside the message
 */
export function explainError(localizer, { code, message }, values) {
    const key = `error.${code}`;
    return localizer.t(isKey(key) ? key : "error.internal", { message, ...values });
}
