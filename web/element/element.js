/** <spiral-lab>: the whole app as one element; its attributes, methods and events. */

import { historyCsv } from "../draw/sheet.js";
import { experiments } from "../lessons/experiments.js";
import { wasmModule } from "../run/compiled-core.js";
import { NONE, Player } from "../run/controller.js";
import { aborted, Session } from "../run/session.js";
import { wasmProblem } from "../run/wasm-problem.js";
import { explainError, fields, parse } from "../shared/fields.js";
import { isOption } from "../shared/options.js";
import { adoptStyles } from "../style/styles.js";
import { Bench } from "../views/lab-view.js";
import { attributeNames } from "./attributes.js";
import { Outlook } from "./preferences.js";
import { Narrator } from "./run-feedback.js";

/** @typedef {import("../core/settings.js").Settings} Settings */

/** @typedef {{promise: Promise<void>, resolve(): void, reject(error: Error): void}} Deferred */

export class SpiralLab extends HTMLElement {
    static observedAttributes = attributeNames;

    #root = this.attachShadow({ mode: "open" });
    /** @type {Outlook | undefined} */ #outlook;
    /** @type {Bench | undefined} */ #bench;
    /** @type {Session | undefined} */ #session;
    /** @type {Player | undefined} */ #player;
    /** @type {import("../worker/engine.js").Info | undefined} */ #info;
    /** @type {Deferred} */ #opened = withResolvers();
    #visits = 0; // to links

    /** Resolves when the untrained network is drawn; rejects when WebAssembly is not to be had. */
    get ready() {
        return this.#opened.promise;
    }

    connectedCallback() {
        if (this.#session) return; // it was only moved
        this.#open();
    }

    disconnectedCallback() {
        // A move within the document disconnects and connects in one go: that is no removal.
        queueMicrotask(() => {
            if (!this.isConnected) this.#close();
        });
    }

    /** @param {string} name @param {string | null} _old @param {string | null} value */
    attributeChangedCallback(name, _old, value) {
        if (!this.#session) return;
        if (isOption(name)) this.#outlook?.follow(name);
        else this.#setFromAttribute(name, value);
    }

    /** Resolves when training has begun; it stops by itself after the chosen epochs. */
    play() {
        return this.#do((player) => player.play());
    }

    /** Resolves when training stands still. */
    pause() {
        return this.#do((player) => player.pause());
    }

    stepBatch() {
        return this.#do((player) => player.step("batch"));
    }

    /** To the end of the epoch that has been begun, or through the next. */
    stepEpoch() {
        return this.#do((player) => player.step("epoch"));
    }

    /**
     * Trains that many more epochs as fast as it can. Rejects with a LabError when training diverges, and
     * with an AbortError when something else stops it.
     * @param {number} [epochs] the setting's if left out
     */
    fit(epochs) {
        return this.#do((player) => player.fit(epochs), true);
    }

    /** Plays to the end of the chosen epochs as fast as it can. Resolves when that has begun. */
    finish() {
        return this.#do((player) => player.finish());
    }

    /** Back to the first weights. */
    reset() {
        this.#bench?.hush();
        return this.#do((player) => player.reset());
    }

    /** Rejects with a LabError, and changes nothing, on a bad value. @param {Partial<Settings>} settings */
    configure(settings) {
        return this.#configure(settings, false);
    }

    /**
     * The whole run, as loadModel() of the npm package takes it, and load() here.
     * @returns {Promise<Uint8Array<ArrayBuffer>>}
     */
    save() {
        return this.#ask((player) => player.save());
    }

    /** Goes on from a saved run. Rejects with a LabError, and changes nothing, on what is none. @param {Uint8Array} bytes */
    load(bytes) {
        return this.#do(async (player) => {
            await player.load(bytes);
            this.#showSettings();
            this.#outlook?.changed();
            this.#bench?.hush();
        }, true);
    }

    /** The run as a Python script for Keras. @param {{weights?: boolean}} [what] weights: the trained ones too, with a check of them @returns {Promise<string>} */
    kerasScript({ weights = false } = {}) {
        return this.#ask((player) => player.script({ weights }));
    }

    /** Settings and view as the fragment of a link to a page's lab, without the #. */
    get link() {
        return this.#outlook?.link ?? "";
    }

    /** What the core says of its settings: limits, choices, defaults. Undefined before it is ready. */
    get info() {
        return this.#info;
    }

    /** A copy. @returns {Settings | undefined} undefined before it is ready */
    get settings() {
        const settings = this.#player?.settings;
        return settings && structuredClone(settings);
    }

    /** epoch: finished ones; step: batches into the present one; checksum: null while it runs. */
    get state() {
        const player = this.#player;
        return {
            ...(player?.progress ?? NONE),
            running: player?.running ?? false,
            goal: player?.goal ?? 0,
            parameters: player?.parameters ?? 0,
            checksum: player?.checksum ?? null,
        };
    }

    /** What model.classificationReport() gives. */
    get reportText() {
        return this.#player?.reportText ?? "";
    }

    async #open() {
        const outlook = new Outlook(this, () => this.#tell("change", { link: this.link }));
        /** @type {Record<string, string>} */
        const given = {};
        for (const { name, attribute } of fields) {
            const text = this.getAttribute(attribute);
            if (text !== null) given[name] = text;
        }
        const settings = Object.fromEntries(
            Object.entries(given).map(([name, text]) => [name, parse(name, text)]),
        );
        const { view, toRead: link } = outlook;
        const session = new Session(
            wasmModule().then((wasm) => ({ type: "open", wasm, settings, link, view })),
        );
        const narrator = new Narrator(outlook.localizer, (name, detail) => {
            if (outlook === this.#outlook) this.#tell(name, detail);
        });
        const player = new Player(session, narrator);
        this.#outlook = outlook;
        this.#session = session;
        const bench = this.#build(outlook, player);
        this.#bench = bench;
        Object.assign(narrator, { bench, player });
        adoptStyles(this.#root);
        outlook.attach(bench, (fragment) => this.#go(fragment).catch(() => {}));
        // All is seen at once: page, regions and points.
        await session.opened.catch(() => {});
        if (outlook !== this.#outlook) return;
        this.#root.append(bench.element);
        bench.appear();
        this.#begin(bench, player, session.opened, given);
    }

    /** @param {Outlook} outlook @param {Player} player */
    #build(outlook, player) {
        const { isPage, whole, localizer } = outlook;
        const level = isPage ? 1 : 2;
        const authors = this.getAttribute("authors");
        return new Bench(
            localizer,
            { level, whole, authors },
            {
                act: (action) => this.#act(action),
                experiment: (name) => this.#try(experiments[name]).catch(() => {}),
                setPace: (pace) => outlook.choosePace(pace),
                configure: (settings) => this.#configureByHand(settings),
                back: () => this.#goBack(),
                setLanguage: (language) => outlook.choose("lang", language),
                setTheme: (theme) => outlook.choose("theme", theme),
                inspect: () => player.inspect().catch(() => {}),
                resized: () => player.refresh().catch(() => {}),
                probe: (x, y, view) => player.probe(x, y, view),
                chosen: () => outlook.changed(),
                share: {
                    shared: () => outlook.shared,
                    save: () => this.save(),
                    load: async (bytes) => (await this.load(bytes)).epoch,
                    script: (weights) => this.kerasScript({ weights }),
                    history: () => (this.#player ? historyCsv(this.#player.history) : ""),
                    explain: (error) => explainError(localizer, error),
                },
            },
        );
    }

    /**
     * @param {Bench} bench @param {Player} player
     * @param {Promise<import("../worker/engine.js").Opened>} opening
     * @param {Record<string, string>} given attributes that are settings, by their names
     */
    async #begin(bench, player, opening, given) {
        const outlook = this.#outlook;
        try {
            const opened = await opening;
            if (outlook !== this.#outlook) return;
            this.#info = opened.info;
            const pictured = player.begin(opened, () => outlook?.showView());
            bench.settings.setInfo(opened.info);
            bench.settings.show(opened.settings);
            await pictured;
            if (outlook !== this.#outlook) return;
            this.#player = player;
            outlook?.begin(player, opened, given);
            bench.showState(player);
            this.#opened.resolve();
        } catch (error) {
            if (outlook !== this.#outlook) return;
            const problem = wasmProblem(/** @type {Error} */ (error));
            bench.fail(problem);
            this.#opened.reject(problem);
        }
    }

    /** Back, forward, or to another link in this page; before it is there, another may be gone to. @param {string} fragment */
    async #go(fragment) {
        const outlook = this.#outlook;
        const player = this.#player;
        if (!outlook || !player) return;
        const visit = ++this.#visits;
        const { settings, view, problems } = await player.read({ ...outlook.toRead, fragment });
        if (visit !== this.#visits) return;
        this.#bench?.say(() => "");
        // Each value may be fine, but all of them together too much.
        const failure = await player.configure(settings).then(
            () => undefined,
            (error) => error,
        );
        if (visit !== this.#visits) return;
        this.#showSettings();
        outlook.goTo(view, problems);
        if (failure) this.#bench?.say(() => explainError(outlook.localizer, failure));
    }

    /** What was wrong with these, or with all, is mended. @param {readonly string[]} [names] */
    #showSettings(names) {
        const settings = this.#player?.settings;
        if (!settings) return;
        for (const name of names ?? Object.keys(settings)) this.#bench?.settings.clearProblem(name);
        this.#bench?.settings.show(settings);
    }

    #close() {
        if (this.#player) this.#player.held = false; // what rests learns of its end
        this.#session?.close();
        this.#outlook?.close();
        this.#bench?.close();
        this.#bench?.element.remove();
        this.#session = this.#player = this.#bench = this.#outlook = this.#info = undefined;
        this.#opened.reject(aborted());
        this.#opened = withResolvers();
    }

    /**
     * Runs a method once the lab is ready. After a removal there is nothing left to do, which is
     * an error only where a result was promised.
     * @param {(player: Player) => Promise<unknown>} work
     * @param {boolean} [promised]
     */
    #do(work, promised = false) {
        const done = (async () => {
            if (this.#session) await this.ready;
            if (this.#player) await work(this.#player);
            else if (promised) throw aborted();
            return this.state;
        })();
        // Who does not look at the promise hears of errors by the events.
        done.catch(() => {});
        return done;
    }

    /** @template T @param {(player: Player) => Promise<T>} question */
    async #ask(question) {
        if (this.#session) await this.ready;
        if (!this.#player) throw aborted();
        return question(this.#player);
    }

    /** What was trained is not lost by a change that starts anew: it can be had back. @param {Partial<Settings>} settings */
    #configureByHand(settings) {
        return this.#configure(settings, true, "say.anew");
    }

    /** @param {Partial<Settings>} settings @param {boolean} keep what this ends @param {import("../texts/localizer.js").Key} [key] of what is said of that */
    #configure(settings, keep, key) {
        const names = Object.keys(settings);
        return this.#do(async (player) => {
            const anew = await player.configure(settings, keep);
            this.#showSettings(names);
            this.#outlook?.changed();
            if (anew) this.#bench?.hush();
            if (anew && key) this.#offerBack(key);
        });
    }

    /** @param {import("../texts/localizer.js").Key} key */
    #offerBack(key) {
        const ended = this.#player?.ended;
        const text = () => this.#outlook?.localizer.t(key, { epoch: ended?.epoch ?? 0 }) ?? "";
        if (ended) this.#bench?.say(text, { offer: "back" });
    }

    /** The tutorial's run, but for these, from its start. @param {Partial<Settings>} others */
    async #try(others) {
        await this.#configure({ ...this.#info?.defaults, ...others }, true);
        await this.#do((player) => player.reset(true)); // what changes on the way started nothing anew
        this.#bench?.hush();
        await this.play();
        const offer = (/** @type {Event} */ event) => {
            const { reason } = /** @type {CustomEvent} */ (event).detail;
            if (/^(finished|paused)$/.test(reason)) this.#offerBack("say.tried");
        };
        this.addEventListener("spiral-lab-stop", offer, { once: true });
    }

    async #goBack() {
        const ended = this.#player?.ended;
        if (ended) await this.load(ended.bytes).catch(() => {});
    }

    /** @param {import("../views/transport.js").Action} action */
    #act(action) {
        const work = {
            play: () => this.play(),
            pause: () => this.pause(),
            batch: () => this.stepBatch(),
            epoch: () => this.stepEpoch(),
            finish: () => this.finish(),
            reset: async () => {
                await this.reset();
                this.#announce("say.reset");
            },
            fresh: async () => {
                const seed = ((this.settings?.seed ?? 0) + 1) % 2 ** 32;
                this.#announce("say.fresh", { seed });
                await this.#configureByHand({ seed });
            },
        };
        if (action !== "pause") this.#bench?.say(() => "");
        work[action]().catch(() => {});
    }

    /** @param {string} attribute @param {string | null} text */
    async #setFromAttribute(attribute, text) {
        const field = fields.find((f) => f.attribute === attribute);
        if (!field) return;
        const { name } = field;
        try {
            await this.ready;
            const value = text === null ? this.#info?.defaults[name] : parse(name, text);
            await this.configure({ [name]: value });
            if (this.hasAttribute("steps")) this.#outlook?.follow("steps");
        } catch (error) {
            const { code, message } = /** @type {import("../core/lab-error.js").LabError} */ (
                error
            );
            this.#outlook?.sayProblem(name, text ?? "", { code, message });
        }
    }

    /** @param {string} name @param {Record<string, unknown>} detail */
    #tell(name, detail) {
        if (!this.#session) return;
        const options = { bubbles: true, composed: true, detail };
        this.dispatchEvent(new CustomEvent(`spiral-lab-${name}`, options));
    }

    /** After which nothing is wrong any more. @param {import("../texts/localizer.js").Key} key @param {Record<string, number>} [values] */
    #announce(key, values) {
        const text = this.#outlook?.localizer.t(key, values) ?? "";
        this.#bench?.say(() => "");
        this.#bench?.announcer.say(text);
    }
}

/** Promise.withResolvers, for browsers of 2023; its rejection may go unheard. @returns {Deferred} */
function withResolvers() {
    /** @type {any} */
    const result = {};
    result.promise = new Promise((resolve, reject) => {
        result.resolve = resolve;
        result.reject = reject;
    });
    result.promise.catch(() => {});
    return result;
}
