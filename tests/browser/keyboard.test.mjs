/** Everything works by keyboard, and axe-core finds no fault in any state of the page. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
    call,
    click,
    drawn,
    faults,
    find,
    openPage,
    startBrowser,
    unfoldAll,
    until,
    viewports,
} from "./support.mjs";

/** A page that notes every key it hears, and takes most of them, as a slide deck does. */
const DECK = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="/spiral-lab.js" defer></script>
<script>
    window.heard = [];
    for (const name of ["keydown", "keypress", "keyup", "input", "beforeinput", "paste"])
        document.addEventListener(name, (event) => {
            heard.push(name + " " + (event.key ?? ""));
            if (name === "keydown" && event.key !== "Tab") event.preventDefault();
        });
</script>
<div style="width: 700px"><spiral-lab layout="compact"></spiral-lab></div>`;

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser({ "/deck.html": { html: DECK } });
});
after(() => started.close());

/** @typedef {import("./support.mjs").Page} Page */
/**
 * @typedef {{at: string, name: string, kind: "button" | "choice" | "check" | "radio" | "text" |
 *     "other"}} Control
 */

/**
 * Every control of the page as it is now, with a number to find it by. Tab reaches one button of a
 * radio group, and all other controls.
 * @param {Page} page @returns {Promise<Control[]>}
 */
function controlsOf(page) {
    return page.evaluate(() => {
        const all = /** @type {NodeListOf<HTMLInputElement>} */ (
            shadow().querySelectorAll("button, input, select, summary, [tabindex='0']")
        );
        return [...all]
            .filter((element) => !element.matches(":disabled, dialog *"))
            .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }))
            .map((element, i) => {
                element.dataset.at = String(i);
                const { localName, type } = element;
                const name = `${localName} ${element.name || element.className || element.value || element.textContent}`;
                /** @type {Record<string, any>} */
                const kinds = { select: "choice", button: "button", summary: "button" };
                const inputs = /** @type {Record<string, any>} */ ({
                    checkbox: "check",
                    radio: "radio",
                });
                const kind =
                    localName === "input"
                        ? (inputs[type] ?? "text")
                        : (kinds[localName] ?? "other");
                return { at: String(i), name, kind };
            });
    });
}

/**
 * The number of the control that has the focus.
 * @param {Page} page
 * @returns {Promise<string | undefined>}
 */
function focused(page) {
    return page.evaluate(() => {
        const active = shadow().activeElement;
        return /** @type {HTMLElement | null} */ (active)?.dataset.at;
    });
}

/**
 * The controls that Tab reaches, in its order.
 * @param {Page} page
 * @param {number} presses
 * @returns {Promise<string[]>}
 */
async function walk(page, presses) {
    /** @type {string[]} */
    const reached = [];
    for (let i = 0; i < presses; i++) {
        await page.keyboard.press("Tab");
        const at = await focused(page);
        if (at !== undefined && !reached.includes(at)) reached.push(at);
    }
    return reached;
}

/**
 * Where the tab order goes back: within a part of the page, upwards, or to the left in a row.
 * @param {Page} page
 * @param {string[]} reached numbers of controls
 * @returns {Promise<string[]>}
 */
function backwards(page, reached) {
    return page.evaluate((reached) => {
        const all = reached.map((at) => {
            const element = /** @type {Element} */ (shadow().querySelector(`[data-at="${at}"]`));
            const part = element.closest(".header, .settings, .stage > *, .results > *");
            return { element, part, box: element.getBoundingClientRect() };
        });
        const back = all.slice(1).filter(({ part, box }, i) => {
            const before = all[i];
            if (part !== before.part) return false;
            const isAbove = box.bottom < before.box.top + 1;
            const isBelow = box.top > before.box.bottom - 1;
            return isAbove || (!isBelow && box.left < before.box.left);
        });
        return back.map(({ element }) => element.outerHTML.slice(0, 100));
    }, reached);
}

for (const viewport of [viewports[0], viewports[viewports.length - 1]])
    test(`Tab reaches every control, in the order seen, at ${viewport.width} x ${viewport.height}`, async () => {
        const { page } = await openPage(started, { viewport });
        await unfoldAll(page);
        const controls = await controlsOf(page);
        const reached = await walk(page, controls.length + 10);
        const missed = controls.filter(({ at, kind }) => kind !== "radio" && !reached.includes(at));
        assert.deepEqual(missed, []);
        assert.ok(controls.some(({ at, kind }) => kind === "radio" && reached.includes(at)));
        assert.ok(controls.length > 40, "and there are as many as there should be");
        assert.deepEqual(await backwards(page, reached), []);
        // The focus must be visible.
        const bare = await page.evaluate(async () => {
            const all = /** @type {NodeListOf<HTMLElement>} */ (
                shadow().querySelectorAll("[data-at]")
            );
            return [...all]
                .filter((element) => {
                    element.focus(/** @type {any} */ ({ focusVisible: true }));
                    const { outlineStyle, outlineWidth } = getComputedStyle(element);
                    return outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2;
                })
                .map((element) => element.outerHTML.slice(0, 100));
        });
        assert.deepEqual(bare, []);
        await page.close();
    });

/**
 * The keys that each kind of control answers, and the event with which it does.
 * @type {Record<Control["kind"], {keys: string[], event: string}>}
 */
const ANSWERS = {
    button: { keys: ["Enter"], event: "click" },
    check: { keys: ["Space"], event: "change" },
    choice: { keys: ["ArrowDown", "ArrowUp"], event: "change" },
    radio: { keys: ["ArrowRight"], event: "change" },
    text: { keys: ["7"], event: "input" },
    other: { keys: ["ArrowRight"], event: "taken" },
};

test("every control answers its keys", async () => {
    const { page, problems } = await openPage(started, { first: noClipboard });
    await unfoldAll(page);
    await click(page, ".judgement button[value=matrix]");
    const controls = await controlsOf(page);
    await page.evaluate(() => {
        const root = shadow();
        /** @type {string[]} */
        const seen = [];
        Object.assign(window, { seen });
        for (const name of ["click", "change", "input"])
            root.addEventListener(name, (event) => event.isTrusted && seen.push(name), true);
        root.addEventListener(
            "keydown",
            // A control that uses the key must keep the page from scrolling.
            (event) => setTimeout(() => event.defaultPrevented && seen.push("taken")),
            true,
        );
    });
    /** @type {string[]} */
    const deaf = [];
    /** @type {string[]} */
    const gone = []; // other settings have made them useless
    for (const { at, name, kind } of controls) {
        const there = await page.evaluate((at) => {
            const root = shadow();
            const element = /** @type {HTMLElement | null} */ (
                root.querySelector(`[data-at="${at}"]`)
            );
            // Folds are closed by their own keys; what another setting has made useless stays away.
            const fold = element?.closest("details");
            if (fold) fold.open = true;
            element?.focus();
            /** @type {any} */ (window).seen.length = 0;
            return element !== null && root.activeElement === element;
        }, at);
        if (!there) {
            gone.push(name);
            continue;
        }
        // The last input feature cannot be left out, and says so.
        const isHeld = await page.evaluate(
            (at) => shadow().querySelector(`[data-at="${at}"]`)?.matches("[aria-disabled=true]"),
            at,
        );
        const { keys, event } = isHeld ? { keys: ["Space"], event: "click" } : ANSWERS[kind];
        if (kind === "text") await selectAll(page);
        for (const key of keys) await page.keyboard.press(/** @type {any} */ (key));
        await drawn(page);
        const seen = await page.evaluate(() => /** @type {any} */ (window).seen);
        if (!seen.includes(event)) deaf.push(`${name}: ${seen}`);
        await page.keyboard.press("Escape"); // out of help
        if (await isOn(page)) await page.keyboard.press("Enter"); // the neurons take others' place
        await call(page, "pause");
    }
    assert.deepEqual(deaf, []);
    assert.ok(gone.length < controls.length / 10, String(gone));
    assert.deepEqual(problems, []);
    await page.close();
});

/**
 * Whether the focus is on a toggle that is on, and not on one of several choices.
 * @param {Page} page
 */
function isOn(page) {
    return page.evaluate(() => {
        const active = shadow().activeElement;
        return active?.matches("[aria-pressed=true]") && !active.closest(".choice");
    });
}

/** Empties a field, since a full one takes no more characters. @param {Page} page */
async function selectAll(page) {
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
}

/** Copying has a test of its own. */
function noClipboard() {
    const clipboard = { writeText: async () => {} };
    Object.defineProperty(navigator, "clipboard", { value: clipboard });
}

test("help opens and closes by keyboard, and gives the focus back", async () => {
    const { page } = await openPage(started);
    const open = () =>
        page.evaluate(() => {
            return shadow().querySelector("dialog")?.open;
        });
    await controlsOf(page);
    const [, ...rest] = await walk(page, 8);
    assert.ok(rest.length > 5);
    const before = await focused(page);
    await page.keyboard.press("?");
    assert.equal(await open(), true);
    await page.keyboard.press("Escape");
    assert.equal(await open(), false);
    assert.equal(await focused(page), before);
    await page.close();
});

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const states = {
    untrained: unfoldAll,
    trained: async (page) => {
        await call(page, "configure", { validationSplit: 0.2 });
        await call(page, "fit", 3);
        await click(page, ".judgement button[value=matrix]");
        await click(page, ".matrix [role=gridcell]");
        await click(page, ".log");
    },
    diverged: async (page) => {
        const wild = { optimizer: "sgd", activation: "linear", learningRate: 1000 };
        await call(page, "configure", wild);
        await assert.rejects(call(page, "fit", 3), /diverged/);
        await unfoldAll(page);
    },
    neurons: async (page) => {
        await click(page, "button[name=neurons]");
        await find(page, ".unit-maps canvas");
    },
    share: async (page) => {
        await click(page, ".share-button");
        await find(page, "dialog[open]");
    },
    help: async (page) => {
        await page.keyboard.press("Tab");
        await page.keyboard.press("?");
        await find(page, "dialog[open]");
    },
    glossary: async (page) => {
        await click(page, ".report-panel button.term");
        await find(page, "dialog[open].glossary");
    },
};

for (const [name, reach] of Object.entries(states))
    test(`axe finds nothing: ${name}`, async () => {
        for (const language of ["en-US", "zh-TW"])
            for (const scheme of /** @type {const} */ (["light", "dark"])) {
                const { page } = await openPage(started, { language, scheme });
                await reach(page);
                for (const size of ["normal", "large"]) {
                    await page.evaluate(
                        (size) => spiralLab().setAttribute("text-size", size),
                        size,
                    );
                    await drawn(page);
                    const where = `${language}, ${scheme}, ${size} text`;
                    assert.deepEqual(await faults(page), [], where);
                }
                await page.close();
            }
    });

test("single keys work under an input method and another script's layout", async () => {
    const { page } = await openPage(started);
    for (const [key, code, steps] of /** @type {const} */ ([
        ["b", "KeyB", 1],
        ["ㄖ", "KeyB", 2],
        ["Process", "KeyB", 3],
        ["и", "KeyB", 4],
        ["ｂ", "", 5],
        ["x", "KeyB", 5], // on a Dvorak layout B lies elsewhere
        ["b", "KeyN", 6],
    ])) {
        await page.evaluate(
            (init) => {
                const lab = shadow().querySelector(".lab");
                lab?.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true }));
            },
            { key, code },
        );
        await until(page, `lab.state.totalSteps === ${steps}`);
    }
    await page.close();
});

test("a page hears every key except those that the lab takes", async () => {
    const { page, problems } = await openPage(started, { path: "/deck.html" });
    /** What the page has heard of these keys. @param {...import("puppeteer-core").KeyInput} keys */
    const heardOf = async (...keys) => {
        await page.evaluate(() => Reflect.set(window, "heard", []));
        for (const key of keys) await page.keyboard.press(key);
        return page.evaluate(() => Reflect.get(window, "heard"));
    };
    const all = (/** @type {string} */ key) => [`keydown ${key}`, `keyup ${key}`];
    const to = (/** @type {string} */ selector) => page.focus(`spiral-lab >>> ${selector}`);

    // Shortcuts, also held down, and buttons, which must still be pressed.
    await to("button.batch");
    assert.deepEqual(await heardOf("n", "b", "+", "?"), []);
    await find(page, "dialog[open]");
    assert.deepEqual(await heardOf("Escape"), []);
    await page.waitForFunction(() => !shadow().querySelector("dialog[open]"));
    await to("button.batch");
    await page.evaluate(() => Reflect.set(window, "heard", []));
    for (let i = 0; i < 3; i++) await page.keyboard.down("b");
    await page.keyboard.up("b");
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, "heard")), []);
    const { totalSteps } = await call(page, "pause"); // after all steps that were asked for
    assert.deepEqual(await heardOf("Space", "Enter"), []);
    await until(page, `lab.state.totalSteps === ${totalSteps + 2}`);

    // What is typed into a field; the page would have refused each letter.
    await unfoldAll(page);
    await to("input[name=seed]");
    assert.deepEqual(await heardOf("End", "Backspace", "4", "2", "Enter", "ArrowUp"), []);
    await until(page, "lab.settings.seed === 43");
    await to("select[name=optimizer]");
    assert.deepEqual(await heardOf("s", "ArrowDown"), []);
    await to("input[name=dataset]:checked");
    assert.deepEqual(await heardOf("ArrowRight"), []);
    await until(page, "lab.settings.dataset === 'moons' && lab.state.checksum");
    await to(".crosshair");
    assert.deepEqual(await heardOf("ArrowLeft", "Enter", "Escape"), []);

    // Keys that the lab does not use reach the page.
    await to("button.batch");
    assert.deepEqual(await heardOf("ArrowRight"), all("ArrowRight"));
    assert.deepEqual(await heardOf("PageDown"), all("PageDown"));
    assert.deepEqual(await heardOf("Escape"), all("Escape"));
    assert.deepEqual(await heardOf("s"), ["keydown s", "keyup s"]); // refused: no keypress
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    assert.deepEqual(await heardOf("n"), all("n"));
    assert.deepEqual(problems, []);
    await page.close();
});

test("keys work once the lab was clicked, but not while somebody types", async () => {
    const { page } = await openPage(started);
    await page.keyboard.press("b");
    assert.equal((await call(page, "pause")).totalSteps, 0, "the focus is elsewhere");
    await page.mouse.click(540, 24); // between title and buttons
    for (const [key, state] of /** @type {const} */ ([
        ["b", "totalSteps === 1 && lab.state.checksum"],
        ["e", "epoch === 1 && lab.state.checksum"],
        ["r", "totalSteps === 0 && lab.state.checksum"],
        ["p", "running"],
        ["p", "checksum"],
    ])) {
        await page.keyboard.press(key);
        await until(page, `lab.state.${state}`);
    }
    await page.keyboard.press("n");
    await until(page, "lab.settings.seed === 1 && lab.state.checksum");
    await page.keyboard.press("+");
    const pace = () =>
        page.$eval("spiral-lab >>> select.pace", (e) => /** @type {HTMLSelectElement} */ (e).value);
    assert.equal(await pace(), "Infinity");
    await page.keyboard.press("-");
    assert.equal(await pace(), "400");
    await page.keyboard.press("f");
    await until(page, "lab.state.epoch === 50");
    for (const selector of ["input[name=batchSize]", "select.pace"]) {
        await page.focus(`spiral-lab >>> ${selector}`);
        for (const key of /** @type {const} */ (["b", "r", "n", "?"]))
            await page.keyboard.press(key);
    }
    await page.focus("spiral-lab >>> button.primary");
    await page.keyboard.down("Control");
    await page.keyboard.press("b");
    await page.keyboard.up("Control");
    assert.equal((await call(page, "pause")).totalSteps, 50 * 47);
    assert.equal((await call(page, "settings")).seed, 1);
    await page.close();
});

test("Tab follows the eye, and on a phone the settings begin folded", async () => {
    const orders = [];
    for (const [width, height] of [
        [1280, 800],
        [820, 1180],
        [390, 844],
    ]) {
        const { page } = await openPage(started, { viewport: { width, height } });
        await drawn(page);
        orders.push(
            await page.evaluate(() => {
                const root = shadow();
                const parts = [...(root.querySelector(".bench")?.children ?? [])];
                const open = root.querySelectorAll(".fold[open]");
                const pictures = root.querySelector(
                    ".settings > button:first-child + .of-pictures",
                );
                return [
                    ...parts.map((part) => part.classList[0]),
                    ...Array.from(open, (fold) => fold.getAttribute("data-group")),
                    pictures?.checkVisibility() ? "data in sight" : "",
                ];
            }),
        );
        await page.close();
    }
    assert.deepEqual(orders, [
        ["settings", "stage", "results", "training", "data in sight"],
        ["stage", "settings", "results", "training", "data in sight"],
        ["stage", "settings", "results", "data in sight"],
    ]);
});
