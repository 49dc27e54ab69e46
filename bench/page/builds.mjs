/** The builds of the page that are measured: copies, each behind servers of its own. */

import { cp, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createStaticServer, listenOnFreePort } from "../../scripts/serve.mjs";
import { zippedFiles } from "./download.mjs";

const BUILD = fileURLToPath(new URL("../../build/", import.meta.url));
const HOSTED = ["index.html", "spiral-lab.js"]; // all that the page fetches
/** What a build may have besides. */
const MORE = ["tutorial.html", "tutorial.js", "spiral-lab-tables.js"];
/** @type {Record<string, string>} */
const TYPES = {
    "tutorial.html": "text/html; charset=utf-8",
    "tutorial.js": "text/javascript",
    "index.html": "text/html; charset=utf-8",
    "spiral-lab.js": "text/javascript",
    "spiral-lab-tables.js": "text/javascript",
};

/**
 * @typedef {object} Build
 * @property {string} name
 * @property {Record<string, Buffer>} zipped its files, as a server sends them
 * @property {string} origin of a server like that of scripts/start, which lets the browser keep
 *     files
 * @property {string} zippedOrigin of a server that sends them zipped, as web hosts do
 * @property {() => Promise<void>} close
 */

/** Says in one sentence why a folder cannot be measured. */
export class UnmeasurableError extends Error {}

/** @param {string} folder @param {string} name @returns {Promise<Build>} */
export async function openBuild(folder, name) {
    for (const file of HOSTED) {
        const facts = await stat(join(folder, file)).catch(() => undefined);
        if (facts?.isFile()) continue;
        throw new UnmeasurableError(`${name}: There is no ${file} in it, so it is no built page.`);
    }
    // Copied, since somebody may build while this measures.
    await mkdir(BUILD, { recursive: true });
    const copy = await mkdtemp(join(BUILD, "bench-"));
    const found = await Promise.all(MORE.map((file) => stat(join(folder, file)).catch(() => {})));
    const files = [...HOSTED, ...MORE.filter((_, i) => found[i]?.isFile())];
    for (const file of files) await cp(join(folder, file), join(copy, file));
    const zipped = await zippedFiles(copy, files);
    const plain = await listenOnFreePort(createStaticServer(copy));
    const zippedServer = await listenOnFreePort(createZippedServer(zipped));
    return {
        name,
        zipped,
        origin: plain.origin,
        zippedOrigin: zippedServer.origin,
        async close() {
            plain.close();
            zippedServer.close();
            await rm(copy, { recursive: true, force: true });
        },
    };
}

/** @param {Record<string, Buffer>} zipped */
function createZippedServer(zipped) {
    return createServer(({ url = "/" }, response) => {
        const name = url === "/" ? "index.html" : url.slice(1);
        const body = zipped[name];
        if (!body) return response.writeHead(404).end();
        const headers = { "Content-Type": TYPES[name], "Content-Encoding": "gzip" };
        return response.writeHead(200, { ...headers, "Content-Length": body.length }).end(body);
    });
}

/**
 * Measures the builds in turn, round by round, so that whatever else the machine does affects all
 * of them; every other round runs from the last to the first. Returns the results of each build, by
 * rounds.
 * @template T
 * @param {readonly Build[]} builds
 * @param {number} rounds
 * @param {(build: Build) => Promise<T>} measure
 * @returns {Promise<T[][]>}
 */
export async function inTurn(builds, rounds, measure) {
    /** @type {Map<Build, T[]>} */
    const samples = new Map(builds.map((build) => [build, []]));
    for (let round = 0; round < rounds; round++)
        for (const build of round % 2 ? [...builds].reverse() : builds)
            samples.get(build)?.push(await measure(build));
    return [...samples.values()];
}
