/** The tools over the map: what its colours mean, which colours they are, and the key. */

import { shortLabel } from "../../shared/labels.js";
import { REGIONS } from "../../shared/map-mode.js";
import { h, label, setText } from "../../ui/dom.js";
import { toggle } from "../../ui/toggle.js";
import { MapKey } from "./key.js";

/** @typedef {import("../host.js").Theme} Theme */
/** @typedef {import("../scene.js").Scene} Scene */
/** @typedef {import("../../draw/palette.js").Palette} Palette */
/** @typedef {import("../../shared/map-mode.js").MapMode} MapMode */
/** @typedef {import("../../texts/localizer.js").Localizer} Localizer */

const PALETTES = /** @type {const} */ (["tutorial", "safe"]);

export class MapTools {
    #localizer;
    #scene;
    /** Whether the list is out of date. */
    #stale = false;

    /** @param {Localizer} localizer @param {Scene} scene */
    constructor(localizer, scene) {
        this.#localizer = localizer;
        this.#scene = scene;
        this.modeName = h("span");
        this.mode = h("select", {
            name: "view",
            "aria-describedby": "view-help",
            onchange: () => scene.choose(this.#modeOf(this.mode.value)),
        });
        this.paletteName = h("span");
        this.palettes = PALETTES.map((value) => h("option", { value }));
        this.palette = h(
            "select",
            {
                name: "palette",
                onchange: () => scene.choosePalette(/** @type {Palette} */ (this.palette.value)),
            },
            ...this.palettes,
        );
        this.samples = toggle("samples", true, (on) => scene.chooseSamples(on));
        this.units = h("button", {
            type: "button",
            name: "neurons",
            "aria-pressed": "false",
            onclick: () => scene.showUnits({ open: !scene.units.open }, true),
        });
        const bar = h(
            "div",
            { class: "bar" },
            h("label", {}, this.modeName, this.mode),
            h("label", {}, this.paletteName, this.palette),
            this.samples,
            this.units,
        );
        this.key = new MapKey(localizer, scene);
        this.element = h("div", { class: "map-tools" }, bar, this.key.element);
        localizer.bind(() => {
            setText(this.modeName, localizer.t("view"));
            this.mode.title = localizer.t("view.title");
            setText(this.paletteName, localizer.t("palette"));
            this.palette.title = localizer.t("palette.title");
            PALETTES.forEach((value, i) => {
                setText(this.palettes[i], localizer.t(`palette.${value}`));
            });
            label(this.samples, localizer.t("samples"), localizer.t("samples.title"));
            setText(this.units, localizer.t("neurons"));
            this.units.title = localizer.t("neurons.title");
            this.relist();
        });
        scene.on("mode", () => this.relist());
        scene.on("palette", () => {
            this.palette.value = scene.palette;
        });
        scene.on("samples", () =>
            this.samples.setAttribute("aria-pressed", String(scene.showsSamples)),
        );
        scene.on("units", () => {
            const { open } = scene.units;
            if (this.units.getAttribute("aria-pressed") === String(open)) return;
            this.units.setAttribute("aria-pressed", String(open));
            if (!open) this.units.focus();
        });
    }

    /** The name of what the map shows. */
    get shown() {
        const { mode } = this.#scene;
        return this.#localizer.t(`view.${mode.kind}`, this.#words(mode));
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.key.setTheme(theme);
        this.relist();
    }

    /** Notes that classes or network have changed; the list is made once, however much has. */
    relist() {
        if (!this.#stale) queueMicrotask(() => this.#list());
        this.#stale = true;
    }

    /** @param {string} value @returns {MapMode} */
    #modeOf(value) {
        const { unit } = this.#scene;
        if (value === "unit" && unit) return unit;
        const [kind, index = "0"] = value.split(" ");
        return { kind: /** @type {MapMode["kind"]} */ (kind), index: Number(index), layer: 0 };
    }

    /** The names in a mode's text. @param {MapMode} mode */
    #words({ kind, index, layer }) {
        const { data, hiddenLayers } = this.#scene;
        const name = kind === "class" ? shortLabel(data?.labels[index] ?? "") : index;
        return { index: name, layer: hiddenLayers[layer]?.name ?? "" };
    }

    #list() {
        this.#stale = false;
        const t = this.#localizer.t.bind(this.#localizer);
        const { mode: shown, unit, classes } = this.#scene;
        /** @type {MapMode[]} */
        const modes = [REGIONS, { ...REGIONS, kind: "soft" }, { ...REGIONS, kind: "unsure" }];
        for (let index = 0; index < classes; index++)
            modes.push({ kind: "class", index, layer: 0 });
        if (unit) modes.push(unit);
        this.mode.replaceChildren(
            ...modes.map((mode) =>
                h("option", { value: nameOf(mode) }, t(`view.${mode.kind}`, this.#words(mode))),
            ),
        );
        this.mode.value = nameOf(shown);
        this.key.show(this.#words(shown));
    }
}

/** @param {MapMode} mode */
const nameOf = ({ kind, index }) => (kind === "class" ? `class ${index}` : kind);
