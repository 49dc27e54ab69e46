/** <spiral-lab>: the whole app as one element; its attributes, methods and events. */

import { Bench } from "./bench.js";
import { themeOf } from "./header.js";
import { Player } from "./player.js";
import { aborted, Session } from "./session.js";
import { explainError, fields, parse } from "./settings.js";
import { Localizer, languageOf } from "./strings.js";
import { adoptStyles } from "./styles.js";
import { wasmProblem } from "./support.js";
import { FIRST_PACE } from "./transport.js";
import { unzipWasm } from "./wasm.js";

/** @typedef {import("./lab.js").Settings} Settings */
/** @typedef {import("./strings.js").Language} Language */
/** @typedef {import("./header.js").ThemeChoice} ThemeChoice */

/** @typedef {{promise: Promise<void>, resolve(): void, reject(error: Error): void}} Deferred */

const MILESTONES = 5; // that are spoken, a run

export class SpiralLab extends HTMLElement {
    static observedAttributes = ["lang", "theme", ...fields.map((field) => field.attribute)];

    #root = this.attachShadow({ mode: "open" });
    #localizer = new Localizer("en");
    /** @type {Bench | undefined} */ #bench;
    /** @type {Session | undefined} */ #session;
    /** @type {Player | undefined} */ #player;
    /** @type {ThemeChoice} */ #theme = "auto";
    #dark = matchMedia("(prefers-color-scheme: dark)");
    #onDark = () => this.#showTheme();
    /** @type {Readonly<Settings> | undefined} */ #defaults;
    #said = false; // that training has started
    /** @type {Deferred} */ #opened = withResolvers();

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
        if (name === "lang") this.#setLanguage(languageOf(this.#tag()));
        else if (name === "theme") this.#setTheme(themeOf(value));
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
        return this.#do((player) => player.reset());
    }

    /** Rejects with a LabError, and changes nothing, on a bad value. @param {Partial<Settings>} settings */
    configure(settings) {
        const names = Object.keys(settings);
        return this.#do(async (player) => {
            await player.configure(settings);
            for (const name of names) this.#bench?.settings.clearProblem(name);
            this.#bench?.settings.show(player.settings);
        });
    }

    /** A copy. @returns {Settings | undefined} undefined before it is ready */
    get settings() {
        const settings = this.#player?.settings;
        return settings && { ...settings, layers: [...settings.layers] };
    }

    /** epoch: finished ones; step: batches into the present one; checksum: null while it runs. */
    get state() {
        const player = this.#player;
        return {
            epoch: 0,
            step: 0,
            stepsPerEpoch: 0,
            totalSteps: 0,
            loss: Number.NaN,
            accuracy: Number.NaN,
            ...player?.progress,
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

    #open() {
        const isPage = this.hasAttribute("page");
        this.#localizer = new Localizer(languageOf(this.#tag()));
        const bench = new Bench(this.#localizer, isPage ? 1 : 2, {
            act: (action) => this.#act(action),
            setPace: (pace) => {
                if (this.#player) this.#player.pace = pace;
            },
            configure: (settings) => this.configure(settings),
            setLanguage: (language) => this.#setLanguage(language),
            setTheme: (theme) => this.#setTheme(theme),
            inspect: () => this.#player?.inspect().catch(() => {}),
            resized: () => this.#player?.refresh().catch(() => {}),
            probe: async (x, y) => {
                if (!this.#player) throw aborted();
                return this.#player.probe(x, y);
            },
        });
        this.#bench = bench;
        adoptStyles(this.#root);
        this.#root.append(bench.element);
        this.#setTheme(themeOf(this.getAttribute("theme")));
        this.#dark.addEventListener("change", this.#onDark);
        this.#setLanguage(this.#localizer.language);
        this.#session = new Session();
        this.#begin(bench, this.#session);
    }

    /** @param {Bench} bench @param {Session} session */
    async #begin(bench, session) {
        const player = this.#makePlayer(bench, session);
        /** @type {Record<string, string>} */
        const given = {};
        for (const { name, attribute } of fields) {
            const text = this.getAttribute(attribute);
            if (text !== null) given[name] = text;
        }
        const settings = Object.fromEntries(
            Object.entries(given).map(([name, text]) => [name, parse(name, text)]),
        );
        try {
            const wasm = await unzipWasm();
            const opened = await player.open({ wasm, settings });
            if (session !== this.#session) return;
            this.#player = player;
            this.#defaults = opened.info.defaults;
            bench.settings.setInfo(opened.info);
            bench.settings.show(opened.settings);
            for (const { name, error } of opened.problems) {
                if (!bench.settings.showProblem(name, given[name], error))
                    bench.say(() => explainError(this.#localizer, error));
            }
            bench.showState(player);
            this.#opened.resolve();
        } catch (error) {
            if (session !== this.#session) return;
            const problem = wasmProblem(/** @type {Error} */ (error));
            bench.fail(problem);
            this.#opened.reject(problem);
        }
    }

    /** @param {Bench} bench @param {Session} session */
    #makePlayer(bench, session) {
        /** @type {Player} */
        const player = new Player(session, {
            wishes: () => bench.wishes(),
            frame: (frame) => bench.show(frame, player),
            change: () => {
                bench.showState(player);
                if (player.running && !this.#said) {
                    bench.say(() => "");
                    bench.announcer.say(this.#localizer.t("say.start"));
                }
                this.#said = player.running;
            },
            epoch: (epoch, loss, accuracy) => {
                this.#tell("epoch", { epoch, loss, accuracy });
                if (player.running && epoch % Math.ceil(player.goal / MILESTONES) === 0)
                    bench.announcer.mention(
                        this.#localizer.t("say.epoch", { epoch, accuracy: accuracy.toFixed(4) }),
                    );
            },
            stop: (reason) => {
                const { epoch, step, loss, accuracy } = player.progress;
                this.#tell("stop", { reason, epoch, step, loss, accuracy });
                if (reason === "paused" || reason === "finished")
                    bench.announcer.say(
                        this.#localizer.t(`say.${reason}`, {
                            epoch,
                            loss: loss.toFixed(4),
                            accuracy: accuracy.toFixed(4),
                        }),
                    );
            },
            error: (error) => {
                const { code, message, step } = /** @type {import("./lab.js").LabError} */ (error);
                const { epoch } = player.progress;
                this.#tell("error", { code, message, step, epoch });
                bench.say(
                    () =>
                        explainError(
                            this.#localizer,
                            { code, message },
                            { step: step ?? 0, epoch },
                        ),
                    code === "diverged",
                );
            },
        });
        player.pace = FIRST_PACE;
        return player;
    }

    #close() {
        this.#session?.close();
        this.#bench?.close();
        this.#bench?.element.remove();
        this.#dark.removeEventListener("change", this.#onDark);
        this.#session = this.#player = this.#bench = undefined;
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

    /** @param {import("./transport.js").Action} action */
    #act(action) {
        const work = {
            play: () => this.play(),
            pause: () => this.pause(),
            batch: () => this.stepBatch(),
            epoch: () => this.stepEpoch(),
            finish: () => this.finish(),
            reset: async () => {
                await this.reset();
                this.#bench?.say(() => "");
                this.#bench?.announcer.say(this.#localizer.t("say.reset"));
            },
            fresh: async () => {
                const seed = ((this.settings?.seed ?? 0) + 1) % 2 ** 32;
                await this.configure({ seed });
                this.#bench?.say(() => "");
                this.#bench?.announcer.say(this.#localizer.t("say.fresh", { seed }));
            },
        };
        work[action]().catch(() => {});
    }

    /** @param {string} attribute @param {string | null} text */
    async #setFromAttribute(attribute, text) {
        const field = fields.find((f) => f.attribute === attribute);
        if (!field) return;
        const { name } = field;
        try {
            await this.ready;
            const value = text === null ? this.#defaults?.[name] : parse(name, text);
            await this.configure({ [name]: value });
        } catch (error) {
            const { code, message } = /** @type {import("./lab.js").LabError} */ (error);
            this.#bench?.settings.showProblem(name, text ?? "", { code, message });
        }
    }

    /** @param {string} name @param {Record<string, unknown>} detail */
    #tell(name, detail) {
        if (!this.#session) return;
        const options = { bubbles: true, composed: true, detail };
        this.dispatchEvent(new CustomEvent(`spiral-lab-${name}`, options));
    }

    /** The language tag that counts: the element's, its surroundings', the browser's. */
    #tag() {
        const own = this.getAttribute("lang");
        // What is the page, and not a part of one, decides the page's language itself.
        if (own || this.hasAttribute("page")) return own || navigator.language;
        const around = this.closest("[lang]")?.getAttribute("lang");
        return around || document.documentElement.lang || navigator.language;
    }

    /** @param {Language} language */
    #setLanguage(language) {
        this.#localizer.change(language);
        if (!this.hasAttribute("page")) return;
        document.documentElement.lang = language;
        document.title = this.#localizer.t("title");
    }

    /** @param {ThemeChoice} theme */
    #setTheme(theme) {
        this.#theme = theme;
        this.#showTheme();
    }

    #showTheme() {
        const shown =
            this.#theme === "auto" ? (this.#dark.matches ? "dark" : "light") : this.#theme;
        this.#bench?.setTheme(this.#theme, shown);
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
