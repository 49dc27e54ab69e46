/**
 * The lesson beside the map: where one stands, what is said and asked, the button that runs it, and
 * what came of it. It shows a state, and says what the learner wants.
 */

import { caseOf, writeFrom } from "../../lessons/lesson.js";
import { filled, keyFor, keyOf, withoutTerms } from "../../lessons/lesson-text.js";
import { upTo } from "../../lessons/numbers.js";
import { languages } from "../../texts/languages.js";
import { h, setText } from "../../ui/dom.js";
import { setTermText, termButton } from "../../ui/terms.js";
import { HandIn } from "./hand-in.js";
import { worksheetOf } from "./worksheet.js";

/** @typedef {import("../../lessons/glossary.js").TermId} TermId */
/** @typedef {import("../../lessons/lesson.js").Lesson} Lesson */
/** @typedef {import("../../lessons/lesson.js").Outcomes} Outcomes */
/** @typedef {import("../../lessons/lesson.js").Step} Step */
/** @typedef {import("../../lessons/lesson-text.js").Text} Text */
/** @typedef {import("../../texts/localizer.js").Key} Key */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

/**
 * Where a learner stands in a lesson.
 * @typedef {object} State
 * @property {Lesson} lesson
 * @property {string} address of the lesson; "" if others cannot open it by one
 * @property {import("../../core/settings.js").Settings} defaults of a step's settings
 * @property {number} index of the step
 * @property {"waiting" | "running" | "over"} phase of its run
 * @property {string} [choice] the letter that was chosen
 * @property {boolean} isBlind it was run without a choice
 * @property {Outcomes} outcomes
 * @property {boolean} hasMore the run can go on beyond its end
 * @property {number} [reached] the epoch by which the task was done
 * @property {readonly string[]} changed settings that the task does not allow to change
 * @property {import("./hand-in.js").Offer} [handIn] if the task is done
 * @property {boolean} isHinted
 */

/**
 * What the learner wants. run: with the choice; show: without.
 * @typedef {"run" | "show" | "goOn" | "again" | "hint" | "back" | "next" | "leave" | "list" |
 *     "worksheet"} Wish
 */

/**
 * @typedef {object} Host
 * @property {(wish: Wish) => void} want
 * @property {(letter: string) => void} choose
 * @property {(term: TermId) => void} explain
 */

const NARROW = 700; // CSS pixels, in which there is one column

/** What had the focus and leads here: the list, and what has gone. */
const LEAVES = ".lab, .lessons-button";

export class Rail {
    #localizer;
    #host;
    /** @type {State | undefined} */ #state;
    /** It has had the focus since one was led anywhere. */
    #isFollowed = false;
    /** The step whose choices and terms are built. @type {Step | undefined} */ #built;
    /** @type {{letter: string, input: HTMLInputElement, label: HTMLElement}[]} */ #choices = [];

    /**
     * @param {Localizer} localizer
     * @param {2 | 3} level of its heading
     * @param {boolean} prints it is all of the page, and can print a worksheet
     * @param {Host} host
     */
    constructor(localizer, level, prints, host) {
        this.#localizer = localizer;
        this.#host = host;
        this.title = h(`h${level}`);
        this.where = h(/** @type {"h3"} */ (`h${level + 1}`), { class: "where", tabindex: -1 });
        const list = this.#button("list", "lessons");
        const leave = this.#button("leave", "lesson.leave");
        const sheet = this.#button("worksheet", "lesson.worksheet");
        sheet.hidden = !prints;
        const head = h("header", {}, this.title, h("div", { class: "ways" }, list, sheet, leave));
        this.source = h("p", { class: "source" });
        this.say = h("p");
        this.codeText = h("code");
        this.codeTitle = h("summary");
        const block = h("pre", { tabindex: 0 }, this.codeText); // it may have to be scrolled
        this.code = h("details", { class: "code" }, this.codeTitle, block);
        this.question = h("legend");
        this.answers = h("div", { class: "answers" });
        this.fieldset = h("fieldset", { class: "question" }, this.question, this.answers);
        this.taskTitle = h("strong");
        this.task = h("p", { class: "task" });
        this.goal = h("div", { class: "goal" }, this.taskTitle, this.task);
        /** Where the settings that may be changed stand. */
        this.slot = h("div", { class: "slot" });
        this.run = this.#button("run", "lesson.run");
        this.run.classList.add("primary");
        this.show = this.#button("show", "lesson.show");
        this.hint = this.#button("hint", "lesson.hint");
        this.acts = h("div", { class: "acts" }, this.run, this.show, this.hint);
        this.note = h("p", { class: "note", role: "status" });
        this.hintText = h("p", { class: "hint" });
        this.verdict = h("p", { class: "verdict" });
        this.said = h("p");
        this.reply = h("p");
        this.outcome = h("div", { class: "outcome", role: "status", tabindex: -1 });
        this.outcome.append(this.verdict, this.said, this.reply);
        this.handIn = new HandIn(localizer);
        this.goOn = this.#button("goOn", "goOn");
        this.again = this.#button("again", "lesson.again");
        this.after = h("div", { class: "acts" }, this.goOn, this.again);
        this.terms = h("p", { class: "terms" });
        this.back = this.#button("back", "lesson.back");
        this.next = this.#button("next", "lesson.next");
        const ways = h("nav", { class: "steps" }, this.back, this.next);
        this.element = h(
            "section",
            { class: "rail" },
            head,
            this.where,
            this.source,
            this.say,
            this.code,
        );
        this.element.append(this.fieldset, this.goal, this.slot, this.acts, this.note);
        this.element.append(this.hintText, this.outcome, this.handIn.element, this.after);
        this.element.append(ways, this.terms);
        localizer.bind(() => this.#write());
    }

    /** Shows where the learner stands. @param {State} state */
    take(state) {
        const before = this.#state;
        this.#state = state;
        // What has the focus may be disabled or hidden on the way.
        if (this.element.matches(":focus-within")) this.#isFollowed = true;
        this.#write();
        if (before?.lesson !== state.lesson || before.index !== state.index)
            this.#leadTo(this.where);
        else if (before.phase === "running" && state.phase === "over") this.#leadTo(this.outcome);
    }

    /** The lesson is over. */
    forget() {
        this.#state = undefined;
        this.#built = undefined;
    }

    /** To where one reads on, unless the focus is elsewhere for a reason. @param {HTMLElement} place */
    #leadTo(place) {
        const root = /** @type {ShadowRoot | Document} */ (this.element.getRootNode());
        const focused = root.activeElement;
        // Nobody is led who is not in the lab, as when the page has just been loaded.
        const isFree = focused
            ? this.element.contains(focused) || focused.matches(LEAVES)
            : this.#isFollowed;
        this.#isFollowed = false;
        if (!isFree || focused?.closest(".slot")) return;
        place.focus({ preventScroll: true });
        place.scrollIntoView({ block: "nearest" });
    }

    /** The lesson on paper, if one is on. */
    worksheet() {
        const state = this.#state;
        if (!state) return undefined;
        const { lesson, defaults, address } = state;
        return worksheetOf(this.#localizer, lesson, defaults, address);
    }

    /** The learner wants it to run, and has not chosen yet. */
    askForChoice() {
        setText(this.note, this.#localizer.t("lesson.first"));
        this.#choices[0]?.input.focus();
    }

    #write() {
        const state = this.#state;
        if (!state) return;
        const t = this.#localizer.t.bind(this.#localizer);
        const { lesson, index, phase, outcomes } = state;
        const step = lesson.steps[index];
        const isOver = phase === "over";
        this.element.lang = languages.find(({ tag }) => keyOf(tag) === this.#language)?.tag ?? "";
        if (step !== this.#built) this.#build(step);
        setText(this.title, lesson.title[this.#language]);
        this.element.setAttribute("aria-label", lesson.title[this.#language]);
        setText(this.where, t("lesson.where", { step: index + 1, steps: lesson.steps.length }));
        const { source = "" } = index === 0 ? lesson : {};
        // It is a quotation, in one language, and tells others nothing.
        const isRead = this.#language === lesson.languages[0];
        write(this.source, source && isRead ? t("lesson.source", { text: source }) : "");
        this.#text(this.say, step.say, outcomes);
        this.code.hidden = !step.code;
        setText(this.codeTitle, t("lesson.code"));
        setText(this.codeText, step.code?.[this.#language] ?? "");
        this.#writeQuestion(step, state);
        this.goal.hidden = !step.task;
        setText(this.taskTitle, t("lesson.task"));
        this.#text(this.task, step.task?.text, outcomes);
        this.slot.hidden = step.allow.length === 0;
        this.#writeRun(step, state);
        this.#text(this.hintText, state.isHinted ? step.hint : undefined, outcomes);
        this.#writeOutcome(step, state);
        this.handIn.show(state.handIn);
        const hasRun = step.run !== undefined && !step.task;
        this.after.hidden = !(isOver && hasRun);
        this.goOn.hidden = !state.hasMore;
        this.back.hidden = index === 0;
        const isLast = index === lesson.steps.length - 1;
        setText(this.next, t(isLast ? "lesson.finish" : "lesson.next"));
        const isDone = step.task ? state.reached !== undefined : isOver || !hasRun;
        this.next.classList.toggle("primary", isDone);
        this.run.classList.toggle("primary", !isDone);
        this.#writeTerms(step, state);
    }

    get #language() {
        const { languages } = /** @type {State} */ (this.#state).lesson;
        return keyFor(languages, this.#localizer.language);
    }

    /** @param {Step} step */
    #build(step) {
        this.#built = step;
        // On a phone the question comes first.
        const { host } = /** @type {ShadowRoot} */ (this.element.getRootNode());
        this.code.open = (host?.clientWidth ?? innerWidth) > NARROW;
        setText(this.note, "");
        this.#choices = step.choices.map(({ letter }) => {
            const input = h("input", { type: "radio", name: "choice", value: letter });
            input.addEventListener("change", () => {
                setText(this.note, "");
                this.#host.choose(letter);
            });
            const label = h("span");
            return { letter, input, label };
        });
        this.answers.replaceChildren(
            ...this.#choices.map(({ input, label }) => h("label", {}, input, label)),
        );
    }

    /** @param {Step} step @param {State} state */
    #writeQuestion(step, { choice, phase, outcomes, isBlind }) {
        this.fieldset.hidden = !step.ask;
        this.#text(this.question, step.ask, outcomes);
        this.fieldset.disabled = phase !== "waiting";
        for (const [i, { letter, input, label }] of this.#choices.entries()) {
            input.checked = letter === choice && !isBlind;
            this.#text(label, step.choices[i].text, outcomes);
        }
    }

    /** @param {Step} step @param {State} state */
    #writeRun(step, { choice, phase, isHinted }) {
        const t = this.#localizer.t.bind(this.#localizer);
        const asks = step.choices.length > 0;
        const isRunning = phase === "running";
        const runs = step.run !== undefined || step.task !== undefined;
        this.acts.hidden = !runs || (phase === "over" && !step.task);
        const key = step.task ? "lesson.try" : asks ? "lesson.guess" : "lesson.run";
        setText(this.run, t(isRunning ? "lesson.running" : key));
        const isReady = !asks || choice !== undefined;
        this.run.setAttribute("aria-disabled", String(isRunning || !isReady));
        this.show.hidden = !asks || isRunning;
        this.hint.hidden = !step.hint || isHinted;
    }

    /** @param {Step} step @param {State} state */
    #writeOutcome(step, state) {
        const t = this.#localizer.t.bind(this.#localizer);
        const { phase, choice, isBlind, outcomes, reached, changed } = state;
        const own = phase === "over" ? outcomes("") : undefined;
        this.outcome.hidden = !own;
        if (!own) {
            for (const element of [this.verdict, this.said, this.reply]) setText(element, "");
            return;
        }
        const done = step.task && reached !== undefined;
        const cases = step.task ? step.notYet : step.outcome;
        const found = caseOf(cases, outcomes);
        const fits = found && "fits" in found ? found.fits : undefined;
        const guess = isBlind ? undefined : step.choices.find(({ letter }) => letter === choice);
        const isRight = guess && fits === guess.letter;
        const guessed = guess && withoutTerms(this.#filled(guess.text, outcomes));
        if (changed.length > 0 && step.task)
            write(
                this.verdict,
                t("lesson.changed", {
                    names: changed
                        .map((name) => t(/** @type {Key} */ (name)))
                        .join(t("lesson.and")),
                }),
            );
        else if (!guess || !fits) write(this.verdict, "");
        else
            write(
                this.verdict,
                isRight ? t("lesson.predicted") : t("lesson.guessed", { text: String(guessed) }),
            );
        const text = done ? step.done : found?.text;
        if (changed.length > 0 && step.task) write(this.said, "");
        else if (text) this.#text(this.said, text, done ? untilReached(state) : outcomes);
        else write(this.said, this.#numbers(outcomes));
        this.#text(
            this.reply,
            fits && !isRight && guess ? step.reply[guess.letter] : undefined,
            outcomes,
        );
    }

    /** What there is to say where no rule holds. @param {Outcomes} outcomes */
    #numbers(outcomes) {
        const t = this.#localizer.t.bind(this.#localizer);
        if (outcomes("")?.diverged) return t("lesson.diverged");
        const number = writeFrom(outcomes);
        const of = (/** @type {string} */ name) => number({ scope: "", name }) ?? "–";
        return t("lesson.numbers", { accuracy: of("accuracy"), loss: of("loss") });
    }

    /** @param {Step} step @param {State} state */
    #writeTerms(step, { lesson }) {
        const t = this.#localizer.t.bind(this.#localizer);
        const isFirst = step === lesson.steps[0] && lesson.terms.length > 0;
        this.terms.hidden = !isFirst;
        if (!isFirst) return;
        const buttons = lesson.terms.map((id) => {
            const button = termButton(() => this.#host.explain(id));
            button.append(t(`term.${id}`));
            return button;
        });
        this.terms.replaceChildren(t("lesson.terms"), ...buttons.flatMap((b) => [" ", b]));
    }

    /** @param {Text} text @param {Outcomes} outcomes */
    #filled(text, outcomes) {
        return filled(text[this.#language], writeFrom(outcomes));
    }

    /** @param {HTMLElement} element @param {Text | undefined} text @param {Outcomes} outcomes */
    #text(element, text, outcomes) {
        element.hidden = !text;
        setTermText(element, text ? this.#filled(text, outcomes) : "", this.#host.explain);
    }

    /** @param {Wish} wish @param {Key} key */
    #button(wish, key) {
        const button = h("button", { type: "button", class: wish });
        button.addEventListener("click", () => {
            if (button.getAttribute("aria-disabled") !== "true") this.#host.want(wish);
            else if (this.#state?.phase === "waiting") this.askForChoice();
        });
        this.#localizer.bind(() => setText(button, this.#localizer.t(key)));
        return button;
    }
}

/**
 * The numbers of a task that is done: of the epoch that did it, and what is known at the end only.
 * @param {State} state
 * @returns {Outcomes}
 */
function untilReached({ outcomes, reached }) {
    const own = outcomes("");
    if (!own || reached === undefined) return outcomes;
    const { health, report, validation } = own;
    const part = { ...upTo(own, reached), health, report, validation };
    return (scope) => (scope === "" ? part : outcomes(scope));
}

/** @param {HTMLElement} element @param {string} text "" hides it */
function write(element, text) {
    element.hidden = text === "";
    setText(element, text);
}
