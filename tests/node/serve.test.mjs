// The static server and the start command's arguments.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createStaticServer } from "../../scripts/serve.mjs";

const root = new URL("../../", import.meta.url);
/** @type {string} */
let folder;
/** @type {import("node:http").Server} */
let server;
let port = 0;

/**
 * A request whose path goes out as written; fetch would tidy it first.
 * @param {string} path
 * @param {import("node:http").RequestOptions} [options]
 * @returns {Promise<{ status?: number, headers: import("node:http").IncomingHttpHeaders, body:
 *     string }>}
 */
function ask(path, options) {
    return new Promise((done, failed) => {
        request({ host: "127.0.0.1", port, path, ...options }, async (response) => {
            let body = "";
            for await (const chunk of response) body += chunk;
            done({ status: response.statusCode, headers: response.headers, body });
        })
            .on("error", failed)
            .end();
    });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: unknown, stdout: string, stderr: string }>}
 */
function run(command, args) {
    return new Promise((done) => {
        execFile(command, args, { cwd: root, timeout: 20_000 }, (error, stdout, stderr) => {
            done({ code: error ? error.code : 0, stdout, stderr });
        });
    });
}

before(async () => {
    await mkdir(new URL("build/", root), { recursive: true });
    folder = await mkdtemp(fileURLToPath(new URL("build/serve-", root)));
    await mkdir(`${folder}/site/sub`, { recursive: true });
    await writeFile(`${folder}/secret.txt`, "secret");
    await writeFile(`${folder}/site/index.html`, "<h1>page</h1>");
    await writeFile(`${folder}/site/sub/core.wasm`, "wasm");
    server = createStaticServer(`${folder}/site`);
    await new Promise((done) => server.listen(0, "127.0.0.1", () => done(null)));
    port = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
});

after(async () => {
    server.close();
    await rm(folder, { recursive: true });
});

test("files come with their type, a folder with its index.html", async () => {
    const page = await ask("/?any=thing");
    assert.equal(page.status, 200);
    assert.equal(page.body, "<h1>page</h1>");
    assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
    assert.equal((await ask("/sub/core.wasm")).headers["content-type"], "application/wasm");
    for (const path of ["/sub", "/sub/", "/none"]) assert.equal((await ask(path)).status, 404);
});

test("an unchanged file is not sent twice", async () => {
    const { headers } = await ask("/");
    const again = await ask("/", { headers: { "If-None-Match": String(headers.etag) } });
    assert.equal(again.status, 304);
    assert.equal(again.body, "");
    assert.equal((await ask("/", { headers: { "If-None-Match": '"other"' } })).status, 200);
});

test("nothing outside the folder is served", async () => {
    const paths = ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt"];
    for (const path of [...paths, "//etc/passwd", "/%00", "/%zz", "/sub/../../secret.txt"]) {
        const answer = await ask(path);
        assert.equal(answer.status, 404, path);
        assert.doesNotMatch(answer.body, /^secret/);
    }
});

test("HEAD has no body, and only GET and HEAD are answered", async () => {
    const head = await ask("/", { method: "HEAD" });
    assert.equal(head.headers["content-length"], "13");
    assert.equal(head.body, "");
    assert.equal((await ask("/", { method: "POST" })).status, 405);
});

test("a taken port is one sentence and exit 1", async () => {
    const { code, stderr } = await run("node", ["scripts/serve.mjs", folder, String(port)]);
    assert.equal(code, 1);
    assert.equal(stderr, `Port ${port} is taken; choose another with --port.\n`);
});

for (const bad of ["0", "65536", "80x", "-1", ""]) {
    test(`--port "${bad}" is one sentence and exit 2`, async () => {
        const { code, stderr } = await run("scripts/start", ["--port", bad]);
        assert.equal(code, 2);
        assert.equal(stderr, `The port must be a whole number from 1 to 65535, not '${bad}'.\n`);
    });
}
