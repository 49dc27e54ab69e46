/** How much memory a page of Chromium's holds. */

import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";

/** @typedef {import("puppeteer-core").Browser} Browser */
/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Kilobytes that remain once what is no longer used is gone.
 * @param {Browser} browser
 * @param {Page} page
 */
export async function settledMemory(browser, page) {
    const client = await page.createCDPSession();
    await client.send("HeapProfiler.collectGarbage");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await client.send("HeapProfiler.collectGarbage");
    await client.detach();
    return resident(browser);
}

/**
 * Kilobytes that the page's process holds: the largest of the browser's renderers. Chromium starts
 * others ahead of need and ends those of closed pages late, so that their sum would tell nothing.
 * @param {Browser} browser
 */
async function resident(browser) {
    const mark = "--type=renderer";
    let largest = 0;
    for (const entry of await readdir("/proc")) {
        if (!/^\d+$/.test(entry)) continue;
        const command = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
        if (!command.includes(mark) || !isOf(browser, Number(entry))) continue;
        const status = await readFile(`/proc/${entry}/status`, "utf8").catch(() => "");
        largest = Math.max(largest, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }
    return largest;
}

/**
 * Whether the browser is among a process's ancestors.
 * @param {Browser} browser
 * @param {number} pid
 */
function isOf(browser, pid) {
    const own = browser.process()?.pid;
    for (let at = pid; at > 1; ) {
        if (at === own) return true;
        try {
            at = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${at}/status`, "utf8"))?.[1]);
        } catch {
            return false;
        }
    }
    return false;
}
