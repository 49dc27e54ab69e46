/**
 * The page for authors: choose how the lab looks and what it trains, see it in an article, copy the
 * snippet.
 */

import { attributeNames } from "../element/attributes.js";
import { fits, initialOptions, optionOf, shownParts, wordsOf } from "../element/options.js";
import { snippetOf } from "../element/snippet.js";
import { escapeHtml } from "../shared/escape-html.js";
import { fields } from "../shared/fields.js";
import { adoptStyles } from "../style/styles.js";
import { authors, languageName, languageOf, languages } from "../texts/languages.js";
import { Localizer } from "../texts/localizer.js";
import { Choice } from "../ui/choice.js";
import { copyText } from "../ui/clipboard.js";
import { h, setText } from "../ui/dom.js";
import { PARTS } from "../views/parts.js";
import { SettingsForm } from "../views/settings/form.js";

/** @typedef {typeof import("../texts/en/index.js").authors} Texts */
/** @typedef {keyof Texts} Key */
/** @typedef {import("../element/element.js").SpiralLab} SpiralLab */

const MESSAGE = '{ source: "spiral-lab", version: 1, type: "resize", height }';
const FRAME_MS = 600; // after the last change, before the frame follows
/** Where the files come from; opened from disk, they have no origin. */
const SOURCE = location.protocol === "file:" ? "'self'" : location.origin;
const POLICY = {
    script: `script-src ${SOURCE} 'wasm-unsafe-eval'; worker-src blob:`,
    iframe: `frame-src ${SOURCE}; script-src ${SOURCE}`,
};
const CHOICES = /** @type {const} */ (["lang", "theme", "layout", "speed"]);
/** @typedef {typeof CHOICES[number]} ChoiceName */

/** This page's texts. @type {Localizer<Texts>} */
const localizer = new Localizer(languageOf(navigator.language), authors);
const t = localizer.t.bind(localizer);
/** The texts of the lab's settings, which are part of the form. */
const settingsLocalizer = new Localizer(localizer.language);

/**
 * An element with a text in any language.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Key} key @param {Record<string, any>} [props]
 */
function say(tag, key, props) {
    const element = h(tag, props);
    localizer.bind(() => setText(element, t(key)));
    return element;
}

const lab = /** @type {SpiralLab} */ (document.createElement("spiral-lab"));
lab.setAttribute("layout", "compact");
/** What was chosen before is in this page's address. */
const remembered = new URLSearchParams(location.hash.slice(1));
for (const [key, text] of remembered) if (attributeNames.includes(key)) lab.setAttribute(key, text);
/** @type {"script" | "iframe"} */
let kind = remembered.get("as") === "iframe" ? "iframe" : "script";
/** Batches that the lab trains by itself at its start; its own link does not hold them. */
let steps = optionOf("steps", lab.getAttribute("steps"));
if (!fits("steps", steps)) steps = "0";
const frame = h("iframe", { hidden: true, allow: "clipboard-write" });
const snippet = h("pre", { tabindex: 0, role: "group" });
const note = h("p");
const langHelp = h("p", { id: "lang-help", class: "help" });
const policyNote = h("p");
const policy = h("pre");
const copied = h("p", { role: "status" });
const fallback = say("p", "fallback");
const isLocal = /^(localhost|127\..*|\[::1\]|)$/.test(location.hostname);

/** The address of a file beside this page. @param {string} name */
const address = (name) => new URL(name, location.href).href;

/** What the lab shows, as a link's fragment. */
const link = () => lab.link + (steps === "0" ? "" : `&steps=${steps}`);

/** The same as attributes. @returns {[string, string][]} */
function attributes() {
    const pairs = [...new URLSearchParams(link())];
    return pairs.filter(([key]) => key !== "v");
}

function remember() {
    if (!lab.settings) return; // before it is ready its link says nothing
    // Not the usual one here.
    const isFull = optionOf("layout", lab.getAttribute("layout")) === "full";
    const layout = isFull ? "&layout=full" : "";
    history.replaceState(null, "", `#${link()}${layout}${kind === "iframe" ? "&as=iframe" : ""}`);
}

function frameTitle() {
    const tag = new URLSearchParams(lab.link).get("lang") ?? localizer.language;
    return languages.find((language) => language.tag === tag)?.title ?? "";
}

/** The height that the frame needs at its width in this article. */
const frameHeight = () => Math.round(frame.getBoundingClientRect().height) || 1060;

function iframeSnippet() {
    const src = escapeHtml(`${address("index.html")}#${link()}`);
    return `<iframe src="${src}" title="${frameTitle()}" loading="lazy" allow="clipboard-write" width="100%" height="${frameHeight()}" frameborder="0"></iframe>
<script src="${escapeHtml(address("embed-host.js"))}" defer></script>`;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pending;
function show() {
    const isFrame = kind === "iframe";
    remember();
    lab.hidden = isFrame;
    frame.hidden = !isFrame;
    showSnippet();
    setText(langHelp, t(`lang.help.${kind}`, { tag: document.documentElement.lang }));
    setText(note, t(`snippet.${kind}`, { message: MESSAGE }));
    fallback.hidden = isFrame;
    setText(policyNote, t(`policy.${kind}`));
    setText(policy, POLICY[kind]);
    clearTimeout(pending);
    if (isFrame) pending = setTimeout(showFrame, FRAME_MS);
}

function showSnippet() {
    const isFrame = kind === "iframe";
    setText(snippet, isFrame ? iframeSnippet() : snippetOf(attributes(), address("spiral-lab.js")));
}
new ResizeObserver(showSnippet).observe(frame); // its height is part of it

/**
 * The page in the frame follows its address as any page does; this page's own history stays as it
 * is.
 */
function showFrame() {
    const src = `${address("index.html")}#${link()}`;
    if (frame.src) frame.contentWindow?.location.replace(src);
    else frame.src = src;
}

/** @param {string} name @param {HTMLElement} control @param {Key} [help] */
function row(name, control, help) {
    const label = say("label", /** @type {Key} */ (name), { class: "name", for: `option-${name}` });
    const field = h("div", { class: "field" }, h("div", { class: "row" }, label, control));
    if (help) field.append(say("p", help, { class: "help" }));
    return field;
}

/** @type {Partial<Record<ChoiceName, HTMLSelectElement>>} */
const selects = {};

/** @param {ChoiceName} name @param {string} value */
function wordFor(name, value) {
    if (name === "lang" && value !== "auto") return languageName(value, localizer.language);
    if (/^\d+$/.test(value)) return t("speed.rate", { rate: value });
    return t(/** @type {Key} */ (`${name}.${value}`));
}

/** @param {ChoiceName} name */
function choice(name) {
    const select = h("select", { id: `option-${name}` });
    for (const value of wordsOf(name)) {
        const option = h("option", { value });
        localizer.bind(() => setText(option, wordFor(name, value)));
        select.append(option);
    }
    select.value = optionOf(name, lab.getAttribute(name));
    select.addEventListener("change", () => lab.setAttribute(name, select.value));
    selects[name] = select;
    const field = row(name, select, name === "layout" ? "layout.help" : undefined);
    if (name === "lang") {
        field.append(langHelp);
        select.setAttribute("aria-describedby", langHelp.id);
    }
    return field;
}

/**
 * @param {Key} key
 * @param {string} name
 * @param {(on: boolean) => void} change
 * @param {boolean} checked
 */
function check(key, name, change, checked) {
    const box = h("input", { type: "checkbox", id: `option-${name}`, checked });
    box.addEventListener("change", () => change(box.checked));
    const label = say("label", key, { class: "name", for: `option-${name}` });
    return h("div", { class: "field of-boolean" }, h("div", { class: "row" }, label, box));
}

/** The field that says how far the lab is trained when it appears. */
function stepsRow() {
    const input = h("input", { id: "option-steps", inputmode: "numeric", value: steps });
    input.setAttribute("aria-describedby", "steps-error");
    const field = row("steps", input, "steps.help");
    field.append(
        say("p", "steps.error", { class: "error", id: "steps-error", "aria-live": "polite" }),
    );
    input.addEventListener("change", () => {
        const given = optionOf("steps", input.value);
        const good = fits("steps", given);
        field.classList.toggle("bad", !good);
        input.setAttribute("aria-invalid", String(!good));
        if (!good) return; // the last good one stays
        steps = input.value = given;
        lab.setAttribute("steps", steps);
        show();
    });
    return field;
}

function looks() {
    const kinds = h("select", { id: "option-kind" });
    kinds.append(say("option", "kind.script", { value: "script" }));
    kinds.append(say("option", "kind.iframe", { value: "iframe" }));
    kinds.value = kind;
    kinds.addEventListener("change", () => {
        kind = kinds.value === "iframe" ? "iframe" : "script";
        show();
    });
    const fold = h("details", { class: "fold first", open: true });
    fold.append(h("summary", {}, say("span", "form")), row("kind", kinds, "kind.help"));
    fold.append(...CHOICES.map(choice));
    const plays = lab.hasAttribute("autoplay");
    fold.append(check("autoplay", "autoplay", (on) => lab.toggleAttribute("autoplay", on), plays));
    fold.append(stepsRow());
    fold.append(partsChoice(), say("p", "preview", { class: "help" }));
    return fold;
}

/** The fields that say which parts of the lab are shown, and which settings. */
function partsChoice() {
    const asked = { ...initialOptions(), ...readAttributes(["parts", "controls"]) };
    const { parts, settings } = shownParts(asked);
    /** @type {Set<string>} */
    const shown = new Set(parts);
    const single = new Set(
        fields.filter(({ name }) => settings?.includes(name)).map(({ attribute }) => attribute),
    );
    const change = (/** @type {Set<string>} */ set, /** @type {string} */ name) => {
        return (/** @type {boolean} */ on) => {
            if (on) set.add(name);
            else set.delete(name);
            const others = PARTS.filter((part) => shown.has(part) && part !== "settings");
            const ofSettings = single.size > 0 ? single : ["settings"];
            const words = [...others, ...(shown.has("settings") ? ofSettings : [])];
            lab.removeAttribute("controls");
            // A lab without any part would show nothing.
            if (single.size === 0 && shown.size === PARTS.length) lab.removeAttribute("parts");
            else lab.setAttribute("parts", words.join() || "map");
        };
    };
    const boxes = PARTS.map((part) =>
        check(`parts.${part}`, `parts-${part}`, change(shown, part), shown.has(part)),
    );
    const some = h("details", { open: single.size > 0 }, say("summary", "parts.single"));
    for (const { name, attribute } of fields) {
        const box = h("input", { type: "checkbox", id: `option-single-${attribute}` });
        box.checked = single.has(attribute);
        const set = change(single, attribute);
        box.addEventListener("change", () => set(box.checked));
        const label = h("label", { class: "name", for: box.id });
        const key = /** @type {import("../texts/localizer.js").Key} */ (name);
        settingsLocalizer.bind(() => setText(label, settingsLocalizer.t(key)));
        some.append(
            h("div", { class: "field of-boolean" }, h("div", { class: "row" }, label, box)),
        );
    }
    const group = h("div", { role: "group" });
    group.append(say("p", "parts"), say("p", "parts.help", { class: "help" }), ...boxes, some);
    localizer.bind(() => group.setAttribute("aria-label", t("parts")));
    return group;
}

/**
 * The attributes, among those named, whose values are valid.
 * @param {import("../element/options.js").Option[]} names
 */
const readAttributes = (names) =>
    Object.fromEntries(
        names.flatMap((name) => {
            const option = optionOf(name, lab.getAttribute(name));
            return fits(name, option) ? [[name, option]] : [];
        }),
    );

/** The form lies in a shadow root, where the lab's own styles are. */
function form() {
    const host = h("div");
    const root = host.attachShadow({ mode: "open" });
    adoptStyles(root);
    const settings = new SettingsForm(settingsLocalizer, {
        configure: async (take) => {
            await lab.configure(take());
            if (steps !== "0") lab.setAttribute("steps", steps); // from its first weights again
            follow();
        },
        inspect: () => {},
    });
    settings.fold(false);
    settings.element.prepend(looks());
    const box = h("div", { class: "lab author" }, settings.element);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const colour = () => {
        box.dataset.theme = dark.matches ? "dark" : "light";
    };
    dark.addEventListener("change", colour);
    colour();
    root.append(h("div", { class: "guest" }, box));
    // What is chosen in the lab itself goes into the snippet as well.
    const follow = () => {
        if (lab.settings) settings.show(lab.settings);
        const chosen = new URLSearchParams(lab.link);
        for (const name of CHOICES) {
            const select = selects[name];
            if (select) select.value = chosen.get(name) ?? wordsOf(name)[0];
        }
        show();
    };
    lab.addEventListener("spiral-lab-change", follow);
    lab.ready.then(
        () => {
            if (lab.info) settings.setInfo(lab.info);
            follow();
        },
        () => {}, // the lab says so itself
    );
    return host;
}

function build() {
    const language = new Choice(
        languages.map(({ tag, name }) => ({ value: tag, label: h("span", { lang: tag }, name) })),
        (value) => {
            settingsLocalizer.change(languageOf(value));
            localizer.change(languageOf(value));
        },
    );
    const copy = say("button", "copy", { type: "button" });
    copy.addEventListener("click", async () => {
        const done = await copyText(snippet.textContent ?? "", document.body);
        setText(copied, t(done ? "copied" : "copy.failed"));
    });
    const article = h("article");
    article.append(say("h2", "article"), say("p", "before"), lab, frame, say("p", "after"));
    const out = h("div", { class: "out" });
    const local = say("p", "local", { class: "local", hidden: !isLocal });
    out.append(
        h("section", {}, say("h2", "snippet"), snippet, local, copy, copied),
        article,
        h("section", {}, note, fallback, say("h2", "policy"), policyNote, policy),
    );
    const head = h("header");
    head.append(language.element, say("h1", "title"), say("p", "intro"));
    head.append(say("a", "back", { href: "index.html" }));
    document.querySelector("main")?.append(head, form(), out);
    localizer.bind(() => {
        document.documentElement.lang = localizer.language;
        document.title = t("title");
        frame.title = frameTitle();
        snippet.setAttribute("aria-label", t("snippet"));
        language.element.setAttribute("aria-label", t("lang"));
        language.show(localizer.language);
        // The lab's language is that of the text around it.
        lab.setAttribute("lang", selects.lang?.value ?? "auto");
        show();
    });
}

customElements.whenDefined("spiral-lab").then(build);
