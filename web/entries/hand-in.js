/**
 * The page on which a teacher checks what a class handed in: paste the links, and each run is
 * trained again in this page's own workers.
 */

import { ClassCheck } from "../element/class-check.js";
import { aboutFault } from "../element/complaints.js";
import { lessonText } from "../element/lesson-source.js";
import { EngineClient } from "../run/engine-client.js";
import { openHere, openWorker } from "../run/engine-connections.js";
import { linesOf } from "../shared/claim.js";
import { csvOf } from "../shared/csv.js";
import { claimReasons, taskValues } from "../texts/explain-claim.js";
import { handIn, languageOf, languages } from "../texts/languages.js";
import { Localizer } from "../texts/localizer.js";
import { settingWords } from "../texts/setting-words.js";
import { Choice } from "../ui/choice.js";
import { copyText } from "../ui/clipboard.js";
import { h, setText } from "../ui/dom.js";
import { BLANK, ClassTable } from "../views/class-table.js";

/** @typedef {typeof import("../texts/en/index.js").handIn} Texts */
/** @typedef {keyof Texts} Key */
/** @typedef {import("../element/claims.js").Checked} Checked */
/** @typedef {import("../shared/claim.js").Line} Line */
/** @typedef {import("../shared/protocol.js").Info} Info */
/** @typedef {import("../views/class-table.js").Row} Row */

const MOST_LINES = 200;
const MOST_ENGINES = 4;
const LIMIT_MS = 60_000; // for one link: the largest lesson takes a few seconds
const COLUMNS = /** @type {const} */ ([
    ...["line", "name", "task", "settings", "epochs", "claimed", "found", "result"],
]);

const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
/** This page's texts. @type {Localizer<Texts>} */
const localizer = new Localizer(languageOf(asked ?? navigator.language), handIn);
const t = localizer.t.bind(localizer);
/** The lab's. */
const words = new Localizer(localizer.language);

/** @type {Line[]} */ let lines = [];
/** By the lines' indices. @type {(Checked | undefined)[]} */ let results = [];
/** @type {Info | undefined} */ let info;
/** @type {ClassCheck | undefined} */ let check;
/** What is said of it all. @type {() => string} */ let sentence = () => "";

const table = new ClassTable();
const text = h("textarea", { id: "links", rows: 8, spellcheck: "false", autocomplete: "off" });
const start = h("button", { type: "button", class: "primary" });
const cancel = h("button", { type: "button", disabled: true });
const copy = h("button", { type: "button" });
const bar = h("progress", { max: 1, value: 0 });
const said = h("p", { role: "status" });
const out = h("section", { hidden: true }, h("div", { class: "scroll" }, table.element), copy);

/** @returns {EngineClient} */
function open() {
    const wish = {};
    const first = { trainer: "main", settings: {}, link: { fragment: "", choices: {} }, wish };
    const client = new EngineClient(first, { openHere, openWorker });
    client.opened.then(
        (opened) => {
            info = opened.info;
        },
        () => {},
    );
    return client;
}

/** @param {number} index @returns {Row} */
function rowOf(index) {
    const { line, name, fragment } = lines[index];
    const checked = results[index];
    const first = [String(line), name || BLANK];
    const rest = [BLANK, BLANK, BLANK, BLANK, BLANK];
    if (fragment === undefined) return { kind: "fault", cells: [...first, ...rest, t("noLink")] };
    if (!checked || !info) return { kind: "waits", cells: [...first, ...rest, t("waits")] };
    const { settings, claim, fault, found, verdict } = checked;
    if (fault && fault.kind === "unread")
        return {
            kind: "fault",
            cells: [...first, ...rest, aboutFault(words, localizer, info, fault)],
        };
    const differing = settingWords(words, settings, info.defaults).join(", ") || t("tutorial");
    const claimed = claim.accuracy || BLANK;
    if (fault || !found || !verdict) {
        const reason = fault ? aboutFault(words, localizer, info, fault) : "";
        const cells = [...first, BLANK, differing, BLANK, claimed, BLANK, reason];
        return { kind: "fault", cells };
    }
    const { epoch, step, stepsPerEpoch } = found.progress;
    const epochs = step > 0 ? `${epoch} + ${step}/${stepsPerEpoch}` : String(epoch);
    const accuracy = Number.isNaN(found.accuracy) ? BLANK : found.accuracy.toFixed(4);
    const task = verdict.task ? t("task.short", taskValues(words, verdict.task)) : BLANK;
    const reasons = claimReasons(words, claim, found.accuracy, verdict);
    const all = [t(verdict.holds ? "holds" : "fails"), ...reasons];
    const result = all.reduce((a, b) => words.t("sentences", { first: a, second: b }));
    return {
        kind: verdict.holds ? "holds" : "fails",
        cells: [...first, task, differing, epochs, claimed, accuracy, result],
    };
}

function showRows() {
    table.name(COLUMNS.map((column) => t(column)));
    for (const index of lines.keys()) table.show(index, rowOf(index));
}

function summary() {
    const kinds = [...lines.keys()].map((index) => rowOf(index).kind);
    const count = (/** @type {string} */ kind) => kinds.filter((own) => own === kind).length;
    const [holds, fails] = [count("holds"), count("fails")];
    return t("summary", { holds, fails, faults: lines.length - holds - fails });
}

/** @param {() => string} now */
function say(now) {
    sentence = now;
    setText(said, now());
}

/** @param {boolean} isOn */
function showChecking(isOn) {
    start.disabled = isOn;
    text.readOnly = isOn;
    cancel.disabled = !isOn;
    bar.hidden = !isOn;
    copy.disabled = isOn;
}

async function begin() {
    const given = linesOf(text.value);
    if (given.every(({ fragment }) => fragment === undefined)) {
        out.hidden = true;
        say(() => t("empty"));
        text.focus();
        return;
    }
    lines = given.slice(0, MOST_LINES);
    results = lines.map(() => undefined);
    table.clear(lines.length);
    showRows();
    out.hidden = false;
    showChecking(true);
    const engines = Math.min(MOST_ENGINES, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
    const host = { open, lessonText, engines, limitMs: LIMIT_MS, now: () => performance.now() };
    const own = new ClassCheck(host, {
        result: (index, checked) => {
            results[index] = checked;
            table.show(index, rowOf(index));
            const done = results.filter((result) => result !== undefined).length;
            say(() => t("progress", { done, all: lines.length }));
        },
        progress: (share) => {
            bar.value = share;
        },
    });
    check = own;
    try {
        await own.run(lines);
        const isCancelled = check !== own;
        const more = given.length > MOST_LINES ? () => t("many", { most: MOST_LINES }) : undefined;
        const all = [isCancelled ? () => t("cancelled") : undefined, summary, more];
        say(() => all.flatMap((one) => (one ? [one()] : [])).join(" "));
    } catch (error) {
        const { message } = /** @type {Error} */ (error);
        say(() => t("broken", { message }));
    }
    check = undefined;
    showChecking(false);
}

function build() {
    const language = new Choice(
        languages.map(({ tag, name }) => ({ value: tag, label: h("span", { lang: tag }, name) })),
        (value) => {
            words.change(languageOf(value));
            localizer.change(languageOf(value));
        },
    );
    start.addEventListener("click", begin);
    cancel.addEventListener("click", () => {
        const running = check;
        check = undefined;
        running?.cancel();
    });
    copy.addEventListener("click", async () => {
        const rows = [...lines.keys()].map((index) => rowOf(index).cells);
        const csv = csvOf([COLUMNS.map((column) => t(column)), ...rows]);
        const isCopied = await copyText(csv, document.body);
        say(() => t(isCopied ? "copied" : "copy.failed"));
    });
    const [title, intro, local] = [h("h1"), h("p"), h("p")];
    const back = h("a", { href: "lessons.html" });
    const label = h("label", { for: "links" });
    const acts = h("div", { class: "acts" }, start, cancel, bar);
    document
        .querySelector("main")
        ?.append(
            h("header", {}, language.element, title, intro, local, back),
            ...[label, text, acts, said, out],
        );
    showChecking(false);
    localizer.bind(() => {
        document.documentElement.lang = localizer.language;
        document.title = t("title");
        setText(title, t("title"));
        setText(intro, t("intro"));
        setText(local, t("local"));
        setText(back, t("back"));
        setText(label, t("paste"));
        text.placeholder = t("example");
        setText(start, t("check"));
        setText(cancel, t("cancel"));
        setText(copy, t("copy"));
        setText(table.caption, t("table"));
        bar.setAttribute("aria-label", t("check"));
        language.element.setAttribute("aria-label", t("lang"));
        language.show(localizer.language);
        showRows();
        say(sentence);
    });
}

build();
