import assert from "node:assert/strict";
import { test } from "node:test";
import { EngineClient } from "../../web/run/engine-client.js";
import { line, opening, TRAINER } from "../engine.mjs";

/** @typedef {import("../../web/run/engine-client.js").Line} Line */

const save = { trainer: TRAINER };

/** A worker that the browser refuses, as it says once it is asked. @returns {Line} */
const refused = () => ({
    sliceMs: 14,
    send: () => Promise.reject(new Error("Refused by the page's policy.")),
    close() {},
});

test("a worker answers; the page's own thread is left alone", async () => {
    /** @type {string[]} */ const log = [];
    const openHere = () => assert.fail("There is a worker.");
    const client = new EngineClient(opening(), { openWorker: () => line(log), openHere });
    const { settings } = await client.opened;
    assert.equal(settings.points, 40);
    assert.ok((await client.request("save", save)).length > 1000);
    assert.deepEqual(log, ["open", "save"]);
    client.close();
});

test("where workers are refused, the page's thread answers", async () => {
    /** @type {string[]} */ const log = [];
    const lines = { openWorker: refused, openHere: () => line(log) };
    const client = new EngineClient(opening(), lines);
    await client.opened;
    await client.request("save", save);
    assert.deepEqual(log, ["open", "save"]);
    client.close();
});

test("one request at a time, in the order in which they were asked", async () => {
    let flying = 0;
    let most = 0;
    const inner = line();
    /** @type {Line} */
    const watched = {
        ...inner,
        async send(request, transfer) {
            most = Math.max(most, ++flying);
            try {
                return await inner.send(request, transfer);
            } finally {
                flying--;
            }
        },
    };
    const openWorker = () => watched;
    const client = new EngineClient(opening(), { openWorker, openHere: () => line() });
    /** @type {string[]} */ const answered = [];
    const refusal = client
        .request("check", { trainer: TRAINER, settings: { epochs: -1 } })
        .catch((error) => answered.push(error.code));
    const saved = client.request("save", save).then(() => answered.push("saved"));
    const settled = client
        .request("settle", { trainer: TRAINER, wish: {} })
        .then(({ still }) => answered.push(String(still)));
    await Promise.all([refusal, saved, settled]);
    assert.deepEqual(answered, ["epochs", "saved", "true"]);
    assert.equal(most, 1);
    client.close();
});

test("a fault of the core itself rejects the first request and those after it", async () => {
    const broken = () => {
        const wasm = Promise.reject(new WebAssembly.CompileError("not wasm"));
        wasm.catch(() => {});
        return line([], wasm);
    };
    const client = new EngineClient(opening(), { openWorker: broken, openHere: broken });
    await assert.rejects(client.opened, { name: "CompileError" });
    await assert.rejects(client.request("save", save), /not open/);
    client.close();
});

test("once closed, it rejects waiting and later requests, and closes the line once", async () => {
    let closed = 0;
    const inner = line();
    const openWorker = () => ({ ...inner, close: () => closed++ });
    const client = new EngineClient(opening(), { openWorker, openHere: () => line() });
    await client.opened;
    const waiting = [1, 2].map(() => client.request("save", save));
    client.close();
    const results = await Promise.allSettled([...waiting, client.request("save", save)]);
    assert.deepEqual(
        results.map((result) => (result.status === "rejected" ? result.reason.name : "answered")),
        ["AbortError", "AbortError", "AbortError"],
    );
    assert.equal(closed, 1);
});
