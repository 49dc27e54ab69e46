/** Shows, while a file is dragged over the lab, that it can be dropped there. */

import { h, setText } from "../ui/dom.js";

/** @typedef {import("../texts/localizer.js").Localizer} Localizer */

export class DropTarget {
    /**
     * @param {Localizer} localizer
     * @param {HTMLElement} lab
     * @param {() => boolean} isWanted whether it takes a file now
     * @param {(file: File) => void} take
     */
    constructor(localizer, lab, isWanted, take) {
        const text = h("p", { class: "drop-here" });
        this.element = h("div", { class: "drop-target", hidden: true }, text);
        localizer.bind(() => setText(text, localizer.t("table.drop")));
        let inside = 0; // elements that have been entered and not been left
        const show = (/** @type {boolean} */ on) => {
            this.element.hidden = !on;
            if (on && !this.element.isConnected) lab.append(this.element);
            if (!on) inside = 0;
        };
        lab.addEventListener("dragenter", (event) => {
            if (!hasFile(event) || !isWanted()) return;
            inside++;
            show(true);
        });
        lab.addEventListener("dragleave", () => {
            if (--inside <= 0) show(false);
        });
        lab.addEventListener("dragover", (event) => {
            if (!this.element.hidden) event.preventDefault(); // so that it can be dropped
        });
        lab.addEventListener("drop", (event) => {
            const isOn = !this.element.hidden;
            show(false);
            const [file] = event.dataTransfer?.files ?? [];
            if (!isOn || !file || event.defaultPrevented) return;
            event.preventDefault();
            take(file);
        });
    }
}

/** @param {DragEvent} event */
const hasFile = ({ dataTransfer }) => dataTransfer?.types.includes("Files") ?? false;
