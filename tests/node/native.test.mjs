/** The native build and the WebAssembly build, byte for byte. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadLab } from "../../scripts/core.mjs";
import { toCore } from "../../web/core/settings.js";
import { configurations } from "../configurations.mjs";

/** @typedef {import("../../web/core/settings.js").Settings} Settings */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUILD = `${ROOT}build/native`;

const lab = await loadLab();
execFileSync("cmake", ["--preset", "native"], { cwd: ROOT, stdio: "ignore" });
execFileSync("cmake", ["--build", BUILD, "--target", "save_run"], { cwd: ROOT, stdio: "ignore" });

/**
 * @param {Partial<Settings>} settings
 * @param {number} steps
 */
function native(settings, steps) {
    const { layers = lab.defaults.layers, ...scalars } = settings;
    const layerText = layers.map((layer) =>
        typeof layer === "object" ? `${layer.units}:${layer.activation}` : layer,
    );
    const args = lab.settings.flatMap(({ name, kind, choices, code }) => {
        const value = /** @type {Partial<Settings>} */ (scalars)[name];
        if (value === undefined) return [];
        const number = kind === "set" || kind === "boolean" ? toCore(value, kind, choices) : value;
        return [`${code}=${number}`];
    });
    return execFileSync(`${BUILD}/tests/c/save_run`, [String(steps), layerText.join(), ...args], {
        maxBuffer: 1e9,
    });
}

for (const { name, steps, settings } of configurations) {
    test(`native and wasm give the same bytes: ${name}`, () => {
        const all = { ...lab.defaults, ...settings };
        const model = lab.createModel(all, lab.makeData(all));
        model.train(steps);
        const mine = Buffer.from(model.save());
        const theirs = native(settings, steps);
        assert.equal(mine.length, theirs.length);
        assert.ok(mine.equals(theirs));
        model.dispose();
    });
}

test("the comparison sees one step more", () => {
    const { settings } = configurations[1];
    assert.ok(!native(settings, 10).equals(native(settings, 11)));
});
