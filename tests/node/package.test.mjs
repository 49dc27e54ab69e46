/** The npm package as somebody installs it. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PACKAGE = ["THIRD_PARTY_NOTICES.md", "LICENSE", "README.md", "package.json"];

/** A project with nothing but the package in it. @type {string} */ let project;
/** @type {string[]} */ let files;
before(() => {
    mkdirSync(path.join(ROOT, "build"), { recursive: true });
    project = mkdtempSync(path.join(ROOT, "build", "package-"));
    const quiet = { cwd: ROOT, encoding: /** @type {const} */ ("utf8"), stdio: "pipe" };
    const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", project];
    const [packed] = JSON.parse(execFileSync("npm", args, /** @type {any} */ (quiet)).toString());
    files = packed.files.map((/** @type {{path: string}} */ file) => file.path);
    const home = path.join(project, "node_modules", "spiral-lab");
    mkdirSync(home, { recursive: true });
    const archive = path.join(project, packed.filename);
    execFileSync("tar", ["-xzf", archive, "-C", home, "--strip-components=1"]);
    writeFileSync(path.join(project, "package.json"), '{ "type": "module" }');
});
after(() => rmSync(project, { recursive: true }));

/** @param {string} source */
function run(source) {
    writeFileSync(path.join(project, "program.js"), source);
    return execFileSync(process.execPath, ["program.js"], { cwd: project, encoding: "utf8" });
}

test("only what is needed is inside", () => {
    const others = files.filter((file) => !file.startsWith("dist/") && !PACKAGE.includes(file));
    assert.deepEqual(others, []);
    assert.ok(files.includes("dist/lab.mjs") && files.includes("dist/spiral-lab.js"));
    assert.ok(!files.some((file) => file.endsWith(".wasm") || file.endsWith(".html")));
});

test("the README's example runs", () => {
    const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
    const [, example] =
        /```js\n(import { loadLab } from "spiral-lab";[\s\S]*?)```/.exec(readme) ?? [];
    assert.ok(example, "the README has the example");
    assert.match(run(example), /^ {14}precision[\s\S]* 1500\n/);
});

test("a bundler takes it, for the browser too", async () => {
    writeFileSync(
        path.join(project, "entry.js"),
        'import { loadLab } from "spiral-lab"; import "spiral-lab/element"; console.log(loadLab);',
    );
    const { outputFiles, errors } = await build({
        entryPoints: [path.join(project, "entry.js")],
        bundle: true,
        write: false,
        platform: "browser",
        format: "esm",
        logLevel: "silent",
    });
    assert.deepEqual(errors, []);
    assert.ok(outputFiles[0].text.length > 50_000);
});

test("its declarations are sound, and say what is wrong", () => {
    const tsc = path.join(ROOT, "node_modules/.bin/tsc");
    /** @param {string} source */
    const check = (source) => {
        writeFileSync(path.join(project, "typed.ts"), source);
        const args = [
            "--ignoreConfig",
            "--noEmit",
            "--strict",
            "--skipLibCheck",
            "false",
            "--target",
            "es2022",
        ];
        args.push("--module", "nodenext", "--types", "", "--lib", "es2022,dom", "typed.ts");
        try {
            execFileSync(tsc, args, { cwd: project, encoding: "utf8", stdio: "pipe" });
            return "";
        } catch (error) {
            return /** @type {{stdout: string}} */ (error).stdout;
        }
    };
    const start =
        'import { kerasScript, loadLab } from "spiral-lab";\nconst lab = await loadLab();\n';
    assert.equal(
        check(
            `${start}const model = lab.createModel(lab.defaults, lab.makeData(lab.defaults));
const text: string = kerasScript(model, { weights: true }) + model.classificationReport();
export const rows: number[][] = model.confusionMatrix(); text.trim();`,
        ),
        "",
    );
    assert.match(check(`${start}const wrong: string = lab.limits.units; wrong.trim();`), /TS2322/);
});
