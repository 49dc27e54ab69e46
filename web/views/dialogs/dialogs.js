/** The dialogs Help, Glossary, Lessons and Share, and how they lead to each other. */

import { whenAsked } from "../../ui/when-asked.js";
import { HelpView } from "./help.js";
import { LessonsView } from "./lessons.js";
import { ShareView } from "./share.js";

/** @typedef {import("../../lessons/experiments.js").Experiment} Experiment */
/** @typedef {import("../../lessons/glossary.js").TermId} TermId */
/**
 * What the script spiral-lab-glossary.js leaves.
 * @typedef {import("../../entries/glossary.js").Glossary} Glossary
 */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

/**
 * What the dialogs need of the lab around them.
 * @typedef {object} Surroundings
 * @property {() => HTMLElement} lab in which they are put
 * @property {() => void} complete builds what glossary and share refer to, if it is not there yet
 * @property {(name: Experiment) => void} run an experiment
 * @property {() => import("../guide.js").Guide} guide
 * @property {() => Promise<Glossary>} glossary rejects where it is not to be had
 * @property {(error: Error) => void} refuse says why a dialog does not open
 * @property {import("./share.js").Host} share
 * @property {import("./lessons.js").Host} lessons
 * @property {string} authors address of the authors' page; "" if there is none
 */

export class Dialogs {
    #localizer;
    #level;
    #surroundings;
    #help;
    /** @type {ReturnType<Glossary["makeDialog"]> | undefined} */ #glossary;
    #lessons;
    #share;

    /**
     * @param {Localizer} localizer
     * @param {2 | 3} level of their headings
     * @param {Surroundings} surroundings
     */
    constructor(localizer, level, surroundings) {
        this.#localizer = localizer;
        this.#level = level;
        this.#surroundings = surroundings;
        const { run, lessons, share, authors } = surroundings;
        this.#help = whenAsked(() =>
            this.#added(new HelpView(localizer, level, run, () => this.openGlossary())),
        );
        this.#lessons = whenAsked(() => this.#added(new LessonsView(localizer, level, lessons)));
        this.#share = whenAsked(() => this.#added(new ShareView(localizer, level, share, authors)));
    }

    openHelp() {
        this.#help().open();
    }

    /** @param {TermId} [term] to begin with */
    async openGlossary(term) {
        const { lab, glossary, refuse } = this.#surroundings;
        try {
            const { makeDialog } = await glossary();
            // Meanwhile the lab may have left the page, or another dialog have opened.
            if (!lab().isConnected || lab().querySelector("dialog[open]")) return;
            this.#glossary ??= this.#addGlossary(makeDialog);
            this.#glossary.open(term);
        } catch (error) {
            refuse(/** @type {Error} */ (error));
        }
    }

    openLessons() {
        this.#lessons().open();
    }

    openShare() {
        this.#surroundings.complete();
        this.#share().open();
    }

    /** @param {Glossary["makeDialog"]} makeDialog */
    #addGlossary(makeDialog) {
        const { lab, complete, guide } = this.#surroundings;
        complete();
        const root = /** @type {ShadowRoot} */ (lab().getRootNode());
        return this.#added(makeDialog(this.#localizer, this.#level, guide(), root));
    }

    /** @template {{element: HTMLElement}} T @param {T} dialog */
    #added(dialog) {
        this.#surroundings.lab().append(dialog.element);
        return dialog;
    }
}
