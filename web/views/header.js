/** Title; lessons, start over, share and help; language and theme. */

import { languages } from "../texts/languages.js";
import { Choice } from "../ui/choice.js";
import { h, label, setText } from "../ui/dom.js";
import { toggle } from "../ui/toggle.js";

/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/** @typedef {import("../texts/localizer.js").Language} Language */
/** @typedef {"auto" | "light" | "dark"} ThemeChoice */

const THEMES = /** @type {const} */ (["auto", "light", "dark"]);

export class HeaderView {
    /**
     * @param {Localizer} localizer
     * @param {1 | 2} level of the heading
     * @param {(language: Language) => void} setLanguage
     * @param {(theme: ThemeChoice) => void} setTheme
     * @param {(large: boolean) => void} setTextSize
     * @param {() => void} openLessons
     * @param {() => void} startOver
     * @param {() => void} openShare
     * @param {() => void} openHelp
     */
    constructor(
        localizer,
        level,
        setLanguage,
        setTheme,
        setTextSize,
        openLessons,
        startOver,
        openShare,
        openHelp,
    ) {
        const title = h(`h${level}`);
        const subtitle = h("p");
        this.languages = new Choice(
            languages.map(({ tag, name }) => ({
                value: tag,
                label: h("span", { lang: tag }, name),
            })),
            (value) => setLanguage(/** @type {Language} */ (value)),
        );
        const themes = THEMES.map((value) => ({ value, label: h("span") }));
        this.themes = new Choice(themes, (value) => setTheme(/** @type {ThemeChoice} */ (value)));
        this.large = toggle("large-text", false, setTextSize);
        /** @param {string} name @param {() => void} open */
        const opener = (name, open) =>
            h("button", { type: "button", class: name, "aria-haspopup": "dialog", onclick: open });
        this.lessons = opener("lessons-button", openLessons);
        this.startOver = h("button", { type: "button", class: "over", onclick: startOver });
        this.share = opener("share-button", openShare);
        this.help = opener("help-button", openHelp);
        localizer.bind(() => {
            label(this.lessons, localizer.t("lessons"), localizer.t("lessons.open"));
            label(this.startOver, localizer.t("over"), localizer.t("over.help"));
            label(this.share, localizer.t("share"), localizer.t("share.open"));
            label(this.help, localizer.t("help"), localizer.t("help.open"));
            setText(title, localizer.t("title"));
            setText(subtitle, localizer.t("subtitle"));
            for (const theme of themes) setText(theme.label, localizer.t(`theme.${theme.value}`));
            this.languages.element.setAttribute("aria-label", localizer.t("language"));
            this.themes.element.setAttribute("aria-label", localizer.t("theme"));
            this.languages.show(localizer.language);
            label(this.large, localizer.t("textSize"), localizer.t("textSize.help"));
        });
        this.element = h(
            "header",
            { class: "header" },
            h("div", { class: "title" }, title, subtitle),
            this.lessons,
            this.startOver,
            this.share,
            this.help,
            this.languages.element,
            this.themes.element,
            this.large,
        );
    }

    /** @param {boolean} large */
    showTextSize(large) {
        this.large.setAttribute("aria-pressed", String(large));
    }
}
