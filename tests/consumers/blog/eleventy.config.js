/** @param {{addPassthroughCopy(files: Record<string, string>): void}} config */
export default function (config) {
    config.addPassthroughCopy({ "node_modules/spiral-lab/dist/spiral-lab*.js": "/" });
}
