/**
 * How the lab should look and what it should do by itself, according to its attributes, the page's
 * link, what the browser remembers, and the person in front of it. It only knows what was chosen;
 * LabInstance puts it into effect.
 */

import { readLink } from "../shared/link.js";
import { modeOf, REGIONS } from "../shared/map-mode.js";
import { tidy } from "../shared/setting-text.js";
import { languageOf } from "../texts/languages.js";
import { attributeNames } from "./attributes.js";
import { claimed, fits, initialOptions, optionNames, optionOf, options } from "./options.js";
import { recallPalette, rememberPalette } from "./remembered.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("./options.js").Option} Option */
/** @typedef {import("./options.js").Options} Options */

/**
 * Options that suit the person or the room, and stay when somebody starts over.
 * @type {readonly Option[]}
 */
const LASTING = ["lang", "theme", "palette", "text-size"];
/** Stands in until the engine has answered. */
const UNKNOWN = { settings: [], defaults: /** @type {Settings} */ ({}), check() {} };

export class Preferences {
    #element;
    #options = initialOptions();
    /** Without the link. */
    #own;
    #fragment;

    /**
     * @param {HTMLElement} element a <spiral-lab>; one with the attribute "page" is its page's
     *     content
     */
    constructor(element) {
        this.#element = element;
        this.isPage = element.hasAttribute("page");
        this.#fragment = this.isPage ? location.hash : "";
        for (const name of optionNames) {
            const text = this.attribute(name);
            if (element.hasAttribute(name) && fits(name, text)) this.#options[name] = text;
        }
        this.#own = { ...this.#options };
        // The engine judges the settings in the link; how the page looks must be known at once.
        this.#takeLink(readLink(this.#fragment, UNKNOWN, options).view);
    }

    /**
     * Takes over the colours that the browser remembers, if nothing else was chosen. Asking for
     * them takes a while, so it is done as late as possible.
     * @returns {boolean} whether they have changed
     */
    recall() {
        if (!this.isPage || this.#element.hasAttribute("palette")) return false;
        const palette = recallPalette();
        if (!fits("palette", palette)) return false;
        this.#own.palette = palette;
        if (this.#options.palette !== options.palette.initial) return false; // the link's own
        this.#options.palette = palette;
        return palette !== options.palette.initial;
    }

    /** @returns {Readonly<Options>} */
    get all() {
        return this.#options;
    }

    /** What the map shows first. */
    get mode() {
        return modeOf(this.#options.view) ?? REGIONS;
    }

    /** The address's fragment, as it was at first. */
    get fragment() {
        return this.#fragment;
    }

    /** Batches a second. */
    get pace() {
        const { speed } = this.#options;
        return speed === "full" ? Number.POSITIVE_INFINITY : Number(speed);
    }

    /** The one that was chosen; else that of the surroundings, or of the browser. */
    get language() {
        const { lang } = this.#options;
        if (lang !== "auto") return languageOf(lang);
        // The lab's own page follows the browser's language, not its own lang attribute, which the
        // lab sets itself.
        if (this.isPage) return languageOf(navigator.language);
        const around = this.#element.parentElement?.closest("[lang]")?.getAttribute("lang");
        return languageOf(around || document.documentElement.lang || navigator.language);
    }

    /** The theme that is shown. @param {boolean} isDark the system's */
    shownTheme(isDark) {
        const theme = /** @type {"auto" | "light" | "dark"} */ (this.#options.theme);
        return theme === "auto" ? this.#surroundings(isDark ? "dark" : "light") : theme;
    }

    /** The text of an option's attribute. @param {Option} name */
    attribute(name) {
        const text = this.#element.getAttribute(name);
        const option = optionOf(name, text);
        if (name !== "lang" || option === "auto") return option;
        return tidy(option) ? languageOf(tidy(option)) : "auto"; // the tag of any language is valid
    }

    /**
     * Misspelt attributes that must be meant for the lab, such as learningRate: without hyphens and
     * the like they are the lab's own.
     * @returns {{key: string, text: string}[]} key: as it is; text: as it should be
     */
    get strayAttributes() {
        const plain = (/** @type {string} */ name) => name.replace(/[-_]/g, "").toLowerCase();
        return this.#element.getAttributeNames().flatMap((key) => {
            const text = attributeNames.find((name) => plain(name) === plain(key)) ?? key;
            return text === key ? [] : [{ key, text }];
        });
    }

    /** @param {Option} name @param {string} text */
    set(name, text) {
        this.#options[name] = text;
    }

    /**
     * What the map shows, in which colours, with or without the points.
     * @param {Pick<Options, "view" | "palette" | "samples">} shown
     */
    setView(shown) {
        if (this.isPage && shown.palette !== this.#options.palette) rememberPalette(shown.palette);
        Object.assign(this.#options, shown);
    }

    /**
     * Goes back to what the attributes say, since somebody else begins. What is lasting stays.
     * @returns {Option[]} what has changed by it
     */
    startOver() {
        return optionNames.filter((name) => {
            if (LASTING.includes(name)) return false;
            const before = this.#options[name];
            const text = this.attribute(name);
            this.#options[name] = fits(name, text) ? text : options[name].initial;
            return this.#options[name] !== before;
        });
    }

    /**
     * After a change of settings or view, the batches that were trained beforehand no longer lead
     * to what is shown.
     */
    forgetSteps() {
        for (const name of claimed) this.#options[name] = options[name].initial;
    }

    /**
     * Takes over what another link says.
     * @param {Record<string, string>} view
     * @returns {Option[]} what has changed by it
     */
    goTo(view) {
        const before = { ...this.#options };
        Object.assign(this.#options, this.#own);
        this.#takeLink(view);
        return optionNames.filter((name) => this.#options[name] !== before[name]);
    }

    /** @param {Record<string, string>} view what a link says */
    #takeLink(view) {
        for (const name of optionNames)
            if (view[name] !== options[name].initial) this.#options[name] = view[name];
    }

    /**
     * The lab's own page follows the system; a guest follows the colour scheme of the page around
     * it.
     * @param {"light" | "dark"} system
     * @returns {"light" | "dark"}
     */
    #surroundings(system) {
        if (this.isPage) return system;
        const { colorScheme: computed } = getComputedStyle(this.#element);
        // The computed style does not tell what a <meta> of the page says.
        const meta = document.querySelector("meta[name=color-scheme]")?.getAttribute("content");
        const colorScheme = computed === "normal" ? (meta ?? computed) : computed;
        const [light, dark] = [!colorScheme.includes("dark"), !colorScheme.includes("light")];
        return light ? "light" : dark ? "dark" : system;
    }
}
