/** When a load of the page reaches each landmark, as seen from outside the product. */

/**
 * Milliseconds after navigation.
 * @typedef {object} Landmarks
 * @property {number} html it has arrived whole
 * @property {number} [script] so has the script
 * @property {number} [evaluated] the script has run to where it defines the element
 * @property {number} [built] the element in the page has been upgraded
 * @property {number} [core] there is a WebAssembly instance, or a worker has sent its first message
 * @property {number} map there is a picture on a canvas
 * @property {number} painted the first contentful paint is on the screen
 * @property {number} ready the element's promise
 */

/** Lets window.landmarks promise them. Runs in the page, before its scripts. */
export function watchLoad() {
    const POLL_MS = 15;
    const CANVAS_PX = 50; // nothing smaller is a map

    /** @type {Partial<Landmarks>} */
    const at = {};
    /** Only the first time counts. @param {"evaluated" | "built" | "core" | "ready"} name */
    const note = (name) => {
        at[name] ??= performance.now();
    };

    const { define } = CustomElementRegistry.prototype;
    /** @param {any[]} args */
    CustomElementRegistry.prototype.define = function (...args) {
        const isLab = args[0] === "spiral-lab";
        if (isLab) note("evaluated");
        define.apply(this, /** @type {any} */ (args));
        if (isLab) note("built");
    };

    const { instantiate, Instance } = WebAssembly;
    /** @param {any[]} args */
    const instantiateAndNote = (...args) => {
        const promise = instantiate.apply(WebAssembly, /** @type {any} */ (args));
        promise.then(
            () => note("core"),
            () => {},
        );
        return promise;
    };
    WebAssembly.instantiate = /** @type {any} */ (instantiateAndNote);
    WebAssembly.Instance = new Proxy(Instance, {
        construct(target, args) {
            const instance = Reflect.construct(target, args);
            note("core");
            return instance;
        },
    });
    // A core in a worker is of no use to the page until it answers.
    window.Worker = new Proxy(Worker, {
        construct(target, args) {
            const worker = Reflect.construct(target, args);
            worker.addEventListener("message", () => note("core"), { once: true });
            return worker;
        },
    });

    /** @param {Document | ShadowRoot} root @returns {HTMLCanvasElement[]} */
    const canvasesIn = (root) =>
        [...root.querySelectorAll("*")].flatMap((element) => {
            if (element instanceof HTMLCanvasElement) return [element];
            return element.shadowRoot ? canvasesIn(element.shadowRoot) : [];
        });
    // The page's canvases are copied into one of our own, since asking one of them for a context
    // might create it.
    const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    /** @param {HTMLCanvasElement} canvas @param {number} share of its width and height */
    const isDrawn = (canvas, share) => {
        if (!pixel) return false;
        const [x, y] = [canvas.width, canvas.height].map((size) => Math.floor(size * share));
        pixel.clearRect(0, 0, 1, 1);
        pixel.drawImage(canvas, x, y, 1, 1, 0, 0, 1, 1);
        return pixel.getImageData(0, 0, 1, 1).data[3] > 0;
    };
    /** @param {HTMLCanvasElement} canvas */
    const isMap = (canvas) =>
        canvas.width >= CANVAS_PX &&
        canvas.height >= CANVAS_PX &&
        canvas.getBoundingClientRect().width >= CANVAS_PX &&
        isDrawn(canvas, 1 / 2) &&
        isDrawn(canvas, 1 / 4);
    const map = new Promise((resolve) => {
        const look = () => {
            const now = performance.now(); // taken first, since looking takes time
            if (canvasesIn(document).some(isMap)) resolve(now);
            else setTimeout(look, POLL_MS);
        };
        look();
    });

    const ready = customElements.whenDefined("spiral-lab").then(async () => {
        await /** @type {any} */ (document.querySelector("spiral-lab")).ready;
        note("ready");
    });

    const painted = new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => {
            const entry = list.getEntriesByName("first-contentful-paint")[0];
            if (entry) resolve(entry.startTime);
        });
        observer.observe({ type: "paint", buffered: true });
    });

    const landmarks = async () => {
        const [drawn, seen] = await Promise.all([map, painted, ready]);
        const [page] = /** @type {PerformanceResourceTiming[]} */ (
            performance.getEntriesByType("navigation")
        );
        const script = /** @type {PerformanceResourceTiming | undefined} */ (
            performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".js"))
        );
        const arrived = { html: page.responseEnd, script: script?.responseEnd };
        return { ...arrived, ...at, map: drawn, painted: seen };
    };
    Object.assign(window, { landmarks: landmarks() });
}
