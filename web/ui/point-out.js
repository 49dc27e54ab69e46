/** Leads the eye and the focus to an element. */

const CONTROLS = "input, select, [tabindex='0']";
const SHOWN_MS = 2500;

/** One at a time. @type {HTMLElement | undefined} */
let outlined;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Scrolls to an element, outlines it for a moment, and gives the focus to its control or to itself.
 * @param {HTMLElement} element
 */
export function pointOut(element) {
    const isTall = element.getBoundingClientRect().height > innerHeight;
    element.scrollIntoView({ block: isTall ? "start" : "center" });
    const controls = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(CONTROLS));
    const control = element.matches("button") ? element : [...controls].find(isInUse);
    if (!control || !offerFocus(control)) focusItself(element);
    outline(element);
}

/** @param {HTMLElement} element */
function outline(element) {
    outlined?.classList.remove("pointed-out");
    outlined = element;
    // This is a class and not an animation, since Chromium now and then takes the focus from an
    // animated element just after a dialog has closed.
    element.classList.add("pointed-out");
    clearTimeout(timer);
    timer = setTimeout(() => element.classList.remove("pointed-out"), SHOWN_MS);
}

/**
 * Gives an element the focus, unless that would bring up a screen's keyboard.
 * @param {HTMLElement} element
 * @returns {boolean} whether it has done so
 */
export function offerFocus(element) {
    const isTyped = element.matches("input:not([type=checkbox], [type=radio])");
    if (isTyped && matchMedia("(pointer: coarse)").matches) return false;
    element.focus({ preventScroll: true });
    return true;
}

/** @param {HTMLElement} element */
const isInUse = (element) => element.getClientRects().length > 0 && !element.matches(":disabled");

/**
 * Makes something that is not a control focusable until it loses the focus, so that a screen reader
 * goes on from there.
 * @param {HTMLElement} element
 */
function focusItself(element) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
    element.focus({ preventScroll: true });
}
