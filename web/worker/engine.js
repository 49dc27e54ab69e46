/**
 * Owns the core, and answers requests about trainers, each of which has an id; see
 * shared/protocol.js. It runs in the worker, or on the page where workers are refused.
 */

import { createLab } from "../core/lab.js";
import { LabError } from "../core/lab-error.js";
import { withTestSet } from "../core/test-set.js";
import { readLink } from "../shared/link.js";
import { toPlain } from "../shared/plain-error.js";
import { pointsFromText } from "../shared/points-text.js";
import { withBounds } from "./data.js";
import { healthOf } from "./health.js";
import { kerasNotebook, kerasScript } from "./keras-script.js";
import { shapesOf } from "./shapes.js";
import { merge, Trainer, withKind } from "./trainer.js";

/** @typedef {import("../core/dataset.js").GivenDataset} GivenDataset */
/** @typedef {import("../core/lab.js").Lab} Lab */
/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/protocol.js").Advance} Advance */
/** @typedef {import("../shared/protocol.js").Answers} Answers */
/** @typedef {import("../shared/protocol.js").Data} Data */
/** @typedef {import("../shared/protocol.js").Frame} Frame */
/** @typedef {import("../shared/protocol.js").LinkToRead} LinkToRead */
/** @typedef {import("../shared/protocol.js").Problem} Problem */
/** @typedef {import("../shared/protocol.js").Reading} Reading */
/** @typedef {import("../shared/protocol.js").Requests} Requests */

/** @template {keyof Requests} T @typedef {import("../shared/protocol.js").Request<T>} Request */
/**
 * transfer: buffers that the page takes over.
 * @template {keyof Requests} [T=keyof Requests]
 * @typedef {{answer: Answers[T], transfer: Transferable[]}} Handled
 */

const CHUNK_MS = 2; // of training between two looks at the clock

export class Engine {
    #lab;
    /** @type {Map<string, Trainer>} */ #trainers = new Map();

    /** @param {Lab} lab */
    constructor(lab) {
        this.#lab = lab;
    }

    /**
     * Makes an engine with its first trainer.
     * @param {Request<"open">} request
     * @param {Lab} lab
     * @returns {Handled<"open"> & {engine: Engine}}
     */
    static open({ trainer, settings: given, link: toRead, wish }, lab) {
        const engine = new Engine(lab);
        /** @type {Problem[]} */
        const problems = [];
        /** @param {string} name @param {() => void} take */
        const attempt = (name, take) => {
            try {
                take();
            } catch (error) {
                problems.push({ name, error: toPlain(error) });
            }
        };
        /** @type {Settings & {data?: GivenDataset}} */
        let own = { ...lab.defaults };
        const { data: text, labels, dataset, ...others } = given;
        for (const [name, value] of Object.entries(others))
            attempt(name, () => {
                own = { ...own, ...merge(lab, own, { [name]: value }) };
            });
        if (text !== undefined)
            attempt("data", () => {
                const points = pointsFromText(String(text), String(labels ?? ""));
                if (!points) throw new LabError("data", "This text holds no points.");
                own = { ...own, dataset: "given", data: lab.givenData(points) };
            });
        else if (dataset !== undefined)
            attempt("dataset", () => {
                if (dataset === "given") lab.makeData({ ...own, dataset }); // throws: none are given
                own = merge(lab, own, { dataset: /** @type {string} */ (dataset) });
            });
        const link = read(lab, own, toRead);
        try {
            engine.#add(trainer, link.settings);
        } catch (error) {
            // Each value is valid, but all of them together are too much.
            problems.push({ name: "", error: toPlain(error) });
            engine.#add(trainer, { ...lab.defaults });
        }
        const { limits, defaults, statuses } = lab;
        const shapes = shapesOf(lab);
        const info = { settings: lab.settings, limits, defaults, statuses, shapes };
        const first = engine.#trainer(trainer);
        const { settings } = first;
        const frame = first.withDataAndNetwork(first.liveFrame(wish));
        const answer = { info, settings, problems, link, frame };
        return { engine, answer, transfer: first.transferables(frame) };
    }

    /**
     * Throws a LabError where the core refuses; then nothing has changed.
     * @template {Exclude<keyof Requests, "open">} T
     * @param {Request<T>} request
     * @returns {Handled<T>}
     */
    handle(request) {
        if ("recycle" in request && request.recycle)
            this.#trainer(request.trainer).recycle(request.recycle);
        const answer = this.#answer(request);
        return { answer, transfer: this.#transferables(answer) };
    }

    /** @param {Request<any>} request @returns {any} */
    #answer(request) {
        const end = performance.now() + request.budget;
        switch (request.type) {
            case "check":
                merge(this.#lab, this.#trainer(request.trainer).settings, request.settings);
                return undefined;
            case "change":
                return this.#change(request, end);
            case "reset":
                return this.#reset(request, end);
            case "load":
                return this.#load(request, end);
            case "train":
                return this.#train(request, end);
            case "settle":
                return this.#trainer(request.trainer).settle(request.wish, end);
            case "inspect":
                return this.#trainer(request.trainer).inspect(request.wish);
            case "edit":
                return this.#edit(request, end);
            case "health": {
                const { model, data } = this.#trainer(request.trainer);
                return healthOf(model, data);
            }
            case "probe":
                return this.#probe(request);
            case "read":
                return read(this.#lab, this.#lab.defaults, request);
            case "save":
                return this.#trainer(request.trainer).model.save();
            case "copy":
                return this.#trainer(request.trainer).keep(request.most);
            case "describe":
                return this.#describe(request.bytes);
            case "script": {
                const write = request.kind === "notebook" ? kerasNotebook : kerasScript;
                return write(this.#trainer(request.trainer).model, request);
            }
            case "judge":
                return this.#judge(request);
            case "add": {
                this.#add(request.trainer, request.settings);
                const added = this.#trainer(request.trainer);
                return added.withDataAndNetwork(added.liveFrame({}));
            }
            case "remove":
                this.#trainer(request.trainer).dispose();
                this.#trainers.delete(request.trainer);
                return undefined;
        }
    }

    /** @param {string} id */
    #trainer(id) {
        const trainer = this.#trainers.get(id);
        if (!trainer) throw new Error(`There is no trainer "${id}".`);
        return trainer;
    }

    /** @param {string} id @param {Settings & {data?: GivenDataset}} settings */
    #add(id, { data: given, ...settings }) {
        if (this.#trainers.has(id)) throw new Error(`There is a trainer "${id}" already.`);
        const trainer = new Trainer(this.#lab, id, settings, given);
        try {
            this.#admit(() => trainer.bytes);
        } catch (error) {
            trainer.dispose();
            throw error;
        }
        this.#trainers.set(id, trainer);
    }

    /**
     * All trainers together may hold as much as the largest single one: so there is always room for
     * a candidate beside the one that it may replace. Throws a LabError.
     * @param {() => number} bytes of one that is new
     * @param {Trainer} [replaced]
     */
    #admit(bytes, replaced) {
        const others = [...this.#trainers.values()].filter((trainer) => trainer !== replaced);
        if (others.length === 0) return; // the core judges one by itself
        const sum = others.reduce((sum, trainer) => sum + trainer.bytes, bytes());
        if (sum <= this.#lab.limits.modelBytes) return;
        throw new LabError("too_large", "All networks together need too much memory.");
    }

    /** @param {Request<"change">} request @param {number} end @returns {Answers["change"]} */
    #change({ trainer: id, settings: changes, keep, anew = false, wish }, end) {
        const trainer = this.#trainer(id);
        const { settings, candidate } = trainer.prepare(changes, anew, (settings, data) =>
            this.#admit(() => this.#lab.modelBytes(settings, data), trainer),
        );
        if (!candidate) {
            const { data, ...live } = changes;
            trainer.set(settings, live);
            return { settings, rebuilt: false, frame: trainer.inspect({}) };
        }
        let kept;
        try {
            kept = keep ? trainer.keep() : undefined;
        } catch (error) {
            candidate.model.dispose();
            throw error;
        }
        const newData = candidate.data !== trainer.data;
        trainer.replace(settings, candidate);
        const { data, ...frame } = trainer.withDataAndNetwork(trainer.settle(wish, end));
        return { settings, rebuilt: true, kept, frame: newData ? { ...frame, data } : frame };
    }

    /** @param {Request<"edit">} request @param {number} end @returns {Answers["edit"]} */
    #edit({ trainer: id, data: given, bounds, wish }, end) {
        const trainer = this.#trainer(id);
        const before = trainer.data.classes;
        const { settings, candidate } = trainer.prepareEdit(given, bounds, (settings, data) =>
            this.#admit(() => this.#lab.modelBytes(settings, data), trainer),
        );
        const rebuilt = candidate.data.classes !== before;
        const kept = rebuilt ? trainer.keep() : undefined;
        if (rebuilt) trainer.replace(settings, candidate);
        else trainer.goOn(settings, candidate);
        const frame = rebuilt ? trainer.settle(wish, end) : trainer.inspect({});
        return { settings, rebuilt, kept, frame: trainer.withDataAndNetwork(frame) };
    }

    /** @param {Request<"reset">} request @param {number} end @returns {Answers["reset"]} */
    #reset({ trainer: id, keep, wish }, end) {
        const trainer = this.#trainer(id);
        const kept = keep ? trainer.keep() : undefined;
        trainer.reset();
        return { kept, frame: trainer.settle(wish, end) };
    }

    /** @param {Request<"load">} request @param {number} end @returns {Answers["load"]} */
    #load({ trainer: id, bytes, keep, wish }, end) {
        const trainer = this.#trainer(id);
        const model = this.#lab.loadModel(bytes);
        try {
            const data = withBounds(model.dataset);
            this.#admit(() => this.#lab.modelBytes(model.settings, data), trainer);
            // In files of earlier versions such points go by the name of another dataset.
            const settings = withKind(model.settings, model.hasOwnPoints ? data : undefined);
            const kept = keep ? trainer.keep() : undefined;
            trainer.replace(settings, { model, data });
            const frame = trainer.withDataAndNetwork(trainer.settle(wish, end));
            return { settings, kept, frame };
        } catch (error) {
            if (trainer.model !== model) model.dispose();
            throw error;
        }
    }

    /** @param {Request<"judge">} request @returns {Answers["judge"]} */
    #judge({ trainer, data }) {
        const { model } = this.#trainer(trainer);
        const tested = withTestSet(this.#lab, model, data);
        try {
            const { epoch } = model.progress;
            return { ...tested.evaluate(), epoch, report: tested.classificationReport() };
        } finally {
            tested.dispose();
        }
    }

    /** @param {Uint8Array} bytes @returns {Answers["describe"]} */
    #describe(bytes) {
        const model = this.#lab.loadModel(bytes);
        try {
            const { epoch, totalSteps } = model.progress;
            return { epoch, totalSteps, checksum: model.weightsSha256() };
        } finally {
            model.dispose();
        }
    }

    /**
     * All of them advance side by side, by the same number of batches at a time, as long as the
     * slice lasts; one that is done, or diverges, no longer holds up the others.
     * @param {Request<"train">} request @param {number} end @returns {Frame[]}
     */
    #train({ advances }, end) {
        const runners = advances.map(({ trainer: id, steps, until, wish, recycle }) => {
            const trainer = this.#trainer(id);
            if (recycle) trainer.recycle(recycle);
            const left = Math.min(steps, trainer.stepsUntil(until));
            return {
                trainer,
                wish,
                left,
                diverged: /** @type {LabError | undefined} */ (undefined),
            };
        });
        let going = runners.filter(({ left }) => left > 0);
        while (going.length > 0 && performance.now() < end) {
            const stepMs = going.reduce((sum, { trainer }) => sum + trainer.stepMs, 0);
            const least = going.reduce((least, { left }) => Math.min(least, left), Infinity);
            const steps = Math.min(least, Math.max(1, Math.floor(CHUNK_MS / stepMs)));
            for (const runner of going) {
                runner.left -= steps;
                try {
                    if (!runner.trainer.train(steps)) runner.left = 0;
                } catch (error) {
                    if (!(error instanceof LabError)) throw error;
                    runner.diverged = error;
                    runner.left = 0;
                }
            }
            going = going.filter(({ left }) => left > 0);
        }
        return runners.map(({ trainer, wish, diverged }) => trainer.liveFrame(wish, diverged));
    }

    /** @param {Request<"probe">} request @returns {Answers["probe"]} */
    #probe({ trainer, x, y, mode: { kind, layer, index } }) {
        const { model } = this.#trainer(trainer);
        const point = Float32Array.of(x, y);
        const logits = [...model.logits(point)];
        const sigmoid = model.settings.output === "sigmoid";
        // Undefined if the network no longer has that unit.
        const there = kind === "unit" && layer < model.layers.length - 1;
        const unit = there ? model.activations(layer, point)[index] : undefined;
        return { x, y, logits, sigmoid, unit };
    }

    /** @param {any} answer @returns {Transferable[]} */
    #transferables(answer) {
        if (answer instanceof Uint8Array) return [answer.buffer];
        const frames = Array.isArray(answer) ? answer : answer?.frame ? [answer.frame] : [answer];
        return frames.flatMap((frame) =>
            frame?.seen ? this.#trainer(frame.trainer).transferables(frame) : [],
        );
    }
}

/**
 * Something that answers requests, the first of which must be "open".
 * @param {Promise<BufferSource | WebAssembly.Module>} wasm the core
 * @returns {(request: Request<any>) => Promise<Handled>}
 */
export function startEngine(wasm) {
    /** @type {Engine | undefined} */ let engine;
    return async (request) => {
        if (request.type === "open") {
            const lab = await createLab(await wasm);
            const { engine: opened, ...handled } = Engine.open(request, lab);
            engine = opened;
            return handled;
        }
        if (!engine) throw new Error("The engine is not open yet.");
        return engine.handle(request);
    };
}

/**
 * @param {Lab} lab
 * @param {Settings & {data?: GivenDataset}} defaults of what the link does not say
 * @param {LinkToRead} link
 * @returns {Reading}
 */
function read(lab, { data, ...defaults }, { fragment, choices }) {
    /** @param {Settings} settings */
    const check = (settings) => lab.check(settings);
    const link = readLink(fragment, { settings: lab.settings, defaults, check }, choices);
    return withPoints(lab, link, { data, dataset: defaults.dataset });
}

/**
 * With the points that a link brings, which then are the dataset.
 * @param {Lab} lab
 * @param {ReturnType<typeof readLink>} link
 * @param {{data?: GivenDataset, dataset: string}} others of a link that brings none
 * @returns {Reading}
 */
function withPoints(lab, { settings, view, problems }, { data, dataset }) {
    /** @param {string} key @param {string} text */
    const without = (key, text) => ({
        settings: { ...settings, data, dataset: data ? "given" : dataset },
        view,
        problems: [...problems, { key, text, reason: /** @type {const} */ ("value") }],
    });
    const { data: text = "", labels } = view;
    if (text !== "") {
        try {
            const points = /** @type {GivenDataset} */ (pointsFromText(text, labels));
            const given = { ...settings, dataset: "given", data: lab.givenData(points) };
            return { settings: given, view, problems };
        } catch {
            return without("data", text);
        }
    }
    if (settings.dataset === "given" && !data) return without("dataset", "given");
    return {
        settings: settings.dataset === "given" ? { ...settings, data } : settings,
        view,
        problems,
    };
}
