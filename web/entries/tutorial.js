/**
 * For a page with many labs: each of them sleeps, as the picture in its place, until it comes near
 * the screen. At most three are awake at a time, so that a phone can scroll through all of them.
 *
 * To use it in a page of your own, put this file beside spiral-lab.js, and write
 *
 *     <script src="spiral-lab.js" defer></script>
 *     <script src="tutorial.js" defer></script>
 *
 *     <div class="stage">
 *         <template><spiral-lab parts="map,transport" learning-rate="0.1"></spiral-lab></template>
 *         <div class="still"><img data-picture="map" src="still.png" alt="..."></div>
 *     </div>
 *
 * for each lab. The browser does nothing with a <template>, so where no script runs there is just
 * the picture. Your style sheet puts both into one place and hides the picture of a lab that is
 * awake; the rules for .stage in tutorial.html are all that it needs.
 */
{
    const MOST_AWAKE = 3;
    const AHEAD = "60%"; // of the screen's height: how far off a lab wakes

    /** @typedef {import("../element/element.js").SpiralLab} SpiralLab */
    /**
     * The place of a lab. lab: if it is awake; isSet: it has trained the steps that it begins with;
     * run: what was trained in it when it fell asleep.
     * @typedef {{stage: Element, near: boolean, lab?: SpiralLab, isSet?: boolean, run?: Uint8Array}}
     *     Place
     */

    /** @type {Place[]} */
    const places = Array.from(document.querySelectorAll(".stage"), (stage) => ({
        stage,
        near: false,
    }));

    /** Somebody works in it by keyboard. @param {Place} place */
    const isUsed = ({ stage }) => stage.contains(document.activeElement);

    /** Pixels from the middle of the screen. @param {Place} place */
    function distance(place) {
        if (isUsed(place)) return 0;
        const { top, bottom } = place.stage.getBoundingClientRect();
        const middle = innerHeight / 2;
        return Math.max(0, top - middle, middle - bottom);
    }

    /** The nearest first. @param {Place[]} some */
    const sorted = (some) => some.sort((a, b) => distance(a) - distance(b));

    /** The nearest of those that should be awake and are not. */
    function nextToWake() {
        const wanted = sorted(places.filter((place) => place.near || isUsed(place)));
        return wanted.slice(0, MOST_AWAKE).find(({ lab }) => !lab);
    }

    /** @param {Place} place */
    async function wake(place) {
        const { stage, run } = place;
        const template = /** @type {HTMLTemplateElement} */ (stage.querySelector("template"));
        stage.append(document.importNode(template.content, true));
        const lab = /** @type {SpiralLab} */ (stage.querySelector("spiral-lab"));
        place.lab = lab;
        if (run) lab.removeAttribute("steps"); // they are trained already
        place.isSet = !lab.hasAttribute("steps");
        lab.addEventListener("spiral-lab-stop", (event) => {
            const { reason } = /** @type {CustomEvent<{reason: string}>} */ (event).detail;
            if (reason === "finished") place.isSet = true;
        });
        try {
            await lab.ready;
            if (run) await lab.load(run);
        } catch {
            // The lab itself says what it lacks in this browser.
        }
        stage.classList.add("awake");
    }

    /** The reader has trained it, or reset what it trains by itself. @param {Place} place */
    function isTrained({ stage, lab, isSet }) {
        const template = /** @type {HTMLTemplateElement} */ (stage.querySelector("template"));
        const own = template.content.querySelector("spiral-lab")?.getAttribute("steps") ?? 0;
        return lab !== undefined && isSet === true && lab.state.totalSteps !== Number(own);
    }

    /** @param {Place} place */
    async function sleep(place) {
        const { stage, lab } = place;
        if (!lab) return;
        const shows = isTrained(place);
        try {
            await lab.pause();
            place.run = await lab.save();
            if (shows)
                for (const picture of stage.querySelectorAll("[data-picture]"))
                    await keepPicture(/** @type {HTMLElement} */ (picture), lab);
        } catch {
            // Some browsers give out no pictures. Then the one that is there stays.
        }
        stage.classList.remove("awake", "trained");
        lab.remove(); // which ends its worker, and frees its memory
        place.lab = undefined;
    }

    /**
     * Shows the lab as it is now. On canvas, for browsers keep images that nobody sees any more.
     * @param {HTMLElement} before the picture until now
     * @param {SpiralLab} lab
     */
    async function keepPicture(before, lab) {
        const { picture, kept } = before.dataset;
        const blob = await lab.picture(/** @type {"map"} */ (picture));
        const bitmap = await createImageBitmap(blob);
        const canvas = document.createElement("canvas");
        Object.assign(canvas.dataset, { picture, kept });
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", kept ?? "");
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
        bitmap.close();
        before.replaceWith(canvas);
    }

    let isBusy = false;

    /** One step after the other, for places may come near and go while a lab wakes. */
    async function settle() {
        if (isBusy) return;
        isBusy = true;
        for (let next = nextToWake(); next; next = nextToWake()) {
            const awake = sorted(places.filter(({ lab }) => lab));
            if (awake.length < MOST_AWAKE) await wake(next);
            else await sleep(awake[awake.length - 1]);
        }
        isBusy = false;
    }

    /** Saves the run of a figure as a notebook for Keras. @param {HTMLElement} button */
    async function saveNotebook(button) {
        const figure = button.closest("figure");
        const lab = /** @type {SpiralLab | undefined} */ (figure?.querySelector("spiral-lab"));
        if (!lab) return;
        const notebook = new Blob([await lab.kerasNotebook()], {
            type: "application/x-ipynb+json",
        });
        const link = document.createElement("a");
        link.href = URL.createObjectURL(notebook);
        link.download = `spiral-lab-${figure?.id}.ipynb`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // the browser has it by then
    }

    // Without spiral-lab.js, or in a browser that is too old for it, the pictures stay.
    if (customElements.get("spiral-lab")) {
        const observer = new IntersectionObserver(
            (entries) => {
                for (const { target, isIntersecting } of entries)
                    for (const place of places)
                        if (place.stage === target) place.near = isIntersecting;
                settle();
            },
            { rootMargin: `${AHEAD} 0px`, threshold: [0, 0.5] },
        );
        for (const { stage } of places) observer.observe(stage);
        // A printer gets a lab that the reader has trained, and else its picture.
        addEventListener("beforeprint", () => {
            for (const place of places) place.stage.classList.toggle("trained", isTrained(place));
        });
        for (const button of document.querySelectorAll("button.notebook")) {
            button.removeAttribute("hidden");
            button.addEventListener("click", () =>
                saveNotebook(/** @type {HTMLElement} */ (button)),
            );
        }
    }
}
