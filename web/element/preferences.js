/**
 * How the lab looks and what it does by itself: what attributes, the page's address and the person in
 * front of it say of that, and what of it goes into links.
 */

import { explain } from "../shared/fields.js";
import { differences, linkOf, readLink } from "../shared/link.js";
import { REGIONS, viewOf } from "../shared/map-mode.js";
import {
    fits,
    initialOptions,
    optionNames,
    optionOf,
    options,
    shownGroups,
} from "../shared/options.js";
import { Localizer, languageOf } from "../texts/localizer.js";
import { attributeNames } from "./attributes.js";
import { isFramed, tellHeight } from "./iframe-height.js";
import { Address } from "./page-address.js";
import { recallPalette, rememberPalette } from "./remembered.js";
import { snippetOf } from "./snippet.js";
import { Presence } from "./visibility.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../views/lab-view.js").Bench} Bench */
/** @typedef {import("../run/controller.js").Player} Player */
/** @typedef {import("../shared/options.js").Option} Option */
/** @typedef {import("../shared/options.js").Options} Options */
/** In the present language. @typedef {() => string} Sentence */

const MOST_PROBLEMS = 3; // of a link, that are told one by one
const LONGEST = 40; // characters of a link's word, that are repeated

/** Until the engine has answered. */
const UNKNOWN = { settings: [], defaults: /** @type {Settings} */ ({}), check() {} };

/** Batches a second. @param {string} speed */
const paceOf = (speed) => (speed === "full" ? Number.POSITIVE_INFINITY : Number(speed));

export class Outlook {
    #element;
    #options = initialOptions();
    #own; // options without the link
    #fragment;
    /** @type {Bench | undefined} */ #bench;
    /** @type {Player | undefined} */ #player;
    /** @type {import("../worker/engine.js").Info | undefined} */ #info;
    /** Only of a page's own lab. @type {Address | undefined} */ #address;
    /** @type {Presence | undefined} */ #presence;
    #endFrame = () => {};
    #arrived = false; // much of the map was in sight
    #dark = matchMedia("(prefers-color-scheme: dark)");
    #onDark = () => this.#show("theme");

    #tell;
    /** Back, forward, or to another link in this page. @type {(fragment: string) => void} */ #go =
        () => {};
    /** Until the steps that were wished for are done. */
    #trained = Promise.resolve();

    /**
     * @param {HTMLElement} element a <spiral-lab> with the attribute "page" is its page's content
     * @param {() => void} tell settings or view have changed
     */
    constructor(element, tell) {
        this.#element = element;
        this.#tell = tell;
        this.isPage = element.hasAttribute("page");
        this.whole = this.isPage && !isFramed;
        this.#fragment = this.isPage ? location.hash : "";
        const palette = this.isPage ? recallPalette() : "";
        if (fits("palette", palette)) this.#options.palette = palette;
        for (const name of optionNames) {
            const text = this.#attribute(name);
            if (element.hasAttribute(name) && fits(name, text)) this.#options[name] = text;
        }
        this.#own = { ...this.#options };
        // The engine judges the link's settings; how the page looks is seen at once.
        const { view } = readLink(this.#fragment, UNKNOWN, options);
        this.#take(view);
        this.localizer = new Localizer(this.#language);
    }

    /** What the map shows first. */
    get view() {
        return viewOf(this.#options.view) ?? REGIONS;
    }

    /** @returns {import("../worker/engine.js").LinkToRead} */
    get toRead() {
        return { fragment: this.#fragment, choices: options };
    }

    /** Settings and view as a link's fragment, without the #. */
    get link() {
        return linkOf(this.#differences());
    }

    /** @returns {import("../views/dialogs/share.js").Shared} */
    get shared() {
        const player = this.#player;
        const { epoch = 0, totalSteps = 0 } = player?.progress ?? {};
        const repeatable = (player?.repeatable ?? true) && fits("steps", String(totalSteps));
        const steps = repeatable ? String(totalSteps) : "0";
        const link = linkOf(this.#differences({ lang: this.localizer.language, steps }));
        return {
            link: this.#address ? `${this.#address.base}#${link}` : null,
            // In a text there is seldom room for more.
            snippet: snippetOf(this.#differences(this.isPage ? { layout: "compact" } : {})),
            steps: totalSteps,
            repeatable,
            epoch,
        };
    }

    /** The bench is there. @param {Bench} bench @param {(fragment: string) => void} go back, forward, or to another link */
    attach(bench, go) {
        this.#bench = bench;
        this.#go = go;
        for (const name of /** @type {const} */ (["controls", "palette", "theme", "speed", "lang"]))
            this.#show(name);
        this.#dark.addEventListener("change", this.#onDark);
        if (!this.isPage) return;
        this.#address = new Address(go);
        this.#endFrame = tellHeight(bench.element);
    }

    /**
     * The first picture is there, and what is to be done comes next.
     * @param {Player} player @param {import("../worker/engine.js").Opened} opened
     * @param {Record<string, string>} given the attributes that are settings
     */
    begin(player, { info, problems, link }, given) {
        const bench = /** @type {Bench} */ (this.#bench);
        this.#player = player;
        this.#info = info;
        this.#show("speed");
        const texts = [
            this.#showView(),
            ...optionNames.map((name) => this.#judged(name, this.#attribute(name))),
            ...this.#strayAttributes(),
            ...this.#linkProblems(link.problems),
            ...problems.map(({ name, error }) => this.#settingProblem(name, given[name], error)),
        ];
        this.#address?.settle(this.link);
        this.#sayAll(texts);
        this.#show("steps");
        const rest = (/** @type {boolean} */ seen) => {
            player.held = !seen;
        };
        this.#presence = new Presence(this.#element, bench.map.element, rest, () => {
            this.#arrived = true;
            this.#show("autoplay");
        });
        // It may have changed in the meantime.
        if (this.isPage && location.hash !== this.#fragment) this.#go(location.hash);
    }

    /** An attribute has changed. @param {Option} name */
    follow(name) {
        const text = this.#attribute(name);
        const problem = this.#judged(name, text);
        if (problem) {
            this.#bench?.say(problem);
            return;
        }
        this.#options[name] = text;
        this.#show(name);
        this.#tell();
    }

    /** A person has chosen. @param {Option} name @param {string} text */
    choose(name, text) {
        this.#options[name] = text;
        this.#show(name);
        this.changed();
    }

    /** @param {number} pace batches a second */
    choosePace(pace) {
        this.choose("speed", Number.isFinite(pace) ? String(pace) : "full");
    }

    /** Settings or view are others now: the address follows. */
    changed() {
        if (!this.#bench) return;
        this.#options.view = this.#bench.explorer.viewText;
        const { palette } = this.#bench.explorer;
        if (this.isPage && palette !== this.#options.palette) rememberPalette(palette);
        this.#options.palette = palette;
        if (!this.#player) return; // the rest is done once it has begun
        this.#options.steps = options.steps.initial; // they led to something else
        this.#bench.forget();
        this.#address?.write(this.link);
        this.#tell();
    }

    /** What another link says of the view. @param {Record<string, string>} view @param {import("../shared/link.js").Problem[]} problems */
    goTo(view, problems) {
        const before = { ...this.#options };
        Object.assign(this.#options, this.#own);
        this.#take(view);
        const changed = optionNames.filter((name) => this.#options[name] !== before[name]);
        const texts = [this.#showView(), ...this.#linkProblems(problems)];
        for (const name of changed) if (name !== "steps" && name !== "view") this.#show(name);
        this.#address?.settle(this.link);
        this.#sayAll(texts);
        this.#show("steps");
        this.#tell();
    }

    /** The network is there: the map can show any view of it. */
    showView() {
        this.#bench?.explorer.showText(this.#options.view);
    }

    /** A setting's bad value is said beside it, or else below the map. @param {string} name @param {string} given @param {import("../views/settings/form.js").Problem} problem */
    sayProblem(name, given, problem) {
        const text = this.#settingProblem(name, given, problem);
        if (text) this.#bench?.say(text);
    }

    close() {
        this.#address?.close();
        this.#presence?.close();
        this.#endFrame();
        this.#dark.removeEventListener("change", this.#onDark);
    }

    /** @param {Option} name */
    #attribute(name) {
        const text = this.#element.getAttribute(name);
        // Any language's tag will do.
        if (name === "lang") return text && text !== "auto" ? languageOf(text) : "auto";
        return optionOf(name, text);
    }

    /** @param {(Sentence | undefined)[]} texts */
    #sayAll(texts) {
        const there = texts.filter((text) => text !== undefined);
        const all = () => there.map((text) => text()).join(" ");
        if (there.length) this.#bench?.say(all, { stays: true });
    }

    /** What is wrong with it, if anything is. @param {Option} name @param {string} text @returns {Sentence | undefined} */
    #judged(name, text) {
        if (fits(name, text)) return undefined;
        return () => this.localizer.t("option.bad", { key: name, text: clipped(text) });
    }

    /** Those that must be meant for the lab: but for hyphens and the like they are its own, as learningRate is. @returns {Sentence[]} */
    #strayAttributes() {
        const plain = (/** @type {string} */ name) => name.replace(/[-_]/g, "").toLowerCase();
        return this.#element.getAttributeNames().flatMap((key) => {
            const text = attributeNames.find((name) => plain(name) === plain(key)) ?? key;
            return text === key ? [] : [() => this.localizer.t("option.stray", { key, text })];
        });
    }

    /** Shows it beside the setting, or gives the sentence where that cannot be seen. @param {string} name @param {string} given @param {import("../views/settings/form.js").Problem} problem @returns {Sentence | undefined} */
    #settingProblem(name, given, problem) {
        const shown = this.#bench?.settings.showProblem(name, given, problem);
        if (shown && shownGroups(this.#options.controls).includes("settings")) return undefined;
        return () => explain(this.localizer, this.#info, name, given, problem);
    }

    /** @param {Record<string, string>} view what a link says */
    #take(view) {
        for (const name of optionNames)
            if (view[name] !== options[name].initial) this.#options[name] = view[name];
    }

    /** What is wrong with the view, if anything is: then the old one stays. @returns {Sentence | undefined} */
    #showView() {
        const bench = /** @type {Bench} */ (this.#bench);
        const text = this.#options.view;
        if (bench.explorer.showText(text)) return undefined;
        this.#options.view = bench.explorer.viewText;
        return () => this.localizer.t("view.none", { text });
    }

    /** Does what an option says. @param {Option} name */
    #show(name) {
        const bench = this.#bench;
        const player = this.#player;
        const text = this.#options[name];
        if (!bench) return;
        switch (name) {
            case "lang":
                this.localizer.change(this.#language);
                if (this.isPage) document.documentElement.lang = this.localizer.language;
                if (this.isPage) document.title = this.localizer.t("title");
                break;
            case "theme": {
                const choice = /** @type {import("../views/header.js").ThemeChoice} */ (text);
                bench.setTheme(choice, choice === "auto" ? this.#surroundings : choice);
                break;
            }
            case "layout":
            case "controls":
                bench.arrange(this.#options.layout, shownGroups(this.#options.controls));
                break;
            case "palette":
                bench.explorer.setPalette(text === "safe" ? "safe" : "tutorial");
                break;
            case "speed":
                bench.transport.showPace(paceOf(text));
                if (player) player.pace = paceOf(text);
                break;
            case "view":
                if (player) this.#sayAll([this.#showView()]);
                break;
            case "autoplay": {
                const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
                if (text === "on" && this.#arrived && !calm)
                    this.#trained.then(() => player?.play()).catch(() => {});
                break;
            }
            case "steps":
                if (player && text !== "0")
                    this.#trained = player.advance(Number(text)).catch(() => {});
        }
    }

    /** A page of its own is as the system; a guest is as the page around it says that it is. */
    get #surroundings() {
        const { colorScheme: computed } = getComputedStyle(this.#element);
        // Of a page's own choice the computed style says nothing.
        const meta = document.querySelector("meta[name=color-scheme]")?.getAttribute("content");
        const colorScheme = computed === "normal" ? (meta ?? computed) : computed;
        const system = this.#dark.matches ? "dark" : "light";
        if (this.isPage) return system;
        const [light, dark] = [!colorScheme.includes("dark"), !colorScheme.includes("light")];
        return light ? "light" : dark ? "dark" : system;
    }

    /** The one that was chosen; else that of the surroundings, or of the browser. */
    get #language() {
        const { lang } = this.#options;
        if (lang !== "auto") return languageOf(lang);
        // What is the page, and not a part of one, decides the page's language itself.
        if (this.isPage) return languageOf(navigator.language);
        const around = this.#element.parentElement?.closest("[lang]")?.getAttribute("lang");
        return languageOf(around || document.documentElement.lang || navigator.language);
    }

    /** @param {Partial<Options>} [others] */
    #differences(others) {
        const info = this.#info;
        const settings = this.#player?.settings;
        const view = { ...this.#options, steps: options.steps.initial, ...others };
        return info && settings ? differences({ settings, view }, info, options) : [];
    }

    /** @param {import("../shared/link.js").Problem[]} problems @returns {Sentence[]} */
    #linkProblems(problems) {
        const { localizer } = this;
        const told = problems.slice(0, MOST_PROBLEMS).map(
            ({ key, text, reason }) =>
                () =>
                    localizer.t(`link.${reason}`, { key: clipped(key), text: clipped(text) }),
        );
        const count = problems.length - told.length;
        return count ? [...told, () => localizer.t("link.more", { count })] : told;
    }
}

/** @param {string} text */
const clipped = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
