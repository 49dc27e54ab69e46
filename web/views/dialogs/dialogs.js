/** The dialogs Help, Glossary, Lessons and Share, and how they lead to each other. */

import { whenAsked } from "../../ui/when-asked.js";
import { GlossaryView } from "./glossary.js";
import { HelpView } from "./help.js";
import { LessonsView } from "./lessons.js";
import { ShareView } from "./share.js";

/** @typedef {import("../../lessons/experiments.js").Experiment} Experiment */
/** @typedef {import("../../lessons/glossary.js").TermId} TermId */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

/**
 * What the dialogs need of the lab around them.
 * @typedef {object} Surroundings
 * @property {(dialog: HTMLElement) => void} add puts one into the lab
 * @property {() => void} complete builds what glossary and share refer to, if it is not there yet
 * @property {(name: Experiment) => void} run an experiment
 * @property {() => import("../guide.js").Guide} guide
 * @property {import("./share.js").Host} share
 * @property {import("./lessons.js").Host} lessons
 * @property {string} authors address of the authors' page; "" if there is none
 */

export class Dialogs {
    #complete;
    #help;
    #glossary;
    #lessons;
    #share;

    /**
     * @param {Localizer} localizer
     * @param {2 | 3} level of their headings
     * @param {Surroundings} surroundings
     */
    constructor(localizer, level, { add, complete, run, guide, share, lessons, authors }) {
        /** @template {{element: HTMLElement}} T @param {T} dialog */
        const added = (dialog) => {
            add(dialog.element);
            return dialog;
        };
        this.#complete = complete;
        this.#help = whenAsked(() =>
            added(new HelpView(localizer, level, run, () => this.openGlossary())),
        );
        this.#glossary = whenAsked(() => added(new GlossaryView(localizer, level, guide())));
        this.#lessons = whenAsked(() => added(new LessonsView(localizer, level, lessons)));
        this.#share = whenAsked(() => added(new ShareView(localizer, level, share, authors)));
    }

    openHelp() {
        this.#help().open();
    }

    /** @param {TermId} [term] to begin with */
    openGlossary(term) {
        this.#complete();
        this.#glossary().open(term);
    }

    openLessons() {
        this.#lessons().open();
    }

    openShare() {
        this.#complete();
        this.#share().open();
    }
}
