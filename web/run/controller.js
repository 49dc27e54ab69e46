/**
 * Plays, steps and stops the training of one trainer: decides what to ask the engine next, and
 * keeps the state of the run. Knows nothing of the DOM.
 */

import { givenFile } from "../core/given.js";
import { Emitter } from "../shared/emitter.js";
import { fromPlain } from "../shared/plain-error.js";
import { aborted } from "./engine-client.js";
import { Playthrough } from "./playthrough.js";
import { RunState } from "./run-state.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../shared/protocol.js").Answers} Answers */
/** @typedef {import("../shared/protocol.js").Changes} Changes */
/** @typedef {import("../shared/protocol.js").Exporting} Exporting */
/** @typedef {import("../shared/protocol.js").Frame} Frame */
/** @typedef {import("../shared/protocol.js").Kept} Kept */
/** @typedef {import("../shared/protocol.js").LinkToRead} LinkToRead */
/** @typedef {import("../shared/protocol.js").Opened} Opened */
/** @typedef {import("../shared/protocol.js").Requests} Requests */
/** @typedef {import("../shared/protocol.js").Seen} Seen */
/** @typedef {import("../shared/protocol.js").Wish} Wish */
/** @typedef {import("./clock.js").Clock} Clock */
/** @typedef {import("./engine-client.js").EngineClient} EngineClient */
/** @typedef {import("./past-runs.js").PastRun} PastRun */
/** @typedef {import("./playthrough.js").Reason} Reason */

/**
 * @typedef {object} Events
 * @property {[frame: Frame]} frame there is something new to show
 * @property {[]} state running or the goal has changed
 * @property {[epoch: number, loss: number, accuracy: number]} epoch an epoch is finished
 * @property {[reason: Reason]} stop training has ended, for this reason
 * @property {[error: Error]} error training has failed
 */

/**
 * What is to be shown, and buffers that are no longer needed.
 * @typedef {() => {wish: Wish, recycle?: Record<string, ArrayBuffer>}} Wants
 */

const QUIET_STEP_MS = 200; // single steps that take no longer do not show as running

/** @extends {Emitter<Events>} */
export class RunController extends Emitter {
    #client;
    #id;
    #wants;
    #clock;
    /** @type {Playthrough | undefined} */ #run;
    /** @type {Promise<unknown>} */ #runEnds = Promise.resolve();
    /** @type {Promise<unknown>} */ #queue = Promise.resolve();
    /** While it is set, no slice of training begins. @type {Promise<void> | undefined} */ #gate;
    /** Counts the models, so that answers about an earlier one can be ignored. */
    #generation = 0;
    #held = false;
    #outdated = false; // something else is wished for than what the last settling was asked for
    /** The divergence that the last step ended in. @type {Error | undefined} */ #divergence;

    state = new RunState();
    /** Batches a second while playing; Infinity is as fast as it can. */
    pace = 400;

    /**
     * @param {EngineClient} client
     * @param {string} id of the trainer
     * @param {Wants} wants
     * @param {Clock} clock
     */
    constructor(client, id, wants, clock) {
        super();
        this.#client = client;
        this.#id = id;
        this.#wants = wants;
        this.#clock = clock;
    }

    /**
     * Whether playing rests, since nobody sees it. What somebody waits for goes on.
     * @param {boolean} held
     */
    set held(held) {
        this.#held = held;
        if (!held) this.#run?.wake();
    }

    get held() {
        return this.#held;
    }

    /** Shows what there is: soon something, then everything. @param {Opened} opened */
    begin({ settings, frame }) {
        this.state.settings = settings;
        this.#setGoal(0);
        this.#take(frame);
        const seen = this.#clock.tick(); // what there is reaches the screen now
        return this.#enqueue(() => this.#settle(false, seen));
    }

    /**
     * Resolves when training has begun.
     * @param {number} [until] the epoch at which it stops, perhaps before the chosen ones are over
     */
    play(until) {
        return this.#enqueue(async () => {
            await this.#haltUnlessPlaying();
            if (this.#run) return;
            if (until === undefined) this.#extendGoal();
            else this.state.setGoalWithin(until);
            this.#start({ paced: true });
        });
    }

    /** Plays to the end of the chosen epochs as fast as it can; resolves when that has begun. */
    finish() {
        return this.#enqueue(async () => {
            await this.#haltUnlessPlaying();
            if (this.#run) {
                this.#run.paced = false;
                return;
            }
            this.#extendGoal();
            this.#start();
        });
    }

    /**
     * Trains to so many steps from the initial weights, which it returns to if it is already past.
     * Resolves when that has ended.
     * @param {number} limit
     * @param {boolean} [keep] keeps what was trained, if it returns to them; see RunState.past
     */
    async advance(limit, keep = false) {
        const { ends } = await this.#enqueue(async () => {
            await this.#halt("interrupted");
            const { state } = this;
            if (!state.repeatable || state.progress.totalSteps > limit) await this.#reset(keep);
            const { totalSteps, stepsPerEpoch } = state.progress;
            if (limit <= totalSteps) return { ends: Promise.resolve() };
            this.#setGoal(0);
            state.goal = Math.max(state.goal, Math.ceil(limit / stepsPerEpoch));
            this.#start({ limit });
            return { ends: this.#runEnds };
        });
        await ends;
    }

    /** Resolves when training stands still. */
    pause() {
        return this.#enqueue(() => this.#halt("paused"));
    }

    /**
     * Resolves when it is done; a call made meanwhile adds one more step.
     * @param {"batch" | "epoch"} unit
     */
    async step(unit) {
        const { run, ends } = await this.#enqueue(async () => {
            if (!(this.#run?.stepping && this.#run.training)) await this.#halt("interrupted");
            const { stepsPerEpoch, totalSteps } = this.state.progress;
            const from = this.#run?.limit ?? totalSteps;
            const epochs = Math.floor(from / stepsPerEpoch) + 1;
            const limit = unit === "batch" ? from + 1 : epochs * stepsPerEpoch;
            this.#extendGoal(epochs - 1);
            if (this.#run) this.#run.limit = limit;
            return {
                run: this.#run ?? this.#start({ stepping: true, limit }),
                ends: this.#runEnds,
            };
        });
        await ends;
        if (run.reason === "failed") throw run.error;
    }

    /** Trains that many more epochs at full speed. @param {number} [epochs] */
    async fit(epochs = this.state.settings.epochs) {
        const { run, ends } = await this.#enqueue(async () => {
            await this.#client.request("check", { trainer: this.#id, settings: { epochs } });
            await this.#finishSteps();
            await this.#halt("interrupted");
            this.#setGoal(this.state.progress.epoch, epochs);
            return { run: this.#start({ promised: true }), ends: this.#runEnds };
        });
        await ends;
        if (run.error) throw run.error;
        if (run.reason !== "finished") throw aborted();
    }

    /**
     * Back to the first weights.
     * @param {boolean} [keep] keeps what was trained; see RunState.past
     */
    reset(keep = false) {
        return this.#enqueue(() => this.#reset(keep));
    }

    /**
     * Rejects with a LabError, and changes nothing, on a bad value.
     * @param {Changes | (() => Changes)} changes a function is asked when its turn has come, and may
     *     have none
     * @param {boolean} [keep] keeps what was trained, if this starts anew; see RunState.past. Without
     *     it, what was kept before is forgotten too
     * @returns {Promise<boolean>} whether it started anew
     */
    configure(changes, keep = false) {
        return this.#enqueue(async () => {
            const settings = typeof changes === "function" ? changes() : changes;
            if (Object.keys(settings).length === 0) return false;
            return this.#configure(settings, { keep, anew: false });
        });
    }

    /**
     * From the initial weights with these settings. Rejects with a LabError, and changes nothing, on a
     * bad value.
     * @param {Changes} settings
     * @param {boolean} keep keeps what was trained, with the settings that it had; see RunState.past
     */
    restart(settings, keep) {
        return this.#enqueue(() => this.#configure(settings, { keep, anew: true }));
    }

    /**
     * Goes on with other points, or begins anew where they have more or fewer classes. Rejects with a
     * LabError, and changes nothing, if they are none.
     * @param {import("../shared/protocol.js").GivenDataset} data
     * @param {import("../shared/protocol.js").Bounds} [bounds] that become no larger for points in them
     * @param {boolean} [isDone] others do not follow at once, so that it is worth while to settle
     */
    edit(data, bounds, isDone = true) {
        return this.#enqueue(async () => {
            const { rebuilt } = await this.#replace("edit", { data, bounds }, (answer) => {
                this.state.settings = answer.settings;
                this.#remember(answer.kept);
                return answer.rebuilt;
            });
            if (!rebuilt) {
                if (this.state.progress.totalSteps > 0) this.state.repeatable = false;
                if (this.#run) this.#outdated = true;
                else if (isDone) await this.#settle(true);
            }
            this.emit("state");
        });
    }

    /**
     * Gives the whole run, as Model.save() of core/model.js does.
     * @returns {Promise<Uint8Array<ArrayBuffer>>}
     */
    save() {
        return this.#enqueue(async () => {
            await this.#finishSteps();
            return this.#client.request("save", { trainer: this.#id });
        });
    }

    /**
     * Rejects with a LabError, and changes nothing, if the bytes are no saved model.
     * @param {ArrayBuffer | ArrayBufferView} file
     * @param {boolean} [keep] keeps what was trained; see configure()
     */
    load(file, keep = false) {
        return this.#enqueue(async () => {
            await this.#load(givenFile(file), keep, (kept) => {
                if (!keep) this.state.past.clear();
                this.#remember(kept);
            });
        });
    }

    /**
     * Restores the run that was replaced last, with its settings; what was trained since is kept in
     * its place.
     * @param {boolean} [keep] or is not
     * @returns {Promise<boolean>} whether there was one
     */
    restore(keep = true) {
        return this.#enqueue(async () => {
            const { past } = this.state;
            const run = past.last;
            if (!run) return false;
            await this.#load(run.bytes, keep, (kept) => {
                past.remove(run);
                this.#remember(kept);
            });
            this.state.repeatable = run.repeatable;
            this.emit("state");
            return true;
        });
    }

    /**
     * A copy of what has been trained, as restore() would bring it back.
     * @param {number} most bytes
     * @returns {Promise<PastRun | undefined>} undefined where nothing was trained, or where it is
     *     larger
     */
    async copy(most) {
        const generation = this.#generation;
        const kept = await this.#client.request("copy", { trainer: this.#id, most });
        if (!kept || generation !== this.#generation) return undefined;
        return { ...kept, repeatable: this.state.repeatable };
    }

    /**
     * Describes a saved run. Rejects with a LabError if the bytes are none.
     * @param {ArrayBuffer | ArrayBufferView} file
     */
    async describe(file) {
        return this.#client.request("describe", { bytes: givenFile(file) });
    }

    /**
     * The run as a file of Python for Keras.
     * @param {Omit<Exporting, "repeatable">} options
     * @returns {Promise<string>}
     */
    script(options) {
        return this.#enqueue(async () => {
            await this.#finishSteps();
            const { repeatable } = this.state;
            return this.#client.request("script", { trainer: this.#id, repeatable, ...options });
        });
    }

    /**
     * How well the network does on other points. Rejects with a LabError if they cannot be judged.
     * @param {import("../core/dataset.js").GivenDataset} data of the classes that it knows
     */
    judge(data) {
        return this.#enqueue(async () => {
            await this.#finishSteps();
            return this.#client.request("judge", { trainer: this.#id, data });
        });
    }

    /** Reads a link; nothing changes yet. @param {LinkToRead} link */
    read(link) {
        return this.#enqueue(() => this.#client.request("read", link));
    }

    /** Computes the wishes that are cheap, while training stands still. */
    inspect() {
        return this.#enqueue(async () => {
            if (this.#run) this.#outdated = true;
            else this.#take(await this.#ask("inspect", this.#common()));
        });
    }

    /**
     * The network's answer at one point, and that of the unit that the map shows.
     * @param {number} x
     * @param {number} y
     * @param {import("../shared/map-mode.js").MapMode} mode
     */
    probe(x, y, mode) {
        return this.#client.request("probe", { trainer: this.#id, x, y, mode });
    }

    /**
     * Computes something else once, for the current weights; training rests until it is there.
     * @param {Wish} wish
     * @returns {Promise<Seen>}
     */
    observe(wish) {
        return this.#enqueue(async () => {
            const goOn = this.#rest();
            try {
                for (;;) {
                    const frame = await this.#ask("settle", { trainer: this.#id, wish });
                    const { map, ...others } = frame.seen;
                    // The map is for whoever asked; the rest is for everybody.
                    this.#take({ ...frame, seen: others, still: false });
                    if (frame.still) return frame.seen;
                }
            } finally {
                goOn();
            }
        });
    }

    /**
     * Computes all wishes again, after a wish or the size of a picture has changed.
     */
    refresh() {
        this.#outdated = true;
        return this.#enqueue(async () => {
            if (!this.#run && this.#outdated) await this.#settle(true); // otherwise #playThrough() does when the run ends
        });
    }

    /**
     * Trains at most that many steps, as far as one slice gets.
     * @param {number} steps
     * @returns {Promise<Frame | undefined>}
     */
    async train(steps) {
        const generation = this.#generation;
        while (this.#gate) await this.#gate;
        if (generation !== this.#generation) return undefined;
        this.state.checksum = null;
        const advance = { ...this.#common(), steps, until: this.state.goal };
        const buffers = Object.values(advance.recycle ?? {});
        const [frame] = await this.#client.request("train", { advances: [advance] }, buffers);
        if (frame.error) this.#divergence = fromPlain(frame.error);
        this.#take(frame);
        return frame;
    }

    settle() {
        return this.#settle();
    }

    /**
     * Asks for something, and hands over the buffers that are no longer needed.
     * @template {"change" | "reset" | "load" | "edit" | "settle" | "inspect"} T
     * @param {T} type
     * @param {Requests[T]} request
     */
    #ask(type, request) {
        return this.#client.request(type, request, Object.values(request.recycle ?? {}));
    }

    /** The part that all requests about the trainer share. */
    #common() {
        return { trainer: this.#id, ...this.#wants() };
    }

    /**
     * Runs one thing after the other.
     * @template T
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    #enqueue(work) {
        const result = this.#queue.then(work);
        this.#queue = result.catch(() => {});
        return result;
    }

    /** Waits for the single steps that were asked for before. */
    async #finishSteps() {
        if (this.#run?.stepping) await this.#runEnds;
    }

    /** Waits for single steps, and for what only settles, before something else is played. */
    async #haltUnlessPlaying() {
        if (!this.#run?.training || this.#run.stepping) await this.#halt("interrupted");
    }

    /** @param {Reason} reason */
    async #halt(reason) {
        this.#run?.stop(reason);
        await this.#runEnds;
    }

    /** @param {boolean} keep */
    async #reset(keep) {
        await this.#replace("reset", { keep }, ({ kept }) => {
            this.#remember(kept);
            return true;
        });
    }

    /** @param {Changes} settings @param {{keep: boolean, anew: boolean}} how */
    async #configure(settings, { keep, anew }) {
        const before = this.state.settings;
        const changed = await this.#replace("change", { settings, keep, anew }, (answer) => {
            this.state.settings = answer.settings;
            if (answer.rebuilt && !keep && !anew) this.state.past.clear();
            this.#remember(answer.kept);
            return answer.rebuilt;
        });
        const { epochs, ...others } = this.state.settings;
        const { epochs: epochsBefore, ...othersBefore } = before;
        if (!changed.rebuilt) {
            // A slice may have been trained before the change arrived.
            const begun = this.state.progress.totalSteps > 0;
            if (begun && JSON.stringify(others) !== JSON.stringify(othersBefore))
                this.state.repeatable = false;
            if (epochs !== epochsBefore) this.#setGoal();
        }
        this.emit("state");
        return changed.rebuilt;
    }

    /**
     * @param {Uint8Array} bytes
     * @param {boolean} keep keeps what was trained
     * @param {(kept: Kept | undefined) => void} leave takes the run until then
     */
    async #load(bytes, keep, leave) {
        await this.#replace("load", { bytes, keep }, ({ settings, kept }) => {
            leave(kept);
            this.state.settings = settings;
            return true;
        });
        this.state.repeatable = false;
        this.emit("state");
    }

    /** Keeps a run, before the state changes to that of another model. @param {Kept} [kept] */
    #remember(kept) {
        const { past, repeatable } = this.state;
        if (kept) past.add({ ...kept, repeatable });
    }

    /**
     * Asks for something that may put another model in the trainer's place. Training rests
     * meanwhile: it goes on if all stays as it is, and is interrupted by a new model.
     * @template {"change" | "reset" | "load" | "edit"} T
     * @param {T} type @param {Omit<Requests[T], "trainer" | "wish">} request
     * @param {(answer: Answers[T]) => boolean} take whether it is another model
     * @returns {Promise<Answers[T]>}
     */
    async #replace(type, request, take) {
        const goOn = this.#rest();
        try {
            const whole = /** @type {Requests[T]} */ (
                /** @type {unknown} */ ({ ...this.#common(), ...request })
            );
            const answer = await this.#ask(type, whole);
            if (!take(answer)) {
                this.#take(answer.frame);
                return answer;
            }
            this.#generation++;
            this.#run?.abandon();
            goOn();
            await this.#runEnds;
            this.state.beginAnew();
            this.state.repeatable = true;
            this.#take(answer.frame, false);
            this.#setGoal(0);
            await this.#settle();
            return answer;
        } finally {
            goOn();
        }
    }

    /** Lets training rest. @returns {() => void} until this is called */
    #rest() {
        let goOn = () => {};
        this.#gate = new Promise((resolve) => {
            goOn = () => {
                this.#gate = undefined;
                resolve();
            };
        });
        return goOn;
    }

    /** @param {Partial<import("./playthrough.js").How>} [how] */
    #start(how = {}) {
        const run = new Playthrough(this, this.#clock, how);
        this.#run = run;
        this.state.checksum = null;
        this.#runEnds = this.#playThrough(run);
        return run;
    }

    /** @param {Playthrough} run */
    async #playThrough(run) {
        const { state } = this;
        const tell = () => {
            state.running = true;
            this.emit("state");
        };
        const callOff = run.stepping ? this.#clock.after(tell, QUIET_STEP_MS) : () => {};
        if (!run.stepping) tell();
        await run.run();
        callOff();
        const told = state.running;
        const ended = run.reason !== "interrupted" && !run.abandoned && !run.error;
        state.health = told && ended ? await this.#look() : undefined;
        if (this.#divergence) {
            run.error = this.#divergence;
            run.reason = "diverged";
            this.#divergence = undefined;
        }
        this.#run = undefined;
        state.running = false;
        this.emit("state");
        if (run.error && run.error.name !== "AbortError") this.emit("error", run.error);
        if (told) this.emit("stop", run.reason);
        if (this.#outdated) this.refresh().catch(() => {});
    }

    /** Asks for the network's health. */
    async #look() {
        const generation = this.#generation;
        while (this.#gate) await this.#gate;
        if (generation !== this.#generation) return undefined;
        return this.#client.request("health", { trainer: this.#id }).catch(() => undefined);
    }

    /**
     * Asks until everything that is wished for shows the current weights.
     * @param {boolean} [anew]
     * @param {Promise<void>} [seen] answers are taken only when this resolves
     */
    async #settle(anew = false, seen = undefined) {
        const generation = this.#generation;
        let still = !anew && this.state.checksum !== null;
        while (!still) {
            while (this.#gate) await this.#gate;
            if (generation !== this.#generation) return;
            this.#outdated = false;
            const frame = await this.#ask("settle", this.#common());
            await seen;
            this.#take(frame);
            still = frame.still && !this.#outdated;
        }
    }

    /** @param {Frame} frame @param {boolean} [tell] of the epochs in it */
    #take(frame, tell = true) {
        this.state.take(frame);
        this.emit("frame", frame);
        if (!tell) return;
        frame.loss.forEach((loss, i) => {
            this.emit("epoch", frame.from + i + 1, loss, frame.accuracy[i]);
        });
    }

    /** @param {number} [base] @param {number} [epochs] */
    #setGoal(base, epochs) {
        this.state.setGoal(base, epochs);
        this.emit("state");
    }

    /** @param {number} [epoch] */
    #extendGoal(epoch) {
        const { goal } = this.state;
        this.state.extendGoal(epoch);
        if (goal !== this.state.goal) this.emit("state");
    }
}
