// Serves a folder of static files on this machine only.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { isMain } from "./main.mjs";

const HOST = "127.0.0.1";
const FIRST_PORT = 8000;
const LAST_PORT = 8099;

/** @type {Record<string, string>} */
const TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".py": "text/x-python; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
};

/**
 * The file that a request's URL names, or null if it names none inside `root`.
 * @param {string} root an absolute path
 * @param {string} url
 */
function fileOf(root, url) {
    let path;
    try {
        path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    } catch {
        return null;
    }
    if (!path.startsWith("/") || path.includes("\0")) return null;
    const file = resolve(root, `.${path.endsWith("/") ? join(path, "index.html") : path}`);
    return file.startsWith(root + sep) ? file : null;
}

/**
 * A server for the files below a folder. A browser may keep them but asks each time whether they
 * still hold, so a rebuilt page shows at once and an unchanged one is not sent again.
 * @param {string} folder
 */
export function createStaticServer(folder) {
    const root = resolve(folder);
    return createServer(async (request, response) => {
        /** @param {number} status @param {Record<string, string>} headers @param {string} text */
        const refuse = (status, headers, text) => {
            response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers });
            response.end(request.method === "HEAD" ? undefined : `${text}\n`);
        };
        if (request.method !== "GET" && request.method !== "HEAD") {
            return refuse(405, { Allow: "GET, HEAD" }, "Only GET and HEAD are answered here.");
        }
        try {
            const file = fileOf(root, request.url ?? "/");
            const facts = file ? await stat(file).catch(() => null) : null;
            if (!file || !facts?.isFile()) return refuse(404, {}, "There is no such file here.");
            const headers = {
                "Cache-Control": "no-cache",
                "Content-Length": facts.size,
                "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
                ETag: `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"`,
                "X-Content-Type-Options": "nosniff",
            };
            if (request.headers["if-none-match"] === headers.ETag) {
                response.writeHead(304, { "Cache-Control": "no-cache", ETag: headers.ETag }).end();
            } else if (request.method === "HEAD") {
                response.writeHead(200, headers).end();
            } else {
                const body = await readFile(file);
                response.writeHead(200, { ...headers, "Content-Length": body.length }).end(body);
            }
        } catch {
            refuse(500, {}, "The file could not be read.");
        }
    });
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 */
function listen(server, port) {
    return new Promise((done, failed) => {
        server.once("error", failed);
        server.listen(port, HOST, () => {
            server.off("error", failed);
            done(port);
        });
    });
}

/**
 * Listens on any free port, as tests and measurements do.
 * @param {import("node:http").Server} server
 */
export async function listenOnFreePort(server) {
    await listen(server, 0);
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    return {
        origin: `http://${HOST}:${port}`,
        close() {
            server.close();
            server.closeAllConnections();
        },
    };
}

/**
 * Listens on the given port, or on the first free one from FIRST_PORT on; its number.
 * @param {import("node:http").Server} server
 * @param {number | null} wanted
 * @returns {Promise<number>}
 */
async function open(server, wanted) {
    for (let port = wanted ?? FIRST_PORT; ; port++) {
        try {
            return await listen(server, port);
        } catch (error) {
            const { code } = /** @type {NodeJS.ErrnoException} */ (error);
            if (wanted !== null || code !== "EADDRINUSE" || port === LAST_PORT) {
                throw new Error(
                    code === "EADDRINUSE"
                        ? `Port ${port} is taken; choose another with --port.`
                        : `Port ${port} cannot be opened (${code}); choose another with --port.`,
                );
            }
        }
    }
}

const HELP = `node scripts/serve.mjs [FOLDER [PORT]]

Serves a folder (dist/ if it is left out) on 127.0.0.1, as scripts/start does once it has built it.`;

async function main() {
    const [folder = "dist", wanted] = process.argv.slice(2);
    if (folder === "--help") {
        console.log(HELP);
        return;
    }
    try {
        const port = await open(createStaticServer(folder), wanted ? Number(wanted) : null);
        console.log(`Spiral Lab is at http://${HOST}:${port}/ (Ctrl+C ends it)`);
        for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit());
    } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    }
}

if (isMain(import.meta.url)) await main();
