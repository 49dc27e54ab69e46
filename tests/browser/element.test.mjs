/** <spiral-lab> as a guest: attributes, strict policies, several on a page, removal. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { loadLab } from "../../scripts/core.mjs";
import {
    call,
    coloursOf,
    eventually,
    openPage,
    pageWith,
    startBrowser,
    textOf,
} from "./support.mjs";

/** @param {string} body */
const article = (body) => pageWith(body, "");

const STRICT = "default-src 'none'; script-src 'self'; img-src data:";
const extras = {
    "/attributes.html": {
        html: article(
            `<div lang="zh-TW"><spiral-lab theme="dark" classes="4" points="100" noise="0.1" turn="2"
            data-seed="5" learning-rate="0.003" batch-size="16" epochs="7" layers="8,8" seed="9">
            </spiral-lab></div>`,
        ),
    },
    "/bad.html": {
        html: article(`<spiral-lab lang="en" classes="99" layers="8" epochs="many"></spiral-lab>`),
    },
    "/three.html": {
        html: article(
            `<spiral-lab seed="1"></spiral-lab><spiral-lab seed="2"></spiral-lab>
            <spiral-lab seed="1"></spiral-lab>`,
        ),
    },
    "/noworker.html": {
        html: article("<spiral-lab lang=en></spiral-lab>"),
        policy: STRICT.replace("'self'", "'self' 'wasm-unsafe-eval'"),
    },
    "/nowasm.html": {
        html: article("<spiral-lab lang=zh-Hant></spiral-lab>"),
        policy: `${STRICT}; worker-src blob:`,
    },
    "/empty.html": { html: article("") },
};

/** @type {Awaited<ReturnType<typeof startBrowser>>} */ let started;
before(async () => {
    started = await startBrowser(extras);
});
after(() => started.close());

test("attributes are the settings", async () => {
    const { page, problems } = await openPage(started, { path: "/attributes.html" });
    const settings = await call(page, "settings");
    assert.deepEqual(settings, {
        ...(await loadLab()).defaults,
        classes: 4,
        points: 100,
        noise: 0.1,
        turn: 2,
        dataSeed: 5,
        layers: [8, 8],
        learningRate: 0.003,
        batchSize: 16,
        epochs: 7,
        seed: 9,
    });
    assert.equal(await textOf(page, "h2"), "螺旋實驗室");
    const theme = () =>
        page.evaluate(() => {
            return shadow().querySelector(".lab")?.getAttribute("data-theme");
        });
    assert.equal(await theme(), "dark");
    await page.evaluate(() => {
        const lab = spiralLab();
        lab.setAttribute("seed", "10");
        lab.setAttribute("lang", "en");
        lab.removeAttribute("theme");
    });
    await page.waitForFunction(() => spiralLab().settings?.seed === 10);
    assert.equal(await textOf(page, "h2"), "Spiral Lab");
    assert.equal(await theme(), "light");
    assert.deepEqual(problems, []);
    await page.close();
});

test("a bad attribute is reported beside its control, and the others hold", async () => {
    const { page, problems } = await openPage(started, { path: "/bad.html" });
    const settings = await call(page, "settings");
    assert.equal(settings.classes, 3);
    assert.equal(settings.epochs, 50);
    assert.deepEqual(settings.layers, [8]);
    assert.equal(await textOf(page, "#classes-error"), "99 is too large; 2 to 20 are allowed.");
    assert.match(await textOf(page, "#epochs-error"), /“many” is not a number/);
    assert.deepEqual(problems, []);
    await page.close();
});

test("three on one page train independently", async () => {
    const { page, problems } = await openPage(started, { path: "/three.html" });
    const checksums = await page.evaluate(() => {
        const labs = /** @type {any[]} */ ([...document.querySelectorAll("spiral-lab")]);
        return Promise.all(labs.map(async (lab) => (await lab.fit(3)).checksum));
    });
    assert.equal(checksums[0], checksums[2]);
    assert.notEqual(checksums[0], checksums[1]);
    assert.deepEqual(problems, []);
    await page.close();
});

test("in another page keys are the lab's only where the focus is in it", async () => {
    const { page } = await openPage(started, { path: "/three.html" });
    const steps = () =>
        page.$$eval("spiral-lab", (labs) =>
            Promise.all(
                labs.map(async (lab) => (await Reflect.get(lab, "pause").call(lab)).totalSteps),
            ),
        );
    await page.keyboard.press("b");
    assert.deepEqual(await steps(), [0, 0, 0]);
    await page.focus("spiral-lab:nth-of-type(2) >>> button.primary");
    await page.keyboard.press("b");
    await page.waitForFunction(
        () => Reflect.get(document.querySelectorAll("spiral-lab")[1], "state").totalSteps === 1,
    );
    assert.deepEqual(await steps(), [0, 1, 0]);
    await page.close();
});

/** The weights' checksum where nothing is refused. @param {number} epochs */
async function usualChecksum(epochs) {
    const { page } = await openPage(started);
    const { checksum } = await call(page, "fit", epochs);
    await page.close();
    return checksum;
}

test("where a policy refuses workers, the same numbers come from the page's own thread", async () => {
    const expected = await usualChecksum(10);
    const { page, problems } = await openPage(started, { path: "/noworker.html" });
    assert.equal(page.workers().length, 0);
    const state = await call(page, "fit", 10);
    assert.equal(state.checksum, expected);
    assert.ok(Object.keys(await coloursOf(page, ".map canvas")).length >= 2);
    // The browser itself reports the refusal; nothing else may be wrong.
    assert.ok(problems.length > 0);
    for (const problem of problems) assert.match(problem, /worker|failed: blob:/i);
    await page.close();
});

test("one worker starts before the page is there, and soon has a picture", async () => {
    const { page, problems } = await openPage(started, { first: noteStart });
    const { told, early, refused } = await page.evaluate(() => {
        const { told, early, refused } = /** @type {any} */ (window).start;
        return { told, early, refused };
    });
    assert.equal(told[0], "worker");
    assert.equal(told.filter((/** @type {string} */ what) => what === "worker").length, 1);
    assert.deepEqual({ early, refused }, { early: true, refused: false });
    assert.equal(page.workers().length, 1);
    // It shows what the settled map shows, and not just anything.
    const share = await page.evaluate(() => {
        const { first, last } = /** @type {any} */ (window).start;
        const side = 40;
        let equal = 0;
        for (let row = 1; row < side; row++)
            for (let column = 1; column < side; column++) {
                /** @param {{width: number, height: number, data: Uint8ClampedArray}} picture */
                const at = ({ width, height, data }) => {
                    const x = Math.round((column / side) * (width - 1));
                    const y = Math.round((row / side) * (height - 1));
                    return data.slice(4 * (y * width + x), 4 * (y * width + x) + 3).join();
                };
                if (at(first) === at(last)) equal++;
            }
        return equal / (side - 1) ** 2;
    });
    assert.ok(share > 0.95, `only ${share} of the first picture`);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a browser that throws where a worker is made trains on the page's own thread", async () => {
    const expected = await usualChecksum(2);
    const { page, problems } = await openPage(started, {
        first: () => {
            // @ts-expect-error: not a whole Worker
            window.Worker = class {
                constructor() {
                    throw new DOMException("refused", "SecurityError");
                }
            };
        },
    });
    assert.equal((await call(page, "fit", 2)).checksum, expected);
    assert.deepEqual(problems, []);
    await page.close();
});

test("where a policy refuses WebAssembly, it says so in its language", async () => {
    const { page } = await openPage(started, { path: "/nowasm.html", ready: false });
    const error = await page.evaluate(() => {
        const lab = spiralLab();
        return lab.ready.then(
            () => "",
            (/** @type {Error} */ e) => e.name,
        );
    });
    assert.equal(error, "CompileError");
    assert.match(await textOf(page, ".notice p"), /安全性政策.*'wasm-unsafe-eval'/);
    const shown = await page.evaluate(() => {
        return (shadow().querySelector(".notice")?.getBoundingClientRect().height ?? 0) > 0;
    });
    assert.ok(shown);
    await page.close();
});

test("without WebAssembly at all, it says so", async () => {
    const { page } = await openPage(started, {
        path: "/noworker.html",
        ready: false,
        first: () => Reflect.deleteProperty(globalThis, "WebAssembly"),
    });
    await page.evaluate(async () => {
        const lab = spiralLab();
        await lab.ready.catch(() => {});
    });
    assert.match(await textOf(page, ".notice p"), /no WebAssembly/);
    await page.close();
});

test("what is set on it right after it was added holds", async () => {
    const { page, problems } = await openPage(started, { path: "/empty.html", ready: false });
    const { link, theme } = await page.evaluate(async () => {
        const lab = /** @type {any} */ (document.createElement("spiral-lab"));
        lab.setAttribute("seed", "3");
        document.body.append(lab);
        lab.setAttribute("seed", "9");
        lab.setAttribute("view", "soft");
        lab.setAttribute("theme", "dark");
        await lab.fit(1);
        return {
            link: lab.link,
            theme: lab.shadowRoot.querySelector("[data-theme]").dataset.theme,
        };
    });
    assert.equal(link, "v=1&seed=9&theme=dark&view=soft");
    assert.equal(theme, "dark");
    assert.deepEqual(problems, []);
    await page.close();
});

test("removed at any moment of its start, it leaves no worker", async () => {
    const { page, problems } = await openPage(started, { path: "/empty.html", ready: false });
    for (const wait of [0, 20, 50, 80, 120, 180, 250]) {
        const ready = await page.evaluate(async (wait) => {
            const lab = /** @type {any} */ (document.createElement("spiral-lab"));
            document.body.append(lab);
            const ready = lab.ready.then(
                () => "",
                (/** @type {Error} */ error) => error.name,
            );
            await new Promise((resolve) => setTimeout(resolve, wait));
            lab.remove();
            await new Promise((resolve) => setTimeout(resolve, 300));
            return ready;
        }, wait);
        assert.match(ready, /^(AbortError)?$/);
        assert.equal(page.workers().length, 0, `after ${wait} ms`);
    }
    assert.deepEqual(problems, []);
    await page.close();
});

test("every method is safe before it is ready and after removal, which ends the worker", async () => {
    const { page, problems } = await openPage(started, { path: "/empty.html", ready: false });
    const told = await page.evaluate(async () => {
        const lab = /** @type {any} */ (document.createElement("spiral-lab"));
        document.body.append(lab);
        const early = await lab.stepBatch(); // waits until it is ready
        const fit = lab.fit(10_000).catch((/** @type {Error} */ error) => error.name);
        lab.remove();
        const running = await fit;
        const late = [];
        for (const method of ["play", "pause", "stepBatch", "stepEpoch", "reset"])
            late.push((await lab[method]()).epoch);
        const refused = await lab.fit(1).catch((/** @type {Error} */ error) => error.name);
        const { reportText } = lab;
        return { early: early.totalSteps, running, late, refused, reportText };
    });
    assert.deepEqual(told, {
        early: 1,
        running: "AbortError",
        late: [0, 0, 0, 0, 0],
        refused: "AbortError",
        reportText: "",
    });
    await eventually(() => page.workers().length === 0);
    assert.equal(page.workers().length, 0);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a script gets a picture of the map, the curves or the report, as wide as it wants", async () => {
    const { page, problems } = await openPage(started, { path: "/attributes.html" });
    await call(page, "fit", 2);
    for (const name of ["map", "curves", "report"]) {
        const { type, width, height } = await page.evaluate(async (name) => {
            const blob = await spiralLab().picture(/** @type {"map"} */ (name), 600);
            const bitmap = await createImageBitmap(blob);
            return { type: blob.type, width: bitmap.width, height: bitmap.height };
        }, name);
        assert.deepEqual([type, width], ["image/png", 600], name);
        assert.ok(height > 200, `${name} is ${height} high`);
    }
    const failure = await page.evaluate(() =>
        spiralLab()
            .picture(/** @type {any} */ ("nothing"))
            .catch((error) => error.message),
    );
    assert.match(failure, /no picture of the nothing/);
    assert.deepEqual(problems, []);
    await page.close();
});

test("a move within the page keeps what was learnt; a return after removal starts afresh", async () => {
    const { page, problems } = await openPage(started);
    await call(page, "fit", 2);
    await page.evaluate(() => {
        const lab = spiralLab();
        document.body.append(lab);
    });
    assert.equal((await call(page, "state")).epoch, 2);
    const epoch = await page.evaluate(async () => {
        const lab = spiralLab();
        lab.remove();
        await new Promise((resolve) => setTimeout(resolve));
        document.body.append(lab);
        await lab.ready;
        return (await lab.fit(1)).epoch;
    });
    assert.equal(epoch, 1);
    assert.deepEqual(problems, []);
    await page.close();
});

test("attributes, members and events are those that the package's manifest names", async () => {
    const file = new URL("../../dist/custom-elements.json", import.meta.url);
    const { modules } = JSON.parse(readFileSync(file, "utf8"));
    const [manifest] = modules[0].declarations;
    const { page, problems } = await openPage(started, { path: "/empty.html", ready: false });
    const found = await page.evaluate(async () => {
        const Lab = /** @type {any} */ (customElements.get("spiral-lab"));
        const own = Object.entries(Object.getOwnPropertyDescriptors(Lab.prototype));
        const members = own
            .filter(([name]) => !/^constructor$|Callback$/.test(name))
            .map(([name, { get }]) => ({ name, kind: get ? "field" : "method" }));
        const lab = /** @type {any} */ (document.createElement("spiral-lab"));
        /** @type {Map<string, string[]>} */ const events = new Map();
        const dispatch = lab.dispatchEvent;
        lab.dispatchEvent = (/** @type {CustomEvent} */ event) => {
            events.set(event.type, Object.keys(event.detail).sort());
            return dispatch.call(lab, event);
        };
        document.body.append(lab);
        await lab.configure({ optimizer: "sgd" });
        await lab.fit(1);
        await lab.configure({ learningRate: 1000 });
        await lab.fit(9).catch(() => {});
        lab.remove();
        return { attributes: Lab.observedAttributes, members, events: [...events] };
    });
    /** @param {{name: string}[]} entries */
    const names = (entries) => entries.map(({ name }) => name);
    assert.deepEqual(names(manifest.attributes), found.attributes);
    assert.deepEqual(
        manifest.members.map((/** @type {any} */ { name, kind }) => ({ name, kind })),
        found.members,
    );
    assert.deepEqual(names(manifest.events).sort(), found.events.map(([name]) => name).sort());
    assert.deepEqual(Object.fromEntries(found.events), {
        "spiral-lab-change": ["link"],
        "spiral-lab-epoch": ["accuracy", "epoch", "loss"],
        "spiral-lab-error": ["code", "epoch", "message", "step"],
        "spiral-lab-stop": ["accuracy", "epoch", "loss", "reason", "step"],
    });
    assert.deepEqual(problems, []);
    await page.close();
});

/**
 * Notes in which order pictures and workers are made, and keeps the first and the last picture.
 * Runs in the page.
 */
function noteStart() {
    /**
     * early: the worker was made before anything of the lab was there.
     * @type {{told: string[], early: boolean, refused: boolean, first?: ImageData,
     *     last?: ImageData}}
     */
    const start = { told: [], early: false, refused: false };
    Object.assign(window, { start });
    const { prototype } = CanvasRenderingContext2D;
    const put = prototype.putImageData;
    /** @param {any[]} args */
    prototype.putImageData = function (...args) {
        const [image] = args;
        if (image.width > 100) {
            start.told.push("picture");
            const copy = new ImageData(image.data.slice(), image.width, image.height);
            start.first ??= copy;
            start.last = copy;
        }
        return put.apply(this, /** @type {any} */ (args));
    };
    const Own = window.Worker;
    window.Worker = class extends Own {
        /** @param {string | URL} url */
        constructor(url) {
            super(url);
            start.told.push("worker");
            start.early = shadow().querySelector(".lab") === null;
            this.addEventListener("error", () => {
                start.refused = true;
            });
        }
    };
}
