/**
 * Points of somebody's own: the dialog in which a table becomes points, and the desk at which they are
 * drawn. What both need is a script of its own, which is loaded when somebody asks for either.
 */

import { DropTarget } from "./drop-target.js";

/** @typedef {import("../draw/theme.js").Theme} Theme */
/** @typedef {import("../pictures/map/picture.js").MapPicture} MapPicture */
/** @typedef {import("../pictures/scene.js").Scene} Scene */
/** @typedef {import("../shared/protocol.js").Data} Data */
/** @typedef {import("../texts/localizer.js").Localizer} Localizer */
/**
 * What the script spiral-lab-tables.js leaves.
 * @typedef {import("../entries/tables.js").Tables} Tables
 */

/**
 * @typedef {object} Host
 * @property {HTMLElement} lab in which the dialog stands, and onto which a file is dropped
 * @property {2 | 3} level of the dialog's heading
 * @property {Scene} scene
 * @property {MapPicture} map
 * @property {() => Promise<Tables>} tables rejects where they are not to be had
 * @property {Omit<import("./dialogs/own-data.js").Host, "palette">} table what the dialog asks of the lab
 * @property {import("./drawing/desk.js").Host["edit"]} edit
 * @property {(text: string) => void} speak to those who cannot see
 * @property {() => boolean} isRunning whether training goes on
 * @property {() => boolean} takesFiles whether one can be dropped now
 * @property {(error: Error) => void} refuse says that the script is not to be had
 */

export class OwnPoints {
    #localizer;
    #host;
    /** @type {import("./dialogs/own-data.js").OwnDataView | undefined} */ #dialog;
    /** Made when there are points of somebody's own. @type {import("./drawing/desk.js").Desk | undefined} */
    #desk;
    /** @type {Theme | undefined} */ #theme;
    #areOwn = false;
    #wantsToDraw = false;

    /** @param {Localizer} localizer @param {Host} host */
    constructor(localizer, host) {
        this.#localizer = localizer;
        this.#host = host;
        new DropTarget(localizer, host.lab, host.takesFiles, (file) => this.openTable(file));
    }

    /** Whoever chooses points of one's own wants to draw some. @param {HTMLElement} form */
    listenTo(form) {
        form.addEventListener("change", ({ target }) => {
            const { name, value } = /** @type {HTMLInputElement} */ (target);
            if (name === "dataset") this.#wantsToDraw = value === "given";
        });
    }

    /** The dialog in which a table becomes points. @param {File} [file] to begin with */
    async openTable(file) {
        try {
            const { makeDialog } = await this.#host.tables();
            this.#dialog ??= this.#makeDialog(makeDialog);
            this.#dialog.open(file);
        } catch (error) {
            this.#host.refuse(/** @type {Error} */ (error));
        }
    }

    /**
     * New points are there, or others than before can be drawn.
     * @param {Data | undefined} data if they are new
     * @param {boolean} areOwn somebody's own
     */
    show(data, areOwn) {
        this.#areOwn = areOwn;
        if (areOwn && !this.#desk) this.#makeDesk();
        const desk = this.#desk;
        if (!desk) return;
        desk.offer(areOwn);
        if (data) desk.take(data);
        if (!areOwn || !this.#wantsToDraw) return;
        this.#wantsToDraw = false;
        desk.draw(true);
    }

    /** @param {Theme} theme */
    setTheme(theme) {
        this.#theme = theme;
        this.#desk?.setTheme(theme);
    }

    /** @param {Tables["makeDialog"]} makeDialog */
    #makeDialog(makeDialog) {
        const { lab, level, scene, table } = this.#host;
        const host = { ...table, palette: () => scene.palette };
        const dialog = makeDialog(this.#localizer, level, host, this.#root);
        lab.append(dialog.element);
        return dialog;
    }

    async #makeDesk() {
        const { lab, map, scene, tables, edit, speak, isRunning, refuse } = this.#host;
        try {
            const { makeDesk } = await tables();
            if (this.#desk || !lab.isConnected) return;
            this.#desk = makeDesk(this.#localizer, { map, speak, edit, isRunning }, this.#root);
            if (this.#theme) this.#desk.setTheme(this.#theme);
            map.tools.element.append(this.#desk.element);
            this.show(scene.data, this.#areOwn);
        } catch (error) {
            // Without that script, nobody can draw; who wants to is told.
            if (this.#wantsToDraw) refuse(/** @type {Error} */ (error));
            this.#wantsToDraw = false;
        }
    }

    get #root() {
        return /** @type {ShadowRoot} */ (this.#host.lab.getRootNode());
    }
}
