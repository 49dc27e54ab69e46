/** A real browser, a server of dist/, and the element's page in it. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { listenOnFreePort } from "../../scripts/serve.mjs";
import { fields } from "../../web/shared/fields.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SCRIPT = "text/javascript; charset=utf-8";
const TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": SCRIPT,
    ".json": "application/json",
    ".mjs": SCRIPT,
};
const FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{html: string, policy?: string}} Extra a page that is not in dist/; policy: its CSP */

/**
 * A page of somebody's with the lab's script.
 * @param {string} body
 * @param {string} [lang] the page's language
 */
export const pageWith = (body, lang = "en") =>
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>x</title>
    <link rel="icon" href="data:,"><script src="/spiral-lab.js" defer></script></head>
    <body>${body}</body></html>`;

/**
 * Problems without Chromium's advice about reading a canvas often, which only the tests do.
 * @param {string[]} problems
 */
export const ours = (problems) =>
    problems.filter((problem) => !problem.includes("willReadFrequently"));

/**
 * Starts Chromium and the server, for the tests of one file.
 * @param {Record<string, Extra>} [extras] by path
 */
export async function startBrowser(extras = {}) {
    mkdirSync(join(ROOT, "build"), { recursive: true });
    const profile = mkdtempSync(join(ROOT, "build", "browser-"));
    const server = await serve(extras);
    const executablePath = execFileSync(join(ROOT, "scripts/browser"), { encoding: "utf8" }).trim();
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await puppeteer.launch({
        executablePath,
        userDataDir: profile,
        args: [...FLAGS, ...asRoot],
        protocolTimeout: 30_000, // an answer that never comes fails its test
    });
    return {
        browser,
        origin: server.origin,
        async close() {
            await browser.close().catch(() => browser.process()?.kill("SIGKILL"));
            server.close();
            rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        },
    };
}

/**
 * Starts Firefox, where there is one that can be driven; Ubuntu's, a snap, cannot.
 * @param {Record<string, unknown>} [preferences] as in about:config
 */
export async function startFirefox(preferences) {
    let executablePath;
    try {
        executablePath = execFileSync(join(ROOT, "scripts/browser"), ["firefox"], {
            encoding: "utf8",
        }).trim();
    } catch {
        return undefined;
    }
    mkdirSync(join(ROOT, "build"), { recursive: true });
    const profile = mkdtempSync(join(ROOT, "build", "firefox-"));
    const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath,
        userDataDir: profile,
        extraPrefsFirefox: preferences,
        protocolTimeout: 60_000,
    });
    return {
        browser,
        async close() {
            await browser.close().catch(() => browser.process()?.kill("SIGKILL"));
            rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        },
    };
}

/** @param {Record<string, Extra>} extras */
async function serve(extras) {
    const server = createServer(async (request, response) => {
        const path = new URL(request.url ?? "/", "http://localhost").pathname;
        const file = path === "/" ? "/index.html" : path;
        const extra = extras[file];
        try {
            const body = extra?.html ?? (await readFile(join(ROOT, "dist", file)));
            const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))];
            const policy = extra?.policy ? { "Content-Security-Policy": extra.policy } : {};
            response.writeHead(200, { "Content-Type": type, ...policy }).end(body);
        } catch {
            response.writeHead(404).end();
        }
    });
    return listenOnFreePort(server);
}

/** @typedef {import("puppeteer-core").Viewport} Viewport */

/**
 * A laptop, two projectors, a low window, a tablet, and a phone on its side and upright.
 * @type {readonly Viewport[]}
 */
export const viewports = [
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
    { width: 1024, height: 768 },
    { width: 1366, height: 650 },
    { width: 820, height: 1180 },
    { width: 844, height: 390 },
    { width: 390, height: 844 },
];

/**
 * Opens a page with a lab and waits until it is ready. Gives what went wrong in it too: errors on
 * the console or not caught, requests that failed or went to another host.
 * @param {Pick<Awaited<ReturnType<typeof startBrowser>>, "browser" | "origin">} started
 * @param {object} [options]
 * @param {string} [options.path]
 * @param {string} [options.language] of the browser
 * @param {"light" | "dark"} [options.scheme]
 * @param {Viewport} [options.viewport]
 * @param {boolean} [options.ready] wait until it is
 * @param {() => void} [options.first] runs in the page before anything else
 */
export async function openPage(started, options = {}) {
    const { path = "/", language = "en-US", scheme = "light", viewport = viewports[0] } = options;
    const page = await started.browser.newPage();
    /** @type {string[]} */
    const problems = [];
    page.on("console", (message) => {
        if (["error", "warn"].includes(message.type())) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
    page.on("response", (response) => {
        if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
    });
    page.on("request", (request) => {
        const url = request.url();
        if (/^https?:|^wss?:/.test(url) && !url.startsWith(started.origin)) problems.push(url);
    });
    await page.setViewport(viewport);
    if (!/^firefox/i.test(await started.browser.version()))
        // Firefox cannot emulate it
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.evaluateOnNewDocument((tag) => {
        Object.defineProperty(Navigator.prototype, "language", { get: () => tag });
    }, language);
    // What one test has chosen must not affect the next.
    await page.evaluateOnNewDocument(() => {
        try {
            if (!sessionStorage.getItem("begun")) localStorage.clear();
            sessionStorage.setItem("begun", "yes"); // this tab's own choices outlast a reload
        } catch {
            // A sandboxed frame has none.
        }
    });
    await page.evaluateOnNewDocument(defineShortcuts);
    if (options.first) await page.evaluateOnNewDocument(options.first);
    await page.goto(started.origin + path);
    if (options.ready !== false) await call(page, "ready");
    return { page, problems };
}

/** Defines what page.d.ts declares. Runs in the page. */
function defineShortcuts() {
    window.spiralLab = () => {
        const lab = document.querySelector("spiral-lab");
        if (!lab) throw new Error("There is no <spiral-lab> in this page.");
        return /** @type {ReturnType<typeof spiralLab>} */ (lab);
    };
    window.shadow = () => {
        const { shadowRoot } = spiralLab();
        if (!shadowRoot) throw new Error("The <spiral-lab> has no shadow root: no script ran.");
        return shadowRoot;
    };
}

/**
 * Reads a property of the page's first lab, or calls a method and waits for its answer.
 * @param {Page} page @param {string} name @param {...unknown} args
 * @returns {Promise<any>}
 */
export function call(page, name, ...args) {
    return page.evaluate(
        async (name, args) => {
            const lab = spiralLab();
            const value = Reflect.get(lab, name);
            return await (typeof value === "function" ? value.apply(lab, args) : value);
        },
        name,
        args,
    );
}

/**
 * An element inside the lab, once it is visible.
 * @param {Page} page
 * @param {string} selector
 */
export async function find(page, selector) {
    // Without this, puppeteer would look again only when something changes outside the shadow root.
    const options = /** @type {const} */ ({ visible: true });
    const handle = await page.waitForSelector(`spiral-lab >>> ${selector}`, options);
    if (!handle) throw new Error(`There is no ${selector}.`);
    return handle;
}

/**
 * Clicks something inside the lab, as a person would.
 * @param {Page} page
 * @param {string} selector
 */
export async function click(page, selector) {
    await (await find(page, selector)).click();
}

/**
 * Types into a field of the settings, and leaves it.
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
export async function type(page, name, text) {
    await unfold(page, name);
    const handle = await find(page, `input[name=${name}]`);
    await handle.click({ count: 3 });
    await page.keyboard.press("Backspace");
    if (text) await handle.type(text);
    await page.keyboard.press("Tab");
}

/**
 * Opens the fold that a setting stands in, which builds its fields.
 * @param {Page} page
 * @param {string} name of the setting
 */
export async function unfold(page, name) {
    const group = fields.find((field) => field.name === name)?.group;
    await page.evaluate((group) => {
        const fold = shadow().querySelector(`details[data-group=${group}]`);
        if (!(fold instanceof HTMLDetailsElement)) throw new Error(`There is no fold ${group}.`);
        fold.open = true;
    }, group);
    await find(page, `[name=${name}]`);
}

/**
 * Opens every fold of the settings, and waits until all their fields are built.
 * @param {Page} page
 */
export async function unfoldAll(page) {
    await page.evaluate(() => {
        for (const fold of shadow().querySelectorAll("details")) fold.open = true;
    });
    const built = 'shadow().querySelectorAll(".field:not(.layer-table)")';
    await until(page, `${built}.length === ${fields.length}`);
}

/**
 * The text of something inside the lab.
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<string>}
 */
export function textOf(page, selector) {
    return page.evaluate((selector) => {
        const element = shadow().querySelector(selector);
        if (!element) throw new Error(`There is no ${selector}.`);
        return element.textContent ?? "";
    }, selector);
}

/**
 * The names, or else the texts, of those elements inside the lab that can be seen.
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<string[]>}
 */
export function seen(page, selector) {
    return page.evaluate((selector) => {
        return [...shadow().querySelectorAll(selector)]
            .filter((element) => element.checkVisibility())
            .map((element) => element.getAttribute("name") ?? element.textContent ?? "");
    }, selector);
}

/**
 * A value of something inside the lab.
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<string>}
 */
export function fieldOf(page, selector) {
    return page.evaluate(
        (selector) => /** @type {HTMLInputElement} */ (shadow().querySelector(selector)).value,
        selector,
    );
}

/** Keeps the files that the page hands to the browser. Runs in the page, before its scripts. */
export function catchFiles() {
    /** @type {Blob[]} */
    const blobs = [];
    /** @type {{name: string, blob: Blob}[]} */
    const files = [];
    Object.assign(window, { files });
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        blobs.push(/** @type {Blob} */ (blob));
        return create(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
        files.push({ name: this.download, blob: /** @type {Blob} */ (blobs.at(-1)) });
    };
}

/**
 * Presses a button of the dialog Share, and gives the file that it saves.
 * @param {Page} page
 * @param {string} button
 */
export async function take(page, button) {
    await click(page, `.share button[name="${button}"]`);
    await page.waitForFunction(() => /** @type {any} */ (window).files.length > 0);
    const { name, base64 } = await page.evaluate(async () => {
        const { name, blob } = /** @type {any} */ (window).files.pop();
        const bytes = new Uint8Array(await blob.arrayBuffer());
        const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
        return { name, base64: btoa(text) };
    });
    return { name, bytes: Buffer.from(base64, "base64") };
}

/** Waits until an expression over `lab` holds. @param {Page} page @param {string} expression */
export function until(page, expression) {
    return page.waitForFunction(`((lab) => ${expression})(spiralLab())`, { timeout: 20_000 });
}

/**
 * Waits until a condition that is checked from here holds, for five seconds at most.
 * @param {() => unknown} holds
 */
export async function eventually(holds) {
    for (let looks = 0; looks < 100 && !(await holds()); looks++)
        await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Waits for two animation frames, after which everything new is drawn. @param {Page} page */
export function drawn(page) {
    return page.evaluate(
        () =>
            new Promise((resolve) => {
                requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)));
            }),
    );
}

/**
 * How many pixels of each colour a canvas in the lab has, as "r,g,b".
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<Record<string, number>>}
 */
export function coloursOf(page, selector) {
    return page.evaluate((selector) => {
        const canvas = /** @type {HTMLCanvasElement} */ (shadow().querySelector(selector));
        const context = canvas.getContext("2d");
        if (!context) return {};
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        /** @type {Record<string, number>} */
        const counts = {};
        for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] < 255) continue;
            const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
            counts[colour] = (counts[colour] ?? 0) + 1;
        }
        return counts;
    }, selector);
}

/**
 * The faults that axe-core finds, each as its rule and its elements.
 * @param {Page} page
 * @returns {Promise<string[][]>}
 */
export async function faults(page) {
    const file = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    await page.evaluate(await readFile(file, "utf8"));
    return page.evaluate(async () => {
        const found = await /** @type {any} */ (window).axe.run();
        return found.violations.map((/** @type {any} */ v) => [
            v.id,
            ...v.nodes.map((/** @type {any} */ node) => node.html.slice(0, 100)),
        ]);
    });
}
