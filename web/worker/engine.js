/**
 * What owns the core: the worker runs one, and the page itself until there is a worker. A request is
 * one slice of work, short enough that whoever waits behind it does not notice.
 */

import { createLab } from "../core/lab.js";
import { LabError } from "../core/lab-error.js";
import { readLink } from "../shared/link.js";
import { kerasScript } from "./keras-script.js";
import { Portrait, withBounds } from "./portrait.js";
import { deadLayer, describeLayers, measure, Watch } from "./vitals.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../core/lab.js").Lab} Lab */
/** @typedef {import("../core/model.js").Model} Model */

const FIRST = { width: 151, height: 151 }; // pixels of the first picture
const CHUNK_MS = 2; // of training between two looks at the clock

/** Settings that the data depend on. */
const DATA = new Set([
    "dataset",
    "classes",
    "points",
    "noise",
    "turn",
    "factor",
    "clusterStd",
    "dataSeed",
]);

/**
 * @typedef {object} SliceRequest
 * @property {number} budget milliseconds
 * @property {import("./raster.js").Extent} coarse pixels of the map while training
 * @property {import("./raster.js").Extent} fine pixels of the map at a standstill
 * @property {number} mapInterval least milliseconds between two maps while training
 * @property {import("./portrait.js").Wish} wish what is to be seen
 * @property {boolean} [vitals] the layers' norms are looked at
 * @property {ArrayBuffer} [recycle] a map's buffer that is no longer needed
 */

/** What a link says. @typedef {{fragment: string, choices: import("../shared/link.js").Choices}} LinkToRead */

/** settings: one by one, for any of them may be bad. @typedef {{type: "open", wasm: WebAssembly.Module, settings: Record<string, unknown>, link: LinkToRead, view: import("../shared/map-mode.js").View}} OpenRequest */
/** @typedef {{type: "check", settings: Record<string, unknown>} & SliceRequest} CheckRequest */
/** What was checked last. @typedef {{type: "configure"} & SliceRequest} ConfigureRequest */
/** @typedef {{type: "train", steps: number, until: number} & SliceRequest} TrainRequest */
/** @typedef {{type: "settle" | "reset" | "inspect" | "look"} & SliceRequest} StillRequest */
/** @typedef {{type: "probe", x: number, y: number, view: import("../shared/map-mode.js").View} & SliceRequest} ProbeRequest */
/** @typedef {{type: "read"} & LinkToRead & SliceRequest} ReadRequest */
/** @typedef {{type: "save"} & SliceRequest} SaveRequest */
/** judge: only whether it could be loaded. @typedef {{type: "load" | "judge", bytes: Uint8Array} & SliceRequest} LoadRequest */
/** @typedef {{type: "script", weights: boolean} & SliceRequest} ScriptRequest */
/** @typedef {OpenRequest | CheckRequest | ConfigureRequest | TrainRequest | StillRequest | ProbeRequest | ReadRequest | SaveRequest | LoadRequest | ScriptRequest} Request */

/** @typedef {{name: string, code: string, message: string, step?: number}} PlainError */

/**
 * What comes back up.
 * @typedef {object} Frame
 * @property {Model["progress"]} progress
 * @property {boolean} stopped early stopping ended the training
 * @property {number} parameters
 * @property {number} stepSeconds what one step takes
 * @property {number} from finished epochs that the page has been told of before
 * @property {number[]} loss of the epochs since
 * @property {number[]} accuracy of the epochs since
 * @property {number[]} [val_loss] of the epochs since, when samples are set aside
 * @property {number[]} [val_accuracy]
 * @property {boolean} still map, report and checksum are those of these very weights
 * @property {import("./portrait.js").Picture} [map]
 * @property {import("./portrait.js").Report} [report]
 * @property {import("./portrait.js").Report} [validationReport] of the samples set aside, if there are any
 * @property {Uint8Array} [predicted] class of every sample
 * @property {import("./portrait.js").Units} [units]
 * @property {Float32Array} [lines] of the first layer
 * @property {string} [checksum]
 * @property {import("./portrait.js").Data} [data] when there is new data
 * @property {import("../shared/map-mode.js").Network} [network] when there is a new one
 * @property {import("./vitals.js").Layer[]} [layers] when there is a new network
 * @property {import("./vitals.js").Vital[]} [vitals] of its layers, if they are looked at
 * @property {PlainError} [error] training diverged
 */

/** @typedef {Pick<Lab, "settings" | "limits" | "defaults" | "statuses">} Info */
/** @typedef {{name: string, error: PlainError}} Problem of a setting; of all together if there is no name */
/** @typedef {{info: Info, settings: Settings, problems: Problem[], link: Reading, frame: Frame}} Opened */
/** @typedef {ReturnType<typeof readLink>} Reading */
/** @typedef {{settings: Settings, rebuilt: boolean, frame: Frame}} Configured */
/** foreign: the data are not what the settings make. @typedef {{settings: Settings, foreign: boolean, frame: Frame}} Loaded */

/** An error in a form that postMessage carries. @param {unknown} error @returns {PlainError} */
export function plainError(error) {
    const { name, message, code = "", step } = /** @type {PlainError} */ (error);
    return { name, message, code, step };
}

/** The buffers of an answer that the page takes over. @param {any} value @returns {Transferable[]} */
export function transferables(value) {
    if (value instanceof Uint8Array) return [value.buffer];
    const map = value?.map ?? value?.frame?.map;
    return map ? [map.pixels.buffer] : [];
}

/** Something that answers requests, the first of which must be "open". @returns {(request: Request) => Promise<any>} */
export function startEngine() {
    /** @type {Engine | undefined} */ let engine;
    return async (request) => {
        if (request.type === "open") {
            const opened = await openEngine(request);
            engine = opened.engine;
            return opened.reply;
        }
        if (!engine) throw new Error("The engine is not open yet.");
        return engine.handle(request);
    };
}

/** @param {OpenRequest} request */
async function openEngine(request) {
    const lab = await createLab(request.wasm);
    /** @type {Problem[]} */
    const problems = [];
    let settings = { ...lab.defaults };
    for (const [name, value] of Object.entries(request.settings)) {
        try {
            settings = merge(lab, settings, { [name]: value });
        } catch (error) {
            problems.push({ name, error: plainError(error) });
        }
    }
    const link = read(lab, settings, request.link);
    settings = link.settings;
    /** @type {Engine} */ let engine;
    try {
        engine = new Engine(lab, settings);
    } catch (error) {
        // Each value is fine, but all of them together are too much.
        problems.push({ name: "", error: plainError(error) });
        settings = { ...lab.defaults };
        engine = new Engine(lab, settings);
    }
    const { limits, defaults, statuses } = lab;
    const info = { settings: lab.settings, limits, defaults, statuses };
    return {
        engine,
        reply: { info, settings, problems, link, frame: engine.firstFrame(request.view) },
    };
}

/** @param {Lab} lab @param {Settings} defaults of what the link does not say @param {LinkToRead} link */
function read(lab, defaults, { fragment, choices }) {
    /** @param {Settings} settings */
    const check = (settings) => lab.check(settings);
    return readLink(fragment, { settings: lab.settings, defaults, check }, choices);
}

/** Throws for one that is not known, or the first bad value. @param {Lab} lab @param {Settings} settings @param {Record<string, unknown>} partial @returns {Settings} */
function merge(lab, settings, partial) {
    const next = { ...settings, ...partial };
    lab.check(next);
    return next;
}

class Engine {
    #lab;
    #settings;
    #data;
    #model;
    #portrait;
    #sent = 0; // finished epochs that the page knows of
    #stepMs = 0.1;
    #watch = new Watch();
    #stopped = false; // early, by the last training
    /** @type {Generator<undefined, import("./portrait.js").Still> | undefined} */ #sitting;
    #satFor = ""; // what it was asked for
    /** What was checked last, ready to be taken. @type {{settings: Settings, changes: Record<string, unknown>, data: import("./portrait.js").Data, model?: Model} | undefined} */
    #candidate;

    /** @param {Lab} lab @param {Settings} settings */
    constructor(lab, settings) {
        this.#lab = lab;
        this.#settings = settings;
        this.#data = withBounds(lab.makeData(settings));
        this.#model = lab.createModel(settings, this.#data);
        this.#portrait = new Portrait(lab, this.#model, this.#data);
        this.#restart();
    }

    /** @param {Exclude<Request, OpenRequest>} request @returns {any} */
    handle(request) {
        if (request.recycle) this.#portrait.spare = request.recycle;
        switch (request.type) {
            case "check":
                return this.#check(request.settings);
            case "configure":
                return this.#configure(request);
            case "train":
                return this.#train(request);
            case "settle":
                return this.#settle(request);
            case "inspect":
                return this.#frame({ vitals: measure(this.#model) });
            case "look":
                return deadLayer(this.#model, this.#data.x);
            case "probe":
                return this.#probe(request);
            case "read":
                return read(this.#lab, this.#lab.defaults, request);
            case "save":
                return this.#model.save();
            case "judge":
                return this.#lab.loadModel(request.bytes).dispose();
            case "load":
                return this.#load(request);
            case "script":
                return kerasScript(this.#model, request);
            case "reset":
                this.#model.reset();
                this.#restart();
                return this.#settle(request);
        }
    }

    /** Something to see, before anybody knows how large it will be. @param {import("../shared/map-mode.js").View} view @returns {Frame} */
    firstFrame(view) {
        const map = this.#portrait.coarseMap(FIRST, { view, units: null, lines: false }, 0);
        return this.#frame({ map, ...this.#everything() });
    }

    /** What changes with data and network. */
    #everything() {
        return {
            data: this.#data,
            network: this.#network(),
            layers: describeLayers(this.#model),
        };
    }

    /** Makes what the changes lead to; throws, and changes nothing, where that cannot be. @param {Record<string, unknown>} changes */
    #check(changes) {
        this.#candidate?.model?.dispose();
        this.#candidate = undefined;
        const settings = merge(this.#lab, this.#settings, changes);
        const names = /** @type {(keyof Settings)[]} */ (Object.keys(changes));
        /** @param {unknown} value */
        const text = (value) => JSON.stringify(value);
        const changed = names.filter((name) => text(settings[name]) !== text(this.#settings[name]));
        const live = new Set(this.#lab.settings.flatMap(({ live, name }) => (live ? name : [])));
        const rebuild = changed.some((name) => !live.has(/** @type {any} */ (name)));
        const newData = changed.some((name) => DATA.has(name));
        const data = newData ? withBounds(this.#lab.makeData(settings)) : this.#data;
        const model = rebuild ? this.#lab.createModel(settings, data) : undefined;
        this.#candidate = { settings, changes, data, model };
        return { rebuild };
    }

    /** Takes what was checked last. @param {ConfigureRequest} request @returns {Configured} */
    #configure(request) {
        if (!this.#candidate) throw new Error("Nothing was checked.");
        const { settings, changes, data, model } = this.#candidate;
        const newData = data !== this.#data;
        this.#candidate = undefined;
        this.#settings = settings;
        if (model) this.#replace(model, data);
        else this.#model.set(changes);
        const frame = model ? this.#settle(request) : this.#frame({});
        if (newData) frame.data = data;
        if (model) frame.network = this.#network();
        if (model) frame.layers = describeLayers(model);
        return { settings, rebuilt: model !== undefined, frame };
    }

    /** Throws, and changes nothing, for what is no saved model. @param {LoadRequest} request @returns {Loaded} */
    #load(request) {
        const model = this.#lab.loadModel(request.bytes);
        this.#settings = model.settings;
        this.#replace(model, withBounds(model.dataset));
        const frame = { ...this.#settle(request), ...this.#everything() };
        return { settings: this.#settings, foreign: model.hasOwnPoints, frame };
    }

    /** @param {Model} model @param {import("./portrait.js").Data} data */
    #replace(model, data) {
        this.#model.dispose();
        this.#model = model;
        this.#data = data;
        this.#restart();
    }

    #restart() {
        this.#portrait = new Portrait(this.#lab, this.#model, this.#data);
        this.#sitting = undefined;
        this.#stopped = false;
        this.#sent = 0;
        // A first guess, put right by the first measurement.
        this.#stepMs = Math.max(0.01, this.#model.parameters * this.#settings.batchSize * 3e-7);
    }

    /** Trains for as long as the budget lasts. @param {TrainRequest} request @returns {Frame} */
    #train({ steps, until, budget, coarse, wish, mapInterval, vitals }) {
        this.#sitting = undefined;
        const { epoch, step, stepsPerEpoch } = this.#model.progress;
        let left = Math.min(steps, (until - epoch) * stepsPerEpoch - step);
        const end = performance.now() + budget;
        try {
            this.#stopped = false;
            while (left > 0 && !this.#stopped && performance.now() < end) {
                const chunk = Math.min(left, Math.max(1, Math.floor(CHUNK_MS / this.#stepMs)));
                const start = performance.now();
                this.#model.train(chunk);
                this.#stopped = this.#model.stopped;
                const took = (performance.now() - start) / chunk;
                this.#stepMs = Math.max(0.001, 0.8 * this.#stepMs + 0.2 * took);
                left -= chunk;
            }
        } catch (error) {
            if (!(error instanceof LabError)) throw error;
            return this.#frame({ error: plainError(error) });
        }
        const map = this.#portrait.coarseMap(coarse, wish, mapInterval);
        const inside = map && this.#portrait.liveInside(wish);
        const looked = this.#watch.look(this.#model, vitals === true);
        return this.#frame({ map, ...inside, ...this.#portrait.liveReport(), vitals: looked });
    }

    /** Map, report and checksum of the weights as they are, in as many slices as it takes. @param {SliceRequest} request @returns {Frame} */
    #settle({ budget, fine, wish, vitals }) {
        const wanted = JSON.stringify([fine, wish]);
        if (wanted !== this.#satFor) this.#sitting = undefined;
        this.#satFor = wanted;
        this.#sitting ??= this.#portrait.still(fine, wish);
        const end = performance.now() + budget;
        let piece = this.#sitting.next();
        while (!piece.done && performance.now() < end) piece = this.#sitting.next();
        if (!piece.done) return this.#frame({});
        this.#sitting = undefined;
        const looked = vitals ? measure(this.#model) : undefined;
        return this.#frame({ ...piece.value, vitals: looked, still: true });
    }

    /** What the network says of one point. @param {ProbeRequest} request @returns {import("../pictures/pointer/pointer.js").Answer} */
    #probe({ x, y, view: { kind, layer, index } }) {
        const point = Float32Array.of(x, y);
        const logits = [...this.#model.logits(point)];
        const sigmoid = this.#model.settings.output === "sigmoid";
        // Of a unit that there is no more, nothing.
        const there = kind === "unit" && layer < this.#model.layers.length - 1;
        const unit = there ? this.#model.activations(layer, point)[index] : undefined;
        return { x, y, logits, sigmoid, unit };
    }

    /** What the views should know of the network. @returns {import("../shared/map-mode.js").Network} */
    #network() {
        const { layers } = this.#model;
        const hidden = layers.slice(0, -1).map(({ name, units }) => ({ name, units }));
        const sigmoid = this.#model.settings.output === "sigmoid";
        return { hidden, validation: this.#model.validationMask(), sigmoid };
    }

    /** @param {Partial<Frame>} extra @returns {Frame} */
    #frame(extra) {
        const from = this.#sent;
        const { loss, accuracy, val_loss, val_accuracy } = this.#model.history;
        const aside = this.#model.validationSamples > 0;
        this.#sent = loss.length;
        return {
            progress: this.#model.progress,
            stopped: this.#stopped,
            parameters: this.#model.parameters,
            stepSeconds: this.#stepMs / 1000,
            from,
            loss: loss.slice(from),
            accuracy: accuracy.slice(from),
            val_loss: aside ? val_loss.slice(from) : undefined,
            val_accuracy: aside ? val_accuracy.slice(from) : undefined,
            still: false,
            ...extra,
        };
    }
}
