/** The glossary: how a learner opens it, finds a term, and is led to where the term is seen. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { terms } from "../../web/lessons/glossary.js";
import { languages } from "../../web/texts/languages.js";
import { tooWide } from "./layout.mjs";
import {
    call,
    click,
    drawn,
    eventually,
    find,
    openPage,
    pageWith,
    startBrowser,
    textOf,
    until,
    viewports,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {import("../../web/lessons/glossary.js").Place} Place */

const PHONE = viewports[viewports.length - 1];

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({
        "/part.html": {
            html: pageWith('<spiral-lab parts="header,map,report,dropout"></spiral-lab>'),
        },
    });
});
after(() => started.close());

/** Opens it through Help, as somebody who looks for it would. @param {Page} page */
async function openGlossary(page) {
    await click(page, ".help-button");
    await click(page, ".to-glossary");
    await find(page, "dialog[open].glossary");
}

/** @param {Page} page @param {string} id */
const show = (page, id) =>
    page.evaluate((id) => {
        const button = shadow().querySelector(`.glossary button[value="${id}"]`);
        /** @type {HTMLElement} */ (button).click();
    }, id);

/**
 * What is pointed out: whether it is the place or contains it, is in view, and has the focus.
 * @param {Page} page
 * @param {string} selector of the place
 */
const pointedOut = (page, selector) =>
    page.evaluate((selector) => {
        const root = shadow();
        const targets = /** @type {NodeListOf<HTMLElement>} */ (
            root.querySelectorAll(".pointed-out")
        );
        const [target] = targets;
        const { top, bottom, left, right, height } = target.getBoundingClientRect();
        const isWhole = top >= -1 && bottom <= innerHeight + 1;
        const isTall = height > innerHeight && Math.abs(top) < 2;
        return {
            count: targets.length,
            isPlace: target.matches(selector) || target.querySelector(selector) !== null,
            isSeen: height > 0 && left >= -1 && right <= innerWidth + 1 && (isWhole || isTall),
            isFocused: target === root.activeElement || target.contains(root.activeElement),
            isOpen: root.querySelector("dialog[open]") !== null,
        };
    }, selector);

const SEEN = { count: 1, isPlace: true, isSeen: true, isFocused: true, isOpen: false };

/** @param {Place} place */
function selectorOf(place) {
    /** @type {Partial<Record<Place, string>>} */
    const selectors = {
        map: ".map",
        pointer: ".pointer",
        neurons: ".neurons",
        "neurons.lines": ".neurons label:has([name=lines])",
        "curves.loss": ".curve:has(.log)",
        "curves.accuracy": ".curve:not(:has(.log))",
        report: ".report-panel",
        matrix: ".matrix-panel",
        "transport.batch": "button.batch",
        settings: "[data-group=training]",
        "settings.layerTable": ".layer-table",
    };
    return selectors[place] ?? `.field [name=${place.split(".")[1]}]`;
}

for (const viewport of [viewports[0], PHONE])
    test(`every term leads to its place, at ${viewport.width} x ${viewport.height}`, async () => {
        const { page, problems } = await openPage(started, { viewport });
        await until(page, 'shadow().querySelector(".judgement canvas")');
        for (const { id, place } of terms) {
            await openGlossary(page);
            await show(page, id);
            assert.deepEqual(await pointedOut(page, selectorOf(place)), SEEN, id);
        }
        assert.deepEqual(problems, []);
        await page.close();
    });

test("a setting without effect leads to its group, and open units make room", async () => {
    const { page } = await openPage(started);
    await call(page, "configure", { layers: [] });
    await openGlossary(page);
    await show(page, "dropout");
    const group = "details[data-group=regularization][open]";
    assert.deepEqual(await pointedOut(page, group), SEEN);
    await openGlossary(page);
    await show(page, "deadNeuron");
    assert.deepEqual(await pointedOut(page, ".neurons"), SEEN);
    assert.equal(await page.evaluate(() => shadow().querySelectorAll(".inside").length), 1);
    await openGlossary(page);
    await show(page, "precision");
    assert.deepEqual(await pointedOut(page, ".report-panel"), SEEN);
    await page.close();
});

test("what the lab leaves out is explained, but offers no way there", async () => {
    const { page } = await openPage(started, { path: "/part.html" });
    await openGlossary(page);
    const hidden = await page.evaluate(() => {
        const buttons = shadow().querySelectorAll(".glossary .show button");
        return [...buttons].flatMap((b) => (b.checkVisibility() ? [] : [b.getAttribute("value")]));
    });
    const seen = ["map", "report", "settings.dropout"];
    const others = terms.filter(({ place }) => !seen.includes(place));
    assert.deepEqual(
        hidden,
        others.map(({ id }) => id),
    );
    await show(page, "dropout");
    assert.deepEqual(await pointedOut(page, selectorOf("settings.dropout")), SEEN);
    await page.close();
});

test("the search finds terms by their name in either language, else by their text", async () => {
    for (const language of ["en-US", "zh-TW"]) {
        const { page } = await openPage(started, { language });
        await openGlossary(page);
        const height = () =>
            page.evaluate(() => shadow().querySelector("dialog[open]")?.clientHeight);
        const before = await height();
        /** @param {string} text */
        const found = async (text) => {
            await page.evaluate(() => {
                /** @type {HTMLInputElement} */ (shadow().querySelector("[name=search]")).select();
            });
            await page.keyboard.type(text);
            return page.evaluate(() => {
                const buttons = shadow().querySelectorAll(".glossary .show button");
                const seen = [...buttons].filter((button) => button.checkVisibility());
                return seen.map((button) => button.getAttribute("value"));
            });
        };
        assert.deepEqual(await found("過度"), ["overfitting"]);
        assert.deepEqual(await found("Over-fit"), ["overfitting"]);
        assert.deepEqual(await found("learning rate"), ["learningRate"]);
        assert.deepEqual(await found("ｙ＿ｃａｔ"), ["oneHot"]);
        assert.deepEqual(await found("過擬合"), ["overfitting"], "it stands in the text only");
        assert.deepEqual(await found("qqq"), []);
        assert.match(await textOf(page, ".found"), /qqq/);
        const headings = await page.evaluate(() => {
            const all = [...shadow().querySelectorAll(".glossary section :is(h3, h4)")];
            return all.filter((heading) => heading.checkVisibility()).length;
        });
        assert.equal(headings, 0, "no heading without a term");
        assert.equal(await height(), before, "the dialog stays as it is");
        await page.close();
    }
});

test("the glossary can be used by keyboard alone", async () => {
    const { page } = await openPage(started);
    /** @param {() => Promise<boolean>} there */
    const tabUntil = async (there) => {
        for (let presses = 0; presses < 10 && !(await there()); presses++)
            await page.keyboard.press("Tab");
        assert.ok(await there());
    };
    /** @param {string} selector */
    const isAt = (selector) => () =>
        page.evaluate((selector) => shadow().activeElement?.matches(selector) ?? false, selector);
    await page.keyboard.press("Tab");
    await page.keyboard.press("?");
    await tabUntil(isAt(".to-glossary"));
    await page.keyboard.press("Enter");
    await find(page, "dialog[open].glossary");
    assert.ok(await isAt("[name=search]")(), "one can type at once");
    await page.keyboard.type("dropout");
    await tabUntil(isAt("button[value=dropout]"));
    await page.keyboard.press("Enter");
    assert.ok(await isAt("input[name=dropout]")());
    await page.keyboard.press("ArrowUp");
    await until(page, "lab.settings.dropout > 0");
    await page.close();
});

test("a term on the page opens the glossary at that term", async () => {
    const { page } = await openPage(started);
    for (const [selector, id] of [
        [".report-panel .term:nth-of-type(2)", "recall"],
        [".pointer thead .term", "logit"],
    ]) {
        await click(page, selector);
        await find(page, "dialog[open].glossary");
        const entry = `.entry:has(button[value=${id}])`;
        const { isPlace, isSeen, isFocused } = await pointedOut(page, entry);
        assert.ok(isPlace && isSeen && isFocused, id);
        const inList = await page.evaluate((entry) => {
            const box = (/** @type {string} */ selector) =>
                /** @type {Element} */ (shadow().querySelector(selector)).getBoundingClientRect();
            const [own, list] = [box(entry), box(".glossary .terms")];
            return own.top >= list.top && own.bottom <= list.bottom;
        }, entry);
        assert.ok(inList, id);
        await page.keyboard.press("Escape");
    }
    await page.close();
});

test("a term of a lesson opens the glossary there, and the learner comes back to it", async () => {
    const { page } = await openPage(started, { path: "/#lesson=batch-size" });
    await find(page, ".rail .term");
    const named = await page.evaluate(() => {
        const buttons = shadow().querySelectorAll(".rail .term");
        return [...buttons].flatMap((b) => (b.checkVisibility() ? [b.textContent ?? ""] : []));
    });
    assert.ok(named.includes("Iteration (step)"), `${named}`);
    const nth = named.indexOf("Iteration (step)");
    await page.evaluate((nth) => {
        const buttons = [...shadow().querySelectorAll(".rail .term")];
        const button = buttons.filter((b) => b.checkVisibility())[nth];
        /** @type {HTMLElement} */ (button).focus();
    }, nth);
    await page.keyboard.press("Enter");
    await find(page, "dialog[open].glossary");
    const { isSeen } = await pointedOut(page, ".entry:has(button[value=iteration])");
    assert.ok(isSeen);
    await page.keyboard.press("Escape");
    const back = await page.evaluate(() => shadow().activeElement?.textContent);
    assert.equal(back, "Iteration (step)");
    await page.close();
});

/**
 * Keeps the glossary's script from the page. What it gives waits for the next request for that.
 * @param {Page} page
 */
async function withhold(page) {
    await page.setRequestInterception(true);
    /** @type {import("puppeteer-core").HTTPRequest | undefined} */
    let asked;
    page.on("request", (request) => {
        if (request.url().endsWith("/spiral-lab-glossary.js")) asked = request;
        else request.continue();
    });
    return async () => {
        await eventually(() => asked);
        const request = asked;
        assert.ok(request, "the script was asked for");
        asked = undefined;
        return request;
    };
}

test("without its script, the page says what is missing, in either language", async () => {
    const { page } = await openPage(started, { path: "/#lang=en" });
    const asked = await withhold(page);
    await click(page, ".help-button");
    await click(page, ".to-glossary");
    await (await asked()).abort();
    await find(page, ".notice p");
    const names = /spiral-lab-glossary\.js .*spiral-lab\.js/;
    const english = await textOf(page, ".notice p");
    assert.match(english, names);
    assert.match(english, /^The glossary cannot be shown here: /);
    await click(page, '.header button[value="zh-Hant"]');
    const chinese = await textOf(page, ".notice p");
    assert.match(chinese, names);
    assert.match(chinese, /^這裡不能顯示名詞解釋：/);

    // Some servers answer with a page where there is no such file.
    await click(page, ".notice .close");
    await click(page, ".report-panel .term");
    await (await asked()).respond({ contentType: "text/html", body: "<p>Not found</p>" });
    await find(page, ".notice p");
    assert.equal(await textOf(page, ".notice p"), chinese);
    await page.close();
});

test("a glossary that comes late does not cover what was opened meanwhile", async () => {
    const { page } = await openPage(started);
    const asked = await withhold(page);
    await click(page, ".report-panel .term");
    const request = await asked();
    await click(page, ".share-button");
    await request.continue();
    const left = 'Symbol.for("spiral-lab.glossary") in globalThis';
    await page.waitForFunction(left);
    await drawn(page);
    const open = await page.evaluate(() => {
        return [...shadow().querySelectorAll("dialog[open]")].map((dialog) => dialog.className);
    });
    assert.deepEqual(open, ["dialog share"]);
    await page.keyboard.press("Escape");
    await click(page, ".report-panel .term");
    await find(page, "dialog[open].glossary");
    await page.close();
});

test("what is pointed out is outlined for a moment", async () => {
    const { page } = await openPage(started);
    const count = () => page.evaluate(() => shadow().querySelectorAll(".pointed-out").length);
    const outline = () =>
        page.evaluate(() => {
            const curve = /** @type {Element} */ (shadow().querySelector(".curve"));
            return getComputedStyle(curve).outlineStyle;
        });
    for (let time = 0; time < 2; time++) {
        await openGlossary(page);
        await show(page, "loss");
        assert.equal(await count(), 1);
        assert.equal(await outline(), "solid");
        await page.waitForFunction(() => !shadow().querySelector(".pointed-out"));
    }
    await page.close();
});

test("a change of language changes every term; nothing is too wide on a small phone", async () => {
    const { page } = await openPage(started, { viewport: { width: 320, height: 568 } });
    for (const { tag, texts } of languages) {
        await click(page, `.header button[value="${tag}"]`);
        await openGlossary(page);
        const names = await page.evaluate(() => {
            return [...shadow().querySelectorAll(".glossary dt")].map((name) => name.textContent);
        });
        assert.deepEqual(
            names,
            terms.map(({ id }) => texts[`term.${id}`]),
        );
        assert.deepEqual(await tooWide(page, ".glossary, .glossary *"), [], tag);
        await page.keyboard.press("Escape");
    }
    await page.close();
});
