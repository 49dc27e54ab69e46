/**
 * What a person sees as the fragment of a link, and back:
 *
 *     #v=1&learning-rate=0.003&layers=64,32:tanh&lang=en
 *
 * Only what differs from the defaults is written. Nothing that is read is trusted: an unknown key
 * or a bad value is reported and left out.
 */

import { fromLayers, tidy, toLayers, toOption, toValue } from "./setting-text.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../core/settings.js").Setting} Setting */

const VERSION = "1";

/**
 * What the core says of its settings, and its judgement of them.
 * @typedef {object} Judge
 * @property {readonly Setting[]} settings
 * @property {Readonly<Settings>} defaults
 * @property {(settings: Settings) => void} check throws for a bad value
 */

/**
 * The page's options, which are not settings, by key: the initial value and the allowed pattern;
 * words: all that is allowed, if that is a list of words; exact: capitals count.
 * @typedef {Record<string, {initial: string, pattern: string, words?: string[], exact?: boolean}>}
 *     Choices
 */

/** @typedef {{settings: Settings, view: Record<string, string>}} State */
/** @typedef {{key: string, text: string, reason: "version" | "unknown" | "value"}} Problem */

/** A setting's key in a link. @param {Setting} setting */
const keyOf = ({ code }) => code.replaceAll("_", "-");

/** Readable where a fragment allows it. @param {string} text */
const escaped = (text) => encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":");

/** @param {string} text */
function unescaped(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text; // a stray percent sign
    }
}

/**
 * Everything that differs from the defaults, by key, for a link or an embedded element's
 * attributes.
 * @param {State} state @param {Pick<Judge, "settings" | "defaults">} judge @param {Choices} choices
 * @returns {[key: string, text: string][]}
 */
export function differences({ settings, view }, { settings: known, defaults }, choices) {
    /** @type {[string, string][]} */
    const pairs = [];
    for (const setting of known) {
        const value = String(settings[setting.name]);
        if (value !== String(defaults[setting.name])) pairs.push([keyOf(setting), value]);
    }
    const layers = fromLayers(settings.layers);
    if (layers !== fromLayers(defaults.layers)) pairs.push(["layers", layers]);
    for (const [key, { initial }] of Object.entries(choices))
        if ((view[key] ?? initial) !== initial) pairs.push([key, view[key]]);
    return pairs;
}

/** @param {[key: string, text: string][]} pairs @returns {string} a fragment without the # */
export function linkOf(pairs) {
    const all = [["v", VERSION], ...pairs];
    return all.map(([key, text]) => `${key}=${escaped(text)}`).join("&");
}

/**
 * @param {string} fragment with or without the #
 * @param {Judge} judge
 * @param {Choices} choices
 * @returns {State & {problems: Problem[]}} the defaults with what the link says
 */
export function readLink(fragment, judge, choices) {
    /** @type {State & {problems: Problem[]}} */
    const state = {
        settings: { ...judge.defaults },
        view: Object.fromEntries(
            Object.entries(choices).map(([key, { initial }]) => [key, initial]),
        ),
        problems: [],
    };
    // In the settings' own order, since what one may be depends on those before it.
    const order = judge.settings.map(keyOf);
    const pairs = pairsIn(fragment).map((pair) => ({ ...pair, place: order.indexOf(pair.key) }));
    for (const pair of [...pairs].sort((a, b) => a.place - b.place))
        pair.reason = read(state, pair.key, pair.text, judge, choices);
    for (const { key, text, reason } of pairs)
        if (reason) state.problems.push({ key: unescaped(key), text, reason });
    return state;
}

/**
 * @param {string} fragment
 * @returns {{key: string, text: string, reason?: Problem["reason"]}[]}
 */
const pairsIn = (fragment) =>
    fragment
        .replace(/^#/, "")
        .split("&")
        .filter((pair) => pair !== "")
        .map((pair) => {
            const at = pair.indexOf("=");
            const [key, text] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
            return { key, text: unescaped(text) };
        });

/**
 * @param {State} state
 * @param {string} key
 * @param {string} text
 * @param {Judge} judge
 * @param {Choices} choices
 * @returns {Problem["reason"] | undefined}
 */
function read(state, key, text, judge, choices) {
    if (key === "v") return tidy(text) === VERSION ? undefined : "version";
    if (Object.hasOwn(choices, key)) {
        const option = toOption(choices[key], text);
        if (option === undefined) return "value";
        state.view[key] = option;
        return undefined;
    }
    const setting = judge.settings.find((candidate) => keyOf(candidate) === key);
    if (!setting && key !== "layers") return "unknown";
    const [name, value] = setting
        ? [setting.name, toValue(setting, text)]
        : ["layers", toLayers(text)];
    const settings = { ...state.settings, [name]: value };
    try {
        judge.check(settings);
    } catch {
        return "value";
    }
    state.settings = settings;
    return undefined;
}
