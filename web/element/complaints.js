/** Sentences, in the current language, about values in attributes and links that are not valid. */

import { fields } from "../shared/fields.js";
import { visible } from "../shared/odd-text.js";
import { canBe, explainError, hint } from "../texts/explain.js";
import { attributeNames } from "./attributes.js";
import { fits, isOption, optionOf } from "./options.js";

/** @typedef {import("../shared/link.js").Problem} LinkProblem */
/** @typedef {import("./options.js").Option} Option */
/** @typedef {import("../shared/protocol.js").Info} Info */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../views/notice.js").Sentence} Sentence */

const MOST = 3; // of a link's problems are named one by one

/**
 * A complaint about an option with an invalid value.
 * @param {Localizer} localizer
 * @param {Option} name
 * @param {string} text
 * @returns {Sentence[]} none if the value is valid
 */
export function aboutOption(localizer, name, text) {
    if (fits(name, text)) return [];
    const about = { key: name, text: visible(text) };
    return [() => localizer.t("option.bad", about) + hint(localizer, text, isFor(name))];
}

/**
 * Misspelt attributes.
 * @param {Localizer} localizer
 * @param {{key: string, text: string}[]} stray
 * @returns {Sentence[]}
 */
export const aboutStray = (localizer, stray) =>
    stray.map(
        ({ key, text }) =>
            () =>
                localizer.t("option.stray", { key: visible(key), text }),
    );

/**
 * @param {Localizer} localizer
 * @param {Info | undefined} info
 * @param {readonly LinkProblem[]} problems
 * @returns {Sentence[]}
 */
export function aboutLink(localizer, info, problems) {
    const told = problems.slice(0, MOST).map(({ key, text, reason }) => () => {
        const sentence = localizer.t(`link.${reason}`, { key: visible(key), text: visible(text) });
        if (reason === "unknown") return sentence + hint(localizer, key, isAttribute);
        return reason === "value" ? sentence + hint(localizer, text, isFor(key, info)) : sentence;
    });
    const count = problems.length - told.length;
    return count ? [...told, () => localizer.t("link.more", { count })] : told;
}

/**
 * Why nothing can be said of a link that was handed in.
 * @param {Localizer} localizer
 * @param {import("../texts/localizer.js").Localizer<typeof import("../texts/en/index.js").handIn>} own of the page that checks it
 * @param {Info} info
 * @param {import("./claims.js").Fault} fault
 * @returns {string} sentences
 */
export function aboutFault(localizer, own, info, fault) {
    switch (fault.kind) {
        case "unread": {
            const [{ key, text, reason }] = fault.problems;
            const given = visible(text === "" ? key : `${key}=${text}`);
            const odd = reason === "unknown" ? hint(localizer, key, isAttribute) : "";
            const oddValue = reason === "value" ? hint(localizer, text, isFor(key, info)) : "";
            return own.t("unread", { given }) + odd + oddValue;
        }
        case "refused":
            return explainError(localizer, fault.error);
        case "slow":
            return own.t("slow", { steps: fault.steps });
        case "untrained":
            return own.t("untrained");
        case "unclaimed":
            return localizer.t("claim.none");
    }
}

/** @param {string} key */
const isAttribute = (key) => attributeNames.includes(key);

/**
 * Whether a text can be that of an option or a setting.
 * @param {string} key
 * @param {Info} [info]
 * @returns {(text: string) => boolean}
 */
function isFor(key, info) {
    if (isOption(key)) return (text) => fits(key, optionOf(key, text));
    const name = fields.find(({ attribute }) => attribute === key)?.name ?? "";
    return (text) => canBe(info, name, text);
}
