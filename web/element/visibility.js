/** Whether anyone can see the lab: some of it is on the screen and its tab is in front. */

const MUCH = 0.4; // of the map, before playing begins by itself

export class Visibility {
    #near = true;
    #tell = () => {};

    /**
     * @param {Element} lab
     * @param {Element} map
     * @param {(seen: boolean) => void} change
     * @param {() => void} arrive much of the map has come into sight, for the first time
     */
    constructor(lab, map, change, arrive) {
        this.#tell = () => change(this.#near && !document.hidden);
        this.observer = new IntersectionObserver(
            (entries) => {
                for (const { target, isIntersecting, intersectionRatio } of entries) {
                    if (target === lab) this.#near = isIntersecting;
                    if (target !== map || intersectionRatio < MUCH) continue;
                    this.observer.unobserve(map);
                    arrive();
                }
                this.#tell();
            },
            { threshold: [0, MUCH] },
        );
        this.observer.observe(lab);
        this.observer.observe(map);
        document.addEventListener("visibilitychange", this.#tell);
    }

    close() {
        this.observer.disconnect();
        document.removeEventListener("visibilitychange", this.#tell);
    }
}
