/**
 * In a frame, the page tells its height, so that the frame need not scroll:
 *
 *     { source: "spiral-lab", version: 1, type: "resize", height: 812 }    in CSS pixels
 *
 * That is all it says, so any page may hear it. entries/embed-host.js listens, and asks once, by a
 * message whose source is "spiral-lab-host", since it may have come too late.
 */

/** Whether the page is in a frame of another one. */
export const isFramed = window.parent !== window;

/**
 * @param {Element} box whose height is reported, now and when it changes
 * @returns {() => void} ends it
 */
export function tellHeight(box) {
    if (!isFramed) return () => {};
    let last = 0;
    const tell = () => {
        const height = Math.ceil(box.getBoundingClientRect().height);
        // A pixel more or less could go on forever between the two pages.
        if (Math.abs(height - last) <= 1) return;
        last = height;
        window.parent.postMessage(
            { source: "spiral-lab", version: 1, type: "resize", height },
            "*",
        );
    };
    /** @param {MessageEvent} event */
    const answer = ({ source, data }) => {
        if (source !== window.parent || data?.source !== "spiral-lab-host") return;
        last = 0;
        tell();
    };
    const observer = new ResizeObserver(tell);
    observer.observe(box);
    addEventListener("message", answer);
    return () => {
        observer.disconnect();
        removeEventListener("message", answer);
    };
}
