/**
 * Rules on the numbers of a run, as lessons have them: "accuracy >= 0.9 && loss < before.loss".
 * They are read into a tree, whose names are judged then; nothing in them is ever run as a program.
 *
 *     either     = both { "||" both }
 *     both       = denial { "&&" denial }
 *     denial     = "!" denial | comparison
 *     comparison = sum [ ("<" | "<=" | ">" | ">=" | "==" | "!=") sum ]
 *     sum        = product { ("+" | "-") product }
 *     product    = sign { ("*" | "/") sign }
 *     sign       = "-" sign | number | name | "(" either ")"
 */

import { LessonError } from "./lesson-error.js";

/** @typedef {"number" | "truth"} Kind */
/**
 * The name of a number: of the step itself, of an earlier one (scope), at an epoch or of a class.
 * @typedef {{scope: string, name: string, at?: number}} Name
 */
/**
 * @typedef {{kind: Kind, value: number} | {kind: Kind, name: Name} |
 *     {kind: Kind, operator: string, operands: Rule[]}} Rule
 */
/** Judges a name: its kind, or it throws a LessonError. @typedef {(name: Name) => Kind} Judge */
/** Gives the number of that name; nothing where there is none. @typedef {(name: Name) => number | undefined} Look */

const LONGEST = 300; // characters
const DEEPEST = 20; // parentheses and signs within each other

const NAME = /^(?:([a-zA-Z]\w*)\.)?([a-zA-Z]\w*)(?:@(\d{1,6}))?$/;
const TOKEN =
    /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w.])|((?:[a-zA-Z]\w*\.)?[a-zA-Z]\w*(?:@\d{1,6})?)(?![\w.@])|(\|\||&&|<=|>=|==|!=|[-+*/<>!()]))/y;

/** @param {string} text @returns {Name | undefined} nothing if it cannot be a name */
export function nameOf(text) {
    const found = NAME.exec(text);
    if (!found) return undefined;
    const [, scope = "", name, at] = found;
    return { scope, name, at: at === undefined ? undefined : Number(at) };
}

/** @param {Name} name */
export const textOf = ({ scope, name, at }) =>
    `${scope && `${scope}.`}${name}${at === undefined ? "" : `@${at}`}`;

/**
 * Throws a LessonError for what is no rule.
 * @param {string} text
 * @param {string} place of the rule in its lesson
 * @param {Judge} judge
 * @returns {Rule} of the kind "truth"
 */
export function readRule(text, place, judge) {
    if (text.length > LONGEST) throw new LessonError(place, "ruleLong", { maximum: LONGEST });
    const reader = new Reader(text, place, judge);
    return reader.read();
}

/**
 * Whether a rule holds. One that needs a number which is not there, or is NaN, does not.
 * @param {Rule} rule
 * @param {Look} look
 */
export function holds(rule, look) {
    try {
        return evaluate(rule, look) === true;
    } catch (error) {
        if (error instanceof Missing) return false;
        throw error;
    }
}

/** The names in a rule. @param {Rule} rule @returns {Name[]} */
export function namesIn(rule) {
    if ("name" in rule) return [rule.name];
    return "operands" in rule ? rule.operands.flatMap(namesIn) : [];
}

class Missing extends Error {}

/** @param {Rule} rule @param {Look} look @returns {number | boolean} */
function evaluate(rule, look) {
    if ("value" in rule) return rule.value;
    if ("name" in rule) {
        const value = look(rule.name);
        if (value === undefined || Number.isNaN(value)) throw new Missing();
        return rule.kind === "truth" ? value !== 0 : value;
    }
    const { operator, operands } = rule;
    const [first, second] = operands;
    const a = evaluate(first, look);
    if (operator === "!") return !a;
    if (operator === "&&") return a === true && evaluate(second, look);
    if (operator === "||") return a === true || evaluate(second, look);
    if (operands.length === 1) return -a;
    return combine(operator, Number(a), Number(evaluate(second, look)));
}

/** @param {string} operator @param {number} a @param {number} b @returns {number | boolean} */
function combine(operator, a, b) {
    switch (operator) {
        case "+":
            return known(a + b);
        case "-":
            return known(a - b);
        case "*":
            return known(a * b);
        case "/":
            return known(a / b);
        case "<":
            return a < b;
        case "<=":
            return a <= b;
        case ">":
            return a > b;
        case ">=":
            return a >= b;
        case "==":
            return a === b;
        default:
            return a !== b;
    }
}

/** @param {number} value */
function known(value) {
    if (Number.isNaN(value)) throw new Missing(); // as 0 / 0
    return value;
}

const COMPARISONS = ["<", "<=", ">", ">=", "==", "!="];

class Reader {
    #text;
    #place;
    #judge;
    /** Where the next token begins. */
    #at = 0;
    /** @type {{number?: string, name?: string, sign?: string} | undefined} */ #next;
    #depth = 0;

    /** @param {string} text @param {string} place @param {Judge} judge */
    constructor(text, place, judge) {
        this.#text = text;
        this.#place = place;
        this.#judge = judge;
        this.#advance();
    }

    read() {
        if (!this.#next) throw this.#error("ruleEmpty");
        const rule = this.#either();
        if (this.#next) throw this.#unexpected();
        return this.#must(rule, "truth");
    }

    /** @returns {Rule} */
    #either() {
        return this.#chain(["||"], "truth", () => this.#both());
    }

    /** @returns {Rule} */
    #both() {
        return this.#chain(["&&"], "truth", () => this.#denial());
    }

    /** @returns {Rule} */
    #denial() {
        if (!this.#takes("!")) return this.#comparison();
        return this.#within(() => {
            const operand = this.#must(this.#denial(), "truth");
            return { kind: "truth", operator: "!", operands: [operand] };
        });
    }

    /** @returns {Rule} */
    #comparison() {
        const left = this.#sum();
        const operator = COMPARISONS.find((sign) => this.#takes(sign));
        if (!operator) return left;
        const operands = [this.#must(left, "number"), this.#must(this.#sum(), "number")];
        if (COMPARISONS.includes(this.#next?.sign ?? "")) throw this.#error("ruleChain");
        return { kind: "truth", operator, operands };
    }

    /** @returns {Rule} */
    #sum() {
        return this.#chain(["+", "-"], "number", () => this.#product());
    }

    /** @returns {Rule} */
    #product() {
        return this.#chain(["*", "/"], "number", () => this.#sign());
    }

    /** @returns {Rule} */
    #sign() {
        if (this.#takes("-")) {
            return this.#within(() => {
                const operand = this.#must(this.#sign(), "number");
                return { kind: "number", operator: "-", operands: [operand] };
            });
        }
        if (this.#takes("(")) {
            return this.#within(() => {
                const rule = this.#either();
                if (!this.#takes(")")) throw this.#unexpected();
                return rule;
            });
        }
        const { number, name } = this.#next ?? {};
        if (number === undefined && name === undefined) throw this.#unexpected();
        this.#advance();
        if (number !== undefined) return { kind: "number", value: Number(number) };
        const found = /** @type {Name} */ (nameOf(String(name)));
        return { kind: this.#judge(found), name: found };
    }

    /**
     * What is joined by such operators, from the left to the right.
     * @param {string[]} operators
     * @param {Kind} kind of all of it
     * @param {() => Rule} part
     * @returns {Rule}
     */
    #chain(operators, kind, part) {
        let rule = part();
        for (;;) {
            const operator = operators.find((sign) => this.#takes(sign));
            if (!operator) return rule;
            const operands = [this.#must(rule, kind), this.#must(part(), kind)];
            rule = { kind, operator, operands };
        }
    }

    /** @param {Rule} rule @param {Kind} kind */
    #must(rule, kind) {
        if (rule.kind === kind) return rule;
        throw this.#error(kind === "truth" ? "ruleTruth" : "ruleNumber");
    }

    /** @param {() => Rule} read */
    #within(read) {
        if (++this.#depth > DEEPEST) throw this.#error("ruleDeep", { maximum: DEEPEST });
        const rule = read();
        this.#depth--;
        return rule;
    }

    /** Whether the next token is this sign, which is then taken. @param {string} sign */
    #takes(sign) {
        if (this.#next?.sign !== sign) return false;
        this.#advance();
        return true;
    }

    #advance() {
        TOKEN.lastIndex = this.#at;
        const found = TOKEN.exec(this.#text);
        if (found) {
            this.#at = TOKEN.lastIndex;
            const [, number, name, sign] = found;
            this.#next = { number, name, sign };
            return;
        }
        this.#next = undefined;
        const rest = this.#text.slice(this.#at).trim();
        if (rest === "") return;
        if (/^=[^=]?/.test(rest)) throw this.#error("ruleEqual");
        throw this.#error("ruleSign", { text: rest.slice(0, 20) });
    }

    #unexpected() {
        const { number, name, sign } = this.#next ?? {};
        const text = number ?? name ?? sign;
        return text === undefined
            ? this.#error("ruleEnd")
            : this.#error("ruleUnexpected", { text });
    }

    /**
     * @param {import("./lesson-error.js").Reason} reason
     * @param {Record<string, string | number>} [values]
     */
    #error(reason, values) {
        return new LessonError(this.#place, reason, values);
    }
}
