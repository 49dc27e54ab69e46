/** Keys that do what the transport does, while the focus is inside the element. */

/** @typedef {import("./transport.js").Action} Action */
/**
 * @typedef {"toggle" | "slower" | "faster" | "help" | Exclude<Action, "play" | "pause">} Command
 */

/**
 * In the order in which help lists them.
 * @type {readonly (readonly [key: string, command: Command])[]}
 */
export const shortcuts = [
    ["P", "toggle"],
    ["B", "batch"],
    ["E", "epoch"],
    ["F", "finish"],
    ["R", "reset"],
    ["N", "fresh"],
    ["-", "slower"],
    ["+", "faster"],
    ["?", "help"],
];

/** Keys that need no shift on some keyboards. @type {Record<string, string>} */
const same = { "=": "+", _: "-" };

/**
 * The key that was meant. With an input method or a layout of another script there is no Latin
 * letter; then the key's position on the keyboard decides.
 * @param {KeyboardEvent} event
 */
function keyOf({ key, code }) {
    const plain = key.normalize("NFKC");
    if (/^[!-~]$/.test(plain)) return same[plain] ?? plain.toUpperCase();
    return /^Key([A-Z])$/.exec(code)?.[1];
}

/**
 * The command of a key; undefined where the key types, chooses, or is meant for the browser.
 * @param {KeyboardEvent} event
 * @returns {Command | undefined}
 */
export function commandOf(event) {
    if (event.defaultPrevented || event.isComposing || event.repeat) return undefined;
    if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return undefined;
    if (target.closest("dialog, select, textarea, [contenteditable]")) return undefined;
    if (target.matches("input:not([type=checkbox], [type=radio])")) return undefined;
    const key = keyOf(event);
    return shortcuts.find(([name]) => name === key)?.[1];
}
