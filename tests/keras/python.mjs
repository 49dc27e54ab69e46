/** Running Python in the environment that scripts/setup made for Keras. */

import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL("./", import.meta.url));
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What is made on the way, kept to be looked at. */
export const WORK = path.join(ROOT, "build/keras");
const HOME = path.join(WORK, "home"); // of all that these packages like to write

const ENVIRONMENT = {
    ...process.env,
    KERAS_BACKEND: "tensorflow",
    TF_CPP_MIN_LOG_LEVEL: "3",
    CUDA_VISIBLE_DEVICES: "-1",
    // Such small networks gain nothing from threads, and there are several processes.
    OMP_NUM_THREADS: "1",
    TF_NUM_INTRAOP_THREADS: "1",
    TF_NUM_INTEROP_THREADS: "1",
    MPLBACKEND: "Agg",
    PYTHONDONTWRITEBYTECODE: "1",
    HOME,
    KERAS_HOME: path.join(HOME, "keras"),
    MPLCONFIGDIR: path.join(HOME, "matplotlib"),
    IPYTHONDIR: path.join(HOME, "ipython"),
    JUPYTER_CONFIG_DIR: path.join(HOME, "jupyter/config"),
    JUPYTER_DATA_DIR: path.join(HOME, "jupyter/data"),
    JUPYTER_RUNTIME_DIR: path.join(HOME, "jupyter/runtime"),
};

/**
 * Runs Python with these arguments; a first one of this folder is found here. What it says is shown
 * only if it fails.
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [environment] what is otherwise in it
 * @returns {Promise<void>}
 */
export function python([first, ...rest], environment = {}) {
    const script = first.endsWith(".py") ? path.join(HERE, first) : first;
    return new Promise((resolve, reject) => {
        const child = spawn(path.join(ROOT, "build/keras-env/bin/python"), [script, ...rest], {
            stdio: ["ignore", "pipe", "pipe"],
            env: { ...ENVIRONMENT, ...environment },
        });
        let said = "";
        for (const stream of [child.stdout, child.stderr])
            stream.setEncoding("utf8").on("data", (text) => {
                said += text;
            });
        child.on("error", reject);
        child.on("close", (code) => {
            if (code === 0) resolve();
            else reject(new Error(`${first} ended with exit code ${code}:\n${said.slice(-4000)}`));
        });
    });
}
