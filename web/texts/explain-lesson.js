/** Why a lesson was refused, and where in it the fault is, in the reader's language. */

import { explain } from "./explain.js";

/** @typedef {import("../lessons/lesson-error.js").LessonError} LessonError */
/** @typedef {import("../lessons/lesson-error.js").SettingError} SettingError */
/** @typedef {import("../shared/protocol.js").Info} Info */
/** @typedef {import("./localizer.js").Localizer} Localizer */

/** @param {Localizer} localizer @param {Info | undefined} info @param {LessonError} error */
export function explainLesson(localizer, info, error) {
    const { place } = error;
    const fault = faultOf(localizer, info, error);
    return place ? localizer.t("lesson.fault", { place, fault }) : fault;
}

/** @param {Localizer} localizer @param {Info | undefined} info @param {LessonError} error */
function faultOf(localizer, info, error) {
    if ("setting" in error) {
        const { setting, given, error: refusal } = /** @type {SettingError} */ (error);
        return explain(localizer, info, setting, given, refusal);
    }
    return localizer.t(`lesson.bad.${error.reason}`, /** @type {any} */ (error.values));
}
