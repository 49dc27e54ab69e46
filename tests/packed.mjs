/** The npm package as its users get it. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/**
 * A new folder in build/, with the package in its node_modules and nothing else.
 * @returns {{project: string, files: string[], remove: () => void}} files of the package
 */
export function projectWithPackage() {
    const build = path.join(ROOT, "build");
    mkdirSync(build, { recursive: true });
    const project = mkdtempSync(path.join(build, "package-"));
    const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", project];
    const output = execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", stdio: "pipe" });
    const [{ filename, files }] = JSON.parse(output);
    const home = path.join(project, "node_modules", "spiral-lab");
    mkdirSync(home, { recursive: true });
    const archive = path.join(project, filename);
    execFileSync("tar", ["-xzf", archive, "-C", home, "--strip-components=1"]);
    rmSync(archive);
    return {
        project,
        files: files.map((/** @type {{path: string}} */ file) => file.path),
        remove: () => rmSync(project, { recursive: true }),
    };
}
