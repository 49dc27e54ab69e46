/**
 * Judges a lesson, which may come from anywhere: whatever it is, the result is a lesson in which all
 * is as it must be, or a LessonError that names the place. docs/lessons.md describes the format.
 */

import { classesOf, misfit } from "../shared/datasets.js";
import { terms } from "./glossary.js";
import { lastEpoch, stepBefore } from "./lesson.js";
import { LessonError, SettingError } from "./lesson-error.js";
import { gapsIn, hasStrayBrace, termsIn } from "./lesson-text.js";
import { knownNumber, ownNames } from "./numbers.js";
import { judgePoints } from "./points.js";
import { readRule, textOf } from "./rule.js";
import { list, object, shortened, string, unknownWord, whole, within, word } from "./values.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/protocol.js").Changes} Changes */
/** @typedef {import("../shared/protocol.js").Info} Info */
/** @typedef {import("./glossary.js").TermId} TermId */
/** @typedef {import("./lesson.js").Lesson} Lesson */
/** @typedef {import("./lesson.js").Step} Step */
/** @typedef {import("./lesson.js").View} View */
/** @typedef {import("./lesson-text.js").Text} Text */
/** @typedef {import("./rule.js").Name} Name */
/** @typedef {import("./rule.js").Rule} Rule */

/**
 * What a lesson may speak of.
 * @typedef {object} Known
 * @property {Pick<Info, "settings" | "limits" | "defaults">} info
 * @property {readonly string[]} languages their keys: zh, en
 * @property {readonly string[]} parts of the lab
 * @property {(text: string) => boolean} isView whether the map can be asked to show that
 */

const VERSION = 1;
const MOST_BYTES = 200_000;
const MOST_STEPS = 40;
const MOST_CASES = 12;
const MOST_KEPT = 8;
const MOST_TEXT = 1200; // characters
const MOST_CODE = 3000;
const LETTERS = ["a", "b", "c", "d", "e", "f"];
const termIds = terms.map(({ id }) => id);

const LESSON = ["lesson", "id", "minutes", "title", "source", "terms", "parts", "steps"];
const STEP = [
    ...["id", "say", "code", "set", "trained", "run", "keep", "parts", "view", "ask", "choices"],
    ...["outcome", "reply", "allow", "task", "notYet", "hint", "done", "solution"],
];

/**
 * A lesson from a file or a link.
 * @param {string} text
 * @param {Known} known
 */
export function readLesson(text, known) {
    if (new TextEncoder().encode(text).length > MOST_BYTES)
        throw new LessonError("", "size", { maximum: MOST_BYTES / 1000 });
    let value;
    try {
        value = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch (error) {
        throw new LessonError("", "json", { message: /** @type {Error} */ (error).message });
    }
    return judgeLesson(value, known);
}

/** @param {unknown} value @param {Known} known @returns {Lesson} */
export function judgeLesson(value, known) {
    const given = object(value, "", LESSON);
    if (!given.has("lesson")) throw new LessonError("lesson", "version", { version: VERSION });
    if (given.get("lesson") !== VERSION)
        throw new LessonError("lesson", "version", { version: VERSION });
    const title = object(needed(given, "title"), "title", known.languages);
    const languages = [...title.keys()];
    if (languages.length === 0) throw new LessonError("title", "languages");
    const judge = new Judge(known, languages);
    return {
        id: id(needed(given, "id"), "id", /^[a-z0-9]+(-[a-z0-9]+)*$/),
        minutes: optional(given, "minutes", (minutes) => whole(minutes, "minutes", 1, 180)),
        languages,
        title: judge.text(given.get("title"), "title", { most: 120, plain: true }),
        source: optional(given, "source", (source) => string(source, "source", 400)),
        terms: list(given.get("terms") ?? [], "terms", { most: 30 }, (term, place) =>
            word(term, place, termIds, "term"),
        ),
        parts: judge.parts(needed(given, "parts"), "parts"),
        steps: judge.steps(needed(given, "steps"), "steps"),
    };
}

/** @param {Map<string, unknown>} given @param {string} key @param {string} [place] */
function needed(given, key, place = "") {
    if (given.has(key)) return given.get(key);
    throw new LessonError(within(place, key), "missing");
}

/**
 * @template T
 * @param {Map<string, unknown>} given
 * @param {string} key
 * @param {(value: unknown) => T} judge
 */
const optional = (given, key, judge) => (given.has(key) ? judge(given.get(key)) : undefined);

/** @param {unknown} value @param {string} place @param {RegExp} pattern */
function id(value, place, pattern) {
    const text = string(value, place, 60);
    if (pattern.test(text)) return text;
    throw new LessonError(place, "id", { given: shortened(text) });
}

/** The numbers that a text or a rule can speak of. @typedef {(name: Name, place: string) => import("./rule.js").Kind} Numbers */

/** Where there has been no run, there are none. @type {Numbers} */
const none = (name, place) => {
    throw new LessonError(place, "early", { given: textOf(name) });
};

class Judge {
    #known;
    #languages;

    /** @param {Known} known @param {readonly string[]} languages of the lesson */
    constructor(known, languages) {
        this.#known = known;
        this.#languages = languages;
    }

    /**
     * A text in just the lesson's languages.
     * @param {unknown} value
     * @param {string} place
     * @param {{most?: number, numbers?: Numbers, plain?: boolean, others?: readonly string[]}} [how]
     *     plain: without terms and numbers; others: keys beside the languages
     * @returns {Text}
     */
    text(value, place, { most = MOST_TEXT, numbers = none, plain = false, others = [] } = {}) {
        const { languages } = this.#known;
        const given = object(value, place, [...languages, ...others]);
        for (const language of languages)
            if (given.has(language) && !this.#languages.includes(language))
                throw new LessonError(within(place, language), "untitled");
        const pairs = this.#languages.map((language) => {
            const text = string(needed(given, language, place), within(place, language), most);
            if (!plain) this.#judgeText(text, within(place, language), numbers);
            return [language, text];
        });
        return Object.fromEntries(pairs);
    }

    /**
     * Code as it is: the same in all languages, or in each with its own comments.
     * @param {unknown} value @param {string} place @returns {Text}
     */
    #code(value, place) {
        if (typeof value !== "string")
            return this.text(value, place, { most: MOST_CODE, plain: true });
        const code = string(value, place, MOST_CODE);
        return Object.fromEntries(this.#languages.map((language) => [language, code]));
    }

    /** @param {string} text @param {string} place @param {Numbers} numbers */
    #judgeText(text, place, numbers) {
        if (hasStrayBrace(text)) throw new LessonError(place, "brace");
        for (const { inner, name } of gapsIn(text)) {
            if (!name) throw new LessonError(place, "gap", { given: shortened(inner) });
            if (numbers(name, place) === "truth")
                throw new LessonError(place, "truth", { given: textOf(name) });
        }
        for (const term of termsIn(text)) word(term, place, termIds, "term");
    }

    /** @param {unknown} value @param {string} place */
    parts(value, place) {
        const { parts } = this.#known;
        return list(value, place, { least: 1, most: parts.length }, (part, at) =>
            word(part, at, parts, "part"),
        );
    }

    /** @param {unknown} value @param {string} place @returns {Step[]} */
    steps(value, place) {
        /** @type {Step[]} */
        const steps = [];
        list(value, place, { least: 1, most: MOST_STEPS }, (step, at) => {
            steps.push(this.#step(step, at, steps));
        });
        return steps;
    }

    /**
     * @param {unknown} value
     * @param {string} place
     * @param {readonly Step[]} earlier
     * @returns {Step}
     */
    #step(value, place, earlier) {
        const given = object(value, place, STEP);
        /** @param {string} key */
        const at = (key) => within(place, key);
        const own = optional(given, "id", (text) => id(text, at("id"), /^[a-z][A-Za-z0-9]*$/));
        if (own === "before" || earlier.some((step) => step.id === own))
            throw new LessonError(at("id"), "twice", { given: own ?? "" });
        const epochs = this.#limitsOf("epochs");
        const set = this.settings(given.get("set") ?? {}, at("set"));
        this.#together(set, at("set"));
        /** @type {Step} */
        const step = {
            id: own ?? "",
            set,
            trained: given.has("trained")
                ? whole(given.get("trained"), at("trained"), 0, epochs.maximum)
                : 0,
            run: optional(given, "run", (run) => whole(run, at("run"), 1, epochs.maximum)),
            keep: this.#kept(given.get("keep") ?? [], at("keep"), earlier),
            parts: optional(given, "parts", (parts) => this.parts(parts, at("parts"))),
            view: this.#view(given.get("view") ?? {}, at("view")),
            allow: this.#allowed(given.get("allow") ?? [], at("allow")),
            choices: [],
            outcome: [],
            reply: {},
            notYet: [],
        };
        const all = [...earlier, step];
        // Of a network that is trained already, and not any further, all is known at once.
        const isWhole = step.trained > 0 && step.run === undefined && !given.has("task");
        const before = this.#numbers(earlier, all, isWhole);
        const after = this.#numbers(earlier, all, true);
        step.task = optional(given, "task", (task) => this.#task(task, at("task"), before));
        if (step.task) {
            const { goal } = /** @type {{goal: unknown}} */ (given.get("task"));
            step.task.goal = this.#rule(goal, `${at("task")}.goal`, after);
            const { withinEpochs = 1 } = step.task;
            if (step.run !== undefined && withinEpochs > step.run)
                whole(withinEpochs, `${at("task")}.withinEpochs`, 1, step.run);
        }
        const hasRun = step.run !== undefined || step.task !== undefined;
        step.say = optional(given, "say", (say) => this.text(say, at("say"), { numbers: before }));
        step.code = optional(given, "code", (code) => this.#code(code, at("code")));
        step.ask = optional(given, "ask", (ask) => this.text(ask, at("ask"), { numbers: before }));
        if (given.has("choices")) {
            if (!step.ask) throw new LessonError(at("ask"), "missing");
            if (step.run === undefined || step.task) throw new LessonError(at("ask"), "noRun");
            step.choices = this.#choices(given.get("choices"), at("choices"), before);
        } else if (step.ask) throw new LessonError(at("choices"), "missing");
        const letters = step.choices.map(({ letter }) => letter);
        if (given.has("outcome")) {
            if (!hasRun || step.task) throw new LessonError(at("outcome"), "noRun");
            step.outcome = this.#cases(given.get("outcome"), at("outcome"), after, letters);
        }
        if (given.has("reply")) {
            const reply = object(given.get("reply"), at("reply"), letters);
            step.reply = Object.fromEntries(
                [...reply].map(([letter, text]) => [
                    letter,
                    this.text(text, `${at("reply")}.${letter}`, { numbers: after }),
                ]),
            );
        }
        for (const key of ["notYet", "hint", "done", "solution"])
            if (given.has(key) && !step.task) throw new LessonError(at(key), "noTask");
        if (given.has("notYet"))
            step.notYet = this.#cases(given.get("notYet"), at("notYet"), after);
        step.hint = optional(given, "hint", (hint) =>
            this.text(hint, at("hint"), { numbers: before }),
        );
        step.done = optional(given, "done", (done) =>
            this.text(done, at("done"), { numbers: after }),
        );
        if (step.task && !step.done) throw new LessonError(at("done"), "missing");
        step.solution = optional(given, "solution", (solution) =>
            this.settings(solution, at("solution"), step.allow),
        );
        if (!step.say && !step.ask && !step.task) throw new LessonError(at("say"), "missing");
        return step;
    }

    /**
     * All but its goal, which may speak of what the task itself says.
     * @param {unknown} value
     * @param {string} place
     * @param {Numbers} numbers
     * @returns {import("./lesson.js").Task}
     */
    #task(value, place, numbers) {
        const others = ["goal", "withinEpochs"];
        const given = object(value, place, [...this.#known.languages, ...others]);
        needed(given, "goal", place);
        const { maximum } = this.#limitsOf("epochs");
        return {
            goal: /** @type {Rule} */ ({}),
            withinEpochs: optional(given, "withinEpochs", (epochs) =>
                whole(epochs, `${place}.withinEpochs`, 1, maximum),
            ),
            text: this.text(value, place, { numbers, others }),
        };
    }

    /** @param {unknown} value @param {string} place @param {Numbers} numbers */
    #choices(value, place, numbers) {
        const given = object(value, place, LETTERS);
        if (given.size < 2) throw new LessonError(place, "length", { least: 2, most: 6 });
        return [...given].map(([letter, text]) => ({
            letter,
            text: this.text(text, within(place, letter), { most: 200, numbers }),
        }));
    }

    /**
     * @param {unknown} value
     * @param {string} place
     * @param {Numbers} numbers
     * @param {readonly string[]} [letters] that an outcome can fit
     */
    #cases(value, place, numbers, letters) {
        const others = letters ? ["if", "fits"] : ["if"];
        return list(value, place, { least: 1, most: MOST_CASES }, (item, at) => {
            const given = object(item, at, [...this.#known.languages, ...others]);
            return {
                rule: optional(given, "if", (rule) => this.#rule(rule, `${at}.if`, numbers)),
                fits: optional(given, "fits", (fits) => word(fits, `${at}.fits`, letters ?? [])),
                text: this.text(item, at, { numbers, others }),
            };
        });
    }

    /** @param {unknown} value @param {string} place @param {Numbers} numbers */
    #rule(value, place, numbers) {
        if (typeof value !== "string") throw new LessonError(place, "string");
        return readRule(value, place, (name) => numbers(name, place));
    }

    /**
     * Some settings, each by the core's own limits; among all of them points of the lesson's own.
     * @param {unknown} value
     * @param {string} place
     * @param {readonly string[]} [names] that can be set; all if left out
     * @returns {Changes}
     */
    settings(value, place, names) {
        const { settings, defaults, limits } = this.#known.info;
        const given = object(value, place);
        const pairs = [...given].flatMap(([name, own]) => {
            if (name === "data" && !names) {
                const data = judgePoints(own, within(place, name), limits.classes);
                return [
                    ["dataset", "given"],
                    ["data", data],
                ];
            }
            const known = names ?? Object.keys(defaults);
            if (!known.includes(name)) throw unknownWord(place, "setting", shortened(name), known);
            const setting = settings.find((candidate) => candidate.name === name);
            const at = within(place, name);
            return [[name, setting ? this.#scalar(own, at, setting) : this.#layers(own, at)]];
        });
        return Object.fromEntries(pairs);
    }

    /** Whether they fit together. @param {Changes} set @param {string} place */
    #together(set, place) {
        if (set.dataset === "given" && !set.data)
            throw new LessonError(within(place, "data"), "missing");
        const settings = { ...this.#known.info.defaults, ...set };
        const found = misfit(settings);
        if (!found) return;
        const { name, code } = found;
        const given = String(settings[name]);
        throw new SettingError(place, name, shortened(given), { code, message: "" });
    }

    /**
     * @param {unknown} value
     * @param {string} place
     * @param {Info["settings"][number]} setting
     * @returns {unknown}
     */
    #scalar(value, place, setting) {
        const { name, kind, minimum, maximum, choices, code } = setting;
        if (name === "points" && Array.isArray(value)) {
            const most = this.#known.info.limits.classes;
            return list(value, place, { least: 2, most }, (count, at) =>
                this.#scalar(typeof count === "number" ? count : Number.NaN, at, setting),
            );
        }
        const isNumber = typeof value === "number" && value >= minimum && value <= maximum;
        const fits = {
            boolean: typeof value === "boolean",
            choice: typeof value === "string" && choices.includes(value),
            integer: isNumber && Number.isInteger(value),
            number: isNumber,
            set:
                Array.isArray(value) &&
                value.length > 0 &&
                value.every((word) => choices.includes(word)),
        };
        if (fits[kind]) return value;
        const given = kind === "choice" && typeof value === "string" ? value : written(value);
        throw new SettingError(place, name, shortened(given), { code, message: "" });
    }

    /** @param {unknown} value @param {string} place */
    #layers(value, place) {
        const { limits, settings } = this.#known.info;
        const activations = settings.find(({ name }) => name === "activation")?.choices ?? [];
        /** @type {{most: number}} */
        const size = { most: limits.hiddenLayers };
        return list(value, place, size, (layer, at) => {
            if (typeof layer === "number") return whole(layer, at, 1, limits.units);
            const given = object(layer, at, ["units", "activation"]);
            return {
                units: whole(needed(given, "units", at), `${at}.units`, 1, limits.units),
                activation: word(needed(given, "activation", at), `${at}.activation`, activations),
            };
        });
    }

    /** @param {string} name */
    #limitsOf(name) {
        const { minimum = 0, maximum = 0 } =
            this.#known.info.settings.find((setting) => setting.name === name) ?? {};
        return { minimum, maximum };
    }

    /** @param {unknown} value @param {string} place @returns {(keyof Settings)[]} */
    #allowed(value, place) {
        const names = /** @type {(keyof Settings)[]} */ (Object.keys(this.#known.info.defaults));
        return list(value, place, { most: 8 }, (name, at) => word(name, at, names, "setting"));
    }

    /** @param {unknown} value @param {string} place @returns {View} */
    #view(value, place) {
        const given = object(value, place, ["map", "report", "samples", "units"]);
        return {
            map: optional(given, "map", (map) => {
                const text = string(map, `${place}.map`, 40);
                if (this.#known.isView(text)) return text;
                throw new LessonError(`${place}.map`, "view", { given: text });
            }),
            report: optional(given, "report", (side) =>
                word(side, `${place}.report`, /** @type {const} */ (["training", "validation"])),
            ),
            samples: optional(given, "samples", (samples) =>
                word(samples, `${place}.samples`, /** @type {const} */ (["shown", "hidden"])),
            ),
            units: optional(given, "units", (layer) =>
                whole(layer, `${place}.units`, 1, this.#known.info.limits.hiddenLayers),
            ),
        };
    }

    /** An earlier step with a run of its own. @param {unknown} value @param {string} place @param {readonly Step[]} earlier */
    #ran(value, place, earlier) {
        const ran = earlier.filter(({ id, run, task }) => id && run !== undefined && !task);
        return word(
            value,
            place,
            ran.map(({ id }) => id),
            "step",
        );
    }

    /**
     * One earlier step, or several.
     * @param {unknown} value
     * @param {string} place
     * @param {readonly Step[]} earlier
     */
    #kept(value, place, earlier) {
        if (!Array.isArray(value)) return [this.#ran(value, place, earlier)];
        return list(value, place, { most: MOST_KEPT }, (one, at) => this.#ran(one, at, earlier));
    }

    /**
     * The numbers that texts and rules of a step know.
     * @param {readonly Step[]} earlier
     * @param {readonly Step[]} all the same, and the step
     * @param {boolean} hasRun whether its own run is over
     * @returns {Numbers}
     */
    #numbers(earlier, all, hasRun) {
        const { info } = this.#known;
        return (name, place) => {
            const step = this.#stepOf(name, place, earlier, all);
            const given = textOf(name);
            const known = knownNumber(name.name, info.settings);
            if (!known) {
                const numbers = info.settings.filter(({ choices }) => choices.length === 0);
                const names = [...ownNames, ...numbers.map((setting) => setting.name)];
                throw unknownWord(place, "number", name.name, names);
            }
            // What is set is known from the beginning.
            if (!hasRun && name.scope === "" && known.form !== "setting")
                throw new LessonError(place, "early", { given });
            this.#judgeAt(name, place, step, known);
            return known.kind ?? "number";
        };
    }

    /** @param {Name} name @param {string} place @param {Step} step @param {import("./numbers.js").Known} known */
    #judgeAt(name, place, step, known) {
        const settings = { ...this.#known.info.defaults, ...step.set };
        const given = textOf(name);
        const isFree = (/** @type {keyof Settings} */ setting) => step.allow.includes(setting);
        if (known.aside && settings.validationSplit === 0 && !isFree("validationSplit"))
            throw new LessonError(place, "aside", { given });
        if (name.at === undefined) {
            if (known.at === "class") throw new LessonError(place, "ofClass", { given });
            return;
        }
        if (known.at === undefined) throw new LessonError(place, "at", { given });
        const least = known.at === "class" ? 0 : 1;
        const isOpen =
            known.at === "class"
                ? isFree("classes")
                : step.run === undefined && !step.task?.withinEpochs;
        const { maximum } = this.#limitsOf(known.at === "class" ? "classes" : "epochs");
        const last =
            known.at === "class"
                ? (step.set.data?.classes ?? classesOf(settings)) - 1
                : lastEpoch(step, settings);
        const most = isOpen ? maximum : last;
        if (name.at < least || name.at > most)
            throw new LessonError(place, "range", { given, least, most });
    }

    /**
     * The step that a name is about.
     * @param {Name} name @param {string} place
     * @param {readonly Step[]} earlier @param {readonly Step[]} all
     */
    #stepOf({ scope }, place, earlier, all) {
        if (scope === "") return all[all.length - 1];
        if (scope === "before") {
            const before = stepBefore(all, earlier.length);
            if (before) return before;
            throw new LessonError(place, "before");
        }
        const id = this.#ran(scope, place, earlier);
        return /** @type {Step} */ (earlier.find((step) => step.id === id));
    }
}

/** A value as it stands in the lesson. @param {unknown} value */
function written(value) {
    if (typeof value === "string") return `"${value}"`; // so that "1" is not taken for 1
    if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}";
    return String(value);
}
