/** What leaves the lab: its link, its snippet, and what the dialog Share hands out. */

import { accuracyClaim, claimOf } from "../shared/claim.js";
import { historyCsv } from "../shared/history.js";
import { metric } from "../shared/keras-line.js";
import { haveNames } from "../shared/labels.js";
import { differences, linkOf } from "../shared/link.js";
import { MOST_IN_LINK, namesToText, pointsFromText, pointsToText } from "../shared/points-text.js";
import { explainError } from "../texts/explain.js";
import { exported } from "../texts/exported.js";
import { settingWords } from "../texts/setting-words.js";
import { claimed, fits, options } from "./options.js";
import { loadTables } from "./scripts.js";
import { snippetOf } from "./snippet.js";

/** @typedef {import("../views/dialogs/share.js").Shared} Shared */
/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/history.js").History} History */
/** @typedef {import("./lab-instance.js").LabInstance} LabInstance */
/** @typedef {import("./options.js").Options} Options */
/** @typedef {import("./preferences.js").Preferences} Preferences */

const NO_POINTS = { data: options.data.initial, labels: options.labels.initial };

/**
 * Points of one's own as options, unless they are too many for a link.
 * @param {import("../run/run-state.js").RunState} state
 */
function pointsOf({ settings, data }) {
    if (settings.dataset !== "given" || !data || data.samples > MOST_IN_LINK) return NO_POINTS;
    const text = pointsToText(data);
    const { classes } = pointsFromText(text) ?? data;
    const isPlain = classes === data.classes && !haveNames(data.labels);
    return { data: text, labels: isPlain ? options.labels.initial : namesToText(data.labels) };
}

export class Sharing {
    #lab;
    #preferences;

    /** @param {LabInstance} lab @param {Preferences} preferences */
    constructor(lab, preferences) {
        this.#lab = lab;
        this.#preferences = preferences;
    }

    /** Settings and view as a link's fragment, without the #. */
    get link() {
        return linkOf(this.#differences());
    }

    /**
     * A picture's caption: how far the run is, and which settings are not the tutorial's.
     * @returns {string[]}
     */
    get caption() {
        const { controller, info, localizer } = this.#lab;
        const t = localizer.t.bind(localizer);
        const { settings, progress, validation } = controller.state;
        const { epoch, step, stepsPerEpoch, totalSteps, loss, accuracy } = progress;
        const others = info ? settingWords(localizer, settings, info.defaults) : [];
        const howFar =
            step > 0
                ? t("caption.batch", { epoch: epoch + 1, step, steps: stepsPerEpoch })
                : t("caption.epoch", { epoch });
        const measures = Object.entries({ loss, accuracy, ...validation });
        const values = measures.map(([name, value]) => {
            const key = /** @type {`caption.${keyof History}`} */ (`caption.${name}`);
            return t(key, { value: metric(value) });
        });
        return [
            t("title"),
            ...(totalSteps > 0 ? [howFar, ...values] : [t("caption.untrained")]),
            ...(others.length > 0 ? others : [t("caption.tutorial")]),
        ];
    }

    /**
     * The run as a file of Python for Keras, in the lab's language.
     * @param {"script" | "notebook"} kind
     * @param {boolean} weights the trained ones, instead of a training
     * @returns {Promise<string>}
     */
    script(kind, weights) {
        const { controller, localizer } = this.#lab;
        return controller.script({ kind, weights, texts: exported[localizer.language] });
    }

    /** @returns {import("../views/lab-view.js").Questions["share"]} */
    get host() {
        const lab = this.#lab;
        return {
            shared: () => this.#shared,
            save: () => lab.controller.save(),
            load: async (bytes) => {
                await lab.commands.load(bytes);
                return lab.controller.state.progress.epoch;
            },
            script: (kind, weights) => this.script(kind, weights),
            points: async () => {
                const { pointsCsv } = await loadTables();
                const { data } = lab.controller.state;
                return data ? pointsCsv(data) : "";
            },
            history: () => historyCsv(lab.controller.state.history),
            explain: (error) => explainError(lab.localizer, error),
        };
    }

    /**
     * A short link that claims a run of a lesson's task: whoever opens it sees it trained again.
     * hasAddress: the lab knows of a page that opens it.
     * @param {{settings: Settings, steps: number, accuracy: number, checksum: string, task: string}}
     *     run
     */
    handIn({ settings, steps, accuracy, checksum, task }) {
        const { info, pageAddress } = this.#lab;
        const view = {
            steps: String(steps),
            accuracy: accuracyClaim(accuracy),
            checksum: claimOf(checksum),
            task,
        };
        const link = info ? linkOf(differences({ settings, view }, info, options)) : "";
        return { link: `${pageAddress ?? ""}#${link}`, hasAddress: pageAddress !== undefined };
    }

    /** Everything that differs from the defaults. @param {Partial<Options>} [others] */
    #differences(others) {
        const { info, hasBegun, controller } = this.#lab;
        if (!info || !hasBegun) return [];
        const { isOn } = this.#lab.lessons;
        const settings = isOn ? info.defaults : controller.state.settings; // a lesson has its own
        const { view: mode, samples } = options;
        const shown = isOn ? { view: mode.initial, samples: samples.initial } : {};
        const untrained = Object.fromEntries(claimed.map((name) => [name, options[name].initial]));
        const points = isOn ? {} : pointsOf(controller.state);
        const view = { ...this.#preferences.all, ...NO_POINTS, ...points };
        Object.assign(view, shown, untrained, others);
        const isLost = settings.dataset === "given" && view.data === "";
        const told = isLost ? { ...settings, dataset: info.defaults.dataset } : settings;
        return differences({ settings: told, view }, info, options);
    }

    /** @returns {Shared} */
    get #shared() {
        const { controller, localizer, pageAddress } = this.#lab;
        const { progress, repeatable: asSet, settings } = controller.state;
        const { epoch, totalSteps } = progress;
        const repeatable = asSet && fits("steps", String(totalSteps));
        const isTooLarge = settings.dataset === "given" && pointsOf(controller.state) === NO_POINTS;
        // A link to a lesson opens it at its beginning.
        const isRun = repeatable && !isTooLarge && !this.#lab.lessons.isOn;
        const steps = isRun ? String(totalSteps) : "0";
        const checksum = steps === "0" ? "" : claimOf(controller.state.checksum ?? "");
        const link = linkOf(this.#differences({ lang: localizer.language, steps, checksum }));
        // An article seldom has room for more.
        const layout = this.#preferences.isPage ? { layout: "compact" } : {};
        return {
            link: pageAddress === undefined ? null : `${pageAddress}#${link}`,
            snippet: snippetOf(this.#differences(layout)),
            steps: this.#lab.lessons.isOn ? 0 : totalSteps,
            repeatable,
            isTooLarge,
            epoch,
        };
    }
}
