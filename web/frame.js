/**
 * In a frame, the page tells its height, so that the frame need not scroll:
 *
 *     { source: "spiral-lab", version: 1, type: "resize", height: 812 }    in CSS pixels
 *
 * It says nothing else, so everybody may hear it. web/embed-host.js listens.
 */

/** Whether the page lies in another one. */
export const isFramed = window.parent !== window;

/** @param {Element} box whose height is told, now and when it changes @returns {() => void} ends it */
export function tellHeight(box) {
    if (!isFramed) return () => {};
    let last = 0;
    const observer = new ResizeObserver(() => {
        const height = Math.ceil(box.getBoundingClientRect().height);
        // A pixel more or less could go on forever between the two pages.
        if (Math.abs(height - last) <= 1) return;
        last = height;
        window.parent.postMessage(
            { source: "spiral-lab", version: 1, type: "resize", height },
            "*",
        );
    });
    observer.observe(box);
    return () => observer.disconnect();
}
