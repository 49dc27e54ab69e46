/**
 * Keeps the keys that the lab uses from the page around it: its keys, whatever is typed into its
 * fields, and Enter and Space on its buttons end at its edge. Everything else passes. (A page that
 * listens in the capture phase hears them before the lab does.)
 */

const EDITING = new Set("acvxyz"); // with Ctrl or ⌘, in a field
/** A field's other events that would leave the shadow root. */
const TYPED = [
    "beforeinput",
    "input",
    "paste",
    "compositionstart",
    "compositionupdate",
    "compositionend",
];

/** @param {ShadowRoot} root */
export function keepOwnKeys(root) {
    /** Keys that were taken and are still down. @type {Set<string>} */
    const taken = new Set();
    root.addEventListener("keydown", (event) => {
        const key = /** @type {KeyboardEvent} */ (event);
        const isHeld = key.repeat && taken.has(key.code);
        if (!isHeld && !isOwn(key)) {
            taken.delete(key.code);
            return;
        }
        taken.add(key.code);
        key.stopPropagation();
    });
    for (const name of ["keypress", "keyup"])
        root.addEventListener(name, (event) => {
            const { code } = /** @type {KeyboardEvent} */ (event);
            if (taken.has(code)) event.stopPropagation();
            if (name === "keyup") taken.delete(code);
        });
    for (const name of TYPED) root.addEventListener(name, (event) => event.stopPropagation());
}

/** @param {KeyboardEvent} event at the lab's edge, after all in the lab have seen it */
function isOwn(event) {
    if (event.defaultPrevented) return true; // a key of the lab's
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return false;
    const { key } = event;
    if (key === "Escape") return target.closest("dialog") !== null;
    if (target.matches("textarea, select, input:not([type=checkbox], [type=radio])"))
        return isTyped(event);
    const presses = key === " " || key === "Enter" || key === "Spacebar";
    if (target.matches("button, summary, a[href], input")) return presses || isArrow(event, target);
    return false;
}

/** Whether a field uses the key. @param {KeyboardEvent} event */
function isTyped({ key, ctrlKey, metaKey, altKey }) {
    if (key === "Tab" || /^F\d+$/.test(key)) return false;
    const isShortcut = (ctrlKey || metaKey) && !altKey; // with Alt as well it is AltGr's letter
    return !isShortcut || key.length > 1 || EDITING.has(key.toLowerCase());
}

/** Arrow keys choose among radio buttons. @param {KeyboardEvent} event @param {Element} target */
function isArrow({ key }, target) {
    return key.startsWith("Arrow") && target.matches("[type=radio]");
}
