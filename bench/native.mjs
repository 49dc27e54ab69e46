/** The native builds of the core, and samples from them. */

import { execFileSync, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** The instructions that V8 uses, with three operands but 128 bits. */
const AVX = "-mavx -mprefer-vector-width=128";

/** @type {{name: string, compiler: string, flags: string, only?: string}[]} */
const BUILDS = [
    { name: "gcc -O3", compiler: "gcc", flags: "" },
    { name: "clang -O3", compiler: "clang", flags: "" },
    { name: "gcc -O3 -mavx, 128-bit", compiler: "gcc", flags: AVX, only: "x64" },
    { name: "clang -O3 -mavx, 128-bit", compiler: "clang", flags: AVX, only: "x64" },
];

/**
 * @param {typeof BUILDS[number]} build
 * @returns {string | undefined} the program; undefined if there is no such compiler
 */
function compile({ name, compiler, flags, only }) {
    if (only && only !== process.arch) return undefined;
    const folder = path.join(ROOT, "build", `bench-${name.replace(/[^a-z0-9]+/gi, "-")}`);
    const configure = ["--preset", "native", "-B", folder];
    configure.push("-D", `CMAKE_C_COMPILER=${compiler}`, "-D", `CMAKE_C_FLAGS=${flags}`);
    try {
        execFileSync("cmake", configure, { cwd: ROOT, stdio: "ignore" });
        execFileSync("cmake", ["--build", folder, "--target", "bench_native"], {
            cwd: ROOT,
            stdio: "ignore",
        });
    } catch {
        return undefined;
    }
    return path.join(folder, "bench_native");
}

/** A native program at work, answering one command at a time. */
export class Native {
    #process;
    #lines;

    /** @param {string} name @param {string} program */
    constructor(name, program) {
        this.name = name;
        this.#process = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
        this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
    }

    /** Every build that this machine can make. @returns {Native[]} */
    static startAll() {
        return BUILDS.flatMap((build) => {
            const program = compile(build);
            return program ? [new Native(build.name, program)] : [];
        });
    }

    /** The first build that this machine can make. @returns {Native | undefined} */
    static start() {
        for (const build of BUILDS) {
            const program = compile(build);
            if (program) return new Native(build.name, program);
        }
        return undefined;
    }

    /** @param {string} command @returns {Promise<number>} */
    async ask(command) {
        this.#process.stdin.write(`${command}\n`);
        const { value } = await this.#lines.next();
        return Number(value);
    }

    stop() {
        this.#process.stdin.end();
    }
}
